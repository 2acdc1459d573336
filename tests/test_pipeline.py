"""From a text or a file to rows."""

import json

import pytest
from town import REPORT, ROOT

import township_analysis as ta
from township_analysis import fields, pipeline


@pytest.fixture(scope="module")
def report():
    return ta.read_text(REPORT)


def test_read_text_gives_a_report(report):
    assert (report.period, report.doc_type, report.script) == ("2021", "annual", "hans")
    assert {section.role for section in report.sections} >= {"review", "problems", "plan"}


def test_figures_have_the_tables_columns_and_types(report):
    figures = fields.check("figures", report.figures())
    assert len(figures) >= 9


@pytest.mark.parametrize("table", ["figures", "skipped"])
def test_offsets_are_into_the_text(report, table):
    for row in pipeline.extract(report)[table == "skipped"]:
        assert report.text[row["start"] : row["end"]] == row["surface"]


@pytest.mark.parametrize(
    ("surface", "value", "unit", "kind", "status"),
    [
        ("1.2亿元", 120_000_000, "元", "level", "actual"),
        ("1.77万余亩", 17_700, "亩", "level", "actual"),
        ("9.1%", 9.1, "%", "growth", "actual"),
        ("98.5%", 98.5, "%", "share", "actual"),
        ("9500吨", 9500, "吨", "level", "plan"),
    ],
)
def test_what_a_number_says(report, surface, value, unit, kind, status):
    figures = report.figures().set_index("surface").loc[surface]
    assert (figures["value"], figures["unit"], figures["kind"], figures["status"]) == (value, unit, kind, status)


def test_every_digit_is_a_figure_or_skipped(report):
    figures, skipped = pipeline.extract(report)
    covered = {at for row in [*figures, *skipped] for at in range(row["start"], row["end"])}
    digits = {at for at, character in enumerate(report.text) if character.isdigit()}
    assert digits <= covered


def test_rows_are_json_with_null_for_null(report):
    for row in pipeline.extract(report)[0]:
        assert row.keys() == set(fields.columns("figures"))
        json.dumps(row, allow_nan=False)


def test_what_is_given_beats_the_text():
    report = ta.read_text(REPORT, title="另一个标题", period="2018", township_code="433126107")
    assert (report.title, report.period) == ("另一个标题", "2018")
    assert report.place.township_code == "433126107"


def test_a_text_without_numbers_gives_an_empty_frame():
    figures = ta.read_text("各项工作稳步推进。").figures()
    assert len(figures) == 0 and list(figures.columns) == list(fields.columns("figures"))


def test_a_report_row_holds_what_the_document_knows():
    report = ta.read_report(ROOT / "data" / "raw" / "zhulin-2019.txt")
    row = pipeline.report_row(report, "zhulin-2019.txt")
    assert row.keys() == set(fields.columns("reports"))
    assert (row["period"], row["plan_period"], row["doc_type"]) == ("2019", "2020", "annual")
    assert row["characters"] == len(report.text) and row["text_sha256"] == pipeline.text_sha256(report.text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("1.77万余亩", 17700, "亩", "more"),
        ("约300人", 300, "人", "about"),
        ("４.５億元", 450_000_000, "元", "exact"),
        ("20公里以上", 20, "公里", "more"),
    ],
)
def test_parse_quantity(text, value, unit, approx):
    quantity = ta.parse_quantity(text)
    assert (quantity.value, quantity.unit, quantity.approx) == (value, unit, approx)


@pytest.mark.parametrize("text", ["", "亩", "茶园300亩", "300亩和20人"])
def test_what_is_no_quantity(text):
    with pytest.raises(ValueError, match="no quantity"):
        ta.parse_quantity(text)
