"""The panel: township × year × indicator, each cell with the figures that it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, Protocol

import pandas as pd

from township_analysis.codebook.book import Book, book
from township_analysis.codebook.derived import earlier_values
from township_analysis.codebook.periods import end_of, year_of
from township_analysis.errors import DataError

Row = dict[str, Any]
# What a value is divided by: the indicators that may be the denominator, the first that a township has.
DENOMINATORS = {
    "capita": ("population.persons", "population.resident", "population.registered"),
    "household": ("population.households",),
    "village": ("admin.villages",),
}
SCOPES = ("", "per-capita")
KEY = ["township", "year", "code"]
LONG = [
    *("township", "township_name", "year", "code", "name", "quantity", "base_unit", "approx", "derived"),
    *("period", "report_id", "figure_id", "figure_ids", "surface", "sentence"),
]
# The rule for several values of a cell, in its order: the first column in which two differ decides.
RULE = ("derived", "hedged", "prose", "later", "earlier_in_text")


class Tables(Protocol):
    """What a panel is made from: a corpus, or anything with its tables."""

    @property
    def reports(self) -> pd.DataFrame:
        """The reports table."""

    @property
    def figures(self) -> pd.DataFrame:
        """The figures table."""


class Panel(pd.DataFrame):
    """A frame of cells that remembers every value that there was for them (``candidates``)."""

    _metadata = ["candidates"]  # noqa: RUF012
    candidates: pd.DataFrame

    @property
    def _constructor(self) -> type["Panel"]:
        return Panel


def panel(
    corpus: Tables,
    codes: Sequence[str] | None = None,
    status: str | Sequence[str] = "actual",
    periods: Literal["year", "all"] = "year",
    per: str | None = None,
    form: Literal["wide", "long"] = "wide",
    codebook: Book | None = None,
) -> Panel:
    """The figures of a corpus as a panel that townships can be compared in.

    A cell is a core figure of the township as a whole (or per head): a level, of a rate its share. Where a report gives
    a level and its growth, the value of the year before is filled in (``derived``) if no report gives it. Where there
    are several values, one rule decides: given before derived, exact before hedged, in a table before in prose, the
    report of that year before a later one, the last in the text.

    Args:
        corpus: The tables.
        codes: Which indicators, in this order; None means all that occur, in the codebook's order.
        status: ``actual``, ``plan``, ``forecast``, or several of them.
        periods: ``year``: values of years, by the year in which the period ends; ``all``: half-years, quarters, months
            and spans as well, by the period itself.
        per: ``capita``, ``household`` or ``village``: divide what is no average by itself by the township's own
            population, households or villages of the same year.
        form: ``wide``: index (township, year), a column a code; ``long``: a row a cell, with unit and source.
        codebook: Another than the package's.

    Returns:
        Quantities in base units. ``township`` is the nine-digit code, or the report_id where there is none.

    Raises:
        DataError: If a code is not in the codebook, or an argument has no such value.

    Example:
        >>> panel(load(), ["population.households", "agri.grain_output"]).loc[("522627112", 2019), "agri.grain_output"]
        4750.0
    """
    known = codebook or book()
    _expect(known, codes, periods, per, form)
    statuses = {status} if isinstance(status, str) else set(status)
    found = _frame(_candidates(corpus, known, statuses, periods))
    cells = found[found["chosen"]]
    if per:
        cells = _divided(cells, per, known)
    if codes is not None:
        cells, found = cells[cells["code"].isin(codes)], found[found["code"].isin(codes)]
    order = list(codes) if codes is not None else [one.code for one in known if one.code in set(cells["code"])]
    made = Panel(_long(cells, order) if form == "long" else _wide(cells, order))
    made.candidates = found.reset_index(drop=True)
    return made


def trace(made: Panel, township: str, code: str, year: int | str) -> pd.DataFrame:
    """Every value that there was for a cell of a panel, the chosen first, each with its figure_ids, text and place.

    Raises:
        DataError: If the panel has no such cell.

    Example:
        >>> trace(made, "522627112", "agri.grain_output", 2019)["figure_ids"].tolist()
        [['zhulin-2019:5120']]
    """
    all_values = _candidates_of(made)
    cell = (all_values["township"] == township) & (all_values["code"] == code) & (all_values["year"] == year)
    if not cell.any():
        raise DataError(f"The panel has no value of {code} for {township} in {year}", expected="a cell with a value")
    return all_values[cell].sort_values("chosen", ascending=False, kind="stable").reset_index(drop=True)


def conflicts(made: Panel) -> pd.DataFrame:
    """The cells of a panel for which there were several values, a row each value that was not taken.

    Returns:
        township, year, code, quantity (taken), other, difference (of the taken one, in %; 0 where they agree), rule
        (what decided), figure_id, other_figure_id.

    Example:
        >>> conflicts(made).query("difference != 0")["code"].tolist()
        ['agri.pigs_stock']
    """
    every = _candidates_of(made)
    taken = every[every["chosen"]].set_index(KEY)
    rows = [_conflict(taken.loc[tuple(row[name] for name in KEY)], row) for row in _rows(every[~every["chosen"]])]
    names = [*KEY, "quantity", "other", "difference", "rule", "figure_id", "other_figure_id"]
    return pd.DataFrame(rows, columns=names)


def _expect(known: Book, codes: Sequence[str] | None, periods: str, per: str | None, form: str) -> None:
    if missing := [code for code in codes or () if code not in known]:
        raise DataError(
            f"There is no indicator {', '.join(missing)}", remedy="`township codebook TERM` looks an indicator up"
        )
    for name, value, allowed in (
        ("periods", periods, ("year", "all")), ("per", per or "capita", DENOMINATORS), ("form", form, ("wide", "long")),
    ):  # fmt: skip
        if value not in allowed:
            raise DataError(f"{name}={value!r} is not known", expected=", ".join(allowed))


def _candidates(corpus: Tables, known: Book, statuses: set[str], periods: str) -> Iterator[Row]:
    reports = {row["report_id"]: row for row in _rows(corpus.reports)}
    told = corpus.figures["code"].notna() & corpus.figures["core"] & corpus.figures["status"].isin(statuses)
    for report_id, group in corpus.figures[told].sort_values(["report_id", "start"]).groupby("report_id", sort=False):
        rows = [row for row in _rows(group) if row["code"] in known and row["scope"] in SCOPES and row["period"]]
        for row in rows:
            if _is_value(row, known):
                yield from _placed(row, reports[report_id], known, periods)
        for level, move, value in earlier_values(rows) if periods == "year" else ():
            yield from _derived(level, move, value, reports[report_id], known)


def _is_value(row: Row, known: Book) -> bool:
    """A level in the indicator's unit; of a rate, its share."""
    one = known[row["code"]]
    kinds = ("level", "share") if one.statistic == "rate" and "ratio" in one.dimensions else ("level",)
    return row["kind"] in kinds and row["quantity"] is not None and row["base_unit"] == one.base_unit


def _placed(row: Row, report: Row, known: Book, periods: str) -> Iterator[Row]:
    year = row["period"] if periods == "all" else year_of(row["period"], known[row["code"]].statistic)
    if year is not None:
        yield _candidate(row, report, known, year)


def _derived(level: Row, move: Row, value: float, report: Row, known: Book) -> Iterator[Row]:
    year = year_of(level["period"], known[level["code"]].statistic)
    if year is not None and _is_value(level, known):
        made = _candidate(level, report, known, year - 1)
        yield made | {"quantity": value, "derived": True, "figure_ids": [level["figure_id"], move["figure_id"]]}


def _candidate(row: Row, report: Row, known: Book, year: int | str) -> Row:
    own = str(report["period"] or "")
    return {
        "township": report["township_code"] or row["report_id"],
        "township_name": report["township"] or report["title"] or row["report_id"],
        "year": year,
        "name": known[row["code"]].name_zh,
        "derived": False,
        "figure_ids": [row["figure_id"]],
        "hedged": row["approx"] != "exact",
        "prose": "\t" not in row["sentence"],
        "later": "" if end_of(own) == str(year) else own or "9999",
        "earlier_in_text": -row["start"],
        **{name: row[name] for name in ("code", "quantity", "base_unit", "approx", "period", "report_id", "figure_id")},
        **{name: row[name] for name in ("surface", "sentence")},
    }


def _frame(candidates: Iterable[Row]) -> pd.DataFrame:
    """The candidates with the one taken for each cell marked: the first by the rule."""
    frame = pd.DataFrame(list(candidates), columns=[*LONG, *RULE[1:]])
    frame = frame.sort_values([*KEY, *RULE], kind="stable").reset_index(drop=True)
    return frame.assign(chosen=~frame.duplicated(KEY))


def _wide(cells: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    wide = cells.pivot(index=["township", "year"], columns="code", values="quantity")
    wide = wide.reindex(columns=order).astype("float64").sort_index()
    wide.columns.name = None
    return wide


def _long(cells: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    places = {code: place for place, code in enumerate(order)}
    keyed = cells.assign(place=cells["code"].map(places)).sort_values(["township", "year", "place"])
    return keyed[LONG].reset_index(drop=True)


def _divided(cells: pd.DataFrame, per: str, known: Book) -> pd.DataFrame:
    """The cells divided by their township's denominator of the same year; what is an average already stays."""
    below: dict[tuple[Any, Any], float] = {}
    for code in reversed(DENOMINATORS[per]):
        found = cells[cells["code"] == code]
        below |= dict(zip(zip(found["township"], found["year"], strict=True), found["quantity"], strict=True))
    rows = []
    for row in _rows(cells[~cells["code"].isin(DENOMINATORS[per])]):
        bottom = below.get((row["township"], row["year"]))
        if known[row["code"]].per_head:
            rows.append(row)
        elif bottom:
            rows.append(row | {"quantity": row["quantity"] / bottom})
    return pd.DataFrame(rows, columns=cells.columns)


def _conflict(taken: pd.Series, other: Row) -> Row:
    difference = (other["quantity"] - taken["quantity"]) / taken["quantity"] * 100 if taken["quantity"] else None
    rule = next((name for name in RULE if taken[name] != other[name]), RULE[-1])
    return {
        **{name: other[name] for name in KEY}, "quantity": taken["quantity"], "other": other["quantity"],
        "difference": difference, "rule": rule, "figure_id": taken["figure_id"], "other_figure_id": other["figure_id"],
    }  # fmt: skip


def _candidates_of(made: Panel) -> pd.DataFrame:
    found = getattr(made, "candidates", None)
    if found is None:
        raise DataError("This frame is no panel any more", remedy="give what township_analysis.panel() returned")
    return found


def _rows(frame: pd.DataFrame) -> list[Row]:
    plain = frame.astype("object").where(frame.notna(), None)
    return [{str(name): cell for name, cell in row.items()} for row in plain.to_dict("records")]
