"""What the engine makes of sentences of the genre: a case a line, every field that it asks about."""

import pytest

from township_analysis.figures.mentions import find_mentions
from township_analysis.pipeline import extract, read_text

Case = tuple[str, list[tuple[str, float | None, str, str]]]

#: Text, and for each figure: surface, value, unit, indicator.
NAMED: list[Case] = [
    (
        "全镇辖14个行政村、2个社区，共3812户，1.52万人。",
        [
            ("14个", 14, "个", "行政村"),
            ("2个", 2, "个", "社区"),
            ("3812户", 3812, "户", "总户数"),
            ("1.52万人", 15200, "人", "总人口"),
        ],
    ),
    (
        "现有党员506人，其中女党员98人、预备党员11人。",
        [("506人", 506, "人", "党员"), ("98人", 98, "人", "女党员"), ("11人", 11, "人", "预备党员")],
    ),
    (
        "水稻种植面积8600亩，产量4300吨。",
        [("8600亩", 8600, "亩", "水稻种植面积"), ("4300吨", 4300, "吨", "水稻产量")],
    ),
    (
        "危房改造26户78人46.8万元。",
        [
            ("26户", 26, "户", "危房改造户数"),
            ("78人", 78, "人", "危房改造人数"),
            ("46.8万元", 468000, "元", "危房改造金额"),
        ],
    ),
    (
        "发放15户32名孤寡老人慰问金3.2万元。",
        [
            ("15户", 15, "户", "发放慰问金的孤寡老人户数"),
            ("32名", 32, "名", "发放慰问金的孤寡老人"),
            ("3.2万元", 32000, "元", "孤寡老人慰问金"),
        ],
    ),
    (
        "全年受理信访件48件，办结46件，办结率95.8%。",
        [
            ("48件", 48, "件", "受理信访件"),
            ("46件", 46, "件", "办结信访件"),
            ("95.8%", 95.8, "%", "信访件办结率"),
        ],
    ),
    (
        "粮食产量、油料产量分别为5200吨、310吨。",
        [("5200吨", 5200, "吨", "粮食产量"), ("310吨", 310, "吨", "油料产量")],
    ),
    ("建成万亩茶园基地1个。", [("万亩", 10000, "亩", "茶园基地"), ("1个", 1, "个", "万亩茶园基地")]),
    (
        "实现集体经济收入达10万元以上的村有6个。",
        [("10万元", 100000, "元", "集体经济收入"), ("6个", 6, "个", "集体经济收入达10万元以上的村")],
    ),
    ("80岁以上老人312人领取补贴。", [("80岁", 80, "岁", "老人"), ("312人", 312, "人", "80岁以上老人")]),
    ("总投资3500万元的银杏产业园项目开工建设。", [("3500万元", 35000000, "元", "银杏产业园项目总投资")]),
    ("粮食产量居全县第三位。", [("第三位", 3, "", "粮食产量全县排名")]),
    ("工业占地区生产总值的比重为38%。", [("38%", 38, "%", "工业占地区生产总值比重")]),
    ("财政收入1260万元，完成年度任务的103%。", [("1260万元", 12600000, "元", "财政收入"), ("103%", 103, "%", "财政收入完成年度任务比例")]),
    ("约九成群众参加合作医疗。", [("九成", 9, "成", "参加合作医疗的群众占比")]),
    ("上述事故死亡人数为零。", [("零", 0, "", "事故死亡人数")]),
    ("镇政府驻地距县城28公里。", [("28公里", 28, "公里", "距县城距离")]),
    ("全年共出栏商品猪1.3万头，牛180头。", [("1.3万头", 13000, "头", "商品猪出栏"), ("180头", 180, "头", "牛出栏")]),
    ("化解纠纷9起：土地4起，邻里5起。", [("9起", 9, "起", "化解纠纷"), ("4起", 4, "起", "土地"), ("5起", 5, "起", "邻里")]),
    ("新开工重点项目9个，平均年龄41岁。", [("9个", 9, "个", "新开工重点项目"), ("41岁", 41, "岁", "平均年龄")]),
    ("全镇9个党支部共有党员286名。", [("9个", 9, "个", "党支部"), ("286名", 286, "名", "党员")]),
    ("6户养殖户尚未签订合同。", [("6户", 6, "户", "未签订合同的养殖户")]),
    ("15个党支部、312名党员作出承诺。", [("15个", 15, "个", "党支部"), ("312名", 312, "名", "党员")]),
    (
        "7个村集体收入全部超过20万元。",
        [("7个", 7, "个", "集体收入超过20万元的村"), ("20万元", 200000, "元", "集体收入")],
    ),
    (
        "为64名高龄老人发放津贴5万元。",
        [("64名", 64, "名", "发放津贴的高龄老人"), ("5万元", 50000, "元", "发放津贴")],
    ),
    ("县级交办的4件信访件办结3件。", [("4件", 4, "件", "信访件"), ("3件", 3, "件", "办结信访件")]),
    ("人均可支配收入达到了    万元。", [("    万元", None, "元", "人均可支配收入")]),
    ("农业税收     元。", [("     元", None, "元", "农业税收")]),
    ("农村特困人员58人，每人每月820元，全年发放57.1万元。", [
        ("58人", 58, "人", "农村特困人员"),
        ("820元", 820, "元", "农村特困人员每人每月标准"),
        ("57.1万元", 571000, "元", "农村特困人员发放资金"),
    ]),
    ("落实退耕还林3200亩，每亩补助90元。", [("3200亩", 3200, "亩", "退耕还林面积"), ("90元", 90, "元", "退耕还林每亩补助")]),
    ("村干部工资从每人每月1500元提高到1800元。", [
        ("1500元", 1500, "元", "村干部每人每月工资"), ("1800元", 1800, "元", "村干部每人每月工资")]),
    ("种植水稻300亩、油菜200亩，亩均收入分别为1200元和800元。", [
        ("300亩", 300, "亩", "水稻种植面积"),
        ("200亩", 200, "亩", "油菜种植面积"),
        ("1200元", 1200, "元", "水稻亩均收入"),
        ("800元", 800, "元", "油菜亩均收入"),
    ]),
    ("一般公共预算收入和税收收入达到3亿元和2亿元，分别增长5%、4%。", [
        ("3亿元", 3e8, "元", "一般公共预算收入"),
        ("2亿元", 2e8, "元", "税收收入"),
        ("5%", 5, "%", "一般公共预算收入增长"),
        ("4%", 4, "%", "税收收入增长"),
    ]),
    ("农户和村集体分红分别为32万元和8万元。", [("32万元", 320000, "元", "农户分红"), ("8万元", 80000, "元", "村集体分红")]),
    ("高等院校毕业生28人，城乡居民基本医保参保1.2万人。", [
        ("28人", 28, "人", "高等院校毕业生"), ("1.2万人", 12000, "人", "城乡居民基本医保参保人数")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text for text, _ in NAMED])
def test_figures_have_value_unit_and_name(text: str, expected: list[tuple[str, float | None, str, str]]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [(row["surface"], row["value"], row["unit"], row["indicator"]) for row in rows] == expected


#: Text, the surface asked about, and the fields that it must have.
ATTRIBUTES: list[tuple[str, str, dict[str, object]]] = [
    ("地区生产总值由8.2亿元增长到9.1亿元，增长11%。", "8.2亿元", {"period": "2018", "kind": "level"}),
    ("地区生产总值由8.2亿元增长到9.1亿元，增长11%。", "9.1亿元", {"period": "2019", "indicator": "地区生产总值"}),
    ("地区生产总值由8.2亿元增长到9.1亿元，增长11%。", "11%", {"kind": "growth", "indicator": "地区生产总值增长"}),
    ("森林覆盖率由62%提高到65.5%，提高3.5个百分点。", "3.5个百分点", {"kind": "change", "unit": "百分点"}),
    ("截至6月底，生猪存栏4200头。", "4200头", {"period": "2019-06-30"}),
    ("截至6月底，发放低保金56万元。", "56万元", {"period": "2019-H1"}),
    ("截至11月，发放低保金56万元。", "56万元", {"period": "2019-01/2019-11"}),
    ("1-4月份开展检查12次。", "12次", {"period": "2019-01/2019-04"}),
    ("自2016年以来，累计投入资金860万元。", "860万元", {"period": "2016/2019"}),
    ("农业总产值比2018年增长5.1%。", "5.1%", {"period": "2019", "kind": "growth"}),
    ("力争明年粮食产量达到6000吨。", "6000吨", {"status": "plan", "period": "2020"}),
    ("计划新建文化广场3个。", "3个", {"status": "plan"}),
    ("通过努力，确保了86户群众脱贫。", "86户", {"status": "actual"}),
    ("预计全年粮食产量5000吨。", "5000吨", {"status": "forecast"}),
    ("石门村投资120万元。", "120万元", {"scope": "石门村"}),
    ("人均住房面积达到42平方米以上。", "42平方米", {"scope": "per-capita", "per": "capita", "approx": "more"}),
    ("硬化村道5公里，其中东岭村1.2公里。", "1.2公里", {"scope": "东岭村", "indicator": "硬化村道"}),
    ("城镇居民人均可支配收入3万元；农村居民1.2万元。", "1.2万元", {"indicator": "农村居民人均可支配收入"}),
    ("投入四亿零七百多万元。", "四亿零七百多万元", {"value": 407_000_000, "approx": "more"}),
    ("投入1亿2000余万元。", "1亿2000余万元", {"value": 120_000_000, "approx": "more"}),
    ("按每亩900元的标准兑现奖补。", "900元", {"indicator": "每亩奖补标准"}),
    ("产鲜茧1500吨；脱贫260户，发展党员6名。", "6名", {"indicator": "发展党员"}),
    ("产鲜茧1500吨；脱贫260户，发展党员6名。", "260户", {"indicator": "脱贫户数"}),
    ("分拣中心主体封顶，完成投资1280万元。", "1280万元", {"indicator": "分拣中心完成投资"}),
    ("每村补助5万元。", "5万元", {"scope": "per-village", "per": "village"}),
    ("亩均增收600元。", "600元", {"kind": "change", "per": "area", "scope": ""}),
    ("参保率近98%。", "98%", {"approx": "about", "kind": "share"}),
    ("投入资金不足20万元。", "20万元", {"approx": "less"}),
    ("签约1527人。", "1527人", {"approx": "exact"}),
    ("优抚30余万。", "30余万", {"unit": "元", "value": 300000, "approx": "more"}),
    ("建成千亩茶园。", "千亩", {"core": False}),
    ("产量是2015年的1.8倍。", "1.8倍", {"kind": "growth", "unit": "倍", "period": "2019"}),
    ("绿化造林3、5万亩。", "3、5万亩", {"value": 35000}),
    ("投入3. 5万元。", "3. 5万元", {"value": 35000}),
    ("引进2-3个企业。", "2-3个", {"value": 2, "value_max": 3}),
    ("流转土地1 260亩。", "1 260亩", {"value": 1260, "indicator": "流转土地面积"}),
    ("人口增长率下降到1 2 ．0 5 ‰。", "1 2 ．0 5 ‰", {"value": 12.05, "unit": "‰"}),
    ("培训农民3 0 0 多人次。", "3 0 0 多人次", {"value": 300, "approx": "more"}),
    ("总投资 380 万元。", "380 万元", {"value": 3_800_000}),
    ("入户率达到96、5%。", "96、5%", {"value": 96.5}),
    ("橘子每斤卖到两元八角。", "两元八角", {"value": 2.8, "unit": "元"}),
    ("人均分红一万三。", "一万三", {"value": 13000, "unit": "元", "scope": "per-capita"}),
    ("招工七八十名。", "七八十名", {"value": 70, "value_max": 80}),
    ("尚有二十来户未搬迁。", "二十来户", {"value": 20, "approx": "about"}),
    ("新生儿性别比降到107以内。", "107", {"value": 107, "unit": "", "approx": "less"}),
    ("全年新增确诊病例为0。", "0", {"value": 0}),
    ("吸引30万务工人员返乡。", "30万", {"unit": "人"}),
    ("全镇总人口，必须控制在十二万左右。", "十二万", {"unit": "人", "approx": "about"}),
    ("经济总量迈上5亿元台阶。", "5亿元", {"approx": "more"}),
    ("木材产量约增长百分之一百零五。", "百分之一百零五", {"value": 105, "approx": "about", "kind": "growth"}),
    ("12支代表队参赛。", "12支", {"value": 12}),
    ("完成公路货运周转量三百万吨公里。", "三百万吨公里", {"unit": "吨公里"}),
    ("农业产值连续跨过两个亿元台阶。", "两个", {"core": False}),
    ("建立户籍档案12650份。", "12650份", {"value": 12650}),
    ("覆盖率85%—90%。", "85%—90%", {"value": 85, "value_max": 90}),
    ("最低气温-12.5℃。", "-12.5℃", {"value": -12.5}),
    ("牛羊存栏4.1万头（只）。", "4.1万头（只）", {"unit": "头（只）", "value": 41000}),
]


@pytest.mark.parametrize(("text", "surface", "fields"), ATTRIBUTES)
def test_figures_have_attributes(text: str, surface: str, fields: dict[str, object]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    row = next(row for row in rows if row["surface"] == surface)
    assert {name: row[name] for name in fields} == fields


#: Text, and what is skipped in it, with the reason; it holds no figure.
SKIPPED: list[tuple[str, list[tuple[str, str]]]] = [
    ("深入学习贯彻十九届四中全会精神。", [("十九届四中全会", "numbering")]),
    ("（二）狠抓落实。", [("（二）", "numbering")]),
    ("一是加强领导。", [("一是", "numbering")]),
    ("严格落实“一岗双责”。", [("“一岗双责”", "slogan")]),
    ("推进“三变”改革。", [("“三变”", "slogan")]),
    ("实现两不愁三保障。", [("两不愁三保障", "slogan")]),
    ("取得了一定的成绩。", [("一定", "slogan")]),
    ("创建5A级景区。", [("5A级", "name")]),
    ("联系电话：0745-1234567。", [("0745-1234567", "identifier")]),
    ("沿307省道。", [("307省道", "identifier")]),
    ("2019年5月启动。", [("2019年5月", "date")]),
    ("采取1+1+X模式。", [("1+1+X", "name")]),
    ("干部队伍担当作为。", []),
    ("突出三个重点，狠抓落实。", []),
    ("开馆八个多月以来运行平稳。", []),
    ("PM_2.5年均浓度下降。", [("PM_2.5", "name")]),
    ("万元规上工业增加值能耗下降。", [("万元规上", "slogan")]),
]


@pytest.mark.parametrize(("text", "expected"), SKIPPED)
def test_numbers_of_no_measure_are_skipped_with_a_reason(text: str, expected: list[tuple[str, str]]) -> None:
    rows, skipped = extract(read_text(text, period="2019"))
    assert rows == []
    assert [(row["surface"], row["reason"]) for row in skipped] == expected


#: Text, the surface of a part, and the surface of its total.
PARTS = [
    ("现有党员506人，其中女党员98人。", "98人", "506人"),
    ("受理纠纷62起，成功调解53起。", "53起", "62起"),
    ("化解纠纷9起：土地4起，邻里5起。", "5起", "9起"),
    ("安装路灯100盏（其中太阳能路灯60盏）。", "60盏", "100盏"),
    ("化解纠纷5起。其中土地纠纷2起，邻里纠纷3起。", "3起", "5起"),
]


@pytest.mark.parametrize(("text", "part", "total"), PARTS)
def test_parts_know_their_total(text: str, part: str, total: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    ids = {row["surface"]: row["figure_id"] for row in rows}
    assert next(row["part_of"] for row in rows if row["surface"] == part) == ids[total]


@pytest.mark.parametrize("text", ["种植茶叶900亩。发展养殖3万头。", "治理河道4公里。其他工作有序推进，化解矛盾3起。"])
def test_sentences_that_have_nothing_to_do_with_each_other_are_not_linked(text: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert all(row["part_of"] is None for row in rows)


def test_a_table_gives_its_cells_a_name_a_unit_and_a_total() -> None:
    text = "项目名称\t建设规模\t投资（万元）\n村道硬化\t3.2公里\t120\n水厂扩建\t日处理500吨\t80\n合计\t\t200\n"
    rows, _ = extract(read_text(text, period="2019"))
    cells = {row["surface"]: row for row in rows}
    assert [cells[surface]["value"] for surface in ("120", "80", "200")] == [1200000, 800000, 2000000]
    assert cells["120"]["indicator"] == "村道硬化投资"
    assert cells["120"]["part_of"] == cells["200"]["figure_id"]
    assert cells["3.2公里"]["scope"] == "村道硬化"


def test_every_digit_is_in_a_figure_or_skipped() -> None:
    text = "2019年，全镇12个村，电话0745-1234567，见国发〔2018〕16号，“3+2”模式，投入56万元，序号7。"
    rows, skipped = extract(read_text(text))
    covered = {at for row in [*rows, *skipped] for at in range(row["start"], row["end"])}
    assert [at for at, character in enumerate(text) if character.isdigit() and at not in covered] == []


@pytest.mark.parametrize("text", ["9" * 5000, "一" * 5000, "茶园12亩，" * 4000, "万" * 3000 + "亩"])
def test_hostile_lengths_end_soon_and_do_not_fail(text: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert all(row["surface"] == text[row["start"] : row["end"]] for row in rows)


@pytest.mark.parametrize(
    "number",
    "3亩 三亩 两亩 壹亩 〇点五亩 十亩 百余亩 千余亩 万亩 亿元 -3度 零下3度 百分之三 千分之三 三分之一 1/3 三成 十多亩 零事故".split(),
)
def test_a_number_is_found_whatever_it_begins_with(number: str) -> None:
    assert [mention.start for mention in find_mentions(f"约{number}，", 0, len(number) + 2)] == [1]
