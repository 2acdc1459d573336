"""``township evaluate`` and ``township annotate`` as an analyst meets them."""

import json
from pathlib import Path

import pytest
from town import REPORT, ROOT, township

GOLD = ROOT / "tests" / "gold" / "tune"


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """A folder with a report, and its draft as gold with one value and one name wrong and one figure missing."""
    (tmp_path / "石桥.txt").write_text(REPORT, encoding="utf-8")
    run = township("annotate", tmp_path / "石桥.txt", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    lines[0]["value"] *= 2
    lines[1]["keys"] = ["茶叶"]
    lines = [{**line, "part_of": None} for line in lines if line["surface"] != "9000吨"]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (tmp_path / "石桥.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_annotate_writes_lines_of_gold(annotated: Path) -> None:
    run = township("annotate", annotated / "石桥.txt", cwd=annotated)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert "\\u" not in run.stdout and len(lines) >= 9
    assert (
        list(lines[0]) == "ctx surface value unit indicator keys kind status approx period scope part_of core".split()
    )
    assert {line["status"] for line in lines} == {"actual", "plan"}


def test_evaluate_shows_measures_and_wrong_rows(annotated: Path) -> None:
    run = township("evaluate", annotated, cwd=annotated)
    assert run.returncode == 0, run.stderr
    head, first = rows(run.stdout)
    assert head[:5] == ["Report", "Core", "Missed", "False", "Row"] and first[:4] == ["石桥", first[1], "0", "1"]
    for what in ("value", "name", "false alarm"):
        assert f" {what} " in run.stdout
    assert "1.2亿元 = 240000000 元" in run.stdout and "1.2亿元 = 120000000 元" in run.stdout


def rows(printed: str) -> tuple[list[str], list[str]]:
    """The heading and the first line of the first table."""
    head, _, first = [line.split() for line in printed.splitlines() if line.strip()][:3]
    return head, first


def test_without_rows_there_are_the_measures_only(annotated: Path) -> None:
    run = township("evaluate", annotated, "--no-rows", cwd=annotated)
    assert "false alarm" not in run.stdout and "石桥" in run.stdout


def test_evaluate_for_a_program(annotated: Path) -> None:
    run = township("evaluate", annotated, "--json", cwd=annotated)
    answer = json.loads(run.stdout)
    (report,) = answer["reports"]
    assert (report["report"], report["doc_type"], report["false_alarms"]) == ("石桥", "annual", 1)
    assert answer["total"]["row"] == report["row"] == pytest.approx(1 - 2 / report["core"], abs=1e-4)
    wrong = {one["what"]: one for one in report["wrong"]}
    assert set(wrong) == {"value", "indicator", "false_alarm"}
    assert wrong["value"]["annotated"]["value"] == 2 * wrong["value"]["found"]["value"]
    assert wrong["false_alarm"]["annotated"] is None and wrong["false_alarm"]["found"]["surface"] == "9000吨"
    short = json.loads(township("evaluate", annotated, "--json", "--no-rows", cwd=annotated).stdout)
    assert "wrong" not in short["reports"][0]


def test_several_reports_and_their_total(tmp_path: Path) -> None:
    answer = json.loads(township("evaluate", GOLD, "--json", "--no-rows", cwd=tmp_path).stdout)
    assert len(answer["reports"]) == len(list(GOLD.glob("*.jsonl"))) >= 4
    assert answer["total"]["core"] == sum(report["core"] for report in answer["reports"])
    assert "合计" in township("evaluate", GOLD, "--no-rows", cwd=tmp_path, LANG="zh_CN.UTF-8").stdout


def test_texts_may_lie_elsewhere(annotated: Path) -> None:
    texts = annotated / "texts"
    texts.mkdir()
    (annotated / "石桥.txt").rename(texts / "石桥.txt")
    assert township("evaluate", annotated, "--texts", texts, "--json", cwd=annotated).returncode == 0
    run = township("evaluate", annotated, cwd=annotated)
    assert run.returncode == 2 and "--texts" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("arguments", "says"), [(["evaluate", "nowhere"], "no gold files"), (["annotate", "nowhere.txt"], "nowhere.txt")]
)
def test_what_cannot_start_ends_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    run = township(*arguments, cwd=tmp_path)
    assert run.returncode == 2 and says in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("command", ["evaluate", "annotate"])
@pytest.mark.parametrize(("language", "word"), [("zh_CN.UTF-8", "示例"), ("en_US.UTF-8", "Example")])
def test_help_has_an_example(tmp_path: Path, command: str, language: str, word: str) -> None:
    run = township(command, "--help", cwd=tmp_path, LANG=language)
    assert run.returncode == 0 and f"township {command}" in run.stdout.partition(word)[2]
