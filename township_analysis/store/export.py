"""Tables for other tools: a workbook, CSV, Stata, DuckDB, parquet."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import fields as fields_of
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from township_analysis.codebook import Indicator, book
from township_analysis.errors import DataError
from township_analysis.fields import TABLES
from township_analysis.store.cells import safe_cell
from township_analysis.store.model import Corpus

if TYPE_CHECKING:
    import pandas as pd

_STATA_LABEL = 80  # characters of a variable's label
_CODEBOOK = tuple(f.name for f in fields_of(Indicator) if f.name not in ("pattern", "unlike", "context", "not_context"))


def export(corpus: Corpus, path: str | Path, *, language: str = "zh", pages: str | Path | None = None) -> Path:
    """Write what a tool reads best, told by the file's ending.

    Args:
        corpus: The tables.
        path: ``.xlsx``: a workbook with sheets for panel, figures, findings, reports and codebook. ``.csv`` and
            ``.parquet``: the panel, a row a cell with its source. ``.dta``: the panel, a row a township and year, with
            labels. ``.duckdb``: every table, panel and codebook. A file that is there is replaced.
        language: Of labels and heads, ``zh`` or ``en``.
        pages: Folder of the pages that a workbook's figures are linked to.

    Raises:
        DataError: If there is no such format, or nothing to write.

    Example:
        >>> export(load(), "townships.dta").name
        'townships.dta'
    """
    target = Path(path).expanduser()
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        raise DataError(f"{target.name} is of no format that can be written", expected=", ".join(_WRITERS))
    if not target.parent.is_dir():
        raise DataError(f"There is no folder {target.parent}", remedy="make it, or name another")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as folder:
        draft = Path(folder) / target.name
        writer(corpus, draft, language, os.path.relpath(pages, target.parent) if pages else "")
        os.replace(draft, target)
    return target


def panel_frame(corpus: Corpus, form: Literal["wide", "long"]) -> "pd.DataFrame":
    """The panel as a plain frame; the wide one with township, name and year as columns."""
    import pandas as pd

    from township_analysis.codebook.panel import panel

    made = panel(corpus, form=form)
    if form == "long":
        return pd.DataFrame(made)
    names = dict(zip(made.candidates["township"], made.candidates["township_name"], strict=True))
    wide = pd.DataFrame(made).reset_index()
    wide.insert(1, "township_name", wide["township"].map(names))
    return wide


def codebook_frame() -> "pd.DataFrame":
    """The codebook, a row an indicator."""
    import pandas as pd

    rows = [{name: getattr(one, name) for name in _CODEBOOK} for one in book()]
    joined = [{n: " ".join(cell) if isinstance(cell, tuple) else cell for n, cell in row.items()} for row in rows]
    return pd.DataFrame(joined, columns=list(_CODEBOOK)).rename(columns={"dimensions": "dimension"})


def _csv(corpus: Corpus, path: Path, language: str, pages: str) -> None:
    frame = panel_frame(corpus, "long")
    frame["figure_ids"] = frame["figure_ids"].map(" ".join)
    texts = [name for name in frame if frame[name].map(lambda cell: isinstance(cell, str)).any()]
    for name in texts:
        frame[name] = frame[name].map(lambda cell: safe_cell(cell) if isinstance(cell, str) else cell)
    frame.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")


def _parquet(corpus: Corpus, path: Path, language: str, pages: str) -> None:
    panel_frame(corpus, "long").to_parquet(path, index=False)


def _stata(corpus: Corpus, path: Path, language: str, pages: str) -> None:
    """The wide panel; townships are numbers with value labels, variables have the codebook's short names."""
    known, wide = book(), panel_frame(corpus, "wide")
    if wide.empty:
        raise DataError("The panel has no cell: no figure has a code and a year", remedy="look at `township codebook`")
    codes = [str(name) for name in wide if name in known]
    frame = wide.assign(place=_apart(wide).astype("category"), year=wide["year"].astype("int32"))
    frame = frame[["township", "place", "year", *codes]].rename(columns={code: known[code].short for code in codes})
    labels = {known[code].short: _label(known[code], language) for code in codes}
    heads = ("统计用区划代码", "乡镇", "年份") if language == "zh" else ("Township code", "Township", "Year")
    labels |= dict(zip(("township", "place", "year"), heads, strict=True))
    frame["township"] = frame["township"].astype("object")
    frame.to_stata(path, write_index=False, version=118, variable_labels=labels, data_label="township_analysis panel")


def _label(one: Indicator, language: str) -> str:
    return f"{one.name(language)} ({one.base_unit})"[:_STATA_LABEL]


def _apart(wide: "pd.DataFrame") -> "pd.Series":
    """The townships' names, with the code behind where two have one name."""
    shared = wide.groupby("township_name")["township"].transform("nunique") > 1
    return wide["township_name"].where(~shared, wide["township_name"] + " " + wide["township"])


def _duckdb(corpus: Corpus, path: Path, language: str, pages: str) -> None:
    import duckdb

    from township_analysis.store.query import register

    with duckdb.connect(str(path)) as connection:
        for table in TABLES:
            register(connection, table, getattr(corpus, table))
        register(connection, "panel", panel_frame(corpus, "long"))
        register(connection, "codebook", codebook_frame())


def _workbook(corpus: Corpus, path: Path, language: str, pages: str) -> None:
    from township_analysis.store.export_xlsx import write_workbook

    write_workbook(corpus, path, language, pages)


_WRITERS: dict[str, Callable[[Corpus, Path, str, str], None]] = {
    ".xlsx": _workbook, ".csv": _csv, ".dta": _stata, ".duckdb": _duckdb, ".parquet": _parquet,
}  # fmt: skip
