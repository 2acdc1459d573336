"""Names that several figures share: chains (23户66人26.2万元)."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN, LEFT_OVER
from township_analysis.figures.names.persons import people_first
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun, predicate_of, split_predicate
from township_analysis.figures.words import act_pattern, alternation, strip_lead, strip_link, verbs_only

#: The words before the second of two values of one thing: 由A增长到B.
AGAIN = re.compile(
    rf"(?:{alternation('moves')})(?:到|至|为|成)了?(?:现在|目前|如今|今年)?(?:的)?"
    r"(?:[人户]均|每[人户年月])?"
)
_NEAR = 120  # characters in which 其中 tells that villages are parts
#: What stands between a count and what it comes to: 12条共8公里水泥路.
_SUMS_UP = ("", "共", "共计", "合计", "总计", "总长", "全长", "总长度", "累计")
#: Units that are what they count: 4乡2镇36个村.
_ADMINISTERED = ("县", "乡", "镇", "乡镇", "村", "屯", "社区", "组")
_VILLAGE = re.compile(r"(?:[\u4e00-\u9fff]{2,6}的)?[\u4e00-\u9fff]{2,4}(?<![贫困行政自然示范各全])(?:村|社区)\Z")
#: Persons of whom a state says more than their noun: 64户212名贫困人口脱贫.
_ANYBODY = ("贫困人口", "贫困群众", "人口", "群众", "人")
_OF_ALL = re.compile(r"(?P<noun>[\u4e00-\u9fff]{0,6}?)的(?P<what>[\u4e00-\u9fff]{2,10})")


def chain_names(figures: list[Figure]) -> dict[int, str]:
    """Names of numbers in a row that share what stands behind the last: 27户29名特困人员, 1429户5168人稳定脱贫."""
    names: dict[int, str] = {}
    index = 0
    while index < len(figures):
        chain = _chain(figures, index)
        placed = _VILLAGE.fullmatch(figures[index].left) and "其中" in figures[index].near(_NEAR)
        changed = AGAIN.fullmatch(figures[index].left.replace("\x01", "").strip())
        if (
            len(chain) > 1
            and not changed
            and not placed
            and (_listed_behind(figures, index) or verbs_only(_own_left(figures[index])))
        ):
            names |= _named_chain(figures, chain)
        index = chain[-1] + 1
    return names


def _own_left(figure: Figure) -> str:
    """The words before a chain, without the village of the people counted."""
    return _VILLAGE.sub("", left_phrase(figure.left))


def _listed_behind(figures: list[Figure], index: int) -> bool:
    """True where the words before a chain belong to the count before them: 3个村出列、120户430人脱贫."""
    before, left = figures[index - 1] if index else None, figures[index].left
    return (
        before is not None
        and before.clause == figures[index].clause
        and before.unit_kind == "count"
        and verbs_only(left_phrase(before.left))
        and left.endswith("、")
        and begins_noun(left)
        and figures[index].unit_kind in COUNTED_NOUN
    )


def _chain(figures: list[Figure], index: int) -> list[int]:
    chain = [index]
    for at in range(index + 1, len(figures)):
        gap = figures[at].left.strip(" \x01").rstrip("、和及与")
        people = figures[at].unit_kind in ("person", "household", "money", "person-times")
        counted = (
            gap in _SUMS_UP
            and figures[at - 1].right.strip(" \x01、和") in _SUMS_UP
            and figures[at].unit_kind not in ("percent", "points", "")
        )
        apart = figures[at].item and (
            gap
            or figures[at].mention.unit == figures[at - 1].mention.unit
            or not _short_noun(figures[at - 1].right.strip("、和及与 "))
            or figures[at - 1].unit_kind not in ("person", "household")
        )
        if (
            figures[at].clause != figures[index].clause
            or not figures[at].core
            or apart
            or not (people or counted)
            or not _short_noun(gap)
        ):
            break
        chain.append(at)
    return chain


def _short_noun(gap: str) -> bool:
    return gap in (*_SUMS_UP, *"村 屯 嘎查 行政村 组 社区 乡 镇 县 户 乡镇 共 计 ，共 、".split())


def _named_chain(figures: list[Figure], chain: list[int]) -> dict[int, str]:
    """The names of a chain: what is said of all with what each counts, or the noun behind the last."""
    first, behind = figures[chain[0]], figures[chain[-1]].right.strip(" \x01")
    behind = "" if AGAIN.fullmatch(behind) else behind  # 由106户、312人降至现在的24户、66人
    rest = first.left.strip("\x01 ，")
    left = rest if rest in LEFT_OVER else left_phrase(first.left)
    if left and first.left.endswith("的") and "的" not in first.left[:-1]:
        left = strip_lead(first.left[:-1], light=False)  # 需要发展生产的276户918人
    if (shared := _OF_ALL.match(behind)) and act_pattern().fullmatch(left):
        what = left + shared["what"].removesuffix("问题")
        return {at: what + (COUNTED_NOUN.get(figures[at].unit_kind) or shared["noun"]) for at in chain}
    told = _told_of_all(first, left, behind, leans=chain[0] > 0)
    if told is None:
        return _with_noun(figures, chain, left, behind)
    return {at: told + _counted(figures, at, chain) for at in chain} if told else {}


def _told_of_all(first: Figure, left: str, behind: str, *, leans: bool) -> str | None:
    """What is said before or behind a chain; None where the noun behind names it, ``""`` where nothing does."""
    if state := predicate_of(behind):
        return left + state if left in LEFT_OVER else state
    if left in LEFT_OVER:
        return ""  # 剩余38户137人均落实帮扶: named by those that they are left of
    if first.left.endswith("的") and left:
        return left
    noun = begins_noun(behind)
    if behind and not noun and first.unit_kind in COUNTED_NOUN:
        told = left_phrase(re.split(r"[，。；：、]", behind)[0])
        return told if 2 <= len(told) <= 10 else ""
    if not behind and not (leans and act_pattern().fullmatch(left)):  # 优待金…，发放18户43.2万元: of what stands before
        return left if act_pattern().match(left) else ""
    return None if noun else ""


def _with_noun(figures: list[Figure], chain: list[int], left: str, behind: str) -> dict[int, str]:
    """The names of a chain by the noun behind it, with the verb before it or the state that it tells."""
    noun, predicate = split_predicate(behind)
    state = predicate_of(predicate)
    verb = left if act_pattern().match(left) and len(left) <= 4 else ""
    verb = f"{verb}{state}的" if verb and state else verb or state
    noun = strip_link(noun)
    if state and noun in _ANYBODY:
        return {at: state + _counted(figures, at, chain) for at in chain}
    if len(noun) < 2:
        return {}
    own = {at: _counted(figures, at, chain) if figures[at].unit_kind == "count" else "" for at in chain}
    whole = {at: verb + (own[at] or people_first(figures[at], noun) or noun) for at in chain}
    return {at: name + _suffix(figures[at], name) for at, name in whole.items()}


def _suffix(figure: Figure, noun: str) -> str:
    if figure.unit_kind == "household":
        return "户数" if not noun.endswith("户") else ""
    return "金额" if figure.unit_kind == "money" else ""


def _counted(figures: list[Figure], at: int, chain: list[int]) -> str:
    """The noun of what a figure of a chain counts: what stands before the next (17个村3200户), or 户数, 人数."""
    if figures[at].mention.unit in _ADMINISTERED:
        return figures[at].mention.unit
    following = figures[at + 1].left.strip(" \x01、") if at + 1 in chain else ""
    following = "" if following in _SUMS_UP else following
    return COUNTED_NOUN.get(figures[at].unit_kind, "") or following
