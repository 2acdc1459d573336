"""The text of a report with its figures and its skipped numbers marked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from township_analysis import pipeline
from township_analysis.lang.labels import label
from township_analysis.pages import html, words
from township_analysis.report.model import Report, Section

Row = dict[str, Any]
LOW = 0.5  # a figure less probable than this is marked as doubtful
TIP = ("indicator", "amount", "kind", "status", "period", "scope", "part_of", "confidence")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the text."""

    start: int
    end: int
    classes: str
    tip: str
    anchor: str = ""


def marked_report(report: Report, language: str = "zh") -> str:
    """The whole report as HTML: figures and skipped numbers marked, sections with a bar in the colour of their role.

    Needs nothing around it: this is what a report shows of itself in a notebook.

    Example:
        >>> "ta-figure" in marked_report(read_text("全年粮食产量1200吨。"))
        True
    """
    figures, skipped = pipeline.extract(report)
    return f'<div class="ta">{html.style()}{marked_text(report, figures, skipped, language)}</div>'


def marked_text(report: Report, figures: Sequence[Row], skipped: Sequence[Row], language: str = "zh") -> str:
    """The legend and the text, for rows that are there already (``records(corpus.of("figures", id))``)."""
    marks = [_figure_mark(row, language) for row in figures] + [_skipped_mark(row, language) for row in skipped]
    marks = _apart(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    lines = "".join(_line(report, start, end, marks) for start, end in _lines(report))
    return f'{_legend(report, marks, language)}<div class="ta-source" lang="{_html_language(report)}">{lines}</div>'


def _html_language(report: Report) -> str:
    return "zh-Hant" if report.script == "hant" else "zh-Hans"


def anchor_of(figure: Row) -> str:
    """The id that a figure's mark has on the page."""
    return f"f{figure['start']}"


def _figure_mark(row: Row, language: str) -> Mark:
    classes = ["ta-figure", f"ta-{row['status']}"]
    classes += [] if row["core"] else ["ta-criterion"]
    classes += ["ta-doubtful"] if row["confidence"] is not None and row["confidence"] < LOW else []
    return Mark(row["start"], row["end"], " ".join(classes), _figure_tip(row, language), anchor_of(row))


def _figure_tip(row: Row, language: str) -> str:
    shown = {
        **{name: words.value_label(name, row[name], language) for name in ("kind", "status")},
        "indicator": row["indicator"] or label("value.unknown", language),
        "amount": words.amount(row, language),
        "period": words.period_label(row["period"], language) or label("value.unknown", language),
        "scope": words.scope_label(row["scope"], language) or label("scope.whole", language),
        "part_of": row["part_of"] or "",
        "confidence": "" if row["confidence"] is None else f"{row['confidence']:.2f}",
    }
    lines = [f"{label(f'column.{name}', language)}: {shown[name]}" for name in TIP if shown[name]]
    return "\n".join([*lines, *([] if row["core"] else [label("value.criterion", language)])])


def _skipped_mark(row: Row, language: str) -> Mark:
    reason = words.value_label("reason", row["reason"], language)
    return Mark(row["start"], row["end"], "ta-skipped", label("source.skipped", language, reason=reason))


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Marks that do not overlap: one that begins inside another begins behind it."""
    apart: list[Mark] = []
    for mark in marks:
        start = max(mark.start, apart[-1].end) if apart else mark.start
        if start < mark.end:
            apart.append(Mark(start, mark.end, mark.classes, mark.tip, mark.anchor))
    return apart


def _lines(report: Report) -> Iterator[tuple[int, int]]:
    """The lines of the text, broken also where a section begins inside one."""
    text, breaks = report.text, {section.start for section in report.sections}
    breaks |= {index + 1 for index, character in enumerate(text) if character == "\n"} | {0, len(text)}
    edges = sorted(edge for edge in breaks if 0 <= edge <= len(text))
    yield from ((start, end) for start, end in pairwise(edges) if text[start:end].strip())


def _line(report: Report, start: int, end: int, marks: Sequence[Mark]) -> str:
    section = _section_at(report, start)
    classes = [f"ta-role-{section.role if section else 'other'}"]
    if section and section.start == start and section.heading and len(section.heading) >= (end - start) / 2:
        classes.append(f"ta-heading-{min(section.level, 3)}")
    pieces = "".join(_piece(report.text[a:b], mark) for a, b, mark in _pieces(start, end, marks))
    if _is_furniture(report, start, end):
        classes.append("ta-furniture")
    return f'<p class="{" ".join(classes)}">{pieces}</p>'


def _section_at(report: Report, start: int) -> Section | None:
    """The innermost section around a place."""
    around = [section for section in report.sections if section.start <= start < section.end]
    return max(around, key=lambda section: (section.start, section.level), default=None)


def _is_furniture(report: Report, start: int, end: int) -> bool:
    covered = sum(max(0, min(end, span.end) - max(start, span.start)) for span in report.document.furniture)
    return covered * 2 > len(report.text[start:end].rstrip())


def _pieces(start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Mark | None]]:
    """A line in stretches, each with its mark or none."""
    for mark in marks[bisect_right(marks, start, key=lambda mark: mark.end) :]:
        if mark.start >= end:
            break
        if start < mark.start:
            yield start, mark.start, None
        yield max(start, mark.start), min(end, mark.end), mark
        start = min(end, mark.end)
    if start < end:
        yield start, end, None


def _piece(surface: str, mark: Mark | None) -> str:
    if mark is None:
        return html.text(surface.rstrip("\n"))
    anchor = f' id="{mark.anchor}"' if mark.anchor else ""
    return f'<span{anchor} class="{mark.classes}" title="{html.text(mark.tip)}">{html.text(surface)}</span>'


def _legend(report: Report, marks: Sequence[Mark], language: str) -> str:
    """What the marks and the bars mean, as far as there are any."""
    used = {name for mark in marks for name in mark.classes.split()}
    roles = {section.role for section in report.sections}
    figures = [("ta-figure ta-actual", "status.actual"), ("ta-figure ta-plan", "status.plan"),
               ("ta-figure ta-forecast", "status.forecast"), ("ta-figure ta-criterion", "value.criterion"),
               ("ta-figure ta-doubtful", "source.doubtful"), ("ta-skipped", "source.not-a-figure")]  # fmt: skip
    signs = [
        f'<span class="{classes}">{html.text(label(key, language))}</span>'
        for classes, key in figures
        if classes.split()[-1] in used
    ]
    bars = [
        f'<span class="ta-bar ta-role-{role}">{html.text(words.value_label("role", role, language))}</span>'
        for role in ("review", "problems", "plan", "other")
        if role in roles
    ]
    return f'<p class="ta-legend">{" ".join(signs)}<span class="ta-gap"></span>{" ".join(bars)}</p>'
