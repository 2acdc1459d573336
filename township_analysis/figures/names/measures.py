"""The noun of what is counted or measured, at the end of a name: 户数, 面积, 金额."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.persons import ENDS_IN_PERSON, OF_THE_POOR
from township_analysis.figures.words import act_pattern, alternation

#: What is counted, by the kind of its unit.
COUNTED_NOUN = {"person": "人数", "household": "户数", "person-times": "人次"}
_THE_POOR = re.compile(r"(?:建档立卡|剩余|其余|农村|未)*(?:贫困|脱贫)户")
#: Those of a whole that are left over.
LEFT_OVER = ("剩余", "其余", "余下")
_ENDS_COUNTED = re.compile(
    r"(?:总量|(?<!多)数|总产|总值|增加值|密度|人数|户数|人口|次数|场数|场次|人次|面积|长度|里程|金额|资金|收入|产值|产量|户|人|(?<!幅)员|者|对象|群众|学生|干部|党员|老人|儿童|患者|职工|学员|代表|委员"
    r"|书记|主任|干事|专家|教授|支书|[镇乡局所站组队校院楼林河田格会]长"
    r"|劳动力|毕业生|教师|医生|医师|护士|婴儿|新生儿|农民|居民|村民|嫌疑人|技师|骨干|人才|家庭|妇女|青年|军人|新生|考生|毕业生|婴幼儿|[男女师]生|费|款|额|贷|税|支出)”?\Z"
)
#: Persons are not counted by what they are paid: 助学贷款86人.
_ENDS_IN_MONEY = re.compile(r"(?:款|贷|费|税|资金|补助|补贴|津贴|[慰抚学养]金)\Z")
#: Firms are counted in 户, too.
FIRMS = re.compile(r"(?:主体|企业|商户|公司|总量|总数)\Z")
#: Names that say themselves that households are counted; 入户 does not.
_HOUSEHOLDS = re.compile(r"(?:(?<![入到进])户|户数|家庭|任务|指标)”?\Z")
_AREA_WORK = re.compile(
    r"(?:种植|造林|改造|防治|管护|播种|整治|流转|治理|养殖|抚育|补植|绿化|硬化|建设|还林|还草|改良|复垦|复耕|恢复|种|水稻|玉米|小麦|大豆|蔬菜|油菜|马铃薯"
    r"|[果茶桑菜竹药橘桔柑蔗花草梨枣胶]园|药材|调减|低改|整地|亮化|拆除|拆违|征收|征地|套种|覆盖|改良|机耕|机播|机收|秋冬种|春播|秋播)\Z"
)
_LIVESTOCK = re.compile(r"(?:养殖|饲养|养(?!量)[\u4e00-\u9fff])\Z")
#: Land that work is done to is its own measure: 新增耕地.
_WORKED_LAND = re.compile(r"\A(?:新增|腾出|征用|平整|盘活).*(?:耕地|土地|用地|农田|绿地|湿地|宅基地|荒地|林地|草场)\Z")
#: 12名 behind a noun counts those whom the noun names; behind a verb it needs a noun: 新增就业12名.
_ENDS_IN_VERB = re.compile(rf"(?:{alternation('act', 'state')}|从业|上岗|参军|务工|培训|脱贫|进保|征兵|录取)\Z")
#: Offices that stand for what they collect: 国税完成320万元.
TAX_OFFICES = ("国税", "地税", "国税部门", "地税部门", "税务部门", "财政部门", "财政")
_ENDS_IN_TIMES = re.compile(r"人次|人数|(?:客流|流|接待|总|吞吐)量\Z")
_SAYS_MEASURE = ("干部", "量", "额", "数", "率", "值", "总产", "单产", "亩产")
#: What is done with wares that were made before.
DEALT = re.compile(r"\A(?:交售|出售|收购|外[调销运]|出口|进口|销售|库存|储备|消耗|施用|使用)")
#: What is done for birth control, which its unit alone tells to be counted.
_SURGERY = re.compile(r"(?:做|施行|落实)?(“?四术”?|(?:[男女]扎)?结扎|[放上取]环|人流|引产|皮埋)")
_LONGEST = 8  # characters of an item that borrows the measure of the one before
_DAYS = ("工日", "劳动日", "投工", "用工")
_ANIMAL = re.compile(r"(?![外购销引新出死产接调上])[\u4e00-\u9fff]{1,3}[猪牛羊禽鸡鸭鹅马驴骡驼兔鸽]")
_HERDS = tuple("头只羽匹峰")
#: 种小麦 is no noun; 种植烤烟 is, in the text's own order.
_SOWN_BEFORE = re.compile(r"(?:新|扩大|推广|落实|发展)?(种植|播种|栽植|栽种|套种)")
_TAIL = re.compile(
    r"(?:对象|人员|种植面积|播种面积|面积|人口|年出栏|出栏|存栏|存笼|出笼|圈存|饲养量|年产量|总?产量|总产|里程|(?:货物|旅客)?(?:运输|周转)量|[客货]运量)\Z"
)
#: What is weighed and named without a verb is what was grown or made.
_PRODUCE = re.compile(
    r"(?:生产)?((?!总?产|收购|调运|销售|购|运|贩)(?:粮食|油料|肉类|原煤|原油|钾肥|化肥|水泥|碳酸锂|[\u4e00-\u9fff]{0,3}[烟蔗棉钢]|(?:猪牛羊)?肉|甜菜|蔬菜|水果|干果|茶叶"
    r"|食用菌|棉花|油菜籽?|花生|大豆|稻谷|水稻|小麦|玉米|马铃薯|红薯|薯类|[\u4e00-\u9fff]{0,2}药材|苹果|柑橘|板栗|核桃|花椒|辣椒|煤炭?|石油|天然气|生铁|钢材|(?:食|机制)?糖"
    r"|(?:机制)?纸|棉?纱|原?盐|水产品?|[鲜禽]?蛋|[牛鲜]?奶|蚕?茧))"
)
#: How much was carried, by which way: 货物运输量12万吨，其中公路10万吨.
_CARRIED = re.compile(r"(?:运输|周转|[客货]运)量\Z")
#: A sector of the economy, told by its number alone.
SECTOR = re.compile(r"第[一二三]产业|第?[一二三](?:产|次产业)")
_OUTPUT_OF_ALL = re.compile(r"生产总值|GDP|增加值")
_LONG = re.compile(r"长|[里水路行]程|公里|距|宽|海[拔拨]|深|径|高|水位|雨|厚|量\Z|线\Z")
_ROAD = re.compile(r"(?<![渠管街河隧步沟巷修])(?:道|路)\Z")
_SO_LONG = re.compile(r"(?<=..)(?<=[街道路渠堤坝沟河])长\Z")
#: What a verb behind a length says that it is the length of: 机耕路由4米拓宽到6.5米.
_ACROSS = {"拓宽": "宽度", "加宽": "宽度", "加高": "高度", "加深": "深度"}
_BARE = re.compile(
    r"面积|规模|单产|亩产|总产|人口|人数|户数|产量|产值|出栏|出笼|存栏|存笼|圈存|存圈|养|数量|种植\Z|基地\Z|园\Z"
)


_NEAR = 6  # figures


def with_measure(name: str, figures: list[Figure], index: int, *, chained: bool = False) -> str:
    """The name with the noun of what is counted, where it does not say it: 易地扶贫搬迁 → 易地扶贫搬迁户数."""
    figure = figures[index]
    kind, unit = figure.unit_kind, figure.mention.unit
    if (told := _by_unit(name, figure)) is not None:
        return told
    if tail := _borrowed_tail(name, figures, index):
        return name + tail
    if kind == "person" and _ENDS_IN_MONEY.search(name):
        return name + COUNTED_NOUN[kind]
    if unit == "例" and (done := _SURGERY.fullmatch(name)):
        return done[1] + "例数"  # 结扎29例，放环274例
    if not name or _ENDS_COUNTED.search(name) or (unit in ("名", "位") and not _ENDS_IN_VERB.search(name)):
        return name
    if kind in COUNTED_NOUN and not name.endswith(("客运量", "吞吐量", "客流量")):
        return counted(name, kind)
    if kind == "mass" and (grown := _PRODUCE.fullmatch(name)) and not _is_handed_on(figures, index):
        return f"{grown[1]}产量"
    if kind == "money" and is_sector(name, figures, index):
        return name + "增加值"
    if kind == "money":
        return name + _money_tail(name, figure, chained=chained)
    return name + _dimension_tail(name, figure, "里程" if _of_mileage(figures, index) else "")


def counted(name: str, kind: str) -> str:
    """What is counted, with the noun of the unit: 低保户人数; the persons of 贫困户 and 脱贫户 are their 人口."""
    return name + ("人口" if kind == "person" and _THE_POOR.fullmatch(name) else COUNTED_NOUN[kind])


def _is_handed_on(figures: list[Figure], index: int) -> bool:
    """True for the next of goods that no one grew or made here: 发放地膜26吨、化肥50吨."""
    before = figures[index - 1] if index and figures[index].item else None
    return before is not None and before.unit_kind == "mass" and act_pattern().match(before.name) is not None


def is_sector(name: str, figures: list[Figure], index: int) -> bool:
    """True for a sector behind the output of all: 生产总值12亿元，其中第一产业3亿元."""
    earlier = (f for f in reversed(figures[:index]) if f.kind == "level" and f.unit_kind == "money")
    return bool(SECTOR.fullmatch(name) and _OUTPUT_OF_ALL.search(next((f.name or f.left for f in earlier), "")))


def sector_name(before: list[Figure], figure: Figure, name: str) -> str:
    """The name of a sector behind the sentence that told the output of all: 生产总值12亿元。其中第一产业3亿元."""
    money = figure.part and figure.unit_kind == "money" and SECTOR.fullmatch(name)
    return name + "增加值" if money and is_sector(name, before, len(before)) else name


def _by_unit(name: str, figure: Figure) -> str | None:
    """The name where the unit alone decides on its end, whatever stands around it."""
    kind, unit = figure.unit_kind, figure.mention.unit
    took = figure.left.rstrip("了\x01 ").endswith(("完成", "入库", "征收")) or (
        figure.part and name in ("国税", "地税")
    )
    if kind == "money" and name in TAX_OFFICES and took:
        return name + "收入"
    if kind == "person-times" and name and not _ENDS_IN_TIMES.search(name):
        return name.removesuffix("车次") + "人次"
    if unit.endswith(_DAYS) and name and not name.endswith(_DAYS):
        return name + "工日"
    if unit in ("批", "批次") and name and not name.endswith("批次"):
        return name + "批次"
    if (
        kind == "mass"
        and figure.kind == "level"
        and len(name) > 2
        and name.startswith("生产")
        and not name.startswith("生产能力")
    ):
        return name[2:] + "产量"
    return _of_households(name) if kind == "household" else None


def _of_households(name: str) -> str | None:
    """The name of a number of households: 贫困人口 → 贫困户; ``None`` where it says so already."""
    if name in ("人口", "总人口"):
        return "总户数"
    if poor := OF_THE_POOR.search(name):
        return name[: poor.start()] + poor[1] + "户"
    if FIRMS.search(name):
        return name
    return name + "户数" if name and not _HOUSEHOLDS.search(name) else None


def _money_tail(name: str, figure: Figure, *, chained: bool) -> str:
    """What a sum of money is called behind what it was for."""
    if (figure.part or figure.bracket) and name.endswith("自筹"):
        return "资金"
    return "金额" if chained else ""


def _of_mileage(figures: list[Figure], index: int) -> bool:
    """True behind the length of all roads: 公路里程96公里，村道28公里."""
    return any(f.name.endswith("里程") for f in figures[max(0, index - _NEAR) : index] if f.unit_kind == "length")


def _dimension_tail(name: str, figure: Figure, before: str = "") -> str:
    """The measure of land, floors, roads, herds and events, where the name does not say it."""
    kind, unit = figure.unit_kind, figure.mention.unit
    if kind == "land" and not _WORKED_LAND.match(name) and (not _BARE.search(name) or _AREA_WORK.search(name)):
        return "面积"
    if kind == "floor" and not _BARE.search(name) and not name.endswith(("路", "场", "院")):
        return "面积"
    if kind == "event" and unit in ("次", "场") and name[-1:] != "量" and (len(name) > 2 or _ends_in_doing(name)):
        return f"{unit}数"
    if kind == "length" and _SO_LONG.search(name):
        return "度"
    if unit in ("毫米", "㎜") and name.endswith(("降水", "降雨")):
        return "量"
    if kind == "length" and (figure.part or 2 <= len(name) <= 3) and not _LONG.search(name):
        mileage = before or ("里程" if _ROAD.search(name) else "长度")
        return _ACROSS.get(figure.right.strip(" \x01")[:2], mileage)
    return "数量" if unit not in ("家", "户") and kind == "count" and _LIVESTOCK.search(name) else ""


def _ends_in_doing(name: str) -> bool:
    return name == "学习" or bool(act_pattern().fullmatch(name))


def _borrowed_tail(name: str, figures: list[Figure], index: int) -> str:
    """The measure that the figure before is of, for a bare item of the same list: 总人口…，男性 → 男性人口."""
    if not index or _borrows_nothing(name, figures[index]) or not _is_listed(name, figures, index):
        return ""
    figure = figures[index]
    before = next((f for f in reversed(figures[:index]) if f.kind == "level"), figures[index - 1])
    same = before.mention.unit == figure.mention.unit or before.unit_kind == figure.unit_kind != "count"
    livestock = figure.mention.unit[:1] in _HERDS and before.mention.unit[:1] in _HERDS
    fits = (figure.unit_kind in ("land", "person", "mass") and same) or (
        figure.unit_kind == before.unit_kind == "length" and figure.part
    )
    fits = fits or (figure.mention.unit == before.mention.unit and bool(_CARRIED.search(before.name)))
    fits = fits or (livestock and (figure.item or figure.part or len(name) <= 2 or _is_animal(name, figure)))
    tail = _TAIL.search(before.name) if fits else None
    if tail is None or name.endswith(tail[0]):
        return ""
    sown = _SOWN_BEFORE.match(before.name) if tail[0] == "面积" else None
    return (sown[1] if sown else "") + (tail[0].removeprefix("总") if tail[0].endswith("量") else tail[0])


def _is_animal(name: str, figure: Figure) -> bool:
    """True for an animal told alone: 绒山羊8200只, but not 发展山羊."""
    return bool(_ANIMAL.fullmatch(name)) and figure.left.strip("，、 \x01") == name


def _borrows_nothing(name: str, figure: Figure) -> bool:
    """True for a name that says by itself what is measured, or that is no bare noun."""
    people = figure.unit_kind == "person" and name not in ("女", "女性")
    if (people and ENDS_IN_PERSON.search(name)) or name.endswith(_SAYS_MEASURE):
        return True
    if DEALT.match(name) and figure.unit_kind == "mass":
        return True
    if name.startswith(("产", "总产")) and figure.unit_kind == "mass":
        return True
    return not name or len(name) > _LONGEST or bool(_BARE.search(name) or act_pattern().match(name))


def _is_listed(name: str, figures: list[Figure], index: int) -> bool:
    """True for an item or part of a list, and for a name so short that it must be one."""
    figure = figures[index]
    grown = figure.unit_kind == "mass" and figures[index - 1].name.endswith("产量")
    herd = figures[index - 1].mention.unit[:1] in _HERDS and _is_animal(name, figure)
    bare = ((figure.unit_kind == "person" or grown) and len(name) <= 4) or len(name) <= 2 or herd
    return bool(figure.part) or figure.item or bare
