"""How exact a number is: 余, 约, 以上, 不足 and the like, from hedges.csv."""

import re
from dataclasses import dataclass
from functools import cache

from township_analysis.lang.tables import load_table

#: 约增长5%, 大约增加了300亩, 约占全镇的三成: the verb stays a word of the name.
_OF_VERB = re.compile(
    r"(?<!节)(?:约|大概|接近|将近)(?:(?:增长|增加|增|占|下降|减少|提高|需|合|相当于)[了到]?|占[^，。；\d]{1,12}的)\Z"
)

#: 每村至少配有1名村医: the verb stays, too.
_AT_LEAST = re.compile(r"(?:至少|最少|不少于)[\u4e00-\u9fff]{1,4}\Z")

#: 收入过10万元, 亩产过千斤: more than that; 开过3次会 is not.
_PASSES = re.compile(r"(?<=[入值资产量额均税收利售积模润进率次数口客栏中，、；。(])(过|破)\s?\Z")
_EACH = re.compile(r"(?:分别|均)[^，。；]*\Z")
_MEASURED = re.compile(r"元|斤|吨|亩|人次|%|[万千]人|[万千]头")


@dataclass(slots=True)
class Hedge:
    """How exact a number is.

    Attributes:
        approx: ``exact``, ``more``, ``less`` or ``about``.
        start: Where the hedge before the number begins, or the number itself.
        end: Where the hedge behind it ends, or the number itself.
    """

    approx: str
    start: int
    end: int


@cache
def hedges(place: str) -> dict[str, str]:
    """The hedges that stand before, inside or after a number, and what they say of it."""
    return {row["hedge"]: row["approx"] for row in load_table("hedges") if row["place"] == place}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, hedges(place)), key=len, reverse=True))
    if place == "before":  # 上 counts only in 上百, 上千; 近 not in 最近; 超 not in 赶超
        return re.compile(
            rf"(?:(?<![最附赶商领签预节公条大制特相合履违契邀以Bb彩])(?<!规民)|(?=不))({words})(?:了|过)?(?:达到?|到|有|为|是|在)?\s{{0,3}}\Z"
        )
    return re.compile(rf" ?(?:\([^()]{{0,6}}\))?(?:及(?=以[上下]))?({words})(?![级届])")


def hedge_inside(mark: str) -> str:
    """What 余, 多, 来 between numeral and unit say."""
    return hedges("inside").get(mark, "exact")


def hedge_around(plain: str, start: int, end: int, inside: str) -> Hedge:
    """The hedge of the number at ``plain[start:end]``; words around it count before one inside it."""
    own = _before(plain, start) or _passes(plain, start, end)
    before = own or _shared(plain, start)
    after = _pattern("after").match(plain, end)
    if after and after[1] in ("余", "多") and plain[after.end() : after.end() + 1] not in tuple("，。；、)"):
        after = None
    if not (after or before) and _OF_VERB.search(plain, max(0, start - 20), start):
        inside = "about"
    elif not (after or before) and _AT_LEAST.search(plain, max(0, start - 7), start):
        inside = "more"
    told = hedges("after")[after[1]] if after else _said_before(before) if before else ""
    approx = told or _shared_behind(plain, start, end) or inside
    return Hedge(approx, own.start() if own else start, after.end() if after else end)


def _passes(plain: str, start: int, end: int) -> re.Match[str] | None:
    return _PASSES.search(plain, max(0, start - 3), start) if _MEASURED.search(plain, start, end) else None


@cache
def _in_row() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A row that shares the hedge before its first number, and what stands behind one that shares its last one's."""
    before, after = ("|".join(map(re.escape, hedges(at))) for at in ("before", "after"))
    item = r"\d[\d.]*[^，。；、\d和]{1,5}"
    return (
        re.compile(rf"(?:分别|均)[^，。；\d]{{0,8}}?({before})了?(?:达到?|到|有|为)?(?:{item}[、和])+\Z"),
        re.compile(rf"(?:[、和]{item}?)+?({after})"),
    )


def _shared(plain: str, start: int) -> re.Match[str] | None:
    """The hedge that 分别 gives each of a row: 分别突破120亿元、100亿元."""
    return _in_row()[0].search(plain, max(0, start - 40), start) if plain[start - 1 : start] in ("、", "和") else None


def _shared_behind(plain: str, start: int, end: int) -> str:
    """What the hedge behind the last of a row says of those before it: 分别增长5%、6%左右."""
    if plain[end : end + 1] not in ("、", "和") or not _EACH.search(plain, max(0, start - 24), start):
        return ""
    found = _in_row()[1].match(plain, end)
    return hedges("after")[found[1]] if found else ""


def _said_before(before: re.Match[str]) -> str:
    return hedges("before").get(before[1], "more")


def _before(plain: str, start: int) -> re.Match[str] | None:
    found = _pattern("before").search(plain, max(0, start - 7), start)
    if found and found[1] == "上" and plain[start : start + 1] not in tuple("十百千万亿"):
        return None
    return found
