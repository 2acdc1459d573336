"""Where numbers stand in a report: their shapes, values, units and hedges."""

import re
from collections.abc import Iterator

from township_analysis.figures.model import Mention
from township_analysis.figures.numbers.counting import counts
from township_analysis.figures.numbers.hedges import hedge_around, hedge_inside
from township_analysis.figures.numbers.shapes import ORDER, number_pattern, pattern
from township_analysis.figures.numbers.unstated import (
    money_left_out,
    points_of_list,
    unit_left_out,
    unit_of_bracket,
    unit_of_list,
)
from township_analysis.lang.numerals import adjacent_numbers, multiplier, number_value, tidy
from township_analysis.lang.units import units

_RANKED = re.compile(
    r"(?:由全|从全|全[国省市州县区镇乡](?:第.{1,3}、)?均?\Z|列|居|排|位|名|获|跃|进入|升[至到]|上升|夺得|取得|评为|保持|继续|蝉联|荣|评比|考核|倒数|排名|竞赛|比赛|测评)"
    r"[^，。；：]{0,16}\Z"
)
#: 从世界第六位上升到第四位: the place that one comes from.
_RANK_BASE = re.compile(r"[由从][^，。；：\d]{0,8}\Z")
_RANK_MOVES = re.compile(r"[^，。；\d]{0,2}?(?:上升|跃升|跃居|提升|提高|下降|前移|后移|升|降)(?:到|至|为)?第?")
_HEDGES = re.compile("[余多来]")
_WITH_GE = ("分点", "工日", "位次", "名次", "工作日")  # units that 个 may stand before
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}\Z")
_BARE_BEFORE = re.compile(
    r"(?:突破|不足|不到|超过?|达到?了?|过|近|约|上|逾|跨越|跨入|破|新增|建成|建设|打造|依托|[，。；、：的个座片]|有|做[强优大]|\d|发展|推进|壮大|巩固|创建|实施|完成|种植|流转|和|[稳保][定持]在)\Z"
)
#: 突破千亿元, 超百万人次: what a bare multiplier may be the amount of.
_MEASURES = frozenset(["money", "currency", "area", "mass", "length", "power", "energy", "volume"])
_COUNTED = frozenset(["person", "person-times", "household", "event", "count"])
_ABOUT_BEFORE = re.compile(r"(?:(?<!最)近|上|逾|超过?|约|突破|达到?)\Z")
_BLANK_BEFORE = re.compile(r"(?:达到?了?|为|共|计|约|实现|完成|投入|投资|新增|是|到|有|增长|下降)\Z")
_BLANK_ALONE = re.compile(r"(?<=[\u4e00-\u9fff])")
#: 投入300万对农贸市场进行改造: money, and no pairs.
_PAID = re.compile(r"(?:投入|投资|筹[资集]|资金|安排|出资)[^，。；\d]{0,6}\Z")
_STOPS = re.compile(r" *(?:[，。；、)\n]|\Z)")
_APART = re.compile(r"(?:分别|依次)[^，。；]*\Z")


def _percent(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    high = number_value(match["p2"]) if match["p2"] else None
    return number_value(match["p1"]), high, "%" if match["of"] == "百" else "‰"


def _fraction(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    if match["fh"]:
        return 0.5, None, ""
    if match["fs"]:
        above, _, below = match["fs"].partition("/")
        return tidy(int(above) / int(below)), None, ""
    return number_value(match["f"]), None, ""


def _tenths(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    behind = match["th"]
    below = 0.5 if behind == "半" else number_value(behind) / 10 if behind else 0
    return number_value(match["t1"]) + below, number_value(match["t2"]) if match["t2"] else None, "成"


def _rank(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    if place := match["rp"] or match["rq"]:
        return number_value(place), None, ""  # 位次由79位上升到71位
    start = max(0, match.start() - 24)
    moves = _RANK_BASE.search(plain, start, match.start()) and _RANK_MOVES.match(plain, match.end())
    if not moves and not _RANKED.search(plain, start, match.start()):
        return None
    return (1 if match["r1"] else number_value(match["r"] or match["rt"])), None, ""


def _bare(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    written = match["bu"] or money_left_out(match.start(), plain)
    unit = units().get(re.split("[/每]", written)[0])
    if unit is None:
        return None
    before = plain[max(0, match.start() - 4) : match.start()]
    bound = before.endswith("其中") and plain.startswith(("以上", "以下"), match.end())  # 大户86户，其中百亩以上32户
    measured = unit.dimension in _MEASURES and (bound or _BARE_BEFORE.search(before))
    counted = unit.kind in _COUNTED and (match["bh"] or _ABOUT_BEFORE.search(before))
    if not (measured or counted or (unit.dimension in ("area", "mass") and match.start() == 0)):
        return None
    return multiplier(match["b"]), None, written


def _zero(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    return 0, None, ""


def _blank(match: re.Match[str], plain: str) -> tuple[None, None, str] | None:
    """A gap with a unit behind a word that leads up to a number, or between a word and the end of its clause."""
    begins = match.start()
    led = _BLANK_BEFORE.search(plain, max(0, begins - 4), begins)
    alone = _BLANK_ALONE.match(plain, begins) and _STOPS.match(plain, match.end())
    return (None, None, match["gu"]) if led or alone else None


def _number(match: re.Match[str], plain: str) -> tuple[float, float | None, str] | None:
    low, high = _ends_of(match)
    unit = match["u"] or match["u1"]
    unit = unit.strip("()") if unit and unit.startswith("(") else unit
    if unit is None and (shared := unit_of_list(match, plain) or unit_of_bracket(match, plain)):
        scale, unit = shared
        low *= scale
    unit = unit_left_out(match, plain) if unit is None else unit
    unit = (points_of_list(match, plain) or unit) if unit == "个" else unit
    if unit is None:
        return None
    if unit == "千米" and not match["n1"][0].isdigit():
        low, high, unit = low * 1000, high and high * 1000, "米"  # 三千米
    sign = -1 if (match["sign"] or "+") != "+" else 1
    low = low * sign + _coins(match) + (0.5 if match["half"] else 0)
    return tidy(low), high and high * sign, unit.removeprefix("个") if unit.endswith(_WITH_GE) else unit


def _ends_of(match: re.Match[str]) -> tuple[float, float | None]:
    """The number, or the two ends of a range; 3-5万元: the multiplier holds for both, 500-1万元: it does not."""
    power = _HEDGES.sub("", match["m1"] or "")
    scale = multiplier(power)
    if adjacent := None if match["n2"] else adjacent_numbers(match["n1"]):
        return adjacent[0] * scale, adjacent[1] * scale
    low = number_value(match["n1"] + power)
    if not match["n2"]:
        return low, None
    top = multiplier(match["m2"] or "")
    high = tidy(number_value(match["n2"]) * top)
    return (low * top if not match["m1"] and low * top <= high else low), high


_BELOW = (("jiao", 0.1), ("fen", 0.01), ("tenth", 0.1))


def _coins(match: re.Match[str]) -> float:
    """What 角 and 分 behind 元 add, and 分 behind 亩: 二十一元五角, 一亩三分."""
    return sum(number_value(match[name]) * part for name, part in _BELOW if match[name])


_READERS = {
    "percent": _percent, "fraction": _fraction, "tenths": _tenths, "rank": _rank, "bare": _bare, "number": _number,
    "zero": _zero, "blank": _blank,
}  # fmt: skip


def find_mentions(plain: str, start: int, end: int) -> list[Mention]:
    """The figures of a stretch of aligned text that holds no dates, slogans or other numbers of no measure.

    >>> [(m.value, m.unit, m.hedge.approx) for m in find_mentions("茶园1.77万余亩，20多个", 0, 14)]
    [(17700, '亩', 'more'), (20, '个', 'more')]
    """
    found = []
    for match in _matches(plain, start, end):
        form = next(name for name in ORDER if match[name] is not None)
        if read := _READERS[form](match, plain):
            mention = _mention(match, plain, form, *read)
            if counts(mention, plain):
                found.append(mention)
    return found


def _matches(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numbers of a stretch; a range that is none (由5%到8%) as its two ends."""
    while match := pattern().search(plain, start, end):
        if match["n2"] and _FROM.search(plain, max(0, match.start() - 20), match.start()):
            match = pattern().match(plain, match.start(), match.start("n2")) or match
        elif match["rt"] and not _rank(match, plain):  # 9月底前24户
            match = number_pattern().match(plain, match.start("rt"), end) or match
        elif match["bare"] and match["b"][0] == "十" and not _bare(match, plain):  # 十亿多人口 is a number, no size
            match = number_pattern().match(plain, match.start(), end) or match
        elif match["u"] == "对" and match["m1"] and _PAID.search(plain, max(0, match.start() - 12), match.start()):
            match = number_pattern().match(plain, match.start(), match.start("u")) or match
        elif "、" in (match["n1"] or "") and _APART.search(plain, max(0, match.start() - 16), match.start()):
            ends = plain.index("、", match.start())  # 分别为3、5万元 are two numbers
            match = number_pattern().match(plain, match.start(), ends) or match
        yield match
        start = match.end()


def _mention(
    match: re.Match[str], plain: str, form: str, value: float | None, value_max: float | None, unit: str
) -> Mention:
    groups = match.groupdict()
    within = _HEDGES.search(groups["m1"] or "")  # 3万多亿元
    inside = hedge_inside(groups["h1"] or groups["h2"] or groups["h3"] or groups["bh"] or (within[0] if within else ""))
    hedge = hedge_around(plain, match.start(), match.end(), inside)
    numeral = groups["n1"] or groups["p1"] or groups["f"] or ""
    return Mention(
        match.start(), match.end(), value, value_max, unit, hedge, form,
        chinese=bool(numeral) and not numeral[0].isdigit(),
    )  # fmt: skip
