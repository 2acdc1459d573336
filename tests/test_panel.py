"""The panel: its cells, the rule for several values, where a cell comes from, other units."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import township_analysis as ta
from township_analysis.codebook.periods import year_of
from township_analysis.corpus import build
from township_analysis.errors import DataError
from township_analysis.store.model import Corpus

FIRST = """青山乡2020年工作总结

一、2020年工作回顾
全乡辖12个行政村，总户数2150户，总人口8600人。粮食播种面积1.5万亩，粮食产量7000吨，比上年增长4%。
年末生猪存栏3200头，出栏生猪6500头。年末生猪存栏3100余头。财政总收入500万元，增加20万元。
农村居民人均可支配收入12000元，增长8.5%。贫困发生率降至0.5%。东岭村种植茶叶300亩。
2016年至2020年累计植树5万株。
二、2021年工作计划
力争粮食产量达到7200吨。
"""
SECOND = """青山乡2021年工作总结

一、2021年工作回顾
粮食产量7100吨，2020年粮食产量6990吨。总人口8650人。
"""
HALF = """青山乡2022年上半年工作总结

上半年财政总收入310万元，总户数2160户。
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("panel")
    raw = folder / "raw"
    raw.mkdir()
    for stem, text in (("qingshan-2020", FIRST), ("qingshan-2021", SECOND), ("qingshan-2022h1", HALF)):
        (raw / f"{stem}.txt").write_text(text, encoding="utf-8")
    sources = "file,township_code\n" + "".join(f"qingshan-{end}.txt,522627112\n" for end in ("2020", "2021", "2022h1"))
    (raw / "sources.csv").write_text(sources, encoding="utf-8")
    return build(raw, folder / "processed")


def cell(panel: pd.DataFrame, code: str, year: Any) -> float:
    return float(panel.loc[("522627112", year), code])


@pytest.mark.parametrize(
    ("code", "year", "value"),
    [
        ("admin.villages", 2020, 12),
        ("population.households", 2020, 2150),
        ("population.persons", 2021, 8650),
        ("agri.grain_sown_area", 2020, 1000),
        ("agri.grain_output", 2021, 7100),
        ("income.rural_disposable_per_capita", 2020, 12000),
        ("poverty.incidence_rate", 2020, 0.5),
        ("fiscal.total_revenue", 2020, 5_000_000),
    ],
)
def test_a_cell_is_in_base_units(corpus: Corpus, code: str, year: int, value: float) -> None:
    assert cell(ta.panel(corpus), code, year) == pytest.approx(value)


@pytest.mark.parametrize(
    ("code", "year", "value"),
    [
        ("agri.grain_output", 2019, 7000 / 1.04),
        ("fiscal.total_revenue", 2019, 4_800_000),
        ("income.rural_disposable_per_capita", 2019, 12000 / 1.085),
    ],
)
def test_the_year_before_is_derived_from_growth(corpus: Corpus, code: str, year: int, value: float) -> None:
    made = ta.panel(corpus, form="long")
    found = made[(made["code"] == code) & (made["year"] == year)]
    assert found["quantity"].tolist() == [pytest.approx(value, rel=1e-5)]
    assert found["derived"].tolist() == [True]
    assert [len(ids) for ids in found["figure_ids"]] == [2]


def test_the_report_of_the_year_counts_before_a_later_one(corpus: Corpus) -> None:
    made = ta.panel(corpus)
    assert cell(made, "agri.grain_output", 2020) == 7000
    against = ta.conflicts(made).query("code == 'agri.grain_output' and year == 2020")
    assert against[["quantity", "other", "rule"]].to_numpy().tolist() == [[7000, 6990, "later"]]


def test_an_exact_value_counts_before_a_hedged_one(corpus: Corpus) -> None:
    made = ta.panel(corpus, ["agri.pigs_stock"])
    assert cell(made, "agri.pigs_stock", 2020) == 3200
    assert ta.conflicts(made)["rule"].tolist() == ["hedged"]


def test_what_is_no_year_of_the_township_is_left_out(corpus: Corpus) -> None:
    made = ta.panel(corpus)
    assert "agri.tea_area" not in made and "agri.trees_planted" not in made  # a village's; five years' sum
    assert 2022 not in made.index.get_level_values("year")  # a half-year's


def test_all_periods_have_the_half_year(corpus: Corpus) -> None:
    made = ta.panel(corpus, periods="all")
    assert cell(made, "fiscal.total_revenue", "2022-H1") == 3_100_000


def test_plans_are_a_panel_of_their_own(corpus: Corpus) -> None:
    assert cell(ta.panel(corpus, status="plan"), "agri.grain_output", 2021) == 7200


def test_codes_come_as_asked_for(corpus: Corpus) -> None:
    codes = ["agri.grain_output", "population.households"]
    assert list(ta.panel(corpus, codes)) == codes


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"codes": ["agri.gold"]}, "agri.gold"),
        ({"periods": "month"}, "periods"),
        ({"per": "dog"}, "per"),
        ({"form": "round"}, "form"),
    ],
)
def test_a_wrong_argument_is_named(corpus: Corpus, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        ta.panel(corpus, **arguments)


def test_per_head(corpus: Corpus) -> None:
    made = ta.panel(corpus, per="capita")
    assert cell(made, "agri.grain_output", 2020) == pytest.approx(7000 / 8600)
    assert cell(made, "poverty.incidence_rate", 2020) == 0.5
    assert "population.persons" not in made


def test_every_cell_leads_to_the_text(corpus: Corpus) -> None:
    made = ta.panel(corpus)
    for (township, year), row in made.iterrows():
        for code in row.dropna().index:
            source = ta.trace(made, township, code, year).iloc[0]
            assert source["chosen"] and source["quantity"] == row[code]
            figures = corpus.figures.set_index("figure_id").loc[source["figure_ids"]]
            texts = [
                corpus.text(figure["report_id"])[figure["start"] : figure["end"]] for _, figure in figures.iterrows()
            ]
            assert texts == figures["surface"].tolist()


def test_trace_knows_no_empty_cell(corpus: Corpus) -> None:
    with pytest.raises(DataError, match=r"agri\.tea_area"):
        ta.trace(ta.panel(corpus), "522627112", "agri.tea_area", 2020)


def test_a_panel_without_a_figure_is_empty(corpus: Corpus) -> None:
    assert ta.panel(corpus, status="forecast").empty
    assert ta.conflicts(ta.panel(corpus, status="forecast")).empty


@pytest.mark.parametrize(
    ("wanted", "code", "quantity", "unit"),
    [
        ({"area": "亩"}, "agri.grain_sown_area", 15000, "亩"),
        ({"area": "万亩"}, "agri.grain_sown_area", 1.5, "万亩"),
        ({"area": "平方公里"}, "agri.grain_sown_area", 10, "平方公里"),
        ({"money": "万元"}, "fiscal.total_revenue", 500, "万元"),
        ({"mass": "斤"}, "agri.grain_output", 14_000_000, "斤"),
        ({"mass": "公斤", "area": "亩"}, "population.persons", 8600, "人"),
    ],
)
def test_convert(corpus: Corpus, wanted: dict[str, str], code: str, quantity: float, unit: str) -> None:
    long = ta.panel(corpus, form="long").query("year == 2020")
    converted = ta.convert(long, **wanted).set_index("code").loc[code]
    assert converted["quantity"] == pytest.approx(quantity, rel=1e-9) and converted["base_unit"] == unit


@pytest.mark.parametrize(
    ("wanted", "message"), [({"heat": "度"}, "heat"), ({"area": "公斤"}, "公斤"), ({"area": "畦"}, "畦")]
)
def test_a_wrong_unit_is_named(corpus: Corpus, wanted: dict[str, str], message: str) -> None:
    with pytest.raises(DataError, match=message):
        ta.convert(corpus.figures, **wanted)


@pytest.mark.parametrize(
    ("period", "statistic", "year"),
    [
        ("2019", "flow", 2019),
        ("2019", "stock", 2019),
        ("2019-12-31", "stock", 2019),
        ("2019-11", "stock", 2019),
        ("2019-06-30", "stock", None),
        ("2019-12-31", "flow", None),
        ("2019-H2", "stock", None),
        ("2019-Q4", "flow", None),
        ("2016/2020", "flow", None),
        ("2016/2020", "stock", 2020),
        ("2021-01/2021-11", "flow", None),
        ("", "flow", None),
        (None, "stock", None),
    ],
)
def test_year_of(period: str | None, statistic: str, year: int | None) -> None:
    assert year_of(period, statistic) == year


# What the text of the real reports says, read by hand.
REAL = [
    ("433126107", 2020, "admin.land_area", 25200),
    ("433126107", 2020, "population.persons", 14350),
    ("433126107", 2020, "land.cultivated_area", 1180),
    ("433126107", 2020, "poverty.incidence_rate", 0.8),
    ("430422110", 2019, "economy.industrial_agricultural_output", 750_000_000),
    ("430422110", 2018, "economy.industrial_agricultural_output", 750_000_000 / 1.051),
    ("430422110", 2019, "fiscal.total_revenue", 18_309_600),
    ("430422110", 2019, "finance.deposits", 436_000_000),
    ("430422110", 2019, "income.urban_disposable_per_capita", 32473),
    ("430422110", 2019, "environment.toilets_renovated", 1626),
    ("522627112", 2019, "agri.grain_output", 4750),
    ("522627112", 2019, "agri.grain_sown_area", 800),
    ("522627112", 2019, "agri.poultry_stock", 103_500),
    ("522627112", 2019, "welfare.rural_dibao_persons", 494),
    ("522627112", 2019, "governance.disputes_resolved", 53),
    ("431230101", 2021, "welfare.temporary_relief_amount", 286_000),
    ("431230101", 2021, "welfare.medical_insurance_rate", 95),
]


def test_the_panel_of_the_real_reports(real_reports: Path, tmp_path: Path) -> None:
    made = ta.panel(build(real_reports / "reports", tmp_path))
    assert {key: made.loc[key[:2], key[2]] for key in ((t, y, c) for t, y, c, _ in REAL)} == {
        (t, y, c): pytest.approx(value, rel=1e-5) for t, y, c, value in REAL
    }
