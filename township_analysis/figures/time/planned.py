"""The years of a plan that looks further than one."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.time.dating import MOVES_TO
from township_analysis.figures.time.overyears import OVER_YEARS
from township_analysis.figures.time.setting import Setting, last_year
from township_analysis.figures.time.stocks import reaches
from township_analysis.figures.words import act_pattern
from township_analysis.lang.periods import PeriodMention

#: What a plan says of these stands at its end.
_AT_END = re.compile(r"(?:能力|产值|产量|总量|总值|增加值|收入|(?<!投资)(?<!投资总)规模|保有量|总人口)\Z")

#: What is to come about in all the years, whatever year its sentence begins with: 到2015年，…，新增温室300座.
_NEWLY = re.compile(r"新[增建修植栽]|每年")
#: A rate that is kept in bounds is kept so in all the years, unless the year to come opens the sentence.
_KEPT = re.compile(r"率[\u4e00-\u9fff]{0,6}控制在\Z")
_TO_A_YEAR = re.compile(r"(?:\A|[：:])[\s\x00]*(?:到\x01|\x01{5}(?!\x01))")


def planned_years(figure: Figure, date: PeriodMention | None, setting: Setting) -> str | None:
    """年均 and 五年累计 of a plan run from the year after the report's to the one named, or over as many years."""
    now = last_year(setting.period)
    first, _, last = (setting.plan_period or "").partition("/")
    if len(first) == len(last) == 4 and (date is None or date.years or (date.year == int(last) and not date.part)):
        if figure.kind == "growth" and spans_compared(setting):
            return f"{first}/{last}"
        return _of_years_plan(figure, first, last, dated=bool(date and date.full))
    if now is None:
        return None
    if date and date.year and date.last and not date.part and now < date.last and figure.kind != "growth":
        return _of_years_plan(figure, str(date.year), str(date.last), dated=False)  # “十二五”时期，…达到54%
    if date is None:
        date = setting.span if setting.headed and not setting.opening else None
        if date and date.last and date.year == now + 1:
            return _of_years_plan(figure, str(date.year), str(date.last), dated=False)
        if date is None or (date.years or 0) >= 0:
            return None
    if date.years is not None:
        return _of_years_plan(figure, str(now + 1), str(now + abs(date.years)), dated=False)
    over = OVER_YEARS.search(figure.name + figure.left)
    far = date.year is not None and date.last is None and date.year > now + 1
    return f"{now + 1}/{date.year}" if over and far and not reaches(figure) else None


def years_apart(figures: list[Figure]) -> None:
    """2016—2018年分别完成3万吨、4万吨、5万吨: a year for each, where there are as many figures as years."""
    for index, figure in enumerate(figures):
        first, _, last = (figure.period or "").partition("/")
        if not (first.isdigit() and last.isdigit() and "分别" in figure.left):
            continue
        run = figures[index : index + int(last) - int(first) + 1]
        listed = all(f.item and f.mention.unit == figure.mention.unit for f in run[1:])
        closed = index + len(run) == len(figures) or not figures[index + len(run)].item
        if listed and closed and len(run) == int(last) - int(first) + 1 and figure.status == run[-1].status:
            for year, of_year in enumerate(run, int(first)):
                of_year.period = str(year)


def spans_compared(setting: Setting) -> bool:
    """True behind 同“十五”时期相比: what is told next is of all the years as well."""
    return setting.base is not None and setting.base.last is not None


def _of_years_plan(figure: Figure, first: str, last: str, *, dated: bool) -> str:
    """What a plan of several years reaches stands at their end; what it does is done in them."""
    if OVER_YEARS.search(figure.name + figure.left):
        return f"{first}/{last}"
    if _KEPT.search(figure.left) and figure.kind == "share" and not _TO_A_YEAR.search(figure.before):
        return f"{first}/{last}"
    at_end = (
        (dated and not _NEWLY.match(figure.left.strip("\x01 ")))
        or reaches(figure)
        or figure.kind in ("growth", "share")
        or bool(MOVES_TO.search(figure.left))
    )
    at_end = at_end or bool(_AT_END.search(figure.name) and not act_pattern().match(figure.name))
    return last if at_end else f"{first}/{last}"
