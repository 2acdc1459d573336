"""Word documents (.docx): paragraphs and tables in their order, insertions in, tracked deletions out."""

import posixpath
from typing import TYPE_CHECKING

from township_analysis.reading.document import Content, Span
from township_analysis.reading.numbering import Numbering, W
from township_analysis.reading.package import Package
from township_analysis.reading.rejects import Rejected
from township_analysis.reading.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAIN_PART = "/officeDocument"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # an older form of the same box
DELETED = frozenset(W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr"))
BREAKS = frozenset(W + name for name in ("br", "cr"))
PARAGRAPH, TABLE, ROW, CELL, BOX, RUN = (W + name for name in ("p", "tbl", "tr", "tc", "txbxContent", "r"))
CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"))
NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes) -> Content:
    """Read the text of a .docx: a line a paragraph, a line a row of a table, its cells separated by tabs.

    Automatic numbers are written out, text boxes follow their paragraph, headers come first and footers last, both
    marked as furniture; nothing outside the file is fetched.

    Args:
        data: The bytes of the file.

    Raises:
        Rejected: ``broken-zip``, ``zip-bomb``, ``broken-xml``, ``xml-entities``, ``too-nested``.
    """
    package = Package(data)
    name = _main_part(package)
    main = package.part(name)
    body = None if main is None else main.find(W + "body")
    if body is None:
        raise Rejected("broken-zip", detail="no document body")
    folder = posixpath.dirname(name)
    reader = _Reader(Numbering(package.part(f"{folder}/numbering.xml"), package.part(f"{folder}/styles.xml")))
    headers = _page_lines(package, reader, folder, "header")
    lines = list(reader.blocks(body))
    for notes in NOTES:
        lines += _notes(package.part(f"{folder}/{notes}.xml"), reader)
    return _content(headers, lines, _page_lines(package, reader, folder, "footer"))


def _content(headers: list[str], lines: list[str], footers: list[str]) -> Content:
    spans, start = [], 0
    for i, line in enumerate([*headers, *lines, *footers]):
        if not len(headers) <= i < len(headers) + len(lines):
            spans.append(Span(start, start + len(line), "running-head"))
        start += len(line) + 1
    return Content("\n".join([*headers, *lines, *footers]), tuple(spans))


def _main_part(package: Package) -> str:
    """The part that the package names as its document; usually word/document.xml."""
    relations = package.part("_rels/.rels")
    for relation in relations.iter(RELATIONS) if relations is not None else ():
        if (relation.get("Type") or "").endswith(MAIN_PART):
            name = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
            if name in package.names:
                return name
    return "word/document.xml"


def _page_lines(package: Package, reader: "_Reader", folder: str, kind: str) -> list[str]:
    """The lines of headers or footers, each once."""
    names = sorted(name for name in package.names if name.startswith(f"{folder}/{kind}") and name.endswith(".xml"))
    lines: dict[str, None] = {}
    for name in names[:50]:
        root = package.part(name)
        if root is not None:
            lines |= dict.fromkeys(reader.blocks(root))
    return list(lines)


def _notes(root: "_Element | None", reader: "_Reader") -> list[str]:
    if root is None:
        return []
    return [line for note in root if note.get(W + "type") is None for line in reader.blocks(note)]


class _Reader:
    """Walks blocks in their order; keeps the counts of the lists."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering

    def blocks(self, parent: "_Element") -> "Iterator[str]":
        """The lines of the paragraphs and tables under an element."""
        for child in parent:
            if child.tag == PARAGRAPH:
                yield from self.paragraph(child)
            elif child.tag == TABLE:
                yield from self.table(child)
            elif child.tag in CONTAINERS:
                yield from self.blocks(child)

    def paragraph(self, paragraph: "_Element") -> "Iterator[str]":
        parts: list[str] = []
        boxes: list[_Element] = []
        self.collect(paragraph, parts, boxes)
        properties = paragraph.find(W + "pPr")
        text = "".join(parts)
        visible = bool(text.strip())
        label = self.numbering.label(properties) if visible else ""
        lines = (label + text.strip()).split("\n") if visible else []
        yield from (line.strip() for line in lines if line.strip())
        for box in boxes:
            yield from self.blocks(box)

    def collect(self, element: "_Element", parts: list[str], boxes: "list[_Element]") -> None:
        """Gather the text of the runs under an element; text boxes are set aside."""
        for child in element:
            tag = child.tag
            if tag == BOX:
                boxes.append(child)
            elif tag == W + "t":
                parts.append((child.text or "").replace("\r", " ").replace("\n", " "))
            elif tag == W + "tab":
                parts.append("\t")
            elif tag in BREAKS:
                parts.append("\n")
            elif tag == W + "noBreakHyphen":
                parts.append("-")
            elif tag == W + "sym":
                parts.append(_symbol(child))
            elif tag not in DELETED and tag != FALLBACK and not (tag == RUN and _is_hidden(child)):
                self.collect(child, parts, boxes)

    def table(self, table: "_Element") -> "Iterator[str]":
        """A row a line; a table of one column, or one that holds tables or long cells, lays out a page."""
        rows = [[cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row] for row in _rows(table)]
        contents = [[(cell, list(self.blocks(cell))) for cell in row] for row in rows]
        if max(map(len, rows), default=0) < 2 or any(len(lines) > 8 for row in contents for _, lines in row):
            yield from (line for row in contents for _, lines in row for line in lines)
            return
        for row in contents:
            written = Row()
            for cell, lines in row:
                written.open_cell(_columns(cell))
                written.add(" ".join(line.replace("\t", " ") for line in lines))
            if line := written.close():
                yield line


def _rows(table: "_Element") -> "Iterator[_Element]":
    for child in table:
        if child.tag == ROW and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in CONTAINERS:
            yield from _rows(child)


def _columns(cell: "_Element") -> str | None:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return None if span is None else span.get(W + "val")


def _is_hidden(run: "_Element") -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _symbol(symbol: "_Element") -> str:
    """A character of a symbol font: those of private use say nothing without their font."""
    try:
        character = chr(int(symbol.get(W + "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() and not "\ue000" <= character <= "\uf8ff" else "●"
