"""Profiles of townships and reports on one field: names, and the times that a text without a year gives."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures.
NAMES: list[tuple[str, list[str]]] = [
    ("总面积86.5平方公里，耕地面积9800亩。", ["总面积", "耕地面积"]),
    ("营业收入730万元，实现利润52万元。", ["营业收入", "利润"]),
    ("全乡辖12个行政村，一个居委会。", ["行政村", "居委会"]),
    ("现有幼儿园、小学各一所，建设一个中心。", ["幼儿园、小学"]),
    ("截至目前全乡共有2870户10350人。", ["全乡总户数", "全乡总人口"]),
    ("人口密度为每平方千米68人。", ["人口密度"]),
    ("石桥镇有林地面积3200亩，该镇现有水库2座。", ["林地面积", "水库"]),
    ("乡政府驻地离县城31公里，距周边集镇均在12公里左右。", ["离县城距离", "距周边集镇距离"]),
    ("年平均气温15℃，最高达38℃，最低达-7℃。", ["年平均气温", "最高气温", "最低气温"]),
    ("平均海拔900米，最高1350米。", ["平均海拔", "最高海拔"]),
    (
        "总人口中，男性4100人，占51.2%；女性3900人，占48.8%；15—64岁5600人，占70%；65岁以上900人，占11.2%。",
        [
            "男性人数", "男性人数占总人口比重", "女性人数", "女性人数占总人口比重", "15-64岁的人口",
            "15-64岁的人口占总人口比重", "65岁以上的人口", "65岁以上的人口占总人口比重",
        ],
    ),
    (
        "有农业户3100户，农业人口12600人，分别占总户数和总人口的91%和93.5%。",
        ["农业户", "农业人口", "农业户占总户数比重", "农业人口占总人口比重"],
    ),
    ("2003年末辖柳沟、白沙、青石3个村，25个村民小组。", ["村", "村民小组"]),
    ("有傣、白等少数民族，共860人。", ["少数民族人数"]),
    (
        "非税返还3亿元，完成年初预算数5亿元的60%，比上年减收0.2亿元，下降6.3%。",
        ["非税返还", "非税返还年初预算数", "非税返还完成年初预算数比例", "非税返还减收", "非税返还下降"],
    ),
    ("上年结余46万元，加上级补助收入210万元，减上解支出18万元。", ["上年结余", "上级补助收入", "上解支出"]),
    ("提高供养标准，从原来的480元提高到550元。", ["提高供养标准", "提高供养标准"]),
    ("全镇享受最低生活保障的对象户620户。", ["享受最低生活保障的对象户"]),
    ("【农业】耕地面积3200亩，共有家庭户[3]1300户。", ["耕地面积", "家庭户户数"]),
    ("有工业企业46个，其中规模以上7个。", ["工业企业", "规模以上工业企业"]),
    ("牛饲养量820头，年末存栏数610头。", ["牛饲养量", "牛存栏数"]),
    ("水果产量90吨，其中桃子，产量60吨，李子，产量30吨。", ["水果产量", "桃子产量", "李子产量"]),
    ("蔬菜产量3.1万吨，其中大蒜0.6万吨，西红柿1.2万吨。", ["蔬菜产量", "大蒜产量", "西红柿产量"]),
    (
        "60岁及以上人口为2100人，占19%，15-59岁人口为6800人。",
        ["60岁及以上人口", "60岁及以上人口占比", "15-59岁人口"],
    ),
    (
        "油茶林改造：计划任务数为300亩，已完成210亩，占任务数的70%。",
        ["油茶林改造任务数", "油茶林改造面积", "油茶林改造面积占任务比例"],
    ),
    ("学生210名，全村年人均纯收入已达2600元。", ["学生", "年人均纯收入"]),
    ("有林面积520公顷，境内有一所初级中学，在校生300人。", ["有林面积", "初级中学", "在校生人数"]),
    ("总人口12600人，总面积92平方公里；茶园5个，总面积300亩。", ["总人口", "总面积", "茶园", "茶园总面积"]),
    ("总人口8000人，苗族人口最多，占总人口的61%。", ["总人口", "苗族人口占总人口比重"]),
    ("7-12周岁适龄儿童总数640人，年产八角30吨。", ["7-12周岁适龄儿童总数", "八角年产量"]),
    ("规模养殖场9家，其中养猪场6家，肉牛养殖3家。", ["规模养殖场", "养猪场", "肉牛养殖"]),
    ("总出生170人，比去年同期多出生14人，死亡37人，出生率为4.85‰。", ["总出生人数", "总出生人数多出生", "死亡人数", "出生率"]),
    ("比去年同期(429)多生7人，出生率为7.57‰，上升了0.04个千分点。", ["多生", "出生率", "出生率上升"]),
    ("药材有党参、大黄等170余种，地理特征 最高海拔2200米。", ["药材", "最高海拔"]),
    (
        "乡镇企业总产值、总收入、利税分别达3360万元、3570万元、100万元。",
        ["乡镇企业总产值", "乡镇企业总收入", "乡镇企业利税"],
    ),
    ("补贴标准为51元/亩，惠及石桥镇1381户农户。", ["补贴标准", "农户"]),
    (
        "受理纠纷92件，调处成功90件，防止民转刑3件，调处率100%。",
        ["受理纠纷", "调处成功纠纷", "防止民转刑", "纠纷调处率"],
    ),
    ("第二、三产业收入5万元，其中从事第一产业人数38人。", ["第二、三产业收入", "从事第一产业人数"]),
    (
        "有17户通电，有3户通有线电视，拥有拖拉机农户6户(分别占农户总数的97%、10%和35%)。",
        [
            "通电户数", "通有线电视户数", "拖拉机农户", "通电户数占农户总数比重", "通有线电视户数占农户总数比重",
            "拖拉机农户占农户总数比重",
        ],
    ),
    ("距离乡16公里，距离最近的车站(码头)9公里。", ["距乡距离", "距最近的车站(码头)距离"]),
    ("提供12类村级公共服务岗位259个，31名网格员负责排查。", ["提供村级公共服务岗位", "提供村级公共服务岗位", "负责排查的网格员"]),
    ("工农业总产值2.6亿元，其中：农业总产值0.9亿元。", ["工农业总产值", "农业总产值"]),
    ("已有6个村委会14个村民小组通公路，3个村没通油路。", ["村委会", "通公路的村民小组", "没通油路的村"]),
    ("此次大雨共造成全乡786户2702人受灾。", ["受灾户数", "受灾人数"]),
    ("建设用地10万平方米，9个村民小组解决了饮水困难。", ["建设用地面积", "解决饮水困难的村民小组"]),
    ("1月平均气温6.5℃，无霜期年平均230天，最长达240天。", ["1月平均气温", "无霜期", "最长无霜期"]),
    ("在校生900人，其中小学600人、初中300人。", ["在校生人数", "小学在校生", "初中在校生"]),
    ("税收260万元、非税90万元，年均增长分别达12%和9%。", ["税收", "非税", "税收年均增长", "非税年均增长"]),
]  # fmt: skip


def _figures(text: str, title: str = "石桥镇概况") -> list[dict[str, object]]:
    rows = extract(read_text(text, title=title))[0]
    return [row for row in rows if row["core"]]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_figures_of_profiles_have_names(text: str, names: list[str]) -> None:
    """What is asked about: the name of every figure that a statistician would want."""
    assert [row["indicator"] for row in _figures(text)] == names


def test_the_year_of_a_paragraph_holds_in_a_text_that_has_none_of_its_own() -> None:
    """It holds no longer for what stands now, or for what has no time (heights, areas)."""
    text = "2012年末，全镇总人口8200人。另有流动人口150人。工业总产值2.3亿元。现有小学4所。\n平均海拔760米。"
    assert [row["period"] for row in _figures(text)] == ["2012-12-31", "2012-12-31", "2012", None, None]


def test_the_year_of_an_event_holds_for_nothing_behind_it() -> None:
    assert [row["period"] for row in _figures("1965年建成红旗水库。全镇有党员310名。")] == [None]


def test_dates_may_have_blanks() -> None:
    rows = _figures("2008年 5 月，发放救济金 3.6 万元。2008 年 6 月 20 日，转移群众 85 人。")
    assert [row["period"] for row in rows] == ["2008-05", "2008-06-20"]


def test_what_a_bracket_breaks_down_is_itself_a_part() -> None:
    rows = _figures(
        "教职工644人（专任教师620人），其中小学教职工429人（专任教师420人），初中教职工215人（专任教师200人）。"
    )
    surfaces = {row["figure_id"]: row["surface"] for row in rows}
    assert [surfaces.get(row["part_of"]) for row in rows] == [None, "644人", "644人", "429人", "644人", "215人"]


def test_a_year_that_all_is_compared_with_is_that_of_every_base() -> None:
    rows = _figures("与2010年相比，人均预期寿命由72岁提高到75岁，文盲率由4.1%下降为2.6%。", "石桥镇2020年统计公报")
    assert [row["period"] for row in rows if row["kind"] == "share"] == ["2010", "2020"]


def test_teachers_are_no_part_of_the_pupils() -> None:
    rows = _figures("在校学生735人，其中少数民族学生584人，教师54人。")
    assert [row["part_of"] is None for row in rows] == [True, False, True]


def test_the_day_on_which_a_township_was_merged_is_no_period() -> None:
    rows = _figures("2005年7月1日撤乡（原白沙乡）并镇后，石桥镇下辖21个村委会，总面积304.2平方公里。")
    assert [(row["indicator"], row["period"]) for row in rows] == [("村委会", None), ("总面积", None)]


def test_things_counted_at_the_end_of_a_year_stand_then() -> None:
    rows = _figures("2016年末，全镇有拖拉机320台，设施占地面积59公顷，播种面积300亩。")
    assert [row["period"] for row in rows] == ["2016-12-31", "2016-12-31", "2016"]


def test_a_value_in_brackets_behind_last_year_is_that_of_last_year() -> None:
    rows = _figures("计划生育率为99.54%，比去年同期(98.37%)上升1.17个百分点。", "石桥镇2010年上半年统计分析")
    assert [row["period"] for row in rows] == ["2010-H1", "2009-H1", "2010-H1"]


def test_what_stands_now_is_of_the_year_that_its_own_sentence_names() -> None:
    assert [row["period"] for row in _figures("2020年，投入资金80万元，现有贫困户12户脱贫。")] == ["2020", "2020"]
    assert [row["period"] for row in _figures("2020年，投入资金80万元。现有贫困户12户。")] == ["2020", None]


def test_a_date_in_a_bracket_behind_a_figure_is_its_own() -> None:
    rows = _figures("极端最高气温36℃（2013年6月17日），极端最低气温为—8℃，年平均气温15℃。")
    assert [row["period"] for row in rows] == ["2013-06-17", None, None]
    assert [row["value"] for row in rows] == [36, -8, 15]


def test_what_the_text_as_a_whole_is_about_is_no_scope() -> None:
    rows = _figures("青石中心小学占地面积9000平方米，有教学班12个。", "青石中心小学简介")
    assert {row["scope"] for row in rows} == {""}
