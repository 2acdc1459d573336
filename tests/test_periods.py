"""Periods by themselves and in a text."""

import pytest

import township_analysis as ta
from township_analysis.errors import NotAQuantity
from township_analysis.lang.periods import find_periods
from township_analysis.lang.script import aligned

PERIODS = [
    ("2019", "2019"),
    ("2019年", "2019"),
    ("2019年度", "2019"),
    ("２０１９年", "2019"),
    ("二○一九年", "2019"),
    ("二〇〇八年", "2008"),
    ("一九九八年", "1998"),
    ("2023年上半年", "2023-H1"),
    ("2023年下半年", "2023-H2"),
    ("二〇一二年上半年", "2012-H1"),
    ("2023年一季度", "2023-Q1"),
    ("2023年第三季度", "2023-Q3"),
    ("2023年前三季度", "2023-01/2023-09"),
    ("2023年1-3季度", "2023-01/2023-09"),
    ("2023年一至二季度", "2023-H1"),
    ("2023年1-4月", "2023-01/2023-04"),
    ("2023年1—11月", "2023-01/2023-11"),
    ("2023年1至9月", "2023-01/2023-09"),
    ("2023年1月至9月", "2023-01/2023-09"),
    ("2023年前10个月", "2023-01/2023-10"),
    ("2016年5月", "2016-05"),
    ("2016年五月", "2016-05"),
    ("2013年元至十月", "2013-01/2013-10"),
    ("2013年元月份", "2013-01"),
    ("2016年12月份", "2016-12"),
    ("2016年5月20日", "2016-05-20"),
    ("二〇一六年五月二十日", "2016-05-20"),
    ("2016年5月3日至9日", "2016-05-03/2016-05-09"),
    ("2016年五月三日至六月九日", "2016-05-03/2016-06-09"),
    ("2016年10月1日至12月31日", "2016-Q4"),
    ("2016年6月1日—30日", "2016-06"),
    ("1956年1--5月份", "1956-01/1956-05"),
    ("2019年二季度末", "2019-06-30"),
    ("2019年底", "2019-12-31"),
    ("2019年年底", "2019-12-31"),
    ("2019年末", "2019-12-31"),
    ("2019年6月底", "2019-06-30"),
    ("2020年2月底", "2020-02-29"),
    ("2016—2020年", "2016/2020"),
    ("2016-2020年", "2016/2020"),
    ("2016年至2020年", "2016/2020"),
    ("2018、2019两年", "2018/2019"),
    ("2018年9月到2019年底", "2018-09/2019-12"),
    ("“十三五”期间", "2016/2020"),
    ("十四五时期", "2021/2025"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_parse_period(text: str, period: str) -> None:
    assert ta.parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    ["", "去年", "上半年", "5月", "1234年", "2019年13月", "2019年2月30日", "三年", "2019亩", "2019年和2020年", "茶园"],
)
def test_what_is_no_period_with_a_year_raises(text: str) -> None:
    with pytest.raises(NotAQuantity, match="is not a period"):
        ta.parse_period(text)


FOUND = [
    ("自2014年以来累计投入", [("2014", True, False)]),
    ("截至6月底，全镇", [("2019-06-30", False, True)]),
    ("截止2018年底建成", [("2018-12-31", False, True)]),
    ("上半年比去年同期增长", [("2019-H1", False, False), ("2018", False, False)]),
    ("明年计划", [("2020", False, False)]),
    ("五年来共完成", [("2015/2019", False, False)]),
    ("1-4月完成投资", [("2019-01/2019-04", False, False)]),
    ("一季度", [("2019-Q1", False, False)]),
    ("到2025年建成", [("2025", False, False)]),
    # no periods
    ("城区底数清楚", []),
    ("初中部学生", []),
    ("5月亮灯", []),
    ("两个月", []),
    ("2019亩", []),
    ("1998名", []),
    ("投资2000万元", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_periods_in_a_text_of_2019(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    found = find_periods(aligned(text))
    assert [(mention.resolve(2019), mention.since, mention.until) for mention in found] == expected
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)


def test_without_a_year_in_force_a_month_has_no_period() -> None:
    assert [mention.resolve(None) for mention in find_periods("6月底，2018年")] == [None, "2018"]


BEGINNINGS = (
    "截至6月底 截止6月底 至2020年底 到2020年底 自2014年以来 自从2014年以来 从2014年以来 2019年 二〇一九年 上半年 下半年 前三季度 "
    "第三季度 一季度 四季度 1-4月 前十个月 十月 10月初 年底 年末 年初 全年 今年 本年 当年 去年 上年 前年 明年 来年 下年 “十三五”时期 "
    "十三五时期 今后五年 未来三年 过去五年 近三年来 最近三年来 这五年来 五年来 两年来"
).split()


@pytest.mark.parametrize("date", BEGINNINGS)
def test_a_date_is_found_whatever_it_begins_with(date: str) -> None:
    before = "村里" + date[: date[0] in "到至"]  # 到 and 至 are no part of it
    found = find_periods(f"村里{date}，")
    assert [(mention.start, mention.end) for mention in found] == [(len(before), 2 + len(date))]
