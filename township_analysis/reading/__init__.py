"""Reading files: decoding and a module a format, page furniture, limits."""

from township_analysis.reading.assemble import document_from_text
from township_analysis.reading.document import Document, Span
from township_analysis.reading.files import find_reports
from township_analysis.reading.limits import read_safely
from township_analysis.reading.read import read_document
from township_analysis.reading.rejects import Rejected, explanation

__all__ = [
    "Document",
    "Rejected",
    "Span",
    "document_from_text",
    "explanation",
    "find_reports",
    "read_document",
    "read_safely",
]
