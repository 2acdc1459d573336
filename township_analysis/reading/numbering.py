"""Automatic numbers of Word paragraphs (一、 （一） 1. ①), which stand in no text of the file."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = "零一二三四五六七八九"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
ROMAN_ENDS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
COUNTING = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}
FORMAL_COUNTING = {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}
LEVELS = range(9)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, its number format, its text (``（%1）``)."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    suffix: str = "tab"
    arabic: bool = False


def chinese_number(number: int, digits: str = CHINESE, units: str = "十百千") -> str:
    """Write a number from 0 to 9999 as it is counted.

    Example:
        >>> chinese_number(12), chinese_number(20), chinese_number(105)
        ('十二', '二十', '一百零五')
    """
    if number >= 10_000:
        return str(number)
    written, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            written += (digits[0] if zero else "") + digits[digit] + (units[power - 1] if power else "")
        zero = bool(written) and not digit
    return (written[1:] if 10 <= number < 20 and digits == CHINESE else written) or digits[0]


def formatted(number: int, form: str) -> str:
    """Write a number in a number format of Word; an unknown format gives Arabic digits.

    Example:
        >>> formatted(3, "chineseCounting"), formatted(3, "decimalEnclosedCircle"), formatted(2, "ideographTraditional")
        ('三', '③', '乙')
    """
    if form in COUNTING:
        return chinese_number(number)
    if form in FORMAL_COUNTING:
        return chinese_number(number, FORMAL, "拾佰仟")
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form == "decimalEnclosedParen":
        return f"({number})"
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("ideographTraditional", "ideographZodiac"):
        cycle = STEMS if form == "ideographTraditional" else BRANCHES
        return cycle[(number - 1) % len(cycle)]
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * min(5, 1 + (number - 1) // 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written, number = written + sign * (number // value), number % value
    return written + ROMAN_ENDS[number]


class Numbering:
    """The lists of a document, which count as its paragraphs are read."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self.lists: dict[str, dict[int, Level]] = {}
        self.families: dict[str, str] = {}  # lists of one definition count on together
        self.counts: dict[str, list[int | None]] = {}
        self.styles = _styles(styles)
        if numbering is not None:
            self._read(numbering)

    def label(self, properties: "_Element | None") -> str:
        """The number of the next paragraph with these properties, or an empty text."""
        list_id, depth = self._list_of(properties)
        levels = self.lists.get(list_id or "", {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(self.families[list_id or ""], [None] * len(LEVELS))
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        counts[depth + 1 :] = [None] * (len(LEVELS) - depth - 1)
        return _written(levels, depth, counts)

    def _list_of(self, properties: "_Element | None") -> tuple[str | None, int]:
        style = None if properties is None else _value(properties, "pStyle")
        own = _list_reference(None if properties is None else properties.find(f"{W}numPr"))
        inherited = self.styles.get(style or "", (None, None))
        list_id, depth = (mine if mine is not None else theirs for mine, theirs in zip(own, inherited, strict=True))
        number = int(depth) if depth and re.fullmatch(r"[0-8]", depth) else 0
        return (None if list_id in (None, "0") else list_id), number

    def _read(self, numbering: "_Element") -> None:
        definitions = {
            element.get(f"{W}abstractNumId"): {_depth(level): _level(level) for level in element.iterfind(f"{W}lvl")}
            for element in numbering.iterfind(f"{W}abstractNum")
        }
        for element in numbering.iterfind(f"{W}num"):
            list_id, family = element.get(f"{W}numId") or "", _value(element, "abstractNumId") or ""
            levels, overrides = dict(definitions.get(family, {})), element.findall(f"{W}lvlOverride")
            for override in overrides:
                depth, start, level = _depth(override), _value(override, "startOverride"), override.find(f"{W}lvl")
                if level is not None:
                    levels[depth] = _level(level)
                elif depth in levels and start is not None:
                    old = levels[depth]
                    levels[depth] = Level(_whole(start, old.start), old.form, old.text, old.suffix, old.arabic)
            self.lists[list_id] = levels
            self.families[list_id] = f"list {list_id}" if overrides else family


def _written(levels: dict[int, Level], depth: int, counts: list[int | None]) -> str:
    level = levels[depth]
    if level.form == "none":
        return ""
    if level.form == "bullet":
        sign = level.text if level.text.isprintable() and not "\ue000" <= level.text[:1] <= "\uf8ff" else "●"
        return sign + " " if sign else ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        upper = levels.get(at, Level())
        count = counts[at] if counts[at] is not None else upper.start
        return formatted(count or 0, "decimal" if level.arabic and at != depth else upper.form)

    label = re.sub(r"%([1-9])", number, level.text)
    return label + (" " if label and level.suffix != "nothing" and label[-1].isascii() and label[-1] != ")" else "")


def _styles(styles: "_Element | None") -> dict[str, tuple[str | None, str | None]]:
    """The list that each paragraph style belongs to, its own or that of the style it is based on."""
    if styles is None:
        return {}
    elements = {element.get(f"{W}styleId") or "": element for element in styles.iterfind(f"{W}style")}
    found: dict[str, tuple[str | None, str | None]] = {}
    for name in elements:
        at: str | None = name
        for _ in range(20):  # styles may be based on one another in a circle
            element = elements.get(at or "")
            if element is None:
                break
            reference = _list_reference(element.find(f"{W}pPr/{W}numPr"))
            if reference[0] is not None:
                found[name] = reference
                break
            at = _value(element, "basedOn")
    return found


def _list_reference(properties: "_Element | None") -> tuple[str | None, str | None]:
    return (None, None) if properties is None else (_value(properties, "numId"), _value(properties, "ilvl"))


def _level(element: "_Element") -> Level:
    text = element.find(f"{W}lvlText")
    return Level(
        start=_whole(_value(element, "start"), 1),
        form=_value(element, "numFmt") or "decimal",
        text=(text.get(f"{W}val") or "")[:40] if text is not None else "",
        suffix=_value(element, "suff") or "tab",
        arabic=element.find(f"{W}isLgl") is not None,
    )


def _depth(element: "_Element") -> int:
    return _whole(element.get(f"{W}ilvl"), 0)


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,6}", written) else otherwise


def _value(element: "_Element", name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")
