"""Names of counts by what each of those counted reaches, the bound behind: 8个村集体收入超20万元."""

import re
from itertools import pairwise

from township_analysis.figures.model import Figure

#: Places that are counted, before what of them is measured; 村级集体 has its 村 in the measure.
_PLACES = (
    r"(?:(?:行政|自然|贫困|脱贫|重点|中心|薄弱)?村|村?社区|嘎查|管理区|乡镇(?!企业)|镇街|市县|县市区?|区县|县区|市州|州市|街道"
    r"|[乡镇县市区])(?:\([^()\d]{1,5}\))?"
)
#: Firms, works and households.
_FIRMS = (
    r"[\u4e00-\u9fff]{0,6}?(?:企业|公司|合作社|家庭农场|大户|商户|农户|[种养]植?殖?户|脱贫户|贫困户"
    r"|(?:工业|产业)?园区|(?:产业)?集群|行业|项目)"
)
#: What each of them has a sum of, and what moved or is a mean.
_SUM = (
    r"[\u4e00-\u9fff]{0,8}?"
    r"(?:收入|产值|增加值|总值|经济总量|营收|销售额?|税收|纳税额?|利税|利润|投资额?|交易额|增幅|增速|积累|积余|结余|存款|资产|收益|经营性收益|净收益)"
)
_OVER = (
    r"(?:已|全部|均|都|全|还|首次|成功|一举|历史性地?)*"
    r"(?:超过?|突破|[跨迈]?过|破|达到?了?|[低高大]于|不足|不到|[未不][超达]过?|逾|在|为|[降升][到至为]|增[加长][到至]?|(?:保持|稳定)在)?"
)
_BOUND = rf"{_OVER}[\d.]*[百千万亿]*(?:元|%)(?:以[上下内])?"
_THRESHOLD = re.compile(
    rf"(?:(?P<place>{_PLACES})(?:的|，|[中里])?|(?P<firm>{_FIRMS}))(?:实现|完成)?"
    rf"(?P<measure>{_SUM}|[\u4e00-\u9fff]{{0,8}}?(?:率(?=(?:已|全部)?[均都])|收入增长))(?P<bound>{_BOUND})(?:大关|关口)?"
)
#: What makes a sum a bound of each, and no sum of all: 8个村集体收入超50万元.
_EACH_OVER = re.compile(r"[超过破低均都全逾]|不足|以[上下内]|[\u4e00-\u9fff][1-9]\d?0*(?:\.0+)?万?元")
#: Behind the bound: how many of them are within it.
_SOME_OF = re.compile(r"(?:以[上下内])?的(?:村|户|企业)?(?:[还仅只共已]?有|为|达|占)?\d")
#: Of each, whatever is measured; and a round bound, which a sum of all is seldom.
_OF_EACH = re.compile(r"[均都]|全部")
_ROUND = re.compile(r"\D*(?:[1-9]\d?0*|\d\.5)?[百千万亿]*(?:元|%)\D*")
#: What all of them have together, which none of them has.
_OF_ALL = re.compile(r"总收入|总投资|完成|总额|合计|总计|(?<!经济)总量|累计|平均")
#: The bound of others, without the measure: 9个村集体收入过10万元，其中3个村突破50万元.
_NEXT_BOUND = re.compile(rf"(?P<who>{_PLACES}|{_FIRMS})?(?P<bound>{_BOUND})(?:大关|关口)?")
_MEASURED = re.compile(rf"(?:[\u4e00-\u9fff]{{2,3}}村(?=年|村?集体|村级))?(?P<measure>{_SUM})")
#: 其他村均达5万元以上: the same of all the others.
_OTHERS = re.compile(
    r"(?P<who>(?:其[他余它]|余下|剩余)的?(?:各|所有|\d+个)?[\u4e00-\u9fff]{0,4}(?:[村镇乡县户]|社区|企业))也?(?:[均都]|全部)"
)


def threshold_name(figures: list[Figure], index: int, left: str) -> str:
    """8个村集体收入全部超过20万元: 集体收入超过20万元的村; the bound is a criterion."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    if figure.unit_kind not in ("count", "household"):
        return ""
    found = _THRESHOLD.fullmatch(figure.text, figure.behind, following.behind) if following else None
    found = found if found and _is_each(found["measure"], found["bound"]) else None
    again = _NEXT_BOUND.fullmatch(figure.text, figure.behind, following.behind) if following and not found else None
    if found and following and _SOME_OF.match(figure.text, following.behind):
        return ""  # 11个村中年收入5万元以下的还有3个
    measure = found["measure"] if found else _measured_before(figures, index) if again else ""
    told = found or again
    if following is None or told is None or not measure or not _is_each(measure, told["bound"]):
        return ""
    figure.subject = (found["place"] or found["firm"]) if found else told["who"] or "村"
    measure = figure.subject + measure if measure.startswith("级") else measure
    following.left = measure
    return f"{measure}{told['bound'].lstrip('已全部均都')}的{figure.subject}"


def others_name(figures: list[Figure], index: int, left: str) -> str:
    """柳沟村集体收入达50万元，其他村均达5万元以上: 其他村集体收入."""
    money = figures[index].unit_kind == "money"
    others = _OTHERS.match(figures[index].left.strip("\x01 ，")) if money else None
    measure = _measured_before(figures, index) if others else ""
    return f"{others['who']}{measure}" if others and measure else ""


def _measured_before(figures: list[Figure], index: int) -> str:
    """What was measured last of some or all: 集体收入 of 9个村集体收入过10万元, and of 柳沟村集体收入."""
    levels = (f for f in reversed(figures[:index]) if f.unit_kind == "money" and f.kind == "level")
    return next((measured["measure"] for f in levels if (measured := _MEASURED.fullmatch(f.name))), "")


def bounds_of(figures: list[Figure]) -> list[Figure]:
    """What those reach of whom is told that they reach it: 20万元 of 154个村集体收入突破20万元."""
    return [bound for figure, bound in pairwise(figures) if figure.rule == "threshold"]


def _is_each(measure: str, bound: str) -> bool:
    """True where the bound is of each of those counted, and no sum of all."""
    if _OF_ALL.search(measure + bound) or not _EACH_OVER.search(bound):
        return False
    return bool(_OF_EACH.search(bound) or _ROUND.fullmatch(bound) or "人均" in measure)
