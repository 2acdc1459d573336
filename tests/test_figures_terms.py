"""Which years figures are of in reviews of several years and in texts that have no year of their own."""

import pytest

from township_analysis import read_text
from township_analysis.figures.extract import find_figures

PROVINCE = "2026年清江省政府工作报告\n各位代表：\n一、2025年工作回顾\n过去一年，粮食产量稳定增长。\n"
TERM = "2021年政府工作报告\n——2021年9月2日在石桥乡第十五届人民代表大会第一次会议上\n一、过去五年工作回顾\n"


def _periods(text: str) -> dict[str, str | None]:
    report = read_text(text)
    return {report.text[figure.mention.start : figure.mention.end]: figure.period for figure, _ in find_figures(report)}


def test_a_paragraph_turns_to_five_years_behind_a_sentence_on_their_last() -> None:
    text = (
        "各位代表！2025年目标任务顺利完成，标志着“十四五”圆满收官。五年来，我们感恩奋进。落地实验室4家，"
        "普通高中达到820所。一是新增高速公路32公里，人均预期寿命达到78.9岁。"
    )
    found = _periods(PROVINCE + text)
    assert found == {"4家": "2021/2025", "820所": "2025", "32公里": "2021/2025", "78.9岁": "2025"}


def test_a_year_without_a_comma_holds_for_its_sentence_alone() -> None:
    text = "五年来，我们砥砺前行。\n2025年四大产业占比达到62%。旅游业提质升级，新增景区7个、街区5个。"
    assert _periods(PROVINCE + text) == {"62%": "2025", "7个": "2021/2025", "5个": "2021/2025"}


def test_what_is_kept_through_the_years_is_of_all_of_them() -> None:
    text = "五年来，我们砥砺前行。参保率保持在98%以上，森林覆盖率达到42%。"
    assert _periods(PROVINCE + text) == {"98%": "2021/2025", "42%": "2025"}


@pytest.mark.parametrize(
    ("since", "first"), [("2016年以来，", "2016"), ("自2016年换届以来，", "2016"), ("过去的五年里，", "2017")]
)
def test_a_term_begins_where_the_report_says(since: str, first: str) -> None:
    text = f"{TERM}{since}我们团结奋进。\n1.五年来，硬化道路96公里。2021年1—8月，接种8640人。"
    assert _periods(text) == {"96公里": f"{first}/2021", "8640人": "2021-01/2021-08"}


def test_a_heading_plans_for_the_months_that_are_left() -> None:
    text = f"{TERM}2016年以来，硬化道路96公里。2021年1—8月，接种8640人。\n二、今年后四个月重点工作\n一是新建冷库2座。"
    assert _periods(text)["2座"] == "2021-09/2021-12"


def test_a_profile_goes_on_in_the_year_told_last() -> None:
    text = (
        "石桥镇，隶属于清河县，地处县城东南部，面积88.3平方千米。\n人口\n2011年末，石桥镇总人口45217人。"
        "另有流动人口1124人。总人口中，男性23106人，占51.1%。\n经济\n2019年，有工业企业46个，其中规模以上4个。"
    )
    found = _periods(text)
    assert found["88.3平方千米"] is None
    assert {found[surface] for surface in ("45217人", "1124人", "23106人", "51.1%")} == {"2011-12-31"}
    assert found["46个"] == found["4个"] == "2019"
    assert {figure.status for figure, _ in find_figures(read_text(text))} == {"actual"}


@pytest.mark.parametrize("heading", ["一、“十一五”期间工作回顾和2010年工作情况", "一、“十一五”时期工作回顾"])
def test_a_report_of_five_years_read_out_later_is_of_their_last(heading: str) -> None:
    text = f"石桥镇人民政府工作报告(2011年)\n{heading}\n五年来，累计投入480万元。二、2011年主要工作\n新修路12条。\n"
    assert _periods(text)["480万元"] == "2006/2010"


def test_a_report_is_on_the_years_that_it_says() -> None:
    text = (
        "2016年石桥乡政府工作报告\n(2016年11月8日在石桥乡第四届人民代表大会第一次会议上)\n一、过去五年工作回顾\n"
        "“十二五”时期的五年(2011—2015年)，是我乡发展最快的五年。五年来，争取项目80个，人均收入增长到8200元。"
    )
    assert _periods(text) == {"80个": "2011/2015", "8200元": "2015"}


def test_a_term_that_opens_its_review_is_of_all_in_it() -> None:
    text = (
        "政府工作报告\n——2021年11月23日在石桥乡第十九届人民代表大会第一次会议上\n各位代表：\n一、工作回顾\n"
        "2016年以来，我们如期完成了任务。\n——改造农村危房638户，入学率达到98%。"
    )
    assert _periods(text) == {"638户": "2016/2021", "98%": "2021"}


def test_stocks_of_a_paragraph_that_opens_with_a_closing_date() -> None:
    text = "石桥乡概况\n截至2005年底，石桥乡有公路46公里。9个村全部完成了电网改造。年接待游客3万人次。学校11所，人口密度120人。"
    found = _periods(text)
    assert found["9个"] == found["11所"] == "2005-12-31"


def test_stocks_planned_for_the_end_of_a_year_are_of_that_day() -> None:
    text = "2005年工作总结及2006年工作计划\n二、2006年工作计划\n年末奶牛存栏达到2600头，年底前建成猪场1座。"
    assert _periods(text) == {"2600头": "2006-12-31", "1座": "2006"}


def test_a_rate_is_kept_in_bounds_through_the_years_of_a_plan() -> None:
    text = (
        "2007年政府工作报告\n一、过去五年工作回顾\n2002年以来，我们团结奋进。\n二、今后五年的奋斗目标\n"
        "生产总值年均增长10%，到2011年达到4亿元；人口自然增长率控制在6‰以内，城镇化率提高到40%。"
    )
    found = _periods(text)
    assert (found["6‰"], found["40%"]) == ("2007/2011", "2011")


def test_items_of_a_list_have_the_date_before_its_colon() -> None:
    text = "2017年工作总结\n2014年贫困户112户，2017年分类施策：产业扶持45户；易地搬迁18户。"
    assert _periods(text) == {"112户": "2014", "45户": "2017", "18户": "2017"}


def test_a_year_of_two_digits_behind_the_words_of_a_change() -> None:
    assert _periods("1996年工作总结\n贫困人口由95年底的620人下降到410人。")["620人"] == "1995-12-31"
