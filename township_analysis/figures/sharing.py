"""Names that figures share: chains (23户66人26.2万元), lists with 分别, aspects, and verbs without an object."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.phrases import begins_noun, left_phrase, predicate_of, split_predicate, verb_behind
from township_analysis.figures.suffixes import COUNTED_NOUN, people_first, subject_of, with_measure, without_counted
from township_analysis.figures.words import act_pattern, strip_lead, strip_link, verbs_only

_PER = ("人均", "户均", "村均", "亩均")
_DIMENSION = re.compile(r"(?:长|宽|高|海拔|距离|气温|降水量)\Z")
LONG = 14  # characters of a clause that can still be a topic
_FIELD = re.compile(
    r"在([\u4e00-\u9fff]{2,8}?)(?:领域|方面|产业上|工作上|生产上)|(?:把|将|以)([\u4e00-\u9fff、]{2,8}?)(?:作为|为主|为重点|为龙头|为支柱)"
)
_BEFORE_PREDICATE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:由|为|是|均|都|已|被|将|把|在|以|对|实现|完成|得到|进一步|全面)")
_RESPECTIVELY = re.compile(r"(?:分别|各)(?=[^，。；]*\Z)")
_COMPARED_WITH = re.compile(r"(?:同比|环比|[比较](?:上年|去年|上一年)(?:同期)?|[比较]\x01+)\Z")
_CRITERION = re.compile(r"(?:以上|以下|以内)?(?:的)?(?:共?有|达|达到|为)?\Z")


def last_level(figures: list[Figure], index: int) -> Figure | None:
    """The figure before that is a level; else the last that is no growth or rank."""
    levels = [f for f in figures[:index] if f.name and f.core and f.kind == "level" and (not f.part or figures[index].part)]
    return levels[-1] if levels else last_named(figures, index)


def last_named(figures: list[Figure], index: int) -> Figure | None:
    """The figure before with a name of its own that is no growth or rank."""
    named = [f for f in figures[:index] if f.name and f.core and f.kind in ("level", "share", "change")]
    whole = [f for f in named if not f.part] if not figures[index].part and not figures[index].item else named
    return (whole or named)[-1] if named else None


# --- lists with 分别 ----------------------------------------------------------------------------------------------


def paired_names(figures: list[Figure]) -> dict[int, str]:
    """Names of figures in lists with 分别: A和B分别达到1、2, or A 1元、B 2元，分别增长3%、4%."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        mark = _RESPECTIVELY.search(figure.left)
        run = _run(figures, index) if mark else []
        if mark and len(run) >= 2:
            before = _COMPARED_WITH.sub("", figure.left[: mark.start()])
            heads = _listed(before, len(run))
            tail = ("同比" if before != figure.left[: mark.start()] else "") + strip_link(figure.left[mark.end() :])
            if len(run) == 3 and "三次产业" in before:
                heads = [f"第{number}产业{left_phrase(before).partition('产业')[2]}" for number in "一二三"]
            if heads:
                names |= {at: head + tail for at, head in zip(run, heads, strict=True)}
            elif not before.strip(" \x01，"):
                names |= _paired_with_before(figures, run, tail)
    return names


def _run(figures: list[Figure], index: int) -> list[int]:
    """The figures of a list: the first, and those that follow with only 、 or 和 between."""
    run = [index]
    for at in range(index + 1, len(figures)):
        if not figures[at].item or figures[at].left.strip(" 、和及与") or figures[at].clause != figures[index].clause:
            break
        figures[at].kind = figures[index].kind
        run.append(at)
    return run


def _listed(text: str, count: int) -> list[str]:
    """The names of a list, the shared head given to all: 城镇和农村居民收入 → 城镇居民收入, 农村居民收入."""
    phrase = left_phrase(text)
    parts = [part for part in re.split(r"[、和与及]|以及", phrase) if part]
    if len(parts) != count:
        return []
    short, last = parts[0], parts[-1]
    if all(len(part) == len(short) for part in parts[:-1]) and len(last) >= len(short) + 3:
        return [*[part + last[len(short) :] for part in parts[:-1]], last]
    return parts


def _paired_with_before(figures: list[Figure], run: list[int], tail: str) -> dict[int, str]:
    """分别增长 after as many levels: each growth belongs to one of them."""
    earlier = [i for i in range(run[0]) if figures[i].kind in ("level", "share") and figures[i].core][-len(run) :]
    if len(earlier) < len(run):
        return {}
    return {at: f"\x02{before}\x02{tail}" for at, before in zip(run, earlier, strict=True)}


# --- chains ---------------------------------------------------------------------------------------------------------


def chain_names(figures: list[Figure]) -> dict[int, str]:
    """Names of numbers in a row that share what stands behind the last: 27户29名特困人员, 1429户5168人稳定脱贫."""
    names: dict[int, str] = {}
    index = 0
    while index < len(figures):
        chain = _chain(figures, index)
        if len(chain) > 1 and verbs_only(left_phrase(figures[index].left)):
            names |= _named_chain(figures, chain)
        index = chain[-1] + 1
    return names


def _chain(figures: list[Figure], index: int) -> list[int]:
    chain = [index]
    for at in range(index + 1, len(figures)):
        gap = figures[at].left.strip(" \x01")
        people = figures[at].unit_kind in ("person", "household", "money", "person-times")
        counted = not gap and not figures[at - 1].right.strip(" \x01、和") and figures[at].unit_kind not in ("percent", "points", "")
        apart = figures[at].item and (gap or figures[at - 1].right.strip("、和及与 ") or figures[at - 1].unit_kind not in ("person", "household"))
        if figures[at].clause != figures[index].clause or apart or not (people or counted) or not _short_noun(gap):
            break
        chain.append(at)
    return chain


def _short_noun(gap: str) -> bool:
    return gap in ("", "村", "组", "社区", "乡", "镇", "县", "户", "乡镇", "共", "计", "，共", "、")


def _named_chain(figures: list[Figure], chain: list[int]) -> dict[int, str]:
    last = figures[chain[-1]]
    behind = last.right.strip(" \x01")
    left = left_phrase(figures[chain[0]].left)
    if (shared := re.match(r"(?P<noun>[\u4e00-\u9fff]{0,6}?)的(?P<what>[\u4e00-\u9fff]{2,10})", behind)) and act_pattern().fullmatch(left):
        what = left + shared["what"].removesuffix("问题")
        return {at: what + (COUNTED_NOUN.get(figures[at].unit_kind) or shared["noun"]) for at in chain}
    if state := predicate_of(behind):
        return {at: state + _counted(figures, at, chain) for at in chain}
    if not behind and left and act_pattern().match(left):
        return {at: left + _counted(figures, at, chain) for at in chain}
    if not begins_noun(behind):
        return {}
    noun, predicate = split_predicate(behind)
    state = predicate_of(predicate)
    verb = left if act_pattern().match(left) and len(left) <= 4 else ""
    verb = f"{verb}{state}的" if verb and state else verb or state
    noun = strip_link(noun)
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
    following = figures[at + 1].left.strip(" \x01、") if at + 1 in chain else ""
    return COUNTED_NOUN.get(figures[at].unit_kind, "") or following


# --- one figure that leans on those before ----------------------------------------------------------------------------


def criterion_name(figures: list[Figure], index: int) -> str:
    """The name of a count behind a criterion: 收入达到5万元以上的有12个村, 80岁以上老人378人."""
    figure = figures[index]
    if not index or figures[index - 1].clause != figure.clause or figure.item:
        return ""
    before = figures[index - 1].mention
    gap = figure.before[-(figure.mention.hedge.start - before.end) :] if figure.mention.hedge.start > before.end else ""
    size = not figures[index - 1].core and gap and figures[index - 1].left.strip(" \x01") + gap != gap
    if not re.match(r"以上|以下|以内|的", gap) and not size:
        return ""
    phrase = _criterion_phrase(figures, index)
    if (noun := re.match(r"(?:以[上下内])?的([\u4e00-\u9fff]{3,}?)(?:还|共|已|均)?有?\Z", gap)) and len(phrase) > LONG:
        return with_measure(noun[1], figures, index)
    if not _CRITERION.fullmatch(gap):
        return with_measure(phrase, figures, index) if len(phrase) <= 24 else ""
    earlier = last_named(figures, index - 1)
    noun_behind = split_predicate(figure.right)[0] if begins_noun(figure.right) else ""
    noun_name = noun_behind or (earlier.subject if earlier else "") or COUNTED_NOUN.get(figure.unit_kind, "")
    return f"{phrase.removesuffix('的')}的{noun_name}" if len(phrase) <= 24 and noun_name else ""


def _criterion_phrase(figures: list[Figure], index: int) -> str:
    """The clause up to the figure, from behind the figure before its criterion."""
    clause = re.split(r"[，。；：]", figures[index].before)[-1]
    earlier = figures[index - 2] if index > 1 and figures[index - 2].clause == figures[index].clause else None
    if earlier:
        clause = clause[-(figures[index].mention.hedge.start - earlier.mention.hedge.end) :]
    return strip_link(strip_lead(clause.replace("\x01", "").replace("\x00", "")))


def inherited_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a figure that has none of its own: that of the figure before, or of the clause before."""
    figure = figures[index]
    earlier = last_level(figures, index)
    topic = topic_before(figure)
    if figure.unit_kind in COUNTED_NOUN and (state := predicate_of(figure.right) or verb_behind(figure.right)):
        return state + COUNTED_NOUN[figure.unit_kind]
    if earlier and earlier.mention.unit == figure.mention.unit and (state := predicate_of(figure.right) or verb_behind(figure.right)):
        figure.subject = earlier.subject
        return verb_on(state, earlier.subject, figure)
    if earlier is None or (topic and figure.clause - earlier.clause > 1 and not left):
        return with_measure(left + topic if left else topic, figures, index) or figure.mention.unit
    alike = [f for f in figures[:index] if f.name and f.unit_kind == figure.unit_kind and f.kind == "level" and (not f.part or figure.part)]
    alike = [f for f in alike if "；" not in figure.before[len(f.before) :]]
    same = alike[-1] if alike else earlier
    figure.subject = (same if left else earlier).subject
    if left:
        return verb_on(left, same.subject or same.name, figure)
    if figure.unit_kind == "money" and re.search(r"合计|共计|总计", figure.left):
        return re.sub(r"每户|每人|人均|户均", "", earlier.name) + "合计"
    if "累计" in figure.left and earlier.mention.unit == figure.mention.unit:
        return f"{earlier.subject}累计数量" if figure.unit_kind == "count" else f"{earlier.subject}累计"
    if figure.unit_kind in ("household", "person") and not _people(earlier):
        return {"household": "总户数", "person": "总人口"}[figure.unit_kind]
    if figure.unit_kind == "person" and earlier.name == "总户数":
        return "总人口"
    head = without_counted(earlier.name)
    if figure.unit_kind == "person" and earlier.unit_kind == "household":
        return head + "人数"
    return with_measure(head, figures, index, chained=True)


def _people(figure: Figure) -> bool:
    return figure.unit_kind in ("household", "person", "money", "person-times", "event") or "户" in figure.name


def verb_on(verb: str, subject: str, figure: Figure) -> str:
    """A verb without object takes the subject of the figure before: 成功调解 + 矛盾纠纷."""
    if verb in _PER:
        return verb + subject
    if figure.unit_kind in COUNTED_NOUN:
        return f"{subject}{verb}{COUNTED_NOUN[figure.unit_kind]}"
    if figure.unit_kind == "land":
        return f"{subject}{verb}面积"
    if figure.unit_kind == "money":
        return subject + verb + ("" if verb.endswith(("资金", "金额", "款", "额", "费", "金", "投资", "收入")) else "资金")
    return f"{verb}{subject}" if figure.unit_kind == "event" else f"{verb}的{subject}"


def topic_before(figure: Figure) -> str:
    """The noun of the clause before, where that is short enough to be one."""
    clauses = re.split(r"[，。；：]", figure.before)[:-1]
    if field := _FIELD.findall("，".join(clauses[-2:])):
        return "".join(field[-1])
    for clause in reversed(clauses[-2:]):
        noun = strip_link(_BEFORE_PREDICATE.split(strip_lead(clause.strip("\x01\x00 ")), maxsplit=1)[0])
        if 2 <= len(noun) <= LONG and not verbs_only(noun):
            return noun
    return ""


def aspect_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect (产量, 参保率, 受益群众) with what it is the aspect of."""
    figure = figures[index]
    earlier = last_level(figures, index)
    subject = (earlier.subject or subject_of(earlier.name)) if earlier else topic_before(figure) or _topic_behind(figures, index)
    if left in _PER and earlier:
        return left + earlier.name
    if subject and earlier and figure.clause - earlier.clause > 3:
        subject = ""
    if not subject or _DIMENSION.search(subject) or left.startswith(subject[:2]) or len(subject) > LONG:
        return with_measure(left, figures, index)
    if subject.endswith(left) or left in subject:
        return with_measure(subject, figures, index)
    return verb_on(left, subject, figure) if verbs_only(left) else with_measure(subject + left, figures, index)


def _topic_behind(figures: list[Figure], index: int) -> str:
    """Money without a topic is for what the next figure counts: 投资75.5万元，实施危房改造33户."""
    if index + 1 < len(figures) and figures[index + 1].mention.form != "rank" and figures[index + 1].clause == figures[index].clause + 1:
        return subject_of(left_phrase(figures[index + 1].left))
    return ""
