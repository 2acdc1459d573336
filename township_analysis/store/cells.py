"""Cells of CSV files that a spreadsheet or a terminal would act on, made harmless."""

import json
import re
from typing import TYPE_CHECKING, Any

from township_analysis.fields import TABLES
from township_analysis.lang.visible import visible

if TYPE_CHECKING:
    import pandas as pd

# What a spreadsheet takes for a formula, unless the cell is a plain negative (or signed) number.
FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"^[+-]\d[\d,]*(\.\d+)?%?$")


def safe_cell(text: str) -> str:
    """The text as a CSV cell: no formula, no acting character.

    Example:
        >>> safe_cell("=cmd|' /C calc'!A0"), safe_cell("-4.1")
        ("'=cmd|' /C calc'!A0", '-4.1')
    """
    runs = FORMULA.match(text) and not NUMBER.match(text)
    return visible(f"'{text}" if runs else text)


def safe_frame(table: str, frame: "pd.DataFrame") -> "pd.DataFrame":
    """A copy of a table that may be written as CSV."""
    copy = frame.copy()
    for field in TABLES[table]:
        if field.dtype == "list":
            copy[field.name] = [json.dumps(cell, ensure_ascii=False) for cell in frame[field.name]]
        elif field.dtype == "string":
            copy[field.name] = frame[field.name].map(safe_cell, na_action="ignore")
    return copy


def safe_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of plain values that may be written as CSV; null is an empty cell."""
    return {name: safe_cell(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
