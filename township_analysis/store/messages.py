"""Rejects in words: made from their rule and details, in Chinese or English."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from township_analysis.errors import TownshipError
from township_analysis.reading.rejects import Rejected, explanation, rules

#: The remedy where a rule has none: what failed is the program.
FAULT = {
    "en": "this is a fault of the program; please report it with the file",
    "zh": "这是程序的错误，请连同文件一起报告",
}


def reject_details(error: TownshipError) -> dict[str, Any]:
    """What a reject's message is made from: the facts of a reading rule, or the message's parts of any other error."""
    if isinstance(error, Rejected):
        return dict(error.details)
    return {"what": error.what, "expected": error.expected, "remedy": error.remedy}


def reject_message(reject: Mapping[str, Any], language: Literal["en", "zh"]) -> tuple[str, str]:
    """The cause and the remedy of a row of ``rejects``.

    Example:
        >>> reject_message({"rule": "empty", "details": "{}"}, "zh")
        ('文件是空的', '请重新下载该文件')
    """
    details = json.loads(reject["details"])
    if reject["rule"] in rules():
        cause, _, remedy = explanation(reject["rule"], details, language)
        return cause, remedy
    cause = str(details.get("what", reject["rule"]))
    return cause, str(details.get("remedy") or FAULT[language])
