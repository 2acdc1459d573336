"""Tables of indicators with a row a line: what stands under a year, a target or a growth, in the unit of its row."""

import re
from collections.abc import Iterator
from dataclasses import replace

from township_analysis.figures.tabular.indicators import Column, Head, Label, Value, column_of, label_of, value_of
from township_analysis.figures.tabular.tablerows import NEXT

_Cell = tuple[int, int, str]
_Table = tuple[Head, dict[int, Column], int, int | None]
_GAP = re.compile(rf"(?!{NEXT}) {{2,}}")
_NAMES = re.compile(r"(?:主要|经济|统计)*指标(?:名称)?|项目(?:名称)?|名称")
_UNITS = re.compile(r"(?:计量)?单位")


def find_tabled(plain: str, text: str) -> list[Value]:
    """The values of such tables, in order; a head names the indicator and at least one year.

    Args:
        plain: The aligned text.
        text: The text as printed, for the tabs between its cells.
    """
    values: list[Value] = []
    table: _Table | None = None
    start = 0
    for line in text.split("\n"):
        cells = list(_cells(plain[start : start + len(line)], line, start))
        start += len(line) + 1
        head = _table(cells)
        table = head or (table if len(cells) > 1 else None)
        if table and not head:
            values += _values(cells, table)
    return values


def _cells(plain: str, line: str, start: int) -> Iterator[_Cell]:
    """The cells of a line with their places, empty ones between tabs too; none where nothing sets cells apart."""
    if "\t" not in line and "  " not in line.strip():
        return
    at = 0 if "\t" in line else len(line) - len(line.lstrip())
    gaps = re.finditer("\t", line) if "\t" in line else _GAP.finditer(line.rstrip(), at)
    for begins, ends in [*((gap.start(), gap.end()) for gap in gaps), (len(line), len(line))]:
        piece = plain[at:begins]
        lead = len(piece) - len(piece.lstrip())
        yield start + at + lead, start + at + len(piece.rstrip()), piece.replace(" ", "").replace("\r", "")
        at = ends


def _table(cells: list[_Cell]) -> _Table | None:
    """The table that a line is the head of."""
    texts = [text for _, _, text in cells]
    named = next((at for at, text in enumerate(texts) if _NAMES.fullmatch(text)), None)
    if named is None:
        return None
    columns = {at: column for at, text in enumerate(texts) if (column := column_of(text))}
    units = next((at for at, text in enumerate(texts) if _UNITS.fullmatch(text)), None)
    head = Head(tuple(columns.values()), units is not None)
    return (head, columns, named, units) if head.years else None


def _values(cells: list[_Cell], table: _Table) -> Iterator[Value]:
    """The values of a row."""
    head, columns, named, units = table
    if max(named, units or 0) >= len(cells):
        return
    label = label_of(cells[named][2], cells[units][2] if units is not None else None)
    row = [(cells[at], column) for at, column in columns.items() if at < len(cells)]
    alone = not any(column.year and re.search(r"\d", cell[2]) for cell, column in row)
    for cell, column in row:
        known = _with_unit(label, column)
        if (known.unit or column.year is None) and (value := value_of(cell, known, column, head, alone)):
            yield value


def _with_unit(label: Label, column: Column) -> Label:
    return label if label.unit or not column.unit else replace(label, unit=column.unit, scale=column.scale)
