"""Reading one file, whatever its format, in this process."""

import hashlib
from os import PathLike, fspath
from pathlib import Path

from township_analysis.reading.assemble import document_from_text, require_chinese
from township_analysis.reading.decode import decode
from township_analysis.reading.document import Content, Document
from township_analysis.reading.files import read_bytes
from township_analysis.reading.rejects import Rejected
from township_analysis.reading.sniff import binary_format, declared_charset, text_format

CONVERTED = ("doc", "rtf", "odt")  # LibreOffice makes a .docx of them


def read_document(path: str | PathLike[str]) -> Document:
    """Read a report as .txt, .html, .docx or .pdf; the format is told by the content.

    Sizes are limited here, time and memory only by ``read_safely``, which builds use.

    Args:
        path: The file.

    Returns:
        Its visible text with furniture marked.

    Raises:
        Rejected: A ReadingError whose ``rule`` and ``details`` say why the file cannot be read.

    Example:
        >>> read_document("data/raw/zhulin-2019.txt").format  # doctest: +SKIP
        'txt'
    """
    try:
        data = read_bytes(Path(path))
        kind, encoding, content = _content(data, Path(path).name)
        require_chinese(content.text)
        return document_from_text(
            content.text,
            format=kind,
            encoding=encoding,
            path=fspath(path),
            sha256=hashlib.sha256(data).hexdigest(),
            furniture=content.furniture,
            metadata=content.metadata,
        )
    except Rejected as error:
        raise error.at(fspath(path)) from error.__cause__


def _content(data: bytes, name: str) -> tuple[str, str | None, Content]:
    """The format of a file, its encoding where it has one, and what is in it."""
    kind = binary_format(data, name)
    if kind is None:
        return _text_content(data, name)
    if kind == "pdf":
        from township_analysis.reading.pdf import read_pdf

        return kind, None, read_pdf(data)
    if kind in CONVERTED:
        from township_analysis.reading.office import as_docx

        data = as_docx(data, kind)
    from township_analysis.reading.docx import read_docx

    return "docx", None, read_docx(data)


def _text_content(data: bytes, name: str) -> tuple[str, str, Content]:
    decoded = decode(data, declared=declared_charset(data))
    kind = text_format(decoded.text, name)
    if kind == "txt":
        lost = {"unreadable_characters": str(decoded.replaced)} if decoded.replaced else {}
        return kind, decoded.encoding, Content(decoded.text, metadata=lost)
    from township_analysis.reading.html import read_html

    return kind, decoded.encoding, read_html(decoded.text)
