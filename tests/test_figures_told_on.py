"""Names and numbers that go on about what was told before, and units that others of a row have."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures.
NAMES = [
    (
        "新建村道78.6公里，石门、土城两个村分别为8和7.2公里。",
        ["新建村道", "村", "新建村道", "新建村道"],
    ),
    ("重建农房2814户，维修加固3962户。", ["重建农房户数", "农房维修加固户数"]),
    ("累计扩招413万人、培训830万人次。", ["扩招人数", "培训人次"]),
    ("全镇享受低保1298人（农村1086人，城镇212人）。", ["享受低保人数", "农村低保人数", "城镇低保人数"]),
    (
        "全县57户国有亏损企业，有31户扭亏为盈，扭亏面54.4%。",
        ["国有亏损企业", "扭亏为盈的国有亏损企业", "扭亏面"],
    ),
    (
        "全省调度的28种重点产品，产量上升的19种，下降的9种。",
        ["重点产品", "产量上升的重点产品", "下降的重点产品"],
    ),
    ("共有社区干部52名。52人中党员27人，女干部44人。", ["社区干部", "社区干部", "党员", "女干部"]),
    ("通车里程全国第四、突破1万公里。", ["通车里程全国排名", "通车里程"]),
    ("居民储蓄大幅度增加。年末达到1623万元，比上年末增长3%。", ["居民储蓄", "居民储蓄增长"]),
    (
        "粮食36万吨，比2001年增长12%；棉花3万吨，增长33%。",
        ["粮食产量", "粮食产量比2001年增长", "棉花产量", "棉花产量比2001年增长"],
    ),
    ("为126户独生子女户发放保健费3780元。", ["发放保健费的独生子女户", "发放独生子女户保健费"]),
    ("31个亿元以上项目竣工投产。", ["竣工投产的亿元以上项目", "项目"]),
    ("惠及3个村群众出行。", ["惠及村"]),
    ("粮食产量在1953年到1978年间平均每年只增长5万吨。", ["粮食产量年均增长"]),
    ("年降水1180毫米。", ["年降水量"]),
    ("秸秆禁烧实现零火点。", ["秸秆禁烧火点数"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_names_go_on_about_what_was_told(text: str, names: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2006"))
    assert [row["indicator"] for row in rows] == names


#: Text, and the values and units of its figures.
VALUES = [
    ("街道硬化1.2公里，其中东街0.7、西街0.5公里。", [(1.2, "公里"), (0.7, "公里"), (0.5, "公里")]),
    ("衬砌渠道三千米。", [(3000, "米")]),
    ("安装管道3千米。", [(3, "千米")]),
    ("旅居海外的乡亲3万多。", [(30000, "人")]),
    ("完成产值28600万元，占年计划的57.2，同比增长16.8。", [(286000000, "元"), (57.2, "%"), (16.8, "%")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), VALUES, ids=[text for text, _ in VALUES])
def test_units_that_the_row_or_its_word_gives(text: str, values: list[tuple[float, str]]) -> None:
    rows, _ = extract(read_text(text, period="2006"))
    assert [(row["value"], row["unit"]) for row in rows] == values


def test_full_width_blanks_set_cells_apart_and_the_two_characters_of_a_word() -> None:
    text = "各片造林情况：\n片 别　　面积（亩）\n北　　片　　　420\n南　　片　　　615\n合　　计　　　1035\n"
    rows, _ = extract(read_text(text, period="2006"))
    assert [(row["value"], row["unit"], row["indicator"]) for row in rows] == [
        (420, "亩", "北片面积"),
        (615, "亩", "南片面积"),
        (1035, "亩", "面积合计"),
    ]
    assert [row["part_of"] for row in rows] == [rows[2]["figure_id"], rows[2]["figure_id"], None]


def test_no_place_begins_in_the_midst_of_what_is_said_of_another() -> None:
    rows, _ = extract(read_text("本镇历来是青岭去往河口的要地，面积86平方公里。一年里办广场晚会26场。", period="2006"))
    assert [row["scope"] for row in rows] == ["", ""]
