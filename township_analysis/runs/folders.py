"""The folders that runs leave: one run at a time, names of their own, ``latest``, and what is cleared away."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from township_analysis.errors import DataError

LATEST, LOCK, DRAFT, OLD = "latest", ".lock", ".draft-", ".old-"
FOLDER = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?")  # of a run


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system takes back when this process ends in whatever way."""
    with (out / LOCK).open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise DataError(f"Another run is at work in {out}", remedy="let it end, then try again") from error
        yield


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def clear(out: Path) -> None:
    """Clear away what runs left that were killed; with the lock held there is no other that could still need it."""
    for old in sorted(out.glob(f"{OLD}*")):  # of a copied `latest` that was being replaced
        if (out / LATEST).exists():
            shutil.rmtree(old)
        else:
            old.rename(out / LATEST)
    for left in (*out.glob(f"{DRAFT}*"), *out.glob(f".{LATEST}-*")):
        left.unlink() if left.is_symlink() else shutil.rmtree(left)


def free(out: Path, started: datetime) -> Path:
    """A name for the run folder that no other has."""
    name = started.strftime("%Y-%m-%dT%H-%M-%S")
    names = [name, *(f"{name}-{index}" for index in range(2, 1000))]
    return next(out / name for name in names if not (out / name).exists())


def point_latest(folder: Path) -> None:
    """Let ``latest`` be the run: a link that is renamed into place, or a copy where the system has no links."""
    latest, new = folder.parent / LATEST, folder.parent / f".{LATEST}-{os.getpid()}"
    try:
        new.symlink_to(folder.name, target_is_directory=True)
    except OSError:  # Windows without the right to make links
        shutil.copytree(folder, new)
    if latest.is_dir() and not latest.is_symlink():
        old = latest.rename(latest.with_name(f"{OLD}{os.getpid()}"))
        new.rename(latest)
        shutil.rmtree(old)
    else:
        os.replace(new, latest)


def prune(out: Path, newest: Path, keep: int | None) -> None:
    """Remove all but so many older runs; last good pages are copied from run to run and do not depend on them."""
    older = sorted(path for path in out.iterdir() if FOLDER.fullmatch(path.name) and path != newest)
    for folder in older[: max(0, len(older) - keep)] if keep is not None else ():
        shutil.rmtree(folder)
