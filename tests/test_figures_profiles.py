"""Profiles of townships and reports on one field: names, and the times that a text without a year gives."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures.
NAMES: list[tuple[str, list[str]]] = [
    ("总面积86.5平方公里，耕地面积9800亩。", ["总面积", "耕地面积"]),
    ("全乡辖14个村96个村民组5300户2.1万人，现有机电井210眼。", ["村", "村民组", "总户数", "总人口", "机电井"]),
    ("距县城22公里、省城180公里，有桑园600亩。", ["距县城距离", "距省城距离", "桑园面积"]),
    ("养蜂户46户，产蜜12吨，户均收入1.2万元。", ["养蜂户", "蜜产量", "养蜂户户均收入"]),
    ("新识别监测对象3户9人，全乡共有监测对象60户210人。", ["新识别监测对象户数", "新识别监测对象人数", "监测对象户数", "监测对象人数"]),
    ("化解纠纷40起，其中土地纠纷12起，邻里纠纷20起，调解成功率97%。", ["化解纠纷", "化解土地纠纷", "化解邻里纠纷", "纠纷调解成功率"]),
    ("茶叶产量60吨，在遭受春旱的情况下仍比上年增产5吨。", ["茶叶产量", "茶叶产量增产"]),
    ("境内最高点位于云台山，海拔1320米；最低点位于河口，海拔410米。", ["最高点海拔", "最低点海拔"]),
    ("个体工商户180户，从业人员320人，注册资金460万元。", ["个体工商户", "个体工商户从业人员", "个体工商户注册资金"]),
    ("主要河道有东沟、西沟，总长12公里。", ["主要河道总长"]),
    ("收入合计560万元，加上级补助120万元。", ["收入合计", "上级补助"]),
    ("春玉米已播栽面积3200亩；技改投入继续加大，达到860万元。", ["春玉米播栽面积", "技改投入"]),
    ("税收逐年增长，2018年完成120万元，2019年完成190万元。", ["税收", "税收"]),
    ("有民营企业46家，其中税收过百万元的3家，过50万元的9家。", ["民营企业", "税收过百万元的民营企业", "税收过50万元的民营企业"]),
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
        "有牧业户3100户，牧业人口12600人，分别占全旗户数和人口的91%和93.5%。",
        ["牧业户", "牧业人口", "牧业户占户数比重", "牧业人口占人口比重"],
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
    ("有林面积520公顷，境内有一所初级中学，在校生300人。", ["有林面积", "初级中学", "初级中学在校生人数"]),
    ("总人口12600人，总面积92平方公里；茶园5个，总面积300亩。", ["总人口", "总面积", "茶园", "茶园总面积"]),
    ("总人口8000人，苗族人口最多，占总人口的61%。", ["总人口", "苗族人口占总人口比重"]),
    ("7-12周岁适龄儿童总数640人，年产八角30吨。", ["7-12周岁适龄儿童总数", "八角年产量"]),
    ("规模养殖场9家，其中养猪场6家，肉牛养殖3家。", ["规模养殖场", "养猪场", "肉牛养殖"]),
    ("总出生170人，比去年同期多出生14人，死亡37人，出生率为4.85‰。", ["总出生人数", "总出生人数多出生", "死亡人数", "出生率"]),
    ("比去年同期(429)多生7人，出生率为7.57‰，上升了0.04个千分点。", ["多生", "出生率", "出生率上升"]),
    ("完成9个村道路硬化12公里，6个社区管网改造8公里。", ["道路硬化的村", "道路硬化", "管网改造的社区", "管网改造"]),
    ("实施5个村安全饮水工程12处。", ["村", "安全饮水工程"]),
    ("山顶有一石台，长3.1米，厚0.4米。", ["石台长度", "石台厚度"]),
    ("孤儿3人，享受低保待遇的有912人。", ["孤儿人数", "享受低保待遇人数"]),
    ("合作社由6家发展到41家，做到每村2家以上，但运营规范的只有17家。", [*["合作社"] * 2, "做", "运营规范的合作社"]),
    ("内设机构共9个，比现有的12个减少3个。", ["内设机构", "内设机构", "内设机构减少"]),
    ("如今五个社区有志愿者队伍82支，1260人。", ["社区", "志愿者队伍", "志愿者队伍人数"]),
    ("年产值6亿元，利润1亿元，分别占全镇的83%和79%。", ["年产值", "利润", "年产值占全镇比重", "利润占全镇比重"]),
    ("政府采购支出总额38万元，其中政府采购货物支出12万元。", ["政府采购支出总额", "政府采购货物支出"]),
    ("有七成村民从事渔业生产，渔场面积960平方海里。", ["从事渔业生产的村民占比", "渔场面积"]),
    ("东起石门，西至柳浦，长8公里，宽3米。", ["长度", "宽度"]),
    ("核定载畜量6万个绵羊单位，沿海有渔业村4个。", ["核定载畜量", "渔业村"]),
    ("党员中男党员5人，全镇海岸线长6公里，在全县各乡镇中居第二。", ["男党员", "海岸线长", "海岸线长全县排名"]),
    ("有9户通自来水，有5户还存在饮水困难或水质未达标（占农户的2%）。", ["通自来水户数", "饮水困难户数", "饮水困难户数占农户比重"]),
    ("落实边民补助36户，每户每年补助900元，发放补助资金3万元。", ["边民补助户数", "边民补助每户每年补助", "边民补助发放补助资金"]),
    ("建于70年代的老桥，长30米。", ["老桥长度"]),
    # budgets: what this year's is compared with, sums of all, what is left from the year before
    ("修路支出36万元，比上年执行数增长6%，较上年决算数增加2万元。", ["修路支出", "修路支出增长", "修路支出增加"]),
    ("上年专项结余3万元，收入总计86万元，支出总计80万元。", ["上年专项结余", "收入总计", "支出总计"]),
    ("收入比持续缩小，由上年的2.6:1下降为2.5:1。", ["收入比", "收入比"]),
    ("第二、第三产业占比分别回落1.2和0.8个百分点。", ["第二产业占比回落", "第三产业占比回落"]),
    ("工业投资增长9%，超全市平均2个百分点。", ["工业投资增长", "工业投资增长超全市平均"]),
    ("茶叶产值从建厂初期的2万元增加到40万元。", ["茶叶产值", "茶叶产值"]),
    ("2001年渔民人均收入310元，2002年为360元。", ["渔民人均收入", "渔民人均收入"]),
    ("参考人数260，在职教师35人。", ["参考人数", "在职教师"]),
    ("辖9个村，一个街道办事处；最低海拔(白沙河口)260米。", ["村", "街道办事处", "最低海拔"]),
    ("总人口中女性3100人，渔民纯收入人均达5200元。", ["女性人数", "渔民纯收入人均"]),
    ("失业率≤4%，草地类型分3大类6个亚类。", ["失业率", "草地类型", "亚类"]),
    ("药材有党参、大黄等170余种，地理特征 最高海拔2200米。", ["药材", "最高海拔"]),
    (
        "茶厂产量、销售额、税收分别为336吨、357万元、10万元。",
        ["茶厂产量", "茶厂销售额", "茶厂税收"],
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
    ("已有6个行政村14个自然村通公路，3个村没通自来水。", ["行政村", "通公路的自然村", "没通自来水的村"]),
    ("此次大雨共造成全乡786户2702人受灾。", ["受灾户数", "受灾人数"]),
    ("建设用地10万平方米，9个村民小组解决了饮水困难。", ["建设用地面积", "解决饮水困难的村民小组"]),
    ("1月平均气温6.5℃，无霜期年平均230天，最长达240天。", ["1月平均气温", "无霜期", "最长无霜期"]),
    ("水浇地 6.0 万亩，交通工具有农用汽车18辆，户平2辆。", ["水浇地面积", "农用汽车", "户平农用汽车"]),
    ("国民生产总值15亿元，按当年价计算比上年增长6.4%。", ["国民生产总值", "国民生产总值增长"]),
    ("草圈9900平方米及5处青贮窖等。", ["草圈面积", "青贮窖"]),
    ("全乡总人口6420人，户数1756户。", ["总人口", "户数"]),
    ("石桥镇与白沙县城相距39公里，年平均温度16.2oC。", ["距白沙县城距离", "年平均温度"]),
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


def test_a_year_that_a_sentence_begins_with_holds_for_what_was_grown_behind_it() -> None:
    text = "耕地2万亩。2011年，花生产量452吨。蔬菜产量8635吨，生猪饲养量15870头。生态护林员46名。"
    assert read_text(text, title="石桥镇概况").figures()["period"].fillna("").tolist() == [
        "",
        "2011",
        "2011",
        "2011",
        "",
    ]


def test_what_two_years_are_compared_by_has_its_base_in_the_first() -> None:
    text = "1992年与1949年比较，工业总产值由62万元增至13055万元。"
    assert read_text(text, title="石桥镇概况").figures()["period"].tolist() == ["1949", "1992"]


def test_the_year_of_an_event_holds_for_nothing_behind_it() -> None:
    assert [row["period"] for row in _figures("1965年建成红旗水库。全镇有党员310名。")] == [None]


def test_dates_may_have_blanks() -> None:
    rows = _figures("2008年 5 月，发放救济金 3.6 万元。2008 年 6 月 20 日，转移群众 85 人。")
    assert [row["period"] for row in rows] == ["2008-05", "2008-06-20"]


def test_what_a_bracket_breaks_down_is_itself_a_part() -> None:
    rows = _figures("医护人员64人（医师20人），其中镇医院医护人员43人（医师14人），村级医护人员21人（医师6人）。")
    surfaces = {row["figure_id"]: row["surface"] for row in rows}
    assert [surfaces.get(row["part_of"]) for row in rows] == [None, "64人", "64人", "43人", "64人", "21人"]


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
    rows = _figures("极端最高气温36℃（2013年6月17日，县气象局），极端最低气温为—8℃，年平均气温15℃。")
    assert [row["period"] for row in rows] == ["2013-06-17", None, None]
    assert [row["value"] for row in rows] == [36, -8, 15]


def test_what_the_text_as_a_whole_is_about_is_no_scope() -> None:
    rows = _figures("青石中心小学占地面积9000平方米，有教学班12个。", "青石中心小学简介")
    rows += _figures("石桥镇白沙村距县城39公里，有耕地700亩。", "白沙村概况")
    assert {row["scope"] for row in rows} == {""}


def test_a_line_that_a_village_heads_is_about_it() -> None:
    rows = _figures("【村情】东岭村：在镇区北面，有6个组，420户1600人。林地900亩。\n西坡村：距镇区8公里，210户。")
    assert [row["scope"] for row in rows] == ["东岭村"] * 4 + ["西坡村"] * 2
    assert [row["indicator"] for row in rows][1:3] == ["户数", "人口"]


def test_the_year_that_a_sentence_names_holds_over_its_semicolons() -> None:
    rows = _figures("2020/2021年榨季产糖3万吨。2022年产值5亿元，增长9%；投资2亿元，下降3%；税收900万元。")
    assert [row["period"] for row in rows] == ["2020/2021"] + ["2022"] * 5


def test_farms_and_pastures_that_are_counted_or_measured_are_no_scope() -> None:
    rows = _figures("全县有国有林场9个，其中用材林场5个，风景林场(森林公园)4个。可利用草牧场面积21万亩。")
    assert {row["scope"] for row in rows} == {""}
    assert _figures("失业率≤4%，覆盖率≥60%。")[0]["approx"] == "less"


def test_decades_are_dates_and_what_is_being_built_is_no_plan() -> None:
    rows = _figures("年均产量，50年代310吨，八十年代达到900吨。20世纪90年代引进良种3个。堤始建于70年代，长3公里。")
    assert [row["period"] for row in rows] == ["1950/1959", "1980/1989", "1990/1999", None]
    rows = _figures("2019年，建成水厂1座，拟建良种场1处，正在建设防治站2处。", "石桥镇2019年工作总结")
    assert [row["status"] for row in rows] == ["actual", "plan", "actual"]
    assert _figures("果树沟牧业村下设3个社。")[0]["indicator"] == "社"


def test_a_gazetteer_has_no_period_and_its_bases_have_their_own() -> None:
    rows = _figures("1934年，粮食亩产68公斤。1956年，粮食单产118公斤。", "柳河乡志概述")
    assert [(row["period"], row["status"]) for row in rows] == [("1934", "actual"), ("1956", "actual")]
    rows = _figures("至1990年茶叶收入284万元，比1955年2万元增加141倍，比1978年的9万元增加30倍。", "柳河乡志概述")
    assert [row["period"] for row in rows] == ["1990", "1955", "1990", "1978", "1990"]
    rows = _figures("新塔于2003年5月奠基、2004年8月竣工，高32.4米。三号矿于1986年开采，日产矿石200吨。")
    assert [row["period"] for row in rows] == [None, None]


def test_what_a_village_is_set_against_is_of_its_own_village() -> None:
    rows = _figures("东河社区办公面积达460平方米，而西关社区办公面积有110平方米。")
    assert [row["scope"] for row in rows] == ["东河社区", "西关社区"]


def test_things_of_the_next_sentence_stand_at_the_end_of_the_year_too() -> None:
    rows = _figures("2011年末，全镇有商业网点46个。有文化站1个，藏书500册。")
    assert {row["period"] for row in rows[:2]} == {"2011-12-31"}


def test_a_part_of_what_stands_at_a_day_stands_then() -> None:
    rows = _figures("截至2015年底，单位共有车辆2辆，其中应急用车1辆。年末农机总动力58万千瓦。", "石桥镇2015年统计公报")
    assert [row["period"] for row in rows] == ["2015-12-31"] * 3


def test_what_follows_is_of_the_year_that_the_text_says_once() -> None:
    rows = _figures(
        "全镇辖12个村。工农业总产值4268万元(2008年统计数，下同)，粮食总产量3160吨。\n企业情况\n有企业58家。"
    )
    assert [row["period"] for row in rows] == [None, "2008", "2008", "2008"]


def test_what_a_sentence_breaks_down_again_stands_on_the_day_of_the_whole() -> None:
    told = "年末户籍人口1200人。其中，城镇500人，乡村700人；男性人口620人，女性人口580人。"
    rows = _figures(told + "年末贷款余额9亿元。其中：住户贷款余额3亿元，增长22%。", "石桥镇2015年统计公报")
    assert [row["period"] for row in rows] == ["2015-12-31"] * 7 + ["2015"]


def test_last_year_is_not_the_year_in_which_a_township_was_set_up() -> None:
    rows = _figures("1958年改公社，1993年建镇。去年新建茶园6个，全年产茶90吨。全镇总面积52.3km2。")
    assert [row["period"] for row in rows] == [None] * 3


def test_a_line_that_its_subject_and_a_year_head_is_of_that_year() -> None:
    rows = _figures("有村42个。\n农业 2007年总产值1.9亿元。实有耕地320公顷。年末存款余额9亿元，比例不变。")
    assert [row["period"] for row in rows] == [None, "2007", "2007", "2007-12-31"]


def test_what_a_population_is_made_of_is_of_its_day() -> None:
    text = "石河镇地处县城西南。2011年末，总人口30568人。总人口中，男性15820人，占51.8%。以汉族为主，达30120人。"
    rows = _figures(text, "石河镇概况")
    assert {row["period"] for row in rows} == {"2011-12-31"}


def test_the_years_end_and_the_whole_year_are_of_the_year_told_before() -> None:
    text = "2005年，工业产值860万元。年末猪存栏1800头，羊存栏1200只。\n【农业】2016年，粮食产量9000吨。蔬菜产量720吨。\n【工业】全年产值6亿元。"
    rows = _figures(text, "石河镇概况")
    assert [row["period"] for row in rows] == ["2005", "2005-12-31", "2005-12-31", "2016", "2016", "2016"]


def test_what_was_spent_on_those_counted_says_so() -> None:
    rows = _figures(
        "2011年，有城镇低保户86户，人数160人，支出42万元。水厂生产能力0.3万吨/日。【教育】有中学1所。", "石河镇概况"
    )
    assert [row["indicator"] for row in rows][2:] == ["城镇低保户支出", "水厂生产能力", "中学"]
