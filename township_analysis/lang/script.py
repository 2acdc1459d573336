"""Which characters a text is written in, and a copy of the same length for matching.

Reports come in simplified characters, in traditional ones, and in traditional ones that a machine made out of
simplified ones character by character (麵積 for 面积, 公裏 for 公里). Digits and punctuation come in two widths. All
matching runs on the copy that ``aligned`` gives; offsets found in it hold in the original as they are.
"""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from operator import ne
from typing import Literal

IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))
SAMPLED = 50_000  # characters that decide the script of a text; more of them decide nothing else
WHOLE_TEXT = 1_000  # characters; a longer text is a report, asked for by one step after the other

# Punctuation of either width and of look-alikes, in the one form that the rules are written in.
PUNCTUATION = {
    "，": ",﹐", ".": "．﹒", "；": ";﹔", "：": ":∶﹕︰", "！": "!﹗", "？": "?﹖", "、": "､﹑", "。": "｡",
    "(": "（﹙⦅", ")": "）﹚⦆", "[": "［", "]": "］", "{": "｛﹛", "}": "｝﹜", "%": "％﹪٪℅", "+": "＋﹢", "=": "＝﹦",
    "-": "－−‐‑﹣⁃", "—": "–―‒﹘", "~": "～〜∼", "/": "／", "*": "＊﹡", "#": "＃﹟", "&": "＆﹠", "_": "＿",
    "<": "＜﹤", ">": "＞﹥", "@": "＠﹫", "|": "｜", "$": "＄﹩", "^": "＾", "`": "｀", "\\": "＼﹨", "'": "＇",
    '"': "＂", "“": "「『｢〝❝‚", "”": "」』｣〞〟❞‛", "·": "‧・∙⋅･",
}  # fmt: skip
DIGIT_GROUPS = re.compile(r"[0-9](?<![0-9.][0-9])[0-9]{0,2}(?:，[0-9]{3})+(?![0-9])")
MAY_GROUP = re.compile(r"，(?<=[0-9]，)(?=[0-9]{3})")
COLON_IN_NUMBER = re.compile(r"：(?:(?<=[0-9]：)(?=[0-9])|(?=//))")
#: 农业稳步推进.2014年底: a point between a character and a digit ends a sentence too.
FULL_STOP = re.compile(
    r"\.(?:(?<=[㐀-䶵一-鿿)%”》]\.)(?:(?<![一二三四五六七八九十]\.)|(?<=点[一二三四五六七八九]\.)))(?:(?![0-9A-Za-z.])|(?=[0-9])(?<=[㐀-䶵一-鿿%]\.)(?<![第年月表图]\.))"
)
RANGE = re.compile(r"[—~-](?<=[0-9%‰][—~-])[—~-]?(?=[0-9])")
ROUND_ZERO = re.compile(r"[○◯Oo0](?<=[一二三四五六七八九].)[○◯Oo0]?(?=[一二三四五六七八九十年])")
ASTRAL = 0x10000  # the first code point beyond the first plane
BEYOND = re.compile("[\U00010000-\U0010ffff]")
DOUBLE_QUOTE = re.compile('"')
BEFORE_OPENING = re.compile(r"[\s，。；：、！？(\[《“—]")
AFTER_CLOSING = re.compile(r"[\s，。；：、！？)\]》”—]")


def aligned(text: str) -> str:
    """Give a copy of a text for matching, of the same length, character by character.

    Characters become simplified, digits, letters and percent signs half-width, spaces of every kind (and invisible
    characters) ``" "``, clause punctuation full-width and brackets half-width; a comma, point or colon stays half-width
    inside a number or time; a dash or tilde between digits becomes ``-``.

    Args:
        text: Any text; line feeds stay.

    Returns:
        A text for which ``len(aligned(text)) == len(text)``.

    Example:
        >>> aligned("麵積１．２萬畝,增長８５％—９０％")
        '面积1.2万亩，增长85%-90%'
    """
    return _last_aligned(text) if len(text) > WHOLE_TEXT else _aligned(text)


def _aligned(text: str) -> str:
    plain = _formed(_repaired(text, _simplified(text)))
    plain = grouped(plain)
    plain = COLON_IN_NUMBER.sub(":", plain)
    plain = FULL_STOP.sub("。", plain)
    plain = RANGE.sub(lambda found: "-" * len(found[0]), plain)
    plain = ROUND_ZERO.sub(lambda found: "〇" * len(found[0]), plain)
    plain = _sided_quotes(plain)
    if len(plain) != len(text):  # every step above replaces one character by one: anything else is a mistake here
        raise AssertionError(f"aligned copy has {len(plain)} characters, the text {len(text)}")
    return plain


_last_aligned = lru_cache(maxsize=1)(_aligned)


def grouped(plain: str) -> str:
    """An aligned text with the comma of the printed one between the thousands of its numbers: 1，234 is 1,234."""
    return DIGIT_GROUPS.sub(lambda found: found[0].replace("，", ","), plain) if MAY_GROUP.search(plain) else plain


def script_of(text: str) -> Literal["hans", "hant"]:
    """Tell whether a text is written in simplified (``hans``) or traditional characters (``hant``).

    Machine-made traditional text is traditional. A text without any telling character is taken for simplified.

    Example:
        >>> script_of("全鎮糧食播種麵積")
        'hant'
    """
    sample = text[:: max(1, len(text) // SAMPLED)]
    traditional, simplified = _changes(sample, _to_simplified(sample)), 0
    for line in sample.split("\n"):  # the first lines tell it for nearly every text
        if simplified >= traditional:
            return "hans"
        simplified += _changes(line, _converter("s2t").convert(line))
    return "hant" if traditional > simplified else "hans"


@lru_cache(maxsize=1)
def _to_simplified(text: str) -> str:
    return str(_converter("t2s").convert(text))


def _changes(text: str, converted: str) -> int:
    """How many characters a conversion changed."""
    return 0 if converted == text else sum(map(ne, text, converted))


def _simplified(text: str) -> str:
    """Convert by phrases where the lengths agree line by line, else by single characters."""
    converted = _to_simplified(text)
    lines, plain = text.split("\n"), converted.split("\n")
    if len(lines) == len(plain) and all(len(a) == len(b) for a, b in zip(lines, plain, strict=True)):
        return converted
    return text.translate(_single_characters())


@cache
def _converter(config: str):  # type: ignore[no-untyped-def]  # opencc has no types
    import opencc

    return opencc.OpenCC(config)


@cache
def _single_characters() -> dict[int, str]:
    """The characters that OpenCC simplifies when each stands alone."""
    characters = [chr(code) for start, end in IDEOGRAPHS for code in range(start, end)]
    plain = _converter("t2s").convert("\n".join(characters)).split("\n")
    return {ord(a): b for a, b in zip(characters, plain, strict=True) if a != b and len(b) == 1}


@cache
def _repairs() -> tuple[dict[str, str], dict[str, str]]:
    """Repairs of single characters and of phrases, from script_repairs.csv."""
    table = files("township_analysis.lang").joinpath("script_repairs.csv").read_text(encoding="utf-8")
    rows = {row["written"]: row["plain"] for row in csv.DictReader(table.splitlines())}
    return {k: v for k, v in rows.items() if len(k) == 1}, {k: v for k, v in rows.items() if len(k) > 1}


@cache
def _phrase_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_repairs()[1], key=len, reverse=True)))


def _repaired(text: str, plain: str) -> str:
    """Write the repaired phrases, which are looked up in the text as written, over the converted copy."""
    phrases, parts, done = _repairs()[1], [], 0
    for found in _phrase_pattern().finditer(text):
        parts += [plain[done : found.start()], phrases[found[0]]]
        done = found.end()
    return "".join([*parts, plain[done:]])


@cache
def _forms() -> dict[int, str]:
    """One character for one: widths, compatibility forms, digits of any script, spaces, punctuation, repairs."""
    table = {code: _compatible(chr(code)) for code in _compatibility_blocks()}
    table |= {code: str(unicodedata.digit(chr(code))) for code in range(0x80, 0x1FBFA) if chr(code).isdecimal()}
    table |= {code: " " for code in range(0x11000) if _is_blank(chr(code))}
    table |= {ord(written): plain for plain, forms in PUNCTUATION.items() for written in plain + forms}
    table |= {ord(written): plain for written, plain in _repairs()[0].items()}
    return {code: plain for code, plain in table.items() if chr(code) != plain}


@cache
def _formed_characters() -> re.Pattern[str]:
    """The characters of the first plane that have another form: looked for first, so that all others cost one step."""
    return re.compile(f"[{re.escape(''.join(chr(code) for code in _forms() if code < ASTRAL))}]")


def _formed(text: str) -> str:
    """Every character in its one form."""
    if BEYOND.search(text):
        return text.translate(_forms())
    forms = _forms()
    return _formed_characters().sub(lambda found: forms[ord(found[0])], text)


def _compatibility_blocks() -> list[int]:
    blocks = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFF01, 0xFF5F), (0x2F800, 0x2FA20), (0x1D400, 0x1D800))
    return [code for start, end in blocks for code in range(start, end)]


def _compatible(character: str) -> str:
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 else character


def _is_blank(character: str) -> bool:
    """Spaces, controls and invisible characters, which a reader does not see; not the line feed."""
    return character != "\n" and (
        character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")
    )


def _sided_quotes(plain: str) -> str:
    """Make straight double quotes opening or closing, where their line or neighbours tell which."""
    if '"' not in plain:
        return plain
    return "\n".join(_sided_line(line) if '"' in line else line for line in plain.split("\n"))


def _sided_line(line: str) -> str:
    parts = line.split('"')
    if len(parts) % 2 == 1:  # an even number of quotes: they take turns
        return parts[0] + "".join(("“" if i % 2 == 0 else "”") + part for i, part in enumerate(parts[1:]))
    return DOUBLE_QUOTE.sub(lambda found: _side(line, found.start()), line)


def _side(line: str, at: int) -> str:
    before, after = line[at - 1 : at] or "\n", line[at + 1 : at + 2] or "\n"
    opens, closes = bool(BEFORE_OPENING.match(before)), bool(AFTER_CLOSING.match(after))
    return '"' if opens == closes else "“" if opens else "”"
