"""A change that is told against one year, or an aim, though its paragraph is about several years."""

import re
from itertools import pairwise

from township_analysis.figures.model import Figure
from township_analysis.figures.time.overyears import OVER_YEARS
from township_analysis.figures.time.stocks import is_base

#: Growth against a year that is named is told of the year reported, and not of the years since.
_AGAINST_A_YEAR = re.compile(r"[比较][^，；]{0,6}?\x01|[是为]\x01+的")
_YEAR_ON_YEAR = re.compile(r"[同环]比(?!例)")
#: 低于控制目标0.6个百分点, 超额完成任务120万元, 高于全省平均水平2岁: what stands is measured by that, then and there.
_AGAINST_AN_AIM = re.compile(
    r"(?:[低高多少好优]于|超(?:额|过|出)?|[比较])[^，；\x01]{0,12}?(?:任务|计划|目标|预算|指标|平均)[^，；]{0,6}\Z"
)
_CLAUSES = 80  # characters in which the last two clauses are looked at
_SENTENCE = 240


def is_against_a_year(figure: Figure) -> bool:
    """True for a change against a year or an aim, no mean over years: 比2016年增长22%, 低于控制目标0.6个百分点."""
    clauses = figure.near(_CLAUSES).split("，")[-2:]
    over = "年均" in figure.name or "累计" in clauses[-1]
    against = _AGAINST_A_YEAR.search("，".join(clauses)) or _YEAR_ON_YEAR.search(clauses[-1])
    return not over and bool(against or _AGAINST_AN_AIM.search(clauses[-1]))


def goes_on_against(figure: Figure) -> bool:
    """True behind a change of the same sentence that is: 2021年产值3亿元，比2016年增长2倍，其中…，增长76%."""
    told = figure.near(_SENTENCE).rpartition("。")[2]
    return figure.kind == "growth" and "年均" not in figure.name and bool(_AGAINST_A_YEAR.search(told))


def hold_levels(figures: list[Figure]) -> None:
    """总产2.7亿公斤，比2016年增长22%: what grew since a year is told of the same year as its growth."""
    for level, moved in pairwise(figures):
        own = moved.kind in ("growth", "change") and moved.name.startswith(level.name)
        own = own and moved.clause == level.clause + 1 and level.kind == "level"
        span = (level.period or "").endswith(f"/{moved.period}")
        if own and span and not is_base(level) and not OVER_YEARS.search(level.name + level.left):
            level.period = moved.period
