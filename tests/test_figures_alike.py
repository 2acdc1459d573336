"""What is said in another way, or copied with blanks, is found alike."""

import re

import pytest

from township_analysis import read_text
from township_analysis.figures.common import deeds_only
from township_analysis.figures.extract import find_figures
from township_analysis.figures.tight import tightened
from township_analysis.figures.wording import reworded
from township_analysis.pipeline import extract

TITLE = "石桥镇2019年工作总结\n一、2019年工作回顾\n"
SENTENCES = (
    "全镇完成工农业总产值3.2亿元，比上年增长8%；粮食总产量1.2万吨，其中水稻8000吨。\n"
    "截至2019年12月底，有企业12家，从业人员860人，人均收入1.6万元。\n"
    "投资120万元，硬化村道3.5公里，安装路灯86盏。"
)


def _told(text: str) -> list[tuple[object, ...]]:
    figures = [figure for figure, _ in find_figures(read_text(TITLE + text))]
    return [(f.mention.value, f.mention.unit, f.name, f.kind, f.status, f.period, f.scope) for f in figures]


def test_blanks_around_numbers_change_nothing() -> None:
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(\d[\d.]*)(?=[%\u4e00-\u9fff])", r" \1 ", SENTENCES)
    assert spaced != SENTENCES
    assert _told(spaced) == _told(SENTENCES)


def test_rows_keep_their_places_in_a_text_with_blanks() -> None:
    text = TITLE + "全镇完成产值 3.2 亿元，其中 工业 2 亿元，比 2018 年增长 8%。见〔2019〕16 号。"
    figures, skipped = extract(read_text(text))
    assert [row["surface"] for row in figures] == ["3.2 亿元", "2 亿元", "8%"]
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in figures + skipped)
    assert figures[1]["part_of"] == figures[0]["figure_id"] == f"text:{text.index('3.2')}"
    assert all(row["sentence"] == text.split("\n")[-1].partition("。")[0] + "。" for row in figures)


def test_what_a_blank_may_set_apart_stays_apart() -> None:
    report = read_text("项目表，2019年\n1 石桥养殖项目，年出栏生猪5000头 1200 2015年\n二是 农业 2007年，产值 3亿元。")
    tight, place = tightened(report)
    assert tight.plain.split("\n")[1:] == [
        "1 石桥养殖项目，年出栏生猪5000头 1200 2015年",
        "二是 农业 2007年，产值3亿元。",
    ]
    assert report.text[place(tight.plain.index("3亿"))] == "3"


@pytest.mark.parametrize("who", ["全镇", "我镇", "石桥镇", "我们镇", "镇里", "镇上", "石桥镇政府", "目前，石桥镇"])
@pytest.mark.parametrize("has", ["有", "现有", "共有", "下辖", "设有", "拥有"])
def test_a_township_by_any_name_is_no_part_of_what_it_has(who: str, has: str) -> None:
    assert [(row[2], row[6]) for row in _told(f"{who}{has}34个行政村、12家企业。")] == [("行政村", ""), ("企业", "")]


def test_what_bears_a_township_s_name_keeps_it() -> None:
    text = "石桥镇卫生院有床位30张，石桥镇石门村有农户86户。"
    assert reworded(text, "石桥镇") == text
    assert [row[6] for row in _told(text)] == ["石桥镇卫生院", "石门村"]


@pytest.mark.parametrize("verb", ["补种了", "改种", "抢种", "复种", "流转", "新栽", "调运", "发动群众种植"])
def test_a_list_of_sizes_before_their_nouns_is_read_whatever_the_verb(verb: str) -> None:
    names = [row[2] for row in _told(f"全镇{verb}7000亩大葱、4000亩甘蓝、300亩西瓜。")]
    assert all(crop in name for crop, name in zip(("大葱", "甘蓝", "西瓜"), names, strict=True))


def test_common_verbs_alone_are_deeds() -> None:
    assert deeds_only("复种") and not deeds_only("复种大葱") and not deeds_only("")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("下达种植面积536亩，收购烟叶142担。其中石坝村185亩，49担；柳沟村124亩，33担。",
         ["下达种植面积", "收购烟叶"] * 3),
        ("完成改厕86户，投入31万元，其中石坝村50户、18万元，柳沟村36户、13万元。",
         ["改厕户数", "改厕投入金额"] * 3),
        ("其中石坝村86户312人、柳沟村70户260人。", ["户数", "人数"] * 2),
    ],
)  # fmt: skip
def test_what_is_divided_among_villages_is_named_by_the_totals(text: str, names: list[str]) -> None:
    rows = _told(text)
    assert [row[2] for row in rows] == names
    assert {row[6] for row in rows} - {""} == {"石坝村", "柳沟村"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("综合考核由第12位前移到第5位。", "综合考核排名", "rank"),
        ("信访工作由全县倒数第三上升为第二。", "信访工作全县排名", "rank"),
        ("综合考核列全市第6位，比上年前进3个位次。", "综合考核全市排名前进", "change"),
        ("全市综合考核排名较上年前移5个位次。", "综合考核排名前移", "change"),
        ("税收完成1亿元，外贸出口完成5亿元，分别超年初下达任务数的15%、8%。", "外贸出口超下达任务数", "growth"),
        ("刑事立案43起，破案29起，同比分别下降12%、上升7%。", "破案上升", "growth"),
        ("其中高新产业产值28亿元，占比达38%。", "高新产业产值占比", "share"),
        ("排查化解矛盾纠纷143起，化解率98%。", "矛盾纠纷化解率", "share"),
        ("秋粮受干旱影响，总产1.2万吨。", "秋粮总产", "level"),
        ("工业产值2018年突破3亿元，2019年依然逆势增长突破4亿元。", "工业产值", "level"),
        ("6个村村集体经济积累达到3万元以上。", "村集体经济积累", "level"),
        ("11个村（社区）中年收入5万元以下的还有3个。", "年收入5万元以下的村(社区)", "level"),
        ("公路里程共96公里，村道28公里。", "村道里程", "level"),
        ("110千伏变电站两座，35千伏变电站3座。", "35千伏变电站", "level"),
        ("完成配套设施建设和428座坟墓迁移。", "坟墓迁移", "level"),
        ("建成12座水塔、8座公厕等基础设施。", "公厕", "level"),
        ("投资65万元建成一座滨河公园，占地12亩。", "滨河公园占地", "level"),
        ("规上工业企业发展到23家，完成主营业务收入28.7亿元、利税1.96亿元。", "利税", "level"),
        ("工业性投资完成62350万元，增幅列全区第一。", "工业性投资增幅全区排名", "rank"),
        ("新装程控电话1260部，累计达7340部。", "程控电话累计数量", "level"),
        ("集资180万元兴建的沙栏小学教学楼竣工使用。", "沙栏小学教学楼资金", "level"),
        ("在大甸、前堡、苇塘3个村种植烤烟100亩。", "烤烟种植面积", "level"),
        ("凝冻灾害造成全镇13个村不同程度受灾。", "受灾的村", "level"),
        ("五保对象214人，其中集中供养76人。", "集中供养五保对象", "level"),
        ("输出劳动力2840人，其中有组织输出760人。", "有组织输出劳动力", "level"),
        ("核桃面积1.8万亩，其中新植3200亩，挂果4100亩。", "核桃挂果面积", "level"),
        ("出生男婴276人，女婴238人。", "出生女婴", "level"),
        ("免征农业税，农民人均减负118元。", "农民人均减负", "level"),
        ("新签约亿元以上项目5个，新开工3个。", "新开工亿元以上项目", "level"),
        ("新建项目5个，到位资金6420万元；续建项目2个，到位资金2340万元。", "续建项目到位资金", "level"),
        ("用地指标紧张，尚有2个签约项目未能开工。", "未能开工的签约项目", "level"),
        ("下一步，全镇将鼓足干劲、力争上游，确保完成税收3800万元。", "税收", "level"),
        ("全年实现进京零上访、安全零事故。", "安全事故数", "level"),
        ("化解信访积案4件，进京访零登记。", "进京访登记数", "level"),
        ("产值12.6亿元，完成年度目标的52%；预计全年可完成24亿元。", "产值", "level"),
        ("农业产值6.8亿元，超额完成目标任务，同比增收0.6亿元。", "农业产值同比增收", "change"),
        ("危房改造全年计划100户，上半年已完成40户。", "危房改造户数", "level"),
        ("接种新冠疫苗9874人21106剂次。", "接种新冠疫苗剂次", "level"),
        ("认定家庭牧场47家，较去年底净增6家。", "家庭牧场净增", "change"),
        ("净增市场主体1200户，其中企业300户。", "净增企业", "change"),
        ("净减少农业户4320户，其中低保户320户。", "净减少低保户", "change"),
        ("规模以上工业增加值增长7.2%。分三大门类看，采矿业增长3.1%。", "采矿业增加值增长", "growth"),
        ("税收占比69.4%，居全市六县区第2位。", "税收占比全市排名", "rank"),
        ("2008年全市位次第27位。", "全市位次", "rank"),
        ("每千人床位数、医师数增至7.83张、3.57个。", "每千人医师数", "level"),
        ("万亿产业、省级集群从无到有，分别达2个、3个。", "省级集群", "level"),
        ("新增3个千亿级、5个百亿级产业集群。", "新增百亿级产业集群", "level"),
        ("贫困户1146户3025人中已有782户脱贫。", "脱贫户数", "level"),
        ("城镇低保126户，支出78万元；农村五保集中供养36人，支出12万元。", "农村五保集中供养支出", "level"),
        ("有卫生院2所，病床45张。", "病床", "level"),
        ("机构15个，卫生技术人员42人，其中执业医师12人。", "执业医师", "level"),
        ("12个重点项目加快推进。", "重点项目", "level"),
        ("6个抽水蓄能项目核准建设。", "核准建设的抽水蓄能项目", "level"),
        ("新开工项目87个、总投资164亿元。", "新开工项目总投资", "level"),
        ("治理小流域3条28平方公里。", "治理小流域面积", "level"),
        ("乡镇企业12家，投资240万元新上的彩印生产线。", "彩印生产线投资", "level"),
        ("优抚对象203人（其中在乡复员军人38人）。", "在乡复员军人", "level"),
        ("初中毛入学率98%，辍学率控制在1.8%以内。", "初中辍学率", "share"),
        ("夏粮总产1.2万吨，增长3%；秋粮受连阴雨影响，总产0.9万吨。", "秋粮总产", "level"),
        ("村级专干年龄老化，50岁以上的有9人。", "50岁以上的村级专干", "level"),
        ("改造农村危房135户（D级87户）。", "改造D级农村危房", "level"),
        ("专精特新企业净增12家、总数45家，高新技术企业净增9家、总数79家。", "高新技术企业总数", "level"),
        ("一类支部12个，后进支部减少到2个。", "后进支部", "level"),
        ("粮经种植比调整为7:3。", "粮经种植比中经济作物比重", "share"),
        ("三次产业比重为18:46:36。", "第三产业比重", "share"),
        ("专业户、重点户（简称“两户”）已达41户。", "专业户、重点户户数", "level"),
        ("目前户贷户用还有29.5万元未到期。", "户贷户用", "level"),
        ("共摸排出43名符合条件的学生可享受补助。", "摸排出学生", "level"),
        ("有两个村的责任制很不完善。", "责任制不完善的村", "level"),
        ("①查处案件17起；②天保工程管护面积5万亩，聘请护林员46名。", "聘请护林员", "level"),
        ("举办培训班九期，培训645人次。", "培训人次", "level"),
        ("投入16.8万元新增“雪亮工程”摄像头。", "雪亮工程摄像头投入资金", "level"),
        ("电价由每度1.38元降至0.79元。", "电价", "level"),
        ("筹资35万元建好中心小学教学楼，建筑面积1100平方米。", "中心小学教学楼建筑面积", "level"),
        ("固定资产投资327亿元，是“八五”时期的1.9倍。", "固定资产投资是“八五”时期的倍数", "growth"),
        ("初级中学1所，完全小学4所，村学6所，在校学生1736人。", "在校学生", "level"),
        ("大小畜存栏1.63万头。", "大小畜存栏", "level"),
        ("土族占总人口的38%，藏族占11%。", "藏族占总人口比重", "share"),
        ("贫困户112户364人，已脱贫53户192人，其余37户91人按照规定分类施策。", "其余贫困户人口", "level"),
        ("以泉北批发市场为龙头，该市场营业面积1.2万平方米。", "泉北批发市场营业面积", "level"),
    ],
)
def test_last_figure_of_a_sentence(text: str, name: str, kind: str) -> None:
    assert _told(text)[-1][2:4] == (name, kind)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("乡党委下辖12支部，党员512名。", "个", 12),
        ("兑付补偿资金4千3百余万元。", "元", 43_000_000),
        ("全镇辖18村3居委会、126村民小组。", "村", 18),
        ("安置3000多外来工就业。", "人", 3000),
        ("上升9个位次。", "位次", 9),
        ("到6月份己有5户改建完成。", "户", 5),
        ("上半年调出二十七户五十九人。", "户", 27),
        ("倒塌房屋四十三户一百二十六间。", "户", 43),
        ("新修公路三条十二华里。", "条", 3),
        ("培训农民技术员二十四期，一千三百多人次。", "期", 24),
        ("开除党籍一人。", "人", 1),
        ("门面租金35元/㎡。", "元/㎡", 35),
    ],
)
def test_units_that_some_clerks_leave_out(text: str, unit: str, value: int) -> None:
    assert _told(text)[0][:2] == (value, unit)


@pytest.mark.parametrize("whole", ["12个村集体经济收入均", "村集体经济收入全部", "各村集体经济收入都"])
def test_what_every_village_reached_is_by_the_village(whole: str) -> None:
    assert _told(f"{whole}达到5万元。")[-1][6] == "per-village"


@pytest.mark.parametrize(
    "text", ["支部活动场所四处漏雨。", "我先将全镇前一时期的工作作个总结。", "身份证前6位：361035。"]
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("title", "text", "periods"),
    [
        ("烤烟生产汇报", "一、08年生产情况\n08年，种植烤烟426亩。\n二、09年发展情况\n09年，建烤房40座。", ["2008", "2009"]),
        ("石桥镇", "【概况】石桥镇位于县城东部，面积42平方公里。2004年产值9亿元。\n【农业】粮食总产3万吨。\n【企业】有企业5家。",
         ["2004"] * 4),
        ("石桥乡脱贫工作汇报", "全乡辖6个村，紧扣2017年减贫任务，力争减少贫困人口430人。", ["2017", "2017"]),
    ],
)  # fmt: skip
def test_the_year_of_a_text_whose_title_names_none(title: str, text: str, periods: list[str]) -> None:
    figures = [figure for figure, _ in find_figures(read_text(f"{title}\n{text}"))]
    assert [figure.period for figure in figures] == periods


def test_a_title_that_runs_into_its_text() -> None:
    report = read_text(
        "2013年镇教育工作汇报石桥镇地处县城东南部，辖11个村，面积37平方公里，有小学6所，在校学生860名，教师64人，办学条件逐步改善。"
    )
    assert (report.title, report.period) == ("2013年镇教育工作汇报", "2013")
