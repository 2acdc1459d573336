"""What every notebook begins with: tables seen in one language; and what its parts are made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.lang.labels import label
from township_analysis.pages import html, style, words
from township_analysis.pages.html import Block, Cell
from township_analysis.store.load import load
from township_analysis.store.model import Corpus, records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Row = dict[str, Any]
Cells = list[str | Cell]  # a row of a table
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

    @property
    def source(self) -> str:
        """Where the figures of its charts come from."""
        return self.say("plot.source", reports=len(self.corpus.reports), version=self.corpus.version)

    def say(self, key: str, **values: object) -> str:
        """A label in the view's language."""
        return label(key, self.language, **values)

    def heads(self, *names: str) -> list[str]:
        """Columns' names as headings."""
        return [self.say(f"column.{name}") for name in names]

    def join(self, parts: Sequence[str]) -> str:
        """Things said one after the other in a sentence."""
        return f"{self.say('text.semicolon')}{'' if self.language == 'zh' else ' '}".join(parts)

    def top(self, heading: str, *below: str) -> Block:
        """The top of a page."""
        return Block(f"{html.style()}<h1>{html.text(heading)}</h1>{''.join(below)}")

    def section(self, key: str, body: str, note: str = "") -> Block:
        """A section under the heading that the label ``key`` gives, with a line that says what is to be seen.

        Without a body it is an empty block: a page has no empty panels.
        """
        if not body:
            return Block("")
        heading = f'<h2 id="{key.rpartition(".")[2]}">{html.text(self.say(key))}</h2>'
        return Block(f"{heading}{html.paragraph(note, 'ta-note') if note else ''}{body}")

    def chart(self, draw: "Callable[..., Figure]", rows: "pd.DataFrame", caption: str) -> str:
        """A plot of `plots` as a picture of the page."""
        return style.picture(lambda width: draw(rows, self.language, source=self.source, width=width), caption)

    def amount(self, value: float | None, unit: str, approx: str = "exact", *, brief: bool = False) -> tuple[Cell, str]:
        """Two cells, a quantity and its unit; the first is empty for null."""
        if value is None:
            return Cell(""), html.text(words.unit_label(unit, self.language))
        said, unit = words.quantity_parts(value, unit, self.language, brief=brief)
        return Cell(html.text(words.APPROX[approx] + said), value), html.text(unit)


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


def places_of(reports: "pd.DataFrame") -> "pd.Series":
    """What the panel keys each report by: its township's code, else its own id."""
    return reports["township_code"].fillna(reports["report_id"])


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
    return sorted(records(reports), key=_order)


def _order(row: Row) -> tuple[bool, str, str, str]:
    return row["township"] is None, words.place_line(row), row["period"] or "", row["report_id"]
