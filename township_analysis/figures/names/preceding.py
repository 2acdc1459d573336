"""Names from the noun phrase before a number, where no other rule knows more: 播种棉花面积3万亩."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.bearers import firms_before
from township_analysis.figures.names.measures import with_measure
from township_analysis.figures.names.persons import OF_THE_POOR

_SEX = {"男": "男性", "女": "女性"}
#: The township's own bodies are part of the name where they paid and nothing else is said.
_OWN_MONEY = re.compile(r"(?:[镇乡]政府|[镇乡]财政|[镇乡]党委政府|街道办?事?处?)(?:出资|拨款|列支|配套)(?=\Z)")
#: Where the highest or lowest spot lies, before how high it is: 境内最高点位于石山，海拔1640米.
_SPOT = re.compile(r"(?P<spot>最[高低][点处峰]|主峰)[^，。；]{0,16}，\Z")
_HEIGHTS = ("海拔", "海拔高度", "高程")
#: Area named with its verb in front: 播种棉花面积 is 棉花播种面积.
_SOWN_AREA = re.compile(r"\A(播种|种植)([\u4e00-\u9fff]{2,5})(?<!播种)(?<!种植)面积\Z")


def before_name(figures: list[Figure], index: int, left: str) -> str:
    """The phrase before, with whose money it is or the firms it is of."""
    spot = _SPOT.search(figures[index].before[: -len(figures[index].left)]) if left in _HEIGHTS else None
    if spot:
        return spot["spot"] + left
    if paid := _OWN_MONEY.search(figures[index].left):
        return paid[0]
    whole = figures[index].unit_kind == "percent" or len(left) < 3
    left = _SOWN_AREA.sub(r"\2\1面积", left if whole else left.removesuffix("占"))
    figures[index].subject = left if figures[index].unit_kind == "household" and OF_THE_POOR.search(left) else ""
    left = _SEX.get(left, left) if figures[index].unit_kind == "person" else left
    return with_measure(firms_before(figures, index) + left, figures, index)
