"""The period that a report reviews, where neither its title nor a heading says so."""

import re
from collections.abc import Sequence

from township_analysis.report.cues import plans_only
from township_analysis.report.dated import year_told
from township_analysis.report.headings import Block
from township_analysis.report.named import HALF_YEAR as NAMED_HALF
from township_analysis.report.named import REPORT, REVIEWS, Named, read_named
from township_analysis.report.session import FRONT, session_of, year_before, year_of_paper

LOOKS_BACK = re.compile(
    r"过去(?:的)?[一三四五]年|刚刚过去|去年|[一三四五]年来|以来的?[三四五]年|本届政府|这[三四五]年|上一年"
)
REVIEW_OF_PAST = re.compile(r"(?:过去的?[一三四五]年|去年|上年|五”(?:时期|期间)?|五年)来?[^。，\n]{0,8}(?:回顾|总结)")
GONE_BY = re.compile(r"(?:刚刚|即将)过去的(\d{4})年|(?<!\d)(\d{4})年(?:即将|就要|已经)过去")
THIS_YEAR = re.compile(r"今年以来|今年来|年初以来|本年度")
FIRST_WORDS = re.compile(
    r"(?:(?:今年|一年来|今年以来)，)?(\d{4})年(?P<part>上半年)?(?:，|是|以来|度，|我镇|我乡|全镇|全乡|，?在)"
)
HALF_YEAR = re.compile(r"上半年(?:工作|政府|经济|以来|，)|半年来")
#: 现将我镇2015年上半年工作情况汇报如下: what the text itself says that it reports.
NOW_REPORTS = re.compile(
    r"[将就对](?=[^。，；]{0,40}(?:情况|工作|成效|总结))(?P<said>[^。；]{4,60}?)(?:汇报|报告|总结)(?:如下|[：。])"
)
#: What is told of half a year, and what cannot be told before a year's second half.
OF_HALF = re.compile(r"上半年|[至止到]6月底|1[-—至]6月|半年来")
OF_LATER = re.compile(r"全年(?:实现|完成|共|累计)|年末|(?<!\d)(?:[789]|1[012])月|前三季度|[三四]季度")
#: A text that names the year so many times as often as half of it is of the whole year.
_MOSTLY = 6
#: The same of three quarters.
OF_NINE_MONTHS = re.compile(r"前三季度|三季度末|[至止到]9月底|1[-—至]9月")
OF_LAST_MONTHS = re.compile(r"全年(?:实现|完成|共|累计)|年末|(?<!\d)1[012]月|四季度")
#: The year of a page's header (某市执政纪要2016), and of news, which its 今年 is: 2016-07-26 … 记者 … 今年上半年.
OF_HEADER = re.compile(r"\A(?:[^\n。]{0,60}\n){0,3}?[^\n。]{0,40}(?:纪要|年报)[( ]?(?P<year>20\d\d)年?\)?\s*\n")
OF_NEWS = re.compile(
    r"\A[^。]{0,120}?(?:(?P<year>20\d\d)[-./年]\d{1,2}[-./月]\d{1,2}|\d{1,2}\.\d{1,2}\.(?P<last>20\d\d))(?=.{0,300}?(?:记者|据悉|据了解|据介绍))"
    r"(?=.{0,600}?今年(?P<half>上半年)?)", re.DOTALL
)  # fmt: skip
#: A term of five years that is summed up before its last year is over, by what is told of that year so far.
OF_TERM = re.compile(r"(?:过去的?|[这前]的?)?五年(?:来|工作|间)|过去的?五年|以来的五年")
SO_FAR = re.compile(
    r"今年(?:以来|上半年|前\w{1,2}月|1\s?[-—–~至]\s?[6-9]月)|截[至止](?:今年|目前|[6-9]月)|预计(?:到?今?年底|全年|今年)|(?<!\d)1[-—–~至][6-9]月"
)
#: “十二五”时期的五年(2011—2015年): the years that a report says it is on.
ITS_YEARS = re.compile(r"[三五]年\((?P<first>\d{4})年?[-—–~至]+(?P<last>\d{4})年\)[，。]?[是来]?")
SEVERAL_YEARS = re.compile(r"\d{4}/\d{4}")
NOW = re.compile(r"现状|回顾")
BEGINNING = 6_000


def reported(plain: str, blocks: Sequence[Block], title: str, named: Named, headings: Named) -> str | None:
    """The period where no title or heading says what is reviewed."""
    if named.only_plan:
        return None
    beginning = plain[:BEGINNING]
    if not named.year and (said := said_to_report(plain)):
        return said
    if REPORT.search(title) and SEVERAL_YEARS.fullmatch(named.stated or ""):
        return named.stated
    session = session_of(plain, title)
    if session and named.year in (None, session.year):
        half = session.part < "10" and (HALF_YEAR.search(title) or HALF_YEAR.search(beginning[:FRONT]))
        of_plan = headings.stated == f"{(session.year or 0) - 5}/{(session.year or 0) - 1}"  # 回顾“十三五”发展成就
        if not (half or of_plan) and "07" <= session.part < "10" and OF_TERM.search(beginning) and SO_FAR.search(plain):
            return str(session.year)
    if session and not named.year:
        return f"{session.year}-H1" if half and session.part > "06" else year_before(session)
    if session and named.year and year_before(session) in (str(named.year - 1), str(named.year)):
        return year_before(session)
    if named.year and REPORT.search(title):
        return _of_title(named.year, plain, blocks, headings)
    if named.stated:
        return named.stated
    begins = first_words(plain, blocks)
    begins = None if begins == headings.plan else begins  # 2011年主要工作: 2011年是头一年，要开好局
    summed_up = bool(REVIEWS.search(title) or REPORT.search(title))
    told = _told_by_text(beginning, headings, summed_up=summed_up)
    period = told or half_of(begins, plain) or _told_outside(beginning)
    part = named.part is not None or bool(NAMED_HALF.search(title) or THIS_YEAR.search(beginning[:FRONT]))
    return period or (year_of_paper(plain, title, part=part) if summed_up else None)


def its_last_year(plain: str, title: str, named: Named) -> str | None:
    """The last of the years that a report says it is on: the year of its session or title, or the one before.

    >>> its_last_year("过去的五年(2011-2015年)，我乡…", "2016年政府工作报告", Named(year=2016))
    '2015'
    """
    told = ITS_YEARS.search(plain, 0, BEGINNING) if REPORT.search(title) else None
    session = session_of(plain, title) if told else None
    year = session.year if session and session.year else named.year
    return told["last"] if told and year is not None and 0 <= year - int(told["last"]) <= 1 else None


def _of_title(year: int, plain: str, blocks: Sequence[Block], headings: Named) -> str:
    """The year in a report's title, or the one before it where the text looks back on that."""
    planned = int(headings.plan[:4]) if headings.plan else None
    if planned == year + 1:
        return str(year)
    if headings.stated and headings.stated.endswith(f"/{year - 1}"):
        return str(year - 1)  # “十一五”时期工作回顾, read out in 2011
    if (begins := first_words(plain, blocks)) == str(year) and planned is None:
        return begins
    beginning, before = plain[:BEGINNING], str(year - 1)
    back = LOOKS_BACK.search(beginning) and not THIS_YEAR.search(beginning)
    told = year_told(beginning)  # 2024年产值达到74亿元 is not told in a report on 2023
    looks_back = (back or begins == before) and told != str(year)
    return before if planned == year or looks_back or told == before else str(year)


def _told_outside(beginning: str) -> str | None:
    """The year that only a page's header tells, or the date of news that speaks of 今年."""
    if header := OF_HEADER.match(beginning):
        return header["year"]
    news = OF_NEWS.match(beginning)
    return f"{news['year'] or news['last']}{'-H1' if news['half'] else ''}" if news else None


def said_to_report(plain: str) -> str | None:
    """The period that the opening says it reports (现将我镇2015年上半年工作情况汇报如下)."""
    found = NOW_REPORTS.search(plain, 0, FRONT)
    named = read_named(found["said"]) if found else None
    return (named.review or named.stated) if named else None


def half_of(year: str | None, plain: str) -> str | None:
    """The first half of a year, or its first nine months, where the text tells of nothing later."""
    if not year or not year.isdigit():
        return year
    half = len(OF_HALF.findall(plain))
    whole = len(re.findall(rf"{year}年(?!上半年|\d|[一二三四五六]月)", plain))
    if half > 1 and whole < _MOSTLY * half and not OF_LATER.search(plain):
        return f"{year}-H1"
    nine = len(OF_NINE_MONTHS.findall(plain)) > 1 and not OF_LAST_MONTHS.search(plain)
    return f"{year}-01/{year}-09" if nine else year


def _told_by_text(beginning: str, headings: Named, *, summed_up: bool) -> str | None:
    """The year just gone by, or the one before a planned year, where the text looks back on it."""
    if gone := GONE_BY.search(beginning):
        return gone[1] or gone[2]
    past = REVIEW_OF_PAST.search(beginning)
    if headings.plan and headings.plan.isdigit() and (past or LOOKS_BACK.search(beginning)):
        before = str(int(headings.plan) - 1)
        return before if past or summed_up or f"{before}年" in beginning else None
    return None


def begins_with_now(blocks: Sequence[Block]) -> bool:
    """True for a plan that first tells how things stand (一、发展现状), of the year that its first words name."""
    headings = (block.heading.text for block in blocks[:60] if block.heading and block.heading.text)
    return next((bool(NOW.search(text)) for text in headings if not plans_only(text)), False)


def first_words(plain: str, blocks: Sequence[Block]) -> str | None:
    """The year, or half of it, that the first paragraph begins with."""
    for block in blocks[:60]:
        if block.end - block.start >= 60 and not block.furniture:
            match = FIRST_WORDS.match(plain, block.start, block.start + 40)
            return f"{match[1]}-H1" if match and match["part"] else match[1] if match else None
    return None
