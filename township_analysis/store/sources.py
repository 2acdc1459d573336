"""sources.csv: what is known about a raw report and beats what its text tells."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from township_analysis.errors import DataError
from township_analysis.fields import PERIOD

SOURCES = "sources.csv"
SOURCE_COLUMNS = ("file", "township_code", "period", "url", "retrieved")
PERIOD_EXAMPLES = "2019, 2023-H1, 2023-Q1, 2023-04, 2016/2020"


def read_sources(raw: Path, paths: Iterable[Path]) -> dict[Path, dict[str, str]]:
    """What sources.csv says about the files: township_code, period, url, retrieved; an empty cell says nothing.

    A file is named by its path relative to the folder, or by its bare name where only one file has it. The table may be
    UTF-8 or, as a Chinese spreadsheet saves it, GB18030; lines without a cell are passed over.

    Raises:
        DataError: With the line, if it names no file, a file twice, no township's code or no period, or if a column
            is not known.
    """
    path = raw / SOURCES
    if not path.is_file():
        return {}
    names = _names(raw, paths)
    known: dict[Path, dict[str, str]] = {}
    for number, row in _lines(path):
        file = _source_file(path, number, row, names)
        if file in known:
            raise DataError(
                f"{path}, line {number}: {row['file']!r} is named twice",
                remedy="keep one of the lines",
                rule="sources-twice",
                path=path,
                line=number,
                file=row["file"],
            )
        _expect_known(path, number, row)
        known[file] = row
    return known


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines that say something, with their numbers."""
    reader = csv.DictReader(io.StringIO(_text(path), newline=""))
    _expect_columns(path, reader.fieldnames or [])
    for row in reader:
        if None in row:
            raise DataError(
                f"{path}, line {reader.line_num}: there are more cells than columns",
                remedy="put a cell with a comma in it between double quotes",
                rule="sources-cells",
                path=path,
                line=reader.line_num,
            )
        cells = {name: (cell or "").strip() for name, cell in row.items()}
        if any(cells.values()) and cells["file"] != "file":  # a heading pasted once more with the lines of `doctor`
            yield reader.line_num, cells


def _text(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(
        f"{path} is no text",
        expected="a CSV file in UTF-8",
        remedy="save it as CSV UTF-8",
        rule="sources-text",
        path=path,
    )


def _expect_columns(path: Path, found: Sequence[str]) -> None:
    if "file" not in found or set(found) - set(SOURCE_COLUMNS):
        names, expected = (", ".join(columns) or "—" for columns in (found, SOURCE_COLUMNS))
        raise DataError(
            f"{path}, line 1: the columns are {names}",
            expected=expected,
            rule="sources-columns",
            path=path,
            found=names,
        )


def _names(raw: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Every name that a file can be given by; bare names that several files share are left out."""
    paths = list(paths)
    bare = Counter(path.name for path in paths)
    by_name = {path.name: path for path in paths if bare[path.name] == 1}
    return {_folded(name): path for name, path in by_name.items()} | {
        _folded(path.relative_to(raw).as_posix()): path for path in paths
    }


def _folded(name: str) -> str:
    """One form of a name: slashes as the package writes them, characters as most systems compose them."""
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _source_file(path: Path, number: int, row: Mapping[str, str], names: Mapping[str, Path]) -> Path:
    from difflib import get_close_matches

    if (name := _folded(row["file"])) in names:
        return names[name]
    near = get_close_matches(name, names, n=1)
    raise DataError(
        f"{path}, line {number}: there is no report {row['file']!r}",
        expected="a path relative to the folder of raw reports",
        remedy=f"did you mean {near[0]!r}?" if near else "correct the name or delete the line",
        rule="sources-file-near" if near else "sources-file",
        path=path,
        line=number,
        file=row["file"],
        near=near and near[0],
    )


def _expect_known(path: Path, number: int, row: Mapping[str, str]) -> None:
    from township_analysis.places import place_of

    if (code := row.get("township_code")) and place_of(code) is None:
        raise DataError(
            f"{path}, line {number}: there is no township with the code {code!r}",
            expected="nine digits of the statistics bureau's table",
            remedy="correct the code or leave the cell empty",
            rule="sources-code",
            path=path,
            line=number,
            code=code,
        )
    if (period := row.get("period")) and not PERIOD.fullmatch(period):
        raise DataError(
            f"{path}, line {number}: {period!r} is no period",
            expected=PERIOD_EXAMPLES,
            rule="sources-period",
            path=path,
            line=number,
            period=period,
        )
