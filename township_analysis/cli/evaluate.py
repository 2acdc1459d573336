"""``township evaluate``: how far the figures can be trusted, on reports that a reader has annotated."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from township_analysis.cli import common, extract

if TYPE_CHECKING:
    from township_analysis.evaluation import Evaluated, Mistake, Score

#: The table's columns; ``--json`` has all measures.
SHOWN = ("row", "f1", "name", "indicator", "kind", "status", "approx", "period", "scope", "part_of", "core_flag")
COUNTED = ("core", "missed", "false_alarms")
_ROW = tuple("surface value value_max unit indicator kind status approx period scope part_of core".split())


def command(
    gold: Annotated[Path, typer.Argument(help=common.words("argument.gold"))],
    texts: Annotated[Path | None, typer.Option(help=common.words("option.texts"))] = None,
    rows: Annotated[bool, typer.Option("--rows/--no-rows", help=common.words("option.rows"))] = True,
    as_json: common.Json = False,
) -> None:
    """Score the engine on annotated reports."""
    from township_analysis.evaluation import Score, evaluate, find_cases

    cases = list(find_cases(gold, texts))
    reports = [evaluate(case) for case in common.progress(common.words("evaluate.progress"))(cases)]
    total = sum((report.score for report in reports), Score())
    if as_json:
        common.say_json({"reports": [_as_json(report, rows) for report in reports], "total": total.measures()})
        return
    _draw_measures(reports, total)
    if rows:
        _draw_mistakes(reports)


def _draw_measures(reports: list["Evaluated"], total: "Score") -> None:
    lines = [(report.name, report.score) for report in reports]
    lines += [(common.words("evaluate.total"), total)] if len(reports) > 1 else []
    heads = [common.words("evaluate.report"), *(common.words(f"measure.{name}") for name in COUNTED + SHOWN)]
    extract.draw(heads, [[name, *_cells(score.measures())] for name, score in lines])


def _cells(measures: dict[str, float]) -> list[str]:
    return [str(measures[name]) for name in COUNTED] + [f"{measures[name]:.3f}" for name in SHOWN]


def _draw_mistakes(reports: list["Evaluated"]) -> None:
    """The wrong rows beside the right ones."""
    heads = [common.words(f"evaluate.{name}") for name in ("report", "what", "annotated", "found")]
    lines = [
        [report.name, common.words(f"mistake.{mistake.what}"), *_beside(mistake)]
        for report in reports
        for mistake in report.score.mistakes
    ]
    if lines:
        extract.draw(heads, lines)


def _beside(mistake: "Mistake") -> tuple[str, str]:
    return _told(mistake.annotated, mistake.what), _told(mistake.found, mistake.what)


def _told(row: Any, what: str) -> str:
    """A row in short: what it measures, its number as printed, and the column in question."""
    if row is None:
        return "—"
    told = f"{row['indicator'] or '—'}: {row['surface'].strip()}"
    if what in ("value", "unit"):
        ends = "" if row.get("value_max") is None else f"–{row['value_max']:.15g}"
        return f"{told} = {'—' if row['value'] is None else format(row['value'], '.15g')}{ends} {row['unit']}".rstrip()
    return f"{told} · {row[what] or '—'}" if what in ("kind", "status", "approx", "period", "scope") else told


def _as_json(report: "Evaluated", rows: bool) -> dict[str, Any]:
    wrong = [
        {"what": m.what, "annotated": _columns(m.annotated), "found": _columns(m.found)} for m in report.score.mistakes
    ]
    measures = {"report": report.name, "doc_type": report.doc_type, **report.score.measures()}
    return {**measures, "wrong": wrong} if rows else measures


def _columns(row: Any) -> dict[str, Any] | None:
    return row and {name: row.get(name) for name in ("start", "end", *_ROW)}
