"""Value and unit → quantity: signed, in base units."""

import re
from collections.abc import Mapping
from typing import Any

from township_analysis.codebook.book import Indicator
from township_analysis.lang.units import units

Row = Mapping[str, Any]
_DOWN = r"下降|减少|降低|下滑|下跌|回落|缩减|压减|压缩|调减|核减|净减|减幅|降幅|缩小|萎缩|负增长|降|减|跌"
_UP = r"增长|增加|提高|提升|上升|上涨|扩大|净增|调增|新增|增|升|涨"
_WAY = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})")
# A fall that grows less is no fall: 降幅收窄5.3个百分点; a rise that grows less is one: 增幅回落.
_NARROWS = re.compile(r"(?P<of>降幅|跌幅|增幅|增速|涨幅)[\u4e00-\u9fff]{0,6}?(?:收窄|缩小|回落|下降|放缓)")
_TIMES_OF = re.compile(r"(?:倍数$|[是为]|相当于|达到?|[到至])")
_MORE = re.compile(rf"(?:{_UP})(?:了|近|约|超过?|\s)*$")
_TO_PERCENT = {"%": 1.0, "‰": 0.1, "成": 10.0, "": 100.0}  # 三分之二 is 0.667 without a unit
_HECTARE = 1e-4  # of a square metre
_PLACES = 12  # significant digits that a converted value keeps: the rest is dust of the factor


def quantity_of(row: Row, indicator: Indicator | None, left: str = "") -> tuple[float | None, str | None]:
    """The signed number in the base unit, and that unit; a blank has none, only its unit.

    Args:
        row: A row of the figures table.
        indicator: That of its code, or None.
        left: The words before the figure: they tell the direction where the name does not.

    Example:
        >>> quantity_of({"value": 4.1, "unit": "%", "kind": "growth", "indicator": "出口下降"}, None)
        (-4.1, '%')
        >>> quantity_of({"value": 17700, "unit": "亩", "kind": "level", "indicator": "耕地面积"}, None)
        (1180.0, '公顷')
    """
    value, kind, unit = row["value"], row["kind"], row["unit"] or ""
    factor, base = _base(kind, unit, indicator)
    if value is None:
        return None, base
    if kind == "growth" and unit in ("倍", "番"):
        return _rounded(_times(value, unit, row["indicator"] or "", left), 1.0), "%"
    quantity = _rounded(value * factor, factor)
    counts_falls = indicator is not None and is_fall(indicator.name_zh)  # 当年减贫人数 grows with what is taken off
    falls = kind in ("growth", "change") and not counts_falls and is_fall(row["indicator"] or "", left)
    return (-abs(quantity) if falls else quantity), base


def is_fall(name: str, left: str = "") -> bool:
    """Whether a growth or change goes down, by its name, else by the words right before it.

    Example:
        >>> is_fall("固定资产投资下降"), is_fall("玉米调减面积"), is_fall("降幅收窄")
        (True, True, False)
    """
    if narrows := _NARROWS.search(name):
        return narrows["of"] not in ("降幅", "跌幅")
    ways = list(_WAY.finditer(name)) or list(_WAY.finditer(left[-6:]))
    return bool(ways) and ways[-1]["down"] is not None


def _base(kind: str, unit: str, indicator: Indicator | None) -> tuple[float, str | None]:
    """What one unit is in the base unit, and the base unit."""
    if kind == "rank":
        return 1.0, None
    known = units().get(unit)
    if known is not None and known.dimension == "points":
        return known.factor or 1.0, "百分点"
    rate = indicator is not None and "ratio" in indicator.dimensions
    if kind in ("growth", "share") and (unit in _TO_PERCENT):
        if rate and indicator is not None and indicator.base_unit == "‰" and kind == "share":
            return 10 * _TO_PERCENT[unit], "‰"
        return _TO_PERCENT[unit], "%"
    if indicator is not None and not _foreign(unit, indicator.base_unit):
        return _into(unit, indicator.base_unit), indicator.base_unit
    if known is None or known.factor is None or not known.base_unit:
        return 1.0, unit or None
    return known.factor, known.base_unit


def _foreign(unit: str, base: str) -> bool:
    """Whether one is money of another country: dollars are never counted as 元."""
    mine, aim = units().get(unit), units().get(base)
    dimensions = {mine.dimension if mine else "", aim.dimension if aim else ""}
    return "currency" in dimensions and (len(dimensions) > 1 or unit != base)


def _into(unit: str, base: str) -> float:
    """What one unit is in an indicator's base unit; classifiers of one class count alike."""
    mine, aim = units().get(unit), units().get(base)
    if mine is None or aim is None or not mine.factor or not aim.factor:
        return 1.0
    if mine.dimension != aim.dimension or mine.dimension in ("count", "currency"):
        return 1.0
    factor = mine.factor / aim.factor
    if mine.base_unit == aim.base_unit:
        return factor
    return factor * _HECTARE if mine.base_unit == "平方米" else factor / _HECTARE


def _times(value: float, unit: str, name: str, left: str) -> float:
    """是…的1.8倍 is +80 %, 增长1.8倍 is +180 %, 翻一番 is +100 %."""
    if unit == "番":
        return (2.0**value - 1) * 100
    more = _MORE.search(left[-8:]) if left else None
    grows = bool(more) or (not _TIMES_OF.search(name) and bool(re.search(rf"(?:{_UP})$", name)))
    return value * 100 if grows else (value - 1) * 100


def _rounded(value: float, factor: float) -> float:
    """A converted value without the dust of its factor; one that was not converted as it is."""
    return float(value) if factor == 1 and value == int(value) else float(f"{value:.{_PLACES}g}")
