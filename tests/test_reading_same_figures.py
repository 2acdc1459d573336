"""The same report gives the same figures, row for row, whatever file it comes as."""

from pathlib import Path

import pytest
from as_formats import FORMATS
from make_samples import RAW, SAMPLES, paragraphs_of, text_of

import township_analysis as ta
from township_analysis import pipeline
from township_analysis.report.model import Report

COLUMNS = (
    "indicator",
    "value",
    "value_max",
    "unit",
    "kind",
    "status",
    "approx",
    "period",
    "scope",
    "per",
    "core",
    "role",
)
Row = tuple[object, ...]


def rows_of(report: Report) -> list[Row]:
    """A report's figures as their order and what they say; the total that a part is of as its place in that order."""
    figures = pipeline.extract(report)[0]
    order = {row["figure_id"]: i for i, row in enumerate(figures)}
    return [(*(row[name] for name in COLUMNS), order.get(row["part_of"])) for row in figures]


def assert_same(rows: list[Row], expected: list[Row]) -> None:
    assert len(rows) == len(expected) > 10
    assert [(i, a, b) for i, (a, b) in enumerate(zip(rows, expected, strict=True)) if a != b] == []


@pytest.fixture(scope="module")
def real(real_reports: Path) -> dict[Path, tuple[Report, list[Row]]]:
    reports = {path: ta.read_report(path) for path in sorted((real_reports / "reports").glob("*.txt"))}
    assert len(reports) >= 5
    return {path: (report, rows_of(report)) for path, report in reports.items()}


@pytest.mark.parametrize("name", FORMATS)
def test_real_reports(real: dict[Path, tuple[Report, list[Row]]], tmp_path: Path, name: str) -> None:
    for original, (report, expected) in real.items():
        path = tmp_path / f"{original.stem}.{name}"
        path.write_bytes(FORMATS[name]([line.strip() for line in paragraphs_of(report.text)]))
        again = ta.read_report(path)
        assert (again.period, again.plan_period, again.place) == (report.period, report.plan_period, report.place)
        assert_same(rows_of(again), expected)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str) -> None:
    """A sample's figures are those of the text that it was made of, and the file is what the script makes."""
    plain, report = ta.read_text(text_of(Path(name).stem)), ta.read_report(RAW / name)
    assert (report.period, report.title is None) == (plain.period, False)
    assert report.place and plain.place and report.place.township_code == plain.place.township_code
    assert_same(rows_of(report), rows_of(plain))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_what_the_script_makes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name](text_of(path.stem)))
    made, kept = ta.read_report(path).document, ta.read_report(RAW / name).document
    assert (made.text, made.furniture, made.encoding) == (kept.text, kept.furniture, kept.encoding)


def test_the_samples_have_what_the_web_has() -> None:
    read = {path.stem: ta.read_report(path) for path in sorted(RAW.iterdir()) if path.name in SAMPLES}
    documents = {name: report.document for name, report in read.items()}
    assert {document.format for document in documents.values()} == {"txt", "html", "docx", "pdf"}
    assert documents["gaofeng-2020"].encoding == "gb18030"
    assert [name for name, document in documents.items() if document.truncated] == ["dachong-2023h1"]
    assert [name for name, report in read.items() if report.script == "hant"] == ["hongshan-2019"]
    assert all(
        word in read["hongshan-2019"].text for word in ("麵積", "公裏", "製度", "係列", "乾部", "鬆木", "关键词2")
    )
    marks = {span.reason for document in documents.values() for span in document.furniture}
    assert marks >= {"navigation", "meta-line", "share", "links", "footer", "page-number", "template-token"}
    masks = {"***": "dachong-2023h1", "XX": "xianxi-2021", "〔…〕": "hongshan-2019", "为    万元": "gaofeng-2020"}
    assert all(mask in read[name].text for mask, name in masks.items())
    blanks = [row for row in pipeline.extract(read["gaofeng-2020"])[0] if row["value"] is None]
    assert [(row["indicator"], row["unit"]) for row in blanks] == [("人均可支配收入", "元")]
    for document in documents.values():
        assert [document.text[s.start : s.end][:4] for s in document.furniture if s.reason == "sample-note"] == [
            "示例文本"
        ]
