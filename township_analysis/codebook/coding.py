"""The step of the pipeline: rows → rows with code, quantity, base unit and the code's domain."""

from collections.abc import Iterable
from typing import Any

from township_analysis.codebook.book import Book, book, domain_of
from township_analysis.codebook.matching import around, code_of
from township_analysis.codebook.quantity import quantity_of

Row = dict[str, Any]


def coded(rows: Iterable[Row], codebook: Book | None = None) -> list[Row]:
    """Rows of the figures table with ``code``, ``quantity``, ``base_unit`` and, where a code says it, ``domain``.

    Args:
        rows: In the order of the text; they are not changed.
        codebook: Another than the package's (`book` of a user's own table).

    Example:
        >>> rows, _ = extract(read_text("全镇粮食产量1200吨。", period="2019"))
        >>> [(row["code"], row["quantity"], row["base_unit"]) for row in coded(rows)]
        [('agri.grain_output', 1200.0, '吨')]
    """
    copies = [dict(row) for row in rows]
    code_rows(copies, codebook or book())
    return copies


def code_rows(rows: list[Row], known: Book) -> None:
    """Complete rows that are the caller's own; a second row for each would double what a long report takes."""
    cursor = _Cursor()
    for row in rows:
        left, right = around(row["sentence"], cursor.place(row), len(row["surface"]))
        code = code_of(row, left, known, right)
        quantity, base_unit = quantity_of(row, known.get(code), left)
        domain = (domain_of(known[code].domain) if code else None) or row["domain"]
        row.update(code=code, quantity=quantity, base_unit=base_unit, domain=domain)


class _Cursor:
    """Where a figure stands in its sentence: figures come in order, and one surface may stand there twice."""

    def __init__(self) -> None:
        self.sentence, self.start, self.at = "", -1, 0

    def place(self, row: Row) -> int:
        """Offset of the figure in its sentence; 0 where the sentence does not hold it."""
        if row["sentence"] != self.sentence or row["start"] < self.start:
            self.sentence, self.at = row["sentence"], 0
        found = max(self.sentence.find(row["surface"], self.at), 0)
        self.start, self.at = row["start"], found + len(row["surface"])
        return found
