"""Names that take what they lack from a figure before: 城镇居民人均可支配收入28450元，农村居民12360元."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.aspects import aspect_name
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.predicates import begins_noun, predicate_of, verb_behind
from township_analysis.figures.names.sharing import inherited_name
from township_analysis.figures.names.topics import topic_before, topic_behind
from township_analysis.figures.scope.villages import place_alone, place_in_row
from township_analysis.figures.words import is_aspect, strip_lead, verbs_only

_GROUP = re.compile(r"(?:全体|城乡|城镇|农村|农牧区|牧区)?(?:常住)?(?:居民|农民|农牧民|牧民|渔民|市民|职工)|城镇|农村")
#: Those of whom a rate is told once more: 毛入学率达到85%，其中城市98%，农村77%.
_HALVES = ("城市", "农村", "城镇", "城区", "市区", "乡村", "牧区", "男性", "女性")
_HALF_BEFORE = re.compile(rf"\A(?:{'|'.join(_HALVES)})")
_LEVEL = re.compile(
    r"(?:国家|全国|省|自治区|市|州|县|区|镇|乡|村)级|(?:乡镇|县区|区街|村组|联户|个体|[国省市县区镇乡村社队民公户])[办营属管有]|新建|续建|改建|扩建|[大中小微]型|[A-D一二三四甲乙丙丁][类级档]"
)
#: 办起各类企业86个，其中乡办6个.
_ANY = re.compile(r"\A(?:(?:[办建开]起)?各[类种]|(?:乡镇|乡村|社队)(?=企业))")
_LEVELS = 3  # figures and clauses back to those told by another level: A类12户36人、B类28户
#: A rate with how soon or how it was reached: 按时办结率.
_RATED = re.compile(
    r"(?:按时|按期|及时|限时|一次|总体|综合|平均)[\u4e00-\u9fff]{2}(?:率|度)|[日月]均[\u4e00-\u9fff]{2}"
)
#: How long or wide the thing is that was just told of, and how much earth it took.
_DIMENSIONS = ("长", "宽", "高", "深", "厚")
_EARTH = ("土方", "土石方", "石方")
#: A payment for what was counted before it: 改造危房86户，兑现补助120万元.
_PAYMENT = re.compile(r"支出|(?:兑现|兑付)(?:各[类项])?(?:补助|补贴|奖补|补偿|奖励)(?:资金|款|金)?")
_WHICH = re.compile(
    r"\(?(?:其中|但|而|不过|[中里内]有?)?(?P<which>[\u4e00-\u9fff“”]{2,12})(?<![去来先前时])的(?:[共只仅现]?有|达到?|为|[共只仅]|已达|只剩)*"
)
#: All there are, behind those that came new: 新识别监测对象14户，全乡共有监测对象187户.
_ALL_THERE_ARE = re.compile(r"[共现总]有|累计|总计|全[镇乡村县区]共?有?")
#: Money for what the next clause does with it: 筹资180万元，改造危房校舍2600平方米.
_RAISED = re.compile(r"筹资|(?:筹集|筹措|安排|落实|投入(?:专项|各[类项])|整合|争取)(?:各[类项])?(?:专项)?资金")
#: What came in of the money agreed upon.
_CAME_IN = ("实际到账", "实际到位", "实际使用", "实际利用", "到账", "已到账", "到位")
_AGREED = re.compile(r"(?:[内外]资|资金)\Z")
#: What is left of them, of which only what became of it tells: 余下的8处挂牌督办.
_REMAINING = re.compile(r"(?:余下|剩下|剩余|其余)\Z")
#: What was done, after a word that says that it was.
_ALREADY = re.compile(r"(?:其中|目前|现|均|全部)*(?:已经?|尚未|未)(?!有|形成|达)[\u4e00-\u9fff]{2,4}")
#: 每处不低于100平方米，其中福东里社区320平方米: of one.
_EACH_ONE = re.compile(r"(?<=..)每[处座栋所间个家](?=..)")
#: 多孩出生6人，涉及大湾、石桥两村各2人.
_EACH_OF_THEM = re.compile(r"(?:[\u4e00-\u9fff]{1,4}、)+[\u4e00-\u9fff]{1,4}[两三四五]个?(?:村|社区|小?组)各\Z")
#: What stands behind the number of villages of which each is told.
_OF_EACH = re.compile(r"(?:村|社区|小?组)分别[为是有达]?")
_NEAR_WHOLE = 3  # clauses back to those of whom some are told
_NEXT = 2  # clauses from those counted to what was done with some of them


def which_name(figures: list[Figure], index: int, left: str) -> str:
    """98个村民小组，已通公路的94个: 通公路的村民小组."""
    figure = figures[index]
    which = _WHICH.fullmatch(figure.left.strip("\x01 "))
    before = _of_which(figures, index) if which else None
    if not which or begins_noun(figure.right) or not before:
        return ""
    figure.subject = before.name if before.unit_kind in COUNTED_NOUN else before.subject
    fate = predicate_of(figure.right) or verb_behind(figure.right) if _REMAINING.match(which["which"]) else ""
    name = fate or strip_lead(which["which"], light=False)
    return f"{name}{figure.subject}面积" if figure.unit_kind == "land" else f"{name}的{figure.subject}"


def _of_which(figures: list[Figure], index: int) -> Figure | None:
    """The last count before of what these are some: no fewer, as 912 that get aid are none of 3 orphans."""
    figure = figures[index]
    if figure.mention.form == "zero":
        return figures[index - 1] if index else None
    near = [
        f for f in figures[:index] if figure.clause - f.clause <= _NEAR_WHOLE and f.mention.unit == figure.mention.unit
    ]
    # 需要就业的276户918人，搬迁的186户672人
    near = [f for f in near if not f.left.endswith("的") or begins_noun(f.right)]
    near = [f for f in near if not f.bracket] or near if figure.bracket else near  # (其中三因户20户，需要就业的34户)
    return next((f for f in reversed(near) if (f.mention.value or 0) >= (figure.mention.value or 0)), None)


def bare_verb_name(figures: list[Figure], index: int, left: str) -> str:
    """A verb without object is of what was counted before it: 已解决33件; so is what each of some villages had."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before and before.mention.unit == figure.mention.unit and _EACH_OF_THEM.search(figure.left):
        figure.subject = before.subject
        return before.name
    return inherited_name(figures, index, left) if verbs_only(left) or _done_with(figures, index) else ""


def of_each_name(figures: list[Figure], index: int, left: str) -> str:
    """道路78.6公里，大湾、石桥两个村分别为8和7.2公里: what each has of what was told in the same unit before."""
    before, unit = figures[index - 1] if index else None, figures[index].mention.unit
    next_of_them = before and before.rule == "place" and figures[index].item and not left
    if before is None or not (next_of_them or _OF_EACH.fullmatch(before.right.strip("\x01 "))):
        return ""
    earlier = figures[:index] if next_of_them else figures[: index - 1]
    whole = next((f for f in reversed(earlier) if f.mention.unit == unit and f.kind == "level"), None)
    figures[index].subject = whole.subject if whole else ""
    return whole.name if whole else ""


def _done_with(figures: list[Figure], index: int) -> bool:
    """True for a deed of no known verb, of some of those counted before it: 梳理问题86条，已销号82条."""
    figure, earlier = figures[index], last_level(figures, index)
    if not earlier or not _ALREADY.fullmatch(figure.left.strip("，、\x01 ")) or figure.right.strip(" \x01、"):
        return False
    few = (figure.mention.value or 0) <= (earlier.mention.value or 0)
    return few and earlier.mention.unit == figure.mention.unit and figure.clause - earlier.clause <= _NEXT


def bare_aspect_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect without a topic is of what was counted before it: 改造危房86户，兑现补助120万元."""
    if left in _DIMENSIONS and figures[index].unit_kind == "length":
        return aspect_name(figures, index, left + "度")
    before = figures[index - 1] if index else None
    if left in _EARTH and before and before.unit_kind == "length" and figures[index].clause - before.clause == 1:
        figures[index].subject = before.subject
        return before.subject.removesuffix("长度") + left
    if left == "原" and index and figures[index - 1].mention.unit == figures[index].mention.unit:
        return "原有" + figures[index - 1].subject  # 13个行政村（原23个）
    agreed = _AGREED.search(before.name) if before and left in _CAME_IN else None
    if agreed and before and before.mention.unit == figures[index].mention.unit:
        return agreed[0] + left  # 合同利用外资820万美元，实际到账310万美元
    raised = _RAISED.fullmatch(left) if figures[index].unit_kind == "money" else None
    if raised and not figures[index].part and (work := topic_behind(figures, index)) and "、" not in work:
        return work + left
    paid = _PAYMENT.fullmatch(left) and index and figures[index - 1].unit_kind != "money"
    aspect = paid or is_aspect(left) or _RATED.fullmatch(left)
    return aspect_name(figures, index, left) if aspect else ""


def group_name(figures: list[Figure], index: int, left: str) -> str:
    """城镇居民人均可支配收入28450元，农村居民12360元: 农村居民人均可支配收入."""
    rate = figures[index - 1] if index and left in _HALVES and figures[index].kind == "share" else None
    if rate and rate.kind == "share" and rate.name.endswith("率"):
        return left + _HALF_BEFORE.sub("", rate.name)
    earlier = last_level(figures, index) if _GROUP.fullmatch(left) else None
    if earlier is None or earlier.mention.unit != figures[index].mention.unit:
        return ""
    group = _GROUP.match(earlier.name)
    return left + earlier.name[group.end() :] if group and len(earlier.name) - group.end() >= 2 else ""


def of_place_name(figures: list[Figure], index: int, left: str) -> str:
    """硬化村道5公里，其中东岭村1.2公里: 硬化村道, of a place; 人均收入，东岭村3万元: the clause before is the topic."""
    figure = figures[index]
    alone = place_alone(figure)
    outside = [f for f in figures[:index] if f.bracket <= figure.bracket]
    earlier = last_level([*outside, figure], len(outside)) if alone else None
    if place_in_row(figures, index):
        figure.subject = figures[index - 1].subject
        return figures[index - 1].name
    if earlier and figure.unit_kind == "household" and earlier.unit_kind == "person":
        earlier = figures[figures.index(earlier) - 1]  # 其中东岭村86户312人、西岭村70户260人
    if earlier is None or earlier.mention.unit != figure.mention.unit:
        return topic_before(figure) if alone and earlier is None else ""
    figure.subject = earlier.subject
    return _EACH_ONE.sub("", earlier.name)


def fuller_name(figures: list[Figure], index: int, left: str) -> str:
    """缺粮 behind 因灾缺粮11户 is 因灾缺粮, too."""
    earlier = figures[index - 1] if index else None
    alike = earlier and (earlier.mention.unit == figures[index].mention.unit or earlier.kind in ("growth", "change"))
    if not earlier or alike or len(left) < 2:
        return ""
    whole = left == "人口" or _ALL_THERE_ARE.search(figures[index].left)  # 户数1756户，某村人口48人
    fuller = earlier.subject if not whole and earlier.subject != left and earlier.subject.endswith(left) else ""
    return fuller + "数量" if fuller and figures[index].unit_kind != "money" else fuller


def of_level_name(figures: list[Figure], index: int, left: str) -> str:
    """创建省级示范村2个、市级3个: 创建市级示范村."""
    figure = figures[index]
    alike = [f for f in figures[:index][-_LEVELS:] if f.kind == "level" and f.mention.unit == figure.mention.unit]
    before = alike[-1] if alike and _LEVEL.fullmatch(left) and figure.clause - alike[-1].clause < _LEVELS else None
    if before is None:
        return ""
    if _LEVEL.search(before.name):
        return _LEVEL.sub(left, before.name, count=1)
    verb = "改造" if figure.bracket and before.name.startswith("改造") else ""
    return verb + left + _ANY.sub("", before.subject)  # 改造危房94户（C级31户）
