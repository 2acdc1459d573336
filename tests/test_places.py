"""The gazetteer, and who a report is about."""

import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from township_analysis.lang.script import aligned
from township_analysis.places import Place, identify, place_of
from township_analysis.places import gazetteer as gaz
from township_analysis.places.names import kind_of, region_names, region_stem, stem_of, township_names, village_stem
from township_analysis.places.titles import named_in_line
from township_analysis.places.villages import villages_in


def place(text: str, **known: str) -> Place:
    """The place of a text, which must have one."""
    found = identify(aligned(text), **known)
    assert found is not None, text
    return found


# Names


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("龙凤村村民委员会", "龙凤"), ("东厂社区居委会", "东厂"), ("镇溪村", "镇溪"), ("县溪居委会", "县溪"),
        ("敦达乌苏嘎查", "敦达乌苏"), ("张村委会", "张村"), ("张村", "张村"), ("新村社区居民委员会", "新村"),
    ],
)  # fmt: skip
def test_village_stem(name: str, stem: str) -> None:
    assert village_stem(name) == stem


@pytest.mark.parametrize(
    ("name", "names", "kind", "stem"),
    [
        ("高峰镇", ("高峰镇",), "镇", "高峰"),
        ("高峰土家族乡", ("高峰土家族乡", "高峰乡"), "乡", "高峰"),
        ("太来彝族苗族乡", ("太来彝族苗族乡", "太来乡"), "乡", "太来"),
        ("漓东街道办事处", ("漓东街道",), "街道", "漓东"),
        ("贡宝拉格苏木", ("贡宝拉格苏木",), "苏木", "贡宝拉格"),
        ("八五〇农场", ("八五〇农场",), "", "八五〇农场"),
    ],
)
def test_township_names(name: str, names: tuple[str, ...], kind: str, stem: str) -> None:
    assert (township_names(name), kind_of(name), stem_of(name)) == (names, kind, stem)


@pytest.mark.parametrize(
    ("name", "short", "also"),
    [
        ("古丈县", "古丈", ()),
        ("通道侗族自治县", "通道", ("通道县",)),
        ("湘西土家族苗族自治州", "湘西", ("湘西州", "湘西自治州")),
        ("伊犁哈萨克自治州", "伊犁", ("伊犁州", "伊犁自治州")),
        ("内蒙古自治区", "内蒙古", ("内蒙古自治区",)),
        ("乾县", "乾县", ()),
        ("神农架林区", "神农架", ()),
    ],
)
def test_region_names(name: str, short: str, also: tuple[str, ...]) -> None:
    assert region_stem(name) == short
    assert set(region_names(name)) == {name, *also}


# The gazetteer


def test_the_tables_are_whole_and_small() -> None:
    assert len(gaz.townships().codes) == 41352
    assert gaz.townships().codes == sorted(set(gaz.townships().codes))
    data = Path(gaz.__file__).parent / "data"
    assert sum(path.stat().st_size for path in data.iterdir()) < 10_000_000


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("433126107", ("高峰镇", "古丈县", "湘西土家族苗族自治州", "湖南省")),
        ("500231107", ("高峰镇", "垫江县", None, "重庆市")),
        ("110117111", ("大兴庄镇", "平谷区", None, "北京市")),
        ("469025200", ("细水乡", "白沙黎族自治县", None, "海南省")),
        ("441900104", ("石排镇", "东莞市", "东莞市", "广东省")),
    ],
)
def test_place_of(code: str, names: tuple[str | None, ...]) -> None:
    found = place_of(code)
    assert found is not None
    assert (found.township, found.county, found.prefecture, found.province) == names
    assert (found.township_code, found.edition) == (code, "2023")


@pytest.mark.parametrize("code", ["", "433126", "433126999", "43312610", "4331261070", "高峰镇", "999999999"])
def test_no_such_code(code: str) -> None:
    assert place_of(code) is None


@pytest.mark.parametrize(
    ("stem", "codes"), [("兵书阁", ["431230101"]), ("葫芦坪", ["433126107"]), ("没有这样的村", [])]
)
def test_townships_with_village(stem: str, codes: list[str]) -> None:
    found = [gaz.townships().codes[row] for row in gaz.townships_with_village(stem)]
    assert set(codes) <= set(found) and bool(codes) == bool(found)


def test_a_misspelt_village_is_found_by_its_other_characters() -> None:
    codes = [gaz.townships().codes[row] for row in gaz.townships_with_similar_village("扬名")]
    assert "430422110" in codes  # 杨名村


def test_only_what_is_needed_is_read() -> None:
    code = (
        "import sys, township_analysis.places as p, township_analysis.places.gazetteer as g;"
        "assert not g.townships.cache_info().currsize;"
        "p.identify('古丈县高峰镇2020年工作总结\\n我镇镇溪村建成茶园。');"
        "assert 0 < g._village_block.cache_info().currsize < 40;"
        "assert not {'pandas', 'jieba'} & set(sys.modules), 'heavy imports'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# What texts say


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2021年度高峰镇美丽示范乡镇 建设工作计划", ["高峰镇"]),
        ("首页 > 信息公开 > 各乡镇 > 洪山镇 > 年度总结", ["洪山镇"]),
        ("湖南省怀化市洪江市大崇乡二〇二〇年工作总结", ["大崇乡"]),
        ("中共七甲坪镇委员会关于2020年工作情况的报告", ["七甲坪镇"]),
        ("关于印发七甲坪镇2020年工作要点的通知", ["七甲坪镇"]),
        ("在高峰镇第三届人民代表大会第一次会议上的报告", ["高峰镇"]),
        ("二零二零年高峰镇工作总结", ["高峰镇"]),
        ("平安竹林镇建设情况", ["竹林镇"]),
        ("衡阳县洪市镇2018年政府工作报告", ["洪市镇"]),
        ("沙市镇人民政府2018年工作总结", ["沙市镇"]),
        ("通道县县溪镇2021年工作总结", ["县溪镇"]),
        ("岳麓区坪塘街道办事处2019年工作总结", ["坪塘街道"]),
        ("西郊办事处2015年工作总结", ["西郊街道"]),
        ("慈利县高峰土家族乡2019年工作总结", ["高峰土家族乡"]),
        ("中山市古镇镇2020年工作总结", ["古镇镇"]),
        ("八五〇农场2019年工作报告", ["八五〇农场"]),
        ("高望界乡2012年政府工作总结", ["高望界乡"]),  # merged before the edition
        ("新太平镇2010年工作总结", ["新太平镇"]),  # not 太平镇
        ("道特淖尔苏木2019年工作报告", ["道特淖尔苏木"]),
        ("镇政府2022年工作总结", []),
        ("各乡镇工作总结", []),
        ("特色小镇建设工作总结", []),
        ("新型城镇化和美丽乡村建设工作报告", []),
        ("历史文化名镇保护规划", []),
    ],
)
def test_named_in_line(line: str, names: list[str]) -> None:
    assert [named.name for named in named_in_line(line)] == names


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("在墨江、花田、洪市等3个村推广", {"墨江", "花田", "洪市"}),
        ("惠及和平村5个组", {"和平"}),
        ("镇溪村至葫芦坪村公路", {"镇溪", "葫芦坪"}),
        ("双王庙社区居民委员会", {"双王庙"}),
        ("建设美丽乡村、示范村和文明村，各村、全村、行政村", set()),
    ],
)
def test_villages_in(text: str, stems: set[str]) -> None:
    assert {village.stem for mention in villages_in(text) for village in mention.options[:1]} == stems


# Who a report is about


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("古丈县高峰镇2020年工作总结\n一年来，我镇修路。", "433126107"),
        ("高峰镇2020年工作总结\n古丈县委、县政府。我镇镇溪村、葫芦坪村修路。", "433126107"),
        ("洪山鎮2019年工作總結\n我鎮在五塘鋪村、石塘鋪村、墨江村修路。", "430422110"),
        ("洪山镇2019年工作总结\n我镇在墨江村、五塘铺村修路，石糖铺村办学。", "430422110"),
        ("洪山街道办事处2019年工作总结\n开福区委、区政府，我街道。", "430105013"),
        ("慈利县高峰乡2019年工作总结\n县委、县政府，我乡。", "430821212"),
        ("乾安县严字乡2019年工作总结\n县委、县政府，我乡。", "220723202"),
        ("大兴庄镇（平谷区）2020年工作总结\n区委、区政府。", "110117111"),
        ("重庆市垫江县高峰镇2019年工作总结\n全镇。", "500231107"),
        ("竹林镇2019年工作总结\n县委、县政府，省州县，湘黔边界，我镇。", "522627112"),
        ("工作总结\n信息来源：洪江市大崇乡人民政府\n全乡修路。", "431281204"),
        ("2020年工作总结\n全乡修路。\n洪江市大崇乡人民政府\n2020年12月30日", "431281204"),
        ("工作总结\n我镇东邻沅陵县，南与岩头寨镇接壤，镇溪村、葫芦坪村修路。全镇。高峰镇办学。", "433126107"),
        ("工作总结\n我镇镇溪村、葫芦坪村、李家洞村、石门寨村、淘金村修路。全镇。", "433126107"),
    ],
)
def test_identity(text: str, code: str) -> None:
    found = place(text)
    assert found.township_code == code, found.evidence
    assert found.evidence.endswith("。") and found.edition == "2023"


@pytest.mark.parametrize(
    ("text", "township", "said"),
    [
        ("高峰镇2020年工作总结\n一年来，我镇修路。", "高峰镇", "433126107"),  # five are called so
        ("县溪镇2020年工作总结\n一年来，我镇修路。", "县溪镇", "431230101"),  # one is now, others may have been
        ("古丈县高望界乡2012年工作总结\n我乡在高望界村、岩坨村、葫芦坪村修路。", "高望界乡", "现属湖南省"),
        ("高望界乡2012年工作总结\n我乡在高望界村、岩坨村、葫芦坪村修路。", "高望界乡", "433126107"),
        ("古丈县高峰乡2012年工作总结\n我乡在镇溪村修路。", "高峰乡", "古丈县没有此名"),
        ("沅陵县高峰镇2012年工作总结\n我镇在镇溪村、葫芦坪村修路。", "高峰镇", "沅陵县没有此名"),
        ("新太平镇2010年工作总结\n我镇修路。", "新太平镇", "没有此名"),
        ("城关镇2019年工作报告\n我镇北关村、南关村、东关村、西关村。", "城关镇", "不足"),
    ],
)
def test_too_little_gives_a_name_without_code(text: str, township: str, said: str) -> None:
    found = place(text)
    assert (found.township, found.township_code, found.edition) == (township, None, None)
    assert said in found.evidence and found.evidence.endswith("不给代码。")


def test_a_county_before_an_abolished_township_is_kept() -> None:
    found = place("古丈县高望界乡2012年工作总结\n我乡修路。")
    assert (found.county, found.prefecture, found.province) == ("古丈县", "湘西土家族苗族自治州", "湖南省")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "全省粮食产量3000万吨。",
        "古丈县2020年政府工作报告\n全县在高峰镇镇溪村、葫芦坪村和岩头寨镇、默戎镇建成茶园。",
        "镇政府工作总结\n各村、社区修路。",
    ],
)
def test_no_township(text: str) -> None:
    assert identify(aligned(text)) is None


@pytest.mark.parametrize("known", [{"title": "洪江市大崇鄉2020年工作總結"}, {"source": "湖南省洪江市大崇乡人民政府"}])
def test_title_and_source_known_apart(known: dict[str, str]) -> None:
    assert place("工作总结\n全乡修路。", **known).township_code == "431281204"


def test_what_else_it_may_be_is_listed() -> None:
    found = place("竹林镇2019年工作总结\n县委、县政府，省州县，湘黔边界，我镇。")
    assert "410181103" in found.evidence


# With the real reports


@pytest.mark.parametrize(
    ("report_id", "code"),
    [
        ("gaofeng-2020", "433126107"),
        ("xianxi-2021", "431230101"),
        ("zhulin-2019", "522627112"),
        ("dachong-2023h1", "431281204"),
        ("hongshan-2019", "430422110"),
    ],
)
def test_real_reports(real_reports: Path, report_id: str, code: str) -> None:
    found = place((real_reports / "reports" / f"{report_id}.txt").read_text(encoding="utf-8"))
    assert found.township_code == code, found.evidence


def corpus(folder: Path) -> list[dict[str, str]]:
    """The national and provincial reports."""
    return [
        json.loads(line)
        for name in ("national", "provincial")
        for line in (folder / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def test_reports_of_higher_levels_are_no_townships(real_reports: Path) -> None:
    for report in corpus(real_reports):
        plain = aligned(report["text"])
        assert identify(plain) is None, report["id"]
        assert identify(plain, title=report["title"]) is None, report["id"]


@pytest.fixture(scope="module")
def villages_of() -> dict[int, list[str]]:
    """The stems of every township's villages, from the blocks."""
    found: dict[int, list[str]] = defaultdict(list)
    for bucket in range(gaz.BUCKETS):
        for line in gaz._village_block(bucket).split("\n")[1:-1]:
            stem, _, rows = line.rpartition(" ")
            for start in range(0, len(rows), gaz.WIDTH):
                found[int(rows[start : start + gaz.WIDTH], gaz.BASE)].append(stem)
    return found


PLANTS = {  # where the township {t} and the villages {a} {b} {c} stand among paragraphs
    "title": ["{t}2020年工作总结", "", "", "一年来，{a}村、{b}村、{c}村等完成改厕120户。", "", ""],
    "text": ["", "{t}在{a}村建成茶园300亩。", "", "投资80万元硬化{b}村至{c}村公路。", "", ""],
    "own": ["", "{t}党委、政府带领全{k}干部群众，", "我{k}{a}村、{b}村建成水池。", "", "", "{c}村道路通车。"],
    "list": ["{t}人民政府工作报告", "", "在{a}、{b}、{c}等村推广水稻。", "", "", ""],
}


def planted(way: str, row: int, stems: list[str], paragraphs: list[str]) -> str:
    """Paragraphs of other reports with a township and three of its villages planted into them."""
    name = gaz.townships().names[row]
    words = dict(zip("abc", stems, strict=True), t=name, k=kind_of(name))
    pairs = zip(PLANTS[way], paragraphs, strict=True)
    return "\n".join(plant.format(**words) + ("\n" if i == 0 else "") + text for i, (plant, text) in enumerate(pairs))


def drawn(villages_of: dict[int, list[str]], number: int, seed: int) -> list[tuple[str, int, list[str], random.Random]]:
    """Ways, townships (every other one with four namesakes or more) and three villages of each."""
    rng = random.Random(seed)
    names = gaz.townships().names
    bearers = Counter(names)
    fit = [row for row, stems in sorted(villages_of.items()) if kind_of(names[row]) and len(stems) > 2]
    ambiguous = [row for row in fit if bearers[names[row]] > 3]
    rows = [rng.choice(ambiguous if i % 2 else fit) for i in range(number)]
    return [(rng.choice(list(PLANTS)), row, rng.sample(villages_of[row], 3), rng) for row in rows]


@pytest.fixture(scope="module")
def paragraphs(real_reports: Path) -> list[str]:
    """The paragraphs of the national and provincial reports."""
    lines = (line.strip() for report in corpus(real_reports) for line in report["text"].split("\n"))
    return [line for line in lines if 60 < len(line) < 600]


@pytest.mark.parametrize("seed", [2023, 7])
def test_two_hundred_planted_texts(villages_of: dict[int, list[str]], paragraphs: list[str], seed: int) -> None:
    found = Counter()
    for way, row, stems, rng in drawn(villages_of, 200, seed):
        answer = identify(aligned(planted(way, row, stems, rng.sample(paragraphs, 6))))
        code = answer and answer.township_code
        found["none" if code is None else "right" if code == gaz.townships().codes[row] else "wrong"] += 1
    assert found["wrong"] == 0
    assert found["right"] >= 190, found


def test_a_name_with_the_villages_of_another_township(villages_of: dict[int, list[str]], paragraphs: list[str]) -> None:
    """Such is the report of a township that was merged into another one, while others still bear its name."""
    draws = drawn(villages_of, 200, 11)
    for (way, row, _, rng), (_, other, stems, _) in zip(draws, reversed(draws), strict=True):
        if gaz.townships().names[row] != gaz.townships().names[other]:
            answer = identify(aligned(planted(way, row, stems, rng.sample(paragraphs, 6))))
            assert answer is None or answer.township_code is None, answer
