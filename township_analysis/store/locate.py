"""Where the raw reports and the tables lie."""

import os
from pathlib import Path

from township_analysis.errors import DataError

RAW, PROCESSED, VARIABLE = Path("data/raw"), Path("data/processed"), "TOWNSHIP_PROCESSED"


def find_processed(processed: str | Path | None = None) -> Path:
    """The folder of the tables: as given, else TOWNSHIP_PROCESSED, else data/processed of the project around.

    Args:
        processed: A folder; empty or None means that it is to be found. It need not exist yet.

    Raises:
        DataError: If none of the three tells.
    """
    if given := str(processed or "") or os.environ.get(VARIABLE, ""):
        return Path(given).expanduser().resolve()
    if project := find_project():
        return project / PROCESSED
    raise DataError(
        f"There is no folder of tables: neither --processed nor {VARIABLE} is set, "
        f"and no folder from {Path.cwd()} upwards holds {RAW.as_posix()}",
        remedy=f"give --processed DIR, set {VARIABLE}, or go to the project's folder",
        rule="no-tables",
        variable=VARIABLE,
        here=Path.cwd(),
        raw=RAW.as_posix(),
    )


def find_raw(raw: str | Path | None = None) -> Path:
    """The folder of the raw reports: as given, else data/raw of the project around.

    Raises:
        DataError: If there is no such folder.
    """
    if raw:
        folder = Path(raw).expanduser().resolve()
        if folder.is_dir():
            return folder
        raise DataError(
            f"{folder} is no folder", remedy="give --raw a folder that holds reports", rule="no-folder", folder=folder
        )
    if project := find_project():
        return project / RAW
    raise DataError(
        "There is no folder of reports: --raw is not given, "
        f"and no folder from {Path.cwd()} upwards holds {RAW.as_posix()}",
        remedy="give --raw DIR, or go to the project's folder",
        rule="no-raw",
        here=Path.cwd(),
        raw=RAW.as_posix(),
    )


def find_project() -> Path | None:
    """The nearest folder, from the working directory upwards, that holds data/raw."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / RAW).is_dir()), None)
