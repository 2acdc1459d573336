"""Quantities in other units, by pint; its units are those of lang/units.csv."""

from functools import cache
from typing import TYPE_CHECKING

from township_analysis.errors import DataError
from township_analysis.lang.units import units

if TYPE_CHECKING:
    import pandas as pd
    import pint

_DIGITS = 12  # significant digits: pint is exact to floating point only
CONVERTED = ("area", "length", "mass", "volume", "money", "energy", "power")


def convert(figures: "pd.DataFrame", **wanted: str) -> "pd.DataFrame":
    """A copy of figures (or of a long panel) with its quantities of a dimension in another unit.

    Args:
        figures: A frame with ``quantity`` and ``base_unit``.
        wanted: Unit by dimension (``area``, ``length``, ``mass``, ``volume``, ``money``, ``energy``, ``power``); 万 and
            亿 before a unit are its multiples.

    Raises:
        DataError: If there is no such dimension or unit, or the unit is not of the dimension.

    Example:
        >>> convert(figures, area="亩", money="万元")["base_unit"].unique().tolist()
        ['亩', '万元', '人', '%']
    """
    factors = {
        base: (_factor(base, unit, dimension), unit) for dimension, unit in wanted.items() for base in _bases(dimension)
    }
    told = figures["base_unit"].isin(list(factors))
    scale = figures["base_unit"].map({base: factor for base, (factor, _) in factors.items()})
    names = figures["base_unit"].map({base: unit for base, (_, unit) in factors.items()})
    scaled = (figures["quantity"] * scale).map(lambda value: float(f"{value:.{_DIGITS}g}"), na_action="ignore")
    return figures.assign(
        quantity=figures["quantity"].where(~told, scaled), base_unit=figures["base_unit"].where(~told, names)
    )


def _bases(dimension: str) -> set[str]:
    if dimension not in CONVERTED:
        raise DataError(f"There is no dimension {dimension!r} to convert", expected=", ".join(CONVERTED))
    return {unit.base_unit for unit in units().values() if unit.dimension == dimension and unit.base_unit}


def _factor(base: str, unit: str, dimension: str) -> float:
    import pint

    try:
        return float(registry().Quantity(1.0, base).to(unit).magnitude)
    except (pint.errors.PintError, AttributeError, ValueError) as error:
        raise DataError(
            f"{unit!r} is no unit of {dimension}", expected="a unit of units.csv, 万 or 亿 before it or not"
        ) from error


@cache
def registry() -> "pint.UnitRegistry":
    """The units of units.csv whose names pint can read; 平方米 and 公顷 are of one dimension."""
    import pint

    made: pint.UnitRegistry = pint.UnitRegistry(None)
    for prefix, factor in (("千", "1e3"), ("万", "1e4"), ("百万", "1e6"), ("亿", "1e8")):
        made.define(f"{prefix}- = {factor}")
    made.define("平方米 = [area]")
    made.define("公顷 = 1e4 * 平方米")
    taken = {"平方米", "公顷"}
    for one in units().values():
        if one.dimension in CONVERTED and one.base_unit == one.name and one.name not in taken:
            made.define(f"{one.name} = [{one.dimension}]")
            taken.add(one.name)
    for one in units().values():
        if one.dimension in CONVERTED and one.factor and one.name not in taken and one.name.isidentifier():
            made.define(f"{one.name} = {one.factor!r} * {one.base_unit}")
            taken.add(one.name)
    return made
