"""How much of the text has the right role: by characters, on the sections annotated by hand in tests/gold/sections.

A line of a gold file is a span of the text and its role; spaces and line feeds do not count. Run as a program with the
folder of the real reports, it prints a line for each text and what is wrong in it.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from township_analysis.reading import document_from_text, read_document
from township_analysis.report import Report, make_report

GOLD = Path(__file__).parent / "gold" / "sections"
TOWNSHIPS = ("dachong-2023h1", "gaofeng-2020", "hongshan-2019", "xianxi-2021", "zhulin-2019")
#: Annotated before the rules were first run on them (98.1 % then); a few faults that they showed were mended since.
HELD_OUT = ("nat-2000", "nat-2006", "prov-2026-山东省", "prov-2026-福建省", "prov-2026-陕西省")


@dataclass(frozen=True)
class Accuracy:
    """Characters with the right role, all characters, and the stretches that are wrong: (start, end, found, right)."""

    right: int
    total: int
    wrong: tuple[tuple[int, int, str, str], ...]

    @property
    def share(self) -> float:
        return self.right / self.total


def annotated() -> list[str]:
    """The names of all texts that have a gold file."""
    return sorted(path.stem for path in GOLD.glob("*.jsonl"))


def report_of(folder: Path, name: str) -> Report:
    """A real report or a text of the corpus, made a report the way users do."""
    if name in TOWNSHIPS:
        return make_report(read_document(folder / "reports" / f"{name}.txt"), name)
    file = folder / "corpus" / ("national.jsonl" if name.startswith("nat-") else "provincial.jsonl")
    for line in file.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        if text["id"] == name:
            return make_report(document_from_text(text["text"]), name, title=text["title"])
    raise LookupError(f"{name} is not in {file}")


def roles_by_character(report: Report) -> list[str]:
    """The role of each character: that of the innermost section around it."""
    roles = [""] * len(report.text)
    for section in report.sections:
        roles[section.start : section.end] = [section.role] * (section.end - section.start)
    return roles


def gold_by_character(name: str, length: int) -> list[str]:
    roles = [""] * length
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        span = json.loads(line)
        roles[span["start"] : span["end"]] = [span["role"]] * (span["end"] - span["start"])
    return roles


def accuracy(folder: Path, name: str) -> Accuracy:
    report = report_of(folder, name)
    found, gold = roles_by_character(report), gold_by_character(name, len(report.text))
    places = [place for place, character in enumerate(report.text) if not character.isspace()]
    right = sum(found[place] == gold[place] for place in places)
    return Accuracy(right, len(places), tuple(_differences(found, gold)))


def _differences(found: list[str], gold: list[str]) -> Iterator[tuple[int, int, str, str]]:
    start = 0
    for place in range(1, len(found) + 1):
        if place == len(found) or (found[place], gold[place]) != (found[start], gold[start]):
            if found[start] != gold[start]:
                yield start, place, found[start], gold[start]
            start = place


def overall(folder: Path, names: list[str]) -> float:
    """The share of characters with the right role over several texts together."""
    results = [accuracy(folder, name) for name in names]
    return sum(result.right for result in results) / sum(result.total for result in results)


if __name__ == "__main__":
    real = Path(sys.argv[1])
    for each in annotated():
        measured = accuracy(real, each)
        print(f"{measured.share:.4f} {measured.total:6} {'held out' if each in HELD_OUT else ''} {each}")
        for begin, stop, got, want in measured.wrong:
            if stop - begin > 8:
                print(f"         {begin}-{stop}: {got}, should be {want}")
    tuned = [each for each in annotated() if each not in HELD_OUT]
    print(f"tuned {overall(real, tuned):.4f}, held out {overall(real, list(HELD_OUT)):.4f}")
    print(f"townships {overall(real, list(TOWNSHIPS)):.4f}, all {overall(real, annotated()):.4f}")
