"""The index of a run: its pages as cards, by county and township, with a search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import quote

from township_analysis.lang.labels import label
from township_analysis.pages import html, words
from township_analysis.pages.render import in_language


@dataclass(frozen=True, slots=True)
class Card:
    """A page of the run.

    Attributes:
        name: The page's name without ``.html``.
        title: Of the page; may be given as ``中文 · English``.
        about: The row of the reports table that the page is about, or at least its ``county``, ``township`` …;
            None for a page about all reports.
        said: A line below the title.
        failed: Whether the page says that its notebook failed; then ``said`` is why.
    """

    name: str
    title: str
    about: Mapping[str, Any] | None = None
    said: str = ""
    failed: bool = False


def index_body(cards: Sequence[Card], language: str, *, summary: str = "", below: str = "") -> str:
    """The body of the index, for `render.overview_page`.

    Args:
        cards: In any order; those about all reports come first, the others by county, township and period.
        language: ``zh`` or ``en``.
        summary: A line of text below the heading.
        below: HTML behind the cards: what could not be read, earlier runs.
    """
    general = [card for card in cards if card.about is None]
    local = sorted((card for card in cards if card.about is not None), key=_order)
    groups = groupby(local, key=_county_line)
    body = _group(label("site.general", language), general, language) + "".join(
        _group(county or label("site.elsewhere", language), found, language) for county, found in groups
    )
    return (
        f'<div class="ta"><h1>{html.text(label("site.title", language))}</h1>'
        f'<p class="ta-note">{html.text(summary)}</p><div class="search"></div>{body}{below}</div>'
    )


def _order(card: Card) -> tuple[bool, str, str, bool, str, str]:
    """Of a township first what has no line to say: its history, which stands for all its reports."""
    about, county = card.about or {}, _county_line(card)
    return not county, county, about.get("township") or "", bool(card.said), about.get("period") or "", card.title


def _county_line(card: Card) -> str:
    return words.place_line({**dict.fromkeys(words.PLACES), **(card.about or {}), "township": None})


def _group(heading: str, cards: Iterable[Card], language: str) -> str:
    made = "".join(_card(card, language) for card in cards)
    return (
        f'<section class="group"><h2>{html.text(heading)}</h2><div class="cards">{made}</div></section>' if made else ""
    )


def _card(card: Card, language: str) -> str:
    found = f"{_county_line(card)} {card.title} {card.said}"
    bad, kind = (" bad", ' class="error"') if card.failed else ("", "")
    return (
        f'<a class="card{bad}" href="{quote(card.name)}.html" data-search="{html.text(found)}">'
        f"<b>{html.text(in_language(card.title, language))}</b><span{kind}>{html.text(card.said)}</span></a>"
    )
