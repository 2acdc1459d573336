"""How fast something moved, and goals that a growth is set against."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase

_RELATIVE = ("percent", "points", "multiple")
#: 以年均8%的速度增长: the movement stands behind its number.
AT_PACE = re.compile(
    r"(?:左右|以上)?的(?:速度|幅度|增速|比例)(?:快速|持续|稳步)?(?P<how>增长|递增|上升|提高|提升|增加|下降|递减|减少)"
)
_BY = re.compile(r"以(?:每年|年均|平均每年|每年平均|年)?\Z")
#: The goal that a growth is set against: 增长9%，高于年初8%的目标1个百分点.
_SET_AGAINST = re.compile(r"(?P<how>高于|低于|高出|超过|快于|超出?)[^，]*\Z")
_GOAL_BEHIND = re.compile(r"的?(?:年度|年初)?(?:预期|计划|规划)?(?:目标|任务|计划|预期)")


def pace_name(figures: list[Figure], index: int, left: str) -> str:
    """How fast something moved: 以年均8%的速度增长."""
    figure = figures[index]
    found = AT_PACE.match(figure.right)
    base = left_phrase(_BY.sub("", figure.left)) if found else ""
    figure.subject = base or figure.subject
    return f"{base}年均{found['how']}" if found and base else ""


def goal_name(figures: list[Figure], index: int, left: str) -> str:
    """A goal that stands between a growth and the points by which it was passed, and those points."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or figure.unit_kind not in _RELATIVE:
        return ""
    if (against := _SET_AGAINST.search(figure.left)) and _GOAL_BEHIND.match(figure.right):
        figure.kind, figure.core, figure.subject = before.kind, False, before.subject
        return f"{before.name}{against['how']}目标"
    if before.rule == "goal" and _GOAL_BEHIND.fullmatch(figure.left.strip()):
        figure.subject = before.subject
        return before.name
    return ""
