"""Which files of a folder are reports, and the bytes of one."""

import os
import re
import stat
from pathlib import Path

from township_analysis.reading.rejects import Rejected

MAX_MEGABYTES = 50
# Notes, tables and what office programs and systems leave behind.
NO_REPORT = re.compile(
    r"readme(\..*)?|.*\.(csv|ya?ml)|\..*|~\$.*|.*~|thumbs\.db|desktop\.ini|.*\.(tmp|crdownload|part)", re.IGNORECASE
)


def find_reports(raw: Path) -> list[Path]:
    """List the files under a folder that are taken for reports, sorted by their relative path.

    README, ``*.csv``, ``*.yml``, dotfiles, ``~$*``, Thumbs.db and the like are none; nor is what a symbolic link
    leads to outside the folder. Whether a listed file can be read is for ``read_document`` to say.

    Args:
        raw: The folder of raw reports.

    Returns:
        Paths that begin with ``raw``.
    """
    inside, found, seen = raw.resolve(), [], set()
    for folder, subfolders, names in os.walk(raw, followlinks=True):
        place = Path(folder).resolve()
        if place in seen or not place.is_relative_to(inside):  # a link that leads in a circle, or out
            subfolders.clear()
            continue
        seen.add(place)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        found += [Path(folder) / name for name in names if not NO_REPORT.fullmatch(name)]
    reports = [path for path in found if path.resolve().is_relative_to(inside) and not path.is_dir()]
    return sorted(reports, key=lambda path: path.relative_to(raw).as_posix())


def read_bytes(path: Path) -> bytes:
    """Read a file of a bearable size.

    Raises:
        Rejected: The file is missing, no regular file, not readable, empty, or larger than 50 MB.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Rejected("not-a-file")
        if status.st_size > MAX_MEGABYTES * 2**20:
            raise Rejected("too-large", size=status.st_size // 2**20, limit=MAX_MEGABYTES)
        data = path.read_bytes()
    except PermissionError as error:
        raise Rejected("permission") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise Rejected("missing") from error
    if not data:
        raise Rejected("empty")
    return data
