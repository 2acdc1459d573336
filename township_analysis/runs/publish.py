"""A run as a whole: what has to be made again, making it, and putting it in place as reports/latest.

A run is written into a draft that nobody looks at. Once every planned page, the index and run.json are in it, it is
renamed, and then ``latest`` names it. Whatever ends a run before that leaves the site as it was; the lock ends with the
process that holds it, and what was half done is cleared away by the next run.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.pages.render import prepare
from township_analysis.runs import manifest
from township_analysis.runs.execute import Outcome, execute_all
from township_analysis.runs.folders import DRAFT, LATEST, alone, clear, free, point_latest, prune
from township_analysis.runs.manifest import Manifest, Page
from township_analysis.runs.plan import Run
from township_analysis.runs.site import index_page, last_good_name, page_of
from township_analysis.store.model import Corpus

if TYPE_CHECKING:
    from township_analysis.runs.kernels import Launcher


@dataclass(frozen=True)
class Step:
    """A planned page, and why it has to be made again; without a reason it is taken over from the last run."""

    run: Run
    page: Page
    why: tuple[str, ...]
    last: Page | None


@dataclass(frozen=True)
class Options:
    """How to run.

    Attributes:
        jobs: Kernels at a time; four take 260 MiB each and save little more.
        warm: Whether kernels are forked from a process that has everything imported, where the system can do that.
        force: Whether pages are made again though nothing has changed.
        rest: Whether the last run's other pages stay in the site (where only some were asked for).
        notebooks: Whether the executed notebooks are kept beside the pages.
        keep: How many older runs stay; None means all.
    """

    jobs: int = 2
    warm: bool = True
    force: bool = False
    rest: bool = False
    notebooks: bool = False
    keep: int | None = None


def probably_due(out: Path, processed: Path, options: Options) -> bool:
    """Whether a look at the files' times says that pages will have to be made; `steps` knows, but needs the tables."""
    made, tables = out / LATEST / manifest.MANIFEST, list(processed.glob("*.parquet"))
    newest = max((table.stat().st_mtime for table in tables), default=None)
    return newest is not None and (options.force or not made.is_file() or made.stat().st_mtime < newest)


def steps(runs: Sequence[Run], corpus: Corpus, out: Path, options: Options = Options()) -> list[Step]:
    """What each planned page needs. Nothing is written.

    Args:
        runs: What `plan` gave.
        corpus: The tables that the notebooks read.
        out: The folder of all runs.
        options: ``force`` and ``notebooks`` count here.
    """
    last = manifest.read(out / LATEST)
    found = []
    for run, page in zip(runs, manifest.planned(runs, corpus), strict=True):
        before = last.page(run.name) if last else None
        why = manifest.reasons(page, before, out / LATEST) or ["forced"] * options.force
        if before and not why and options.notebooks and f"{run.name}.ipynb" not in before.files:
            why = ["files"]
        found.append(Step(run, page, tuple(why), before))
    return found


def make_site(
    runs: Sequence[Run],
    corpus: Corpus,
    out: Path,
    options: Options = Options(),
    tell: Callable[[Page], None] = lambda page: None,
    launcher: "Launcher | None" = None,
) -> Manifest:
    """Make every page that needs it, take over the others, and let ``latest`` name the whole.

    Args:
        runs: What `plan` gave.
        corpus: The tables that the notebooks read.
        out: The folder of all runs; the site is ``latest/index.html`` in it.
        options: How to run.
        tell: Called with each page that is ready (a progress bar).
        launcher: What starts the kernels; None means one of its own.

    Returns:
        What stands in the new run.json.

    Raises:
        DataError: If another run is at work in the same folder.

    Example:
        >>> make_site(plan(corpus), corpus, Path("reports")).pages[0].ended
        'ok'
    """
    started = datetime.now().astimezone()
    out.mkdir(parents=True, exist_ok=True)
    with alone(out):
        clear(out)
        draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=out))
        try:
            todo = steps(runs, corpus, out, options)
            done = _fill(draft, todo, corpus, out / LATEST, options, started, tell, launcher)
            _write(draft / "index.html", index_page(done.pages, corpus, started))
            manifest.write(done, draft)
            draft.chmod(0o755)
            folder = draft.rename(free(out, started))
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        point_latest(folder)
        prune(out, folder, options.keep)
    return done


def _fill(
    draft: Path, todo: Sequence[Step], corpus: Corpus, latest: Path, options: Options, started: datetime,
    tell: Callable[[Page], None], launcher: "Launcher | None",
) -> Manifest:  # fmt: skip
    """Every page into the draft: what can be taken over first."""
    last, ready = manifest.read(latest), {}
    stays = [step.last for step in todo if not step.why and step.last]
    if options.rest and last:
        planned, known = {step.run.name for step in todo}, set(corpus.reports["report_id"])
        stays += [page for page in last.pages if page.name not in planned and known.issuperset(page.reports)]
    for page in stays:
        for name in page.files:
            shutil.copy2(latest / name, draft / name)
        ready[page.name] = replace(page, taken_from=page.taken_from or (last.started if last else None))
        tell(ready[page.name])

    def finish(outcome: Outcome) -> None:
        step = next(step for step in todo if step.run == outcome.run)
        page = _written(draft, outcome, step, corpus, latest, options, started)
        ready[page.name] = page
        tell(page)

    if due := [step.run for step in todo if step.why]:
        with nullcontext(launcher) if launcher else kernel_launcher(options) as kernels:
            if kernels:
                kernels.begin()
            execute_all(due, finish, kernels, options.jobs, prepare)
    order = [*(step.run.name for step in todo), *(page.name for page in stays)]
    pages = tuple(ready[name] for name in dict.fromkeys(order))
    return Manifest(started.isoformat(), datetime.now().astimezone().isoformat(), corpus.version, pages)


def _written(
    draft: Path, outcome: Outcome, step: Step, corpus: Corpus, latest: Path, options: Options, started: datetime
) -> Page:
    """The outcome's files, and the page with what it says about them."""
    name, good = step.run.name, _last_good(step, latest) if outcome.error else None
    _write(draft / f"{name}.html", page_of(outcome, corpus, started, good[1] if good else None))
    files = [f"{name}.html"]
    if good:
        files.append(last_good_name(name))
        shutil.copy2(good[0], draft / files[-1])
    if options.notebooks:
        import nbformat

        files.append(f"{name}.ipynb")
        _write(draft / files[-1], nbformat.writes(outcome.notebook))  # type: ignore[no-untyped-call]
    return replace(
        step.page,
        started=outcome.started.isoformat(),
        seconds=round(outcome.seconds, 3),
        kernel_seconds=round(outcome.kernel_seconds, 3),
        peak_memory=outcome.peak_memory,
        attempts=outcome.attempts,
        ended=outcome.ended,
        error=(outcome.error or "").partition("\n")[0] or None,
        files={file: manifest.sha((draft / file).read_bytes()) for file in files},
        last_good=good[1] if good else None,
    )


def _last_good(step: Step, latest: Path) -> tuple[Path, str] | None:
    """The page that a failed one leads to, and when it was made; it is copied on until there is a new one."""
    if step.last is None:
        return None
    good = step.last.ended == "ok"
    path = latest / (f"{step.last.name}.html" if good else last_good_name(step.last.name))
    made = step.last.started if good else step.last.last_good
    return (path, made) if made and path.is_file() else None


def kernel_launcher(options: Options) -> "Launcher | nullcontext[None]":
    """What starts the kernels, to be used as a context; nothing where the system cannot fork."""
    from township_analysis.runs.kernels import CAN_FORK, Launcher

    return Launcher(options.warm) if CAN_FORK else nullcontext()


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")
