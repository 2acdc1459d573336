"""What a reader sees in words, in Chinese or English: one table, labels.csv."""

import os
from functools import cache
from typing import Literal

from township_analysis.errors import DataError
from township_analysis.lang.tables import load_table

LANGUAGES = ("zh", "en")


@cache
def _labels() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in load_table("labels")}


def has_label(key: str) -> bool:
    """Whether labels.csv has a line for the key."""
    return key in _labels()


def label(key: str, language: str = "zh", **values: object) -> str:
    """The words for a key, with ``{name}`` filled in.

    Raises:
        DataError: If labels.csv has no such key, or the language is neither ``zh`` nor ``en``.

    Example:
        >>> label("role.plan", "en"), label("kind.growth", "zh")
        ('Plan', '增长率')
    """
    if language not in LANGUAGES:
        raise DataError(f"The language {language!r} is not known", expected=" or ".join(LANGUAGES))
    if not has_label(key):
        raise DataError(f"lang/labels.csv has no line for {key!r}", remedy="add one with its zh and en words")
    text = _labels()[key][language]
    return text.format(**values) if values else text


def label_or(key: str, language: str, otherwise: str) -> str:
    """The words for a key, or ``otherwise`` where the table has none (a value that the data brought)."""
    return label(key, language) if has_label(key) else otherwise


def environment_language() -> Literal["en", "zh"]:
    """``zh`` where LC_ALL, LC_MESSAGES or LANG (the first that is set) asks for Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
