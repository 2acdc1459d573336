"""From a text to a Document: furniture, what the page says of itself, whether it breaks off."""

import re
from collections.abc import Iterable

from township_analysis.reading.document import Document, Span
from township_analysis.reading.furniture import find_furniture
from township_analysis.reading.publication import breaks_off, published_facts
from township_analysis.reading.rejects import Rejected

MAX_CHARACTERS = 5_000_000
IDEOGRAPH = re.compile(r"[㐀-䶵一-鿿\U00020000-\U0002ffff]")


def document_from_text(
    text: str,
    *,
    format: str = "txt",
    encoding: str | None = None,
    path: str | None = None,
    sha256: str | None = None,
    furniture: Iterable[Span] = (),
    metadata: dict[str, str] | None = None,
) -> Document:
    """Make a Document of a text that is at hand, code point for code point.

    Args:
        text: The visible text; line ends should be line feeds.
        format: ``txt``, ``html``, ``docx`` or ``pdf``.
        encoding: What the bytes were decoded with, if any.
        path: Where the file lies, as given.
        sha256: Of the file's bytes.
        furniture: Spans that the format's reader knows to be furniture; more are found.
        metadata: What the file itself states; it beats what the furniture says.

    Raises:
        Rejected: More than five million characters (``too-long``).

    Example:
        >>> document_from_text("全镇总户数3200户。").truncated
        False
    """
    if len(text) > MAX_CHARACTERS:
        raise Rejected("too-long", size=len(text), limit=MAX_CHARACTERS)
    spans = find_furniture(text, furniture)
    return Document(
        text=text,
        format=format,
        encoding=encoding,
        path=path,
        sha256=sha256,
        furniture=spans,
        metadata={**published_facts(text, spans), **(metadata or {})},
        truncated=breaks_off(text, spans),
    )


def require_chinese(text: str) -> None:
    """Refuse what cannot be a report.

    Raises:
        Rejected: Nothing is visible (``blank``), or not one character of it is Chinese (``no-chinese``).
    """
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise Rejected("blank")
    if not IDEOGRAPH.search(text):
        raise Rejected("no-chinese")
