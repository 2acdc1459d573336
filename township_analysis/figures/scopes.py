"""For whom or where a figure holds, where it is not the township as a whole."""

import re

from township_analysis.figures.attributes import per_of
from township_analysis.figures.model import Figure
from township_analysis.figures.phrases import left_phrase
from township_analysis.figures.words import act_pattern, strip_link
from township_analysis.lang.numerals import number_value

_NAMED = re.compile(
    r"(?:^|[，。；：、在和与及对为由向\x00\x01]|投入|建成|实施|完成|新建|其中)"
    r"(?P<name>[\u4e00-\u9fff“”*]{1,14}?(?:中心学校|中心小学|中学|小学|学校|幼儿园|卫生院|敬老院|公司|合作社|农场|养殖场|水库|社区|[^、行各全每个贫农出新示邻自乡城美该两多本我通进下驻入离到]村)(?![级委庄民集镇组社干部规居容两医])|[\u4e00-\u9fff]{3,}(?:经济区|经济圈)|[\u4e00-\u9fff]{4,}(?:产业园|工业园|科技园|物流园|景区|污水处理厂|大桥|水厂|电站|中心(?=主体|总|占|完成|建成|项目))|[\u4e00-\u9fff]{2,8}至[\u4e00-\u9fff]{2,12}?(?:公路|管道|线路|铁路|高速|道路))"
)
_OWNER = re.compile(
    r"(?:的|建成|修建|新建)(?P<name>[\u4e00-\u9fff“”*]{2,14}?(?:项目|工程|学校|中学|小学|公司|产业园|工业园|公路|大桥|医院|卫生院|车间|厂|商贸城|广场|市场|中心|小区|大厦|酒店|电站|水库|桥))"
)
_LISTED = re.compile(
    r"(?:^|[在对为，。；：\x01])(?P<names>[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{1,4})+)(?P<count>\d+|[两二三四五])个(?:村|社区|行政村)"
)
_GOES_ON = re.compile(
    r"\s*(?:已|现|现已|可|将|预计)?(?:有|建成|新增|投资|总投资|占地|年产|带动|完成|现有|设|配备|建筑面积|总建筑|使用|共计投入|吸纳|实现)"
)
_GENERIC = re.compile(
    r"各|全|每|所有|个|部分|其他|贫困|行政|自然|农村|示范|本村|贫困村|新型|专业|农民|企业|有限公司\Z.{0}|家庭|公办|民办|中心村|标准化|规模|大型|该|城乡|乡村|新|等"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:村|社区|居委会|嘎查)")
_COUNTY = re.compile(r"(?:^|[，。；：、])\s*(?P<name>全[县市区省国])")


def _named(clause: str) -> str:
    """The named place or body that a clause begins with or speaks of, with words of its own behind it."""
    found = list(_NAMED.finditer(clause))
    if not found:
        return ""
    name, behind = found[-1]["name"], clause[found[-1].end() :]
    verb = act_pattern().match(name)
    if (
        verb
        or _GENERIC.search(name)
        or len(behind) > 24
        or len(strip_link(behind)) < 2
        or re.match(r"、|\d|[一二两三四五六七八九十]+[所个家座处]", behind)
    ):
        return ""
    return name


def place_alone(figure: Figure) -> str:
    """The village or community that stands where a name would (其中东岭村1.2公里), else empty."""
    phrase = left_phrase(figure.left)
    return phrase if _PLACE.fullmatch(phrase) and not _GENERIC.search(phrase) else ""


def _behind(right: str) -> str:
    """The named project or body behind an attribute: 投资500万元的某某基地."""
    found = _OWNER.match(right.lstrip("\x01 "))
    return "" if not found or _GENERIC.search(found["name"]) else found["name"]


def _listed_places(figure: Figure) -> str:
    """The villages that are named before their number (在白岩、黄泥坝2个村…): what follows is about them."""
    found = _LISTED.search(figure.before)
    return found["names"] if found and found["names"].count("、") + 1 == number_value(found["count"]) else ""


def carried_scope(figure: Figure, before: Figure | None) -> str:
    """The named body of the clause before, where this clause goes on about it (有医护人员52人)."""
    if before is None or not before.scope or before.scope.startswith(("per-", "全")) or figure.scope:
        return figure.scope
    figure.owned = before.owned or before.scope == _behind(before.right)
    goes_on = figure.owned or _GOES_ON.match(_clauses(figure)[-1]) or act_pattern().match(_clauses(figure)[-1])
    return before.scope if goes_on and "；" not in figure.before[len(before.before) :] else figure.scope


def _clauses(figure: Figure) -> list[str]:
    return re.split(r"[，。；：]", figure.before)


def scope_of(figure: Figure, wide: bool) -> str:
    """Empty for the township as a whole; a named place or body; 全县; or ``per-capita`` and the like.

    Args:
        figure: The figure with its name and the words around it.
        wide: True where the report itself is about a county or more, so that 全县 is its whole.
    """
    if figure.rule == "place":
        return place_alone(figure)
    clauses = _clauses(figure)
    left = clauses[-1]
    if name := _named(left) or _behind(figure.right):
        return name
    if len(clauses) > 1 and _GOES_ON.match(left) and (found := _NAMED.match(clauses[-2])) and _named(clauses[-2]):
        return found["name"]
    if places := _listed_places(figure):
        return places
    if not wide and (county := _COUNTY.search(left)) and figure.kind != "rank":
        return county["name"]
    per = per_of(figure)
    return f"per-{per}" if per in ("capita", "household", "village") else ""
