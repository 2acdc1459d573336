"""The figures before one that it can lean on."""

import re
from collections.abc import Iterator

from township_analysis.figures.model import Figure

_NAMED = ("level", "share", "change")
_BUDGETED = re.compile(r"(?:预算|任务|计划|目标|下达指标)(?:任务|目标)?数?\Z")


def last_level(figures: list[Figure], index: int) -> Figure | None:
    """The figure before that is a level; else the last that is no growth or rank."""
    with_parts = bool(figures[index].part)
    levels = (f for f in reversed(figures[:index]) if f.kind == "level" and f.name and f.core)
    return _unbudgeted(f for f in levels if with_parts or not f.part) or last_named(figures, index)


def last_named(figures: list[Figure], index: int) -> Figure | None:
    """The figure before with a name of its own that is no growth or rank."""
    whole = None
    if not figures[index].part and not figures[index].item:
        whole = _unbudgeted(f for f in _named(figures, index) if not f.part)
    return whole or _unbudgeted(_named(figures, index))


def _named(figures: list[Figure], index: int) -> Iterator[Figure]:
    """Those before with a name of their own, the nearest first."""
    return (f for f in reversed(figures[:index]) if f.kind in _NAMED and f.name and f.core)


def _unbudgeted(figures: Iterator[Figure]) -> Figure | None:
    """The first that was not budgeted, else the first."""
    first = None
    for figure in figures:
        if not is_budgeted(figure):
            return figure
        first = first or figure
    return first


def is_budgeted(figure: Figure) -> bool:
    """True for what was budgeted, which what comes behind is not about: 完成年初预算数3000万元的41%，增长8%."""
    return bool(_BUDGETED.search(figure.name))
