"""Which notebooks are run with which parameters: runs.yml and the command line, checked before anything runs."""

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
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
# What a page can be made for each of, and the parameter that says which one.
GROUPS = {"report": "report_id", "township": "township_code", "county": "county_code"}
COUNTY_DIGITS = 6  # of a township's nine
TITLE_NAMES = ("report_id", "title", "township", "county", "prefecture", "province", "period", "doc_type")


@dataclass(frozen=True)
class Run:
    """One execution of a notebook, or (before `plan` has filled it in) an entry of runs.yml.

    Attributes:
        notebook: The file.
        parameters: What is injected; the rest keeps the notebook's defaults.
        name: The page's name without ``.html``.
        title: What the page is called; ``{names}`` in it stand for parameters and columns of the reports table.
        language: The language of the page.
        for_each: ``report``, ``township`` or ``county``, or empty for one page.
        reports: The reports that the page is about; none means all of them.
        reads: ``own`` where the notebook reads only those; ``all`` where any change of the tables may change the page.
        timeout: Seconds; a run that takes longer is ended, and its page says so.
        cell_timeout: Likewise for a cell.
    """

    notebook: Path
    parameters: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    title: str = ""
    language: str = ""
    for_each: str = ""
    reports: tuple[str, ...] = ()
    reads: str = "all"
    timeout: float = 3600
    cell_timeout: float = 600


KEYS = tuple(each.name for each in fields(Run) if each.name not in ("name", "reports"))
VALUES = {"for_each": ("", *GROUPS), "reads": ("all", "own"), "language": ("", *LANGUAGES)}


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
    _expect("--language", "language", language)
    runs = [run for entry in _entries(notebooks) for run in _runs(entry, given, language, corpus)]
    return _named_apart(runs)


def only(runs: Sequence[Run], patterns: Sequence[str]) -> list[Run]:
    """The runs whose page, notebook, title or report matches one of the patterns (``*`` and ``?`` as in file names).

    Raises:
        DataError: If a pattern matches none; the nearest name is suggested.
    """
    for pattern in patterns:
        if not any(_matches(run, pattern) for run in runs):
            near = _near(pattern, (name for run in runs for name in _names(run)))
            raise DataError(f"No page is called {pattern!r}", remedy=near)
    return [run for run in runs if any(_matches(run, pattern) for pattern in patterns)]


def _matches(run: Run, pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in _names(run))


def _names(run: Run) -> tuple[str, ...]:
    return (run.name, run.notebook.stem, run.title, *run.reports)


def _near(name: str, names: Iterable[str], otherwise: str = "") -> str:
    near = get_close_matches(name, list(names), n=1, cutoff=0.4)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _entries(notebooks: Sequence[str]) -> list[Run]:
    project = find_project()
    listed = _listed(project / "notebooks" / RUNS) if project else []
    if notebooks:
        return [entry for name in notebooks for entry in _find(name, listed)]
    if listed:
        return listed
    raise DataError("There is nothing to run: no notebook is named, and there is no notebooks/runs.yml around",
                    remedy="name a notebook, or go to the project's folder")  # fmt: skip


def _listed(path: Path) -> list[Run]:
    if not path.is_file():
        return []
    import yaml

    try:
        lines = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read: {error}", expected="YAML in UTF-8") from error
    if not isinstance(lines, list):
        raise DataError(f"{path} is no list", expected="`- notebook: …` entries")
    return [_entry(path.parent, f"{path}, entry {number}", line) for number, line in enumerate(lines, 1)]


def _entry(folder: Path, where: str, line: Any) -> Run:
    if not isinstance(line, dict) or "notebook" not in line or set(line) - set(KEYS):
        raise DataError(f"{where} has not the right keys: {line!r}", expected=", ".join(KEYS))
    entry = Run(**{**line, "notebook": folder / str(line["notebook"]), "parameters": line.get("parameters") or {}})
    if not entry.notebook.is_file():
        raise DataError(f"{where}: {entry.notebook} is not there")
    for key in VALUES:
        _expect(where, key, getattr(entry, key))
    for key in ("timeout", "cell_timeout"):
        seconds = getattr(entry, key)
        if type(seconds) not in (int, float) or not 0 < seconds < float("inf"):
            raise DataError(f"{where}: `{key}` is {seconds!r}", expected="seconds")
    if not isinstance(entry.parameters, dict) or not isinstance(entry.title, str):
        raise DataError(f"{where}: `title` is no text, or `parameters` are no names with values: {line!r}")
    return entry


def _expect(where: str, key: str, value: Any) -> None:
    if value not in VALUES[key]:
        expected = " or ".join(name for name in VALUES[key] if name)
        raise DataError(f"{where}: `{key}` is {value!r}", expected=expected, remedy=_near(str(value), VALUES[key]))


def _find(name: str, listed: Sequence[Run]) -> list[Run]:
    """A notebook by path, file name or stem; one of runs.yml keeps what is said there, as often as it is there."""
    path = Path(name).resolve()
    found = [e for e in listed if name in (e.notebook.name, e.notebook.stem) or path == e.notebook.resolve()]
    if found or path.is_file():
        return found or [Run(path)]
    near = _near(name, (entry.notebook.stem for entry in listed), "give its path")
    raise DataError(f"There is no notebook {name!r}", remedy=near)


def _runs(entry: Run, given: Sequence[tuple[str, str]], language: str, corpus: Corpus) -> list[Run]:
    """An entry's runs, with everything filled in that is the same for all of them, then what is not."""
    defaults, key = parameters_of(entry.notebook), GROUPS.get(entry.for_each)
    values = checked(entry.notebook, entry.parameters, given, [key] if key else [])
    language = str(language or entry.language or values.get("language") or defaults.get("language") or "zh")
    _expect(entry.notebook.name, "language", language)
    ours = {"processed": str(corpus.processed), "language": language}
    values |= {name: value for name, value in ours.items() if name in defaults}
    run = replace(entry, parameters=values, language=language, name=entry.notebook.stem)
    wanted = values.get(key or "report_id")
    if key or wanted:
        run = replace(run, for_each=entry.for_each or "report")
        return [_about(run, group, reports, corpus) for group, reports in _groups(corpus, run.for_each, wanted).items()]
    return [replace(run, title=_filled(run, {}) if run.title else title_of(run.notebook))]


def _groups(corpus: Corpus, about: str, wanted: str | None) -> dict[str, list[str]]:
    """The reports of each report, township or county. Of a place that is not known there can be no page."""
    groups: dict[str, list[str]] = {}
    for row in records(corpus.reports[["report_id", "township_code"]]):
        code = row["township_code"]
        group = row["report_id"] if about == "report" else code and code[: COUNTY_DIGITS if about == "county" else None]
        if group and wanted in (None, "", group):
            groups.setdefault(group, []).append(row["report_id"])
    if wanted and not groups:
        if about == "report":
            corpus.row(wanted)  # says which is near
        raise DataError(f"{corpus.processed} has no report of a {about} with the code {wanted!r}")
    return groups


def _about(run: Run, group: str, reports: Sequence[str], corpus: Corpus) -> Run:
    row = corpus.row(reports[0])
    parameters = {**run.parameters, GROUPS[run.for_each]: group}
    run = replace(run, parameters=parameters, name=f"{run.name}-{group}", reports=tuple(reports))
    name = words.report_name(row) if run.for_each == "report" else row[run.for_each]
    return replace(run, title=_filled(run, row) if run.title else str(name or group))


def _filled(run: Run, row: Mapping[str, Any]) -> str:
    """The title with its ``{names}`` filled in by the report's row and the parameters; it takes names only."""
    known = {**{name: row.get(name) for name in TITLE_NAMES}, **parameters_of(run.notebook), **run.parameters}
    try:
        parts = list(string.Formatter().parse(run.title))
    except ValueError as error:
        raise DataError(f"{run.notebook.name}: the title {run.title!r} has a brace too many or too few") from error
    if unknown := [name for _, name, spec, turn in parts if name is not None and (name not in known or spec or turn)]:
        what = f"{run.notebook.name}: the title {run.title!r} has no value for {unknown[0]!r}"
        raise DataError(what, expected=", ".join(known), remedy=_near(unknown[0], known))
    values = ("" if name is None or known[name] is None else str(known[name]) for _, name, _, _ in parts)
    return "".join(text + value for (text, *_), value in zip(parts, values, strict=True)).strip()


def _named_apart(runs: Sequence[Run]) -> list[Run]:
    """A number behind a name that an earlier run has."""
    taken: dict[str, int] = {}
    named = []
    for run in runs:
        taken[run.name] = taken.get(run.name, 0) + 1
        named.append(run if taken[run.name] == 1 else replace(run, name=f"{run.name}-{taken[run.name]}"))
    return named
