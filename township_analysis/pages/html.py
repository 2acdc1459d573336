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


def text(value: object) -> str:
    """A value as text of a page: escaped, acting characters made visible, null as nothing."""
    return "" if value is None else escape(visible(str(value)), quote=True)


def section(heading: str, body: str, *, note: str = "", anchor: str = "") -> Block:
    """A heading, a line that says what is shown, and what is shown."""
    mark = f' id="{escape(anchor)}"' if anchor else ""
    note = f'<p class="ta-note">{text(note)}</p>' if note else ""
    return Block(f"<h2{mark}>{text(heading)}</h2>{note}{body}")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Sequence[int] = ()) -> str:
    """A table of cells that are HTML already; the columns ``numeric`` are set right."""
    sides = ["ta-number" if index in numeric else "" for index in range(len(headings))]
    head = "".join(_cell("th", text(heading), side) for heading, side in zip(headings, sides, strict=True))
    body = "".join(
        f"<tr>{''.join(_cell('td', cell, side) for cell, side in zip(row, sides, strict=True))}</tr>" for row in rows
    )
    return f'<div class="ta-scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(tag: str, content: str, side: str) -> str:
    return f'<{tag} class="{side}">{content}</{tag}>' if side else f"<{tag}>{content}</{tag}>"


def details(summary: str, body: str) -> str:
    """Something that a reader opens."""
    return f"<details><summary>{text(summary)}</summary>{body}</details>"


@cache
def stylesheet(name: str) -> str:
    """A style sheet of pages/templates."""
    return (files("township_analysis.pages") / "templates" / name).read_text(encoding="utf-8")


def style() -> str:
    """The style of all blocks, for a page or a notebook that has none of its own."""
    return f"<style>{stylesheet('blocks.css')}</style>"
