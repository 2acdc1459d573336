"""What is a figure and what is none: numbers found with their units, and those skipped with a reason."""

import pytest

from township_analysis.figures.numbers.mentions import find_mentions
from township_analysis.pipeline import extract, read_text

FOUND: list[tuple[str, list[tuple[str, float, str]]]] = [
    ("栽植红薯260万穴，新打机井3口、大口井2眼，修建羊圈40圈，疏通沟渠18道。", [
        ("260万穴", 2_600_000, "穴"), ("3口", 3, "口"), ("2眼", 2, "眼"), ("40圈", 40, "圈"), ("18道", 18, "道")]),
    ("采摘杨梅3200筐，起垄560垄，挖填土方4.2万公方，栽菌棒30万棒。", [
        ("3200筐", 3200, "筐"), ("560垄", 560, "垄"), ("4.2万公方", 42_000, "公方"), ("30万棒", 300_000, "棒")]),
    ("补助标准为850元/人·月，烟叶担烟收入达到1400元/担。", [("850元/人·月", 850, "元/人·月"), ("1400元", 1400, "元")]),
    ("茶叶、油茶、毛竹面积分别达1.2万、8000、6500亩。", [("1.2万", 12_000, "亩"), ("8000", 8000, "亩"), ("6500亩", 6500, "亩")]),
    ("两个集镇人口分别为2.1万、1.7万人。", [("两个", 2, "个"), ("2.1万", 21_000, "人"), ("1.7万人", 17_000, "人")]),
    ("全年减免税费3万多亿元。", [("3万多亿元", 30_000 * 1e8, "元")]),
    ("农民人均纯收入增长8·6%。", [("8·6%", 8.6, "%")]),
    ("修路3·5公里，平整土地12·5亩。", [("3·5公里", 3.5, "公里"), ("12·5亩", 12.5, "亩")]),
    ("“3·15”活动期间走访商户20户。", [("20户", 20, "户")]),
    ("每户养猪一头半，每户种菜两亩。", [("一头半", 1.5, "头"), ("两亩", 2, "亩")]),
    ("办理时限压缩一半以上。", [("一半", 0.5, "")]),
    ("人均耕地一亩三分，短视频播放量超10万+。", [("一亩三分", 1.3, "亩"), ("10万", 100_000, "次")]),
    ("人口自然增长率降到千分之八点五，两所大学来镇支教。", [("千分之八点五", 8.5, "‰"), ("两所", 2, "所")]),
    ("架设输电线15000米，安装LED路灯300盏，新增KTV5家，带动10万人就业。", [
        ("15000米", 15_000, "米"), ("300盏", 300, "盏"), ("5家", 5, "家"), ("10万人", 100_000, "人")]),
    ("十分之一的农户养蜂。", [("十分之一", 0.1, "")]),
    ("来自十二个国家的客商到访，建成二十个大型货场。", [("十二个", 12, "个"), ("二十个", 20, "个")]),
    ("惠及3万户籍居民，服务5万市场主体。", [("3万", 30_000, "人")]),
    ("总产值达到12.6\n\u200b\n亿元，增长5%。", [("12.6\n\u200b\n亿元", 12.6e8, "元"), ("5%", 5, "%")]),
    ("全县转移八千农户，城乡居民收入倍差由2.31缩小至2.08。", [("八千", 8000, "户"), ("2.31", 2.31, ""), ("2.08", 2.08, "")]),
    ("全省经济总量突破千亿元，外贸额超百亿美元，接待游客超千万人次。", [
        ("千亿元", 1e11, "元"), ("百亿美元", 1e10, "美元"), ("千万人次", 1e7, "人次")]),
    ("完成税收2150（国税1280，地税870）万元。", [("2150", 2150e4, "元"), ("1280", 1280e4, "元"), ("870", 870e4, "元")]),
    ("受理来信120（其中匿名12）件。", [("120", 120, "件"), ("12", 12, "件")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_numbers_are_found_with_their_units(text: str, expected: list[tuple[str, float, str]]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [(row["surface"], row["value"], row["unit"]) for row in rows] == expected


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
    ("主动融入长三角发展。", [("三角", "name")]),
    ("带动亿万群众增收。", [("亿万", "slogan")]),
    ("三番五次上门。", [("三番五次", "slogan")]),
    ("建成全县第一家镇级育苗中心。", [("第一家", "numbering")]),
    ("建成纬三路。", [("三路", "name")]),
    ("组织六站八所学习。", [("六站八所", "slogan")]),
    ("二标段完工。", [("二标段", "name")]),
    ("省道K12+300处塌方。", [("K12", "name"), ("300", "identifier")]),
    ("采购零部件。", [("零部件", "name")]),
    ("是建镇的第一年。", [("第一年", "numbering")]),
    ("力争产值翻两番。", [("两番", "slogan")]),
    ("开馆八个多月以来运行平稳。", []),
    ("PM_2.5年均浓度下降。", [("PM_2.5", "name")]),
    ("万元规上工业增加值能耗下降。", [("万元规上", "slogan")]),
]


@pytest.mark.parametrize(("text", "expected"), SKIPPED)
def test_numbers_of_no_measure_are_skipped_with_a_reason(text: str, expected: list[tuple[str, str]]) -> None:
    rows, skipped = extract(read_text(text, period="2019"))
    assert rows == []
    assert [(row["surface"], row["reason"]) for row in skipped] == expected


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


#: Text, and for each figure its name, with `*` where it is only a criterion of those counted.
CRITERIA: list[tuple[str, list[str]]] = [
    ("9个县区工业增加值增速超过15%。", ["工业增加值增速超过15%的县区", "*工业增加值增速"]),
    ("6个市县财政收入过8亿元。", ["财政收入过8亿元的市县", "*财政收入"]),
    ("有9个村人均纯收入突破8000元大关。", ["人均纯收入突破8000元的村", "*人均纯收入"]),
    ("18个贫困村贫困发生率均降至2%以下。", ["贫困发生率降至2%以下的贫困村", "*贫困发生率"]),
    ("126个村（社区）集体收入超10万元，占比63%。", ["集体收入超10万元的村(社区)", "*集体收入", "集体收入超10万元的村(社区)占比"]),
    ("45户农户年收入超过10万元。", ["年收入超过10万元的农户", "*农户年收入"]),
    ("9个村集体收入均超过10万元，其中3个村突破50万元。", ["集体收入超过10万元的村", "*集体收入", "集体收入突破50万元的村", "*集体收入"]),
    ("9个村集体收入均超过10万元，其中柳沟村36万元。", ["集体收入超过10万元的村", "*集体收入", "集体收入"]),
    ("生产总值860亿元，5个区县全部突破100亿元。", ["生产总值", "生产总值突破100亿元的区县", "*生产总值"]),
    ("柳沟村年集体收入达60万元，达10万元以上村6个，其他村均达5万元以上。", [
        "年集体收入", "*村", "年集体收入达10万元以上的村", "其他村年集体收入"]),
    # those counted with what they did: the sum is what they did
    ("126个在建重点项目完成投资86亿元。", ["在建重点项目", "在建重点项目完成投资"]),
    ("9个续建项目全部竣工，7个新开工项目完成产值3亿元。", ["竣工的续建项目", "新开工项目", "新开工项目完成产值"]),
    ("有86位能人回村创办了42家企业。", ["回村创办企业的能人", "回村创办企业"]),
    ("4个单位超标准列支会议费12万元。", ["超标准列支会议费的单位", "超标准列支会议费"]),
    ("2个部门把专项经费36万元挪作他用。", ["将专项经费挪作他用的部门", "挪作他用的专项经费"]),
    ("县卫健局所属3家医院多收药费12万元。", ["多收药费的医院", "多收药费"]),
    ("县卫健局所属3家医院新增床位120张。", ["医院", "医院新增床位"]),
    ("完成大湾、石坝2个村道路硬化，总投资160万元。", ["道路硬化的村", "道路硬化总投资"]),
    ("完成3个村农家书屋建设任务。", ["农家书屋建设的村"]),
    ("新上投资600万元以上的技改项目36个。", ["*技改项目投资", "新上投资600万元以上的技改项目"]),
    # grounds in a row, behind where they lie
    ("两个蔬菜示范园：清水河400亩示范园、高峰300亩示范园。", ["蔬菜示范园", "蔬菜示范园面积", "蔬菜示范园面积"]),
    ("打造大湾200亩蔬菜基地、石坝300亩烤烟示范片。", ["蔬菜基地面积", "烤烟示范片面积"]),
    # what all of them have together is no criterion
    ("12家规上企业产值达36亿元。", ["规上企业产值", "规上企业产值"]),
    ("8个项目总投资超过20亿元。", ["项目", "项目总投资"]),
    ("12个市县实现生产总值820亿元。", ["市县", "生产总值"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CRITERIA, ids=[text for text, _ in CRITERIA])
def test_a_bound_picks_those_counted(text: str, expected: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert ["*" * (not row["core"]) + row["indicator"] for row in rows] == expected
