"""What changed between two folders of tables: figures added, lost and changed, by report and by reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from township_analysis.store.model import Corpus, records

Row = dict[str, Any]
# What makes a figure another one for a reader; ids and offsets move with every word before them.
COMPARED = (
    "value value_max unit indicator code quantity base_unit approx kind status period scope per core role domain "
    "corrected"
).split()


@dataclass(frozen=True)
class Change:
    """One difference.

    Attributes:
        report_id: The report.
        what: ``added``, ``lost`` or ``changed``.
        reason: ``report-added``, ``report-removed``, ``text-changed``, the reason that a number is skipped for, or
            the columns that differ.
        surface: The number as printed.
        sentence: Where it stands.
        old: The columns that differ, before; empty for an added one.
        new: Likewise, after.
    """

    report_id: str
    what: str
    reason: str
    surface: str
    sentence: str
    old: Row
    new: Row


def diff(old: Corpus, new: Corpus) -> list[Change]:
    """The differences between the figures of two corpora, in the order of reports and text.

    A figure is the same where its sentence, its number as printed and its place among equal ones are.

    Example:
        >>> Counter(change.what for change in diff(load("before"), load("after")))
        Counter({'changed': 12, 'added': 3})
    """
    texts = [dict(zip(c.reports["report_id"], c.reports["text_sha256"], strict=True)) for c in (old, new)]
    changes: list[Change] = []
    for report_id in sorted(texts[0].keys() | texts[1].keys()):
        moved = _moved(report_id, texts[0], texts[1])
        changes += _changes(report_id, old, new, moved)
    return changes


def summary(changes: list[Change]) -> list[tuple[str, str, str, int]]:
    """How many changes there are of each report, kind and reason, most first within a report."""
    counted = Counter((change.report_id, change.what, change.reason) for change in changes)
    return sorted(((*key, count) for key, count in counted.items()), key=lambda row: (row[0], -row[3], row[1:3]))


def _moved(report_id: str, old: dict[str, str], new: dict[str, str]) -> str:
    if report_id not in old:
        return "report-added"
    if report_id not in new:
        return "report-removed"
    return "" if old[report_id] == new[report_id] else "text-changed"


def _changes(report_id: str, old: Corpus, new: Corpus, moved: str) -> Iterator[Change]:
    before, after = _keyed(old, report_id), _keyed(new, report_id)
    for key in sorted(before.keys() | after.keys(), key=lambda key: (after.get(key) or before[key])["start"]):
        if key not in after:
            yield _one(before[key], "lost", moved or _skipped(new, before[key]))
        elif key not in before:
            yield _one(after[key], "added", moved or _skipped(old, after[key]))
        elif names := [name for name in COMPARED if before[key][name] != after[key][name]]:
            was, now = ({name: row[name] for name in names} for row in (before[key], after[key]))
            row = after[key]
            yield Change(report_id, "changed", " ".join(names), row["surface"], row["sentence"], was, now)


def _keyed(corpus: Corpus, report_id: str) -> dict[tuple[str, str, int], Row]:
    seen: dict[tuple[str, str], int] = defaultdict(int)
    keyed = {}
    for row in records(corpus.of("figures", report_id).sort_values("start")):
        place = (row["sentence"], row["surface"])
        keyed[(*place, seen[place])] = row
        seen[place] += 1
    return keyed


def _skipped(other: Corpus, row: Row) -> str:
    """Why the other folder has no such figure: the reason that it skips the number for, else ``span``."""
    cuts = other.of("skipped", row["report_id"])
    found = cuts[(cuts["start"] < row["end"]) & (cuts["end"] > row["start"])]
    return str(found["reason"].iloc[0]) if len(found) else "span"


def _one(row: Row, what: str, reason: str) -> Change:
    told = {name: row[name] for name in ("indicator", "value", "unit")}
    old, new = (told, {}) if what == "lost" else ({}, told)
    return Change(row["report_id"], what, reason, row["surface"], row["sentence"], old, new)
