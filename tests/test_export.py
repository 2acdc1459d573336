"""Files for other tools, opened again by these tools; SQL; differences between two folders of tables."""

import json
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from town import built, township

import township_analysis as ta
from township_analysis.codebook import book
from township_analysis.corpus import build
from township_analysis.errors import DataError
from township_analysis.fields import TABLES
from township_analysis.store.diff import diff, summary
from township_analysis.store.export import export
from township_analysis.store.model import Corpus

HOSTILE = """=HYPERLINK("http://x")镇2020年工作总结

@总户数2150户。-粮食产量7000吨。+1粮食播种面积1.5万亩，\u202e受灾300亩。
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return ta.load(built(tmp_path_factory.mktemp("export")))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "raw").mkdir()
    (folder / "raw" / "=cmd.txt").write_text(HOSTILE, encoding="utf-8")
    return build(folder / "raw", folder / "processed")


def test_workbook(corpus: Corpus, tmp_path: Path) -> None:
    pages = tmp_path / "reports" / "latest"
    path = export(corpus, tmp_path / "out.xlsx", language="en", pages=pages)
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["Panel", "Figures", "Findings", "Reports", "Codebook"]
    figures = workbook["Figures"]
    assert figures.max_row == len(corpus.figures) + 1 and figures.freeze_panes == "B2"
    first = corpus.figures.iloc[0]
    assert figures.cell(2, 1).value == first["figure_id"]
    assert figures.cell(2, 1).hyperlink.target == f"reports/latest/township-profile-{first['report_id']}.html"
    assert figures.cell(2, 1).hyperlink.location == f"f{first['start']}"
    assert workbook["Codebook"].max_row == len(book()) + 1
    assert all(sheet.auto_filter.ref for sheet in workbook)
    wide = pd.read_excel(path, sheet_name="Panel", header=1)
    made = ta.panel(corpus)
    assert wide["agri.grain_output"].tolist() == pytest.approx(made["agri.grain_output"].tolist(), nan_ok=True)


def test_workbook_without_pages_has_no_links(corpus: Corpus, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(export(corpus, tmp_path / "out.xlsx"))
    assert workbook["数字"].cell(2, 1).hyperlink is None


def test_nothing_in_a_workbook_runs(hostile: Corpus, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(export(hostile, tmp_path / "out.xlsx"))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert len(hostile.figures) and [cell.value for cell in cells if cell.data_type == "f"] == []
    assert [c.value for c in cells if isinstance(c.value, str) and (c.value[:1] in "=+@" and c.value)] == []
    assert not any("\u202e" in cell.value for cell in cells if isinstance(cell.value, str))


def test_csv_and_parquet_have_a_row_a_cell(corpus: Corpus, tmp_path: Path) -> None:
    made = ta.panel(corpus, form="long")
    read = pd.read_csv(export(corpus, tmp_path / "out.csv"), dtype={"township": "str"})
    parquet = pd.read_parquet(export(corpus, tmp_path / "out.parquet"))
    for frame in (read, parquet):
        assert frame["code"].tolist() == made["code"].tolist()
        assert frame["quantity"].tolist() == pytest.approx(made["quantity"].tolist())
    assert [list(ids) for ids in parquet["figure_ids"]] == made["figure_ids"].tolist()


def test_csv_cells_are_harmless(hostile: Corpus, tmp_path: Path) -> None:
    text = export(hostile, tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert not any(
        cell.startswith(("=", "@")) for line in text.splitlines() for cell in line.replace('"', "").split(",")
    )


def test_stata(corpus: Corpus, tmp_path: Path) -> None:
    path = export(corpus, tmp_path / "out.dta", language="zh")
    frame = pd.read_stata(path)
    made = ta.panel(corpus)
    assert frame["grain_output"].tolist() == pytest.approx(made["agri.grain_output"].tolist(), nan_ok=True)
    assert isinstance(frame["place"].dtype, pd.CategoricalDtype)
    with pd.io.stata.StataReader(path) as reader:
        assert reader.variable_labels()["grain_output"] == "粮食产量 (吨)"
        assert reader.value_labels()["place"]


def test_duckdb(corpus: Corpus, tmp_path: Path) -> None:
    path = export(corpus, tmp_path / "out.duckdb")
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("show tables").fetchall()}
        count = connection.execute("select count(*), count(code) from figures").fetchone()
    assert tables == {*TABLES, "panel", "codebook"}
    assert count == (len(corpus.figures), corpus.figures["code"].notna().sum())


@pytest.mark.parametrize(("name", "message"), [("out.pdf", "format"), ("nowhere/out.csv", "folder")])
def test_what_cannot_be_written_is_said(corpus: Corpus, tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        export(corpus, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("sql", "answer"),
    [
        ("select count(*) as n from reports", [[2]]),
        ("select quantity from panel where code = 'agri.grain_output' and year = 2021", [[9000.0]]),
        ("select base_unit from codebook where code = 'agri.grain_output'", [["吨"]]),
        ("select f.quantity from figures f join reports r using (report_id) "
         "where f.code = 'agri.grain_sown_area' and r.period = '2021'", [[1180.0]]),
    ],
)  # fmt: skip
def test_query(corpus: Corpus, sql: str, answer: list[list[object]]) -> None:
    assert ta.query(sql, corpus).to_numpy().tolist() == answer
    assert ta.query(sql, corpus.processed).to_numpy().tolist() == answer


def test_a_wrong_question_is_answered_with_what_there_is(corpus: Corpus) -> None:
    with pytest.raises(DataError, match="codebook"):
        ta.query("select * from nowhere", corpus)


def test_diff(corpus: Corpus, tmp_path: Path) -> None:
    other = Corpus(**{table: getattr(corpus, table).copy() for table in TABLES}, processed=corpus.processed)
    figures = other.figures
    changed, lost = figures.index[0], figures.index[1]
    figures.loc[changed, "value"] = 1.0
    object.__setattr__(other, "figures", figures.drop(lost))
    assert diff(corpus, corpus) == []
    found = {(change.what, change.reason) for change in diff(corpus, other)}
    assert found == {("changed", "value"), ("lost", "span")}
    assert {(change.what, change.reason) for change in diff(other, corpus)} == {("changed", "value"), ("added", "span")}
    assert sum(count for *_, count in summary(diff(corpus, other))) == 2


def test_diff_tells_a_report_that_is_gone(corpus: Corpus) -> None:
    reports = corpus.reports[corpus.reports["report_id"] != "qingshan-2020"]
    tables = {table: getattr(corpus, table) for table in TABLES} | {"reports": reports}
    tables["figures"] = corpus.figures[corpus.figures["report_id"] != "qingshan-2020"]
    found = diff(corpus, Corpus(**tables, processed=corpus.processed))
    assert {(change.report_id, change.what, change.reason) for change in found} == {
        ("qingshan-2020", "lost", "report-removed")
    }


def test_commands(corpus: Corpus, tmp_path: Path) -> None:
    processed = str(corpus.processed)
    done = township("export", str(tmp_path / "out.csv"), "--processed", processed, cwd=tmp_path)
    assert done.returncode == 0 and (tmp_path / "out.csv").is_file()
    done = township("codebook", "grain_output", "--processed", processed, "--json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert [(one["code"], one["reports"]) for one in told] == [("agri.grain_output", ["shiqiao-2021"])]
    assert township("codebook", "no such thing", "--processed", processed, cwd=tmp_path).returncode == 1
    done = township("diff", processed, processed, "--json", cwd=tmp_path)
    assert done.returncode == 0 and json.loads(done.stdout) == []
    assert township("export", str(tmp_path / "out.pdf"), "--processed", processed, cwd=tmp_path).returncode == 2
