"""How long a night's run takes: 16 profile reports, three ways.

    python benchmarks/runs.py [REPORTS]

(a) `township report --jobs 2`; (b) papermill and nbconvert in one process, one after the other; (c) the two commands in
a shell loop. Ends with 1 where (a) is not 4 times as fast as (b) and 8 times as (c), or where a report costs more than
half a second beyond what its own cells take. The machine should have nothing else to do.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "notebooks" / "township-profile.ipynb"
FLOORS = {"b": 4.0, "c": 8.0}
BEYOND = 0.5  # seconds a report
JOBS = 2
TOWNSHIP = "import sys; sys.argv[0] = 'township'; from township_analysis.cli import main; main()"
SERIAL = """
import sys
from pathlib import Path
import papermill
from nbconvert.exporters import HTMLExporter
notebook, processed, out, *ids = sys.argv[1:]
for report_id in ids:
    done = papermill.execute_notebook(
        notebook, f"{out}/{report_id}.ipynb", {"processed": processed, "report_id": report_id}, progress_bar=False
    )
    page = HTMLExporter(exclude_input=True).from_notebook_node(done)[0]
    Path(out, f"{report_id}.html").write_text(page, encoding="utf-8")
"""
LOOP = """
set -e
notebook=$1; processed=$2; out=$3; python=$4; shift 4
for report_id in "$@"; do
  "$python" -m papermill "$notebook" "$out/$report_id.ipynb" -p processed "$processed" -p report_id "$report_id"
  "$python" -m nbconvert --to html --no-input "$out/$report_id.ipynb"
done
"""


def main() -> None:
    """Measure, tell, and end with what it means."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        project, ids = _project(Path(folder), count)
        arguments = [str(NOTEBOOK), str(project / "data" / "processed"), str(project / "out"), *ids]
        (project / "out").mkdir()
        ours = _timed([sys.executable, "-c", TOWNSHIP, "report", "--jobs", str(JOBS)], project)
        pages = json.loads((project / "reports" / "latest" / "run.json").read_text(encoding="utf-8"))["pages"]
        assert len(pages) == count and {page["ended"] for page in pages} == {"ok"}
        serial = _timed([sys.executable, "-c", SERIAL, *arguments], project)
        shell = ["sh", "-c", LOOP, "sh", *arguments[:3], sys.executable, *ids]
        seconds = {"a": ours, "b": serial, "c": _timed(shell, project)}
        assert len(list((project / "out").glob("*.html"))) == count
    sys.exit(_tell(seconds, pages))


def _project(folder: Path, count: int) -> tuple[Path, list[str]]:
    """A project with the sample reports, as often as it takes, and their tables."""
    samples = sorted((ROOT / "data" / "raw").glob("*.txt"))
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    ids = [f"{samples[number % len(samples)].stem}-{number:02}" for number in range(count)]
    for number, report_id in enumerate(ids):
        (raw / f"{report_id}.txt").write_bytes(samples[number % len(samples)].read_bytes())
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / NOTEBOOK.name).write_bytes(NOTEBOOK.read_bytes())
    runs = f"- notebook: {NOTEBOOK.name}\n  for_each: report\n"
    (folder / "notebooks" / "runs.yml").write_text(runs, encoding="utf-8")
    subprocess.run([sys.executable, "-c", TOWNSHIP, "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder, ids


def _timed(command: list[str], folder: Path) -> float:
    """Seconds that a command takes, from its start to its end."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - began


def _tell(seconds: dict[str, float], pages: list[dict[str, float]]) -> int:
    """Print what was measured; 1 where a floor was missed."""
    cells = sum(page["kernel_seconds"] for page in pages)
    beyond = {
        "of a report, start to page": sum(page["seconds"] for page in pages) / len(pages) - cells / len(pages),
        "of the whole run, by reports": (seconds["a"] * JOBS - cells) / JOBS / len(pages),
    }
    print(f"{len(pages)} reports, {os.cpu_count()} cores, cells {cells / len(pages):.2f} s a report")
    print("  ".join(f"({name}) {taken:.1f} s" for name, taken in seconds.items()))
    wrong = [name for name, floor in FLOORS.items() if seconds[name] / seconds["a"] < floor]
    for name, floor in FLOORS.items():
        print(f"(a) is {seconds[name] / seconds['a']:.1f} times as fast as ({name}); floor {floor:g}")
    for what, taken in beyond.items():
        print(f"beyond the cells {what}: {taken:.2f} s; floor {BEYOND}")
    return int(bool(wrong) or beyond["of the whole run, by reports"] > BEYOND)


if __name__ == "__main__":
    main()
