"""Codes against the annotated reports: none wrong, nine of ten found."""

import json
from pathlib import Path
from typing import Any

import pytest

from township_analysis.codebook import book, coded
from township_analysis.figures import extract
from township_analysis.pipeline import read_report

GOLD = Path(__file__).parent / "gold"
CODES = sorted(GOLD.glob("codes/*.json"))
FOUND = 0.9
FLOOR = 0.8  # of a single text that the engine names badly


def annotated(stem: str, real: Path) -> tuple[Path, Path]:
    """The text and the figures of an annotated report."""
    for texts, figures in ((real / "reports", real / "gold"), (GOLD / "tune",) * 2, (GOLD / "hold",) * 2):
        if (texts / f"{stem}.txt").is_file() and (figures / f"{stem}.jsonl").is_file():
            return texts / f"{stem}.txt", figures / f"{stem}.jsonl"
    raise FileNotFoundError(stem)


def spans(text: str, lines: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where the annotated figures stand."""
    found, last = [], 0
    for line in lines:
        at = text.find(line["ctx"], max(0, last - len(line["ctx"])))
        start = (at if at >= 0 else text.find(line["ctx"])) + line["ctx"].index(line["surface"])
        found.append((start, start + len(line["surface"])))
        last = start
    return found


def scored(path: Path, real: Path) -> tuple[int, int, list[Any]]:
    """How many of the lines that have a code were given it, how many there are, and what was given wrongly."""
    codes = {int(line): code for line, code in json.loads(path.read_text(encoding="utf-8")).items()}
    text_path, figures = annotated(path.stem, real)
    with text_path.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    lines = [json.loads(line) for line in figures.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in coded(extract(read_report(text_path))[0]) if row["code"]]
    right, wrong = 0, []
    for row in rows:
        line = next((n for n, (a, b) in enumerate(spans(text, lines)) if a < row["end"] and row["start"] < b), None)
        if line is not None and codes.get(line) == row["code"]:
            right += 1
        else:
            wrong.append((row["indicator"], row["surface"], row["code"], line is not None and codes.get(line)))
    return right, len(codes), wrong


@pytest.fixture(scope="module")
def scores(real_reports: Path) -> dict[str, tuple[int, int, list[Any]]]:
    return {path.stem: scored(path, real_reports) for path in CODES}


def test_every_code_is_in_the_codebook() -> None:
    every = {code for path in CODES for code in json.loads(path.read_text(encoding="utf-8")).values()}
    assert len(CODES) >= 10 and every - set(book().indicators) == set()


def test_no_code_is_wrong(scores: dict[str, tuple[int, int, list[Any]]]) -> None:
    assert {stem: wrong for stem, (_, _, wrong) in scores.items() if wrong} == {}


def test_nine_of_ten_are_found(scores: dict[str, tuple[int, int, list[Any]]]) -> None:
    right, every = (sum(score[n] for score in scores.values()) for n in (0, 1))
    assert right / every >= FOUND
    assert {stem: (right, every) for stem, (right, every, _) in scores.items() if right / every < FLOOR} == {}
