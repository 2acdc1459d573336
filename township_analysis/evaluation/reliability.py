"""Whether the engine knows where it is right: its confidence against what the annotation says."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Judged = Sequence[tuple[float | None, bool]]
PARTS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A fifth of the rows, from the least sure to the surest.

    Attributes:
        rows: How many rows are in it.
        confidence: What the engine says of them on average.
        right: The share of them that is right.
        wrong_of_all: The share of all wrong rows that is in it.
    """

    rows: int
    confidence: float
    right: float
    wrong_of_all: float


def auroc(judged: Judged) -> float | None:
    """The chance that a right row is given more confidence than a wrong one; a tie counts half.

    None where no confidence is given, or all rows are right, or all wrong.

    Example:
        >>> auroc([(0.9, True), (0.4, False), (0.6, True)])
        1.0
    """
    known = sorted((sure, right) for sure, right in judged if sure is not None)
    rights = sum(right for _, right in known)
    wrongs = len(known) - rights
    if not rights or not wrongs:
        return None
    above, below, at = 0.0, 0, 0
    while at < len(known):
        to = at
        while to < len(known) and known[to][0] == known[at][0]:
            to += 1
        right = sum(right for _, right in known[at:to])
        wrong = to - at - right
        above += right * (below + wrong / 2)
        below, at = below + wrong, to
    return above / (rights * wrongs)


def fifths(judged: Judged) -> list[Part]:
    """The rows in five parts by confidence, the least sure first; none where no confidence is given."""
    known = sorted((sure, right) for sure, right in judged if sure is not None)
    wrongs = sum(not right for _, right in known)
    edges = [round(len(known) * part / PARTS) for part in range(PARTS + 1)]
    return [_part(known[low:high], wrongs) for low, high in pairwise(edges) if low < high]


def _part(rows: Sequence[tuple[float, bool]], wrongs: int) -> Part:
    right = sum(right for _, right in rows)
    mean = sum(sure for sure, _ in rows) / len(rows)
    return Part(len(rows), mean, right / len(rows), (len(rows) - right) / wrongs if wrongs else 0.0)
