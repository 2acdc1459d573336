"""What has an output, and of how many works or crops it is: of firms, and not of those who work there."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.words import is_aspect, words

#: What a plan or a sum is called; aspects are of what stood before it.
OF_NOTHING = (
    "年度计划",
    "全年计划",
    "计划",
    "年计划",
    "利税",
    "总投资",
    "投资",
    "占地",
    "占地面积",
    "注册",
    "入社",
    "投工",
    "投劳",
    "投工投劳",
)
#: What firms have, and not those who work in them.
OF_TRADE = ("产值", "利润", "税收", "利税", "营收", "营业收入", "销售收入", "销售额")
#: What works and firms put out.
OF_YIELDS = (*OF_TRADE, "量", "价", "投资", "规模")
#: Staff and capital, and whose they can be: 乡镇企业16个，从业人员450人.
_STAFF = ("从业", "注册", "经营")
_HAS_STAFF = re.compile(
    r"(?:企业|公司|产业|[^耕种]业|[商铺农工大体]户|[社厂场店馆院站园]|车间|农家乐|主体|基地|小区|网点|市场|单位|机构|集团)(?:户数)?\Z"
)
#: An institution, of whose beds or staff its output is not: 镇卫生院病床40张，年门诊量2万人次.
HOUSE = re.compile(
    r"[\u4e00-\u9fff“”]{1,8}?(?:卫生院|医院|敬老院|公司|合作社|加工厂|水厂|电站)(?=[\u4e00-\u9fff])(?!.*(?:项目|工程|生产线)\Z)"
)
#: What the share before was of, which this one is of another measure: 清洁能源装机占比54%、发电量占比51%.
SHARE_TAIL = re.compile(r"(?<=..)(?:装机|用地|[\u4e00-\u9fff]{1,2}[量值额])?占比\Z")
_PAID = ("税金", "税款", "利税", "税收", "税")
_MANY = 2  # different things done before, of which the money is not for the last alone
_WORKED = ("count", "length", "land", "floor", "volume")
_REACHED = re.compile(r"涉及|惠及|受益|带动|覆盖")
#: A work that the others are parts of, at the head of a sentence: 整治老旧院落23个，硬化院坝…，安装路灯….
_WHOLE_WORK = re.compile(r"\A(?:整治|改造|实施|治理|整体)|(?:整治|改造|治理|工程|项目)\Z")
#: What the works of a sentence are all for, before a colon: 村镇建设：拆除旧房…，硬化村道….
_TOPIC = re.compile(
    r"[\s\x01]*(?:[一二三四五六七八九十\d]{1,3}[、.．是]|\([一二三四五六七八九十\d]{1,3}\))?"
    r"(?P<work>[\u4e00-\u9fff“”]{2,8}?(?:建设|工程|项目|整治|改造|治理|行动))："
)
_HEAD = 24  # characters in which that stands
_DONE_SO_FAR = re.compile(
    r"\A[\s\x01]*(?P<work>[\u4e00-\u9fff“”]{3,12}?(?:改造|项目|工程|整治|建设|治理))(?:已|共|累计)*完成"
)
_OF_ALL_CROPS = ("播种面积", "总播种面积", "种植面积", "总面积")
#: 年产90吨茶叶; not 年产90吨的茶厂.
_MADE = re.compile(r"年产(?:各[类种])?\Z")
_GOODS = re.compile(
    r"(?!的|[^、，；。]*(?:项目|工程|生产线|[工茶加][厂场]|装置|能力|产能|规模|基地|企业))"
    r"([\u4e00-\u9fffA-Za-z\d-]{1,12}?)(?<!的)(?=[、，；。：\x00(和及]|\Z)"
)


def yield_names(figures: list[Figure]) -> dict[int, str]:
    """年产90吨茶叶、20吨笋干: what is grown or made stands behind how much of it."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        goes_on = index - 1 in names and figure.left == figures[index - 1].right and figure.left[-1:] in "、和及"
        made = figure.unit_kind in ("mass", "volume") and (goes_on or _MADE.search(figure.left))
        noun = _GOODS.match(figure.right) if made else None
        if noun:
            names[index], figure.subject = f"年产{noun[1]}", noun[1]
    return names


def says_nothing(subject: str) -> bool:
    """True for a plan, a sum or a bare aspect, which nothing is the aspect of."""
    return subject in OF_NOTHING or subject in words("output") or (is_aspect(subject) and subject not in words("act"))


def has_no_staff(subject: str, left: str) -> bool:
    """True for staff or capital behind what has none of its own: 耕地2万亩，从业人员3100人."""
    return left.startswith(_STAFF) and (subject == "企业" or not _HAS_STAFF.search(subject))


def things_before(figures: list[Figure], index: int) -> list[Figure]:
    """The levels before that can have aspects: those that say something, where one stands in the same member."""
    told = [f for f in figures[:index] if f.name and f.kind == "level" and f.subject not in OF_NOTHING]
    if not figures[index].part:
        told = [f for f in told if not f.part] or told  # of all 86, and not of the last class of them
    strong = [f for f in told if not says_nothing(f.subject)]
    near = strong and "；" not in figures[index].text[strong[-1].behind : figures[index].at]
    return strong if near else told


def yields_nothing(figure: Figure) -> bool:
    """True for those who work somewhere, and for taxes paid: 企业12家，从业人员300人，上缴税金50万元，利润80万元."""
    members = figure.subject.startswith(("社员", "成员", "入社"))
    return figure.unit_kind == "person" or members or (figure.unit_kind == "money" and figure.subject.endswith(_PAID))


def of_several(of_things: list[Figure], figures: list[Figure], index: int) -> str | None:
    """What a sum or a gain behind several works is of: the work before a colon, or the whole work told first.

    None where one thing alone was told, ``""`` where none of them is the whole.
    """
    here = figures[index]
    works = [f for f in of_things if f.unit_kind in _WORKED and not _REACHED.match(f.name) and not f.part]
    works = [f for f in works if "；" not in f.text[f.behind : here.at]]
    if topic := _TOPIC.match(figures[0].before[:_HEAD]):
        return topic["work"] if len(works) > 1 else None
    if len({f.subject for f in works}) > _MANY:
        first = works[0]  # 建成高标准农田1.2万亩，铺设管道36公里，打机井42眼: on that land
        on_land = first.unit_kind == "land" and len({f.mention.unit for f in works}) > _MANY
        whole = on_land or _WHOLE_WORK.search(first.name)
        return first.subject if whole else None if here.unit_kind == "money" else ""
    if not works and any(_REACHED.match(f.name) for f in of_things):
        begun = next((f.subject for f in figures[:index] if f.rule == "aspect" and _WHOLE_WORK.search(f.subject)), "")
        if begun:
            return begun
        whole = _DONE_SO_FAR.match(figures[0].left)
        return whole["work"] if whole else ""
    return None


def is_of_all(of_things: list[Figure], figure: Figure, left: str) -> bool:
    """True for money behind several works and for the area of several crops, which are not of the last alone."""
    done = {f.subject for f in of_things if f.unit_kind != "money" and not f.part}
    crops = {f.subject for f in of_things if f.unit_kind == figure.unit_kind == "land" and not f.part}
    return (left.endswith(("投入资金", "总投入")) and len(done) > _MANY) or (
        left in _OF_ALL_CROPS and len(crops) > _MANY
    )
