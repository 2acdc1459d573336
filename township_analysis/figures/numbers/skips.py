"""Numbers that measure nothing: identifiers, numbering, slogans, names, dates written as digits."""

import re
from functools import cache

from township_analysis.lang.tables import load_table
from township_analysis.reading.document import Span

CHINESE_NUMERALS = "一二三四五六七八九十百零〇"
#: Every shape of nonfigures.csv begins with one of these characters; what stands before it is a look-behind.
_BEGINS = r"[0-9A-Za-z一二三四五六七八九十百千万亿两双零〇“\"《〔\[【(①-⒛㈠-㈩第其关*×_xX \t]"
#: A quotation that holds a number with a unit of measure is talk about figures, not a name.
_MEASURE_INSIDE = re.compile(r"\d[\d.]*(?:[万亿]?(?:元|亩|公里|吨|平方米|户|人)|%)")


@cache
def _pattern() -> tuple[re.Pattern[str], list[str]]:
    """One expression of all shapes, and the reason of each of its groups.

    The groups are empty and stand behind the shapes: a shape that is no group is passed over by its first character.
    """
    rows = load_table("nonfigures")
    joined = "|".join(f"(?:{row['pattern'].replace('{CN}', CHINESE_NUMERALS)})()" for row in rows)
    return re.compile(f"(?={_BEGINS})(?:{joined})"), [row["reason"] for row in rows]


def non_figures(plain: str) -> list[Span]:
    """The stretches of an aligned text that hold numbers of no measure, in order, with the reason of each.

    >>> text = "国发〔2018〕16号文件，“三变”改革"
    >>> [(span.reason, text[span.start : span.end]) for span in non_figures(text)]
    [('identifier', '〔2018〕16号'), ('slogan', '“三变”')]
    """
    pattern, reasons = _pattern()
    spans = []
    for match in pattern.finditer(plain):
        reason = reasons[(match.lastindex or 1) - 1]
        if not (reason == "slogan" and _MEASURE_INSIDE.search(match[0])):
            spans.append(Span(match.end() - len(match[0].lstrip(" ")), match.end(), reason))
    return spans
