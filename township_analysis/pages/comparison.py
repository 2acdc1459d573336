"""The parts of the comparison of townships, in the order of the page: what notebooks/comparison.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.pages import html, plots, series, style, words
from township_analysis.pages.html import NOTHING, Block, Cell
from township_analysis.pages.view import (
    FEW,
    Row,
    View,
    chosen_codes,
    number_cell,
    opened,
    percent_cell,
    sentence,
    title,
)
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

MOST = 8  # indicators that are compared where none are chosen


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
    corpus = opened(processed, language)
    chosen, wanted = chosen_codes(codes), _year(year)
    found = series.values(series.results(corpus), language)
    reports = corpus.reports[corpus.reports["township_code"].fillna("").str.startswith(str(county_code))]
    if not len(reports):
        raise DataError(f"There is no report of the county {county_code!r}", expected="the first six digits of a code")
    found = found[found["report_id"].isin(reports["report_id"])]
    newest = found[found["year"].eq(wanted)] if wanted else found
    newest = _with_heads(newest.sort_values("year").drop_duplicates(["place", "code"], keep="last"), found)
    shared = newest["code"].value_counts()
    order = {one.code: index for index, one in enumerate(book())}
    usual = sorted((code for code in shared.index if shared[code] > 1), key=lambda code: (-shared[code], order[code]))
    newest = newest.sort_values("code", key=lambda codes: codes.map(order), kind="stable")
    kept = newest["code"].isin(chosen or usual[:MOST])
    return ComparisonView(
        corpus,
        language,
        newest[kept],
        newest[~kept & (not chosen)],
        reports["township_code"].fillna(reports["report_id"]).nunique(),
    )


def _year(year: str) -> int | None:
    if not year:
        return None
    if not str(year).isdecimal():
        raise DataError(f"The year {year!r} is none", expected="four digits, or nothing for the newest value")
    return int(year)


def _with_heads(newest: "pd.DataFrame", found: "pd.DataFrame") -> "pd.DataFrame":
    """A column ``head``: totals divided by the population of the same township and year; null for what is none."""
    import pandas as pd

    from township_analysis.codebook.panel import DENOMINATORS

    persons: dict[tuple[str, int], float] = {}
    for code in reversed(DENOMINATORS["capita"]):
        persons |= found[found["code"].eq(code)].set_index(["place", "year"])["value"].to_dict()
    below = [persons.get((row["place"], row["year"])) if _is_total(row["code"]) else None for row in records(newest)]
    return newest.assign(head=newest["value"] / pd.Series(below, index=newest.index, dtype="float64"))


def _is_total(code: str) -> bool:
    indicator = book()[code]
    return not indicator.per_head and {"money", "mass", "area"} & set(indicator.dimensions) != set()


def summary(view: ComparisonView) -> Block:
    """Which townships and indicators are compared, and of which years the values are."""
    heading = view.say("comparison.title")
    if not len(view.values):
        return title(view, heading, sentence(view.say("comparison.none", townships=view.townships)))
    years = sorted(view.values["year"])
    span = "–".join(dict.fromkeys([str(years[0]), str(years[-1])]))
    said = view.say(
        "comparison.summary", townships=view.values["place"].nunique(), all=view.townships,
        indicators=view.values["code"].nunique(), span=span,
    )  # fmt: skip
    return title(view, heading, sentence(said))


def charts(view: ComparisonView) -> Block:
    """Each indicator: dots where enough townships give it, else a sentence."""
    if not len(view.values):
        return NOTHING
    counts = view.values.groupby("code")["place"].transform("size")
    many, few = view.values[counts >= FEW], view.values[counts < FEW]
    said = [_spread(view, records(rows)) for _, rows in few.groupby("code", sort=False)]
    body = ""
    if len(many):
        caption = view.say("comparison.dots", indicators=many["code"].nunique())
        body = style.picture(lambda width: plots.dots(many, view.language, source=view.source(), width=width), caption)
    body += f"<ul>{''.join(f'<li>{html.text(line)}</li>' for line in said)}</ul>" if said else ""
    return html.section("charts", view.say("comparison.charts"), body)


def _spread(view: ComparisonView, rows: list[Row]) -> str:
    """Highest and lowest in a sentence."""
    ordered = sorted(rows, key=lambda row: -row["value"])
    first, last = ordered[0], ordered[-1]
    amounts = [words.quantity(row["value"], row["unit"], view.language) for row in (first, last)]
    names = [
        f"{row['township']} ({row['year']})" if view.language == "en" else f"{row['township']}（{row['year']} 年）"
        for row in (first, last)
    ]
    if len(rows) == 1:
        return view.say("comparison.one", name=first["name"], township=names[0], value=amounts[0])
    if first["value"] == last["value"]:
        return view.say(
            "comparison.same",
            name=first["name"],
            value=amounts[0],
            townships=view.join([row["township"] for row in rows]),
        )
    gap = words.quantity(first["value"] - last["value"], first["unit"], view.language)
    return view.say(
        "comparison.spread", name=first["name"], first=names[0], high=amounts[0], last=names[1], low=amounts[1], gap=gap
    )


def ranks(view: ComparisonView) -> Block:
    """The order of the townships for each indicator, with the distance to the one before."""
    rows = [cells for _, of_one in view.values.groupby("code", sort=False) for cells in _ranked(view, records(of_one))]
    if not rows:
        return NOTHING
    names = html.once([str(row[0]) for row in rows])
    heads = view.heads("indicator", "rank", "township", "year", "value", "unit", "gap", "of-first", "head")
    body = html.table(heads, [[name, *row[1:]] for name, row in zip(names, rows, strict=True)], numeric=[1, 4, 6, 7, 8])
    return html.section("ranks", view.say("comparison.ranks"), body, note=view.say("comparison.ranks.note"))


def _ranked(view: ComparisonView, rows: list[Row]) -> list[list[str | Cell]]:
    ordered = sorted(rows, key=lambda row: -row["value"])
    made: list[list[str | Cell]] = []
    for index, row in enumerate(ordered):
        rank = 1 + sum(other["value"] > row["value"] for other in ordered)
        gap = ordered[index - 1]["value"] - row["value"] if index else None
        made.append([
            html.text(row["name"]), number_cell(rank), html.text(row["township"] or row["place"]), str(row["year"]),
            _quantity(view, row["value"], row["unit"]), html.text(words.unit_label(row["unit"], view.language)),
            _quantity(view, gap, row["unit"]), percent_cell(row["value"], ordered[0]["value"]),
            Cell("") if row["head"] is None else Cell(words.number(float(f"{row['head']:.4g}")), row["head"]),
        ])  # fmt: skip
    return made


def others(view: ComparisonView) -> Block:
    """What else the townships give, a row a value."""
    rows = [
        [
            html.text(row["township"]),
            html.text(row["name"]),
            _quantity(view, row["value"], row["unit"]),
            html.text(words.unit_label(row["unit"], view.language)),
            str(row["year"]),
        ]
        for row in records(view.others.sort_values("township", kind="stable"))
    ]
    if not rows:
        return NOTHING
    for row, name in zip(rows, html.once([str(row[0]) for row in rows]), strict=True):
        row[0] = name
    body = html.table(view.heads("township", "indicator", "value", "unit", "year"), rows, numeric=[2])
    return html.section("others", view.say("comparison.others"), body, note=view.say("comparison.others.note"))


def _quantity(view: View, value: float | None, unit: str) -> Cell:
    return Cell("") if value is None else Cell(words.quantity_parts(value, unit, view.language)[0], value)
