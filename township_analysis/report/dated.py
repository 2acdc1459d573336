"""The year that a text reports on where no title, heading or opening says it: that of its figures."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from township_analysis.lang.periods import full_year
from township_analysis.report.cues import evidence

_SENTENCE = re.compile(r"[^。；\n]+")
#: A year at the head of a clause, as figures are told of it (2003年全镇实现…), or the day of what is told.
_OF_YEAR = re.compile(
    r"(?:^|(?<=[，；：:—。\s“)>】〕])|(?<=预计))(?:截[至止]|[到至自从])?"
    r"(?P<year>(?:19[5-9]|20\d)\d|0\d) ?年(?!代|级|间|[来前后起]|\d{1,2}月\d{1,2}日(?!，|止|底))"
    r"|于(?P<day>(?:19[5-9]|20\d)\d)年\d{1,2}月\d{1,2}日"
)
#: The year of a title or an assembly, and what befell a place in a year of its history.
_HISTORY = re.compile(
    r"(?!是[^。；\n]{0,40}?(?:取得|成就|成绩|成果|丰收|平凡|平常|寻常)[^。；\n]{0,12}一年)度?[^，。；\n]{0,24}?(?:报告|总结|汇报|计划|规划|方案|会议|大会|工作会)|[^，。；]{0,16}?(?:成立|设立?[镇乡立置]|建[镇乡立制置]|更名|改[为称名]|撤|划[归入]|并入|合并|析置|解放|始建|始于|隶属|属)"
)
_FIGURE = re.compile(
    r"\d[\d.,]*(?!\d*年)[余多]?[万亿千百]?[\u4e00-\u9fff%％‰℅]"
    r"|百分之[一二三四五六七八九十]|[一二两三四五六七八九][十百千万亿][一二三四五六七八九十百千万亿零点余多]*(?!年)"
)
#: What a clause on a year says at once where it plans: 2022年，我镇计划完成户厕改造400座.
_PLANNED = re.compile(
    r" ?[，、]?(?:我|全|本)?[镇乡县街村办]?(?:党委|政府)?(?:计划(?!生育|总?投资)|拟|将|力争|争取|确保|打算|预期目标)"
)
_AIMED = re.compile(r"目标|力争|预期|计划(?!生育)|打算|将[要达实完在形呈]|(?<!围绕)确保|规划|要(?=[坚抓加推突大做])")
_BY_THEN = ("到", "至", "自", "从", "截")  # 到2030年: no year of its own
_REACH = 400  # characters in which figures are told of a year
#: How a place is described, and how a year is told of: in a description a year is of its own figures alone.
_DESCRIBES = re.compile(r"位于|地处|[坐座]落|东[临接邻靠与]|[总土]地?面积\d|[下现]?辖\d+个")
_OF_THE_YEAR = re.compile(r"[比较](?:上年|去年)|同比|全年|当年|年内|[一本]年来|今年")
_TOPIC = re.compile(
    r"(?<=[。\n\s])(?:19[5-9]|20\d)\d年(?:[，；、]|全[镇乡县区年]|我[镇乡]|国[内民]生产|地区生产|[工农财]|生产总值)"
)
#: How the entries of a yearbook begin, which is of one year: 【概况】….
_ENTRY = re.compile(r"(?:^|\n) *[【〔][\u4e00-\u9fff、]{2,16}[】〕]")
_OPENING = 300
_OFTEN = 3
_MOST = 0.65  # of the figures, behind the year that a description turns to
_FEW = 0.25  # of the figures of the year told of most: a year with fewer is one that others are compared with


def year_told(plain: str, plans: Iterable[tuple[int, int]] = ()) -> str | None:
    """The last year of which a text tells figures as done, or None where it names none.

    A year of history, of a plan, or of the day on which a page was published, is none.

    Args:
        plain: The aligned text.
        plans: Where the passages that plan begin and end; what they tell is not done.

    Example:
        >>> year_told("我镇大力发展生产。2003年全镇完成工业产值1.7亿元，增长8%。"), year_told("全镇有12个村。")
        ('2003', None)
    """
    told = Counter[str]()
    ahead = list(plans)
    years = [found for found in _OF_YEAR.finditer(plain) if not any(a <= found.start() < b for a, b in ahead)]
    for found, behind in zip_longest(years, years[1:]):
        end = min(behind.start() if behind else len(plain), found.end() + _REACH)
        if not (_HISTORY.match(plain, found.end()) or _plans(plain, found.end())):
            told[str(full_year(found["year"] or found["day"]))] += len(_FIGURE.findall(plain, found.end(), end))
    description = _DESCRIBES.search(plain, 0, _OPENING)
    described = description and years and description.start() < years[0].start()
    if described and not (_turns_to_a_year(plain) or (len(told) == 1 and len(_ENTRY.findall(plain)) > 1)):
        return None
    most = max(told.values(), default=0)
    return max((year for year, count in told.items() if count and count >= _FEW * most), default=None)


def year_before_plans(plain: str, plans: Iterable[tuple[int, int]] = ()) -> str | None:
    """The year before the one that a text on 今年 plans at the head of a clause; None where it plans none, or several.

    Args:
        plain: The aligned text.
        plans: Where the passages that plan begin and end: at a clause's head they say so of any year.

    Example:
        >>> year_before_plans("今年脱贫65户。2019年，我镇计划脱贫40户。"), year_before_plans("2019年脱贫40户。")
        ('2018', None)
    """
    if "今年" not in plain:
        return None
    ahead = list(plans)
    years = {
        full_year(found["year"])
        for found in _OF_YEAR.finditer(plain)
        if found["year"] and not found[0].startswith(_BY_THEN)
        if _PLANNED.match(plain, found.end()) or any(a <= found.start() < b for a, b in ahead)
    }
    return str(years.pop() - 1) if len(years) == 1 else None


def _plans(plain: str, at: int) -> bool:
    """Whether what follows a year says what will be done in it."""
    sentence = _SENTENCE.match(plain, at)
    aims = sentence and _AIMED.search(plain, *sentence.span()) and evidence(plain, *sentence.span()) <= 0
    return bool(aims or _PLANNED.match(plain, at))


def _turns_to_a_year(plain: str) -> bool:
    """Whether a description goes on to tell of a year: 1998年，… before most of its figures, or much that compares."""
    turn = _TOPIC.search(plain)
    behind = len(_FIGURE.findall(plain, turn.end())) if turn else 0
    return behind >= _MOST * len(_FIGURE.findall(plain)) or len(_OF_THE_YEAR.findall(plain)) >= _OFTEN
