"""When and before whom a report was read out: the day of an assembly."""

import re

from township_analysis.lang.periods import PeriodMention, find_periods

#: When and where a government report was read out: the date before the place, or below it.
SESSION_AFTER = re.compile(r"[，) ]*(?:下午|上午)?在[^。]{4,40}(?:会议|大会)")
SESSION_IN = re.compile(r"[^。，]{4,40}(?:会议|大会)上")
SESSION_BEFORE = re.compile(r"(?:会议|大会)上?(?:的(?:工作)?报告)?[\s(]*(?:\n[^，。；：\d]{2,20}\n\s*)?$")
TO_CONGRESS = re.compile(r"代表[^。]{0,30}向[^。]{0,20}大会[^。]{0,30}报告")
#: The day on the front of a paper, alone on its line below who wrote it: 石桥镇人民政府 / 2012年2月10日.
DATELINE = re.compile(
    r"(?:政府|党委|委员会|办事处|办公室)\n+[( ]*(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?[) ]*\n"
)
TURN = ("1", "01", "2", "02", "3", "03", "11", "12")  # months around the turn of the year, when a year is summed up
FRONT = 800


def session_of(plain: str) -> PeriodMention | None:
    """The day on which a report was read out to an assembly."""
    front = plain[:FRONT]
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


def to_congress(plain: str) -> bool:
    """Whether a text is a report to an assembly, by its day or by its first words."""
    front = plain[:FRONT]
    return bool(session_of(plain) or TO_CONGRESS.search(front))


def year_of_paper(plain: str) -> str | None:
    r"""The year summed up by a paper that is dated on its front around the turn of a year, below who wrote it.

    Example:
        >>> year_of_paper("石桥镇人民政府\n2012年2月10日\n各位领导：")
        '2011'
    """
    day = DATELINE.search(plain, 0, FRONT // 4)
    if not day or day["month"] not in TURN:
        return None
    return day["year"] if day["month"] in ("11", "12") else str(int(day["year"]) - 1)
