"""What the headings, the front and the first words of a part of a report say of the time of all that stands below."""

import pytest

from township_analysis.pipeline import read_text

DONE = "全镇新建道路16公里，改造危房86户，各项社会事业全面发展，群众生活水平不断提高。"
#: Ways in which a plan begins without a heading of its own.
PLANS_BEGIN = [
    "二、存在问题\n财力不足。\n2019年，我们将重点抓好以下工作：\n一是新建道路8公里。\n二是引进项目9个。",
    "在新的一年里，我们将重点做好以下几项工作：\n一、抓产业\n新建道路8公里。\n二、抓民生\n引进项目9个。",
    "二、扶贫\n2018年，全镇扎实推进脱贫攻坚，脱贫36户，成效明显。2019年，拟新建道路8公里，引进项目9个。",
]


@pytest.mark.parametrize("plan", PLANS_BEGIN, ids=[text[:12] for text in PLANS_BEGIN])
def test_a_plan_that_a_sentence_announces_is_planned_and_what_stands_before_it_is_done(plan: str) -> None:
    rows = read_text(f"一、经济\n2018年，{DONE}\n{plan}\n", title="石桥镇2018年工作总结").figures()
    status = dict(zip(rows["surface"], rows["status"], strict=True))
    assert {status.pop("8公里"), status.pop("9个")} == {"plan"}
    assert set(status.values()) == {"actual"}


#: Fronts of reports on five years to 2020; what was done in them is of all five.
FIVE_YEARS = [
    ("石桥镇五年工作总结", "2016年以来，全镇上下艰苦奋斗。五年来，成绩显著。"),
    (
        "石桥镇政府工作报告",
        "——2021年1月8日在石桥镇第九届人民代表大会第一次会议上\n一、本届政府工作回顾\n本届政府任期内的五年，硕果累累。",
    ),
]


@pytest.mark.parametrize(("title", "front"), FIVE_YEARS, ids=[title for title, _ in FIVE_YEARS])
def test_what_was_done_in_the_years_of_a_report_is_of_all_of_them(title: str, front: str) -> None:
    text = f"{front}\n（一）经济。引进项目36个。2020年，人均收入达到16800元，年均增长9.2%。\n（二）基础。硬化公路86公里，现有卫生室16个。\n"
    rows = read_text(text, title=title).figures()
    assert list(rows["period"]) == ["2016/2020", "2020", "2016/2020", "2016/2020", "2020"]


#: Headings that are a clause on the year they tell of, and the period of what stands below.
CLAUSES_ON_A_YEAR = [
    "2008年全镇经济保持活力，实现了“十一五”规划的重要突破",
    "二○○八年，我们开拓进取，各项工作取得新成绩",
    "过去的2008年是不平凡的一年，社会事业全面进步",
    "2008年完成的主要任务和取得的成绩",
]


@pytest.mark.parametrize("heading", CLAUSES_ON_A_YEAR)
def test_a_heading_that_is_a_clause_tells_the_year(heading: str) -> None:
    text = f"一、{heading}\n{DONE}\n二、2009年工作任务\n新建水渠3公里，引进项目9个，继续做好各项工作。\n"
    rows = read_text(text, title="石桥镇政府工作报告").figures().set_index("surface")
    assert rows["period"].to_dict() == {"16公里": "2008", "86户": "2008", "3公里": "2009", "9个": "2009"}
