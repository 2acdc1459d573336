"""What every command shares: its words, its output, its exit codes."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, TypeVar

import typer

from township_analysis.errors import TownshipError
from township_analysis.lang.labels import environment_language, label
from township_analysis.lang.visible import one_line, visible, visible_json

DONE, LISTED, FAILED = 0, 1, 2
T = TypeVar("T")


def words(key: str, **values: object) -> str:
    """A label in the language of the environment."""
    return label(key, environment_language(), **values)


def option(name: str) -> Any:
    """An option that several commands have, with its help."""
    return typer.Option(f"--{name}", help=words(f"option.{name}"))


Processed = Annotated[str, option("processed")]
Raw = Annotated[str, option("raw")]
Json = Annotated[bool, option("json")]


def example(command: str) -> str:
    """The example below a command's help."""
    return f"\b\n{words('help.example')}:\n  {words(f'example.{command}')}"


def say(text: str) -> None:
    """A line for the reader on standard output."""
    print(visible(text))


def say_json(value: Mapping[str, Any] | Sequence[Any]) -> None:
    """A value for a program."""
    print(visible_json(json.dumps(value, ensure_ascii=False, allow_nan=False)))


def complain(text: str) -> None:
    """A line on standard error."""
    print(visible(text), file=sys.stderr)


def complaint(error: TownshipError) -> str:
    """An error as a reader sees it, in their language where its rule has words in it."""
    from township_analysis.reading.rejects import Rejected, explanation

    if not isinstance(error, Rejected):
        return words("error", message=one_line(_told(error)))
    parts = explanation(error.rule, error.details, environment_language())
    cause, expected, remedy = (part.rstrip(".。") for part in parts)
    return words("error.rejected", where=one_line(error.where), cause=cause, expected=expected, remedy=remedy)


def _told(error: TownshipError) -> str:
    from township_analysis.lang.tables import load_table

    chinese = {row["rule"]: row["zh"] for row in load_table("errors", "township_analysis.cli")}
    if environment_language() == "zh" and error.rule in chinese:
        return chinese[error.rule].format(**{"expected": error.expected, **error.facts})
    return str(error)


def columned(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """A row's cells in the order of the table; a float without fraction as a whole number, as JSON writes it."""
    return {name: _whole(row[name]) for name in names}


def _whole(cell: Any) -> Any:
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53 else cell


def progress(title: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """Wraps a sequence in a progress bar on a terminal; elsewhere it is left as it is."""

    def tracked(items: Sequence[T]) -> Iterable[T]:
        if not sys.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track

        return track(items, title, console=Console(stderr=True), transient=True)

    return tracked


def force_utf8() -> None:
    """Whatever the locale says, output is UTF-8; what UTF-8 cannot hold (bytes of a file name) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def close_quietly() -> None:
    """After a reader that went away (``| head``): nothing more is to be written, and nothing said about it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
