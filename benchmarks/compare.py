"""The engine beside JioNLP and Recognizers-Text on the same annotated figures: how many they find and read rightly.

    python benchmarks/compare.py [GOLD_DIR ...] [--json]

The others are installed into a virtual environment of their own in a temporary folder, which goes away afterwards.
They name nothing and know no period, so only what they have is compared: where a figure stands, its value, its unit.
JioNLP has money only; of Recognizers-Text the models for numbers, percentages, currencies, dimensions and temperatures
run, and the longest that covers a figure counts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from township_analysis.evaluation import Case, find_cases
from township_analysis.evaluation.compare import same_unit, same_value
from township_analysis.evaluation.run import found_in
from township_analysis.evaluation.scoring import match

HERE = Path(__file__).resolve().parent
PACKAGES = ("jionlp==1.5.31", "recognizers-text-suite==1.0.2a2", "emoji<2")  # the latter does not start with emoji 2
TOOLS = ("township_analysis", "Recognizers-Text", "JioNLP")

Row = Mapping[str, Any]


def folders(chosen: Sequence[str]) -> list[tuple[Path, Path | None]]:
    """Folders of gold files, each with the folder of its texts where that is another one."""
    gold, real = HERE.parent / "tests" / "gold", os.environ.get("TOWNSHIP_REAL_REPORTS")
    if chosen:
        return [(Path(folder), None) for folder in chosen]
    found: list[tuple[Path, Path | None]] = [(gold / "tune", None), (gold / "hold", None)]
    if real:
        found += [(Path(real) / "gold", Path(real) / "reports"), (gold / "hold" / "corpus", Path(real) / "corpus")]
    return found


def of_others(cases: Sequence[Case]) -> dict[str, dict[str, Any]]:
    """What the other tools find, by tool: ``rows`` (a list a case) and ``seconds``."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        texts = json.dumps([case.report.text[case.start : case.end] for case in cases])
        done = subprocess.run(
            [python, HERE / "others.py"], input=texts, capture_output=True, encoding="utf-8", check=True
        )
    return json.loads(done.stdout.rstrip().rpartition("\n")[2])


def of_this(cases: Sequence[Case]) -> dict[str, Any]:
    """What the engine finds, in offsets of the annotated stretch."""
    start = time.process_time()
    rows = [
        [{**row, "start": row["start"] - case.start, "end": row["end"] - case.start} for row in found_in(case)]
        for case in cases
    ]
    return {"rows": rows, "seconds": time.process_time() - start}


def counted(case: Case, found: Sequence[Row]) -> dict[str, int]:
    """How many core figures were found, and how many of these with their value, and with value and unit."""
    annotated = [{**row, "start": row["start"] - case.start, "end": row["end"] - case.start} for row in case.annotated]
    found = sorted(found, key=lambda row: row["start"])
    pairs = [(annotated[i], found[j]) for i, j in match(annotated, found).items() if annotated[i]["core"]]
    value = [same_value(row["value"], other["value"]) for row, other in pairs]
    unit = [same_unit(row["unit"], other["unit"]) or row["kind"] == "rank" for row, other in pairs]
    return {
        "core": sum(row["core"] for row in annotated),
        "found": len(pairs),
        "value": sum(value),
        "both": sum(v and u for v, u in zip(value, unit, strict=True)),
    }


def table(cases: Sequence[Case], found: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A line a tool: shares of the core figures, and characters a second."""
    characters = sum(case.end - case.start for case in cases)
    lines = []
    for tool in TOOLS:
        counts = [counted(case, rows) for case, rows in zip(cases, found[tool]["rows"], strict=True)]
        core = sum(count["core"] for count in counts)
        shares = {name: round(sum(count[name] for count in counts) / core, 4) for name in ("found", "value", "both")}
        lines.append({"tool": tool, "core": core, **shares, "speed": round(characters / found[tool]["seconds"])})
    return lines


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("gold", nargs="*", help="folders of gold files with their texts; the project's if left out")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    cases = [case for gold, texts in folders(chosen.gold) for case in find_cases(gold, texts)]
    lines = table(cases, {"township_analysis": of_this(cases), **of_others(cases)})
    if chosen.json:
        print(json.dumps(lines))
        return
    print(f"{len(cases)} texts, {lines[0]['core']} core figures")
    print(
        "| tool | found | value right | value and unit right | characters a second |\n| --- | --- | --- | --- | --- |"
    )
    for line in lines:
        print(
            f"| {line['tool']} | {line['found']:.3f} | {line['value']:.3f} | {line['both']:.3f} | {line['speed']:,} |"
        )


if __name__ == "__main__":
    sys.exit(main())
