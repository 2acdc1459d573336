"""What a figure measures: the noun phrase before it, behind it, or that it shares with the figures before."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.moving import again_name, movement_name, place_name, ratio_name
from township_analysis.figures.phrases import (
    admin_noun, any_verb, begins_noun, left_phrase, predicate_of, split_predicate, verb_behind,
)  # fmt: skip
from township_analysis.figures.sharing import (
    aspect_name, chain_names, criterion_name, inherited_name, paired_names,
)  # fmt: skip
from township_analysis.figures.suffixes import COUNTED_NOUN, ENDS_IN_PERSON, PERSON_NOUN, people_first, subject_of, tidy_name, with_measure
from township_analysis.figures.words import act_pattern, strip_lead, strip_link, verbs_only, words

_DISTANCE = re.compile(r"(?<!车)距(?:离)?(?P<place>[\u4e00-\u9fff]{2,10}?)(?:距离|路程)?(?:仅|约|为|有|达|只有|\x01|\s)*\Z")
_AMONG = re.compile(r"(?P<whole>[\u4e00-\u9fff“”]{2,12})中(?:仍|还|已|共|只|就)?有\Z")
_WHICH = re.compile(r"(?:其中)?(?P<which>[\u4e00-\u9fff“”]{2,12})的(?:共?有|达到?|为|共|已达)*")
_PURPOSE = re.compile(r"(?:用于|用作|专项用于|建成|修建|新建|建设|实施|完成|改造|购置|修缮|对)(?P<what>[\u4e00-\u9fff“”、]{2,14}?)(?=[，。；]|\Z)")
_COUNTED = ("count", "person", "household", "event", "person-times")
_ENDS_OPEN = re.compile(r"(?:的|对|为|在|由|从|涉及|[县镇乡村组]|三级|两级)\Z")


def name_figures(figures: list[Figure]) -> None:
    """Give every figure of a sentence its name; they come in order, and later ones lean on earlier ones."""
    given = paired_names(figures) | chain_names(figures)
    for index, figure in enumerate(figures):
        name = _resolved(given[index], figures) if index in given else _name(figures, index)
        figure.name = tidy_name(name)
        figure.subject = figure.subject or subject_of(figure.name)


def _resolved(name: str, figures: list[Figure]) -> str:
    """A name that was kept as the number of another figure and a tail (分别增长 after as many levels)."""
    if not name.startswith("\x02"):
        return name
    _, before, tail = name.split("\x02")
    return figures[int(before)].name + tail


def _name(figures: list[Figure], index: int) -> str:
    figure = figures[index]
    for rule in (place_name, again_name, ratio_name, movement_name, criterion_name):
        if name := rule(figures, index):
            return name
    among, state = _AMONG.search(figure.left), predicate_of(figure.right)
    if among and state:
        return f"{state}的{left_phrase(among['whole'])}"
    if distance := _DISTANCE.search(figure.left):
        return f"距{distance['place']}距离"
    if index and (which := _WHICH.fullmatch(figure.left.strip("\x01 "))) and figures[index - 1].mention.unit == figure.mention.unit:
        figure.subject = figures[index - 1].subject
        which_name = left_phrase(which["which"])
        return f"{which_name}{figure.subject}面积" if figure.unit_kind == "land" else f"{which_name}的{figure.subject}"
    left = left_phrase(figure.left)
    if name := _attributive_name(figures, index, left):
        return name
    if _wants_noun(figures, index, left) and (noun := _noun_name(figures, index, left)):
        return noun
    if verbs_only(left):
        return purpose_name(figure, left) or inherited_name(figures, index, left)
    if left in words("aspect"):
        return purpose_name(figure, left) or aspect_name(figures, index, left)
    if figure.unit_kind in ("person", "household") and (state := predicate_of(figure.right)) and state not in left:
        return with_measure(left + state, figures, index)
    return _fuller(figures, index, left) or purpose_name(figure, left) or with_measure(left, figures, index)


def _fuller(figures: list[Figure], index: int, left: str) -> str:
    """缺粮 behind 因灾缺粮11户 is 因灾缺粮, too."""
    earlier = figures[index - 1] if index else None
    if not earlier or earlier.mention.unit == figures[index].mention.unit or len(left) < 2:
        return ""
    return f"{earlier.subject}数量" if earlier.subject != left and earlier.subject.endswith(left) else ""


def purpose_name(figure: Figure, left: str) -> str:
    """Money is for what 用于 names: 安排资金50万元用于村道建设 → 村道建设资金."""
    found = _PURPOSE.match(figure.right.lstrip("\x01 "))
    if figure.unit_kind != "money" or not found or len(left) > 6:
        return ""
    what = left_phrase(found["what"])
    return what + (left if left in ("投资", "总投资") else "投入资金" if "投" in left else "资金")


def _attributive_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect or a verb before the number, what it is of behind: 总投资1.1亿元的学校, 解决1200人的饮水问题."""
    figure = figures[index]
    behind = figure.right.lstrip("\x01 ")
    if not behind.startswith("的"):
        return ""
    noun = strip_link(split_predicate(behind)[0])
    verb = act_pattern().match(left)
    left = left[verb.end() :] if verb and left[verb.end() :] in words("aspect") else left
    if left in words("aspect") and not verbs_only(left) and len(noun) >= 2:
        return noun + left
    if figure.unit_kind in COUNTED_NOUN and left and verbs_only(left) and act_pattern().match(left):
        return left + noun.removesuffix("问题") + COUNTED_NOUN[figure.unit_kind]
    return ""


def _wants_noun(figures: list[Figure], index: int, left: str) -> bool:
    """True where the noun counted stands behind the number: 43个农村专业合作社."""
    figure = figures[index]
    if figure.mention.form in ("percent", "zero", "blank") or figure.unit_kind in ("percent", "points", "multiple"):
        return False
    behind = figure.right.lstrip("\x01 ")
    if not behind and index + 1 < len(figures) and _is_size(figure, figures[index + 1]):
        return True
    if not verbs_only(left) and not _ENDS_OPEN.search(left) and _next_takes(figures, index):
        return False
    people = figure.unit_kind in ("person", "household") and bool(PERSON_NOUN.match(behind)) and not figure.item
    if not begins_noun(behind) and not people:
        return False
    return verbs_only(left) or bool(_ENDS_OPEN.search(left)) or (figure.unit_kind in _COUNTED and not behind.startswith("的"))


def _next_takes(figures: list[Figure], index: int) -> bool:
    """True where the words behind a figure lead on to the next one without a mark: 缺粮11户缺粮714公斤."""
    if index + 1 >= len(figures) or figures[index + 1].clause != figures[index].clause or not figures[index].core:
        return False
    return not re.search(r"[、，和与及]", figures[index].right) and not figures[index + 1].item


def _noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name from the noun behind, with the verb before it or its predicate; what it takes is gone for the next."""
    figure = figures[index]
    behind, rest = _share(figures, index)
    noun, predicate = split_predicate(behind)
    noun = strip_link(noun.rstrip("、和及与"))
    noun = noun[:-1] if re.search(r"[^高初职其]中\Z", noun) else noun
    if not noun:
        return ""
    if index + 1 < len(figures) and rest is not None and figure.core:
        figures[index + 1].left = rest
    verb = left if act_pattern().match(left) and len(left) <= 6 and left not in words("light") else ""
    if figure.unit_kind in ("person", "household") and not ENDS_IN_PERSON.search(noun) and not people_first(figure, noun) and not verb:
        return with_measure(left_phrase(behind), figures, index)
    return _with_predicate(figure, noun, strip_link(strip_lead(predicate, light=False)), verb)


def _with_predicate(figure: Figure, noun: str, predicate: str, verb: str) -> str:
    if split := people_first(figure, noun):
        return verb + split
    if (village := admin_noun(noun)) and noun[len(village) :].startswith("的"):
        return f"{noun[len(village) + 1 :]}的{village}"
    if verb:
        state = predicate_of(predicate)
        return f"{verb}{state}的{noun}" if state else verb + noun
    if (3 <= len(predicate) <= 14 or predicate_of(predicate)) and figure.unit_kind in ("count", "person", "household"):
        return f"{predicate}的{noun}"
    return noun


def _is_size(figure: Figure, following: Figure) -> bool:
    """True where the next figure is a size inside the noun of this one: 1个千亩茶叶观光园."""
    return not following.core and following.clause == figure.clause and not following.left.strip()


def _share(figures: list[Figure], index: int) -> tuple[str, str | None]:
    """The words behind a figure that are its own, and those left for the next figure of the clause."""
    figure = figures[index]
    behind = figure.right.lstrip("\x01 ")
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following and _is_size(figure, following):
        return re.split(r"[，。；：、\n\x01]", figure.after.lstrip())[0], None
    if following is None or following.clause != figure.clause or following.bracket != figure.bracket:
        return behind, None
    if among := _AMONG.search(behind):
        return among["whole"], behind
    verb = next((m for m in any_verb().finditer(behind, 2) if len(behind) - m.end() >= 1), None)
    if verb and not begins_noun(following.right):
        return behind[: verb.start()], behind[verb.start() :]
    parts = re.split(r"(?:、|和(?![谐平])|以及|及|与|，)(?=[^、和及与，]*\Z)", behind)
    if len(parts) == 2:
        return parts[0], parts[1]
    village = admin_noun(behind)
    if village and len(behind) > len(village):
        return village, behind[len(village) :]
    noun, predicate = split_predicate(behind)
    if predicate and behind.startswith(noun) and not begins_noun(following.right):
        return noun, predicate
    return behind, ""
