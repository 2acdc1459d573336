"""From the numbers of a report to figures with their names and attributes, sentence by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any

from township_analysis.figures.clauses import figures_of_sentence
from township_analysis.figures.core import is_core, per_of
from township_analysis.figures.known import Known, known_of
from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.names.kinds import kind_of
from township_analysis.figures.names.lines import topic_of_line
from township_analysis.figures.names.naming import name_figures
from township_analysis.figures.names.ratios import goes_on_against_it, than_then, with_then
from township_analysis.figures.numbers.compositions import with_its_ratio
from township_analysis.figures.parts.changes import link_changes
from township_analysis.figures.parts.relations import link_parts, time_of_total
from township_analysis.figures.scope.carrying import carried_scope
from township_analysis.figures.scope.holding import hold_sites
from township_analysis.figures.scope.scopes import scope_of
from township_analysis.figures.scope.settling import settle_scopes
from township_analysis.figures.scope.spots import feature_of, hold_pairs, moved_to, road_of, villages_behind
from township_analysis.figures.scope.subjects import heading_body, hold_items, hold_row, hold_subject, hold_villages
from township_analysis.figures.status import foreseen, foreseen_of, over_already, share_status, status_of
from township_analysis.figures.time.against import hold_levels
from township_analysis.figures.time.carried import carried_period, period_shared, yearly_as_before
from township_analysis.figures.time.dates import Dates, dates_between
from township_analysis.figures.time.dating import governing
from township_analysis.figures.time.overyears import hold_sizes, hold_sums, hold_years
from township_analysis.figures.time.planned import years_apart
from township_analysis.figures.time.setting import (
    Setting,
    is_over_by_then,
    is_past,
    last_year,
    later_this_year,
    lies_ahead,
    lies_behind,
)
from township_analysis.figures.time.stocks import is_one_count
from township_analysis.figures.time.timeframe import settings_in
from township_analysis.figures.time.timing import period_of
from township_analysis.figures.time.undated import is_carried_over
from township_analysis.lang.periods import PeriodMention
from township_analysis.reading.document import Span
from township_analysis.report.model import Report, Sentence

_BUDGET = ("预算", "计划", "目标", "任务")  # of the year's beginning: no date
_PROFILE_OF = re.compile(r"(?:村情|镇情|乡情|基本)?(?:概况|简介|介绍|情况)\Z")
_LEANS, _NAMES_LEAN = 8, 24  # figures before a sentence that what is known of its own may lean on, and their names
#: So many figures of a sentence lean on each other, and no sentence has more: the rules may look at each for every one.
_MOST = 50
#: Where a sentence ends, lines that ； joins taken as one; and how far back that is looked for.
_STOP = re.compile(r"。|(?<!；)\n")
_NUMBERS = frozenset("是要抓、)]．.，：①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮")  # what numbering ends with that stands before a clause
_NUMBER = re.compile(r"\A[\s（(]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*")
_FAR = 300
_NEAR_BY = 40  # characters before a number that say what it is a multiple of
#: So many figures back a growth may speak of.
_NEAR = 6


def understood(
    report: Report, mentions: list[Mention], dates: Dates, spans: list[Span]
) -> list[tuple[Figure, Sentence]]:
    """The figures with their names and attributes, sentence by sentence."""
    starts = [m.start for m in mentions]
    whole = known_of(report, dates, spans)
    out: list[tuple[Figure, Sentence]] = []
    line, seen = 0, 0
    for sentence in report.sentences:
        feed, seen = report.plain.rfind("\n", seen, sentence.start), sentence.start
        line = _behind_indent(report.plain, feed + 1, seen) if feed >= 0 else line
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if low < high:
            group = _sentence(whole, sentence, line, mentions[low:high], _just_before(sentence, line, out))
            out += [(figure, sentence) for figure in group]
    return out


def _behind_indent(plain: str, line: int, most: int) -> int:
    """Where the words of a line begin, before its first sentence does."""
    return most - len(plain[line:most].lstrip(" "))


def _just_before(sentence: Sentence, line: int, out: list[tuple[Figure, Sentence]]) -> list[Figure]:
    """The last figures of the sentences before it in its line and section; those farther off not out of brackets."""
    near = [(f, s) for f, s in out[-_NAMES_LEAN:-_LEANS] if not f.bracket] + out[-_LEANS:]
    return [f for f, s in near if s.section_id == sentence.section_id and s.end > line]


def _sentence(
    whole: Known, sentence: Sentence, line: int, mentions: list[Mention], before: list[Figure]
) -> list[Figure]:
    plain = whole.report.plain
    masked = [(s.start, s.end) for s in _between(whole.spans, sentence) if _is_masked(s, plain)]
    figures = figures_of_sentence(whole.stopped, sentence.start, sentence.end, mentions, masked)
    settings = settings_in(whole, sentence, line)
    for figure in figures:
        figure.kind, figure.core = kind_of(figure), is_core(figure)
    topic = partial(topic_of_line, plain, line, sentence.start)
    for at in range(0, len(figures), _MOST):
        group = figures[at : at + _MOST]
        name_figures(group, before, topic)
        before = before[-_LEANS:]
        _understand(whole, sentence, group, before, settings)
        said = partial(_said_before, plain, line, sentence.start)
        _hold_together(group, before, whole, partial(heading_body, plain, line, sentence.start), said)
        before = group[-_LEANS:]
    return figures


def _understand(
    whole: Known,
    sentence: Sentence,
    figures: list[Figure],
    before: list[Figure],
    settings: Callable[[int], Setting],
) -> None:
    """Find out all that is asked about the figures of a sentence, which have their names."""
    plain, start = whole.report.plain, _begins(sentence.start, whole.report.plain)
    near = dates_between(whole.dates, start, sentence.end)
    than = ""
    for index, figure in enumerate(figures):
        _attributes(figure, near, start, plain, settings(figure.mention.start), whole.wide)
        if figure.period is None and not whole.report.period:
            opening = settings(figure.mention.start).opening
            figure.period = carried_period(figure, [*before, *figures[:index]], opening, plain)
            figure.period = figure.period or whole.last_told(figure)
        figure.status = "forecast" if whole.foresees(figure) else figure.status
        if index and is_one_count(figures[index - 1], figure):
            figure.status, figure.period = figures[index - 1].status, figures[index - 1].period
        said = plain[max(start, figure.mention.hedge.start - _NEAR_BY) : figure.mention.hedge.start]
        if figure.unit_kind == "multiple":
            figure.name = with_then(figure.name, said)
        if figure.kind in ("growth", "change"):
            than = than if goes_on_against_it(figures, index) else said
            figure.name = than_then(figure.name, than, last_year(figure.period))
        figure.scope = carried_scope(figures, index, whole.wide)
        with_its_ratio(figure, figures[index - 1] if index else None)


def _said_before(plain: str, line: int, start: int) -> str:
    """The sentence before one in its line, without its number."""
    return _NUMBER.sub("", plain[max(line, start - _FAR) : start].rstrip("。！？\n ").rpartition("。")[2])


def _hold_together(
    figures: list[Figure], before: list[Figure], whole: Known, heading: Callable[[], str], said: Callable[[], str]
) -> None:
    """Let the figures of a sentence share what is told once: whom they are about, of what they are parts, when."""
    report, wide = whole.report, whole.wide
    title, place = report.title or "", report.place
    names = [place.township, place.county, place.prefecture, place.province] if place else []
    places = [name for name in names if name]
    hold_items(figures, report.plain)
    hold_subject(figures, before, heading)
    hold_sites(figures, before, said, wide=wide)
    subject = _PROFILE_OF.sub("", title)
    for figure in figures:
        own = subject.startswith(figure.scope) or (subject and figure.scope.endswith(subject)) or figure.scope in title
        if figure.scope and (own or any(figure.scope in name for name in places)):
            figure.scope = ""  # what the text as a whole is about
    hold_villages(figures)
    hold_row(figures)
    hold_pairs(figures)
    settle_scopes(figures)
    link_parts(figures, before)
    link_changes(figures)
    for index, figure in enumerate(figures):
        near_by = figures[max(0, index - _NEAR) : index]
        share_status(figure, near_by)
        figure.period = period_shared(figure, near_by)
        figure.period = yearly_as_before(figure, [*before[-_NEAR:], *near_by]) or figure.period
    hold_years(figures)
    hold_sums(figures)
    hold_sizes(figures)
    hold_levels(figures)
    time_of_total(figures, before)
    years_apart(figures)


def _attributes(
    figure: Figure, dates: list[PeriodMention], start: int, plain: str, setting: Setting, wide: bool
) -> None:
    date = governing(figure, dates, start, plain)
    ahead = date is not None and lies_ahead(date, setting) and not over_already(figure, date, setting.role, plain)
    ahead = ahead and not (date and later_this_year(date, setting) and foreseen(figure))
    figure.kind = kind_of(figure)
    behind, closed = date is not None and lies_behind(date, setting), date is not None and date.until and not ahead
    figure.status = status_of(figure, setting.role, ahead=ahead, behind=behind, closed=closed)
    past = date is not None and (is_past(date, setting) or is_over_by_then(date, setting, plain))
    if figure.status == "forecast" and past and not foreseen_of(figure):
        figure.status = "actual"  # 预计2021年产值24亿元(2020年22亿元)
    figure.period = period_of(figure, date, setting, plain)
    figure.per = per_of(figure)
    figure.scope = (
        scope_of(figure, wide) or feature_of(figure) or road_of(figure) or moved_to(figure) or villages_behind(figure)
    )


def _begins(start: int, plain: str) -> int:
    """Where the sentence begins that goes on at ``start``: behind ； a new line is none."""
    low = max(0, start - _FAR)
    before = plain[low:start].rstrip("\n ")
    if not before.endswith("；"):
        return start
    return low + max((stop.end() for stop in _STOP.finditer(before)), default=0)


def _is_masked(span: Span, plain: str) -> bool:
    """True for what is part of no name: dates, furniture, and numbering at the head of a clause."""
    if span.reason == "numbering" and not plain.startswith(("三产", "三次产", "第二产", "第三产"), span.end):
        return plain[span.end - 1] in _NUMBERS and plain[max(0, span.start - 1) : span.start] in (
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
