"""run.json: what was run on what and how it ended, and from that what need not be run again."""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from township_analysis import __version__
from township_analysis.fields import TABLES
from township_analysis.runs.plan import Run
from township_analysis.store.locate import find_project
from township_analysis.store.model import Corpus

MANIFEST = "run.json"
PACKAGES = ("ipykernel", "jieba", "matplotlib", "nbconvert", "numpy", "pandas", "papermill", "seaborn")
COMPARED = ("notebook_sha256", "parameters", "inputs", "versions", "title", "language")


@dataclass(frozen=True)
class Page:
    """A planned page: what it was made from, how the run of its notebook ended, and the files that it left.

    Attributes:
        inputs: Checksums: ``tables`` (the rows that the notebook may read), ``folder`` (modules beside the notebook)
            and ``own_tables`` (data/tables).
        ended: As `execute.Outcome` has it; ``error`` is its first line.
        files: Name and checksum of every file of the page in the run's folder.
        taken_from: The start of the run that made it, where that is not this one.
        last_good: Where it failed: when the last page was made that did not, a copy of which is among the files.
    """

    name: str
    title: str
    notebook: str
    notebook_sha256: str
    parameters: Mapping[str, Any]
    inputs: Mapping[str, str]
    versions: Mapping[str, str]
    language: str
    for_each: str
    reports: Sequence[str]
    started: str = ""
    seconds: float = 0.0
    kernel_seconds: float = 0.0
    peak_memory: int | None = None
    attempts: int = 0
    ended: str = ""
    error: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    taken_from: str | None = None
    last_good: str | None = None


@dataclass(frozen=True)
class Manifest:
    """A run of the command: its pages in the order of the overview."""

    started: str
    finished: str
    data_version: str
    pages: tuple[Page, ...]

    def page(self, name: str) -> Page | None:
        """The page of that name."""
        return next((page for page in self.pages if page.name == name), None)


def write(manifest: Manifest, folder: Path) -> None:
    """Write run.json."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, allow_nan=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Manifest | None:
    """The manifest of a run's folder; None where there is none, or none of this form (then everything is run)."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(**{**content, "pages": tuple(Page(**page) for page in content["pages"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def planned(runs: Iterable[Run], corpus: Corpus) -> list[Page]:
    """What each run would be made from."""
    rows, versions = _row_sums(corpus), _versions()
    whole = sha(repr(sorted(rows.items())))
    return [
        Page(
            run.name, run.title, run.notebook.name, sha(run.notebook.read_bytes()), dict(run.parameters),
            {
                "tables": sha(repr([rows.get(name) for name in run.reports])) if run.reads == "own" else whole,
                "folder": folder_sum(run.notebook.parent, ("*.py",)),
                "own_tables": folder_sum((find_project() or Path()) / "data" / "tables", ("*",)),
            },
            versions, run.language, run.for_each, list(run.reports),
        )
        for run in runs
    ]  # fmt: skip


def reasons(page: Page, last: Page | None, folder: Path) -> list[str]:
    """Why a page has to be made again; nothing means that the last run's may be taken over.

    Returns:
        ``new``, ``failed``, the names of what has changed, or ``files`` where the last page is not there as it was.
    """
    if last is None:
        return ["new"]
    if last.ended != "ok":
        return ["failed"]
    changed = [name for name in COMPARED if getattr(page, name) != getattr(last, name)]
    return changed or ([] if intact(last, folder) else ["files"])


def intact(page: Page, folder: Path) -> bool:
    """Whether the page's files are in the folder as they were written."""
    files = {folder / name: expected for name, expected in page.files.items()}
    return bool(files) and all(path.is_file() and sha(path.read_bytes()) == sum_ for path, sum_ in files.items())


def sha(content: bytes | str) -> str:
    """The checksum of a file's or a text's content."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content).hexdigest()


@cache
def folder_sum(folder: Path, patterns: tuple[str, ...]) -> str:
    """One checksum of the files in a folder, by names and content; of a folder that is not there as of an empty one."""
    paths = sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())
    return sha(repr([(path.relative_to(folder).as_posix(), sha(path.read_bytes())) for path in paths]))


def _versions() -> dict[str, str]:
    """Of Python and the packages that make a page; of this one with a checksum, for it may be edited in place."""
    code = folder_sum(Path(__file__).parents[1], ("**/*.py", "**/*.csv", "**/*.css", "**/*.j2", "**/*.js", "**/*.txt"))
    found = {package: version(package) for package in PACKAGES}
    return {"python": platform.python_version(), "township_analysis": f"{__version__}+{code[:12]}", **found}


def _row_sums(corpus: Corpus) -> dict[str, list[int]]:
    """For every report a number for each of its rows in every table, which changes with any cell of the row."""
    import pandas as pd

    sums: dict[str, list[int]] = {}
    for table in TABLES:
        frame = getattr(corpus, table)
        ids = frame["report_id"] if "report_id" in frame else pd.Series("", index=frame.index)
        hashed = pd.util.hash_pandas_object(frame.map(repr), index=False)
        for report_id, number in zip(ids, hashed, strict=True):
            sums.setdefault(str(report_id), []).append(int(number))
    return sums
