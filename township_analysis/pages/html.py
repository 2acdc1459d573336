"""Pieces of HTML: everything that comes from a report is escaped here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from township_analysis.lang.visible import visible


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page, shown as it is by a notebook."""

    html: str

    def _repr_html_(self) -> str:
        return f'<div class="ta">{self.html}</div>'

    def __repr__(self) -> str:
        return f"Block({len(self.html)} characters of HTML)"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its HTML, and the number that its column is sorted by."""

    html: str
    key: float | None = None


def text(value: object) -> str:
    """A value as text of a page: escaped, acting characters made visible, null as nothing."""
    return "" if value is None else escape(visible(str(value)), quote=True)


def nowrap(value: object) -> str:
    """A value that stays in one line: a date, a period."""
    return f'<span class="ta-nowrap">{text(value)}</span>'


def link(address: str, words: object) -> str:
    """A link to a page beside this one, or to a place on it."""
    return f'<a href="{escape(address, quote=True)}">{text(words)}</a>'


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str | Cell]],
    *,
    numeric: Sequence[int] = (),
    grouped: bool = False,
) -> str:
    """A table that a page's script sorts and filters; the columns ``numeric`` are set right.

    Args:
        headings: As text.
        rows: Cells that are HTML already.
        numeric: Indices of columns.
        grouped: Whether the first column is read in groups: a cell that repeats the one above is there, but not seen.
    """
    sides = [' class="ta-number"' if index in numeric else "" for index in range(len(headings))]
    head = "".join(f'<th scope="col"{side}>{text(heading)}</th>' for heading, side in zip(headings, sides, strict=True))
    body, above = "", None
    for first, *others in rows:
        shown = f'<span class="ta-same">{first}</span>' if grouped and first == above else first
        body += f"<tr>{''.join(map(_cell, [shown, *others], sides))}</tr>"
        above = first
    return (
        f'<div class="ta-scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(cell: str | Cell, side: str) -> str:
    if isinstance(cell, str):
        return f"<td{side}>{cell}</td>"
    key = "" if cell.key is None else f' data-key="{text(cell.key)}"'
    return f"<td{side}{key}>{cell.html}</td>"


def bullets(lines: Iterable[str]) -> str:
    """A list of lines of text, or nothing."""
    items = "".join(f"<li>{text(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def paragraph(said: str, kind: str = "") -> str:
    """A paragraph of text."""
    return f'<p class="{kind}">{text(said)}</p>' if kind else f"<p>{text(said)}</p>"


def tiles(counts: Iterable[tuple[str, str]]) -> str:
    """Large numbers, each with what it counts."""
    made = "".join(f"<div><b>{text(count)}</b><span>{text(name)}</span></div>" for count, name in counts)
    return f'<div class="ta-tiles">{made}</div>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and what they are, the latter as HTML."""
    made = "".join(f"<div><dt>{text(name)}</dt><dd>{value}</dd></div>" for name, value in pairs)
    return f'<dl class="ta-facts">{made}</dl>'


def details(summary: str, body: str) -> str:
    """Something that a reader opens."""
    return f"<details><summary>{text(summary)}</summary>{body}</details>"


@cache
def template(name: str) -> str:
    """A style sheet or script of pages/templates."""
    return (files("township_analysis.pages") / "templates" / name).read_text(encoding="utf-8")


def style() -> str:
    """The style of all blocks, for a page or a notebook that has none of its own."""
    return f"<style>{template('blocks.css')}</style>"
