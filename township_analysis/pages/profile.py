"""The parts of a report's profile, in the order of the page: what notebooks/township-profile.ipynb calls.

Every part takes a `ReportView` and gives a Block of HTML, or an empty one where the report says nothing to it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.lang.tables import load_table
from township_analysis.pages import html, plots, words
from township_analysis.pages.html import Block, Cell
from township_analysis.pages.source import anchor_of, marked_text
from township_analysis.pages.view import FEW, Cells, Row, View, number_cell, opened
from township_analysis.report.model import Report
from township_analysis.report.outline import ANSWERED
from township_analysis.store.model import records
from township_analysis.text.keywords import keywords_by_role, learn

if TYPE_CHECKING:
    import pandas as pd

PER_DOMAIN = 4  # headline figures of one domain
BARS = 16  # more bars than this are a table
FALLS = "下降|减少|降低|回落|下滑|负增长"  # in the name of a growth rate that is a fall
NOTICE = re.compile(r"^示例文本.*")  # the first line of a sample report says that it is one
SENTENCE_ENDS, HEADING = ("。", "；", ";", "！"), 30  # a line that is shorter and has no such end is a heading
FACTS = ("place", "township_code", "period", "plan_period", "doc_type", "published", "characters", "path", "url")


@dataclass(frozen=True)
class ReportView(View):
    """One report of a corpus, seen in one language."""

    report: Report
    row: Row
    figures: "pd.DataFrame"

    @property
    def source(self) -> str:
        """Where the figures of its charts come from: the report."""
        return str(self.row["title"] or words.report_name(self.row))


def view(processed: str | Path = "", report_id: str = "", language: str = "zh") -> ReportView:
    """A report of the tables, for the parts below.

    Args:
        processed: Folder of the tables; empty as in `township_analysis.load`.
        report_id: Empty means the first report.
        language: ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables, no such report or no such language.
    """
    corpus = opened(processed, language)
    report_id = report_id or corpus.reports["report_id"].iloc[0]
    row = corpus.row(report_id)
    return ReportView(corpus, language, corpus.report(report_id), row, corpus.of("figures", report_id))


def identity(view: ReportView) -> Block:
    """Whose report it is, for which period, what says so, and how much is in it."""
    row = view.row
    shown = {
        **row,
        "place": words.place_line(row) or None,
        "doc_type": words.value_label("doc_type", row["doc_type"], view.language),
        "characters": words.number(row["characters"]),
        **{name: words.period_label(row[name], view.language) or None for name in ("period", "plan_period")},
    }
    facts = [(view.say(f"column.{name}"), html.text(shown[name])) for name in FACTS if shown[name] is not None]
    evidence = row["place_evidence"]
    why = html.details(view.say("identity.evidence"), html.paragraph(evidence)) if evidence else ""
    notices = "".join(html.paragraph(notice, "ta-notice") for notice in _notices(view))
    return view.top(row["title"] or words.report_name(row), notices, _tiles(view), html.facts(facts), why)


def _notices(view: ReportView) -> list[str]:
    notice = NOTICE.match(view.report.text)
    unsure = [name for name in ("township_code", "period") if view.row[name] is None]
    return [
        *([notice[0]] if notice else []),
        *([view.say("identity.truncated")] if view.row["truncated"] else []),
        *(view.say(f"identity.no-{name}") for name in unsure),
    ]


def _tiles(view: ReportView) -> str:
    status = view.figures["status"].value_counts()
    counts = {
        "actual": status.get("actual", 0) + status.get("forecast", 0),
        "plan": status.get("plan", 0),
        "problems": len(problem_sentences(view.report)),
        "skipped": len(view.corpus.of("skipped", view.report.report_id)),
    }
    return html.tiles((words.number(count), view.say(f"tile.{name}")) for name, count in counts.items())


def headline(view: ReportView) -> Block:
    """The results for the township as a whole that come first in each domain, and all figures to open."""
    rows: list[Cells] = [
        [_domain(view, row), _named(view, row), *_measured(view, row), _period(view, row), _quoted(row)]
        for row in _headline_rows(view)
    ]
    heads = view.heads("domain", "indicator", "value", "unit", "period", "surface")
    body = html.table(heads, rows, numeric=[2], grouped=True) + _all_figures(view) if rows else ""
    return view.section("profile.headline", body, view.say("profile.headline.note"))


def _headline_rows(view: ReportView) -> list[Row]:
    figures = view.figures
    whole = figures["scope"].isin(["", "per-capita", "per-household"])
    whole &= figures["part_of"].isna() | figures["code"].notna()
    level = figures["kind"].eq("level") & figures["status"].eq("actual") & figures["value"].notna()
    known = figures["indicator"].notna() & figures["role"].isin(["review", "other"])
    order = {row["domain"]: index for index, row in enumerate(load_table("domains"))}
    chosen = figures[figures["core"] & whole & level & known].assign(
        order=figures["domain"].map(order).fillna(len(order)),
        uncoded=figures["code"].isna(),
        doubt=-figures["confidence"].fillna(0).astype(float).round(1),
    )
    best = chosen.sort_values(["order", "uncoded", "doubt", "start"]).drop_duplicates(["indicator"])
    return records(best.groupby("order").head(PER_DOMAIN).sort_values(["order", "start"]))


def _measured(view: ReportView, row: Row) -> tuple[Cell, str]:
    """Value and unit: in the base unit where the row has a code, else as the report has them."""
    if row["code"] is not None and row["quantity"] is not None:
        return view.amount(row["quantity"], row["base_unit"] or "", row["approx"])
    said, unit = words.amount_parts(row, view.language)
    return Cell(html.text(said), row["value"]), html.text(unit)


def _all_figures(view: ReportView) -> str:
    rows = [_every_cell(view, row) for row in records(view.figures)]
    heads = view.heads("indicator", "value", "unit", "kind", "status", "period", "scope", "confidence", "surface")
    return html.details(view.say("profile.all", count=len(rows)), html.table(heads, rows, numeric=[1, 7]))


def _every_cell(view: ReportView, row: Row) -> Cells:
    said, unit = words.amount_parts(row, view.language)
    return [
        html.text(words.figure_name({**row, "scope": ""}, view.language)),
        Cell(html.text(said), row["value"]),
        html.text(unit),
        *(html.text(words.value_label(name, row[name], view.language)) for name in ("kind", "status")),
        _period(view, row),
        html.text(words.scope_label(row["scope"], view.language)),
        number_cell(row["confidence"], 2),
        _quoted(row),
    ]


def domains(view: ReportView) -> Block:
    """Which domains the report puts in numbers."""
    figures = view.figures
    counts = figures["domain"].value_counts()
    if not len(counts):
        return Block("")
    first, share = words.domain_label(counts.index[0], view.language), f"{counts.iloc[0] / len(figures):.0%}"
    note = view.say("profile.domains.note", count=len(figures), domain=first, share=share)
    chart = len(counts) >= FEW
    return view.section(
        "profile.domains", view.chart(plots.by_domain, figures, note) if chart else html.paragraph(note)
    )


def growth(view: ReportView) -> Block:
    """Growth rates: a chart where there are enough, else a sentence."""
    figures = view.figures[view.figures["kind"].eq("growth") & view.figures["core"] & view.figures["value"].notna()]
    rates = figures[figures["unit"].isin(["%", "百分点"]) & figures["status"].ne("plan")]
    return _chart_or_sentence(view, rates.assign(quantity=_signed(rates)), "growth")


def _signed(rates: "pd.DataFrame") -> "pd.Series":
    """The rate with its sign; where the table has none yet, the indicator's words tell a fall."""
    fall = rates["indicator"].fillna("").str.contains(FALLS)
    return rates["quantity"].fillna(rates["value"].where(~fall, -rates["value"]))


def shares(view: ReportView) -> Block:
    """Shares and rates of coverage: a chart where there are enough, else a sentence."""
    figures = view.figures
    parts = figures[
        figures["kind"].eq("share") & figures["core"] & figures["unit"].eq("%") & figures["status"].ne("plan")
    ]
    return _chart_or_sentence(view, parts[parts["value"].between(0, 100)], "shares")


def _chart_or_sentence(view: ReportView, rows: "pd.DataFrame", name: str) -> Block:
    rows = rows[rows["indicator"].notna()].drop_duplicates(["indicator", "scope", "value"])
    if rows["value"].nunique() < FEW - 1:
        return view.section(
            f"profile.{name}", html.paragraph(view.join(_said(view, records(rows)))) if len(rows) else ""
        )
    best = rows.sort_values("confidence", ascending=False, kind="stable").head(BARS)
    left = len(rows) - len(best)
    chart = view.chart(getattr(plots, name), best, view.say(f"profile.{name}.note", count=len(best)))
    return view.section(f"profile.{name}", chart, view.say("profile.left-out", count=left) if left else "")


def _said(view: ReportView, rows: list[Row]) -> list[str]:
    """Names and what they come to, those that come to the same together."""
    same: dict[str, list[str]] = {}
    for row in rows:
        same.setdefault(words.amount(row, view.language), []).append(words.figure_name(row, view.language))
    return [f"{'、'.join(names)} {amount}" for amount, names in same.items()]


def targets(view: ReportView) -> Block:
    """What the report promises in numbers."""
    plans = records(view.figures[view.figures["status"].eq("plan") & view.figures["core"]])
    rows: list[Cells] = [
        [_domain(view, row), _named(view, row), *_measured(view, row), _period(view, row), _context(view, row)]
        for row in plans
    ]
    heads = view.heads("domain", "indicator", "value", "unit", "period", "sentence")
    body = html.table(heads, rows, numeric=[2], grouped=True) if rows else ""
    return view.section("profile.targets", body, view.say("profile.targets.note", count=len(rows)))


def problems(view: ReportView) -> Block:
    """The problems that the report names, in its own words."""
    found = problem_sentences(view.report)
    return view.section("profile.problems", html.bullets(found), view.say("profile.problems.note", count=len(found)))


def problem_sentences(report: Report) -> list[str]:
    """The sentences of the sections that name problems, without their headings and what will be done about them."""
    sections = {section.section_id for section in report.sections if section.role == "problems"}
    inside = [s for s in report.sentences if s.section_id in sections and not s.furniture]
    texts = [report.text[s.start : s.end].strip() for s in inside]
    whole = [text for text in texts if text.endswith(SENTENCE_ENDS) or len(text) > HEADING]
    return [text for text in whole if not ANSWERED.match(text)]


def keywords(view: ReportView) -> Block:
    """The keywords of each part, cut by the genre's dictionary and the user's own."""
    learn(_own_terms(view.corpus.processed))
    parts = [
        (words.value_label("role", role, view.language), " ".join(_chip(word, count) for word, count in found))
        for role, found in keywords_by_role(view.report).items()
    ]
    return view.section("profile.keywords", html.facts(parts) if parts else "", view.say("profile.keywords.note"))


def _own_terms(processed: Path) -> list[str]:
    """The words of data/tables/terms.csv beside the tables: one a line, below a line that says ``word``."""
    path = processed.parent / "tables" / "terms.csv"
    return path.read_text(encoding="utf-8-sig").split()[1:] if path.is_file() else []


def _chip(word: str, count: int) -> str:
    return f'<span class="ta-chip">{html.text(word)}<i>{count}</i></span>'


def source(view: ReportView) -> Block:
    """The report itself, its figures marked."""
    skipped = records(view.corpus.of("skipped", view.report.report_id))
    text = marked_text(view.report, records(view.figures), skipped, view.language)
    return view.section("profile.source", text, view.say("profile.source.note"))


def _domain(view: ReportView, row: Row) -> str:
    return html.text(words.domain_label(row["domain"], view.language))


def _period(view: ReportView, row: Row) -> str:
    return html.nowrap(words.period_label(row["period"], view.language))


def _named(view: ReportView, row: Row) -> str:
    """The indicator; where it has a code, the code's name, with the report's own name where that is another."""
    own, name = words.figure_name(row, view.language), words.code_name(row["code"], view.language)
    return html.text(own) if name in (None, own) else f'{html.text(name)}<br><small lang="zh">{html.text(own)}</small>'


def _quoted(row: Row) -> str:
    """The figure as printed, which leads to its place in the text."""
    return html.link(f"#{anchor_of(row)}", row["surface"])


def _context(view: ReportView, row: Row, around: int = 24) -> str:
    """Some of the sentence on both sides of the figure."""
    text, start, end = view.report.text, row["start"], row["end"]
    first, last = max(0, start - around), min(len(text), end + around)
    before, after = text[first:start].rpartition("\n")[2], text[end:last].partition("\n")[0]
    opens = "…" if len(before) == around and first else ""
    closes = "…" if len(after) == around else ""
    return f"{opens}{html.text(before)}{_quoted(row)}{html.text(after)}{closes}"
