"""What a line is about: 乡镇企业在整顿中前进。…上交税金4.7万元 tells of the taxes of 乡镇企业."""

import re
from collections.abc import Callable

from township_analysis.figures.model import Figure
from township_analysis.figures.names.topics import before_predicate

#: A clause that only says when: 到2015年，.
_WHEN = re.compile(r"[\x00\x01到至在截止 ]*(?:全年|年?[底末]|目前|期间)?")
_MARK = re.compile("[，。；：]")
#: The economy of counties, told by 县域 alone, and what it has.
_COUNTY = re.compile(r"[县镇市]域(?=经济)")
_OF_COUNTY = re.compile(r"(?:地区)?生产总值|GDP|[\u4e00-\u9fff]{0,6}(?:收入|增加值|投资|总产值|零售总额|人口)")
_SHARE = re.compile(r"占全[国省市州县区](?:的?比重)?\Z")
_ALL_TRADES = ("产业", "经济", "企业", "行业", "第二产业", "第三产业", "主导产业", "特色产业")
_HEADING = 20  # characters of a heading over a line
_LONGEST = 30  # characters of the sentence that a line begins with
#: How a line or a heading in it is numbered.
NUMBERED = re.compile(
    r"[\s\x01]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第?[一二三四五六七八九十][是、要]|——)?\s*"
)
#: What has output, taxes and staff of its own; health, work and life have none.
_TRADES = re.compile(
    r"(?!(?:国民|区域|县域)?经济|培育|发展|壮大|做[大强]|引进|支持|推进|加快)[\u4e00-\u9fff]{0,8}(?:企业|产业|[农工林牧渔商游造筑贸流殖植纸药矿材织糖酒烟茶果菌畜禽蚕]业|经营?主体|经济|合作社|农场|个体户|工商户)"
)
#: 做强中草药产业, 抓好烤烟生产: what is furthered, and no more said.
_FURTHERED = re.compile(
    r"(?:做[大强优精细实]|抓[好实牢紧]?|狠抓|发展|壮大|培育|推进|推动|巩固|提升|稳定|调优|突出|大力|积极|着力|加快|持续|继续|不断|稳步)+"
    r"(?P<what>[\u4e00-\u9fff]{2,8}?(?:产业|[果茶桑菜]业|(?P<grown>生产|种植|养殖)))(?:发展|建设)?"
)
#: What such firms earned, behind which their taxes stand alone: 规上企业发展到9家，主营业务收入28亿元、利税2亿元.
_OF_TRADES_INCOME = re.compile(r"(?:主营业务|营业|销售)收入\Z")
_OF_A_FIRM = re.compile(r"[\x00\x01 ]*[\u4e00-\u9fff]{2,10}(?:[^工建办]厂|公司|集团|合作社)(?![房区商家长])")
#: What can be told of in the next sentence by its number alone: 居民储蓄大幅度增加。年末达到1623万元.
_MEASURE = re.compile(
    r"(?<=..)(?:储蓄|存款|贷款|收入|产值|产量|总产|增加值|面积|余额|总额|人口|税收|投资|销售额|营业额)\Z"
)
#: Firms that are counted.
_FIRMS = re.compile(r"[\u4e00-\u9fff]{2,6}企业")
#: What they have, with no word for whose it is.
_GROWN = r"(?:种植|养殖|播种|栽植|栽培)(?:总?规模|总?面积)|(?:年|总)?(?:存栏|出栏|饲养)(?:量|规模)?"
_OF_TRADES = re.compile(
    rf"(?:现有|共有)?(?:{_GROWN}|从业人员|职工|用工|总?产值|总?产量|增加值|总量|(?:(?:上[交缴]|缴纳|入库|实现)(?:国家)?)?(?:税金|税收|税款|利税|利润)"
    r"|接待人[次数]|就业人数|(?:营业|销售|经营|综合|总)?收入|销售额|固定资产)(?:(?:同比|环比)?(?:增长|下降|增加|减少))?"
)


def topic_of_line(
    plain: str, line: int, start: int, asked: Callable[[str], str] | None = None, *, of_last: bool = False
) -> str:
    """The trade that the sentence before, a line's first one, or the heading over it is about; ``""`` for none.

    Args:
        plain: The text.
        line: Where the line begins.
        start: Where the sentence asked about begins in it.
        asked: What finds something else than a trade in a line's first sentence or the heading over it.
        of_last: Ask that of the sentence before, and not of the line's first.
    """
    last = plain[max(line, start - 2 * _LONGEST) : start].rstrip("。 ").rpartition("。")[2]
    first, stop, _ = plain[line : min(start, line + 2 * _LONGEST)].partition("。")
    about = asked or _trade
    if stop and (
        told := asked(last if of_last else first) if asked else _trade(last) or _trade(first) or _trade_first(last)
    ):
        return told
    begins = plain.rfind("\n", max(0, line - 2 - _HEADING), max(0, line - 1)) + 1
    return about(plain[begins : line - 1]) if begins < line - 1 <= begins + _HEADING else ""


def _trade(sentence: str) -> str:
    """The trade that a sentence without a number says something of: 乡镇企业在整顿中前进."""
    bare = NUMBERED.sub("", sentence, count=1)
    if len(bare) > _LONGEST or re.search(r"\d", bare):
        return ""
    if furthered := _FURTHERED.fullmatch(bare):
        return furthered["what"].removesuffix(furthered["grown"] or "产业")
    noun = before_predicate(bare)
    return noun if _TRADES.fullmatch(noun) and noun not in _ALL_TRADES else ""


def _trade_first(sentence: str) -> str:
    """The trade that a sentence begins with, before it counts: 乡镇企业稳步发展，全年完成产值3亿元."""
    clause, _, counts = sentence.partition("，")
    return _trade(clause) if counts and before_predicate(clause) != clause else ""


def measure_before(sentence: str) -> str:
    """The measure that a sentence without a number tells of: 居民储蓄 of 居民储蓄大幅度增加; else ``""``."""
    bare = NUMBERED.sub("", sentence, count=1)
    noun = before_predicate(bare) if len(bare) <= _LONGEST and not re.search(r"\d", bare) else ""
    return noun if _MEASURE.search(noun) and noun != bare else ""


def with_trade(figures: list[Figure], index: int, names: list[str]) -> list[str]:
    """Names of what a trade has, with the one that the clause before says something of: 民营经济加快发展，税收占…."""
    bare = [_SHARE.sub("", name) for name in names]
    of_county, of_trades = (all(map(of.fullmatch, bare)) for of in (_OF_COUNTY, _OF_TRADES))
    if not of_county and not of_trades:
        return names
    county = _COUNTY.match(clause := _clause_before(figures, index))
    trade = county[0] if county else _trade(clause) if before_predicate(clause) != clause else ""
    return [trade + name for name in names] if trade and (of_county if county else of_trades) else names


def _clause_before(figures: list[Figure], index: int) -> str:
    """The clause before a figure's own, where it has no number; else ``""``."""
    clauses = _MARK.split(figures[index].before)[:-1]
    clause = clauses[-1].strip("\x00\x01 ") if clauses else ""
    return "" if re.search(r"\d", clause) else clause


def _counted_trade(figures: list[Figure], index: int) -> str:
    """The firms counted before, whose output and taxes are told next: 规上企业发展到9家，税金418万元."""
    near = (f for f in reversed(figures[:index]) if "；" not in figures[index].text[f.behind : figures[index].at])
    counted = next((f for f in near if f.unit_kind == "count" or _OF_TRADES_INCOME.search(f.name)), None)
    firms = counted is not None and counted.kind == "level" and _FIRMS.fullmatch(counted.name)
    return counted.name if counted and firms else ""


def with_line(told: Callable[..., str], figures: list[Figure], index: int, name: str) -> str:
    """The name of what trades have, with the one that its line is about, where no clause turns to another."""
    if figures[index].rule != "pair" and (whole := with_trade(figures, index, [name])[0]) != name:
        return whole
    if not _OF_TRADES.fullmatch(name) or not (topic := _counted_trade(figures, index) or told()):
        return name
    before = figures[index - 1] if index else None
    if before and figures[index].clause - before.clause == 1 and _OF_A_FIRM.match(before.left):
        return name  # 乡棉油厂完成产值1850万元，上交税金96万元
    if topic == _counted_trade(figures, index):
        figures[index].subject = topic
        return topic + name
    counting = {figure.clause for figure in figures[: index + 1]}
    clauses = _MARK.split(figures[index].before)[:-1]
    if any(at not in counting and not _WHEN.fullmatch(clause) for at, clause in enumerate(clauses)):
        return name
    figures[index].subject = topic
    return (topic.removesuffix("产业") if re.match(_GROWN, name) else topic) + name
