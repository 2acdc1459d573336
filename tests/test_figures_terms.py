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
