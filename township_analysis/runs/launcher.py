"""The process that starts kernels, a program of its own: ``python -m township_analysis.runs.launcher FD warm|cold``.

Warm, it imports once what the reports need and forks every kernel from itself. A fork carries one thread over and
shares whatever is open; therefore nothing here starts a thread, makes a zmq context or opens a table before the fork.
Cold, it starts kernels as programs, which costs seconds each and shares nothing.

Either way the kernels are its children: it tells how each of them ended and what memory it took, and it kills all of
them once the process that asked for them is gone, however that ended.

The asker sends the end of a channel through the control socket, and through the channel a line of JSON: argv, env, cwd.
The answer is the kernel's pid in a line, and when the kernel has ended its exit code and its peak memory in another.
"""

import ctypes
import gc
import json
import os
import select
import signal
import socket
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

KERNEL = "ipykernel_launcher"  # the module that a Python kernel's command line names
# Not matplotlib's inline backend, which ties itself to a kernel when it is imported.
PRELOADED = tuple(
    """
    IPython.core.completerlib IPython.core.debugger IPython.core.oinspect IPython.extensions.storemagic
    ipykernel.debugger ipykernel.ipkernel ipykernel.kernelapp psutil tornado.platform.asyncio
    pandas pandera.pandas pyarrow.dataset pyarrow.pandas_compat pyarrow.parquet
    matplotlib.backends.backend_agg matplotlib.backends.backend_svg matplotlib.pyplot seaborn
    """.split()
)
PR_SET_PDEATHSIG = 1


def main() -> None:
    """Start kernels until the control socket closes; in a forked kernel, be the kernel."""
    _, descriptor, mode = sys.argv
    if not sys.flags.safe_path:
        del sys.path[0]  # the working directory, which is not that of the notebooks
    control, warm = socket.socket(fileno=int(descriptor)), mode == "warm"
    try:
        if warm and not preload(control):
            return
    except Exception:  # a notebook that needs what is broken will say so; the others shall not suffer
        traceback.print_exc()
        warm = False
    request = serve(control)
    if request:
        become(**request, warm=warm)


def preload(control: socket.socket) -> bool:
    """Import and load what takes long and is the same for every report; no setting is changed by it.

    Returns:
        False if the asker has gone away meanwhile.
    """
    import importlib
    import pkgutil

    from township_analysis import pages

    gc.disable()  # until all is loaded there is nothing to collect
    ours = [f"{pages.__name__}.{module.name}" for module in pkgutil.iter_modules(pages.__path__)]
    for module in [*PRELOADED, *ours]:
        importlib.import_module(module)
        if select.select([control], [], [], 0)[0] and not control.recv(1, socket.MSG_PEEK):
            return False
    _draw()
    _segment()
    _check()
    gc.enable()
    gc.collect()
    gc.freeze()  # what is loaded is not looked at again, and so stays shared with the kernels
    return True


def _draw() -> None:
    """A figure with Chinese in it: registers the font and fills matplotlib's caches; the theme is taken back."""
    import io

    import matplotlib
    import seaborn
    from matplotlib.figure import Figure

    from township_analysis.pages import style

    with matplotlib.rc_context():
        style.set_theme()
        figure = Figure()
        figure.add_subplot().set_title("石桥镇 2021")
        figure.savefig(io.BytesIO(), format="svg", bbox_inches="tight")
    seaborn.set_color_codes("reset")


def _segment() -> None:
    """The dictionaries of jieba and OpenCC."""
    from township_analysis.lang.script import aligned
    from township_analysis.text.keywords import keywords

    keywords(aligned("油茶改造。油茶基地。"))


def _check() -> None:
    """The schemas of the tables."""
    from township_analysis import fields

    for table in fields.TABLES:
        fields.check(table, fields.frame(table))


def serve(control: socket.socket) -> dict[str, Any] | None:
    """Start what is asked for and tell how it ended. Returns in a kernel, with its request, or when all is over."""
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker)
    kernels: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 1000)
            _reap(kernels)
        if control.fileno() not in ready:
            continue
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            for pid in kernels:
                _kill_group(pid)
            return None
        channel = socket.socket(fileno=descriptors[0])
        request = json.loads(channel.makefile("rb").readline())
        if (pid := os.fork()) == 0:
            _detach(control, channel, *kernels.values())
            os.close(woken)
            os.close(waker)
            return request
        kernels[pid] = channel
        channel.sendall(b"%d\n" % pid)


def _reap(kernels: dict[int, socket.socket]) -> None:
    """Tell about the kernels that have ended, and end what they started."""
    with suppress(ChildProcessError):  # none is left
        while (ended := os.wait4(-1, os.WNOHANG))[0]:
            pid, status, usage = ended
            _kill_group(pid)
            peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
            channel = kernels.pop(pid)
            with suppress(OSError):  # nobody wants to know any more
                channel.sendall(b"%d %d\n" % (os.waitstatus_to_exitcode(status), peak))
            channel.close()


def _kill_group(pid: int) -> None:
    """A kernel leads a group of its own, with all that it has started."""
    with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group of zombies
        os.killpg(pid, signal.SIGKILL)


def _detach(*sockets: socket.socket) -> None:
    """In a new kernel: let go of what belongs to the launcher, and die with it."""
    launcher = os.getppid()
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for each in sockets:
        each.close()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != launcher:
            os._exit(1)


def become(argv: list[str], env: dict[str, str], cwd: str, warm: bool) -> None:
    """Be the kernel that the command line names: by taking over what is loaded, else as a new program."""
    os.chdir(cwd)
    parent = str(os.getppid())
    if not (warm and is_own_kernel(argv)):
        os.execvpe(argv[0], argv, {**env, "JPY_PARENT_PID": parent})
    os.environ.clear()
    os.environ.update(env)
    _be_kernel([*argv[argv.index(KERNEL) + 1 :], f"--IPKernelApp.parent_handle={parent}"])


def is_own_kernel(argv: list[str]) -> bool:
    """Whether the command line starts a kernel of this very Python."""
    return KERNEL in argv and Path(argv[0]) == Path(sys.executable)


def _be_kernel(argv: list[str]) -> None:
    import atexit

    import numpy
    from ipykernel.kernelapp import IPKernelApp

    numpy.random.seed()  # else all kernels would draw the same numbers
    sys.argv = [KERNEL, *argv]
    code = 0
    try:
        IPKernelApp.launch_instance(argv)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    # It closes the thread that prints and then waits for one that waits for that to print: ten seconds, now and then.
    atexit.unregister(IPKernelApp.instance().close)
    atexit._run_exitfuncs()  # what a program does at its end, without taking every module apart
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
