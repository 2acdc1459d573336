"""Where a clause goes on about the body of the clause before."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.scope.regions import is_region
from township_analysis.figures.scope.scopes import (
    DONE_BY_ALL,
    INVESTED,
    clauses_of,
    goes_on,
    is_wider,
    says_more,
)
from township_analysis.figures.scope.villages import PLACE
from township_analysis.figures.words import verbs_only

_OTHERS_LEFT = re.compile(r"其余|其[它他]|剩余")
#: 其中石门村36万元，居全镇第一: the rank of what stands before it.
_RANKED = re.compile(r"[\x01 ]*(?:[位稳跃]?居|排|[位名]?列|保持|连续|首次)")
#: 人均增收 with no word of whose: of those that the named village or firm before it has.
_BARE_RATE = re.compile(
    r"[，、\x01 ]*(?:实现|带动|可|预计|年|已)*(?:人均|户均|人平|户平)(?:年|月|可)?"
    r"(?:纯?收入|增收|分红|工资|务工收入|年收入|受益|获利|创收|产值)[^，。；、]{0,6}"
)
_FIRM = re.compile(r"(?:公司|集团|合作社|[工电砖糖纸酒茶药织械件][厂业]|厂|医院|卫生院|景区|农场|家庭农场|商城|市场)\Z")
_OF_ALL = re.compile(r"[全各我][镇乡县市区村]|其他|街道|辖区|村|企业|农民|居民|群众|率")
_SHORT = 6
_THEN = re.compile(r"[比较](?:上年|去年|往年)?(?:同期)?的?")


def carried_scope(figures: list[Figure], index: int) -> str:
    """The named body of the clause before, where this clause goes on about it (有医护人员52人)."""
    figure, before = figures[index], _before(figures, index)
    if before is None or not before.scope or _is_of_others(figure, before.scope):
        return figure.scope
    if figure.kind == "rank" and _RANKED.match(clauses_of(figure)[-1]) and not is_wider(before.scope):
        return before.scope
    if figure.scope and not (_BARE_RATE.fullmatch(clauses_of(figure)[-1]) and not is_wider(before.scope)):
        return figure.scope
    if _spent_anew(figure, before):
        return figure.scope
    if is_wider(before.scope):
        figure.per = before.per if _same_rate(figure, before) else figure.per
        return before.scope if _same_rate(figure, before) else ""
    own = clauses_of(figure)[-1]
    if is_region(before.scope) and before.clause != figure.clause and figure.kind == "level":
        return ""
    # 投资80万元改造某某小学, 硬化3公里的柳沟村村道: what is done next is done elsewhere
    done = before.right.endswith(before.scope) or (PLACE.fullmatch(before.scope) and before.scope in before.right)
    more = says_more(own) if done else goes_on(own) or own.startswith(before.scope[-2:])
    more = more or (not done and _is_of_firm(figure, before, own))
    same = before.clause == figure.clause and (before.scope in figure.left or not figure.left.strip())
    between = figure.text[before.at : figure.at]
    return before.scope if (more or same) and "；" not in between and not _of_other(figure) else ""


def _is_of_firm(figure: Figure, before: Figure, own: str) -> bool:
    """True for the next thing in a row that a firm, a clinic or a co-operative has: 门诊3万人次，住院1200人次."""
    near = figure.clause - before.clause <= 1 and len(own.strip("\x01 ")) <= _SHORT
    return near and bool(_FIRM.search(before.scope)) and not (DONE_BY_ALL.match(own) or _OF_ALL.search(own))


def _before(figures: list[Figure], index: int) -> Figure | None:
    """The figure that the clause before is told by: over a rate (亩均节本100元), a duration, a bracket."""
    figure, near = figures[index], reversed(figures[max(0, index - 3) : index])
    told = [o for o in near if (o.unit_kind != "duration" or o.scope) and (figure.bracket or not o.bracket)]
    return next((o for o in told if o.per != "area" or o.scope), None) or next(iter(told), None)


def _spent_anew(figure: Figure, before: Figure) -> bool:
    """True for the next sum: 投资86万元硬化柳沟村村道，投资12万元维修敬老院."""
    return bool(INVESTED.fullmatch(figure.left.strip("，\x01 ")) and INVESTED.search(before.left))


def _is_of_others(figure: Figure, scope: str) -> bool:
    """True for what is told of the villages besides: 除柳河村4户外，其余31个村."""
    return bool(PLACE.fullmatch(scope) and _OTHERS_LEFT.search(figure.left))


def _same_rate(figure: Figure, before: Figure) -> bool:
    """True for the next value of a rate: 每人每月50元提高到100元, 每人400元，其中财政补助290元."""
    left = figure.left.replace("\x01", "").strip()
    if figure.unit_kind in ("land", "person", "household") and "其中" in figure.left:
        return False
    alike = figure.mention.unit == before.mention.unit and before.scope.startswith("per-")
    if "其中" in figure.left and (figure.mention.value or 0) > (before.mention.value or 0):
        return False  # 人平有粮800斤，其中红苕折粮200万斤
    goes_on = figure.item or figure.kind == "change"
    again = bool(_THEN.fullmatch(left) or AGAIN.fullmatch(left))
    moved = (
        figure.kind in ("growth", "change") and figure.name.startswith(before.name) and before.scope.startswith("per-")
    )
    if moved and before.name and before.kind == "level":
        return True  # 平均每人可支配收入600元，比上年增长8%
    again = again or (verbs_only(left) and (goes_on or before.kind == "change"))
    return alike and bool(again or "其中" in left)


def _of_other(figure: Figure) -> bool:
    """True for money that was invested in something said behind it."""
    return bool(INVESTED.search(figure.left) and re.match("的[\u4e00-\u9fff]{2}", figure.right))
