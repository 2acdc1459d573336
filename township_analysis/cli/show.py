"""``township show``: one report of the tables on the terminal."""

from typing import Annotated

import typer

from township_analysis.cli import common, extract


def command(
    report: Annotated[str, typer.Argument(metavar="REPORT", help=common.words("argument.report"))],
    skipped: Annotated[bool, typer.Option("--skipped", help=common.words("option.skipped"))] = False,
    processed: common.Processed = "",
    as_json: common.Json = False,
) -> None:
    """Print one report of the tables."""
    from township_analysis.pages import words
    from township_analysis.store.load import load
    from township_analysis.store.model import records

    corpus = load(processed)
    row = corpus.row(report)
    rows = records(corpus.of("skipped" if skipped else "figures", report))
    if as_json:
        common.say_json({"report": row, "skipped" if skipped else "figures": rows})
        return
    common.say(" · ".join(filter(None, [row["title"] or report, words.place_line(row), row["period"]])))
    if skipped:
        heads = [common.words(f"column.{name}") for name in ("start", "surface", "reason")]
        extract.draw(
            heads, [[str(cut["start"]), cut["surface"], common.words(f"reason.{cut['reason']}")] for cut in rows], 0
        )
    else:
        extract.print_table(rows)
