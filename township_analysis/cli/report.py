"""``township report``: notebooks → pages."""

import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from township_analysis.cli import common
from township_analysis.errors import DataError, TownshipError
from township_analysis.lang.labels import environment_language

if TYPE_CHECKING:
    from township_analysis.runs.manifest import Page
    from township_analysis.runs.publish import Step


class Form(Enum):
    """What a run leaves of each notebook."""

    html = "html"
    ipynb = "ipynb"


def _option(name: str, *more: str, **rest: Any) -> Any:
    return typer.Option(f"--{name}", *more, help=common.words(f"option.{name}"), **rest)


Notebooks = Annotated[
    list[str] | None, typer.Argument(metavar="[NOTEBOOK]...", help=common.words("argument.notebooks"))
]
Parameters = Annotated[list[str] | None, _option("parameter", "-p", metavar="NAME VALUE")]


def command(
    notebooks: Notebooks = None,
    processed: common.Processed = "",
    out: Annotated[str, common.option("out")] = "",
    parameter: Parameters = None,
    only: Annotated[list[str] | None, _option("only", metavar="PATTERN")] = None,
    language: Annotated[str, _option("language", metavar="zh|en")] = "",
    to: Annotated[Form, _option("to")] = Form.html,
    jobs: Annotated[int, _option("jobs", min=1)] = 2,
    force: Annotated[bool, _option("force")] = False,
    dry_run: Annotated[bool, _option("dry-run")] = False,
    cold: Annotated[bool, _option("cold")] = False,
    keep: Annotated[int | None, _option("keep", min=0)] = None,
    on_failure: Annotated[str, _option("on-failure", metavar="COMMAND")] = "",
    as_json: common.Json = False,
) -> None:
    """Run the notebooks and tell where the pages lie."""
    from township_analysis.runs.publish import LATEST, Options, kernel_launcher, make_site, probably_due, steps
    from township_analysis.store.locate import find_processed

    folder = out_folder(out)
    options = Options(jobs, not cold, force, bool(notebooks or parameter or only), to is Form.ipynb, keep)
    given = [_named(pair) for pair in parameter or ()]
    with _telling_failures(on_failure), kernel_launcher(options) as launcher:
        if launcher and not dry_run and probably_due(folder, find_processed(processed), options):
            launcher.begin()  # it imports while the tables are read
        runs, corpus = _planned(processed, notebooks or (), given, only or (), language)
        if dry_run:
            _tell_steps(steps(runs, corpus, folder, options), as_json)
            return
        with _ticking(len(runs)) as tick:
            made = make_site(runs, corpus, folder, options, tick, launcher)
    failed = [page for page in made.pages if page.error and page.taken_from is None]
    index = folder / LATEST / "index.html"
    if as_json:
        common.say_json({"index": str(index), "pages": [_summary(page, index) for page in made.pages]})
    else:
        for page in failed:
            common.complain(_failure(page))
        common.say(str(index))
    if failed and on_failure:
        _run(on_failure, "\n".join([*map(_failure, failed), str(index)]))
    raise typer.Exit(common.LISTED if failed else common.DONE)


def out_folder(out: str) -> Path:
    """The folder of all runs: as given, else reports of the project around."""
    from township_analysis.store.locate import find_project

    return Path(out).expanduser().resolve() if out else (find_project() or Path.cwd()) / "reports"


def _named(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals:
        raise DataError(f"The parameter {name} has no value", expected="-p NAME VALUE")
    return name, value


def _planned(
    processed: str, notebooks: Sequence[str], given: Sequence[tuple[str, str]], only: Sequence[str], language: str
) -> Any:
    from township_analysis.runs import plan
    from township_analysis.store.load import load

    corpus = load(processed)
    runs = plan.plan(corpus, notebooks, given, language)
    return (plan.only(runs, only) if only else runs), corpus


@contextmanager
def _telling_failures(on_failure: str) -> Iterator[None]:
    """Run the command where nothing could be run, and let a kill end things as a Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except TownshipError as error:
        if on_failure:
            _run(on_failure, common.complaint(error))
        raise
    except KeyboardInterrupt:
        common.complain(common.words("interrupted"))
        raise typer.Exit(common.FAILED) from None


def _run(command: str, said: str) -> None:
    """A command that fails is told, and changes nothing in how the run ended."""
    try:
        subprocess.run(shlex.split(command), input=f"{said}\n", encoding="utf-8", check=True, stdout=sys.stderr)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        common.complain(common.words("report.command-failed", error=error))


def _failure(page: "Page") -> str:
    return common.words("report.failed", page=page.name, error=page.error)


def _tell_steps(found: "Sequence[Step]", as_json: bool) -> None:
    if as_json:
        common.say_json([{"page": step.page.name, "title": step.page.title, "why": list(step.why)} for step in found])
        return
    for step in found:
        why = common.words("why.and").join(common.words(f"why.{name}") for name in step.why)
        key = "report.would-run" if why else "report.would-take"
        common.say(common.words(key, page=step.page.name, title=_title(step.page), why=why))


@contextmanager
def _ticking(total: int) -> "Iterator[Callable[[Page], None]]":
    """A progress bar with the page at work on a terminal; in a log a line for each page."""
    done = 0

    def line(page: "Page") -> None:
        nonlocal done
        done += 1
        key = "report.taken" if page.taken_from else "report.page"
        common.complain(
            common.words(key, done=done, all=total, page=page.name, title=_title(page), seconds=f"{page.seconds:.1f}")
        )

    if not sys.stderr.isatty():
        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(common.words("report.progress"), total=total)
        yield lambda page: bar.update(task, advance=1, description=f"{Path(page.notebook).stem} {_title(page)}")


def _title(page: "Page") -> str:
    from township_analysis.pages.render import in_language

    return in_language(page.title, environment_language())


def _summary(page: "Page", index: Path) -> dict[str, Any]:
    return {
        "notebook": page.notebook,
        "parameters": dict(page.parameters),
        "page": str(index.with_name(f"{page.name}.html")),
        "ended": page.ended,
        "error": page.error,
        "seconds": round(page.seconds, 2),
        "taken_over": page.taken_from is not None,
    }
