"""Values of the year before, where a report gives a level and what it grew by."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Row = dict[str, Any]
# Words between a level and its growth that make it a growth over something else than the year before.
_OTHER_BASE = re.compile(r"年均|累计|环比|以来|(?<!同)期|翻|倍|目标|计划|任务|年[来间初]|[月季]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = 6  # significant digits of a derived value


def earlier_values(figures: list[Row]) -> Iterator[tuple[Row, Row, float]]:
    """Pairs of a level and the growth or change told right after it, with the level of the year before.

    Args:
        figures: Rows of one report with codes, in the order of the text.

    Yields:
        The row of the level, that of the growth, and the earlier value in base units.
    """
    for level, move in pairwise(row for row in figures if row["code"]):
        if _belong(level, move) and (value := _before(level["quantity"], move)) is not None:
            yield level, move, value


def _belong(level: Row, move: Row) -> bool:
    same = all(level[name] == move[name] for name in ("code", "report_id", "sentence", "scope", "period", "status"))
    if not same or level["kind"] != "level" or move["kind"] not in ("growth", "change"):
        return False
    if level["quantity"] is None or move["quantity"] is None or move["unit"] in ("倍", "番"):
        return False
    between = _between(level, move)
    year = int(level["period"][:4])
    return set(_YEAR.findall(between)) <= {str(year - 1)} and not _OTHER_BASE.search(between + move["indicator"])


def _between(level: Row, move: Row) -> str:
    sentence = level["sentence"]
    start = sentence.find(level["surface"])
    end = sentence.find(move["surface"], start + len(level["surface"]))
    return sentence[start + len(level["surface"]) : end] if 0 <= start < end else "期"


def _before(value: float, move: Row) -> float | None:
    if move["kind"] == "growth":
        earlier = value / (1 + move["quantity"] / 100) if move["quantity"] > -100 else None
    else:
        earlier = value - move["quantity"] if move["base_unit"] not in ("%", "百分点") else None
    return None if earlier is None else float(f"{earlier:.{_DIGITS}g}")
