"""Row → code: by its name, the dimension of its unit, its kind and the words before it.

Precision comes before recall. A name has to be an indicator's as a whole, so that a subset finds none (杂交水稻 of
水稻, 女性党员 of 党员). Where the words before the number are against it, or two indicators are left, the row has
no code.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from township_analysis.codebook.book import DIMENSIONS, Book, Indicator
from township_analysis.codebook.names import bare, candidates, canonical
from township_analysis.lang.script import aligned
from township_analysis.lang.units import units

Row = Mapping[str, Any]
NEAR = 120  # characters before a figure that may speak against a code
# The counting words that go with an indicator's own: a shelf of 张 is no 个, 46幢 of an estate are no 4个.
_ALIKE = {
    "个": "个 家 处 座 所 支 村 组 社 块 片 条 户 口 院 校 站 点 园 厂 店 馆 队 眼 居 社区 乡镇 镇 街道",
    "家": "家 个 户 处", "所": "所 个 家 座 处", "处": "处 个 项 条 起 件 家", "座": "座 个 处 口 所",
    "起": "起 件 宗 桩 例 个 次 场 处 项 条", "件": "件 起 宗 桩 例 个 次 条 批 批次", "次": "次 场 场次 批次 轮",
    "头": "头 只 匹 口", "羽": "羽 只", "只": "只 头 羽", "群": "群 箱 桶", "株": "株 棵",
    "盏": "盏 个", "张": "张 个 床", "辆": "辆 台 部 个", "支": "支 个", "套": "套 户", "棒": "棒 袋", "户": "户 家 个",
    "人": "人 名 口 位 个 例",
}  # fmt: skip
# Words that make a stock's number one of new things, and those that make an area or a herd a project's.
_NEW = re.compile(
    r"(?:新(?:增|建|设|办|发展|认定|纳入|培育|注册|登记|识别|引进|改|扩)|创建|培育|扶持|引进|招聘|发展(?!到|至)|成立|组建|"
    r"打造|认定|选取|力争)[^，。；]{0,20}$"
)
_PROJECT = re.compile(r"(?:投入|整合|使用|安排|争取)[^。；]{0,24}资金[^。；]*$")
# Behind a figure: it is what somebody has to have, 20万元以上的村.
_CRITERION = re.compile(r"(?:以上|以下|及以上|以内)的?(?:行政村|村|社区|户|农户|家庭|企业|项目|人[员群]|老人|老年人)")
_AVERAGE = re.compile(r"(?:每[千万百]|平均每)[^。；]{0,30}$")  # 每千人托位、养老床位数
_MOVES = re.compile(r"[增降减升涨跌速幅倍扩翻提]")
# A growth tells no dimension, and a crop's bare name is as often its harvest: 棉花增长 is no area.
_AREA = re.compile(r"面积|[造还育]林|管护|流转|复[耕垦]")
_FAR = 45  # characters between an amount's name and its share that let it be another's
_STOP = re.compile(r"[。！？\n]")
_WIDER = {"persons": ("persons", "person-times"), "currency": ("currency", "money")}
# What a difference in percentage points of an amount is of: its growth or its share, never the amount.
_POINTS = re.compile(r"增速|增长|增幅|降幅|涨幅|比重|占比|高于|低于|快于")
_SUBSET = re.compile(r"(?:[元亩人岁户%只头吨](?:以上|以下)?|以上|以下)的[^，。；]{0,12}$")  # 收入超10亿元的龙头企业


def code_of(row: Row, left: str, book: Book, right: str = "") -> str | None:
    """The code of the indicator that a row is about, or None.

    Args:
        row: A row of the figures table.
        left: The words before the figure in its sentence, aligned.
        book: The codebook.
        right: The words behind it.

    Example:
        >>> row = {"indicator": "粮食播种面积", "unit": "亩", "kind": "level", "per": "", "core": True}
        >>> code_of(row, "全镇粮食播种面积", book())
        'agri.grain_sown_area'
    """
    if not row["indicator"] or not row["core"] or _CRITERION.match(right):
        return None
    for found in named(row["indicator"], row["kind"], row["unit"] or "", book):
        fitting = [one for one in found if _fits(one, row, left)]
        if fitting:
            return fitting[0].code if len(fitting) == 1 else None
    return None


def _fits(one: Indicator, row: Row, left: str) -> bool:
    if row["per"] and not one.per_head:
        return False
    if not _counts(one, row["unit"] or "", row["kind"]):
        return False
    if "百分点" in (row["unit"] or "") and "ratio" not in one.dimensions and not _POINTS.search(row["indicator"]):
        return False
    if row["kind"] == "share" and "ratio" not in one.dimensions and _is_far(one, row["indicator"], left):
        return False
    return _stands_well(one, left[-NEAR:], row["kind"])


def _is_far(one: Indicator, name: str, left: str) -> bool:
    """Whether other things stand between the name of an amount and the share that is said to be of it."""
    stem = next((n for n in (one.name_zh, *sorted(one.aliases, key=len, reverse=True)) if n in canonical(name)), "")
    at = left.rfind(stem) if stem else -1
    return at >= 0 and len(left) - at - len(stem) > _FAR


def _counts(one: Indicator, unit: str, kind: str) -> bool:
    """Whether the counting word goes with the indicator's."""
    known = units().get(unit)
    if kind not in ("level", "change") or known is None or known.dimension != "count":
        return True
    return unit.partition("(")[0] in _ALIKE.get(one.base_unit, one.base_unit).split()


def _stands_well(one: Indicator, near: str, kind: str) -> bool:
    """Whether the words before a figure allow the indicator."""
    if kind != "change" and one.not_context and one.not_context.search(near):
        return False
    if kind not in ("level", "share"):
        return True
    if one.context and not one.context.search(near):
        return False
    if (_AVERAGE.search(near) and not one.per_head) or (_PROJECT.search(near) and one.domain == "agriculture"):
        return False
    guarded = one.statistic == "stock" and (one.context or one.not_context)
    return not (guarded and (_NEW.search(near) or _SUBSET.search(near)))


def around(sentence: str, start: int, length: int) -> tuple[str, str]:
    """The aligned words of the sentence before and behind a figure; what a full stop parts off is left out."""
    plain = _aligned(sentence)
    return _STOP.split(plain[:start])[-1], _STOP.split(plain[start + length :])[0]


@lru_cache(maxsize=256)
def _aligned(sentence: str) -> str:
    return aligned(sentence)


@lru_cache(maxsize=1 << 16)
def named(name: str, kind: str, unit: str, book_: "Book") -> tuple[tuple[Indicator, ...], ...]:
    """The indicators that a name may mean, a group for each reading of it, the fullest reading first."""
    whole, groups = canonical(name), []
    if kind == "growth" and not _MOVES.search(whole):
        return ()
    for stem in candidates(whole, kind):
        moved = stem != whole
        found: dict[str, Indicator] = {}
        for dimension in _dimensions(kind, unit, moved):
            for one in _lookup(stem, dimension, book_):
                if not (one.unlike and one.unlike.search(whole)) and _is_told(stem, dimension, unit):
                    found[one.code] = one
        if found:
            groups.append(tuple(found.values()))
    return tuple(groups)


def _is_told(stem: str, dimension: str, unit: str) -> bool:
    """Whether unit or name says that it is an area."""
    known = units().get(unit)
    return dimension != "area" or (known is not None and known.dimension == "area") or bool(_AREA.search(stem))


def _lookup(stem: str, dimension: str, book: Book) -> tuple[Indicator, ...]:
    """By name, else by pattern."""
    if found := book.exact.get((dimension, bare(stem, dimension))):
        return found
    return tuple(one for one in book.patterns.get(dimension, ()) if one.pattern and one.pattern.fullmatch(stem))


def _dimensions(kind: str, unit: str, moved: bool) -> tuple[str, ...]:
    """The dimensions that an indicator may have whose row has this kind and unit."""
    known = units().get(unit)
    dimension = known.dimension if known else "concentration" if unit == "微克/立方米" else ""
    if kind in ("growth", "rank") or not unit:
        return tuple(sorted(DIMENSIONS)) if kind != "share" else ("ratio",)
    if kind == "share" or dimension == "points":
        return tuple(sorted(DIMENSIONS)) if moved else ("ratio",)
    return ("count", *_WIDER["persons"]) if unit == "口" else _WIDER.get(dimension, (dimension,))
