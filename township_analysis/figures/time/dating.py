"""Which date or period in the text a figure stands under."""

import re
from dataclasses import replace

from township_analysis.figures.model import Figure
from township_analysis.figures.time.dates import is_whole_year, is_written_out
from township_analysis.figures.time.undated import CLAUSE_HEAD, is_aside, is_comparison, is_over
from township_analysis.figures.words import alternation
from township_analysis.lang.periods import PeriodMention

_HEAD = 16  # characters of numbering or place that may stand before a date at the head of a sentence
_REACH = 240  # characters over which a date at the head of a sentence still holds
#: 高于1953年至1980年平均递增2.6%的水平: what is compared with has its own years.
_OTHERS_LEVEL = ("的水平", "的速度", "的平均水平")
_TASK = re.compile(
    r"的?[\u4e00-\u9fff]{0,4}?(?:目标|任务|进度|预算(?!收入|支出|内|外)|计划|指标|\d[\d.]*[\u4e00-\u9fff]的(?:任务|目标))"
)
#: 全年任务20台 and 全年目标：…, but not 完成全年任务的一半，其中….
_LISTS = re.compile(r"[^，；]*\Z|数?[是为：]")
_EVERY_YEAR = re.compile(r"每年|年均(?!增|递)")
#: 就业全年达到90人，食堂增至6家: in the middle of a clause it holds for that clause alone.
_AIMS = ("确保", "力争")
#: 力争2004年动工: when something is to begin or be done, and no year that the aims behind it share.
_BEGINS_THEN = re.compile(
    r"[底末初前]*(?:全面|正式|全部)*(?:[开动复]工|启动|开建|完工|建成|竣工|投产|投[入用]|通车|实施)"
)
_AT_HEAD = re.compile(r"(?:\A|[，。；：\n是)”]|建议|确保|力争|争取|预计|实现|完成)\Z")
#: A year alone in the bracket behind a figure: 人口17074人(2017).
_BRACKETED = re.compile(r"\(((?:19|20)\d\d)年?\)")
#: 增加到2010年的90人, 增加到2010年90人: the date is of the figure directly behind it.
_OF_NEXT = re.compile(r"的|[约近]?\d")
#: 按1980年不变价格计算，2019年…: the date at the head comes behind that.
_AT_PRICES = re.compile(r"[\s\u3000]*按[^，；。]{2,16}(?:计算)?，")
_NUMBERING = re.compile(r"\s*[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．]\s*")
#: What stands behind the year that a whole sentence is about.
_TELLS = re.compile(r"，|[全我][镇乡县区村市]|[^，。；的]{2,16}\d[^，。；]{1,8}，")
#: 统计显示，去年全县…: the year of all that is told of the place.
_OF_ALL = re.compile(r"[全我][国省市州县区镇乡]|(?:国民|工农?业|农业|经济)")
#: What a date says of things that are counted, and of nothing behind their clause: 去年签约的8个项目，已开工6个.
_OF_A_NOUN = re.compile(
    r"度?[\u4e00-\u9fff“”、]{2,14}的(?:\d|[一二两三四五六七八九十百]{1,3}[^\u4e00-\u9fff]?[个家项处户件座名人所条])"
)
#: What became of them since, where the date is a year: 2018年签约的8个项目，现已开工6个.
_BY_NOW = re.compile(r"，(?:现|目前|至今|今年|均|全部)?(?:已(?!故)|均完成|全部完成)")
#: Members of a list inside a sentence: a date told in one holds for that one.
_ITEM = re.compile(r"[一二三四五六七八九][是要][^；。]*\Z")
_NEXT_ITEM = re.compile(r"；[一二三四五六七八九][是要]")
#: 主要目标是：到2010年，总收入达到8500万元；人均纯收入…: all that is aimed at by then.
_AIMED_BY = re.compile(r"(?:目标|任务|指标|要求|设想)(?:[是为][：，]?|[：，])(?:力争|确保)?[到至]\d?\Z")
#: A number that is no date.
_COUNTED = re.compile(r"\d(?![\d.]*[年月日—-])")
#: 硬化道路4公里，预计下半年实施: when what was counted is to begin.
TO_BEGIN = re.compile(
    r"[\u4e00-\u9fff]{0,6}?，?(?:预计|计划|拟|将)[于在到]?(?P<date>\x01+)前?"
    r"(?:全面|正式|陆续|组织|进场|开始)*(?:实施|[开动]工|启动|开建|施工|建设|改造)(?:建设|实施|施工)?(?=[，。；]|\Z)"
)
#: What a figure grew or fell to: the date before it is its own.
MOVES_TO = re.compile(rf"(?:{alternation('moves')})[到至为]了?\Z")


def governing(figure: Figure, dates: list[PeriodMention], start: int, plain: str) -> PeriodMention | None:
    """The date before a figure, in its sentence, that it is about; one that it is compared with is none.

    Args:
        figure: The figure with the words around it.
        dates: The dates of its sentence, in order.
        start: Where the sentence begins.
        plain: The aligned text.
    """
    at = figure.mention.start
    if (own := _behind(figure.mention.end, dates, plain) or _to_begin(figure, dates)) is not None:
        return own
    before = (d for d in reversed(dates) if d.start < at and _holds(d, figure, plain) and _reaches(d, start, at, plain))
    last = next(before, None)
    if last is None or (last.since and _EVERY_YEAR.search(plain, last.end, at)):
        return None
    partial = last.year is None and last.offset is None and not last.since and last.years is None
    if plain.startswith("今年", last.start) and not last.part:  # 截至10月，今年…
        return next((d for d in before if d.part and d.year == last.year and plain[d.start] == "截"), last)
    if told := _that_year(last, dates[0], start, plain):
        return told
    if is_same_time(last, plain) and (now := next((d for d in before if d.part), None)):
        return replace(now, year=now.year and now.year - 1, offset=None if now.year else -1)
    if last.offset == -1 and (told := next((d for d in before if d.year and not d.until), None)):
        return _year_before(last, told, plain)
    wider = next(before, None) if partial else None
    if wider and wider.year is not None:
        return _with_year(last, wider)
    return None if at - last.end > _REACH else last


def is_same_time(date: PeriodMention, plain: str) -> bool:
    """True for 去年同期: the year before, in the months of what is compared with it."""
    return date.offset == -1 and plain.endswith("同期", date.start, date.end)


def _behind(end: int, dates: list[PeriodMention], plain: str) -> PeriodMention | None:
    """The date that a bracket behind a figure begins with: 极端最高气温27℃(2013年6月17日)."""
    if plain[end : end + 1] != "(":
        return None
    if alone := _BRACKETED.match(plain, end):
        return PeriodMention(alone.start(1), alone.end(1), int(alone[1]), None, "")
    return next((d for d in dates if d.start == end + 1 and d.year and plain[d.end : d.end + 1] in tuple(")，")), None)


def _to_begin(figure: Figure, dates: list[PeriodMention]) -> PeriodMention | None:
    """The date at which what was counted is to begin, as the clause behind it says."""
    if not dates or dates[-1].end <= figure.mention.hedge.end:
        return None
    told = TO_BEGIN.match(figure.text, figure.behind)
    at = figure.mention.hedge.end + told.start("date") if told else -1
    return next((d for d in dates if d.start <= at < d.end), None)


def _holds(date: PeriodMention, figure: Figure, plain: str) -> bool:
    """False for a date of comparison, of another bracket, of a task, or of another figure."""
    at = figure.mention.start
    between = plain[date.end : at]
    if between.count(")") > between.count("(") or ("，" in between and plain.endswith("同期", date.start, date.end)):
        return False  # 去年同期为0，造成损失2万元
    if "，" in between and _is_of_a_noun(date, between, plain):
        return False
    if date.years is not None and plain.startswith(("年均", "平均增"), date.end) and "，" in between:
        return False  # 产值30亿元，五年年均增长6%，其中农业产值8亿元
    if plain.startswith("全年", date.start) and (task := _TASK.match(plain, date.end)):
        return figure.unit_kind != "percent" and _LISTS.match(plain, task.end(), at) is not None
    of_other = figure.right.startswith(_OTHERS_LEVEL) and date.last is not None
    if (is_comparison(date, plain, at) and not of_other) or is_aside(date, plain) or is_over(date, between, plain):
        return False
    own = date.start >= figure.mention.hedge.start - figure.reach
    return own or not _of_one_figure(date, plain)


def _is_of_a_noun(date: PeriodMention, between: str, plain: str) -> bool:
    """True for 上年度审计查出的52个问题，已整改49个: what comes behind is of the time reported."""
    last_years = date.offset == -1 or (is_whole_year(date) and not date.until and _BY_NOW.search(between))
    return bool(last_years and _OF_A_NOUN.match(plain, date.end))


def _reaches(date: PeriodMention, start: int, at: int, plain: str) -> bool:
    """Behind a semicolon only the date at the head of the sentence still holds."""
    for before in (_AT_PRICES, _NUMBERING):
        found = before.match(plain, start, date.start)
        start = found.end() if found else start
    heads = date.start - start <= _HEAD and not CLAUSE_HEAD.search(plain, start, date.start)
    opens = _of_months(date) or (not date.until and _at_head(date, plain) and _OF_ALL.match(plain, date.end))
    heads = heads or (bool(opens) and not _COUNTED.search(plain, start, date.start))
    heads = heads or (date.until and plain[date.end : date.end + 1] == "，")  # 截至2006年底，…；…
    heads = heads or ("/" in date.part and _at_head(date, plain))
    heads = heads or (
        plain[date.end : date.end + 1] == "，"
        and bool(_AIMED_BY.search(plain, max(0, date.start - _HEAD), date.start + 1))
    )
    between = plain[date.end : at]
    if _NEXT_ITEM.search(between) and _ITEM.search(plain, max(start, date.start - _REACH), date.start):
        return False  # 一要补短板，上半年改造39户；二要强产业，…
    heads = heads or (plain.endswith(_AIMS, 0, date.start) and not _BEGINS_THEN.match(plain, date.end))
    if plain.startswith("全年", date.start) and "，" in between:
        return _at_head(date, plain)
    return heads or "；" not in between or "：" in between.partition("；")[0]  # 2017年分类施策：产业扶持145户；搬迁68户


def _at_head(date: PeriodMention, plain: str) -> bool:
    """True for a date that a clause begins with, or the aims of a plan (建议2012年生产总值增长8%)."""
    return _AT_HEAD.search(plain[max(0, date.start - 2) : date.start]) is not None


def _of_months(date: PeriodMention) -> bool:
    """True for a part of a year that a report may be about: 1-10月, 上半年, 三季度, 截至10月底."""
    closing = date.until and not date.part.startswith("12")
    return "/" in date.part or date.part[:1] in ("H", "Q") or closing


def _of_one_figure(date: PeriodMention, plain: str) -> bool:
    """由2010年的A增加到2015年的B: each date holds for the figure behind it alone."""
    of_base = plain[max(0, date.start - 1) : date.start] in ("由", "从") and not is_written_out(date, plain)
    return of_base or (
        _OF_NEXT.match(plain, date.end) is not None and bool(MOVES_TO.search(plain, max(0, date.start - 4), date.start))
    )


def _that_year(date: PeriodMention, first: PeriodMention, start: int, plain: str) -> PeriodMention | None:
    """2005年，全镇…，全年收购…: the year that the sentence begins with, which 全年 and 当年 speak of."""
    of_year = date.offset == 0 and not (date.part or date.until) and plain.startswith(("全", "当", "年内"), date.start)
    told = is_whole_year(first) and first.start - start <= _HEAD and _TELLS.match(plain, first.end)
    return first if of_year and told and not CLAUSE_HEAD.search(plain, start, first.start) else None


def _year_before(date: PeriodMention, told: PeriodMention, plain: str) -> PeriodMention:
    """上年 behind a year that is told of (2018年，…由上年的6家增加到9家) is the year before that one."""
    if not is_whole_year(told) or not plain.startswith("上", date.start):
        return date
    return replace(date, year=(told.year or 0) - 1, offset=None)


def _with_year(part: PeriodMention, full: PeriodMention) -> PeriodMention:
    """上半年 after 2023年 is the first half of that year."""
    year = full.last or full.year
    return PeriodMention(part.start, part.end, year, None, part.part, None, part.years, part.until, part.since)
