"""Which format a file has, told by its first bytes; the name only breaks ties."""

import io
import re
import zipfile

from township_analysis.reading.rejects import Rejected

OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# First bytes, how far into the file they stand, and what the file then is.
MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG", 0, "image"),
    (b"\xff\xd8\xff", 0, "image"),
    (b"GIF8", 0, "image"),
    (b"BM", 0, "bitmap"),
    (b"II*\x00", 0, "image"),
    (b"MM\x00*", 0, "image"),
    (b"WEBP", 8, "image"),
    (b"AT&TFORM", 0, "image"),
    (b"ftypheic", 4, "image"),
    (b"{\\rtf", 0, "rtf"),
    (b"Rar!", 0, "archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "archive"),
    (b"\x1f\x8b", 0, "archive"),
    (b"BZh", 0, "archive"),
    (b"\xfd7zXZ", 0, "archive"),
    (b"ustar", 257, "archive"),
    (b"Founder CEB", 0, "ceb"),
    (b"CAJ", 0, "caj"),
    (b"HN\x00", 0, "caj"),
    (b"ID3", 0, "media"),
    (b"RIFF", 0, "media"),
    (b"OggS", 0, "media"),
    (b"ftyp", 4, "media"),
    (b"\x1aE\xdf\xa3", 0, "media"),
    (b"MZ", 0, "program"),
    (b"\x7fELF", 0, "program"),
    (b"SQLite format 3", 0, "program"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", 0, "program"),
)
TEXTUAL = {"bitmap", "caj", "program", "archive", "media", "image"}  # magic that a text could begin with by chance
OLE_STREAMS = (
    ("EncryptedPackage", "encrypted-docx"),
    ("WordDocument", "doc"),
    ("Workbook", "unsupported-spreadsheet"),
    ("Book", "unsupported-spreadsheet"),
    ("PowerPoint Document", "unsupported-slides"),
)
ZIP_PARTS = (
    (re.compile(r"(^|/)OFD\.xml$"), "unsupported-ofd"),
    (re.compile(r"^xl/"), "unsupported-spreadsheet"),
    (re.compile(r"^ppt/"), "unsupported-slides"),
    (re.compile(r"^META-INF/container\.xml$"), "unsupported-epub"),
)
MARKUP = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*)?(?:<!--.{0,5000}?-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|h[1-6]|"
    r"section|article|main|script|style|center|font|ul|link|base|frameset|header|a|br|strong|b)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
ANY_MARKUP = re.compile(r"<(?:html|body|div|p|table|span|h[1-6]|br)\b[^<>]*>", re.IGNORECASE)


def binary_format(data: bytes, name: str = "") -> str | None:
    """Tell the format of a file that is no plain text.

    Args:
        data: The bytes of the file.
        name: The file's name, which only breaks ties.

    Returns:
        ``docx``, ``pdf``, or ``doc``, ``rtf``, ``odt`` (which LibreOffice converts); None where it should be a text.

    Raises:
        Rejected: A format that holds no text, or that must be converted first.
    """
    if data[:1024].lstrip().startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in data[:1024]):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_zip(data, name)
    if data.startswith(OLE):
        return _kind_of_ole(data)
    found = next((kind for magic, at, kind in MAGIC if data.startswith(magic, at)), None)
    if found == "rtf":
        return found
    if found and not (found in TEXTUAL and _looks_like_text(data)):
        raise Rejected(f"unsupported-{'image' if found == 'bitmap' else found}")
    return None


def text_format(text: str, name: str = "") -> str:
    """Tell ``html`` from ``txt`` by the text itself.

    Raises:
        Rejected: A web archive, a Word document in XML, or another XML file.
    """
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    if head.startswith("MIME-Version:") or re.match(r"From: <?Saved by", head):
        raise Rejected("unsupported-mht")
    if head.startswith("<?xml") and ("<w:wordDocument" in head or "pkg:package" in head or 'progid="Word' in head):
        raise Rejected("unsupported-wordml")
    if MARKUP.match(head) or (name.lower().endswith((".html", ".htm", ".shtml")) and ANY_MARKUP.search(head)):
        return "html"
    if head.startswith("<?xml"):
        raise Rejected("unsupported-xml")
    return "txt"


def needs_office(data: bytes) -> bool:
    """Whether a file is of a kind that LibreOffice would have to convert."""
    return data.startswith((OLE, b"{\\rtf")) or OPEN_DOCUMENT in data[:200]


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head, whether it is true or not."""
    found = CHARSET.search(data[:8192])
    return found[1].decode("ascii") if found else None


def is_plain_text(data: bytes, name: str = "") -> bool:
    """Whether a file is certainly neither markup nor a binary format, so that it needs no parser but a decoder."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    marked = head.startswith((b"<", b"%PDF", b"PK", b"{\\rtf", OLE)) or b"<\x00" in head[:8] or b"\x00<" in head[:8]
    return not marked and name.lower().endswith(".txt") and b"%PDF-" not in head


def _looks_like_text(data: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a]", data[:4096])


def _kind_of_ole(data: bytes) -> str:
    kind = next((kind for stream, kind in OLE_STREAMS if stream.encode("utf-16-le") in data), "unsupported-ole")
    if kind != "doc":
        raise Rejected(kind)
    return kind


def _kind_of_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception as error:  # zipfile raises a dozen kinds of errors on hostile archives, struct.error among them
        if name.lower().endswith(".docx") or b"word/" in data:
            raise Rejected("broken-zip", detail=type(error).__name__) from error
        raise Rejected("unsupported-archive") from error
    if OPEN_DOCUMENT in data[:200]:  # its first part is stored as it is, for this purpose
        return "odt"
    if any(part.startswith("word/") for part in names):
        return "docx"
    kind = next((kind for pattern, kind in ZIP_PARTS if any(map(pattern.search, names))), "unsupported-archive")
    raise Rejected(kind)
