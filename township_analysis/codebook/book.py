"""The codebook: indicators.csv, a user's own table beside it, and the index that names are looked up in."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from township_analysis.codebook.names import bare, canonical
from township_analysis.errors import DataError
from township_analysis.lang.tables import load_table

PACKAGE = "township_analysis.codebook"
OWN = Path("data/tables/codebook.csv")
REQUIRED = ("code", "short", "name_zh", "dimension", "base_unit", "statistic", "domain")
DIMENSIONS = frozenset(
    "persons households person-times money currency area length mass volume energy power count ratio time "
    "concentration".split()
)
STATISTICS = ("stock", "flow", "rate")
RANGES = ("", "capita", "household", "village")
_CODE, _SHORT = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*"), re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True, eq=False)
class Indicator:
    """A line of the codebook.

    Attributes:
        code: ``domain.name``, for good.
        short: The same for Stata: at most 32 of a-z 0-9 _.
        dimensions: What it is counted in, the main one first: ``persons``, ``money``, ``area`` …
        base_unit: The unit of its quantities.
        statistic: ``stock`` (at a date), ``flow`` (over a time) or ``rate``.
        aliases: Names that it goes by.
        unlike: What it must not be taken for: a name in which this is found is another indicator.
        low, high: Plausible values, by head, household or village where ``range_per`` says so.
    """

    code: str
    short: str
    name_zh: str
    name_en: str
    definition_zh: str
    definition_en: str
    dimensions: tuple[str, ...]
    base_unit: str
    statistic: str
    domain: str
    aliases: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    unlike: re.Pattern[str] | None = None
    context: re.Pattern[str] | None = None
    not_context: re.Pattern[str] | None = None
    low: float | None = None
    high: float | None = None
    range_per: str = ""

    @property
    def per_head(self) -> bool:
        """Whether its values are no sums over people or villages: averages (人均…), rates, distances."""
        return self.statistic == "rate" or any(word in self.name_zh for word in ("人均", "平均", "距"))

    def name(self, language: str = "zh") -> str:
        """Its name in Chinese or, where it has one, in English."""
        return self.name_en or self.name_zh if language == "en" else self.name_zh


@dataclass(frozen=True, eq=False)
class Book:
    """The indicators in order, and where their names lead."""

    indicators: Mapping[str, Indicator]
    exact: Mapping[tuple[str, str], tuple[Indicator, ...]] = field(repr=False)
    patterns: Mapping[str, tuple[Indicator, ...]] = field(repr=False)

    def __getitem__(self, code: str) -> Indicator:
        return self.indicators[code]

    def __contains__(self, code: object) -> bool:
        return code in self.indicators

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def __len__(self) -> int:
        return len(self.indicators)

    def get(self, code: str | None) -> Indicator | None:
        """The indicator of a code, or None."""
        return self.indicators.get(code or "")

    def search(self, term: str = "") -> list[Indicator]:
        """The indicators whose code, names or aliases hold the term; all of them for an empty one.

        Example:
            >>> [found.code for found in book().search("油茶")]
            ['agri.oil_tea_area']
        """
        wanted = term.strip().lower()
        return [one for one in self if any(wanted in text.lower() for text in _texts(one))]


def _texts(one: Indicator) -> tuple[str, ...]:
    return one.code, one.short, one.name_zh, one.name_en, *one.aliases


def book(extra: Path | None = None) -> Book:
    """The package's codebook, with the lines of a user's own table added or, where a code is the same, in its place.

    Args:
        extra: A CSV table with the columns of indicators.csv (docs/codebook.md says what each holds; those that are not
            needed may be left out). None means data/tables/codebook.csv of the nearest folder from the working
            directory upwards, if there is one.

    Raises:
        DataError: With the line, if one of the table is wrong.

    Example:
        >>> book()["agri.grain_output"].base_unit
        '吨'
    """
    path = extra or _own_path()
    return _read(path, path.stat().st_mtime_ns if path and path.is_file() else 0)


def _own_path() -> Path | None:
    here = Path.cwd()
    return next((folder / OWN for folder in (here, *here.parents) if (folder / OWN).is_file()), None)


@cache
def _read(path: Path | None, _changed: int) -> Book:
    indicators = {row["code"]: _indicator(row) for row in load_table("indicators", PACKAGE)}
    if path is not None and path.is_file():
        for number, row in _own_rows(path):
            indicators[row["code"]] = _own(row, path, number)
    return _book(indicators.values())


def _indicator(row: Mapping[str, str]) -> Indicator:
    told = [_compiled(row.get(name, "")) for name in ("patterns", "not", "context", "not_context")]
    low, high = (float(row[name]) if row.get(name) else None for name in ("low", "high"))
    return Indicator(
        row["code"], row["short"], row["name_zh"], row.get("name_en", ""),
        row.get("definition_zh", ""), row.get("definition_en", ""), tuple(row["dimension"].split()),
        row["base_unit"], row["statistic"], row["domain"], tuple(row.get("aliases", "").split()),
        told[0], told[1], told[2], told[3], low, high, row.get("range_per", ""),
    )  # fmt: skip


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _own_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        if missing := [name for name in REQUIRED if name not in (reader.fieldnames or [])]:
            raise DataError(f"{path}, line 1: no column {', '.join(missing)}", expected=", ".join(REQUIRED))
        return [(reader.line_num, {key: (cell or "").strip() for key, cell in row.items() if key}) for row in reader]


def _own(row: dict[str, str], path: Path, number: int) -> Indicator:
    """A line of the user's table, checked."""
    for name, allowed in (("code", _CODE), ("short", _SHORT)):
        if not allowed.fullmatch(row[name]):
            raise DataError(f"{path}, line {number}: {row[name]!r} is no {name}", expected=allowed.pattern)
    if not set(row["dimension"].split()) & DIMENSIONS:
        raise DataError(f"{path}, line {number}: {row['dimension']!r} is no dimension", expected=", ".join(DIMENSIONS))
    if row["statistic"] not in STATISTICS or row.get("range_per", "") not in RANGES:
        raise DataError(f"{path}, line {number}: statistic or range_per", expected=f"{STATISTICS}, {RANGES}")
    try:
        return _indicator(row)
    except (re.error, ValueError) as error:
        raise DataError(f"{path}, line {number}: {error}", expected="regular expressions and numbers") from error


def _book(indicators: Iterable[Indicator]) -> Book:
    exact: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    patterns: dict[str, list[Indicator]] = defaultdict(list)
    by_code = {one.code: one for one in indicators}
    for one in by_code.values():
        for dimension in one.dimensions:
            for stem in sorted({bare(canonical(name), dimension) for name in (one.name_zh, *one.aliases)}):
                exact[dimension, stem].append(one)
            if one.pattern:
                patterns[dimension].append(one)
    by_name = {key: tuple(found) for key, found in exact.items()}
    return Book(by_code, by_name, {dimension: tuple(found) for dimension, found in patterns.items()})


@cache
def domain_of(indicator_domain: str) -> str | None:
    """The domain of lang/domains.csv that an indicator's domain is, or folds into (``income`` → ``economy``)."""
    for row in load_table("domains"):
        if indicator_domain == row["domain"] or indicator_domain in row["covers"].split():
            return row["domain"]
    return None
