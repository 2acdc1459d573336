"""Whether a figure is the amount of a task that was set, and not what was done of it."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.words import strip_link

_TARGET = re.compile(r"(?:任务|计划|目标|预算)(?:数|额|投资)?\Z")
_A_SHARE_OF_IT = re.compile(r"的(?:\d|百分)")
_CLOSED = re.compile(r" ?\)的(?:\d|百分)")
_SHORT = 12
_YEARS_PLAN = re.compile(r"(?<!超)(?:年度|全年|年)(?:任务|计划|目标)(?:数|额|投资)?\Z")
_OF_TARGET = re.compile(
    r"的(?:全年|年度|目标|任务|计划|指标)+(?=[，。；、]|已|[还尚仍]|相差|提前|如期|基本|顺利|圆满|全面)|(?![^，。；\d]*[完占、])[^，。；\d]{0,8}(?:目标|任务|计划)的\d"
)
#: What was set for the year: 年度计划投资5亿元, 县下达任务300亩; not 占年度计划的40%.
_TASK = re.compile(
    r"\A[^超占入]*?(?:(?:下达|分配)(?:[^，]{0,12}任务|给?我[^，]{0,12}指标)|[县市区省里级][^，]{0,8}的[^，]{0,8}任务[是为]|计划总?投资|(?<![为成])(?:年度|全年|年|\x01)计划(?![内外生]))[^，的仅只]{0,10}\Z"
)
#: 超额完成县上下达的1400人减贫任务: what others set.
_A_TASK = re.compile(r"[^，。；\d]{0,8}(?:任务|指标|目标)")
_TASK_BEFORE_RESULT = re.compile(r"(?:任务|目标|指标|预算|(?<=[\u4e00-\u9fff]{2})计划)数?[为是]?\Z")
#: 年初定的6000元目标, 今年要改造的90户危房: what was set, and is told of by its result.
_SET_BY = re.compile(r"(?:下达|分配|确定|[里县省市上\x01]定|安排|承诺|交办)的\Z")
_TO_DO = re.compile(
    r"(?:\x01|[今全]年|年内|度)要[\u4e00-\u9fff]{1,6}的\Z|(?:\x01|原先?|当初)(?:确定|[拟预]?定)(?!的)[^，]{0,10}\Z"
)
#: 围绕粮食总产900万公斤、人均收入1120元的奋斗目标.
_AIMED_AT = re.compile(r"(?:围绕|按照|朝着|为实现)[^。；]*\Z")
#: 提出了今年产值达到500万元、税收30万元的目标, and no deed between: 制定方案3个，实现了脱贫60户的目标.
_NO_DEED = r"(?:(?!实现了?(?!\d)|完成|达到?了|落实)[^。；])"
_SET_AS_AIM = re.compile(rf"(?:提出|确定|制[定订]|定下){_NO_DEED}*\Z")
_ITS_AIM = re.compile(rf"{_NO_DEED}{{0,60}}?的(?:奋斗|预期|总体|发展|工作)?目标")
_AIM_REACH = 80
_AIM = re.compile(r"[^。；]{0,60}?的(?:奋斗|预期|总体|发展|工作)?目标")
#: 已完成县分烤烟任务960亩，已完成蜜柚80亩: done, and what comes next is something else.
_TASK_DONE = re.compile(r"[\x00\x01 ，]*(?:[我全本][镇乡县村])?(?:已|超额|圆满|全面|顺利|如期|累计|共)*(?:完成|落实)")
#: 按照县下达我镇减少贫困人口230户940人的计划: both were set.
_SET_FOR_US = re.compile(r"(?:按照?|根据)[^，。；]{0,10}(?:下达|分配|安排|确定)[^，。；]*\Z")
_BOTH_SET = re.compile(r"\d[\d.]*[余多]?[户人亩个头只]的[\u4e00-\u9fff]{0,4}(?:计划|任务|目标)(?=[，。；、])")
_BUDGETED = re.compile(r"(?:年初|调整)预算数?\Z")
_SET_OUT = re.compile(r"\A(?:原|年初|\x01+|今年)?(?:计划|目标|任务)(?!总?投资)")
_RESULT = re.compile(
    r"[^，。；\d]{0,8}，\x01*(?:其中|现)?(?:累计)?(?:已|实[际有到征收]|到位|入库|竣工|共计?(?=完成|实施|建成)|目前|完成|实现)"
)
#: One of these stands near every task.
_SAYS_SO = re.compile("任务|计划|目标|预算|指标|下达|分配|定|安排|承诺|交办|要")
_CLAUSE = re.compile(r"[，。；：(]")


def is_task(figure: Figure) -> bool:
    """True for the amount of a task: 完成全年任务数4.2亿元的51.7%, 完成全年20台的任务, 年度计划投资5亿元."""
    if figure.kind == "share" and ("占" in figure.left or "完成" in figure.left):
        return False
    if figure.rule == "task" and figure.unit_kind != "money":
        return True
    if not _SAYS_SO.search(figure.text, max(0, figure.at - _AIM_REACH), figure.behind + _AIM_REACH):
        return False
    own = _CLAUSE.split(figure.near(40))[-1]
    aimed = _TASK_BEFORE_RESULT.search(figure.left) or _TASK_BEFORE_RESULT.search(strip_link(figure.left))
    told = ((aimed and not _TASK_DONE.match(own)) or _SET_OUT.match(own) or _TO_DO.search(own)) and _RESULT.match(
        figure.after
    )
    if figure.kind != "share" and (_TASK.search(own) or _BUDGETED.search(figure.left) or told):
        return True
    if _AIM.match(figure.after) and _AIMED_AT.search(figure.near(_AIM_REACH)):
        return True
    if _ITS_AIM.match(figure.after) and _SET_AS_AIM.search(figure.near(_AIM_REACH)):
        return True
    if figure.kind == "level" and _SET_BY.search(own) and figure.unit_kind != "count" and _A_TASK.match(figure.after):
        return True
    if _SET_FOR_US.search(figure.near(_AIM_REACH)) and _BOTH_SET.match(figure.after):
        return True
    if figure.bracket and _TARGET.search(figure.near(_SHORT).rstrip("( ")) and _CLOSED.match(figure.after):
        return True  # 完成目标(580人)的105.5%
    of_amount = _TARGET.search(figure.left) and (_A_SHARE_OF_IT.match(figure.after) or _YEARS_PLAN.search(figure.left))
    return bool(of_amount or _OF_TARGET.match(figure.after))
