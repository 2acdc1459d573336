"""From the lines of set pages to paragraphs: no number is cut from its unit where a line ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from township_analysis.reading.document import Content, Span
from township_analysis.reading.furniture import HEADING

PAGE_NUMBER = re.compile(
    r"[\s\-—–―－·•~～]*第?\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlIVXL]{1,6})\s*页?"
    r"(?:\s*[/,，共]+\s*\d{1,4}\s*页?)?[\s\-—–―－·•~～]*"
)
MARGINS = (0.12, 0.88)  # page numbers and running heads stand below and above these parts of the page's height
HEAD_PAGES = 3  # a line that stands in the margin of so many pages is a running head
FULL = 2.3  # a full line ends so many characters or fewer before the right margin
INDENT = 1.0  # a line that begins so many characters inside the left margin begins a paragraph
GAP = 1.9  # lines further apart than so many usual distances are of two paragraphs
LARGE = 1.2  # lines larger than the usual size by this are titles, which run over two lines centred
CLOSING = re.compile(r".*[。！？；：.!?;:”』」)）]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its text and place in points; ``place`` is its height as a part of the page's."""

    text: str
    left: float
    right: float
    y: float
    size: float
    page: int
    place: float
    width: float
    mark: str | None = None
    is_row: bool = False

    def as_row(self, text: str) -> "Line":
        """A row of the table that stands in the place of this line."""
        return replace(self, text=text, is_row=True)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the lines of pages of one width begin and end, and how far apart they stand."""

    left: float
    right: float
    distance: float
    size: float


def join_lines(pages: list[list[Line]]) -> Content:
    """Join the lines of paragraphs; page numbers and running heads become lines of their own behind the paragraph."""
    marked = _marked(pages)
    layouts = {width: _layout(lines) for width, lines in _by_width(marked).items()}
    texts: list[tuple[str, str | None]] = []
    held: list[Line] = []
    paragraph: list[Line] = []
    for line in (line for page in marked for line in page):
        if line.mark:
            held.append(line)
            continue
        if paragraph and not _continues(paragraph[-1], line, layouts[round(line.width)]):
            texts += [(_joined(paragraph), None), *((each.text, each.mark) for each in held)]
            held, paragraph = [], []
        paragraph.append(line)
    if paragraph:
        texts.append((_joined(paragraph), None))
    texts += [(each.text, each.mark) for each in held]
    return _content(texts)


def _content(texts: list[tuple[str, str | None]]) -> Content:
    spans, start = [], 0
    for text, mark in texts:
        if mark:
            spans.append(Span(start, start + len(text), mark))
        start += len(text) + 1
    return Content("\n".join(text for text, _ in texts), tuple(spans))


def _by_width(pages: list[list[Line]]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in (line for page in pages for line in page if not line.mark):
        found.setdefault(round(line.width), []).append(line)
    return found


def _marked(pages: list[list[Line]]) -> list[list[Line]]:
    """Mark page numbers, and lines that stand in the margin of several pages alike but for their digits."""
    margins = [line for page in pages for line in page if _in_margin(line)]
    alike = Counter((_form(line), line.page) for line in margins)
    heads = Counter(form for form, _ in alike)
    common = {form for form, count in heads.items() if count >= HEAD_PAGES}
    return [[_mark(line, common) for line in page] for page in pages]


def _mark(line: Line, common: set[str]) -> Line:
    if not _in_margin(line) or line.is_row:
        return line
    if PAGE_NUMBER.fullmatch(line.text):
        return replace(line, mark="page-number")
    return replace(line, mark="running-head") if _form(line) in common else line


def _in_margin(line: Line) -> bool:
    return not MARGINS[0] <= line.place <= MARGINS[1]


def _form(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _layout(lines: list[Line]) -> Layout:
    """Read the margins off the lines: the leftmost frequent edge, and the right edge that one line in ten reaches."""
    size = sorted(line.size for line in lines)[len(lines) // 2]
    lefts = Counter(round(line.left) for line in lines)
    most = max(lefts.values())  # of short paragraphs more lines are indented than not: the leftmost edge counts
    left = min(at for at, count in lefts.items() if count >= most / 6)
    rights = sorted(line.right for line in lines if not line.is_row) or [0.0]
    gaps = Counter(round(a.y - b.y) for a, b in pairwise(lines) if a.page == b.page and a.y > b.y)
    return Layout(left, rights[int(len(rights) * 0.9)], gaps.most_common(1)[0][0] if gaps else 2 * size, size)


def _continues(line: Line, following: Line, layout: Layout) -> bool:
    """Whether a line is of the same paragraph as the one before it."""
    if line.is_row or following.is_row or abs(line.size - following.size) > 0.15 * line.size:
        return False
    if line.size > LARGE * layout.size:
        return _is_centred_below(line, following)
    if line.right < layout.right - FULL * line.size or following.left > layout.left + INDENT * line.size:
        return False
    if following.page == line.page and abs(line.y - following.y) > GAP * layout.distance:
        return False
    return not (HEADING.match(following.text) and CLOSING.fullmatch(line.text))


def _is_centred_below(line: Line, following: Line) -> bool:
    """Whether a line goes on with the title above it."""
    near = line.page == following.page and 0 < line.y - following.y < GAP * line.size
    return near and abs(line.left + line.right - following.left - following.right) < line.size


def _joined(lines: Iterable[Line]) -> str:
    return "".join(_with_spaces([line.text for line in lines]))


def _with_spaces(texts: list[str]) -> Iterator[str]:
    """Words of letters keep a space between them; Chinese and numbers are joined as they are."""
    for before, text in zip(["", *texts], texts, strict=False):
        letters = before[-1:].isascii() and before[-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
        yield f" {text}" if letters else text
