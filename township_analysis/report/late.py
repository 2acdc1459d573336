"""What is known of a report's time only when its sections are: the year its text tells of, and the one it plans."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from township_analysis.lang.periods import find_periods
from township_analysis.report.cues import evidence, plans_only
from township_analysis.report.dated import year_before_plans, year_told
from township_analysis.report.named import read_named, resolved
from township_analysis.report.period import MASKED, Timing
from township_analysis.report.reported import BEGINNING, half_of

FIVE_BACK = re.compile(
    r"(?<!今后)(?<!未来)五年来|(?:过去|前)(?:的)?五年|五年(?:工作)?(?:总结|回顾)|五”[^。\n]{0,8}回顾"
)
#: 紧扣2017年县里的减贫任务: behind the one year of a text that tells how far its targets are met.
_TARGETS = "年[^，。；]{0,12}(?:任务|目标)"
#: A title on a season's work, whose plans are for the rest of its year: 2018年春季防疫工作总结.
_SEASON = re.compile(r"[春夏秋冬]季|冬春|春[防耕播灌]|秋[防种播]|三夏|双抢|汛期")
#: What happened on a day, at the head of a text that reports it: 受强对流天气影响，2012年6月13日20时，….
_EVENT = re.compile(r"(?<!\d)20\d\d年\d{1,2}月\d{1,2}日(?=[\d凌清早上中下晚傍深夜，，]|至)")
_REPORTS_IT = re.compile(r"情况(?:的)?(?:汇报|报告|通报|总结)|总结")
_FIRST_LINES = 300
#: A title that sums up five years and names none.
_FIVE_YEARS = re.compile(r"五年(?:来|的)?(?:政府)?工作(?:总结|回顾|情况|报告)")


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
    of_no_year = timing.doc_type == "profile" or (title and timing.doc_type == "plan")
    if timing.period or of_no_year or MASKED.search(title or ""):
        return timing
    if timing.plan_period:
        return _before_its_plan(timing, plain, plans)
    year = year_told(plain, plans) or _of_five_years(plain[:BEGINNING])
    year = year or (_only_year(plain[:BEGINNING]) if timing.doc_type == "half-year" else None)
    if not year and timing.doc_type == "annual" and (aimed := _only_year(plain, _TARGETS)) == _only_year(plain):
        return replace(timing, period=aimed, plan_period=aimed)
    if not year and _REPORTS_IT.search(title or "") and _EVENT.search(plain, 0, _FIRST_LINES):
        day = _only_year(plain)
        return replace(timing, period=day, plan_period=day)
    if not (year or read_named(title or "").year) and (year := year_before_plans(plain, plans)):
        return replace(timing, period=year, plan_period=str(int(year) + 1))
    if year and timing.doc_type == "half-year":
        ended = not re.search(rf"{year}年(?![底末终])", plain)  # 2010年底收入3892元。今年以来，…
        year = f"{int(year) + ended}-H1"
    if year and year.isdigit() and _FIVE_YEARS.search(title or ""):
        return replace(timing, period=f"{int(year) - 4}/{year}")
    part = read_named(title or "").part if year and year.isdigit() else None
    return replace(timing, period=resolved(part, int(year or 0)) if part else half_of(year, plain))


def _before_its_plan(timing: Timing, plain: str, plans: Sequence[tuple[int, int]]) -> Timing:
    """The year before the one planned, where a text of no title or year in it reports before it plans."""
    plan, first = timing.plan_period or "", plans[0][0] if plans else len(plain)
    if not plan.isdigit() or first < _FIRST_LINES or evidence(plain, 0, first) <= 0:
        return timing
    return Timing(str(int(plan) - 1), plan, "annual")


def _only_year(beginning: str, behind: str = "年") -> str | None:
    """The one year that a text names at all, with such words behind it: 上半年, … 结合我镇2012年工作要点."""
    years = set(re.findall(rf"(?<!\d)20\d\d(?={behind})", beginning))
    return years.pop() if len(years) == 1 else None


def _of_five_years(beginning: str) -> str | None:
    """The last year of the five-year plan that a review of five years is about (“十二五”时期, 五年来)."""
    plans = (found for found in find_periods(beginning) if found.year and found.last == found.year + 4)
    plan = next(plans, None)
    return str(plan.last) if plan and FIVE_BACK.search(beginning) else None


def plan_told(timing: Timing, title: str | None, plain: str, plans: Iterable[tuple[int, int]]) -> str | None:
    """The plan's period as the passages that plan tell it at the head of a sentence, where title and headings do not.

    Args:
        timing: What title and headings tell.
        title: The aligned title, or None.
        plain: The aligned text.
        plans: Where those passages begin and end.
    """
    if timing.doc_type == "plan" and not timing.plan_period:
        return _only_year(plain[:BEGINNING], "年度?[^，。；]{0,14}(?:计划|工作|任务|目标)")
    if timing.plan_period or not timing.period or timing.year is None:
        return timing.plan_period
    half = timing.period.endswith("-H1")
    words = "下半年" if half else f"{timing.year + 1}年|明年|来年|新的一年"
    told = re.compile(rf"(?:^|[。；：\n]) *(?:\(?[一二三四五六七八九]\)?[、.]?)?(?:{words})")
    if not any(told.search(plain[start:end]) for start, end in plans):
        return timing.period if timing.period.isdigit() and _SEASON.search(title or "") else None
    return timing.period.replace("H1", "H2") if half else str(timing.year + 1)
