"""``township build``: raw reports → tables."""

import json
from typing import TYPE_CHECKING, Any

import typer

from township_analysis.cli import common
from township_analysis.lang.labels import environment_language
from township_analysis.lang.visible import one_line

if TYPE_CHECKING:
    from township_analysis.store.model import Corpus


def command(raw: common.Raw = "", processed: common.Processed = "", as_json: common.Json = False) -> None:
    """Build the tables, tell what is in them, and list what was rejected."""
    from township_analysis.corpus import build
    from township_analysis.store.locate import find_processed, find_raw

    corpus = build(find_raw(raw), find_processed(processed), progress=common.progress(common.words("build.progress")))
    if as_json:
        common.say_json(_summary(corpus))
    else:
        _tell(corpus)
    raise typer.Exit(common.LISTED if len(corpus.rejects) else common.DONE)


def _summary(corpus: "Corpus") -> dict[str, Any]:
    counts = {table: len(getattr(corpus, table)) for table in ("reports", "figures", "skipped", "findings")}
    return {"processed": str(corpus.processed), "version": corpus.version, **counts, "rejects": rejects_of(corpus)}


def rejects_of(corpus: "Corpus") -> list[dict[str, Any]]:
    """The rejects with their details as values, their cause and what to do in words."""
    from township_analysis.store.messages import reject_message
    from township_analysis.store.model import records

    rows = [(row, reject_message(row, environment_language())) for row in records(corpus.rejects)]
    return [
        {**row, "details": json.loads(row["details"]), "cause": cause, "remedy": remedy}
        for row, (cause, remedy) in rows
    ]


def _tell(corpus: "Corpus") -> None:
    counts = {table: f"{len(getattr(corpus, table)):,}" for table in ("reports", "figures", "skipped", "rejects")}
    common.say(common.words("build.done", processed=corpus.processed, **counts))
    for row in rejects_of(corpus):
        said = {name: one_line(row[name]) for name in ("path", "cause", "remedy")}
        common.say(f"  {common.words('build.reject', **said)}")
