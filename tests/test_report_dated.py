"""The year that a text reports on, where no title, heading or opening tells it."""

import pytest

import township_analysis as ta

PLAIN = "我镇坚持以经济建设为中心，各项事业稳步推进。"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (PLAIN + "2003年全镇实现工业产值4374万元，财政收入220万元。新修公路12公里。", "2003"),
        (PLAIN + "2007年全乡发展奶牛1200头，比2006年增加200头。植树32万株。", "2007"),
        ("【农业】 2007 年，全乡造林20亩。\n【牧业】 2007 年，全乡存栏羊1200头。", "2007"),
        (PLAIN + "1998年；全镇工农业总产值13亿元，比上年增长27%。外贸出口800万美元。", "1998"),
        (PLAIN + "2016年脱贫170户，2017年脱贫456户，2018年脱贫393户，未脱贫78户。", "2018"),
        (PLAIN + "该镇于2018年6月14日完成换届。选举产生委员72人，其中书记23人。", "2018"),
        (PLAIN + "二○○三年全镇实现产值百分之三的增长，造林四百余亩。", "2003"),
        (PLAIN + "1958年成立公社，1984年改为乡。全乡辖12个村，人口2.3万人。", None),
        (PLAIN + "全乡辖12个村。2030年，力争产值达到8亿元，农民收入增长1倍。", None),
        (PLAIN + "全镇新修公路12公里，植树32万株。", None),
        ("我镇位于县城东部，辖21个村，5864户。2004年人均收入1411元。耕地面积3.6万亩，茶园1200亩。", None),
        ("我镇位于县城东部，辖21个村。\n2004年，全镇实现产值3.2亿元。财政收入1411万元，出口800万美元。", "2004"),
    ],
)
def test_year_of_the_text(text: str, period: str | None) -> None:
    assert ta.read_text(text, title="某镇工作总结").period == period


def test_a_plan_behind_it_is_none() -> None:
    text = "2018年全镇完成产值3.2亿元，新修公路12公里。\n二、下一步工作打算\n2019年，全镇产值达到4亿元，新修公路30公里，植树1万株。"
    assert ta.read_text(text, title="某镇工作总结").period == "2018"


def test_a_year_left_out_is_believed() -> None:
    assert ta.read_text(PLAIN + "2012年全镇有低保户320户。", title="某镇20XX年工作总结").period is None


def test_half_a_year() -> None:
    assert ta.read_text(PLAIN + "2022年全镇完成产值3亿元。", title="某镇上半年工作总结").period == "2022-H1"


def test_half_a_year_after_one_that_ended() -> None:
    text = "我乡有13个村，2010年底农民人均收入3892元。今年以来，" + PLAIN + "1-6月，营业收入3280万元。"
    assert ta.read_text(text, title="某乡上半年经济运行情况汇报").period == "2011-H1"


def test_a_plans_year_in_its_text() -> None:
    text = "竹林镇2016年发展党员工作要着眼于先进性。计划发展党员9人，力争新建支部2个。"
    assert ta.read_text(text, title="发展党员工作计划").plan_period == "2016"


def test_three_quarters() -> None:
    text = "前三季度，我镇增长较快。2017年1-9月，全镇完成产值18亿元，增长9%，到9月底入库税收2亿元。"
    assert ta.read_text(text).period == "2017-01/2017-09"


def test_half_of_the_only_year() -> None:
    text = "上半年，我镇结合2012年民政工作要点，完成了各项任务。" + PLAIN
    assert ta.read_text(text, title="民政工作上半年总结").period == "2012-H1"


def test_half_a_year_read_out_in_summer() -> None:
    text = "——2020年8月10日在镇第十九届人民代表大会第八次会议上\n今年以来，" + PLAIN + "上半年，全镇入库税收3212万元。"
    assert ta.read_text(text, title="上半年政府工作报告").period == "2020-H1"


def test_a_year_told_of_as_done_is_the_reports() -> None:
    text = "产值继2023年突破60亿元之后，2024年突破70亿元，达到74亿元。过去一年，" + PLAIN + "全年税收3.7亿元。"
    assert ta.read_text(text, title="2024年湖岭镇政府工作报告").period == "2024"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("现将我镇2015年上半年重点工作完成情况及下半年打算报告如下：完成产值10.3亿元。", "2015-H1"),
        ("现就我乡2018年民政工作情况汇报如下：发放低保金32万元。", "2018"),
        ("2013年，我镇扎实推进各项工作，进展顺利，取得了比较好的成绩，群众生活水平不断提高，社会和谐稳定，各项事业全面进步。"
         "截至6月底，税收419万元。上半年，产值3.7亿元。", "2013-H1"),
        ("2013年，我镇扎实推进各项工作，进展顺利，取得了比较好的成绩，群众生活水平不断提高，社会和谐稳定，各项事业全面进步。"
         "上半年，税收419万元。全年完成产值3.7亿元，年末存款2亿元。", "2013"),
    ],
)  # fmt: skip
def test_what_a_text_says_that_it_reports(text: str, period: str) -> None:
    assert ta.read_text(text, title="某镇工作汇报").period == period


def test_a_quarter() -> None:
    assert ta.read_text(PLAIN + "2022年一季度，完成产值3亿元。", title="某镇一季度工作总结").period == "2022-Q1"


@pytest.mark.parametrize(
    ("text", "period", "plan"),
    [
        (
            "石桥镇位于县城东南部，全镇辖12个村，今年来各项工作稳步推进。\n一、2020年工作完成情况\n新修公路12公里。\n"
            "二、2021年工作计划\n新修公路15公里。",
            "2020",
            "2021",
        ),
        (
            "今年以来，我镇扎实推进脱贫攻坚，现将工作情况汇报如下：\n石桥镇辖12个村，脱贫65户230人。\n"
            "2019年，我镇计划脱贫40户128人。",
            "2018",
            "2019",
        ),
        ("石桥镇位于县城东南部，全镇辖12个村，今年新修公路12公里。到2030年，力争产值达到8亿元。", None, None),
        ("〔全镇概况〕1998年全镇辖31个村，总人口14862人。\n〔农业〕粮食产量13276吨，比上年增长3.2%。", "1998", None),
    ],
)
def test_text_without_a_title(text: str, period: str | None, plan: str | None) -> None:
    report = ta.read_text(text)
    assert (report.title, report.period, report.plan_period) == (None, period, plan)
