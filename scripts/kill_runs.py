"""Kill `township report` at random moments and see what is left.

    python scripts/kill_runs.py [COUNT] [SEED]

After each kill the last good site must be in place, no kernel may run on, and the next run must work. It makes a
project of its own in a temporary folder. Ends with 1 where something was wrong.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOWNSHIP = "import sys; sys.argv[0] = 'township'; from township_analysis.cli import main; main()"
MARK = "TOWNSHIP_KILLED_RUN"  # in the environment of a run and of all that it starts


def main() -> None:
    """Do it so often."""
    count, seed = (int(text) for text in [*sys.argv[1:], "50", "0"][:2])
    sys.path.insert(0, str(ROOT / "tests"))
    os.environ["PYTHONPATH"] = str(ROOT)
    from town import project  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as folder:
        made = project(Path(folder))
        wrong = killed(made, count, seed)
    print("\n".join(wrong) or f"{count} runs killed: the last good site stayed each time, and nothing ran on")
    sys.exit(bool(wrong))


def killed(project: Path, count: int, seed: int) -> list[str]:
    """What was wrong after each of so many kills.

    Args:
        project: Whatever lies in its folder of runs.
        count: How many runs are killed.
        seed: Of the moments.
    """
    moments, wrong, began = random.Random(seed), [], time.monotonic()
    if (code := _run(project, "measured").wait()) != 0:
        return [f"a run that nobody killed ended with {code}"]
    longest = 1.1 * (time.monotonic() - began)
    for number in range(count):
        wait, mark = moments.uniform(0, longest), f"{os.getpid()}-{number}"
        process = _run(project, mark)
        time.sleep(wait)
        process.kill()
        process.wait()
        wrong += [f"after {wait:.3f} s: {what}" for what in _wrong(project, mark)]
    if (code := _run(project, "last").wait()) != 0:
        wrong.append(f"the run after all of them ended with {code}")
    left = [path.name for path in (project / "reports").iterdir() if path.name.startswith((".draft-", ".latest-"))]
    return wrong + ([f"left over: {left}"] if left else [])


def _run(project: Path, mark: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", TOWNSHIP, "report", "--force", "--keep", "3"],
        cwd=project,
        env={**os.environ, MARK: mark},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wrong(project: Path, mark: str) -> Iterator[str]:
    from township_analysis.runs import manifest

    site = project / "reports" / "latest"
    done = manifest.read(site)
    if done is None or not (site / "index.html").is_file():
        yield "there is no site"
    elif not all(page.ended == "ok" and manifest.intact(page, site) for page in done.pages):
        yield "the site is not whole"
    deadline = time.monotonic() + 10
    while (alive := _alive(mark)) and time.monotonic() < deadline:
        time.sleep(0.05)
    if alive:
        yield f"still running: {alive}"


def _alive(mark: str) -> list[str]:
    """The processes that a run has started, which carry its mark; known on Linux only."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}\0".encode() in (folder / "environ").read_bytes() + b"\0":
                found.append(f"{folder.name} {(folder / 'cmdline').read_bytes()[:80]!r}")
        except OSError:  # it has just ended, or is someone else's
            continue
    return found


if __name__ == "__main__":
    main()
