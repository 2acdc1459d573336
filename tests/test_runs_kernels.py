"""Kernels that are forked from one process: as good as ordinary ones, apart from one another, and never left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from town import ROOT, built, notebook

from township_analysis.runs.execute import execute, execute_all
from township_analysis.runs.kernels import CAN_FORK, LaunchedProvisioner, Launcher
from township_analysis.runs.plan import Run

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="kernels are forked on Linux and macOS only")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

# What a notebook may find, and change, in its process.
STATE = """
import gc, locale, logging, os, signal, sys, threading, warnings
import jieba, matplotlib, matplotlib.colors, matplotlib.pyplot as plt, numpy, pandas
found = {
    "argv": len(sys.argv) > 1, "path": sys.path, "cwd": os.getcwd(),
    "environ": {k: v for k, v in os.environ.items() if k not in ("JPY_PARENT_PID", "PYDEVD_USE_FRAME_EVAL")},
    "rc": dict(matplotlib.rcParams), "backend": matplotlib.get_backend(), "colours": matplotlib.colors.to_rgb("b"),
    "figures": plt.get_fignums(), "pandas": pandas.get_option("display.max_rows"), "errors": numpy.geterr(),
    "word": "石桥镇新村" in jieba.dt.FREQ, "main": [n for n in ("launcher", "control") if n in globals()],
    "threads": len(threading.enumerate()), "locale": locale.setlocale(locale.LC_ALL),
    "signals": [str(signal.getsignal(s)) for s in (signal.SIGTERM, signal.SIGCHLD)], "tracing": gc.isenabled(),
    "leader": os.getsid(0) == os.getpid(), "root": [type(h).__name__ for h in logging.getLogger().handlers],
    "codec": sys.stdout.encoding, "recursion": sys.getrecursionlimit(),
}
import json
print(json.dumps(found, default=str, sort_keys=True))
"""
MUTATE = """
import os, sys, builtins, matplotlib, pandas, jieba, numpy, township_analysis.lang.labels as labels
matplotlib.rcParams["font.size"] = 99; pandas.set_option("display.max_rows", 7); jieba.add_word("石桥镇新村")
os.environ["LEAK"] = "1"; os.chdir("/"); sys.path.insert(0, "/leak"); numpy.seterr(all="raise"); builtins.leak = 1
labels.label = None; sys.setrecursionlimit(5000); matplotlib.pyplot.figure()
"""


@pytest.fixture(autouse=True)
def at(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def warm():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        with Launcher() as launcher:
            yield launcher


def printed(folder, launcher, *cells):
    outcome = execute(Run(notebook(folder / "a.ipynb", *cells)), launcher)
    assert outcome.error is None, outcome.error
    return "".join(out.get("text", "") for out in outcome.notebook.cells[-1].outputs)


def test_a_notebook_finds_what_it_would_find_in_an_ordinary_kernel(at, warm):
    import json

    forked, ordinary = (json.loads(printed(at, launcher, STATE)) for launcher in (warm, None))
    assert forked == ordinary


def test_what_a_notebook_changes_does_not_reach_the_next(at, warm):
    before = printed(at, warm, STATE)
    printed(at, warm, MUTATE)
    assert printed(at, warm, STATE) == before
    assert printed(at, warm, "import builtins; print(hasattr(builtins, 'leak'))") == "False\n"


def test_a_kernel_that_is_quick_may_be_writing_its_connection_file(at, warm, monkeypatch):
    launch = LaunchedProvisioner.launch_kernel

    async def overtaken(self, cmd, **settings):
        answer = await launch(self, cmd, **settings)
        await asyncio.sleep(3)  # it has read the file, and is about to write it anew
        Path(self.parent.connection_file).write_text("", encoding="utf-8")
        return answer

    monkeypatch.setattr(LaunchedProvisioner, "launch_kernel", overtaken)
    assert printed(at, warm, "print(1)") == "1\n"


def test_two_notebooks_do_not_draw_the_same_numbers(at, warm):
    draw = "import random, uuid, numpy; print(random.random(), numpy.random.rand(), uuid.uuid4())"
    assert not set(printed(at, warm, draw).split()) & set(printed(at, warm, draw).split())


@pytest.mark.parametrize("cell", ["import matplotlib.pyplot as plt; plt.plot([1, 2]); None", "%matplotlib inline\nimport seaborn; seaborn.barplot(x=[1], y=[2])"])  # fmt: skip
def test_plots_are_shown(at, warm, cell):
    outcome = execute(Run(notebook(at / "a.ipynb", cell)), warm)
    assert any("image/png" in out.get("data", {}) for out in outcome.notebook.cells[-1].outputs)


def test_threads_parquet_and_processes_work_in_a_fork(at, warm):
    cell = (
        "import pandas, pyarrow, subprocess, multiprocessing\nfrom concurrent.futures import ThreadPoolExecutor\n"
        f"table = pandas.read_parquet({str(built(at) / 'figures.parquet')!r})\n"
        "print(len(table) > 5, sum(ThreadPoolExecutor(4).map(abs, range(-99, 1))))\n"
        "print(multiprocessing.get_context('fork').Pool(2).map(abs, [-1, -2]), subprocess.run(['true']).returncode)"
    )
    assert printed(at, warm, cell) == "True 4950\n[1, 2] 0\n"


@linux
def test_the_launcher_has_one_thread_and_nothing_open_that_a_fork_would_share(at, warm):
    printed(at, warm, "1")
    here = Path("/proc") / str(warm._process.pid)
    assert len(list((here / "task").iterdir())) == 1
    opened = [os.readlink(path) for path in (here / "fd").iterdir()]
    assert not [name for name in opened if "event" in name or name.endswith(".parquet")]  # zmq's context has eventfds


@linux
def test_kernels_end_with_their_run_and_take_with_them_what_they_started(at, warm):
    cell = "import os, subprocess; child = subprocess.Popen(['sleep', '600']); print(os.getpid(), child.pid)"
    pids = printed(at, warm, cell).split()
    assert gone(pids)
    dying = execute(Run(notebook(at / "b.ipynb", cell, "os._exit(1)")), warm)
    assert gone(dying.notebook.cells[-2].outputs[0].text.split())


@linux
@pytest.mark.parametrize("killed", ["asker", "launcher", "closed"])
def test_no_kernel_outlives_asker_or_launcher(at, killed):
    notebook(at / "long.ipynb", "import os; open('pid', 'w').write(str(os.getpid()))", "while True: pass")
    code = (
        "import threading, time\nfrom pathlib import Path\nfrom township_analysis.runs.kernels import Launcher\n"
        "from township_analysis.runs.execute import execute\nfrom township_analysis.runs.plan import Run\n"
        "launcher = Launcher(); launcher.begin(); run = Run(Path('long.ipynb').resolve())\n"
        "threading.Thread(target=execute, args=(run, launcher), daemon=True).start()\n"
        "print(launcher._process.pid, flush=True); input(); launcher.close(); print('closed', flush=True); input()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8", "stderr": subprocess.DEVNULL}
    asker = subprocess.Popen([sys.executable, "-c", code], cwd=at, **pipes)
    try:
        launcher = asker.stdout.readline().strip()
        deadline = time.monotonic() + 60
        while not ((at / "pid").exists() and (at / "pid").read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        kernel = (at / "pid").read_text()
        if killed == "closed":
            asker.stdin.write("\n"), asker.stdin.flush()
            assert asker.stdout.readline() == "closed\n"
        else:
            os.kill(asker.pid if killed == "asker" else int(launcher), signal.SIGKILL)
        assert gone([kernel])
        assert killed == "launcher" or gone([launcher])
    finally:
        asker.kill()
        asker.communicate()


def gone(pids):
    """Whether none of the processes runs any more, after a moment."""
    deadline = time.monotonic() + 10
    while (alive := [pid for pid in pids if runs(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive


def runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_launcher_that_died_is_started_anew(at, warm):
    with Launcher() as launcher:
        printed(at, launcher, "1")
        launcher._process.kill()
        launcher._process.wait()
        assert printed(at, launcher, "print('好')") == "好\n"


def test_many_at_a_time(at, warm):
    seen = []
    path = notebook(at / "a.ipynb", "import time; time.sleep(0.2); print(top)")
    execute_all([Run(path, {"top": n}) for n in range(8)], seen.append, warm, jobs=4)
    assert sorted(int(o.notebook.cells[-1].outputs[0].text) for o in seen) == list(range(8))


class Watched(Launcher):
    """A launcher that keeps the kernels it started."""

    def __init__(self):
        super().__init__()
        self.kernels = []

    def start(self, *about):
        kernel = super().start(*about)
        self.kernels.append(kernel)
        return kernel


def test_a_kernel_that_is_told_to_end_ends_by_itself(at):
    """None is waited for until it has to be killed; printing to the last is when they would wait for themselves."""
    path = notebook(at / "a.ipynb", "print('好' * 1000)")
    with Watched() as launcher:
        execute_all([Run(path, {"top": n}) for n in range(24)], lambda outcome: None, launcher, jobs=4)
    assert [kernel.poll() for kernel in launcher.kernels] == [0] * 24


@pytest.mark.parametrize("name", ["cold", "warm"])
def test_every_kernel_says_how_it_ended(at, warm, name):
    with Launcher(warm=False) as cold:
        outcome = execute(Run(notebook(at / "a.ipynb", "import os; os._exit(7)")), {"cold": cold, "warm": warm}[name])
    assert outcome.ended == "dead" and "exit code 7" in outcome.error and outcome.peak_memory > 10**7


def test_what_cannot_be_loaded_ahead_costs_time_only(at, monkeypatch, capfd):
    broken = at / "broken"
    broken.mkdir()
    (broken / "seaborn.py").write_text("raise ImportError('seaborn is broken')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{broken}{os.pathsep}{ROOT}")
    with Launcher() as launcher:
        assert printed(at, launcher, "print('好')") == "好\n"
    assert "seaborn is broken" in capfd.readouterr().err
