"""White space as a reader sees it, and the rows of tables."""

import re

SPACE = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v\n]*|[ \t\r\f\v]+")
WIDE = r"[\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]"
BREAK = r"[ \t\r\f\v]*\n[ \t\r\f\v\n]*"
WIDE_BREAK = re.compile(rf"(?<={WIDE}){BREAK}(?={WIDE}|[0-9])|(?<=[0-9]){BREAK}(?={WIDE})")
MOST_COLUMNS, MOST_ROWS = 500, 2000  # what a cell may span at most: pages exist that claim millions


def squeeze(text: str) -> str:
    r"""Make one line of a text as a browser shows it: white space is one space, a line end in Chinese none.

    Example:
        >>> squeeze("  全镇\n总户数 \t 3200户")
        '全镇总户数 3200户'
    """
    return SPACE.sub(" ", WIDE_BREAK.sub("", text)).strip().strip("\ufeff\u200b").strip()


class Row:
    """A row of a table that is being read; cells that span rows or columns leave empty cells where they cover."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.covered: dict[int, int] = {}  # column: rows still covered from above
        self.in_cell = False
        self.at = 0  # the column of the open cell

    def open_cell(self, columns: str | None = None, rows: str | None = None) -> None:
        """Begin a cell that spans so many columns and rows, as the page writes it."""
        self._skip_covered()
        at, height = len(self.cells), _span(rows, MOST_ROWS)
        width = min(_span(columns, MOST_COLUMNS), max(1, MOST_COLUMNS - at))
        self.cells.append("")
        self.in_cell, self.at = True, at
        if height > 1:
            self.covered |= {at + i: height for i in range(width)}
        self.cells += [""] * (width - 1)

    def add(self, text: str) -> None:
        """Add a line to the open cell."""
        if text:
            self.cells[self.at] = f"{self.cells[self.at]} {text}".strip()

    def close(self) -> str:
        """End the row: its cells in one line, separated by tabs; empty where no cell has text."""
        self._skip_covered()
        line = "\t".join(cell.replace("\t", " ") for cell in self.cells)
        self.covered = {column: left - 1 for column, left in self.covered.items() if left > 1}
        self.cells, self.in_cell = [], False
        return line if line.strip() else ""

    def _skip_covered(self) -> None:
        while len(self.cells) in self.covered:
            self.cells.append("")


def _span(written: str | None, most: int) -> int:
    return min(most, max(1, int(written))) if written and re.fullmatch(r"[0-9]{1,9}", written) else 1
