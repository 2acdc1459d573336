"""The period that a figure is about, from the date it stands under and the report's own period."""

import re
from dataclasses import replace

from township_analysis.figures.model import Figure
from township_analysis.figures.tasked import is_task
from township_analysis.figures.time.against import goes_on_against, is_against_a_year
from township_analysis.figures.time.carried import THAT_YEAR
from township_analysis.figures.time.closing import is_a_day, until
from township_analysis.figures.time.dating import MOVES_TO, is_same_time
from township_analysis.figures.time.overyears import OF_A_YEAR, OVER_YEARS, is_done
from township_analysis.figures.time.partial import is_done_of_year, is_rest_of_year, months_of_paragraph
from township_analysis.figures.time.planned import planned_years, spans_compared
from township_analysis.figures.time.setting import Setting, last_year, lies_ahead, lies_behind, month_of, of_years
from township_analysis.figures.time.stocks import (
    HELD,
    RATE_OF_DEEDS,
    base_told,
    is_base,
    is_stock,
    owns_date,
    reaches,
)
from township_analysis.lang.periods import PeriodMention, shortest

#: 新增茶企6家，累计达到20家: all there are.
_ALL_TOLD = re.compile(r"\A累计(?:达到?|有)?\Z")
#: What stands now does not stand for the years told of before: 目前，在建工程3个.
_NOW = re.compile(r"(?:^|[，；])(?:目前|现在|如今|现(?=有|共))(?!.{0,12}累计)")
#: What held through the years: 符合率保持在92%以上.
_HELD_THROUGH = re.compile(r"(?:保持|维持|连年稳定)在?\Z")
#: 三年来，粮食总产稳定在9500吨: of all the years that the sentence names.
_STEADY = re.compile(r"稳定在\Z")
#: A sentence with a figure of its own behind a closing date.
_TELLS_MORE = re.compile(r"[^。\n]*?\d")
_CLAUSE_AND_HEAD = 40
_PARAGRAPH = 1_000  # characters of a paragraph
_MONTH = re.compile(r"\d\d")
#: 自7月1日运行以来 tells of all that was done since; 自4月26日起 only when something began.
_DAY = re.compile(r"(\d\d)-\d\d")
_EVER_SINCE = re.compile(r"[^，。；\d]{0,10}以来")
#: What is earned in one year: 2014年至2015年…，农民人均收入达到7380元.
_EARNED = re.compile(r"人均[\u4e00-\u9fff]{0,4}收入\Z")
#: 占耕地面积的72%: a share of what stands.
_OF_STOCK = re.compile(r"占[^占]*(?:面积|总数|人口|户数|农户|行政村|村数)比[重例]\Z")
#: What the whole of a project costs, whatever is done of it by when.
_WHOLE_COST = re.compile(r"(?:总投资|项目预算|项目概算|工程预算|工程概算)\Z")
#: 7月15日至17日: what is told of days is of their month, or months.
_DAYS = re.compile(r"(\d{4}-\d\d)-\d\d/(\d{4}-\d\d)-\d\d")
#: 由2006年的82.5%提高到2010年的97.3%，提高14.8个百分点: as of the later year.
_BETWEEN_YEARS = re.compile(
    r"[由从](?:19|20)\d\d年[^，。；]{0,20}[到至为](?P<then>(?:19|20)\d\d)年的?[^，。；]{0,16}，[^，。；]{0,8}\Z"
)
_SINCE = re.compile(r"[比较是为]((?:19|20)\d\d)年[^；。]*?年均[^，；。]{0,4}\Z")


def period_of(figure: Figure, date: PeriodMention | None, setting: Setting, plain: str) -> str | None:
    """The period in notation, or None where neither text nor report states one."""
    default = setting.plans_for if figure.status == "plan" else _reported(figure, setting.period)
    if figure.status == "plan":
        if setting.role != "plan" and is_task(figure) and not _has_own_year(date, setting):
            return str(last_year(setting.period)) if setting.period else None
        if setting.role == "plan" and date and lies_behind(date, setting):
            date = None  # 确保去年签约的3个项目开工
        if ahead := planned_years(figure, date, setting):
            return ahead
    if date and setting.told and date.offset == -1 and plain.startswith("上", date.start):
        date = replace(date, year=setting.told - 1, offset=None)
    if told := base_told(figure, plain):
        return f"{setting.year}-01" if told == "年初" and setting.year else setting.period
    if date and setting.base and date.start < setting.base.start and is_base(figure) and not owns_date(figure):
        return setting.base.resolve(None)
    if date and is_base(figure) and not date.years and not date.last and not owns_date(figure):
        return setting.period if lies_ahead(date, setting) else _year_before(setting.resolve(date))
    if since := _mean_since(figure, date.year if date and date.year else last_year(setting.period), plain):
        return since
    moved = figure.kind in ("growth", "change") and figure.status == "actual" and "年均" not in figure.name
    before = plain[max(0, figure.mention.start - 2 * _CLAUSE_AND_HEAD) : figure.mention.start] if moved else ""
    if between := _BETWEEN_YEARS.search(before):
        return between["then"]
    if date is None:
        closed = _closed(figure, setting, plain) or months_of_paragraph(figure, setting, plain)
        return closed or _undated(figure, setting, default)
    if date.years is not None or date.last is not None:
        return _over_years(figure, date, setting, default, plain)
    if date.since and (date.year is not None or date.part or (date.offset or 0) < 0):
        return _since(date, setting, default, plain)
    if _over_span(figure, date, setting):
        return setting.resolve(setting.span) if setting.span else default
    return _dated(figure, date, setting, default, plain)


def _closed(figure: Figure, setting: Setting, plain: str) -> str | None:
    """What stood on the closing date that a paragraph of a profile begins with; None where it has none."""
    now = _NOW.search(figure.near(_CLAUSE_AND_HEAD)) or figure.name.endswith("密度")
    told_alone = setting.closed and not _TELLS_MORE.match(plain, setting.closed.end)
    if not setting.closed or not (setting.period or told_alone) or now or figure.status != "actual" or is_base(figure):
        return None
    return until(setting.closed.resolve(None) or "", figure, a_day=is_a_day(setting.closed, plain))


def _over_years(figure: Figure, date: PeriodMention, setting: Setting, default: str | None, plain: str) -> str | None:
    """The period of a figure under a span of years: a base stands at its beginning, what was reached at its end."""
    if is_base(figure):
        if date.last and owns_date(figure) and plain[date.start] not in "12":
            return setting.resolve(date)  # 由“十一五”时期的0.8亿元
        written_out = re.search(r"[至到—-]", plain[date.start : date.end]) and date.last is not None
        return str(date.year) if written_out else _undated(figure, setting, default)
    if MOVES_TO.search(figure.left) and not spans_compared(setting) and not OVER_YEARS.search(figure.name):
        return (setting.resolve(date) or "").rpartition("/")[2] or default
    now = last_year(setting.period)
    if plain.startswith("以来", date.end - 2) and date.last and date.year and now and date.year < now:
        date = replace(date, last=now)  # “十四五”以来, in a report on 2023
    return _spanned(figure, date, setting)


def _since(date: PeriodMention, setting: Setting, default: str | None, plain: str) -> str | None:
    """From the year named to the end of what is reported; a day without its year says nothing (自4月26日起)."""
    end = (default or setting.period or "").rpartition("/")[2]
    day = _DAY.fullmatch(date.part) if _EVER_SINCE.match(plain, date.end) else None
    month = day[1] if day else date.part
    if end and _MONTH.fullmatch(month) and (date.year or setting.year) == last_year(end):
        return shortest(f"{end[:4]}-{month}/{end[:4]}-{month_of(end, first=False)[1]:02}")  # 自6月试运营以来
    first = setting.resolve(date) if (date.offset or 0) < 0 else str(date.year or "")
    if not first:
        return default
    return f"{first[:4]}/{end}" if end and end[:4] != first[:4] else end or None


def _mean_since(figure: Figure, end: int | None, plain: str) -> str | None:
    """A yearly mean behind a growth against a year runs over the years since: 比2006年增长35%，年均增长7%."""
    if figure.kind != "growth" or "年均" not in figure.left or figure.status == "plan" or not end:
        return None
    base = _SINCE.search(plain, max(0, figure.mention.start - _CLAUSE_AND_HEAD), figure.mention.start)
    return f"{int(base[1]) + 1}/{end}" if base and int(base[1]) + 1 < end else None


def _reported(figure: Figure, period: str | None) -> str | None:
    """The period of a report on several years: what stands does so at their end."""
    if not of_years(period) or is_base(figure):
        return period
    against = figure.kind in ("growth", "change") and is_against_a_year(figure)
    stands = against or MOVES_TO.search(figure.left) or _ALL_TOLD.search(figure.left) or figure.kind == "share"
    level = figure.kind == "level" and not is_done(figure)
    at_end = stands or (level and (reaches(figure) or is_stock(figure) or OF_A_YEAR.search(figure.name)))
    return (period or "").rpartition("/")[2] if at_end and not RATE_OF_DEEDS.search(figure.name) else period


def _has_own_year(date: PeriodMention | None, setting: Setting) -> bool:
    return date is not None and (date.full or lies_ahead(date, setting))


def _undated(figure: Figure, setting: Setting, default: str | None) -> str | None:
    """The period of a figure that no date in its sentence holds for."""
    now = _NOW.search(figure.near(_CLAUSE_AND_HEAD))
    stands = now or is_base(figure) or (figure.kind == "level" and is_stock(figure))
    if setting.season and figure.status == "actual" and not stands:
        return setting.resolve(setting.season)
    span = setting.resolve(setting.span) if setting.span and figure.status != "plan" and not now else None
    if figure.status == "plan" and setting.role != "plan" and setting.period and "-" in setting.period:
        return setting.period[:4]  # the year's plan, told of in a report on a part of the year
    if setting.told and not now and not span and figure.status == "actual" and not is_base(figure):
        return str(setting.told)
    if is_base(figure):
        if setting.role == "plan" and not setting.base:
            return setting.period
        return setting.base.resolve(None) if setting.base else _year_before(span or default)
    if setting.headed and setting.opening and not setting.near and figure.status == "actual":
        return str(setting.opening)
    against = figure.kind in ("growth", "change") and is_against_a_year(figure) and not spans_compared(setting)
    if span and setting.headed and figure.status == "actual" and _HELD_THROUGH.search(figure.left.rstrip("\x01 ")):
        return span
    if (
        not span
        or against
        or MOVES_TO.search(figure.left)
        or _ALL_TOLD.search(figure.left)
        or (figure.unit_kind == "multiple" and figure.left.endswith("的"))
    ):
        return default
    over = figure.kind in ("growth", "change") or OVER_YEARS.search(figure.name + figure.left)
    flow = setting.headed and (is_done(figure) if figure.kind == "level" else bool(RATE_OF_DEEDS.search(figure.name)))
    spoken = "年均" in figure.name or setting.near or setting.headed
    return span if spoken and (over or flow) else default


def _spanned(figure: Figure, date: PeriodMention, setting: Setting) -> str | None:
    """A flow over a span of years; a stock at its end."""
    written = setting.resolve(date)
    done = figure.kind == "level" and is_done(figure)
    stock = figure.kind in ("level", "share") and figure.status == "actual" and not done and is_stock(figure)
    of_a_year = figure.kind == "level" and figure.status == "actual" and _EARNED.search(figure.name) is not None
    rate = figure.kind == "share" and figure.status == "actual" and figure.name.endswith(("率", "度")) and not done
    rate = rate and not RATE_OF_DEEDS.search(figure.name) and not OVER_YEARS.search(figure.name + figure.left)
    of_stock = figure.kind == "share" and figure.status == "actual" and _OF_STOCK.search(figure.name) is not None
    steady = bool(_STEADY.search(figure.left.rstrip("\x01 ")))
    reached = reaches(figure) and not done and not RATE_OF_DEEDS.search(figure.name)
    reached = reached and not (OVER_YEARS.search(figure.name) or "合计" in figure.left)
    reached = reached and "年平均" not in figure.before  # 年平均产量达到3.7亿吨
    reached = reached and "分别" not in figure.left  # 2017年、2018年和2019年，税收分别达到…
    at_end = stock or of_a_year or of_stock or rate or figure.kind == "rank" or reached
    at_end = at_end and not steady and (date.year is None or reached or bool(_EARNED.search(figure.name)))
    return written.rpartition("/")[2] if written and at_end else written


def _over_span(figure: Figure, date: PeriodMention, setting: Setting) -> bool:
    """A growth behind the level of the last year of a span is one over the span where it says so (年均, 平均每年)."""
    if is_against_a_year(figure) or goes_on_against(figure) or "\x01" in re.split(r"[，；]", figure.before)[-1]:
        return False  # its own clause names the year, or the one it is compared with
    yearly = "年均" in figure.name
    if yearly and figure.kind == "growth" and not setting.span and of_years(setting.period):
        return date.year == last_year(setting.period)  # in a report on five years
    moved = OVER_YEARS.search(figure.name) and (yearly or figure.kind in ("growth", "change"))
    if not setting.span or figure.status == "plan" or not moved:
        return False
    ends = last_year(setting.resolve(setting.span))
    return figure.unit_kind != "multiple" and ends in (date.year, date.offset == 0 and last_year(setting.resolve(date)))


def _dated(figure: Figure, date: PeriodMention, setting: Setting, default: str | None, plain: str) -> str | None:
    """The period of a figure under a date within one year."""
    if _WHOLE_COST.search(figure.name) and ("/" in date.part or plain.startswith("前", date.end)):
        return default  # 1-9月，石坝茶厂总投资5亿元，完成投资2亿元; 9月底前建成中转站，项目预算80万元
    if _is_reached_later(figure, plain[date.end : figure.mention.start]):
        return default
    written = setting.resolve(date)
    if written and written.endswith("-01-01") and not date.until and not HELD.search(figure.left):
        written = written[:4]  # 2008年初的冰冻灾害
    if days := _DAYS.fullmatch(written or ""):
        return days[1] if days[1] == days[2] else shortest(f"{days[1]}/{days[2]}")
    if is_same_time(date, plain):
        return _year_before(default)
    if is_rest_of_year(figure, date, setting, plain) or is_done_of_year(figure, date, setting, plain):
        return default
    if _is_year_reported(date, setting, plain):
        return setting.period
    if setting.opening and not setting.headed and date.offset == 0 and THAT_YEAR.match(plain, date.start):
        low = max(0, date.start - _PARAGRAPH)
        told_since = plain.rfind("去年", low, date.start) > plain.rfind(f"{setting.opening}年", low, date.start)
        return default if told_since else str(setting.opening)  # 2005年，全镇…。全年收购…
    if written is None or not date.until:
        whole = plain.startswith(("全年", "年内"), date.start) or figure.status == "plan"
        return _plainer(written, default, date, whole=whole)
    if figure.rule == "composition":
        return written[:4]  # 由2002年末的26:30:44
    if is_base(figure):
        return written
    if figure.kind in ("growth", "change") and default:
        return default if written[:4] in default else written[:4]
    if figure.status == "plan" and written.endswith("-12-31"):
        by_then = plain.startswith(("前", "之前", "以前"), date.end)
        return written[:4] if by_then or not is_stock(figure, dated=True) else written  # 年末存栏达到2600头
    if figure.status == "plan" and not lies_ahead(date, setting) and "-" in (setting.period or ""):
        return written[:4]  # 截至6月底，种植烤烟3860亩，力争实现产值1248万元
    return until(written, figure, a_day=is_a_day(date, plain))


def _is_reached_later(figure: Figure, between: str) -> bool:
    """True for what is to be reached by the end, told behind a deadline: 4月底前建成大棚60座，存栏突破9万只."""
    behind = figure.status == "plan" and between.startswith("前") and "，" in between
    return behind and reaches(figure) and not is_done(figure)


def _is_year_reported(date: PeriodMention, setting: Setting, plain: str) -> bool:
    """去年 at the head of a clause is the year reported, where the report also plans the next year."""
    planned = setting.plan_period and last_year(setting.plan_period) != last_year(setting.period)
    begins = plain[max(0, date.start - 1) : date.start] in ("", *"，。；：\n ")
    told_now = "今年上半年" in plain[date.start : date.end + 3 * _CLAUSE_AND_HEAD]  # in the year of the report
    return bool(planned) and begins and not (told_now or date.part) and plain.startswith("去年", date.start)


def _year_before(period: str | None) -> str | None:
    """The base of 由A增长到B where no date says which: the same part of the year before."""
    if not period:
        return None
    first, _, last = period.partition("/")
    if last and len(first) == 4:
        return str(int(first) - 1)
    return "/".join(f"{int(piece[:4]) - 1}{piece[4:]}" for piece in period.split("/"))


def _plainer(written: str | None, default: str | None, date: PeriodMention, *, whole: bool) -> str | None:
    """今年 in a half-year's report is that half-year; 全年, and 今年 of a plan, is the whole year."""
    if date.offset == 0 and not date.part and not whole and default and written and default.startswith(written):
        return default
    return written
