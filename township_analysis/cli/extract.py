"""``township extract``: the figures of one file."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from township_analysis import fields
from township_analysis.cli import common

SHOWN = ("indicator", "amount", "kind", "status", "period", "scope", "surface")


class Format(StrEnum):
    """How figures are written."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=common.words("argument.file"))],
    format: Annotated[Format, typer.Option(help=common.words("option.format"))] = Format.jsonl,
) -> None:
    """Print the figures of one file."""
    from township_analysis import pipeline

    figures, _ = pipeline.extract(pipeline.read_report(file))
    write(figures, format)


def write(figures: list[dict[str, Any]], format: Format) -> None:
    """Figures on standard output."""
    if format is Format.table:
        print_table(figures)
    elif format is Format.csv:
        _write_csv(figures)
    else:
        for row in figures:
            common.say_json(common.columned(row, fields.columns("figures")))


def _write_csv(figures: list[dict[str, Any]]) -> None:
    from township_analysis.store.cells import safe_row

    names = fields.columns("figures")
    sys.stdout.write("\ufeff")
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(safe_row(common.columned(row, names)) for row in figures)


def print_table(figures: list[dict[str, Any]]) -> None:
    """Figures as a table for a reader."""
    from township_analysis.lang.labels import environment_language
    from township_analysis.pages import words

    language = environment_language()
    rows = [
        [
            row["indicator"] or "—",
            words.amount(row, language),
            *(words.value_label(name, row[name], language) for name in ("kind", "status")),
            row["period"] or "—",
            words.scope_label(row["scope"], language),
            row["surface"],
        ]
        for row in figures
    ]
    draw([common.words(f"column.{name}") for name in SHOWN], rows, right=1)


def draw(heads: list[str], rows: list[list[str]], right: int | None = None) -> None:
    """A table on a terminal, as wide as it is; a table in a file, as wide as it needs."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from township_analysis.lang.visible import one_line

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index == right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160, highlight=False).print(table)
