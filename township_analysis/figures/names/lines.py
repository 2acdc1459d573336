"""What a line is about: 乡镇企业在整顿中前进。…上交税金4.7万元 tells of the taxes of 乡镇企业."""

import re
from collections.abc import Callable

from township_analysis.figures.model import Figure
from township_analysis.figures.names.topics import before_predicate

_LONGEST = 30  # characters of the sentence that a line begins with
_NUMBERED = re.compile(
    r"[\s\x01]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第?[一二三四五六七八九十][是、要]|——)?\s*"
)
#: What has output, taxes and staff of its own; health, work and life have none.
_TRADES = re.compile(
    r"(?!(?:国民|区域|县域)?经济)[\u4e00-\u9fff]{0,8}(?:企业|产业|[农工林牧渔商游造筑工贸流殖植]业|经营?主体|经济|合作社|农场|个体户|工商户)"
)
#: What they have, with no word for whose it is.
_OF_TRADES = re.compile(
    r"(?:现有|共有)?(?:从业人员|职工|用工|总?产值|总?产量|增加值|总量|(?:(?:上[交缴]|缴纳|入库|实现)(?:国家)?)?(?:税金|税收|税款|利税|利润)"
    r"|(?:营业|销售|经营|综合|总)?收入|销售额|固定资产)(?:(?:同比|环比)?(?:增长|下降|增加|减少))?"
)


def topic_of_line(plain: str, line: int, start: int) -> str:
    """The trade that the sentence before, or a line's first one, is about; ``""`` where these count or name none.

    Args:
        plain: The text.
        line: Where the line begins.
        start: Where the sentence asked about begins in it.
    """
    last = plain[max(line, start - 2 * _LONGEST) : start].rstrip("。 ").rpartition("。")[2]
    first, stop, _ = plain[line : min(start, line + 2 * _LONGEST)].partition("。")
    return (_trade(last) or _trade(first)) if stop else ""


def _trade(sentence: str) -> str:
    """The trade that a sentence without a number says something of: 乡镇企业在整顿中前进."""
    bare = _NUMBERED.sub("", sentence, count=1)
    if len(bare) > _LONGEST or re.search(r"\d", bare):
        return ""
    noun = before_predicate(bare)
    return noun if noun != bare and _TRADES.fullmatch(noun) else ""


def with_line(told: Callable[[], str], figures: list[Figure], index: int, name: str) -> str:
    """The name of what trades have, with the one that its line is about, where no clause turns to another."""
    if not _OF_TRADES.fullmatch(name) or not (topic := told()):
        return name
    counting = {figure.clause for figure in figures[:index]}
    return topic + name if len(counting | {figures[index].clause}) > figures[index].clause else name
