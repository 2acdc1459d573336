"""From a report to its figures and skipped numbers: the order in which the parts of the engine work."""

from dataclasses import replace

from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.numbers.compositions import find_compositions
from township_analysis.figures.numbers.finding import mentions_of, without_figures
from township_analysis.figures.numbers.points import with_points
from township_analysis.figures.rows import Row, figure_rows, placed, skipped_rows
from township_analysis.figures.tabular.indicators import settle_all
from township_analysis.figures.tabular.listed import find_listed
from township_analysis.figures.tabular.spaced import with_tabs
from township_analysis.figures.tabular.tabled import find_tabled
from township_analysis.figures.tabular.tables import find_cells, name_cells
from township_analysis.figures.tight import tightened
from township_analysis.figures.time.dates import sorted_dates
from township_analysis.figures.time.told import dated_as_told
from township_analysis.figures.understanding import understood
from township_analysis.lang.periods import find_periods
from township_analysis.lang.script import aligned
from township_analysis.reading.document import Span
from township_analysis.report.model import Report, Sentence
from township_analysis.report.years import in_digits


def extract(report: Report) -> tuple[list[Row], list[Row]]:
    """The figures of a report and the numbers in it that are none.

    Args:
        report: A report with its sentences and sections.

    Returns:
        The rows of the figures table and those of the skipped table, each a dict with every column, in the order of
        the text. What is not known yet (``code``, ``quantity``) is None.
    """
    tight, place = tightened(report)
    figures, mentions, spans = _found(tight)
    rows, skipped = figure_rows(tight, figures), skipped_rows(tight, mentions, spans)
    return (rows, skipped) if tight is report else (placed(rows, report, place), placed(skipped, report, place))


def find_figures(report: Report) -> list[tuple[Figure, Sentence]]:
    """The figures of a report with all that the engine knows of them, and the sentence of each.

    Both stand where they do in the report without blanks around its numbers (tight.py).
    """
    return _found(tightened(report)[0])[0]


def _with_plain_title(report: Report) -> Report:
    """The report with its title in the characters and digits that the rules are written in."""
    return replace(report, title=in_digits(aligned(report.title))) if report.title else report


def _found(report: Report) -> tuple[list[tuple[Figure, Sentence]], list[Mention], list[Span]]:
    report = with_points(with_tabs(_with_plain_title(report)))
    plain = report.plain
    dates = dated_as_told(report, find_periods(plain))
    shares = find_compositions(plain)
    spans = without_figures(report, dates, shares)
    cells = find_cells(plain, report.text)
    values = find_listed(plain, report.text) + find_tabled(plain, report.text)
    listed = {value.start: value for value in values}
    mentions = mentions_of(report, spans, cells, shares, listed)
    figures = understood(report, mentions, sorted_dates(dates, plain), spans)
    name_cells([figure for figure, _ in figures], cells, report.period)
    settle_all([figure for figure, _ in figures], listed, report.period, report.plan_period)
    return figures, mentions, spans
