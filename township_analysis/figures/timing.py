"""The period that a figure is about: the dates before it, what they govern, and the report's own period."""

import re
from dataclasses import dataclass

from township_analysis.figures.model import Figure
from township_analysis.lang.periods import PeriodMention, shortest

_COMPARED = re.compile(r"(?:比|较|与|同|是|相当于|超过|超)\Z")
_SAME_TIME = re.compile(r"(?:年)?同期|同比|相比")
_TASK = re.compile(r"的?(?:目标|任务|预算|计划|指标|\d[\d.]*[\u4e00-\u9fff]的(?:任务|目标))")
#: Stocks are counted at a date; everything else runs up to it.
_STOCK = re.compile(
    r"存栏|存笼|余额|人口|户数|总户|党员|劳动力|保有量|在册|在校|床位|库存|脱贫|出列|拥有|现有|共有|实有|参保人数|网格|耕地|林地"
    r"|覆盖率|普及率|参保率|硬化率|面积达|存箱|总数|蓄水|机构|村庄|行政村|会员|注册|里程|合作社\Z|农场\Z|企业\Z"
)
_FLOW = re.compile(r"发放|投入|出生|死亡|新增|受理|收入|产值|产量|开展|举办|化解|完成投资|出栏|办理|接待|排查|销售|查处|增长|下降|检查|培训|发展|新建|救助|补贴|补助|资金")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of time where a sentence stands.

    Attributes:
        period: The report's period, or None.
        plan_period: The period that its plans are for, or None.
        role: The role of the section.
        span: A span of years that the paragraph or section speaks of (五年来, “十三五”时期), or None.
        far: True where the span stands in another paragraph of the section.
        headed: True where the heading of the section names the span.
    """

    period: str | None
    plan_period: str | None
    role: str | None
    span: PeriodMention | None = None
    far: bool = False
    headed: bool = False

    @property
    def year(self) -> int | None:
        """The year that 上半年, 6月底 and 去年 are said in."""
        source = self.plan_period if self.role == "plan" and self.plan_period else self.period
        return _last_year(source)


def _last_year(period: str | None) -> int | None:
    return int(period.rpartition("/")[2][:4]) if period else None


def governing(figure: Figure, dates: list[PeriodMention], start: int, plain: str) -> PeriodMention | None:
    """The date before a figure, in its sentence, that it is about; a date that it is compared with is none."""
    at = figure.mention.start
    before = [d for d in dates if start <= d.start < at and not _is_comparison(d, plain, at)]
    own = figure.mention.hedge.start - len(figure.left)
    before = [d for d in before if not (plain.startswith("全年", d.start) and _TASK.match(plain, d.end))]
    before = [d for d in before if not _in_other_bracket(plain[d.end : at]) and (d.start >= own or plain[d.start - 1] not in "由从")]
    if not before or re.search(r"每年|年均(?!增|递)", plain[before[-1].end : at]) and before[-1].since:
        return None
    last = before[-1]
    clause = plain[last.end : at]
    if last.year is None and last.offset is None and len(before) > 1 and before[-2].year is not None and not last.since:
        return _with_year(last, before[-2])
    return None if len(clause) > 160 else last


def _in_other_bracket(between: str) -> bool:
    return between.count(")") > between.count("(")


def lies_ahead(date: PeriodMention, setting: "Setting") -> bool:
    """True for a date after the report's own period."""
    written = date.resolve(setting.year)
    if not written or not setting.period or date.since or (date.year is None and date.offset is None and not date.part):
        return False
    return _month(written.partition("/")[0], first=True) > _month(setting.period.rpartition("/")[2], first=False)


def _month(period: str, *, first: bool) -> tuple[int, int]:
    """The year and the first or last month of a period."""
    year, _, rest = period.partition("-")
    if rest.startswith(("H", "Q")):
        length = 6 if rest[0] == "H" else 3
        return int(year), (int(rest[1]) - 1) * length + 1 if first else int(rest[1]) * length
    return int(year), int(rest[:2]) if rest else (1 if first else 12)


def _with_year(part: PeriodMention, full: PeriodMention) -> PeriodMention:
    """上半年 after 2023年 is the first half of that year."""
    return PeriodMention(part.start, part.end, full.last or full.year, None, part.part, None, part.years, part.until, part.since)


def _is_comparison(date: PeriodMention, plain: str, at: int) -> bool:
    if _COMPARED.search(plain, max(0, date.start - 3), date.start) and plain[date.start] != "截":
        return True
    if _SAME_TIME.match(plain, date.end):
        return True
    return bool(re.match(r"(?:年度)?(?:中央|省级|市级|县级)|年度|级|届", plain[date.end : date.end + 4]) and date.year)


def period_of(figure: Figure, date: PeriodMention | None, setting: Setting, plain: str) -> str | None:
    """The period in notation, or None where neither text nor report states one."""
    whole = date is not None and plain.startswith("全年", date.start)
    default = setting.plan_period if figure.status == "plan" else setting.period
    span = setting.span.resolve(setting.year) if setting.span and figure.status == "actual" else None
    if date is None and figure.left.rstrip("\x01 ")[-1:] in ("由", "从"):
        return _year_before(span or default)
    if date is None:
        span = span if "年均" in figure.name or not setting.far or setting.headed else None
        over = figure.kind in ("growth", "change") or re.search(r"年均|累计|五年", figure.name + figure.left)
        flow = setting.headed and figure.kind == "level" and not _is_stock(figure)
        return span if span and (over or flow) and figure.unit_kind != "multiple" else default
    if date.since and date.year is not None:
        end = (default or setting.period or "").rpartition("/")[2]
        return f"{date.year}/{end}" if end and end[:4] != str(date.year) else end or None
    if date.years is not None or date.last is not None:
        return date.resolve(setting.year)
    if date.offset == -1 and plain[date.end - 2 : date.end] == "同期":
        return _year_before(default)
    written = date.resolve(setting.year)
    planned = setting.plan_period and _last_year(setting.plan_period) != _last_year(setting.period)
    if planned and plain.startswith("去年", date.start) and plain[max(0, date.start - 1) : date.start] in ("", *"，。；：\n "):
        return setting.period  # said when the next year is planned
    if written is None or not date.until:
        return _plainer(written, default, date, whole)
    if figure.kind in ("growth", "change") and default:
        return default
    return written[:4] if figure.status == "plan" and written.endswith("-12-31") else _until(written, figure)


def _year_before(period: str | None) -> str | None:
    """The base of 由A增长到B where no date says which: the same part of the year before."""
    if not period:
        return None
    first = period.partition("/")[0]
    return f"{int(first[:4]) - 1}{first[4:]}" if "/" not in period else str(int(first[:4]) - 1)


def _plainer(written: str | None, default: str | None, date: PeriodMention, whole: bool) -> str | None:
    """今年 and 本年 in a half-year's report are that half-year; 全年 is the whole year."""
    if date.offset == 0 and not date.part and not whole and default and written and default.startswith(written):
        return default
    return written


def _until(written: str, figure: Figure) -> str:
    """A stock at a closing date, or a flow from 1 January to it."""
    stock = _is_stock(figure)
    year, _, rest = written.partition("-")
    if not rest:  # 截止2019年
        return f"{year}-12-31" if stock else year
    if stock:
        return written if rest.count("-") else f"{written}-{_last_day(int(year), int(rest))}"
    month, day = rest[:2], rest[3:]
    if month == "12":
        return year
    ends_month = not day or int(day) == int(_last_day(int(year), int(month)))
    return shortest(f"{year}-01/{year}-{month}") if ends_month else f"{year}-01-01/{written}"


def _last_day(year: int, month: int) -> str:
    import calendar

    return f"{calendar.monthrange(year, month)[1]:02}"


def _is_stock(figure: Figure) -> bool:
    if figure.kind in ("growth", "change"):
        return False
    words = figure.name + figure.left
    if re.search(r"存栏|存笼|余额|脱贫|出列", words):
        return True
    people = figure.unit_kind in ("person", "household")
    return not _FLOW.search(words + figure.before[-80:]) and bool(people or _STOCK.search(words) or figure.kind == "share")
