"""Why a file is refused: every rule's cause, expectation and remedy, in English and Chinese, from rejects.csv."""

import csv
from functools import cache
from importlib.resources import files
from typing import Literal

from township_analysis.errors import ReadingError

Detail = str | int


class Rejected(ReadingError):
    """A file cannot be read as a report, for a reason that rejects.csv explains in two languages.

    Attributes:
        details: The facts that the message names (``{"pages": 12}``), for the table of rejects.
        where: The file, as given, or empty.
    """

    def __init__(self, rule: str, where: str = "", **details: Detail) -> None:
        self.details, self.where = details, where
        cause, expected, remedy = explanation(rule, details, "en")
        super().__init__(f"{where}: {cause}" if where else cause, expected=expected, remedy=remedy, rule=rule)

    def at(self, where: str) -> "Rejected":
        """The same reject, naming the file that it is about."""
        return Rejected(self.rule, where, **self.details)


def explanation(rule: str, details: dict[str, Detail], language: Literal["en", "zh"]) -> tuple[str, str, str]:
    """Say in words what a reject is: its cause, what was expected, what to do.

    Args:
        rule: A rule of rejects.csv, as in the column ``rule`` of the table of rejects.
        details: The facts that belong to it.
        language: ``en`` or ``zh``.

    Raises:
        KeyError: There is no such rule.

    Example:
        >>> explanation("scan-pdf", {"pages": 12}, "zh")[0]
        '该 PDF 是扫描件，只有图像没有文字（12 页）'
    """
    row = rules()[rule]
    return (
        row[f"cause_{language}"].format_map(details),
        row[f"expected_{language}"].format_map(details),
        row[f"remedy_{language}"].format_map(details),
    )


@cache
def rules() -> dict[str, dict[str, str]]:
    """All rules by name."""
    table = files("township_analysis.reading").joinpath("rejects.csv").read_text(encoding="utf-8")
    return {row["rule"]: row for row in csv.DictReader(table.splitlines())}
