"""Names taken over from the figure before: 由A增长到B, 增加12户，达到85户, 高于全县平均水平1.2个百分点."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.names.earlier import is_budgeted, last_named
from township_analysis.figures.names.moving import OF_GROWTH, RELATIVE
from township_analysis.figures.names.nearest import nearest
from township_analysis.figures.words import is_aspect

#: The value of the year before, to which this one is compared: 较上年的6318元净增918元.
_FORMER = re.compile(r"[较比与](?:上年|去年|现有|原有|原来|目前|\x01+)(?:同期)?的?")
#: The aim that it is compared to: 比计划目标1.5亿元超4200万元.
_AIMED_AT = re.compile(
    r"[较比](?:\x01+)?的?(?P<aim>(?:“[^“”]{2,6}”)?(?:年初|年度|全年|规划|既定)?(?:计划目标|目标|计划|预算|任务)数?)的?"
)
#: 确保1200万元、力争1250万元: the second is a further target of the first.
_STRIVEN = re.compile(r"[，、]?(?:力?争|争取)(?:达到?|完成|突破)?")
_ENSURED = re.compile(r"(?:确?保|保证)(?:达到?|完成|实现)?\s*\Z")
_REACHES = re.compile(
    r"(?:力争|争取|确保|预计|有望|可望)|(?:力争|争取|确保|预计|有望|可望)?(?:总量|总数|累计|首次|成功)?(?:达到?了?|至|突破了?|超过?了?|跨过|跃上|迈上)"
)
#: 净增合作社3家，总数达21家: all there are, and not those that were added.
_IN_ALL = re.compile(r"总量|总数|累计")
_ADDED = re.compile(r"\A(?:净增加?|新增|增加)(?:各[类种])?(?=..)")
_DATED = re.compile("在?\x01+年?")
#: What may stand between a year and its number: 2020年进一步提高到.
_TOLD = r"(?:又|则|就|已|为|是|有|达|到|至|约|进一步|提高|增加|增长|上升|下降|降|减少|只|仅)*"
_YEAR_ALONE = re.compile(rf"[到至]?\x01+{_TOLD}")
_YEAR_AT_END = re.compile(rf"\A[，、； ]*\x01|\x01{_TOLD}\Z")
_ABOVE = re.compile(
    r"(?P<base>[^，]*?)(?P<rest>(?:高于|低于|[塌欠](?=目标|计划|任务|预期|进度)|快于|慢于|好于|优于|高出|多于|领先|超出|超过(?=[^，]*(?:任务|目标|计划|预期))|超过?(?=全[国省市州县区][^，]*平均))"
    r"(?:[\u4e00-\u9fff]{2,12}?|(?=\x01))[ \x01]*)"
)
#: What is said of less than was aimed at.
_SHORT_OF = re.compile(r"\A[塌欠]")
#: The same of an amount: 比全省平均高1.2万元.
_THAN_OTHERS = re.compile(
    r"(?P<base>(?:增速|增幅|涨幅|降幅)?)(?P<rest>[比较](?:全[球国省市州县区]|周边|省里|市里|规划|计划|预期|目标|[\u4e00-\u9fff]{1,8}(?:指标|目标|任务|标准|要求))(?:平均(?:水平)?|增速|增幅|目标|预期)*(?:要?[高低快慢]|多|少)出?"
    r"|(?:高于|低于|高出|低出|领先)全[国省市州县区](?:平均(?:水平)?)?)"
)
_BY_THEN = re.compile(r"\A[到至]\x01+|\x01+|\A ?[:：] ?1(?:00)?(?!\d)")  # 收入比由3.1:1缩小到2.9:1
_REACHED = re.compile(r"(?:已|总体)?(?:达到?|升至|提升至|降至|至|为)")
#: At which prices a value is reckoned: (90年不变价为.
_PRICES = re.compile(
    r"[按以其中]*(?P<prices>(?:\d\d年|\x01)?(?:不变价|可比价|现行?价|当年价)格?)"
    r"(?:计算?|则|约|合|[为达是])*"
)
_AT_PRICES = re.compile(r"\(?(?:不变价|可比价|现行?价|当年价)格?(?:计算)?\)?\Z")
_IS_SHARE = re.compile(r"(?:率|比重|占比|比例|份额)\Z")
_EQUALS = re.compile(r"(?:相当于|是|为|(?P<back>恢复)[到至])\x01+的")


def again_name(figures: list[Figure], index: int, left: str) -> str:
    """由A增长到B: both have one name; and 相当于某年的91%."""
    for rule in (
        _at_other_prices,
        _dated_too,
        _ranked_too,
        _share_reached,
        _striven_name,
        _led_to,
        _former_name,
        _changed_to,
        _equal_to,
        _above_name,
    ):
        if (name := rule(figures, index)) is not None:
            return name
    return ""


def above_other(figure: Figure) -> re.Match[str] | None:
    """高于全县平均水平1.2个百分点: a distance to something else, which other words of the sentence pass over."""
    told = figure.left.lstrip(" \x01")
    above = _ABOVE.fullmatch(told) if figure.unit_kind in RELATIVE else None
    return above or _THAN_OTHERS.fullmatch(told.rstrip(" \x01"))


def _at_other_prices(figures: list[Figure], index: int) -> str | None:
    """农业总产值61284万元(90年不变价38950万元): the same at the prices of another year."""
    figure, before = figures[index], figures[index - 1] if index else None
    told = _PRICES.fullmatch(figure.left.strip("，、( \x01")) if "价" in figure.left else None
    if not told or not before or not before.name or before.mention.unit != figure.mention.unit:
        return None
    figure.subject = before.subject
    return f"{_AT_PRICES.sub('', before.name)}({told['prices']})"


def _dated_too(figures: list[Figure], index: int) -> str | None:
    """人均收入，2019年4120元，2020年4560元: the same of another year."""
    figure, before = figures[index], figures[index - 1] if index else None
    if not before or not before.name or before.mention.unit != figure.mention.unit:
        return None
    if figure.kind not in ("level", "share") or before.kind != figure.kind:
        return None
    if not _YEAR_ALONE.fullmatch(figure.left.strip("，、； ")) or not _YEAR_AT_END.search(before.left):
        return None
    figure.subject = before.subject
    return before.name


def _ranked_too(figures: list[Figure], index: int) -> str | None:
    """里程居全国第四、突破1万公里: how much it is that takes the rank."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or before.kind != "rank" or not figure.item or figure.unit_kind in RELATIVE:
        return None
    left = figure.left.strip("、 ")
    hedged = not left and figure.mention.hedge.start < figure.mention.start
    figure.subject = before.subject if hedged or _REACHED.fullmatch(left) else figure.subject
    return before.subject if hedged or _REACHED.fullmatch(left) else None


def _led_to(figures: list[Figure], index: int) -> str | None:
    """增加12户，达到85户: the level that a change or growth led to; 里程新增17公里、突破70公里, too."""
    figure, before = figures[index], figures[index - 1] if index else None
    new = before is not None and before.name.endswith(("新增", "净增"))
    moved = before if before and (new or before.kind in ("change", "growth")) else None
    words_between = _DATED.sub("", figure.left).strip("、， ")
    hedged = not words_between and figure.mention.hedge.start < figure.mention.start  # 增长8%，突破1.2亿元
    if not moved or not _of_one_kind(moved, figure) or not (hedged or _REACHES.fullmatch(words_between)):
        return None
    subject = moved.name[: -len("新增")] if new else moved.subject
    figure.subject = _ADDED.sub("", subject) if _IN_ALL.match(words_between) else subject
    return figure.subject


def _of_one_kind(moved: Figure, figure: Figure) -> bool:
    """True where a level can be what a change or growth leads to: 增加12户，达到85户; 增长8%，达到1.2亿元."""
    return moved.mention.unit == figure.mention.unit or (moved.kind == "growth" and figure.kind == "level")


def _former_name(figures: list[Figure], index: int) -> str | None:
    """较上年的6318元: the value of the year before, under the name of this year's."""
    figure = figures[index]
    left = figure.left.strip("、，（( ")
    aim = _AIMED_AT.fullmatch(left)
    if not aim and not _FORMER.fullmatch(left):
        return None
    alike = [f for f in figures[:index] if f.name and f.kind == "level" and f.mention.unit == figure.mention.unit]
    earlier = next((f for f in reversed(alike) if not is_budgeted(f)), last_named(figures, index))
    if not earlier or earlier.mention.unit != figure.mention.unit:
        return None
    figure.subject = earlier.subject
    return earlier.name + aim["aim"] if aim else earlier.name


def _striven_name(figures: list[Figure], index: int) -> str | None:
    """确保1200万元、力争1250万元."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or not _STRIVEN.fullmatch(figure.left.replace("\x01", "")):
        return None
    if before.kind == "growth" and before.mention.unit == figure.mention.unit:
        figure.kind, figure.subject = "growth", before.subject
        return before.name + "力争目标"  # 生产总值增长11%，力争12%
    return before.name + "力争目标" if _is_ensured(before) else None


def _is_ensured(figure: Figure) -> bool:
    """True for what is to be reached at least: 确保税收1200万元, 总产保3亿公斤."""
    return "确保" in figure.left or bool(_ENSURED.search(figure.left))


def _changed_to(figures: list[Figure], index: int) -> str | None:
    """由A增长到B: B has the name of the last figure in its unit."""
    figure, before = figures[index], figures[index - 1] if index else None
    growth = before if before and before.kind == figure.kind == "growth" and before.clause == figure.clause else None
    earlier = growth or last_named(figures, index)  # 物价涨幅从14.8%降到10%
    if not earlier or not AGAIN.fullmatch(_BY_THEN.sub("", figure.left).strip()):
        return None
    alike = [f for f in figures[:index] if f.name and f.mention.unit == figure.mention.unit and f.kind != "growth"]
    earlier = alike[-1] if alike and not growth else earlier
    figure.subject = earlier.subject
    return earlier.name


def _share_reached(figures: list[Figure], index: int) -> str | None:
    """城镇化率提高1.1个百分点，达到61.7%: the rate itself."""
    figure, before = figures[index], figures[index - 1] if index else None
    if not before or before.unit_kind != "points" or figure.unit_kind != "percent":
        return None
    told = _REACHED.fullmatch(figure.left.strip("，、 "))
    figure.subject = before.subject if told else figure.subject
    return before.subject if told and _IS_SHARE.search(before.subject) else None


def _equal_to(figures: list[Figure], index: int) -> str | None:
    """相当于2006年的91%."""
    figure, earlier = figures[index], last_named(figures, index)
    equals = _EQUALS.fullmatch(figure.left.strip()) if figure.unit_kind == "percent" else None
    if not earlier or not equals:
        return None
    return f"{earlier.name}{'恢复' if equals['back'] else '相当于'}比例"


def _above_name(figures: list[Figure], index: int) -> str | None:
    """高于全县平均水平1.2个百分点, of the figure before."""
    figure = figures[index]
    above = above_other(figure)
    base = above["base"].strip("，、的\x01 ") if above else ""
    if not above or not index or (base and not is_aspect(base)):
        return None
    told = [f for f in figures[:index] if f.kind != "rank" and not (f.rule == "again" and above_other(f))]
    near = told[-1] if told else figures[index - 1]
    than = near if figure.unit_kind in RELATIVE else nearest(figures, index) or near
    figure.subject = than.subject
    whole = not base or (base in OF_GROWTH and than.kind == "level")
    of = than.name if whole else than.subject
    return of + base + _SHORT_OF.sub("低于", above["rest"]).rstrip(" \x01")
