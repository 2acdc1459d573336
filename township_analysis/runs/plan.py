"""Which notebooks are run with which parameters: runs.yml and the command line, checked before anything runs."""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from township_analysis.errors import DataError
from township_analysis.store.locate import find_project
from township_analysis.store.model import Corpus

RUNS = "runs.yml"
KEYS = ("notebook", "each", "parameters")


@dataclass(frozen=True)
class Run:
    """One execution of a notebook.

    Attributes:
        notebook: The file.
        parameters: What is injected; the rest keeps the notebook's defaults.
        name: The page's name without ``.html``.
        language: The language of the page.
        report_id: The report that the page is about, or None.
    """

    notebook: Path
    parameters: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    language: str = "zh"
    report_id: str | None = None


@dataclass(frozen=True)
class Entry:
    """A line of runs.yml: a notebook, whether it is run for each report, and its parameters."""

    notebook: Path
    each_report: bool = False
    parameters: Mapping[str, Any] = field(default_factory=dict)


def plan(corpus: Corpus, notebooks: Sequence[str] = (), given: Sequence[tuple[str, str]] = ()) -> list[Run]:
    """Every run, in order: a page a report where runs.yml says ``each: report``.

    Args:
        corpus: The tables that the notebooks read.
        notebooks: Files or names; none means all of notebooks/runs.yml.
        given: Parameters of the command line, as text; they beat runs.yml and go to every notebook.

    Raises:
        DataError: If a notebook, a report or a parameter does not exist; the nearest name is suggested.
    """
    runs: list[Run] = []
    for entry in _entries(notebooks):
        defaults = parameters_of(entry.notebook)
        _expect_parameters(entry.notebook, [*entry.parameters, *(name for name, _ in given)], defaults)
        chosen = {name: _as_default(name, text, defaults[name]) for name, text in given}
        runs += _runs(entry, {**entry.parameters, **chosen}, defaults, corpus)
    return _named_apart(runs)


def parameters_of(notebook: Path) -> dict[str, Any]:
    """The names and defaults in the notebook's cell tagged ``parameters``.

    Raises:
        DataError: If the file is no notebook, or an assignment in the cell is no plain value.
    """
    cells = _cells(notebook)
    sources = ["".join(cell["source"]) for cell in cells if "parameters" in cell.get("metadata", {}).get("tags", [])]
    try:
        statements = ast.parse(sources[0] if sources else "").body
        assignments = [node for node in statements if isinstance(node, ast.Assign)]
        return {node.targets[0].id: ast.literal_eval(node.value) for node in assignments}  # type: ignore[attr-defined]
    except (SyntaxError, ValueError, AttributeError) as error:
        raise DataError(
            f"{notebook}: the cell tagged `parameters` cannot be read: {error}",
            expected="one assignment of a text, a number, True, False or None a line",
        ) from error


def _cells(notebook: Path) -> list[dict[str, Any]]:
    try:
        cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{notebook} is no notebook that can be read: {error!r}", expected="an .ipynb file") from error
    return cells


def _entries(notebooks: Sequence[str]) -> list[Entry]:
    project = find_project()
    listed = _listed(project / "notebooks" / RUNS) if project else []
    if notebooks:
        return [_find(name, listed) for name in notebooks]
    if listed:
        return listed
    raise DataError("There is nothing to run: no notebook is named, and there is no notebooks/runs.yml around",
                    remedy="name a notebook, or go to the project's folder")  # fmt: skip


def _listed(path: Path) -> list[Entry]:
    if not path.is_file():
        return []
    import yaml

    lines = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    if not isinstance(lines, list):
        raise DataError(f"{path} is no list", expected="`- notebook: …` entries")
    return [_entry(path, number, line) for number, line in enumerate(lines, 1)]


def _entry(path: Path, number: int, line: Any) -> Entry:
    where = f"{path}, entry {number}"
    if not isinstance(line, dict) or "notebook" not in line or set(line) - set(KEYS):
        raise DataError(f"{where} has not the right keys: {line!r}", expected=", ".join(KEYS))
    if line.get("each") not in (None, "report"):
        raise DataError(f"{where}: `each` is {line['each']!r}", expected="report, or no such key")
    notebook = path.parent / str(line["notebook"])
    if not notebook.is_file():
        raise DataError(f"{where}: {notebook} is not there")
    return Entry(notebook, line.get("each") == "report", line.get("parameters") or {})


def _find(name: str, listed: Sequence[Entry]) -> Entry:
    """A notebook by path, by file name or by stem; one of runs.yml keeps what is said there."""
    path = Path(name)
    for entry in listed:
        if name in (entry.notebook.name, entry.notebook.stem) or (
            path.is_file() and path.resolve() == entry.notebook.resolve()
        ):
            return entry
    if path.is_file():
        return Entry(path.resolve())
    near = get_close_matches(name, [entry.notebook.stem for entry in listed], n=1, cutoff=0.4)
    raise DataError(f"There is no notebook {name!r}", remedy=f"did you mean {near[0]!r}?" if near else "give its path")


def _expect_parameters(notebook: Path, names: Sequence[str], defaults: Mapping[str, Any]) -> None:
    for name in names:
        if name not in defaults:
            near = get_close_matches(name, defaults, n=1, cutoff=0.4)
            raise DataError(
                f"{notebook.name} has no parameter {name!r}",
                expected=", ".join(defaults) or "no parameter at all",
                remedy=f"did you mean {near[0]!r}?" if near else "",
            )


def _as_default(name: str, text: str, default: Any) -> Any:
    """A value of the command line in the type of the notebook's default: a report_id 2019 stays a text."""
    if default is None or isinstance(default, str):
        return text
    try:
        value = ast.literal_eval(text)
    except (SyntaxError, ValueError):
        value = text
    if isinstance(value, type(default)) or (isinstance(default, float) and isinstance(value, int)):
        return value
    raise DataError(f"The parameter {name} is {text!r}", expected=f"{type(default).__name__}, like {default!r}")


def _runs(entry: Entry, parameters: Mapping[str, Any], defaults: Mapping[str, Any], corpus: Corpus) -> list[Run]:
    place = {"processed": str(corpus.processed)} if "processed" in defaults else {}
    language = str(parameters.get("language") or defaults.get("language") or "zh")
    run = Run(entry.notebook, {**parameters, **place}, entry.notebook.stem, language)
    if wanted := parameters.get("report_id"):
        corpus.row(wanted)
        return [_about(run, wanted)]
    if not (entry.each_report and "report_id" in defaults):
        return [run]
    return [_about(run, report_id) for report_id in corpus.reports["report_id"]]


def _about(run: Run, report_id: str) -> Run:
    parameters = {**run.parameters, "report_id": report_id}
    return replace(run, parameters=parameters, name=f"{run.name}-{report_id}", report_id=report_id)


def _named_apart(runs: Sequence[Run]) -> list[Run]:
    """A number behind a name that an earlier run has."""
    taken: dict[str, int] = {}
    named = []
    for run in runs:
        taken[run.name] = taken.get(run.name, 0) + 1
        named.append(run if taken[run.name] == 1 else replace(run, name=f"{run.name}-{taken[run.name]}"))
    return named
