"""The parts of the overview of a corpus, in the order of the page: what notebooks/corpus-overview.ipynb calls."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.codebook import book
from township_analysis.lang.visible import one_line
from township_analysis.pages import html, plots, style, words
from township_analysis.pages.html import NOTHING, Block, Cell
from township_analysis.pages.view import (
    FEW, Row, View, in_order, number_cell, opened, percent_cell, report_link, sentence, title,
)  # fmt: skip
from township_analysis.store.messages import reject_message
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

SEVERITIES = ("error", "warning")


def view(processed: str | Path = "", language: str = "zh") -> View:
    """The tables, for the parts below.

    Args:
        processed: Their folder; empty as in `township_analysis.load`.
        language: ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables, no reports in them or no such language.
    """
    return View(opened(processed, language), language)


def summary(view: View) -> Block:
    """How many reports there are, where from, for which years and of which kinds."""
    reports, corpus = view.corpus.reports, view.corpus
    counts = {
        "reports": len(reports),
        "townships": reports["township_code"].nunique() + int(reports["township_code"].isna().sum()),
        "counties": reports["county"].nunique(),
        "figures": len(corpus.figures),
    }
    tiles = html.tiles((words.number(count), view.say(f"tile.{name}")) for name, count in counts.items())
    years = sorted(year for year in map(year_of, reports["period"]) if year)
    span = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    kinds = [
        view.say("overview.kind", kind=words.value_label("doc_type", kind, view.language), count=count)
        for kind, count in reports["doc_type"].value_counts().items()
    ]
    said = view.say("overview.summary" if span else "overview.summary-undated", span=span, kinds=view.join(kinds))
    return title(view, view.say("overview.title"), tiles, sentence(said))


def year_of(period: Any) -> str | None:
    """The year that a period ends in.

    Example:
        >>> year_of("2023-H1"), year_of("2016/2020"), year_of(None)
        ('2023', '2020', None)
    """
    return period.rpartition("/")[2][:4] if isinstance(period, str) else None


def places(view: View) -> Block:
    """Which townships have a report for which year; each leads to its page."""
    rows = in_order(view.corpus.reports)
    years = sorted({year_of(row["period"]) or "" for row in rows})
    made: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        said = words.value_label("doc_type", row["doc_type"], view.language)
        cells = made.setdefault(_whose(row), {})
        cells.setdefault(year_of(row["period"]) or "", []).append(report_link(row, said))
    keys = list(made)
    counties = html.once([html.text(county) for county, _ in keys])
    body = [
        [county, html.text(township), *("<br>".join(made[county_name, township].get(year, [])) for year in years)]
        for county, (county_name, township) in zip(counties, keys, strict=True)
    ]
    heads = [*view.heads("county", "township"), *(year or view.say("overview.undated") for year in years)]
    return html.section(
        "places", view.say("overview.places"), html.table(heads, body), note=view.say("overview.places.note")
    )


def _whose(row: Row) -> tuple[str, str]:
    """The county with what is above it, and the township; a report that does not say stands by itself."""
    above = words.place_line({**row, "township": None})
    return above, row["township"] or row["title"] or row["report_id"]


def years(view: View) -> Block:
    """How many reports each year has, where there are enough years for a chart; the table above shows fewer."""
    dated = view.corpus.reports.assign(year=view.corpus.reports["period"].map(year_of, na_action="ignore"))
    dated = dated[dated["year"].notna()]
    if dated["year"].nunique() < FEW:
        return NOTHING
    counts = dated["year"].value_counts()
    caption = view.say("overview.years.note", year=counts.index[0], count=counts.iloc[0])
    chart = style.picture(lambda width: plots.by_year(dated, view.language, source=view.source(), width=width), caption)
    return html.section("years", view.say("overview.years"), chart)


def domains(view: View) -> Block:
    """Which domains the reports put in numbers."""
    figures = view.corpus.figures
    counts = figures["domain"].value_counts()
    if len(counts) < FEW:
        return NOTHING
    note = view.say(
        "overview.domains.note",
        first=words.domain_label(counts.index[0], view.language),
        second=words.domain_label(counts.index[1], view.language),
        share=f"{counts.iloc[:2].sum() / len(figures):.0%}",
    )
    chart = style.picture(
        lambda width: plots.by_domain(figures, view.language, source=view.source(), width=width), note
    )
    return html.section("domains", view.say("profile.domains"), chart)


def coverage(view: View) -> Block:
    """Which indicators of the codebook the reports give, the most common first."""
    figures = view.corpus.figures
    coded = figures[figures["code"].notna() & figures["value"].notna()]
    if not len(coded):
        return NOTHING
    groups = sorted(coded.groupby("code"), key=lambda group: (-group[1]["report_id"].nunique(), group[0]))
    rows = [_coverage_row(view, str(code), rows) for code, rows in groups]
    most, reports = groups[0], len(view.corpus.reports)
    note = view.say(
        "overview.coverage.note", found=len(groups), known=len(book()), reports=reports,
        first=words.code_name(str(most[0]), view.language), count=most[1]["report_id"].nunique(),
    )  # fmt: skip
    heads = view.heads("indicator", "domain", "reports", "share", "years", "unit")
    body = html.table(heads, rows, numeric=[2, 3])
    return html.section("coverage", view.say("overview.coverage"), body, note=note)


def _coverage_row(view: View, code: str, rows: "pd.DataFrame") -> list[str | Cell]:
    count = rows["report_id"].nunique()
    years = sorted({year for year in map(year_of, rows["period"]) if year})
    units = [unit for unit in rows["base_unit"].dropna().unique() if unit != "%"] or ["%"]
    return [
        html.text(words.code_name(code, view.language)),
        html.text(words.domain_label(rows["domain"].iloc[0], view.language)),
        number_cell(count),
        percent_cell(count, len(view.corpus.reports)),
        html.text("–".join(dict.fromkeys([years[0], years[-1]])) if years else ""),
        html.text(words.unit_label(units[0], view.language)),
    ]


def quality(view: View) -> Block:
    """How far the figures of each report can be trusted, at a glance."""
    figures = view.corpus.figures
    whole = len(figures)
    named, coded = int(figures["indicator"].notna().sum()), int(figures["code"].notna().sum())
    rows = [_quality_row(view, row) for row in in_order(view.corpus.reports)]
    heads = view.heads("report", "figures", "named", "coded", "dated", "confidence", "findings", "notes")
    note = view.say("overview.quality.note", named=f"{named / max(whole, 1):.0%}", coded=f"{coded / max(whole, 1):.0%}")
    body = html.table(heads, rows, numeric=[1, 2, 3, 4, 5, 6])
    return html.section("quality", view.say("overview.quality"), body, note=note)


def _quality_row(view: View, row: Row) -> list[str | Cell]:
    figures, findings = (view.corpus.of(table, row["report_id"]) for table in ("figures", "findings"))
    shares = [percent_cell(int(figures[name].notna().sum()), len(figures)) for name in ("indicator", "code", "period")]
    confidence = figures["confidence"].mean() if figures["confidence"].notna().any() else None
    return [
        report_link(row, words.report_name(row)),
        number_cell(len(figures)),
        *shares,
        number_cell(confidence, 2),
        number_cell(int(findings["severity"].isin(SEVERITIES).sum())),
        html.text(view.join(_lacks(view, row))),
    ]


def _lacks(view: View, row: Row) -> list[str]:
    lacks = [name for name in ("township_code", "period") if row[name] is None]
    return [view.say(f"lack.{name}") for name in [*lacks, *(["truncated"] if row["truncated"] else [])]]


def rejects(view: View) -> Block:
    """The files that could not be read, and what to do."""
    rejected = records(view.corpus.rejects)
    if not rejected:
        return NOTHING
    language: Any = view.language
    rows = [
        [html.text(one_line(row["path"])), *(html.text(part) for part in reject_message(row, language))]
        for row in rejected
    ]
    return html.section("rejects", view.say("site.rejects"), html.table(view.heads("path", "cause", "remedy"), rows))
