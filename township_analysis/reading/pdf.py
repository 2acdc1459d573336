"""PDF files with a text layer: lines and their places from pdfium, tables from pdfplumber."""

import ctypes
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from township_analysis.reading.assemble import IDEOGRAPH
from township_analysis.reading.document import Content
from township_analysis.reading.paragraphs import Line, join_lines
from township_analysis.reading.rejects import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PAGES = 2000
MAX_TABLE_PAGES = 200  # pdfplumber reads 20 pages a second
TABLE_PATHS = (4, 3000)  # so many lines and boxes are drawn on a page with tables; with more it is a drawing
SCAN_CHARACTERS = 8  # characters a page below which a PDF with pictures is a scan
WORD_GAP = 0.4  # in parts of the size: a narrower gap between characters is the setter's, not the author's
SAME = 0.8  # share of a table's characters that pdfium and pdfplumber must read alike
PASSWORD_ERRORS = (4, 5)
CODES = {**dict.fromkeys({*range(32)} - {9}, "\ufffd"), 0x02: "-", 0xFFFE: "-"}  # pdfium's hyphens at line ends
IMAGE, PATH = 3, 2  # pdfium's object types


def read_pdf(data: bytes) -> Content:
    """Read the text layer of a PDF, the lines of a paragraph joined.

    Page numbers and running heads are marked as furniture and stand behind the paragraph that runs over the page's end;
    a row of a table is a line with tabs.

    Args:
        data: The bytes of the file.

    Raises:
        Rejected: ``broken-pdf``, ``encrypted-pdf``, ``scan-pdf``, ``garbled-pdf``, ``too-many-pages``, ``blank``.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in PASSWORD_ERRORS or "assword" in str(error):
            raise Rejected("encrypted-pdf") from error
        raise Rejected("broken-pdf", detail=str(error)[:120].rstrip(".")) from error
    try:
        if len(document) > MAX_PAGES:
            raise Rejected("too-many-pages", pages=len(document), limit=MAX_PAGES)
        pages, ruled, pictures = _read_pages(document)
    except pypdfium2.PdfiumError as error:
        raise Rejected("broken-pdf", detail=str(error)[:120].rstrip(".")) from error
    finally:
        document.close()
    _require_text(pages, pictures)
    return join_lines(_with_tables(data, pages, ruled))


def _read_pages(document: Any) -> tuple[list[list[Line]], list[int], int]:
    """The lines of each page, which pages have rules like a table's, and how many have pictures."""
    pages, ruled, pictures = [], [], 0
    for number in range(len(document)):
        page = document[number]
        kinds = [item.type for item in page.get_objects(filter=[PATH, IMAGE], max_depth=3)]
        pictures += IMAGE in kinds
        if TABLE_PATHS[0] <= kinds.count(PATH) <= TABLE_PATHS[1]:
            ruled.append(number)
        textpage = page.get_textpage()
        glyphs, size = _Glyphs(textpage), page.get_size()
        pages.append([line for run in glyphs.lines() if (line := _line(glyphs, run, number, size))])
        textpage.close()
        page.close()
    return pages, ruled, pictures


class _Glyphs:
    """The characters of a page and, where they are asked for, their places."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self.pdfium, self.raw, self.box = pdfium, textpage.raw, pdfium.FS_RECTF()
        text, count = textpage.get_text_range(), textpage.count_chars()
        self.characters = list(text) if len(text) == count else [self._character(i) for i in range(count)]

    def place(self, i: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character's loose box, in points from the page's lower left corner."""
        self.pdfium.FPDFText_GetLooseCharBox(self.raw, i, ctypes.byref(self.box))
        return self.box.left, self.box.bottom, self.box.right, self.box.top

    def lines(self) -> "Iterator[range]":
        start = 0
        for i, character in enumerate(self.characters):
            if character in ("\r", "\n"):
                yield range(start, i)
                start = i + 1
        yield range(start, len(self.characters))

    def is_setting(self, i: int) -> bool:
        """Whether a space is one that pdfium made of a gap narrower than a word's."""
        if self.characters[i] != " " or self.pdfium.FPDFText_IsGenerated(self.raw, i) != 1:
            return False
        before, after = self.characters[i - 1], self.characters[i + 1]
        if before.isascii() and after.isascii() and not after.isdigit():
            return False
        left, bottom, _, top = self.place(i + 1)
        return left - self.place(i - 1)[2] < WORD_GAP * (top - bottom)

    def _character(self, i: int) -> str:
        """One character for an index; of a pair of surrogates the first is the character, the second is empty."""
        code = self.pdfium.FPDFText_GetUnicode(self.raw, i)
        if 0xD800 <= code < 0xDC00:
            low = self.pdfium.FPDFText_GetUnicode(self.raw, i + 1)
            return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)) if 0xDC00 <= low < 0xE000 else "\ufffd"
        return "" if 0xDC00 <= code < 0xE000 else chr(code) if code < 0x110000 else "\ufffd"


def _line(glyphs: _Glyphs, run: range, page: int, size: tuple[float, float]) -> Line | None:
    """A line with its place; spaces that pdfium put into gaps too narrow for a word's are dropped."""
    characters = glyphs.characters
    inked = [i for i in run if not characters[i].isspace()]
    if not inked:
        return None
    kept = (i for i in range(inked[0], inked[-1] + 1) if not glyphs.is_setting(i))
    left, bottom, _, top = glyphs.place(inked[0])
    return Line(
        text="".join(characters[i] for i in kept).translate(CODES),
        left=left,
        right=glyphs.place(inked[-1])[2],
        y=bottom,
        size=max(1.0, top - bottom),
        page=page,
        place=bottom / max(1.0, size[1]),
        width=size[0],
    )


def _require_text(pages: list[list[Line]], pictures: int) -> None:
    text = "".join(line.text for page in pages for line in page)
    if len(text) < SCAN_CHARACTERS * len(pages) and pictures:
        raise Rejected("scan-pdf", pages=len(pages))
    strange = len(re.findall(r"[\ufffd\ue000-\uf8ff\x80-\u036f\U000f0000-\U0010ffff]", text))
    if text and not IDEOGRAPH.search(text) and strange > len(text) * 0.3:
        raise Rejected("garbled-pdf")


def _with_tables(data: bytes, pages: list[list[Line]], ruled: list[int]) -> list[list[Line]]:
    """Put the rows of tables in the place of the lines that pdfium saw in them."""
    if not ruled:
        return pages
    from township_analysis.reading.pdf_tables import find_tables

    tables = find_tables(data, ruled[:MAX_TABLE_PAGES])
    return [[*_placed(lines, tables.get(number, []))] for number, lines in enumerate(pages)]


def _placed(lines: list[Line], tables: list[tuple[tuple[float, float, float, float], list[str]]]) -> "Iterator[Line]":
    tables = [(box, rows) for box, rows in tables if _agree([line for line in lines if _is_inside(line, box)], rows)]
    done: set[int] = set()
    for line in lines:
        inside = next((i for i, (box, _) in enumerate(tables) if _is_inside(line, box)), None)
        if inside is None:
            yield line
        elif inside not in done:
            done.add(inside)
            yield from (line.as_row(row) for row in tables[inside][1])


def _agree(lines: list[Line], rows: list[str]) -> bool:
    """Whether the rows hold the characters of the lines; pdfminer takes the codes of some fonts for others."""
    seen, read = (Counter("".join("".join(texts).split())) for texts in ((line.text for line in lines), rows))
    return (seen & read).total() >= SAME * max(seen.total(), read.total())


def _is_inside(line: Line, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    middle = line.y + line.size / 2
    return bottom <= middle <= top and left - 2 <= line.left and line.right <= right + 2
