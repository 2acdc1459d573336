"""Fifty files that a folder of reports may hold and that are none, each of another kind, with the rule that names it."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from write_pdf import set_paragraphs, write_pdf

REPORT = "竹林镇2019年工作总结\n全镇完成粮食播种面积1.2万亩，增长8.5%。\n"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def docx(document: str | bytes, **parts: str) -> bytes:
    """A .docx with this main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def word(body: str) -> str:
    """A main part with this body."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'


def archive(**files: str | bytes) -> bytes:
    """A zip archive; two underscores in a name stand for a slash, one for a point."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in files.items():
            target.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return OLE + bytes(504) + stream.encode("utf-16-le") + bytes(1024)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def picture_pdf(pages: int) -> bytes:
    """A PDF whose pages are pictures, as a scanner makes them."""
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"
    for i in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * i} 0 R /Resources << >> >>"
        )
        objects.append(f"<< /Length {len(picture)} >>\nstream\n{picture}\nendstream")
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode()


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password that nobody knows: its check values are arbitrary."""
    plain = set_paragraphs([REPORT])
    security = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + security)


def looping_pdf() -> bytes:
    """A PDF whose tree of pages names itself."""
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>\nendobj\n"
        b"trailer << /Root 1 0 R /Size 3 /Prev 9 >>\nstartxref\n9\n%%EOF"
    )


def garbled_pdf() -> bytes:
    """A PDF whose font names no characters, only codes of private use."""
    from write_pdf import Drawn

    return write_pdf(
        [[Drawn(72, 700 - 20 * i, "".join(chr(0xE000 + 40 * i + j) for j in range(30))) for i in range(9)]]
    )


def laughs() -> str:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "哈">{levels}]><w:document {NAMESPACE}><w:body>&l9;</w:body></w:document>'


def foreign_entity() -> str:
    body = word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>").split("?>", 1)[1]
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{body}'


# name: (the rule that must name it, the bytes)
BAD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing.txt": ("empty", lambda: b""),
    "nothing.docx": ("empty", lambda: b""),
    "spaces.txt": ("blank", lambda: " \n\t\u3000\r\n".encode() * 50),
    "mark-only.txt": ("blank", lambda: b"\xef\xbb\xbf"),
    "invisible.txt": ("blank", lambda: "\u200b\u200e\ufeff".encode() * 20),
    "english.txt": ("no-chinese", lambda: b"Annual report: 1,200 households.\n" * 20),
    "digits.txt": ("no-chinese", lambda: b"1" * 3_000_000),
    "source.txt": ("no-chinese", lambda: b"def f(x):\n    return x + 1\n"),
    "japanese-kana.txt": ("no-chinese", lambda: "これはペンです。".encode() * 9),
    "zeros.txt": ("binary", lambda: bytes(100_000)),
    "noise.txt": ("binary", lambda: bytes((i * i * 7 + i // 3) % 256 for i in range(20_000))),
    "control.txt": ("binary", lambda: "全镇\x01\x02\x03".encode() * 200),
    "latin.txt": ("encoding", lambda: "Bilan annuel de la commune, réalisé à l'été".encode("latin-1") * 9),
    "shift-jis.txt": ("encoding", lambda: "ひらがなだけでかいたぶんしょうです".encode("shift-jis") * 9),
    "picture.txt": ("unsupported-image", png),
    "picture.png": ("unsupported-image", png),
    "photo.jpg": ("unsupported-image", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)),
    "drawing.gif": ("unsupported-image", lambda: b"GIF89a" + bytes(500)),
    "fax.tif": ("unsupported-image", lambda: b"II*\x00" + bytes(500)),
    "scan.bmp": ("unsupported-image", lambda: b"BM" + bytes(500)),
    "report.ofd": ("unsupported-ofd", lambda: archive(OFD_xml="<OFD/>", Doc_0__Document_xml="<Document/>")),
    "report.ceb": ("unsupported-ceb", lambda: b"Founder CEB 3.0" + bytes(500)),
    "report.caj": ("unsupported-caj", lambda: b"CAJ\x00" + bytes(500)),
    "old.doc": ("unsupported-doc", lambda: ole("WordDocument")),
    "report.wps": ("unsupported-doc", lambda: ole("WordDocument")),
    "report.rtf": ("unsupported-rtf", lambda: rb"{\rtf1\ansi\ansicpg936 report}"),
    "locked.docx": ("encrypted-docx", lambda: ole("EncryptedPackage")),
    "table.xls": ("unsupported-spreadsheet", lambda: ole("Workbook")),
    "table.xlsx": ("unsupported-spreadsheet", lambda: archive(xl__workbook_xml="<workbook/>")),
    "talk.pptx": ("unsupported-slides", lambda: archive(ppt__presentation_xml="<p/>")),
    "reports.zip": ("unsupported-archive", lambda: archive(report_txt=REPORT)),
    "reports.rar": ("unsupported-archive", lambda: b"Rar!\x1a\x07\x00" + bytes(500)),
    "page.mht": (
        "unsupported-mht",
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + REPORT.encode(),
    ),
    "feed.xml": ("unsupported-xml", lambda: f"<?xml version='1.0'?><rss><item>{REPORT}</item></rss>".encode()),
    "film.mp4": ("unsupported-media", lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(500)),
    "program.exe": ("unsupported-program", lambda: b"MZ\x90\x00" + bytes(500)),
    "half.docx": ("broken-zip", lambda: docx(word("<w:p><w:r><w:t>全镇</w:t></w:r></w:p>"))[:-60]),
    "damaged.docx": (
        "broken-zip",
        lambda: docx(word("全镇" * 500)).replace(b"word/document.xml", b"word/dokument.xml"),
    ),
    "bomb.docx": ("zip-bomb", lambda: docx(word(" " * (40 << 20)))),
    "broken-xml.docx": ("broken-xml", lambda: docx(word("<w:p><w:r>")[:-40])),
    "laughs.docx": ("xml-entities", lambda: docx(laughs())),
    "foreign.docx": ("xml-entities", lambda: docx(foreign_entity())),
    "deep.docx": ("too-nested", lambda: docx(word("<w:p>" * 5000 + "全镇" + "</w:p>" * 5000))),
    "deep.html": ("too-nested", lambda: ("<div>" * 100_000 + "全镇" + "</div>" * 100_000).encode()),
    "line.html": ("too-nested", lambda: b"<p>" + "全镇1.2万亩，".encode() * 700_000),
    "scripts.html": ("blank", lambda: "<html><script>var 全镇='1.2万亩';</script><p hidden>全镇</p></html>".encode()),
    "truncated.pdf": ("broken-pdf", lambda: set_paragraphs([REPORT])[:300]),
    "loop.pdf": ("broken-pdf", looping_pdf),
    "scan.pdf": ("scan-pdf", lambda: picture_pdf(3)),
    "locked.pdf": ("encrypted-pdf", encrypted_pdf),
    "garbled.pdf": ("garbled-pdf", garbled_pdf),
    "long.pdf": ("too-many-pages", lambda: write_pdf([[]] * 2001)),
    "long.txt": ("too-long", lambda: "全镇粮食播种面积，".encode() * 600_000),
}


def write_bad_files(folder: Path) -> dict[Path, str]:
    """Write them all, a sparse file of 10 GB of zeros beside them; each path with its rule."""
    rules: dict[Path, str] = {}
    for name, (rule, make) in BAD.items():
        folder.joinpath(name).write_bytes(make())
        rules[folder / name] = rule
    huge = folder / "zeros-10-gb.txt"
    with huge.open("wb") as file:
        file.truncate(10 << 30)
    rules[huge] = "too-large"
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
        rules[folder / "pipe.txt"] = "not-a-file"
    return rules
