"""Names that several figures share: chains (23户66人26.2万元) and lists with 分别."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.phrases import begins_noun, left_phrase, predicate_of, split_predicate
from township_analysis.figures.suffixes import COUNTED_NOUN, people_first
from township_analysis.figures.words import act_pattern, alternation, strip_link, verbs_only

_RESPECTIVELY = re.compile(r"(?:分别|各)(?=[^，。；]*\Z)")
_COMPARED_WITH = re.compile(r"(?:同比|环比|[比较](?:上年|去年|上一年)(?:同期)?|[比较]\x01+)\Z")
#: The words before the second of two values of one thing: 由A增长到B.
AGAIN = re.compile(
    r"(?:提高|增长|增加|上升|下降|降低|减少|扩大|发展|提升|缩短|压减|恢复|升|降|减|增|调整|变)(?:到|至|为)了?(?:的)?"
)
_ONLY_MOVES = re.compile(rf"(?:{alternation('rise')}|{alternation('fall')})")
_OF_ALL = re.compile(r"(?P<noun>[\u4e00-\u9fff]{0,6}?)的(?P<what>[\u4e00-\u9fff]{2,10})")


def paired_names(figures: list[Figure]) -> dict[int, str]:
    """Names of figures in lists with 分别: A和B分别达到1、2, or A 1元、B 2元，分别增长3%、4%."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        mark = _RESPECTIVELY.search(figure.left)
        run = _run(figures, index) if mark or _ONLY_MOVES.fullmatch(figure.left.strip("\x01，、 ")) else []
        if len(run) < 2:
            continue
        begins, ends = mark.span() if mark else (0, 0)
        before = _COMPARED_WITH.sub("", figure.left[:begins])
        heads = _listed(before, len(run))
        tail = ("同比" if before != figure.left[:begins] else "") + strip_link(figure.left[ends:].strip("\x01，、 "))
        if len(run) == 3 and "三次产业" in before:
            heads = [f"第{number}产业{left_phrase(before).partition('产业')[2]}" for number in "一二三"]
        if not heads and mark and not before.strip(" \x01，"):
            heads = _listed(re.split(r"[，。；：]", figure.before)[-2:-1][0], len(run)) if "，" in figure.before else []
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
    if count == 2 and phrase.startswith("城乡"):
        return ["城镇" + phrase[2:], "农村" + phrase[2:]]
    parts = [part for part in re.split(r"[、和与及]|以及", phrase) if part]
    if len(parts) != count:
        return []
    short, last = parts[0], parts[-1]
    if all(len(part) == len(short) for part in parts[:-1]) and len(last) >= len(short) + 2:
        return [*[part + last[len(short) :] for part in parts[:-1]], last]
    return parts


def _paired_with_before(figures: list[Figure], run: list[int], tail: str) -> dict[int, str]:
    """分别增长 after as many levels: each growth belongs to one of them."""
    earlier = [i for i in range(run[0]) if figures[i].kind in ("level", "share") and figures[i].core][-len(run) :]
    if len(earlier) < len(run):
        return {}
    return {at: f"\x02{before}\x02{tail}" for at, before in zip(run, earlier, strict=True)}


def chain_names(figures: list[Figure]) -> dict[int, str]:
    """Names of numbers in a row that share what stands behind the last: 27户29名特困人员, 1429户5168人稳定脱贫."""
    names: dict[int, str] = {}
    index = 0
    while index < len(figures):
        chain = _chain(figures, index)
        changed = AGAIN.fullmatch(figures[index].left.replace("\x01", "").strip())
        if len(chain) > 1 and not changed and verbs_only(left_phrase(figures[index].left)):
            names |= _named_chain(figures, chain)
        index = chain[-1] + 1
    return names


def _chain(figures: list[Figure], index: int) -> list[int]:
    chain = [index]
    for at in range(index + 1, len(figures)):
        gap = figures[at].left.strip(" \x01")
        people = figures[at].unit_kind in ("person", "household", "money", "person-times")
        counted = (
            not gap
            and not figures[at - 1].right.strip(" \x01、和")
            and figures[at].unit_kind not in ("percent", "points", "")
        )
        apart = figures[at].item and (
            gap
            or not _short_noun(figures[at - 1].right.strip("、和及与 "))
            or figures[at - 1].unit_kind not in ("person", "household")
        )
        if figures[at].clause != figures[index].clause or apart or not (people or counted) or not _short_noun(gap):
            break
        chain.append(at)
    return chain


def _short_noun(gap: str) -> bool:
    return gap in (
        "",
        "村",
        "屯",
        "嘎查",
        "行政村",
        "组",
        "社区",
        "乡",
        "镇",
        "县",
        "户",
        "乡镇",
        "共",
        "计",
        "，共",
        "、",
    )


def _named_chain(figures: list[Figure], chain: list[int]) -> dict[int, str]:
    last = figures[chain[-1]]
    behind = last.right.strip(" \x01")
    left = left_phrase(figures[chain[0]].left)
    if (shared := _OF_ALL.match(behind)) and act_pattern().fullmatch(left):
        what = left + shared["what"].removesuffix("问题")
        return {at: what + (COUNTED_NOUN.get(figures[at].unit_kind) or shared["noun"]) for at in chain}
    if state := predicate_of(behind):
        return {at: state + _counted(figures, at, chain) for at in chain}
    if figures[chain[0]].left.endswith("的") and left:
        return {at: left + _counted(figures, at, chain) for at in chain}
    if behind and not begins_noun(behind) and figures[chain[0]].unit_kind in COUNTED_NOUN:
        told = left_phrase(re.split(r"[，。；：、]", behind)[0])
        return {at: told + _counted(figures, at, chain) for at in chain} if 2 <= len(told) <= 10 else {}
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
