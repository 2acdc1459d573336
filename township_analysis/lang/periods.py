"""Dates and periods as reports write them, found in a text and written in one notation.

Notation: ``YYYY``, ``YYYY-Hn``, ``YYYY-Qn``, ``YYYY-MM``, ``YYYY-MM-DD`` or ``A/B`` for a span.
"""

import calendar
import re
from dataclasses import dataclass

from township_analysis.errors import NotAQuantity
from township_analysis.fields import PERIOD
from township_analysis.lang.numerals import chinese_number

_CN = "零〇○一二三四五六七八九"
_YEAR = rf"(?:(?P<y>(?:19|20)\d\d)|(?P<ycn>[一二][{_CN}]{{3}}))"
#: 08年, '95年, 由95年底的: a year by its last two digits; 12年 alone are as many years, 12年底 and 12年全镇 are none.
_TWO_DIGITS = (
    r"(?P<yy>(?<![\d.第历满近约达每整])(?:0\d(?=\ ?年(?![级限龄]))|(?<=['’‘])\d\d(?=\ ?年)"
    r"|(?<=[由从比较自])(?:[6-9]\d(?=年(?:[底末初]|的\ ?\d))|[12]\d(?=年[底末初]))"
    r"|(?<![\u4e00-\u9fff\d.])(?:[89]\d|[12]\d)(?=年(?:[底末度]|[上下]半年|[全我本][镇乡县区市年]|\d{1,2}月(?!个)))))"
)
_MONTH = (
    r"(?:元(?=月|[-—–~至到]\ ?(?:1[0-2]|[2-9]|[二三四五六七八九十]{1,2})\ ?月)"
    r"|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
)
_DASH = r"(?:-{1,2}|—{1,2}|–|~|至|到)"
_RELATIVE = {
    "全年": 0, "年内": 0, "今年": 0, "本年": 0, "当年": 0, "本年度": 0, "去年": -1, "上年": -1, "上一年": -1,
    "上年度": -1, "前年": -2, "明年": 1, "来年": 1, "下年": 1,
}  # fmt: skip
#: 由五年前的52个减少到28个: the base of a change.
_AGO = {f"{word}年前": -at for at, cn in enumerate("一二三四五六七八九十", 1) for word in (cn, at)} | {"两年前": -2}
_OFFSETS = _RELATIVE | _AGO
#: 7月15日至17日, 6月16日12时至8月16日: the days from one to another of a year.
_DAY_OF = rf"(?:[12]?\d|3[01]|[一二三]?十[{_CN}]?|[{_CN}])"
_DAYS = (
    rf"(?P<m7>{_MONTH})\ ?月(?P<d7>{_DAY_OF})[日号]?(?:\d{{1,2}}[时点])?\ ?{_DASH}\ ?"
    rf"(?:(?P<m8>{_MONTH})\ ?月)?(?P<d8>{_DAY_OF})[日号]"
)
_PART = rf"""(?:
    (?P<half>上半年|下半年|半年度|上半|下半(?!年?旗))
  | (?P<quarters>(?:前|[1一]\ ?{_DASH}\ ?第?)[三二23]个?季度)
  | 第?(?P<quarter>[一二三四1-4])季度(?P<qend>末|底)?
  | {_DAYS}
  | (?P<m1>{_MONTH})\ ?月?份?\ ?(?:{_DASH}|、(?=[^、\d月]{{1,2}}月份|\d\d?月份))\ ?
      (?P<m2>{_MONTH})\ ?月份?(?P<m2end>底|末)?
  | (?<!提)前(?P<mfirst>十一|十|[2-9两三四五六七八九]|1[01])个月
  | (?P<m3>{_MONTH})\ ?月[上中下]旬(?:{_DASH}(?P<m4>{_MONTH})月(?:份|[上中下]旬)|(?!{_DASH}))
  | (?<!一[村周人户])(?P<month>{_MONTH})\ ?月(?!一[次场讲课题])(?:份)?
      (?:\ ?(?P<day>[0-3]?\d|[一二三]?十[{_CN}]?|[{_CN}])\ ?[日号]
      |(?P<mend>底|末)|(?P<mstart>初))?
  | (?P<yend>年底|年末|期末(?!考)|底|末)
  | (?P<ystart>年初|初)
)"""
_DAY = rf"(?:[0-3]?\d|[一二三]?十[{_CN}]?|[{_CN}])[日号]"
#: What was done in 五年 at the head of a clause (五年投入资金3亿元).
_OVER = (
    "投入|引进|发放|排查|净增|增[加长]|新[增建修改]|完成|[建培改创]|争取|实[现施]|[为共]|总|转移|减|脱贫|流转|组建|整[治修]|疏浚|硬化|栽[植种]|植树|造林|清[理淤]|拆除|招|安[置排]|解决|筹|化解"
    "|提[高升]|累"
)
_LAST = rf"(?:(?P<last>(?:19|20)\d\d)|(?P<lastcn>[一二][{_CN}]{{3}}))"
_BOTH = r"(?P<both>(?:19|20)\d\d|[一二][" + _CN + r"]{3})"  # 2018、2019两年
#: A year of twelve months that is none of the calendar's: the birth year, the school year.
_ACROSS = rf"{_YEAR}年(?P<m5>{_MONTH})月(?P<d5>{_DAY})?{_DASH}{_LAST}年(?:(?P<m6>{_MONTH})月(?P<d6>{_DAY}|底)?|底)"
#: 2017年、2018年和2019年，税收分别为: a year for each of what is told.
_LISTED = r"(?:、(?:19|20)\d\d年?)*[、和与](?=(?:19|20)\d\d年[^。；\d]{0,24}分别)"
#: 1980年建处至1997年, 1985年成立到2000年: the beginning of a span with what began.
_BEGUN = r"(?:(?<=年)(?:建|成立|设立?|创[建办]|开[办业])[\u4e00-\u9fff]{0,2}?(?:以来)?(?=[至到]))?"
_SPAN = rf"""(?:
    {_YEAR}\ ?年?{_BEGUN}\ ?(?:(?:{_DASH}|/|{_LISTED})\ ?{_LAST}\ ?年(?:[这前]?[两二]年(?![前来])|间(?![隔断歇接]))?
      |[和与、]\ ?{_BOTH}\ ?年?[这前]?[两二]年(?![前来]))
  | [“"]?(?P<plan>[一二三四五六七八九]五|(?<![一二三四五六七八九])十[一二三四五]?五)[”"’]?
    (?:[规计]划)?(?:期间|时期|以来|五年|(?=”?(?:经济(?:和|与)?社会发展|(?:主要|发展|奋斗)目标)))
  | [“"](?P<planend>[一二三四五六七八九]五|十[一二三四五]?五)[”"]\ ?(?:期?末|末期|收官)
  | (?P<planlast>十[一二三四五]五)(?:期?末|末期)
  | 第(?P<nth>十[一二三四五]?|[一二三四五六七八九])个五年[规计]划(?:期间|时期|期内)
  | (?P<ahead>今后|未来)?(?:过去|近|最近|这|前)?(?<![十百{_CN}到至])(?<![几数](?=十))
    (?P<n>[二两三四五六七八九十]|(?<![\d.])[3-9](?=年(?:[来间]|累计|合计|共(?!同))))年(?:多)?(?:来|间|中(?=[，、的])|以来|内|(?=年均|合计|共|累计|平均)|(?<!连续.年)(?=增长|增产|下降)
      |(?<=[，。；：\n\ ]..)(?={_OVER})
      |(?<=以来的.年)|(?<=以来.年)|(?<!将近.年)(?<=近.年)(?![级多的之最]|时间)|(?<=[四五]年)(?<![年\d][四五]年)(?=的?(?:政府|主要)?工作(?:的?回顾|总结|成就)))
  | (?:20世纪|二十世纪|上世纪|(?<![世纪\d.])(?=[3-9]0年代|[三四五六七八九]十年代))
    (?P<decade>[1-9]|[一二三四五六七八九])[0十]年代(?!出生|生人|老)(?:初期?|中期|末期?|后期|以来)?
  | (?:过去|最近|(?<!学)前|这(?=[三四五])|本届(?:政府|党委)?(?:任期)?内?的(?=[三四五])|(?P<later>今后|未来))
    (?:的)?(?P<nn>[二两三四五六七八九十]|[3-9](?=年[来，]))年
)"""


def _marked(pattern: str, mark: str) -> str:
    """The pattern with a letter at the end of its group names, so that it can stand twice in one expression."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{mark}>", pattern)


#: What a report looks back to, by the year in which it was: 改革开放以来.
_ERAS = {
    "解放": 1949, "建国": 1949, "新中国成立": 1949, "十一届三中全会": 1978, "改革开放": 1978, "十四大": 1992,
    "十五大": 1997, "十六大": 2002, "十七大": 2007, "十八大": 2012, "十九大": 2017, "二十大": 2022,
}  # fmt: skip
_SAID = rf"{'|'.join(sorted(_RELATIVE, key=len, reverse=True))}|(?<=[由从])(?:{'|'.join(_AGO)})"
_ERA = rf"(?<![^\W自从])(?:党的|中共|全国)?(?P<era_>{'|'.join(_ERAS)})(?=以来(?![的最第首历没]))"
_WITHIN = "内(?![贸需部外地河涝])"
#: Every date begins with one of these: looked for first, so that most characters cost one step and not one a shape;
#: those that other words of a report often begin with, with what follows them in a date.
_OFTEN = "全本上解建新改党中"
_BEGINS = rf"[元0-9{_CN}两十“\"截到至自从今当去前明来下过近最这未第年底末初期半{_OFTEN}]"
_GOES_ON = rf"[^{_OFTEN}]|全[年国]|本[年届]|上[年一半世]|解放|建国|新中国|改革|党的|中共"
_PATTERN = re.compile(
    rf"""(?={_BEGINS})(?={_GOES_ON})(?:(?P<until_>截[至止]到?|到|至)\ ?)?(?P<since_>自从|自|从)?
    (?: {_marked(_ACROSS, "E")}
      | {_marked(_SPAN, "A")}
      | (?:{_marked(_YEAR, "B")}|{_marked(_TWO_DIGITS, "B")})\ ?(?:年度|年(?:全年|{_WITHIN})?)
          (?:\ ?{_marked(_PART, "B")})?
      | (?P<relative_>{_SAID})(?:同期|{_WITHIN})?{_marked(_PART, "C")}?
      | (?P<bare_>{_marked(_PART, "D")})
      | {_ERA}
      | 第(?P<census_>[五六七])次(?:全国)?人口普查(?!工作|登记|准备|试点|宣传|任务|培训|入户|员)
    )
    (?:(?P<sinceend_>以来|至今|起)|(?=[^，。；：\d]{{1,16}}以来)(?P<sincefar_>)|)""",
    re.X,
)
#: Something that only looks like a bare part: 底 in 底数, 初 in 初中, 一季度 inside a name.
_NOT_BARE = {"底", "末", "初", "上半", "下半"}
_NO_YEAR_BEFORE = tuple(_CN + "两十百几近数多0123456789")  # 五年内, 近年内
_NO_DATE_BEFORE = "第.十个满"
_PLANS = {name: 1981 + 5 * i for i, name in enumerate(
    ["六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五"])} | {
        "一五": 1953, "二五": 1958, "三五": 1966, "四五": 1971, "五五": 1976}  # fmt: skip

_PLANNED = {name.removesuffix("五"): name for name in _PLANS}


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A date or period as it stands in a text.

    Attributes:
        start: Where it begins, with 截至, 自 and the like.
        end: Where it ends.
        year: The year that is written, or None.
        offset: Years from the year in force (去年 → −1), or None where no such word stands.
        part: ``""``, ``Hn``, ``Qn``, ``MM``, ``MM-DD`` or two of them with ``/`` (``01/04``).
        last: The last year of a span of years, or None.
        last_part: The part of the last year at which the span ends, where ``part`` is that of its beginning.
        years: Length in years of a relative span (``五年来`` → 5, ``今后五年`` → −5), or None.
        until: True after 截至, 截止, or with 底, 末: a closing date (到2025年 is none).
        since: True with 自 … 以来: an opening date.
    """

    start: int
    end: int
    year: int | None
    offset: int | None
    part: str
    last: int | None = None
    years: int | None = None
    until: bool = False
    since: bool = False
    last_part: str = ""

    @property
    def full(self) -> bool:
        """True where the text itself gives the year."""
        return self.year is not None

    def resolve(self, year: int | None) -> str | None:
        """The period in notation, where ``year`` is the year in force; None where no year is known."""
        own = self.year if self.year is not None else (None if year is None else year + (self.offset or 0))
        if own is None:
            return None
        if self.last is not None and self.last_part:
            return f"{own}-{self.part}/{self.last}-{self.last_part}"
        if self.last is not None:
            return f"{own}/{self.last}"
        if self.years is not None and self.years < 0:
            return f"{own}/{own - self.years - 1}"
        if self.years is not None:
            return f"{own - self.years + 1}/{own}"
        if not self.part:
            return str(own)
        part = "02-29" if self.part == "02-28" and self.until and calendar.isleap(own) else self.part
        return shortest("/".join(f"{own}-{piece}" for piece in part.split("/")))


_SHORTER = {"01/06": "H1", "07/12": "H2", "01/03": "Q1", "04/06": "Q2", "07/09": "Q3", "10/12": "Q4"}


def shortest(period: str) -> str:
    """The shortest notation that is exact: 2013-01/2013-06 → 2013-H1, 2013-01/2013-12 → 2013."""
    months = re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", period)
    if not months:
        return period
    year, span = months[1], f"{months[2]}/{months[3]}"
    return year if span == "01/12" else f"{year}-{_SHORTER[span]}" if span in _SHORTER else period


def _integer(text: str) -> int:
    return 1 if text == "元" else int(text) if text.isdigit() else int(chinese_number(text))


def _part(groups: dict[str, str]) -> tuple[str, bool]:
    """The part of the year and whether it is a closing date."""
    if half := groups.get("half"):
        return ("H2" if half.startswith("下") else "H1"), False
    if quarters := groups.get("quarters"):
        return "01/09" if re.search("[三3]", quarters) else "01/06", False
    if quarter := groups.get("quarter"):
        return _month_part(3 * _integer(quarter), None, "末") if "qend" in groups else (f"Q{_integer(quarter)}", False)
    if "m7" in groups:
        first, last = _integer(groups["m7"]), _integer(groups.get("m8", groups["m7"]))
        days = _whole_months(first, _integer(groups["d7"]), last, _integer(groups["d8"]))
        return "/".join(dict.fromkeys(days)), False
    if "m1" in groups:
        return f"{_integer(groups['m1']):02}/{_integer(groups['m2']):02}", False
    if "m3" in groups:
        months = [_integer(groups[name]) for name in ("m3", "m4") if name in groups]
        return "/".join(f"{month:02}" for month in dict.fromkeys(months)), False
    if count := groups.get("mfirst"):
        return f"01/{_integer(count):02}", False
    if month := groups.get("month"):
        return _month_part(_integer(month), groups.get("day"), groups.get("mend"))
    return ("12-31", True) if "yend" in groups else ("01-01", False) if "ystart" in groups else ("", False)


def _month_part(month: int, day: str | None, end: str | None) -> tuple[str, bool]:
    if day:
        return f"{month:02}-{_integer(day):02}", False
    if end:
        return f"{month:02}-{calendar.monthrange(2023, month)[1]:02}", True
    return f"{month:02}", False


_TURN = 50  # the first two digits that are of the last century
_SINCE_THEN = re.compile(r"开始|至今|到现在|，")


def _parts_across(groups: dict[str, str]) -> tuple[str, str]:
    """Where a span begins and ends within its years."""
    first, last = _integer(groups["m5"]), _integer(groups.get("m6", "12"))
    days = [_integer(groups[name][:-1]) for name in ("d5", "d6") if groups.get(name, "底") != "底"]
    return _whole_months(first, days[0], last, days[1]) if len(days) > 1 else (f"{first:02}", f"{last:02}")


def _whole_months(first: int, day: int, last: int, ends: int) -> tuple[str, str]:
    """The days from one to another, as months where they begin on the first of one and end on the last of one."""
    if day == 1 and ends >= calendar.monthrange(2023, last)[1]:
        return f"{first:02}", f"{last:02}"
    return f"{first:02}-{day:02}", f"{last:02}-{ends:02}"


def _closes(match: re.Match[str], part: str) -> bool:
    """True for 到6月份 at the head of a clause: a month up to which is told."""
    told = match["until_"] in ("到", "至") and len(part) == len("06") and part.isdigit()
    before = match.string[max(0, match.start() - 6) : match.start()].rstrip(" ")
    return told and before[-1:] in ("", *"，。；：\n")


def _mention(match: re.Match[str]) -> PeriodMention:
    groups = {name[:-1]: found for name, found in match.groupdict().items() if found}
    ends = match["sinceend_"] is not None or match["sincefar_"] is not None
    since = "since" in groups or ends
    start, end = match.span()
    start += groups.get("until") in ("到", "至")
    if groups.get("since") == "从" and not ends and not _SINCE_THEN.match(match.string, end):
        start, since = start + 1, False  # 从2008年的38元涨到60元
    if plan := groups.get("planend") or groups.get("planlast"):
        return PeriodMention(start, end, _PLANS[plan] + 4, None, "")
    if plan := groups.get("plan") or _PLANNED.get(groups.get("nth", "")):
        return PeriodMention(start, end, _PLANS[plan], None, "", last=_PLANS[plan] + 4)
    if count := groups.get("n") or groups.get("nn"):
        ahead = "ahead" in groups or "later" in groups
        return PeriodMention(start, end, None, 0, "", years=-_integer(count) if ahead else _integer(count))
    if census := groups.get("census"):
        return PeriodMention(start, end, 1950 + 10 * _integer(census), None, "")
    if decade := groups.get("decade"):
        first = 1900 + 10 * _integer(decade)
        return PeriodMention(start, end, first, None, "", last=first + 9)
    if era := groups.get("era"):
        return PeriodMention(start, end, _ERAS[era], None, "", since=True)
    written = groups.get("y") or groups.get("ycn")
    year = _integer(written) if written else full_year(groups["yy"]) if "yy" in groups else None
    if last := groups.get("last") or groups.get("lastcn") or groups.get("both"):
        parts = _parts_across(groups) if "m5" in groups else ("", "")
        return PeriodMention(start, end, year, None, parts[0], last=_integer(last), last_part=parts[1])
    part, closing = _part(groups)
    offset = _OFFSETS.get(groups.get("relative", ""))
    return PeriodMention(
        start,
        end,
        year,
        offset,
        part,
        until=groups.get("until", "")[:1] == "截" or closing or _closes(match, part),
        since=since,
    )


def full_year(written: str) -> int:
    """A year of which two digits may be left out.

    >>> full_year("08"), full_year("95"), full_year("2019")
    (2008, 1995, 2019)
    """
    return int(written) if len(written) > 2 else 1900 + int(written) + 100 * (int(written) < _TURN)


def find_periods(plain: str) -> list[PeriodMention]:
    """The dates and periods of an aligned text, in order.

    >>> [m.resolve(2019) for m in find_periods("自2014年以来，截至6月底，上半年比去年")]
    ['2014', '2019-06-30', '2019-H1', '2018']
    """
    return [_mention(match) for match in _PATTERN.finditer(plain) if _plausible(match, plain)]


_DAY_MARKS = tuple((f"day{mark}", f"month{mark}") for mark in "BCD")


def _is_day(match: re.Match[str]) -> bool:
    """False for a day that no month has (2月30日)."""
    day, month = next(((match[d], match[m]) for d, m in _DAY_MARKS if match[d]), ("", ""))
    return not day or _integer(day) <= calendar.monthrange(2024, _integer(month))[1]


def _plausible(match: re.Match[str], plain: str) -> bool:
    """False for what only looks like a date: 底 of 底数, 初 of 初中, 5月 inside a longer number."""
    if not _is_day(match):
        return False
    if match["relative_"] == "上年" and plain.endswith("基础", 0, match.start()):
        return False  # 在提高效益的基础上年均增长6%
    if match["relative_"] == "年内" and plain[max(0, match.start() - 1) : match.start()] in _NO_YEAR_BEFORE:
        return False
    bare = match["bare_"]
    if bare is None:
        return True
    before = plain[max(0, match.start("bare_") - 1) : match.start("bare_")]
    if before == "“" or bare in _NOT_BARE or (before and before in _NO_DATE_BEFORE + _CN) or before.isdigit():
        return False
    return not (match["monthD"] and plain[match.end() : match.end() + 1] in tuple("亮光球饼市"))


def parse_period(text: str) -> str:
    """The period that a text writes, in notation; one that is in notation stays as it is.

    >>> [parse_period(text) for text in ("2023年1-4月", "二○一九年上半年", "2016—2020年", "2023-Q3")]
    ['2023-01/2023-04', '2019-H1', '2016/2020', '2023-Q3']

    Raises:
        NotAQuantity: The text is no period, or names no year.
    """
    from township_analysis.lang.script import aligned

    bare = aligned(text.strip())
    if PERIOD.fullmatch(bare) and bare[:2] in ("19", "20"):
        return bare
    match = _PATTERN.fullmatch(bare)
    period = _mention(match).resolve(None) if match and _is_day(match) else None
    if period is None:
        raise NotAQuantity(f"{text!r} is not a period with a year", expected="2019年, 2023年上半年 or 2023年1-4月")
    return period
