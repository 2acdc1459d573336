"""JupyterLab itself: a notebook opened in the browser and run there."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chromium import chromium, executable
from county import built_county
from town import ROOT

SECONDS = 90
CELLS = "[...jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type === 'code').map(cell => cell.toJSON())"


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab over a copy of the notebooks."""
    executable()
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    environment = os.environ | {
        "TOWNSHIP_PROCESSED": str(built_county(tmp_path)), "PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"), "JUPYTER_DATA_DIR": str(tmp_path / "data-dir"),
    }  # fmt: skip
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--port=0", "--expose-app-in-browser",
               "--ServerApp.ip=127.0.0.1"]  # fmt: skip
    with (tmp_path / "lab.log").open("w") as log:
        process = subprocess.Popen(command, cwd=tmp_path / "notebooks", env=environment, stdout=log, stderr=log)
    try:
        yield _address(tmp_path, process)
    finally:
        process.terminate()
        process.wait(30)


def _address(folder: Path, process: subprocess.Popen) -> str:
    end = time.monotonic() + SECONDS
    while not (written := list((folder / "runtime").glob("jpserver-*.json"))):
        assert process.poll() is None and time.monotonic() < end, (folder / "lab.log").read_text()[-2000:]
        time.sleep(0.2)
    server = json.loads(written[0].read_text())
    return f"{server['url']}lab/tree/{{}}?token={server['token']}"


@pytest.mark.parametrize("notebook", ["township-profile.ipynb"])
def test_a_notebook_runs_in_the_browser(lab, notebook):
    with chromium() as tab:
        tab.open(lab.format(notebook), 1280)
        tab.until(
            "window.jupyterapp?.shell.currentWidget?.context?.sessionContext?.session?.kernel?.status === 'idle'",
            SECONDS,
        )
        tab.evaluate("void jupyterapp.commands.execute('notebook:run-all-cells')")
        tab.until(f"{CELLS}.every(cell => cell.execution_count)", SECONDS)
        tab.until("document.querySelector('.jp-OutputArea-output .ta h1')")
        outputs = [output for cell in tab.evaluate(CELLS) for output in cell["outputs"]]
        assert {output["output_type"] for output in outputs} == {"execute_result"}
        assert any("ta-source" in "".join(output["data"]["text/html"]) for output in outputs)
