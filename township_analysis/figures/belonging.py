"""Which characters beside a figure belong to its name, by the characters alone: a second opinion beside the rules.

A logistic score a character, over the characters around it and how far from the figure it stands. It names nothing:
that it differs from what the rules took tells confidence.py that a name is in doubt. scripts/fit_confidence.py learns
the weights (belonging.csv) from annotated reports.
"""

import math
import re
from functools import cache
from itertools import compress
from operator import add, not_

from township_analysis.figures.model import Figure
from township_analysis.lang.tables import load_table

_LEFT, _RIGHT = 24, 12  # characters before and behind a figure that its name may be taken from
_MARKS = str.maketrans("；：,;:。", "，" * 6)
_ZONES = ("L0", "L1", "R0")  # the figure's own clause, the one before it, what stands behind the figure
#: How far a character stands from the figure: single characters at first, then stretches.
_FAR = "0123445555666666" + "7" * _LEFT
#: What the rules put behind a name that the text may not have.
_SUFFIX = re.compile(r"(?<=..)(?:增长|增加|下降|减少|提高|面积|人数|户数|数量|占比|比例|次数|人次)\Z")
_NOTHING = (0.0,) * 4
_LIKELY = 0.5


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in load_table("belonging", "township_analysis.figures")}


@cache
def _pairs() -> dict[str, tuple[float, ...]]:
    """What two neighbours weigh for the character behind, before, two behind and two before them."""
    return {sign[1:]: tuple(_weights().get(f"{which}{sign[1:]}", 0.0) for which in "abcd") for sign in _weights()}


@cache
def _characters_in(zone: str) -> dict[str, float]:
    """What each character weighs in a zone."""
    return {sign[3:]: weight for sign, weight in _weights().items() if sign.startswith(f"{zone}=")}


@cache
def _distances_in(zone: str) -> tuple[float, ...]:
    """What each distance from the figure weighs in a zone."""
    return tuple(_weights().get(f"{zone}{far}", 0.0) for far in _FAR)


def window(figure: Figure) -> tuple[str, str]:
    """The characters before and behind a figure that its name may be taken from: of two clauses, and of the rest."""
    before = figure.near(_LEFT).translate(_MARKS).rsplit("，", 2)
    behind = figure.text[figure.behind : figure.behind + _RIGHT].translate(_MARKS).partition("，")
    return "，".join(before[-2:]), behind[0]


def signs_of(before: str, behind: str, unit_kind: str) -> list[tuple[str, ...]]:
    """The signs of each character of a window, by name: those of its neighbours, and those of its place."""
    return [
        (*_of_five(five), *_of_place(place), f"{place[:2]} {unit_kind}") for five, place in _characters(before, behind)
    ]


def chances(before: str, behind: str, unit_kind: str) -> list[float]:
    """How likely each character of a window belongs to the name: what signs_of names, weighed a window at a time."""
    fives = _by_neighbours(f"$${before}\x05{behind}$$")
    own, figure = before.rfind("，") + 1, len(before)
    return [
        *_of_zone("L1", before[:own], fives, range(figure - 1, -1, -1), unit_kind),
        *_of_zone("L0", before[own:], fives[own:], range(figure - own - 1, -1, -1), unit_kind),
        *_of_zone("R0", behind, fives[figure + 1 :], range(len(behind)), unit_kind),
    ]


def _of_zone(zone: str, text: str, fives: list[float], places: range, unit_kind: str) -> list[float]:
    """The chances of the characters of a zone that stand so far from the figure."""
    base = -(_weights()[""] + _weights().get(f"{zone} {unit_kind}", 0.0))
    exp, far, alone = math.exp, _distances_in(zone), _characters_in(zone).get
    return [
        1 / (1 + exp(base - five - (far[place] + alone(character, 0.0))))
        for character, five, place in zip(text, fives, places, strict=False)
    ]


def _by_neighbours(text: str) -> list[float]:
    """What the two neighbours on each side say of each character of a text but its first and last two."""
    weights = _pairs()
    pairs = [weights.get(pair, _NOTHING) for pair in map(add, text, text[1:])]
    return [
        before[0] + behind[1] + first[2] + last[3]
        for first, before, behind, last in zip(pairs, pairs[1:], pairs[2:], pairs[3:], strict=False)
    ]


def second_opinion(figure: Figure) -> list[str]:
    """Signs of how well the rules' name agrees with the characters that look like parts of a name."""
    beside = window(figure)
    return agreement(figure.name, beside, chances(*beside, figure.unit_kind))


def agreement(name: str, beside: tuple[str, str], chance: list[float]) -> list[str]:
    """The signs of a name, for given chances of the characters of its figure's window."""
    name = _SUFFIX.sub("", name)
    taken = taken_from(*beside, name)
    inside = list(compress(chance, taken))
    outside = list(compress(chance, map(not_, taken)))
    left = [value for value in outside if value > _LIKELY]
    apart = len(left) + len([value for value in inside if value <= _LIKELY])
    total = sum(inside)
    shared = 2 * total / max(1.0, len(inside) + sum(chance))
    return [
        f"taken least {int(5 * min(inside, default=0.0))}",
        f"taken mean {int(8 * total / max(1, len(inside)))}",
        f"left likely {min(8, int(sum(left)))}",
        f"left most {int(5 * max(outside, default=0.0))}",
        f"shared {int(10 * shared)}",
        f"apart {min(apart, 8)}",
        f"name found {int(5 * len(inside) / max(1, len(name)))}",
    ]


def taken_from(before: str, behind: str, name: str) -> list[bool]:
    """Which characters of a window a name was taken from: its longest pieces of two characters or more."""
    text = f"{before}\x05{behind}"
    taken = [False] * len(text)
    _mark(text, len(before), name, taken)
    return taken[: len(before)] + taken[len(before) + 1 :]


def _mark(text: str, figure: int, name: str, taken: list[bool]) -> None:
    """Mark the longest piece of the name where it stands nearest to the figure, then what is left of the name."""
    reaches = _reaches(text, name)
    for length in range(max(reaches, default=0), 1, -1):
        for first, reach in enumerate(reaches):
            at = _nearest(text, figure, name[first : first + length]) if reach >= length else -1
            if at >= 0 and not any(taken[at : at + length]):
                taken[at : at + length] = [True] * length
                _mark(text, figure, name[:first], taken)
                _mark(text, figure, name[first + length :], taken)
                return


def _reaches(text: str, name: str) -> list[int]:
    """How long a piece of the name from each of its characters on may be: as far as its twos stand in the text."""
    reaches, reach = [], 1
    for at in range(len(name) - 1, -1, -1):
        reach = reach + 1 if at + 1 < len(name) and name[at : at + 2] in text else 1
        reaches.append(reach)
    return reaches[::-1]


def _nearest(text: str, figure: int, piece: str) -> int:
    """Where a piece stands nearest to the figure, or -1."""
    before, behind = text.rfind(piece, 0, figure), text.find(piece, figure + 1)
    if before < 0 or behind < 0:
        return max(before, behind)
    return before if figure - before - len(piece) <= behind - figure else behind


def _characters(before: str, behind: str) -> list[tuple[str, str]]:
    """Each character of a window between its neighbours, and behind its zone and distance."""
    text = f"$${before}\x05{behind}$$"
    figure, mark = len(before) + 2, before.rfind("，") + 2
    left = [
        (text[at - 2 : at + 3], f"{_ZONES[at <= mark]}{_FAR[figure - 1 - at]}{text[at]}") for at in range(2, figure)
    ]
    right = [
        (text[at - 2 : at + 3], f"{_ZONES[2]}{_FAR[at - figure - 1]}{text[at]}")
        for at in range(figure + 1, len(text) - 2)
    ]
    return left + right


def _of_five(five: str) -> tuple[str, ...]:
    """Signs of a character with two before and two behind it."""
    return "a" + five[1:3], "b" + five[2:4], "c" + five[:2], "d" + five[3:]


def _of_place(place: str) -> tuple[str, ...]:
    """Signs of where a character stands: its zone and distance, and its zone and itself."""
    return place[:3], f"{place[:2]}={place[3:]}"
