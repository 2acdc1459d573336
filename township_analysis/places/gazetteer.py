"""The gazetteer: provinces, prefectures, counties, townships and the names of villages, each loaded when first asked.

Townships are spoken of by their row in the table (sorted by code), as the village tables do.
"""

import csv
import gzip
import io
import re
import zipfile
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from township_analysis.places.model import Place
from township_analysis.places.names import region_names, region_stem, township_names

EDITION = "2023"
BASE, WIDTH = 36, 3  # a township's row in a village table
BUCKETS = 256
# Rows of the code table that stand for no administrative body of their own.
NO_PREFECTURE = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# t2s changes these two counties' names, which are simplified as they are.
MATCHING_FORM = str.maketrans("乾", "干")


@dataclass(frozen=True)
class Region:
    """A province, prefecture or county: its code of two, four or six digits and its name."""

    code: str
    name: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its full names, as a text for matching writes them."""
        return region_names(self.name.translate(MATCHING_FORM))

    @cached_property
    def short(self) -> str:
        """Its name without 县, 市, 省: 古丈."""
        return region_stem(self.name.translate(MATCHING_FORM))


@dataclass(frozen=True)
class Townships:
    """The table of townships: codes, names, names for matching, and the rows that bear a name."""

    codes: list[str]
    names: list[str]
    keys: list[str]
    rows: dict[str, list[int]]


def place_of(code: str) -> Place | None:
    """The township that bears a nine-digit code, or None where the edition has no such code.

    Example:
        >>> place_of("522627112").county
        '天柱县'
    """
    codes = townships().codes
    row = bisect_left(codes, code)
    if row == len(codes) or codes[row] != code:
        return None
    return place_at(row, f"代码{code}是给定的")


def place_at(row: int, evidence: str) -> Place:
    """The township of a row as a Place."""
    table = townships()
    code = table.codes[row]
    names = {level: region.name for level, region in regions_above(row).items() if region}
    return Place(
        township=table.names[row],
        township_code=code,
        county=names.get("county"),
        prefecture=names.get("prefecture"),
        province=names.get("province"),
        evidence=evidence,
        edition=EDITION,
    )


def regions_above(row: int) -> dict[str, Region | None]:
    """County, prefecture and province of a township."""
    return regions_of(townships().codes[row][:6])


def regions_of(county: str) -> dict[str, Region | None]:
    """A county of six digits, its prefecture (municipalities and counties under a province have none), its province."""
    prefecture = regions()[county[:4]]
    return {
        "county": regions()[county],
        "prefecture": None if prefecture.name in NO_PREFECTURE else prefecture,
        "province": regions()[county[:2]],
    }


def full_name(row: int) -> str:
    """The township with what it belongs to: 贵州省黔东南苗族侗族自治州天柱县竹林镇."""
    names = [region.name for region in regions_above(row).values() if region]
    return "".join(dict.fromkeys([*reversed(names), townships().names[row]]))


def rows_of_county(county: str) -> range:
    """The townships of a county, by its six digits."""
    codes = townships().codes
    return range(bisect_left(codes, county), bisect_left(codes, county + "a"))


@cache
def townships() -> Townships:
    """The table of townships (about 30 ms when first asked)."""
    text = gzip.decompress(_data("townships.tsv.gz")).decode()
    lines = [line.split("\t") for line in text.split("\n")]
    keys = [line[-1] for line in lines]
    rows: dict[str, list[int]] = {}
    for row, key in enumerate(keys):
        if "族" not in key and not key.endswith("处"):
            rows.setdefault(key, []).append(row)
        else:
            for name in township_names(key):
                rows.setdefault(name, []).append(row)
    return Townships([line[0] for line in lines], [line[1] for line in lines], keys, rows)


@cache
def regions() -> dict[str, Region]:
    """Provinces, prefectures and counties by code."""
    table = csv.DictReader(io.StringIO(_data("regions.csv").decode()))
    return {row["code"]: Region(row["code"], row["name"]) for row in table}


@cache
def regions_named() -> dict[str, tuple[str, ...]]:
    """The codes of the regions that bear a full name."""
    found: dict[str, tuple[str, ...]] = {}
    for region in regions().values():
        if region.name not in NO_PREFECTURE:
            for name in region.names:
                found[name] = (*found.get(name, ()), region.code)
    return found


@cache
def regions_in_short() -> dict[str, tuple[str, ...]]:
    """The codes of the regions that bear a short name of two characters or more."""
    found: dict[str, tuple[str, ...]] = {}
    for region in regions().values():
        if region.name not in NO_PREFECTURE:
            found[region.short] = (*found.get(region.short, ()), region.code)
    return found


def townships_with_village(stem: str) -> tuple[int, ...]:
    """The townships that have a village or community so called (without 村, 社区).

    Example:
        >>> [townships().names[row] for row in townships_with_village("兵书阁")]
        ['县溪镇']
    """
    block = _village_block(bucket_of(stem))
    start = block.find(f"\n{stem} ")
    if start < 0:
        return ()
    start += len(stem) + 2
    return _decoded(block[start : block.index("\n", start)])


def townships_with_similar_village(stem: str) -> tuple[int, ...]:
    """The townships with a village whose name differs in one character before the last: 揚名 for 杨名."""
    forms = (re.escape(stem[:i]) + "." + re.escape(stem[i + 1 :]) for i in range(len(stem) - 1))
    pattern = re.compile(rf"\n(?:{'|'.join(forms)}) (\w+)")
    found = {row for line in pattern.finditer(_village_block(bucket_of(stem))) for row in _decoded(line[1])}
    return tuple(sorted(found))


def bucket_of(stem: str) -> int:
    """The block that holds a stem: all that end alike lie together, since a text is read back from 村."""
    return ord(stem[-1]) % BUCKETS


def _decoded(rows: str) -> tuple[int, ...]:
    return tuple(int(rows[i : i + WIDTH], BASE) for i in range(0, len(rows), WIDTH))


@cache
def _village_block(bucket: int) -> str:
    return _village_archive().read(f"{bucket:03}.txt").decode()


@cache
def _village_archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(_data("villages.zip")))


def _data(name: str) -> bytes:
    return (files("township_analysis.places") / "data" / name).read_bytes()
