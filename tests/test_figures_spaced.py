"""Tables whose cells single blanks or line ends set apart, and points typed as 、 through a text."""

from township_analysis import read_text
from township_analysis.pipeline import extract

TITLE = "石桥镇2019年工作总结\n"


def _rows(table: str) -> list[tuple[object, ...]]:
    text = TITLE + table
    figures, _ = extract(read_text(text))
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in figures)
    return [(row["value"], row["unit"], row["indicator"], row["kind"], row["status"], row["scope"]) for row in figures]


def test_a_column_of_units_and_one_of_what_was_planned() -> None:
    table = "项目名称 单位 年初计划 实际完成 完成率(%)\n道路硬化 公里 3 3.4 113.3\n危房改造 户 20 23 115\n"
    assert _rows(table) == [
        (3, "公里", "道路硬化年初计划", "level", "plan", ""),
        (3.4, "公里", "道路硬化实际完成", "level", "actual", ""),
        (113.3, "%", "道路硬化完成率", "share", "actual", ""),
        (20, "户", "危房改造年初计划", "level", "plan", ""),
        (23, "户", "危房改造实际完成", "level", "actual", ""),
        (115, "%", "危房改造完成率", "share", "actual", ""),
    ]


def test_a_unit_above_the_table_and_a_row_of_totals() -> None:
    table = "奖补项目(单位：万元)\n序号 项目 总投资 其中：奖补\n1 三组进组路 28.5 18\n2 七组灌溉渠 16.2 11.2\n合计 44.7 29.2\n"
    rows = _rows(table)
    assert [row[0] for row in rows] == [285000, 180000, 162000, 112000, 447000, 292000]
    assert [row[2] for row in rows[:2]] == ["三组进组路总投资", "三组进组路奖补"]
    assert [row[5] for row in rows] == ["三组进组路"] * 2 + ["七组灌溉渠"] * 2 + [""] * 2


def test_growth_stands_in_the_row_of_its_amount() -> None:
    table = "农产品 2019年 比上年增长%\n粮食 32.4万吨 6.2\n其中：小麦 17.83万吨 9.4\n玉米 8.06万吨 -3.1\n"
    rows = _rows(table)
    assert [row[2] for row in rows[:4]] == ["粮食产量", "粮食产量比上年增长", "小麦产量", "小麦产量比上年增长"]
    assert [row[0] for row in rows if row[3] == "growth"] == [6.2, 9.4, -3.1]
    assert {row[5] for row in rows} == {""}


def test_words_with_blanks_between_them_are_no_table() -> None:
    text = "会议 地点 时间\n石桥镇 会议室 9时\n全镇造林 20 亩，修路 3 公里。\n"
    assert [row[2] for row in _rows(text)] == ["造林面积", "修路长度"]


def test_a_cell_a_line() -> None:
    table = "指标名称\n计划(万元)\n实际完成(万元)\n完成计划%\n同比增长%\n税收\n120\n130\n108.3\n6.5\n外资\n\n60\n48\n80\n-3.2\n"
    assert _rows(table + "二、全年新建水渠3公里。\n") == [
        (1200000, "元", "税收计划", "level", "plan", ""),
        (1300000, "元", "税收实际完成", "level", "actual", ""),
        (108.3, "%", "税收完成计划", "share", "actual", ""),
        (6.5, "%", "税收同比增长", "growth", "actual", ""),
        (600000, "元", "外资计划", "level", "plan", ""),
        (480000, "元", "外资实际完成", "level", "actual", ""),
        (80, "%", "外资完成计划", "share", "actual", ""),
        (-3.2, "%", "外资同比增长", "growth", "actual", ""),
        (3, "公里", "新建水渠", "level", "actual", ""),
    ]


def test_bars_between_cells() -> None:
    table = "指标名称 | 2016年计划 | 2016年完成 |\n造林(亩) | 520 | 526 |\n外资(万美元) | 38 | 36 |\n"
    assert [row[:3] for row in _rows(table)] == [
        (520, "亩", "造林"),
        (526, "亩", "造林"),
        (380000, "美元", "外资"),
        (360000, "美元", "外资"),
    ]


def test_a_village_a_row_is_the_scope_and_no_part_of_the_name() -> None:
    table = "序号\t村名\t户数(户)\t面积(亩)\n1\t东岭村\t46\t1 803.2\n2\t西坡村\t41\t652.0\n"
    rows = _rows(table)
    assert [(row[0], row[2], row[5]) for row in rows[:2]] == [(46, "户数", "东岭村"), (1803.2, "面积", "东岭村")]


def test_a_list_of_names_is_no_table() -> None:
    text = "项目\n计划\n完成\n道路\n3\n水渠\n全镇造林20亩。\n"
    assert [row[2] for row in _rows(text)] == ["造林面积"]


def test_points_typed_as_marks_of_a_list_through_a_text() -> None:
    text = (
        "入学率97、2%，巩固率分别为95、8%和96、1%，出生率17、2‰，产值为计划的103、2%，比上年增长6、8；人均耕地0、88亩，修路7、5公里，"
        "面积11 7、6平方公里，提高4、1个百分点，建成3、5个。\n"
    )
    values = [97.2, 95.8, 96.1, 17.2, 103.2, 6.8, 0.88, 7.5, 117.6, 4.1]
    assert [row[0] for row in _rows(text)[:10]] == values


def test_a_text_with_points_has_lists() -> None:
    text = "入学率97.2%，巩固率95.8%，出生率17.2‰，增长率6.8%。三个村分别修路3、5公里。\n"
    assert [row[0] for row in _rows(text)[-2:]] == [3, 5]


def test_a_blank_between_thousands() -> None:
    assert [row[0] for row in _rows("全乡3526户，1 6842人。\n")] == [3526, 16842]
