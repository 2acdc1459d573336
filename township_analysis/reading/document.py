"""What reading a file gives: the text that a reader sees, and what is known about it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Document.text`` in code points, ``text[start:end]``, and why it is marked."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    r"""A decoded report.

    Attributes:
        text: The whole visible text; every offset in the package is into it. Line ends are ``\n``.
        format: ``txt``, ``html``, ``docx`` or ``pdf``, told by the content, not by the name.
        encoding: The encoding that the bytes were decoded with, or None where the format carries its own.
        path: Where the file lies, as given, or None for a text that came without a file.
        sha256: Of the bytes; None without a file.
        furniture: Spans of page furniture (breadcrumbs, footers, reprint notices, repeats): marked, not deleted.
        metadata: What the furniture or the file says about itself: ``title``, ``published``, ``url``, ``source``; and
            ``unreadable_characters``, how many of the bytes' characters had to become ``\ufffd``.
        truncated: True where the text breaks off.
    """

    text: str
    format: str = "txt"
    encoding: str | None = None
    path: str | None = None
    sha256: str | None = None
    furniture: tuple[Span, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What the reader of one format gives: the visible text, furniture that it knows of, what the file states."""

    text: str
    furniture: tuple[Span, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
