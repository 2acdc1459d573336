"""Names from the noun phrase before a number, where no other rule knows more: 播种棉花面积3万亩."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.bearers import firms_before
from township_analysis.figures.names.measures import with_measure
from township_analysis.figures.names.persons import OF_THE_POOR
from township_analysis.figures.names.suffixes import verb_before

_SEX = {"男": "男性", "女": "女性"}
#: The township's own bodies are part of the name where they paid and nothing else is said.
_OWN_MONEY = re.compile(r"(?:[镇乡]政府|[镇乡]财政|[镇乡]党委政府|街道办?事?处?)(?:出资|拨款|列支|配套)(?=\Z)")
#: What each of the households counted before it has: 养蚕户1130户，产茧870吨，户均收入2.9万元.
_EACH_HOUSEHOLD = re.compile(r"户均(?:年|可|实现)*(?:纯|总|经营)?(?:收入|增收|产值|分红)")
#: Where the highest or lowest spot lies, before how high it is: 境内最高点位于石山，海拔1640米.
_SPOT = re.compile(r"(?P<spot>最[高低][点处峰]|主峰)[^，。；]{0,16}，\Z")
_HEIGHTS = ("海拔", "海拔高度", "高程")
#: A part told by its size alone.
_BOUND = re.compile(r"[\u4e00-\u9fff]{0,8}?[\d一二两三四五六七八九十百千万亿]+元")
_ARRIVED = ("到位", "实际到位", "已到位")
_GAINED = re.compile(r"(?:实际)?到位资金|(?:合同|协议)(?:引?资|资金)额?")
#: 农民负担由税改前的人均118元降到62元: a mean, told behind what it is the mean of.
_MEAN_LAST = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,10}?)[由从](?:[\u4e00-\u9fff\x01]{0,6}[前初年底末]的?)?(?P<each>[人户村亩]均)"
)
#: How large each of those counted is: 新建公厕3座，每座45平方米.
_EACH_ONE = re.compile(r"平?均?每(?P<unit>[处座栋所间个家眼口台条])(?:建筑|占地)?(?:面积|投资|造价|容积|库容|长)?")
#: Of whom a mean income is told, and not of the whole place.
_NEEDY = re.compile(r"(?:贫困|脱贫|低保|监测|务工|就业|入股|搬迁|移民)(?:人口|群众|人员|对象|人数|劳动力)\Z")
_NEXT = 2  # clauses from one mean to the next
#: Area named with its verb in front: 播种棉花面积 is 棉花播种面积.
_SOWN_AREA = re.compile(r"\A(播种|种植)([\u4e00-\u9fff]{2,5})(?<!播种)(?<!种植)面积\Z")


def before_name(figures: list[Figure], index: int, left: str) -> str:
    """The phrase before, with whose money it is, the rate that a list is about, or the firms it is of."""
    spot = _SPOT.search(figures[index].before[: -len(figures[index].left)]) if left in _HEIGHTS else None
    if spot:
        return spot["spot"] + left
    if _EACH_HOUSEHOLD.fullmatch(left) and (whose := _households_before(figures, index)):
        return whose + left
    if (one := _EACH_ONE.fullmatch(left)) and (whose := _counted_in(figures, index, one["unit"])):
        left = whose + left
    if left.startswith("人均") and (whose := _people_before(figures, index)):
        return whose + left
    left = left + "资金" if left in _ARRIVED and figures[index].unit_kind == "money" else left
    if paid := _OWN_MONEY.search(figures[index].left):
        return paid[0]
    left = mean["each"] + mean["what"] if "均" in left and (mean := _MEAN_LAST.fullmatch(left)) else left
    whole = figures[index].unit_kind == "percent" or len(left) < 3
    left = left if whole else left.removesuffix("占")
    left = _SOWN_AREA.sub(r"\2\1面积", left) if left.endswith("面积") else left
    figures[index].subject = left if figures[index].unit_kind == "household" and OF_THE_POOR.search(left) else ""
    left = _SEX.get(left, left) if figures[index].unit_kind == "person" else left
    before = figures[index - 1] if index and _GAINED.fullmatch(left) else None
    works = before is not None and before.name.endswith(("项目", "企业"))
    own = before and works and not verb_before(before.name.removeprefix("新"))
    kinds = [
        f for f in figures[:index] if f.name.endswith("项目") and not f.part
    ]  # 签约项目3个，在谈项目8个，到位资金2亿元
    if before and own and before.kind == "level" and before.part and _BOUND.match(before.name):
        return left  # 引进项目9个，其中千万元项目3个，到位资金6000万元: of all of them
    each = any(f.name.endswith(("项目" + left, "企业" + left)) for f in figures[:index])  # of each kind
    if before and before.kind == "level" and ((each and works) or (own and (before.part or len(kinds) < 3))):
        return before.name + left
    if (
        before
        and before.rule == "inherited"
        and len(before.subject) > 2
        and before.subject.endswith(("项目", "企业"))
        and before.unit_kind == "count"
    ):
        return before.subject + left
    return with_measure(firms_before(figures, index) + left, figures, index)


def _people_before(figures: list[Figure], index: int) -> str:
    """Whose mean was told just before, of which another is told: 城镇居民人均可支配收入3万元，人均消费支出2万元."""
    figure = figures[index]
    before = next((f for f in reversed(figures[:index]) if f.kind == "level"), None)
    if before is None or figure.clause - before.clause > _NEXT or "；" in figure.text[before.behind : figure.at]:
        return ""
    if _NEEDY.search(before.name) and before.unit_kind == "person" and figure.clause - before.clause < _NEXT:
        who = before.name.rpartition("的")[2].removesuffix("人数")  # 528名贫困人口脱贫，人均纯收入5200元
        return who + "人口" * who.endswith("脱贫")
    whose, _, what = before.name.partition("人均")
    return whose if what and whose.endswith(("居民", "农民", "职工", "牧民", "渔民")) else ""


def _counted_in(figures: list[Figure], index: int, unit: str) -> str:
    """What was counted last in a unit, within the member of the sentence."""
    here = figures[index]
    told = [f for f in figures[:index] if f.mention.unit == unit and f.kind == "level" and f.core]
    return told[-1].subject if told and "；" not in here.text[told[-1].behind : here.at] else ""


def _households_before(figures: list[Figure], index: int) -> str:
    """The households of one sort that are counted before a figure, and no other sort; ``""`` where there are none."""
    of_households = [f for f in figures[:index] if f.unit_kind == "household" and f.kind == "level"]
    near = of_households[-1] if of_households else None
    if near is None or "；" in near.text[near.behind : figures[index].at]:
        return ""
    return near.subject if near.subject.endswith("户") and near.subject not in ("总户", "农户") else ""
