"""The figures before one that it can lean on."""

import re

from township_analysis.figures.model import Figure

_BUDGETED = re.compile(r"(?:预算|任务|计划|目标|下达指标)(?:任务|目标)?数?\Z")


def last_level(figures: list[Figure], index: int) -> Figure | None:
    """The figure before that is a level; else the last that is no growth or rank."""
    levels = [
        f for f in figures[:index] if f.name and f.core and f.kind == "level" and (not f.part or figures[index].part)
    ]
    levels = [f for f in levels if not is_budgeted(f)] or levels
    return levels[-1] if levels else last_named(figures, index)


def last_named(figures: list[Figure], index: int) -> Figure | None:
    """The figure before with a name of its own that is no growth or rank."""
    named = [f for f in figures[:index] if f.name and f.core and f.kind in ("level", "share", "change")]
    whole = [f for f in named if not f.part] if not figures[index].part and not figures[index].item else named
    named = whole or named
    named = [f for f in named if not is_budgeted(f)] or named
    return named[-1] if named else None


def is_budgeted(figure: Figure) -> bool:
    """True for what was budgeted, which what comes behind is not about: 完成年初预算数3000万元的41%，增长8%."""
    return bool(_BUDGETED.search(figure.name))
