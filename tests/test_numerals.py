"""Numerals by themselves. The kinds follow what recognisers of Chinese numbers are commonly asked."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_analysis.errors import NotAQuantity
from township_analysis.lang.numerals import chinese_number, mixed_number, multiplier, number_value
from township_analysis.lang.written import parse_number

NUMBERS = [
    # Chinese
    ("零", 0),
    ("十", 10),
    ("十五", 15),
    ("二十", 20),
    ("一百零五", 105),
    ("一百一十", 110),
    ("两千五百", 2500),
    ("三千零六", 3006),
    ("三千零六十", 3060),
    ("一万零五百", 10_500),
    ("十二万八千", 128_000),
    ("四千零七万", 40_070_000),
    ("三亿", 300_000_000),
    ("两亿零三百万", 203_000_000),
    ("七亿六千四百一十二万零一十八", 764_120_018),
    ("三万亿", 3_000_000_000_000),
    ("二兆三十亿", 2_003_000_000_000),
    ("六万万", 600_000_000),
    # spoken: the last digit counts the next power
    ("四百五", 450),
    ("三千二", 3200),
    ("一万五", 15_000),
    ("两千三百五", 2350),
    ("百三", 130),
    # a string of digits
    ("二○一九", 2019),
    ("二〇〇八", 2008),
    ("一九九八", 1998),
    # formal and traditional
    ("壹佰伍拾", 150),
    ("叁仟陆佰", 3600),
    ("柒万捌仟玖佰", 78_900),
    ("贰拾万零叁佰", 200_300),
    ("壹佰伍拾万", 1_500_000),
    ("三萬五千", 35_000),
    ("兩億", 200_000_000),
    # decimals
    ("三点五", 3.5),
    ("零点零八", 0.08),
    ("十二点七五", 12.75),
    ("一点二亿", 120_000_000),
    ("两千点六", 2000.6),
    # digits
    ("1,234.5", 1234.5),
    ("12,345,678", 12_345_678),
    ("２．２", 2.2),
    ("4.800", 4.8),
    (".5", 0.5),
    ("3. 5", 3.5),
    ("2.3万", 23_000),
    ("1.77万", 17_700),
    ("4.78万亿", 4_780_000_000_000),
    ("3百万", 3_000_000),
    ("2千", 2000),
    ("8 万", 80_000),
    ("0.07", 0.07),
    # both, in steps
    ("1万6千", 16_000),
    ("3亿5千万", 350_000_000),
    ("7万5千4百", 75_400),
    ("7 万5 千4 百", 75_400),
    ("3万5", 35_000),
    # signs
    ("负三十二", -32),
    ("负6.6", -6.6),
    ("-10000", -10_000),
    ("−2.5", -2.5),
    ("－1２２", -122),
    ("+7", 7),
    # fractions
    ("五分之一", 0.2),
    ("百分之五", 0.05),
    ("三又二分之一", 3.5),
    ("负一又四分之一", -1.25),
    ("16分之5", 0.3125),
    ("3/5", 0.6),
    ("1 3/5", 1.6),
    # hedged inside
    ("十余万", 100_000),
    ("五百多", 500),
    ("二十几万", 200_000),
    ("30来", 30),
    # as calculators and programmers write
    ("2.5e3", 2500),
    ("12e-1", 1.2),
    ("2^10", 1024),
    ("40k", 40_000),
    ("半百", 50),
    ("廿三", 23),
    ("卅", 30),
    ("一百廿五", 125),
    ("卅二万", 320_000),
    ("两打", 24),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_parse_number(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "亩",
        "三亩",
        "abc",
        "1,23",
        "12 34",
        "3.5.6",
        "几十",
        "三廿",
        "1-2",
        "五至八",
        "1万元",
        "零分之一",
        "9^999999",
        "7" * 5000,
        "点五点",
    ],
)
def test_what_is_no_number_raises(text: str) -> None:
    with pytest.raises(NotAQuantity, match="is not a number") as error:
        parse_number(text)
    assert len(str(error.value)) < 400


def written(number: int) -> str:
    """A whole number below a hundred million in Chinese, the formal way."""
    high, low = divmod(number, 10_000)
    return (f"{section(high)}万" if high else "") + ("零" if high and 0 < low < 1000 else "") + section(low) or "零"


def section(number: int) -> str:
    out, gap = "", False
    for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + "零一二三四五六七八九"[digit] + mark
        gap = not digit
    return out


@given(st.integers(0, 99_999_999))
def test_every_whole_number_is_read_as_it_is_written(number: int) -> None:
    assert parse_number(written(number)) == number == parse_number(f"{number:,}")


@given(st.decimals(0, 10**9, places=2))
def test_multipliers_leave_no_dust(number: object) -> None:
    assert parse_number(f"{number}万") == pytest.approx(float(str(number)) * 10_000, rel=1e-12)


@given(st.text("零一二三四五六七八九十百千万亿点两负半又分之0123456789.,/^e- ", max_size=12))
def test_any_text_gives_a_number_or_our_error(text: str) -> None:
    with suppress(NotAQuantity):
        assert isinstance(parse_number(text), int | float)


def test_values_of_found_numerals() -> None:
    assert multiplier("万亿") == 10**12 and multiplier("") == 1
    assert mixed_number("1万6千") == 16_000 and chinese_number("一万五") == 15_000
    assert number_value("3 . 5") == 3.5 and number_value("1.1万") == 11_000
