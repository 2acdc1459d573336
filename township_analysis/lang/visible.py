"""Characters that a terminal, a browser or a spreadsheet would act on, made visible."""

import re

# C0 and C1 controls except tab and line feed; bidirectional marks, embeddings, overrides and isolates; lone surrogates
# (undecodable bytes of a file name). A report may hold them, a page may not obey them.
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with every acting character replaced by a picture or its number.

    Example:
        >>> visible("竹林镇\x1b[31m")
        '竹林镇␛[31m'
    """
    return ACTIVE.sub(lambda match: _picture(match[0]), text)


def visible_json(line: str) -> str:
    r"""JSON with every acting character as its escape, which says the same to a program and nothing to a terminal.

    Example:
        >>> visible_json('{"surface": "\u202e12亩"}')
        '{"surface": "\\u202e12亩"}'
    """
    return ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def one_line(text: str) -> str:
    """Like `visible`, with line feeds and tabs shown as well: for a name in a message or a terminal line."""
    return visible(text).replace("\n", "␊").replace("\t", "␉")


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
