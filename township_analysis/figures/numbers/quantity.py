"""One quantity by itself, as a cell of a table, a search or a script's argument holds it.

The engine finds numbers in running text, where the words around decide what counts (mentions.py). Here the whole text
has to be one quantity, so nothing around it can decide: ``30天`` is one, and so is a bare number.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from township_analysis.errors import NotAQuantity
from township_analysis.figures.numbers.hedges import hedge_inside, hedges
from township_analysis.lang.numerals import DIGITS, tidy
from township_analysis.lang.script import aligned
from township_analysis.lang.units import unit_pattern
from township_analysis.lang.written import LONGEST, in_full, shortened, written_number

_EXPECTED = "one number and its unit, like 1.77万余亩, 百分之九十五, 五至八公里 or 约300人"
_SPACES = re.compile(r"(?<!\d) +| +(?!\d)")  # between two digits a space may not be left out
_POINT = re.compile(r"(?<=\d)、(?=\d+[万亿])")  # a slip of input methods: 3、19亿元
_MULTIPLIER = re.compile(r"[十百千万亿]+\Z")
_INSIDE = re.compile(r"(?<!\A)([余多来几])[十百千万亿]*\Z")
_TO = re.compile(r"-{1,2}|—{1,2}|~|至|到")
_PERCENT = re.compile(r"(?P<sign>[负−-]?)(?P<of>[百佰千])分之(?P<number>.+)")
_ADJACENT = re.compile(
    r"(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<rest>.+)"
)
_AND_HALF = re.compile(r"(?P<most>.+)半")
_TENTHS = re.compile(r"(?P<most>.+成)(?P<digit>[1-9一二三四五六七八九])")  # 七成六
_WRITTEN_OUT = re.compile(r"(?<=[元圆角分])[整正]\Z")
_CURRENCY = re.compile(r"(?:人民币|[¥￥])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its multiplier applied, its unit and how exact it is.

    Attributes:
        value: The number; the lower end of a range.
        unit: As written, without multiplier, in simplified characters; ``""`` where none is written.
        approx: ``exact``, ``more``, ``less`` or ``about``.
        value_max: The upper end of a range, or None.
    """

    value: float
    unit: str
    approx: str = "exact"
    value_max: float | None = None


class _Part(NamedTuple):
    """A number with its unit, as read and as written."""

    value: float
    unit: str
    number: str


def parse_quantity(text: str) -> Quantity:
    """The quantity that a text writes and nothing else.

    Args:
        text: A number in digits or Chinese, with its unit and the words that hedge it; in either script.

    Raises:
        NotAQuantity: If it is no number, more than one, or has words in it that are no part of a quantity.

    Example:
        >>> parse_quantity("1.77万余亩")
        Quantity(value=17700, unit='亩', approx='more', value_max=None)
        >>> parse_quantity("五至八公里").value_max
        8
    """
    if len(text) > LONGEST:
        raise NotAQuantity(f"{shortened(text)!r} is no quantity", expected=_EXPECTED)
    core, hedge = _withouthedges(_POINT.sub(".", _SPACES.sub("", aligned(text).strip())))
    read = _quantity(in_full(core), hedge)
    if read is None:
        raise NotAQuantity(f"{shortened(text)!r} is no quantity", expected=_EXPECTED, remedy=_remedy(core))
    return read


def _quantity(core: str, hedge: str) -> Quantity | None:
    if ends := _adjacent(core):
        return Quantity(ends[0].value, ends[1].unit, hedge or "exact", ends[1].value)
    if part := _part(core):
        return Quantity(part.value, part.unit, hedge or _inside(part.number))
    if ends := _range(core):
        return Quantity(ends[0].value, ends[1].unit, hedge or _inside(ends[1].number), ends[1].value)
    return None


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = ("|".join(sorted(map(re.escape, hedges(at)), key=len, reverse=True)) for at in ("before", "after"))
    return re.compile(rf"({before})(?:了|过)?(?:达到?|到|有|为)?"), re.compile(rf"({after})\Z")


def _withouthedges(plain: str) -> tuple[str, str]:
    """The text without 约, 近, 以上 and the like, and what they say, or ``""``; those behind the number count first."""
    before, after = _around()
    core, said = _WRITTEN_OUT.sub("", plain), ""
    if (found := before.match(core)) and (found[1] != "上" or core[1:2] in tuple("十百千万亿")):
        core, said = core[found.end() :], hedges("before")[found[1]]
    if found := after.search(core):
        core, said = core[: found.start()], hedges("after")[found[1]]
    if currency := _CURRENCY.match(core):
        core = core[currency.end() :].removesuffix("元") + "元"
    return core, said


def _inside(number: str) -> str:
    found = _INSIDE.search(number)
    return hedge_inside(found[1]) if found else "exact"


def _part(text: str) -> _Part | None:
    """One number with its unit: the longest unit that leaves a number before it."""
    if percent := _PERCENT.fullmatch(text):
        value = _number(percent["sign"] + percent["number"])
        return None if value is None else _Part(value, "‰" if percent["of"] == "千" else "%", percent["number"])
    for at in range(len(text) + 1):
        if at == len(text) or re.fullmatch(unit_pattern(), text[at:]):
            value = _number(text[:at])
            if value is not None:
                unit = text[at:].removeprefix("个") if text.endswith("分点") else text[at:]
                return _Part(value / 10 if unit == "折" and value > 10 else value, unit, text[:at])
    return _with_fraction(text)


def _number(text: str) -> int | float | None:
    try:
        return written_number(text)
    except NotAQuantity:
        return 0.5 if text == "半" else None


def _with_fraction(text: str) -> _Part | None:
    """``三成半``, ``两年半``, ``七成六``."""
    for shape in (_AND_HALF, _TENTHS):
        if (found := shape.fullmatch(text)) and (most := _part(found["most"])) and most.unit:
            more = 0.5 if shape is _AND_HALF else written_number(found["digit"]) / 10
            return most._replace(value=most.value + more)
    return None


def _adjacent(text: str) -> tuple[_Part, _Part] | None:
    """``两三个``, ``三四十亩``, ``十七八户``, ``三五户``: from one digit to the next."""
    found = _ADJACENT.fullmatch(text)
    if not found or (DIGITS[found["high"]] != DIGITS[found["low"]] + 1 and text[:2] != "三五"):
        return None
    low, high = (_part((found["tens"] or "") + found[end] + found["rest"]) for end in ("low", "high"))
    return (low, high) if low and high and high.unit not in ("", "折") else None


def _range(text: str) -> tuple[_Part, _Part] | None:
    """``2-3个``, ``3-5万元``, ``85%-90%``, ``百分之三至五``: unit and multiplier of the upper end hold for both."""
    for found in _TO.finditer(text, 1):
        left, right = text[: found.start()], text[found.end() :]
        if (percent := _PERCENT.match(left)) and not _PERCENT.match(right):
            right = f"{percent['of']}分之{right}"
        low, high = _part(left), _part(right)
        if low and high and low.unit in ("", high.unit):
            return _scaled(low, high.number, high.value)._replace(unit=high.unit), high
    return None


def _scaled(low: _Part, upper: str, limit: float) -> _Part:
    """The lower end with the upper one's multiplier where it has none itself (``3-5万元``, not ``5000-1万元``)."""
    scale = _MULTIPLIER.search(upper)
    if not scale or _MULTIPLIER.search(low.number):
        return low
    value = low.value * written_number(scale[0])
    return low._replace(value=tidy(value)) if value <= limit else low


def _remedy(core: str) -> str:
    """Which part of the text would be a quantity, where there is one."""
    for end in range(len(core) - 1, 0, -1):
        if _part(core[:end]):
            return f"leave {core[end:]!r} out, or if it is a unit add it to units.csv; {core[:end]} alone would do"
    return ""
