"""What the pages of a run say around the notebooks' results: titles, notes, failures, the index."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from township_analysis.lang.labels import label
from township_analysis.lang.visible import one_line
from township_analysis.pages import html
from township_analysis.pages.index import Card, index_body
from township_analysis.pages.render import Frame, notebook_page, overview_page
from township_analysis.runs.execute import Outcome
from township_analysis.runs.manifest import Page
from township_analysis.store.messages import reject_message
from township_analysis.store.model import Corpus, records

ERROR_CHARACTERS = 120  # of an error, on a card


def page_of(outcome: Outcome, corpus: Corpus, started: datetime, last_good: str | None = None) -> str:
    """The page of one run; of a failed one with its parameters, its error, its place and how far it came.

    Args:
        outcome: What the run left.
        corpus: The tables that the notebooks read.
        started: When all of it began.
        last_good: For a failed run, when the last page that did not fail was made; it lies at `last_good_name`.
    """
    language = outcome.run.language or "zh"
    notes = [*_notes(corpus, started, language), label("page.seconds", language, seconds=f"{outcome.seconds:.1f}")]
    failure = _failure(outcome, last_good, language) if outcome.error else ""
    subtitle = str(outcome.notebook.metadata.get("title", outcome.run.notebook.stem))
    title = outcome.run.title or subtitle
    return notebook_page(
        outcome.notebook, Frame(title, subtitle, label("site.title", language), tuple(notes), language, failure)
    )


def last_good_name(name: str) -> str:
    """The file of the last page that did not fail, beside the one that did."""
    return f"{name}.last-good.html"


def index_page(pages: Sequence[Page], corpus: Corpus, started: datetime) -> str:
    """The index: a card for each page, and the files that could not be read."""
    language = pages[0].language if pages else "zh"
    failed = sum(page.ended != "ok" for page in pages)
    counts = {"site.summary-failed": failed, "site.summary-rejects": len(corpus.rejects)}
    summary = [
        label("site.summary", language, reports=len(corpus.reports), figures=f"{len(corpus.figures):,}"),
        *(label(key, language, count=count) for key, count in counts.items() if count),
    ]
    cards = [_card(page, corpus) for page in pages]
    body = index_body(cards, language, summary=" ".join(summary), below=_rejects(corpus, language))
    title = label("site.title", language)
    return overview_page(body, Frame(title, "", title, tuple(_notes(corpus, started, language)), language))


def _notes(corpus: Corpus, started: datetime, language: str) -> list[str]:
    time = started.strftime("%Y-%m-%d %H:%M")
    return [label("page.data", language, version=corpus.version), label("page.run", language, time=time)]


def _failure(outcome: Outcome, last_good: str | None, language: str) -> str:
    """What a page of failure begins with."""
    run, error = outcome.run, str(outcome.error)
    limit = {"timeout": run.timeout, "cell-timeout": run.cell_timeout}.get(outcome.ended, 0)
    parameters = "".join(
        f"<dt>{html.text(name)}</dt><dd>{html.text(repr(value))}</dd>" for name, value in run.parameters.items()
    )
    place = f"<p>{_say('failure.place', language)}</p><pre>{html.text(outcome.place)}</pre>" if outcome.place else ""
    return (
        f'<div class="failed"><h1>{_say("failure.title", language)}</h1>'
        f"<p>{_say(f'failure.{outcome.ended}', language, seconds=f'{limit:g}')} "
        f"{_say('failure.reached', language, done=outcome.done, cells=outcome.cells)}</p>"
        f"<dl>{parameters}</dl><p><b>{html.text(error.partition(chr(10))[0])}</b></p>{place}"
        f"{html.details(label('failure.details', language), f'<pre>{html.text(error)}</pre>')}"
        f"{_link(run.name, last_good, language)}</div>"
    )


def _link(name: str, last_good: str | None, language: str) -> str:
    if last_good is None:
        return f"<p>{_say('failure.never-good', language)}</p>"
    said = _say("failure.last-good", language, time=last_good[:16].replace("T", " "))
    return f'<p><a href="{quote(last_good_name(name))}">{said}</a></p>'


def _say(key: str, language: str, **values: object) -> str:
    return html.text(label(key, language, **values))


def _card(page: Page, corpus: Corpus) -> Card:
    about = corpus.row(page.reports[0]) if page.reports else None
    if page.error:
        said = label("site.failed", page.language, error=page.error[:ERROR_CHARACTERS])
        return Card(page.name, page.title, about, said, failed=True)
    if page.for_each != "report":
        return Card(page.name, page.title, about)
    figures = corpus.of("figures", page.reports[0])
    counts = {"figures": f"{len(figures):,}", "plans": int(figures["status"].eq("plan").sum())}
    return Card(page.name, page.title, about, label("site.card", page.language, **counts))


def _rejects(corpus: Corpus, language: Any) -> str:
    if not len(corpus.rejects):
        return ""
    rows = [
        [html.text(one_line(row["path"])), *(html.text(part) for part in reject_message(row, language))]
        for row in records(corpus.rejects)
    ]
    heads = [label(f"column.{name}", language) for name in ("path", "cause", "remedy")]
    return f"<h2>{_say('site.rejects', language)}</h2>{html.table(heads, rows)}"
