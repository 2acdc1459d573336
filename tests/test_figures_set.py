"""What had been set for the time that is told of, and what stood at its end."""

from township_analysis.pipeline import extract, read_text


def test_what_had_been_set_is_of_the_time_told_of_and_what_came_of_it_is_done() -> None:
    """一、目标任务 before 二、生产情况 plans nothing for the year to come."""
    text = (
        "青石乡2012年烤烟生产情况汇报\n一、基本情况\n全乡辖6个村。\n二、烤烟生产\n(一)目标任务\n县下达种植面积4200亩。\n"
        "(二)生产情况\n种植面积达到4380亩。\n三、下步打算\n2013年，力争种植烤烟4500亩。\n"
    )
    rows, _ = extract(read_text(text))
    assert [(row["surface"], row["status"], row["period"]) for row in rows if row["core"]][1:] == [
        ("4200亩", "plan", "2012"),
        ("4380亩", "actual", "2012"),
        ("4500亩", "plan", "2013"),
    ]


def test_a_first_section_that_describes_the_place_plans_nothing() -> None:
    text = "青石镇2020年脱贫攻坚工作汇报\n一、工作目标任务\n青石镇辖区面积168平方公里，总人口25400人。\n二、工作开展情况\n新建道路3公里。\n"
    rows, _ = extract(read_text(text))
    assert {(row["status"], row["period"]) for row in rows} == {("actual", "2020")}


def test_how_a_stock_of_the_years_end_fell_is_as_of_then() -> None:
    """A difference to the year before is the year's."""
    rows, _ = extract(read_text("年末生猪存栏3万头，下降4%；年末羊存栏2万只，比上年增加500只。", period="2019"))
    assert [row["period"] for row in rows] == ["2019-12-31", "2019-12-31", "2019-12-31", "2019"]
