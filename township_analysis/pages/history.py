"""The parts of a township's history, in the order of the page: what notebooks/township-history.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.codebook import book
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
LEAST = 1.0  # %: a smaller disagreement comes of rounding


@dataclass(frozen=True)
class HistoryView(View):
    """One township through its reports.

    Attributes:
        reports: Its rows of the reports table, by period.
        values: Its results and plans (`series.values`), with their ``status``.
        conflicts: Where its reports disagree (`codebook.panel.conflicts`).
    """

    reports: list[Row]
    values: "pd.DataFrame"
    conflicts: "pd.DataFrame"

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
    import pandas as pd

    from township_analysis.codebook.panel import conflicts

    corpus = opened(processed, language)
    wanted = chosen_codes(codes)
    places = corpus.reports["township_code"].fillna(corpus.reports["report_id"])
    place = str(township_code) or places.value_counts().sort_index(kind="stable").idxmax()
    if place not in set(places):
        raise DataError(f"There is no report of the township {place!r}", expected=", ".join(sorted(set(places))[:20]))
    results = series.results(corpus)
    both = pd.concat([
        series.values(results, language).assign(status="actual"),
        series.values(series.plans(corpus), language).assign(status="plan"),
    ], ignore_index=True)  # fmt: skip
    mine, found = (
        frame[frame[column].eq(place) & (frame["code"].isin(wanted) | (not wanted))]
        for frame, column in ((both, "place"), (conflicts(results), "township"))
    )
    return HistoryView(corpus, language, in_order(corpus.reports[places.eq(place)]), mine, found)


def identity(view: HistoryView) -> Block:
    """Which township it is, and its reports."""
    first = view.reports[0]
    rows = [
        [
            html.nowrap(words.period_label(row["period"], view.language)),
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
    years, levels = done.groupby("code")["year"].nunique(), done.groupby("code")["value"].nunique()
    long = years[(years >= YEARS) & (levels > 1)].sort_values(ascending=False, kind="stable").index[:PANELS]
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
    notes = [view.say("history.table.note", count=len(rows))]
    notes += [view.say("history.table.derived")] if done["derived"].any() else []
    return html.section("table", view.say("history.table"), body, note=" ".join(notes))


def _value(view: HistoryView, row: Row | None) -> Cell:
    if row is None:
        return Cell("")
    said, _ = words.quantity_parts(row["value"], row["unit"], view.language, brief=row["derived"])
    said = words.APPROX[row["approx"]] + said
    return Cell(f'<i class="ta-derived">{said}</i>' if row["derived"] else said, row["value"])


def restated(view: HistoryView) -> Block:
    """Where reports disagree on a year: the report of that year first, and what a later one says."""
    told = view.conflicts[view.conflicts["difference"].abs() >= LEAST]
    items = "".join(f"<li>{html.text(_restated(view, row))}</li>" for row in records(told))
    if not items:
        return NOTHING
    note = view.say("history.restated.note")
    return html.section("restated", view.say("history.restated"), f"<ul>{items}</ul>", note=note)


def _restated(view: HistoryView, row: Row) -> str:
    indicator = book()[row["code"]]
    reports = [view.corpus.row(row[name].rpartition(":")[0]) for name in ("figure_id", "other_figure_id")]
    periods = [words.period_label(report["period"], view.language) or report["report_id"] for report in reports]
    value, other = (
        words.quantity(float(row[name]), indicator.base_unit, view.language) for name in ("quantity", "other")
    )
    kind = "derived" if row["rule"] == "derived" else "same" if periods[0] == periods[1] else "line"
    return view.say(
        f"history.restated.{kind}", name=indicator.name(view.language), year=row["year"],
        first=periods[0], second=periods[1], value=value, other=other,
    )  # fmt: skip


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
        f"<h3>{html.text(words.period_label(row['period'], view.language) or row['report_id'])}</h3><ul>{''.join(f'<li>{html.text(said)}</li>' for said in found)}</ul>"
        for row, found in parts
        if found
    )
    return html.section("problems", view.say("history.problems"), body) if body else NOTHING
