"""How fast something moved, and goals that a growth is set against."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase

#: 以年均8%的速度增长: the movement stands behind its number.
AT_PACE = re.compile(
    r"(?:左右|以上)?的(?:速度|幅度|增速|比例)(?:快速|持续|稳步)?(?P<how>增长|递增|上升|提高|提升|增加|下降|递减|减少)"
)
_BY = re.compile(r"以(?:每年|年均|平均每年|每年平均|年)?\Z")


def pace_name(figures: list[Figure], index: int, left: str) -> str:
    """How fast something moved: 以年均8%的速度增长."""
    figure = figures[index]
    found = AT_PACE.match(figure.right)
    base = left_phrase(_BY.sub("", figure.left)) if found else ""
    figure.subject = base or figure.subject
    return f"{base}年均{found['how']}" if found and base else ""
