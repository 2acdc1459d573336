"""The tables together, and a report made again from them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.errors import DataError
from township_analysis.fields import TABLES
from township_analysis.places.model import Place
from township_analysis.reading.document import Document, Span
from township_analysis.report.model import Report, Section, Sentence

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Corpus:
    """The tables of data/processed; their columns are in docs/data-dictionary.md.

    Attributes:
        processed: The folder that they were loaded from.
    """

    reports: "pd.DataFrame"
    figures: "pd.DataFrame"
    skipped: "pd.DataFrame"
    sections: "pd.DataFrame"
    sentences: "pd.DataFrame"
    findings: "pd.DataFrame"
    rejects: "pd.DataFrame"
    processed: Path

    @property
    def version(self) -> str:
        """Eight digits that change whenever a text or the engine does."""
        rows = self.reports[["report_id", "text_sha256", "engine"]].sort_values("report_id")
        return hashlib.sha256("\n".join(rows.agg(" ".join, axis=1)).encode()).hexdigest()[:8] if len(rows) else "0" * 8

    def text(self, report_id: str) -> str:
        """The text that the report's offsets are into.

        Raises:
            DataError: If there is no such report, or its text is missing or not the one that was read.
        """
        self.row(report_id)
        path = self.processed / "texts" / f"{report_id}.txt"
        if not path.is_file():
            raise DataError(f"{path} is missing", remedy="run `township build` again", rule="text-missing", path=path)
        return path.read_bytes().decode("utf-8", "surrogatepass")

    def row(self, report_id: str) -> dict[str, Any]:
        """The report's row of the reports table, null as None.

        Raises:
            DataError: If there is no such report; the nearest id is named.
        """
        from difflib import get_close_matches

        found = self.reports[self.reports["report_id"] == report_id]
        if len(found):
            return records(found)[0]
        near = get_close_matches(report_id, self.reports["report_id"], n=1, cutoff=0)
        raise DataError(
            f"There is no report {report_id!r} in {self.processed}",
            remedy=f"did you mean {near[0]!r}?" if near else "run `township build` first",
            rule="no-such-report" if near else "tables-empty",
            processed=self.processed,
            report_id=report_id,
            near=near and near[0],
        )

    def of(self, table: str, report_id: str) -> "pd.DataFrame":
        """The rows of one report in a table, numbered from 0."""
        whole: pd.DataFrame = getattr(self, table)
        return whole[whole["report_id"] == report_id].reset_index(drop=True)

    def report(self, report_id: str) -> Report:
        """The report with its text, place, sections and sentences, made again from the tables.

        Raises:
            DataError: If there is no such report.

        Example:
            >>> corpus.report("zhulin-2019").title
            '竹林镇2019年政府工作总结及2020年工作计划'
        """
        from township_analysis.report.unwrap import plain_of

        row, text = self.row(report_id), self.text(report_id)
        sentences = tuple(_made(Sentence, cells) for cells in records(self.of("sentences", report_id)))
        sections = tuple(_made(Section, cells) for cells in records(self.of("sections", report_id)))
        return Report(
            _document(row, text, sentences), report_id, plain_of(text), row["title"], row["period"], row["plan_period"],
            row["doc_type"], row["script"], _place(row), sections, sentences,
        )  # fmt: skip

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, table))} {table}" for table in TABLES)
        return f"Corpus({counts}, version {self.version}, in {self.processed})"


def records(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows of a frame as dicts with None for null.

    Example:
        >>> records(corpus.reports.head(1))[0]["plan_period"]
        '2020'
    """
    names, cells = [str(name) for name in frame.columns], frame.to_numpy("object", copy=True)
    cells[frame.isna().to_numpy()] = None
    return [dict(zip(names, row, strict=True)) for row in cells.tolist()]


def _made(model: type, cells: dict[str, Any]) -> Any:
    return model(**{name: cells[name] for name in model.__dataclass_fields__})  # type: ignore[attr-defined]


def _document(row: dict[str, Any], text: str, sentences: tuple[Sentence, ...]) -> Document:
    furniture = tuple(Span(s.start, s.end, "furniture") for s in sentences if s.furniture)
    metadata = {name: row[name] for name in ("title", "published", "url", "retrieved") if row[name]}
    return Document(
        text, row["format"], row["encoding"], row["path"], row["sha256"], furniture, metadata, row["truncated"]
    )


def _place(row: dict[str, Any]) -> Place | None:
    if not (row["township"] or row["place_evidence"]):
        return None
    return Place(
        row["township"], row["township_code"], row["county"], row["prefecture"], row["province"],
        row["place_evidence"] or "", row["places_edition"],
    )  # fmt: skip
