"""``township export``: the tables for other tools."""

from pathlib import Path
from typing import Annotated

import typer

from township_analysis.cli import common


def command(
    file: Annotated[Path, typer.Argument(help=common.words("argument.export"))],
    processed: common.Processed = "",
    pages: Annotated[str, common.option("pages")] = "",
    as_json: common.Json = False,
) -> None:
    """Write the tables as a workbook, CSV, Stata, DuckDB or parquet file."""
    from township_analysis.lang.labels import environment_language
    from township_analysis.store.export import export
    from township_analysis.store.load import load

    corpus = load(processed)
    written = export(corpus, file, language=environment_language(), pages=pages or _pages())
    if as_json:
        common.say_json({"file": str(written), "bytes": written.stat().st_size})
    else:
        common.say(common.words("export.done", file=written, kilobytes=f"{written.stat().st_size / 1000:,.0f}"))


def _pages() -> Path | None:
    """The project's own pages, where there are any."""
    from township_analysis.store.locate import find_project

    project = find_project()
    pages = project / "reports" / "latest" if project else None
    return pages if pages is not None and pages.is_dir() else None
