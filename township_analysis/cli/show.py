"""``township show``: one report, of the tables or of a file, on the terminal."""

from pathlib import Path
from typing import Annotated, Any

import typer

from township_analysis import fields
from township_analysis.cli import common, extract


def command(
    report: Annotated[str, typer.Argument(metavar="REPORT", help=common.words("argument.report"))],
    skipped: Annotated[bool, typer.Option("--skipped", help=common.words("option.skipped"))] = False,
    processed: common.Processed = "",
    as_json: common.Json = False,
) -> None:
    """Print one report of the tables or of a file."""
    from township_analysis.pages import words

    table = "skipped" if skipped else "figures"
    row, rows = _of_file(Path(report), table) if Path(report).is_file() else _of_tables(report, table, processed)
    if as_json:
        common.say_json({"report": row, table: rows})
        return
    common.say(" · ".join(filter(None, [row["title"] or report, words.place_line(row), row["period"]])))
    if skipped:
        heads = [common.words(f"column.{name}") for name in ("start", "surface", "reason")]
        extract.draw(
            heads, [[str(cut["start"]), cut["surface"], common.words(f"reason.{cut['reason']}")] for cut in rows], 0
        )
    else:
        extract.print_table(rows)


def _of_tables(report: str, table: str, processed: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    from township_analysis.store.load import load
    from township_analysis.store.model import records

    corpus = load(processed)
    return corpus.row(report), records(corpus.of(table, report))


def _of_file(path: Path, table: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    from township_analysis import pipeline

    report = pipeline.read_report(path)
    figures, skipped = pipeline.extract(report)
    rows = skipped if table == "skipped" else figures
    return pipeline.report_row(report, str(path)), [common.columned(row, fields.columns(table)) for row in rows]
