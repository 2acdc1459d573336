"""Measure the engine on every annotated text and write the tables of docs/accuracy.md.

    TOWNSHIP_REAL_REPORTS=... python scripts/accuracy.py [--compare]

Without TOWNSHIP_REAL_REPORTS the tables have the invented texts of tests/gold only. --compare runs benchmarks/
compare.py, which installs other tools into an environment of its own; without it that table stays as it is.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from township_analysis.evaluation import Evaluated, Score, evaluate, find_cases
from township_analysis.evaluation.reliability import auroc, fifths

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT / "docs" / "accuracy.md"
GOLD = ROOT / "tests" / "gold"
MEASURES = ("row", "f1", "name", "indicator", "kind", "status", "approx", "period", "scope", "part_of", "core_flag")
COUNTS = ("core", "missed", "false_alarms")
KINDS = {
    "annual": "annual report", "half-year": "half-year report", "quarter": "quarterly report", "plan": "plan",
    "profile": "profile", "other": "other",
}  # fmt: skip

Sets = dict[str, list[Evaluated]]


def measured() -> Sets:
    """The annotated texts by set: those that rules were tuned on, and those that were held out."""
    real = Path(os.environ.get("TOWNSHIP_REAL_REPORTS", ""))
    folders: dict[str, tuple[Path, Path | None]] = {
        "tuned on: invented reports": (GOLD / "tune", None),
        "tuned on: rebuilt reports": (GOLD / "tune" / "rebuilt", None),
        "tuned on: reports rebuilt by others": (GOLD / "tune" / "blind", None),
    }
    if real.name:
        folders["tuned on: real township reports"] = (real / "gold", real / "reports")
        folders["tuned on: real national and provincial reports"] = (GOLD / "tune" / "corpus", real / "corpus")
    folders["held out: invented reports"] = (GOLD / "hold", None)
    folders["held out: rebuilt reports"] = (GOLD / "hold" / "rebuilt", None)
    folders["held out: reports rebuilt by others"] = (GOLD / "hold" / "blind", None)
    if real.name:
        folders["held out: real national and provincial reports"] = (GOLD / "hold" / "corpus", real / "corpus")
    return {name: [evaluate(case) for case in find_cases(*places)] for name, places in folders.items()}


def total(reports: Iterable[Evaluated]) -> Score:
    """Several reports taken together, figure by figure."""
    return sum((report.score for report in reports), Score())


def line(name: str, score: Score) -> list[str]:
    """A table's line: the counts and the measures."""
    measures = score.measures()
    return [name, *(str(measures[count]) for count in COUNTS), *(f"{measures[share]:.3f}" for share in MEASURES)]


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    rows = [heads, ["---"] * len(heads), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def heads(first: str) -> list[str]:
    """The headings of a table of measures."""
    return [first, *(name.replace("_", " ") for name in COUNTS + MEASURES)]


def held_out(sets: Sets) -> list[Evaluated]:
    """The reports that no rule was tuned on."""
    return [report for name, reports in sets.items() if name.startswith("held out") for report in reports]


def by_set(sets: Sets) -> str:
    """The measures by set of texts."""
    lines = [line(f"{name} ({len(reports)})", total(reports)) for name, reports in sets.items()]
    return table(heads("texts"), lines)


def by_kind(sets: Sets) -> str:
    """The measures of the texts held out by kind of document."""
    kinds: dict[str, list[Evaluated]] = defaultdict(list)
    for report in held_out(sets):
        kinds[report.doc_type].append(report)
    return table(heads("kind"), [line(f"{KINDS[k]} ({len(kinds[k])})", total(kinds[k])) for k in KINDS if k in kinds])


def by_report(sets: Sets) -> str:
    """The measures of every text."""
    return table(heads("text"), [line(report.name, report.score) for reports in sets.values() for report in reports])


def reliability(sets: Sets) -> str:
    """How right rows are by confidence, on the texts held out."""
    judged = total(held_out(sets)).confidences
    parts, area = fifths(judged), auroc(judged)
    if not parts or area is None:
        return "The engine gives no confidence yet."
    lines = [
        [str(at), str(part.rows), f"{part.confidence:.2f}", f"{part.right:.2f}", f"{part.wrong_of_all:.2f}"]
        for at, part in enumerate(parts, 1)
    ]
    shown = table(["fifth", "rows", "mean confidence", "share right", "share of all wrong rows"], lines)
    return f"{shown}\n\nAUROC {area:.3f}: the chance that a right row is given more confidence than a wrong one."


def comparison() -> str:
    """The table of benchmarks/compare.py."""
    command = [sys.executable, str(ROOT / "benchmarks" / "compare.py")]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.strip()


def written(paper: str, name: str, content: str) -> str:
    """The paper with new content between the marks of that name."""
    marks = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end -->)", re.DOTALL)
    if not marks.search(paper):
        sys.exit(f"{PAPER} has no <!-- {name} --> … <!-- end -->")
    return marks.sub(lambda found: f"{found[1]}\n{content}\n{found[2]}", paper)


def main() -> None:
    """Write the tables, and print the measures by set as JSON."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--compare", action="store_true", help="run the other tools as well")
    sets = measured()
    tables = {
        "sets": by_set(sets),
        "kinds": by_kind(sets),
        "reports": by_report(sets),
        "reliability": reliability(sets),
    }
    if options.parse_args().compare:
        tables["comparison"] = comparison()
    paper = PAPER.read_text(encoding="utf-8")
    for name, content in tables.items():
        paper = written(paper, name, content)
    PAPER.write_text(paper, encoding="utf-8")
    print(json.dumps({name: total(reports).measures() for name, reports in sets.items()}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
