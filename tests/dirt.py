"""The dirt of copied pages, as functions that give what each character of a clean text becomes."""

import re
from collections.abc import Callable

Dirt = Callable[[str], list[str]]


def wrapped(text: str) -> list[str]:
    """A line feed behind every 38 characters of a line."""
    pieces, column = [], 0
    for character in text:
        column = 0 if character == "\n" else column + 1
        pieces.append(f"\n{character}" if column == 39 else character)
        column = 1 if column == 39 else column
    return pieces


def wrapped_apart(text: str) -> list[str]:
    """The same with a blank line behind every line."""
    return [piece.replace("\n", "\n\n") for piece in wrapped(text)]


def _beside_digits(text: str, at: int) -> bool:
    before, here = text[at - 1 : at], text[at]
    digits = before.isdigit(), here.isdigit()
    return any(digits) and any("\u4e00" <= c <= "\u9fff" for c in (before, here) if c)


def blanks_around_numbers(text: str) -> list[str]:
    """全镇 13 个村."""
    return [f" {c}" if at and _beside_digits(text, at) else c for at, c in enumerate(text)]


def digits_apart(text: str) -> list[str]:
    """1 9 9 7 年, but no thousands, whose comma pages write as any other."""
    return [f"{c} " if re.match(r"[0-9][0-9]", text[at : at + 2]) else c for at, c in enumerate(text)]


def blanks_behind_points(text: str) -> list[str]:
    """增长18. 8%."""
    return [f"{c} " if re.fullmatch(r"\d\.\d", text[at - 1 : at + 2]) else c for at, c in enumerate(text)]


def blanks_between_sentences(text: str) -> list[str]:
    """……。  ……"""
    return [f"  {c}" if text[at - 1 : at] == "。" and c != "\n" else c for at, c in enumerate(text)]


def invisible_characters(text: str) -> list[str]:
    """A zero-width space in every seventh place."""
    return [f"{c}\u200b" if at % 7 == 3 and c != "\n" else c for at, c in enumerate(text)]


def years_in_characters(text: str) -> list[str]:
    """二〇一五年."""
    years = {at for year in re.finditer(r"(?<!\d)(?:19|20)\d\d(?=年)", text) for at in range(*year.span())}
    return ["〇一二三四五六七八九"[int(c)] if at in years else c for at, c in enumerate(text)]


def markdown(text: str) -> list[str]:
    """# before the title, ## before 一、, and every number in bold."""
    pieces = list(text)
    for number in re.finditer(r"\d[\d.]*", text):
        pieces[number.start()] = f"**{pieces[number.start()]}"
        pieces[number.end() - 1] += "**"
    for heading in re.finditer(r"(?m)^[一二三四五六七八九十]{1,2}、", text):
        pieces[heading.start()] = f"## {pieces[heading.start()]}"
    return [f"# {pieces[0]}", *pieces[1:]]


DIRT: dict[str, Dirt] = {
    "wrapped": wrapped,
    "wrapped apart": wrapped_apart,
    "blanks around numbers": blanks_around_numbers,
    "digits apart": digits_apart,
    "blanks behind points": blanks_behind_points,
    "blanks between sentences": blanks_between_sentences,
    "invisible characters": invisible_characters,
    "years in characters": years_in_characters,
    "markdown": markdown,
    "half-width punctuation": lambda text: [{"，": ",", "；": ";", "：": ":", "。": "."}.get(c, c) for c in text],
    "blank lines": lambda text: ["\n\n" if c == "\n" else c for c in text],
    "full-width indentation": lambda text: ["\n\n　　" if c == "\n" else c for c in text],
    "tabs": lambda text: ["\n\t" if c == "\n" else c for c in text],
    "entities": lambda text: ["\n&nbsp;&nbsp;" if c == "\n" else {"“": "&ldquo;", "”": "&rdquo;"}.get(c, c) for c in text],
    "tags": lambda text: ["<br>\n" if c == "\n" else c for c in text],
    "no-break spaces": lambda text: ["\n\xa0\xa0\xa0\xa0" if c == "\n" else c for c in text],
}  # fmt: skip
