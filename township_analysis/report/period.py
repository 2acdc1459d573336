"""Which period a report is about, which it plans, and of which type it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from township_analysis.lang.periods import PeriodMention
from township_analysis.report.cues import evidence, plans_only
from township_analysis.report.dated import year_told
from township_analysis.report.headings import Block
from township_analysis.report.named import HALF_YEAR, NEXT_YEAR, PLANS, REPORT, REVIEWS, Named, read_named, resolved
from township_analysis.report.reported import (
    THIS_YEAR,
    begins_with_now,
    first_words,
    its_last_year,
    reported,
    said_to_report,
)
from township_analysis.report.session import FRONT, session_of, to_congress, year_before
from township_analysis.report.under import SAMPLE, reports_under, told_under

PROFILE = re.compile(
    r"简介|[镇乡村县区旗市]志(?![愿])|沿革|大事记|概况|基本[镇乡]?情|介绍$|区划地理|自然地理|\A[\u4e00-\u9fff]{2,14}(?:[镇乡村县区旗]|街道(?:办事处)?|苏木)(?:[(\[][^)\]]*[)\]])?\Z"
)
#: 石桥镇位于县城西北部，…: how a text without a title begins that presents a place.
PRESENTS = re.compile(
    r"[\u4e00-\u9fff]{2,9}(?:镇|乡|街道(?:办事处)?|苏木)[，、 ]?"
    r"(?:位于|位居|地处|坐落|隶属|属[^。，于]{2,12}[县市区旗]|距[^。，]{2,8}城|(?:成立|设立|建制|始建)于(?:19|20)\d\d年)"
)
#: What tells of a year though it begins so: an entry of a yearbook, with its items.
OF_YEARBOOK = re.compile(r"年鉴|(?:\A|\n)\s*[【〔][\u4e00-\u9fff]{2,12}[】〕]")
#: A year that a template leaves out.
MASKED = re.compile(r"(?:20|2[XxO0])?[XxOo*×_○〇?]{2,4}\s?年|(?<!\d)20\s*年")
#: A month, or months that end long before the year does.
MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-0\d)?")
#: A report on a plan of five years, whatever its title says.
SUBJECT = re.compile(r"关于[^。\n]{0,40}(第[一二三四五六七八九十]{1,2}个五年[计规]划)[^。\n]{0,12}(?:报告|议案|说明)")
#: The year that is planned beside five years: “十五”计划的目标和2001年的工作.
BESIDE = re.compile(r"[和及与暨、](\d{4})年(?!远景)的?(?:政府|主要|重点)*(?:工作|任务)")
#: What a plan sets out with: 2015年全乡经济社会的预期发展目标是：….
AIMS = re.compile(r"(?:预期|奋斗|发展|工作)[\u4e00-\u9fff]{0,4}目标(?:任务)?(?:是|为)：")
#: 现将2009年工作计划如下, 特制定本计划: what an opening says of a plan.
PLANS_NOW = re.compile(
    r"[现特就将][^，。；\n]{0,20}(?:计划|打算|安排|要点|思路)(?:报告|汇报|安排|制[定订]|编制|拟[定订]|明确)?如下"
    r"|[特现]?制[定订](?:如下|本|以下)[^，。；\n]{0,10}(?:计划|方案|要点)"
)
#: A yearbook's volume, which tells of the year before or of one of its own.
VOLUME = re.compile(r"年鉴|卷")


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
    if PROFILE.search(title) and not REVIEWS.search(title) and "年鉴" not in title:
        named = read_named(title)
        return Timing(named.review or named.stated, None, "profile")
    named = read_named(title)
    if named.part and not named.year:
        named = _with_the_front(plain) or named
    headings = _from_headings(plain, blocks, named.year, _planned_at(session_of(plain, title)))
    if not (title or headings.review or headings.plan) and _presents(plain, blocks):
        return Timing(None, None, "profile")
    if not named.year and plans_only(title) and not (headings.review or headings.plan):
        year = first_words(plain, blocks)
        return Timing(year, None, "plan") if begins_with_now(blocks) else Timing(None, year, "plan")
    if named.only_plan and not headings.review:
        named = _plan_or_report(plain, named)
    review = (
        named.review
        or its_last_year(plain, title, named)
        or headings.review
        or reported(plain, blocks, title, named, headings)
        or _stated(named, headings)
    )
    if not named.plan and (years := _five_years(plain)) and (review or "0").isdigit():
        before = str(int(years[:4]) - 1)
        return Timing(min(review or before, before), years, _type(title, before, years))
    if named.part and review and review.isdigit():
        review = resolved(named.part, int(review))
    elif review and review.isdigit() and HALF_YEAR.search(title):
        review += "-H1"
    review = _of_volume(plain, title, review) if VOLUME.search(title) else review
    plan = (named.plan if named.review or not REPORT.search(title) else None) or headings.plan or None
    plan = _later(plan, review) or _next(plain, blocks, title, named, review)
    return Timing(review, plan, _type(title, review, plan))


def _presents(plain: str, blocks: Sequence[Block]) -> bool:
    """Whether a text without a title presents a place, and neither opens with a year nor says that it reports one."""
    presents = PRESENTS.search(plain, 0, FRONT // 2)
    if not presents or OF_YEARBOOK.search(plain, 0, FRONT):
        return False
    opens = "年" in plain[: presents.start()] and first_words(plain, blocks)
    return not (opens or THIS_YEAR.search(plain, 0, FRONT) or said_to_report(plain))


def _stated(named: Named, headings: Named) -> str | None:
    """The one year of a title that says of nothing that it is planned: 安和县1998年统计公报, 安和乡(1997年)."""
    planned = named.plan or headings.plan
    return named.stated if named.stated == str(named.year) and not planned else None


def _of_volume(plain: str, title: str, review: str | None) -> str | None:
    """The year that a page of a yearbook (2001—2002卷, 2002年年鉴) tells of, where that is not the volume's last."""
    if not review or not re.fullmatch(r"\d{4}(?:/\d{4})?", review):
        return review
    first, _, last = review.rpartition("/")
    told = year_told(plain.partition(title)[2] or plain)
    return told if told in (first, str(int(last) - 1)) else review


def _with_the_front(plain: str) -> Named | None:
    """The periods of a line on the front that says the title with its year (2016年1-9月工作总结)."""
    lines = (read_named(line) for line in plain[: FRONT // 4].split("\n")[:4] if REVIEWS.search(line))
    return next((named for named in lines if named.review and "-" in named.review), None)


def _planned_at(session: PeriodMention | None) -> str | None:
    """The year that a report plans by the day on which it was read out; None where none is told."""
    return str(int(year_before(session)) + 1) if session else None


def _from_headings(plain: str, blocks: Sequence[Block], year: int | None, planned: str | None) -> Named:
    total = Named(year=year)
    for number, block in enumerate(blocks):
        if block.heading is None or not block.heading.text or block.heading.style in ("item", "bullet", "ordinal"):
            continue
        found = read_named(block.heading.text, total.year)
        found.review = found.review or told_under(plain, blocks, number, found)
        later = year is not None and found.plan == str(year + 1)
        if found.only_plan and not later and found.plan != planned and reports_under(plain, blocks, number):
            found.review, found.plan = found.plan, None
        total.review = total.review or _years_only(found.review)
        years = found.review or (found.stated if REVIEWS.search(block.heading.text) else None)
        total.stated = total.stated or (years if "/" in (years or "") else None)
        beside = BESIDE.search(block.heading.text) if "/" in (found.plan or "") else None
        total.plan = total.plan or _years_only(beside[1] if beside else found.plan)
        total.year = total.year or found.year
    return total


def _years_only(period: str | None) -> str | None:
    """No month in a heading, and no five years: such a report's period is its last year, told otherwise."""
    return None if period is None or re.fullmatch(r"\d{4}(?:/\d{4}|-\d\d)", period) else period


def _plan_or_report(plain: str, named: Named) -> Named:
    """A title that says plan over a text that reports: the plan's year is the year reported."""
    planned = AIMS.search(plain, 0, FRONT) or PLANS_NOW.search(plain, 0, FRONT)
    reports = evidence(plain, 0, min(len(plain), SAMPLE)) > 0 and not planned
    one_year = "/" not in (named.plan or "/")
    return Named(review=named.plan, year=named.year) if reports and one_year else named


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
    session = session_of(plain, title)
    told_after = session is not None and year_before(session) == str(year)
    told_ahead = REPORT.search(title) is not None and (told_after or named.year == year + 1)
    if told_ahead or (not named.year and to_congress(plain)) or any(NEXT_YEAR.search(text) for text in texts):
        return str(year + 1)
    return None


def _five_years(plain: str) -> str | None:
    """The years of the plan that a report puts before an assembly (关于第十二个五年规划纲要的报告)."""
    subject = SUBJECT.search(plain, 0, FRONT)
    return read_named(subject[1]).plan if subject else None


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
