"""The parts of a township's history, in the order of the page: what notebooks/township-history.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.errors import DataError
from township_analysis.pages import html, plots, series, style, words
from township_analysis.pages.html import NOTHING, Block, Cell
from township_analysis.pages.profile import problem_sentences
from township_analysis.pages.view import (
    FEW, Row, View, chosen_codes, in_order, number_cell, opened, percent_cell, report_link, sentence, title,
)  # fmt: skip
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

YEARS = 3  # an indicator needs values of so many years for a line
PANELS = 10  # lines at most; the table has them all


@dataclass(frozen=True)
class HistoryView(View):
    """One township through its reports.

    Attributes:
        reports: Its rows of the reports table, by period.
        values: Its results and plans (`series.values`).
    """

    reports: list[Row]
    values: "pd.DataFrame"

    def source(self) -> str:
        """Where the figures of a chart come from: the township's reports."""
        return self.say("history.source", township=self.reports[0]["township"] or "", count=len(self.reports))


def view(processed: str | Path = "", township_code: str = "", codes: str = "", language: str = "zh") -> HistoryView:
    """A township of the tables, for the parts below.

    Args:
        processed: Folder of the tables; empty as in `township_analysis.load`.
        township_code: Nine digits, or the report_id of a report whose township is not certain; empty means the township
            with the most reports.
        codes: Codes of the codebook, parted by commas; empty means all that the reports give.
        language: ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables, no such township, code or language.
    """
    corpus = opened(processed, language)
    wanted = chosen_codes(codes)
    places = corpus.reports["township_code"].fillna(corpus.reports["report_id"])
    place = str(township_code) or places.value_counts().sort_index(kind="stable").idxmax()
    if place not in set(places):
        raise DataError(f"There is no report of the township {place!r}", expected=", ".join(sorted(set(places))[:20]))
    both = series.both(corpus, language)
    mine = both[both["place"].eq(place) & (both["code"].isin(wanted) if wanted else True)]
    return HistoryView(corpus, language, in_order(corpus.reports[places.eq(place)]), mine)


def identity(view: HistoryView) -> Block:
    """Which township it is, and its reports."""
    first = view.reports[0]
    rows = [
        [
            html.nowrap(row["period"]),
            html.text(words.value_label("doc_type", row["doc_type"], view.language)),
            report_link(row, row["title"] or row["report_id"]),
            number_cell(len(view.corpus.of("figures", row["report_id"]))),
        ]
        for row in view.reports
    ]
    body = html.table(view.heads("period", "doc_type", "report", "figures"), rows, numeric=[3])
    name = first["township"] or first["title"] or first["report_id"]
    return title(view, view.say("history.title", township=name), sentence(words.place_line(first)), body)


def lines(view: HistoryView) -> Block:
    """Each indicator with enough years as a line of results, its plans beside."""
    done = view.values[view.values["status"].ne("plan")]
    years = done.groupby("code")["year"].nunique()
    long = years[years >= YEARS].sort_values(ascending=False, kind="stable").index[:PANELS]
    shown = view.values[view.values["code"].isin(long)]
    if len(shown) < FEW:
        return NOTHING
    caption = view.say("history.lines.note", count=len(long))
    chart = style.picture(lambda width: plots.lines(shown, view.language, source=view.source(), width=width), caption)
    return html.section("lines", view.say("history.lines"), chart)


def table(view: HistoryView) -> Block:
    """Every indicator by year, in its base unit."""
    done = view.values[view.values["status"].ne("plan")]
    if not len(done):
        return html.section("table", view.say("history.table"), sentence(view.say("history.none")))
    years = sorted(set(done["year"]))
    rows = []
    for _, of_one in done.groupby("code", sort=False):
        by_year = {row["year"]: row for row in records(of_one)}
        first = next(iter(by_year.values()))
        unit = html.text(words.unit_label(first["unit"], view.language))
        rows.append([html.text(first["name"]), unit, *(_value(view, by_year.get(year)) for year in years)])
    heads = [*view.heads("indicator", "unit"), *map(str, years)]
    body = html.table(heads, rows, numeric=range(2, len(heads)))
    return html.section("table", view.say("history.table"), body, note=view.say("history.table.note", count=len(rows)))


def _value(view: HistoryView, row: Row | None) -> Cell:
    return Cell("") if row is None else Cell(words.quantity_parts(row["value"], row["unit"], view.language)[0], row["value"])


def restated(view: HistoryView) -> Block:
    """Where reports disagree on a year: the report of that year first, and what a later one says."""
    found = series.disagreements(view.corpus, view.values, view.language)
    if not found:
        return NOTHING
    items = "".join(
        f"<li>{html.text(view.say('history.restated.line', **one))}</li>" for one in found
    )
    return html.section("restated", view.say("history.restated"), f"<ul>{items}</ul>", note=view.say("history.restated.note"))


def targets(view: HistoryView) -> Block:
    """What was planned for a year beside what that year's report says was done."""
    planned = view.values[view.values["status"].eq("plan")]
    done = view.values[view.values["status"].ne("plan")].set_index(["code", "year"])["value"]
    rows = [
        [
            html.text(row["name"]), str(row["year"]), _value(view, row), _value(view, {**row, "value": done[row["code"], row["year"]]}),
            html.text(words.unit_label(row["unit"], view.language)),
            percent_cell(done[row["code"], row["year"]], row["value"]),
        ]
        for row in records(planned.sort_values(["code", "year"], kind="stable"))
        if (row["code"], row["year"]) in done.index
    ]  # fmt: skip
    if not rows:
        return NOTHING
    for row, name in zip(rows, html.once([str(row[0]) for row in rows]), strict=True):
        row[0] = name
    met = sum(isinstance(row[5], Cell) and float(row[5].key or 0) >= 1 for row in rows)
    body = html.table(view.heads("indicator", "year", "planned", "done", "unit", "attained"), rows, numeric=[2, 3, 5])
    note = view.say("history.targets.note", count=len(rows), met=met)
    return html.section("targets", view.say("history.targets"), body, note=note)


def problems(view: HistoryView) -> Block:
    """The problems that each report names, year by year."""
    parts = [(row, problem_sentences(view.corpus.report(row["report_id"]))) for row in view.reports]
    body = "".join(
        f"<h3>{html.text(row['period'] or row['report_id'])}</h3><ul>{''.join(f'<li>{html.text(said)}</li>' for said in found)}</ul>"
        for row, found in parts
        if found
    )
    return html.section("problems", view.say("history.problems"), body) if body else NOTHING
