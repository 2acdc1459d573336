"""When and before whom a report was read out: the day of an assembly."""

import re

from township_analysis.lang.periods import PeriodMention, find_periods
from township_analysis.report.named import REPORT

#: When and where a government report was read out: the date before the place, or below it.
SESSION_AFTER = re.compile(r"[，) ]*(?:下午|上午)?在[^。]{4,40}(?:会议|大会|[党人]代会)")
SESSION_IN = re.compile(r"[^。，]{4,40}(?:会议|大会|[党人]代会)上")
SESSION_BEFORE = re.compile(
    r"(?:会议|大会|[党人]代会)上?(?:的?(?:政府)?(?:工作)?(?:报告|讲话|汇报))?[\s(]*(?:\n[^，。；：\d]{2,20}\n\s*)?$"
)
TO_CONGRESS = re.compile(r"代表[^。]{0,30}向[^。]{0,20}大会[^。]{0,30}报告")
#: The day on the front of a paper, alone on its line below who wrote it: 石桥镇人民政府 / 2012年2月10日.
DATELINE = re.compile(
    r"(?:政府|党委|委员会|办事处|办公室)\n+[( ]*(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?[) ]*\n"
)
#: The day below a paper, alone on its line.
SIGNED = re.compile(
    r"(?:\n[ \u3000(]*|\n[^\n，。；：]{0,20}(?:政府|委员会|党委|办事处|办公室)[ \u3000]*)"
    r"((?:19|20)\d\d ?年[^\n，。；：]{2,8}?)[ \u3000)]*(?=\n|\Z)"
)
#: The day below a title, alone on its line in brackets.
BELOW_TITLE = re.compile(r"\n[ \u3000]*\(((?:19|20)\d\d ?年[^\n，。；：()]{2,8}日)\)[ \u3000]*\n")
#: A title's own day: 政府工作报告(2020年1月).
OF_TITLE = re.compile(r"\(((?:19|20)\d\d年\d{1,2}月[^()]{0,3})\)\Z")
_TITLE_YEAR = re.compile(r"(?:19|20)\d\d")
#: The day on a page's front, in whatever form: of a paper on a part of a year it tells the year.
PUBLISHED = re.compile(r"(?<!\d)(20\d\d)[-./年]\d{1,2}[-./月]\d{1,2}(?!\d)")
TURN = ("1", "2", "3", "11", "12")  # months around the turn of the year, when a year is summed up
FRONT = 800


def session_of(plain: str, title: str = "") -> PeriodMention | None:
    """The day on which a report was read out to an assembly; its title may name day or assembly."""
    front = plain[:FRONT]
    if title and title not in front:
        front = f"{title}\n{front}"
    for day in find_periods(front):
        if day.full and len(day.part) == 5 and "/" not in day.part:
            before = front[max(0, day.start - 32) : day.start]
            inside = before.endswith("在") and SESSION_IN.match(front, day.end)
            if inside or SESSION_AFTER.match(front, day.end) or SESSION_BEFORE.search(before):
                return day
    return None


def year_before(day: PeriodMention) -> str:
    """The year that a report read out on this day reviews: the one before, but for the last months of a year."""
    return str(day.year if day.part >= "10" or day.year is None else day.year - 1)


def year_read(title: str | None, reviewed: int | None) -> int | None:
    """The year in which a report was read out, where its title says one after the year reviewed.

    A plan of five years may be put before an assembly years into it.

    >>> year_read("1955年政府工作报告", 1952), year_read("竹林镇2019年工作总结", 2019)
    (1955, None)
    """
    told = _TITLE_YEAR.match(title or "") if REPORT.search(title or "") else None
    return int(told[0]) if told and reviewed and int(told[0]) > reviewed else None


def to_congress(plain: str) -> bool:
    """Whether a text is a report to an assembly, by its day or by its first words."""
    front = plain[:FRONT]
    return bool(session_of(plain) or TO_CONGRESS.search(front))


def year_of_paper(plain: str, title: str = "", *, part: bool = False) -> str | None:
    r"""The year summed up by a paper that is dated around the turn of a year, on its front or below its last words.

    Args:
        plain: The aligned text.
        title: Its aligned title, which may end with the day.
        part: True for a paper on a part of a year: whenever it is dated, it is that year's.

    Example:
        >>> year_of_paper("石桥镇人民政府\n2012年2月10日\n各位领导："), year_of_paper("……\n石桥镇政府\n2011年12月8日")
        ('2011', '2011')
    """
    day = DATELINE.search(plain, 0, FRONT // 4)
    below = [*SIGNED.finditer(plain, max(0, len(plain) - FRONT // 4)), *OF_TITLE.finditer(title)]
    below = below or list(BELOW_TITLE.finditer(plain, 0, FRONT // 4))
    year, month = (day["year"], day["month"]) if day else _year_and_month(below[-1][1]) if below else ("", "")
    if part:
        published = PUBLISHED.search(plain, 0, FRONT // 4)
        return year or (published[1] if published else None)
    if month.lstrip("0") not in TURN:
        return None
    return year if month in ("11", "12") else str(int(year) - 1)


def _year_and_month(date: str) -> tuple[str, str]:
    """The year and the month of a date, whatever it is written in."""
    found = next((day for day in find_periods(date) if day.full and day.part), None)
    return (str(found.year), found.part[:2]) if found else ("", "")
