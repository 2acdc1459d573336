"""What is known of time at a place in a sentence: from the report, its headings and the dates before."""

import re
from collections.abc import Callable

from township_analysis.figures.known import Known
from township_analysis.figures.time.headed import (
    base_before,
    closing_of_paragraph,
    headed_part,
    headed_span,
    headed_year,
    season_before,
    span_before,
    speaks_of_one_year,
    turn_before,
    turned_span,
    year_gone_on,
    year_of_paragraph,
)
from township_analysis.figures.time.setting import DECEMBER, Setting, last_year, of_years
from township_analysis.lang.numerals import number_value
from township_analysis.lang.periods import PeriodMention, shortest
from township_analysis.report.model import Report, Section, Sentence
from township_analysis.report.outline import SET
from township_analysis.report.session import year_read

#: 今年后四个月重点工作: what is planned for the rest of the year.
_REST_OF_YEAR = re.compile(r"(?:今年|本年|全年|年内)[最]?(?:后|余下|剩余|剩下)的?([一二两三四五六1-6])个月")
#: A span of years among the first characters of a paragraph is what all of it is about (五年来，…).
_LEADS = 6


def settings_in(whole: Known, sentence: Sentence, line: int) -> Callable[[int], Setting]:
    """What is known of time at a place in a sentence, whose line begins at ``line``."""
    report, dates, section = whole.report, whole.dates, whole.sections.get(sentence.section_id or "")
    role = _role(report, section)
    headed = headed_span(section, whole.sections, dates) if role != "problems" else None
    headed = headed or (whole.term_from(sentence.start) if role == "review" else None)
    outermost = _outermost(whole.sections, section).start if section else 0
    opening = year_of_paragraph(dates, report.plain, line, sentence.start, last_year(report.period))
    told = year_gone_on(dates, line, sentence.start, last_year(report.period)) if role != "plan" else None
    leads = span_before(dates, line, line + _LEADS)
    closed = _closing_date(whole, section, line) if report.doc_type == "profile" else None
    earlier = span_before(dates, section.start if section else 0, line)
    period, plan_period = _periods(whole, section, role)
    period = period or next((year for start, year in reversed(whole.years) if start < sentence.end), None)
    read, term = year_read(report.title, last_year(report.period)), whole.term.year if whole.term else None

    def setting_at(at: int) -> Setting:
        near = span_before(dates, line, at)
        one_year = headed and section and speaks_of_one_year(dates, report.plain, outermost, at, line)
        turn = turn_before(dates, at)
        aside = turn and section and not whole.wide and _in_a_sibling(whole.sections, section, turn.line + 1)
        head = None if one_year and not aside else headed
        turned = turned_span(dates, outermost, at) if role == "review" and not (headed or aside) else None
        head = leads or head or turned
        return Setting(
            period, plan_period, role, span=leads or headed or turned or near or earlier, near=near is not None,
            headed=head is not None, base=base_before(dates, sentence.start, at), opening=opening,
            told=told, whole=report.period, read=read, term=term, closed=closed,
            season=season_before(dates, report.plain, outermost, at, last_year(period)) if section else None,
        )  # fmt: skip

    return setting_at


def _closing_date(whole: Known, section: Section | None, line: int) -> PeriodMention | None:
    """The closing date that a paragraph begins with, or the first paragraph of its section."""
    plain = whole.report.plain
    opens = plain.find("\n", section.start) + 1 if section and section.heading else 0
    opens += len(plain[opens:line]) - len(plain[opens:line].lstrip()) if opens else 0
    first = closing_of_paragraph(whole.dates, opens) if section and section.start < opens < line else None
    return closing_of_paragraph(whole.dates, line) or first


def _role(report: Report, section: Section | None) -> str | None:
    """The role of a section; a report that only plans is all of it a plan."""
    role = section.role if section else None
    plans = report.doc_type == "plan" and not report.period and report.plan_period
    return "plan" if role in (None, "other", "review") and plans else role


def _periods(whole: Known, section: Section | None, role: str | None) -> tuple[str | None, str | None]:
    """The report's period and its plan's, or the year or the months of them that the section's heading names."""
    report, dates = whole.report, whole.dates
    year = headed_year(section, whole.sections, dates)
    period, plan_period = (year if year and of_years(told) else told for told in (report.period, report.plan_period))
    part = headed_part(section, whole.sections, dates) if role != "plan" else None
    if part and period and (named := part.resolve(last_year(period))):
        period = named if named.startswith(period[:4]) else period
    if role == "plan" and section and _was_set(section, whole.sections):
        plan_period = str(last_year(period)) if period else plan_period
    months = _months_left(section, whole.sections) if role == "plan" and period else 0
    if months:
        ends = last_year(period)
        plan_period = shortest(f"{ends}-{DECEMBER + 1 - months:02}/{ends}-{DECEMBER}")
    return period, plan_period


def _was_set(section: Section, sections: dict[str, Section]) -> bool:
    """True for 一、目标任务 before a review in the same list: what had been set for the time that is told of."""
    behind = (one for one in sections.values() if one.parent == section.parent and one.start >= section.end)
    return bool(SET.fullmatch(section.heading or "")) and any(one.role == "review" for one in behind)


def _months_left(section: Section | None, sections: dict[str, Section]) -> int:
    """The months of the year that a heading around plans for (今年后四个月重点工作); 0 where none does."""
    while section is not None:
        if told := _REST_OF_YEAR.search(section.heading or ""):
            return int(number_value(told[1]))
        section = sections.get(section.parent or "")
    return 0


def _in_a_sibling(sections: dict[str, Section], section: Section, at: int) -> bool:
    """True where a place lies in a sibling of a section: what it turns to ends there."""
    beside = (one for one in sections.values() if one.parent and one.parent == section.parent and one is not section)
    return any(one.start <= at < one.end for one in beside)


def _outermost(sections: dict[str, Section], section: Section) -> Section:
    """The outermost section around a section."""
    while section.parent in sections:
        section = sections[section.parent]
    return section
