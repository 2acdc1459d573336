"""The figure before that a bare 增长, 占 or 完成 is about."""

from township_analysis.figures.model import Figure
from township_analysis.figures.names.earlier import is_budgeted, last_named
from township_analysis.figures.names.thresholds import bounds_of


def nearest(figures: list[Figure], index: int) -> Figure | None:
    """The level or share before, out of brackets that are closed: what a bare 增长 or 占 is about."""
    closed = index and figures[index].bracket and not figures[index - 1].bracket  # 占比65%(比上届提升7%)
    share = figures[index - 1] if index and (figures[index].unit_kind == "points" or closed) else None
    if share and share.kind == "share" and figures[index].clause - share.clause < 2:
        return share
    bounds = bounds_of(figures[:index])
    settled = [
        f
        for f in figures[:index]
        if f.name
        and f not in bounds
        and f.kind in ("level", "share")
        and f.rule != "ratio"
        and f.unit_kind != "duration"
        and (not f.bracket or figures[index].bracket)
    ]
    settled = [f for f in settled if not is_budgeted(f)]
    return settled[-1] if settled else last_named(figures, index)
