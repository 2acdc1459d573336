"""Whether what a number counts stands behind it, and not before: 开办43个农村专业合作社, but 养羊80只."""

import re

from township_analysis.figures.common import deeds_only
from township_analysis.figures.model import Figure
from township_analysis.figures.names.between import is_size
from township_analysis.figures.names.doers import begins_deed
from township_analysis.figures.names.persons import PERSON_NOUN
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.names.predicates import admin_noun, begins_noun, predicate_of, split_predicate
from township_analysis.figures.names.suffixes import NOUN_OF_VERB
from township_analysis.figures.words import act_pattern, verbs_only

_SHORT = 6  # characters of a noun between two numbers: 4个产业园31家企业
#: What those counted do to others: 干部200人不间断对来往人员进行排查.
_TO_PEOPLE = re.compile(r"(?:不间断|昼夜|日夜|全天候|轮流|分批|逐一|逐户|定期)[对为给向]|充实|支援")
_HELD = ("会", "会议", "活动", "培训", "讲座", "党课", "演练")
#: Who gave what: 县财政下拨12万元救灾资金.
_GIVES = re.compile(
    r"(?:安排|集中|整合|统筹|划拨|募集|下拨|拨付|拨出|拨给|争取|落实|投入|筹集|筹措|发放|补助|捐赠|捐助|捐献|[给向][\u4e00-\u9fff]{1,8})\Z"
)
#: Land that is something, behind the places where it lies: 新建大湾、石桥350亩茶叶基地.
_GROUND = re.compile(
    r"(?![新扩]?[建种栽植])[\u4e00-\u9fff“”\d]{2,14}?(?:基地|示范园?区|示范[园片点带方]|产业园|果园|茶园|大棚|苗圃)(?:建设)?(?=[，。；、]|\Z)"
    r"|(?:征地|[\u4e00-\u9fff]{0,4}(?:用地|土地))(?=[，。；、已]|\Z)"
)
FUND = re.compile(
    r"[\u4e00-\u9fff“”]{0,10}?(?:资金|款|补助|补贴|经费|物资|金|信贷|[小大]额?贷)(?=[，。；、用予支给帮为办建修购对扶新解开完实改发启补配添种养硬绿]|\Z)"
)
#: What a sum is, behind it: 省财政新增2亿元专项补助资金.
_FUNDS = re.compile(r"的?[\u4e00-\u9fff]{0,8}(?:资金|贷款|国?债券?|经费|补助|补贴|专款)(?=[，。；、用支给帮]|\Z)")
#: What came in, behind it: 带来3万元经济收益.
_GAIN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:收益|收入|效益|分红|营收|利润)(?=[，。；、]|\Z)")
_BRINGS = re.compile(r"(?:带来|实现|创造|获得|取得|产生)了?\Z")
#: 完成200万元任务的60%: the amount of a task.
_OF_GOAL = re.compile(r"[\u4e00-\u9fff]{0,8}(?:任务|目标|计划)的")
#: What is done to land for what grows there, behind it: 引导农户种植300亩烤烟.
SOWS = re.compile(r"(?<=..)新?(?:种植|栽植|栽种|播种|套种|试种|补种)了?\Z")
#: 建档立卡210户中因病致贫的有90户: of whom some are told next.
_OF_THEM = re.compile(r"[当之]?[中里]，?(?:[\u4e00-\u9fff]{2,10}的)?(?:共?有|为|达到?|占)?")
_FIELDS = ("领域", "方面", "行业")  # in which it is: 能源、交通等领域32个项目
#: What was done, in a verb with 了 behind it: 栽了.
_DID = re.compile(r"(?:\A|[，、；\x01]|[全我][镇乡县市]|共|已|又|再|还|新)[\u4e00-\u9fff]{1,2}了\Z")
_NOUN_BETWEEN = re.compile(r"[\u4e00-\u9fff“”]{1,10}[、和与及]")
_NOUN_LAST = re.compile(r"[\u4e00-\u9fff“”]{1,12}")
_MEASURED = ("land", "length", "floor", "volume", "mass")
_SIZES = ("land", "length", "floor", "volume")
#: 连片开挖的260亩鱼塘: what was done to the thing that the number sizes.
_OF_SIZE = re.compile(r"[\u4e00-\u9fff]{2,}的\Z")
_COUNTED = ("count", "person", "household", "event", "person-times")
ENDS_OPEN = re.compile(
    r"(?:的|(?<=[村组户人业目])中|(?<!平)等|对|为|在|由|从|涉及|[县镇乡村组区]|[位排]?[列居名在]?全[国省市州]|[省市县区]直|街道|办事处|苏木|三级|两级|上级|(?:下|所|直)属|下辖)\Z"
)


def wants_noun(figures: list[Figure], index: int, left: str) -> bool:
    """True where the noun counted stands behind the number: 43个农村专业合作社."""
    figure = figures[index]
    if figure.mention.form in ("percent", "zero", "blank") or figure.unit_kind in ("percent", "points", "multiple"):
        return False
    behind = figure.right.lstrip("\x01 ")
    if left and behind[:1].isdigit():
        return False  # 护林员58名24小时值守
    if _OF_GOAL.fullmatch(behind) and figures[index + 1 : index + 2] and figures[index + 1].unit_kind == "percent":
        return False
    if not behind and index + 1 < len(figures) and is_size(figure, figures[index + 1]):
        return True
    if left and figure.unit_kind in _COUNTED and _OF_THEM.fullmatch(behind):
        return False
    if figure.unit_kind == "money" and _GIVES.search(figure.left) and FUND.match(behind):
        return True
    if figure.unit_kind == "money" and _GAIN.match(behind) and _BRINGS.search(figure.left):
        return True
    if _is_named(figures, index, left):
        return False
    if figure.unit_kind == "money" and _FUNDS.match(behind) and any_verb().search(left[-2:]):
        return True
    deed = (
        figure.unit_kind == "money"
        and figure.mention.form != "bare"
        and act_pattern().match(behind)
        and not NOUN_OF_VERB.match(behind)
    )
    if deed and not FUND.match(behind) and not _FUNDS.match(behind):
        return False  # 投入46万元改造活动场所: what was done with it
    ground = figure.unit_kind == "land" and bool(_GROUND.match(behind))
    if not ground and not begins_noun(behind) and not _begins_people(figure, behind):
        return False
    counted = figure.unit_kind in _COUNTED and not behind.startswith("的")
    sown = figure.unit_kind == "land" and bool(SOWS.search(left))
    sown = sown or (figure.unit_kind in _SIZES and _OF_SIZE.search(figure.left) is not None)
    deed = verbs_only(left) or _is_deed(figure, left) or each_before_its_noun(figures, index)
    return ground or sown or counted or deed or bool(ENDS_OPEN.search(left))


def each_before_its_noun(figures: list[Figure], index: int) -> bool:
    """True for the first of sizes that stand before their nouns up to the clause's end: 衬硬12公里水渠、8公里公路."""
    if figures[index].unit_kind not in _MEASURED:
        return False
    last = index
    while last + 1 < len(figures) and _NOUN_BETWEEN.fullmatch(figures[last + 1].left):
        last += 1
    return last > index and begins_noun(figures[last].right) and bool(_NOUN_LAST.fullmatch(figures[last].right))


def _is_deed(figure: Figure, left: str) -> bool:
    """True where nothing but what is done stands before a size: 陆续补种7000亩大葱, 栽了300亩西瓜."""
    return figure.unit_kind in _MEASURED and (deeds_only(left) or bool(_DID.search(figure.left)))


def _is_named(figures: list[Figure], index: int, left: str) -> bool:
    """True where what is counted stands before the number, and what stands behind goes with something else."""
    figure = figures[index]
    if verbs_only(left) or left in _FIELDS or ENDS_OPEN.search(left) or figure.left.endswith("的"):
        return False
    held = figure.unit_kind == "event" and left.endswith(_HELD)
    return held or _next_takes(figures, index) or (figure.item and len(left) >= 2)


def _begins_people(figure: Figure, behind: str) -> bool:
    """True where people of a known sort stand behind their number, and not what they do to others."""
    people = (
        figure.unit_kind in ("person", "household")
        and not figure.item
        and PERSON_NOUN.match(behind)
        and not begins_deed(behind)
    )
    return bool(people) and behind[0] not in "、，和与及占" and not _TO_PEOPLE.match(behind)


def _next_takes(figures: list[Figure], index: int) -> bool:
    """True where the words behind a figure lead on to the next one without a mark: 缺粮11户缺粮714公斤."""
    if index + 1 >= len(figures) or figures[index + 1].clause != figures[index].clause or not figures[index].core:
        return False
    place = figures[index].right.strip(" \x01")
    village = admin_noun(place)
    if village and place.startswith(("分别", "各", "均", "都"), len(village)):
        return False  # 东风、红星、前进三个村分别投资26万元、32万元和18万元
    if place and admin_noun(place) == place and figures[index + 1].unit_kind in ("person", "household", "count"):
        return False
    following = figures[index + 1]
    if following.mention.unit == figures[index].mention.unit and predicate_of(split_predicate(place)[1]):
        return False  # 12个项目开工8个
    share = following.mention.unit == "%" and not following.left.endswith(("率", "占"))
    if len(place) <= _SHORT and (share or (following.mention.form == "number" and begins_noun(following.right))):
        return False
    return not re.search(r"[、，和与及]", figures[index].right) and not figures[index + 1].item
