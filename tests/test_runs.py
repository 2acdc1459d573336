"""What is run with which parameters, and how a run ended."""

import os
import signal
import time
from dataclasses import replace

import pytest
from town import ROOT, built, notebook
from town import project as project_in

import township_analysis as ta
from township_analysis.errors import DataError
from township_analysis.runs.execute import execute, execute_all
from township_analysis.runs.kernels import Launcher
from township_analysis.runs.parameters import Required, parameters_of
from township_analysis.runs.plan import Run, only, plan


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(project_in(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@pytest.fixture
def corpus(project):
    return ta.load()


@pytest.fixture(scope="module")
def launcher():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        with Launcher() as made:
            yield made


def listed(project, lines):
    (project / "notebooks" / "runs.yml").write_text(lines, encoding="utf-8")


# --- the plan


def test_a_page_for_every_report(corpus):
    runs = plan(corpus)
    assert [run.name for run in runs] == ["short-qingshan-2020", "short-shiqiao-2021"]
    assert [run.title for run in runs] == ["青山乡 2020", "石桥镇 2021"]
    assert {run.parameters["processed"] for run in runs} == {str(corpus.processed)}


@pytest.mark.parametrize(("each", "keys"), [("township", ["430181101", "522627112"]), ("county", ["430181", "522627"])])
def test_a_page_for_every_township_or_county(project, corpus, each, keys):
    """A report whose township is not known has no such page; two reports of one township share theirs."""
    listed(project, f"- notebook: of.ipynb\n  for_each: {each}\n")
    notebook(project / "notebooks" / "of.ipynb", parameters=f'{each}_code = ""')
    one, two = corpus.reports.iloc[[0]], corpus.reports.iloc[[1]]
    rows = [(one, keys[0].ljust(9, "1")), (two, keys[1].ljust(9, "2")), (two, None), (one, keys[0].ljust(9, "1"))]
    reports = [row.assign(report_id=f"r{n}", township_code=code) for n, (row, code) in enumerate(rows)]
    runs = plan(replace(corpus, reports=ta_concat(reports)))
    assert [run.parameters[f"{each}_code"] for run in runs] == keys
    assert [run.reports for run in runs] == [("r0", "r3"), ("r1",)]


def ta_concat(frames):
    import pandas as pd

    return pd.concat(frames, ignore_index=True)


@pytest.mark.parametrize("name", ["short", "short.ipynb", "notebooks/short.ipynb"])
def test_a_notebook_by_path_or_name(corpus, name):
    assert len(plan(corpus, [name])) == 2


def test_one_report_on_request(corpus):
    assert [run.reports for run in plan(corpus, [], [("report_id", "shiqiao-2021")])] == [("shiqiao-2021",)]


@pytest.mark.parametrize(
    ("notebooks", "given", "said"),
    [
        ([], [("langage", "en")], "did you mean 'language'"),
        ([], [("report_id", "shiqiao-2022")], "did you mean 'shiqiao-2021'"),
        (["shorts"], [], "did you mean 'short'"),
        (["notebooks/runs.yml"], [], "no notebook"),
        ([], [("top", "many")], "int, like 5"),
        ([], [("top", "5.5")], "int, like 5"),
        ([], [("top", "true")], "int, like 5"),
        ([], [("language", "de")], "zh or en"),
    ],
)
def test_mistakes_are_told_before_anything_runs(corpus, notebooks, given, said):
    with pytest.raises(DataError, match=said):
        plan(corpus, notebooks, given)


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        ("x = 5", "7", 7),
        ("x = 0.5", "1", 1),
        ("x = 'a'", "2019", "2019"),
        ("x = 'a'", "None", "None"),
        ("x = False", "true", True),
        ("x = ['人']", "['户', '亩']", ["户", "亩"]),
        ("x = None", "石桥镇", "石桥镇"),
        ("x: str | None = None", "2019", "2019"),
        ("x: int", "3", 3),
    ],
)
def test_a_parameter_has_the_type_that_is_declared(project, corpus, cell, text, value):
    notebook(project / "a.ipynb", parameters=cell)
    (run,) = plan(corpus, ["a.ipynb"], [("x", text)])
    assert run.parameters["x"] == value and type(run.parameters["x"]) is type(value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- notebook: missing.ipynb", "missing.ipynb"),
        ("- notebook: short.ipynb\n  every: report", "every"),
        ("- notebook: short.ipynb\n  for_each: village", "report or township or county"),
        ("- notebook: short.ipynb\n  for_each: reports", "did you mean 'report'"),
        ("- notebook: short.ipynb\n  for_each: county", "no parameter 'county_code'"),
        ("- notebook: short.ipynb\n  language: cn", "zh or en"),
        ("- notebook: short.ipynb\n  timeout: soon", "seconds"),
        ("- notebook: short.ipynb\n  timeout: 0", "seconds"),
        ("notebook: short.ipynb", "no list"),
        ("- notebook: [", "YAML"),
        ("- notebook: !!python/object/apply:os.system ['true']", "YAML"),
        ("- notebook: short.ipynb\n  parameters: {tip: 1}", "did you mean 'top'"),
        ("- notebook: short.ipynb\n  parameters: {top: '5'}", "top is '5', a str"),
        ("- notebook: short.ipynb\n  parameters: {top: true}", "a bool"),
        ("- notebook: short.ipynb\n  parameters: {top: }", "without a value"),
        ("- notebook: short.ipynb\n  parameters: {report_id: 2021-05-01}", "a date"),
        ("- notebook: short.ipynb\n  title: '{townshp}'", "did you mean 'township'"),
        ("- notebook: short.ipynb\n  title: '{township.__class__}'", "no value for"),
        ("- notebook: short.ipynb\n  title: '{township'", "brace"),
    ],
)
def test_a_wrong_runs_yml_is_an_error(project, corpus, lines, said):
    listed(project, lines)
    with pytest.raises(DataError, match=said):
        plan(corpus)


def test_what_runs_yml_may_say(project, corpus):
    listed(
        project,
        "- notebook: short.ipynb\n  for_each: report\n  title: '{township}{period}年，前{top}项'\n  language: en\n"
        "  timeout: 90\n  cell_timeout: 9.5\n  reads: own\n  parameters: {top: 3}\n",
    )
    run = plan(corpus)[1]
    assert run.title == "石桥镇2021年，前3项" and run.parameters["language"] == "en" and run.reads == "own"
    assert (run.timeout, run.cell_timeout) == (90, 9.5)
    assert {run.language for run in plan(corpus, language="zh")} == {"zh"}


def test_a_parameter_without_a_default_needs_a_value(project, corpus):
    notebook(project / "a.ipynb", parameters="top: int\nname: str = '石桥镇'")
    assert parameters_of(project / "a.ipynb") == {"top": Required(), "name": "石桥镇"}
    with pytest.raises(DataError, match="'top' has no value"):
        plan(corpus, ["a.ipynb"])


def test_the_same_notebook_twice_has_two_names(project, corpus):
    listed(project, "- notebook: short.ipynb\n- notebook: short.ipynb\n")
    assert [run.name for run in plan(corpus)] == ["short", "short-2"]
    assert len(plan(corpus, ["short"])) == 2


@pytest.mark.parametrize(
    ("pattern", "count"), [("short", 2), ("*shiqiao*", 1), ("石桥镇*", 1), ("shiqiao-2021", 1), ("short-*-2020", 1)]
)
def test_only_some_of_the_pages(corpus, pattern, count):
    assert len(only(plan(corpus), [pattern])) == count


def test_only_what_there_is(corpus):
    with pytest.raises(DataError, match="did you mean 'shiqiao-2021'"):
        only(plan(corpus), ["shiqiao-2012"])


@pytest.mark.parametrize("cell", ["x = open('a')", "x = 1 +", "x[0] = 1"])
def test_parameters_must_be_plain_values(tmp_path, cell):
    with pytest.raises(DataError, match="parameters"):
        parameters_of(notebook(tmp_path / "a.ipynb", parameters=cell))


# --- how a run ended


@pytest.mark.parametrize(
    ("cell", "ended", "said", "done", "attempts"),
    [
        ("raise ValueError('坏了')", "error", "ValueError: 坏了", 3, 1),
        ("x = 1 /", "error", "SyntaxError", 3, 1),
        ("import os; os._exit(3)", "dead", "exit code 3", 3, 2),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "dead", "ended by SIGKILL", 3, 2),
        ("import time; time.sleep(60)", "cell-timeout", "longer than 1.5 s", 3, 1),
        ("import sys; sys.exit(0)", "stopped", "before its last cell", 4, 1),
    ],
)
def test_a_failure_is_told_with_how_far_it_came(project, launcher, cell, ended, said, done, attempts):
    path = notebook(project / "notebooks" / "bad.ipynb", "print('before')", cell, "print('after')")
    outcome = execute(Run(path, {"top": 3}, "bad", cell_timeout=1.5), launcher)
    assert outcome.ended == ended and said in outcome.error and "\x1b" not in outcome.error
    assert (outcome.done, outcome.cells) == (done, 5)  # with the defaults' cell and the injected one
    assert outcome.place == cell and outcome.attempts == attempts
    assert "before\n" in [out.get("text") for c in outcome.notebook.cells for out in c.get("outputs", [])]


def test_the_notebook_alone_would_lie(project, launcher):
    """Why the outcome comes from the exception: papermill's own record of a killed kernel is that all is well."""
    path = notebook(project / "a.ipynb", "import os; os._exit(1)")
    recorded = execute(Run(path), launcher).notebook.cells[-1].metadata.papermill
    assert recorded["status"] == "completed" and not recorded["exception"]


def test_a_kernel_that_dies_once_is_forgiven(project, launcher):
    """A second attempt is made with a dead kernel, and with nothing else."""
    cell = "from pathlib import Path; import os\nonce = Path('once')\nonce.exists() or (once.touch(), os._exit(1))"
    outcome = execute(Run(notebook(project / "a.ipynb", cell)), launcher)
    assert (outcome.ended, outcome.attempts) == ("ok", 2)
    failing = notebook(
        project / "b.ipynb", "Path = __import__('pathlib').Path\nPath('tries').open('a').write('x')", "1/0"
    )
    assert execute(Run(failing), launcher).attempts == 1
    assert (project / "tries").read_text() == "x"


def test_a_run_has_its_own_timeout(project, launcher):
    path = notebook(project / "a.ipynb", *["import time; time.sleep(0.8)"] * 5)
    began = time.monotonic()
    outcome = execute(Run(path, timeout=2, cell_timeout=60), launcher)
    assert (outcome.ended, outcome.error) == ("timeout", "TimeoutError: the notebook took longer than 2 s")
    assert time.monotonic() - began < 60


@pytest.mark.parametrize("kernels", ["warm", "jupyter's own"])
def test_parameters_can_be_read_in_the_notebook(project, launcher, kernels):
    values = {"report_id": "石桥镇“二〇二一”\\", "top": -5, "language": "zh"}
    path = notebook(project / "a.ipynb", "print(repr([report_id, top]))")
    outcome = execute(Run(path, values, "a"), launcher if kernels == "warm" else None)
    injected = outcome.notebook.cells[1]
    assert injected.source.splitlines()[1] == f"report_id = {values['report_id']!r}" and "石桥镇" in injected.source
    assert injected.metadata.tags == ["injected-parameters"]
    assert outcome.notebook.cells[-1].outputs[0].text == repr([values["report_id"], -5]) + "\n"
    assert outcome.notebook.metadata.papermill.parameters == values


def test_a_notebook_runs_in_its_own_folder_and_ours_stays(project, launcher):
    before, seen = os.getcwd(), []
    (project / "notebooks" / "beside.py").write_text("NAME = '好'", encoding="utf-8")
    path = notebook(project / "notebooks" / "{braces}.ipynb", "import os, beside; print(os.getcwd(), beside.NAME)")
    execute_all([Run(path)] * 3, lambda outcome: seen.append((os.getcwd(), outcome)), launcher, jobs=2)
    assert {folder for folder, _ in seen} == {before}
    assert {o.notebook.cells[-1].outputs[0].text for _, o in seen} == {f"{project / 'notebooks'} 好\n"}


def test_a_notebook_without_parameters_or_kernel_is_a_failure_like_others(project, launcher):
    path = project / "a.ipynb"
    path.write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', encoding="utf-8")
    assert "kernel" in execute(Run(path), launcher).error


def test_what_a_run_cost_is_known(project, launcher):
    path = notebook(project / "a.ipynb", "import time; time.sleep(0.3); x = bytearray(10**8)")
    outcome = execute(Run(path), launcher)
    assert 0.3 <= outcome.kernel_seconds <= outcome.seconds
    assert outcome.peak_memory > 10**8


def test_papermill_alone_runs_the_profile(tmp_path, monkeypatch):
    """For people who have only that."""
    import papermill

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    values = {"processed": str(built(tmp_path)), "report_id": "shiqiao-2021"}
    profile = ROOT / "notebooks" / "township-profile.ipynb"
    done = papermill.execute_notebook(str(profile), str(tmp_path / "out.ipynb"), values, progress_bar=False)
    assert "石桥镇" in str(done)


def test_an_interrupt_is_kept_until_the_imports_meanwhile_are_done():
    reached = []

    def meanwhile():
        signal.raise_signal(signal.SIGINT)
        reached.append("its end")

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        execute_all([], reached.append, meanwhile=meanwhile)
    assert reached == ["its end"] and signal.getsignal(signal.SIGINT) is before
