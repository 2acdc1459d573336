"""The same paragraphs as a file of each format, as programs and sites write them."""

import html
import io
import subprocess
from collections.abc import Sequence
from pathlib import Path

from write_pdf import set_paragraphs

from township_analysis.reading.office import libre_office


def as_html(paragraphs: Sequence[str]) -> bytes:
    body = "\n".join(f'<p style="text-indent:2em"><span>{html.escape(p)}</span></p>' for p in paragraphs)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body><div>{body}</div></body></html>'.encode()


def as_gb_html(paragraphs: Sequence[str]) -> bytes:
    """A page that claims another encoding than it has, with each paragraph broken over source lines."""
    body = "".join(f"<P>　　{html.escape(p)}<BR>" for p in paragraphs)
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>{body}'.encode(
        "gb18030"
    )


def as_docx(paragraphs: Sequence[str]) -> bytes:
    import docx

    document, out = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        middle = len(paragraph) // 2  # office programs cut a paragraph into runs anywhere
        document.add_paragraph(paragraph[:middle]).add_run(paragraph[middle:]).bold = True
    document.save(out)
    return out.getvalue()


def as_pdf(paragraphs: Sequence[str]) -> bytes:
    long = sum(map(len, paragraphs)) > 2500  # a running head shows as one from three pages on
    return set_paragraphs(paragraphs, head="工作总结汇编" if long else "")


def as_old_office(paragraphs: Sequence[str], kind: str, folder: Path) -> bytes | None:
    """A .doc, .rtf or .odt as LibreOffice writes it; None where it cannot (it may be installed without Writer)."""
    program = libre_office()
    if not program:
        return None
    Path(folder, "report.docx").write_bytes(as_docx(paragraphs))
    profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(folder / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    written = Path(folder, f"report.{kind}")
    return written.read_bytes() if written.exists() else None


FORMATS = {"html": as_html, "gb.html": as_gb_html, "docx": as_docx, "pdf": as_pdf}
