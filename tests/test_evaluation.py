"""The measure, gold files and drafts; and that the measure agrees with the one that the real reports came with."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import township_analysis as ta
from township_analysis.errors import DataError
from township_analysis.evaluation import Score, draft, evaluate, find_cases, score
from township_analysis.evaluation.cases import read_gold
from township_analysis.evaluation.compare import good_name, likeness, same_scope, same_unit, same_value
from township_analysis.evaluation.draft import context
from township_analysis.evaluation.run import found_in
from township_analysis.evaluation.scoring import match

TEXT = "石桥镇2021年工作总结\n\n全镇有13个行政村，党员442人，其中女党员96人。粮食产量9000吨，下降1.5%。\n"
TUNE = Path(__file__).parent / "gold" / "tune"


def row(start: int, end: int, **columns: object) -> dict[str, object]:
    about = {
        "surface": TEXT[start:end], "value": 442, "unit": "人", "indicator": "党员", "keys": ["党员"], "kind": "level",
        "status": "actual", "approx": "exact", "period": "2021", "scope": "", "part_of": None, "core": True,
    }  # fmt: skip
    return {"start": start, "end": end, "figure_id": f"a:{start}", "value_max": None, **about, **columns}


SAME_UNITS = [("公里", "km"), ("公里", "千米"), ("平方米", "㎡"), ("平方公里", "km²"), ("公斤", "千克"), ("畝", "亩"), ("个百分点", "百分点"), ("株", "棵"), ("头（只）", "头(只)"), ("", None)]  # fmt: skip
OTHER_UNITS = [("亩", "公顷"), ("名", "人"), ("公里", "米"), ("斤", "公斤"), ("%", "百分点"), ("个", "")]


@pytest.mark.parametrize(
    ("one", "other", "same"), [(*p, True) for p in SAME_UNITS] + [(*p, False) for p in OTHER_UNITS]
)
def test_same_unit(one: str, other: str | None, same: bool) -> None:
    assert same_unit(one, other) is same is same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, 1.0, True),
        (3.1, 3.1000001, True),
        (3.1, 3.11, False),
        (None, None, True),
        (None, 0, False),
        (1e12, 1e12 + 1, True),
    ],
)
def test_same_value(one: float | None, other: float | None, same: bool) -> None:
    assert same_value(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "", True),
        ("兰家村", "兰家", True),
        ("兰家村", "", False),
        ("per-capita", "per-household", False),
        ("蘭家村", "兰家村", True),
    ],
)
def test_same_scope(one: str, other: str, same: bool) -> None:
    assert same_scope(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("茶园面积", "茶园面积", 1.0),
        ("茶叶面积", "茶叶种植面积", 0.8),
        ("", "茶", 0.0),
        ("户", "人", 0.0),
        ("一二三", "三二一", 1 / 3),
    ],
)
def test_likeness(one: str, other: str, share: float) -> None:
    assert likeness(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("found", "annotated", "keys", "good"),
    [
        ("茶叶种植面积", "茶叶种植面积", ["茶叶", "面积"], True),
        ("茶葉種植面積", "茶叶种植面积", ["茶叶"], True),
        ("种植面积", "茶叶种植面积", ["种植面积"], True),  # its end
        ("茶叶", "茶叶种植面积", ["茶叶"], False),  # too little of it
        ("茶叶种植面积", "茶叶种植面积", ["产量"], False),
        ("全镇大力发展产业茶叶种植面积", "茶叶种植面积", ["茶叶"], False),  # overlong
        ("茶叶，面积", "茶叶面积", ["茶叶"], False),  # a sentence
    ],
)
def test_good_name(found: str, annotated: str, keys: list[str], good: bool) -> None:
    assert good_name(found, annotated, keys) is good


def test_figures_belong_together_by_the_largest_overlap() -> None:
    annotated = [row(0, 4), row(5, 9), row(20, 22)]
    assert match(annotated, [row(0, 2), row(3, 9), row(15, 20)]) == {0: 0, 1: 1}


CHANGES = [
    ({}, set()),
    ({"value": 443}, {"value"}),
    ({"value_max": 500}, {"value"}),
    ({"unit": "户"}, {"unit"}),
    ({"indicator": None}, {"indicator"}),
    ({"kind": "change", "status": "plan", "approx": "more"}, {"kind", "status", "approx"}),
    ({"period": None}, {"period"}),
    ({"scope": "东岭村"}, {"scope"}),
    ({"core": False}, set()),
]


@pytest.mark.parametrize(("columns", "wrong"), CHANGES)
def test_a_row_is_right_where_all_is(columns: dict[str, object], wrong: set[str]) -> None:
    result = score([row(0, 4)], [row(0, 4, **columns)])
    measures = result.measures()
    assert {mistake.what for mistake in result.mistakes} == wrong
    assert measures["row"] == float(not wrong) and measures["f1"] == float(not wrong & {"value", "unit"})
    assert measures["core_flag"] == float(columns.get("core", True))


def test_missed_figures_and_false_alarms() -> None:
    result = score([row(0, 4), row(5, 9), row(10, 12, core=False)], [row(0, 4), row(13, 15)])
    measures = result.measures()
    assert [mistake.what for mistake in result.mistakes] == ["missed", "false_alarm"]
    assert (measures["core"], measures["found"], measures["missed"], measures["false_alarms"]) == (2, 1, 1, 1)
    assert measures["precision"] == measures["recall"] == measures["f1"] == measures["row"] == 0.5


def test_a_figure_that_is_not_core_may_be_found() -> None:
    assert score([row(0, 4, core=False)], [row(0, 4)]).mistakes == []


def test_links_lead_into_the_annotated_total() -> None:
    annotated = [row(0, 4), row(5, 9, part_of=0), row(10, 12, part_of=0)]
    result = score(annotated, [row(0, 3), row(5, 9, part_of="a:0"), row(10, 12, part_of="a:5")])
    assert result.measures()["part_of"] == 0.5
    assert [mistake.what for mistake in result.mistakes] == ["part_of"]


def test_scores_add_up_figure_by_figure() -> None:
    one, other = score([row(0, 4)], [row(0, 4)]), score([row(0, 4), row(5, 9), row(10, 12)], [])
    assert (one + other).measures()["row"] == 0.25 and (one + Score()).measures() == one.measures()


def test_nothing_annotated_is_no_error() -> None:
    assert score([], []).measures()["row"] == 0.0


# gold files


def write_gold(folder: Path, name: str, rows: list[dict[str, object]]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one report and its draft as gold."""
    (tmp_path / "石桥.txt").write_text(TEXT, encoding="utf-8")
    write_gold(tmp_path, "石桥", draft(ta.read_report(tmp_path / "石桥.txt")))
    return tmp_path


def test_a_draft_taken_as_gold_finds_every_row_right(gold: Path) -> None:
    (case,) = find_cases(gold)
    measures = evaluate(case).score.measures()
    assert (measures["core"], measures["row"], measures["part_of"], measures["missed"]) == (5, 1.0, 1.0, 0)


def test_texts_may_lie_elsewhere_as_files_or_lines(gold: Path) -> None:
    elsewhere = gold / "texts"
    elsewhere.mkdir()
    (gold / "石桥.txt").rename(elsewhere / "石桥.txt")
    assert [case.report.period for case in find_cases(gold, elsewhere)] == ["2021"]
    lines = gold / "corpus"
    lines.mkdir()
    write_gold(lines, "all", [{"id": "石桥", "title": "", "text": TEXT}])
    assert len(list(find_cases(gold, lines))) == len(list(find_cases(gold, lines / "all.jsonl"))) == 1


def test_an_index_names_stretches_and_periods(gold: Path) -> None:
    begin = TEXT.index("党员442")
    rows = [{**line, "start": line["start"], "end": line["end"]} for line in read_gold(gold / "石桥.jsonl", TEXT)]
    inside = [
        {k: v for k, v in line.items() if k != "ctx"} | {"part_of": None} for line in rows if line["start"] >= begin
    ]
    write_gold(gold, "石桥", inside)
    entry = {"id": "石桥", "start": begin, "end": len(TEXT), "period": "2019", "plan_period": "2020"}
    (gold / "index.json").write_text(json.dumps([entry]), encoding="utf-8")
    (case,) = find_cases(gold)
    assert (case.report.period, case.report.plan_period) == ("2019", "2020")
    assert len(found_in(case)) == len(inside) == 4
    assert {mistake.what for mistake in evaluate(case).score.mistakes} == {"period"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ctx": "没有这句话"}, "is not in the text"),
        ({"ctx": "13个行政村，党员442人，其中女党员96人", "surface": "人"}, "does not hold '人' once"),
        ({"ctx": None}, "lacks ctx"),
        ({"ctx": None, "start": 0, "end": 3}, "is not at 0 of the text"),
        ({"unit": None}, "lacks unit"),
    ],
)
def test_a_line_that_does_not_fit_is_an_error_that_says_where(gold: Path, change: dict[str, object], says: str) -> None:
    first, *rest = [json.loads(line) for line in (gold / "石桥.jsonl").read_text(encoding="utf-8").splitlines()]
    first = {name: value for name, value in (first | change).items() if change.get(name, 0) is not None}
    path = write_gold(gold, "石桥", [first, *rest])
    with pytest.raises(DataError, match=says) as error:
        list(find_cases(gold))
    assert f"{path}, line 1" in str(error.value)


def test_what_is_missing_is_named(gold: Path) -> None:
    (gold / "index.json").write_text(json.dumps([{"id": "石桥", "text_sha256": "0" * 64}]), encoding="utf-8")
    with pytest.raises(DataError, match="is not the one that was annotated"):
        list(find_cases(gold))
    (gold / "石桥.txt").unlink()
    with pytest.raises(DataError, match="The text of 石桥 is not in") as error:
        list(find_cases(gold))
    assert "石桥.txt" in str(error.value)
    (gold / "石桥.jsonl").write_text("{", encoding="utf-8")
    (gold / "石桥.txt").write_text(TEXT, encoding="utf-8")
    (gold / "index.json").unlink()
    with pytest.raises(DataError, match="line 1 is no JSON"):
        list(find_cases(gold))
    (gold / "石桥.jsonl").unlink()
    with pytest.raises(DataError, match="There are no gold files"):
        list(find_cases(gold))


# drafts


@pytest.mark.parametrize("path", sorted(TUNE.glob("*.txt")), ids=lambda path: path.stem)
def test_drafts_have_the_form_of_gold(path: Path) -> None:
    report = ta.read_report(path)
    lines = draft(report)
    assert lines and len({line["ctx"] for line in lines}) == len(lines)
    for at, line in enumerate(lines):
        assert report.text.count(line["ctx"]) == 1 and line["ctx"].count(line["surface"]) == 1
        assert 10 <= len(line["ctx"]) <= 60
        assert 1 <= len(line["keys"]) <= 3 and all(key in report.text for key in line["keys"])
        assert line["part_of"] is None or 0 <= line["part_of"] != at
        assert line["period"] is not None and isinstance(line["core"], bool)


def test_contexts_are_the_shortest_that_are_clear() -> None:
    text = "甲村3户，乙村3户，丙村13户。\n丁村3户"
    second = text.index("3户", 5)
    assert (
        context(text, second, second + 2) == "户，乙村3户，丙村13"[:10]
        or context(text, second, second + 2).count("3户") == 1
    )
    assert context("3户3户", 0, 2) in ("3户", "3户3")
    assert context("全镇有3户。", 3, 5) == "全镇有3户。"


# with the real reports


def test_the_measure_agrees_with_the_one_of_the_gold(real_reports: Path) -> None:
    theirs = runpy.run_path(str(real_reports / "gold" / "score.py"))
    total, merged = Score(), []
    for case in find_cases(real_reports / "gold", real_reports / "reports"):
        found = found_in(case)
        starts = {line["figure_id"]: line["start"] for line in found}
        result = score(case.annotated, found)
        tally, attributes, _ = theirs["score"](
            list(case.annotated), [{**line, "part_of": starts.get(line["part_of"])} for line in found]
        )
        expected = theirs["summary"](tally, attributes)
        measures = result.measures()
        shared = set(measures) & set(expected)
        assert {name: measures[name] for name in shared} == {name: expected[name] for name in shared}
        assert len(shared) >= 17
        total, merged = total + result, [*merged, (tally, attributes)]
    assert len(merged) == 3
    expected = theirs["summary"](*theirs["merge"](merged))
    assert {
        name: value for name, value in total.measures().items() if name in expected and expected[name] != value
    } == {}


def test_worse_rows_are_scored_the_same(real_reports: Path) -> None:
    """The agreement holds where much is wrong: values, names, links, missing and invented figures."""
    theirs = runpy.run_path(str(real_reports / "gold" / "score.py"))
    for case in find_cases(real_reports / "gold", real_reports / "reports"):
        found = [spoiled(line, at) for at, line in enumerate(found_in(case)) if at % 11]
        starts = {line["figure_id"]: line["start"] for line in found}
        measures = score(case.annotated, found).measures()
        expected = theirs["summary"](
            *theirs["score"](
                list(case.annotated), [{**line, "part_of": starts.get(line["part_of"])} for line in found]
            )[:2]
        )
        assert {name: value for name, value in measures.items() if name in expected and expected[name] != value} == {}
        assert measures["row"] < 0.6


def spoiled(line: dict[str, object], at: int) -> dict[str, object]:
    changes: list[dict[str, object]] = [
        {"value": 1}, {"unit": "亩"}, {"indicator": "全镇的" + str(line["indicator"])}, {"period": "1999"}, {"scope": "某村"},
        {"end": int(str(line["start"])) + 1}, {"core": False}, {"part_of": line["figure_id"]}, {}, {},
    ]  # fmt: skip
    return {**line, **changes[at % len(changes)]}


@pytest.mark.parametrize("name", ["gaofeng-2020", "hongshan-2019", "zhulin-2019", "xianxi-2021"])
def test_drafts_pass_the_check_of_the_gold(real_reports: Path, tmp_path: Path, name: str) -> None:
    document = real_reports / "reports" / f"{name}.txt"
    path = write_gold(tmp_path, name, draft(ta.read_report(document)))
    check = [sys.executable, str(real_reports / "gold" / "check_gold.py"), str(document), str(path)]
    done = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[:2000]
