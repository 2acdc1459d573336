"""The one loader of the package's CSV tables: knowledge that an analyst can read and extend."""

import csv
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from township_analysis.errors import DataError

LANG = "township_analysis.lang"
OWN = Path("data/tables")
#: Tables that a user's own extend: what tells their rows apart, and what a column that is left out holds.
EXTENDED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "units.csv": (("unit",), {"dimension": "count", "base_unit": "{unit}", "factor": "1", "class": "count"}),
    "cues.csv": (("class", "cue"), {}),
}
CLOSED = ("dimension", "class")  # columns with a fixed set of values


@cache
def load_table(name: str, package: str = LANG) -> tuple[dict[str, str], ...]:
    """The rows of a CSV table that ships with the package, each a dict of its cells.

    Lines that begin with ``#`` are comments. Cells are stripped; an empty cell is ``""``. The rows are shared between
    callers: do not change them. ``data/tables/units.csv`` and ``cues.csv`` of the user's own extend the package's: read
    once, when the table is first asked for.

    Args:
        name: File name, with or without ``.csv``.
        package: The subpackage that the file lies in.

    Raises:
        DataError: If there is no such table, or a line has more or fewer cells than the heading.

    Example:
        >>> {row["key"]: row["zh"] for row in load_table("labels")}["role.plan"]
        '工作计划'
    """
    resource = files(package) / (name if name.endswith(".csv") else f"{name}.csv")
    if not resource.is_file():
        raise DataError(f"The table {name} is not in {package}", remedy="reinstall township_analysis")
    rows = _rows(resource.read_text(encoding="utf-8-sig"), f"{package}/{resource.name}")
    own = own_table(resource.name) if resource.name in EXTENDED and package == LANG else None
    return tuple(_extended(rows, own, *EXTENDED[resource.name]) if own else rows)


def own_table(name: str) -> Path | None:
    """The user's own table of that name: in ``data/tables`` of the nearest folder from the working folder upward."""
    here = Path.cwd()
    paths = (folder / OWN / name for folder in (here, *here.parents))
    return next((path for path in paths if path.is_file()), None)


def _rows(text: str, where: str) -> list[dict[str, str]]:
    """The lines of a table; every one has as many cells as the heading."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = list(csv.DictReader(lines, restkey="", restval=None))
    for row in rows:
        if "" in row or None in row.values():
            raise DataError(
                f"{where}: the line that begins with {next(iter(row.values()))!r} "
                "has more or fewer cells than the heading",
                expected=", ".join(key for key in row if key),
                remedy="put cells that hold a comma in double quotes",
            )
    return [{key: cell.strip() for key, cell in row.items()} for row in rows]


def _extended(
    rows: list[dict[str, str]], own: Path, keys: tuple[str, ...], defaults: dict[str, str]
) -> list[dict[str, str]]:
    """The package's rows and the user's, which replace those of the same key; columns left out have their defaults."""
    mine = [_completed(row, rows, own, keys, defaults) for row in _rows(own.read_text(encoding="utf-8-sig"), str(own))]
    replaced = {tuple(row[key] for key in keys) for row in mine}
    return [row for row in rows if tuple(row[key] for key in keys) not in replaced] + mine


def _completed(
    row: dict[str, str], rows: list[dict[str, str]], own: Path, keys: tuple[str, ...], defaults: dict[str, str]
) -> dict[str, str]:
    """A row of the user's with every column of the package's table, checked."""
    columns = list(rows[0])
    if strange := [name for name in row if name not in columns] + [key for key in keys if not row.get(key)]:
        raise DataError(f"{own}: column {strange[0]} is unknown or empty in {row}", expected=", ".join(columns))
    full = {name: row.get(name) or defaults.get(name, "").format(**row) for name in columns}
    for name in [name for name in (*CLOSED, "base_unit") if name in columns]:
        alike = [known for known in rows if name in CLOSED or known["dimension"] == full["dimension"]]
        allowed = {known[name] for known in alike} | ({full["unit"]} if full.get("dimension") == "count" else set())
        if full[name] not in allowed:
            raise DataError(f"{own}: {full[name]!r} is no {name}", expected=", ".join(sorted(allowed)))
    try:
        re.compile(full.get("cue", ""))
        float(full.get("factor") or 1)
    except (re.error, ValueError) as error:
        raise DataError(f"{own}: {row}: {error}", expected="a regular expression as cue, a number as factor") from error
    return full
