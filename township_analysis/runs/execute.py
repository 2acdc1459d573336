"""Runs through papermill: one after the other or a few at a time, each with its own kernel."""

import re
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.runs.plan import Run

if TYPE_CHECKING:
    import nbformat

WORKERS = 2  # kernels at a time: four take 260 MiB each and save little more
CELL_SECONDS = 600  # a cell that takes longer is ended, and its page says so
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Outcome:
    """What a run left.

    Attributes:
        notebook: As executed, as far as it came.
        error: None, or what went wrong, in plain text. Only the exception that the execution raised tells: after a
            killed kernel the notebook itself says that all is well.
        done: Code cells that were finished.
        cells: Code cells in all.
    """

    run: Run
    notebook: "nbformat.NotebookNode"
    error: str | None
    done: int
    cells: int
    seconds: float


def execute_all(runs: Sequence[Run], finished: Callable[[Outcome], None] = lambda outcome: None) -> list[Outcome]:
    """Execute the runs; one that fails does not keep the others. The order is that of the runs.

    Args:
        runs: What `plan` gave.
        finished: Called after each run (a progress bar).
    """
    with ThreadPoolExecutor(WORKERS) as pool:
        tasks = [pool.submit(execute, run) for run in runs]
        for task in as_completed(tasks):
            finished(task.result())
        return [task.result() for task in tasks]


def execute(run: Run) -> Outcome:
    """Execute one notebook in its own folder. Whatever it raises is the outcome's error."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="township-run-") as scratch:
        saved, error = Path(scratch) / "run.ipynb", None
        try:
            _papermill(run, saved)
        except Exception as raised:  # a kernel dies in many ways; every one of them becomes a page
            error = ANSI.sub("", _message(raised))
        reached = _read(saved if saved.exists() else run.notebook)
    code = [cell for cell in reached.cells if cell.cell_type == "code"]
    started_cells = sum(cell.execution_count is not None for cell in code)
    done = len(code) if error is None else max(0, started_cells - 1)  # the last one is where it failed
    return Outcome(run, reached, error, done, len(code), time.monotonic() - started)


def _papermill(run: Run, saved: Path) -> None:
    import papermill
    from traitlets.config import Config

    papermill.execute_notebook(
        _read(run.notebook),  # not its path: papermill would fill braces in it
        str(saved),
        dict(run.parameters),
        progress_bar=False,
        report_mode=True,
        execution_timeout=CELL_SECONDS,
        extra_arguments=["--log-level=CRITICAL"],  # a kernel that is shut down complains of being interrupted
        # The kernel's folder. papermill's `cwd` changes that of the whole process, wrongly so among threads.
        resources={"metadata": {"path": str(run.notebook.parent)}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )


def _message(raised: Exception) -> str:
    """The exception in a line or two, then where it came from if the notebook's own code raised it."""
    from papermill.exceptions import PapermillExecutionError

    if isinstance(raised, PapermillExecutionError):
        return "\n".join([f"{raised.ename}: {raised.evalue}", "", *raised.traceback]).strip()
    return f"{type(raised).__name__}: {raised}".strip()


def _read(path: Path) -> "nbformat.NotebookNode":
    import nbformat

    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
