"""``township diff``: what changed between two folders of tables."""

from dataclasses import asdict
from typing import Annotated

import typer

from township_analysis.cli import common, extract

SHOWN = ("report", "change", "reason", "count")


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help=common.words("argument.old"))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=common.words("argument.new"))],
    rows: Annotated[bool, typer.Option("--rows", help=common.words("option.list"))] = False,
    as_json: common.Json = False,
) -> None:
    """Compare the figures of two folders of tables."""
    from township_analysis.store.diff import diff, summary
    from township_analysis.store.load import load

    changes = diff(load(old), load(new))
    if as_json:
        common.say_json([asdict(change) for change in changes])
    elif not changes:
        common.say(common.words("diff.same"))
    elif rows:
        heads = [common.words(f"column.{name}") for name in ("report", "change", "surface", "old", "new")]
        extract.draw(heads, [[c.report_id, _word(c.what), c.surface, _cells(c.old), _cells(c.new)] for c in changes])
    else:
        heads = [common.words(f"column.{name}") for name in SHOWN]
        lines = [[report, _word(what), why, str(count)] for report, what, why, count in summary(changes)]
        extract.draw(heads, lines, 3)


def _word(what: str) -> str:
    return common.words(f"diff.{what}")


def _cells(row: dict[str, object]) -> str:
    return " · ".join(f"{name}={'—' if value is None else value}" for name, value in row.items())
