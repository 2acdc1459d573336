"""From a report to its figures and skipped numbers: the order in which the parts of the engine work."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from township_analysis.figures.attributes import (
    foreseen,
    is_core,
    is_threshold,
    per_of,
    period_shared,
    status_of,
    status_shared,
)
from township_analysis.figures.clauses import figures_of_sentence
from township_analysis.figures.compositions import find_compositions, with_its_ratio, without_compositions
from township_analysis.figures.dating import (
    Dates,
    base_year,
    dates_between,
    governing,
    headed_part,
    headed_span,
    headed_year,
    is_carried_over,
    sorted_dates,
    span_before,
    speaks_of_one_year,
    year_of_paragraph,
)
from township_analysis.figures.indicators import Value, settle_all, value_mention
from township_analysis.figures.kinds import kind_of
from township_analysis.figures.listed import find_listed
from township_analysis.figures.mentions import find_mentions
from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.naming import name_figures
from township_analysis.figures.relations import link_parts, time_of_total
from township_analysis.figures.rows import Row, figure_rows, skipped_rows
from township_analysis.figures.scopes import carried_scope, scope_of
from township_analysis.figures.setting import (
    Setting,
    is_past,
    last_year,
    later_this_year,
    lies_ahead,
    lies_behind,
    of_years,
)
from township_analysis.figures.settling import settle_scopes
from township_analysis.figures.skips import non_figures
from township_analysis.figures.stocks import is_one_count
from township_analysis.figures.subjects import hold_row, hold_subject, hold_villages
from township_analysis.figures.tabled import find_tabled
from township_analysis.figures.tablerows import with_stops
from township_analysis.figures.tables import Cell, cell_mentions, find_cells, name_cells, spans_cells
from township_analysis.figures.timing import carried_period, period_of
from township_analysis.figures.told import dated_as_told
from township_analysis.lang.periods import PeriodMention, find_periods
from township_analysis.reading.document import Span
from township_analysis.report.model import Report, Section, Sentence

_WIDE = re.compile(r"全[省市县区国](?!.{0,2}[镇乡])")
_BUDGET = ("预算", "计划", "目标", "任务")  # of the year's beginning: no date
_PROFILE_OF = re.compile(r"(?:村情|镇情|乡情|基本)?(?:概况|简介|介绍|情况)\Z")
_LOCAL = re.compile(r"全[镇乡]|我[镇乡]|全街道|全村")

#: So many figures of a sentence lean on each other, and no sentence has more: the rules may look at each for every one.
MOST = 50


#: Where a sentence ends, lines that ； joins taken as one; and how far back that is looked for.
_STOP = re.compile(r"。|(?<!；)\n")
FAR = 300
#: So many figures back a growth may speak of.
NEAR = 6

#: A span of years among the first characters of a paragraph is what all of it is about (五年来，…).
LEADS = 6


def extract(report: Report) -> tuple[list[Row], list[Row]]:
    """The figures of a report and the numbers in it that are none.

    Args:
        report: A report with its sentences and sections.

    Returns:
        The rows of the figures table and those of the skipped table, each a dict with every column, in the order of
        the text. What is not known yet (``code``, ``quantity``) is None.
    """
    figures, mentions, spans = _found(report)
    return figure_rows(report, figures), skipped_rows(report, mentions, spans)


def find_figures(report: Report) -> list[tuple[Figure, Sentence]]:
    """The figures of a report with all that the engine knows of them, and the sentence of each."""
    return _found(report)[0]


def _found(report: Report) -> tuple[list[tuple[Figure, Sentence]], list[Mention], list[Span]]:
    plain = report.plain
    dates = dated_as_told(report, find_periods(plain))
    shares = find_compositions(plain)
    spans = _merged(report, dates, shares)
    cells = find_cells(plain, report.text)
    values = find_listed(plain, report.text) + find_tabled(plain, report.text)
    listed = {value.start: value for value in values}
    mentions = _mentions(report, spans, cells, shares, listed)
    figures = _figures(report, mentions, sorted_dates(dates, plain), spans)
    name_cells([figure for figure, _ in figures], cells)
    settle_all([figure for figure, _ in figures], listed, report.period, report.plan_period)
    return figures, mentions, spans


def _merged(report: Report, dates: list[PeriodMention], shares: list[Mention]) -> list[Span]:
    """Everything that holds no figure, in order and without overlap; furniture counts before dates."""
    spans = [Span(s.start, s.end, "furniture") for s in report.document.furniture]
    spans += [Span(d.start, d.end, "date") for d in dates]
    spans += without_compositions(non_figures(report.plain), shares)
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.reason != "furniture", -s.end)):
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
        elif span.end > merged[-1].end:
            merged.append(Span(merged[-1].end, span.end, span.reason))
    return merged


def _mentions(
    report: Report, spans: list[Span], cells: list[Cell], shares: list[Mention], listed: dict[int, Value]
) -> list[Mention]:
    known = [value_mention(value) for value in listed.values()]
    known += [mention for mention in cell_mentions(cells) + shares if mention.start not in listed]
    taken = {m.start for m in known}
    found = [
        m for m in _in_text(report.plain, spans) if m.start not in taken and not spans_cells(m, cells, report.text)
    ]
    return sorted(found + known, key=lambda m: m.start)


def _in_text(plain: str, spans: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    edges = [0, *[edge for span in spans for edge in (span.start, span.end)], len(plain)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        found += find_mentions(plain, start, end)
    return found


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is found once in a report and holds for every sentence of it."""

    report: Report
    stopped: str
    sections: dict[str, Section]
    dates: Dates
    spans: list[Span]
    wide: bool


def _figures(report: Report, mentions: list[Mention], dates: Dates, spans: list[Span]) -> list[tuple[Figure, Sentence]]:
    """The figures with their names and attributes, sentence by sentence."""
    starts = [m.start for m in mentions]
    sections = {section.section_id: section for section in report.sections}
    whole = _Whole(report, with_stops(report.plain, report.text), sections, dates, spans, _is_wide(report))
    out: list[tuple[Figure, Sentence]] = []
    line, seen = 0, 0
    for sentence in report.sentences:
        line, seen = max(line, report.plain.rfind("\n", seen, sentence.start) + 1), sentence.start
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if low < high:
            group = _sentence(whole, sentence, line, mentions[low:high], _just_before(sentence, line, out))
            out += [(figure, sentence) for figure in group]
    return out


def _just_before(sentence: Sentence, line: int, out: list[tuple[Figure, Sentence]]) -> list[Figure]:
    """The last figures of the sentences before it in its line and section."""
    return [f for f, s in out[-8:] if s.section_id == sentence.section_id and s.end > line]


def _sentence(
    whole: _Whole, sentence: Sentence, line: int, mentions: list[Mention], before: list[Figure]
) -> list[Figure]:
    plain = whole.report.plain
    masked = [(s.start, s.end) for s in _between(whole.spans, sentence) if _is_masked(s, plain)]
    figures = figures_of_sentence(whole.stopped, sentence.start, sentence.end, mentions, masked)
    settings = _settings(whole, sentence, line)
    for at in range(0, len(figures), MOST):
        group = figures[at : at + MOST]
        _understand(whole, sentence, group, before, settings)
        before = group[-8:]
    return figures


def _understand(
    whole: _Whole,
    sentence: Sentence,
    figures: list[Figure],
    before: list[Figure],
    settings: Callable[[int], Setting],
) -> None:
    """Name the figures of a sentence and find out all that is asked about them."""
    plain, start = whole.report.plain, _begins(sentence.start, whole.report.plain)
    near = dates_between(whole.dates, start, sentence.end)
    for figure in figures:
        figure.kind, figure.core = kind_of(figure), is_core(figure)
    name_figures(figures, before)
    for index, figure in enumerate(figures):
        _attributes(figure, near, start, plain, settings(figure.mention.start), whole.wide)
        if figure.period is None and not whole.report.period:
            opening = settings(figure.mention.start).opening
            figure.period = carried_period(figure, [*before, *figures[:index]], opening, plain)
        if index and is_one_count(figures[index - 1], figure):
            figure.status, figure.period = figures[index - 1].status, figures[index - 1].period
        figure.scope = carried_scope(figures, index)
        with_its_ratio(figure, figures[index - 1] if index else None)
    hold_subject(figures, before)
    subject = _PROFILE_OF.sub("", whole.report.title or "")
    for figure in figures:
        if figure.scope and (subject.startswith(figure.scope) or (subject and figure.scope.endswith(subject))):
            figure.scope = ""  # what the text as a whole is about
    hold_villages(figures)
    hold_row(figures)
    settle_scopes(figures)
    link_parts(figures, before)
    for index, figure in enumerate(figures):
        near_by = figures[max(0, index - NEAR) : index]
        figure.status, figure.period = status_shared(figure, near_by), period_shared(figure, near_by)
    time_of_total(figures, before)


def _begins(start: int, plain: str) -> int:
    """Where the sentence begins that goes on at ``start``: behind ； a new line is none."""
    low = max(0, start - FAR)
    before = plain[low:start].rstrip("\n ")
    if not before.endswith("；"):
        return start
    return low + max((stop.end() for stop in _STOP.finditer(before)), default=0)


def _settings(whole: _Whole, sentence: Sentence, line: int) -> Callable[[int], Setting]:
    """What is known of time at a place in a sentence, whose line begins at ``line``."""
    report, dates, section = whole.report, whole.dates, whole.sections.get(sentence.section_id or "")
    role = section.role if section else None
    if role in (None, "other") and report.doc_type == "plan" and not report.period and report.plan_period:
        role = "plan"  # a report that only plans
    headed = headed_span(section, whole.sections, dates) if role != "problems" else None
    outermost = _outermost(whole.sections, section).start if headed and section else 0
    opening = year_of_paragraph(dates, line, sentence.start)
    leads = span_before(dates, line, line + LEADS)
    earlier = span_before(dates, section.start if section else 0, line)

    year = headed_year(section, whole.sections, dates)
    period, plan_period = (year if year and of_years(told) else told for told in (report.period, report.plan_period))
    part = headed_part(section, whole.sections, dates) if role != "plan" else None
    if part and period and (named := part.resolve(last_year(period))):
        period = named if named.startswith(period[:4]) else period

    def setting_at(at: int) -> Setting:
        near = span_before(dates, line, at)
        head = None if headed and section and speaks_of_one_year(dates, report.plain, outermost, at) else headed
        head = leads or head
        return Setting(
            period, plan_period, role, span=leads or headed or near or earlier, near=near is not None,
            headed=head is not None, base=base_year(dates, sentence.start, at), opening=opening,
            whole=report.period,
        )  # fmt: skip

    return setting_at


def _outermost(sections: dict[str, Section], section: Section) -> Section:
    """The outermost section around a section."""
    while section.parent in sections:
        section = sections[section.parent]
    return section


def _is_masked(span: Span, plain: str) -> bool:
    """True for what is part of no name: dates, furniture, and numbering at the head of a clause."""
    if span.reason == "numbering" and not plain.startswith(("三产", "三次产"), span.end):
        return plain[span.end - 1] in "是要抓、)]．.，：" and plain[max(0, span.start - 1) : span.start] in (
            "",
            *"\n，。；：！？ ”",
        )
    if span.reason == "date" and is_carried_over(span.start, plain):
        return False
    if span.reason == "date" and plain.startswith(_BUDGET, span.end):
        return not plain.endswith("年初", span.start, span.end)
    return span.reason in ("date", "furniture")


def _between(items: list[Any], sentence: Sentence) -> list[Any]:
    low = bisect_left(items, sentence.start, key=attrgetter("start"))
    high = bisect_right(items, sentence.end, key=attrgetter("start"))
    return items[low:high]


def _attributes(
    figure: Figure, dates: list[PeriodMention], start: int, plain: str, setting: Setting, wide: bool
) -> None:
    date = governing(figure, dates, start, plain)
    ahead = date is not None and lies_ahead(date, setting)
    ahead = ahead and not (date and later_this_year(date, setting) and foreseen(figure))
    figure.kind = kind_of(figure)
    figure.status = status_of(figure, setting.role, ahead=ahead, behind=date is not None and lies_behind(date, setting))
    if figure.status == "forecast" and date and is_past(date, setting):
        figure.status = "actual"  # 预计2021年产值24亿元(2020年22亿元)
    figure.period = period_of(figure, date, setting, plain)
    figure.per = per_of(figure)
    figure.scope = scope_of(figure, wide)
    figure.core = figure.core and not is_threshold(figure)


def _is_wide(report: Report) -> bool:
    """True for the report of a county, province or country."""
    return len(_WIDE.findall(report.plain)) > len(_LOCAL.findall(report.plain))
