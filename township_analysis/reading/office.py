"""Old Word and WPS documents, RTF and OpenDocument, by way of LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from township_analysis.reading.rejects import Rejected

SECONDS = 50  # LibreOffice takes 2 to 5 seconds to start, 15 with a new profile on a slow disk
MEMORY = 4 << 30  # its address space; the worker's own limit is too narrow for it
PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
NOWHERE = "http://127.0.0.1:9"  # a proxy that does not answer: what a document links to is not fetched


@cache
def libre_office() -> str | None:
    """The path of LibreOffice's program, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def as_docx(data: bytes, kind: str) -> bytes:
    """Convert a document to .docx.

    Macros are not run: LibreOffice works without a window, in a new profile, which allows none.

    Args:
        data: The bytes of the file.
        kind: ``doc``, ``rtf`` or ``odt``.

    Raises:
        Rejected: LibreOffice is not installed (``unsupported-doc``, …) or cannot convert the file (``office-failed``).
    """
    program = libre_office()
    if program is None:
        raise Rejected(f"unsupported-{kind}")
    with tempfile.TemporaryDirectory(prefix="township-") as folder:
        source, profile = Path(folder, f"report.{kind}"), Path(folder, "profile").as_uri()
        source.write_bytes(data)
        options = ["--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
        _run([program, f"-env:UserInstallation={profile}", *options, str(source)])
        try:
            return Path(folder, "report.docx").read_bytes()
        except OSError as error:
            raise Rejected("office-failed") from error


def _run(command: list[str]) -> None:
    """Run LibreOffice in a process group of its own, which is ended as a whole."""
    environment = {**os.environ, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "no_proxy": ""}
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    posix = {"start_new_session": True, "preexec_fn": _widen_memory} if os.name == "posix" else {}
    try:
        process = subprocess.Popen(command, env=environment, **quiet, **posix)  # type: ignore[call-overload]
    except OSError as error:
        raise Rejected("office-failed") from error
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Rejected("timeout", seconds=SECONDS) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL) if os.name == "posix" else process.kill()
            process.wait()


def _widen_memory() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))
