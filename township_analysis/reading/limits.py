"""Reading with limits of time and memory, in a process that is ended when it passes them.

A plain text needs none of it: decoding is quick and safe whatever the bytes are. Pages, documents and PDFs are parsed
by libraries that a hostile file may hold up or bring down; these run in a worker that serves many files and costs less
than a millisecond a file.
"""

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from os import PathLike, fspath
from pathlib import Path

from township_analysis.errors import TownshipError
from township_analysis.reading.document import Document, Span
from township_analysis.reading.files import read_bytes
from township_analysis.reading.read import read_document
from township_analysis.reading.rejects import Rejected
from township_analysis.reading.sniff import is_plain_text, needs_office

BASE_SECONDS = 10.0
SECONDS_PER_MILLION = 10.0  # characters; a byte is taken for a character
MAX_SECONDS = 60.0  # what the five million characters that a report may have are given
MAX_MEMORY = 1024  # MB of address space beyond what a worker has when it is ready
PLAIN_BYTES = 2 << 20  # up to here a text is read in this process
START_SECONDS = 60.0


def read_safely(path: str | PathLike[str]) -> Document:
    """Read a report (see ``read_document``) with limits of time and memory.

    Args:
        path: The file.

    Raises:
        Rejected: As ``read_document``; and ``timeout``, ``memory`` or ``crash`` where the worker had to be ended.

    Example:
        >>> read_safely("data/raw/zhulin-2019.txt").format  # doctest: +SKIP
        'txt'
    """
    given = fspath(path)
    try:
        data = read_bytes(Path(given))
    except Rejected as error:
        raise error.at(given) from error.__cause__
    if len(data) <= PLAIN_BYTES and is_plain_text(data, Path(given).name):
        return read_document(given)
    seconds = BASE_SECONDS + SECONDS_PER_MILLION * len(data) / 1e6
    with _lock:
        return _worker().read(given, MAX_SECONDS if needs_office(data) else min(MAX_SECONDS, seconds))


class _Worker:
    """A process that reads files one after the other; questions and answers are lines of JSON."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parents[2])
        paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
        self.process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "township_analysis.reading.worker", str(MAX_MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        self.owner = os.getpid()
        self.answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self._await(START_SECONDS)  # the word that it is ready: its imports are not on the first file's time
        except Rejected as error:
            self.end()
            raise TownshipError(
                f"the process that reads files could not be started with {sys.executable!r}",
                expected="an interpreter that can import township_analysis",
                remedy="run `township doctor`; or read single files in this process with read_document",
                rule="no-worker",
            ) from error

    def read(self, path: str, seconds: float) -> Document:
        """Let the worker read a file; end it where it takes longer or dies."""
        try:
            answer = self._ask(os.path.abspath(path), seconds)
        except Rejected as error:
            raise error.at(path) from None
        if "rule" in answer:
            raise Rejected(answer["rule"], path, **answer["details"])
        spans = tuple(Span(*span) for span in answer.pop("furniture"))
        return Document(**{**answer, "furniture": spans, "path": path})

    def end(self) -> None:
        """End the process and wait until it is gone."""
        if self.process.poll() is None and self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # what was not yet written has no reader any more
                if pipe is not None and self.owner == os.getpid():
                    pipe.close()

    def _ask(self, path: str, seconds: float) -> dict:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(path).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise Rejected("crash") from error
        answer: dict = json.loads(self._await(seconds))
        if answer.get("rule") == "memory":
            self.end()  # it may be left with half of its memory in use
        return answer

    def _await(self, seconds: float) -> bytes:
        try:
            line = self.answers.get(timeout=seconds)
        except queue.Empty:
            self.end()
            raise Rejected("timeout", seconds=round(seconds)) from None
        if not line:
            self.process.wait()
            raise Rejected("crash")
        return line

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with contextlib.suppress(ValueError, OSError):  # the pipe was closed when the process was ended
            for line in self.process.stdout:
                self.answers.put(line)
        self.answers.put(b"")


_lock = threading.Lock()
_workers: list[_Worker] = []


def _worker() -> _Worker:
    """The worker that is there, or a new one after a fork or where the last one was ended."""
    if _workers and _workers[0].owner == os.getpid() and _workers[0].process.poll() is None:
        return _workers[0]
    end_worker()
    _workers.append(_Worker())
    return _workers[0]


def end_worker() -> None:
    """End the worker, if there is one; the next file starts another."""
    while _workers:
        _workers.pop().end()


atexit.register(end_worker)
