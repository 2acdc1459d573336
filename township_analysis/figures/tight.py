"""A report without the blanks that copied pages leave around numbers: 产值 3.2 亿元, 2019 年."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from township_analysis.reading.document import Span
from township_analysis.report.model import Report, Section, Sentence

#: One blank between a character and a number; more are a gap or a blank to be filled in. What a blank and a year follow
#: may be a heading: 农业生产 2007年，粮食总产…
_LOOSE = re.compile(
    r"(?<=[\u4e00-\u9fff“”()，。；：、]) (?=\d)(?!(?:19|20)\d\d ?年)"
    r"|(?<=[至到从由与同比在于自较的和及是，。；：、()]) (?=(?:19|20)\d\d ?年)|(?<=[\d%]) (?=[\u4e00-\u9fff%])"
)
_PROSE = re.compile(r"[，。；]")
#: The row of a table, whose cells blanks set apart: 3 某某养殖项目 年出栏生猪5000头 1200 2015年.
_ROW = re.compile(r"\s*(?!(?:19|20)\d\d 年)\d+ ")
_Piece = TypeVar("_Piece", Section, Sentence)


def tightened(report: Report) -> tuple[Report, Callable[[int], int]]:
    """The report without blanks around the numbers of its prose, and where each character stands in it as read.

    Args:
        report: The report as read.

    Returns:
        The report without them, the report itself where there are none; and a function from a place in it to the one
        in the report as read.

    Example:
        >>> from township_analysis import read_text
        >>> report, place = tightened(read_text("全镇完成产值 3.2 亿元，增长 8%。"))
        >>> report.plain, place(report.plain.index("亿"))
        ('全镇完成产值3.2亿元，增长8%。', 11)
    """
    loose = [at for line in re.finditer(r"[^\n]+", report.plain) for at in _blanks_of(line)]
    if not loose:
        return report, int
    gone = [at - number for number, at in enumerate(loose)]  # where each blank was in the tight text

    def place(at: int) -> int:
        return at + bisect_right(gone, at)

    def tight(at: int) -> int:
        return at - bisect_left(loose, at)

    cut = [0, *(at + 1 for at in loose)]
    plain, text = (
        "".join(whole[a:b] for a, b in zip(cut, [*loose, len(whole)], strict=True))
        for whole in (report.plain, report.text)
    )
    document = replace(
        report.document,
        text=text,
        furniture=tuple(Span(tight(s.start), tight(s.end), s.reason) for s in report.document.furniture),
    )
    return replace(
        report,
        document=document,
        plain=plain,
        sections=tuple(_moved(section, tight) for section in report.sections),
        sentences=tuple(_moved(sentence, tight) for sentence in report.sentences),
    ), place


def _blanks_of(line: re.Match[str]) -> list[int]:
    """Where the blanks of a line stand that say nothing: of prose, and of no row of a table."""
    text = line[0]
    if " " not in text or "\t" in text or _ROW.match(text) or not _PROSE.search(text):
        return []
    return [line.start() + found.start() for found in _LOOSE.finditer(text)]


def _moved(piece: _Piece, tight: Callable[[int], int]) -> _Piece:
    return replace(piece, start=tight(piece.start), end=tight(piece.end))
