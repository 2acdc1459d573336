"""The codebook's table, the names that lead to a code, and quantities in base units."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from township_analysis import read_text
from township_analysis.codebook import Book, book, coded
from township_analysis.codebook.book import DIMENSIONS, RANGES, STATISTICS, domain_of
from township_analysis.codebook.names import bare, candidates, canonical
from township_analysis.codebook.quantity import is_fall, quantity_of
from township_analysis.errors import DataError
from township_analysis.lang.tables import load_table
from township_analysis.lang.units import units


def codes_of(text: str, codebook: Book | None = None, **known: Any) -> list[str | None]:
    """The codes of a text's figures, in order."""
    from township_analysis.figures import extract

    rows, _ = extract(read_text(text, **{"period": "2019"} | known))
    return [row["code"] for row in coded(rows, codebook)]


def test_the_codebook_has_what_a_study_needs() -> None:
    assert len(book()) >= 150
    assert len({one.short for one in book()}) == len(book())
    for one in book():
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", one.short), one.code
        assert one.name_zh and one.name_en and one.definition_zh and one.definition_en, one.code
        assert set(one.dimensions) <= DIMENSIONS and one.statistic in STATISTICS and one.range_per in RANGES, one.code
        assert domain_of(one.domain) in {row["domain"] for row in load_table("domains")}, one.code
        assert one.low is None or one.high is None or one.low < one.high, one.code


def test_base_units_are_units_of_their_dimension() -> None:
    special = {"微克/立方米", "棒"}
    for one in book():
        known = units().get(one.base_unit)
        assert one.base_unit in special or (known is not None and known.dimension in one.dimensions), one.code


def test_the_shared_indicators_are_all_there(real_reports: Path) -> None:
    with (real_reports / "codebook_core.csv").open(encoding="utf-8-sig", newline="") as stream:
        core = list(csv.DictReader(stream))
    names = ("name_zh", "name_en", "base_unit", "statistic", "domain")
    differing = [
        row["code"]
        for row in core
        if row["code"] not in book() or any(getattr(book()[row["code"]], name) != row[name] for name in names)
    ]
    assert differing == []


def test_no_name_leads_to_two_indicators_unless_the_words_around_decide() -> None:
    shared = {
        key: [one.code for one in found]
        for key, found in book().exact.items()
        if len(found) > 1 and not all(one.context for one in found)
    }
    assert shared == {}


@pytest.mark.parametrize(
    ("name", "dimension", "short"),
    [
        ("城市低保户数", "households", "城市低保"),
        ("玉米播种面积", "area", "玉米"),
        ("种植玉米面积", "area", "玉米"),
        ("耕地面积", "area", "耕地"),
        ("网格数", "count", "网格"),
        ("贫困发生率", "ratio", "贫困发生率"),
        ("面积", "area", "面积"),
    ],
)
def test_bare(name: str, dimension: str, short: str) -> None:
    assert bare(name, dimension) == short


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("高峰镇贫困发生率", "share", "贫困发生率"),
        ("工农业总产值同比增长", "growth", "工农业总产值"),
        ("农民人均纯收入净增增长", "growth", "农民人均纯收入"),
        ("玉米调减面积", "change", "玉米面积"),
        ("一减四增玉米调减面积", "change", "玉米面积"),
        ("烟叶种植面积全县排名", "rank", "烟叶种植面积"),
        ("固定资产投资完成年度任务比例", "share", "固定资产投资"),
        ("民生支出占一般公共预算支出比重", "share", "民生支出"),
        ("参保参保率", "share", "参保率"),
    ],
)
def test_candidates(name: str, kind: str, found: str) -> None:
    assert found in list(candidates(canonical(name), kind))


def test_a_level_keeps_its_movement() -> None:
    assert list(candidates("新增家庭农场", "level")) == ["新增家庭农场"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("全镇粮食总播面1.2万亩。", ["agri.grain_sown_area"]),
        ("粮食播种面积1.2万亩，产量4750吨。", ["agri.grain_sown_area", "agri.grain_output"]),
        ("全镇耕地面积1.77万亩。", ["land.cultivated_area"]),
        ("全镇辖13个行政村。", ["admin.villages"]),
        ("农村低保209户494人。", ["welfare.rural_dibao_households", "welfare.rural_dibao_persons"]),
        ("受理矛盾纠纷62起。", ["governance.disputes_received"]),
        ("财政总收入1830.96万元，比上年增长1.4%。", ["fiscal.total_revenue"] * 2),
        ("贫困发生率降至0.5%。", ["poverty.incidence_rate"]),
        ("义务教育巩固率达100%。", ["education.compulsory_retention_rate"]),
    ],
)
def test_the_same_thing_has_one_code(text: str, codes: list[str]) -> None:
    assert codes_of(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "种植杂交水稻6200亩。",
        "全镇有女性党员71名。",
        "建档立卡贫困户参合率达100%。",
        "力争创建家庭农场2家。",
        "扶持培育家庭农场20个。",
        "在5个行政村开展试点。",
        "村集体经济收入达20万元以上的村31个。",
        "每千人养老床位数27张。",
        "全县棉花增长31.1%。",
        "撂荒耕地整治受益农户200户。",
    ],
)
def test_a_subset_has_no_code(text: str) -> None:
    assert set(codes_of(text)) == {None}


def row(value: float | None, unit: str, kind: str = "level", indicator: str = "") -> dict[str, Any]:
    return {"value": value, "unit": unit, "kind": kind, "indicator": indicator}


@pytest.mark.parametrize(
    ("figure", "code", "quantity", "base_unit"),
    [
        (row(17700, "亩"), None, 1180.0, "公顷"),
        (row(17700, "亩"), "land.cultivated_area", 1180.0, "公顷"),
        (row(252, "平方公里"), "admin.land_area", 25200.0, "公顷"),
        (row(20000, "平方米"), "admin.built_up_area", 2.0, "公顷"),
        (row(620, "平方米"), None, 620.0, "平方米"),
        (row(3.5, "里"), None, 1.75, "千米"),
        (row(36000000, "公斤"), "agri.grain_output", 36000.0, "吨"),
        (row(90, "担"), None, 4.5, "吨"),
        (row(442, "名"), None, 442.0, "人"),
        (row(300, "只"), "agri.poultry_stock", 300.0, "羽"),
        (row(12, "件"), "governance.disputes_received", 12.0, "起"),
        (row(12, "起"), None, 12.0, "件"),
        (row(58, "家"), "agri.family_farms", 58.0, "个"),
        (row(24, "微克/立方米"), None, 24.0, "微克/立方米"),
        (row(1850000, "美元"), "economy.foreign_investment", 1850000.0, "美元"),
        (row(1850000, "美元"), "economy.exports", 1850000.0, "美元"),
        (row(2, "", "rank", "烟叶种植面积全县排名"), "agri.tobacco_area", 2.0, None),
        (row(0, "", "share"), "poverty.incidence_rate", 0.0, "%"),
        (row(9.74, "‰", "share"), "population.birth_rate", 9.74, "‰"),
        (row(1.1, "%", "share"), "population.birth_rate", 11.0, "‰"),
        (row(7, "成", "share"), None, 70.0, "%"),
        (row(2 / 3, "", "share"), None, 66.6666666667, "%"),
        (row(4.1, "%", "growth", "固定资产投资下降"), None, -4.1, "%"),
        (row(-4.1, "%", "growth", "出口增长"), None, -4.1, "%"),
        (row(5.3, "个百分点", "change", "一般公共预算收入降幅收窄"), None, 5.3, "百分点"),
        (row(0.8, "个百分点", "change", "增加值增速回落"), None, -0.8, "百分点"),
        (row(400, "亩", "change", "玉米调减面积"), "agri.maize_area", -26.6666666667, "公顷"),
        (row(2500, "人", "change", "减少贫困人口"), "poverty.lifted_persons_year", 2500.0, "人"),
        (row(1.8, "倍", "growth", "总产值倍数"), None, 80.0, "%"),
        (row(2.5, "倍", "growth", "总产值增长"), None, 250.0, "%"),
        (row(1, "番", "growth", "总产值翻番"), None, 100.0, "%"),
        (row(None, "元"), "income.disposable_per_capita", None, "元"),
    ],
)
def test_quantity(figure: dict[str, Any], code: str | None, quantity: float | None, base_unit: str | None) -> None:
    assert quantity_of(figure, book().get(code)) == (
        quantity if quantity is None else pytest.approx(quantity, rel=1e-11),
        base_unit,
    )


@pytest.mark.parametrize(
    ("name", "left", "falls"),
    [("出口", "出口同比下降", True), ("出口", "出口增长", False), ("出口增长", "同比下降", False)],
)
def test_the_name_tells_the_direction_else_the_words_before(name: str, left: str, falls: bool) -> None:
    assert is_fall(name, left) is falls


def test_a_table_of_ones_own_extends_the_codebook(tmp_path: Path) -> None:
    own = tmp_path / "codebook.csv"
    own.write_text(
        "code,short,name_zh,dimension,base_unit,statistic,domain,aliases\n"
        "agri.bamboo_area,bamboo_area,毛竹面积,area,亩,stock,agriculture,毛竹 竹林\n",
        encoding="utf-8",
    )
    extended = book(own)
    assert len(extended) == len(book()) + 1
    assert codes_of("全镇毛竹面积3万亩。", extended) == ["agri.bamboo_area"]
    assert codes_of("全镇毛竹面积3万亩。") == [None]


def test_the_table_of_the_project_around_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "tables").mkdir(parents=True)
    own = tmp_path / "data" / "tables" / "codebook.csv"
    own.write_text(
        "code,short,name_zh,dimension,base_unit,statistic,domain\n"
        "agri.bamboo_area,bamboo_area,毛竹面积,area,亩,stock,agriculture\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path / "data")
    assert "agri.bamboo_area" in book() and codes_of("全镇毛竹面积3万亩。") == ["agri.bamboo_area"]
    own.unlink()
    assert "agri.bamboo_area" not in book()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Bamboo,bamboo,毛竹面积,area,亩,stock,agriculture", "is no code"),
        ("agri.bamboo,竹,毛竹面积,area,亩,stock,agriculture", "is no short"),
        ("agri.bamboo,bamboo,毛竹面积,acres,亩,stock,agriculture", "is no dimension"),
        ("agri.bamboo,bamboo,毛竹面积,area,亩,level,agriculture", "statistic"),
    ],
)
def test_a_wrong_line_of_ones_own_is_named(line: str, fault: str, tmp_path: Path) -> None:
    own = tmp_path / "codebook.csv"
    own.write_text(f"code,short,name_zh,dimension,base_unit,statistic,domain\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"line 2.*{fault}"):
        book(own)


def test_search_looks_in_names_and_aliases() -> None:
    assert [one.code for one in book().search("油茶")] == ["agri.oil_tea_area"]
    assert book().search("no such thing") == []
