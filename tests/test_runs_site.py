"""The site that runs leave: whole or not at all, made again only where something changed."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import datetime

import nbformat
import pytest
from town import REPORT, ROOT, notebook, township
from town import project as project_in

import township_analysis as ta
from township_analysis.corpus import build
from township_analysis.errors import DataError
from township_analysis.runs import manifest
from township_analysis.runs.plan import plan
from township_analysis.runs.publish import Options, make_site, steps

COLD = Options(jobs=1, warm=False)
TIMES = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|[\d.]+ 秒|\d{4}-\d\d-\d\dT[^&\"<]+")


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(project_in(tmp_path, "- notebook: short.ipynb\n  for_each: report\n  reads: own\n"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@pytest.fixture
def out(project):
    return project / "reports"


def run(project, options=COLD, notebooks=()):
    """A run as the command makes it, from the tables as they are now."""
    corpus = ta.load()
    return make_site(plan(corpus, notebooks), corpus, project / "reports", options)


def made(done):
    return {page.name.removeprefix("short-") for page in done.pages if page.taken_from is None}


def rows_changed(project):
    raw = project / "data" / "raw"
    (raw / "shiqiao-2021.txt").write_text(REPORT.replace("9000吨", "9001吨"), encoding="utf-8")
    build(raw, project / "data" / "processed")


def test_one_fails_one_kills_itself_one_hangs_and_the_others_are_well(project, out):
    """And the next run takes over all but these."""
    bad = {"raises": "raise ValueError('<b>坏</b>')", "dies": "import os; os.kill(os.getpid(), 9)",
           "hangs": "while True: pass"}  # fmt: skip
    for name, cell in bad.items():
        notebook(project / "notebooks" / f"{name}.ipynb", "print('石桥镇的结果')", cell, "print('never')")
    extra = "".join(f"- notebook: {name}.ipynb\n  cell_timeout: 2\n  parameters: {{top: 3}}\n" for name in bad)
    yml = project / "notebooks" / "runs.yml"
    yml.write_text(extra + yml.read_text(encoding="utf-8"), encoding="utf-8")
    first = run(project, Options())
    ended = {page.name: page.ended for page in first.pages}
    assert ended == {"raises": "error", "dies": "dead", "hangs": "cell-timeout",
                     "short-qingshan-2020": "ok", "short-shiqiao-2021": "ok"}  # fmt: skip
    for name, said in {
        "raises": "&lt;b&gt;坏&lt;/b&gt;",
        "dies": "ended by SIGKILL",
        "hangs": "longer than 2 s",
    }.items():
        page = (out / "latest" / f"{name}.html").read_text(encoding="utf-8")
        assert (
            said in page
            and "<dt>top</dt><dd>3</dd>" in page
            and "石桥镇的结果" in page
            and "此页尚无成功的版本" in page
        )
        assert bad[name].split("'")[0] in page and "<pre>never" not in page
    index = (out / "latest" / "index.html").read_text(encoding="utf-8")
    assert index.count('class="card bad"') == 3 and 'href="short-shiqiao-2021.html"' in index
    assert made(run(project, Options())) == set(bad)


def test_the_pages_are_those_of_papermill_and_nbconvert(project, out):
    """In one process, one after the other, kernels as jupyter starts them: but for times the pages are the same."""
    from township_analysis.runs.execute import Outcome
    from township_analysis.runs.site import page_of

    (project / "notebooks" / "township-profile.ipynb").write_bytes(
        (ROOT / "notebooks" / "township-profile.ipynb").read_bytes()
    )
    (project / "notebooks" / "runs.yml").write_text("- notebook: township-profile.ipynb\n  for_each: report\n", "utf-8")
    corpus = ta.load()
    done = make_site(plan(corpus), corpus, out, Options(jobs=2))
    for planned, page in zip(plan(corpus), done.pages, strict=True):
        plain = by_papermill(planned)
        started = datetime.fromisoformat(page.started)
        outcome = Outcome(planned, plain, "ok", None, "", 0, 0, started, 0.0)
        ours = (out / "latest" / f"{page.name}.html").read_text(encoding="utf-8")
        assert TIMES.sub("", seen(ours)) == TIMES.sub("", seen(page_of(outcome, corpus, started)))
        assert planned.title.split()[0] in seen(ours) and len(seen(ours)) > 10_000


def by_papermill(planned):
    """What papermill makes; once more where another process took the port that jupyter had chosen for its kernel."""
    import papermill

    def execute():
        return papermill.execute_notebook(str(planned.notebook), None, dict(planned.parameters), progress_bar=False)

    try:
        return execute()
    except RuntimeError as error:
        if "Kernel didn't respond" not in str(error):
            raise
        return execute()


def seen(page):
    """Without the code that a switch shows: papermill quotes and escapes the injected values in its own way."""
    return re.sub(r'<pre class="ta-code".*?</pre>', "", page, flags=re.S)


def test_a_failure_leads_to_the_last_good_page(project, out):
    """However often it fails, and though older runs are removed."""
    path = project / "notebooks" / "short.ipynb"
    good = run(project)
    for _ in range(3):
        notebook(path, "raise ValueError('坏了')")
        done = run(project, Options(jobs=1, warm=False, keep=0))
        assert {page.last_good for page in done.pages} <= {page.started for page in good.pages}
        page = (out / "latest" / "short-shiqiao-2021.html").read_text(encoding="utf-8")
        assert 'href="short-shiqiao-2021.last-good.html"' in page
        assert "shiqiao-2021 5" in (out / "latest" / "short-shiqiao-2021.last-good.html").read_text(encoding="utf-8")
    assert len([path for path in out.iterdir() if path.name.startswith("20")]) == 1
    notebook(path, "print('好')")
    assert {page.last_good for page in run(project).pages} == {None}
    assert not list((out / "latest").glob("*.last-good.html"))


@pytest.mark.parametrize(
    ("change", "why", "again"),
    [
        (lambda p: None, (), set()),
        (lambda p: rows_changed(p), ("inputs",), {"shiqiao-2021"}),
        (lambda p: notebook(p / "notebooks" / "short.ipynb", "print(1)"), ("notebook_sha256",), "both"),
        (lambda p: (p / "notebooks" / "mine.py").write_text("X = 1"), ("inputs",), "both"),
        (lambda p: listed(p, "  parameters: {top: 6}\n"), ("parameters",), "both"),
        (lambda p: listed(p, "  title: 画像{period}\n"), ("title",), "both"),
        (lambda p: listed(p, "  language: en\n"), ("parameters", "language"), "both"),
        (lambda p: (p / "reports/latest/short-shiqiao-2021.html").write_text("x"), ("files",), {"shiqiao-2021"}),
        (lambda p: versions_changed(p), ("versions",), "both"),
        (lambda p: (p / "reports/latest/run.json").write_text("{"), ("new",), "both"),
    ],
)  # fmt: skip
def test_only_what_changed_is_made_again(project, out, change, why, again):
    first = run(project)
    manifest.folder_sum.cache_clear()
    change(project)
    both = {page.name.removeprefix("short-") for page in first.pages}
    corpus = ta.load()
    told = {step.run.name.removeprefix("short-"): step.why for step in steps(plan(corpus), corpus, out)}
    assert {name for name, found in told.items() if found} == (both if again == "both" else again)
    assert {found for found in told.values() if found} == ({why} if why else set())
    second = run(project)
    assert made(second) == (both if again == "both" else again)
    assert all(manifest.intact(page, out / "latest") for page in second.pages)


def listed(project, more):
    with (project / "notebooks" / "runs.yml").open("a", encoding="utf-8") as file:
        file.write(more)


def versions_changed(project):
    path = project / "reports" / "latest" / "run.json"
    path.write_text(re.sub(r'"pandas": "[^"]+"', '"pandas": "2.0"', path.read_text(encoding="utf-8")), encoding="utf-8")


def test_a_notebook_that_reads_all_is_made_again_with_any_row(project, out):
    path = project / "notebooks" / "runs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("own", "all"), encoding="utf-8")
    run(project)
    rows_changed(project)
    assert made(run(project)) == {"shiqiao-2021", "qingshan-2020"}


def test_force_makes_all_again(project):
    run(project)
    assert made(run(project, Options(jobs=1, warm=False, force=True))) == {"shiqiao-2021", "qingshan-2020"}


def test_the_manifest_says_what_was_made_from_what(project, out):
    run(project)
    written = json.loads((out / "latest" / "run.json").read_text(encoding="utf-8"))
    page = written["pages"][1]
    assert page["notebook"] == "short.ipynb" and len(page["notebook_sha256"]) == 64
    assert page["parameters"]["report_id"] == "shiqiao-2021" and page["reports"] == ["shiqiao-2021"]
    assert {len(value) for value in page["inputs"].values()} == {64}
    assert {"python", "township_analysis", "papermill", "pandas"} <= page["versions"].keys()
    assert page["ended"] == "ok" and page["seconds"] > page["kernel_seconds"] > 0 and page["peak_memory"] > 10**7
    assert page["files"].keys() == {"short-shiqiao-2021.html"}
    assert manifest.read(out / "latest").pages[1].name == "short-shiqiao-2021"


def test_only_some_are_asked_for_and_the_rest_stays(project, out):
    run(project)
    some = township("report", "--only", "石桥镇*", "--force", "--json", cwd=project)
    pages = {page["page"].rpartition("short-")[2]: page["taken_over"] for page in json.loads(some.stdout)["pages"]}
    assert pages == {"shiqiao-2021.html": False, "qingshan-2020.html": True}
    assert (out / "latest" / "short-qingshan-2020.html").is_file()


def test_the_executed_notebooks_are_kept_on_request(project, out):
    run(project)
    run(project, Options(jobs=1, warm=False, notebooks=True))
    left = nbformat.read(out / "latest" / "short-shiqiao-2021.ipynb", as_version=4)
    assert left.cells[1].source.splitlines()[1:] and left.cells[2].outputs[0].text == "shiqiao-2021 5\n"


def test_older_runs_go_when_told(project, out):
    for _ in range(4):
        run(project, Options(jobs=1, warm=False, keep=2))
    (out / "other").mkdir()
    (out / "2024-05-01T12-00-00").mkdir()
    run(project, Options(jobs=1, warm=False, keep=1))
    names = sorted(path.name for path in out.iterdir() if path.name not in (".lock", "latest", "other"))
    assert len(names) == 2 and (out / "latest").resolve().name == names[-1] and (out / "other").is_dir()


def test_a_copied_latest_is_replaced_as_well(project, out):
    """As on Windows, where links need a right; also after a crash between the two renames."""
    run(project)
    copied(out)
    assert made(run(project)) == set() and (out / "latest" / "index.html").is_file()
    copied(out)
    (out / "latest").rename(out / ".old-1")
    assert made(run(project)) == set() and not list(out.glob(".old-*"))


def copied(out):
    import shutil

    target = (out / "latest").resolve()
    (out / "latest").unlink()
    shutil.copytree(target, out / "latest")


def test_two_runs_do_not_meet(project, out):
    holds = "import time\nfrom pathlib import Path\nfrom township_analysis.runs.folders import alone\n"
    holds += "with alone(Path('reports')):\n    print('held', flush=True)\n    time.sleep(60)"
    out.mkdir()
    other = subprocess.Popen([sys.executable, "-c", holds], cwd=project, stdout=subprocess.PIPE)
    try:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DataError, match="Another run"):
            run(project)
        assert {path.name for path in out.iterdir()} == {".lock"}
    finally:
        other.kill()
        other.communicate()
    assert made(run(project)) == {"shiqiao-2021", "qingshan-2020"}  # the lock went with its holder


def started(project, *arguments):
    code = "import sys; sys.argv[0] = 'township'; from township_analysis.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "report", *arguments], cwd=project, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def whole(site):
    """The manifest of a site in which every file is as it was written."""
    done = manifest.read(site)
    assert done and (site / "index.html").is_file() and all(manifest.intact(page, site) for page in done.pages)
    return done


def test_a_run_killed_at_any_moment_leaves_the_last_good_site(project, out):
    """Five moments here; scripts/kill_runs.py does fifty."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from kill_runs import killed
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    assert killed(project, count=5, seed=1) == []


@pytest.mark.parametrize(
    ("where", "newest"),
    [
        ("publish.manifest.write", 1),
        ("publish.free", 1),
        ("publish.point_latest", 1),
        ("os.replace", 1),
        ("publish.prune", 2),
    ],
)
def test_a_run_killed_while_it_is_put_in_place_does_no_harm(project, out, where, newest):
    """The moments that random ones hardly meet; `newest` is the run that latest leads to afterwards."""
    run(project)
    code = (
        "import os, township_analysis as ta\nfrom township_analysis.runs import publish\n"
        "from township_analysis.runs.plan import plan\n"
        f"{where} = lambda *_: os.kill(os.getpid(), 9)\ncorpus = ta.load()\n"
        "publish.make_site(plan(corpus), corpus, publish.Path('reports'), publish.Options(force=True))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=project).returncode == -signal.SIGKILL
    names = sorted(path.name for path in out.iterdir() if path.name.startswith("20"))
    assert (out / "latest").resolve().name == names[newest - 1] and len(whole(out / "latest").pages) == 2
    assert made(run(project)) == set()
    assert not [path for path in out.iterdir() if path.name.startswith((".draft", ".latest"))]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_clears_up_and_says_so(project, out, number):
    run(project)
    notebook(project / "notebooks" / "long.ipynb", "import time; time.sleep(100)")
    process = started(project, "notebooks/long.ipynb")
    deadline = time.monotonic() + 60
    while not list(out.glob(".draft-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(random.Random(1).uniform(0, 3))
    os.kill(process.pid, number)
    assert process.wait(timeout=20) == 2
    assert not list(out.glob(".draft-*")) and len(whole(out / "latest").pages) == 2


def test_the_command_prints_the_address_and_a_line_for_each_page(project, out):
    done = township("report", "-p", "report_id", "shiqiao-2021", cwd=project)
    assert done.returncode == 0 and done.stdout.strip() == str(out / "latest" / "index.html")
    assert re.fullmatch(r"1/1 short-shiqiao-2021 石桥镇 2021 [\d.]+ s\n", done.stderr)
    again = township("report", "-p", "report_id", "shiqiao-2021", cwd=project)
    assert again.stderr == "1/1 short-shiqiao-2021 石桥镇 2021 taken over\n"


def test_dry_run_says_what_and_why_and_writes_nothing(project, out):
    first = township("report", "--dry-run", cwd=project, LANG="zh_CN.UTF-8")
    assert first.stdout.splitlines()[0] == "运行 short-qingshan-2020 青山乡 2020：新页面" and not out.exists()
    run(project)
    again = township("report", "--dry-run", "--json", "--force", cwd=project)
    assert [page["why"] for page in json.loads(again.stdout)] == [["forced"], ["forced"]]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["notebooks/bad.ipynb"], 1, "ValueError: 坏了"),
        (["-p", "reportid", "x"], 2, "report_id"),
        (["--only", "shiqia"], 2, "did you mean"),
        (["--language", "de"], 2, "zh or en"),
        (["--to", "pdf"], 2, "html"),
        (["--jobs", "0"], 2, "jobs"),
    ],
)
def test_exit_codes(project, out, arguments, code, said):
    notebook(project / "notebooks" / "bad.ipynb", "raise ValueError('坏了')")
    done = township("report", *arguments, cwd=project)
    assert done.returncode == code and said in done.stderr
    assert out.exists() == (code == 1)


@pytest.mark.parametrize(
    ("arguments", "said"), [(["notebooks/bad.ipynb"], "bad"), (["-p", "reportid", "x"], "reportid")]
)
def test_a_command_is_run_on_failure(project, arguments, said):
    notebook(project / "notebooks" / "bad.ipynb", "raise ValueError('坏了')")
    teller = project / "tell it.py"
    teller.write_text("import pathlib, sys; pathlib.Path('told').write_text(sys.stdin.read())", encoding="utf-8")
    done = township("report", *arguments, "--on-failure", f"'{sys.executable}' '{teller}'", cwd=project)
    assert done.returncode in (1, 2) and said in (project / "told").read_text(encoding="utf-8")


def test_a_command_on_failure_that_fails_is_told(project):
    done = township("report", "-p", "x", "1", "--on-failure", "/no/such/command", cwd=project)
    assert done.returncode == 2 and "/no/such/command" in done.stderr
