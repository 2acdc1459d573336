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
import tempfile
import venv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
    own = (gold / "tune", gold / "tune" / "rebuilt", gold / "hold", gold / "hold" / "rebuilt")
    found: list[tuple[Path, Path | None]] = [(folder, None) for folder in own]
    if real:
        found += [(Path(real) / "gold", Path(real) / "reports"), (gold / "hold" / "corpus", Path(real) / "corpus")]
    return found


def of_others(cases: Sequence[Case]) -> dict[str, list[list[Row]]]:
    """What the other tools find, a list of rows a case, by tool."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        texts = json.dumps([case.report.text[case.start : case.end] for case in cases])
        done = subprocess.run(
            [python, HERE / "others.py"], input=texts, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
    return json.loads(done.stdout.rstrip().rpartition("\n")[2])


def shifted(rows: Iterable[Row], start: int) -> list[Row]:
    """Rows with offsets into the annotated stretch, in the order of the text."""
    moved = [{**row, "start": row["start"] - start, "end": row["end"] - start} for row in rows]
    return sorted(moved, key=lambda row: row["start"])


def counted(case: Case, found: Sequence[Row]) -> Counter[str]:
    """How many core figures were found, with their value, with value and unit; and what was found beside them."""
    annotated = shifted(case.annotated, case.start)
    pairs = match(annotated, found)
    counts = Counter(core=sum(row["core"] for row in annotated), false=len(found) - len(pairs))
    for index, at in pairs.items():
        row, other = annotated[index], found[at]
        value = same_value(row["value"], other["value"])
        unit = same_unit(row["unit"], other["unit"]) or row["kind"] == "rank"
        if row["core"]:
            counts.update(found=1, value=int(value), both=int(value and unit))
    return counts


def table(cases: Sequence[Case], found: Mapping[str, Sequence[Sequence[Row]]]) -> list[dict[str, Any]]:
    """A line a tool: shares of the core figures, and how many other numbers it gave as figures."""
    lines = []
    for tool in TOOLS:
        counts: Counter[str] = Counter()
        for case, rows in zip(cases, found[tool], strict=True):
            counts.update(counted(case, rows))
        shares = {name: round(counts[name] / counts["core"], 4) for name in ("found", "value", "both")}
        lines.append({"tool": tool, "core": counts["core"], **shares, "false_alarms": counts["false"]})
    return lines


def as_markdown(lines: Sequence[Mapping[str, Any]]) -> str:
    """The table as it stands in docs/accuracy.md."""
    head = "| tool | found | value right | value and unit right | false alarms |\n| --- | --- | --- | --- | --- |"
    rows = (
        f"| {line['tool']} | {line['found']:.3f} | {line['value']:.3f} | {line['both']:.3f} | {line['false_alarms']} |"
        for line in lines
    )
    return "\n".join([head, *rows])


def compare(chosen: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The table's lines for folders of gold files, or for the project's."""
    cases = [case for gold, texts in folders(chosen) for case in find_cases(gold, texts)]
    found = {name: [shifted(rows, 0) for rows in by_case] for name, by_case in of_others(cases).items()}
    return table(cases, found | {TOOLS[0]: [shifted(found_in(case), case.start) for case in cases]})


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("gold", nargs="*", help="folders of gold files with their texts; the project's if left out")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    lines = compare(chosen.gold)
    print(json.dumps(lines) if chosen.json else f"{lines[0]['core']} core figures\n\n{as_markdown(lines)}")


if __name__ == "__main__":
    main()
