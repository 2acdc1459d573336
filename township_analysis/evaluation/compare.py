"""When a value, a unit or a name that was found counts as the one that was annotated."""

from functools import cache

from township_analysis.lang.script import aligned
from township_analysis.lang.units import units

#: A name may share less than this with the annotated one (as F1 of characters in order) only where it is its end.
ENOUGH_SHARED = 0.7
#: A name may be this much longer than the annotated one: a half, or a few characters.
LONGER, FEW = 1.5, 4
_SENTENCE_MARKS = frozenset(",，。；;：:!！？?\n")
_MEASURED = ("area", "length", "mass", "volume", "power", "energy", "voltage", "points")
_TREES = {"株": "棵"}
_TOLERANCE = 1e-6


@cache
def plain(text: str) -> str:
    """A name in simplified characters and without blanks."""
    return aligned(text).replace(" ", "")


def same_value(one: float | None, other: float | None) -> bool:
    """Whether two values are equal but for the last digits; a blank equals a blank only."""
    if one is None or other is None:
        return one is None and other is None
    return abs(one - other) <= _TOLERANCE * max(1, abs(one), abs(other))


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, in other words too: 公里 and km, 公斤 and kg, 个百分点 and 百分点."""
    return _unit_key(one or "") == _unit_key(other or "")


@cache
def _unit_key(name: str) -> object:
    name = plain(name)
    unit = units().get(name)
    if unit and unit.factor is not None and unit.dimension in _MEASURED:
        return unit.dimension, unit.base_unit, unit.factor
    return _TREES.get(name, name)


def likeness(one: str, other: str) -> float:
    """The characters that two names share in their order, as an F1 of the two lengths: 0 to 1.

    Example:
        >>> likeness("茶叶面积", "茶叶种植面积")
        0.8
    """
    if not one or not other:
        return 0.0
    row = [0] * (len(other) + 1)
    for character in one:
        diagonal = 0
        for at, against in enumerate(other, 1):
            shared = diagonal + 1 if character == against else max(row[at], row[at - 1])
            diagonal, row[at] = row[at], shared
    return 2 * row[-1] / (len(one) + len(other))


def good_name(found: str, annotated: str, keys: list[str]) -> bool:
    """Whether a name will do for the annotated one: every key in it, not overlong, no sentence, much alike."""
    found, annotated = plain(found), plain(annotated)
    return (
        all(plain(key) in found for key in keys)
        and len(found) <= max(LONGER * len(annotated), len(annotated) + FEW)
        and not _SENTENCE_MARKS & set(found)
        and (likeness(found, annotated) >= ENOUGH_SHARED or annotated.endswith(found))
    )


def same_scope(one: str | None, other: str | None) -> bool:
    """Whether two scopes are the same, or one is the other with more of its name."""
    one, other = plain(one or ""), plain(other or "")
    return one == other or bool(one and other and (one in other or other in one))
