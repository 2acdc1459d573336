"""The command line as a whole: commands, errors, exit codes."""

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any

import typer

from township_analysis import __version__
from township_analysis.cli import (
    annotate,
    build,
    codebook,
    common,
    diff,
    doctor,
    evaluate,
    export,
    extract,
    report,
    serve,
    show,
    text,
)
from township_analysis.errors import TownshipError
from township_analysis.lang.visible import one_line

app = typer.Typer(
    name="township",
    help=common.words("help.township"),
    epilog=common.example("township"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> None:
    """Run the command line and exit with its code; a fault of the program itself is shown whole and ends with 2."""
    common.force_utf8()
    try:
        app(joined(sys.argv[1:]))
    except Exception:
        traceback.print_exc()
        sys.exit(common.FAILED)


def joined(arguments: list[str]) -> list[str]:
    """``-p NAME VALUE`` as ``-p NAME=VALUE``: typer knows no repeatable option of two values.

    Example:
        >>> joined(["report", "-p", "language", "en"])
        ['report', '-p', 'language=en']
    """
    rest, out = list(arguments), []
    while rest:
        out.append(rest.pop(0))
        if out[-1] in ("-p", "--parameter") and len(rest) > 1 and "=" not in rest[0]:
            out.append(f"{rest.pop(0)}={rest.pop(0)}")
    return out


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with our errors told in words and ended with 2, and without complaint when its reader goes away."""

    @wraps(command)
    def guarded(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            common.close_quietly()
        except TownshipError as error:
            common.complain(common.complaint(error))
            raise typer.Exit(common.FAILED) from error
        except OSError as error:  # no room, no right to write: the message names the file
            common.complain(common.words("error", message=one_line(str(error))))
            raise typer.Exit(common.FAILED) from error

    return guarded


for module in (extract, text, build, report, serve, show, evaluate, annotate, doctor, codebook, export, diff):
    name = module.__name__.rpartition(".")[2]
    app.command(name, help=common.words(f"help.{name}"), epilog=common.example(name))(_guarded(module.command))


def _version(wanted: bool) -> None:
    if wanted:
        common.say(f"township_analysis {__version__}")
        raise typer.Exit


@app.callback()
def _township(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help=common.words("option.version")
    ),
) -> None:
    """Options before the command."""
