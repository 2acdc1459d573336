"""sources.csv: what is known about a raw report and beats what its text tells."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from township_analysis.errors import DataError
from township_analysis.fields import PERIOD

SOURCES = "sources.csv"
SOURCE_COLUMNS = ("file", "township_code", "period", "url", "retrieved")
PERIOD_EXAMPLES = "2019, 2023-H1, 2023-Q1, 2023-04 or 2016/2020"


def read_sources(raw: Path, paths: Iterable[Path]) -> dict[Path, dict[str, str]]:
    """What sources.csv says about the files: township_code, period, url, retrieved; an empty cell says nothing.

    A file is named by its path relative to the folder, or by its bare name where only one file has it.

    Raises:
        DataError: With the line, if it names no file, a file twice, no township's code or no period, or if a column
            is not known.
    """
    path = raw / SOURCES
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        _expect_columns(path, reader.fieldnames or [])
        lines = [(reader.line_num, {key: (cell or "").strip() for key, cell in row.items() if key}) for row in reader]
    names = _names(raw, paths)
    known: dict[Path, dict[str, str]] = {}
    for number, row in lines:
        file = _source_file(path, number, row, names)
        if file in known:
            raise DataError(f"{path}, line {number}: {row['file']!r} is named twice", remedy="keep one of the lines")
        _expect_known(path, number, row)
        known[file] = row
    return known


def _expect_columns(path: Path, found: Sequence[str]) -> None:
    if "file" not in found or set(found) - set(SOURCE_COLUMNS):
        raise DataError(f"{path}, line 1: the columns are {', '.join(found)}", expected=", ".join(SOURCE_COLUMNS))


def _names(raw: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Every name that a file can be given by; bare names that several files share are left out."""
    paths = list(paths)
    bare = Counter(path.name for path in paths)
    return {path.name: path for path in paths if bare[path.name] == 1} | {
        path.relative_to(raw).as_posix(): path for path in paths
    }


def _source_file(path: Path, number: int, row: Mapping[str, str], names: Mapping[str, Path]) -> Path:
    from difflib import get_close_matches

    if row["file"] in names:
        return names[row["file"]]
    near = get_close_matches(row["file"], names, n=1)
    raise DataError(
        f"{path}, line {number}: there is no report {row['file']!r}",
        expected="a path relative to the folder of raw reports",
        remedy=f"did you mean {near[0]!r}?" if near else "correct the name or delete the line",
    )


def _expect_known(path: Path, number: int, row: Mapping[str, str]) -> None:
    from township_analysis.places import place_of

    if (code := row.get("township_code")) and place_of(code) is None:
        raise DataError(
            f"{path}, line {number}: there is no township with the code {code!r}",
            expected="nine digits of the statistics bureau's table",
            remedy="correct the code or leave the cell empty",
        )
    if (period := row.get("period")) and not PERIOD.fullmatch(period):
        raise DataError(f"{path}, line {number}: {period!r} is no period", expected=PERIOD_EXAMPLES)
