"""Which notebooks are run with which parameters: runs.yml and the command line, checked before anything runs."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from township_analysis.errors import DataError
from township_analysis.lang.labels import LANGUAGES
from township_analysis.pages import words
from township_analysis.runs.parameters import checked, parameters_of, title_of
from township_analysis.store.locate import find_project
from township_analysis.store.model import Corpus, records

RUNS = "runs.yml"
KEYS = ("notebook", "for_each", "title", "parameters", "language", "timeout", "cell_timeout", "reads")
# What a page can be made for each of, and the parameter that says which one.
GROUPS = {"report": "report_id", "township": "township_code", "county": "county_code"}
NAMED = ("report_id", "title", "township", "county", "prefecture", "province", "period", "doc_type")  # in a title
READS = ("all", "own")
CELL_SECONDS, RUN_SECONDS = 600, 3600  # what takes longer is ended, and its page says so
COUNTY_DIGITS = 6  # of a township's nine


@dataclass(frozen=True)
class Run:
    """One execution of a notebook.

    Attributes:
        notebook: The file.
        parameters: What is injected; the rest keeps the notebook's defaults.
        name: The page's name without ``.html``.
        title: What the page is called; empty means the notebook's own title.
        language: The language of the page.
        about: ``report``, ``township`` or ``county``, or empty where the page is about all of them.
        reports: The reports that the page is about.
        reads: ``own`` where the notebook reads only those; ``all`` where any change of the tables may change the page.
        cell_seconds: A cell that takes longer is ended.
        run_seconds: A run that takes longer is ended.
    """

    notebook: Path
    parameters: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    title: str = ""
    language: str = "zh"
    about: str = ""
    reports: tuple[str, ...] = ()
    reads: str = "all"
    cell_seconds: float = CELL_SECONDS
    run_seconds: float = RUN_SECONDS


@dataclass(frozen=True)
class Entry:
    """An entry of runs.yml, its keys as there."""

    notebook: Path
    for_each: str = ""
    title: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""
    timeout: float = RUN_SECONDS
    cell_timeout: float = CELL_SECONDS
    reads: str = "all"


def plan(
    corpus: Corpus, notebooks: Sequence[str] = (), given: Sequence[tuple[str, str]] = (), language: str = ""
) -> list[Run]:
    """Every run, in order: a page for each report, township or county where runs.yml says so.

    Args:
        corpus: The tables that the notebooks read.
        notebooks: Files or names; none means all of notebooks/runs.yml.
        given: Parameters of the command line, as text; they beat runs.yml and go to every notebook.
        language: ``zh`` or ``en``; beats runs.yml.

    Raises:
        DataError: If a notebook, a report or a parameter does not exist (the nearest name is suggested), or a value is
            not of the parameter's type.
    """
    runs = [run for entry in _entries(notebooks) for run in _runs(entry, given, language, corpus)]
    return _named_apart(runs)


def only(runs: Sequence[Run], patterns: Sequence[str]) -> list[Run]:
    """The runs whose name, notebook, title or report matches one of the patterns (``*`` and ``?`` as in file names).

    Raises:
        DataError: If a pattern matches none; the nearest name is suggested.
    """
    for pattern in patterns:
        if not any(_matches(run, pattern) for run in runs):
            near = get_close_matches(pattern, [name for run in runs for name in _names(run)], n=1, cutoff=0.4)
            raise DataError(f"No page is called {pattern!r}", remedy=f"did you mean {near[0]!r}?" if near else "")
    return [run for run in runs if any(_matches(run, pattern) for pattern in patterns)]


def _matches(run: Run, pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in _names(run))


def _names(run: Run) -> tuple[str, ...]:
    return (run.name, run.notebook.stem, run.title, *run.reports)


def _entries(notebooks: Sequence[str]) -> list[Entry]:
    project = find_project()
    listed = _listed(project / "notebooks" / RUNS) if project else []
    if notebooks:
        return [entry for name in notebooks for entry in _find(name, listed)]
    if listed:
        return listed
    raise DataError("There is nothing to run: no notebook is named, and there is no notebooks/runs.yml around",
                    remedy="name a notebook, or go to the project's folder")  # fmt: skip


def _listed(path: Path) -> list[Entry]:
    if not path.is_file():
        return []
    import yaml

    try:
        lines = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read: {error}", expected="YAML in UTF-8") from error
    if not isinstance(lines, list):
        raise DataError(f"{path} is no list", expected="`- notebook: …` entries")
    return [_entry(path, number, line) for number, line in enumerate(lines, 1)]


def _entry(path: Path, number: int, line: Any) -> Entry:
    where = f"{path}, entry {number}"
    if not isinstance(line, dict) or "notebook" not in line or set(line) - set(KEYS):
        raise DataError(f"{where} has not the right keys: {line!r}", expected=", ".join(KEYS))
    notebook = path.parent / str(line["notebook"])
    if not notebook.is_file():
        raise DataError(f"{where}: {notebook} is not there")
    entry = Entry(**{**line, "notebook": notebook, "parameters": line.get("parameters") or {}})
    _expect(where, "for_each", entry.for_each, ("", *GROUPS))
    _expect(where, "reads", entry.reads, READS)
    _expect(where, "language", entry.language, ("", *LANGUAGES))
    for key in ("timeout", "cell_timeout"):
        seconds = getattr(entry, key)
        if type(seconds) not in (int, float) or not 0 < seconds < float("inf"):
            raise DataError(f"{where}: `{key}` is {seconds!r}", expected="seconds")
    if not isinstance(entry.parameters, dict) or not isinstance(entry.title, str):
        raise DataError(f"{where}: `parameters` or `title` is not as it should be", expected="names with values; a text")
    return entry


def _expect(where: str, key: str, value: Any, allowed: Sequence[str]) -> None:
    if value not in allowed:
        near = get_close_matches(str(value), allowed, n=1)
        raise DataError(
            f"{where}: `{key}` is {value!r}",
            expected=" or ".join(name or "no such key" for name in allowed),
            remedy=f"did you mean {near[0]!r}?" if near else "",
        )


def _find(name: str, listed: Sequence[Entry]) -> list[Entry]:
    """A notebook by path, by file name or by stem; one of runs.yml keeps what is said there, as often as it is there."""
    path = Path(name)
    there = path.resolve() if path.is_file() else None
    found = [e for e in listed if name in (e.notebook.name, e.notebook.stem) or there == e.notebook.resolve()]
    if found or there:
        return found or [Entry(path.resolve())]
    near = get_close_matches(name, [entry.notebook.stem for entry in listed], n=1, cutoff=0.4)
    raise DataError(f"There is no notebook {name!r}", remedy=f"did you mean {near[0]!r}?" if near else "give its path")


def _runs(entry: Entry, given: Sequence[tuple[str, str]], language: str, corpus: Corpus) -> list[Run]:
    defaults = parameters_of(entry.notebook)
    group = GROUPS.get(entry.for_each)
    own = checked(entry.notebook, entry.parameters, given, [group] if group else [])
    spoken = str(language or entry.language or own.get("language") or defaults.get("language") or "zh")
    _expect(entry.notebook.name, "language", spoken, LANGUAGES)
    set_here = {"language": spoken, "processed": str(corpus.processed)}
    own |= {name: value for name, value in set_here.items() if name in defaults}
    run = Run(
        entry.notebook, own, entry.notebook.stem, entry.title or title_of(entry.notebook), spoken,
        reads=entry.reads, cell_seconds=entry.cell_timeout, run_seconds=entry.timeout,
    )  # fmt: skip
    if not group and own.get("report_id"):  # one page, and it is about a report
        corpus.row(own["report_id"])
        return [_about(run, "report", own["report_id"], [own["report_id"]], corpus, bool(entry.title))]
    if not group:
        return [replace(run, title=_titled(entry, run, {}))]
    groups = _groups(corpus, entry.for_each)
    if own.get(group):
        groups = {own[group]: _wanted(own[group], groups, corpus, entry.for_each)}
    return [_about(run, entry.for_each, key, ids, corpus, bool(entry.title)) for key, ids in groups.items()]


def _groups(corpus: Corpus, about: str) -> dict[str, list[str]]:
    """The reports of each report, township or county. Of a place that is not known there can be no page."""
    found: dict[str, list[str]] = {}
    for row in records(corpus.reports[["report_id", "township_code"]]):
        code = row["township_code"]
        key = row["report_id"] if about == "report" else code and code[: COUNTY_DIGITS if about == "county" else None]
        if key:
            found.setdefault(key, []).append(row["report_id"])
    return found


def _wanted(key: str, groups: Mapping[str, list[str]], corpus: Corpus, about: str) -> list[str]:
    if key in groups:
        return groups[key]
    if about == "report":
        corpus.row(key)  # says which is near
    raise DataError(f"There is no report of a {about} with the code {key!r} in {corpus.processed}",
                    expected=", ".join(list(groups)[:5]))  # fmt: skip


def _about(run: Run, about: str, key: str, reports: list[str], corpus: Corpus, titled: bool) -> Run:
    row = corpus.row(reports[0])
    names = {"report": words.report_name(row), "township": row["township"], "county": row["county"]}
    made = replace(
        run, parameters={**run.parameters, GROUPS[about]: key}, name=f"{run.name}-{key}", about=about,
        reports=tuple(reports),
    )  # fmt: skip
    return replace(made, title=_filled(run.title, made, row) if titled else str(names[about] or key))


def _titled(entry: Entry, run: Run, row: Mapping[str, Any]) -> str:
    return _filled(entry.title, run, row) if entry.title else run.title


def _filled(title: str, run: Run, row: Mapping[str, Any]) -> str:
    """The title with its ``{names}`` filled in, by what the report's row and the parameters say; names only."""
    known = {**{name: row.get(name) for name in NAMED}, **parameters_of(run.notebook), **run.parameters}
    parts = []
    for text, name, spec, conversion in string.Formatter().parse(title):
        if name is not None and (name not in known or spec or conversion):
            near = get_close_matches(name, known, n=1, cutoff=0.4)
            raise DataError(
                f"{run.notebook.name}: the title {title!r} has no value for {{{name}}}",
                expected=", ".join(known),
                remedy=f"did you mean {near[0]!r}?" if near else "",
            )
        parts += [text, "" if name is None or known[name] is None else str(known[name])]
    return "".join(parts).strip()


def _named_apart(runs: Sequence[Run]) -> list[Run]:
    """A number behind a name that an earlier run has."""
    taken: dict[str, int] = {}
    named = []
    for run in runs:
        taken[run.name] = taken.get(run.name, 0) + 1
        named.append(run if taken[run.name] == 1 else replace(run, name=f"{run.name}-{taken[run.name]}"))
    return named
