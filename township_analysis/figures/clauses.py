"""Cuts a sentence around its figures: what stands before and behind each, and in which clause."""

import re
from bisect import bisect_left, bisect_right

from township_analysis.figures.model import Figure, Mention, kind_of_unit
from township_analysis.figures.words import act_pattern, is_aspect

#: The colon of 面积分别为：3亩、2亩 parts nothing.
_CLAUSE_END = re.compile(r"[，。；！？\n]|(?<!分别[为是])：")
_BARE = re.compile(r"\([\d.]+\)")
_BRACKET = re.compile(r"\([^()\n]*\)")
_ITEM = re.compile(r" *(?:、|/|和(?![谐平美睦])|与|及|以及|，?并(?!网))")
DATE, HOLE = "\x01", "\x00"
#: What a copied page leaves between characters.
_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff，、“”]) +(?=[\u4e00-\u9fff，、“”])")
#: A heading that a blank parts from its sentence: 新农村建设 完成水泥路建设12公里.
_HEADING = re.compile(
    r"\A[\s\x01]*(?:[一二三四五六七八九十\d]{1,2}[、.．] ?)?"
    r"[\u4e00-\u9fff]{2,6}(?:建设|产业|生产|工作|事业|经济|农业|工业|管理|概况|情况|简介|方面) +"
    r"(?=[\u4e00-\u9fff]{2})"
    r"|\A[\s\x01]*[\u4e00-\u9fff、]{2,8} +(?=全[镇乡县区市年]|今年|我[镇乡县]|本[镇乡])"
)
#: What things are for others: 以16家合作社为龙头.
_AS_WHAT = re.compile(
    r"(?<=.)(?:作?为)(?:龙头|重点|示范|主体|依托|核心|载体|中心|抓手|试点|骨干|主)(?:的[\u4e00-\u9fff]*)?\Z"
)
_TAKEN = re.compile(r"以(?![上下来内及前后外])[^，]*\Z")
#: Those left out: 除3户低保户外.
_BUT = re.compile(r"(?P<who>(?![未没无])[\u4e00-\u9fff]*?(?<!在))[以之]?外")
#: 投资60万元的6条油路和投资40万元的桥: where the next of two things begins.
_SUMS_APART = 18  # characters from the word 投资 over its sum and a count
_NEXT_SUM = re.compile(r"\A(?P<noun>[^，]+?)[、和及与](?P<sum>(?:计划|概算)?总?投资额?)\Z")
#: What a ratio is to, which is no noun: 2.4:1.
_TO_ONE = re.compile(r"\A ?[:：] ?1(?:00)?(?![\d.])")
_CASES = ("件", "件(次)", "批", "批次", "起", "件次", "封")
#: 两万多人民群众 are 人民群众.
_PEOPLE = re.compile(r"民(?!警|兵|工|办|生|营|俗|政|间|居|国|事|族)")


def figures_of_sentence(
    plain: str, start: int, end: int, mentions: list[Mention], dates: list[tuple[int, int]]
) -> list[Figure]:
    """The figures of a sentence with the words around each.

    Args:
        plain: The aligned text.
        start: Where the sentence begins.
        end: Where it ends.
        mentions: The figures in it, in order.
        dates: The dates and numbering in it, which belong to no name.
    """
    flat = _masked(plain[start:end], [(a - start, b - start) for a, b in dates], DATE)
    flat = _BRACKET.sub(_one_word, flat)
    inner = _brackets_with(flat, start, mentions)
    outer = _masked(flat, inner, HOLE)
    marks = [m.start() for m in _CLAUSE_END.finditer(flat)]
    groups: dict[tuple[int, int] | None, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(_bracket_of(mention, start, inner), []).append(mention)
    figures = [
        _figure(mention, flat if bracket else outer, start, before, after, bracket, marks)
        for bracket, group in groups.items()
        for before, mention, after in zip([None, *group], group, [*group[1:], None], strict=False)
    ]
    figures.sort(key=lambda figure: figure.mention.start)
    _mark_parts(figures)
    _mark_reach(figures)
    return figures


def _one_word(bracket: re.Match[str]) -> str:
    """A bracket without a figure ends no clause and no item of a list: 生产总值(预计，下同)、财政收入."""
    return bracket[0] if re.search(r"\d", bracket[0]) else _CLAUSE_END.sub(HOLE, bracket[0].replace("、", HOLE))


def _mark_reach(figures: list[Figure]) -> None:
    """How far back the words of each figure reach: over the figures that it follows without a word."""
    for index, figure in enumerate(figures):
        figure.reach = len(figure.left)
        before = figures[index - 1] if index else None
        if before and not figure.left.strip() and not figure.item and before.clause == figure.clause:
            figure.reach = before.reach + figure.mention.hedge.start - before.mention.hedge.start


#: What else than 其中 opens a breakdown: 投入资金320万元，包括上级补助200万元.
INCLUDES = re.compile(r"[\x01 ]*(?:包括|包含|含(?![水油糖硒金量税盐氧沙铁]))(?=[\u4e00-\u9fff]{2,10}\Z)")


def _mark_parts(figures: list[Figure]) -> None:
    """The figures behind 其中, as far as its clause or bracket goes, and the members of the breakdown behind it."""
    first = 0  # the first part of the last breakdown
    for index, figure in enumerate(figures):
        before = figures[index - 1] if index else None
        follows = (
            before is not None and before.part and before.clause == figure.clause and before.bracket == figure.bracket
        )
        told = "其中" in figure.left or INCLUDES.match(figure.left) is not None
        first = index if told else first
        figure.part = told or figure.bracket or bool(follows) or _goes_on(figures, first, index)


def _goes_on(figures: list[Figure], first: int, index: int) -> bool:
    """True for the next member of a breakdown: 果树3200亩，其中苹果2000亩，梨1200亩 has two parts."""
    here, before = figures[index], figures[index - 1]
    if (
        not first
        or not before.part
        or before.bracket
        or here.clause - before.clause != 1
        or act_pattern().match(here.left)
    ):
        return False
    whole = next((f for f in figures[first - 1 :: -1] if _sort(f) == _sort(here) and not f.part), None)
    parts = [f for f in figures[first : index + 1] if _sort(f) == _sort(here) and not f.bracket]
    alike = len(parts) > 1 and _sort(figures[first]) == _sort(here) and here.text[here.at - len(here.left) - 1] == "，"
    noun = here.left.strip("\x01 ")
    if whole is None or not alike or not noun or is_aspect(noun):
        return False
    return sum(f.mention.value or 0 for f in parts) <= (whole.mention.value or 0) * 1.0001


def _sort(figure: Figure) -> str:
    """The unit; those of letters and visits are one: 来信来访62件(次)，其中来信18件，来访44批."""
    return "件" if figure.mention.unit in _CASES else figure.mention.unit


def _masked(text: str, spans: list[tuple[int, int]], filler: str) -> str:
    parts, done = [], 0
    for a, b in sorted(spans):
        if a >= done:
            parts += [text[done:a], filler * (b - a)]
            done = b
    return "".join([*parts, text[done:]])


def _brackets_with(text: str, start: int, mentions: list[Mention]) -> list[tuple[int, int]]:
    """The brackets that hold a figure, or a number without a unit: 比去年同期(429)多生7人."""
    starts = [m.start - start for m in mentions]
    spans = [m.span() for m in _BRACKET.finditer(text)]
    units = [(m.start - start, m.end - start) for m in mentions]
    return [
        (a, b) for a, b in spans
        if (bisect_left(starts, a) < bisect_left(starts, b) or _BARE.fullmatch(text, a, b))
        and not any(s <= a < b <= e for s, e in units)
    ]  # fmt: skip


def _bracket_of(mention: Mention, start: int, brackets: list[tuple[int, int]]) -> tuple[int, int] | None:
    return next(((a, b) for a, b in brackets if a <= mention.start - start < b), None)


def _clean(words: str) -> str:
    """The words beside a figure without the blanks that a copied page leaves between them."""
    return _BLANKS.sub("", _HEADING.sub("", words, count=1)).rstrip(" ") if " " in words else words


def _figure(
    mention: Mention,
    text: str,
    start: int,
    before: Mention | None,
    after: Mention | None,
    bracket: tuple[int, int] | None,
    marks: list[int],
) -> Figure:
    """A figure between the one before and the one after it, in its bracket or outside all of them."""
    low, high = bracket or (0, len(text))
    at, behind = mention.hedge.start - start, mention.hedge.end - start
    clause, following = bisect_right(marks, at), bisect_left(marks, behind)
    low = max(low, marks[clause - 1] + 1 if clause else 0)
    high = min(high, marks[following] if following < len(marks) else len(text))
    follows = before is not None and before.hedge.end - start > low
    left_start = before.hedge.end - start if before and follows else low
    right_end = min(high, after.hedge.start - start) if after else high
    left, right = text[left_start:at], text[behind : max(behind, right_end)].lstrip(HOLE)
    right = right if mention.unit else _TO_ONE.sub("", right)
    right = "" if right == "/" else right  # 1378台/22160千瓦
    right = "" if mention.unit and right.lstrip("十百千万亿") == mention.unit else right  # 3.2（去年2.1）亿元
    right = "人" + right if mention.unit == "人" and right.startswith("口") else right  # 14亿人口
    item = _ITEM.match(left) if follows else None
    left = _clean(left[item.end() :] if item else left)
    if "投资" in text[max(0, at - _SUMS_APART - len(left)) : at - len(left)]:
        left = _NEXT_SUM.sub(r"\g<sum>", left)
    if after and "投资" in text[max(0, behind - _SUMS_APART) : behind]:
        right = _NEXT_SUM.sub(r"\g<noun>", right)
    right = _AS_WHAT.sub("", _clean(right)) if _TAKEN.search(left) else _clean(right)
    if left.endswith(("除", "除了")) and (but := _BUT.fullmatch(right)):
        right = but["who"]
    if mention.unit == "人" and _PEOPLE.match(right):
        right = "人" + right
    kind = kind_of_unit(mention.unit, left, right)
    if mention.unit == "口" and kind == "person":
        right = re.sub(r"\A人(?![家均])", "", right)  # 12114口人
    return Figure(
        mention,
        left,
        right,
        opens=not follows,
        item=bool(item),
        clause=clause,
        text=text,
        at=at,
        behind=behind,
        unit_kind=kind,
        bracket=bracket is not None,
    )
