"""Shares that a ratio gives, of a hundred or of ten: 三次产业结构由18:47:35优化为16:48:36, 粮经比7.1:2.9."""

import re

from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.numbers.hedges import Hedge
from township_analysis.lang.numerals import plain_number
from township_analysis.reading.document import Span

_PART = r"(\d{1,2}(?:\.\d+)?)"
#: The first digit stands before the look-behind: so it is what is looked for, and not every character in turn.
RATIO = re.compile(rf"(\d(?<![\d.:]\d)\d?(?:\.\d+)?) ?[:：] ?{_PART}(?: ?[:：] ?{_PART})?(?![\d:：]|\.\d)")
#: What is divided, in branches or in parts that one character each names; a table's cell has it some lines before.
_TOLD = re.compile(
    r"(?P<whole>(?:三次|三大|一二三次?|第?一、二、三次?|三)产业?|产业|经济)(?P<what>投资|就业(?:人员|人口)?|从业人员|税收)?"
    r"(?:增加值)?(?P<share>比[重例])?"
    r"|(?P<mix>(?P<parts>粮经饲|粮经|粮菜|农牧|轻重|城乡)(?:作物|种植|工业|人口|面积)*(?:比例|结构|比))"
)
_NAMED = {
    "粮": "粮食作物", "经": "经济作物", "饲": "饲料作物", "菜": "蔬菜", "农": "农业", "牧": "畜牧业",
    "轻": "轻工业", "重": "重工业", "城": "城镇", "乡": "乡村",
}  # fmt: skip
_NEAR = 60
_TENTHS = 10
ORDINALS = ("第一产业", "第二产业", "第三产业")


def find_compositions(plain: str) -> list[Mention]:
    """The shares of a ratio of the branches of the economy or of crops, wherever they add up to a hundred or to ten.

    >>> [m.value for m in find_compositions("三次产业结构调整为16:48:36。会议9:30:61开始")]
    [16, 48, 36]
    >>> [m.value for m in find_compositions("粮经比例由68∶32调整为63∶37".replace("∶", ":"))]
    [68, 32, 63, 37]
    """
    if not _TOLD.search(plain):
        return []
    return [mention for ratio in RATIO.finditer(plain) if _divides(plain, ratio) for mention in _shares(ratio)]


def branches_of(cell: str) -> re.Match[str] | None:
    """The three shares that a table's cell holds and no more: 18:47:35."""
    found = RATIO.fullmatch(cell)
    return found if found and found[3] else None


def without_compositions(spans: list[Span], shares: list[Mention]) -> list[Span]:
    """The spans that hold no figure, without the times of day that such a ratio looks like."""
    if not shares:
        return spans
    places = {place for share in shares for place in range(share.start, share.end)}
    return [span for span in spans if places.isdisjoint(range(span.start, min(span.end, span.start + 20)))]


def composition_name(figures: list[Figure], index: int, left: str) -> str:
    """三次产业结构…18:47:35: 第二产业占比, for the second; 第二产业比重 or 比例 where the text says so."""
    figure = figures[index]
    if figure.mention.form != "composition":
        return ""
    ahead = re.search(r"(?:[\d.]+ ?[:：] ?){0,2}\Z", figure.before)
    told = list(_TOLD.finditer(figure.before[-_NEAR:]))
    if not ahead or not told:
        return ""
    which, last = ahead[0].count(":") + ahead[0].count("："), told[-1]
    if last["mix"]:
        return f"{last['mix']}中{_NAMED[last['parts'][which]]}比重"
    what = last["what"] or ""
    return ORDINALS[which] + last["share"] if last["share"] and not what else share_name(ORDINALS[which], what)


def share_name(ordinal: str, what: str = "") -> str:
    """What a share of the three branches is called, of the economy or of their 投资, 就业.

    >>> share_name("第二产业"), share_name("第三产业", "就业")
    ('第二产业占比', '第三产业就业占比')
    """
    return f"{ordinal}{what}占比"


def with_its_ratio(figure: Figure, before: Figure | None) -> None:
    """Give a share the time of the one before it in its ratio, which stands next to the date."""
    if before and figure.mention.form == before.mention.form == "composition" and figure.left.strip(" ") in (":", "："):
        figure.period, figure.status = before.period, before.status


def _divides(plain: str, ratio: re.Match[str]) -> bool:
    parts = [plain_number(part) for part in ratio.groups() if part]
    clause = re.split(r"[。；]", plain[max(0, ratio.start() - _NEAR) : ratio.start()])[-1]
    told = list(_TOLD.finditer(clause))
    fits = bool(told) and len(parts) == len(told[-1]["parts"] or ORDINALS)
    return fits and (abs(sum(parts) - 100) <= 1 or round(sum(parts), 1) == _TENTHS)


def _shares(ratio: re.Match[str]) -> list[Mention]:
    return [
        Mention(*ratio.span(n), plain_number(ratio[n]), None, "", Hedge("exact", *ratio.span(n)), "composition")
        for n in (1, 2, 3)
        if ratio[n]
    ]
