"""Tables in PDF pages, by the lines that are drawn around their cells."""

import io

from township_analysis.reading.rows import squeeze

# What pdfminer raises on damaged files beside its own errors.
STUMBLES = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError, OverflowError)
Box = tuple[float, float, float, float]


def find_tables(data: bytes, numbers: list[int]) -> dict[int, list[tuple[Box, list[str]]]]:
    """Find the tables on some pages.

    Args:
        data: The bytes of the PDF.
        numbers: The pages to look at, from 0.

    Returns:
        For each page with tables their boxes (left, bottom, right, top in points) and their rows, cells by tabs.
    """
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    found: dict[int, list[tuple[Box, list[str]]]] = {}
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1 for number in numbers]) as document:
            for page in document.pages:
                tables = [(table.bbox, _rows(table.extract())) for table in page.find_tables()]
                height = float(page.height)
                found[page.page_number - 1] = [
                    ((left, height - bottom, right, height - top), rows)
                    for (left, top, right, bottom), rows in tables
                    if rows
                ]
                page.close()
    except (*STUMBLES, PDFException, PdfminerException):
        return found  # pdfium has read the text; where pdfminer stumbles over the file, tables stay lines of text
    return found


def _rows(cells: list[list[str | None]]) -> list[str]:
    """The rows of a table as lines; none where it is a frame around a text."""
    rows = [[squeeze(cell or "") for cell in row] for row in cells]
    if max((sum(map(bool, row)) for row in rows), default=0) < 2 or len(rows) < 2:
        return []
    return ["\t".join(row) for row in rows if any(row)]
