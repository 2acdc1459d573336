"""A number that stands by itself, as a person writes it: in a cell, in a search, in a script's argument."""

import re

from township_analysis.errors import NotAQuantity
from township_analysis.lang.numerals import ARABIC, CHINESE, CHINESE_DIGITS, number_value, tidy
from township_analysis.lang.script import aligned

#: 廿三, 卅: twenty and thirty in one character, where no digit stands before them.
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_IN_ONE = re.compile(rf"(?<![一二两三四五六七八九十廿卄卅卌\d])[{''.join(_TENS)}](?![十百千])")
_SIGN = "负+−-"
_POWERS = {"k": 10**3, "K": 10**3, "M": 10**6}
#: Words that count several at once; 双 and 对 are units as well, and there the pairs are counted.
_DOZENS = {"打": 12, "双": 2, "对": 2}
_ARABIC = rf"(?:{ARABIC}|\.\d+)"
_STEPS = rf"(?:{ARABIC})(?:[十拾百佰千仟万亿]+(?:{ARABIC})?)*"
_CHINESE = rf"[{CHINESE}]+(?:点[{CHINESE_DIGITS}]+[万亿]*)?"

_SIMPLE = re.compile(rf"{_STEPS}|{_CHINESE}|\.\d+")
_SHAPES = {
    "and": re.compile(r"(?P<whole>[^又分]+)又(?P<below>[^又分]+)分之(?P<above>[^又分]+)"),  # 三又二分之一
    "mixed": re.compile(r"(?P<whole>\d+) +(?P<above>\d+)/(?P<below>\d+)"),  # 1 3/5
    "over": re.compile(r"(?P<below>[^分]+)分之(?P<above>[^分]+)"),  # 三分之二
    "slash": re.compile(r"(?P<above>\d+)/(?P<below>\d+)"),
    "science": re.compile(rf"(?P<base>{_ARABIC})[eE](?P<exponent>[+-]?\d+)"),
    "power": re.compile(rf"(?P<base>{_ARABIC})\^(?P<exponent>[+-]?\d+)"),
    "kilo": re.compile(rf"(?P<count>{_ARABIC})(?P<times>[{''.join(_POWERS)}])"),
    "dozens": re.compile(rf"(?P<count>.+)(?P<dozen>[{''.join(_DOZENS)}])"),
    "half": re.compile(r"半(?P<of>[百千万亿]+)"),
    "trillion": re.compile(r"(?P<high>[^兆]+)兆(?P<low>[^兆]*)"),
    "hedged": re.compile(r"(?P<head>.+?)零?[余多来几](?P<tail>[十百千万亿]*)"),
}
_BETWEEN_DIGITS = re.compile(r"\d +\d")
LONGEST = 100  # characters; no number that anybody writes has more
_LARGEST = 300  # a larger exponent is no quantity of this world, and 9^99999 would take minutes


def parse_number(text: str) -> int | float:
    """The number that a text writes, and nothing else.

    Digits, Chinese numerals (formal and spoken ones too), both together with multipliers, fractions, ``2.5e3``.
    余, 多, 来 and 几 inside are left out of account.

    Args:
        text: In either script, with half-width or full-width digits.

    Returns:
        An int where the value is whole.

    Raises:
        NotAQuantity: The text holds something other than one number.

    Example:
        >>> [parse_number(text) for text in ("1.77万", "两千五百", "负三点五", "壹佰伍拾万", "1万6千", "三又二分之一")]
        [17700, 2500, -3.5, 1500000, 16000, 3.5]
    """
    try:
        return written_number(aligned(text.strip()).removesuffix("整"))
    except NotAQuantity as error:
        expected = "a numeral such as 1,234.5, 两千五百, 1.77万 or 三分之二"
        raise NotAQuantity(f"{shortened(text)!r} is not a number", expected=expected) from error


def shortened(text: str) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def in_full(plain: str) -> str:
    """A numeral with 廿 and 卅 as 二十 and 三十."""
    return _IN_ONE.sub(lambda found: _TENS[found[0]], plain)


def written_number(plain: str) -> int | float:
    """The number that an aligned text writes.

    Raises:
        NotAQuantity: It is none.
    """
    if len(plain) > LONGEST:
        raise NotAQuantity(f"{shortened(plain)!r} is too long for a number")
    if mixed := _SHAPES["mixed"].fullmatch(plain.lstrip(_SIGN)):
        return _signed(plain, _fraction(mixed.groupdict()))
    if _BETWEEN_DIGITS.search(plain):
        raise NotAQuantity(f"{plain!r} is not one number")
    bare = in_full(plain.replace(" ", ""))
    value = _unsigned(bare[1:] if bare[:1] and bare[0] in _SIGN else bare)
    return _signed(bare, value)


def _signed(text: str, value: float) -> int | float:
    return tidy(-value if text[:1] in ("负", "−", "-") else value)


def _unsigned(bare: str) -> int | float:
    if _SIMPLE.fullmatch(bare):
        return number_value(f"0{bare}" if bare.startswith(".") else bare)
    for name, shape in _SHAPES.items():
        if match := shape.fullmatch(bare):
            return _of_shape(name, match.groupdict())
    raise NotAQuantity(f"{bare!r} is not a number")


def _of_shape(name: str, found: dict[str, str]) -> int | float:
    if "below" in found:
        return _fraction(found)
    if "exponent" in found:
        exponent, base = int(found["exponent"]), written_number(found["base"])
        if abs(exponent) > _LARGEST or (name == "power" and not base):
            raise NotAQuantity(f"the exponent {exponent} is out of reach")
        return float(f"{base}e{exponent}") if name == "science" else base**exponent
    if name == "kilo":
        return written_number(found["count"]) * _POWERS[found["times"]]
    if name == "dozens":
        return written_number(found["count"]) * _DOZENS[found["dozen"]]
    if name == "half":
        return written_number(f"一{found['of']}") / 2
    if name == "trillion":
        return written_number(found["high"]) * 10**12 + (written_number(found["low"]) if found["low"] else 0)
    return written_number(found["head"] + found["tail"])


def _fraction(found: dict[str, str]) -> float:
    below = written_number(found["below"])
    if not below:
        raise NotAQuantity("nothing can be divided by zero")
    whole = written_number(found["whole"]) if found.get("whole") else 0
    return whole + written_number(found["above"]) / below
