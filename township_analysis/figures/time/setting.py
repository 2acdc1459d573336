"""What is known of time where a figure stands: the report's periods, and the spans of years around it."""

from dataclasses import dataclass

from township_analysis.lang.periods import PeriodMention, shortest

DECEMBER = 12
TERM = 5  # years


@dataclass(slots=True)
class Setting:
    """What is known of time where a figure stands.

    Attributes:
        period: The report's period, or None.
        plan_period: The period that its plans are for, or None.
        role: The role of the section.
        span: A span of years that the paragraph or section speaks of (五年来, “十三五”时期), or None.
        near: True where the span stands in the same paragraph.
        headed: True where the heading of the section names the span.
        base: The last 由2006年的 or 同“十五”时期相比 in the sentence, or None.
        told: The year before the report's last, where a sentence before began with it and no other was named since.
        whole: The report's period, where the heading names a part of it that ``period`` is (1—9月经济指标).
        read: The year in which the report was read out, where its title says one after its period.
        term: The year in which the term of five years reviewed began, where the text says that (2016年以来).
        opening: The year that an earlier sentence of the paragraph begins with, or None.
        closed: The closing date that a profile's paragraph begins with (截止2009年底，…), or None.
        season: The months across the turn of the year that its section is of (2010年10月至2011年9月), or None.
    """

    period: str | None
    plan_period: str | None
    role: str | None
    span: PeriodMention | None = None
    near: bool = False
    headed: bool = False
    base: PeriodMention | None = None
    opening: int | None = None
    told: int | None = None
    whole: str | None = None
    read: int | None = None
    term: int | None = None
    closed: PeriodMention | None = None
    season: PeriodMention | None = None

    @property
    def year(self) -> int | None:
        """The year that 上半年, 6月底 and 去年 are said in."""
        planned = self.plans_for if self.role == "plan" else None
        return int(planned[:4]) if planned else last_year(self.period)

    @property
    def plans_for(self) -> str | None:
        """The period of a plan that names none: what the report says, else the time that comes after its own."""
        return self.plan_period or (time_after(self.period) if self.period else None)

    def resolve(self, date: PeriodMention) -> str | None:
        """A date in notation; 明年 is the year after the one reported, even where next year's plans are told."""
        if self.period and (date.years or 0) < 0:
            return date.resolve((last_year(self.period) or 0) + 1)  # 今后五年
        if date.years == TERM and self.term and self.role != "plan":
            return f"{self.term}/{last_year(self.period)}"
        return date.resolve(last_year(self.period) if self.period and (date.offset or 0) > 0 else self.year)


def last_year(period: str | None) -> int | None:
    """The year in which a period ends."""
    return int(period.rpartition("/")[2][:4]) if period else None


def of_years(period: str | None) -> bool:
    """True for several years (2016/2020)."""
    return bool(period) and len((period or "").replace("/", "")) == 8 and "-" not in (period or "")


def time_after(period: str) -> str:
    """The time that a report's plans are for where it does not say: the next year, or what is left of its own.

    >>> [time_after(told) for told in ("2019", "2016/2020", "2019-H1", "2019-Q1", "2019-01/2019-10")]
    ['2020', '2021', '2019-H2', '2019-Q2', '2019-11/2019-12']
    """
    year, month = month_of(period.rpartition("/")[2], first=False)
    if month == DECEMBER:
        return str(year + 1)
    ends = month + 3 if "-Q" in period else DECEMBER
    return shortest(f"{year}-{month + 1:02}/{year}-{ends:02}")


def lies_ahead(date: PeriodMention, setting: Setting) -> bool:
    """True for a date after the report's own period."""
    if not setting.period and setting.plan_period and date.year:
        return date.year >= int(setting.plan_period[:4])
    written = setting.resolve(date)
    if written and setting.read and (last_year(written) or 0) < setting.read:
        return False
    if not written or not setting.period or date.since or (date.year is None and date.offset is None and not date.part):
        return False
    ends = (setting.whole or setting.period).rpartition("/")[2]
    return month_of(written.partition("/")[0], first=True) > month_of(ends, first=False)


def is_past(date: PeriodMention, setting: Setting) -> bool:
    """True for a year before the one reported."""
    return date.year is not None and date.last is None and date.year < (last_year(setting.period) or 0)


def is_over_by_then(date: PeriodMention, setting: Setting, plain: str) -> bool:
    """True for months that are over before the reported time ends (1—5月份 of half a year), but not 预计1—5月份."""
    written = setting.resolve(date) if "/" in date.part and not plain.endswith("预计", 0, date.start) else None
    ends = (setting.period or "").rpartition("/")[2]
    return bool(written and ends) and month_of((written or "").rpartition("/")[2], first=False) < month_of(
        ends, first=False
    )


def later_this_year(date: PeriodMention, setting: Setting) -> bool:
    """True for a date in the year reported: what is expected by then (预计年底) is foreseen and no plan."""
    return last_year(setting.resolve(date)) == last_year(setting.period)


def lies_behind(date: PeriodMention, setting: Setting) -> bool:
    """True for a year (2019年, 去年) that lies before those that are planned."""
    if not (setting.period or setting.plan_period) or not (date.year or (date.offset or 0) < 0):
        return False
    planned = int(setting.plan_period[:4]) if setting.plan_period else last_year(setting.period) or 0
    begins = max(planned + (not setting.plan_period), setting.read or 0)
    return (date.last or last_year(setting.resolve(date)) or 0) < begins


def month_of(period: str, *, first: bool) -> tuple[int, int]:
    """The year and the first or last month of a period."""
    year, _, rest = period.partition("-")
    if rest.startswith(("H", "Q")):
        length = 6 if rest[0] == "H" else 3
        return int(year), (int(rest[1]) - 1) * length + 1 if first else int(rest[1]) * length
    return int(year), int(rest[:2]) if rest else (1 if first else 12)
