"""The parts of the overview of a corpus, in the order of the page: what notebooks/corpus-overview.ipynb calls."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.codebook import book
from township_analysis.lang.visible import one_line
from township_analysis.pages import html, plots, words
from township_analysis.pages.html import Block
from township_analysis.pages.view import (
    FEW,
    Cells,
    Row,
    View,
    in_order,
    number_cell,
    opened,
    percent_cell,
    places_of,
    report_link,
)  # fmt: skip
from township_analysis.store.messages import reject_message
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd

TO_CHECK = ("error", "warning")  # severities of findings


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
    reports = view.corpus.reports
    counts = {
        "reports": len(reports),
        "townships": places_of(reports).nunique(),
        "counties": reports["county"].nunique(),
        "figures": len(view.corpus.figures),
    }
    tiles = html.tiles((words.number(count), view.say(f"tile.{name}")) for name, count in counts.items())
    span = _span(reports["period"])
    kinds = [
        view.say("overview.kind", kind=words.value_label("doc_type", str(kind), view.language), count=count)
        for kind, count in reports["doc_type"].value_counts().items()
    ]
    said = view.say("overview.summary" if span else "overview.summary-undated", span=span, kinds=view.join(kinds))
    return view.top(view.say("overview.title"), tiles, html.paragraph(said))


def _span(periods: "pd.Series") -> str:
    """The first and the last year of some periods."""
    years = sorted({year for year in map(year_of, periods) if year})
    return "–".join(dict.fromkeys([years[0], years[-1]])) if years else ""


def year_of(period: Any) -> str | None:
    """The year that a period ends in.

    Example:
        >>> year_of("2023-H1"), year_of("2016/2020"), year_of(None)
        ('2023', '2020', None)
    """
    return period.rpartition("/")[2][:4] if isinstance(period, str) else None


def places(view: View) -> Block:
    """Which townships have a report for which year; each leads to its page."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in in_order(view.corpus.reports):
        said = report_link(row, words.value_label("doc_type", row["doc_type"], view.language))
        found.setdefault(_whose(row), {}).setdefault(year_of(row["period"]) or "", []).append(said)
    years = sorted({year for cells in found.values() for year in cells})
    rows = [
        [html.text(county), html.text(township), *("<br>".join(cells.get(year, [])) for year in years)]
        for (county, township), cells in found.items()
    ]
    heads = [*view.heads("county", "township"), *(year or view.say("overview.undated") for year in years)]
    return view.section("overview.places", html.table(heads, rows, grouped=True), view.say("overview.places.note"))


def _whose(row: Row) -> tuple[str, str]:
    """The county with what is above it, and the township; a report that does not say stands by itself."""
    return words.place_line({**row, "township": None}), row["township"] or row["title"] or row["report_id"]


def years(view: View) -> Block:
    """How many reports each year has, where there are enough years for a chart; the table above shows fewer."""
    dated = view.corpus.reports.assign(year=view.corpus.reports["period"].map(year_of, na_action="ignore"))
    counts = dated["year"].dropna().value_counts()
    if len(counts) < FEW:
        return Block("")
    note = view.say("overview.years.note", year=counts.index[0], count=counts.iloc[0])
    return view.section("overview.years", view.chart(plots.by_year, dated[dated["year"].notna()], note))


def domains(view: View) -> Block:
    """Which domains the reports put in numbers."""
    figures = view.corpus.figures
    counts = figures["domain"].value_counts()
    if len(counts) < FEW:
        return Block("")
    first, second = (words.domain_label(domain, view.language) for domain in counts.index[:2])
    share = f"{counts.iloc[:2].sum() / len(figures):.0%}"
    note = view.say("overview.domains.note", first=first, second=second, share=share)
    return view.section("profile.domains", view.chart(plots.by_domain, figures, note))


def coverage(view: View) -> Block:
    """Which indicators of the codebook the reports give, the most common first."""
    coded = view.corpus.figures.dropna(subset=["code", "value"])
    groups = sorted(coded.groupby("code"), key=lambda group: (-group[1]["report_id"].nunique(), group[0]))
    if not groups:
        return Block("")
    code, rows = groups[0]
    note = view.say(
        "overview.coverage.note", found=len(groups), known=len(book()), reports=len(view.corpus.reports),
        first=words.code_name(str(code), view.language), count=rows["report_id"].nunique(),
    )  # fmt: skip
    body = [_coverage_row(view, str(code), rows) for code, rows in groups]
    heads = view.heads("indicator", "domain", "reports", "share", "years", "unit")
    return view.section("overview.coverage", html.table(heads, body, numeric=[2, 3]), note)


def _coverage_row(view: View, code: str, rows: "pd.DataFrame") -> Cells:
    count, indicator = rows["report_id"].nunique(), book().get(code)
    return [
        html.text(words.code_name(code, view.language)),
        html.text(words.domain_label(rows["domain"].iloc[0], view.language)),
        number_cell(count),
        percent_cell(count, len(view.corpus.reports)),
        html.text(_span(rows["period"])),
        html.text(words.unit_label(indicator.base_unit, view.language) if indicator else ""),
    ]


def quality(view: View) -> Block:
    """How far the figures of each report can be trusted, at a glance."""
    figures = view.corpus.figures
    named, coded = (f"{figures[name].notna().sum() / max(len(figures), 1):.0%}" for name in ("indicator", "code"))
    rows = [_quality_row(view, row) for row in in_order(view.corpus.reports)]
    heads = view.heads("report", "figures", "named", "coded", "dated", "confidence", "findings", "notes")
    body = html.table(heads, rows, numeric=range(1, 7))
    return view.section("overview.quality", body, view.say("overview.quality.note", named=named, coded=coded))


def _quality_row(view: View, row: Row) -> Cells:
    figures, findings = (view.corpus.of(table, row["report_id"]) for table in ("figures", "findings"))
    confidence = figures["confidence"].mean() if figures["confidence"].notna().any() else None
    lacks = [name for name in ("township_code", "period") if row[name] is None]
    lacks += ["truncated"] if row["truncated"] else []
    return [
        report_link(row, words.report_name(row)),
        number_cell(len(figures)),
        *(percent_cell(int(figures[name].notna().sum()), len(figures)) for name in ("indicator", "code", "period")),
        number_cell(confidence, 2),
        number_cell(int(findings["severity"].isin(TO_CHECK).sum())),
        html.text(view.join([view.say(f"lack.{name}") for name in lacks])),
    ]


def rejects(view: View) -> Block:
    """The files that could not be read, and what to do."""
    language: Any = view.language
    rows = [
        [html.text(one_line(row["path"])), *(html.text(part) for part in reject_message(row, language))]
        for row in records(view.corpus.rejects)
    ]
    return view.section("site.rejects", html.table(view.heads("path", "cause", "remedy"), rows) if rows else "")
