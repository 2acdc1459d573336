"""What the three branches of an economy add up to: 三次产业结构由18:47:35优化为16:48:36."""

import re

from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.numbers.hedges import Hedge
from township_analysis.lang.numerals import plain_number
from township_analysis.reading.document import Span

_PART = r"(\d{1,2}(?:\.\d+)?)"
#: The first digit stands before the look-behind: so it is what is looked for, and not every character in turn.
RATIO = re.compile(rf"(\d(?<![\d.:]\d)\d?(?:\.\d+)?) ?[:：] ?{_PART} ?[:：] ?{_PART}(?![\d:]|\.\d)")
#: What is divided; a table's cell has it some lines before.
_WHOLE = re.compile(
    r"(?P<whole>(?:三次|三大|一二三次?|第?一、二、三次?|三)产业?|产业|经济)(?P<what>投资|就业(?:人员|人口)?|从业人员|税收)?(?P<how>结构|比(?![重例]))?"
)
_NEAR = 60
ORDINALS = ("第一产业", "第二产业", "第三产业")


def find_compositions(plain: str) -> list[Mention]:
    """The three shares of a ratio of the branches of the economy, wherever they add up to a hundred.

    >>> [m.value for m in find_compositions("三次产业结构调整为16:48:36。会议9:30:61开始")]
    [16, 48, 36]
    """
    return [mention for ratio in RATIO.finditer(plain) if _divides(plain, ratio) for mention in _shares(ratio)]


def without_compositions(spans: list[Span], shares: list[Mention]) -> list[Span]:
    """The spans that hold no figure, without the times of day that such a ratio looks like."""
    if not shares:
        return spans
    places = {place for share in shares for place in range(share.start, share.end)}
    return [span for span in spans if places.isdisjoint(range(span.start, min(span.end, span.start + 20)))]


def composition_name(figures: list[Figure], index: int, left: str) -> str:
    """三次产业结构…18:47:35: 三次产业结构第二产业比重, for the second."""
    figure = figures[index]
    if figure.mention.form != "composition":
        return ""
    ahead = re.search(r"(?:[\d.]+ ?[:：] ?){0,2}\Z", figure.before)
    whole = list(_WHOLE.finditer(figure.before[-_NEAR:]))
    if not ahead or not whole:
        return ""
    which = ahead[0].count(":") + ahead[0].count("：")
    told = whole[-1]["whole"] + (whole[-1]["what"] or "") + (whole[-1]["how"] or "")
    return f"{told}{ORDINALS[which]}比重"


def with_its_ratio(figure: Figure, before: Figure | None) -> None:
    """Give a share the time of the one before it in its ratio, which stands next to the date."""
    if before and figure.mention.form == before.mention.form == "composition" and figure.left.strip(" ") in (":", "："):
        figure.period, figure.status = before.period, before.status


def _divides(plain: str, ratio: re.Match[str]) -> bool:
    total = sum(plain_number(part) for part in ratio.groups())
    clause = re.split(r"[。；]", plain[max(0, ratio.start() - _NEAR) : ratio.start()])[-1]
    return abs(total - 100) <= 1 and bool(_WHOLE.search(clause))


def _shares(ratio: re.Match[str]) -> list[Mention]:
    return [
        Mention(*ratio.span(n), plain_number(ratio[n]), None, "", Hedge("exact", *ratio.span(n)), "composition")
        for n in (1, 2, 3)
    ]
