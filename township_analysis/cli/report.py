"""``township report``: notebooks → pages."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from township_analysis.cli import common
from township_analysis.errors import DataError

if TYPE_CHECKING:
    from township_analysis.runs.execute import Outcome


Notebooks = Annotated[
    list[str] | None, typer.Argument(metavar="[NOTEBOOK]...", help=common.words("argument.notebooks"))
]
Parameters = Annotated[
    list[str] | None,
    typer.Option("-p", "--parameter", metavar="NAME VALUE", help=common.words("option.parameter")),
]


def command(
    notebooks: Notebooks = None,
    processed: common.Processed = "",
    out: Annotated[str, common.option("out")] = "",
    parameter: Parameters = None,
    as_json: common.Json = False,
) -> None:
    """Run the notebooks and tell where the pages lie."""
    from township_analysis.runs.execute import execute_all
    from township_analysis.runs.plan import plan
    from township_analysis.runs.site import publish
    from township_analysis.store.load import load

    started, corpus = datetime.now(), load(processed)
    runs = plan(corpus, notebooks or (), [_named(pair) for pair in parameter or ()])
    with common.ticking(common.words("report.progress"), len(runs)) as tick:
        outcomes = execute_all(runs, tick)
    index = publish(outcomes, corpus, _out(out), started)
    failed = [outcome for outcome in outcomes if outcome.error]
    if as_json:
        common.say_json({"index": str(index), "pages": [_summary(outcome, index) for outcome in outcomes]})
    else:
        for outcome in failed:
            common.complain(
                common.words("report.failed", page=outcome.run.name, error=str(outcome.error).splitlines()[0])
            )
        common.say(str(index))
    raise typer.Exit(common.LISTED if failed else common.DONE)


def _named(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals:
        raise DataError(f"The parameter {name} has no value", expected="-p NAME VALUE")
    return name, value


def _out(out: str) -> Path:
    from township_analysis.store.locate import find_project

    return Path(out).expanduser().resolve() if out else (find_project() or Path.cwd()) / "reports"


def _summary(outcome: "Outcome", index: Path) -> dict[str, Any]:
    return {
        "notebook": outcome.run.notebook.name,
        "parameters": dict(outcome.run.parameters),
        "page": str(index.with_name(f"{outcome.run.name}.html")),
        "error": outcome.error,
        "seconds": round(outcome.seconds, 2),
    }
