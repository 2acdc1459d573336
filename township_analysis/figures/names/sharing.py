"""Names that a figure without one has from the figures and clauses before it."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import begun_since
from township_analysis.figures.names.deeds import LONG_DEED, deed_name
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN, LEFT_OVER, with_measure
from township_analysis.figures.names.objects import NEW_ONES, verb_on
from township_analysis.figures.names.predicates import predicate_of
from township_analysis.figures.names.rates import pay_of
from township_analysis.figures.names.reaching import REACHES
from township_analysis.figures.names.suffixes import is_rate, total_of, verb_before, without_counted
from township_analysis.figures.names.topics import topic_before
from township_analysis.figures.names.wordless import SUMS, wordless_name
from township_analysis.figures.words import is_aspect, words

_CASES = ("处", "条", "件", "起", "宗", "例")  # found by a deed, which is no noun of theirs: 清查整改到位39处
#: What is meant where nothing is said of what these are done to.
_OF_PROJECTS = ("签约", "新签约", "开工", "新开工", "竣工", "投产", "在建", "续建", "落地", "新引进", "引进", "洽谈")
_EMPLOYS = ("安置就业", "带动就业", "吸纳就业", "解决就业", "新增就业")
#: 月发放低保金31万元，累计发放187万元: of the year.
_EVERY = re.compile(r"\A(?:每?[月年日]|[月年日]均)(?:发放|支付|拨付|兑付)(?=..)")
_REACHED = re.compile(r"(?:达到?|升至|增至|实际达到?)(?:了)?")
_GOT = re.compile(r"完成|实现|实际")
_PAYS = ("发放", "兑现", "兑付", "支付", "补助", "报销", "救助", "资助")
_CONVERTED = re.compile(r"(?:折合?|约合|合)(?:成|为|人民币)?")
_TAXES = re.compile(r"(?:税[金收款]?|利税|利润)\Z")
_AIM = re.compile(
    r"(?<=..)(?:年度|全年|年初|调整后?)?(?:指标|目标)?(?:总?任务|目标|计划|预算)数?(?:面积|户数|人数)?\Z"
    r"|(?:年度|全年|年初)?(?:计划|任务|目标)(?=[种造栽改新建修治养搬发培][\u4e00-\u9fff])(?!投资)"
)
_ANY_KIND = re.compile(r"各[类项种]")
#: 在职教师35人，退休12人: 退休教师.
_RETIRED = ("退休", "离休", "离退休", "内退", "退养", "退职", "临聘", "编外")
_ON_DUTY = re.compile(r"\A(?:在职|在岗|在编|现有|现职|(?:行政|事业|机关|工勤)(?=人员|编制人员))+")


def inherited_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a figure that has none of its own: that of the figure before, or of the clause before."""
    figure = figures[index]
    if rest := _rest_of_all(figures, index):
        return rest
    if (name := _like_before(figures, index, left)) is not None:
        return name
    if figure.unit_kind == "money" or left:
        figures = _without_rates(figures, index)
        index = figures.index(figure)
    earlier = last_level(figures, index)
    if name := deed_name(figures, index, earlier, left):
        return name
    if earlier is None and left in words("whole"):
        return with_measure(left, figures, index)
    begun = begun_since(figures, index)
    if begun and left and _begins_anew(figure, earlier):
        figure.subject = begun
        return verb_on(left, begun, figure)
    topic = begun if begun and left else topic_before(figure)
    mean = figure.unit_kind == "money" and left and is_rate(topic)  # 去年人均投入22元，今年到位62万元
    topic = "" if mean or topic.endswith(("任务", "目标", "年度", "全年")) else topic
    left = "" if topic and _GOT.fullmatch(left) else left  # 税收逐年增长，2005年完成121万元
    if earlier is None or (topic and figure.clause - earlier.clause > 1 and not left):
        # 建成扶贫车间，吸纳就业32人；开展消防清查，整改到位39处
        behind = is_aspect(left) or figure.unit_kind in COUNTED_NOUN
        behind = behind or (topic == begun and figure.mention.unit in _CASES and not figure.right.strip(" \x01"))
        return with_measure(topic + left if behind else left + topic, figures, index)
    return _leaning_name(figures, index, earlier, left)


def _rest_of_all(figures: list[Figure], index: int) -> str:
    """Those left of the most that were counted before: 贫困户1126户，已脱贫538户，其余372户."""
    figure, rest = figures[index], figures[index].left.strip("\x01 ，、")
    counted = [f for f in figures[:index] if f.mention.unit == figure.mention.unit and f.kind == "level" and f.name]
    if rest not in LEFT_OVER or figure.unit_kind not in COUNTED_NOUN or len(counted) < 2:
        return ""
    whole = max(counted, key=lambda f: f.mention.value or 0)
    noun = without_counted(whole.name)
    if predicate_of(noun) == noun:
        return rest + COUNTED_NOUN[figure.unit_kind]  # 已脱贫53户，计划脱贫21户，其余37户: of those told before
    figure.subject = whole.subject or whole.name
    return rest + figure.subject


def _begins_anew(figure: Figure, earlier: Figure | None) -> bool:
    """True for a figure of what was begun since the one before: another unit, or another member of a row."""
    if earlier is None:
        return figure.unit_kind == "money"
    return earlier.mention.unit != figure.mention.unit or "；" in figure.text[earlier.at : figure.at]


def _like_before(figures: list[Figure], index: int, left: str) -> str | None:
    """The name of the figure directly before, of which this one is another value or the total."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None:
        return None
    if _again(figures, index):
        more = (figure.mention.value or 0) > (before.mention.value or 0)
        return before.name.replace("新增", "", 1) if more else before.name  # 新增店铺8家，达到90家
    if figure.bracket and not before.bracket and not left and before.mention.unit == figure.mention.unit:
        return before.name  # 人均收入2万元(去年1.8万元)
    if figure.bracket and _CONVERTED.fullmatch(figure.left.strip("( ")) and figure.unit_kind in ("money", "currency"):
        return before.name  # 人均生产总值28640元(折合4537美元)
    if figure.unit_kind == "money" and not left and is_rate(before.name) and before.kind == "level":
        return total_of(before.name).removesuffix("金额") + ("合计" if SUMS.search(figure.left) else "金额")
    return left if figure.item and left and figure.unit_kind == before.unit_kind == "percent" else None


def _without_rates(figures: list[Figure], index: int) -> list[Figure]:
    """The figures without those before that money and a verb do not go on about: rates, and what a bracket told."""
    open_ones = [f for f in figures[:index] if figures[index].bracket or not f.bracket]
    return [f for f in open_ones if not is_rate(f.name)] + figures[index:]


def _leaning_name(figures: list[Figure], index: int, earlier: Figure, left: str) -> str:
    """The name of a figure that goes on about the last one of its kind, or about the last level."""
    figure = figures[index]
    served = figures[index - 1]
    if left and served.rule == "served" and served.clause == figure.clause and figure.unit_kind == "money":
        figure.subject = served.subject
        return with_measure(served.subject + left, figures, index)  # 为36家企业融资3亿元
    alike = _alike(figures, index, earlier, left)
    alike = [f for f in alike if not f.part] or alike if left in NEW_ONES else alike  # of all, and not of the women
    same = alike[-1] if alike else earlier
    paid = figure.item and left in _PAYS and figures[index - 1].unit_kind in COUNTED_NOUN
    same = figures[index - 1] if paid else same  # 高龄津贴1860人、发放236万元
    if _needs_nothing(figure, earlier, left, alike=bool(alike)):
        return with_measure(left, figures, index)
    if (aim := _AIM.search(same.name)) and _GOT.search(figure.left) and same.mention.unit == figure.mention.unit:
        figure.subject = same.name[: aim.start()] + same.name[aim.end() :]
        return with_measure(figure.subject, figures, index)
    if _GOT.fullmatch(left.removeprefix("可")) and figure.unit_kind == "money" and same.unit_kind == "money":
        figure.subject = same.subject
        return same.name  # 产值12.6亿元，完成年度目标的52%；预计全年可完成24亿元
    if left and not alike and figure.unit_kind == "count":
        if left in _OF_PROJECTS:
            figure.subject = "项目"
            return left + "项目"
        if earlier.unit_kind in COUNTED_NOUN and len(left) >= LONG_DEED:
            return with_measure(left, figures, index)
    figure.subject = (same if left else earlier).subject
    if left in _RETIRED and figure.unit_kind == "person":
        figure.subject = left + _ON_DUTY.sub("", figure.subject)
        return figure.subject
    deed = verb_before(same.name)
    if figure.left.strip("\x01 ") == "成功" and deed:
        return f"{deed}成功{same.subject}"
    told = same.unit_kind == "money" and is_aspect(same.subject or same.name)
    taxed = same.unit_kind == "money" and _TAXES.search(same.name)  # 上缴税金360万元，吸纳就业260人
    if left.removeprefix("可") in _EMPLOYS and (told or taxed or same.name.startswith("年")):
        figure.subject = left
        return with_measure(left.removeprefix("可"), figures, index)  # 利税1200万元，安置就业500人
    pay = pay_of(same.name) if left in _PAYS and figure.unit_kind == "money" else ""
    if pay and same.unit_kind in COUNTED_NOUN:
        figure.subject = pay  # 享受奖励扶助对象213人，共发放20.45万元
        return f"{pay}{left}金额"
    if left:
        return verb_on(left, _EVERY.sub("", same.subject or same.name), figure, same.name)
    return wordless_name(figures, index, earlier)


def _alike(figures: list[Figure], index: int, earlier: Figure, left: str) -> list[Figure]:
    """The levels before in the same kind of unit; only things counted go back over a ；: a bare 竣工5个."""
    figure = figures[index]
    if left.endswith("投资") and earlier.unit_kind != "money":
        return []  # 资金6亿元，实施项目12个，完成投资3亿元: of the projects
    if REACHES.fullmatch(left):
        return []  # 出生236人，发放奖扶资金12万元，惠及136人: of what came last
    levels = [f for f in figures[:index] if f.name and f.kind == "level" and (not f.part or figure.part)]
    alike = [f for f in levels if f.unit_kind == figure.unit_kind]
    near = [f for f in alike if "；" not in figure.before[len(f.before) :]]
    return near or (alike if figure.unit_kind == "count" else [])


def _needs_nothing(figure: Figure, earlier: Figure, left: str, *, alike: bool) -> bool:
    """True for words that name the figure alone, where those before it are of something else."""
    if _ANY_KIND.sub("", left) in words("whole") and not (alike and left in words("state")):
        return True
    if left and not alike and figure.unit_kind == "land" and "；" in figure.text[earlier.at : figure.at]:
        return True
    if len(left) > len("新增") and left.startswith("新增") and not alike and figure.unit_kind in ("land", "floor"):
        return True
    # 下发整改通知书42份，整改到位42处
    return left.endswith("到位") and earlier.mention.unit != figure.mention.unit and left[:2] in earlier.subject


def _again(figures: list[Figure], index: int) -> bool:
    """The same thing once more: 突破1万亿元、达1.19万亿元."""
    before = figures[index - 1] if index else None
    figure = figures[index]
    if not before or not before.name or before.mention.unit != figure.mention.unit:
        return False
    follows = figure.item or (before.kind == figure.kind == "level" and figure.clause - before.clause == 1)
    left = figure.left.strip(" \x01")
    return bool(_REACHED.fullmatch(left) if left else figure.item) and follows
