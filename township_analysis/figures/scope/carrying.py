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
    is_subject,
    is_wider,
    says_more,
    turns_from,
)
from township_analysis.figures.scope.villages import PLACES
from township_analysis.figures.scope.works import clause_naming, tells_of
from township_analysis.figures.words import verbs_only

#: 其中石门村36万元，居全镇第一: the rank of what stands before it.
_RANKED = re.compile(r"[\x01 ]*(?:[位稳跃]?居|排|[位名]?列|保持|连续|首次)")
#: 人均增收 with no word of whose: of those that the named village or firm before it has.
_BARE_RATE = re.compile(
    r"[，、\x01 ]*(?:实现|带动|可|预计|年|已)*(?:人均|户均|人平|户平)(?:年|月|可)?"
    r"(?:纯?收入|增收|分红|工资|务工收入|年收入|受益|获利|创收|产值)[^，。；、]{0,6}"
)
#: Who invests, again and again.
_INVESTS = re.compile(r"(?:公司|厂|企业|集团|合作社|村|社区|校|院|[小中]学)\Z")
#: Works of other kinds that a clause counts at its head.
_OTHER_WORKS = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:水库|山塘|大桥|公路|学校|医院|卫生院|敬老院|村(?!民)|项目|工程|小区|社区|广场|公园|水厂|电站)"
)
#: What is built, and builds or pays nothing itself.
WORK = re.compile(r"(?:桥|路|街|大道|隧道|水库|堤防?|渠|坝|广场)\Z")
#: A house or a work whose grounds no road between villages is on.
_HOUSE = re.compile(
    r"(?:楼|[小中]学|学校|院|厂|桥|水库|市场|(?:供水|饮水|自来水|农网|电网|亮化|安置|建房)[\u4e00-\u9fff]{0,3}工程)\Z"
)
#: A road that serves a whole village or joins two.
_ROAD_ELSEWHERE = re.compile(
    r"(?:硬化|铺设|新修|修[建通筑]|拓宽|新建|扩建|整修|改造|完成)了?[^，。；、]{0,12}?"
    r"(?:(?:通[村组社户]|村[级组内间道]|进村|乡村|田间|机耕|产业|村)[\u4e00-\u9fff]{0,4}路|村道|机耕道|[至到][^，。；、]*路)"
)
#: 对石门村进行改造，同时修建活动场地，安装路灯20盏: done in the same place.
_ALSO = re.compile(r"[^，。；]*，\x01?(?:同时|同步|并(?!列|且全)|还)(?!在|对|为|给|全)")
_REACH = 200
_THEN = re.compile(r"[比较](?:上年|去年|往年)?(?:同期)?的?")


def carried_scope(figures: list[Figure], index: int, wide: bool) -> str:
    """The named body of the clause before, which holds up to where a clause turns from it (有医护人员52人).

    Args:
        figures: The figures of the sentence.
        index: Which of them is asked about; those before it have their scopes.
        wide: True in the report of a county or more, whose clauses each have a body of their own.
    """
    figure, before = figures[index], _before(figures, index)
    if before is None or not before.scope:
        return figure.scope
    if figure.kind == "rank" and _RANKED.match(clauses_of(figure)[-1]) and not is_wider(before.scope):
        return before.scope
    if figure.scope and not (_BARE_RATE.fullmatch(clauses_of(figure)[-1]) and not is_wider(before.scope)):
        return figure.scope
    if _spent_anew(figure, before) or _ends_row(figures, index, before):
        return figure.scope
    if is_wider(before.scope):
        figure.per = before.per if _same_rate(figure, before) else figure.per
        return before.scope if _same_rate(figure, before) else ""
    own = clauses_of(figure)[-1]
    if is_region(before.scope) and before.clause != figure.clause and figure.kind == "level":
        return ""
    return before.scope if _stays(figure, before, own, wide) else figure.scope


def _stays(figure: Figure, before: Figure, own: str, wide: bool) -> bool:
    """True where nothing turns from the body that the clause before begins with.

    What was done to a body holds only for what measures it: 投资80万元改造某某小学, 新建卫生室3所 is elsewhere.
    """
    apart = before.clause != figure.clause
    if apart and (turns_from(own) or (WORK.search(before.scope) and DONE_BY_ALL.match(own))):
        return False  # 青石大桥完成投资860万元，引进项目6个
    between = figure.text[before.behind : figure.at]
    if "；" in between or (figure.unit_kind == "count" and figure.name.endswith(before.scope[-1])):
        return False  # 柳河村…, 省级文明村3个
    if apart and not figure.left.strip("\x01 ") and _OTHER_WORKS.match(figure.right):
        return False  # 石河治理工程完成600米，3个小型水库加固顺利进行
    if apart and _HOUSE.search(before.scope) and _ROAD_ELSEWHERE.match(own.lstrip("\x01 ") + figure.right):
        return False  # 投资85万元建成中心小学教学楼，硬化村道3公里
    if before.rule == "place" and figure.item and figure.left.strip():
        return False  # 其中城东社区20家、规上企业16家
    here = before.clause == figure.clause
    if PLACES.fullmatch(before.scope) and _ALSO.match(between) and not turns_from(between):
        return True
    if not is_subject(before.scope, figure.text[: figure.at]):
        clause = clause_naming(before.scope, figure.near(_REACH))
        more = says_more(own) or tells_of(before.scope, clause, own, figure.right)
        return more or (here and (before.scope in figure.left or not figure.left.strip()))
    there = PLACES.fullmatch(before.scope) and re.search(f"[在沿]{before.scope}", figure.near(_REACH))
    if there and not here and DONE_BY_ALL.match(own):
        return False  # 率先在石门村试种药材80亩，实施深耕1.2万亩
    invested = f"的{before.scope}" in figure.text[: figure.at]  # 投资90万元的门诊楼完工，新建卫生室5个
    placed = before.rule == "place" and not (here and not figure.left.strip())
    strict = ((wide or invested) and not here) or placed or figure.status == "plan"
    return goes_on(own) if strict else not turns_from(between)


def _before(figures: list[Figure], index: int) -> Figure | None:
    """The figure that the clause before is told by: over a rate (亩均节本100元), a duration, a bracket."""
    figure, near = figures[index], reversed(figures[max(0, index - 3) : index])
    told = [o for o in near if (o.unit_kind != "duration" or o.scope) and (figure.bracket or not o.bracket)]
    return next((o for o in told if o.per != "area" or o.scope), None) or next(iter(told), None)


def _ends_row(figures: list[Figure], index: int, before: Figure) -> bool:
    """True behind places in a row, each with its own: 大湾800亩茶园、石坝600亩果园，带动农户300户 is of them all."""
    row = [f for f in figures[:index] if f.clause == before.clause and f.rule == "place" and f.scope]
    return before.clause != figures[index].clause and len({f.scope for f in row}) > 1


def _spent_anew(figure: Figure, before: Figure) -> bool:
    """True for the next sum: 投资86万元硬化柳沟村村道，投资12万元维修敬老院."""
    if not INVESTED.fullmatch(figure.left.strip("，\x01 ")):
        return False
    does = is_subject(before.scope, before.text[: before.at]) and _INVESTS.search(before.scope)
    return bool(INVESTED.search(before.left) or (figure.right.strip("\x01 ") and not does))


def _same_rate(figure: Figure, before: Figure) -> bool:
    """True for the next value of a rate: 每人每月50元提高到100元, 每人400元，其中财政补助290元."""
    left = figure.left.replace("\x01", "").strip()
    if figure.unit_kind in ("land", "person", "household") and "其中" in figure.left:
        return False
    if figure.rule == "pair" and figure.kind == "growth":
        return False  # 农民人均纯收入2100元，税金1200万元，分别增长5%和11%
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
