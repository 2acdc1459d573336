"""Tables whose cells single blanks, bars or line ends set apart, as pages copied into a text file have them."""

import re
from dataclasses import replace

from township_analysis.figures.tabular.stacked import row_ends
from township_analysis.lang.numerals import ARABIC
from township_analysis.report.model import Report

#: The head: names of columns and nothing else, but for a unit in brackets.
_HEAD = re.compile(
    r"[ \t]*[\u4e00-\u9fff]{1,12}\S{0,8}"
    r"(?: (?:(?:19|20)\d\d年?|[^\s\d。，；！？]{1,14})(?:\([^\s()]{1,8}\))?){2,}[ \t]*"
)
_NUMBER = re.compile(rf"-?(?:{ARABIC})(?:[万亿]?[\u4e00-\u9fff]{{1,3}}|%)?|[—–/-]+")
_ORDER = re.compile(r"序号|编号|行次")


def with_tabs(report: Report) -> Report:
    r"""The report as if tabs stood between the cells of such tables; the places in its text stay what they are.

    A table is a head of three columns or more, then two rows or more of as many cells (a row of totals may lack its
    number), each with two numbers or more and one at its end. Those with a cell a line are in stacked.py.

    Example:
        >>> from township_analysis import read_text
        >>> with_tabs(read_text("项目 单位 计划 完成\n道路硬化 公里 3 3.4\n危房改造 户 20 23")).text.count("\t")
        9
    """
    report = _without_indents(report) if "\t" in report.text else report
    lines = report.plain.split("\n")
    heads = (at for at, line in enumerate(lines) if line.count(" ") > 1 and _HEAD.fullmatch(line))
    rows = [number for at in heads for number in _table_at(lines, at)]
    stacked, barred = list(row_ends(lines)), _with_bars(lines)
    if not (rows or stacked or barred):
        return report
    printed = report.text.split("\n")
    for number in rows:
        printed[number] = printed[number].replace(" ", "\t")
    for number in barred:
        printed[number] = _tabbed(lines[number], printed[number])
    ends = dict.fromkeys(range(len(printed) - 1), "\n")
    for row in stacked:
        ends |= dict.fromkeys(range(row[0], row[-1]), " ") | dict.fromkeys(row[:-1], "\t")
    text = "".join(line + ends.get(number, "") for number, line in enumerate(printed))
    return replace(report, document=replace(report.document, text=text))


def _without_indents(report: Report) -> Report:
    """The report without the tabs that only indent a paragraph: they set no cells apart."""
    lines = (line if "\t" in line.strip() else line.replace("\t", " ") for line in report.text.split("\n"))
    return replace(report, document=replace(report.document, text="\n".join(lines)))


def _with_bars(lines: list[str]) -> list[int]:
    """The numbers of the lines whose cells bars set apart: two or more in a row with as many of them."""
    bars = [line.count("|") for line in lines]
    beside = zip(bars, [0, *bars], [*bars[1:], 0], strict=False)
    return [number for number, (own, before, behind) in enumerate(beside) if own > 1 and own in (before, behind)]


def _tabbed(line: str, printed: str) -> str:
    """A line as printed, with a tab for every bar of the aligned line."""
    return "".join("\t" if plain == "|" else character for plain, character in zip(line, printed, strict=True))


def _table_at(lines: list[str], head: int) -> list[int]:
    """The numbers of the lines of a table with its head; none where no rows follow."""
    columns = lines[head].split()
    if " ".join(columns) != lines[head].strip():
        return []
    behind = head + 1
    while behind < len(lines) and _is_row(lines[behind], columns):
        behind += 1
    return list(range(head, behind)) if behind - head > 2 else []


def _is_row(line: str, columns: list[str]) -> bool:
    cells = line.split()
    numbered = bool(_ORDER.fullmatch(columns[0]))
    fits = len(cells) == len(columns) or (numbered and len(cells) == len(columns) - 1)
    numbers = [bool(_NUMBER.fullmatch(cell)) for cell in cells]
    return fits and " ".join(cells) == line.strip() and numbers[-1] and sum(numbers[numbered:]) > 1 and not all(numbers)
