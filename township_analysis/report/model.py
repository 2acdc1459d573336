"""A report as plain data: its document, what it is about, and how it is built."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from township_analysis.reading.document import Document

if TYPE_CHECKING:
    import pandas as pd

    from township_analysis.places.model import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, down to the next heading of its level or above.

    Attributes:
        section_id: ``{report_id}:s{index}`` in the order of the text.
        parent: The section_id of the section around it, or None.
        number: The numbering as written (``一、``, ``(二)``), or None.
        heading: The heading's text without its numbering, or None where there is none.
        role: ``review``, ``problems``, ``plan`` or ``other``.
        domain: A domain of lang/domains.csv, or None.
        start: Where the heading begins in ``Document.text``.
        end: Where the section ends.
        level: 1 for the outermost.
    """

    section_id: str
    parent: str | None
    number: str | None
    heading: str | None
    role: str
    domain: str | None
    start: int
    end: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or line: ``text[start:end]``, its section and whether it is page furniture."""

    start: int
    end: int
    section_id: str | None = None
    furniture: bool = False


@dataclass(frozen=True)
class Report:
    """A report: a document with its title, period, place, sections and sentences.

    Attributes:
        plain: A copy of the text for matching, of the same length: simplified characters, half-width digits.
    """

    document: Document
    report_id: str
    plain: str
    title: str | None = None
    period: str | None = None
    plan_period: str | None = None
    doc_type: str = "other"
    script: str = "hans"
    place: "Place | None" = None
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """The text of the document, as read."""
        return self.document.text

    def figures(self) -> "pd.DataFrame":
        """The numbers of the report, a row each, with the columns of the figures table."""
        from township_analysis.pipeline import figures_of  # a late import: the report knows its figures by one call

        return figures_of(self)

    def _repr_html_(self) -> str:
        from township_analysis.pages.source import marked_report

        return marked_report(self)
