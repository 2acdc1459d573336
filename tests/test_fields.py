"""Columns, schemas and the data dictionary, all from fields.py."""

import pytest
from town import ROOT

from township_analysis import fields
from township_analysis.errors import DataError

REJECT = {"path": "a.txt", "stage": "reading", "rule": "empty", "details": "{}"}
REPORT = {name: None for name in fields.columns("reports")} | {
    "report_id": "a", "path": "a.txt", "sha256": "0", "text_sha256": "0", "engine": "1", "format": "txt", "script": "hans",
    "doc_type": "annual", "characters": 3, "truncated": False,
}  # fmt: skip
FINDING = {
    "finding_id": "a:x",
    "report_id": "a",
    "rule": "x",
    "severity": "info",
    "figure_ids": ["a:1"],
    "details": "{}",
}


@pytest.mark.parametrize("table", fields.TABLES)
def test_empty_frames_agree_with_their_schemas(table):
    frame = fields.frame(table)
    assert list(frame.columns) == list(fields.columns(table))
    assert len(fields.check(table, frame)) == 0


@pytest.mark.parametrize(
    ("table", "row"), [("rejects", REJECT), ("reports", REPORT), ("findings", FINDING)], ids=lambda x: str(x)[:9]
)
def test_rows_become_typed_frames(table, row):
    frame = fields.check(table, fields.frame(table, [row]))
    types = {field.name: field.dtype.replace("list", "object") for field in fields.TABLES[table]}
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == types


def test_null_stays_null():
    frame = fields.frame("reports", [REPORT])
    assert frame["title"].isna().all() and frame["period"].isna().all()


@pytest.mark.parametrize(
    ("table", "rows", "said"),
    [
        ("rejects", [{**REJECT, "stage": "lunch"}], "stage"),
        ("rejects", [{**REJECT, "rule": None}], "rule"),
        ("rejects", [REJECT, REJECT], "path"),
        ("reports", [{**REPORT, "period": "2019年"}], "period"),
        ("reports", [{**REPORT, "period": "2019-13"}], "period"),
        ("reports", [{**REPORT, "doc_type": "annuel"}], "doc_type"),
        ("findings", [{**FINDING, "severity": "bad"}], "severity"),
    ],
)
def test_a_wrong_value_is_refused(table, rows, said):
    with pytest.raises(DataError, match=said):
        fields.check(table, fields.frame(table, rows))


@pytest.mark.parametrize(
    "period", ["2019", "2023-H1", "2023-Q4", "2021-12", "2021-12-31", "2016/2020", "2023-01/2023-04"]
)
def test_periods_in_notation_are_taken(period):
    assert len(fields.check("reports", fields.frame("reports", [{**REPORT, "period": period}]))) == 1


@pytest.mark.parametrize("row", [{"path": "a"}, {**REJECT, "more": 1}])
def test_a_row_with_other_columns_is_refused(row):
    with pytest.raises(DataError, match="right columns"):
        fields.frame("rejects", [row])


def test_an_unknown_table_is_refused():
    with pytest.raises(DataError, match="figures"):
        fields.columns("figure")


def test_the_same_column_is_described_once_in_two_languages():
    for field in fields.FIELDS.values():
        assert field.en and any("一" <= character <= "鿿" for character in field.zh), field.name


def test_the_data_dictionary_is_current():
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == fields.data_dictionary(), "run: python -m township_analysis.fields > docs/data-dictionary.md"
