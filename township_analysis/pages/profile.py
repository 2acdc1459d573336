"""The parts of a report's profile, in the order of the page: what notebooks/township-profile.ipynb calls.

Every part takes a `View` and gives a Block of HTML, or an empty one where the report says nothing to it: a page has no
empty panels.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.errors import DataError
from township_analysis.lang.labels import label
from township_analysis.lang.tables import load_table
from township_analysis.pages import html, plots, style, words
from township_analysis.pages.html import Block
from township_analysis.pages.source import anchor_of, marked_text
from township_analysis.report.model import Report
from township_analysis.store.load import load
from township_analysis.store.model import Corpus, records
from township_analysis.text.keywords import keywords_by_role

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
PER_DOMAIN = 4  # headline figures of one domain
BARS = 16  # more bars than this are a table
FEW = 3  # fewer than this are a sentence, not a chart
FALLS = "下降|减少|降低|回落|下滑|负增长"  # in the name of a growth rate that is a fall
NOTICE = re.compile(r"^示例文本.*")  # the first line of a sample report says that it is one
SENTENCE_ENDS, HEADING = ("。", "；", ";", "！"), 30  # a line that is shorter and has no such end is a heading
FACTS = ("place", "township_code", "period", "plan_period", "doc_type", "published", "characters", "path", "url")


@dataclass(frozen=True)
class View:
    """One report of a corpus, seen in one language."""

    corpus: Corpus
    report: Report
    row: Row
    figures: "pd.DataFrame"
    language: str

    def say(self, key: str, **values: object) -> str:
        """A label in the view's language."""
        return label(key, self.language, **values)


def view(processed: str | Path = "", report_id: str = "", language: str = "zh") -> View:
    """A report of the tables, for the parts below.

    Args:
        processed: Folder of the tables; empty as in `township_analysis.load`.
        report_id: Empty means the first report.
        language: ``zh`` or ``en``: headings and notes; what the report says stays as it is.

    Raises:
        DataError: If there are no tables, no such report or no such language.
    """
    corpus = load(processed)
    label("role.plan", language)
    if not len(corpus.reports):
        raise DataError(
            f"There is no report in {corpus.processed}", remedy="run `township build` on a folder of reports"
        )
    report_id = report_id or corpus.reports["report_id"].iloc[0]
    row = corpus.row(report_id)
    return View(corpus, corpus.report(report_id), row, corpus.of("figures", report_id), language)


def identity(view: View) -> Block:
    """Whose report it is, for which period, what says so, and how much is in it."""
    row = view.row
    shown = {
        **row,
        "place": words.place_line(row) or None,
        "doc_type": words.value_label("doc_type", row["doc_type"], view.language),
        "characters": words.number(row["characters"]),
    }
    facts = "".join(
        f"<div><dt>{html.text(view.say(f'column.{name}'))}</dt><dd>{html.text(shown[name])}</dd></div>"
        for name in FACTS
        if shown[name] is not None
    )
    notes = "".join(f'<p class="{name}">{html.text(note)}</p>' for name, note in _notes(view))
    title = html.text(row["title"] or words.report_name(row))
    return Block(f'{html.style()}<h1>{title}</h1>{notes}{_tiles(view)}<dl class="ta-facts">{facts}</dl>')


def _notes(view: View) -> list[tuple[str, str]]:
    notice = NOTICE.match(view.report.text)
    evidence = view.row["place_evidence"]
    unsure = [name for name in ("township_code", "period") if view.row[name] is None]
    return [
        *([("ta-notice", notice[0])] if notice else []),
        *([("ta-notice", view.say("identity.truncated"))] if view.row["truncated"] else []),
        *(("ta-notice", view.say(f"identity.no-{name}")) for name in unsure),
        *([("ta-note", view.say("identity.evidence", evidence=evidence))] if evidence else []),
    ]


def _tiles(view: View) -> str:
    status = view.figures["status"].value_counts()
    counts = {
        "actual": status.get("actual", 0) + status.get("forecast", 0),
        "plan": status.get("plan", 0),
        "problems": len(_problem_sentences(view)),
        "skipped": len(view.corpus.of("skipped", view.report.report_id)),
    }
    tiles = [
        f"<div><b>{words.number(count)}</b><span>{html.text(view.say(f'tile.{name}'))}</span></div>"
        for name, count in counts.items()
    ]
    return f'<div class="ta-tiles">{"".join(tiles)}</div>'


def headline(view: View) -> Block:
    """The results for the township as a whole that come first in each domain, and all figures to open."""
    chosen = _headline_rows(view)
    if not chosen:
        return Block("")
    rows = [
        [_domain(view, row["domain"]), _name(view, row), _amount(view, row), html.text(row["period"]), _quoted(row)]
        for row in _once(chosen, "domain")
    ]
    body = html.table(_heads(view, "domain", "indicator", "value", "period", "surface"), rows, numeric=[2])
    return html.section(view.say("profile.headline"), body + _all_figures(view), note=view.say("profile.headline.note"))


def _headline_rows(view: View) -> list[Row]:
    figures = view.figures
    whole = figures["scope"].isin(["", "per-capita", "per-household"])
    level = figures["kind"].eq("level") & figures["status"].eq("actual") & figures["value"].notna()
    known = figures["indicator"].notna() & figures["role"].isin(["review", "other"])
    chosen = figures[figures["core"] & whole & level & known].assign(
        order=figures["domain"].map(_domain_order()).fillna(len(_domain_order())),
        coded=figures["code"].isna(),
        doubt=-figures["confidence"].fillna(0).astype(float).round(1),
    )
    best = chosen.sort_values(["order", "coded", "doubt", "start"]).drop_duplicates(["indicator"])
    return records(best.groupby("order").head(PER_DOMAIN).sort_values(["order", "start"]))


def _domain_order() -> dict[str, int]:
    return {row["domain"]: index for index, row in enumerate(load_table("domains"))}


def _all_figures(view: View) -> str:
    heads = _heads(view, "indicator", "value", "kind", "status", "period", "scope", "confidence", "surface")
    rows = [
        [
            _name(view, row, scope=False),
            _amount(view, row),
            *(html.text(words.value_label(name, row[name], view.language)) for name in ("kind", "status")),
            html.text(row["period"]),
            html.text(words.scope_label(row["scope"], view.language)),
            "" if row["confidence"] is None else f"{row['confidence']:.2f}",
            _quoted(row),
        ]
        for row in records(view.figures)
    ]
    return html.details(view.say("profile.all", count=len(rows)), html.table(heads, rows, numeric=[1, 6]))


def domains(view: View) -> Block:
    """Which domains the report puts in numbers."""
    figures = view.figures
    if figures["domain"].nunique() < FEW:
        return Block("")
    counts = figures["domain"].value_counts()
    first = words.domain_label(counts.index[0], view.language)
    note = view.say(
        "profile.domains.note", count=len(figures), domain=first, share=f"{counts.iloc[0] / len(figures):.0%}"
    )
    chart = style.svg_image(plots.by_domain(figures, view.language), note)
    return html.section(view.say("profile.domains"), chart, note=note)


def growth(view: View) -> Block:
    """Growth rates: a chart where there are enough, else a sentence."""
    figures = view.figures[view.figures["kind"].eq("growth") & view.figures["core"] & view.figures["value"].notna()]
    rates = figures[figures["unit"].isin(["%", "百分点"]) & figures["status"].ne("plan")]
    return _chart_or_sentence(view, rates.assign(quantity=rates["quantity"].fillna(_signed(rates))), "growth")


def _signed(rates: "pd.DataFrame") -> "pd.Series":
    """Values with the sign that the indicator's words give them, for rows without a quantity."""
    falls = rates["indicator"].fillna("").str.contains(FALLS)
    return rates["value"].where(~falls, -rates["value"])


def shares(view: View) -> Block:
    """Shares and rates of coverage: a chart where there are enough, else a sentence."""
    figures = view.figures
    parts = figures[
        figures["kind"].eq("share") & figures["core"] & figures["unit"].eq("%") & figures["status"].ne("plan")
    ]
    return _chart_or_sentence(view, parts[parts["value"].between(0, 100)], "shares")


def _chart_or_sentence(view: View, rows: "pd.DataFrame", name: str) -> Block:
    rows = rows[rows["indicator"].notna()].drop_duplicates(["indicator", "scope", "value"])
    if not len(rows):
        return Block("")
    heading = view.say(f"profile.{name}")
    if len(rows) < FEW:
        said = [f"{_name(view, row)} {_amount(view, row)}" for row in records(rows)]
        return html.section(heading, f"<p>{' · '.join(said)}</p>")
    best = rows.sort_values("confidence", ascending=False, kind="stable").head(BARS)
    chart = style.svg_image(getattr(plots, name)(best, view.language), heading)
    left = len(rows) - len(best)
    return html.section(heading, chart, note=view.say("profile.left-out", count=left) if left else "")


def targets(view: View) -> Block:
    """What the report promises in numbers."""
    figures = view.figures
    plans = records(figures[figures["status"].eq("plan") & figures["core"]])
    if not plans:
        return Block("")
    rows = [
        [
            _domain(view, row["domain"]),
            _name(view, row),
            _amount(view, row),
            html.text(row["period"]),
            _context(view, row),
        ]
        for row in _once(plans, "domain")
    ]
    body = html.table(_heads(view, "domain", "indicator", "value", "period", "sentence"), rows, numeric=[2])
    return html.section(view.say("profile.targets"), body, note=view.say("profile.targets.note", count=len(rows)))


def problems(view: View) -> Block:
    """The problems that the report names, in its own words."""
    sentences = _problem_sentences(view)
    if not sentences:
        return Block("")
    items = "".join(f"<li>{html.text(sentence)}</li>" for sentence in sentences)
    note = view.say("profile.problems.note", count=len(sentences))
    return html.section(view.say("profile.problems"), f"<ol>{items}</ol>", note=note)


def _problem_sentences(view: View) -> list[str]:
    report = view.report
    sections = {section.section_id for section in report.sections if section.role == "problems"}
    inside = [s for s in report.sentences if s.section_id in sections and not s.furniture]
    texts = [report.text[s.start : s.end].strip() for s in inside]
    return [text for text in texts if text.endswith(SENTENCE_ENDS) or len(text) > HEADING]


def keywords(view: View) -> Block:
    """The keywords of each part."""
    parts = keywords_by_role(view.report)
    if not parts:
        return Block("")
    rows = [
        [
            html.text(words.value_label("role", role, view.language)),
            " ".join(_chip(word, count) for word, count in found),
        ]
        for role, found in parts.items()
    ]
    heads = [view.say("column.role"), view.say("profile.keywords.words")]
    return html.section(view.say("profile.keywords"), html.table(heads, rows), note=view.say("profile.keywords.note"))


def _chip(word: str, count: int) -> str:
    return f'<span class="ta-chip">{html.text(word)}<i>{count}</i></span>'


def source(view: View) -> Block:
    """The report itself, its figures marked."""
    skipped = records(view.corpus.of("skipped", view.report.report_id))
    text = marked_text(view.report, records(view.figures), skipped, view.language)
    return html.section(view.say("profile.source"), text, note=view.say("profile.source.note"), anchor="source")


def _heads(view: View, *names: str) -> list[str]:
    return [view.say(f"column.{name}") for name in names]


def _once(rows: list[Row], name: str) -> list[Row]:
    """The rows with a value only where it differs from the row above."""
    above = [None, *(row[name] for row in rows)]
    return [{**row, name: "" if row[name] == before else row[name]} for row, before in zip(rows, above, strict=False)]


def _domain(view: View, domain: str | None) -> str:
    return "" if domain == "" else html.text(words.domain_label(domain, view.language))


def _name(view: View, row: Row, *, scope: bool = True) -> str:
    shown = row if scope else {**row, "scope": ""}
    return html.text(words.figure_name(shown, view.language))


def _amount(view: View, row: Row) -> str:
    return html.text(words.amount(row, view.language))


def _quoted(row: Row) -> str:
    """The figure as printed, which leads to its place in the text."""
    return f'<a href="#{anchor_of(row)}">{html.text(row["surface"])}</a>'


def _context(view: View, row: Row, around: int = 24) -> str:
    """Some of the sentence on both sides of the figure."""
    text, start, end = view.report.text, row["start"], row["end"]
    first, last = max(0, start - around), min(len(text), end + around)
    before, after = text[first:start].rpartition("\n")[2], text[end:last].partition("\n")[0]
    opens = "…" if len(before) == around and first else ""
    closes = "…" if len(after) == around else ""
    return f"{opens}{html.text(before)}{_quoted(row)}{html.text(after)}{closes}"
