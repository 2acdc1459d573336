"""The order of the steps: file → Document → Report → rows."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis import __version__, fields
from township_analysis.report.model import Report

if TYPE_CHECKING:
    import pandas as pd

    from township_analysis.reading.document import Document

Row = dict[str, Any]


def read_report(
    path: str | Path, *, title: str | None = None, period: str | None = None, township_code: str | None = None
) -> Report:
    """Read a file as a report. Corrections are never applied here.

    Args:
        path: A .txt, .html, .docx or .pdf file; what it is, its content tells.
        title: Beats the title in the text.
        period: Beats the period that the text tells (``2019``, ``2023-H1``).
        township_code: Nine digits; beats the township that the text tells.

    Raises:
        ReadingError: If the file cannot be read as a report.

    Example:
        >>> read_report("data/raw/zhulin-2019.txt").period
        '2019'
    """
    from township_analysis.reading import read_safely

    document = read_safely(Path(path))
    return report_of(document, Path(path).stem, title=title, period=period, township_code=township_code)


def read_text(text: str, *, title: str = "", period: str | None = None, township_code: str | None = None) -> Report:
    """Take a text as a report.

    Example:
        >>> read_text("全年粮食产量1200吨。", period="2019").figures()["value"].tolist()
        [1200.0]
    """
    from township_analysis.reading import document_from_text

    return report_of(document_from_text(text), "text", title=title or None, period=period, township_code=township_code)


def report_of(
    document: "Document",
    report_id: str,
    *,
    title: str | None = None,
    period: str | None = None,
    township_code: str | None = None,
) -> Report:
    """A Document as a Report: title, period, place, sections, sentences."""
    from township_analysis.report import make_report

    return make_report(document, report_id, title=title, period=period, township_code=township_code)


def extract(report: Report) -> tuple[list[Row], list[Row]]:
    """The figures and the skipped runs of digits as plain rows: what `figures_of` and `skipped_of` put into frames."""
    from township_analysis.codebook.book import book
    from township_analysis.codebook.coding import code_rows
    from township_analysis.figures import extract as engine

    figures, skipped = engine(report)
    code_rows(figures, book())
    return figures, skipped


def figures_of(report: Report) -> "pd.DataFrame":
    """The numbers of a report, a row each, with the columns of the figures table."""
    return fields.frame("figures", extract(report)[0])


def skipped_of(report: Report) -> "pd.DataFrame":
    """The runs of digits that are no figures, a row each, with the reason."""
    return fields.frame("skipped", extract(report)[1])


def report_row(report: Report, path: str) -> Row:
    """The report's row of the reports table; ``path`` is relative to the folder of raw reports."""
    document, place = report.document, report.place
    known = document.metadata
    return {
        "report_id": report.report_id,
        "path": path,
        "sha256": document.sha256 or text_sha256(report.text),
        "text_sha256": text_sha256(report.text),
        "engine": __version__,
        "format": document.format,
        "encoding": document.encoding,
        "script": report.script,
        "title": report.title,
        "township": place and place.township,
        "township_code": place and place.township_code,
        "places_edition": place and place.edition,
        "county": place and place.county,
        "prefecture": place and place.prefecture,
        "province": place and place.province,
        "place_evidence": (place and place.evidence) or None,
        "doc_type": report.doc_type,
        "period": report.period,
        "plan_period": report.plan_period,
        "published": known.get("published"),
        "url": known.get("url"),
        "retrieved": known.get("retrieved"),
        "characters": len(report.text),
        "truncated": document.truncated,
    }


def section_rows(report: Report) -> list[Row]:
    """The report's rows of the sections table."""
    names = fields.columns("sections")
    about = {"report_id": report.report_id}
    return [{name: about.get(name) or getattr(section, name) for name in names} for section in report.sections]


def sentence_rows(report: Report) -> list[Row]:
    """The report's rows of the sentences table."""
    return [
        {
            "report_id": report.report_id,
            "start": s.start,
            "end": s.end,
            "section_id": s.section_id,
            "furniture": s.furniture,
        }
        for s in report.sentences
    ]


def text_sha256(text: str) -> str:
    """Checksum of a text; a lone surrogate counts as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
