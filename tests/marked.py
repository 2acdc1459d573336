"""Texts with a mark behind every figure that says of whom it is: 全长320米⟦青石大桥|青石大桥全长⟧."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from township_analysis import pipeline, read_text

MARKED = Path(__file__).parent / "gold" / "marked"
_MARK = re.compile(r"⟦(?P<scope>[^⟦⟧|]*)\|(?P<name>[^⟦⟧]*)⟧")
_QUOTES = re.compile(r"[\s“”\"]")
_TITLE = "广源镇2019年工作总结\n一、2019年工作回顾\n"
_REACH = 8  # characters of a noun between a figure and its mark: 32个村民小组⟦…⟧
_STOP = re.compile("[，。；、,;]")


@dataclass(frozen=True)
class Mark:
    """A marked figure.

    Attributes:
        end: Where the mark stands in the text without marks.
        scope: Of whom the figure is; empty for the township.
        name: What it measures.
    """

    end: int
    scope: str
    name: str


def bare(text: str) -> tuple[str, list[Mark]]:
    """A text without its marks, and these."""
    out, marks, last = "", [], 0
    for found in _MARK.finditer(text):
        out += text[last : found.start()]
        marks.append(Mark(len(out), _QUOTES.sub("", found["scope"]), found["name"]))
        last = found.end()
    return out + text[last:], marks


def texts(folder: str) -> dict[str, list[str]]:
    """The reports and the passages (each under the same title) of a folder, with their marks."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in sorted((MARKED / folder).glob("*.txt"))}
    passages = files.pop("passages").splitlines()
    return {"passages": [_TITLE + line for line in passages], "reports": list(files.values())}


def found_scopes(text: str) -> list[tuple[Mark, str | None]]:
    """Each mark of a text with the scope that the engine gives its figure; ``None`` where it finds no figure."""
    plain, marks = bare(text)
    rows, _ = pipeline.extract(read_text(plain))
    return [(mark, _scope_at(plain, rows, mark.end)) for mark in marks]


def _scope_at(plain: str, rows: list[dict[str, Any]], end: int) -> str | None:
    before = [row for row in rows if row["start"] < end and end - row["end"] <= _REACH]
    last = max(before, key=lambda row: row["end"], default=None)
    if last is None or (last["end"] < end and _STOP.search(plain, last["end"], end)):
        return None
    return _QUOTES.sub("", last["scope"] or "")


def is_same(scope: str, found: str) -> bool:
    """True for the same scope, as score.py has it: one holds the other."""
    return scope == found or bool(scope and found and (scope in found or found in scope))


def right_scopes(marked: list[str]) -> dict[str, float]:
    """The share of right scopes among figures of named bodies, of the township, and of all."""
    of, right = Counter[str](), Counter[str]()
    for text in marked:
        for mark, found in found_scopes(text):
            kind = "" if mark.scope.startswith("per-") else "named" if mark.scope else "township"
            for key in filter(None, (kind, "all")):
                of[key] += 1
                right[key] += found is not None and is_same(mark.scope, found)
    return {key: right[key] / of[key] for key in of}
