"""Names of figures that go on with what stood before them: a target, the verb of a list, the topic of a clause."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.words import act_pattern, verbs_only

#: 提前完成全年20台的任务.
_DONE = re.compile(
    r"(?:提前|超额|全面|圆满|顺利|如期)*(?:完成|实现)了?(?:全年|年度|当年|\x01)*"
    r"(?:[^，]{0,8}?(?:下达|确定|制定|提出|安排)的?)?"
)
_TARGET = re.compile(r"的?(?:全年|年度)?(?P<what>目标任务|任务|目标)(?=[，。；、]|\Z)")
_EXTREME = re.compile(
    r"(?:而|其中)?(?P<which>(?:极端|历史)?最[高低大小长短深浅宽窄厚薄])(?:处|点|时|可|达|到|为|仅|只有|的|\s)*"
)
_MEAN = re.compile(r"\A(?:多年|常年|历年|年|月)?(?:平均|均)?(?:极端|历史)?(?:最[高低大小长短深])?")
#: Verbs that hold for every thing of a list: 新增省级示范社2家、市级示范社5家.
_OF_ALL = re.compile(r"清查|劝返|检测|新增|出动|抽调|创建|创成|拆迁|查获|新登记|新引进|调运(?!发放)|调拨|收购|储备")
#: What has become of the things just counted: 已解决33件，列入计划8件.
_FATE = re.compile(r"(?:已|正在|暂|待|需|转)?(?:列入|纳入|作|留|转|办|答|解释|研究|推进|实施|落实)[\u4e00-\u9fff]{1,6}")
_OF_WORK = re.compile(r"(?<=..)(?:工作|任务|力度)\Z")  # 完成危房改造任务，改造86户
_HOW_OFTEN = re.compile(r"(?<=..)[一二两三四五六七八九十]{1,3}[期次场轮批]\Z")  # 举办培训班九期，培训645人次
_REACH_BACK = 60  # characters in which a clause can be the topic


def target_name(figures: list[Figure], index: int, left: str) -> str:
    """The task of what was counted before: 加装电梯23台，提前完成全年20台的任务."""
    figure = figures[index]
    target = _TARGET.match(figure.text, figure.behind)
    earlier = figures[index - 1] if index and figures[index - 1].kind == "level" else None
    if not target or not earlier or not _DONE.fullmatch(figure.left.strip(" ，、")):
        return ""
    figure.subject = earlier.subject
    return earlier.name + target["what"]


def extreme_name(figures: list[Figure], index: int, left: str) -> str:
    """The highest and lowest of what was measured before: 年平均气温17℃，最高39℃，最低-6℃."""
    figure, earlier = figures[index], figures[index - 1] if index else None
    which = _EXTREME.fullmatch(figure.left.strip(" ，、\x01"))
    if not which or earlier is None or earlier.mention.unit != figure.mention.unit or not earlier.name:
        return ""
    figure.subject = earlier.subject
    return which["which"] + _MEAN.sub("", earlier.name)


def taken_up_name(figures: list[Figure], index: int, left: str) -> str:
    """A bare verb takes up the noun that a clause before did it to: 推进疫苗接种，累计接种2万剂次.

    The clause may be of the same verb: 减免了全部农业税，共减免38万元.
    """
    figure = figures[index]
    if not act_pattern().fullmatch(left) or figure.right.strip(" \x01"):
        return ""
    if any(f.mention.unit == figure.mention.unit and f.kind == "level" for f in figures[:index]):
        return ""
    near = figure.text[max(0, figure.at - _REACH_BACK) : figure.at]
    clauses = [_HOW_OFTEN.sub("", _OF_WORK.sub("", clause)) for clause in re.split("[，；]", near)[:-1]]
    told = next((c for c in reversed(clauses) if c.endswith(left) and not re.search(r"\d", c)), "")
    same = (
        re.search(rf"{left}(?!力度|工作)了?(?:全部|所有)?的?([\u4e00-\u9fff][\u4e00-\u9fff、]{{1,11}})\Z", clauses[-1])
        if clauses
        else None
    )
    noun = left_phrase(told.removesuffix(left)) or (same[1] if same and not told else "")
    figure.subject = noun
    if told and noun and figure.unit_kind in COUNTED_NOUN:
        return with_measure(noun + left, figures, index)  # 开展技能培训，培训320人次
    return left + noun if 2 <= len(noun) <= (12 if same else 8) and not verbs_only(noun) else ""


def listed_name(figures: list[Figure], index: int, left: str) -> str:
    """The member of a list with the verb of all, or what has become of the things just counted."""
    figure, earlier = figures[index], figures[index - 1] if index else None
    if not earlier or not left or act_pattern().match(left) or figure.mention.form != "number":
        return ""
    verb = _OF_ALL.match(earlier.name) if figure.item and not figure.part and not earlier.part else None
    if verb and figure.clause == earlier.clause and figure.kind == earlier.kind == "level":
        return verb[0] + (left if figure.unit_kind == "mass" else with_measure(left, figures, index))
    goes_on = earlier.rule in ("leaning", "fate") and figure.mention.unit == earlier.mention.unit
    if goes_on and figure.clause - earlier.clause <= 1 and _FATE.fullmatch(left):
        figure.rule, figure.subject = "fate", earlier.subject
        return f"{left}的{earlier.subject}"
    return ""
