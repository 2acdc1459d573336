"""Tables and texts into data/processed: all of them or none.

Everything is first written into a staging folder. Once that is complete it is marked so, and its files are renamed into
place one by one. A crash before the mark leaves the old tables; a crash after it is finished by the next `save` or
`load`, so that no mixture is ever read by the command that follows.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis import fields
from township_analysis.errors import DataError
from township_analysis.store.cells import safe_frame

if TYPE_CHECKING:
    import pandas as pd

_STAGING, _READY = ".staging-", ".ready-"


def save(tables: Mapping[str, "pd.DataFrame"], texts: Mapping[str, str], processed: Path) -> Path:
    """Check the tables and write them as parquet and CSV, and the texts as UTF-8 without a change of a byte.

    Args:
        tables: Every table of fields.TABLES.
        texts: report_id → text, for every row of reports.
        processed: The folder; it is made if it is not there.

    Raises:
        DataError: If a table is missing or does not agree with its schema, or texts and reports differ.
    """
    _expect_whole(tables, texts)
    for table, frame in tables.items():
        fields.check(table, frame)
    processed.mkdir(parents=True, exist_ok=True)
    recover(processed)
    _sweep(processed)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=processed))
    try:
        _write(tables, texts, staging)
        ready = staging.rename(staging.with_name(staging.name.replace(_STAGING, _READY)))
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    _move_into_place(ready)
    return processed


def recover(processed: Path) -> None:
    """Finish what a crash left half renamed."""
    for ready in sorted(processed.glob(f"{_READY}*")):
        _move_into_place(ready)


def _expect_whole(tables: Mapping[str, "pd.DataFrame"], texts: Mapping[str, str]) -> None:
    if tables.keys() != fields.TABLES.keys():
        raise DataError(f"These tables are missing or unknown: {sorted(tables.keys() ^ fields.TABLES.keys())}")
    if differing := set(tables["reports"]["report_id"]) ^ texts.keys():
        raise DataError(f"Reports without a text, or texts without a report: {sorted(differing)[:5]}")


def _write(tables: Mapping[str, "pd.DataFrame"], texts: Mapping[str, str], folder: Path) -> None:
    for table, frame in tables.items():
        frame.to_parquet(folder / f"{table}.parquet", index=False)
        safe_frame(table, frame).to_csv(folder / f"{table}.csv", index=False, encoding="utf-8-sig", lineterminator="\n")
    (folder / "texts").mkdir()
    for report_id, text in texts.items():
        (folder / "texts" / f"{report_id}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))


def _move_into_place(ready: Path) -> None:
    """Rename every staged file over the old one, reports.parquet last; then the staging folder goes."""
    processed, reports = ready.parent, ready / "reports.parquet"
    (processed / "texts").mkdir(exist_ok=True)
    kept = _text_names(reports if reports.exists() else processed / reports.name)
    for path in sorted(path for path in ready.rglob("*") if path.is_file() and path != reports):
        os.replace(path, processed / path.relative_to(ready))
    for old in (processed / "texts").glob("*.txt"):
        if old.name not in kept:
            old.unlink()
    if reports.exists():
        os.replace(reports, processed / reports.name)
    shutil.rmtree(ready)


def _text_names(reports: Path) -> set[str]:
    import pandas as pd

    return {f"{report_id}.txt" for report_id in pd.read_parquet(reports, columns=["report_id"])["report_id"]}


def _sweep(processed: Path) -> None:
    """Remove what builds that were killed more than a day ago left behind."""
    for staging in processed.glob(f"{_STAGING}*"):
        if time.time() - staging.stat().st_mtime > 86_400:
            shutil.rmtree(staging)
