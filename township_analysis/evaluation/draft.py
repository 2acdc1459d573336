"""A first draft of a gold file: what the engine found, in the form in which figures are annotated."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from township_analysis import pipeline
from township_analysis.report.model import Report

Row = dict[str, Any]
SHORTEST, LONGEST = 10, 60  # of a ctx
MOST_KEYS = 3


def draft(report: Report) -> list[Row]:
    """The figures of a report as lines of a gold file, to be corrected by hand.

    Every ``ctx`` stands once in the text (where the text allows it) and holds ``surface`` once, and every key is in the
    text. What no reader has looked at is not gold: names, keys and missed figures most of all.

    Example:
        >>> import township_analysis as ta
        >>> line = draft(ta.read_text("全镇现有党员442人，其中女党员96人。", period="2019"))[1]
        >>> line["surface"], line["part_of"]
        ('96人', 0)
    """
    rows, _ = pipeline.extract(report)
    index: dict[str | None, int] = {row["figure_id"]: at for at, row in enumerate(rows)}
    return [_line(report, row, index) for row in rows]


def _line(report: Report, row: Row, index: dict[str | None, int]) -> Row:
    return {
        "ctx": context(report.text, row["start"], row["end"]),
        "surface": row["surface"],
        "value": _whole(row["value"]),
        **({} if row["value_max"] is None else {"value_max": _whole(row["value_max"])}),
        "unit": row["unit"],
        "indicator": row["indicator"] or "",
        "keys": keys(report, row),
        "kind": row["kind"],
        "status": row["status"],
        "approx": row["approx"],
        "period": row["period"] or "",
        "scope": row["scope"],
        "part_of": index.get(row["part_of"]),
        "core": row["core"],
    }


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and float(value).is_integer() else value


def context(text: str, start: int, end: int) -> str:
    """The shortest piece around ``text[start:end]`` that stands once in the text and holds those words once.

    Where there is none (the same line over and over), the longest that holds the words once.
    """
    surface, best = text[start:end], text[start:end]
    for left, right in _widths(text, start, end):
        piece = text[left:right]
        if piece.count(surface) == 1 and len(piece) > len(best):
            best = piece
            if len(piece) >= SHORTEST and text.count(piece) == 1:
                return piece
    return best


def _widths(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around a surface, the shorter ones first, and of equal ones those with more before it."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    lines = (line_start, len(text) if line_end < 0 else line_end), (0, len(text))
    for lowest, highest in lines:  # over the line's ends only where one line does not do
        for width in range(end - start, max(LONGEST, end - start + SHORTEST) + 1):
            for left in range(max(lowest, end - width), start + 1):
                if left + width <= highest:
                    yield left, left + width


def keys(report: Report, row: Row) -> list[str]:
    """The words of a name as they are printed in its sentence: at most three, the longest of them.

    The surface, where no word of the name is there: such a line has to be mended in any case.
    """
    begin, end = _sentence(report, row["start"])
    pieces = _pieces(row["indicator"] or "", report.plain[begin:end])
    longest = sorted(sorted(pieces, key=lambda piece: -len(piece))[:MOST_KEYS], key=pieces.index)
    printed = (_printed(report, piece, begin, row["start"], end) for piece in longest)
    return list(dict.fromkeys(printed)) or [row["surface"]]


def _sentence(report: Report, at: int) -> tuple[int, int]:
    sentence = report.sentences[bisect_right(report.sentences, at, key=lambda s: s.start) - 1]
    return sentence.start, sentence.end


def _pieces(name: str, sentence: str) -> list[str]:
    """The name cut into the longest pieces that stand in the sentence, without those of one character."""
    pieces, at = [], 0
    while at < len(name):
        to = at + 1
        while to < len(name) and name[at : to + 1] in sentence:
            to += 1
        if to - at > 1:
            pieces.append(name[at:to])
        at = to
    return list(dict.fromkeys(pieces))


def _printed(report: Report, piece: str, begin: int, start: int, end: int) -> str:
    """The piece as printed, where it stands next before the figure, or else behind it."""
    at = report.plain.rfind(piece, begin, start)
    at = at if at >= 0 else report.plain.find(piece, begin, end)
    return report.text[at : at + len(piece)]
