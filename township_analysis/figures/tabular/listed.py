"""Tables of indicators that a copy has flattened: a cell a line, as web pages and PDF files give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from township_analysis.figures.numbers.compositions import ORDINALS, branches_of, share_name
from township_analysis.figures.tabular.indicators import (
    Column,
    Head,
    Label,
    Value,
    head_of,
    label_of,
    unit_alone,
    value_alone,
    value_of,
)

_Cell = tuple[int, int, str]
_BEGINS = re.compile(r"指标分类|序号|(?:主要)?指标(?:名称)?|项目(?:名称)?|名称|类别")
_NAMED = re.compile(r"指标|项目|名称")
_IN_HEAD = re.compile(
    r"(?:指标分类|序号|(?:主要)?指标(?:名称)?|项目(?:名称)?|名称|类别|(?:计量)?单位|(?:指标)?属性|类型|备注"
    r"|(?:19|20)\d\d年?[底末]?|预计|实际|目标|计划|规划|完成|现状|数|值|目标值|规划目标|\(?%\)?|五年|\[?累计\]?(?:增长)?|年均"
    r"|(?:年均|同比|比上年|较上年)?(?:增长|增速|增减|增幅|增长率|增长速度))+(?:\(?%\)?)?"
)
_ATTRIBUTE = re.compile(r"(?:预期|约束|指导|预测|导向)性?(?:指标)?")
_DASHES = frozenset(["—", "-", "——", "--", "/", "–"])
_NUMBERED = re.compile(r"\d{1,3}(?:[、．]|\.(?!\d))")
_LONGEST_HEAD, _LONGEST_CELL, _PATIENCE = 24, 40, 40


def find_listed(plain: str, text: str) -> list[Value]:
    """The values of the flattened tables of a text, in order.

    Such a table begins with the cells of its head, which name the indicator and at least one year; then every row has
    its name, its unit (in a cell or in brackets behind the name) and its values.

    Args:
        plain: The aligned text.
        text: The text as printed, where a line of blanks alone is an empty cell.
    """
    cells = list(_cells(plain, text))
    values: list[Value] = []
    at = 0
    while at < len(cells):
        head, behind = _head_at(cells, at)
        if head is None:
            at += 1
            continue
        found, at = _body(cells, behind, head)
        values += found
    return values


def _cells(plain: str, text: str) -> Iterator[_Cell]:
    """The lines that are not quite empty: with a start, an end, and what stands in them without blanks."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip("\r"):
            piece = plain[start:end]
            begins = start + len(piece) - len(piece.lstrip())
            yield begins, start + len(piece.rstrip()), piece.replace(" ", "").replace("\r", "")
        start = end + 1


def _head_at(cells: list[_Cell], at: int) -> tuple[Head | None, int]:
    """The head that begins with a cell, and where the cells behind it begin."""
    if not _BEGINS.fullmatch(cells[at][2]):
        return None, at
    end = at
    while end < len(cells) and end - at < _LONGEST_HEAD and (not cells[end][2] or _IN_HEAD.fullmatch(cells[end][2])):
        end += 1
    words = "".join(text for _, _, text in cells[at:end])
    return (head_of(words) if _NAMED.search(words) and end - at > 2 else None), end


def _body(cells: list[_Cell], at: int, head: Head) -> tuple[list[Value], int]:
    """The values of the rows behind a head, and where the table ends."""
    rows, idle = _Rows(head), 0
    while at < len(cells) and idle < _PATIENCE and not _is_prose(cells[at][2]) and _head_at(cells, at)[0] is None:
        count = len(rows.values)
        rows.take(cells[at])
        idle = 0 if len(rows.values) > count else idle + 1
        at += 1
    rows.end()
    return rows.values, at


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST_CELL or any(mark in text for mark in "。；！？")


@dataclass(slots=True)
class _Rows:
    """The rows of a flattened table, as its cells come one by one."""

    head: Head
    values: list[Value] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unit: str | None = None
    cells: list[_Cell] = field(default_factory=list)
    numbered: bool = False

    def take(self, cell: _Cell) -> None:
        """Read one more cell."""
        text = cell[2]
        if _ATTRIBUTE.fullmatch(text):
            self.end()
        elif not text or text in _DASHES:
            self._empty(cell)
        elif value_alone().fullmatch(text) or branches_of(text):
            self._value(cell)
        elif self.head.units and self.names and self.unit is None and unit_alone().fullmatch(text):
            self.unit = text
        else:
            self._name(text)

    def _empty(self, cell: _Cell) -> None:
        if self.head.units and self.names and self.unit is None and cell[2]:
            self.unit = ""
        elif self._labelled():
            self.cells.append(cell)

    def _value(self, cell: _Cell) -> None:
        """A value, or the number of the row: that stands before the name, or behind a full row."""
        if not self._labelled() or len(self._filled()) >= len(self.head.columns) * max(1, len(self._labels())):
            self.end()
            self.numbered = True
            return
        self.cells.append(cell)

    def _name(self, text: str) -> None:
        if self._filled():
            self.end()
        if _NUMBERED.match(text):
            self.names.clear()
            self.cells.clear()
        self.names.append(text)

    def _labelled(self) -> bool:
        return self.unit is not None or any(label.unit for label in self._labels())

    def _labels(self) -> list[Label]:
        """The names of the row; more than one where the cells of several rows stand in one."""
        if self.head.units:
            return [label_of("".join(self.names) if self.numbered else self.names[-1], self.unit)] if self.names else []
        labels, begun = [], ""
        for name in self.names:
            label = label_of(begun + name)
            begun = "" if label.unit or name.endswith("：") else begun + name
            labels += [label] if label.unit else []
        return labels

    def _filled(self) -> list[_Cell]:
        return [cell for cell in self.cells if cell[2]]

    def end(self) -> None:
        """The row is over: its cells become values."""
        labels = self._labels()
        if labels and self._filled():
            for columns, label, cells in self._spread(labels):
                self._settle(label, list(zip(columns, cells, strict=False)))
        self.names, self.unit, self.cells, self.numbered = [], None, [], False

    def _settle(self, label: Label, row: list[tuple[Column, _Cell]]) -> None:
        alone = not any(column.year and value_alone().fullmatch(cell[2]) for column, cell in row)
        for column, cell in row:
            if ratio := branches_of(cell[2]):
                self.values += _shares(cell, ratio, label, column, self.head)
            elif value := value_of(cell, label, column, self.head, alone):
                self.values.append(value)

    def _spread(self, labels: list[Label]) -> Iterator[tuple[list[Column], Label, list[_Cell]]]:
        """The cells of each name: a row's in order; those of several names come column by column."""
        columns, count = list(self.head.columns), len(labels)
        if count == 1:
            exact = len(self._filled()) == len(columns) or len(self.cells) < len(columns)
            yield columns, labels[0], self._filled() if exact else self.cells
            return
        filled = self._filled()
        groups = [filled[at : at + count] for at in range(0, len(filled), count)]
        groups = [[(0, 0, "")] * (count - len(group)) + group for group in groups]  # 降低3.3 alone is the last one's
        used = columns if len(groups) >= len(columns) else _without_average(columns, len(groups))
        for index, label in enumerate(labels):
            yield used, label, [group[index] for group in groups]


def _without_average(columns: list[Column], wanted: int) -> list[Column]:
    """As many columns: what several shares are set against is their total, not their yearly growth."""
    rest = [column for column in columns if column.sort != "average"]
    return (rest if len(rest) >= wanted else columns)[:wanted]


def _shares(cell: _Cell, ratio: re.Match[str], label: Label, column: Column, head: Head) -> Iterator[Value]:
    """The parts of 18:47:35, in per cent where the table gives no other unit."""
    for part, ordinal in enumerate(ORDINALS, 1):
        named = replace(label, name=share_name(ordinal), unit=label.unit if label.unit == "" else "%", scale=1)
        place = (cell[0] + ratio.start(part), cell[0] + ratio.end(part), ratio[part])
        if value := value_of(place, named, column, head, False):
            yield value
