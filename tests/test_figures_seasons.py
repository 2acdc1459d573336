"""Times that hold for more than their sentence, and those that hold for less: birth years, winters, terms, months."""

from township_analysis.pipeline import extract, read_text


def _periods(text: str, period: str | None = None) -> list[tuple[str, str | None]]:
    rows, _ = extract(read_text(text, period=period))
    return [(row["surface"], row["period"]) for row in rows if row["core"]]


def test_a_birth_year_told_once_holds_for_its_section_but_not_for_what_stands() -> None:
    text = (
        "青石乡2011年度计划生育工作总结\n一、指标完成情况\n1、2010年10月至2011年9月，全乡出生120人，出生率9‰，比上年同期下降1‰；死亡60人。\n"
        "2、共落实四项手术200例，其中结扎20例。\n3、目前流出人口900人。\n二、下步打算\n2012年，力争综合节育率达到92%。\n"
    )
    year = "2010-10/2011-09"
    assert _periods(text) == [
        *[(surface, year) for surface in ("120人", "9‰", "1‰", "60人", "200例", "20例")],
        ("900人", "2011"),
        ("92%", "2012"),
    ]


def test_a_heading_of_what_was_achieved_and_what_is_aimed_at_leaves_the_text_to_decide() -> None:
    text = (
        "2026年青石省政府工作报告\n一、2025年工作回顾\n生产总值增长5%。\n二、“十四五”时期发展成就和“十五五”时期主要目标任务\n"
        "过去五年，我们砥砺前行，成绩显著。生产总值年均增长4.8%，高速公路通车里程突破1万公里。\n"
        "根据省委的建议，我们编制了“十五五”规划纲要草案，提交大会审查，提出生产总值年均增长5%左右。\n三、2026年重点工作\n新建水库3座。\n"
    )
    rows, _ = extract(read_text(text))
    assert [(row["surface"], row["status"], row["period"]) for row in rows] == [
        ("5%", "actual", "2025"),
        ("4.8%", "actual", "2021/2025"),
        ("1万公里", "actual", "2025"),
        ("5%", "plan", "2026/2030"),
        ("3座", "plan", "2026"),
    ]


def test_months_behind_a_number_of_a_list_hold_over_semicolons() -> None:
    text = "2、1-4月，规模以上工业企业完成产值5640万元；实现销售收入5470万元，产销率97%。"
    assert [period for _, period in _periods(text, "2005-H1")] == ["2005-01/2005-04"] * 3


def test_when_something_is_to_begin_is_no_year_of_what_is_told_next() -> None:
    text = "石大公路已立项，力争2004年动工，铺油18公里；洋芋种植面积1.9万亩。"
    assert _periods(text, "2003") == [("18公里", "2004"), ("1.9万亩", "2003")]


def test_how_far_something_came_from_one_year_to_another_is_of_the_later() -> None:
    text = "五年来，参合率由2006年的82.5%提高到2010年的97.3%，提高14.8个百分点。"
    assert _periods(text, "2010") == [("82.5%", "2006"), ("97.3%", "2010"), ("14.8个百分点", "2010")]


def test_what_held_or_was_summed_over_the_years_of_its_sentence_is_of_all_of_them() -> None:
    assert _periods("三年来，粮食总产稳定在9500吨以上。", "1998") == [("9500吨", "1996/1998")]
    assert _periods("“六五”期间，进出口贸易总额合计达到2300亿美元。", "1985") == [("2300亿美元", "1981/1985")]
