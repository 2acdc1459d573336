"""``township doctor``: whether all is in place, and what the reports do not tell."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from typing import Any

import typer

from township_analysis.cli import common
from township_analysis.errors import TownshipError

Check = tuple[bool, str, str]  # whether it is well, what was looked at, what was found
EXTRA = re.compile(r";.*extra\s*==")


def command(raw: common.Raw = "", processed: common.Processed = "", as_json: common.Json = False) -> None:
    """Check the environment and list what the reports do not tell."""
    checks = [*_environment(), *_folders(raw, processed)]
    unknown = _unknown(processed)
    if as_json:
        common.say_json({"checks": [dict(zip(("ok", "name", "found"), check, strict=True)) for check in checks],
                         "sources": unknown})  # fmt: skip
    else:
        for well, name, found in checks:
            common.say(f"{'✓' if well else '✗'} {name}: {found}")
        if unknown:
            common.say(f"\n{common.words('doctor.unknown')}\n{_lines(unknown)}")
    raise typer.Exit(common.DONE if all(well for well, _, _ in checks) else common.LISTED)


def _environment() -> Iterator[Check]:
    version = sys.version.split()[0]
    yield sys.version_info[:2] >= (3, 11), "Python", version
    yield _packages()
    yield _font()


def _packages() -> Check:
    """Every required package of the installed distribution."""
    from importlib.metadata import PackageNotFoundError, distribution, version

    try:
        required = distribution("township_analysis").requires or []
    except PackageNotFoundError:
        return False, common.words("doctor.packages"), common.words("doctor.not-installed")
    names = [match[0] for line in required if not EXTRA.search(line) and (match := re.match(r"[\w.-]+", line))]
    missing = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    found = ", ".join(missing) if missing else common.words("doctor.complete", count=len(names))
    return not missing, common.words("doctor.packages"), found


def _font() -> Check:
    from importlib.metadata import version
    from pathlib import Path

    name = common.words("doctor.font")
    try:
        import noto_cjk_sans_otc
    except ImportError:
        return False, name, "noto-cjk-sans-otc"
    matplotlib = version("matplotlib")
    recent = tuple(int(part) for part in matplotlib.split(".")[:2]) >= (3, 11)
    path = Path(noto_cjk_sans_otc.FONT_PATH)
    return path.is_file() and recent, name, f"{path.name}, matplotlib {matplotlib}"


def _folders(raw: str, processed: str) -> Iterator[Check]:
    from township_analysis.store.load import load
    from township_analysis.store.locate import find_raw

    for name, look in (("doctor.raw", lambda: find_raw(raw)), ("doctor.tables", lambda: load(processed))):
        try:
            yield True, common.words(name), str(look())
        except TownshipError as error:
            yield False, common.words(name), str(error)


def _unknown(processed: str) -> list[dict[str, Any]]:
    """Lines for sources.csv: the reports without code or period, with what is known."""
    from township_analysis.store.load import load
    from township_analysis.store.model import records
    from township_analysis.store.sources import SOURCE_COLUMNS

    try:
        rows = records(load(processed).reports)
    except TownshipError:  # already among the checks
        return []
    lacking = [row for row in rows if row["township_code"] is None or row["period"] is None]
    return [{name: row["path" if name == "file" else name] or "" for name in SOURCE_COLUMNS} for row in lacking]


def _lines(rows: list[dict[str, Any]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().rstrip()
