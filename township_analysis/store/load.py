"""Tables from data/processed."""

from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis import fields
from township_analysis.errors import DataError
from township_analysis.store.locate import find_processed
from township_analysis.store.model import Corpus
from township_analysis.store.save import recover

if TYPE_CHECKING:
    import pandas as pd


def load(processed: str | Path | None = None) -> Corpus:
    """The tables that `township build` wrote, checked against their schemas.

    Args:
        processed: Their folder; empty or None means TOWNSHIP_PROCESSED, else data/processed of the project around.

    Raises:
        DataError: If there is no such folder, a table is missing, or one does not agree with its schema.

    Example:
        >>> corpus = load()
        >>> corpus.figures.query("kind == 'growth'")["indicator"].tolist()
        ['农村居民人均可支配收入增长']
    """
    folder = find_processed(processed)
    if folder.is_dir():
        recover(folder)
    return Corpus(**{table: _table(table, folder) for table in fields.TABLES}, processed=folder)


def _table(table: str, folder: Path) -> "pd.DataFrame":
    import pandas as pd

    path = folder / f"{table}.parquet"
    if not path.is_file():
        raise DataError(f"{path} is missing", remedy="run `township build` first", rule="table-missing", path=path)
    return fields.check(table, fields.typed(table, pd.read_parquet(path)))
