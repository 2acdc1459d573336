"""A figure's name without what does not tell the indicator: place and light verb before, movement and rank behind."""

import re
from collections.abc import Iterator
from functools import cache

# Brackets and quotes are written or left out at will: 村(居)民小组, “四旁”植树.
_MARKS = re.compile(r"[\s“”‘’\"'()（）《》、·]")
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,})\1")  # 参保参保率
_SAME = (("规模以上", "规上"), ("新型农村合作医疗(新农合)", "新型农村合作医疗"))

# What stands before a name and only says whose, when, or that it is so.
_LEAD = re.compile(
    r"^(?:全[镇乡县市区省州国村旗]|我[镇乡县市区省州国]|本[镇乡县市区]|全街道|街道|辖区内?|境内|镇村|"
    r"年末|年底|期末|全年|当年|今年|去年|本年度?|上年末?|当季|当月|上半年|前三季度|一季度|目前|截至目前|"
    r"实现|实际|完成|达到?|预计|力争|确保|争取|保持|累计|共计?|合计|总计|拥有|现有|共有|实有|建有|设有|下设|下辖|辖|有|其中|稳步|年均|"
    r"[一二三四五六七八九十两][减增改提压稳][一二三四五六七八九十两][减增改提压稳]|"
    r"[\u4e00-\u9fff]{1,3}[^城乡集村县市](?:镇|乡|街道)|[\u4e00-\u9fff]{1,2}[^城超门股](?:省|市|县|州|自治区))(?=..)"
)
# What a level's name may end with though it is not part of it: 生猪存栏恢复(到).
_FILL = re.compile(r"(?:达到?|恢复到?|稳定在?|保持在?|增长到|增加到|提高到|突破|实现|为|共|约|有|仍|合计|总计)$")
_MOVE = (
    r"(?:增长|增加|增速|增幅|净增|调增|增|上升|提高|提升|上涨|涨幅|升|下降|降低|降幅|减少|减幅|调减|下滑|下跌|回落|缩减|压减|"
    r"扩大|缩小|收窄|加快|翻番|倍数)"
)
_THAN = r"(?:比|较|与|同)(?:上年|去年|前年|年初|上年末|上年底|上月|\d{4}年)?(?:同期)?(?:相比)?"
# What a growth's or change's name ends with: 比上年增长, 累计下降, 净增增长.
_TAIL = re.compile(
    rf"(?:(?:同比|环比)?(?:增速|增长|增幅)?(?:高于|低于|快于)(?:全[国省市县区州]|[省市县])?(?:同期)?(?:平均)?(?:水平)?|(?:{_THAN}|同比|环比|净|年均|累计|总体|平均|总量|实现|首次|持续|实际|名义|可比口径)*{_MOVE}"
    r"(?:率|幅度|幅|速度|速|倍数|面积|产量|人数|户数|数量|金额)?)$"
)
_FRONT = re.compile(r"^(?:净|共|累计)?(?:增加|减少|调减|调增|扩大|压减|压缩|净增|新增)了?")
_INNER = re.compile(r"(?:调减|调增|增加|减少|净增|扩大)(?=(?:面积|产量|人数|户数|数量|金额)$)")
_RANK = re.compile(
    r"(?:总量|增速|增幅|增长)?(?:位|列|居|排|位列|位居)?(?:在?全[省市县区国州][\u4e00-\u9fff]{0,4}?)?(?:第)?"
    r"(?:排名|排位|位次|名次|位)$"
)
_DONE = re.compile(
    r"(?:(?:占|完成)(?:[全年][省市县区国州度]*|[\u4e00-\u9fff]{0,8})?(?:目标|任务|计划|预算|指标)+数?的?(?:比例|率|百分比|进度)?|"
    r"完成(?:率|比例|进度)|相当于[\u4e00-\u9fff\d]{0,14}比例)$"
)
_PART = re.compile(r"占[\u4e00-\u9fff]{1,14}(?:比重|比例|百分比)$|(?:所)?占(?:比重?|比例|的比重)$")
# What a name may end with beside its unit's dimension.
_SUFFIX = {
    "persons": re.compile(r"(?:总?人数|人口数|数量)$"),
    "person-times": re.compile(r"(?:总?人次数?|总?人数|数量)$"),
    "households": re.compile(r"(?:总?户数|总数|户)$"),
    "money": re.compile(r"(?:总?金额|资金|额)$"),
    "area": re.compile(r"(?:(?:播种|种植|栽种|栽培|移栽|播栽)总?)?(?:面积)?$"),
    "length": re.compile(r"(?:总?里程|总?长度?)$"),
    "count": re.compile(r"(?:总数|个数|数量|次数|场数|件数|起数|数)$"),
}
_SOWN = re.compile(r"^(?:常年)?(?:种植|播种|栽种)(?=..)")


@cache
def canonical(name: str) -> str:
    """The name without brackets, quotes and spaces, 规模以上 as 规上.

    Example:
        >>> canonical("规模以上工业企业"), canonical("村(居)民小组")
        ('规上工业企业', '村居民小组')
    """
    for written, same in _SAME:
        name = name.replace(written, same)
    return _TWICE.sub(r"\1", _MARKS.sub("", name))


def bare(name: str, dimension: str) -> str:
    """The name without the word that only repeats the dimension.

    Example:
        >>> bare("城市低保户数", "households"), bare("玉米播种面积", "area")
        ('城市低保', '玉米')
    """
    suffix = _SUFFIX.get("money" if dimension == "currency" else dimension)
    short = suffix.sub("", name, count=1) if suffix else name
    if dimension == "area":
        short = _SOWN.sub("", short)
    if dimension == "households" and suffix:
        short = suffix.sub("", short, count=1) or short
    return short or name


def candidates(name: str, kind: str) -> Iterator[str]:
    """What of a name may be the indicator's, the whole first.

    Args:
        name: A canonical name.
        kind: Of the row; a level keeps its movement (新增…, 减少… name another indicator).

    Example:
        >>> list(candidates("高峰镇贫困发生率", "share"))
        ['高峰镇贫困发生率', '贫困发生率']
    """
    seen = set()
    for ended in _ended(name, kind):
        for led in _led(ended):
            if led not in seen:
                seen.add(led)
                yield led


def _led(name: str) -> Iterator[str]:
    yield name
    while lead := _LEAD.match(name):
        name = name[lead.end() :]
        yield name


def _ended(name: str, kind: str) -> Iterator[str]:
    """The name, then without each ending that its kind allows."""
    yield name
    if kind == "level" and (fill := _FILL.search(name)) and fill.start() > 1:
        yield name[: fill.start()]
    if kind == "rank" and (rank := _RANK.search(name)):
        name = name[: rank.start()]
        yield name
    if kind in ("growth", "change", "rank"):
        yield from _unmoved(name)
    if kind in ("share", "change", "growth"):
        for ending in (_DONE, _PART):
            stem = _without_moves(name)
            if (found := ending.search(stem)) and found.start() > 1:
                yield from _unmoved(stem[: found.start()], whole=True)
                yield _FILL.sub("", stem[: found.start()])


def _unmoved(name: str, whole: bool = False) -> Iterator[str]:
    if whole:
        yield name
    if inner := _INNER.search(name):
        yield name[: inner.start()] + name[inner.end() :]
    while (tail := _TAIL.search(name)) and tail.start() > 1:
        name = name[: tail.start()]
        yield name
    if front := _FRONT.match(name):
        yield name[front.end() :]


def _without_moves(name: str) -> str:
    *_, last = name, *_unmoved(name)
    return last
