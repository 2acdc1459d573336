"""Units as reports write them: units.csv, found behind a number."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from township_analysis.lang.tables import load_table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of units.csv.

    Attributes:
        name: As written, in simplified characters.
        dimension: ``money``, ``area``, ``length``, ``mass``, ``persons``, ``count``, ``ratio`` …
        base_unit: The unit that quantities of the dimension are counted in.
        factor: What one unit is in base units, or None where there is no fixed factor.
        kind: Class of use: ``person``, ``household``, ``event``, ``count``, ``percent``, ``duration`` …
        chinese_digit: Whether a single Chinese digit before it counts something (三座, but not 三级).
    """

    name: str
    dimension: str
    base_unit: str
    factor: float | None
    kind: str
    chinese_digit: bool


def _unit(row: dict[str, str]) -> Unit:
    factor = float(row["factor"]) if row["factor"] else None
    return Unit(row["unit"], row["dimension"], row["base_unit"], factor, row["class"], row["chinese_digit"] == "yes")


@cache
def units() -> dict[str, Unit]:
    """The units by name."""
    return {row["unit"]: _unit(row) for row in load_table("units")}


@lru_cache(maxsize=512)
def unit_of(name: str) -> Unit | None:
    """The unit of that name; ``元/亩`` and ``头(只)`` count as their first part, an unknown name as none."""
    return units().get(name) or units().get(re.split(r"[/(（]", name)[0])


#: Units that are part of a word elsewhere: 2万群众 has no unit, 十分 and 分别 count nothing.
_GUARDED = {
    "群": "群(?![众体])",
    "P": "P(?![A-Za-z])",
    "分": r"(?<=[0-9])分(?=[，。；、（）()的\n]|\Z|左右|以[上下]|居|位|列|排|较|比)",
}


@cache
def unit_pattern() -> str:
    """A pattern of every unit, longest first, with a per-unit behind it where there is one (``元/亩``)."""
    names = sorted(units(), key=len, reverse=True)
    one = "|".join(_GUARDED.get(name) or re.escape(name) for name in names)
    of_what = "亩|公顷|人|户|年|月|天|日|次|吨|公斤|斤|平方米|平方公里|平方千米|km2|km²|小时|立方米|千瓦时|头|只|株|件"
    per = rf"(?:/(?:{of_what}))"
    return rf"(?:{one}){per}?"
