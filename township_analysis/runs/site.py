"""A run's folder of pages with its overview, put in place as reports/latest."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from township_analysis.lang.labels import label
from township_analysis.lang.visible import one_line
from township_analysis.pages import html, words
from township_analysis.pages.render import Frame, notebook_page, overview_page
from township_analysis.runs.execute import Outcome
from township_analysis.store.messages import reject_message
from township_analysis.store.model import Corpus, records

LATEST = "latest"


def publish(outcomes: Sequence[Outcome], corpus: Corpus, out: Path, started: datetime) -> Path:
    """Write a new run folder, then let ``latest`` name it.

    Args:
        outcomes: What `execute_all` gave.
        corpus: The tables that the notebooks read.
        out: The folder of all runs.
        started: When the run began.

    Returns:
        latest/index.html. Until everything is written, ``latest`` is the run before.
    """
    out.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=out))
    try:
        for outcome in outcomes:
            _write(draft / f"{outcome.run.name}.html", page_of(outcome, corpus, started))
        _write(draft / "index.html", index_page(outcomes, corpus, started))
        draft.chmod(0o755)
        folder = draft.rename(_free(out, started))
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _point_latest(folder)
    return out / LATEST / "index.html"


def page_of(outcome: Outcome, corpus: Corpus, started: datetime) -> str:
    """The page of one run; of a failed one with its parameters, its error and how far it came."""
    language = _language(outcome.run.language)
    notes = [*_notes(corpus, started, language), label("page.seconds", language, seconds=f"{outcome.seconds:.1f}")]
    failure = _failure(outcome, language) if outcome.error else ""
    title = _title(outcome, corpus)
    frame = Frame(title, _notebook_title(outcome), label("site.title", language), tuple(notes), language, failure)
    return notebook_page(outcome.notebook, frame)


def index_page(outcomes: Sequence[Outcome], corpus: Corpus, started: datetime) -> str:
    """The overview: a card for each page, and the files that could not be read."""
    language = _language(outcomes[0].run.language if outcomes else "zh")
    cards = "".join(_card(outcome, corpus) for outcome in outcomes)
    summary = " ".join(_summary(outcomes, corpus, language))
    title = label("site.title", language)
    body = (
        f'<div class="ta"><h1>{html.text(title)}</h1><p class="ta-note">{html.text(summary)}</p>'
        f'<div class="cards">{cards}</div>{_rejects(corpus, language)}</div>'
    )
    return overview_page(body, Frame(title, "", title, tuple(_notes(corpus, started, language)), language))


def _summary(outcomes: Sequence[Outcome], corpus: Corpus, language: str) -> list[str]:
    failed = sum(outcome.error is not None for outcome in outcomes)
    counts = {"site.summary-failed": failed, "site.summary-rejects": len(corpus.rejects)}
    all_in_all = label("site.summary", language, reports=len(corpus.reports), figures=f"{len(corpus.figures):,}")
    return [all_in_all, *(label(key, language, count=count) for key, count in counts.items() if count)]


def _language(language: str) -> Literal["en", "zh"]:
    """An unknown language is the notebook's to complain about; its page of failure is in Chinese."""
    return "en" if language == "en" else "zh"


def _title(outcome: Outcome, corpus: Corpus) -> str:
    if outcome.run.report_id is None:
        return _notebook_title(outcome)
    return words.report_name(corpus.row(outcome.run.report_id))


def _notebook_title(outcome: Outcome) -> str:
    return str(outcome.notebook.metadata.get("title", outcome.run.notebook.stem))


def _notes(corpus: Corpus, started: datetime, language: str) -> list[str]:
    return [
        label("page.data", language, version=corpus.version),
        label("page.run", language, time=started.strftime("%Y-%m-%d %H:%M")),
    ]


def _failure(outcome: Outcome, language: str) -> str:
    """What a page of failure begins with."""
    parameters = "".join(
        f"<dt>{html.text(name)}</dt><dd>{html.text(repr(value))}</dd>" for name, value in outcome.run.parameters.items()
    )
    reached = label("failure.reached", language, done=outcome.done, cells=outcome.cells)
    return (
        f'<div class="failed"><h1>{html.text(label("failure.title", language))}</h1><p>{html.text(reached)}</p>'
        f"<dl>{parameters}</dl><p><b>{html.text(_first_line(outcome))}</b></p>"
        f"{html.details(label('failure.details', language), f'<pre>{html.text(outcome.error)}</pre>')}</div>"
    )


def _first_line(outcome: Outcome) -> str:
    return (outcome.error or "").partition("\n")[0]


def _card(outcome: Outcome, corpus: Corpus) -> str:
    language = _language(outcome.run.language)
    place, counts = "", ""
    if outcome.run.report_id is not None:
        row, figures = corpus.row(outcome.run.report_id), corpus.of("figures", outcome.run.report_id)
        place = words.place_line(row)
        plans = int(figures["status"].eq("plan").sum())
        counts = label("site.card", language, figures=f"{len(figures):,}", plans=plans)
    if outcome.error:
        failed = label("site.failed", language, error=_first_line(outcome)[:120])
        counts = f'<span class="error">{html.text(failed)}</span>'
    else:
        counts = f"<span>{html.text(counts)}</span>"
    return (
        f'<a class="card{" bad" if outcome.error else ""}" href="{_address(outcome.run.name)}">'
        f"<b>{html.text(_title(outcome, corpus))}</b><small>{html.text(place)}</small>{counts}</a>"
    )


def _address(name: str) -> str:
    from urllib.parse import quote

    return quote(f"{name}.html")


def _rejects(corpus: Corpus, language: Literal["en", "zh"]) -> str:
    if not len(corpus.rejects):
        return ""
    rows = [
        [html.text(one_line(row["path"])), *(html.text(part) for part in reject_message(row, language))]
        for row in records(corpus.rejects)
    ]
    heads = [label(f"column.{name}", language) for name in ("path", "cause", "remedy")]
    return f"<h2>{html.text(label('site.rejects', language))}</h2>{html.table(heads, rows)}"


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")


def _free(out: Path, started: datetime) -> Path:
    """A name for the run folder that no other has."""
    name = started.strftime("%Y-%m-%dT%H-%M-%S")
    names = [name, *(f"{name}-{index}" for index in range(2, 1000))]
    return next(out / name for name in names if not (out / name).exists())


def _point_latest(folder: Path) -> None:
    """Let ``latest`` be the run: a link that is renamed into place, or a copy where the system has no links."""
    latest, new = folder.parent / LATEST, folder.parent / f".{LATEST}-{os.getpid()}"
    try:
        new.symlink_to(folder.name, target_is_directory=True)
    except OSError:  # Windows without the right to make links
        shutil.copytree(folder, new)
    if latest.is_dir() and not latest.is_symlink():
        old = latest.rename(latest.with_name(f".old-{os.getpid()}"))
        new.rename(latest)
        shutil.rmtree(old)
    else:
        os.replace(new, latest)
