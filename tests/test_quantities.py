"""One quantity by itself: value, upper end, unit, hedge; and what is none."""

import pytest

from township_analysis.errors import NotAQuantity
from township_analysis.figures.numbers.quantity import parse_quantity

CASES = [
    # digits
    ("1.77万余亩", 17700, None, "亩", "more"),
    ("1,234.5万元", 12_345_000, None, "元", "exact"),
    ("1，234户", 1234, None, "户", "exact"),
    ("３．５％", 3.5, None, "%", "exact"),
    ("4.2 km", 4.2, None, "km", "exact"),
    ("3. 5万元", 35000, None, "元", "exact"),
    ("3、19亿元", 319_000_000, None, "元", "exact"),
    ("-5%", -5, None, "%", "exact"),
    ("95", 95, None, "", "exact"),
    ("30天", 30, None, "天", "exact"),
    ("0.8‰", 0.8, None, "‰", "exact"),
    ("500元/亩", 500, None, "元/亩", "exact"),
    ("32微克每立方米", 32, None, "微克每立方米", "exact"),
    ("12台（套）", 12, None, "台(套)", "exact"),
    ("4.2万千瓦时", 42000, None, "千瓦时", "exact"),
    ("5千米", 5, None, "千米", "exact"),
    ("￥1,234.50", 1234.5, None, "元", "exact"),
    ("7萬5千畝", 75000, None, "亩", "exact"),
    # Chinese numerals
    ("两千五百亩", 2500, None, "亩", "exact"),
    ("百分之九十五", 95, None, "%", "exact"),
    ("千分之三", 3, None, "‰", "exact"),
    ("负三点五个百分点", -3.5, None, "百分点", "exact"),
    ("壹佰伍拾万元整", 1_500_000, None, "元", "exact"),
    ("人民币五万元", 50000, None, "元", "exact"),
    ("一百五十萬畝", 1_500_000, None, "亩", "exact"),
    ("五个", 5, None, "个", "exact"),
    ("万元", 10000, None, "元", "exact"),
    ("零", 0, None, "", "exact"),
    # mixed, fractions, tenths, halves
    ("1万6千多户", 16000, None, "户", "more"),
    ("三分之二", pytest.approx(2 / 3), None, "", "exact"),
    ("3.5成", 3.5, None, "成", "exact"),
    ("九成五", 9.5, None, "成", "exact"),
    ("三成半", 3.5, None, "成", "exact"),
    ("七五折", 7.5, None, "折", "exact"),
    ("两年半", 2.5, None, "年", "exact"),
    ("半年", 0.5, None, "年", "exact"),
    # hedges: behind the number before those in front of it, before those inside it
    ("10余万元", 100_000, None, "元", "more"),
    ("十多万元", 100_000, None, "元", "more"),
    ("近百户", 100, None, "户", "about"),
    ("上百户", 100, None, "户", "more"),
    ("约20个", 20, None, "个", "about"),
    ("20个左右", 20, None, "个", "about"),
    ("约20余个", 20, None, "个", "about"),
    ("超过了300人", 300, None, "人", "more"),
    ("不足20%", 20, None, "%", "less"),
    ("2500亩以上", 2500, None, "亩", "more"),
    ("50万元以内", 500_000, None, "元", "less"),
    # ranges
    ("五至八公里", 5, 8, "公里", "exact"),
    ("2-3个", 2, 3, "个", "exact"),
    ("85%—90%", 85, 90, "%", "exact"),
    ("20—30%左右", 20, 30, "%", "about"),
    ("百分之三至五", 3, 5, "%", "exact"),
    ("百分之85—90", 85, 90, "%", "exact"),
    ("3-5万元", 30000, 50000, "元", "exact"),
    ("2.5-3万亩", 25000, 30000, "亩", "exact"),
    ("5000元—1万元", 5000, 10000, "元", "exact"),
    ("5000—1万元", 5000, 10000, "元", "exact"),
    ("1000～1500元", 1000, 1500, "元", "exact"),
    ("两三个", 2, 3, "个", "exact"),
    ("三四十亩", 30, 40, "亩", "exact"),
    ("十七八户", 17, 18, "户", "exact"),
    ("三五户", 3, 5, "户", "exact"),
    # 廿 and 卅
    ("廿三户", 23, None, "户", "exact"),
    ("卅余亩", 30, None, "亩", "more"),
    ("百分之廿五", 25, None, "%", "exact"),
    ("廿八九户", 28, 29, "户", "exact"),
    ("廿至卅人", 20, 30, "人", "exact"),
]


@pytest.mark.parametrize(("text", "value", "value_max", "unit", "approx"), CASES)
def test_parse_quantity(text: str, value: float, value_max: float | None, unit: str, approx: str) -> None:
    quantity = parse_quantity(text)
    assert (quantity.value, quantity.value_max, quantity.unit, quantity.approx) == (value, value_max, unit, approx)


@pytest.mark.parametrize("text", ["95", "两千五百", "３．５", "1.5万"])
def test_whole_numbers_are_ints(text: str) -> None:
    assert isinstance(parse_quantity(text).value, int) == (text != "３．５")


NONE = ["", " ", "亩", "约", "几十户", "数百人", "茶园300亩", "300亩和20人", "13个村", "12 34", "1,23", "3.5.6", "5-", "万分", "7" * 5000]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_raises(text: str) -> None:
    with pytest.raises(NotAQuantity, match="is no quantity") as error:
        parse_quantity(text)
    assert "Expected: " in str(error.value) and len(str(error.value)) < 600


def test_the_message_names_what_is_too_much() -> None:
    with pytest.raises(NotAQuantity, match="leave '村' out") as error:
        parse_quantity("13个村")
    assert "13个 alone" in str(error.value)


@pytest.mark.parametrize("text", ["1.77万余亩", "百分之九十五", "五至八公里", "-5%", "三成半"])
def test_a_quantity_is_read_the_same_with_spaces_around(text: str) -> None:
    assert parse_quantity(f"\u3000{text} ") == parse_quantity(text)
