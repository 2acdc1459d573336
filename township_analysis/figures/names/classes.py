"""Classes told by their name alone, of a sum that says of what it is: 邮电业务总量24万元，其中邮政8万元."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import DEALT
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.words import is_aspect

#: What a sum is of, at the end of its name.
_MEASURE = re.compile(
    r"(?:业务总量|业务收入|零售总?额|销售总?额|营业额|成交额|交货[值额]|(?:固定资产)?[原净]值|增加值|总?产值|(?<!外商)(?<!引进)投资额?|支出"
    r"|(?:保费|销售|营业|经营)收入|(?<!纯)(?<!可支配)收入|[存贷]款余额|生产总值)\Z"
)
#: How the sum is called for a class of it.
_OF_CLASS = {"零售总额": "零售额", "销售总额": "销售额", "总产值": "产值", "投资额": "投资", "生产总值": "增加值"}
#: Branches of the economy, which alone add value to 生产总值.
_BRANCH = re.compile(r"[业产]\Z")
#: What says by itself what is measured, or is no class of a sum.
_OWN = re.compile(
    r"[资税收费款金额值入出利润贷债券量价率本耗蓄口]\Z|自筹|[人户亩]均|[上下内外]\Z|上级|转移|结余|完成|实现"
)
_NAME = re.compile(r"[\u4e00-\u9fff、“”]{2,12}")
#: Where a sum is broken down: 其中, 分经济类型看.
_BROKEN_DOWN = re.compile(r"其中|[分按从][\u4e00-\u9fff]{1,8}(?:来?[看分讲]|划分)(?=[，：])")
#: Classes of one sort, which need no word that says so: 国有经济零售额82万元；集体经济79万元.
_SORT = re.compile(r"(?:经济|企业|工业|商业|产业|行业|业|险|部门|居民|单位)\Z")
#: Wares that are not weighed.
_WARE = re.compile(r"(?:[砖瓦布纱纸酒鞋帽革席伞毯]|玻璃|家具|服装|木材|农具|轮胎|灯泡|陶瓷|瓷器|饮料|啤酒)\Z")
_SHORT = 5  # characters of a ware
_FAR = 10  # figures back to the sum
_LINKS = " \x01，、：(和及与"
#: What is told of a class between it and the next: 增长3%, 占60%.
_OF_THE_LAST = ("growth", "change", "share", "rank")


def with_measure_of_sum(figures: list[Figure], index: int, name: str) -> str:
    """The name of a class with the measure of the sum that it is a class of; other names as they are."""
    figure = figures[index]
    alone = figure.left.strip(_LINKS).removeprefix("其中").strip(_LINKS) == name or figure.rule == "group"
    bare = figure.rule in ("before", "group") and figure.kind == "level" and alone
    if not bare or not _NAME.fullmatch(name) or _OWN.search(name) or is_aspect(name):
        return name
    if any_verb().match(name) and not _SORT.search(name):
        return name
    if figure.unit_kind == "money":
        return name + _measure_of_row(figures, index, name)
    return name + _output_of_row(figures, index, name)


def _output_of_row(figures: list[Figure], index: int, name: str) -> str:
    """产量 for a ware behind another's: 原煤产量28万吨，机砖4600万块，面粉3200吨; else ``""``."""
    figure = figures[index]
    if (
        DEALT.match(name)
        or "产" in (name[0], name[-1])
        or not (figure.unit_kind == "mass" or _WARE.search(name))
        or figure.item
        or figure.part
        or figure.bracket
    ):
        return ""
    before = next((f for f in reversed(figures[:index]) if f.kind not in _OF_THE_LAST), None)
    row = before and before.name.endswith("产量") and before.clause + 3 > figure.clause and not before.part
    return "产量" if row and len(name) <= _SHORT else ""


def _measure_of_row(figures: list[Figure], index: int, name: str) -> str:
    """The measure of the sum at the head of the row that a class stands in, or ``""``."""
    figure = figures[index]
    for earlier in reversed(figures[max(0, index - _FAR) : index]):
        if earlier.kind in _OF_THE_LAST or (earlier.bracket and not figure.bracket):
            continue
        measure = _MEASURE.search(earlier.name) if earlier.unit_kind == "money" and earlier.core else None
        if measure is None:
            return ""
        told = measure[0] in earlier.near(earlier.at)[-len(measure[0]) - 12 :]
        if told and _is_class(earlier, figure, name, earlier.name[: measure.start()]):
            return _called(measure[0], name)
        if told and not earlier.part:
            return ""
    return ""


def _is_class(whole: Figure, figure: Figure, name: str, head: str) -> bool:
    """True for a class of a sum, or one of the sort that the sum is told of."""
    sort = _SORT.search(name)
    alike = sort and head.endswith(sort[0]) and head != name
    few = (figure.mention.value or 0) <= (whole.mention.value or 0)
    return bool(alike) or (few and bool(_BROKEN_DOWN.search(figure.text[whole.behind : figure.at])))


def _called(measure: str, name: str) -> str:
    """What a measure is called for a class: 零售额 of 零售总额; only branches have a part of 生产总值."""
    return "" if measure == "生产总值" and not _BRANCH.search(name) else _OF_CLASS.get(measure, measure)
