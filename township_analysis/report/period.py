"""Which period a report is about, which it plans, and of which type it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from township_analysis.lang.periods import PeriodMention, find_periods
from township_analysis.report.cues import YEARS_WORK, evidence, plans_only
from township_analysis.report.dated import year_told
from township_analysis.report.headings import Block
from township_analysis.report.named import NEXT_YEAR, PLANS, REPORT, REVIEWS, Named, read_named, resolved

PROFILE = re.compile(
    r"简介|概况|基本[镇乡]?情|介绍$|区划地理|自然地理|\A[\u4e00-\u9fff]{2,14}(?:[镇乡村县区旗]|街道|苏木)(?:[(\[][^)\]]*[)\]])?\Z"
)
#: A year that a template leaves out.
MASKED = re.compile(r"(?:20|2[XxO0])?[XxOo*×_○〇?]{2,4}\s?年|(?<!\d)20\s*年")
#: A month, or months that end long before the year does.
MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-0\d)?")
#: When and where a government report was read out: the date before the place, or below it.
SESSION_AFTER = re.compile(r"[，) ]*(?:下午|上午)?在[^。\n]{4,40}(?:会议|大会)")
SESSION_IN = re.compile(r"[^。，\n]{4,40}(?:会议|大会)上")
SESSION_BEFORE = re.compile(r"(?:会议|大会)上?(?:的(?:工作)?报告)?[\s(]*$")
LOOKS_BACK = re.compile(r"过去(?:的)?[一五]年|刚刚过去|去年|[一五]年来|本届政府|这五年|上一年")
FIVE_BACK = re.compile(
    r"(?<!今后)(?<!未来)五年来|(?:过去|前)(?:的)?五年|五年(?:工作)?(?:总结|回顾)|五”[^。\n]{0,8}回顾"
)
GONE_BY = re.compile(r"(?:刚刚|即将)过去的(\d{4})年")
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
TO_CONGRESS = re.compile(r"代表[^。]{0,30}向[^。]{0,20}大会[^。]{0,30}报告")
#: A report on a plan of five years, whatever its title says.
SUBJECT = re.compile(r"关于[^。\n]{0,40}(第[一二三四五六七八九十]{1,2}个五年[计规]划)[^。\n]{0,12}(?:报告|议案|说明)")
FRONT = 800
BEGINNING = 6_000
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Timing:
    """What a report's title and headings say about time, in the notation of ``lang.periods``."""

    period: str | None
    plan_period: str | None
    doc_type: str

    @property
    def year(self) -> int | None:
        """The year in which the period ends."""
        return int(self.period.rpartition("/")[2][:4]) if self.period else None


def find_timing(plain: str, blocks: Sequence[Block], title: str | None) -> Timing:
    """The period that a report reviews, the one it plans, and its type.

    A title counts first, then headings (``2019年工作回顾``), then when the report was read out, then its first words. A
    publication date is never a period, and a year that is masked gives none.

    Args:
        plain: The aligned text.
        blocks: Its blocks.
        title: The aligned title, or None.

    Example:
        >>> find_timing("", [], "竹林镇2019年政府工作总结及2020年工作计划")
        Timing(period='2019', plan_period='2020', doc_type='annual')
    """
    title = title or ""
    if MASKED.search(title):
        return Timing(None, None, _type(title, None, None))
    if PROFILE.search(title) and not REVIEWS.search(title):
        named = read_named(title)
        return Timing(named.review or named.stated, None, "profile")
    named = read_named(title)
    headings = _from_headings(plain, blocks, named.year)
    if not named.year and plans_only(title) and not (headings.review or headings.plan):
        return Timing(None, _first_words(plain, blocks), "plan")
    if named.only_plan and not headings.review:
        named = _plan_or_report(plain, named)
    review = named.review or headings.review or _reported(plain, blocks, title, named, headings)
    if not named.plan and (years := _five_years(plain)) and (review or "0").isdigit():
        before = str(int(years[:4]) - 1)
        return Timing(min(review or before, before), years, _type(title, before, years))
    if named.part and review and review.isdigit():
        review = resolved(named.part, int(review))
    plan = (named.plan if named.review or not REPORT.search(title) else None) or headings.plan or None
    plan = _later(plan, review) or _next(plain, blocks, title, named, review)
    return Timing(review, plan, _type(title, review, plan))


def _from_headings(plain: str, blocks: Sequence[Block], year: int | None) -> Named:
    total = Named(year=year)
    for number, block in enumerate(blocks):
        if block.heading is None or not block.heading.text or block.heading.style in ("item", "bullet", "ordinal"):
            continue
        found = read_named(block.heading.text, total.year)
        if found.only_plan and YEARS_WORK.match(block.heading.text) and _looks_back(plain, blocks, number):
            found.review, found.plan = found.plan, None
        total.review = total.review or _years_only(found.review)
        total.plan = total.plan or _years_only(found.plan)
        total.year = total.year or found.year
    return total


def _looks_back(plain: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether what stands under a heading such as ``2019年的工作`` reports."""
    start, heading = blocks[number].start, blocks[number].heading
    style = heading and heading.style
    below = (block.start for block in blocks[number + 1 :] if block.heading and block.heading.style == style)
    return evidence(plain, start, min(next(below, len(plain)), start + SAMPLE)) > 0


def _years_only(period: str | None) -> str | None:
    """No month in a heading, and no five years: such a report's period is its last year, told otherwise."""
    return None if period is None or re.fullmatch(r"\d{4}(?:/\d{4}|-\d\d)", period) else period


def _plan_or_report(plain: str, named: Named) -> Named:
    """A title that says plan over a text that reports: the plan's year is the year reported."""
    reports = evidence(plain, 0, min(len(plain), SAMPLE)) > 0
    one_year = "/" not in (named.plan or "/")
    return Named(review=named.plan, year=named.year) if reports and one_year else named


def _reported(plain: str, blocks: Sequence[Block], title: str, named: Named, headings: Named) -> str | None:
    """The period where no title or heading says what is reviewed."""
    if named.only_plan:
        return None
    beginning = plain[:BEGINNING]
    if not named.year and (said := _said_to_report(plain)):
        return said
    session = session_of(plain)
    if session and not named.year:
        half = session.part < "10" and (HALF_YEAR.search(title) or HALF_YEAR.search(beginning[:FRONT]))
        return f"{session.year}-H1" if half and session.part > "06" else _year_before(session)
    if session and named.year and _year_before(session) in (str(named.year - 1), str(named.year)):
        return _year_before(session)
    if named.year and REPORT.search(title):
        if headings.plan and int(headings.plan[:4]) == named.year + 1:
            return str(named.year)
        planned = headings.plan and int(headings.plan[:4]) == named.year
        back = LOOKS_BACK.search(beginning) and not THIS_YEAR.search(beginning)
        begins = _first_words(plain, blocks) == str(named.year - 1)
        told = year_told(beginning) == str(named.year)  # 2024年产值达到74亿元 is not told in a report on 2023
        before = planned or ((back or begins) and not told)
        return str(named.year - 1) if before else str(named.year)
    if named.stated:
        return named.stated
    return _told_by_text(beginning, headings) or _half_of(_first_words(plain, blocks), plain)


def _said_to_report(plain: str) -> str | None:
    """The period that the opening says it reports (现将我镇2015年上半年工作情况汇报如下)."""
    found = NOW_REPORTS.search(plain, 0, FRONT)
    named = read_named(found["said"]) if found else None
    return (named.review or named.stated) if named else None


def _half_of(year: str | None, plain: str) -> str | None:
    """The first half of a year where the text tells of nothing later."""
    half = year and year.isdigit() and len(OF_HALF.findall(plain)) > 1 and not OF_LATER.search(plain)
    return f"{year}-H1" if half else year


def session_of(plain: str) -> PeriodMention | None:
    """The day on which a report was read out to an assembly."""
    front = plain[:FRONT]
    for day in find_periods(front):
        if day.full and len(day.part) == 5 and "/" not in day.part:
            before = front[max(0, day.start - 8) : day.start]
            inside = before.endswith("在") and SESSION_IN.match(front, day.end)
            if inside or SESSION_AFTER.match(front, day.end) or SESSION_BEFORE.search(before):
                return day
    return None


def _year_before(day: PeriodMention) -> str:
    """The year that a report read out on this day reviews: the one before, but for the last months of a year."""
    return str(day.year if day.part >= "10" or day.year is None else day.year - 1)


def _told_by_text(beginning: str, headings: Named) -> str | None:
    """The year just gone by, or the one before a planned year, where the text looks back on it."""
    if gone := GONE_BY.search(beginning):
        return gone[1]
    if headings.plan and headings.plan.isdigit() and LOOKS_BACK.search(beginning):
        before = str(int(headings.plan) - 1)
        return before if f"{before}年" in beginning else None
    return None


def _first_words(plain: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks[:60]:
        if block.end - block.start >= 60 and not block.furniture:
            match = FIRST_WORDS.match(plain, block.start, block.start + 40)
            return f"{match[1]}-H1" if match and match["part"] else match[1] if match else None
    return None


def _later(plan: str | None, review: str | None) -> str | None:
    """A plan of a time before the one reviewed, or of a distant year, is none."""
    if plan is None or review is None:
        return plan
    gap = int(plan[:4]) - int(review.rpartition("/")[2][:4])
    return plan if (plan != review and 0 <= gap <= 1) or ("/" in plan and gap >= 0) else None


def _next(plain: str, blocks: Sequence[Block], title: str, named: Named, review: str | None) -> str | None:
    """The plan's period where only its relation to the one reviewed is told (明年, 下半年, a report to a congress)."""
    if review is None:
        return named.plan
    year = int(review.rpartition("/")[2][:4])
    texts = [block.heading.text for block in blocks if block.heading and block.heading.text]
    if review.endswith("-H1"):
        return review.replace("H1", "H2") if any("下半年" in text for text in texts) else None
    session = session_of(plain)
    told_after = session is not None and _year_before(session) == str(year)
    told_ahead = REPORT.search(title) is not None and (told_after or named.year == year + 1)
    if told_ahead or (not named.year and _to_congress(plain)) or any(NEXT_YEAR.search(text) for text in texts):
        return str(year + 1)
    return None


def _five_years(plain: str) -> str | None:
    """The years of the plan that a report puts before an assembly (关于第十二个五年规划纲要的报告)."""
    subject = SUBJECT.search(plain, 0, FRONT)
    return read_named(subject[1]).plan if subject else None


def as_planned(timing: Timing, title: str | None, roles: set[str]) -> Timing:
    """The year of a title that names a plan, over a text in which no section reviews, is the year planned."""
    if timing.plan_period or "plan" not in roles or "review" in roles or not plans_only(title):
        return timing
    return Timing(None, timing.period, "plan")


def period_told(timing: Timing, title: str | None, plain: str, plans: Sequence[tuple[int, int]]) -> Timing:
    """The year that the text itself tells figures of, where title, headings and opening told none.

    Args:
        timing: What title and headings tell.
        title: The aligned title, or None; one that leaves its year out (20XX年) is believed.
        plain: The aligned text.
        plans: Where the passages that plan begin and end.
    """
    if timing.period or timing.plan_period or timing.doc_type in ("profile", "plan") or MASKED.search(title or ""):
        return timing
    year = year_told(plain, plans) or _of_five_years(plain[:BEGINNING])
    if year and timing.doc_type == "half-year":
        ended = not re.search(rf"{year}年(?![底末终])", plain)  # 2010年底收入3892元。今年以来，…
        year = f"{int(year) + ended}-H1"
    return replace(timing, period=_half_of(year, plain))


def _of_five_years(beginning: str) -> str | None:
    """The last year of the five-year plan that a review of five years is about (“十二五”时期, 五年来)."""
    plans = (found for found in find_periods(beginning) if found.year and found.last == found.year + 4)
    plan = next(plans, None)
    return str(plan.last) if plan and FIVE_BACK.search(beginning) else None


def plan_told(timing: Timing, plain: str, plans: Iterable[tuple[int, int]]) -> str | None:
    """The plan's period as the passages that plan tell it at the head of a sentence, where title and headings do not.

    Args:
        timing: What title and headings tell.
        plain: The aligned text.
        plans: Where those passages begin and end.
    """
    if timing.plan_period or not timing.period or timing.year is None:
        return timing.plan_period
    half = timing.period.endswith("-H1")
    words = "下半年" if half else f"{timing.year + 1}年|明年|来年|新的一年"
    told = re.compile(rf"(?:^|[。；：\n])(?:{words})")
    if not any(told.search(plain[start:end]) for start, end in plans):
        return None
    return timing.period.replace("H1", "H2") if half else str(timing.year + 1)


def _to_congress(plain: str) -> bool:
    front = plain[:FRONT]
    return bool(session_of(plain) or TO_CONGRESS.search(front))


def type_of_period(period: str) -> str | None:
    """The type of document that reports a period; None for a year or years, which tell nothing.

    Example:
        >>> type_of_period("2023-H1"), type_of_period("2021-01/2021-09"), type_of_period("2020-11")
        ('half-year', 'quarter', 'other')
    """
    if "-H" in period:
        return "half-year"
    if "-Q" in period or period.endswith("-09"):
        return "quarter"
    return "other" if MONTHS.fullmatch(period) else None


def _type(title: str, review: str | None, plan: str | None) -> str:
    if review and (told := type_of_period(review)):
        return told
    if not review and "季度" in title:
        return "quarter"
    if not review and "上半年" in title:
        return "half-year"
    if review or REVIEWS.search(title) or REPORT.search(title):
        return "annual"
    return "plan" if plan or PLANS.search(title) else "other"
