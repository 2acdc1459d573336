"""Which date or period in the text a figure stands under."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from township_analysis.figures.model import Figure
from township_analysis.lang.periods import PeriodMention
from township_analysis.report.model import Section

HEAD = 16  # characters of numbering or place that may stand before a date at the head of a sentence
REACH = 240  # characters over which a date at the head of a sentence still holds
#: 上年结余 is an income of this year's budget, and 上年 no date.
_CARRIED_OVER = re.compile(
    r"上年(?=结[转余]|滚存)|当年(?=(?:现行)?价)|(?:1[0-2]|[1-9]|[一七])月份?(?=(?:月?平?均)?(?:最[高低])?气?温)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|(?<![一二三四五六七八九十])是|为|相当于|超过|超|[高低多少优好快慢]于|高出)\Z")
_BASE_OF = re.compile(r"[比较][^，。；]{2,12}的\Z")
#: 高于1953年至1980年平均递增2.6%的水平: what is compared with has its own years.
_OTHERS_LEVEL = ("的水平", "的速度", "的平均水平")
_COMPARED_BEHIND = re.compile(r"(?:年)?同期|同比|相比|的?(?:基础|基数|水平)上?")
_TASK = re.compile(
    r"的?[\u4e00-\u9fff]{0,4}?(?:目标|任务|预算(?!收入|支出|内|外)|计划|指标|\d[\d.]*[\u4e00-\u9fff]的(?:任务|目标))"
)
#: 全年任务20台 and 全年目标：…, but not 完成全年任务的一半，其中….
_LISTS = re.compile(r"[^，；]*\Z|数?[是为：]")
_OF_A_PROGRAMME = re.compile(r"(?:年度)?(?:中央|省级|市级|县级)|年度|级|届")
_EVERY_YEAR = re.compile(r"每年|年均(?!增|递)")
_BY_THE_WAY = re.compile(r"(?:面对|针对|克服|应对)[^，。；]{0,24}\Z|(?:遭受|因|受)\Z")
#: A disaster is no aside: what follows in its sentence happened then (面对4月下旬的冻害).
_DISASTER = re.compile(r"[^，。；]{0,8}(?:[冻旱洪涝雪雹寒风汛火震]|暴雨|强降雨|降温|疫)")
#: 厂房于10月竣工，日产20吨: the day of the event, and no period of what follows.
_EVENT = re.compile(
    r"[^，。；：\d]{0,6}?(?:竣工|完工|[开动]工|启[动用]|开[业园馆街]|投[产用]|试?运[行营]|通[车水电气航]|挂牌|揭牌|成立|建[成立]|上线|落成|交付"
    r"|投入使用|试生产|封顶|开始|实施|推行)[^，。；：\d]{0,6}(?=[，；])"
    r"|撤[^，。；\d]{1,16}(?=[，；])|[^，。；\d]{0,12}?(?:设立|更名|改[称名为]|合并|并入|划归|[改设建]镇)[^，。；\d]{0,10}(?=[，；])"
)
#: 始建于1958年，占地30亩: the same, with its verb before it.
_FOUNDED = re.compile(r"(?:建|成立|创办|设立|组建|建成|建制|投产|投用|开业|落成|合并|迁入?|竣工)于\Z")
#: 就业全年达到90人，食堂增至6家: in the middle of a clause it holds for that clause alone.
_AT_HEAD = re.compile(r"(?:\A|[，。；：\n是)”]|确保|力争|争取|预计|实现|完成)\Z")
#: A number that is no date.
_COUNTED = re.compile(r"\d(?![\d.]*[年月日—-])")
#: …的基础上 ends what was told of the date; 在2014年的基础上 speaks of another.
_ON_TOP_OF = re.compile(r"(?<!年)(?<!年的)(?<!年度的)基础上")
_NOW = re.compile(r"[，；、](?:现|目前|如今|至今)")
_CLAUSE_HEAD = re.compile(r"[，；：、]")
#: How the paragraphs of a review of several years say, in their first words, which years they are about.
_ONE_YEAR = re.compile(
    r"[^。；]{0,10}?(?:(?<!到)(?:19|20)\d\d年(?=[，是])|过去(?:的)?一年|(?<![一二三四五])一年来|刚刚过去的"
    r"|今年(?:是|[^。；，]{0,16}(?:目标|要求|工作|安排))|做好(?:今年|(?:19|20)\d\d年))"
)
_FIVE_YEARS = re.compile(r"[二三四五]年来|过去[二三四五]年")
_SEVERAL_YEARS = re.compile(rf"{_FIVE_YEARS.pattern}|“十[一二三四五]?五”")
#: 2025年工作回顾和“十四五”成就: a heading that names one year before the span.
_YEAR_FIRST = re.compile(r"[^\n]{0,8}?(?:19|20)\d\d年(?![来以至到—-])[^\n]{0,12}[和及与暨、]")
_PART_OF_YEAR = re.compile(r"H1|Q\d|01/\d\d")
_PARAGRAPH = re.compile(r"\n([^\n]{1,60})")
#: What a figure grew or fell to: the date before it is its own.
MOVES_TO = re.compile(
    r"(?:提高|增长|增加|上升|上涨|下降|降低|减少|扩大|发展|提升|缩短|恢复|调整|调[高增]|拓展|涨|升|降|减|增|提|扩)[到至为]了?\Z"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a paragraph's first words, from ``line`` to ``end``, turn to one year or back to several."""

    line: int
    end: int
    one: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a report, in order, and which of them reach further than their own figure.

    Found once, so that a figure looks its own up and a text of nothing but dates costs no more a date.

    Attributes:
        every: All of them.
        spans: Spans of years (五年来, “十三五”时期).
        bases: The years behind 由 and 从.
        openings: The years that sentences begin with.
        turns: Where paragraphs turn to one year of several.
    """

    every: list[PeriodMention]
    spans: list[PeriodMention]
    bases: list[PeriodMention]
    openings: list[PeriodMention]
    turns: list[Turn]


def sorted_dates(found: list[PeriodMention], plain: str) -> Dates:
    """The dates of an aligned text by what they are good for."""
    several = (d for d in found if d.years is not None or d.last is not None)
    spans = [d for d in several if not _COMPARED.search(plain, max(0, d.start - 3), d.start)]
    return Dates(
        every=found,
        spans=spans,
        bases=[d for d in found if d.year and _is_base_year(d, plain)],
        openings=[d for d in found if _opens_sentence(d, plain)],
        turns=sorted(_turns(plain), key=attrgetter("end")) if spans else [],
    )


def _is_base_year(date: PeriodMention, plain: str) -> bool:
    """True for the year of 由2006年的 and of 与2010年相比, which later bases of the sentence share."""
    return _character_before(date, plain) in ("由", "从") or plain.startswith("相比", date.end)


def _character_before(date: PeriodMention, plain: str) -> str:
    return plain[max(0, date.start - 1) : date.start]


def _opens_sentence(date: PeriodMention, plain: str) -> bool:
    return _is_whole_year(date) and _character_before(date, plain) in ("", *"。；\n ”")


def _last(dates: list[PeriodMention], start: int, at: int) -> PeriodMention | None:
    """The last of the dates that begins in a stretch of text."""
    found = bisect_left(dates, at, key=attrgetter("start")) - 1
    return dates[found] if found >= 0 and dates[found].start >= start else None


def _behind(end: int, dates: list[PeriodMention], plain: str) -> PeriodMention | None:
    """The date that a bracket behind a figure begins with: 极端最高气温27℃(2013年6月17日)."""
    if plain[end : end + 1] != "(":
        return None
    return next((d for d in dates if d.start == end + 1 and d.year and plain[d.end : d.end + 1] in tuple(")，")), None)


def governing(figure: Figure, dates: list[PeriodMention], start: int, plain: str) -> PeriodMention | None:
    """The date before a figure, in its sentence, that it is about; one that it is compared with is none.

    Args:
        figure: The figure with the words around it.
        dates: The dates of its sentence, in order.
        start: Where the sentence begins.
        plain: The aligned text.
    """
    at = figure.mention.start
    if (own := _behind(figure.mention.end, dates, plain)) is not None:
        return own
    before = (d for d in reversed(dates) if d.start < at and _holds(d, figure, plain) and _reaches(d, start, at, plain))
    last = next(before, None)
    if last is None or (last.since and _EVERY_YEAR.search(plain, last.end, at)):
        return None
    partial = last.year is None and last.offset is None and not last.since and last.years is None
    wider = next(before, None) if partial else None
    if wider and wider.year is not None:
        return _with_year(last, wider)
    return None if at - last.end > REACH else last


def _holds(date: PeriodMention, figure: Figure, plain: str) -> bool:
    """False for a date of comparison, of another bracket, of a task, or of another figure."""
    at = figure.mention.start
    between = plain[date.end : at]
    if between.count(")") > between.count("("):
        return False
    if plain.startswith("全年", date.start) and (task := _TASK.match(plain, date.end)):
        return figure.unit_kind != "percent" and _LISTS.match(plain, task.end(), at) is not None
    of_other = figure.right.startswith(_OTHERS_LEVEL) and date.last is not None
    if (_is_comparison(date, plain, at) and not of_other) or _is_aside(date, plain) or _is_over(date, between, plain):
        return False
    own = date.start >= figure.mention.hedge.start - figure.reach
    return own or not _of_one_figure(date, plain)


def _reaches(date: PeriodMention, start: int, at: int, plain: str) -> bool:
    """Behind a semicolon only the date at the head of the sentence still holds."""
    heads = date.start - start <= HEAD and not _CLAUSE_HEAD.search(plain, start, date.start)
    heads = heads or (_of_months(date) and not _COUNTED.search(plain, start, date.start))
    between = plain[date.end : at]
    if plain.startswith("全年", date.start) and "，" in between:
        return _AT_HEAD.search(plain[max(0, date.start - 2) : date.start]) is not None
    return heads or "；" not in between


def _of_months(date: PeriodMention) -> bool:
    """True for a part of a year that a report may be about: 1-10月, 上半年, 三季度, 截至10月底."""
    closing = date.until and not date.part.startswith("12")
    return "/" in date.part or date.part[:1] in ("H", "Q") or closing


def _is_aside(date: PeriodMention, plain: str) -> bool:
    """面对4月下旬低温冻害, 年初承诺的: told by the way, and no period of what follows."""
    if (date.part == "01-01" and not date.year) or is_carried_over(date.start, plain):
        return True
    by_the_way = _BY_THE_WAY.search(plain, max(0, date.start - 26), date.start)
    return bool(by_the_way and not (date.part[:2].isdigit() and _DISASTER.match(plain, date.end)))


def is_carried_over(start: int, plain: str) -> bool:
    """True for the 上年 of 上年结余."""
    return bool(_CARRIED_OVER.match(plain, start))


def _is_over(date: PeriodMention, between: str, plain: str) -> bool:
    """True for a date that holds no longer: of an event told in its own clause, or of what stands otherwise now."""
    if _ON_TOP_OF.search(between) or (not date.until and _NOW.search(between)):
        return True
    if date.until or date.years is not None or date.last is not None:
        return False
    if _FOUNDED.search(plain, max(0, date.start - 4), date.start) and _CLAUSE_HEAD.search(between):
        return True
    told = bool(date.part) or plain[date.start : date.start + 1] in "自从" or plain[date.start - 1 : date.start] == "于"
    return bool(told and _EVENT.match(between) and _CLAUSE_HEAD.search(between))


def _of_one_figure(date: PeriodMention, plain: str) -> bool:
    """由2010年的A增加到2015年的B: each date holds for the figure behind it alone."""
    return plain[max(0, date.start - 1) : date.start] in ("由", "从") or (
        plain[date.end : date.end + 1] == "的" and bool(MOVES_TO.search(plain, max(0, date.start - 4), date.start))
    )


def _is_comparison(date: PeriodMention, plain: str, figure_at: int) -> bool:
    """True for a date that a figure is compared with, but for the base that stands right behind it."""
    if figure_at == date.end + 1 and _BASE_OF.search(plain, max(0, date.start - 1), figure_at):
        return False
    if _COMPARED.search(plain, max(0, date.start - 3), date.start) and plain[date.start] != "截":
        return True
    if _COMPARED_BEHIND.match(plain, date.end):
        return True
    return bool(date.year and _OF_A_PROGRAMME.match(plain, date.end))


def _with_year(part: PeriodMention, full: PeriodMention) -> PeriodMention:
    """上半年 after 2023年 is the first half of that year."""
    year = full.last or full.year
    return PeriodMention(part.start, part.end, year, None, part.part, None, part.years, part.until, part.since)


def base_year(dates: Dates, start: int, at: int) -> int | None:
    """The year of the last 由2006年的 before a place in its sentence: later bases without a year share it."""
    base = _last(dates.bases, start, at)
    return base.year if base else None


def span_before(dates: Dates, start: int, at: int) -> PeriodMention | None:
    """The last span of years (五年来, “十三五”时期) that a stretch of text speaks of before a place in it."""
    return _last(dates.spans, start, at)


def headed_span(section: Section | None, sections: dict[str, Section], dates: Dates) -> PeriodMention | None:
    """The span of years that the heading of a section, or of one around it, names (过去五年工作回顾)."""
    while section is not None:
        span = span_before(dates, section.start, section.start + len(section.heading or "") + 4)
        if span:
            return None if _is_beside_a_year(span, section) else span
        section = sections.get(section.parent or "")
    return None


def headed_year(section: Section | None, sections: dict[str, Section], dates: Dates) -> str | None:
    """The one year that the heading of a section, or of one around it, names (2021年重点工作)."""
    while section is not None:
        if section.heading:
            named = dates_between(dates, section.start, section.start + len(section.heading) + 4)
            if named:
                return str(named[0].year) if len(named) == 1 and _is_whole_year(named[0]) else None
        section = sections.get(section.parent or "")
    return None


def headed_part(section: Section | None, sections: dict[str, Section], dates: Dates) -> PeriodMention | None:
    """The part of a year that the heading of a section, or of one around it, names alone (1—9月经济指标完成情况)."""
    while section is not None:
        if section.heading:
            named = dates_between(dates, section.start, section.start + len(section.heading))
            if named:
                return named[0] if len(named) == 1 and _PART_OF_YEAR.fullmatch(named[0].part) else None
        section = sections.get(section.parent or "")
    return None


def dates_between(dates: Dates, start: int, end: int) -> list[PeriodMention]:
    """The dates that begin in a stretch of text."""
    low, high = (bisect_left(dates.every, at, key=attrgetter("start")) for at in (start, end))
    return dates.every[low:high]


def _is_whole_year(date: PeriodMention) -> bool:
    return bool(date.year) and not date.part and date.last is None and not date.since


def _is_beside_a_year(span: PeriodMention, section: Section) -> bool:
    """True for 今后五年 in a heading that goes on to next year's work, which most of the section is about."""
    return (span.years or 0) < 0 and bool(re.search(r"(?:19|20)\d\d年|[今明]年", section.heading or ""))


def speaks_of_one_year(dates: Dates, plain: str, start: int, at: int) -> bool:
    """True where, since the heading of a span of years, a paragraph has turned to its last year (2025年，…)."""
    found = bisect_right(dates.turns, at, key=attrgetter("end")) - 1
    if found >= 0 and dates.turns[found].line >= start:
        return dates.turns[found].one
    return bool(_YEAR_FIRST.match(plain, start))


def _turns(plain: str) -> Iterator[Turn]:
    for line in _PARAGRAPH.finditer(plain):
        one = _ONE_YEAR.match(line[1])
        several = (_FIVE_YEARS if one else _SEVERAL_YEARS).search(line[1])
        if one and not (several and several.end() <= one.end()):
            yield Turn(line.start(), line.start(1) + one.end(), one=True)
        if several:
            yield Turn(line.start(), line.start(1) + several.end(), one=False)


def year_of_paragraph(dates: Dates, start: int, at: int) -> int | None:
    """The year that a sentence of the paragraph before a place begins with (2010年，我乡遭遇大旱。)."""
    opening = _last(dates.openings, start, at)
    return opening.year if opening else None
