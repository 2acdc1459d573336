"""SQL over the tables, by DuckDB in this process: no server, and the parquet files are read where they lie."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis.errors import DataError
from township_analysis.fields import TABLES
from township_analysis.store.load import load
from township_analysis.store.model import Corpus

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)


def query(sql: str, processed: str | Path | Corpus | None = None) -> "pd.DataFrame":
    """The answer to a question in SQL over ``reports``, ``figures``, ``skipped``, ``sections``, ``sentences``,
    ``findings``, ``rejects``, ``codebook`` and ``panel`` (a row a cell, as `panel` gives it with ``form="long"``).

    Args:
        sql: A statement in DuckDB's SQL.
        processed: Folder of the tables as in `load`, or a corpus that is loaded already.

    Raises:
        DataError: If the statement is wrong; DuckDB's message says where.

    Example:
        >>> query("select code, sum(quantity) as total from panel where code = 'agri.grain_output' group by code")
                        code   total
        0  agri.grain_output  4750.0
    """  # noqa: D205
    import duckdb

    corpus = processed if isinstance(processed, Corpus) else load(processed)
    with duckdb.connect(":memory:") as connection:
        _views(connection, corpus, with_panel=bool(_PANEL.search(sql)))
        try:
            return connection.execute(sql).df()
        except duckdb.Error as error:
            raise DataError(
                f"DuckDB cannot answer: {error}",
                expected=f"SQL over {', '.join([*TABLES, 'codebook', 'panel'])}",
                remedy="docs/data-dictionary.md names the columns",
            ) from error


def _views(connection: "duckdb.DuckDBPyConnection", corpus: Corpus, *, with_panel: bool) -> None:
    from township_analysis.store.export import codebook_frame, panel_frame

    for table in TABLES:
        path = str(corpus.processed / f"{table}.parquet").replace("'", "''")
        connection.execute(f"create view {table} as select * from read_parquet('{path}')")
    register(connection, "codebook", codebook_frame())
    if with_panel:
        register(connection, "panel", panel_frame(corpus, "long"))


def register(connection: "duckdb.DuckDBPyConnection", name: str, frame: "pd.DataFrame") -> None:
    """A frame as a table of the connection; by Arrow, so that strings, lists and nulls stay what they are."""
    import pyarrow

    connection.register(f"{name}_frame", pyarrow.Table.from_pandas(frame, preserve_index=False))
    connection.execute(f"create table {name} as select * from {name}_frame")
    connection.unregister(f"{name}_frame")
