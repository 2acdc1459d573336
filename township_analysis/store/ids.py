"""The id of a report, which is also the name of its text file and of its page."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

# What no file system or address of a page takes in a name, and what a shell or a table would trip over.
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"'`/\\|?*#%\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
ID_BYTES = 180  # leaves room for `.txt` and for a page's own prefix within the 255 bytes of a file name


def report_ids(raw: Path, paths: Iterable[Path]) -> dict[Path, str]:
    """The id of each file: its stem, or the relative path where stems collide.

    They collide also where only a file system takes them for one (case, composition). An id that is too long for a
    file name is cut and gets a checksum.

    Example:
        >>> report_ids(Path("raw"), [Path("raw/2019/竹林镇.txt"), Path("raw/2020/竹林镇.txt")])
        {PosixPath('raw/2019/竹林镇.txt'): '2019_竹林镇', PosixPath('raw/2020/竹林镇.txt'): '2020_竹林镇'}
    """
    ids = {path: _safe_id(path.stem) for path in paths}
    for longer in (_relative_stem, _relative_name, _checksummed):
        for path in _colliding(ids):
            ids[path] = longer(path.relative_to(raw))
    return ids


def colliding_stems(paths: Iterable[Path]) -> list[list[Path]]:
    """The groups of files whose stems would give them one id."""
    stems: dict[str, list[Path]] = {}
    for path in paths:
        stems.setdefault(_folded(_safe_id(path.stem)), []).append(path)
    return [same for same in stems.values() if len(same) > 1]


def _colliding(ids: Mapping[Path, str]) -> list[Path]:
    counts = Counter(_folded(report_id) for report_id in ids.values())
    return [path for path, report_id in ids.items() if counts[_folded(report_id)] > 1]


def _folded(report_id: str) -> str:
    return unicodedata.normalize("NFC", report_id).casefold()


def _relative_stem(path: Path) -> str:
    return _safe_id("_".join(path.with_suffix("").parts))


def _relative_name(path: Path) -> str:
    return _safe_id("_".join((*path.with_suffix("").parts, path.suffix[1:])))


def _checksummed(path: Path) -> str:
    return _safe_id(f"{_relative_name(path)}-{_digest(path.as_posix())}")


def _safe_id(name: str) -> str:
    cleaned = UNSAFE.sub("_", name).strip(" .") or "_"
    cleaned = f"{cleaned}_" if RESERVED.match(cleaned) else cleaned
    if len(cleaned.encode()) <= ID_BYTES:
        return cleaned
    return f"{cleaned.encode()[: ID_BYTES - 9].decode(errors='ignore')}-{_digest(name)}"


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
