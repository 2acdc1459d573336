"""Damage real and sample files of every format at random and read them: no exception but TownshipError, no hang.

    python tests/fuzz.py --seed 1 --count 2000

Every file follows from the seed and its number, so that a failure can be made again: ``--first 815 --count 1``.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from as_formats import FORMATS
from bad_files import BAD

from township_analysis.errors import TownshipError
from township_analysis.reading import Document, find_reports, read_document, read_safely
from township_analysis.reading.limits import BASE_SECONDS, SECONDS_PER_MILLION, end_worker
from township_analysis.reading.sniff import needs_office

RAW = Path(__file__).resolve().parents[1] / "data" / "raw"
OVERTIME = 5.0  # seconds beyond the limit of time after which a file counts as a hang
VALUES = [b"", b"0", b"-1", b"99999999999", b"9", b"true", b"display:none", b"Child", b"\xff", "一".encode()]
MARKS = [b"\0", b"\xff", b"<", b">", b"&#x110000;", b"<![CDATA[", b"<!--", b"\r\n", b"\x1b[2J", b"9" * 400]
MARKS += [
    b"endobj",
    b"stream",
    b"%PDF-",
    b"PK\x03\x04",
    b"<td colspan=99999999>",
    b"<table>",
    b"</td>",
    b"<ol start=9>",
]
MARKS += ["１".encode(), "万".encode("gb18030"), "\u202e".encode(), "关键词2".encode(), "来源：".encode()]


def seeds(samples: list[Path]) -> list[tuple[str, bytes]]:
    """Samples as they are and their texts in every format, and the small ones of the bad files."""
    found: list[tuple[str, bytes]] = []
    for path in samples:
        data = path.read_bytes()
        paragraphs = [line.strip() for line in read_document(path).text.split("\n") if line.strip()]
        found += [(path.name, data), (f"{path.stem}-gb.txt", "\n".join(paragraphs).encode("gb18030"))]
        found.append((f"{path.stem}-16.txt", "\n".join(paragraphs).encode("utf-16")))
        found += [(f"{path.stem}.{name}", make(paragraphs)) for name, make in FORMATS.items()]
    return found + _small_bad_files()


@cache
def _small_bad_files() -> list[tuple[str, bytes]]:
    bad = [(name, make()) for name, (_, make) in BAD.items()]
    return [(name, data) for name, data in bad if len(data) < 200_000 and not needs_office(data)]


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Flip, cut, repeat, swap or insert at random places, once to eight times; markup half of the time as markup."""
    out = bytearray(data)
    damages = MARKUP_DAMAGES if data.lstrip().startswith(b"<") and rng.random() < 0.5 else DAMAGES
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        at = rng.randrange(len(out) + 1)
        rng.choice(damages)(out, at, rng)
    return bytes(out)


def _flip(out: bytearray, at: int, rng: random.Random) -> None:
    if at < len(out):
        out[at] ^= 1 << rng.randrange(8)


def _random(out: bytearray, at: int, rng: random.Random) -> None:
    out[at : at + rng.randrange(20)] = rng.randbytes(rng.randrange(20))


def _cut(out: bytearray, at: int, rng: random.Random) -> None:
    del out[at : at + rng.choice((1, 10, 100, 1000, len(out)))]


def _repeat(out: bytearray, at: int, rng: random.Random) -> None:
    out[at:at] = out[at : at + rng.randrange(200)] * rng.choice((1, 2, 50))


def _insert(out: bytearray, at: int, rng: random.Random) -> None:
    out[at:at] = rng.choice(MARKS) * rng.choice((1, 1, 3, 300))


def _swap(out: bytearray, at: int, rng: random.Random) -> None:
    other, size = rng.randrange(len(out) + 1), rng.randrange(60)
    out[at : at + size], out[other : other + size] = out[other : other + size], out[at : at + size]


def _value(out: bytearray, at: int, rng: random.Random) -> None:
    """Another value for an attribute: markup stays markup."""
    found = re.compile(rb'"[^"<>]*"').search(out, at)
    if found:
        out[found.start() + 1 : found.end() - 1] = rng.choice(VALUES)


def _element(out: bytearray, at: int, rng: random.Random) -> None:
    """Remove an innermost element, or put it in the place of another many times."""
    found = re.compile(rb"<([\w:]+)[^<>]*>[^<>]*</\1>").search(out, at)
    if found:
        out[found.start() : found.end()] = found[0] * rng.choice((0, 0, 2, 300))


DAMAGES: list[Callable[[bytearray, int, random.Random], None]] = [_flip, _random, _cut, _repeat, _insert, _swap]
MARKUP_DAMAGES = [_value, _value, _element]


def damaged_inside(data: bytes, rng: random.Random) -> bytes:
    """Damage a part of a .docx and pack it anew, so that the damage reaches the XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = "word/document.xml" if rng.random() < 0.6 else rng.choice(names)
        for name in names:
            part = source.read(name)
            target.writestr(name, damaged(part, rng) if name == chosen else part)
    return out.getvalue()


def case(number: int, seed: int, files: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The damaged file of a number."""
    rng = random.Random(f"{seed}/{number}")
    name, data = files[rng.randrange(len(files))]
    inside = name.endswith(".docx") and rng.random() < 0.7 and zipfile.is_zipfile(io.BytesIO(data))
    return name, damaged_inside(data, rng) if inside else damaged(data, rng)


def check(document: Document) -> None:
    """What holds for every document."""
    assert document.text.strip() and "\r" not in document.text
    for span in document.furniture:
        assert 0 <= span.start < span.end <= len(document.text)


def run(
    seed: int, first: int, count: int, samples: list[Path], read: Callable[[Path], Document]
) -> tuple[Counter[str], int]:
    """Read so many damaged files; what came of them, and how many failed."""
    files, outcomes, failures, slowest = seeds(samples), Counter[str](), 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            name, data = case(number, seed, files)
            path = Path(folder, name)
            path.write_bytes(data)
            start = time.monotonic()
            try:
                document = read(path)
                check(document)
                outcomes[f"read as {document.format}"] += 1
            except TownshipError as error:
                outcomes[f"refused: {error.rule}"] += 1
                if error.rule in ("timeout", "memory", "crash"):  # refused as it should be, and worth a look
                    print(f"number {number}, {name}: {error.rule}", flush=True)
            except Exception as error:  # whatever it is, it is what this script looks for
                failures += 1
                print(f"number {number}, {name}: {type(error).__name__}: {error}", flush=True)
            taken = time.monotonic() - start
            slowest = max(slowest, taken)
            if taken > BASE_SECONDS + SECONDS_PER_MILLION * len(data) / 1e6 + OVERTIME:
                failures += 1
                print(f"number {number}, {name}: took {taken:.1f} s", flush=True)
            path.unlink()
    print(f"slowest file {slowest:.2f} s")
    return outcomes, failures


def main() -> int:
    """Run from the command line; the exit code is 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--samples", type=Path, nargs="*", default=[RAW], help="folders of reports")
    parser.add_argument(
        "--in-process", action="store_true", help="without the worker, to see where an exception is from"
    )
    chosen = parser.parse_args()
    samples = sorted(path for folder in chosen.samples for path in find_reports(folder))
    read = read_document if chosen.in_process else read_safely
    start = time.monotonic()
    outcomes, failures = run(chosen.seed, chosen.first, chosen.count, samples, read)
    end_worker()
    for outcome, times in outcomes.most_common():
        print(f"{times:>8} {outcome}")
    seconds = time.monotonic() - start
    print(f"{chosen.count} files, seed {chosen.seed}, {len(samples)} reports, {seconds:.0f} s: {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
