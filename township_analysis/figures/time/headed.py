"""The years that a heading, a paragraph or a sentence before a figure is about."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from township_analysis.figures.time.dates import Dates, Turn, dates_between, is_whole_year, last_before
from township_analysis.lang.periods import PeriodMention
from township_analysis.report.model import Section

#: 2025年工作回顾和“十四五”成就: a heading that names one year before the span.
_YEAR_FIRST = re.compile(r"[^\n]{0,8}?(?:19|20)\d\d年(?![来以至到—-])[^\n]{0,12}[和及与暨、]")
#: “八五”期间和1995年的工作: a heading that names it behind the span.
_YEAR_LAST = re.compile(r"[^\n]{4,20}?[和及与暨、](?:19|20)\d\d年(?![来以至到—-])")
_SETS_OUT = ("，", "是")  # behind the year of a paragraph
_WHOSE = 8  # characters of whose paragraph it is, before its closing date: 该自然村截止2009年底
_FIRST_WORDS = 4  # characters of numbering, and of the text under a heading, that may name its years
#: “十四五”时期发展成就和“十五五”时期主要目标任务.
_TWO_SPANS = re.compile(r"五”[^“]{2,16}[和与及、]“[一二三四五六七八九十]{1,2}五”")
_SECTION = 2_000  # characters over which months told once hold
_COMPARED = 6  # years before (比上年同期) that may stand in between
_AT_START = 4  # characters of a paragraph before the year that it begins with
_PART_OF_YEAR = re.compile(r"H1|Q\d|01/\d\d")


def base_before(dates: Dates, start: int, at: int) -> PeriodMention | None:
    """The last 由2006年的 or 同“十五”时期相比 before a place in its sentence: later bases without a year share it."""
    return last_before(dates.bases, start, at)


def span_before(dates: Dates, start: int, at: int) -> PeriodMention | None:
    """The last span of years (五年来, “十三五”时期) that a stretch of text speaks of before a place in it."""
    return last_before(dates.spans, start, at)


def year_of_paragraph(dates: Dates, plain: str, start: int, at: int, last: int | None) -> int | None:
    """The year that a sentence of the paragraph before a place begins with (2010年，我乡遭遇大旱。).

    Amid what is told of several years a sentence on the ``last`` of them turns to that year for itself alone, but for
    one that sets out with it (2025年，全县…).
    """
    opening = last_before(dates.openings, start, at)
    within = opening and (opening.start > start + _AT_START or not plain.startswith(_SETS_OUT, opening.end))
    alone = opening and opening.year == last and within
    return opening.year if opening and not alone else None


def closing_of_paragraph(dates: Dates, line: int) -> PeriodMention | None:
    """The closing date among the first words of a paragraph (截止2009年底，…): what its sentences tell stood then."""
    first = next(iter(dates_between(dates, line, line + _WHOSE)), None)
    return first if first and first.until and first.year else None


def year_gone_on(dates: Dates, start: int, at: int, last: int | None) -> int | None:
    """The year before the ``last`` that a sentence before a place began with, where no other was named since.

    A report read out in the middle of a year tells of the one before it: 2018年粮食总产…。油料产量….
    """
    opening = last_before(dates.openings, start, at)
    if not (opening and last and opening.year == last - 1):
        return None
    since = dates_between(dates, opening.end, at)
    return None if any(date.year == last or date.offset == 0 or date.until for date in since) else opening.year


def season_before(dates: Dates, plain: str, start: int, at: int, last: int | None) -> PeriodMention | None:
    """The months across the turn of the ``last`` year that a stretch was told to be of, until another time is named.

    Births are counted from October to September (2010年10月至2011年9月), water works from November to March.
    """
    behind = bisect_left(dates.every, at, key=attrgetter("start"))
    named = (date for date in reversed(dates.every[max(0, behind - _COMPARED) : behind]) if (date.offset or 0) >= 0)
    season = next(named, None)
    if season is None or not max(start, at - _SECTION) <= season.start or not season.last_part or not season.year:
        return None
    return season if season.last == season.year + 1 == last and plain.find("目前", season.end, at) < 0 else None


def headed_span(section: Section | None, sections: dict[str, Section], dates: Dates) -> PeriodMention | None:
    """The span of years that the heading of a section, or of one around it, names (过去五年工作回顾)."""
    while section is not None:
        ends = section.start + len(section.heading or "")
        several = _TWO_SPANS.search(section.heading or "")  # what is planned under it is for the last
        span = span_before(dates, section.start, ends if several else ends + _FIRST_WORDS)
        if span:
            return None if _is_beside_a_year(span, section) else span
        section = sections.get(section.parent or "")
    return None


#: 2021年重点工作, and not an item that says what is reached by when: 总产值年均增长10%，到2020年达到5亿元.
_HAS_YEAR = re.compile(r"(?<![到至比较])(?:[12]\d{3}|[一二][一二三四五六七八九〇○零]{3})年|[今本去明]年")


def headed_year(section: Section | None, sections: dict[str, Section], dates: Dates) -> str | None:
    """The one year that the heading of a section, or of one around it, names (2021年重点工作)."""
    while section is not None:
        if section.heading and _HAS_YEAR.search(section.heading):
            named = dates_between(dates, section.start, section.start + len(section.heading) + 4)
            if named:
                return str(named[0].year) if len(named) == 1 and is_whole_year(named[0]) else None
        section = sections.get(section.parent or "")
    return None


def headed_part(section: Section | None, sections: dict[str, Section], dates: Dates) -> PeriodMention | None:
    """The part of a year that the heading of a section, or of one around it, names alone (1—9月经济指标完成情况)."""
    while section is not None:
        if section.heading:
            named = dates_between(dates, section.start, section.start + len(section.heading))
            if named:
                return named[0] if len(named) == 1 and _PART_OF_YEAR.fullmatch(named[0].part) else None
        section = sections.get(section.parent or "")
    return None


def speaks_of_one_year(dates: Dates, plain: str, start: int, at: int, line: int) -> bool:
    """True where, since the heading of a span of years, a paragraph has turned to its last year (2025年，…).

    Behind a topic a year holds for its own paragraph, which begins at ``line``, where the heading names it as well.
    """
    turn = turn_before(dates, at, line if _YEAR_LAST.match(plain, start) else None)
    if turn and turn.line >= start:
        return turn.one
    return bool(_YEAR_FIRST.match(plain, start))


def turned_span(dates: Dates, start: int, at: int) -> PeriodMention | None:
    """The span of years that the last paragraph turned to in its first words, unless a later one turned to one year."""
    turn = turn_before(dates, at)
    return span_before(dates, turn.line, turn.end + 1) if turn and turn.opens and turn.line >= start else None


def turn_before(dates: Dates, at: int, line: int | None = None) -> Turn | None:
    """The last turn before a place; one to a year behind a topic only in the paragraph that begins at ``line``."""
    found = bisect_right(dates.turns, at, key=attrgetter("end")) - 1
    while found >= 0 and dates.turns[found].alone and dates.turns[found].line + 1 != line:
        found -= 1
    return dates.turns[found] if found >= 0 else None


def _is_beside_a_year(span: PeriodMention, section: Section) -> bool:
    """True for 今后五年 in a heading that goes on to next year's work, which most of the section is about."""
    return (span.years or 0) < 0 and bool(re.search(r"(?:19|20)\d\d年|[今明]年", section.heading or ""))
