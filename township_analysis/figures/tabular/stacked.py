"""Tables that a copy has turned into a cell a line: the head's cells one below the other, then those of every row."""

import re
from collections.abc import Iterator

from township_analysis.lang.numerals import ARABIC

_HEAD = re.compile(
    r"(?:(?:主要|经济|统计)*指标|项目|工程|产业|行业|作物|品种|类别|内容|村(?:民委员会|委会|居|组)?|单位|地区|年份|年度)(?:名称?|别)?|名称"
)
_CELL = re.compile(r"[^。；！？\t]{1,24}")
_NUMBER = re.compile(rf"-?(?:{ARABIC})%?|[—–/-]+")
_FEWEST, _MOST = 3, 9  # columns


def row_ends(lines: list[str]) -> Iterator[list[int]]:
    r"""The numbers of the lines that hold the cells of a row, row by row, the head first.

    A table is a head of three cells or more, the first of which says of what the rows are, and two rows or more that
    each have a name and as many numbers as the head has cells behind its first.

    >>> lines = "石桥镇\\n项目\\n计划(万元)\\n完成(万元)\\n税收\\n120\\n130\\n投资\\n900\\n850\\n结束。".split("\\n")
    >>> list(row_ends(lines))
    [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    at = 0
    while at < len(filled):
        rows = _rows_at(lines, filled, at) if _HEAD.fullmatch(lines[filled[at]].strip()) else []
        yield from rows
        at += sum(map(len, rows)) or 1


def _rows_at(lines: list[str], filled: list[int], at: int) -> list[list[int]]:
    """The rows of a table whose head begins there; none where it is no head."""
    for columns in range(_FEWEST, _MOST + 1):
        groups = [filled[first : first + columns] for first in range(at, len(filled), columns)]
        head = [lines[number].strip() for number in groups[0]]
        if len(head) < columns or any(_NUMBER.fullmatch(cell) or not _CELL.fullmatch(cell) for cell in head):
            return []
        rows = [groups[0]]
        for group in groups[1:]:
            if not _is_row([lines[number].strip() for number in group], columns):
                break
            rows.append(group)
        if len(rows) > 2:
            return rows
    return []


def _is_row(cells: list[str], columns: int) -> bool:
    name, numbers = cells[0], cells[1:]
    named = _CELL.fullmatch(name) and not _NUMBER.fullmatch(name)
    return bool(named) and len(cells) == columns and all(map(_NUMBER.fullmatch, numbers))
