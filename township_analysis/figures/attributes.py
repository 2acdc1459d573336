"""Whether a figure is done or planned, per what it is, and whether a statistician would want it."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun
from township_analysis.figures.time.stocks import is_base
from township_analysis.figures.words import alternation, strip_lead, strip_link, verbs_only

_TARGET = re.compile(r"(?:任务|计划|目标|预算)(?:数|额|投资)?\Z")
_A_SHARE_OF_IT = re.compile(r"的(?:\d|百分)")
_YEARS_PLAN = re.compile(r"(?<!超)(?:年度|全年|年)(?:任务|计划|目标)(?:数|额|投资)?\Z")
_OF_TARGET = re.compile(
    r"的(?:全年|年度|目标|任务|计划|指标)+(?=[，。；、])|(?![^，。；\d]*[完占、])[^，。；\d]{0,8}(?:目标|任务|计划)的\d"
)
_WHOLE_YEAR_AHEAD = re.compile(r"预计(?:\x01+|全年|今年)[^，]*\Z")
#: What was set for the year: 年度计划投资5亿元, 县下达任务300亩; not 占年度计划的40%.
_TASK = re.compile(
    r"\A[^超占入]*?(?:下达(?:[^，]{0,12}任务|给?我[^，]{0,12}指标)|计划总?投资|(?<![为成])(?:年度|全年|年|\x01)计划)[^，的]{0,10}\Z"
)
#: 其余55户预计12月底前搬完, 其余14处计划7月底前整改到位.
_TO_COME = re.compile(r"(?:(预计)|计划|拟|将)(?:[于在]|\x01)")
#: 预计年底将达到130万元 is foreseen, and nobody's plan.
_SHALL = re.compile(r"(预计[^。；]{0,24}?)将")
_TASK_BEFORE_RESULT = re.compile(r"(?:任务|目标)数?[为是]?\Z")
#: 围绕粮食总产900万公斤、人均收入1120元的奋斗目标.
_AIMED_AT = re.compile(r"(?:围绕|按照|朝着|为实现)[^。；]*\Z")
#: 在2018年植树3万株的基础上: what was there before what is planned.
_IN_A_YEAR = re.compile(r"在\x01+[^，；]{0,16}的基础上\Z")
#: 超过年度计划4%: done, and more than was planned.
_BEYOND_PLAN = re.compile(r"超(?:过|额|出)[^，]*(?:计划|任务|指标|目标|预算)[^，]{0,6}\Z")
_AIM_REACH = 80
#: 预期目标是：产值3亿元，增长9%；税收500万元: all of it.
_AIMS = re.compile(r"(?:预期|奋斗|力争)[\u4e00-\u9fff]{0,6}目标(?:任务)?(?:是|为)?：[^。]*\Z")
_AIM = re.compile(r"[^。；]{0,60}?的(?:奋斗|预期|总体|发展|工作)?目标")
_BUDGETED = re.compile(r"(?:年初|调整)预算数?\Z")
_SET_OUT = re.compile(r"\A(?:原|年初|\x01+|今年)?(?:计划|目标)(?!总?投资)")
_RESULT = re.compile(r"，\x01*(?:其中|现)?(?:累计)?(?:已|实际|共计?(?=完成|实施|建成)|目前|完成|实现)")
_STANDS_NOW = re.compile(r"(?:现有|去年|上年|截[至止]|目前已?|已经?)[^，]*\Z")
_PER = {
    "capita": re.compile(r"人均|每人|人平|每[名生位]|每个(?:农民|职工|居民)|按人口平均|居民可支配收入|农民纯收入"),
    "household": re.compile(r"户[均平](?!建|已|有|实|纳|签|享|方)|每户|[农民]户平"),
    "village": re.compile(
        r"村均|每村(?!级)|每个[\u4e00-\u9fff]{0,3}?村(?!级)|各村[^，、]{0,10}(?:分别|各|平?均|安排|补助|提取)|各村\(居\)"
    ),
    "area": re.compile(r"亩均|每亩|单产|亩产|每平方公里"),
}

_THRESHOLDS = re.compile(r"[十百千]?[万亿]+[\u4e00-\u9fff]{1,2}级?(?:大关|台阶|关口)")
_INCOMES = re.compile(r"(?:居民|农民|牧民|渔民|人口)收入")
_NEAR = re.compile(r"[，。；：、\d]")
_OF_WHOLE = re.compile(r"占(?![有地用])")
#: A total, though its name may lean on a rate before it: 每户补助3000元，共兑付183万元.
_ALL_IN_ALL = re.compile(r"共(?!享|建)|合计|累计|全年|总计")
_AND_VOLTS = re.compile(r"[和、及][\d.]+(?:千伏|kv|kV|KV)")  # 750千伏和330千伏电网工程
_VOLTS = frozenset(["千伏", "kv", "kV", "KV", "伏"])
_AGE_NEAR = 20  # how far back the age stands of which a change speaks
#: What is counted, and no class that the number sets apart: 带动300户以上农户增收.
_ITSELF = re.compile(r"(?:贫困|脱贫)?(?:农户|群众|居民|劳动力|贫困户|脱贫户)(?![的大])")
#: What a threshold before it picks: 产值超10亿元企业5家, 收入不足10万元的还有1个.
_PICKS = re.compile(
    r"的?(?:工业|规上|重点|大型)?(?:企业|项目|村|农?户|大户|单位|商户|乡?镇)|的(?:还|共|仅|只|已)*(?:有|达到?|为)?\Z"
)

#: 北邻石桥、白沙两镇: no count of the township's own.
_NEIGHBOURS = re.compile(r"\A[^辖]*[\u4e00-\u9fff][、和与][\u4e00-\u9fff]+\Z")
#: 预计 at the head of a sentence: the whole of it, over every ；, but for what is told as done.
_ALL_EXPECTED = re.compile(
    r"(?:(?:[\x00\x01 ，年]|全[镇乡县市区]|我[镇乡县市]|其中)*|[^，。；：]{2,24}情况 )"
    r"(?:\d是)?(?:全年|今年|年内|到?年底|初步)?，?预计"
)
#: 项目投产后可实现年产值3000万元，带动就业200人: what a thing is to do once it stands.
_ONCE_BUILT = re.compile(
    r"(?:建成|投产|达产|完工|竣工|投用|投入使用)(?:之|以)?后(?:[^。；已]{0,30}?)"
    r"(?:(?<![许认])可(?!能|持续)|将|(?<![性产功节智阳效热职])能(?=够|[达容年解灌新带满使为]))(?![^。；]*(?:已|目前))"
)
#: Done over several years, in a sum that is expected: 预计…；财政收入累计完成9亿元.
_SUMMED = re.compile(r"累计(?:完成|实现)(?!了)")
_FROM_NOW_ON = re.compile(r"预计\x01+，")
#: How far 预计 reaches, and what goes on about the amount before it: 预计收入8亿元，同比增长9%.
_FORECASTS = 400
_LISTED = re.compile(r"[^，：]{0,6}：")
_GOES_ON = re.compile(rf"同比|环比|[比较是为占]|{alternation('rise')}|{alternation('fall')}")

#: 注册资金千万元以上46家: the money picks what is counted.
_SET_APART = ("money", "land", "mass")
#: 达到100万元的村2个, 80-90万元的3个: the same.
_REACHED = re.compile(r"(?:\A|[，、])[ \x01]*(?:其中)?，?(?:达到?|在)?\Z")
_OF_COUNTED = re.compile(r"的(?:村|企业|项目|农?户|大户|单位|社区|合作社)?(?:有|共有?)?\d+[多余]?[个家户]")
#: 打造3个以上的示范村 counts them; 有3个以上车间的企业12家 picks others.
_COUNTERS = frozenset("个家处座条所项名")
_COUNT_NEXT = re.compile(r"[^，。；]*\d")
_COUNT_BEHIND = re.compile(r"[的有 ]*\d")
#: What is itself counted behind a verb: 实施200项以上技改项目; 25户以上自然寨 is no such thing.
_THINGS = frozenset("个项家处座所场")
_DONE_TO = re.compile(r"(?:实施|建设|新建|改造|建成|打造|培育|新增|引进|举办|推进|创建|完成|办好|做好|好)了?\Z")

_FULL_STOP = re.compile(r"[。；]")
_CLAUSE = re.compile(r"[，。；：(]")


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(alternation(kind))


def status_of(figure: Figure, role: str | None, *, ahead: bool, behind: bool = False) -> str:
    """``actual``, ``plan`` or ``forecast``.

    Args:
        figure: The figure with the words around it.
        role: The role of its section.
        ahead: True where its own period lies after the report's.
        behind: True where a date says that it lies before the time that is planned.
    """
    clause = _SHALL.sub(r"\1", _FULL_STOP.split(figure.before[-60:])[-1])
    beyond = role != "plan" and figure.unit_kind == "percent" and _BEYOND_PLAN.search(figure.left)
    if is_base(figure) or beyond or _IN_A_YEAR.search(clause + figure.right[:4]):
        return "actual"
    if role != "plan" and (to_come := _TO_COME.match(figure.right)):
        return "forecast" if to_come[1] else "plan"
    if ahead or is_task(figure) or _AIMS.search(figure.near(_FORECASTS)):
        return "plan"
    own = clause.rpartition("，")[2]
    planned = _cue("plan").search("，".join(clause.split("，")[-3:])) and not _cue("done").search(own)
    if _WHOLE_YEAR_AHEAD.search(clause):
        return "forecast"
    if role == "plan":
        return "actual" if (behind or _STANDS_NOW.search(clause)) and not planned else "plan"
    if _is_forecast(figure) and not _cue("plan").search(clause[-25:]):
        return "forecast"
    if not planned:
        return "plan" if _ONCE_BUILT.search(_FULL_STOP.split(figure.near(_FORECASTS))[-1]) else "actual"
    done = _cue("looks_back").search(clause) or _cue("done").search(clause[-20:])
    return "actual" if done else "plan"


def status_shared(figure: Figure, before: list[Figure]) -> str:
    """The status, where the whole of a part (其中) or the level of a growth tells that it is foreseen, or is not."""
    whole = figure.part_of if figure.part else None
    if whole and whole.status == "forecast" and whole.period == figure.period:
        return "forecast"
    if figure.kind not in ("growth", "change") or figure.status == "plan":
        return figure.status
    levels = (f for f in reversed(before) if f.kind == "level" and f.name and not is_base(f))
    levels = (f for f in levels if f.period == figure.period)
    own = next((f for f in levels if figure.name.startswith(f.name)), figure)
    return figure.status if own.status == "plan" else own.status


def period_shared(figure: Figure, before: list[Figure]) -> str | None:
    """The months of the flow that a growth of the year's own is told of: 截至10月底，产值23亿元，增长4%."""
    if between := _years_between(figure, before):
        return between
    own = next((f for f in reversed(before) if f.kind == "level" and f.name and figure.name.startswith(f.name)), None)
    if (
        own
        and figure.kind == "share"
        and "占" in figure.left
        and not is_base(figure)
        and own.clause == figure.clause - 1
    ):
        return own.period
    whole = figure.part_of if figure.kind == "level" and "\x01" not in figure.left else None
    if whole and whole.mention.unit == figure.mention.unit and (whole.period or "").endswith(f"/{figure.period}"):
        return whole.period  # 五年新增装机5万千瓦，其中水电3万千瓦
    if own and figure.unit_kind == "multiple" and (own.period or "").endswith(f"/{figure.period}"):
        return own.period  # 五年造林5万亩，是前五年的1.7倍
    if figure.kind not in ("growth", "change") or own is None or not figure.period or len(figure.period) > len("2019"):
        return figure.period
    months = own.period and own.period.startswith(f"{figure.period}-01/") and own.clause == figure.clause - 1
    return own.period if months else figure.period


def _years_between(figure: Figure, before: list[Figure]) -> str | None:
    """The years of a growth a year from a base to a level: 由1996年的69万元上升到2000年的186万元，年均增长42%."""
    base, level = before[-2:] if len(before) > 1 else (figure, figure)
    spanned = "/" in (figure.period or "")  # told of years that a heading names
    dated = not spanned and base.period and level.period and base.period.isdigit() and level.period.isdigit()
    if "年均" not in figure.name or not dated or not is_base(base) or int(base.period or 0) >= int(level.period or 0):
        return None
    return f"{int(base.period or 0) + 1}/{level.period}"


def foreseen(figure: Figure) -> bool:
    """True for what a clause near it expects (预计10月底完成)."""
    return bool(_cue("forecast").search(figure.before[-40:]))


def _is_forecast(figure: Figure) -> bool:
    """True behind 预计: at the head of a clause it holds for all that follows, behind a topic for that alone."""
    clause = _FULL_STOP.split(figure.near(_FORECASTS))[-1]
    all_of_it = _ALL_EXPECTED.match(figure.text) or _FROM_NOW_ON.search(figure.near(_FORECASTS))
    if all_of_it and not _cue("done").search(_SUMMED.sub("", clause)):
        return True
    last = next(reversed(list(_cue("forecast").finditer(clause))), None)
    if last is None:
        return False
    begins = clause.rfind("，", 0, last.start()) + 1
    topic = strip_lead(clause[begins : last.start()].strip("\x01 ").rpartition(" ")[2])
    own = left_phrase(figure.left) if "，" in clause[last.end() :] else ""
    return (
        len(topic) < 2 or _LISTED.match(clause, last.end()) is not None or verbs_only(own) or bool(_GOES_ON.match(own))
    )


def is_task(figure: Figure) -> bool:
    """True for the amount of a task: 完成全年任务数4.2亿元的51.7%, 完成全年20台的任务, 年度计划投资5亿元."""
    if figure.kind == "share" and ("占" in figure.left or "完成" in figure.left):
        return False
    own = _CLAUSE.split(figure.before[-40:])[-1]
    aimed = _TASK_BEFORE_RESULT.search(figure.left) or _TASK_BEFORE_RESULT.search(strip_link(figure.left))
    told = (aimed or _SET_OUT.match(own)) and _RESULT.match(figure.after)
    if figure.kind != "share" and (_TASK.search(own) or _BUDGETED.search(figure.left) or told):
        return True
    if _AIM.match(figure.after) and _AIMED_AT.search(figure.near(_AIM_REACH)):
        return True
    of_amount = _TARGET.search(figure.left) and (_A_SHARE_OF_IT.match(figure.after) or _YEARS_PLAN.search(figure.left))
    return bool(of_amount or _OF_TARGET.match(figure.after))


@cache
def _any_per() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in _PER.values()))


def per_of(figure: Figure) -> str:
    """The denominator: ``capita``, ``household``, ``village``, ``area`` or ``""``."""
    if figure.kind == "growth" and _INCOMES.search(figure.name):
        return "capita"
    whole = figure.kind == "share" and _OF_WHOLE.search(figure.name)
    near = _NEAR.split(figure.before[-20:])[-1]  # ``left`` may have been cut by a rule of naming
    words = near if _ALL_IN_ALL.search(near) else f"{figure.name}，{figure.left}，{near}"
    if whole:
        words = figure.name[: whole.start()]
    if not _any_per().search(words):
        return ""
    return next((per for per, pattern in _PER.items() if pattern.search(words)), "")


def is_threshold(figure: Figure) -> bool:
    """True for the two of 跨过两个万亿元大关: no amount, but it names what follows, so it is core till that is done."""
    return bool(_THRESHOLDS.match(figure.after))


def is_core(figure: Figure) -> bool:
    """False for a criterion or a size inside a name: 千亩茶叶基地, 80岁以上, 5万元以上的村."""
    if figure.mention.unit in ("岁", "周岁", "级"):
        a_class = figure.mention.value_max is not None or figure.right.startswith("的")  # 年龄在35岁以下的12人
        told = re.search("年龄|寿命", figure.left) and not a_class
        return bool(told) or (figure.kind == "change" and "年龄" in figure.before[-_AGE_NEAR:])
    if figure.mention.chinese and figure.mention.unit in tuple("乡镇县市区村方") and _NEIGHBOURS.search(figure.left):
        return False
    behind = figure.right.lstrip("\x01 ")
    bounded = figure.mention.hedge.end > figure.mention.end  # 以上, 以下, 左右 behind it
    if bounded and not behind and figure.unit_kind in _SET_APART and _COUNT_BEHIND.match(figure.after):
        return False
    if figure.unit_kind == "money" and _REACHED.search(figure.left) and _OF_COUNTED.match(figure.after):
        return False
    if figure.mention.form == "bare":
        return not behind or not begins_noun(behind)
    passed = figure.mention.hedge.start < figure.mention.start and _PICKS.match(behind)
    if figure.unit_kind == "money" and passed:
        return False
    if bounded and figure.mention.unit in _COUNTERS and not _COUNT_NEXT.match(figure.after):
        return True
    share = figure.unit_kind == "percent" or figure.mention.form == "fraction"
    if figure.mention.unit in _THINGS and _DONE_TO.search(figure.left) and not behind.startswith("的"):
        return True
    if figure.mention.unit in _VOLTS and (begins_noun(behind) or _AND_VOLTS.match(figure.after)):
        return False
    if figure.left.endswith("时速"):
        return not begins_noun(behind)
    return share or bool(_ITSELF.match(behind)) or not (bounded and behind and begins_noun(behind))
