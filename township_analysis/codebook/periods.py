"""Which year of a panel a figure's period belongs to."""

import re

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-\d\d)?|-(?P<part>[HQ]\d))?")
LATE = 10  # a stock of October or later stands for its year: annual reports are often written in November


def year_of(period: str | None, statistic: str) -> int | None:
    """The year in which a period ends, or None where it is no year's value.

    A flow has to be a whole year's: neither a half-year's nor a sum over several years. A stock or rate may be that
    of a date late in the year, or be given for a span of years, at its end.

    Args:
        period: As in the figures table.
        statistic: ``stock``, ``flow`` or ``rate``.

    Example:
        >>> year_of("2019", "flow"), year_of("2019-12-31", "stock"), year_of("2014/2019", "stock")
        (2019, 2019, 2019)
        >>> year_of("2019-H1", "stock"), year_of("2014/2019", "flow")
        (None, None)
    """
    if not period:
        return None
    start, _, end = period.partition("/")
    point = _POINT.fullmatch(end or start)
    if point is None or point["part"]:
        return None
    year = int(point["year"])
    if statistic == "flow":
        return None if point["month"] or end else year
    if end and start[:4] == str(year):
        return None
    return year if not point["month"] or int(point["month"]) >= LATE else None


def end_of(period: str) -> str:
    """The end of a period, for sorting: ``2014/2019`` → ``2019``."""
    return period.rpartition("/")[2]
