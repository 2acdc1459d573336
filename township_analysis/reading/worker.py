"""The process that reads files for ``read_safely``: paths come in, documents or rejects go out, a line of JSON each."""

import json
import os
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from township_analysis.reading.read import read_document
from township_analysis.reading.rejects import Rejected


def answer(path: str, megabytes: int) -> dict[str, Any]:
    """Read a file; a reject is an answer like a document."""
    try:
        document = asdict(read_document(path))
        document["furniture"] = [(span["start"], span["end"], span["reason"]) for span in document["furniture"]]
        return document
    except Rejected as error:
        return {"rule": error.rule, "details": error.details}
    except MemoryError:
        return {"rule": "memory", "details": {"limit": megabytes}}


def limit_memory(megabytes: int) -> None:
    """Limit what this process may take beyond what it has; on Windows and macOS only time is limited."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as statistics:
            used = int(statistics.read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]  # stays as it is: LibreOffice, started from here, needs more
        resource.setrlimit(resource.RLIMIT_AS, (used + (megabytes << 20), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def serve(questions: BinaryIO, answers: BinaryIO, megabytes: int) -> None:
    """Answer questions until there are no more."""
    _say(answers, {"ready": True})
    for line in questions:
        _say(answers, answer(json.loads(line), megabytes))


def _say(answers: BinaryIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def main() -> None:
    """Serve the process that started this one."""
    import lxml.html  # noqa: F401  # what every file needs is loaded before the first one
    import pypdfium2  # noqa: F401

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints may not get among the answers
    megabytes = int(sys.argv[1])
    limit_memory(megabytes)
    serve(sys.stdin.buffer, answers, megabytes)


if __name__ == "__main__":
    main()
