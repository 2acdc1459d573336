"""The members of a list, each with what is said once of all of them: 小麦和玉米产量."""

import re

from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.suffixes import ASIDE
from township_analysis.figures.words import act_pattern, is_aspect, strip_lead, strip_link
from township_analysis.lang.numerals import number_value

_AND = re.compile(r"[、和与]|以及|(?<![涉普])及")
_LAST_AND = re.compile(r"、|(?:和|以及)(?=[^、]*\Z)")  # 食品、设备用品及维修服务、居住的价格
#: Two in one word: 存贷款余额分别增长.
_BOTH = {
    "存贷款": ("存款", "贷款"),
    "内外资": ("内资", "外资"),
    "国地税": ("国税", "地税"),
    **dict.fromkeys(("存、出栏", "存出栏"), ("存栏", "出栏")),
    "存、贷款": ("存款", "贷款"),
    "收支": ("收入", "支出"),
    "城乡": ("城镇", "农村"),
}
_AMOUNTS = tuple("率额量值数次费款价")  # last characters of what is a measure by itself
_ITSELF = ("量", "率", "额")  # 化学需氧量、二氧化硫排放量: the first lacks nothing
#: Shorter than what they stand beside: 城镇和农村居民.
_GROUPS = ("城镇", "农村", "城市", "第一", "第二", "男性")
#: What the members of a list are measured by, said once, behind the last of them: 小麦和玉米产量.
_MEASURE = re.compile(
    r"(?:(?:人均|户均|亩均)?(?:可支配|纯)?收入|产值|增加值|(?:播种|种植养殖|种养殖?|种植|养殖|造林|建筑)?面积|产量|(?:进出口)?总[额值]|(?:[存贷]款|存贷款)?余额|(?:排放)?总?量(?<=总量|放量)|(?:参保|参合|缴费|就业|在校)?[人户起件次]数|人次|批次|支出|存栏量?|出栏量?|[保拥]有量|(?:毛|保健|集中|安全|有效|综合|规范化?|抽检|检验|按期|无害化|标准化|产品|任务)?[\u4e00-\u9fff]{2}率|进?出口额?|零售额|销售额|营业收入|投资|分红|利润|营收|警情|案件|(?:(?:救助|补助|补贴|保障|供养|生活)?(?:最低|平均)?)标准|的?价格)\Z"
)
#: The words that count a list at its end.
_SUM = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<count>[两二三四五六七八九])(?:大|类)(?:主导|特色|支柱|优势|主要|重点|传统)?(?:产业|作物|行业|品种|产品|畜种)的?"
)
#: What needs no measure behind it.
_WHOLE = re.compile(r"(?:GDP|总值|税收?|进出口|用电|外资|存款|贷款|消费品|储蓄|游客|能耗|强度)\Z")


def listed(text: str, count: int) -> list[str]:
    """The names of a list, the shared head given to all: 城镇和农村居民收入 → 城镇居民收入, 农村居民收入."""
    text = _summed_up(text, count)
    phrase = ASIDE.sub("", left_phrase(text))
    both = next((word for word in _BOTH if word in phrase), None)
    of_both = both and len([part for part in _AND.split(phrase.replace(both, "")) if _MEASURE.search(part)]) < 2
    if count == 2 and both and of_both:
        return [phrase.replace(both, one) for one in _BOTH[both]]
    told = strip_link(ASIDE.sub("", text.strip("\x01， ")))
    for marks in (_AND, _LAST_AND) if count > 2 else (_AND,):
        parts = marks.split(told)
        whole = [_member(part) for part in parts]
        whole = whole if len({part[:2] for part in whole}) > 1 else parts  # 满意和基本满意率
        if len(whole) == count and all(2 <= len(part) <= 14 for part in whole):
            return _with_tail(whole)
    parts = [part for part in _AND.split(phrase) if part]
    return _with_tail(parts) if len(parts) == count else []


def _summed_up(text: str, count: int) -> str:
    """A list without the words that count it: 茶叶、蔬菜、药材三大产业面积 → 茶叶、蔬菜、药材面积."""
    found = _SUM.search(text)
    return text[: found.start()] + text[found.end() :] if found and number_value(found["count"]) == count else text


def _member(part: str) -> str:
    """A member without the words before it; its verb stays where nothing else tells it apart: 建成项目."""
    bare = strip_lead(part)
    return part if bare in ("项目", "企业", "工程", "面积", "资金") else bare


def _with_tail(parts: list[str]) -> list[str]:
    """Members of a list with what is said of all of them behind the last, or before the first."""
    short, last = parts[0], parts[-1]
    measure = _MEASURE.search(last)
    if short[-2:] == last[-2:]:
        return parts  # 省外游客、过夜游客
    akin = (len(short) < 6 or short[:2] == last[:2]) and not (act_pattern().match(last) or short.endswith(_ITSELF))
    same_end = short[-1] == last[len(short) - 1 : len(short)]
    alike = short in _GROUPS or same_end or not measure
    if akin and alike and all(len(part) == len(short) for part in parts[:-1]) and len(last) >= len(short) + 2:
        return [*[part + last[len(short) :] for part in parts[:-1]], last]
    mixed = any(_MEASURE.search(part) for part in parts[:-1])
    if measure and measure.start() and (not mixed or measure[0].endswith("率")):
        parts = _measured(parts)
    first = _measure_at(short)
    told = all(is_aspect(part) or _MEASURE.fullmatch(part) for part in parts[1:])
    if first > 1 and told and not ("税收" in parts and short.startswith("财政", first - 2)):
        return [short, *[short[:first].removesuffix("总") + part for part in parts[1:]]]
    return parts


def _measure_at(part: str) -> int:
    """Where the measure or aspect at the end of a member begins: 诈骗案件发案数 → 4; 0 where there is none."""
    measure = _MEASURE.search(part)
    aspect = next((at for at in range(2, len(part) - 1) if is_aspect(part[at:])), 0)
    return measure.start() if measure else aspect


def _measured(parts: list[str]) -> list[str]:
    """Each part with its measure: 大豆, 玉米播种面积 → 大豆播种面积, 玉米播种面积."""
    out, tail = [], ""
    for part in reversed(parts):
        own = _MEASURE.search(part)
        whole = own or is_aspect(part) or part.endswith(_AMOUNTS) or _WHOLE.search(part)
        out.append(part if whole else part + tail[2 * part.endswith(tail[:2]) :])
        tail = own[0] if own else tail
    return out[::-1]
