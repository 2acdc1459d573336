"""The shapes that numbers have in a report: one expression for all of them."""

import re
from functools import cache

from township_analysis.lang.numerals import ARABIC, BROKEN, CHINESE_DIGITS
from township_analysis.lang.units import unit_pattern

_MULTIPLIER = r"(?:万[余多来]亿|[十百千]?[万亿]{1,2}|百(?!分)|千(?![米克瓦伏])|十(?!分))"
_INSIDE = r"[余多来几]"
_OF_HUNDRED_MILLIONS = r"(?:个(?=多?亿(?![元级吨])|[多余]小时))?"  # 4.9个亿, but 2个亿元项目; 9个多小时
_CHINESE = rf"(?:[{CHINESE_DIGITS}十百万亿拾佰仟]|千(?![米克瓦伏]))+(?:点[{CHINESE_DIGITS}]+[万亿]?)?"
_STEP = r"[万亿]+\d+(?:\.\d+)?(?:[千百万](?![米克瓦伏分])|(?=[余多来][万千百]))"  # 1万6千, 1亿2000(余)万
_FEW = r"千\d百?(?![\d米克瓦伏分.])|[百千](?=[余多来]万)"  # 1千2百, 3千(余万)
_SLIP = r"\d{1,4}[、·]\d{1,3}(?= ?[万亿%‰]|-\d)|\d{1,4}·\d{1,3}(?= ?(?:UNIT))"  # 、 or · for a decimal point
#: 4 12平方公里, 1 0 .3 %, 1 6842人: a copy that lost or gained blanks between its digits; only where a unit follows.
_SPACED = (
    r"(?<![\d.,])(?<![\d.,] )(?:\d{1,3}(?: \d{1,3})+(?: ?\. ?\d+(?: \d)*)?"
    r"|\d ?\. ?\d(?: \d)+|(?<=[^\s\d])\d \d{4})(?![\d.])"
    r"(?= ?[余多来几]? ?(?:[十百千万亿]|UNIT))"
)
#: 1⏎2248: a number that a line end broke.
_BROKEN = rf"\d+(?:\.\d+)?{BROKEN}\d+(?:\.\d+)?"
_COUNT = rf"(?:(?:{_SPACED}|{_BROKEN}|{_SLIP}|{ARABIC})(?:{_STEP}|{_FEW})?)"
_ANY = rf"(?:{_COUNT}|{_CHINESE})"
_TO = r" ?(?:-{1,2}|—{1,2}|~|至|到) ?"

#: Of what none is told to be there: 零事故, 零上访.
NONE_OF = (
    "发生|事故|死亡|上访|案件|投诉|伤亡|感染|确诊|传播|辍学|返贫|登记|发案|非访|信访|火灾|溺亡|复发|火[点情警]|着火|疫情|病例|违建|违章"
    "|欠薪|拖欠|差错|事件|失学|集访|越级|超生|积压|污染|举报"
)
_SHAPES = {
    "percent": rf"(?P<of>[百千])分之 ?(?P<p1>{ARABIC}|{_CHINESE})(?:{_TO}(?:[百千]分之)?(?P<p2>{ARABIC}|{_CHINESE}))?",
    "fraction": (
        rf"(?P<f>(?:\d+|[{CHINESE_DIGITS}十百]+)分之(?:\d+|[{CHINESE_DIGITS}十百]+))"
        r"|(?<![\d/.])(?P<fs>[1-9]/[1-9]\d?)(?=以上|左右|强|弱|的|[，。；、和与及])"
        r"|(?P<fh>(?<![另第])一半(?!天)|(?<!多)半数)"
    ),
    "tenths": (
        rf"(?P<t1>\d+(?:\.\d+)?|[{CHINESE_DIGITS}])(?:(?:-|至|到)?(?P<t2>\d|[{CHINESE_DIGITS}]))?"
        r"成(?P<th>半|[一二三四五六七八九])?(?:(?=[以多左，。；、)的]|[村居农牧渔]民|农户|群众|人口|劳动力|耕地|企业|职工|家庭|\Z)|(?<=[近约超达过占][一二三四五六七八九]成))"
    ),
    "rank": (
        rf"第(?P<r>\d+|[{CHINESE_DIGITS}十]+)(?:位|名)?|(?P<r1>首位|榜首)"
        r"|(?<=[由从的])(?P<rp>\d{1,3})位(?=(?:[上提跃晋]?升|前移|提高|下?降|后移)[到至])"
        r"|(?<=[升移高降][到至])(?P<rq>\d{1,3})位(?=[，。；、]|\Z)"
        rf"|(?<![提之此目])前(?!一(?:时期|阶段|段|届|周|天|[个年月季]))(?P<rt>\d+(?![\d.]*[%％‰])|[{CHINESE_DIGITS}十]+)(?:位|名|强)?"
    ),
    "number": (
        r"(?P<sign>零下|(?<![\u4e00-\u9fff])负|(?<=[为至到达是了])负|(?<=[气地水]温)[—–]"
        r"|(?<=[为达到])[—–](?=\d[\d.]* ?(?:℃|摄氏度))|(?<=[比、])[+](?=\d[\d.]*%)"
        r"|(?<![\dA-Za-z%) ])-)?"
        rf"(?P<n1>{_ANY}){_OF_HUNDRED_MILLIONS}(?: {{0,5}}(?P<h1>{_INSIDE}))?"
        rf"(?: {{0,5}}(?P<m1>{_MULTIPLIER}))?(?P<h2>{_INSIDE})?"
        rf"(?:(?P<u1>%|‰|UNIT)?{_TO}(?P<n2>{_ANY})(?: ?(?P<m2>{_MULTIPLIER}))?(?P<h3>{_INSIDE})?(?= ?UNIT))?"
        r" {0,2}(?:(?P<u>(?!(?<=[十百千万亿])项目(?!标))"
        r"(?:UNIT)(?:\((?:UNIT)(?:、(?:UNIT))*\))?|\((?:UNIT)\))(?P<half>半(?=[，。；、的以左]))?)?"
        rf"(?:(?<=[元圆])(?P<jiao>\d|[{CHINESE_DIGITS}])角(?:(?P<fen>\d|[{CHINESE_DIGITS}])分)?)?"
        rf"(?:(?<=亩)(?P<tenth>\d|[{CHINESE_DIGITS}])分(?=地|[，。；、)]|多|以上|左右|\Z))?"
    ),
    "bare": r"(?P<b>万亿|[十百千]?[万亿]|[百千])(?P<bh>[余多])?(?P<bu>UNIT|(?=大关))",
    "zero": (
        rf"(?<![清归批破])零(?=增长|{NONE_OF}|[，。；、\n]|\Z)"
        r"|(?<=[为至到])0(?=[，。；、)\n]|\Z)"
    ),
    "blank": (
        r"(?<![ \t])(?: {2,}+|\t++)(?P<gm>[万亿]*)"
        r"(?P<gu>元|亩|户|人次|人|名|%|吨|公里|个|平方米|公斤|家|件|起|次|场次|场|处|项|套|条|头|只|株|份|例)"
    ),
}  # fmt: skip
_GROUPS = ("percent", "fraction", "tenths", "rank", "bare", "zero", "blank", "bh", "p1", "f", "fs", "fh")
#: Every shape begins with one of these: looked for first, so that most characters cost one step and not one a shape.
_BEGINS = rf"[0-9{CHINESE_DIGITS}十百千万亿拾佰仟半负+\-—– \t第首榜前]"
ORDER = ("percent", "fraction", "tenths", "rank", "bare", "zero", "number", "blank")


@cache
def pattern() -> re.Pattern[str]:
    """Every shape, in the order in which they are tried at a place; the group of each has its name."""
    shapes = (f"(?P<{name}>{_SHAPES[name].replace('UNIT', unit_pattern())})" for name in ORDER)
    return re.compile(f"(?={_BEGINS})(?:{'|'.join(shapes)})")


@cache
def number_pattern() -> re.Pattern[str]:
    """A number alone, with the groups of the other shapes empty."""
    others = "".join(f"(?P<{name}>(?!))?" for name in _GROUPS)
    return re.compile(f"{others}(?P<number>{_SHAPES['number'].replace('UNIT', unit_pattern())})")
