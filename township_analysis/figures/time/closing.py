"""A figure under a closing date (截至6月底, 2016年末): what stands on that day, or was done up to it."""

import calendar
import re

from township_analysis.figures.model import Figure
from township_analysis.figures.time.overyears import is_done
from township_analysis.figures.time.stocks import is_stock
from township_analysis.figures.words import act_pattern
from township_analysis.lang.periods import PeriodMention, shortest

#: 12个村通了自来水: villages of which something is true on a day.
_PLACES = re.compile(r"(?:村\(居\)|村|社区|组|县|乡镇|街道)\Z")


def is_a_day(date: PeriodMention, plain: str) -> bool:
    """True for 2016年末 by itself: what runs up to a day has 截至, 截止 or 到 before it."""
    return plain[date.end - 1] == "末" and plain[date.start] not in "截到至" and plain[date.start - 1] not in "到至"


def until(written: str, figure: Figure, *, a_day: bool) -> str:
    """A stock at a closing date, or a flow from 1 January to it."""
    counted = figure.unit_kind == "count" and not figure.mention.unit.endswith("次")
    places = counted and _PLACES.search(figure.name) and not act_pattern().search(figure.left)
    stock = bool(places) or is_stock(figure, dated=True, standing=a_day or (counted and not is_done(figure)))
    year, _, rest = written.partition("-")
    if not rest:  # 截止2019年
        return f"{year}-12-31" if stock else year
    if stock:
        return written if rest.count("-") else f"{written}-{_last_day(int(year), int(rest)):02}"
    month, day = rest[:2], rest[3:]
    ends_month = not day or int(day) == _last_day(int(year), int(month))
    return shortest(f"{year}-01/{year}-{month}") if ends_month else f"{year}-01-01/{written}"


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
