"""The measure: figures that were found against figures that were annotated.

A found figure belongs to an annotated one where their spans overlap, one to one, the largest overlap first. An
annotated core figure that nothing belongs to is missed; a found figure that belongs to nothing is a false alarm.
Figures that are annotated as not core (a criterion, a size in a name) may be found or not.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from township_analysis.evaluation.compare import good_name, likeness, plain, same_scope, same_unit, same_value

Row = Mapping[str, Any]
#: What each found core figure is asked, apart from value and unit; all have to be right for its row to be.
ATTRIBUTES = ("indicator", "kind", "status", "approx", "period", "scope")
COUNTS = ("core", "found", "right", "missed", "false_alarms")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong row beside the right one.

    Attributes:
        what: ``missed``, ``false_alarm``, ``part_of``, or the column that is wrong.
        annotated: The annotated row, or None for a false alarm.
        found: The row found, or None where it was missed.
    """

    what: str
    annotated: Row | None
    found: Row | None


@dataclass(slots=True)
class Score:
    """What was counted on one report, or on several together.

    Attributes:
        counts: How many figures were asked (``core``, ``matched`` …) and right (``row``, ``period`` …), by name.
        likeness: The sum of the names' likenesses.
        mistakes: The wrong rows beside the right ones, in the order of the text.
        confidences: Of every row that counts: how sure the engine was, and whether the row was right.
    """

    counts: Counter[str] = field(default_factory=Counter)
    likeness: float = 0.0
    mistakes: list[Mistake] = field(default_factory=list)
    confidences: list[tuple[float | None, bool]] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        """Both together, figure by figure: a long report counts for more than a short one."""
        return Score(
            self.counts + other.counts,
            self.likeness + other.likeness,
            self.mistakes + other.mistakes,
            self.confidences + other.confidences,
        )

    def measures(self) -> dict[str, float]:
        """The shares from 0 to 1, and the counts behind them.

        ``row`` is the share of core figures of which value, unit and every attribute are right; ``f1`` asks for value
        and unit; ``name`` is the mean likeness of names; the attributes, and ``core_flag``, are shares of those found.
        """
        c, asked = self.counts, self.counts["found"]
        wrong = c["false_alarms"] + asked - c["right"]
        precision, recall = _share(c["right"], c["right"] + wrong), _share(c["right"], c["core"])
        links = _share(c["part_of"], c["links_found"]), _share(c["part_of"], c["links"])
        shares = {
            "row": _share(c["row"], c["core"]),
            "f1": _f1(precision, recall),
            "precision": precision,
            "recall": recall,
            "name": _share(self.likeness, asked),
            **{name: _share(c[name], asked) for name in ("value", "unit", *ATTRIBUTES)},
            "part_of": _f1(*links),
            "core_flag": _share(c["core_flag"], c["matched"]),
        }
        return {**{name: round(share, 4) for name, share in shares.items()}, **self._counted()}

    def _counted(self) -> dict[str, int]:
        return {name: self.counts[name] for name in COUNTS}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


def score(annotated: Sequence[Row], found: Sequence[Row]) -> Score:
    """Score the figures of one report.

    Args:
        annotated: Rows of a gold file with their ``start`` and ``end``.
        found: Rows of the figures table, with ``figure_id``; both in the order of the text.

    Example:
        >>> row = dict(start=0, end=3, value=13, unit="个", indicator="行政村", keys=["村"], kind="level", core=True,
        ...            status="actual", approx="exact", period="2019", scope="", part_of=None)
        >>> score([row], [{**row, "figure_id": "a:0", "period": "2018"}]).mistakes[0].what
        'period'
    """
    pairs = match(annotated, found)
    starts = {row["figure_id"]: row["start"] for row in found}
    result = Score()
    for index, row in enumerate(annotated):
        if row["core"]:
            _count_core(result, row, found[pairs[index]] if index in pairs else None)
    for index, at in pairs.items():
        row, other = annotated[index], found[at]
        result.counts["matched"] += 1
        result.counts["core_flag"] += bool(other.get("core", True)) == row["core"]
        if row["core"] and row["part_of"] is not None:
            _count_link(result, row, other, annotated, starts.get(other["part_of"]))
    result.counts["links_found"] = sum(row["part_of"] in starts for row in found)
    for at in sorted(set(range(len(found))) - set(pairs.values())):
        result.counts["false_alarms"] += 1
        result.confidences.append((found[at].get("confidence"), False))
        result.mistakes.append(Mistake("false_alarm", None, found[at]))
    result.mistakes.sort(key=lambda mistake: (mistake.annotated or mistake.found or {})["start"])
    return result


def match(annotated: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Which found figure belongs to which annotated one: indices by overlap, the largest first."""
    ends, starts = [row["end"] for row in found], [row["start"] for row in found]
    overlaps = []
    for index, row in enumerate(annotated):
        for at in range(bisect_right(ends, row["start"]), bisect_left(starts, row["end"])):
            shared = min(row["end"], ends[at]) - max(row["start"], starts[at])
            overlaps.append((-shared, index, at))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, at in sorted(overlaps):
        if index not in pairs and at not in taken:
            pairs[index] = at
            taken.add(at)
    return pairs


def _count_core(result: Score, row: Row, other: Row | None) -> None:
    """Count a core figure: whether it was found, and which of its columns are right."""
    result.counts["core"] += 1
    if other is None:
        result.counts["missed"] += 1
        result.mistakes.append(Mistake("missed", row, None))
        return
    right = _right(row, other)
    amount, whole = right["value"] and right["unit"], all(right.values())
    result.counts.update({"found": 1, "right": int(amount), "row": int(whole)})
    result.counts.update({name: int(good) for name, good in right.items()})
    result.likeness += likeness(plain(other["indicator"] or ""), plain(row["indicator"]))
    result.confidences.append((other.get("confidence"), whole))
    result.mistakes += [Mistake(name, row, other) for name, good in right.items() if not good]


def _right(row: Row, other: Row) -> dict[str, bool]:
    ends = same_value(row.get("value_max"), other.get("value_max"))
    return {
        "value": same_value(row["value"], other["value"]) and ends,
        "unit": same_unit(row["unit"], other["unit"]) or row["kind"] == "rank" or row["value"] == 0,
        "indicator": good_name(other["indicator"] or "", row["indicator"], row["keys"]),
        **{name: (row[name] or "") == (other[name] or "") for name in ("kind", "status", "approx", "period")},
        "scope": same_scope(row["scope"], other["scope"]),
    }


def _count_link(result: Score, row: Row, other: Row, annotated: Sequence[Row], total_at: int | None) -> None:
    """Count a part's link to its total: right where it leads into the span of the annotated total."""
    if row["part_of"] >= len(annotated):
        return
    total = annotated[row["part_of"]]
    right = total_at is not None and total["start"] <= total_at < total["end"]
    result.counts["links"] += 1
    result.counts["part_of"] += right
    if not right:
        result.mistakes.append(Mistake("part_of", row, other))
