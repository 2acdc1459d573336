"""The notebooks of the project: clean in the tree, whole when they run."""

import json
import re
import shutil

import nbformat
import pytest
import yaml
from county import built_county
from town import PLAIN, ROOT, raw_folder, township

from township_analysis.runs.execute import execute
from township_analysis.runs.plan import Run, parameters_of

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = ["codebook", "comparison", "corpus-overview", "township-history", "township-profile"]
ONE_LINE = re.compile(r"^\w+ = .+  # .+$")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    return built_county(tmp_path_factory.mktemp("county"))


def cells(path, kind="code"):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_there_are_four():
    assert [path.stem for path in NOTEBOOKS] == NAMES


def test_outputs_are_stripped(path):
    for cell in cells(path):
        assert not cell.outputs and cell.execution_count is None


def test_cells_are_short_and_only_call_the_package(path):
    for cell in cells(path):
        if "parameters" in cell.metadata.get("tags", []):
            continue
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= 4, cell.source
        assert not re.search(r"^\s*(def|class|for|while|if|try)\b", cell.source, re.M), cell.source


def test_parameters_are_one_assignment_a_line_with_its_help(path):
    found = [cell for cell in cells(path) if "parameters" in cell.metadata.get("tags", [])]
    assert len(found) == 1
    assert all(ONE_LINE.match(line) for line in found[0].source.splitlines())
    assert parameters_of(path)["processed"] == "" and parameters_of(path)["language"] == "zh"


def test_it_begins_with_what_can_be_changed_and_has_a_title_in_both_languages(path):
    assert "可以改什么 · What can be changed" in cells(path, "markdown")[0].source
    assert " · " in nbformat.read(path, as_version=4).metadata["title"]


def test_every_notebook_is_in_runs_yml():
    listed = yaml.safe_load((ROOT / "notebooks" / "runs.yml").read_text(encoding="utf-8"))
    assert {entry["notebook"] for entry in listed} == {path.name for path in NOTEBOOKS}


def test_it_runs_from_its_folder_as_it_is_and_complains_of_nothing(path, county, monkeypatch):
    monkeypatch.setenv("TOWNSHIP_PROCESSED", str(county))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    outcome = execute(Run(path, {}, path.stem))
    assert outcome.error is None, outcome.error
    code = [cell for cell in outcome.notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "stream"] == []
    assert "<h1>" in json.dumps([output.data["text/html"] for output in outputs if "text/html" in output.data])


def test_a_report_that_is_added_is_in_every_page_after_the_next_run(tmp_path):
    raw = raw_folder(tmp_path / "data" / "raw")
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns(".*"))
    sources = ["file,township_code,period,url,retrieved", "qingshan-2020.txt,522627112,,,"]
    (raw / "sources.csv").write_text("\n".join(sources), encoding="utf-8")
    assert township("build", cwd=tmp_path).returncode == township("report", cwd=tmp_path).returncode == 0
    added = PLAIN.replace("2020", "2021").replace("8600", "8700")
    (raw / "qingshan-2021.txt").write_text(added, encoding="utf-8")
    (raw / "sources.csv").write_text("\n".join([*sources, "qingshan-2021.txt,522627112,,,"]), encoding="utf-8")
    assert township("build", cwd=tmp_path).returncode == township("report", cwd=tmp_path).returncode == 0
    latest = tmp_path / "reports" / "latest"
    pages = ("index", "corpus-overview", "township-history-522627112")
    for page in pages:
        assert "township-profile-qingshan-2021.html" in (latest / f"{page}.html").read_text(encoding="utf-8"), page
    for page in ("comparison", "township-history-522627112", "township-profile-qingshan-2021"):
        assert "8,700" in (latest / f"{page}.html").read_text(encoding="utf-8"), page
