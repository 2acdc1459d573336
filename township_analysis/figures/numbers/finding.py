"""Which numbers of a report are figures, and which stretches of it hold none."""

from township_analysis.figures.model import Mention
from township_analysis.figures.numbers.compositions import without_compositions
from township_analysis.figures.numbers.mentions import find_mentions
from township_analysis.figures.numbers.skips import non_figures
from township_analysis.figures.tabular.indicators import Value, value_mention
from township_analysis.figures.tabular.tables import Cell, cell_mentions, spans_cells
from township_analysis.lang.periods import PeriodMention
from township_analysis.reading.document import Span
from township_analysis.report.model import Report


def without_figures(report: Report, dates: list[PeriodMention], shares: list[Mention]) -> list[Span]:
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


def mentions_of(
    report: Report, spans: list[Span], cells: list[Cell], shares: list[Mention], listed: dict[int, Value]
) -> list[Mention]:
    """The numbers that are figures, in order: those of tables and compositions, and those of the text around them."""
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
