"""Which date a figure stands under, and whether it is done or planned: sentences, and reports that look back on years."""

import pytest

from township_analysis.figures import extract
from township_analysis.pipeline import read_text

#: Text, the surface asked about, its period and status in a report on 2019.
SENTENCES = [
    # the day of an event is no period of what follows
    ("茶叶加工厂于8月投产，年加工干茶30吨。", "30吨", "2019", "actual"),
    ("幸福院今年五月启用，入住老人26名。", "26名", "2019", "actual"),
    ("养老金制度从2012年实施，现有参保居民3200人。", "3200人", "2019", "actual"),
    ("8月份发放高温补贴6万元，慰问职工120人。", "120人", "2019-08", "actual"),
    # behind a semicolon only the date at the head of the sentence holds
    ("果品市场封顶，2020年投用后可带动就业90人；冷库二期主体完工，完成投资300万元。", "300万元", "2019", "actual"),
    ("2018年，新修水渠3公里；改造山塘5口。", "5口", "2018", "actual"),
    # disasters
    ("面对7月中旬的洪涝灾害，转移群众340人。", "340人", "2019-07", "actual"),
    ("2月下旬至3月上旬的低温，冻死苗木1.2万株。", "1.2万株", "2019-02/2019-03", "actual"),
    ("2019年初的大雪中，倒塌大棚46座。", "46座", "2019", "actual"),
    # tasks of the year
    ("完成全年任务的61%，其中税收收入800万元。", "800万元", "2019", "actual"),
    ("居民满意度高于上年5个百分点。", "5个百分点", "2019", "actual"),
    ("第七次全国人口普查常住人口1.3万人。", "1.3万人", "2020", "plan"),
    # years of twelve months that are none of the calendar's
    ("2018年10月至2019年9月，出生婴儿96人。", "96人", "2018-10/2019-09", "actual"),
    ("水果产量从2015年的300吨涨到450吨。", "300吨", "2015", "actual"),
    ("水果产量从2015年的300吨涨到450吨。", "450吨", "2019", "actual"),
    ("两到三年内完成搬迁，今年搬迁46户。", "46户", "2019", "actual"),
    ("主要产品预计完成：海带3万吨，扇贝2万吨。", "2万吨", "2019", "forecast"),
    ("消费年均增长4%，高于1991年至1995年平均增长3%的水平。", "3%", "1991/1995", "actual"),
    ("提前3个月完成征地120亩。", "120亩", "2019", "actual"),
    ("港口吞吐量由“十五”末的600万吨增加到900万吨。", "600万吨", "2005", "actual"),
    ("增速是“七五”以来最快的。港口吞吐量增长6%。", "6%", "2019", "actual"),
    # 预计 behind a topic holds for that alone, at the head for all that follows
    ("生产总值预计增长6%，财政收入完成8亿元。", "8亿元", "2019", "actual"),
    ("预计全年生产总值增长6%，财政收入完成8亿元。", "8亿元", "2019", "forecast"),
    ("期末在册低保户88户166人。", "166人", "2019-12-31", "actual"),
    ("期末在册低保户88户。", "88户", "2019-12-31", "actual"),
    # 是 behind a number is no comparison, a festival no date
    ("一是加强服务。二是8月份走访企业40家。", "40家", "2019-08", "actual"),
    ("“三月三”歌会吸引游客2万人次。", "2万人次", "2019", "actual"),
    ("人均预期寿命较2015年提高1.2岁。", "1.2岁", "2019", "actual"),
    ("落实“两个确保”，发放养老金300万元。", "300万元", "2019", "actual"),
    # two counts of one time
    ("未脱贫的由2016年的64户207人减少到5户。", "207人", "2016", "actual"),
    ("这两年中，财政收入由300万元增加到400万元，增长33%。", "300万元", "2017", "actual"),
    ("这两年中，财政收入由300万元增加到400万元，增长33%。", "33%", "2018/2019", "actual"),
    # what the words behind a number say
    ("已有41户入住，其余15户预计12月底前搬完。", "15户", "2019", "forecast"),
    # the base of a change
    ("商贸单位由去年底的31家增加到35家。", "31家", "2018-12-31", "actual"),
    ("预计全年总收入860万元，比上年的790万元增加70万元。", "790万元", "2018", "actual"),
    ("预计全年总收入860万元，比上年的790万元增加70万元。", "70万元", "2019", "forecast"),
    ("补助标准由每人每年240元提高到280元。", "240元", "2018", "actual"),
    ("全镇辖9个村（2016年5月由14个村合并而成）。", "14个", "2016-05", "actual"),
    ("明年将收费标准由每吨3元降至2元。", "3元", "2019", "actual"),
    ("明年将收费标准由每吨3元降至2元。", "2元", "2020", "plan"),
    # tasks, and what is done of them
    ("种植油菜900亩（县下达任务850亩）。", "850亩", "2019", "plan"),
    ("年度计划投资6亿元，实际完成5亿元。", "6亿元", "2019", "plan"),
    ("年度计划投资6亿元，实际完成5亿元。", "5亿元", "2019", "actual"),
    ("年度计划投资6亿元，一季度完成投资1亿元，占年度计划的17%。", "17%", "2019-Q1", "actual"),
    ("计划改造小区5个，目前完工3个。", "5个", "2019", "plan"),
    ("拆违目标5万平方米，实际拆除6万平方米。", "5万平方米", "2019", "plan"),
    ("县下达我镇税收指标为600万元，实际入库620万元。", "600万元", "2019", "plan"),
    ("现有茶厂3家，截至2018年底，全面通电；拥有拖拉机60台。", "60台", "2018-12-31", "actual"),
    ("签约项目15个，计划总投资23亿元。", "23亿元", "2019", "plan"),
    ("推动8个项目开工，明年计划投产3个。", "3个", "2020", "plan"),
    ("明年，在2018年植树3万株的基础上，再植树2万株。", "3万株", "2018", "actual"),
    ("明年，在2018年植树3万株的基础上，再植树2万株。", "2万株", "2020", "plan"),
    ("收购烟叶900担，超县下达任务50担。", "50担", "2019", "actual"),
    ("争取救灾资金43万元。", "43万元", "2019", "actual"),
    ("争取在年内完成投资3亿元。", "3亿元", "2019", "plan"),
    ("2017年开展养老服务试点以来，服务老人600人次。", "600人次", "2017/2019", "actual"),
    ("力争到“十三五”末培育示范社2家。", "2家", "2020", "plan"),
    ("上半年修路3公里，年内再修5公里。", "5公里", "2019", "actual"),
    ("人口8600人(2017)，耕地3万亩。", "8600人", "2017", "actual"),
    ("今年花生计划种植900亩。", "900亩", "2019", "plan"),
    # years that are compared with, and the years of what they are compared with
    ("水泥产量9万吨，等于1999年的2.8倍。", "2.8倍", "2019", "actual"),
    ("客运量达到2005年的三倍。", "三倍", "2019", "actual"),
    ("但是2018年渔业产值增长6%。", "6%", "2018", "actual"),
    ("2018年同2010年相比，社员由300人增加到420人。", "300人", "2010", "actual"),
    ("“十二五”时期同“十一五”时期相比，茶叶年均产量由300吨增加到420吨。", "300吨", "2006/2010", "actual"),
    ("“十二五”时期同“十一五”时期相比，茶叶年均产量由300吨增加到420吨。", "420吨", "2011/2015", "actual"),
    ("2017年，返贫率由上年的1.2%下降到0.9%。", "1.2%", "2016", "actual"),
    ("从2001年到2015年的十五年中，油菜产量每年递增的速度是3%。", "3%", "2001/2015", "actual"),
    ("茶园所占的比重由2010年的6%下降为2018年的4%。", "4%", "2018", "actual"),
    ("工业投资额完成6亿元，超过原定的年度计划4%。", "4%", "2019", "actual"),
    ("2017和2018两年共造林860亩。", "860亩", "2017/2018", "actual"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), SENTENCES)
def test_sentences_of_a_report_on_one_year(text: str, surface: str, period: str, status: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    row = next(row for row in rows if row["surface"] == surface)
    assert (row["period"], row["status"]) == (period, status)


#: The same in a report on half a year.
OF_HALF_A_YEAR = [
    ("下半年，确保全年新增茶园900亩，改造茶园600亩。", "600亩", "2019", "plan"),
    ("下半年，城镇新增就业全年达到200人，食堂增至6家。", "6家", "2019-H2", "plan"),
    ("财政收入800万元，占年度计划1500万元的53%。", "1500万元", "2019", "plan"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), OF_HALF_A_YEAR)
def test_sentences_of_a_report_on_half_a_year(text: str, surface: str, period: str, status: str) -> None:
    rows, _ = extract(read_text(text, period="2019-H1"))
    row = next(row for row in rows if row["surface"] == surface)
    assert (row["period"], row["status"]) == (period, status)


FIVE_YEARS = """竹林乡人民政府工作报告
——2017年1月8日在竹林乡第九届人民代表大会第一次会议上
各位代表：
现在，我代表乡人民政府向大会报告工作，请予审议。
一、过去五年工作回顾
过去五年，我们团结带领全乡人民，克难奋进，各项工作取得了显著成绩，乡村面貌明显改善。
（一）农业稳步发展。平整土地500亩，五年引进种养企业6家，培训农民900人次。去年全乡产茶40吨。到去年底，还有2个村未通客车。
（二）民生不断改善。清淤水渠12公里，年出栏生猪3000头，办理提案30件，办结率96%。
二、今后五年和2017年工作安排
今后五年，我们要加快发展，力争茶园面积达到8000亩。
2017年，我们要新建茶园300亩。
"""

ONE_YEAR_FIRST = """2021年竹林县政府工作报告
一、2020年工作回顾和“十三五”时期发展成就
2020年是“十三五”收官之年，我们完成了各项任务，取得了显著成绩，群众得到了实惠。
（一）产业不断壮大。茶叶产量增长8%。
“十三五”时期，我们持续奋斗，各项事业取得了显著成绩。
（一）产业基础更牢。建成茶园9000亩。
二、2021年工作安排
2021年，我们要新建茶园300亩。
"""

POINTS = """大河镇2021年工作要点
2021年，全镇工作的主要目标：财政收入增长7%，固定资产投资12亿元，农民人均可支配收入突破2万元。
一、抓产业
在2020年发展茶园5600亩的基础上，继续扩大规模，新增茶园800亩。要加快培育新型主体，鼓励能人返乡，切实加强技术指导。
"""

PAST_AND_COMING = """河湾镇“十三五”工作总结和“十四五”规划思路
一、“十三五”时期经济社会发展情况
“十三五”期间，全镇上下团结拼搏，经济社会发展取得显著成效。
（一）基础更牢。新修公路86公里，宽带入户率由35%提高到92%。
二、“十四五”时期发展思路
到2025年，地区生产总值达到20亿元，年均增长8.5%。
三、2021年重点工作
改造老旧小区2个。
"""

AHEAD = """河湾县2021年政府工作报告
一、2020年工作回顾
茶叶产量增长8%。
二、“十四五”时期主要目标任务
“十四五”时期是加快发展的关键时期，要抢抓机遇、乘势而上。
经济年均增长6%左右，城镇化率达到55%，新建绿道90公里。
三、2021年重点工作
改造老旧小区2个。
"""

AHEAD_AND_NEXT = """河湾县2021年政府工作报告
一、2020年工作回顾
茶叶产量增长8%。
二、“十四五”时期目标任务和2021年工作安排
到2025年，要实现更高质量的发展。
粮食综合生产能力9万吨，森林覆盖率60%。
今年是“十四五”开局之年，必须迈好第一步。
粮食产量增长2%。
"""

SHORT = """2006年竹林镇计划生育工作总结
全镇总人口32460人，比上年增加120人。
2007年，要确保计划生育率达到94%以上。
"""

NO_HEADING = """竹林镇2020年工作总结
2020年，我镇完成造林300亩，发放补贴20万元，各项任务顺利完成，群众满意度明显提高。
对照群众期盼，我们还有不少差距：还有3个村集体收入薄弱。
2021年，我们要坚持稳中求进，力争做到：造林增长5%，新建文化广场2个。
"""

FIVE_YEARS_PLAN = """竹林县人民政府工作报告
现在，我代表县人民政府，向大会作关于竹林县国民经济和社会发展第十四个五年规划纲要的报告，请予审议。
一、“十四五”时期的主要目标
到2025年，粮食产量达到9万吨，平均每年增长2%。
森林覆盖率达到65%。五年内新建学校6所。
二、过去五年的成就
五年来，我们团结奋斗，成绩显著。新建水库12座，城镇化率突破50%。
"""

READ_OUT_LATER = """石桥镇政府工作报告
——2016年1月15日在石桥镇第十七届人民代表大会第五次会议上
各位代表：
现在，我代表镇人民政府向大会作工作报告，请予审议。
一、2015年工作回顾
刚刚过去的2015年，财政收入达到4300万元，全镇上下团结奋斗，各项工作取得了新的成绩。
截至去年底，流转土地1.3万亩，今年计划再流转2000亩。投资360万元新建敬老院1所，明年可容纳120人。
二、2016年工作安排
今年是“十三五”开局之年，力争新建茶园700亩，确保去年签约的3个项目全部开工。
今后五年，我们将力争造林1.1万亩，农民人均收入达到1.8万元。
"""

CONGRESS = """在中国共产党马营乡第十次代表大会上的报告
（2021年5月20日）
同志们：
现在，我代表中共马营乡第九届委员会向大会作报告，请予审议。
一、过去五年的工作回顾
五年来，农民人均收入突破1.2万元，全乡面貌焕然一新，群众得到了更多实惠。
累计投入扶贫资金8600万元，1240户群众脱贫。
二、今后五年的奋斗目标
今后五年，全乡生产总值年均增长8%左右；新增高标准农田1万亩。
"""

#: A review of five years that spells out none: the plan that it names tells them.
OF_A_PLAN_PAST = """政府工作报告
一、前五年工作回顾
十二五时期，是我乡加快发展的五年，各项任务圆满完成，群众得到了更多实惠。
五年来，全乡农业总产值由2亿元增长到了4亿元，面貌焕然一新。新建学校3所。
目前，全乡有规模企业12个，群众得到了更多实惠。
"""

#: Text, the surface asked about, its period and status.
REPORTS = [
    (FIVE_YEARS, "500亩", "2012/2016", "actual"),
    (FIVE_YEARS, "6家", "2012/2016", "actual"),
    (FIVE_YEARS, "40吨", "2016", "actual"),
    (FIVE_YEARS, "2个", "2016-12-31", "actual"),
    (FIVE_YEARS, "12公里", "2012/2016", "actual"),
    (FIVE_YEARS, "3000头", "2016", "actual"),
    (FIVE_YEARS, "96%", "2012/2016", "actual"),
    (FIVE_YEARS, "300亩", "2017", "plan"),
    (ONE_YEAR_FIRST, "8%", "2020", "actual"),
    (ONE_YEAR_FIRST, "9000亩", "2016/2020", "actual"),
    (FIVE_YEARS_PLAN, "9万吨", "2025", "plan"),
    (FIVE_YEARS_PLAN, "2%", "2021/2025", "plan"),
    (FIVE_YEARS_PLAN, "65%", "2025", "plan"),
    (FIVE_YEARS_PLAN, "6所", "2021/2025", "plan"),
    (READ_OUT_LATER, "1.3万亩", "2015-12-31", "actual"),
    (READ_OUT_LATER, "2000亩", "2016", "plan"),
    (READ_OUT_LATER, "120人", "2017", "plan"),
    (READ_OUT_LATER, "700亩", "2016", "plan"),
    (READ_OUT_LATER, "3个", "2016", "plan"),
    (READ_OUT_LATER, "1.1万亩", "2016/2020", "plan"),
    (READ_OUT_LATER, "1.8万元", "2020", "plan"),
    (CONGRESS, "1.2万元", "2020", "actual"),
    (OF_A_PLAN_PAST, "4亿元", "2015", "actual"),
    (OF_A_PLAN_PAST, "2亿元", "2010", "actual"),
    (OF_A_PLAN_PAST, "3所", "2011/2015", "actual"),
    (OF_A_PLAN_PAST, "12个", "2015", "actual"),
    (CONGRESS, "1240户", "2016/2020", "actual"),
    (CONGRESS, "8%", "2021/2025", "plan"),
    (CONGRESS, "1万亩", "2021/2025", "plan"),
    (POINTS, "7%", "2021", "plan"),
    (POINTS, "5600亩", "2020", "actual"),
    (POINTS, "800亩", "2021", "plan"),
    (PAST_AND_COMING, "86公里", "2016/2020", "actual"),
    (PAST_AND_COMING, "35%", "2015", "actual"),
    (PAST_AND_COMING, "92%", "2020", "actual"),
    (PAST_AND_COMING, "8.5%", "2021/2025", "plan"),
    (PAST_AND_COMING, "2个", "2021", "plan"),
    (AHEAD, "6%", "2021/2025", "plan"),
    (AHEAD_AND_NEXT, "9万吨", "2025", "plan"),
    (AHEAD_AND_NEXT, "60%", "2025", "plan"),
    (AHEAD_AND_NEXT, "2%", "2021", "plan"),
    (AHEAD, "55%", "2025", "plan"),
    (AHEAD, "90公里", "2021/2025", "plan"),
    (AHEAD, "2个", "2021", "plan"),
    (SHORT, "32460人", "2006", "actual"),
    (SHORT, "94%", "2007", "plan"),
    (NO_HEADING, "300亩", "2020", "actual"),
    (NO_HEADING, "3个", "2020", "actual"),
    (NO_HEADING, "5%", "2021", "plan"),
    (NO_HEADING, "2个", "2021", "plan"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), REPORTS)
def test_reports_that_look_back_and_ahead(text: str, surface: str, period: str, status: str) -> None:
    rows, _ = extract(read_text(text))
    row = next(row for row in rows if row["surface"] == surface)
    assert (row["period"], row["status"]) == (period, status)


def test_a_heading_names_the_part_of_the_year() -> None:
    text = "竹林镇2022年工作总结\n一、1—9月经济指标完成情况\n全镇工业总产值2.6亿元。粮食总产3.6万吨。\n二、项目建设\n新建房屋32间。\n"
    assert read_text(text).figures()["period"].tolist() == ["2022-01/2022-09", "2022-01/2022-09", "2022"]


def test_what_a_plan_is_made_up_of_is_planned() -> None:
    rows = read_text("确保2021年贫困户脱贫93户。其中，柳林村31户；瓦房村62户。", title="竹林镇2020年工作总结").figures()
    assert rows[["status", "period"]].to_numpy().tolist() == [["plan", "2021"]] * 3


def test_a_yearly_mean_runs_over_the_years_since_the_one_compared_with() -> None:
    rows = read_text("农业产值2.6亿元，比2014年增长35%，年均增长7%。", title="竹林镇2019年工作总结").figures()
    assert rows["period"].tolist() == ["2019", "2019", "2015/2019"]
