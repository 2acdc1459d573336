"""The notebooks of the project: clean in the tree, whole when they run."""

import json
import re

import nbformat
import pytest
import yaml
from town import ROOT, built

from township_analysis.runs.execute import execute
from township_analysis.runs.parameters import parameters_of
from township_analysis.runs.plan import Run

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ONE_LINE = re.compile(r"^\w+ = .+  # .+$")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_outputs_are_stripped(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None


def test_cells_are_short_and_only_call_the_package(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            assert len([line for line in cell.source.splitlines() if line.strip()]) <= 4, cell.source
            assert not re.search(r"^\s*(def|class|for|while|if|try)\b", cell.source, re.M), cell.source


def test_parameters_are_one_assignment_a_line_with_its_help(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(cells) == 1
    assert all(ONE_LINE.match(line) for line in cells[0].source.splitlines())
    assert parameters_of(path)["processed"] == "" and parameters_of(path)["language"] == "zh"


def test_every_notebook_is_in_runs_yml():
    listed = yaml.safe_load((ROOT / "notebooks" / "runs.yml").read_text(encoding="utf-8"))
    assert {entry["notebook"] for entry in listed} == {path.name for path in NOTEBOOKS}


def test_it_runs_from_its_folder_as_it_is(path, tmp_path, monkeypatch):
    monkeypatch.setenv("TOWNSHIP_PROCESSED", str(built(tmp_path)))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    outcome = execute(Run(path, {}, path.stem))
    assert outcome.error is None, outcome.error
    assert "ta-source" in json.dumps(outcome.notebook)
