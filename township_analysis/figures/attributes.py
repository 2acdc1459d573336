"""Whether a figure is done or planned, per what it is, and whether a statistician would want it."""

import re

from township_analysis.figures.model import Figure

_PLAN = re.compile(r"力争|争取(?!到|资金|项目|上级|各类|中央|省|市|县)|计划(?=新|投入|引进|完成|实施|建设|在|于|年内|今年|明年|开工|建成|用|争取|到|安排|再|启动|总投资|[一二三四五六七八九十\d])|拟(?=[建投引新实在])|规划(?=建设|投资|新建|面积|总)|确保(?!了)|将(?=[于在投建新达实完引培打对使为全])|预期|目标(?:是|为|：)|要(?=[在完实新建达争确力把引培])|努力(?:实现|完成|达到)|预计(?=在|到|明年|下半年|年底|[一二三四五六七八九十\d]{1,2}月)|待建|即将|下一步|明年|来年|下半年|今后|到20\d\d年")
_TARGET = re.compile(r"(?:任务|计划|目标|预算)(?:数|额|投资)?\Z")
_OF_TARGET = re.compile(r"的(?:全年|年度|目标|任务|计划|指标)+(?=[，。；、])")
_DONE = re.compile(r"已|截[至止]|目前|现有|累计|完成了|去年|上年|实现了|达到了|建成了|共完成|顺利|剩余的")
_FORECAST = re.compile(r"预计|预期|有望|估计")
_LOOKS_BACK = re.compile(r"(?:确保|力争|争取)了|切实确保|有效确保|为确保")


def status_of(figure: Figure, role: str | None, ahead: bool) -> str:
    """``actual``, ``plan`` or ``forecast``.

    Args:
        figure: The figure with the words around it.
        role: The role of its section.
        ahead: True where its own period lies after the report's.
    """
    before = figure.before[-60:]
    clause = re.split(r"[。；]", before)[-1]
    if ahead or (_TARGET.search(figure.left) and re.match(r"的(?:\d|百分)", figure.after)) or _OF_TARGET.match(figure.after):
        return "plan"
    if re.search(r"预计(?:全年|今年|年底|年末)[^，]*\Z", clause):
        return "forecast"
    if _FORECAST.search(clause) and role != "plan" and not _PLAN.search(clause[-25:]):
        return "forecast"
    if role == "plan":
        looks_back = re.search(r"(?:现有|去年|上年|截[至止]|目前已?|已经?)[^，]*\Z", clause) and not _PLAN.search(clause)
        return "actual" if looks_back else "plan"
    return "plan" if _PLAN.search(clause) and not _LOOKS_BACK.search(clause) and not _DONE.search(clause[-20:]) else "actual"


_PER = (("capita", re.compile(r"人均|每人|人平|每名")), ("household", re.compile(r"户均(?!建|已|有|实|纳|签|享)|每户")),
        ("village", re.compile(r"村均|每村|每个村|每个行政村|各村[^，、]{0,6}(?:分别|各|均|安排|补助|提取)|各村\(居\)")), ("area", re.compile(r"亩均|每亩|单产|亩产|每平方公里")))  # fmt: skip


def per_of(figure: Figure) -> str:
    """The denominator: ``capita``, ``household``, ``village``, ``area`` or ``""``."""
    words = figure.name + figure.left
    if re.search(r"居民(?:人均)?可支配收入|农民(?:人均)?纯收入", figure.name):
        return "capita"
    return next((per for per, pattern in _PER if pattern.search(words)), "")


_SIZE_BEHIND = re.compile(r"(?:以上|以下|以内)?(?:的)?(?!\Z)[\u4e00-\u9fff]")


def is_core(figure: Figure) -> bool:
    """False for a criterion or a size inside a name: 千亩茶叶基地, 80岁以上, 5万元以上的村."""
    behind = figure.right
    if figure.mention.form == "bare":
        return not _SIZE_BEHIND.match(behind)
    if figure.mention.unit in ("岁", "级", "周岁"):
        return False
    if re.match(r"(?:以上|以下|以内|以外)(?:的)?[\u4e00-\u9fff]", figure.after) and not re.match(r"以[上下内]?(?:，|。|、|；|，)", figure.after):
        return bool(re.match(r"以[上下内]?[，。；、)]", figure.after))
    return True
