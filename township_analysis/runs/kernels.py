"""Kernels that a launcher starts (runs/launcher.py): the asking side, as jupyter_client's kernel provisioner.

Where there is no fork (Windows), kernels start as they always do, and their end and their memory are not known.
"""

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint
from queue import Empty
from typing import Any

import zmq
import zmq.asyncio
from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner
from traitlets import default

CAN_FORK = hasattr(os, "fork")
PROVISIONER = "township-launcher"
RECONNECT_MILLISECONDS = 5  # between attempts to reach a kernel whose ports are not open yet; zmq would wait 100
POLL_SECONDS = 0.005  # how often to look whether a kernel has ended; jupyter_client would ten times a second only
# Threads that numpy and Arrow start when they are imported would not outlive a fork.
NO_THREADS = {
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"),
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
INLINE = "module://matplotlib_inline.backend_inline"  # what a kernel sets, before it imports matplotlib


class Launched:
    """A kernel's process as the provisioner wants it: the part of subprocess.Popen that it uses.

    Attributes:
        returncode: None while it runs; negative is the signal that ended it.
        peak: Most memory that it took, in bytes; None until it has ended, or where that is not known.
    """

    def __init__(self, channel: socket.socket) -> None:
        self.returncode: int | None = None
        self.peak: int | None = None
        self._channel, self._said = channel, b""
        while b"\n" not in self._said:
            if not (heard := channel.recv(100)):
                raise RuntimeError("The process that starts kernels has ended")
            self._said += heard
        pid, _, self._said = self._said.partition(b"\n")
        self.pid = int(pid)
        channel.setblocking(False)

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        while self.returncode is None:
            try:
                heard = self._channel.recv(100)
            except BlockingIOError:
                return None
            self._said += heard
            if self._said.endswith(b"\n"):
                self.returncode, self.peak = map(int, self._said.split())
            elif not heard:
                self.returncode = -9  # the launcher is gone, and its kernels with it
        self._channel.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Signal it, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(9)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(15)


class Launcher:
    """The process that starts kernels; it is started with the first of them or by `begin`, anew if it has ended.

    Args:
        warm: Whether kernels are forked from a process that has everything imported.

    Example:
        >>> with Launcher() as launcher:
        ...     outcome = execute(run, launcher)
    """

    def __init__(self, warm: bool = True) -> None:
        self.warm, self.closed = warm, False
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> "Launcher":
        """Nothing is started yet."""
        return self

    def begin(self) -> None:
        """Start it now, if it has not been: it imports while the asker does."""
        with self._lock:
            self._ensure()

    def __exit__(self, *_: object) -> None:
        """End it, and every kernel that still runs."""
        self.close()

    def close(self) -> None:
        """End it, and every kernel that still runs, for good."""
        with self._lock:
            self.closed = True
            if self._process:
                self._control.close()
                self._process.wait()

    def start(self, argv: Sequence[str], env: Mapping[str, str], cwd: str) -> Launched:
        """Start a kernel.

        Raises:
            RuntimeError: If the process that starts kernels ends instead.
        """
        ours, theirs = socket.socketpair()
        try:
            with self._lock, theirs:
                self._ensure()
                socket.send_fds(self._control, [b"k"], [theirs.fileno()])
            ours.sendall(json.dumps({"argv": list(argv), "env": dict(env), "cwd": str(cwd)}).encode() + b"\n")
            return Launched(ours)
        except (OSError, RuntimeError) as error:
            ours.close()
            raise RuntimeError(f"The process that starts kernels has ended: {error}") from error

    def _ensure(self) -> None:
        if self.closed:
            raise RuntimeError("no kernel is started any more")
        if self._process and self._process.poll() is None:
            return
        self._control, theirs = socket.socketpair()
        program = [sys.executable, "-Xfrozen_modules=off", "-m", "township_analysis.runs.launcher"]
        self._process = subprocess.Popen(
            [*program, str(theirs.fileno()), "warm" if self.warm else "cold"],
            stdin=subprocess.DEVNULL,
            stdout=sys.__stderr__.fileno() if sys.__stderr__ else subprocess.DEVNULL,  # stdout is the asker's own
            env={"MPLBACKEND": INLINE, **os.environ, **NO_THREADS},
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # a Ctrl-C is the asker's to handle
        )
        theirs.close()


class LaunchedProvisioner(LocalProvisioner):
    """Starts a kernel by the launcher of its manager."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start it; env and cwd are in ``kwargs``."""
        manager: Any = self.parent
        self.cwd = kwargs.get("cwd") or os.getcwd()
        self.process = manager.launcher.start(cmd, kwargs["env"], str(self.cwd))
        self.pid = self.pgid = self.process.pid
        manager.kernels.append(self.process)
        return self.connection_info

    async def wait(self) -> int | None:
        """Wait for its end."""
        while (code := await self.poll()) is None:
            await asyncio.sleep(POLL_SECONDS)
        self.process = None
        return code


class QuickClient(AsyncKernelClient):
    """A client that goes to work when the kernel answers."""

    @default("context")
    def _context_default(self) -> zmq.asyncio.Context:
        self._created_context = True
        context = zmq.asyncio.Context()
        context.setsockopt(zmq.RECONNECT_IVL, RECONNECT_MILLISECONDS)
        return context

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers on both channels; the parent class then listens to silence for 0.2 s more.

        Raises:
            RuntimeError: If the kernel dies meanwhile, or does not answer in so many seconds.
        """
        deadline = time.monotonic() + (timeout or float("inf"))
        while time.monotonic() < deadline:
            self.kernel_info()
            try:
                reply = await self.shell_channel.get_msg(timeout=1)
                await self.iopub_channel.get_msg(timeout=0.2)
            except Empty:
                if not await self.is_alive():
                    raise RuntimeError("Kernel died before replying to kernel_info") from None
            else:
                self._handle_kernel_info_reply(reply)
                return
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")


class LaunchedManager(AsyncKernelManager):
    """A kernel manager whose kernels a launcher starts, unless their kernelspec names a provisioner of its own."""

    launcher: Launcher
    kernels: list[Launched]

    @default("client_factory")
    def _client_factory_default(self) -> type[AsyncKernelClient]:
        return QuickClient

    @property
    def kernel_spec(self) -> KernelSpec | None:
        """The kernelspec, with the provisioner that is to be used."""
        spec = super().kernel_spec
        if spec is not None:
            spec.metadata.setdefault("kernel_provisioner", {"provisioner_name": PROVISIONER})
        return spec

    def _reconcile_connection_info(self, info: KernelConnectionInfo) -> None:
        """Nothing to do for our own provisioner: the file was written from this manager's own ports and key.

        A forked kernel is quick enough to write that file anew (it does where the connection is encrypted) while it
        would be read here, and an empty file is no JSON.
        """
        if not isinstance(self.provisioner, LaunchedProvisioner):
            super()._reconcile_connection_info(info)

    async def _async_finish_shutdown(
        self, waittime: float | None = None, pollinterval: float = POLL_SECONDS, restart: bool = False
    ) -> None:
        await super()._async_finish_shutdown(waittime, pollinterval, restart)


def manager_class(launcher: Launcher | None, kernels: list[Launched]) -> type[AsyncKernelManager]:
    """The class of kernel managers for one run.

    Args:
        launcher: None for kernels as jupyter_client starts them.
        kernels: Every kernel that is started is added to it.
    """
    if launcher is None:
        return AsyncKernelManager
    where = f"{LaunchedProvisioner.__module__}:{LaunchedProvisioner.__name__}"
    factory = KernelProvisionerFactory.instance()
    # Told directly: an entry point of the package would be found only where it is installed.
    factory.provisioners[PROVISIONER] = EntryPoint(PROVISIONER, where, factory.GROUP_NAME)
    return type("Manager", (LaunchedManager,), {"launcher": launcher, "kernels": kernels})
