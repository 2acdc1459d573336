"""The rows of printed tables: lines of cells, several lines put together where a cell holds line breaks."""

import re
from collections.abc import Iterator

#: The cells of a row with their places; between tabs an empty one keeps its place.
Row = list[tuple[int, int, str]]
#: Blanks between cells, but for those that set the two characters of one word apart: 合　　计, 北  片.
_SET_APART = r"(?<=(?<!\S)[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff](?!\S))"
_WORD = re.compile(_SET_APART)
#: Blanks between two sentences, which set no cells apart either.
NEXT = r"(?<=[。！？；])[ \u3000]{2,4}(?=[\u4e00-\u9fff“(]|(?:19|20)\d\d年)"
_GAP = re.compile(rf"(?!{_SET_APART}|{NEXT})(?<![ \u3000])[ \u3000]{{2,}}")
_TAB = re.compile(r"\t")
_BREAK = re.compile(r"\s*\n\s*")
_NUMBERED_HEAD = re.compile(r"序 ?号\t")
_BEGINS = re.compile(r"\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[合总小]\s?计)?\s*\t")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")  # 1 803.2
_MOST = 6  # lines of one row


def rows_of(plain: str, text: str) -> Iterator[tuple[str, Row]]:
    """The lines of a text, each with its cells; the lines of one row of a numbered table come as one.

    Args:
        plain: The aligned text, for what stands in the cells.
        text: The text as printed, for the tabs between them.
    """
    lines = text.split("\n")
    number = start = width = 0
    while number < len(lines):
        width = width if "\t" in lines[number] else 0
        count = _joined(lines, number, width)
        end = start + sum(len(line) + 1 for line in lines[number : number + count]) - 1
        if _NUMBERED_HEAD.match(lines[number]):
            width = text.count("\t", start, end)
        yield plain[start:end], _cells(plain[start:end], text[start:end], start)
        number, start = number + count, end + 1


def with_stops(plain: str, text: str) -> str:
    """The aligned text with a stop in place of every tab: no name reaches into the cell before."""
    if "\t" not in text:
        return plain
    return "".join("；" if printed == "\t" else character for character, printed in zip(plain, text, strict=True))


def _joined(lines: list[str], number: int, width: int) -> int:
    """How many lines make the row that begins with one: a head goes up to the first row, a row up to its last cell."""
    head = _NUMBERED_HEAD.match(lines[number])
    count, tabs = 1, lines[number].count("\t")
    following = lines[number + 1 : number + _MOST]
    for line in following if head or width else []:
        if _BEGINS.match(line) or (not head and tabs >= width):
            break
        count, tabs = count + 1, tabs + line.count("\t")
    whole = _BEGINS.match(lines[number + count]) if head and number + count < len(lines) else tabs == width
    return count if whole else 1


def _cells(plain: str, text: str, at: int) -> Row:
    """The cells of a row; none where nothing sets cells apart."""
    words = text.strip()
    if "\t" not in text and not (("  " in words or "\u3000" in words) and _GAP.search(words)):
        return []
    cells, start = [], 0
    gap = _TAB if "\t" in text else _GAP
    for begins, ends in [*(found.span() for found in gap.finditer(text)), (len(text), len(text))]:
        piece = plain[start:begins]
        if piece.strip() or gap is _TAB:
            lead = len(piece) - len(piece.lstrip())
            text_of = _WORD.sub("", _THOUSANDS.sub("", _BREAK.sub("", piece.strip())))
            cells.append((at + start + lead, at + start + len(piece.rstrip()), text_of))
        start = ends
    return cells if any(text for _, _, text in cells) else []
