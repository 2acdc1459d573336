"""The command line as another program meets it: output, exit codes, languages."""

import csv
import io
import json
import subprocess
import sys

import pytest
from town import REPORT, ROOT, built, raw_folder, township

from township_analysis import fields
from township_analysis.cli.app import joined
from township_analysis.lang.tables import load_table


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    built(folder)
    return folder


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "石桥.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["", "extract", "text", "build", "report", "show", "doctor"])
@pytest.mark.parametrize(("language", "word"), [("zh_CN.UTF-8", "示例"), ("en_US.UTF-8", "Example")])
def test_every_command_has_help_with_an_example(tmp_path, command, language, word):
    run = township(*command.split(), "--help", cwd=tmp_path, LANG=language)
    assert run.returncode == 0 and word in run.stdout
    assert f"township {command}".strip() in run.stdout.partition(word)[2]


def test_lc_all_beats_lang(tmp_path):
    assert "示例" in township("--help", cwd=tmp_path, LANG="en_US.UTF-8", LC_ALL="zh_CN.UTF-8").stdout


def test_extract_writes_every_column_on_every_line(file):
    run = township("extract", file, cwd=file.parent)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0 and len(rows) >= 9
    ids = {row["figure_id"] for row in rows}
    for row in rows:
        assert list(row) == list(fields.columns("figures"))
        assert REPORT[row["start"] : row["end"]] == row["surface"]
        assert row["part_of"] is None or row["part_of"] in ids
    assert "\\u" not in run.stdout and "NaN" not in run.stdout


def test_extract_as_csv_has_a_mark_and_the_same_rows(file):
    run = township("extract", file, "--format", "csv", cwd=file.parent)
    assert run.stdout.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(run.stdout.lstrip("\ufeff"))))
    assert list(rows[0]) == list(fields.columns("figures"))
    assert len(rows) == len(township("extract", file, cwd=file.parent).stdout.splitlines())


def test_extract_as_table_is_for_a_reader(file):
    run = township("extract", file, "--format", "table", cwd=file.parent, LANG="zh_CN.UTF-8")
    assert "指标" in run.stdout and "1.77万" in run.stdout and "增长率" in run.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030"])
def test_output_is_utf8_whatever_the_locale(file, locale):
    run = township("extract", file, cwd=file.parent, LANG=locale, LC_ALL=locale, PYTHONIOENCODING="ascii")
    assert run.returncode == 0 and "亩" in run.stdout


def test_text_is_the_document(file):
    assert township("text", file, cwd=file.parent).stdout == REPORT


def test_a_reader_that_goes_away_is_no_error(file):
    code = "import sys; sys.argv = ['township', 'extract', sys.argv[1]]; from township_analysis.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "nothing.txt"], "nothing.txt"),
        (["extract"], "FILE"),
        (["extrakt"], "extract"),
        (["extract", "a.txt", "--format", "xml"], "xml"),
        (["build", "--raw", "nowhere"], "nowhere"),
        (["build"], "data/raw"),
        (["report"], "TOWNSHIP_PROCESSED"),
        (["show", "x"], "TOWNSHIP_PROCESSED"),
    ],
)
def test_what_cannot_start_ends_with_2(tmp_path, arguments, said):
    run = township(*arguments, cwd=tmp_path)
    assert run.returncode == 2 and said in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build"], "没有找到存放报告的文件夹"),
        (["build", "--raw", "nowhere"], "不是文件夹"),
        (["build", "--raw", "raw", "--processed", "raw/out"], "在原始报告文件夹"),
        (["build", "--raw", "raw", "--processed", "out"], "第 2 行：没有区划代码为“1”的乡镇"),
        (["build", "--raw", "empty", "--processed", "out"], "里没有报告"),
        (["show", "x"], "没有找到存放表的文件夹"),
        (["show", "x", "--processed", "out"], "请先运行 township build"),
    ],
)
def test_errors_follow_the_readers_language(tmp_path, arguments, said):
    (raw_folder(tmp_path / "raw") / "sources.csv").write_text(
        "file,township_code\nshiqiao-2021.txt,1\n", encoding="utf-8"
    )
    (tmp_path / "empty").mkdir()
    run = township(*arguments, cwd=tmp_path, LANG="zh_CN.UTF-8")
    assert run.returncode == 2 and said in run.stderr and "What to do" not in run.stderr


def test_chinese_errors_belong_to_errors_that_are_raised():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "township_analysis").rglob("*.py"))
    rules = [row["rule"] for row in load_table("errors", "township_analysis.cli")]
    assert [rule for rule in rules if f'"{rule}"' not in code] == []


def test_what_cannot_be_written_is_told_and_ends_with_2(tmp_path):
    raw_folder(tmp_path / "raw")
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    run = township("build", "--raw", "raw", "--processed", "out", cwd=tmp_path)
    assert run.returncode == 2 and str(tmp_path / "out") in run.stderr and "Traceback" not in run.stderr


def test_a_reject_is_explained_in_the_readers_language(tmp_path):
    (tmp_path / "leer.txt").write_bytes(b"")
    assert "文件是空的" in township("extract", "leer.txt", cwd=tmp_path, LANG="zh_CN.UTF-8").stderr
    assert "the file is empty" in township("extract", "leer.txt", cwd=tmp_path).stderr


def test_build_tells_what_it_made(tmp_path):
    raw_folder(tmp_path / "data" / "raw")
    run = township("build", cwd=tmp_path)
    assert run.returncode == 0 and "2 reports" in run.stdout and run.stderr == ""
    assert (tmp_path / "data" / "processed" / "figures.parquet").is_file()


def test_build_with_a_reject_lists_it_and_ends_with_1(tmp_path):
    raw = raw_folder(tmp_path / "raw")
    (raw / "leer.txt").write_bytes(b"")
    run = township("build", "--raw", raw, "--processed", "out", "--json", cwd=tmp_path, LANG="zh_CN.UTF-8")
    answer = json.loads(run.stdout)
    assert run.returncode == 1 and answer["reports"] == 2
    assert [(row["path"], row["cause"]) for row in answer["rejects"]] == [("leer.txt", "文件是空的")]
    assert "leer.txt" in township("build", "--raw", raw, "--processed", "out", cwd=tmp_path).stdout


def test_a_wrong_line_of_sources_ends_with_2(tmp_path):
    raw = raw_folder(tmp_path / "raw")
    (raw / "sources.csv").write_text("file\nmissing.txt\n", encoding="utf-8")
    run = township("build", "--raw", raw, "--processed", "out", cwd=tmp_path)
    assert run.returncode == 2 and "missing.txt" in run.stderr


def test_show_and_its_json(project):
    shown = township("show", "shiqiao-2021", cwd=project)
    assert shown.returncode == 0 and "石桥镇" in shown.stdout and "1.77" in shown.stdout
    answer = json.loads(township("show", "shiqiao-2021", "--skipped", "--json", cwd=project).stdout)
    assert answer["report"]["period"] == "2021" and answer["skipped"][0]["reason"]


def test_show_of_a_file_needs_no_tables(tmp_path):
    (tmp_path / "a.txt").write_text(f"石桥镇2021年工作总结\n{REPORT}", encoding="utf-8")
    shown = township("show", "a.txt", cwd=tmp_path)
    assert shown.returncode == 0 and "1.77" in shown.stdout, shown.stderr
    answer = json.loads(township("show", "a.txt", "--skipped", "--json", cwd=tmp_path).stdout)
    assert answer["report"]["period"] == "2021" and answer["skipped"][0]["reason"]


def test_show_neutralises_terminal_escapes(tmp_path):
    raw = tmp_path / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / "a.txt").write_text(f"红\x1b[31m旗\u202e镇2021年工作总结\n{REPORT}", encoding="utf-8")
    assert township("build", cwd=tmp_path).returncode == 0
    shown = township("show", "a", cwd=tmp_path).stdout
    assert "\x1b" not in shown and "\u202e" not in shown


def test_doctor_lists_what_reports_do_not_tell(project):
    run = township("doctor", cwd=project)
    lines = run.stdout.splitlines()
    assert "file,township_code,period,url,retrieved" in lines
    assert any(line.startswith("shiqiao-2021.txt,,2021") for line in lines)
    answer = json.loads(township("doctor", "--json", cwd=project).stdout)
    assert {row["file"] for row in answer["sources"]} == {"shiqiao-2021.txt", "qingshan-2020.txt"}
    assert {check["name"] for check in answer["checks"]} >= {"Python", "Chinese font", "Tables"}


def test_doctor_names_what_is_missing(tmp_path):
    run = township("doctor", cwd=tmp_path)
    assert run.returncode == 1 and "✗" in run.stdout and "data/raw" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["report", "-p", "language", "en"], ["report", "-p", "language=en"]),
        (["report", "-p", "a=b"], ["report", "-p", "a=b"]),
        (["report", "--parameter", "a", "b=c", "-p", "d", "e"], ["report", "--parameter", "a=b=c", "-p", "d=e"]),
        (["report", "-p", "a"], ["report", "-p", "a"]),
        (["extract", "x.txt"], ["extract", "x.txt"]),
    ],
)
def test_parameters_of_two_words(arguments, expected):
    assert joined(arguments) == expected
