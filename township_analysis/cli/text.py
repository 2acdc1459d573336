"""``township text``: the text that all offsets are into."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from township_analysis.cli import common


def command(file: Annotated[Path, typer.Argument(metavar="FILE", help=common.words("argument.file"))]) -> None:
    """Print the text of one file."""
    from township_analysis.reading import read_document

    sys.stdout.write(read_document(file).text)
