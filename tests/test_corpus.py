"""Building data/processed: names, sources, rejects, and that a crash costs nothing."""

import json
import os
from pathlib import Path

import pandas as pd
import pytest
from town import PLAIN, REPORT, built, raw_folder

import township_analysis as ta
from township_analysis import fields, pipeline
from township_analysis.corpus import build
from township_analysis.errors import DataError
from township_analysis.store.cells import safe_cell
from township_analysis.store.ids import report_ids
from township_analysis.store.model import records
from township_analysis.store.save import save


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    return built(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def corpus(processed):
    return ta.load(processed)


def test_the_tables_come_back_as_they_were(corpus):
    report = pipeline.report_of(corpus.report("shiqiao-2021").document, "shiqiao-2021")
    pd.testing.assert_frame_equal(corpus.of("figures", "shiqiao-2021"), report.figures())
    assert sorted(corpus.reports["report_id"]) == ["qingshan-2020", "shiqiao-2021"]


def test_offsets_are_into_the_saved_text(corpus):
    for table in ("figures", "skipped"):
        for row in records(getattr(corpus, table)):
            assert corpus.text(row["report_id"])[row["start"] : row["end"]] == row["surface"]


def test_a_report_is_made_again_from_the_tables(corpus):
    again, fresh = corpus.report("shiqiao-2021"), ta.read_text(REPORT)
    assert again.text == fresh.text and again.plain == fresh.plain and again.period == fresh.period
    assert [section.role for section in again.sections] == [section.role for section in fresh.sections]
    assert "ta-figure" in again._repr_html_()


def test_line_ends_of_a_text_survive(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_bytes(REPORT.replace("\n", "\r\n").encode())
    corpus = build(tmp_path / "raw", tmp_path / "out")
    assert corpus.text("a") == ta.read_report(tmp_path / "raw" / "a.txt").text


def test_csv_opens_in_a_spreadsheet(processed, corpus):
    assert (processed / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(processed / "figures.csv", encoding="utf-8-sig")
    assert read["value"].tolist() == corpus.figures["value"].tolist()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+2", "'+1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("-4.1", "-4.1"),
        ("-1,200.5%", "-1,200.5%"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("竹林镇\x1b[31m", "竹林镇␛[31m"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("农业总产值", "农业总产值"),
    ],
)
def test_cells_that_a_spreadsheet_would_run(cell, written):
    assert safe_cell(cell) == written


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.txt", "b.txt"], ["a", "b"]),
        (["2019/竹林镇.txt", "2020/竹林镇.txt"], ["2019_竹林镇", "2020_竹林镇"]),
        (["a.txt", "a.html"], ["a_txt", "a_html"]),
        (["A.txt", "x/a.txt"], ["A", "x_a"]),
        (["x/a.txt", "y/a.txt", "x_a.txt"], None),
        (['a"b.txt', "a\nb.txt"], None),
        (["con.txt", "..txt", " .txt"], None),
        (["中" * 85 + ".txt", "中" * 84 + "国.txt"], None),
    ],
)
def test_no_two_reports_share_an_id(names, expected):
    raw = Path("raw")
    ids = list(report_ids(raw, [raw / name for name in names]).values())
    assert len({name.casefold() for name in ids}) == len(names)
    assert expected is None or ids == expected
    for name in ids:
        assert len(f"township-profile-{name}.html".encode()) <= 255
        assert not set(name) & set('\n"/\\<>:|?*') and name not in (".", "..", "con")


def test_hostile_names_stay_inside(tmp_path):
    raw, out = tmp_path / "raw", tmp_path / "out" / "processed"
    (raw / "deep").mkdir(parents=True)
    for name in ("x\ny.txt", 'q"uote.txt', "中" * 83 + ".txt", "x...txt", "deep/x_y.txt", "=cmd.txt"):
        (raw / name).write_text(PLAIN, encoding="utf-8")
    corpus = build(raw, out)
    assert len(corpus.reports) == 6 == len(list((out / "texts").iterdir()))
    assert [path.name for path in out.parent.iterdir()] == ["processed"]
    assert {path.name for path in tmp_path.iterdir()} == {"raw", "out"}
    assert corpus.reports["path"].is_unique and corpus.reports["report_id"].is_unique


def test_colliding_stems_are_a_finding(tmp_path):
    raw = tmp_path / "raw"
    for year in ("2019", "2020"):
        (raw / year).mkdir(parents=True)
        (raw / year / "竹林镇.txt").write_text(PLAIN, encoding="utf-8")
    corpus = build(raw, tmp_path / "out")
    assert sorted(corpus.findings["report_id"]) == ["2019_竹林镇", "2020_竹林镇"]
    assert set(corpus.findings["rule"]) == {"id-collision"}
    assert json.loads(corpus.findings["details"].iloc[0])["others"]


def test_a_file_that_cannot_be_read_is_a_reject(tmp_path):
    raw = raw_folder(tmp_path / "raw")
    (raw / "empty.txt").write_bytes(b"")
    (raw / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    corpus = build(raw, tmp_path / "out")
    assert sorted(corpus.rejects["path"]) == ["empty.txt", "photo.txt"]
    assert set(corpus.rejects["stage"]) == {"reading"} and len(corpus.reports) == 2


def test_a_folder_without_reports_leaves_the_old_tables(tmp_path):
    processed = built(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no report"):
        build(tmp_path / "empty", processed)
    assert len(ta.load(processed).reports) == 2


def test_sources_beat_what_is_derived(tmp_path):
    raw = raw_folder(tmp_path / "raw")
    (raw / "sources.csv").write_text(
        "file,township_code,period,url,retrieved\nshiqiao-2021.txt,433126107,2018,https://a.example/1,2024-05-01\n",
        encoding="utf-8",
    )
    row = build(raw, tmp_path / "out").row("shiqiao-2021")
    assert (row["township_code"], row["period"]) == ("433126107", "2018")
    assert (row["url"], row["retrieved"]) == ("https://a.example/1", "2024-05-01")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("file,period\nshiqiao.txt,2018", r"line 2.*shiqiao\.txt.*did you mean 'shiqiao-2021\.txt'"),
        ("file,township_code\nshiqiao-2021.txt,999999999", "line 2.*999999999"),
        ("file,period\nshiqiao-2021.txt,去年", "line 2.*去年"),
        ("file,period\nshiqiao-2021.txt,2018\nshiqiao-2021.txt,2019", "line 3.*twice"),
        ("file,year\nshiqiao-2021.txt,2018", "line 1.*year"),
        ("file,url\nshiqiao-2021.txt,https://a.example/1,2", "line 2.*more cells"),
        ("period\n2018", "line 1"),
    ],
)
def test_a_wrong_line_of_sources_is_an_error(tmp_path, lines, said):
    raw = raw_folder(tmp_path / "raw")
    (raw / "sources.csv").write_text(lines, encoding="utf-8-sig")
    with pytest.raises(DataError, match=said):
        build(raw, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        ("file,period\nshiqiao-2021.txt,2018-H1\n", "utf-8"),
        ("file,period\n,\nshiqiao-2021.txt,2018-H1\n,\n", "utf-8-sig"),
        ("file,period\r\n青山/镇.txt,2017\r\nshiqiao-2021.txt,2018-H1\r\n", "gb18030"),
        ("file,period\n青山\\镇.txt,2017\nshiqiao-2021.txt,2018-H1\n", "utf-8"),
        ("file,period\nfile,period\nshiqiao-2021.txt,2018-H1\n", "utf-8"),
    ],
)
def test_sources_as_spreadsheets_and_systems_write_them(tmp_path, lines, encoding):
    raw = raw_folder(tmp_path / "raw")
    (raw / "青山").mkdir()
    (raw / "青山" / "镇.txt").write_text(PLAIN, encoding="utf-8")
    (raw / "sources.csv").write_bytes(lines.encode(encoding))
    corpus = build(raw, tmp_path / "out")
    assert corpus.row("shiqiao-2021")["period"] == "2018-H1" and len(corpus.rejects) == 0
    assert corpus.row("镇")["period"] == ("2017" if "2017" in lines else "2020")


def test_a_name_that_is_no_utf8_is_written_as_escapes(tmp_path):
    raw = raw_folder(tmp_path / "raw")
    try:
        Path(os.fsdecode(os.fsencode(raw) + b"/bad\xff.txt")).write_text(PLAIN, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    corpus = build(raw, tmp_path / "out")
    assert "bad\\udcff.txt" in corpus.reports["path"].tolist() and len(corpus.rejects) == 0


@pytest.mark.parametrize("inside", [".", "processed"])
def test_tables_do_not_go_among_the_reports(tmp_path, inside):
    raw = raw_folder(tmp_path / "raw")
    with pytest.raises(DataError, match="next build would read it"):
        build(raw, raw / inside)
    assert len(list(raw.iterdir())) == 2


def test_bad_tables_leave_the_old_ones(tmp_path):
    processed = built(tmp_path)
    before = ta.load(processed)
    tables = {table: getattr(before, table) for table in fields.TABLES}
    bad = {**tables, "reports": tables["reports"].assign(format="scroll")}
    with pytest.raises(DataError, match="format"):
        save(bad, {name: before.text(name) for name in before.reports["report_id"]}, processed)
    assert ta.load(processed).version == before.version
    assert not [path for path in processed.iterdir() if path.name.startswith(".")]


def test_a_crash_after_the_tables_were_written_is_finished_by_the_next_command(tmp_path):
    processed = built(tmp_path)
    other = tmp_path / "other"
    (tmp_path / "raw2").mkdir()
    (tmp_path / "raw2" / "new.txt").write_text(PLAIN, encoding="utf-8")
    build(tmp_path / "raw2", other)
    ready = processed / ".ready-abc"
    other.rename(ready)
    os.replace(ready / "figures.parquet", processed / "figures.parquet")  # the crash came after one file
    corpus = ta.load(processed)
    assert corpus.reports["report_id"].tolist() == ["new"] == corpus.figures["report_id"].unique().tolist()
    assert [path.name for path in (processed / "texts").iterdir()] == ["new.txt"]
    assert not ready.exists()


def test_texts_of_reports_that_are_gone_go_too(tmp_path):
    processed = built(tmp_path)
    (tmp_path / "data" / "raw" / "qingshan-2020.txt").unlink()
    build(tmp_path / "data" / "raw", processed)
    assert [path.name for path in (processed / "texts").iterdir()] == ["shiqiao-2021.txt"]


def test_an_unknown_report_names_the_nearest(corpus):
    with pytest.raises(DataError, match="did you mean 'shiqiao-2021'"):
        corpus.report("shiqiao-2022")


@pytest.mark.parametrize("given", [None, ""])
def test_where_the_tables_lie(tmp_path, monkeypatch, given):
    processed = built(tmp_path)
    monkeypatch.delenv("TOWNSHIP_PROCESSED", raising=False)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert ta.load(given).processed == processed.resolve()
    monkeypatch.setenv("TOWNSHIP_PROCESSED", str(tmp_path / "elsewhere"))
    with pytest.raises(DataError, match="elsewhere"):
        ta.load(given)


def test_without_tables_the_error_names_all_three_places(tmp_path, monkeypatch):
    monkeypatch.delenv("TOWNSHIP_PROCESSED", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError, match=r"--processed.*TOWNSHIP_PROCESSED.*data/raw"):
        ta.load()
