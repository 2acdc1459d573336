"""Figures in tables: lines of cells, a head with units in brackets, and what a row and a column stand for."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.numbers.hedges import Hedge
from township_analysis.figures.scope.regions import is_region
from township_analysis.figures.scope.villages import PLACE
from township_analysis.figures.tabular.indicators import unit_alone
from township_analysis.figures.tabular.tablerows import Row, rows_of
from township_analysis.lang.numerals import ARABIC, multiplier, plain_number, tidy
from township_analysis.lang.periods import find_periods
from township_analysis.lang.units import unit_pattern

_NUMBER = re.compile(rf"-?(?:{ARABIC})\Z")
_HEAD_UNIT = re.compile(rf"[(](?:单位：?)?(?P<scale>[十百千万亿]*)(?P<unit>{unit_pattern()})[)]")
_CAPTION_UNIT = re.compile(rf"单位：\s?(?P<scale>[十百千万亿]*)(?P<unit>{unit_pattern()})")
_TOTAL = re.compile(r"合\s?计|总\s?计|小\s?计|总\s?数")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGITS = "0123456789"
_TELLS = 4  # characters of a cell's own words that are a name without their row: 年产果汁, but not 日处理
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}")
_YEARS = re.compile(r"((?:19|20)\d\d)年? ?[-—~至] ?((?:19|20)\d\d)年?")
#: A column that holds the unit of its row, whose first cell is then what is measured.
_UNITS = re.compile(r"(?:计量)?单位")
_AIMED = re.compile(r"计划|目标|任务")
_DONE = re.compile(r"完成|实际|占|率\Z|比")
#: 比上年增长%: a column of shares or growth whose head has its sign without brackets.
_IN_PERCENT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}(?:增长|增减|增速|增幅|比重|占比|率)"
    r"|[占为完成年度全]+(?:计划|任务|目标|预算)数?) ?[(]?[%±]+[)]?"
)
_GROWTH = re.compile(r"(?:同比|比上年|较上年|比去年)?(?:增长|增减|增速|增幅)\Z")
_OF_WHICH = re.compile(r"\A其中：?")
#: A first column of indicators, whose unit is that of every column: 指标(单位：万元).
_INDICATORS = re.compile(r"(?:主要|经济|统计)*指标(?:名称)?|项目(?:名称)?|名称")
_OF_MONTHS = re.compile(r"H\d|Q\d|\d\d/\d\d\Z")
#: What was done of it by then: a column that says no more of an indicator than when.
_DONE_BY_THEN = re.compile(r"[\d一二三四上下半前三季度年月—~至到-]+(?:累计|实际)?(?:完成|实现)(?:数|额|值|情况)?")
_OF_YEAR = re.compile(r"全年|年度|年初|年")
#: A column that says where each row is.
_PLACE_HEAD = re.compile(r"(?:实施|建设|所在|项目)?(?:地点|地址|位置|村(?:别|名|组)?)")
#: What a row's label counts itself: 村道提质4.2公里.
_ITS_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff]{2})\d[\d.,]*[余多]?[十百千万亿]?[\u4e00-\u9fff㎡]{1,3}\Z")
_ORDER_HEAD = re.compile(r"序号|编号|代码|年份|年限|起止|时间|电话|备注")


@dataclass(slots=True)
class Cell:
    """A cell of a table: ``text[start:end]``, and what its row and its column are called.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: What stands in it.
        row: The first cell of its row that is no number, or ``""``.
        column: The head of its column without its unit, or ``""``.
        unit: The unit that the head gives, or ``""``.
        scale: The multiplier that the head gives.
        total: True in a row of totals.
        period: The years that the row gives (2012-2015), or ``""``.
        measured: True where the row is an indicator, whose unit or growth stands in a column of its own.
        place: What stands in the row's column of places, or ``""``.
    """

    start: int
    end: int
    text: str
    row: str
    column: str
    unit: str
    scale: int
    total: bool
    period: str = ""
    measured: bool = False
    place: str = ""


def find_cells(plain: str, text: str) -> list[Cell]:
    """The cells of the tables of a text, without their heads, in order.

    Args:
        plain: The aligned text, for what stands in the cells.
        text: The text as printed, for the tabs between them.

    A table is two or more lines of as many cells, set apart by tabs or by two blanks and more; its first line is the
    head where it names a unit or holds no number.
    """
    cells: list[Cell] = []
    for block, caption in _blocks(plain, text):
        head, body = block[0], block[1:]
        unit = _unit_of_all(head[0][2])
        columns = [_column(text, unit or caption) for _, _, text in head]
        for line in body:
            cells += _row_cells(line, columns, measured=bool(unit))
    return cells


def _unit_of_all(first: str) -> str:
    """The unit that a first column of indicators gives for every column, as a caption would; else ``""``."""
    own = _HEAD_UNIT.search(first)
    indicators = own and _INDICATORS.fullmatch(first[: own.start()])
    return f"单位：{own['scale']}{own['unit']}" if own and indicators else ""


def _blocks(plain: str, text: str) -> list[tuple[list[Row], str]]:
    """Runs of rows of cells with a head, and the line before each."""
    blocks: list[tuple[list[Row], str]] = []
    current: list[Row] = []
    before = last = ""
    apart = False
    for whole, line in rows_of(plain, text):
        if not whole.strip() and not line:  # a web page leaves one between any two rows
            apart = True
            continue
        goes_on = len(line) <= len(current[0]) and not (apart and _is_head(line)) if current else True
        apart = False
        if len(line) >= 2 and goes_on:
            before = before if current else last
            current.append(line)
            continue
        blocks.append((current, before))
        current, last = ([line], whole) if len(line) >= 2 else ([], whole)
        before = last
    blocks.append((current, before))
    return [(block, caption) for block, caption in blocks if len(block) >= 2 and _is_head(block[0])]


def _is_head(line: Row) -> bool:
    return not any(_NUMBER.match(text) for _, _, text in line) and all(len(text) <= 24 for _, _, text in line)


def _column(text: str, caption: str) -> tuple[str, str, int]:
    """Name, unit and multiplier of a column, from its head or the line above the table."""
    if share := _IN_PERCENT.fullmatch(text):
        return share["name"], "%", 1
    found = _HEAD_UNIT.search(text) or (None if _ORDER_HEAD.search(text) else _CAPTION_UNIT.search(caption))
    name = _OF_WHICH.sub("", _HEAD_UNIT.sub("", text).strip())
    return (name, found["unit"], multiplier(found["scale"])) if found else (name, "", 1)


def _row_cells(line: Row, columns: list[tuple[str, str, int]], *, measured: bool = False) -> list[Cell]:
    label = next((text for _, _, text in line if text and not _NUMBER.match(text) and not _ORDINAL.fullmatch(text)), "")
    label = _ITS_NUMBER.sub("", _OF_WHICH.sub("", label))
    place = _place_of(line, columns)
    years = next((found for _, _, text in line if (found := _YEARS.fullmatch(text))), None)
    period = f"{years[1]}/{years[2]}" if years else ""
    shift = len(columns) - len(line)  # a row with fewer cells ends where the head ends
    own = _unit_of_row(line, columns)
    measured = measured or own is not None or any(_GROWTH.search(name) for name, _, _ in columns)
    cells = []
    for index, (start, end, text) in enumerate(line):
        column, unit, scale = columns[index + shift if shift > 0 and index else index]
        if own and not unit and not _ORDER_HEAD.search(column):
            unit, scale = own
        if text:
            total = bool(_TOTAL.search(label))
            cells.append(Cell(start, end, text, label, column, unit, scale, total, period, measured, place))
    return cells


def _place_of(line: Row, columns: list[tuple[str, str, int]]) -> str:
    """The place that a row gives in a column of places; ``""`` where the table has no such column."""
    at = next((at for at, (name, _, _) in enumerate(columns) if at and _PLACE_HEAD.fullmatch(name)), None)
    return line[at][2] if at is not None and len(line) == len(columns) else ""


def _unit_of_row(line: Row, columns: list[tuple[str, str, int]]) -> tuple[str, int] | None:
    """The unit and multiplier that a row gives in a column of units; None where the table has no such column."""
    at = next((at for at, (name, _, _) in enumerate(columns) if _UNITS.fullmatch(name)), None)
    found = unit_alone().fullmatch(line[at][2]) if at is not None and len(line) == len(columns) else None
    return (found["unit"], multiplier(found["scale"])) if found else None


def cell_mentions(cells: list[Cell]) -> list[Mention]:
    """The numbers whose unit stands in the head of their column."""
    return [_mention(cell) for cell in cells if cell.unit and _NUMBER.match(cell.text)]


def _mention(cell: Cell) -> Mention:
    value = tidy(plain_number(cell.text) * cell.scale)
    return Mention(cell.start, cell.end, value, None, cell.unit, Hedge("exact", cell.start, cell.end), "cell")


def cell_at(cells: list[Cell], place: int) -> Cell | None:
    """The cell that a place of the text lies in."""
    at = bisect_right(cells, place, key=lambda c: c.start) - 1
    return cells[at] if at >= 0 and place < cells[at].end else None


def cell_name(cell: Cell, name: str) -> str:
    """The name of a figure in a cell: what the row stands for, with the column's head or the cell's own words."""
    row = "" if cell.total or PLACE.fullmatch(cell.row) else cell.row
    if cell.unit:
        return f"{row}{cell.column}{'合计' if cell.total else ''}"
    if cell.row and cell.text != cell.row and cell.text.startswith(cell.row):
        return name if name.startswith(cell.row) else cell.row  # 村道提质4.2公里, in the first column
    own = _without_row(name, row)
    if len(own) >= _TELLS and _HAN.match(own):
        return own
    return row + (own if _HAN.search(own) else cell.column)


def _without_row(name: str, row: str) -> str:
    """A name without the number and the words of its row, where it begins with them."""
    if not row:
        return name.lstrip(_DIGITS)
    number, found, own = name.partition(row)
    return own if found and not number.strip(_DIGITS) else name


def spans_cells(mention: Mention, cells: list[Cell], text: str) -> bool:
    """True for what looks like a blank before a unit, or a number with its unit, and begins in another cell."""
    if mention.form == "blank":
        return cell_at(cells, mention.end - 1) is not None
    return "\t" in text[mention.start : mention.end] and text[mention.end : mention.end + 1] not in ("", *"\t\r\n")


def _period_of(column: str, year: int | None) -> str | None:
    """The period that the head of a column names: 1-6月完成, 全年任务; None where it names none."""
    told = find_periods(column)
    if len(told) == 1 and _OF_MONTHS.match(told[0].part):
        return told[0].resolve(year)
    return str(year) if year and _AIMED.search(column) and _OF_YEAR.search(column) else None


def name_cells(figures: list[Figure], cells: list[Cell], period: str | None) -> None:
    """Name the figures of tables by row and column, and make those of a column parts of its total.

    Args:
        figures: The figures of a report.
        cells: The cells of its tables.
        period: The report's period, whose year those are of that the heads of columns name.
    """
    year = int(period.rpartition("/")[2][:4]) if period else None
    columns: dict[tuple[str, int], list[Figure]] = {}
    level: tuple[str, str] = ("", "")  # the row of the last amount, and its name
    for figure in figures:
        cell = cell_at(cells, figure.mention.start)
        if cell is None:
            continue
        figure.name, figure.rule, figure.part_of = cell_name(cell, figure.name), "cell", None
        if cell.unit == "%" and _GROWTH.search(cell.column):
            figure.kind = "growth"
            figure.name = f"{level[1]}{cell.column}" if level[0] == cell.row else figure.name
        elif cell.unit != "%":
            of_plan = _AIMED.search(cell.column) or _DONE.search(cell.column)
            level = cell.row, cell.row if of_plan and cell.measured else figure.name
        of_row = cell.place or (cell.row if is_region(figure.scope) else figure.scope or cell.row)
        figure.scope = "" if cell.total or cell.measured or figure.kind == "growth" else of_row
        if _AIMED.search(cell.column) and not _DONE.search(cell.column):
            figure.status = "plan"
        if cell.measured and cell.unit and _DONE_BY_THEN.fullmatch(cell.column):
            figure.name = cell.row
        figure.period = cell.period or _period_of(cell.column, year) or figure.period
        column = columns.setdefault((cell.column, cell.scale), [])
        if cell.total:
            for part in column:
                part.part_of = figure
            column.clear()
        elif cell.unit and not cell.measured:
            column.append(figure)
