"""Lengths: of roads and pipes that are named on both sides of them (石塘路2公里的拓宽工程), and how far a place is."""

import re

from township_analysis.figures.common import deeds_only
from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.suffixes import verb_before
from township_analysis.figures.names.wanting import each_before_its_noun
from township_analysis.figures.words import is_aspect, verbs_only

_DISTANCE = re.compile(
    r"(?:(?P<from>(?<![车隔距脱撤])离)|(?<!车)距(?:离|(?!离))|(?:位于|地处)(?=[\u4e00-\u9fff]*[东西南北]))"
    r"(?P<place>[\u4e00-\u9fff()]{2,12}?|[城县市省乡镇])(?:[以偏]?[东西南北])*[部面边方侧]?(?:距离|路程)?(?:均|都|在|仅|约|为|有|达|只有|\x01|\s)*\Z"
)
_PLACE = re.compile(
    r"(?:首府|首都|省会|省城|州府)[\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{0,10}(?:[县省州市]城|[省市县]会|城区|市区|首府|[县市省州]|车站|机场|码头|火车站|高铁站|高速公路?|互通|入口|口岸|边境线?)"
)
_APART = re.compile(r"(?P<from>(?!))?[与和同](?P<place>[\u4e00-\u9fff()]{2,12}?)(?:仅|约)?相距(?:约|仅|近|\s)*\Z")
#: What was built along the whole length, or what was done to it.
_BUILT = re.compile(
    r"的?(?:(?:进行|实施|开展)了?(?:全面|集中)?)?(?P<what>(?![、和及与以])[\u4e00-\u9fff、]{0,10}(?:[路道渠管线堤坝沟桥网]|硬化|绿化|亮化|美化|改造|改建|扩建|改扩建|新建|建设|整治|治理|拓宽|修复|铺设|加固|疏浚))"
    r"(?:的?(?:项目|工程|任务|工作))?(?=[，。；、(]|\Z)"
)
_ENDS_WHOLE = re.compile(r"(?:[长宽高深]度?|里程|距离|海拔|范围)\Z")
#: From where to where is no part of what it is.
_ROUTE = re.compile(r"(?<=..)[到至](?=..)")
_SIZES = ("floor", "land", "length", "volume")
_GROUND = re.compile(
    r"的?(?P<what>[\u4e00-\u9fff]{0,6}?(?:厂房|车间|仓库|用房|商铺|安置房|住房|危房|违建|违法建筑|土地|用地|农田|耕地|林地|草场|荒山|荒坡|水面|鱼塘|堤段|堤防|岸线|路面|路段|路基|管网|管道|边坡|绿地))"
    r"(?=[，。；、的]|\Z|[全已将均]|(?:建设|开工|完工|竣工|封顶|拆迁|征收|平整|流转|整治|改造|修复|建成|投入|投产|集中|拉网|进行|实施))"
)
_MEASURE = re.compile(r"(?:面积|规模|[长宽高深厚]度?|里程|总量|共|计|约|达|余下|剩余)\Z")
_LONGEST = 10  # characters of the place


def distance_name(figures: list[Figure], index: int, left: str) -> str:
    """距县城28公里: 距县城距离."""
    if figures[index].unit_kind != "length":
        return ""
    words_before = figures[index].left
    found = _DISTANCE.search(words_before) or _APART.search(words_before)
    if found:
        return f"{found['from'] or '距'}{found['place']}距离"
    before = figures[index - 1] if index and words_before else None
    listed = before and before.rule == "distance" and figures[index].item | (figures[index].clause - before.clause == 1)
    place = _PLACE.fullmatch(words_before.strip("、，和\x01 ")) if listed else None
    return f"距{place[0]}距离" if place else ""  # 距县城38公里、省城167公里


def stretch_name(figures: list[Figure], index: int, left: str) -> str:
    """What stands before a length and what stands behind it; ``""`` where not both say of what it is."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    listed = following and following.item and following.unit_kind == "length" == figure.unit_kind
    if following and listed and _ROUTE.search(left) and _ROUTE.search(following.left):
        return verb_before(left) + stretch_of(following)  # 修通孙集至大张5公里、李庄至赵楼3公里的乡村公路
    before = figures[index - 1] if index and figure.item else None
    if before and before.rule == "stretch" and _ROUTE.search(left):
        return before.name
    return "" if each_before_its_noun(figures, index) else stretch_of(figure)


def ground_behind(figures: list[Figure], index: int, left: str) -> str:
    """What lies at a place, behind its size: 光电园一期8600平方米厂房, 湖边12公里堤段."""
    figure = figures[index]
    found = _GROUND.match(figure.right.lstrip("\x01 ")) if figure.unit_kind in _SIZES and len(left) >= 2 else None
    where = left[len(verb_before(left)) :] if found else ""
    no_place = (
        len(where) < 2
        or len(where) > _LONGEST
        or is_aspect(where)
        or _MEASURE.search(where)
        or verbs_only(where)
        or deeds_only(where)
    )
    return "" if not found or no_place or where.endswith(found["what"][-2:]) else where + found["what"]


def stretch_of(figure: Figure) -> str:
    """The name of a length that is told of in two parts."""
    built = _BUILT.match(figure.after.lstrip("\x01 ")) if figure.unit_kind == "length" else None
    phrase = left_phrase(figure.left)
    place = phrase[len(verb_before(phrase)) :]
    if not built or not 2 <= len(place) <= _LONGEST or is_aspect(place) or _ENDS_WHOLE.search(place):
        return ""
    if deeds_only(place):
        return ""
    named = verb_before(phrase) if _ROUTE.search(place) else place  # 新修东岭村至石塘村7公里砂石路
    return named + built["what"]
