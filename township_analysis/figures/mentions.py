"""Where numbers stand in a report: their shapes, values, units and hedges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from township_analysis.figures.hedges import Hedge, hedge_around, hedge_inside
from township_analysis.lang.numerals import ARABIC, CHINESE_DIGITS, multiplier, number_value, tidy
from township_analysis.lang.units import unit_of, unit_pattern, units


@dataclass(slots=True)
class Mention:
    """A number that measures or counts something: ``text[start:end]``.

    Attributes:
        start: Where the numeral begins.
        end: Where the unit ends.
        value: The number with its multiplier; None for a blank that was never filled in.
        value_max: The upper end of a range, or None.
        unit: As written, without multiplier; ``""`` where none stands.
        hedge: How exact it is, and where the words that say so begin and end.
        form: How it is written: ``number``, ``percent``, ``fraction``, ``rank``, ``bare`` (万亩), ``zero``, ``blank``.
        chinese: True where the numeral is a Chinese one.
    """

    start: int
    end: int
    value: float | None
    value_max: float | None
    unit: str
    hedge: Hedge
    form: str
    chinese: bool = False


_MULTIPLIER = r"(?:万亿|[十百千]?[万亿]|百(?!分)|千(?![米克瓦伏])|十(?!分))"
_INSIDE = r"[余多来几]"
_CHINESE = rf"(?:[{CHINESE_DIGITS}十百万亿拾佰仟]|千(?![米克瓦伏]))+(?:点[{CHINESE_DIGITS}]+[万亿]?)?"
_STEP = r"[万亿]+\d+(?:\.\d+)?(?:[千百万](?![米克瓦伏分])|(?=[余多来][万千百]))"  # 1万6千, 1亿2000(余)万
_COUNT = rf"(?:(?:\d{{1,4}}、\d{{1,3}}(?=[万亿])|{ARABIC})(?:{_STEP})?)"
_ANY = rf"(?:{_COUNT}|{_CHINESE})"
_TO = r" ?(?:-{1,2}|—{1,2}|~|至|到) ?"

_SHAPES = {
    "percent": rf"(?P<of>[百千])分之(?P<p1>{ARABIC}|{_CHINESE})(?:{_TO}(?:[百千]分之)?(?P<p2>{ARABIC}|{_CHINESE}))?",
    "fraction": (
        rf"(?P<f>(?:\d+|[{CHINESE_DIGITS}十百]+)分之(?:\d+|[{CHINESE_DIGITS}十百]+))"
        r"|(?<![\d/.])(?P<fs>[1-9]/[1-9]\d?)(?=以上|左右|强|弱|的|[，。；、])"
    ),
    "tenths": (
        rf"(?P<t1>\d+(?:\.\d+)?|[{CHINESE_DIGITS}])(?:(?:-|至|到)?(?P<t2>\d|[{CHINESE_DIGITS}]))?"
        r"成(?P<th>半)?(?:(?=[以多左，。；、)的]|\Z)|(?<=[近约超达过占][一二三四五六七八九]成))"
    ),
    "rank": (
        rf"第(?P<r>\d+|[{CHINESE_DIGITS}十]+)(?:位|名)?|(?P<r1>首位|榜首)"
        rf"|前(?P<rt>\d+|[{CHINESE_DIGITS}十]+)(?:位|名|强)?"
    ),
    "number": (
        r"(?P<sign>零下|(?<![\u4e00-\u9fff])负|(?<=[为至到达是了])负|(?<![\dA-Za-z%) ])-)?"
        rf"(?P<n1>{_ANY})(?P<h1>{_INSIDE})?(?P<m1>{_MULTIPLIER})?(?P<h2>{_INSIDE})?"
        rf"(?:(?P<u1>%|‰|UNIT)?{_TO}(?P<n2>{_ANY})(?P<m2>{_MULTIPLIER})?(?P<h3>{_INSIDE})?(?= ?UNIT))?"
        r" ?(?P<u>(?:UNIT)(?:\((?:UNIT)(?:、(?:UNIT))*\))?)?"
    ),
    "bare": r"(?P<b>万亿|[十百千]?[万亿]|[百千])(?P<bh>[余多])?(?P<bu>UNIT)",
    "zero": r"(?<![清归])零(?=增长|发生|事故|死亡|上访|案件|投诉|伤亡|感染|[，。；、]|\Z)",
    "blank": r"(?<![ \t])(?: {2,}+|\t++)(?P<gm>[万亿]*)(?P<gu>元|亩|户|人|%|吨|公里|个|平方米|公斤|家|件|起)",
}  # fmt: skip
_GROUPS = ("percent", "fraction", "tenths", "rank", "bare", "zero", "blank", "bh", "p1", "f", "fs")
#: Every shape begins with one of these: looked for first, so that most characters cost one step and not one a shape.
_BEGINS = rf"[0-9{CHINESE_DIGITS}十百千万亿拾佰仟负\- \t第首榜前]"
_ORDER = ("percent", "fraction", "tenths", "rank", "bare", "zero", "number", "blank")

_RANKED = re.compile(
    r"(?:由全|从全|全[国省市州县区镇乡]均?\Z|列|居|排|位|名|获|跃|进入|升[至到]|上升|夺得|取得|评为|保持|继续|蝉联|荣)"
    r"[^，。；：]{0,16}\Z"
)
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}\Z")
_MONEY = re.compile(
    r"资金|投资|投入|补[贴助]|收入|产值|贷款|救助|优抚|发放|款|经费|奖|税|营业额|销售额|金额|利润|工资|供养|抚恤|价值|总额|筹[集资]|捐|成本|增收|费"
)
_PERSONS = re.compile(r"人口|劳动力|党员|人数|职工|学生|居民|群众|游客")
_PEOPLE_BEHIND = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?)(?:群众|人口|居民|农民|学生|职工|劳动力|游客|百姓|儿童|老人|党员|青年|老年人|残疾人)"
)
_BARE_BEFORE = re.compile(
    r"(?:突破|超过?|达到?了?|过|近|约|上|逾|跨越|跨入|破|新增|建成|建设|打造|依托|[，。；、：的个座片]|有|做[强优大]|\d|发展|推进|壮大|巩固|创建|实施|完成|种植|流转|和)\Z"
)
_ABOUT_BEFORE = re.compile(r"(?:(?<!最)近|上|逾|超过?|约|突破|达到?)\Z")
_BLANK_BEFORE = re.compile(r"(?:达到?了?|为|共|计|约|实现|完成|投入|投资|新增|是|到|有|增长|下降)\Z")
#: A duration measures something only where such a word stands before it.
_DURATION_BEFORE = re.compile(
    r"(?:增加|天数|日数|缩短|压缩|减少|延长|平均|期限|工期|日照|无霜期|时限|寿命|年龄|提前|车程|期|时数|时长|天数|学制|需)[^，。；]{0,12}\Z"
)
_CENTURY = re.compile(r"世纪|代|周年|级|型|版")


@cache
def _pattern() -> re.Pattern[str]:
    shapes = (f"(?P<{name}>{_SHAPES[name].replace('UNIT', unit_pattern())})" for name in _ORDER)
    return re.compile(f"(?={_BEGINS})(?:{'|'.join(shapes)})")


@cache
def _number_pattern() -> re.Pattern[str]:
    """A number alone, with the groups of the other shapes empty."""
    others = "".join(f"(?P<{name}>(?!))?" for name in _GROUPS)
    return re.compile(f"{others}(?P<number>{_SHAPES['number'].replace('UNIT', unit_pattern())})")


def _percent(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    scale = 1 if match["of"] == "百" else 0.1
    high = number_value(match["p2"]) * scale if match["p2"] else None
    return tidy(number_value(match["p1"]) * scale), high, "%"


def _fraction(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    if match["fs"]:
        above, _, below = match["fs"].partition("/")
        return tidy(int(above) / int(below)), None, ""
    return number_value(match["f"]), None, ""


def _tenths(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    half = 0.5 if match["th"] else 0
    return number_value(match["t1"]) + half, number_value(match["t2"]) if match["t2"] else None, "成"


def _rank(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    if not _RANKED.search(plain, max(0, match.start() - 24), match.start()):
        return None
    return (1 if match["r1"] else number_value(match["r"] or match["rt"])), None, ""


def _bare(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    unit = units().get(match["bu"].partition("/")[0])
    if unit is None:
        return None
    before = plain[max(0, match.start() - 4) : match.start()]
    measured = unit.dimension in ("money", "area", "mass", "length", "power") and _BARE_BEFORE.search(before)
    counted = unit.kind in ("person", "household", "event", "count") and _ABOUT_BEFORE.search(before)
    if not (measured or counted or (unit.dimension in ("area", "mass") and match.start() == 0)):
        return None
    return multiplier(match["b"]), None, match["bu"]


def _zero(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    return 0, None, ""


def _blank(match: re.Match[str], plain: str) -> tuple[None, None, str] | None:
    return (None, None, match["gu"]) if _BLANK_BEFORE.search(plain, max(0, match.start() - 4), match.start()) else None


def _number(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    unit = match["u"] or match["u1"] or ""
    low, high = number_value(match["n1"] + (match["m1"] or "")), None
    if match["n2"]:  # 3-5万元: the multiplier holds for both
        top = multiplier(match["m2"] or "")
        low, high = low * (1 if match["m1"] else top), tidy(number_value(match["n2"]) * top)
    if not unit and not (unit := _unit_left_out(match, plain) or _persons_behind(match, plain)):
        return None
    sign = -1 if match["sign"] else 1
    return tidy(low) * sign, high and high * sign, unit.removeprefix("个") if unit.endswith("分点") else unit


def _unit_left_out(match: re.Match[str], plain: str) -> str:
    """元 or 人 where the text has a multiplier, no unit, and a word that says which (优抚100余万)."""
    counted = (match["m1"] or match["n1"])[-1:]
    if counted not in "万亿" or not re.match(r"[，。；、)\s]|以上|左右|增|\Z", plain[match.end() : match.end() + 2]):
        return ""
    clause = re.split(r"[，。；：\n]", plain[max(0, match.start() - 24) : match.start()])[-1]
    return "人" if _PERSONS.search(clause) else "元" if _MONEY.search(clause) else ""


def _persons_behind(match: re.Match[str], plain: str) -> str:
    """人 where a number of 万 or 亿 stands directly before a noun of persons (420万困难群众)."""
    counted = (match["m1"] or match["n1"])[-1:]
    return "人" if counted in "万亿" and _PEOPLE_BEHIND.match(plain, match.end()) else ""


_READERS = {
    "percent": _percent, "fraction": _fraction, "tenths": _tenths, "rank": _rank, "bare": _bare, "number": _number,
    "zero": _zero, "blank": _blank,
}  # fmt: skip


def find_mentions(plain: str, start: int, end: int) -> list[Mention]:
    """The figures of a stretch of aligned text that holds no dates, slogans or other numbers of no measure.

    >>> [(m.value, m.unit, m.hedge.approx) for m in find_mentions("茶园1.77万余亩，20多个", 0, 13)]
    [(17700, '亩', 'more'), (20, '个', 'more')]
    """
    found = []
    for match in _matches(plain, start, end):
        form = next(name for name in _ORDER if match[name] is not None)
        if read := _READERS[form](match, plain):
            mention = _mention(match, plain, form, *read)
            if _counts(mention, plain):
                found.append(mention)
    return found


def _matches(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numbers of a stretch; a range that is none (由5%到8%) as its two ends."""
    while match := _pattern().search(plain, start, end):
        if match["n2"] and _FROM.search(plain, max(0, match.start() - 20), match.start()):
            match = _pattern().match(plain, match.start(), match.start("n2")) or match
        elif match["bare"] and match["b"][0] == "十" and not _bare(match, plain):  # 十亿多人口 is a number, no size
            match = _number_pattern().match(plain, match.start(), end) or match
        yield match
        start = match.end()


def _mention(
    match: re.Match[str], plain: str, form: str, value: float | None, value_max: float | None, unit: str
) -> Mention:
    groups = match.groupdict()
    inside = hedge_inside(groups["h1"] or groups["h2"] or groups["h3"] or groups["bh"] or "")
    hedge = hedge_around(plain, match.start(), match.end(), inside)
    numeral = groups["n1"] or groups["p1"] or groups["f"] or ""
    return Mention(
        match.start(), match.end(), value, value_max, unit, hedge, form,
        chinese=bool(numeral) and not numeral[0].isdigit(),
    )  # fmt: skip


def _counts(mention: Mention, plain: str) -> bool:
    """False for a number that only stands in a manner of speaking."""
    known = unit_of(mention.unit)
    if known is None:
        return mention.form != "number" or "/" in mention.unit
    if known.kind == "duration" and not _DURATION_BEFORE.search(plain, max(0, mention.start - 20), mention.start):
        return False
    if _CENTURY.match(plain, mention.end):
        return False
    if mention.chinese and mention.form == "number":
        small = abs(mention.value or 0) < 10_000
        if (small and mention.unit in _NEVER_CHINESE) or plain[mention.start - 1 : mention.start] in tuple("几数"):
            return False
    return not (mention.form == "number" and mention.chinese) or _chinese_counts(mention, plain, known.chinese_digit)


_NEVER_CHINESE = frozenset("届级代层度轮期号字版省国区月日")
_OBJECT_BEFORE = re.compile(r"[\u4e00-\u9fff”)](?<![每第同这那任各统唯逐另某上下前后再迈了])\Z")
_ENDS = re.compile(r"[，。；、)\n\d]|[共计](?=\d)|\Z")
_ABSTRACT = re.compile(
    r"(?:不同|重要|主要|重大|新的|更|突出|关键)?(?:方面|环节|层面|阶段|层次|台阶|目标|坚持|必须|确保|全面|维护|文明|基本|着力|突破|转变|统筹|结合|到位|百年|五年|环境|问题|特点|原则|战略|积极性|能力|重点任务|抓手|要素|维度|领域|关系|意识|自信|五|一|问题|月|大|季度|时期|过程|高潮|世界|市场|国家|中心|根本|难题|转折|历史|伟大|成功|胜利|良好|好|美好|现代化|制度|样板|样子)"
)


def _chinese_counts(mention: Mention, plain: str, digit_counts: bool) -> bool:
    """Whether a Chinese numeral counts: not 一个 before a noun, no 三个方面; 垃圾填埋场一个 does."""
    after_it = bool(_ENDS.match(plain, mention.end)) and bool(
        _OBJECT_BEFORE.search(plain, max(0, mention.start - 1), mention.start)
    )
    if mention.unit == "倍":
        return True
    single = mention.value is not None and abs(mention.value) < 10
    if single and not digit_counts:
        return after_it and mention.value != 1
    if mention.value == 1:
        return after_it
    return after_it or not _ABSTRACT.match(plain, mention.end)
