"""What a title and a text tell of period, plan and type; and the title itself."""

import pytest

from township_analysis.errors import DataError, NotAQuantity
from township_analysis.lang.script import aligned
from township_analysis.reading import document_from_text
from township_analysis.reading.document import Document
from township_analysis.report import make_report
from township_analysis.report.headings import find_blocks
from township_analysis.report.period import find_timing
from township_analysis.report.title import find_title

BODY = "全镇深入贯彻落实上级决策部署，团结带领广大干部群众，积极作为，攻坚克难，完成造林20亩，发放补贴3万元，各项任务圆满完成。"

AHEAD = "我们要坚持稳中求进，力争新增茶园500亩，计划新建标准化厂房2栋，确保完成税收任务，着力推进人居环境整治，努力增加群众收入。"


def timing(text: str, title: str | None) -> tuple[str | None, str | None, str]:
    plain = aligned(text)
    found = find_timing(plain, find_blocks(plain), aligned(title) if title else None)
    return found.period, found.plan_period, found.doc_type


@pytest.mark.parametrize(
    "title, expected",
    [
        ("竹林镇2019年政府工作总结及2020年工作计划", ("2019", "2020", "annual")),
        ("洪山鎮2019年工作總結及2020年工作規劃", ("2019", "2020", "annual")),
        ("2019年工作总结2020年工作计划", ("2019", "2020", "annual")),
        ("某乡2022年工作总结暨2023年工作要点", ("2022", "2023", "annual")),
        ("竹林镇2020年工作总结和明年工作打算", ("2020", "2021", "annual")),
        ("二〇一九年工作总结", ("2019", None, "annual")),
        ("竹林街道工作总结及2023年工作思路", ("2022", "2023", "annual")),
        ("2019竹林镇政府工作总结", ("2019", None, "annual")),
        ("２０１９年工作总结", ("2019", None, "annual")),
        # years by their last two digits, in characters, without their 年
        ("竹林镇95年工作总结", ("1995", None, "annual")),
        ("竹林镇九五年度工作总结", ("1995", None, "annual")),
        ("竹林镇06年上半年工作总结", ("2006-H1", None, "half-year")),
        ("竹林镇2019上半年工作总结", ("2019-H1", None, "half-year")),
        ("竹林镇扶贫工作总结(2014-2020)", ("2014/2020", None, "annual")),
        ("竹林镇建镇20年工作总结", (None, None, "annual")),
        ("关于2018年工作情况的报告", ("2018", None, "annual")),
        ("竹林镇2016-2020年工作总结", ("2016/2020", None, "annual")),
        ("镇政府2023年上半年工作总结及下半年目标任务和工作安排", ("2023-H1", "2023-H2", "half-year")),
        ("2021年上半年工作总结", ("2021-H1", None, "half-year")),
        ("2023年一季度工作总结", ("2023-Q1", None, "quarter")),
        ("2023年第一季度工作总结及二季度工作计划", ("2023-Q1", "2023-Q2", "quarter")),
        ("2020年前三季度工作总结和四季度工作打算", ("2020-01/2020-09", "2020-Q4", "quarter")),
        ("2021年1—11月工作总结及2022年工作思路", ("2021-01/2021-11", "2022", "annual")),
        ("竹林镇2020年工作要点", (None, "2020", "plan")),
        ("竹林镇国民经济和社会发展第十四个五年规划", (None, "2021/2025", "plan")),
        ("20XX年工作总结及20XX年工作计划", (None, None, "annual")),
        ("xx年上半年工作总结", (None, None, "half-year")),
        ("__年工作总结", (None, None, "annual")),
        ("竹林镇年度工作总结", (None, None, "annual")),
        ("竹林镇2022年半年工作总结", ("2022-H1", None, "half-year")),
        ("竹林镇2022年年中工作总结", ("2022-H1", None, "half-year")),
        ("2021年竹林镇半年工作报告", ("2021-H1", None, "half-year")),
        ("2021年上半年政府工作报告", ("2021-H1", None, "half-year")),
        ("竹林镇2023年1至9月份工作总结", ("2023-01/2023-09", None, "quarter")),
        ("竹林镇2023年10月工作总结及11月工作计划", ("2023-10", "2023-11", "other")),
        ("竹林镇2020年工作报告（2020年12月）", ("2020", None, "annual")),
        ("竹林镇2022年底工作总结", ("2022", None, "annual")),
        ("竹林镇2022年工作开展情况和2023年工作谋划", ("2022", "2023", "annual")),
        ("竹林镇本届政府（2017-2021年）工作总结", ("2017/2021", None, "annual")),
        ("竹林镇2016年—2020年五年工作总结及2021年工作计划", ("2016/2020", "2021", "annual")),
        ("竹林镇“十三五”工作总结及“十四五”工作思路", ("2016/2020", "2021/2025", "annual")),
        ("竹林镇“十四五”规划", (None, "2021/2025", "plan")),
        ("竹林镇2018年以来工作总结", (None, None, "annual")),
        ("竹林镇近三年工作总结", (None, None, "annual")),
        ("竹林镇2020年基本情况", ("2020", None, "profile")),
        ("竹林镇简介", (None, None, "profile")),
        ("竹林镇基本情况", (None, None, "profile")),
        (None, (None, None, "other")),
    ],
)
def test_titles(title: str | None, expected: tuple[str | None, str | None, str]) -> None:
    assert timing("", title) == expected


@pytest.mark.parametrize(
    "title, text, expected",
    [
        # a report read at the beginning of a year looks back on the year before
        (
            "竹林镇2020年政府工作报告",
            f"一、2019年工作回顾\n{BODY}\n二、2020年工作安排\n继续造林。",
            ("2019", "2020", "annual"),
        ),
        ("竹林镇2020年政府工作报告", f"过去一年，{BODY}今年，我们要继续造林。", ("2019", "2020", "annual")),
        ("竹林镇2020年政府工作报告", f"2020年以来，{BODY}今年以来，我们还修了路。", ("2020", None, "annual")),
        ("竹林镇2020年工作总结", f"{BODY}\n2021年，{AHEAD}", ("2020", None, "annual")),
        ("竹林镇工作报告", f"在竹林镇第七届人民代表大会上的报告\n(2021年5月20日)\n{BODY}", ("2020", "2021", "annual")),
        (
            "2021年竹林县政府工作报告",
            f"现在，我向大会作关于国民经济和社会发展第十四个五年规划纲要的报告，请予审议。\n{BODY}",
            ("2020", "2021/2025", "annual"),
        ),
        ("竹林镇2018年政府工作报告", f"一、过去五年工作回顾\n{BODY}", ("2017", "2018", "annual")),
        # the session at which it was read tells the year where the title does not
        (
            "政府工作报告",
            f"——2020年1月10日在竹林镇第六届人民代表大会第四次会议上\n过去一年，{BODY}",
            ("2019", "2020", "annual"),
        ),
        (
            "政府工作报告",
            f"——2021年12月20日在竹林镇第七届人民代表大会第一次会议上\n过去五年，{BODY}",
            ("2021", "2022", "annual"),
        ),
        # headings, where there is no title
        (None, f"{BODY}\n一、2021年工作总结\n{BODY}\n二、2022年工作计划\n继续造林。", ("2021", "2022", "annual")),
        (None, f"2021年上半年，{BODY}", ("2021-H1", None, "half-year")),
        (None, f"2021年是我镇发展的关键之年。{BODY}", ("2021", None, "annual")),
        # a title that says plan over a text that reports, and over one that plans
        (
            "2020年度高峰镇创建工作计划",
            f"2020年，{BODY}一年来，共完成危房改造29户，取得了一定的成绩。",
            ("2020", None, "annual"),
        ),
        ("竹林镇2019年工作计划", "一、加强农业。力争造林20亩。\n二、继续加强党建。", (None, "2019", "plan")),
        # a plan named in a heading only
        ("竹林镇2023年工作总结", f"一、工作情况\n{BODY}\n二、2024年工作打算\n继续造林。", ("2023", "2024", "annual")),
        (
            "竹林镇2023年上半年工作总结",
            f"一、工作情况\n{BODY}\n二、下半年打算\n继续造林。",
            ("2023-H1", "2023-H2", "half-year"),
        ),
        # neither a publication date nor a year in passing is a period
        (None, f"发布时间：2022-01-20 16:47 来源：竹林镇\n{BODY}", (None, None, "other")),
        (
            None,
            "竹林镇位于县城西北部，2015年由两乡合并而成，辖17个村，总面积102平方公里，人口1.49万人，耕地面积1.2万亩，森林覆盖率62%。",
            (None, None, "profile"),
        ),
        # a text without a title that presents a place has no year, though its paragraphs begin with one
        (
            None,
            f"竹林镇，隶属于安宁县，地处县境西北部。\n2011年，竹林镇财政收入1386万元。{BODY}",
            (None, None, "profile"),
        ),
        # a term read out within its last year, in the title's own year
        (
            "2021年政府工作报告",
            "2021年9月2日在竹林镇第十五届人民代表大会第一次会议上\n一、过去五年工作回顾\n2016年以来，造林20亩。"
            f"{BODY}\n2021年1—8月，修路3公里。",
            ("2021", None, "annual"),
        ),
        ("竹林镇简介", "竹林镇位于县城西北部，2015年由两乡合并而成。", (None, None, "profile")),
        # a part of the year in the title, the year in the text
        ("竹林镇前三季度工作情况汇报", f"2021年以来，{BODY}", ("2021-01/2021-09", None, "quarter")),
        ("竹林镇上半年工作总结", f"2020年以来，{BODY}", ("2020-H1", None, "half-year")),
        ("竹林镇上半年工作总结", f"今年以来，{BODY}", (None, None, "half-year")),
        # the day below the assembly
        (
            "政府工作报告",
            f"在竹林镇第八届人民代表大会第五次会议上\n（2020年1月10日）\n{BODY}",
            ("2019", "2020", "annual"),
        ),
        ("政府工作报告", f"在竹林镇第八届人民代表大会第五次会议上\n2021年12月30日\n{BODY}", ("2021", "2022", "annual")),
        # headings that only name a year's work: what stands under them tells
        ("竹林镇人民政府工作报告", f"一、2019年的工作\n{BODY}\n二、2020年的工作\n{AHEAD}", ("2019", "2020", "annual")),
        (
            "竹林镇2020年政府工作报告",
            f"一、2019年的工作\n{BODY}\n二、2020年的工作\n{AHEAD}",
            ("2019", "2020", "annual"),
        ),
        ("竹林镇2020年政府工作报告", f"2019年，{BODY}\n2020年，{AHEAD}", ("2019", "2020", "annual")),
        # behind what lies years ahead such a heading is of a plan, whatever it lists
        (
            "竹林镇政府工作报告（2012年1月）",
            f"一、过去五年工作回顾\n{BODY}\n二、今后五年的目标\n{AHEAD}\n三、2012年主要工作\n{BODY}",
            ("2011", "2012", "annual"),
        ),
        (
            "竹林镇政府工作报告",
            f"一、“九五”时期及2000年工作回顾\n{BODY}\n二、“十五”计划的目标和2001年的工作\n{BODY}",
            ("2000", "2001", "annual"),
        ),
        ("竹林镇人代会文件", f"一、过去一年工作回顾\n{BODY}\n二、2012年重点工作\n{AHEAD}", ("2011", "2012", "annual")),
        # a title that says plan, over a text that reports and over one that plans
        ("2020年度创建工作计划", f"2020年，{BODY}\n{BODY}", ("2020", None, "annual")),
        ("2020年度创建工作计划", f"2020年，{AHEAD}\n{AHEAD}", (None, "2020", "plan")),
        ("2020年度创建工作计划", f"2020年，{BODY}\n现将工作计划安排如下：\n{BODY}", (None, "2020", "plan")),
        # a publication date is no period
        ("竹林镇工作总结", f"发布时间：2020-01-15\n一年来，{BODY}", (None, None, "annual")),
        ("“十二五”概述", BODY, ("2011/2015", None, "annual")),
        (
            "2015年乡政府工作计划",
            "2015年全乡的预期发展目标是：收入完成5亿元，同比增长9%；产值完成3亿元，同比增长8%。",
            (None, "2015", "plan"),
        ),
        # but that of news is the year of its 今年, and so is that of a yearbook's header
        (None, f"2018-07-20 09:12\n记者从竹林镇获悉，今年上半年，{BODY}", ("2018-H1", None, "half-year")),
        (None, f"某市执政纪要2017\n乡镇工作\n{BODY}", ("2017", None, "annual")),
        # between the assembly and its day stands who spoke
        (
            "政府工作报告（2024年）",
            f"——在竹林镇第十四届人民代表大会第七次会议上\n\n镇长\n\n2025年1月3日\n{BODY}",
            ("2024", "2025", "annual"),
        ),
        ("2024年政府工作报告", f"各位代表：\n2024年，{BODY}一年来，各项事业都有进步，{BODY}", ("2024", None, "annual")),
        # a paper dated on its front around the turn of a year sums that year up
        ("民政工作汇报", f"竹林镇人民政府\n2012年2月10日\n各位领导：\n{BODY}", ("2011", None, "annual")),
        ("民政工作汇报", f"竹林镇人民政府\n2012年6月10日\n各位领导：\n{BODY}", (None, None, "annual")),
        # a heading that is a sentence says what was done
        (
            None,
            f"竹林镇\n1、2020年，竹林镇围绕乡村振兴抓实各项工作。全镇种植水稻900亩。\n{BODY}",
            ("2020", None, "annual"),
        ),
        # the day of the assembly tells what a title's year is
        (
            "2016年政府工作报告",
            f"2017年1月9日在竹林镇第十七届人民代表大会第一次会议上\n一、过去五年工作回顾\n{BODY}",
            ("2016", "2017", "annual"),
        ),
        ("竹林镇工作报告", f"在2017年1月9日竹林镇第十七届人民代表大会第一次会议上\n{BODY}", ("2016", "2017", "annual")),
        ("在竹林镇第七届人民代表大会上的工作报告", f"(二〇〇六年二月八日)\n{BODY}", ("2005", "2006", "annual")),
        # the day below a paper, or behind its title
        ("竹林镇工作总结", f"{BODY}\n竹林镇人民政府\n2019年12月20日\n", ("2019", None, "annual")),
        ("竹林镇工作总结", f"{BODY}\n竹林镇人民政府 2020年1月8日\n", ("2019", None, "annual")),
        ("竹林镇上半年工作总结", f"{BODY}\n竹林镇人民政府\n2019年7月二日\n", ("2019-H1", None, "half-year")),
        ("竹林镇政府工作报告(2020年1月)", BODY, ("2019", None, "annual")),
        # a year of which nothing says that it is planned
        ("竹林县1998年国民经济和社会发展统计公报", "一、综合\n生产总值12亿元。", ("1998", None, "annual")),
        ("竹林县统计局关于2023年国民经济和社会发展的统计公报", "一、综合\n产值12亿元。", ("2023", None, "annual")),
        ("竹林乡(柏林市1997年年鉴)", "总面积91平方公里。", ("1997", None, "annual")),
        ("竹林镇2020年重点建设项目", "", (None, "2020", "plan")),
        # a yearbook's volume is later than the year its page tells of, or is of more than that one
        ("竹林乡(《柏林年鉴》2001—2002卷)", f"2001年，计划生育率97%，{BODY}", ("2001", None, "annual")),
        ("竹林乡(《柏林年鉴》2001—2002卷)", f"2001年，{BODY}2002年，{BODY}", ("2001/2002", None, "annual")),
        ("竹林乡(柏林年鉴2002年)", f"全乡有17个村。2001年，{BODY}", ("2001", None, "annual")),
        ("竹林乡(柏林年鉴2002年)", BODY, ("2002", None, "annual")),
        # a field of work in a year is told of or planned, as the text says
        ("竹林县1997年司法行政工作", BODY, ("1997", None, "annual")),
        ("竹林县1997年司法行政工作", AHEAD, (None, "1997", "plan")),
        ("1997年竹林县教育事业", BODY, ("1997", None, "annual")),
    ],
)
def test_titles_with_texts(title: str | None, text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert timing(text, title) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"竹林镇2019年工作总结\n\n{BODY}", "竹林镇2019年工作总结"),
        (f"首页 > 政务公开\n洪山鎮2019年工作總結\n洪山鎮2019年工作總結\n{BODY}", "洪山鎮2019年工作總結"),
        (f"古丈县人民政府-2020年度高峰镇创建工作计划\n来源:高峰镇\n{BODY}", "2020年度高峰镇创建工作计划"),
        (f"政府工作报告\n——2020年1月10日在竹林镇第六届人民代表大会上\n{BODY}", "政府工作报告"),
        (f"发布时间:2022-01-20 信息来源:县溪镇人民政府\n{BODY}\n一、2021年工作总结\n{BODY}", None),
        (f"各位代表：\n现在，我代表镇人民政府向大会作工作报告，请予审议。\n一、2019年工作回顾\n{BODY}", None),
        (f"竹林县1998年统计公报\n一、综合\n{BODY}", "竹林县1998年统计公报"),
        (f"竹林乡(柏林市1997年)\n{BODY}", "竹林乡(柏林市1997年)"),
        (f"竹林县1997年司法行政工作\n{BODY}", "竹林县1997年司法行政工作"),
        (f"2003年竹林镇农业机械化\n{BODY}", "2003年竹林镇农业机械化"),
        (f"一九九五年民政工作\n{BODY}", "一九九五年民政工作"),
        (f"竹林镇水利(1998年)\n{BODY}", "竹林镇水利(1998年)"),
        (f"1998年竹林镇水利\n竹林镇工作总结\n{BODY}", "竹林镇工作总结"),
        (f"竹林县人民政府2003年5月3日\n{BODY}", None),
        (f"竹林县2003年教育工作的意见\n{BODY}", None),
        (f"竹政发〔2003〕5号 竹林县水利\n{BODY}", None),
        (BODY, None),
        ("", None),
    ],
)
def test_find_title(text: str, expected: str | None) -> None:
    plain = aligned(text)
    assert find_title(Document(text), plain, find_blocks(plain)) == expected


@pytest.mark.parametrize(
    "said, expected",
    [
        ("竹林镇2019年工作总结_天柱县人民政府网", "竹林镇2019年工作总结"),
        ("竹林镇2019年工作总结 - 政府信息公开", "竹林镇2019年工作总结"),
        ("天柱县人民政府网", None),
    ],
)
def test_title_from_metadata(said: str, expected: str | None) -> None:
    document = Document(BODY, metadata={"title": said})
    assert find_title(document, aligned(BODY), find_blocks(aligned(BODY))) == expected


def test_what_is_known_beats_what_is_derived() -> None:
    document = document_from_text(f"竹林镇2019年工作总结及2020年工作计划\n一、主要工作\n{BODY}")
    report = make_report(document, "r", title="另一个题目", period="2018年上半年", township_code="522627112")
    assert (report.title, report.period, report.doc_type) == ("另一个题目", "2018-H1", "half-year")
    assert report.place is not None and report.place.township == "竹林镇"


@pytest.mark.parametrize(
    "given, period, doc_type",
    [
        ("2023-H1", "2023-H1", "half-year"),
        ("2023-Q1", "2023-Q1", "quarter"),
        ("2023-04", "2023-04", "other"),
        ("2016/2020", "2016/2020", "annual"),
        ("2023年1-4月", "2023-01/2023-04", "other"),
    ],
)
def test_a_period_may_be_given_in_notation_and_in_words(given: str, period: str, doc_type: str) -> None:
    report = make_report(document_from_text(f"竹林镇工作总结\n{BODY}"), "r", period=given)
    assert (report.period, report.doc_type) == (period, doc_type)


def test_a_period_that_is_none_and_a_code_that_no_township_has() -> None:
    document = document_from_text(f"竹林镇2019年工作总结\n{BODY}")
    with pytest.raises(NotAQuantity):
        make_report(document, "r", period="某年")
    with pytest.raises(DataError, match="999999999"):
        make_report(document, "r", township_code="999999999")


def test_a_report_carries_original_text_and_aligned_copy() -> None:
    report = make_report(document_from_text("洪山鎮2019年工作總結\n完成種植麵積２２００畝。"), "hongshan")
    assert (report.title, report.script, report.period) == ("洪山鎮2019年工作總結", "hant", "2019")
    assert len(report.plain) == len(report.text) and "种植面积2200亩" in report.plain
    assert {sentence.section_id for sentence in report.sentences} <= {s.section_id for s in report.sections}


#: Title, front, headings over a review and a plan; the period reviewed and the one planned.
FRONTS = [
    ("竹林镇2011年政府工作报告", "", "“十一五”时期及2010年工作", "2011年工作安排", ("2010", "2011")),
    (
        "竹林镇2021年政府工作报告",
        "——2021年4月20日在竹林镇第十九届人民代表大会第一次会议上",
        "过去五年工作",
        "2021年重点工作",
        ("2020", "2021"),
    ),
    ("在竹林镇第九次党代会上的报告", "（2011年7月20日）", "过去五年的工作", "今后五年的目标", ("2010", "2011")),
    ("竹林镇工作总结", "一年来，干部群众齐心协力。", "主要工作", "2018年工作打算", ("2017", "2018")),
    ("竹林镇年终工作总结", "2014年即将过去，各项工作有序推进。", "主要工作", "2015年打算", ("2014", "2015")),
    ("竹林镇1-9月份工作总结", "竹林镇2016年1-9月份工作总结", "主要工作", "下步打算", ("2016-01/2016-09", None)),
    ("竹林镇一季度工作总结", "2023-04-06 来源：党政办", "主要工作", "二季度打算", ("2023-Q1", None)),
    (
        "竹林镇上半年工作总结",
        "2019年7月5日\n今年上半年，全镇上下一心。",
        "主要工作",
        "下半年工作重点",
        ("2019-H1", "2019-H2"),
    ),
]


@pytest.mark.parametrize(("title", "front", "review", "plan", "expected"), FRONTS, ids=[row[0] for row in FRONTS])
def test_title_front_and_headings_tell_period_and_plan_together(
    title: str, front: str, review: str, plan: str, expected: tuple[str, str | None]
) -> None:
    text = f"{title}\n{front}\n一、{review}\n{BODY}\n二、{plan}\n{AHEAD}\n"
    report = make_report(document_from_text(text), "r", title=title)
    assert (report.period, report.plan_period) == expected


@pytest.mark.parametrize(
    ("first_line", "period"),
    [
        ("第二编 乡镇概况 第十七节 青石乡（1987年）", "1987"),
        ("青石街道（北原省）", None),
        ("青石镇二〇一八年工作总结", "2018"),
    ],
)
def test_first_lines_that_are_titles(first_line: str, period: str | None) -> None:
    report = make_report(
        document_from_text(f"{first_line}\n\n青石位于县城西北部，面积41平方公里，耕地25180亩。\n{BODY}"), "r"
    )
    assert (report.title, report.period) == (first_line, period)
