"""Tables of indicators: a row an indicator with its unit, a column a year, a plan's target or the growth between."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from township_analysis.figures.core import per_of
from township_analysis.figures.model import Figure, Mention
from township_analysis.figures.numbers.hedges import Hedge
from township_analysis.lang.numerals import ARABIC, multiplier, plain_number, tidy
from township_analysis.lang.units import unit_of, unit_pattern

_COLUMN = re.compile(
    r"(?P<year>(?:19|20)\d\d)年?[底末]?(?P<how>预计|实际|目标|计划|规划|完成|现状)?"
    r"|(?P<average>年均(?:增长|增速|增长率|增长速度))|(?P<total>(?:五年)?\[?累计\]?(?:增长)?)"
    r"|(?P<growth>(?:同比|比上年|较上年)(?:增长|增减|增幅)|增长|增减|增幅|增速)"
)
_AIMS = ("目标", "计划", "规划")
_APPROX = {
    "more": {"≥", ">", "以上", "不低于", "不少于"}, "less": {"≤", "<", "以下", "以内", "不高于", "不超过"},
    "about": {"约", "左右"},
}  # fmt: skip
_FALLS = ("减少", "下降", "降低")
_CHANGE = re.compile(r"(?:年均)?(?P<way>增长|增速|增长率|增长速度|增幅|提高|上升|下降|降低|减少)(?:率|幅度)?\Z")
_REST = 4  # characters of a head behind its year: 完成情况
_NUMBERING = re.compile(r"\A(?:\d{1,3}(?:[、．]|\.(?!\d))|[(]\d{1,2}[)]|[一二三四五六七八九十]{1,3}、)+|\A其中：?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: ``year``, ``average`` (年均增长), ``total`` (五年累计) or ``growth``; with 预计 or 目标."""

    sort: str
    year: int | None = None
    how: str = ""
    unit: str = ""
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a table says: its columns of values in order, and whether one holds the units."""

    columns: tuple[Column, ...]
    units: bool

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its columns."""
        return tuple(column.year for column in self.columns if column.year)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row is called: its name without numbering and unit, and the unit with its multiplier."""

    name: str
    unit: str | None
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a table: ``text[start:end]`` with all that its row and column say of it."""

    start: int
    end: int
    number: float
    unit: str
    approx: str
    way: str
    label: Label
    column: Column
    head: Head
    alone: bool = field(default=False)  # its row has no value of a year


def head_of(text: str) -> Head | None:
    """The head that the words of a table's head make, or None where they tell of no year."""
    head = Head(tuple(_column(found) for found in _COLUMN.finditer(text)), "单位" in text)
    return head if head.years and (len(head.columns) > 1 or head.units) else None


def _column(found: re.Match[str]) -> Column:
    if found["year"]:
        return Column("year", int(found["year"]), found["how"] or "")
    return Column(next(sort for sort in ("average", "total", "growth") if found[sort]))


def column_of(text: str) -> Column | None:
    """The column under one cell of a head, with the unit that the cell gives; None where it heads no such values."""
    unit = _unit_at_end().search(text)
    words = text[: unit.start()] if unit else text
    found = _COLUMN.match(words)
    if not found or len(words) - found.end() > _REST:
        return None
    column = _column(found)
    return replace(column, unit=unit["unit"], scale=multiplier(unit["scale"])) if unit else column


@cache
def _unit_at_end() -> re.Pattern[str]:
    return re.compile(rf"[(](?P<scale>[十百千万亿]*)(?P<unit>{unit_pattern()})[)]\Z")


@cache
def unit_alone() -> re.Pattern[str]:
    """A cell that holds a unit and nothing else."""
    return re.compile(rf"(?P<scale>[十百千万亿]*)(?P<unit>{unit_pattern()})")


@cache
def value_alone() -> re.Pattern[str]:
    """A cell that holds one number, with a sign of more or less, a word of its way, or a unit of its own."""
    signs = "|".join(["累计", *sorted(set().union(*_APPROX.values()))])
    return re.compile(
        rf"(?P<sign>{signs})?(?P<way>{'|'.join(_FALLS)}|增加|增长|提高|上升)?(?P<number>-?(?:{ARABIC}))"
        r"(?P<own>%|‰)?(?P<after>左右|以上|以下|以内)?"
    )


def label_of(text: str, unit: str | None = None) -> Label:
    """The name and the unit in the first cell of a row: 2.人均收入（万元） → 人均收入 in 元, by ten thousands."""
    name = _NUMBERING.sub("", _NUMBERING.sub("", text.replace(" ", "")))
    found = _unit_at_end().search(name)
    name = name[: found.start()] if found else name
    given = unit_alone().fullmatch(unit.replace(" ", "")) if unit else found
    return Label(name, given["unit"], multiplier(given["scale"])) if given else Label(name, unit)


def value_of(cell: tuple[int, int, str], label: Label, column: Column, head: Head, alone: bool) -> Value | None:
    """The number in a cell; None for a dash and the like."""
    found = value_alone().fullmatch(cell[2])
    if not found:
        return None
    own = "%" if column.sort in ("average", "growth") else ""
    unit = found["own"] or own or label.unit or ""
    number = tidy(plain_number(found["number"]) * (1 if found["own"] or own else label.scale))
    approx = next((word for word, signs in _APPROX.items() if {found["sign"], found["after"]} & signs), "exact")
    end = found.end("own") if found["own"] else found.end("number")
    start = cell[0] + found.start("number")
    return Value(start, cell[0] + end, number, unit, approx, found["way"] or "", label, column, head, alone)


def value_mention(value: Value) -> Mention:
    """The mention that a value of a table is."""
    hedge = Hedge(value.approx, value.start, value.end)
    return Mention(value.start, value.end, value.number, None, value.unit, hedge, "cell")


def settle_all(figures: list[Figure], values: dict[int, Value], period: str | None, plan: str | None) -> None:
    """Give the figures of such tables the name, kind, period and status that their rows and columns say.

    Args:
        figures: The figures of a report.
        values: The values of its tables by their start.
        period: The report's period: what lies behind it is planned.
        plan: The report's plan period, which counts first.
    """
    ahead_from = int(plan[:4]) if plan else int(period[:4]) + 1 if period else None
    for figure in figures:
        if value := values.get(figure.mention.start):
            _settle(figure, value, ahead_from)


def _settle(figure: Figure, value: Value, ahead_from: int | None) -> None:
    figure.rule, figure.part_of, figure.core = "cell", None, True
    figure.kind, figure.name = _kind_and_name(value)
    years = value.head.years
    first, last = min(years), max(years)
    spans = value.column.sort in ("average", "total") or (figure.kind == "growth" and "年均" in figure.name)
    year = value.column.year or last
    figure.period = f"{first + 1}/{last}" if spans and last - first > 1 else str(year)
    figure.status = _status(value, year, ahead_from)
    figure.per = per_of(figure)
    figure.scope = f"per-{figure.per}" if figure.per in ("capita", "household", "village") else ""


def _status(value: Value, year: int, ahead_from: int | None) -> str:
    how = value.column.how or next((c.how for c in value.head.columns if c.year == year), "")
    if how in _AIMS or (ahead_from is not None and year >= ahead_from):
        return "plan"
    return "forecast" if how == "预计" else "actual"


def _kind_and_name(value: Value) -> tuple[str, str]:
    """What a value is and is called: the row's name, with 年均增长, 五年累计 or 增长 where the column says so."""
    name, sort = value.label.name, value.column.sort
    known = unit_of(value.unit)
    relative = known is not None and known.kind == "percent"
    moves = _CHANGE.search(name) if relative else None
    stem, way = (name[: moves.start()], moves["way"]) if moves else (name, value.way)
    if sort == "average":
        return "growth", f"{stem}年均{way or '增长'}"
    if sort == "growth":
        return "growth", f"{stem}{way or '增长'}"
    if sort == "total" and not (value.alone and not relative):
        return "growth" if moves else "change", f"{stem}五年累计{way or '增长'}"
    return ("growth" if moves else "share" if relative or name.endswith(("比重", "占比")) else "level"), name
