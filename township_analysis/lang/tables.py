"""The one loader of the package's CSV tables: knowledge that an analyst can read and extend."""

import csv
from functools import cache
from importlib.resources import files

from township_analysis.errors import DataError


@cache
def load_table(name: str, package: str = "township_analysis.lang") -> tuple[dict[str, str], ...]:
    """The rows of a CSV table that ships with the package, each a dict of its cells.

    Lines that begin with ``#`` are comments. Cells are stripped; an empty cell is ``""``. The rows are shared between
    callers: do not change them.

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
    lines = [
        line for line in resource.read_text(encoding="utf-8-sig").splitlines() if line and not line.startswith("#")
    ]
    rows = list(csv.DictReader(lines, restkey="", restval=None))
    for row in rows:
        if "" in row or None in row.values():
            raise DataError(
                f"{package}/{resource.name}: the line that begins with {next(iter(row.values()))!r} "
                "has more or fewer cells than the heading",
                expected=", ".join(key for key in row if key),
                remedy="put cells that hold a comma in double quotes",
            )
    return tuple({key: cell.strip() for key, cell in row.items()} for row in rows)
