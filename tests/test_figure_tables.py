"""Figures in tables: their names, units and totals."""

import pytest

from township_analysis.pipeline import extract, read_text


def test_a_table_gives_its_cells_a_name_a_unit_and_a_total() -> None:
    text = "项目名称\t建设规模\t投资（万元）\n村道硬化\t3.2公里\t120\n水厂扩建\t日处理500吨\t80\n合计\t\t200\n"
    rows, _ = extract(read_text(text, period="2019"))
    cells = {row["surface"]: row for row in rows}
    assert [cells[surface]["value"] for surface in ("120", "80", "200")] == [1200000, 800000, 2000000]
    assert cells["120"]["indicator"] == "村道硬化投资"
    assert cells["120"]["part_of"] == cells["200"]["figure_id"]
    assert cells["3.2公里"]["scope"] == "村道硬化"


#: A table with a cell a line: the words of its head, its rows, and surface, value, unit, name, kind, status, period.
LISTED = [
    (
        "指标名称 单位 2018年 2019年 增长（%）",
        "甘蔗产量 万吨 1.2 1.35 12.5 养殖水面 亩 600 — —",
        [
            ("1.2", 12000, "吨", "甘蔗产量", "level", "actual", "2018"),
            ("1.35", 13500, "吨", "甘蔗产量", "level", "actual", "2019"),
            ("12.5", 12.5, "%", "甘蔗产量增长", "growth", "actual", "2019"),
            ("600", 600, "亩", "养殖水面", "level", "actual", "2018"),
        ],
    ),
    (
        "序号 指标 2019年预计 2024年 年均增长 （%） 五年 累计 属性",
        "民生 1 卫生厕所普及率（%） 80 ≥95 ＿ 15 预期性 2 城镇新增就业（人） — — ＿ 350 预期性",
        [
            ("80", 80, "%", "卫生厕所普及率", "share", "forecast", "2019"),
            ("95", 95, "%", "卫生厕所普及率", "share", "plan", "2024"),
            ("15", 15, "%", "卫生厕所普及率五年累计增长", "change", "plan", "2020/2024"),
            ("350", 350, "人", "城镇新增就业", "level", "plan", "2020/2024"),
        ],
    ),
    (
        "序号 项目 单位 2019年 2020年目标",
        "1 三次产业结构 — 20:30:50 18:31:51 2 单位产值能耗 下降 % — 3",
        [
            ("20", 20, "", "第一产业占比", "share", "actual", "2019"),
            ("30", 30, "", "第二产业占比", "share", "actual", "2019"),
            ("50", 50, "", "第三产业占比", "share", "actual", "2019"),
            ("18", 18, "", "第一产业占比", "share", "plan", "2020"),
            ("31", 31, "", "第二产业占比", "share", "plan", "2020"),
            ("51", 51, "", "第三产业占比", "share", "plan", "2020"),
            ("3", 3, "%", "单位产值能耗下降", "growth", "plan", "2020"),
        ],
    ),
    ("指标 2019年", "完成了 全年 任务 12", []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "expected"), LISTED)
def test_a_table_with_a_cell_a_line_is_read_by_its_head(
    head: str, body: str, expected: list[tuple[object, ...]]
) -> None:
    text = f"{head} {body}".replace(" ", "\n").replace("＿", " ")
    rows, _ = extract(read_text(text, period="2019"))
    fields = ("surface", "value", "unit", "indicator", "kind", "status", "period")
    assert [tuple(row[name] for name in fields) for row in rows] == expected


def test_a_table_with_years_and_units_is_read_by_row_and_column() -> None:
    text = "序号\t指标名称\t单位\t2018年\t2019年\t增长（%）\n1\t肉牛存栏\t头\t860\t\t5.5\n2\t户籍人口\t万人\t—\t1.3\t\n"
    rows, _ = extract(read_text(text, period="2019"))
    fields = ("surface", "value", "unit", "indicator", "kind", "period")
    assert [tuple(row[name] for name in fields) for row in rows] == [
        ("860", 860, "头", "肉牛存栏", "level", "2018"),
        ("5.5", 5.5, "%", "肉牛存栏增长", "growth", "2019"),
        ("1.3", 13000, "人", "户籍人口", "level", "2019"),
    ]


def test_the_cells_of_a_table_may_hold_line_breaks() -> None:
    head = "序号\t项目名称\t建设内容\t总投资\n（万元）\t起止\n年限\n"
    rows, _ = extract(
        read_text(f"{head}1\t桑蚕加工厂\t新建标准厂房3栋\t260\t2018-2020\n2\t集镇\n供水\t\t80\t\n", period="2019")
    )
    fields = ("surface", "value", "unit", "indicator", "period", "scope")
    assert [tuple(row[name] for name in fields) for row in rows] == [
        ("3栋", 3, "栋", "新建标准厂房", "2018/2020", "桑蚕加工厂"),
        ("260", 2_600_000, "元", "桑蚕加工厂总投资", "2018/2020", "桑蚕加工厂"),
        ("80", 800_000, "元", "集镇供水总投资", "2019", "集镇供水"),
    ]
