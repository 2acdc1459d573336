"""What every notebook begins with: tables, seen in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.lang.labels import label
from township_analysis.pages import html, words
from township_analysis.pages.html import Block, Cell
from township_analysis.store.load import load
from township_analysis.store.model import Corpus, records

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
FEW = 6  # fewer values than this are a sentence, not a chart
PROFILE = "township-profile"  # the notebook that has a page for every report


@dataclass(frozen=True)
class View:
    """Tables, seen in one language.

    Attributes:
        corpus: All of them.
        language: ``zh`` or ``en``: headings and notes; what the reports say stays as it is.
    """

    corpus: Corpus
    language: str

    def say(self, key: str, **values: object) -> str:
        """A label in the view's language."""
        return label(key, self.language, **values)

    def heads(self, *names: str) -> list[str]:
        """Columns' names as headings."""
        return [self.say(f"column.{name}") for name in names]

    def join(self, parts: Sequence[str]) -> str:
        """Things said one after the other in a sentence."""
        return f"{self.say('text.semicolon')}{'' if self.language == 'zh' else ' '}".join(parts)

    def source(self) -> str:
        """Where the figures of a chart over several reports come from."""
        return self.say("plot.source", reports=len(self.corpus.reports), version=self.corpus.version)


def opened(processed: str | Path = "", language: str = "zh") -> Corpus:
    """The tables, if there is a report in them.

    Args:
        processed: Their folder; empty as in `township_analysis.load`.
        language: To be ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables or no reports, or there is no such language.
    """
    label("role.plan", language)
    corpus = load(processed)
    if not len(corpus.reports):
        raise DataError(
            f"There is no report in {corpus.processed}", remedy="run `township build` on a folder of reports"
        )
    return corpus


def chosen_codes(codes: str) -> tuple[str, ...]:
    """Codes of the codebook out of a notebook's parameter, where they are parted by commas.

    Raises:
        DataError: If one is not in the codebook; the nearest is named.
    """
    chosen = tuple(code.strip() for code in codes.replace("，", ",").split(",") if code.strip())
    for code in chosen:
        if code not in book():
            near = get_close_matches(code, book().indicators, n=1, cutoff=0)
            raise DataError(f"The codebook has no {code!r}", remedy=f"did you mean {near[0]!r}?")
    return chosen


def title(view: View, heading: str, *below: str) -> Block:
    """The top of a page."""
    return Block(f"{html.style()}<h1>{html.text(heading)}</h1>{''.join(below)}")


def sentence(said: str) -> str:
    """A paragraph of text."""
    return f"<p>{html.text(said)}</p>"


def number_cell(value: float | None, digits: int | None = None) -> Cell:
    """A number for a column that is sorted by it."""
    if value is None:
        return Cell("")
    return Cell(words.number(value) if digits is None else f"{value:.{digits}f}", float(value))


def percent_cell(part: float, whole: float) -> Cell:
    """A part of a whole in %, sorted by it; empty where there is no whole."""
    return Cell(f"{part / whole:.0%}", part / whole) if whole else Cell("")


def report_link(row: Row, said: str) -> str:
    """A link to the page of a report, as the run names it."""
    return html.link(quote(f"{PROFILE}-{row['report_id']}.html"), said)


def in_order(reports: "pd.DataFrame") -> list[Row]:
    """The reports by county, township and period, those that do not say where they come from last."""
    rows = records(reports)
    return sorted(
        rows, key=lambda row: (row["township"] is None, words.place_line(row), row["period"] or "", row["report_id"])
    )
