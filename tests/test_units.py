"""units.csv: what is in it, and what the numbers become in base units."""

import re

import pytest

from township_analysis.lang.script import aligned
from township_analysis.lang.units import unit_of, unit_pattern, units

BASE = [
    (300, "亩", 20, "公顷"),
    (2, "平方公里", 200, "公顷"),
    (5, "km²", 500, "公顷"),
    (28, "平方米", 28, "平方米"),
    (120, "㎡", 120, "平方米"),
    (5, "公里", 5, "千米"),
    (10, "里", 5, "千米"),
    (850, "米", 0.85, "千米"),
    (1000, "公斤", 1, "吨"),
    (2000, "斤", 1, "吨"),
    (20, "担", 1, "吨"),
    (15, "元", 15, "元"),
    (8, "%", 8, "%"),
    (3, "‰", 0.3, "%"),
    (3.5, "成", 35, "%"),
    (4, "方", 4, "立方米"),
    (12, "名", 12, "人"),
    (12, "户", 12, "户"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "quantity", "base"), BASE)
def test_factors_lead_to_the_base_unit(value: float, unit: str, quantity: float, base: str) -> None:
    known = units()[unit]
    assert known.factor is not None and known.base_unit == base
    assert value * known.factor == pytest.approx(quantity, rel=1e-6)


def test_money_of_other_countries_has_no_base() -> None:
    assert not units()["美元"].base_unit and unit_of("no such unit") is None


@pytest.mark.parametrize(
    "name",
    "元 亩 公顷 平方公里 平方米 公里 米 斤 公斤 吨 立方米 千瓦时 千瓦 千伏安 天 小时 个月 人 名 口 人次 户 个 家 处 起 件 座 所 头 只 羽 尾 株 台(套) 栋 场次 盏 % ‰ 个百分点 倍 成".split(),
)
def test_the_genre_s_units_are_there(name: str) -> None:
    assert unit_of(name) is not None and re.fullmatch(unit_pattern(), name)


@pytest.mark.parametrize("text", ["元/亩", "元/人", "公斤/亩", "吨/年"])
def test_per_units_are_found_and_count_as_their_first_part(text: str) -> None:
    assert re.fullmatch(unit_pattern(), text)
    assert unit_of(text) is unit_of(text.partition("/")[0])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("平方公里范围", "平方公里"),
        ("个百分点", "个百分点"),
        ("人次以上", "人次"),
        ("千瓦时", "千瓦时"),
        ("台(套)农机", "台(套)"),
    ],
)
def test_the_longest_unit_is_found(text: str, unit: str) -> None:
    assert re.match(unit_pattern(), text)[0] == unit


def test_names_are_as_the_aligned_text_has_them() -> None:
    assert [name for name in units() if aligned(name) != name] == []


def test_every_base_unit_with_factor_one_is_a_unit_itself() -> None:
    named = {unit.base_unit for unit in units().values() if unit.factor is not None and unit.base_unit}
    assert named - set(units()) == set()
