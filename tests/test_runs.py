"""Planning, executing and publishing runs."""

from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from town import ROOT, built, township

import township_analysis as ta
from township_analysis.errors import DataError
from township_analysis.runs.execute import execute, execute_all
from township_analysis.runs.plan import Run, parameters_of, plan
from township_analysis.runs.site import publish

NOON = datetime(2024, 5, 1, 12, 0)
PARAMETERS = 'processed = ""  # tables\nreport_id = ""  # report\ntop = 5  # how many\nlanguage = "zh"  # words'


def notebook(path: Path, *cells: str, parameters: str = PARAMETERS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    first = nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})
    made = nbformat.v4.new_notebook(cells=[first, *(nbformat.v4.new_code_cell(cell) for cell in cells)])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)
    return path


@pytest.fixture
def project(tmp_path, monkeypatch):
    built(tmp_path)
    notebook(tmp_path / "notebooks" / "short.ipynb", "print(report_id, top)")
    (tmp_path / "notebooks" / "runs.yml").write_text("- notebook: short.ipynb\n  each: report\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@pytest.fixture
def corpus(project):
    return ta.load()


def test_a_page_for_every_report(corpus):
    runs = plan(corpus)
    assert [run.name for run in runs] == ["short-qingshan-2020", "short-shiqiao-2021"]
    assert {run.parameters["processed"] for run in runs} == {str(corpus.processed)}


@pytest.mark.parametrize("name", ["short", "short.ipynb", "notebooks/short.ipynb"])
def test_a_notebook_by_path_or_name(corpus, name):
    assert len(plan(corpus, [name])) == 2


def test_one_report_on_request(corpus):
    assert [run.report_id for run in plan(corpus, [], [("report_id", "shiqiao-2021")])] == ["shiqiao-2021"]


@pytest.mark.parametrize(
    ("notebooks", "given", "said"),
    [
        ([], [("langage", "en")], "did you mean 'language'"),
        ([], [("report_id", "shiqiao-2022")], "did you mean 'shiqiao-2021'"),
        (["shorts"], [], "did you mean 'short'"),
        (["notebooks/runs.yml"], [], "no notebook"),
        ([], [("top", "many")], "int, like 5"),
    ],
)
def test_mistakes_are_told_before_anything_runs(corpus, notebooks, given, said):
    with pytest.raises(DataError, match=said):
        plan(corpus, notebooks, given)


@pytest.mark.parametrize(
    ("given", "value"), [(("top", "7"), 7), (("language", "2019"), "2019"), (("language", "None"), "None")]
)
def test_a_parameter_has_the_type_of_its_default(corpus, given, value):
    assert plan(corpus, [], [given])[0].parameters[given[0]] == value


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- notebook: missing.ipynb", "missing.ipynb"),
        ("- notebook: short.ipynb\n  every: report", "every"),
        ("- notebook: short.ipynb\n  each: village", "village"),
        ("notebook: short.ipynb", "no list"),
        ("- notebook: short.ipynb\n  parameters: {tip: 1}", "did you mean 'top'"),
    ],
)
def test_a_wrong_runs_yml_is_an_error(project, corpus, lines, said):
    (project / "notebooks" / "runs.yml").write_text(lines, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        plan(corpus)


def test_the_same_notebook_twice_has_two_names(project, corpus):
    (project / "notebooks" / "runs.yml").write_text(
        "- notebook: short.ipynb\n- notebook: short.ipynb\n", encoding="utf-8"
    )
    assert [run.name for run in plan(corpus)] == ["short", "short-2"]


@pytest.mark.parametrize("cell", ["x = open('a')", "x = 1 +"])
def test_parameters_must_be_plain_values(tmp_path, cell):
    with pytest.raises(DataError, match="parameters"):
        parameters_of(notebook(tmp_path / "a.ipynb", parameters=cell))


@pytest.mark.parametrize(
    ("cell", "said", "done"),
    [
        ("raise ValueError('坏了')", "ValueError: 坏了", 3),
        ("import os; os._exit(1)", "DeadKernelError", 3),
        ("1 / 0", "ZeroDivisionError", 3),
    ],
)
def test_a_failure_is_told_with_how_far_it_came(project, cell, said, done):
    path = notebook(project / "notebooks" / "bad.ipynb", "print('before')", cell, "print('after')")
    outcome = execute(Run(path, {"top": 3}, "bad"))
    assert said in outcome.error and "\x1b" not in outcome.error
    assert (outcome.done, outcome.cells) == (done, 5)  # with the defaults' cell and the injected one


def test_a_notebook_runs_in_its_own_folder(project):
    path = notebook(project / "notebooks" / "{braces}.ipynb", "import os; print(os.getcwd())")
    outcome = execute(Run(path, {}, "where"))
    assert outcome.error is None
    assert str(project / "notebooks") in outcome.notebook.cells[-1].outputs[0].text


def test_the_others_go_on_and_the_address_stays(project, corpus):
    bad = notebook(project / "notebooks" / "bad.ipynb", "print('before')", "raise ValueError('<b>坏</b>')")
    good = notebook(project / "notebooks" / "good.ipynb", "print('好')")
    runs = [Run(bad, {"top": 3}, "bad"), Run(good, {}, "good", report_id="shiqiao-2021")]
    seen = []
    outcomes = execute_all(runs, seen.append)
    index = publish(outcomes, corpus, project / "reports", NOON)
    assert len(seen) == 2 and index == project / "reports" / "latest" / "index.html"
    page = index.with_name("bad.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;坏&lt;/b&gt;" in page and "<dt>top</dt><dd>3</dd>" in page and "before" in page
    assert "完成 2 / 4" in page or "完成 3 / 4" in page
    assert "好" in index.with_name("good.html").read_text(encoding="utf-8")
    overview = index.read_text(encoding="utf-8")
    assert 'href="good.html"' in overview and "card bad" in overview and corpus.version in overview


def test_a_new_run_takes_the_place_of_the_old(project, corpus):
    first = publish([], corpus, project / "reports", NOON).resolve()
    second = publish([], corpus, project / "reports", NOON).resolve()
    assert first.parent.name == "2024-05-01T12-00-00" and second.parent.name == "2024-05-01T12-00-00-2"
    names = {path.name for path in (project / "reports").iterdir()}
    assert names == {"latest", first.parent.name, second.parent.name}
    assert (project / "reports" / "latest").resolve() == second.parent


def test_a_copied_latest_is_replaced_as_well(project, corpus):
    (project / "reports" / "latest").mkdir(parents=True)
    assert publish([], corpus, project / "reports", NOON).is_file()


def test_the_command_prints_the_address(project):
    run = township("report", "-p", "report_id", "shiqiao-2021", cwd=project)
    assert run.returncode == 0 and run.stdout.strip() == str(project / "reports" / "latest" / "index.html")
    assert run.stderr == ""


def test_the_command_ends_with_1_where_a_page_failed(project):
    notebook(project / "notebooks" / "bad.ipynb", "raise ValueError('坏了')")
    run = township("report", "notebooks/bad.ipynb", cwd=project)
    assert run.returncode == 1 and "坏了" in run.stderr and Path(run.stdout.strip()).is_file()


def test_the_command_ends_with_2_for_an_unknown_parameter(project):
    run = township("report", "-p", "reportid", "x", cwd=project)
    assert run.returncode == 2 and "report_id" in run.stderr and not (project / "reports").exists()
