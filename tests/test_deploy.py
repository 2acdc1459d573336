"""What schedulers are given: each file as its own program reads it, and the one command behind all of them."""

import ast
import getpass
import os
import re
import shutil
import subprocess
import sys
import time

import pytest
import yaml
from town import ROOT, notebook, project

DEPLOY = ROOT / "deploy"
HOME = "/srv/township"


@pytest.fixture
def here(tmp_path):
    """A project with deploy/ in it and a `township` of its own."""
    project(tmp_path, "- notebook: short.ipynb\n")
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    program = tmp_path / ".venv" / "bin" / "township"
    program.parent.mkdir(parents=True)
    code = "from township_analysis.cli import main; main()"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "{code}" "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def nightly(here, *arguments, **variables):
    return subprocess.run(
        [here / "deploy" / "nightly.sh", *arguments], cwd="/", capture_output=True, encoding="utf-8",
        env={**os.environ, **variables}, timeout=300,
    )  # fmt: skip


def test_the_command_builds_and_renders(here):
    done = nightly(here)
    assert done.returncode == 0 and (here / "reports" / "latest" / "short.html").is_file()


def test_it_ends_with_the_worse_code(here):
    (here / "data" / "raw" / "empty.txt").write_bytes(b"")
    assert nightly(here).returncode == 1 and (here / "reports" / "latest" / "short.html").is_file()
    assert nightly(here, "--language", "de").returncode == 2
    notebook(here / "notebooks" / "short.ipynb", "1 / 0")
    (here / "data" / "raw" / "empty.txt").unlink()
    assert nightly(here).returncode == 1


def test_every_scheduler_calls_it():
    for name in ("township-report.service", "crontab", "github-actions.yml", "airflow_dag.py"):
        assert "deploy/nightly.sh" in (DEPLOY / name).read_text("utf-8"), name


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
@pytest.mark.parametrize("unit", ["township-report.service", "township-report.timer", "township-report-failed.service"])
def test_systemd_takes_the_units(here, unit):
    """With the program and the user that this machine has in the place of those that it has not."""
    for path in (here / "deploy").glob("township-report*"):
        text = path.read_text("utf-8").replace(HOME, str(here)).replace("User=township", f"User={getpass.getuser()}")
        path.write_text(text.replace("/usr/bin/logger", shutil.which("logger") or "/bin/sh"), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit], cwd=here / "deploy", capture_output=True, encoding="utf-8"
    )
    said = [line for line in done.stderr.splitlines() if "township" in line]
    assert done.returncode == 0 and said == [], done.stderr


def test_the_timer_makes_up_for_what_was_missed_and_failure_is_told():
    assert "Persistent=true" in (DEPLOY / "township-report.timer").read_text("utf-8")
    assert "OnFailure=township-report-failed.service" in (DEPLOY / "township-report.service").read_text("utf-8")


def test_the_workflow_publishes_what_the_night_left():
    workflow = yaml.safe_load((DEPLOY / "github-actions.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
    assert "actions/upload-pages-artifact" in used and used.index("actions/upload-pages-artifact") < len(used) - 1
    assert job["steps"][-1]["run"] == "exit ${{ steps.night.outputs.code }}"
    assert workflow["concurrency"]["cancel-in-progress"] is False


def test_the_dag_has_one_task_that_calls_the_command():
    tree = ast.parse((DEPLOY / "airflow_dag.py").read_text("utf-8"))
    calls = {
        node.func.id: node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    given = {
        word.arg: ast.literal_eval(word.value)
        for word in calls["BashOperator"].keywords
        if word.arg != "execution_timeout"
    }
    assert given["bash_command"] == f"{HOME}/deploy/nightly.sh " and given["retries"] == 0


def test_the_crontab_has_one_line_that_flock_guards():
    lines = (DEPLOY / "crontab").read_text("utf-8").splitlines()
    (job,) = [line for line in lines if re.match(r"[\d*]", line)]
    assert job.startswith("0 3 * * * flock --nonblock ") and job.endswith("2>&1")


@pytest.mark.slow
def test_a_real_cron_runs_it(here):
    """Debian's cron, for two minutes: the crontab as it is, but every minute and with this project's folder."""
    if not shutil.which("cron"):
        pytest.skip("cron is not installed")
    if os.geteuid():
        pytest.skip("a cron of our own needs root")
    if subprocess.run(["pgrep", "-x", "cron"], capture_output=True).returncode == 0:
        pytest.skip("a cron is running already")
    table = (DEPLOY / "crontab").read_text("utf-8").replace(HOME, str(here)).replace("0 3 * * *", "* * * * *")
    before = subprocess.run(["crontab", "-l"], capture_output=True, encoding="utf-8")
    subprocess.run(["crontab", "-"], input=table, encoding="utf-8", check=True)
    cron = subprocess.Popen(["cron", "-f"])
    try:
        deadline = time.monotonic() + 150
        while len(runs := list((here / "reports").glob("20*"))) < 2 and time.monotonic() < deadline:
            time.sleep(1)
        assert len(runs) >= 2, (here / "nightly.log").read_text("utf-8")
        log = (here / "nightly.log").read_text("utf-8")
        assert "1/1 short" in log and log.count("latest/index.html") >= 1
        assert (here / "reports" / "latest" / "short.html").is_file()
    finally:
        cron.terminate()
        cron.wait()
        restore = ["crontab", "-"] if before.returncode == 0 else ["crontab", "-r"]
        subprocess.run(restore, input=before.stdout, encoding="utf-8", check=True)
