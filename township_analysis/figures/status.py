"""Whether a figure is done, planned or foreseen."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import any_verb, left_phrase
from township_analysis.figures.tasked import is_task
from township_analysis.figures.time.dating import TO_BEGIN
from township_analysis.figures.time.stocks import is_base
from township_analysis.figures.words import alternation, strip_lead, verbs_only
from township_analysis.lang.periods import PeriodMention

_WHOLE_YEAR_AHEAD = re.compile(r"预计(?:\x01+|全年|今年)[^，]*\Z")
#: 产值3亿元(预计数), 粮食9000吨(预计)
_EXPECTED_BEHIND = re.compile(r"\(预计[数值]?\)")
#: 其余55户预计12月底前搬完, 其余14处计划7月底前整改到位.
_TO_COME = re.compile(r"(?:(预计)|计划|拟|将)(?:[于在]|\x01)|即将")
#: 路面硬化3.6公里已完成设计: works of such a length that are only prepared.
_WORKS_BY = ("length", "land", "floor")
_IN_PREPARATION = re.compile(
    r"，?(?:目前|现)?(?:均?已经?|正在?)(?:完成|通过|开展|进行|做|办理)了?"
    r"(?:(?:[勘规][测察划]|施工图?|工程|方案|初步)*(?:设计|立项|可研|招投?标|勘[测察]|测设|选址|评审|前期)[、和及]?){1,3}"
    r"(?:准备|手续|工作|审批|编制){0,2}(?=[，。；]|\Z)"
)
#: What is prepared itself: 规划面积3平方公里.
_TO_PREPARE = re.compile(r"规划|设计|测量|勘测|征")
#: 预计年底将达到130万元 is foreseen, and nobody's plan.
_SHALL = re.compile(r"(预计[^。；]{0,24}?)将")
#: 在2018年植树3万株的基础上: what was there before what is planned.
_IN_A_YEAR = re.compile(r"在\x01+[^，；]{0,16}\Z")
#: 超过年度计划4%: done, and more than was planned.
_BEYOND_PLAN = re.compile(r"(?:超(?:过|额|出)?|[比较高低])[^，]*(?:计划|任务|指标|目标|预算)[^，]{0,6}\Z")
#: 预期目标是：产值3亿元，增长9%；税收500万元: all of it.
_AIMS = re.compile(
    r"(?:预期|奋斗|力争)[\u4e00-\u9fff]{0,6}目标(?:任务)?(?:是|为)?：[^。]*\Z"
    r"|\x01[\u4e00-\u9fff]{2,24}(?<!完成)(?:任务|目标)(?:是|为)：[^。]*\Z"
)
_SHALL_BE = re.compile(r"(?<![主重需])[要将]|力争")  # 全县有80%的村要通公路
#: 到今年一月底，已经完成: over when the report was read out, though after the time that it reviews.
_BY_THEN = re.compile(r"(?:已经?(?![婚故])|[\u4e00-\u9fff]了(?!解))[^，。；、的]{0,12}\Z")
_OF_THIS_YEAR = re.compile(r"[截到至自从止]{0,2}[今本]年")
_SET_TASK = re.compile(r"下达|任务|目标|计划")
#: What the same months of the year before came to, or how it moved: told of what is over.
_AGAINST_LAST = re.compile(r"同比[增下降上提减]|(?:去年|上年)同期")
_STANDS_NOW = re.compile(
    r"(?:(?<![由从])现有|(?<![由从])现在|(?:全[国省市县镇乡]|我[国省市县镇乡])(?:现|共|还|仍|尚)?有|去年|上年|截[至止]|目前已?|已经?)[^，]*\Z"
)
#: 预计 at the head of a sentence: the whole of it, over every ；, but for what is told as done.
_ALL_EXPECTED = re.compile(
    r"(?:(?:[\x00\x01 ，年]|全[镇乡县市区]|我[镇乡县市]|其中)*|[^，。；：]{2,24}情况 )"
    r"(?:\d是)?(?:全年|今年|年内|到?年底|初步)?，?预计"
    r"|[^\d。；]{2,60}，(?:初步)?预计(?=\x01|全年|今年)"
)
#: 项目投产后可实现年产值3000万元，带动就业200人: what a thing is to do once it stands.
_ONCE_BUILT = re.compile(
    r"(?:达产|满产)(?:之|以)?后(?![^。；]*(?:已|目前))|(?:建成|投产|达产|完工|竣工|投用|投入使用)(?:之|以)?后(?:[^。；已]{0,30}?)"
    r"(?:(?<![许认])可(?!能|持续)|将|(?<![性产功节智阳效热职])能(?=够|[达容年解灌新带满使为]))(?![^。；]*(?:已|目前))"
)
#: What is to come in though no word expects it, and no capacity: 可新增产值3000万元, 集体收入可突破50万元.
_CAN_YIELD = re.compile(
    r"(?<![许认])可(?:新增|增加|实现|创造?|带来)[^，。；\d]{0,6}(?:产值|收入|税收|利[税润]|效益|出栏|产量|销售)[^，]{0,8}\Z"
    r"|(?:产[值量]|收入|税收|总值|利[税润]|[出存]栏)可(?:达到?|超过?|突破|增[至加]到?|完成|实现)?\Z"
)
#: What is done in words alone where a sum is expected: 预计…；税收累计完成9亿元，实际利用外资90万美元.
_SUMMED = re.compile(r"累计(?:完成|实现)(?!了)|实际(?:利用|使用|吸收|引进)")
#: 今年主要产品预计产量如下：小麦8000吨，比上年增长3%；…: all that is listed behind the colon.
_FORESEEN_LIST = re.compile(r"预计[^。：]{0,60}：[^。]*\Z")
#: 规划要求：…, 纲要规定的每亩400斤: what was set; not 完成计划规定的80%.
_DEMANDED = re.compile(
    r"(?:(?:计划|纲要|规划|方案)(?:草案)?[^，。；：\d]{0,4}(?:要求|规定|提出)|(?<![计规划])原定)"
    r"(?!的?(?:[指计任数]|[^，。；]{0,12}[比多少]))"
    r"(?:：[^。]*|[^，。；]*|[^。；]{0,50}分别达到[^，。；]*)\Z"
)
#: 据年初统计，全村有…: counted, in the midst of plans too.
_COUNTED = re.compile(r"据[^，。；]{0,16}(?:统计|普查|调查|检查|摸底|摸排)[^，。；]{0,6}，[^。；]*\Z")
_MASKED_BEFORE = re.compile(r"\x01[^\x01]*预计(?!\x01)")
_FROM_NOW_ON = re.compile(r"预计\x01+，")
#: How far 预计 reaches, and what goes on about the amount before it: 预计收入8亿元，同比增长9%.
_FORECASTS = 400
_CLAUSE_REACH = 60  # characters before a figure in which its clause is looked for
_GOES_ON = re.compile(rf"同比|环比|[比较是为占]|{alternation('rise')}|{alternation('fall')}")
#: 茶叶预计增长8%，干果增长5%: the next of the same kind.
_ALSO_MOVES = re.compile(rf"(?:{alternation('rise')}|{alternation('fall')})\Z")
_LISTED = re.compile(r"[^，：]{0,6}：")
#: 今年计划完成造林500亩，其中…，新增…: all of the sentence is planned; 计划实施的项目有三个：一是…，all of the list.
_PLANNED_FIRST = re.compile(
    r"(?:\A|[。；])[\x00\x01 ]*(?:今年|本年度|全年|我[镇乡]|全[镇乡])*[\x01，]*"
    r"(?:计划|拟)(?:完成|新建|实施|改造|建设|安排)(?=[^。；]*\Z)"
    r"|(?:力争|争取|计划)[到在]?\x01[^。；]*\Z"
    r"|(?:\A|。)[\x00\x01 ，]*(?:全[镇乡]|我[镇乡])?[\x01，]*将要?(?:新[建改修]|改造|建设|实施|完成|投资|启动)[^。]*\Z"
    r"|(?:\A|[。；])[\x00 ]*\x01+，?(?:全[镇乡村县市]|我[镇乡]|[\u4e00-\u9fff]{2,4}[县市区镇乡])?"
    r"计划(?!生|[的数外内]|任务|经济|投资的)(?=[^。；]*\Z)"
    r"|(?:(?<!按)计划|(?<![虚模草])拟|准备)(?:进行|实施|开展|建设|新建|启动|组织|安排|兴办|办理?)的[^。；：]{0,20}：(?=[^。]*\Z)"
)
_PLANNING = ("计划", "拟", "力争", "争取", "将", "准备")  # one of them stands in each of those
#: 计划今年脱贫52户，…，我镇今年实现脱贫59户: the year told of anew, which is what came of the plan.
_TOLD_ANEW = re.compile(r"，(?:我|全)[镇乡村县]\x01+(?:共|实际)?(?:实现|完成)")
#: 发放学习用品，实施教育助学，确保入学率100%: what was done ensured it.
_ENSURED = re.compile(
    r"\A(?![^，]*(?:[要将拟]|确保|力争|争取|计划|今后|下一步|明年|下半年))[^，]{6,}，(?:[^，]*，)*确保[^，]*\Z"
)
#: 完成计划的97%（主要是二产未达预期目标），增长7%: a remark by the way, which is no aim.
_REMARK = re.compile(r"\([^()\d]{4,}\)")
_FULL_STOP = re.compile(r"[。；】]")
_SENTENCE_END = re.compile(r"[。\n]")
#: An aim at the head of a clause, with its number; and a measure that is listed with it.
_AIMED = re.compile(
    r"(?:\A|[，：])[\x00\x01 ]*(?:确保|力争|努力实现)(?!了)[^，]{2,16}\d[^，]*(?:，(?:同比)?增长[^，]*)?\Z"
)
_MEASURED = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:\d[^，]*(?:，(?:同比|比\x01+)?(?:增长|增加|下降)[^，]*)?)?(?:，(?:实现)?[\u4e00-\u9fff\x01]{2,14})?"
)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(alternation(kind))


def status_of(figure: Figure, role: str | None, *, ahead: bool, behind: bool = False, closed: bool = False) -> str:
    """``actual``, ``plan`` or ``forecast``.

    Args:
        figure: The figure with the words around it.
        role: The role of its section.
        ahead: True where its own period lies after the report's.
        behind: True where a date says that it lies before the time that is planned.
        closed: True under a closing date (截至6月底) that is over.
    """
    clause = _FULL_STOP.split(figure.near(_CLAUSE_REACH))[-1]
    clause = _SHALL.sub(r"\1", clause) if "预计" in clause else clause
    clause = _TOLD_ANEW.split(_REMARK.sub("", clause))[-1]
    if outright := _outright(figure, role, clause):
        return outright
    own = clause.rpartition("，")[2]
    over = closed and "\x01" in own and not _cue("plan").search(own)  # but not 计划8月底建成
    done = _cue("done").search(own) or over
    if ahead or is_task(figure) or (not done and _plans_all(figure.near(_FORECASTS))):
        return "plan"
    if _WHOLE_YEAR_AHEAD.search(clause):
        return "forecast"
    planned = _cue("plan").search("，".join(clause.split("，")[-3:])) and not done
    if role == "plan":
        stands = _STANDS_NOW.search(clause) and not _SHALL_BE.search(figure.right)
        return "actual" if (behind or stands) and not planned else "plan"
    if _is_forecast(figure) and not _cue("plan").search(clause[-25:]):
        return "forecast"
    if not planned or ("确保" in clause and _ENSURED.search(clause)):
        near = figure.near(_FORECASTS)
        if "后" in near and _ONCE_BUILT.search(_FULL_STOP.split(near)[-1]):
            return "plan"
        return "forecast" if _CAN_YIELD.search(own) else "actual"
    recent = own if figure.kind == "level" and _cue("plan").search(own) else clause[-20:]  # 已发放20万元，还将发放5万元
    return "actual" if _cue("looks_back").search(clause) or _cue("done").search(recent) else "plan"


def over_already(figure: Figure, date: PeriodMention, role: str | None, plain: str) -> bool:
    """True for what was done after the time reviewed, before the report was read out: 今年1至5月，产值增长6%."""
    clause = _FULL_STOP.split(figure.near(_CLAUSE_REACH))[-1]
    if _cue("plan").search(clause) or _cue("forecast").search(clause):
        return False
    so_far = date.part and (_OF_THIS_YEAR.match(plain, date.start) or _AGAINST_LAST.search(figure.text))
    of_months = role != "plan" and (plain[date.start] == "截" or so_far)
    return bool(of_months or _BY_THEN.search(clause.rpartition("\x01")[2]))


def _outright(figure: Figure, role: str | None, clause: str) -> str | None:
    """What is done or foreseen whatever its section plans: a base, what a count found, more than was planned."""
    expected = _cue("forecast").search(clause)
    if role != "plan" and figure.unit_kind in ("percent", "points") and _BEYOND_PLAN.search(figure.left):
        return "forecast" if expected else "actual"
    counted = _COUNTED.search(clause) and not expected and not _cue("plan").search(clause)
    works = figure.unit_kind in _WORKS_BY and not _TO_PREPARE.search(figure.left)
    prepared = works and _IN_PREPARATION.match(figure.text, figure.behind)
    if role != "plan" and (TO_BEGIN.match(figure.text, figure.behind) or prepared):
        return "plan"
    if is_base(figure) or counted or _was_there(figure, clause):
        return "actual"
    if _EXPECTED_BEHIND.match(figure.text, figure.behind):
        return "forecast"
    to_come = _TO_COME.match(figure.right) if role != "plan" else None
    return to_come and ("forecast" if to_come[1] else "plan")


def _was_there(figure: Figure, clause: str) -> bool:
    """True for what a plan builds on: 在2018年植树3万株的基础上, 在去年1560万元的基础上增长12%."""
    return figure.right.startswith("的基础上") and _IN_A_YEAR.search(clause) is not None


def _plans_all(before: str) -> bool:
    """True behind aims, and in a sentence that begins with what is planned and tells of nothing done."""
    if (("目标" in before or "任务" in before) and _AIMS.search(before)) or _is_demanded(before):
        return True
    if "；" in before and _aimed_with(_SENTENCE_END.split(before)[-1].split("；")):
        return True
    if not any(word in before for word in _PLANNING):
        return False
    opening = _PLANNED_FIRST.search(before)
    return opening is not None and not (
        _cue("done").search(before, opening.end()) or _TOLD_ANEW.search(before, opening.start())
    )


def _is_demanded(before: str) -> bool:
    """True behind what a plan demands: 规划要求到2020年绿化率达到40%."""
    asked = "要求" in before or "规定" in before or "提出" in before or "原定" in before
    return asked and _DEMANDED.search(before) is not None


def _aimed_with(members: list[str]) -> bool:
    """True for what is listed behind an aim and tells of no deed: 确保产值达到50亿元；税收6亿元，增长15%."""
    return len(members) > 1 and bool(_AIMED.search(members[0])) and all(map(tells_no_deed, members[1:]))


def tells_no_deed(member: str) -> bool:
    """True for a member of a list that is a measure with its number, and how it moves, and no more.

    >>> tells_no_deed("税收6亿元，增长15%"), tells_no_deed("新建水渠3公里")
    (True, False)
    """
    return bool(_MEASURED.fullmatch(member)) and not any_verb().match(member)


def share_status(figure: Figure, before: list[Figure]) -> None:
    """Take over the status of the whole of a part (其中), or of the level of a growth, where these tell it."""
    whole = figure.part_of if figure.part else None
    if whole and whole.status == "actual" and figure.status == "plan" and not _cue("plan").search(figure.left):
        figure.status, figure.period = "actual", whole.period  # 确保…，共走访1052户，其中农户931户
    if whole and whole.status == "plan" and figure.status == "actual" and _SET_TASK.search(whole.name + whole.left):
        figure.status, figure.period = "plan", whole.period  # 下达招商任务1.6亿元，其中省外资金9000万元
    figure.status = _status_shared(figure, whole, before)


def _status_shared(figure: Figure, whole: Figure | None, before: list[Figure]) -> str:
    if whole and whole.status == "forecast" and whole.period == figure.period:
        return "forecast"
    if figure.kind not in ("growth", "change") or figure.status == "plan":
        return figure.status
    levels = (f for f in reversed(before) if f.kind == "level" and f.name and not is_base(f))
    levels = (f for f in levels if f.period == figure.period)
    own = next((f for f in levels if figure.name.startswith(f.name)), figure)
    return figure.status if own.status == "plan" else own.status


def foreseen(figure: Figure) -> bool:
    """True for what a clause near it expects (预计10月底完成)."""
    return bool(_cue("forecast").search(figure.before[-40:]))


def foreseen_of(figure: Figure) -> bool:
    """True where the last date before 预计 is its own (1974年预计增长5%), and none stands behind it."""
    clause = _FULL_STOP.split(figure.near(_FORECASTS))[-1]
    return _MASKED_BEFORE.search(clause) is not None


def _is_forecast(figure: Figure) -> bool:
    """True behind 预计: at the head of a clause for all that follows, behind a topic for that and what grows too."""
    before = _REMARK.sub("", figure.near(_FORECASTS))
    clause = _FULL_STOP.split(before)[-1]
    all_of_it = "预计" in figure.text and (
        _ALL_EXPECTED.match(figure.text) or _FROM_NOW_ON.search(before) or _FORESEEN_LIST.search(before)
    )
    if all_of_it and not _cue("done").search(_SUMMED.sub("", clause)):
        return True
    last = next(reversed(list(_cue("forecast").finditer(clause))), None)
    if last is None:
        return False
    begins = clause.rfind("，", 0, last.start()) + 1
    topic = strip_lead(clause[begins : last.start()].strip("\x01 ").rpartition(" ")[2])
    own = left_phrase(figure.left) if "，" in clause[last.end() :] else ""
    listed = _LISTED.match(clause, last.end()) is not None
    return len(topic) < 2 or listed or verbs_only(own) or bool(_GOES_ON.match(own) or _ALSO_MOVES.search(own))
