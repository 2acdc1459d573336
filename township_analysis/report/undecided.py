"""Roles where neither heading nor opening tells: the words decide, and neighbours go together."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from township_analysis.report.cues import evidence, plans_only

ROLES = ("review", "plan")
#: What it costs to change from one role to the other between two paragraphs, and where a new part begins.
CHANGE = 7.0
CHANGE_AT_PART = 3.0
CHANGE_SAID = 1.0  # where the words themselves say that the role changes (2020年，我们将…)
#: Reports look back first and ahead afterwards: going back to the review costs more.
BACK = 2.0
#: No paragraph decides alone, however long.
MOST = 12.0
#: A report begins with its review unless the title speaks of a plan only.
FIRST = 4.0
READ = 3_000


class Piece(Protocol):
    """A stretch of text whose role may be undecided (None)."""

    start: int
    end: int
    role: str | None
    opens: bool


def decide(plain: str, pieces: Sequence[Piece], title: str | None = None) -> None:
    """Give every undecided piece the role ``review`` or ``plan``: the cheapest sequence over the whole report.

    Args:
        plain: The aligned text.
        pieces: In the order of the text; those with a role keep it and pull on their neighbours.
        title: A title that names a plan only turns the expectation for the first paragraph round.
    """
    chain = [piece for piece in pieces if piece.role in (None, *ROLES)]
    # The problems stand at the end of the review: what follows them may well be the plan.
    after_problems = {id(later) for piece, later in pairwise(pieces) if piece.role == "problems"}
    if all(piece.role for piece in chain):
        return
    costs = [CHANGE, 0.0] if plans_only(title) else [0.0, FIRST]
    path: list[tuple[int, int]] = []
    for piece in chain:
        change = CHANGE_AT_PART if piece.opens or id(piece) in after_problems else CHANGE
        change = CHANGE_SAID if piece.role else change
        step = (_cheaper(costs, 0, change * BACK), _cheaper(costs, 1, change))
        path.append((step[0][1], step[1][1]))
        review, plan = _costs(plain, piece)
        costs = [step[0][0] + review, step[1][0] + plan]
    state = 0 if costs[0] <= costs[1] else 1
    for piece, origins in zip(reversed(chain), reversed(path), strict=True):
        piece.role = piece.role or ROLES[state]
        state = origins[state]


def _cheaper(costs: Sequence[float], state: int, change: float) -> tuple[float, int]:
    stay, come = costs[state], costs[1 - state] + change
    return (stay, state) if stay <= come else (come, 1 - state)


def _costs(plain: str, piece: Piece) -> tuple[float, float]:
    if piece.role:
        return (0.0, 1e6) if piece.role == "review" else (1e6, 0.0)
    spoken = max(-MOST, min(MOST, evidence(plain, piece.start, min(piece.end, piece.start + READ))))
    return (0.0, spoken) if spoken > 0 else (-spoken, 0.0)
