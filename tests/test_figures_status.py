"""Whether what a report tells of is done, set, planned or foreseen, and when; and what kind of a value it is."""

import pytest

from township_analysis.figures import extract
from township_analysis.pipeline import read_text

#: Text, the surface asked about, its period and status in a report on 2019.
SENTENCES = [
    # tasks that are done, and works that are only prepared
    ("完成14户困难群众危房改造任务，且已全部入住。", "14户", "2019", "actual"),
    ("全年完成120户农房改造任务、30公里村道硬化任务。", "30公里", "2019", "actual"),
    ("圆满完成县下达的48户危改任务。", "48户", "2019", "plan"),
    ("确保完成24户危房改造任务。", "24户", "2019", "plan"),
    ("危房改造任务42户，完成40户。", "42户", "2019", "plan"),
    ("通村公路硬化12公里，正在进行招投标。", "12公里", "2020", "plan"),
    ("规划面积3平方公里，已完成设计。", "3平方公里", "2019", "actual"),
    ("修建桥梁3座，计划于2020年3月开工。", "3座", "2020-03", "plan"),
    ("下路硬化4公里，预计明年实施。", "4公里", "2020", "plan"),
    ("今年计划进行的开发有四项：一是种植核桃2000亩；二是养牛300头；三是各建立2个示范园。", "2个", "2019", "plan"),
    ("按计划实施的项目进展顺利：修路3公里。", "3公里", "2019", "actual"),
    # what is to come in is foreseen, what a thing can hold stands
    ("林湾村集体经济收入可突破50万元。", "50万元", "2019", "forecast"),
    ("猪场建成，可新增出栏肉猪6万头。", "6万头", "2019", "forecast"),
    ("幼儿园扩建工程可增加学位180个。", "180个", "2019", "actual"),
    ("2019年预脱贫46户187人，贫困发生率下降至1.8%。", "187人", "2019", "forecast"),
    # a date in the words of a noun is of that noun
    ("上年度审计查出的52个问题，已整改49个，收回资金600万元。", "52个", "2018", "actual"),
    ("上年度审计查出的52个问题，已整改49个，收回资金600万元。", "49个", "2019", "actual"),
    ("上年度审计查出的52个问题，已整改49个，收回资金600万元。", "600万元", "2019", "actual"),
    ("2018年签约的8个项目，现已开工6个。", "6个", "2019", "actual"),
    ("2018年引进的2家企业，实现产值600万元。", "600万元", "2018", "actual"),
    ("去年新建水厂3座，供水量300吨。", "300吨", "2018", "actual"),
    # the same months of the year before
    ("1至11月来信312件，下降9.8%（去年同期346件），来访86批（去年同期98批）。", "98批", "2018-01/2018-11", "actual"),
    ("截至9月底，受理来信220件，去年同期为252件。", "252件", "2018-01/2018-09", "actual"),
    ("农村低保标准从年标准1500元提高到1980元。", "1500元", "2018", "actual"),
    # what is held on a day, and what was done up to it
    ("截至2019年底，财政专户滞留非税收入3152万元。", "3152万元", "2019-12-31", "actual"),
    ("截至2019年底，欠拨征地款300万元。", "300万元", "2019-12-31", "actual"),
    ("社保基金支出600万元，年末滚存结余418万元。", "418万元", "2019-12-31", "actual"),
    ("截至2019年底，追讨拖欠工资20万元。", "20万元", "2019", "actual"),
    ("截至12月31日接种疫苗900剂次，其中第一剂417人，第二剂390人。", "390人", "2019", "actual"),
    ("“十一五”以来，累计修路30公里。", "30公里", "2006/2019", "actual"),
    # what was set, recalled in a review; and what it built on
    ("年初我们提出了今年产值达到500万元，税收30万元的目标。", "500万元", "2019", "plan"),
    ("年初我们提出了经济要在去年1560万元的基础上增长12%，达到1750万元的目标。", "1560万元", "2018", "actual"),
    ("年初我们提出了经济要在去年1560万元的基础上增长12%，达到1750万元的目标。", "12%", "2019", "plan"),
    ("党委提出引进项目6个的奋斗目标。", "6个", "2019", "plan"),
    ("年初确定了产值增长9%、税收增长8%的目标，实际产值增长12%。", "12%", "2019", "actual"),
    ("制定帮扶方案12个，实现了脱贫60户的目标。", "12个", "2019", "actual"),
    ("2019年的主要任务是：造林500亩，其中：茶叶30亩，油茶20亩，桑园10亩，竹林8亩。", "8亩", "2019", "plan"),
    ("2019年任务完成情况是：造林500亩，其中茶叶30亩。", "30亩", "2019", "actual"),
    # what is said to be expected from there on
    ("预计（下同）全年产值3亿元，增长9%。税收300万元。", "300万元", "2019", "forecast"),
    ("全年产值3亿元（预计数，下同）。新建公路3公里。", "3亿元", "2019", "forecast"),
    ("全年产值3亿元（预计数，下同）。\n新建公路3公里。", "3公里", "2019", "forecast"),
    ("全年产值3亿元（预计数，下同）。截至11月，税收2亿元。", "2亿元", "2019-01/2019-11", "actual"),
    ("全年产值3亿元（预计数，下同）。去年产值2亿元。", "2亿元", "2018", "actual"),
    ("产值3亿元（预计），税收300万元。", "3亿元", "2019", "forecast"),
    ("产值3亿元（预计），税收300万元。", "300万元", "2019", "actual"),
    (
        "预计全年产值3亿元。其中三产产值2亿元；三次产业结构由2018年的36:24:40变为34:26:40。",
        "24",
        "2018",
        "actual",
    ),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), SENTENCES)
def test_sentences_of_a_report_on_one_year(text: str, surface: str, period: str, status: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [(row["period"], row["status"]) for row in rows if row["surface"] == surface] == [(period, status)]


#: Paragraphs with labels of a report on 2019: the surface asked about, its period and status.
LABELLED = [
    (
        "【2020年工作思路】2020年，全乡产值力争达到6900万元。新植茶园500亩；筹资60万元新建门诊楼。",
        "500亩",
        "2020",
        "plan",
    ),
    (
        "【2020年工作思路】2020年，全乡产值力争达到6900万元。新植茶园500亩；筹资60万元新建门诊楼。",
        "60万元",
        "2020",
        "plan",
    ),
    ("【下步打算】新建茶厂2家。改造茶园300亩。", "300亩", "2020", "plan"),
    ("〔2020年计划〕新建茶厂2家。改造茶园300亩。", "300亩", "2020", "plan"),
    ("【规划建设】新建茶厂2家。改造茶园300亩。", "2家", "2019", "actual"),
    ("【村镇规划】完成规划7个。改造街道300米。", "300米", "2019", "actual"),
    ("【计划生育】办理准生证90本。", "90本", "2019", "actual"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), LABELLED)
def test_a_label_says_that_its_paragraph_is_planned(text: str, surface: str, period: str, status: str) -> None:
    told = f"竹林乡2019年工作总结\n【农业】完成造林30亩，建成水厂3座，比上年增长8%。\n{text}\n"
    rows = read_text(told).figures()
    found = rows[rows["surface"] == surface][["period", "status"]]
    assert found.to_numpy().tolist() == [[period, status]]


#: Text, the surface asked about, and its kind.
KINDS = [
    ("物价上涨幅度明显低于去年，控制在15%以内。", "15%", "growth"),
    ("传染病报告发病率242.5/10万。", "242.5/10万", "share"),
    ("超收分成可用财力200余万元。", "200余万元", "level"),
    ("税收超收200万元。", "200万元", "change"),
    ("明年生产总值增长11%，力争12%。", "12%", "growth"),
    ("明年税收增长5%以上，争取达到8%。", "8%", "growth"),
    ("明年入学率达到98%，力争99%。", "99%", "share"),
]


@pytest.mark.parametrize(("text", "surface", "kind"), KINDS)
def test_kinds(text: str, surface: str, kind: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [row["kind"] for row in rows if row["surface"] == surface] == [kind]
