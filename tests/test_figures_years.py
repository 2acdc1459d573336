"""Which of several years, or of those told of before, a figure is about."""

import pytest

from township_analysis.pipeline import read_text

#: Sentences of a review of five years: surface, and what it is about.
OF_FIVE_YEARS = [
    ("省级合作社12家。", "12家", "2025"),
    ("省级合作社超30家。", "30家", "2025"),
    ("公路通车里程86公里。", "86公里", "2025"),
    ("茶叶加工产值8亿元。", "8亿元", "2025"),
    ("苗木基地扩容至9个。", "9个", "2025"),
    ("合作社发展到42家、茶社18家。", "18家", "2025"),
    ("医疗保险参保6300人。", "6300人", "2025"),
    ("水厂日供水300吨。", "300吨", "2025"),
    ("6所学校位居全县前列。", "6所", "2025"),
    ("菌草新设作坊7家。", "7家", "2021/2025"),
    ("治理柳溪流域面积9平方公里。", "9平方公里", "2021/2025"),
    ("3家水厂并网供水。", "3家", "2021/2025"),
    ("2家茶厂战略性重组。", "2家", "2021/2025"),
    ("90户310人稳定脱贫。", "90户", "2021/2025"),
    ("让40户群众搬离了滑坡体。", "40户", "2021/2025"),
    ("水利建设投资达到3亿元。", "3亿元", "2021/2025"),
    ("每年减轻农民负担20万元。", "20万元", "2021/2025"),
    ("老年食堂数量新增5家。", "5家", "2021/2025"),
    ("4家水厂、3家电站并网运行。", "4家", "2021/2025"),
    ("省领导两次来县视察指导。", "两次", "2021/2025"),
    ("案件数同比下降4%。", "4%", "2025"),
    ("PM2.5年均浓度31微克/立方米。", "31微克/立方米", "2025"),
    # a year's yield is of the last year, and grew since the one compared with in that year
    ("工业增加值完成3亿元。", "3亿元", "2025"),
    ("完成渔业总产值6亿元。", "6亿元", "2025"),
    ("职工年平均工资6.2万元，比2020年增加9000元。", "6.2万元", "2025"),
    ("苗木总产完成90万株，比2020年增长8%；茶叶产量300吨，增长6%。", "90万株", "2025"),
    ("苗木总产完成90万株，比2020年增长8%；茶叶产量300吨，增长6%。", "6%", "2025"),
    ("2025年工业产值6亿元，比2020年增长2倍，其中乡办工业产值1亿元，增长46%。", "46%", "2025"),
    ("城镇登记失业率3%，低于控制目标0.6个百分点。", "0.6个百分点", "2025"),
    ("2025年税收900万元，超额完成任务80万元。", "80万元", "2025"),
    # a sum over the years, and what comes of it
    ("2025年税收900万元，5年累计上缴3600万元。", "3600万元", "2021/2025"),
    ("累计接待游客68万人次，实现旅游收入3亿元。", "3亿元", "2021/2025"),
    ("合作社累计达到30家，实现销售额6亿元。", "6亿元", "2025"),
    ("五年累计引资6亿元，年均增长8%。民营经济增加值3亿元，占比31%。", "3亿元", "2025"),
    ("地区生产总值62亿元，累计完成215亿元，人均突破9万元，居全市第五。", "9万元", "2025"),
    # a growth behind a level of a year is of that year, unless it says that it runs over them
    ("2025年生产总值86亿元，增长9%；财政收入6亿元，增长11%，其中本级增长8%。", "9%", "2025"),
    ("2025年生产总值86亿元，增长9%；财政收入6亿元，增长11%，其中本级增长8%。", "11%", "2025"),
    ("2025年生产总值86亿元，增长9%；财政收入6亿元，增长11%，其中本级增长8%。", "8%", "2025"),
    ("2025年工业产值6亿元，实现利税4000万元、利润900万元，分别增长12%和7%。", "7%", "2025"),
    ("2025年工业产值6亿元，年均增长12%。", "12%", "2021/2025"),
    ("2025年工业产值6亿元，平均每年增长12%。", "12%", "2021/2025"),
    # what stands at the end, also with the next of its kind
    ("全县仍有300人没有稳定脱贫。", "300人", "2025"),
    ("全县320名贫困人口和510名特困人口纳入低保。", "510名", "2025"),
]


@pytest.mark.parametrize(("text", "surface", "period"), OF_FIVE_YEARS)
def test_what_is_done_over_the_years_and_what_stands_at_their_end(text: str, surface: str, period: str) -> None:
    told = f"一、“十四五”时期发展成就\n“十四五”时期，全县上下团结奋斗，面貌焕然一新。\n（一）成效明显。{text}\n"
    rows = read_text(told, title="竹林县2025年工作总结").figures()
    assert rows[rows["surface"] == surface]["period"].tolist() == [period]


#: Paragraphs under a heading that names five years and their last: surface, and what it is about.
OF_SPAN_AND_YEAR = [
    ("农业喜获丰收。1995年，粮食总产3万吨，收购烟叶900担。全县新打机井31眼。", "31眼", "1995"),
    ("——农业稳步发展。1995年，粮食总产3万吨。新建大棚40座。", "40座", "1995"),
    ("工业稳步前进。总产值5亿元，比上年增长9%。完成技改项目7项，投资310万元。", "7项", "1995"),
    ("教育事业有新成绩。适龄儿童入学率98%，比上年提高2个百分点；新建校舍900平方米。", "900平方米", "1995"),
    ("城乡面貌改善。五年新修公路60公里，新建水厂3座。", "3座", "1991/1995"),
    ("工业稳步前进。总产值5亿元，年均增长9%。完成技改项目7项。", "7项", "1991/1995"),
    ("农业喜获丰收。1995年，粮食总产3万吨。\n基础建设加强。新修公路60公里。", "60公里", "1991/1995"),
]


@pytest.mark.parametrize(("text", "surface", "period"), OF_SPAN_AND_YEAR)
def test_paragraphs_on_the_last_year_of_a_heading_that_names_it_too(text: str, surface: str, period: str) -> None:
    told = f"一、“八五”期间和1995年的工作\n“八五”期间，全县上下团结奋斗，面貌焕然一新。\n{text}\n二、1996年工作\n要造林。\n"
    rows = read_text(told, title="竹林县1995年政府工作报告", period="1995").figures()
    assert rows[rows["surface"] == surface]["period"].tolist() == [period]


def test_sentences_go_on_about_the_year_before_that_was_named() -> None:
    text = "2018年粮食总产量9万吨。油料产量2万吨，比上年增加300吨。今年1至5月，造林90亩。蔬菜产量4万吨。"
    rows = read_text(text, title="竹林县2019年政府工作报告", period="2019").figures()
    assert rows["period"].tolist() == ["2018", "2018", "2018", "2019-01/2019-05", "2019"]


#: Sentences of a report on half a year: surface, and what it is about.
UP_TO_A_DAY = [
    ("截至6月底，全镇有合作社32家。", "32家", "2019-06-30"),
    ("截至6月底，通自来水的村有12个。", "12个", "2019-06-30"),
    ("截至6月底，9个村通了客车。", "9个", "2019-06-30"),
    ("上半年发放救济金3万元，截至6月底医疗保险参保6100人。", "6100人", "2019-06-30"),
    ("截至6月底，12个村中有7个村集体收入超过5万元。", "7个", "2019-06-30"),
    ("截至6月底，整治重点村5个。", "5个", "2019-H1"),
    ("截至6月底，完成改厕640户。", "640户", "2019-H1"),
    ("截至6月底，已开工70户。", "70户", "2019-H1"),
    ("截至6月底，建成大棚300座。", "300座", "2019-H1"),
    ("二季度末，贷款余额300万元。", "300万元", "2019-06-30"),
    ("年内计划开工9个，已开工7个。", "7个", "2019-H1"),
    ("全年排定项目16个，已开工9个。", "9个", "2019-H1"),
    ("全年排定项目16个，已开工9个。", "16个", "2019"),
    ("二、下半年工作安排\n年底前完成剩余40户改厕。", "40户", "2019-H2"),
    ("二、下半年工作安排\n信访积案年内再化解7件。", "7件", "2019-H2"),
    ("二、下半年工作安排\n全年税收达到300万元。", "300万元", "2019"),
    # what is aimed at for this year, and what is done of its plan
    ("二、下半年工作安排\n今年要实现税收突破300万元。", "300万元", "2019"),
    ("截至6月底，种植烤烟3800亩，力争实现产值1200万元。", "1200万元", "2019"),
    ("2019年计划搬迁64户，已开工40户，其中封顶20户。", "20户", "2019-H1"),
]


@pytest.mark.parametrize(("text", "surface", "period"), UP_TO_A_DAY)
def test_what_stands_on_a_day_and_what_was_done_up_to_it(text: str, surface: str, period: str) -> None:
    rows = read_text(f"一、上半年工作\n{text}", title="竹林镇2019年上半年工作总结及下半年工作安排").figures()
    assert rows[rows["surface"] == surface]["period"].tolist() == [period]


#: Sentences of a report on one year: surface, and what it is about.
LOOKING_BACK = [
    ("党的十九大以来，新建学校3所。", "3所", "2017/2019"),
    ("改革开放以来，人口增长60%。", "60%", "1978/2019"),
    ("水库是建国以来最大的一座，库容30万方。", "30万方", "2019"),
    ("近三年新建房屋3万平方米。", "3万平方米", "2017/2019"),
    ("近三年农户新建房屋达3万平方米。", "3万平方米", "2017/2019"),
    ("粮食产量为近三年最高，达300吨。", "300吨", "2019"),
    ("这是几十年来最大的旱灾，受灾30亩。", "30亩", "2019"),
    ("去年以来，修路30公里。", "30公里", "2018/2019"),
    ("茶园去年遭了虫灾，采茶90担。", "90担", "2019"),
    ("河西水泥路于9月放行，通客车的村有7个。", "7个", "2019"),
    ("去年底，全镇通了电，通客车的村有7个。", "7个", "2018-12-31"),
    ("8月3日至5日，转移群众90人。", "90人", "2019-08"),
    ("6月16日12时至8月16日休渔，查获渔船3艘。", "3艘", "2019-06/2019-08"),
    ("去年库存大蒜售出60吨，每吨3000元。", "60吨", "2019"),
    ("“十三五”以来，修路30公里。", "30公里", "2016/2019"),
    ("2015年底有贫困户90户，目前还剩7户。", "7户", "2019"),
    ("2018年、2019年分别接待游客6.8万人次和9.1万人次。", "6.8万人次", "2018"),
    ("2017年、2018年和2019年，税收分别达到3万元、4万元、5万元。", "4万元", "2018"),
    ("1980年建处至1997年底，办理公证2000件。", "2000件", "1980/1997"),
    ("2018年至2019年，全镇脱贫272户，农民人均收入达到7380元，新修公路8公里。", "7380元", "2019"),
    ("2018年至2019年，全镇脱贫272户，农民人均收入达到7380元，新修公路8公里。", "8公里", "2018/2019"),
    # the year compared with is that of the bases behind it
    ("2018年与2013年比，企业由40个增到90个，职工由600人增至900人。", "600人", "2013"),
    ("2018年与2013年比，企业由40个增到90个，职工由600人增至900人。", "900人", "2018"),
    ("茶园900亩，是2015年的3倍，亩产由20公斤增加到40公斤。", "20公斤", "2015"),
    ("茶园900亩，比2015年增加300亩，亩产从20公斤提高到40公斤。", "20公斤", "2015"),
    ("茶园900亩，是2015年的3倍，税收由上年的30万元增加到40万元。", "30万元", "2018"),
]


@pytest.mark.parametrize(("text", "surface", "period"), LOOKING_BACK)
def test_times_that_a_report_looks_back_to(text: str, surface: str, period: str) -> None:
    rows = read_text(text, title="竹林镇2019年工作总结").figures()
    assert rows[rows["surface"] == surface]["period"].tolist() == [period]


def test_growth_against_other_years_is_told_of_all_the_years() -> None:
    told = "一、“十四五”时期成就\n“十四五”时期，我们团结奋斗。新建道路90公里，较“十三五”时期增长50%。"
    rows = read_text(told, title="竹林县2025年工作总结").figures()
    assert rows["period"].tolist() == ["2021/2025", "2021/2025"]


def test_what_came_up_in_recent_years_is_not_of_the_year_of_its_paragraph() -> None:
    text = "石桥镇位于县城北部。\n2018年，全镇收购烤烟2000担。苎麻是近年兴起的，面积700亩。"
    assert read_text(text, title="石桥镇概况").figures()["period"].fillna("").tolist() == ["2018", ""]


#: A report whose day lies in the next year, or whose review begins sentences with 去年: the year that it is about.
READ_OUT_LATER = "柳河乡人民政府关于2006年工作情况和2007年工作安排的报告\n{day}\n一、2006年工作情况\n{told}\n二、2007年工作安排\n新建茶园90亩。\n"


@pytest.mark.parametrize(
    ("day", "told", "period"),
    [
        ("（2007年1月16日）\n", "蚕桑去年翻了身，产茧310担。", "2006"),
        ("", "去年雨水多。烤烟去年收购900担。", "2006"),
        ("", "今年雨水多。烤烟去年收购900担。", "2005"),
        ("（2007年1月16日）\n", "村办企业由去年的6家增加到9家。", "2005"),
    ],
)
def test_last_year_is_the_year_reported_where_it_was_told_later(day: str, told: str, period: str) -> None:
    rows = read_text(READ_OUT_LATER.format(day=day, told=told)).figures()
    assert rows["period"][0] == period


def test_the_rest_of_a_year_is_planned_beside_its_total() -> None:
    text = (
        "一、前三季度工作\n造林90亩。\n二、四季度怎么干\n"
        "确保全年出栏突破5万只，财政收入300万元，建成草料库3座；储草900吨。贫困村由现在的5个减少到2个。\n"
    )
    rows = read_text(text, title="白音苏木2013年前三季度工作总结及第四季度工作安排").figures()
    assert rows["period"].tolist()[1:5] == ["2013", "2013", "2013-Q4", "2013-Q4"]
    assert rows[["period", "status"]].to_numpy().tolist()[5:] == [["2013-01/2013-09", "actual"], ["2013-Q4", "plan"]]


def test_a_date_in_a_list_holds_for_its_own_item() -> None:
    text = "一要补齐短板，上半年改造危房39户；二要做强产业，新建茶园800亩。"
    rows = read_text(f"二、2019年工作计划\n{text}\n", title="柳河乡2018年工作总结和2019年工作计划").figures()
    assert rows["period"].tolist() == ["2019-H1", "2019"]


def test_what_a_year_is_to_reach_is_of_no_deadline() -> None:
    text = "二、2024年工作安排\n4月底前建成大棚60座，新修水渠3公里，羊存栏突破9万只。\n"
    rows = read_text(text, title="柳河镇2023年工作总结和2024年工作安排").figures()
    assert rows["period"].tolist() == ["2024-01/2024-04", "2024-01/2024-04", "2024"]


def test_what_a_project_costs_is_of_no_deadline() -> None:
    text = "二、2024年工作安排\n三季度前建成柳湾中转站，项目预算80万元。\n"
    assert read_text(text, title="柳河镇2023年工作总结和2024年工作安排").figures()["period"].tolist() == ["2024"]


#: Headings of what is planned that name no year, or nothing but the next: the figures below them are the next year's.
AHEAD = [
    "三、来年盘算", "三、今后努力方向", "三、几点想法", "三、下一步", "三、展望2020年", "三、2020年的盘子",
    "接下来的工作", "2020年目标", "下步打算：", "2020年奋斗目标：", "明年：", "今后工作意见：",
]  # fmt: skip


@pytest.mark.parametrize("heading", AHEAD)
def test_what_stands_below_a_heading_that_looks_ahead(heading: str) -> None:
    text = (
        "一、主要工作\n（一）农业。粮食总产300吨，比上年增长6%，造林90亩。\n二、存在问题\n欠发工资3万元。\n"
        f"{heading}\n1、农业。粮食总产320吨，造林70亩。\n2、工业。产值3亿元。\n"
    )
    rows = read_text(text, title="竹林镇2019年工作总结").figures()
    rows = rows[rows["surface"].isin(["320吨", "70亩", "3亿元"])]
    assert set(zip(rows["status"], rows["period"], strict=True)) == {("plan", "2020")}


#: Sentences of a plan of five years that was put before an assembly in its third year.
READ_LATE = [
    ("1954年粮食总产比1952年增长3%。", "3%", "1954", "actual"),
    ("到去年底，合作社有60个。", "60个", "1954-12-31", "actual"),
    ("今年一月至三月，共造林90亩。", "90亩", "1955-Q1", "actual"),
    ("1957年粮食总产将达到900万担。", "900万担", "1957", "plan"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), READ_LATE)
def test_what_was_done_before_a_report_was_read_out(text: str, surface: str, period: str, status: str) -> None:
    told = f"各位代表：\n现在作关于第一个五年计划的报告。\n一、工作回顾\n{text}\n"
    rows = read_text(told, title="1955年政府工作报告").figures()
    rows = rows[rows["surface"] == surface]
    assert list(zip(rows["period"], rows["status"], strict=True)) == [(period, status)]


#: What was set for the year, and what came of it: surface, status.
TASKS = [
    ("占县下达任务800万元的107%。", "800万元", "plan"),
    ("市里给我镇的招商任务是3亿元，到位4亿元。", "3亿元", "plan"),
    ("造林指标90亩，实际完成95亩。", "90亩", "plan"),
    ("造林指标90亩，实际完成95亩。", "95亩", "actual"),
    ("距全年900万元的任务尚欠80万元。", "900万元", "plan"),
    ("比年初定的6000元目标高出200元。", "6000元", "plan"),
    ("年初定下改造危房90户，年底竣工95户。", "90户", "plan"),
    ("今年要改造的90户危房，已竣工80户。", "90户", "plan"),
    ("今年计划改造危房90户，截至11月底竣工80户。", "80户", "actual"),
    ("年初确定的9项任务全部完成。", "9项", "actual"),
    ("用地指标90亩，缺口30亩。", "90亩", "actual"),
]


@pytest.mark.parametrize(("text", "surface", "status"), TASKS)
def test_what_was_set_for_the_year_and_what_came_of_it(text: str, surface: str, status: str) -> None:
    rows = read_text(f"一、主要工作\n{text}\n", title="竹林镇2019年工作总结").figures()
    assert rows[rows["surface"] == surface]["status"].tolist() == [status]


#: How a paragraph of next year's plans may begin; the sentence behind has no word of a plan.
NEXT_YEAR = [
    "明年，粮食总产320吨",
    "2020年，粮食总产320吨",
    "新的一年里，粮食总产320吨",
    "明年就干三件事",
    "今后，粮食总产320吨",
]


@pytest.mark.parametrize("opening", NEXT_YEAR)
def test_what_follows_a_sentence_that_begins_with_the_next_year(opening: str) -> None:
    text = f"全年粮食总产达到300吨，比上年增长6%，修了路3公里。\n新上项目5个。\n{opening}。办好企业6家，造林90亩。\n"
    rows = read_text(text, title="竹林镇2019年工作总结").figures().set_index("surface")
    assert rows.loc[["300吨", "3公里", "5个"], "status"].tolist() == ["actual"] * 3
    assert rows.loc[["6家", "90亩"], "status"].tolist() == ["plan"] * 2
    assert rows.loc[["6家", "90亩"], "period"].tolist() == ["2020"] * 2


#: Sentences of a report whose title names the years that it is on: surface, period, status.
OF_NAMED_YEARS = [
    ("五年来，地区生产总值从3亿元增加到5亿元。", "3亿元", "2015", "actual"),
    ("五年来，地区生产总值从3亿元增加到5亿元。", "5亿元", "2020", "actual"),
    ("平均每年减贫90户。", "90户", "2016/2020", "actual"),
    ("2018年建成桥梁2座。", "2座", "2018", "actual"),
    ("整治水库3座，山塘16口，耕地面积900亩。", "16口", "2016/2020", "actual"),
    ("整治水库3座，山塘16口，耕地面积900亩。", "900亩", "2020", "actual"),
    ("投资60万元，修桥2座。", "60万元", "2016/2020", "actual"),
    ("今后五年，地区生产总值年均增长8%。", "8%", "2021/2025", "plan"),
]


#: Sentences of a report on 2020: surface, period, status.
OF_ONE_YEAR = [
    ("5年来，茶叶产值年均增长8%，新建学校6所。", "6所", "2016/2020", "actual"),
    ("过去5年，茶叶产值年均增长8%。", "8%", "2016/2020", "actual"),
    ("2020年，产值5亿元，是2015年的1.4倍，年均增长7%；税收2亿元，年均增长9%。", "9%", "2016/2020", "actual"),
    ("2020年，产值5亿元，五年年均增长7%，其中茶叶产值2亿元，比上年增长4%。", "2亿元", "2020", "actual"),
    ("2020年，产值5亿元，五年年均增长7%，其中茶叶产值2亿元，比上年增长4%。", "4%", "2020", "actual"),
    ("产值由“十二五”末的5亿元增加到7亿元，年均增长7%。税收由2亿元增加到3亿元，年均增长9%。", "2亿元", "2015", "actual"),
    (
        "产值由“十二五”末的5亿元增加到7亿元，年均增长7%。税收由2亿元增加到3亿元，年均增长9%。",
        "9%",
        "2016/2020",
        "actual",
    ),
    ("五年来，产值年均增长7%。2020年，税收由2亿元增加到3亿元。", "2亿元", "2019", "actual"),
    ("主要预期目标是：产值增长9%；农民人均纯收入实际增长8%。", "8%", "2021", "plan"),
    ("优良天数306天，比2019年净增8天。", "8天", "2020", "actual"),
    ("规划建设了4个茶园。", "4个", "2020", "actual"),
    ("一、过去五年工作回顾\n2020年，全县产值达到5亿元，年均增长7%。", "7%", "2016/2020", "actual"),
    ("年内将新建桥梁3座；改造学校2所。", "2所", "2020", "plan"),
    ("一、去年工作回顾\n新修水渠9公里。\n二、今年的工作\n新修水渠8公里。", "8公里", "2021", "plan"),
    ("规划建设4个茶园。", "4个", "2021", "plan"),
    ("零售额增长9%，比年初目标高1个百分点。", "1个百分点", "2020", "actual"),
    ("常住人口8万人，与2010年第六次全国人口普查的7万人相比，增加1万人，增长14%。", "1万人", "2020", "actual"),
    ("常住人口8万人，与2010年第六次全国人口普查的7万人相比，增加1万人，增长14%。", "7万人", "2010", "actual"),
    ("产值增长9%，两年平均增长6%，人均产值2万元。", "2万元", "2020", "actual"),
    ("年均增长9%，比“十二五”时期高2个百分点。", "2个百分点", "2020", "actual"),
    (
        "2020年，产值5亿元，是2015年的1.4倍，年均增长7%，比“十二五”期间增幅高2个百分点。",
        "2个百分点",
        "2016/2020",
        "actual",
    ),
    ("统计结果显示，去年全县茶园3万亩；果园2万亩。", "2万亩", "2019", "actual"),
    ("经过综合考虑，建议2021年全镇茶叶产值增长8%；果园新增900亩。", "900亩", "2021", "plan"),
    ("2021年，石桥镇计划新建茶园4个；启动改造，年内完成总投资90万元的3项工程。", "3项", "2021", "plan"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), OF_ONE_YEAR)
def test_years_and_plans_in_a_report_on_one_year(text: str, surface: str, period: str, status: str) -> None:
    rows = read_text(text, title="竹林县2020年工作总结").figures()
    rows = rows[rows["surface"] == surface]
    assert list(zip(rows["period"], rows["status"], strict=True)) == [(period, status)]


#: Openings of a report that its title dates with the year in which it was read out, and what it is on.
READ_IN_2012 = [
    ("“十二五”时期，主要预期目标是：在优化结构的基础上，产值年均增长8%；茶园占比达到54%。", "8%", "2011/2015"),
    ("“十二五”时期，主要预期目标是：在优化结构的基础上，产值年均增长8%；茶园占比达到54%。", "54%", "2015"),
    ("预计十二五末，产值突破9亿元。", "9亿元", "2015"),
    ("镇十二届人大一次会议以来的四年，茶叶产值由2007年的3亿元增加到5亿元，新建学校6所。", "6所", "2008/2011"),
    ("预计2011年实现产值8亿元，是2006年的1.6倍。茶园占比由2006年的42%提高到61%。", "61%", "2011"),
]


@pytest.mark.parametrize(("text", "surface", "period"), READ_IN_2012)
def test_a_report_looks_back_on_the_years_before_it(text: str, surface: str, period: str) -> None:
    rows = read_text(text, title="石桥镇2012年政府工作报告").figures()
    assert rows[rows["surface"] == surface]["period"].tolist() == [period]


@pytest.mark.parametrize(("text", "surface", "period", "status"), OF_NAMED_YEARS)
def test_a_title_names_the_years_of_a_report(text: str, surface: str, period: str, status: str) -> None:
    rows = read_text(
        f"五年来，全镇上下团结奋斗，面貌焕然一新。\n{text}\n", title="竹林镇五年工作报告（2016—2020年）"
    ).figures()
    rows = rows[rows["surface"] == surface]
    assert list(zip(rows["period"], rows["status"], strict=True)) == [(period, status)]


def test_this_year_in_a_review_read_out_a_year_later_is_the_year_reviewed() -> None:
    text = (
        "石桥镇2018年政府工作报告\n——2019年2月26日在石桥镇第十六届人民代表大会第四次会议上\n"
        "一、2018年工作回顾\n今年农技站推广新品种，应用农田1.6万亩。今年将投入救灾资金30万元。\n二、2019年工作安排\n今年新建水渠3公里。"
    )
    rows = read_text(text, title="石桥镇2018年政府工作报告").figures()
    assert list(rows["period"]) == ["2018", "2019", "2019"]
