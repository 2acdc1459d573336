"""The parts of a township's history, in the order of the page: what notebooks/township-history.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.pages import html, plots, series, words
from township_analysis.pages.html import Block, Cell
from township_analysis.pages.profile import problem_sentences
from township_analysis.pages.view import (
    FEW,
    Cells,
    Row,
    View,
    chosen_codes,
    in_order,
    number_cell,
    opened,
    percent_cell,
    places_of,
    report_link,
)  # fmt: skip
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

YEARS = 3  # an indicator needs values of so many years for a line
PANELS = 10  # lines at most; the table has them all
LEAST = 1.0  # %: a smaller disagreement comes of rounding


@dataclass(frozen=True)
class HistoryView(View):
    """One township through its reports.

    Attributes:
        reports: Its rows of the reports table, by period.
        results: Its values by indicator and year (`series.values`).
        plans: What it planned, likewise.
        conflicts: Where its reports disagree (`codebook.panel.conflicts`).
    """

    reports: list[Row]
    results: "pd.DataFrame"
    plans: "pd.DataFrame"
    conflicts: "pd.DataFrame"

    @property
    def name(self) -> str:
        """What the township is called."""
        first = self.reports[0]
        return str(first["township"] or first["title"] or first["report_id"])

    @property
    def source(self) -> str:
        """Where the figures of its charts come from: the township's reports."""
        return self.say("history.source", township=self.name, count=len(self.reports))


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
    from township_analysis.codebook.panel import conflicts

    corpus, chosen = opened(processed, language), chosen_codes(codes)
    places = places_of(corpus.reports)
    place = str(township_code or places.value_counts().idxmax())
    if place not in set(places):
        raise DataError(f"There is no report of the township {place!r}", expected=", ".join(sorted(set(places))[:20]))
    results = series.results(corpus)
    found = conflicts(results)
    values, plans = (series.values(cells, language) for cells in (results, series.plans(corpus)))
    of_place = [frame[frame["place"].eq(place)] for frame in (values, plans, found.rename(columns=series.NAMES))]
    of_codes = [frame[frame["code"].isin(chosen)] if chosen else frame for frame in of_place]
    return HistoryView(corpus, language, in_order(corpus.reports[places.eq(place)]), *of_codes)


def identity(view: HistoryView) -> Block:
    """Which township it is, and its reports."""
    rows: list[Cells] = [
        [
            html.nowrap(words.period_label(row["period"], view.language)),
            html.text(words.value_label("doc_type", row["doc_type"], view.language)),
            report_link(row, row["title"] or row["report_id"]),
            number_cell(len(view.corpus.of("figures", row["report_id"]))),
        ]
        for row in view.reports
    ]
    body = html.table(view.heads("period", "doc_type", "report", "figures"), rows, numeric=[3])
    place = html.paragraph(words.place_line(view.reports[0]))
    return view.top(view.say("history.title", township=view.name), place, body)


def lines(view: HistoryView) -> Block:
    """Each indicator with enough years as a line of results, its plans beside; one that never changes has none."""
    by_code = view.results.groupby("code")[["year", "value"]].nunique()
    long = by_code[(by_code["year"] >= YEARS) & (by_code["value"] > 1)].nlargest(PANELS, "year").index
    rows = series.joined(view.results, view.plans)
    shown = rows[rows["code"].isin(long)]
    if len(shown) < FEW:
        return Block("")
    return view.section(
        "history.lines", view.chart(plots.lines, shown, view.say("history.lines.note", count=len(long)))
    )


def table(view: HistoryView) -> Block:
    """Every indicator by year, in its base unit."""
    if not len(view.results):
        return view.section("history.table", html.paragraph(view.say("history.none")))
    years = sorted(set(view.results["year"]))
    rows = [_by_year(view, records(of_one), years) for _, of_one in view.results.groupby("code", sort=False)]
    heads = [*view.heads("indicator", "unit"), *map(str, years)]
    notes = [view.say("history.table.note", count=len(rows))]
    notes += [view.say("history.table.derived")] if view.results["derived"].any() else []
    return view.section("history.table", html.table(heads, rows, numeric=range(2, len(heads))), " ".join(notes))


def _by_year(view: HistoryView, rows: list[Row], years: list[int]) -> Cells:
    cells = {row["year"]: _value(view, row) for row in rows}
    unit = words.unit_label(rows[0]["unit"], view.language)
    return [html.text(rows[0]["name"]), html.text(unit), *(cells.get(year, Cell("")) for year in years)]


def _value(view: HistoryView, row: Row) -> Cell:
    cell, _ = view.amount(row["value"], row["unit"], row["approx"], brief=row["derived"])
    return Cell(f'<i class="ta-derived">{cell.html}</i>', cell.key) if row["derived"] else cell


def restated(view: HistoryView) -> Block:
    """Where reports disagree on a year: the report of that year first, and what a later one says."""
    told = view.conflicts[view.conflicts["difference"].abs() >= LEAST]
    body = html.bullets(_restated(view, row) for row in records(told))
    return view.section("history.restated", body, view.say("history.restated.note"))


def _restated(view: HistoryView, row: Row) -> str:
    indicator = book()[row["code"]]
    reports = [view.corpus.row(row[name].rpartition(":")[0]) for name in ("figure_id", "other_figure_id")]
    periods = [words.year_label(report["period"], view.language) or report["report_id"] for report in reports]
    value, other = (words.quantity(float(row[name]), indicator.base_unit, view.language) for name in ("value", "other"))
    kind = "derived" if row["rule"] == "derived" else "same" if periods[0] == periods[1] else "line"
    return view.say(
        f"history.restated.{kind}", name=indicator.name(view.language), year=row["year"],
        first=periods[0], second=periods[1], value=value, other=other,
    )  # fmt: skip


def targets(view: HistoryView) -> Block:
    """What was planned for a year beside what that year's report says was done."""
    done = {(row["code"], row["year"]): row for row in records(view.results)}
    both = [(plan, done[key]) for plan in records(view.plans) if (key := (plan["code"], plan["year"])) in done]
    rows: list[Cells] = [
        [
            html.text(plan["name"]),
            str(plan["year"]),
            _value(view, plan),
            _value(view, result),
            html.text(words.unit_label(plan["unit"], view.language)),
            percent_cell(result["value"], plan["value"]),
        ]
        for plan, result in sorted(both, key=lambda pair: (pair[0]["code"], pair[0]["year"]))
    ]
    met = sum(result["value"] >= plan["value"] for plan, result in both)
    heads = view.heads("indicator", "year", "planned", "done", "unit", "attained")
    body = html.table(heads, rows, numeric=[2, 3, 5], grouped=True) if rows else ""
    return view.section("history.targets", body, view.say("history.targets.note", count=len(rows), met=met))


def problems(view: HistoryView) -> Block:
    """The problems that each report names, year by year."""
    body = ""
    for row in view.reports:
        if found := problem_sentences(view.corpus.report(row["report_id"])):
            period = words.period_label(row["period"], view.language) or row["report_id"]
            body += f"<h3>{html.text(period)}</h3>{html.bullets(found)}"
    return view.section("history.problems", body)
