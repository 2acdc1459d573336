"""A criterion told once and counted several times: 年出栏500头以上的猪场6家，100头以上32家."""

import re
from itertools import pairwise

from township_analysis.figures.model import Figure

#: Nothing of what is reached stands before a bound that only replaces the one before.
_BARE = re.compile(r"(?:其中|达到?|超过?|突破|在|则)*")
_BEHIND = re.compile(r"级?的?(?:[\u4e00-\u9fff]{1,8}(?<![和与及]))??(?:已?[达有]到?|为|共)*")
_COUNTED = ("count", "person", "household")


def bound_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of those whom the criterion of others counted before picks, with a bound of its own."""
    figure, bound = figures[index], figures[index - 1] if index else None
    if bound is None or figure.unit_kind not in _COUNTED or not _is_bound(bound, figure):
        return ""
    for first, earlier in pairwise(figures[: index - 1]):
        said = _said(first)
        if (
            earlier.mention.unit == figure.mention.unit
            and first.mention.unit == bound.mention.unit != earlier.mention.unit
            and _tells(earlier.name, said)
        ):
            bound.core = False
            figure.subject = earlier.subject if said not in earlier.subject else ""
            told = f"达到{said}" if bound.mention.value_max and f"达到{said}" in earlier.name else said
            return earlier.name.replace(told, _said(bound), 1)
    return ""


def _tells(name: str, said: str) -> bool:
    """True for a name that says more of those counted than a bound and a noun: 年出栏500头以上的猪场."""
    return said in name and not name.startswith(said)


def _is_bound(bound: Figure, figure: Figure) -> bool:
    """True for a bound without a word for what is to reach it, directly before those that do."""
    between = figure.text[bound.behind : figure.at]
    bare = _BARE.fullmatch(bound.left.strip(" \x01、，"))
    return bound.clause == figure.clause and bool(bare and _BEHIND.fullmatch(between))


def _said(figure: Figure) -> str:
    return figure.text[figure.at : figure.behind]
