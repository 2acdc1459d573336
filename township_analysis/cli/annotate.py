"""``township annotate``: the first draft of a gold file."""

from pathlib import Path
from typing import Annotated

import typer

from township_analysis.cli import common


def command(file: Annotated[Path, typer.Argument(help=common.words("argument.file"))]) -> None:
    """Print a draft of a gold file, a line a figure, to be corrected by hand."""
    from township_analysis import pipeline
    from township_analysis.evaluation import draft

    for line in draft(pipeline.read_report(file)):
        common.say_json(line)
