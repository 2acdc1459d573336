"""``township text``: the text that all offsets are into."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from township_analysis.cli import common
from township_analysis.lang.visible import visible


def command(file: Annotated[Path, typer.Argument(metavar="FILE", help=common.words("argument.file"))]) -> None:
    """Print the text of one file: as it is for a program, with acting characters shown for a terminal."""
    from township_analysis.reading import read_safely

    text = read_safely(file).text
    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)
