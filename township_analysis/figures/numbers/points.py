"""Decimal points that were typed as 、 or ·: 人均耕地0、88亩, 入学率97、2%, 28·6亿元."""

import re
from dataclasses import replace
from functools import cache

from township_analysis.lang.units import units
from township_analysis.report.model import Report

_DIGITS = r"(?<![\d.、-])\d{1,5}、\d{1,2}"
#: What no list of numbers looks like: 103、2%, 48、6万, 0、88亩.
_CERTAIN = re.compile(rf"{_DIGITS}(?=[%‰]|[万亿](?!\d))|(?<![\d.、])0、\d{{1,2}}(?![\d.、])")
_POINT = re.compile(r"\d\.\d")
_MAY_BE = re.compile(r"、(?<=\d、)(?=\d)")
#: 28·6亿元, but not “5·12”地震.
_RAISED = re.compile(r"(?<=\d)[·・](?=\d)(?!\d{1,2}[”\"])")
#: So often must a text write its points so, and more than as others do, before 7、5公里 is read as 7.5公里.
_OFTEN = 3
#: What is measured, and not counted: only there is a number with a point likelier than two numbers.
_MEASURED = ("area", "length", "mass", "money", "currency", "volume", "points", "ratio")
#: What may stand without its sign: 增长6、8.
_RATE = rf"(?<=[增长降高]){_DIGITS}(?=[，。；])"


def with_points(report: Report) -> Report:
    """The report with a point for every 、 that stands for one, in a text that writes all of its points so.

    Character for character as long: the places in its text stay what they are.

    Example:
        >>> from township_analysis import read_text
        >>> with_points(read_text("入学率97、2%，出生率17、2‰；人均耕地0、88亩，修路7、5公里，建成3、5个")).plain
        '入学率97.2%，出生率17.2‰；人均耕地0.88亩，修路7.5公里，建成3、5个'
    """
    plain = report.plain
    raised = "·" in plain or "・" in plain
    if raised and len(_RAISED.findall(plain)) > max(_OFTEN, len(_POINT.findall(plain))):
        return replace(report, plain=_RAISED.sub(".", plain))
    if len(_MAY_BE.findall(plain)) < _OFTEN:
        return report
    often = len(_CERTAIN.findall(plain))
    if often < max(_OFTEN, len(_POINT.findall(plain))):
        return report
    return replace(report, plain=_slip().sub(lambda found: found[0].replace("、", "."), plain))


@cache
def _slip() -> re.Pattern[str]:
    measures = (name for name, unit in units().items() if unit.dimension in _MEASURED)
    measured = "|".join(map(re.escape, sorted(measures, key=len, reverse=True)))
    return re.compile(rf"{_DIGITS}(?= ?(?:[%‰万亿]|{measured}))|{_RATE}")
