"""Which reports are annotated: gold files, their texts, and the stretch of a text that they cover."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from township_analysis import pipeline
from township_analysis.errors import DataError
from township_analysis.reading import document_from_text
from township_analysis.report.model import Report

INDEX = "index.json"
#: What every line of a gold file has, besides ``ctx`` or ``start`` and ``end``.
NEEDED = tuple("surface value unit indicator keys kind status approx period scope part_of core".split())
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".pdf")
_TEXTS = "a folder with {stem}.txt (.html, .docx, .pdf), or JSON lines with an id and a text, given by --texts"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated report.

    Attributes:
        name: The gold file's stem.
        report: The report, read as any other.
        annotated: The gold file's rows with ``start`` and ``end``, in the order of the text.
        start: Where the annotated stretch of the text begins.
        end: Where it ends.
    """

    name: str
    report: Report
    annotated: tuple[Row, ...]
    start: int
    end: int


def find_cases(gold: Path, texts: Path | None = None) -> Iterator[Case]:
    """The annotated reports of a folder.

    Args:
        gold: A folder of gold files (.jsonl). Where it has an index.json (a list of objects with ``id`` and, if known,
            ``start``, ``end``, ``period``, ``plan_period``, ``text_sha256``, and ``record`` where the text has another
            name), that says which stretches are annotated.
        texts: Where the reports lie, if not beside the gold files: a folder of reports or of JSON lines, or one file
            of JSON lines (``id``, ``text``, ``title``).

    Raises:
        DataError: There is no gold file, a text is missing, or a line does not fit its text.
        ReadingError: A report cannot be read.
    """
    files = sorted(gold.glob("*.jsonl"))
    if not files:
        raise DataError(
            f"There are no gold files in {gold}",
            expected="a folder with a .jsonl for each annotated report",
            remedy="draft one with the command: township annotate FILE > GOLD_DIR/NAME.jsonl",
        )
    about = {entry["id"]: entry for entry in _index(gold / INDEX)}
    for path in files:
        yield _case(path, about.get(path.stem, {}), texts or gold)


def _index(path: Path) -> list[Row]:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def _case(path: Path, about: Row, texts: Path) -> Case:
    report = _report(path.stem, about, texts)
    expected = about.get("text_sha256")
    if expected and pipeline.text_sha256(report.text) != expected:
        raise DataError(
            f"The text of {path.stem} is not the one that was annotated",
            expected=f"text_sha256 {expected}, as {path.parent / INDEX} says",
            remedy="take the edition of the text that the gold file was made from",
        )
    rows = tuple(read_gold(path, report.text))
    return Case(path.stem, report, rows, about.get("start", 0), about.get("end", len(report.text)))


def _report(name: str, about: Row, texts: Path) -> Report:
    """The report of that name, with the periods that the index knows."""
    for suffix in SUFFIXES if texts.is_dir() else ():
        if (path := texts / f"{name}{suffix}").is_file():
            report = pipeline.read_report(path, period=about.get("period"))
            break
    else:
        stem = about.get("record", name)
        record = _records(texts).get(stem)
        if record is None:
            raise DataError(f"The text of {name} is not in {texts}", expected=_TEXTS.format(stem=stem))
        document = document_from_text(record["text"])
        report = pipeline.report_of(document, name, title=record.get("title"), period=about.get("period"))
    return replace(report, plan_period=about["plan_period"]) if "plan_period" in about else report


@cache
def _records(texts: Path) -> dict[str, Row]:
    """The records of JSON lines by id."""
    files = sorted(texts.glob("*.jsonl")) if texts.is_dir() else [texts] if texts.is_file() else []
    lines = (
        json.loads(line) for path in files for line in path.read_text(encoding="utf-8").split("\n") if line.strip()
    )
    return {line["id"]: line for line in lines if "id" in line and "text" in line}


def read_gold(path: Path, text: str) -> Iterator[Row]:
    """The rows of a gold file, each with its ``start`` and ``end`` in the text.

    A row says where it stands by ``start`` and ``end``, or by ``ctx``: a piece of the text in which ``surface`` stands
    once, to be looked for from the row before on.

    Raises:
        DataError: A line is no JSON, lacks a field, or is not in the text.
    """
    last = 0
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if line.strip():
            row = _placed(_row(line, path, number), text, last, f"{path}, line {number}")
            last = row["start"]
            yield row


def _row(line: str, path: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{path}, line {number} is no JSON: {error}", expected="one object a line") from error
    missing = [name for name in NEEDED if name not in row]
    if missing or not ("ctx" in row or ("start" in row and "end" in row)):
        raise DataError(
            f"{path}, line {number} lacks {', '.join(missing) or 'ctx'}", expected=f"ctx, {', '.join(NEEDED)}"
        )
    return row


def _placed(row: Row, text: str, last: int, where: str) -> Row:
    surface = row["surface"]
    if "ctx" in row:
        at = text.find(row["ctx"], max(0, last - len(row["ctx"])))
        at = at if at >= 0 else text.find(row["ctx"])
        if at < 0 or row["ctx"].count(surface) != 1:
            problem = "is not in the text" if at < 0 else f"does not hold {surface!r} once"
            raise DataError(f"{where}: the ctx {row['ctx']!r} {problem}", remedy="copy it from: township text FILE")
        start = at + row["ctx"].index(surface)
        return {**row, "start": start, "end": start + len(surface)}
    if text[row["start"] : row["end"]] != surface:
        there = text[row["start"] : row["end"]]
        raise DataError(
            f"{where}: {surface!r} is not at {row['start']} of the text", expected=f"{there!r}, which is there"
        )
    return row
