"""From a folder of raw reports to the tables of data/processed."""

import json
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from township_analysis import fields, pipeline
from township_analysis.errors import DataError, TownshipError
from township_analysis.reading.document import Document
from township_analysis.report.model import Report
from township_analysis.store.ids import colliding_stems, report_ids
from township_analysis.store.load import load
from township_analysis.store.messages import reject_details
from township_analysis.store.model import Corpus
from township_analysis.store.save import save
from township_analysis.store.sources import read_sources

Row = dict[str, Any]


@dataclass
class _Rows:
    """Rows of every table, as they gather."""

    texts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in fields.TABLES})


def build(
    raw: Path, processed: Path, *, progress: Callable[[Sequence[Path]], Iterable[Path]] = lambda paths: paths
) -> Corpus:
    """Read every report of a folder, extract, save the tables, and return them.

    A file that cannot be read or worked through is a row of ``rejects``; the others go on.

    Args:
        raw: The folder of raw reports, read with its subfolders; sources.csv in it beats what is derived.
        processed: Where the tables go.
        progress: Wraps the files on their way (a progress bar).

    Raises:
        DataError: If the folder holds no report, the tables would lie in it, or sources.csv names a file or a code that
            is not there.
    """
    from township_analysis.reading import find_reports

    _expect_apart(raw, processed)
    paths = list(find_reports(raw))
    if not paths:
        raise DataError(
            f"There is no report in {raw}", expected=".txt, .html, .docx or .pdf files", rule="no-reports", raw=raw
        )
    sources, ids, rows = read_sources(raw, paths), report_ids(raw, paths), _Rows()
    for path in progress(paths):
        _add(path, raw, ids[path], sources.get(path, {}), rows)
    rows.tables["findings"] += _collisions(raw, ids)
    save({table: fields.frame(table, found) for table, found in rows.tables.items()}, rows.texts, processed)
    return load(processed)


def _expect_apart(raw: Path, processed: Path) -> None:
    if processed.resolve().is_relative_to(raw.resolve()):
        raise DataError(
            f"The folder of tables {processed} lies in the folder of raw reports {raw}: the next build would read it",
            remedy="give --processed another folder",
            rule="tables-inside",
            processed=processed,
            raw=raw,
        )


def _add(path: Path, raw: Path, report_id: str, known: Mapping[str, str], rows: _Rows) -> None:
    """One file's rows, or its reject: a fault in one report, of whatever kind, must not cost the others."""
    from township_analysis.reading.limits import read_safely

    name, stage = _relative(path, raw), "reading"
    try:
        document = _with_sources(read_safely(path), known)
        stage = "report"
        period, code = known.get("period") or None, known.get("township_code") or None
        report = pipeline.report_of(document, report_id, period=period, township_code=code)
        stage = "figures"
        figures, skipped = pipeline.extract(report)
    except TownshipError as error:
        rows.tables["rejects"].append(_reject(name, stage, error.rule, reject_details(error)))
    except Exception as error:
        where = traceback.format_exception(error)[-3:]
        rows.tables["rejects"].append(_reject(name, stage, "internal-error", {"what": repr(error), "where": where}))
    else:
        _keep(report, name, figures, skipped, rows)


def _relative(path: Path, raw: Path) -> str:
    """The path as the tables carry it; bytes of a name that are no UTF-8 are written as escapes."""
    return path.relative_to(raw).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _with_sources(document: Document, known: Mapping[str, str]) -> Document:
    about = {name: known[name] for name in ("url", "retrieved") if known.get(name)}
    return replace(document, metadata={**document.metadata, **about})


def _keep(report: Report, name: str, figures: list[Row], skipped: list[Row], rows: _Rows) -> None:
    rows.texts[report.report_id] = report.text
    rows.tables["reports"].append(pipeline.report_row(report, name))
    rows.tables["figures"] += figures
    rows.tables["skipped"] += skipped
    rows.tables["sections"] += pipeline.section_rows(report)
    rows.tables["sentences"] += pipeline.sentence_rows(report)


def _reject(name: str, stage: str, rule: str, details: Mapping[str, Any]) -> Row:
    return {"path": name, "stage": stage, "rule": rule, "details": json.dumps(details, ensure_ascii=False)}


def _collisions(raw: Path, ids: Mapping[Path, str]) -> list[Row]:
    """A finding for each report whose id is not its stem because another file has the same."""
    return [_collision(raw, path, ids[path], same) for same in colliding_stems(ids) for path in same]


def _collision(raw: Path, path: Path, report_id: str, same: Iterable[Path]) -> Row:
    others = [_relative(other, raw) for other in same if other != path]
    return {
        "finding_id": f"{report_id}:id-collision",
        "report_id": report_id,
        "rule": "id-collision",
        "severity": "warning",
        "figure_ids": [],
        "details": json.dumps({"path": _relative(path, raw), "others": others}, ensure_ascii=False),
    }
