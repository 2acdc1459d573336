"""A folder as it comes off the web: reports among files that are none."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bad_files import write_bad_files
from make_samples import RAW
from town import township

import township_analysis as ta
from township_analysis.reading.office import libre_office
from township_analysis.store.messages import reject_message
from township_analysis.store.model import records

HAN, ENGLISH = re.compile("[一-鿿]"), re.compile("[a-z]{3}")


def build_with_bad_files(
    folder: Path, reports: list[Path], *options: str, **variables: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run `township build` over these reports and all the bad files; each of those with the rule that names it."""
    raw = folder / "raw"
    raw.mkdir()
    for path in reports:
        shutil.copy(path, raw)
    rules = {path.name: rule for path, rule in write_bad_files(raw).items()}
    return township("build", "--raw", raw, "--processed", folder / "out", *options, cwd=folder, **variables), rules


def assert_five_and_fifty(folder: Path, reports: list[Path], rules: dict[str, str]) -> None:
    """Five reports, and fifty rejects that each name the cause and the remedy in both languages."""
    corpus = ta.load(folder / "out")
    assert corpus.reports["report_id"].tolist() == [path.stem for path in reports] and len(reports) == 5
    assert len(corpus.figures) > 300 and len(rules) >= 50
    rejects = records(corpus.rejects)
    assert {row["path"] for row in rejects} == rules.keys() and {row["stage"] for row in rejects} == {"reading"}
    office = {"unsupported-doc", "unsupported-rtf"} if libre_office() else set()  # it tries, and makes nothing of these
    for row in rejects:
        assert row["rule"] == rules[row["path"]] or rules[row["path"]] in office
        for language, letters in (("zh", HAN), ("en", ENGLISH)):
            cause, remedy = reject_message(row, language)
            assert cause != remedy and letters.search(cause) and letters.search(remedy), row
            assert language == "zh" or not HAN.search(cause + remedy), row


def test_five_real_reports_and_fifty_bad_files(real_reports: Path, tmp_path: Path) -> None:
    reports = sorted((real_reports / "reports").glob("*.txt"))
    done, rules = build_with_bad_files(tmp_path, reports, "--json", LANG="zh_CN.UTF-8")
    assert (done.returncode, done.stderr) == (1, "")
    answer = json.loads(done.stdout)
    assert answer["reports"] == 5 and len(answer["rejects"]) == len(rules)
    assert all(HAN.search(row["cause"]) and HAN.search(row["remedy"]) for row in answer["rejects"])
    assert_five_and_fifty(tmp_path, reports, rules)


def test_five_samples_and_fifty_bad_files(tmp_path: Path) -> None:
    reports = sorted(RAW.iterdir())
    done, rules = build_with_bad_files(tmp_path, reports)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(lines)) == (1, "", 1 + len(rules))
    assert all(any(line.strip().startswith(name) for line in lines) for name in rules)
    assert any("zeros-10-gb.txt" in line and "10240 MB" in line for line in lines)
    assert_five_and_fifty(tmp_path, reports, rules)


def test_names_that_would_lead_elsewhere(tmp_path: Path) -> None:
    """Nothing is written outside the folder of tables, and no report is written over another."""
    raw, out = tmp_path / "here" / "raw", tmp_path / "here" / "processed"
    text = "竹林镇2019年工作总结\n全镇完成粮食播种面积1.2万亩，增长8.5%。\n"
    names = [
        "a.txt",
        "sub/a.txt",
        "a.html",
        "x\ny.txt",
        "\"'`$(id).txt",
        "中" * 83 + ".txt",
        "%2e%2e%2fa.txt",
        "x..txt",
        "\x1b[31m.txt",
    ]
    for name in names:
        (raw / name).parent.mkdir(exist_ok=True, parents=True)
        (raw / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(text, encoding="utf-8")
    (raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "own.txt").symlink_to(raw / "a.txt")

    def outside() -> set[Path]:
        return {path for path in tmp_path.rglob("*") if path != out and out not in path.parents}

    before = outside()
    done = township("build", "--raw", raw, "--processed", out, cwd=tmp_path)
    assert done.returncode == 0 and "\x1b" not in done.stdout, done.stderr
    ids = ta.load(out).reports["report_id"].tolist()
    assert len(ids) == len(set(ids)) == len(names) + 1  # the link that stays inside is one more
    assert {path.stem for path in (out / "texts").iterdir()} == set(ids)
    assert outside() == before


@pytest.mark.parametrize("name", [".hidden.txt", "README.md", "~$a.docx", "Thumbs.db", "tables.csv", "corrections.yml"])
def test_what_is_no_report_is_no_reject(tmp_path: Path, name: str) -> None:
    from township_analysis.reading import find_reports

    (tmp_path / name).write_bytes(b"\0\0")
    assert find_reports(tmp_path) == []
