"""The dates of a report, and which of them reach further than their own figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from township_analysis.lang.periods import PeriodMention

COMPARED = re.compile(
    r"(?:比|较|与|同|(?<![一二三四五六七八九十但于可就特别其正])是|(?<![降升加高少大低展])为|相当于|等于|恢复[到至]|超过|超"
    r"|[高低多少优好快慢]于|高出)\Z"
)
#: How the paragraphs of a review of several years say, in their first words, which years they are about.
_ONE_YEAR = re.compile(
    r"[^。；]{0,10}?(?:(?<![到至~—-])(?:19|20)\d\d年(?=[，是])|过去(?:的)?一年|(?<![一二三四五])一年来|刚刚过去的"
    r"|今年(?:是|[^。；，]{0,16}(?:目标|要求|工作|安排))|做好(?:今年|(?:19|20)\d\d年))"
)
_FIVE_YEARS = re.compile(r"(?<!\d)[二三四五3-5]年来|(?:过去|这)的?[二三四五3-5]年")
_SEVERAL_YEARS = re.compile(rf"{_FIVE_YEARS.pattern}|“十[一二三四五]?五”")
#: 到2010年，全镇将…: no year of which a paragraph tells.
_AHEAD = re.compile(r"[^。；\d]{0,24}?(?:将|要|力争|争取|确保)")
_OPENS_YEARS = re.compile(
    r"[\s\u3000]*(?:各位代表[！，：])?(?:回顾|总结)?(?:(?:过去|这)?的?[四五45]年来?[，是极]|(?:过去|这)的?[四五45]年，?"
    r"|“十[一二三四]?五”(?:时期|以来|期间|这五年)[，是]?)"
)
#: 2025年是“十四五”收官之年。五年来，…: the same behind a sentence or two that tell of the years and no figure.
_TURNS_TO_YEARS = re.compile(
    r"(?=[^\n。！]{0,12}[！。]?[^\n。]{0,30}“?十[一二三四]?五”)(?:(?:[^\n。！\d]|(?:19|20)\d\d年)*[。！])+?(?:过去)?五年[来间]?，"
)
#: 农业获得丰收。1995年，…, 工业稳步前进。总产值5亿元，比上年增长9%: what a paragraph tells of behind its topic.
_TOPIC_OF_A_YEAR = re.compile(
    r"[^。，；：\d]{4,24}。(?:(?:19|20)\d\d年，|(?![^。]*(?:年均|累计|五年|[比较](?:19|20)\d\d年))[^。]*[比较][上去]年(?!同期))"
)
_PARAGRAPH = re.compile(r"\n([^\n]{1,60})")
_SENTENCES = 200  # characters of a paragraph in which it may turn to several years


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a paragraph's first words, from ``line`` to ``end``, turn to one year or back to several.

    ``opens`` says that the years are what the paragraph begins with (五年来，…): those after it are about them, too.
    ``alone`` says that the year stands behind a topic: under a heading that names it, the paragraph is about it.
    """

    line: int
    end: int
    one: bool
    opens: bool = False
    alone: bool = False


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
    spans = [d for d in several if not COMPARED.search(plain, max(0, d.start - 3), d.start)]
    spans = [d for d in spans if "/" not in plain[d.start : d.end]]  # 2021/2022年榨季 is one season
    spans = [d for d in spans if not (d.years and plain.startswith("平均增", d.end))]  # 增长8%，两年平均增长5%
    return Dates(
        every=found,
        spans=spans,
        bases=[base for d in found if d.year and (base := _base_of(d, plain))],
        openings=[d for d in found if _opens_sentence(d, plain)],
        turns=sorted(_turns(plain), key=attrgetter("end")) if spans else [],
    )


def dates_between(dates: Dates, start: int, end: int) -> list[PeriodMention]:
    """The dates that begin in a stretch of text."""
    low, high = (bisect_left(dates.every, at, key=attrgetter("start")) for at in (start, end))
    return dates.every[low:high]


def last_before(dates: list[PeriodMention], start: int, at: int) -> PeriodMention | None:
    """The last of the dates that begins in a stretch of text."""
    found = bisect_left(dates, at, key=attrgetter("start")) - 1
    return dates[found] if found >= 0 and dates[found].start >= start else None


def is_whole_year(date: PeriodMention) -> bool:
    """True for 2015年: neither a part of a year nor several."""
    return bool(date.year) and not date.part and date.last is None and not date.since


def is_written_out(date: PeriodMention, plain: str) -> bool:
    """True for 2016年至2020年, and not for “十三五”时期."""
    return date.last is not None and plain[date.start] in "12一二" and plain[date.start + 1] != "五"


#: 与2010年相比, 与1983年比，…, 是1949年的3.4倍，…: later bases of the sentence are of that year.
_THAN = re.compile(r"相比|比较|对比|比，")
_TIMES_IT = re.compile(r"的近?[约\d][\d.]*[多余]?倍")


def _base_of(date: PeriodMention, plain: str) -> PeriodMention | None:
    """The time of 由2006年的, 与2010年相比 and 比“十五”时期, which later bases of the sentence share, or None.

    从2006年到2010年 sets out from its first year.
    """
    if _character_before(date, plain) in ("由", "从"):
        return replace(date, last=None) if is_written_out(date, plain) else date
    than = bool(_THAN.match(plain, date.end)) or _character_before(date, plain) in ("比", "较")
    than = than or (date.last is None and bool(_TIMES_IT.match(plain, date.end)))
    return date if than else None


def _character_before(date: PeriodMention, plain: str) -> str:
    return plain[max(0, date.start - 1) : date.start]


#: 全乡1985年有耕地2万亩: the year comes behind whose it is.
_OF_ALL = re.compile(r"[全我][镇乡县区市村]")


def _opens_sentence(date: PeriodMention, plain: str) -> bool:
    ahead = plain[date.start] in "到至" and _AHEAD.match(plain, date.end)
    start = date.start - 2 if _OF_ALL.fullmatch(plain, max(0, date.start - 2), date.start) else date.start
    return is_whole_year(date) and plain[max(0, start - 1) : start] in ("", *"。；\n ”") and not ahead


def _turns(plain: str) -> Iterator[Turn]:
    for line in _PARAGRAPH.finditer(plain):
        told = plain.find("五年", line.start(1), line.start(1) + _SENTENCES) >= 0
        if told and (turns := _TURNS_TO_YEARS.match(plain, line.start(1), line.start(1) + _SENTENCES)):
            yield Turn(line.start(), turns.end(), one=False, opens=True)
            continue
        one = _ONE_YEAR.match(line[1])
        several = (_FIVE_YEARS if one else _SEVERAL_YEARS).search(line[1])
        if one and not (several and several.end() <= one.end()):
            yield Turn(line.start(), line.start(1) + one.end(), one=True)
        if several:
            opens = _OPENS_YEARS.match(line[1]) is not None
            yield Turn(line.start(), line.start(1) + several.end(), one=False, opens=opens)
        if not (one or several) and (topic := _TOPIC_OF_A_YEAR.match(line[1])):
            yield Turn(line.start(), line.start(1) + topic[0].index("。"), one=True, alone=True)
