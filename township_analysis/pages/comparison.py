"""The parts of the comparison of townships, in the order of the page: what notebooks/comparison.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.pages import html, plots, series, words
from township_analysis.pages.html import Block, Cell
from township_analysis.pages.view import (
    FEW,
    Cells,
    Row,
    View,
    chosen_codes,
    number_cell,
    opened,
    percent_cell,
    places_of,
)
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

MOST = 8  # indicators that are compared where none are chosen
TOTALS = {"money", "mass", "area"}  # dimensions of what is worth dividing by the population


@dataclass(frozen=True)
class ComparisonView(View):
    """Townships side by side.

    Attributes:
        values: A row a township and indicator: the newest value, or that of the year asked for (`series.values`), with
            ``head``, the value per head of the population of that year, where that makes sense.
        others: The same for the indicators that are not compared: one township alone gives them, or they are too many.
        townships: How many townships were asked for, whether they give a value or not.
    """

    values: "pd.DataFrame"
    others: "pd.DataFrame"
    townships: int


def view(
    processed: str | Path = "", county_code: str = "", codes: str = "", year: str = "", language: str = "zh"
) -> ComparisonView:
    """The townships of the tables, or of one county, for the parts below.

    Args:
        processed: Folder of the tables; empty as in `township_analysis.load`.
        county_code: The first six digits of its townships' codes; empty means all townships.
        codes: Codes of the codebook, parted by commas; empty means those that most townships give.
        year: Empty means the newest value of each township.
        language: ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables, no such county, code or language, or the year is none.
    """
    corpus, chosen = opened(processed, language), chosen_codes(codes)
    reports = corpus.reports[corpus.reports["township_code"].fillna("").str.startswith(str(county_code))]
    if not len(reports):
        raise DataError(f"There is no report of the county {county_code!r}", expected="the first six digits of a code")
    found = series.values(series.results(corpus), language)
    found = found[found["place"].isin(places_of(reports))]
    newest = _newest(found, str(year))
    shared = newest["code"].value_counts()
    usual = [code for code in shared.index if shared[code] > 1][:MOST]
    kept = newest["code"].isin(chosen or usual)
    return ComparisonView(corpus, language, newest[kept], newest[~kept & (not chosen)], places_of(reports).nunique())


def _newest(found: "pd.DataFrame", year: str) -> "pd.DataFrame":
    """One value a township and indicator, in the codebook's order, with ``head``."""
    if year and not year.isdecimal():
        raise DataError(f"The year {year!r} is none", expected="four digits, or nothing for the newest value")
    newest = found[found["year"].eq(int(year))] if year else found
    newest = newest.sort_values("year", kind="stable").drop_duplicates(["place", "code"], keep="last")
    order = {one.code: index for index, one in enumerate(book())}
    newest = newest.sort_values("code", key=lambda codes: codes.map(order), kind="stable")
    return newest.assign(head=newest["value"] / newest.apply(_divisor, axis=1, persons=series.persons(found)))


def _divisor(row: "pd.Series", persons: dict[tuple[str, int], float]) -> float:
    """The population of the value's township and year, if the value is a total that is worth dividing by it."""
    one = book()[row["code"]]
    divides = not one.per_head and TOTALS & set(one.dimensions)
    return persons.get((row["place"], row["year"]), float("nan")) if divides else float("nan")


def summary(view: ComparisonView) -> Block:
    """Which townships and indicators are compared, and of which years the values are."""
    heading, values = view.say("comparison.title"), view.values
    if not len(values):
        return view.top(heading, html.paragraph(view.say("comparison.none", townships=view.townships)))
    span = "–".join(dict.fromkeys([str(values["year"].min()), str(values["year"].max())]))
    counts = {"townships": values["place"].nunique(), "indicators": values["code"].nunique()}
    said = view.say("comparison.summary", all=view.townships, span=span, **counts)
    return view.top(heading, html.paragraph(said))


def charts(view: ComparisonView) -> Block:
    """Each indicator: dots where enough townships give it, else a sentence."""
    many = view.values.groupby("code")["place"].transform("size") >= FEW
    few = [_spread(view, records(rows)) for _, rows in view.values[~many].groupby("code", sort=False)]
    body = ""
    if many.any():
        note = view.say("comparison.dots", indicators=view.values[many]["code"].nunique())
        body = view.chart(plots.dots, view.values[many], note)
    return view.section("comparison.charts", body + html.bullets(few))


def _spread(view: ComparisonView, rows: list[Row]) -> str:
    """Highest and lowest in a sentence."""
    ordered = sorted(rows, key=lambda row: -row["value"])
    first, last = ordered[0], ordered[-1]
    high, low, gap = (
        words.quantity(value, first["unit"], view.language)
        for value in (first["value"], last["value"], first["value"] - last["value"])
    )
    names = [view.say("comparison.of-year", township=row["township"], year=row["year"]) for row in ordered]
    if len(rows) == 1:
        return view.say("comparison.one", name=first["name"], township=names[0], value=high)
    if high == low:
        return view.say("comparison.same", name=first["name"], value=high, townships=view.join(names))
    return view.say(
        "comparison.spread", name=first["name"], first=names[0], high=high, last=names[-1], low=low, gap=gap
    )


def ranks(view: ComparisonView) -> Block:
    """The order of the townships for each indicator, with the distance to the one before."""
    groups = [records(rows) for _, rows in view.values.groupby("code", sort=False)]
    rows = [cells for of_one in groups for cells in _ranked(view, of_one)]
    heads = view.heads("indicator", "rank", "township", "year", "value", "unit", "gap", "of-first", "head")
    body = html.table(heads, rows, numeric=[1, 4, 6, 7, 8], grouped=True) if rows else ""
    return view.section("comparison.ranks", body, view.say("comparison.ranks.note"))


def _ranked(view: ComparisonView, rows: list[Row]) -> list[Cells]:
    ordered = sorted(rows, key=lambda row: -row["value"])
    made: list[Cells] = []
    for row, before in zip(ordered, [None, *ordered], strict=False):
        gap = before["value"] - row["value"] if before else None
        head = None if row["head"] is None else float(f"{row['head']:.4g}")
        made.append([
            html.text(row["name"]),
            number_cell(1 + sum(other["value"] > row["value"] for other in ordered)),
            html.text(row["township"]),
            str(row["year"]),
            *view.amount(row["value"], row["unit"], row["approx"]),
            view.amount(gap, row["unit"])[0],
            percent_cell(row["value"], ordered[0]["value"]),
            Cell("") if head is None else number_cell(head),
        ])  # fmt: skip
    return made


def others(view: ComparisonView) -> Block:
    """What else the townships give, a row a value."""
    rows: list[Cells] = []
    for row in records(view.others.sort_values("township", kind="stable")):
        value, unit = view.amount(row["value"], row["unit"], row["approx"])
        rows.append([html.text(row["township"]), html.text(row["name"]), value, unit, str(row["year"])])
    heads = view.heads("township", "indicator", "value", "unit", "year")
    body = html.table(heads, rows, numeric=[2], grouped=True) if rows else ""
    return view.section("comparison.others", body, view.say("comparison.others.note"))
