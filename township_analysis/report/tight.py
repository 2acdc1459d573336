"""A text without the blanks that copied pages leave around numbers: 产值 3.2 亿元, 2019 年."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from township_analysis.lang.numerals import BROKEN
from township_analysis.lang.script import grouped
from township_analysis.reading.document import Document, Span
from township_analysis.report.model import Section, Sentence

_HAN = r"\u4e00-\u9fff"
#: A decimal point behind a number in prose: 增长18. 8%, 产值4,217. 5万元.
_POINTS = "|".join(
    rf"(?<=[A-Za-z{_HAN}:”]{digits}\. )"
    for digits in (r"\d", r"\d\d", r"\d{3}", r"\d{4}", r"\d,\d{3}", r"\d\d,\d{3}", r"\d{3},\d{3}")
)
#: One blank between a character and a number; more are a gap or a blank to be filled in. What a blank and a year follow
#: may be a heading: 农业生产 2007年，粮食总产…
_LOOSE = re.compile(
    rf" (?:(?<=[{_HAN}“”()，。；：、] )(?=\d)(?!(?:19|20)\d\d ?年)"
    rf"|(?<=[至到从由与同比在于自较的和及是，。；：、()] )(?=(?:19|20)\d\d ?年)|(?<=[\d%] )(?=[{_HAN}%])"
    rf"|(?:{_POINTS})(?=\d))"
)
#: The blanks of a date, in a heading too.
_IN_DATE = re.compile(
    r" (?:(?<=\d )(?=[年月日])|(?<=[年月] )(?=\d{1,2} ?[月日])|(?<=[在于和及与至到从—] )(?=(?:19|20)\d\d ?年))"
)
#: Every digit set apart, as some pages do all through: 1 9 9 7 年, 8 .8 %.
_APART = re.compile(r" (?:(?<=\d )(?=\d|\.\d|\. \d)|(?<=\d\. )(?=\d)|(?<=\d \. )(?=\d))")
_UNIT_APART = re.compile(rf" (?<=\d )(?=[{_HAN}%])")
_CLOSE = re.compile(r"\d(?=\d)")
_OFTEN = 8  # digits set apart that a text has at least, where every digit is
#: What no reader sees, wherever it stands.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff]")
#: Where a page broke a line in the middle of a sentence (unwrap.py).
_BREAK = re.compile(BROKEN)
#: Markdown around a heading, words or a number, which no blank to be filled in looks like (投资**万元、修路**公里).
_MARKUP = re.compile(
    r"(?m:^(?P<head> {0,3}(?:#{1,6}|[-*+](?=[^\n]{30,}。)) +))"
    r"|(?m:^ *)(?P<opens>\*\*)(?=[^*\n]{1,80}(?P<closes>\*\*)(?!\*))"
    r"|(?<!\*)(?P<begins>\*\*)(?![*\s]|[万亿千百]*(?:元|亩|公里|户|人|个|名|%))(?=[^*\n，。；]{1,40}(?P<ends>\*\*)(?!\*))"
)
_MARKS = ("**", "# ", "\n- ", "\n* ", "\n+ ")
_PROSE = re.compile(r"[，。；]")
#: The row of a table, whose cells blanks set apart: 3 某某养殖项目 年出栏生猪5000头 1200 2015年.
_ROW = re.compile(r"\s*(?!(?:19|20)\d\d 年)\d+ ")
_Piece = TypeVar("_Piece", Section, Sentence, Span)


@dataclass(frozen=True, slots=True)
class Tight:
    """Where the blanks of a text are that say nothing.

    Attributes:
        loose: Their places in the text as read, in order.
        gone: Where each of them was in the text without them.
    """

    loose: tuple[int, ...]
    gone: tuple[int, ...]

    def cut(self, text: str) -> str:
        """The text, or another of the same length, without them."""
        begins = [0, *(at + 1 for at in self.loose)]
        return "".join(text[a:b] for a, b in zip(begins, [*self.loose, len(text)], strict=True))

    def cut_plain(self, plain: str) -> str:
        """The aligned text without them; what stood apart may be the thousands of a number."""
        return grouped(self.cut(plain))

    def cut_document(self, document: Document) -> Document:
        """The document without them."""
        furniture = tuple(self.cut_piece(span) for span in document.furniture)
        return replace(document, text=self.cut(document.text), furniture=furniture)

    def cut_piece(self, piece: _Piece) -> _Piece:
        """A stretch of the text as one of the text without them."""
        start, end = (at - bisect_left(self.loose, at) for at in (piece.start, piece.end))
        return _moved(piece, start, end)

    def place(self, at: int) -> int:
        """A place in the text without them as one in the text as read."""
        return at + bisect_right(self.gone, at)

    def placed(self, piece: _Piece) -> _Piece:
        """A stretch of the text without them as one of the text as read."""
        if not self.loose:
            return piece
        end = self.place(piece.end - 1) + 1 if piece.end > piece.start else self.place(piece.end)
        return _moved(piece, self.place(piece.start), end)


def _moved(piece: _Piece, start: int, end: int) -> _Piece:
    """The same stretch elsewhere; a sentence, of which a text has most, without what ``replace`` costs."""
    if type(piece) is Sentence:
        return Sentence(start, end, piece.section_id, piece.furniture)
    return replace(piece, start=start, end=end)


@lru_cache(maxsize=1)  # a report is read, and then its figures are looked for
def tight_of(plain: str, text: str) -> Tight:
    """Find the blanks of a text's prose that say nothing.

    Args:
        plain: The aligned text.
        text: The text as printed, for the tabs between the cells of tables.

    Example:
        >>> plain = "全镇完成产值 3.2 亿元，增长 8%。"
        >>> tight = tight_of(plain, plain)
        >>> tight.cut(plain), tight.place(tight.cut(plain).index("亿"))
        ('全镇完成产值3.2亿元，增长8%。', 11)
    """
    loose = _blanks_of_prose(plain, text)
    apart = [found.start() for found in _APART.finditer(plain) if text[found.start()] != "\t"]
    if len(apart) >= _OFTEN and len(apart) > len(_CLOSE.findall(plain)):
        loose = sorted({*loose, *apart, *(found.start() for found in _UNIT_APART.finditer(plain))})
    if any(mark in plain for mark in _MARKS):
        marks = [found.span(name) for found in _MARKUP.finditer(plain) for name in found.re.groupindex if found[name]]
        loose = sorted({*loose, *(at for mark in marks for at in range(*mark))})
    if hidden := [found.start() for found in (*_INVISIBLE.finditer(text), *_BREAK.finditer(plain))]:
        loose = sorted({*loose, *hidden})
    return Tight(tuple(loose), tuple(at - number for number, at in enumerate(loose)))


def _blanks_of_prose(plain: str, text: str) -> list[int]:
    """Where the blanks stand that say nothing, line by line."""
    loose: list[int] = []
    start = plain.find(" ")
    while start >= 0:
        begins, ends = plain.rfind("\n", 0, start) + 1, plain.find("\n", start)
        ends = ends if ends >= 0 else len(plain)
        loose += _blanks_of(plain, text, begins, ends)
        start = plain.find(" ", ends)
    return loose


def _blanks_of(plain: str, text: str, begins: int, ends: int) -> list[int]:
    """The same of one line; in a heading or the row of a table, those of its dates alone."""
    if "\t" in text[begins:ends].strip():
        return []
    prose = _PROSE.search(plain, begins, ends) and not _ROW.match(plain, begins, ends)
    return [found.start() for found in (_LOOSE if prose else _IN_DATE).finditer(plain, begins, ends)]
