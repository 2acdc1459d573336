"""A small writer of PDF files with a text layer, so that tests need neither a font nor another package.

Characters are drawn without an embedded font. Their codes are UTF-16 and a ToUnicode map says so, as office programs do;
or they are those of a named encoding (``viewable``), for which a viewer finds a Chinese font of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN, SIZE, LEADING = 595, 842, 72, 12, 20


@dataclass(frozen=True)
class Drawn:
    """A text at a place of a page, in points from the left and from the bottom."""

    x: float
    y: float
    text: str
    size: float = SIZE


@dataclass(frozen=True)
class Rule:
    """A straight line, as tables have."""

    x0: float
    y0: float
    x1: float
    y1: float


def advance(character: str) -> float:
    """The width of a character in parts of its size."""
    return 0.5 if ord(character) < 0x250 else 1.0


def set_paragraphs(
    paragraphs: Iterable[str], *, page_numbers: bool = True, head: str = "", indent: int = 2, viewable: bool = False
) -> bytes:
    """Set paragraphs into pages, with first lines indented, running head and page numbers."""
    pages: list[list[Drawn | Rule]] = [[]]
    y = float(HEIGHT - MARGIN)
    for paragraph in paragraphs:
        for i, line in enumerate(_wrapped(paragraph, (WIDTH - 2 * MARGIN) / SIZE, indent)):
            if y < MARGIN + LEADING:
                pages.append([])
                y = float(HEIGHT - MARGIN)
            pages[-1].append(Drawn(MARGIN + (indent * SIZE if i == 0 else 0), y, line))
            y -= LEADING
    for number, page in enumerate(pages, 1):
        if page_numbers:
            page.append(Drawn(WIDTH / 2 - 12, 40, f"- {number} -", 9))
        if head:
            page.insert(0, Drawn(MARGIN, HEIGHT - 40, head, 9))
    return write_pdf(pages, viewable=viewable)


def _wrapped(text: str, columns: float, indent: int) -> list[str]:
    """Break lines as typesetters do: words stay whole, and no line begins with a closing mark."""
    lines, line, used = [], "", float(indent)
    for piece in re.findall(r"[A-Za-z]+|.", text):
        width = sum(map(advance, piece))
        if used + width > columns and piece not in "，。、；：！？”）》,.;:!?)%":
            lines, line, used = [*lines, line], "", 0.0
        line, used = line + piece, used + width
    return [*lines, line]


def write_pdf(pages: Sequence[Sequence[Drawn | Rule]], *, viewable: bool = False) -> bytes:
    """Write pages of texts and lines as a PDF file."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{6 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /DescendantFonts [4 0 R] "
        + (b"/Encoding /UniGB-UCS2-H >>" if viewable else b"/Encoding /Identity-H /ToUnicode 5 0 R >>"),
        b"<< /Type /Font /Subtype /CIDFontType%d /BaseFont /STSong-Light /DW 1000 /W [%s] /CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (%s) /Supplement %d >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
        b" /FontBBox [0 -200 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>"
        % ((0, b"1 95 500 814 939 500", b"GB1", 4) if viewable else (2, b"0 591 500", b"Identity", 0)),
        _stream(_to_unicode()),
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * i} 0 R"
            f" /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream("\n".join(map(_operators, page)).encode()))
    return _file(objects)


def _operators(item: Drawn | Rule) -> str:
    if isinstance(item, Rule):
        return f"{item.x0} {item.y0} m {item.x1} {item.y1} l S"
    return f"BT /F {item.size} Tf {item.x:.2f} {item.y:.2f} Td <{item.text.encode('utf-16-be').hex()}> Tj ET"


def _to_unicode() -> bytes:
    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(256)]
    blocks = [ranges[i : i + 100] for i in range(0, 256, 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n{chr(10).join(block)}\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}\nendcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
