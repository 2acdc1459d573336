"""Numerals as Chinese reports write them: Arabic, Chinese, formal, mixed, with multipliers.

A numeral is read on the aligned copy (half-width digits, simplified characters): see lang/script.py.
"""

import re

from township_analysis.errors import NotAQuantity

_ALIKE = ["零〇○Ｏ", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
DIGITS = {character: value for value, characters in enumerate(_ALIKE) for character in characters}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
MULTIPLIERS = SMALL | LARGE

CHINESE_DIGITS = "".join(DIGITS)
CHINESE = CHINESE_DIGITS + "".join(SMALL) + "".join(LARGE)
#: Arabic digits, with thousands separators, or a blank on one side of the decimal point (``3. 5``).
BROKEN = "\x0b"  # where a line end broke a number, in the copy for matching
ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?: ?\. ?\d+)?"

_PLAIN = re.compile(rf"(?:{ARABIC})\Z")
_MIXED = re.compile(rf"(\d+[、·]\d+|{ARABIC})([十拾百佰千仟万亿]*)")
_DIGIT_STRING = re.compile(rf"[{CHINESE_DIGITS}]{{2,}}\Z")
#: 三四十, 十七八, 两三万, 三五: from one digit to the next, with the power that both share.
_ADJACENT = re.compile(
    r"(?P<tens>[一二三四五六七八九]?十)?"
    r"(?P<ends>一[二两]|[二两]三|三四|三五|四五|五六|六七|七八|八九)(?P<power>[十百千万亿]*)\Z"
)
_FRACTION = re.compile(rf"([{CHINESE}\d.]+)分之([{CHINESE}\d.点]+)\Z")


def plain_number(text: str) -> int | float:
    """An Arabic numeral: ``1,234.5`` → 1234.5, ``3. 5`` → 3.5, ``2450`` → 2450."""
    cleaned = text.replace(",", "").replace(" ", "").replace("、", ".").replace("·", ".")
    return float(cleaned) if "." in cleaned else int(cleaned)


def tidy(value: float) -> int | float:
    """The value without the dust of binary fractions, to 15 digits; whole numbers as int."""
    exact = float(f"{value:.15g}") if isinstance(value, float) else value
    return int(exact) if exact == int(exact) else round(exact, 10)


def multiplier(text: str) -> int:
    """The product of a run of multipliers: ``万`` → 10,000, ``百万`` → 1,000,000, ``万亿`` → 10**12."""
    product = 1
    for character in text:
        product *= MULTIPLIERS[character]
    return product


def _section(text: str) -> float:
    """A Chinese numeral below 万: ``两千五百`` → 2500, spoken ``四百五`` → 450."""
    total, digit, last = 0, 0, 1
    for character in text:
        if character in SMALL:
            total += (digit or 1) * SMALL[character]
            digit, last = 0, SMALL[character]
        else:
            digit = DIGITS[character]
            last = 1 if digit == 0 else last
    return total + digit * (last // 10 if last > 10 else 1)


def chinese_number(text: str) -> int | float:
    """A Chinese numeral without sign: ``两千五百`` → 2500, ``一亿二千万``, ``三点五``, ``二○一九`` → 2019."""
    whole, point, fraction = text.partition("点")
    if point:
        tail, power = fraction.rstrip("万亿"), fraction[len(fraction.rstrip("万亿")) :]
        decimals = "".join(str(DIGITS[c]) for c in tail)
        return tidy((chinese_number(whole) + float(f"0.{decimals}")) * multiplier(power))
    if _DIGIT_STRING.match(text):
        return int("".join(str(DIGITS[c]) for c in text))
    for mark in ("亿", "万"):
        head, found, rest = text.rpartition(mark)
        if found:
            high = chinese_number(head) if head else 1
            return high * LARGE[mark] + _rest(rest, LARGE[mark])
    return int(_section(text))


def adjacent_numbers(text: str) -> tuple[int | float, int | float] | None:
    """The two ends of a Chinese numeral that leaves open which: ``三四十`` → 30 and 40; None for any other numeral."""
    found = _ADJACENT.match(text)
    if not found:
        return None
    low, high = (chinese_number((found["tens"] or "") + digit + found["power"]) for digit in found["ends"])
    return low, high


def _rest(text: str, above: int) -> int | float:
    """What follows 万 or 亿; a single spoken digit counts the next power (``一万五`` → 15,000)."""
    if not text:
        return 0
    return DIGITS[text] * above // 10 if text in DIGITS else chinese_number(text)


def mixed_number(text: str) -> int | float:
    """Arabic digits with multipliers, also in steps: ``1.77万`` → 17700, ``1万6千`` → 16000, ``4千3百万``."""
    value, below, last = 0.0, 0.0, 1
    for number, marks in _MIXED.findall(text):
        small = marks.rstrip("万亿")
        # 3万5: a digit without a mark counts the next power below the one before it
        last = last // 10 if not marks and last > 10 and len(number) == 1 else multiplier(marks)
        below += plain_number(number) * (multiplier(small) if marks else last)
        if small != marks:  # 4千3百万: 万 counts all that stands before it
            value, below = value + below * multiplier(marks[len(small) :]), 0.0
    return tidy(value + below)


def number_value(text: str) -> int | float:
    """The value of a numeral that a mention has found; blanks inside are allowed.

    Raises:
        NotAQuantity: The text is no numeral.
    """
    bare = text.replace(" ", "").replace(BROKEN, "")
    sign = -1 if bare[:1] in ("负", "-", "−") else 1
    bare = bare.lstrip("负-−+")
    try:
        if fraction := _FRACTION.match(bare):
            return tidy(sign * number_value(fraction[2]) / number_value(fraction[1]))
        if _PLAIN.match(bare):
            return sign * plain_number(bare)
        return sign * (mixed_number(bare) if bare[0].isdigit() else chinese_number(bare))
    except (KeyError, ValueError, IndexError, ZeroDivisionError) as error:
        raise NotAQuantity(
            f"{text!r} is not a number", expected="a numeral such as 1,234.5, 两千五百 or 1.77万"
        ) from error
