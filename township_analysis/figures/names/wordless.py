"""Numbers before which nothing stands: the level before, with another measure."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import begun_since
from township_analysis.figures.names.measures import COUNTED_NOUN, counted, with_measure
from township_analysis.figures.names.persons import OF_THE_POOR
from township_analysis.figures.names.predicates import admin_noun
from township_analysis.figures.names.suffixes import verb_before, without_counted
from township_analysis.figures.names.totals import TOTALS, counts_place
from township_analysis.figures.words import alternation

#: A sum of what stands before it.
SUMS = re.compile(r"合计|共计|总计")
#: What belongs to a place as a whole, so that its people are all there are.
_ADMINISTERED = re.compile(r"村|社区|组|街|寨|屯|庄|嘎查|社\Z|队\Z|居委会|居民委员会|管理区|面积|场")
_TEAM = re.compile(r"(?:(?<!生产)(?<!小)(?<!大)队|团伙|队伍|分队|专班|工作组|领导小组|志愿组)\Z")
_HELD = re.compile(r"[保拥]有量\Z")
_PAID = re.compile(r"(?:补[贴助偿]|津贴|奖励|[金款费资])\Z")
_DOSES = ("剂次", "针次", "剂")
_DONE_TO_LAND = re.compile(rf"(?P<deed>(?:{alternation('act')}))面积")
_NEWLY = re.compile(r"\A新(?:成立|[建增植造种辟扩改装打修挖添购]|建成?|发展|培育|注册|登记|认定|引进|开办)(?=..)")


def wordless_name(figures: list[Figure], index: int, earlier: Figure) -> str:
    """The name of a number before which nothing stands: that of the level before, with its own measure."""
    figure = figures[index]
    if figure.unit_kind == "money" and SUMS.search(figure.left):
        head = (
            without_counted(earlier.name) if earlier.unit_kind in COUNTED_NOUN else ""
        )  # 发放高龄津贴312人，共计46万元
        sums = [f.name for f in figures[:index] if f.unit_kind == "money" and f.kind == "level"]
        if not head and len(sums) > 1 and len({name[-2:] for name in sums}) == len(sums):
            return "资金合计"  # 镇财政投入36万元，村集体自筹12万元，群众集资8万元，共计56万元
        return head + "金额" * (not _PAID.search(head)) if head else earlier.name + "合计"
    of_place = figure.opens or _ADMINISTERED.search(earlier.name)
    wide = figure.mention.unit in ("平方公里", "平方千米") and earlier.unit_kind != "land"
    if figure.core and wide and of_place:
        return "面积"  # 18个行政村，12680人口，52平方公里
    if "累计" in figure.left and earlier.mention.unit == figure.mention.unit:
        tail = {"count": "数量", "land": "面积"}.get(figure.unit_kind, "")
        return f"{_NEWLY.sub('', earlier.subject)}累计{tail}"
    if figure.unit_kind in ("household", "person") and not _is_people(earlier):
        return _people_of(figures, index, earlier)
    return _work_at(figures, figure, earlier) or _measured_again(figures, index, earlier)


def _people_of(figures: list[Figure], index: int, earlier: Figure) -> str:
    """Households and persons behind things: those of the place, of the work done there, or of the things."""
    figure = figures[index]
    if figure.unit_kind == "person" and _TEAM.search(earlier.name):
        return earlier.subject + COUNTED_NOUN["person"]  # 成立应急分队4支，共计108人
    first = _first_of_list(figures, index)
    if earlier.unit_kind == "land" and (done := _DONE_TO_LAND.fullmatch(earlier.name)):
        return done["deed"] + COUNTED_NOUN[figure.unit_kind]  # 移栽5412亩，1037户
    if verb := verb_before(first.name):
        return verb + first.subject.removeprefix(verb) * (first is earlier) + COUNTED_NOUN[figure.unit_kind]
    alone = _ADMINISTERED.search(earlier.name) if figure.opens else counts_place(earlier)
    alone = alone or earlier.rule == "distance" or (figure.opens and "辖" in figures[0].left)
    return TOTALS[figure.unit_kind] if alone else counted(earlier.subject, figure.unit_kind)


def _work_at(figures: list[Figure], figure: Figure, earlier: Figure) -> str:
    """What was done in the villages just counted: 安装路灯，12个村共320盏."""
    there = earlier.clause == figure.clause and admin_noun(earlier.subject) == earlier.subject != ""
    return begun_since(figures, figures.index(earlier)) if there else ""


def _measured_again(figures: list[Figure], index: int, earlier: Figure) -> str:
    """The name of the level before with another measure: 城市低保户数 → 城市低保人数."""
    figure = figures[index]
    head = without_counted(earlier.name)
    if figure.unit_kind == "person" and OF_THE_POOR.search(earlier.subject):
        return earlier.subject  # 贫困人口120户、460人
    if figure.unit_kind == "person" and earlier.unit_kind == "household":
        return head if head.endswith("人口") else counted(head, "person")
    if figure.mention.unit in _DOSES and earlier.unit_kind == "person":
        return head + figure.mention.unit  # 接种疫苗9874人21106剂次
    if figure.unit_kind == "floor" and earlier.unit_kind == "count":
        return head + "面积"
    if figure.unit_kind == "power" and earlier.unit_kind == "count":
        return _HELD.sub("", head) + "动力"  # 拖拉机保有量1378台/22160千瓦
    same_money = figure.unit_kind == earlier.unit_kind == "money" and not earlier.part
    return with_measure(head, figures, index, chained=not same_money)


def _first_of_list(figures: list[Figure], index: int) -> Figure:
    """The first of the places that a list counts: 搬迁3个行政村、12个自然村、415户."""
    clause = figures[index].clause
    while index and figures[index - 1].clause == clause and not figures[index].left.strip(" \x01、"):
        index -= 1
    return figures[index]


def _is_people(figure: Figure) -> bool:
    """True for persons and what was done for them, which the number of persons behind it goes on about."""
    return figure.unit_kind in ("household", "person", "money", "person-times", "event") or "户" in figure.name
