"""Runs a notebook through papermill and tells how it ended, which the notebook itself does not."""

import math
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from township_analysis.runs.parameters import inject
from township_analysis.runs.plan import Run

if TYPE_CHECKING:
    import nbformat

    from township_analysis.runs.kernels import Launched, Launcher

START_SECONDS = 120  # a kernel that is not there after so long counts as dead
LOOK_SECONDS = 0.1  # how often to look whether a run is to be interrupted
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
SKIPPED = "skip-execution"  # tag of a cell that nbclient leaves out


@dataclass(frozen=True)
class Outcome:
    """What a run left.

    Attributes:
        notebook: As executed, as far as it came.
        ended: ``ok``; ``error`` (a cell failed); ``dead`` (the kernel died, twice); ``cell-timeout``, ``timeout``;
            ``stopped`` (the notebook ended itself before its last cell). It comes from the exception that the
            execution raised: after a killed kernel the notebook itself says that all is well.
        error: None, or what went wrong, in plain text; its first line says it in short.
        place: The code of the cell where it failed, or empty.
        done: Code cells that were finished.
        cells: Code cells in all.
        started: When it began.
        seconds: From there to its end, both attempts where there were two.
        kernel_seconds: How long the cells took.
        peak_memory: The most memory that the kernel took, in bytes; None where that is not known.
        attempts: 2 where the kernel died once.
    """

    run: Run
    notebook: "nbformat.NotebookNode"
    ended: str
    error: str | None
    place: str
    done: int
    cells: int
    started: datetime
    seconds: float
    kernel_seconds: float = 0.0
    peak_memory: int | None = None
    attempts: int = 1


def execute_all(
    runs: Sequence[Run],
    work: Callable[[Outcome], None],
    launcher: "Launcher | None" = None,
    jobs: int = 1,
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Execute the runs; one that fails does not keep the others.

    Args:
        runs: What `plan` gave.
        work: Called with each outcome as it comes, while the next notebooks run.
        launcher: What starts the kernels; None means jupyter_client.
        jobs: Kernels at a time.
        meanwhile: Called once while the first kernels start.
    """
    import_papermill()
    pool = ThreadPoolExecutor(jobs)
    try:
        with _interrupted_between() as look:
            waiting = {pool.submit(execute, run, launcher) for run in runs}
            meanwhile()
            while waiting:
                done, waiting = wait(waiting, LOOK_SECONDS, FIRST_COMPLETED)
                for task in done:
                    work(task.result())
                    look()
                look()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        if launcher:
            launcher.close()  # its kernels end, and with them what the threads wait for
        raise
    finally:
        pool.shutdown()


@contextmanager
def _interrupted_between() -> Iterator[Callable[[], None]]:
    """Keep the first interrupt until it is looked for; a second one is handled as ever.

    Raised in the midst of an import it can leave Python's import lock taken, and the threads, which import as well,
    would wait for it for ever. Outside the main thread there is nothing to keep: no handler runs there.
    """
    kept: list[tuple[int, Any]] = []
    main = threading.current_thread() is threading.main_thread()
    handlers = {n: h for n in (signal.SIGINT, signal.SIGTERM) if main and callable(h := signal.getsignal(n))}

    def keep(number: int, frame: Any) -> None:
        kept.append((number, frame))
        restore()

    def restore() -> None:
        for number, handler in handlers.items():
            signal.signal(number, handler)

    def look() -> None:
        if kept:
            number, frame = kept.pop()
            handlers[signal.Signals(number)](number, frame)

    for number in handlers:
        signal.signal(number, keep)
    try:
        yield look
        look()
    finally:
        restore()


def import_papermill() -> None:
    """Import papermill without what takes most of its time: rfc3987_syntax, by which jsonschema would check addresses.

    A notebook's schema has none, and jsonschema does without where the package is not installed.
    """
    absent = "rfc3987_syntax" not in sys.modules
    if absent:
        sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    try:
        import papermill  # noqa: F401
    finally:
        if absent:
            del sys.modules["rfc3987_syntax"]


def execute(run: Run, launcher: "Launcher | None" = None) -> Outcome:
    """Execute one notebook in its own folder, a second time where the kernel died. Errors are part of the outcome."""
    import_papermill()
    started, deadline = datetime.now().astimezone(), time.monotonic() + run.timeout
    begun = time.monotonic()
    outcome = _attempt(run, launcher, started, deadline)
    if outcome.ended == "dead" and not (launcher and launcher.closed):
        outcome = replace(_attempt(run, launcher, started, deadline), attempts=2)
    return replace(outcome, seconds=time.monotonic() - begun)


def _attempt(run: Run, launcher: "Launcher | None", started: datetime, deadline: float) -> Outcome:
    kernels: list[Launched] = []
    reached, raised = [_prepared(run)], None
    try:
        _papermill(run, reached, launcher, kernels, deadline)
    except Exception as error:  # a kernel dies in many ways; every one of them becomes a page
        raised = error
    code = [cell for cell in reached[-1].cells if cell.cell_type == "code"]
    ended, message = _how(raised, run, deadline, kernels) if raised else _whole(code)
    begun = [cell for cell in code if _begun(cell)]
    done = len(code) if ended == "ok" else max(0, len(begun) - (ended != "stopped"))  # the last is where it failed
    return Outcome(
        run, reached[-1], ended, message, begun[-1].source if begun and message else "", done, len(code), started, 0.0,
        sum(cell.metadata.get("papermill", {}).get("duration") or 0.0 for cell in code),
        kernels[-1].peak if kernels else None,
    )  # fmt: skip


def _prepared(run: Run) -> "nbformat.NotebookNode":
    import nbformat

    notebook = nbformat.read(run.notebook, as_version=4)  # type: ignore[no-untyped-call]
    if run.parameters:
        inject(notebook, run.parameters)
    return notebook


def _papermill(
    run: Run, reached: list[Any], launcher: "Launcher | None", kernels: "list[Launched]", deadline: float
) -> None:
    """Execute the notebook in ``reached``, and add to it papermill's own copy, which is filled as the cells run."""
    import papermill
    from traitlets.config import Config

    from township_analysis.runs.kernels import manager_class

    def started(notebook: Any) -> None:
        notebook.metadata.papermill.update(input_path=run.notebook.name, parameters=dict(run.parameters))
        reached.append(notebook)

    def left(_: Any = None) -> float:
        return max(0.1, deadline - time.monotonic())

    papermill.execute_notebook(
        reached[0],  # not its path: papermill would fill braces in it
        None,  # written once, by the site, and not after every cell
        progress_bar=False,
        start_timeout=math.ceil(min(START_SECONDS, left())),
        timeout_func=lambda cell: min(run.cell_timeout, left()),
        on_notebook_start=started,
        kernel_manager_class=manager_class(launcher, kernels),
        # A kernel that is shut down complains of being interrupted; and nobody asks for its history.
        extra_arguments=["--log-level=CRITICAL", "--HistoryManager.enabled=False"],
        # The kernel's folder. papermill's `cwd` changes that of the whole process, wrongly so among threads.
        resources={"metadata": {"path": str(run.notebook.parent)}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )


def _begun(cell: Any) -> bool:
    """By papermill's record; that of a kernel which dies may never arrive."""
    return bool(cell.metadata.get("papermill", {}).get("start_time"))


def _whole(code: Sequence[Any]) -> tuple[str, str | None]:
    """Whether every cell ran: one that calls sys.exit() ends the notebook without any error."""
    due = [cell for cell in code if cell.source.strip() and SKIPPED not in cell.metadata.get("tags", [])]
    if due and not _begun(due[-1]):
        return "stopped", "SystemExit: the notebook ended itself before its last cell"
    return "ok", None


def _how(raised: Exception, run: Run, deadline: float, kernels: "list[Launched]") -> tuple[str, str]:
    """How it ended, and the exception in a line or two, then where it came from if a cell raised it."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    if isinstance(raised, PapermillExecutionError):
        message = "\n".join([f"{raised.ename}: {raised.evalue}", "", *raised.traceback])
        return "error", ANSI.sub("", message).strip()
    if isinstance(raised, CellTimeoutError):
        if time.monotonic() >= deadline:
            return "timeout", f"TimeoutError: the notebook took longer than {run.timeout:g} s"
        return "cell-timeout", f"CellTimeoutError: a cell took longer than {run.cell_timeout:g} s"
    message = ANSI.sub("", f"{type(raised).__name__}: {raised}").strip()
    if isinstance(raised, DeadKernelError) or type(raised) is RuntimeError:  # of a kernel that never came up
        code = kernels[-1].poll() if kernels else None
        return "dead", message + _exit(code)
    return "error", message


def _exit(code: int | None) -> str:
    if code is None:
        return ""
    return f" (ended by {signal.Signals(-code).name})" if code < 0 else f" (exit code {code})"
