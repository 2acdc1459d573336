"""In which year a report was read out, and so which years its 去年, 今年 and 明年 are."""

import re
from dataclasses import replace

from township_analysis.figures.time.setting import last_year
from township_analysis.lang.periods import PeriodMention
from township_analysis.report.model import Report
from township_analysis.report.named import REPORT
from township_analysis.report.session import FRONT, session_of, year_of_paper, year_read

#: Told in the year after, though nothing is planned.
_GONE = re.compile(r"(?<!即将)过去的(?:这)?一年")
_SAID = re.compile(r"[截到至自从于在 ]{0,3}(?:前年|去年|今年|明年|来年)")
#: Said of the year planned by who writes in the year reviewed: 二、明年工作打算.
_NEXT = re.compile("明年|来年")
_OPENS = 12  # characters of a plan, its heading or its first words, that say for when it is
#: What follows 今年 where it is the year in which the report is read out, in the midst of its review.
_AHEAD = re.compile(r"[^。；\n]{0,40}?(?:将|要(?!素)|拟|继续|计划|预算|力争|争取|确保|预计)|[，是]")
#: 去年 at the head of a sentence of the review is the year reviewed.
_LAST_YEAR = re.compile(r"(?:[。；\n]|\A)[\s\u3000]*去年(?!同期|上半年|[^，。；]{0,6}[以相]比)")


def dated_as_told(report: Report, dates: list[PeriodMention]) -> list[PeriodMention]:
    """The dates of a report, 去年 and its like with their year where it was read out after the year it reviews.

    Args:
        report: With its period and sections.
        dates: As they are written.
    """
    year = _year_told(report)
    if year is None:
        return dates
    review = _review(report)
    own = 0 if _LAST_YEAR.search(review) else len(review)  # what the clerk wrote of the year reviewed, in that year
    return [
        replace(date, year=year + date.offset, offset=None)
        if date.offset is not None
        and _SAID.match(report.plain, date.start)
        and not _is_base(date, report.plain)
        and not (date.offset == 0 and date.start < own and not date.part and not _AHEAD.match(report.plain, date.end))
        else date
        for date in dates
    ]


def _review(report: Report) -> str:
    """The text before the first section that plans."""
    plans = [section.start for section in report.sections if section.role == "plan"]
    return report.plain[: min(plans, default=len(report.plain))]


def _is_base(date: PeriodMention, plain: str) -> bool:
    """True for 由去年的6家增加到9家: whenever that was written, they grew in the year reported."""
    return (date.offset or 0) < 0 and plain[max(0, date.start - 1) : date.start] in ("由", "从")


def _year_told(report: Report) -> int | None:
    """The year after the one reported where the text was read out then, else None."""
    reviewed, planned = last_year(report.period), last_year(report.plan_period)
    if reviewed and planned is None and _GONE.search(report.plain[:FRONT]) and "今年以来" not in report.plain:
        return reviewed + 1
    if reviewed is None or planned is None or planned == reviewed:
        return None
    session = session_of(report.plain)
    if session and session.year:
        return session.year if session.year == reviewed + 1 else None
    if read := year_read(report.title, reviewed):
        return read
    review = _review(report)
    title = report.title or ""
    after = REPORT.search(title) or year_of_paper(report.plain, title) == str(reviewed) or _LAST_YEAR.search(review)
    opens = [report.plain[one.start : one.start + _OPENS] for one in report.sections if one.role == "plan"]
    return reviewed + 1 if after and "今年" not in review and not _NEXT.search("".join([review, *opens])) else None
