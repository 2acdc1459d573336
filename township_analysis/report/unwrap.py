"""Lines that a page or a mail broke in the middle of a sentence are one again, in a copy of the same length."""

import html
import re
from statistics import median

from township_analysis.lang.numerals import BROKEN
from township_analysis.lang.script import aligned
from township_analysis.report.headings import NUMBERED

#: A line that ends so ends of itself; a line that is indented, or has cells, begins of itself.
_ENDS = re.compile(r"[。！？；：…!?;:|\t]\s*\Z")
_BEGINS = re.compile(r"\s{2,}|[|\t>【\[]|\d{4}-\d\d|.*[|\t]")
_PROSE = re.compile("[，。；]")
#: A page that sets every line in a paragraph of its own leaves a blank line behind each.
_AND_BLANK = r"(?: *\n)?"
_BLANK = re.compile(r"\n *\n")
_BLANK_LINES = 0.4  # of the line feeds
#: Cells that blanks set apart.
_APART = re.compile(r"[\u4e00-\u9fff。)] +(?=[\u4e00-\u9fff\d])|\d +(?=\d)")
_LEAST = 12  # characters of a line that can have been broken
_LONGEST = 400  # characters that are looked at of one
_FEW = 4  # broken lines that a wrapped text has at least
_FULL = 0.8  # of the usual length: a numbered line that is shorter is a heading
#: What may be moved over the break: no digit, no numeral, no mark.
_WORD = re.compile(r"[\u4e00-\u9fff](?<![一二三四五六七八九十百千万亿两零〇半])")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万亿两零〇半]")
#: A line that begins with a mark goes on from the line before.
_STRAY = re.compile(r"\n(?<=[\u4e00-\u9fff\d%]\n)(?=[，。；、])")
#: A link or a mark in a page stood between a number and its unit: 达到74.4⏎万亿元.
_FROM_UNIT = re.compile(
    r"(\d(?<=[\u4e00-\u9fff]\d)\d{0,8}(?:\.\d{1,4})?)([ \n]{0,3}\n[ \n]{0,3})"
    r"(?=[余多]?[万亿]{1,2}[元人户吨亩个公平立千斤美])"
)
#: The number of a printed page in the middle of a sentence: 同比⏎- 1 -⏎增长21%.
_PAGE = re.compile(
    r"(?P<number>\n(?<=[\u4e00-\u9fff\d，、]\n)\n? {0,4}"
    r"(?:[-—–－]{1,2} ?\d{1,3} ?[-—–－]{1,2}|第 ?\d{1,3} ?页(?: ?共 ?\d{1,3} ?页)?) ?\n{1,2} {0,4})"
    rf"(?P<rest>(?:{_WORD.pattern}){{0,40}})(?=[\u4e00-\u9fff\d，。；、])"
)
#: What is left of a web page: &nbsp; (its mark is full-width in the aligned text), <br>, </p>.
_ENTITY = re.compile(r"&(#?[0-9A-Za-z]{2,8})；")
_TAG = re.compile(
    r"</?(?:p|br|div|span|font|b|strong|em|u|a|h[1-6]|li|ul|ol|table|tbody|tr|td|th|center|o：p|img)(?![0-9A-Za-z])[^<>\n]{0,200}>",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}\)")
_GLOSSED = re.compile(rf"(?:{_WORD.pattern}){{0,60}}+{_GLOSS.pattern}(?:{_WORD.pattern}|{_GLOSS.pattern})*")


def plain_of(text: str) -> str:
    """The copy of a document's text, of the same length, in which everything is looked for."""
    plain = _without_markup(aligned(text))
    plain = _GLOSSED.sub(_without_glosses, plain) if _GLOSS.search(plain) else plain
    plain = _FROM_UNIT.sub(lambda found: found[1] + " " * len(found[2]), plain)
    plain = _PAGE.sub(_without_page, plain)
    return unwrapped(_STRAY.sub(BROKEN, plain))


def _without_markup(plain: str) -> str:
    """The text without what is left of a web page in it: entities as their characters, tags as nothing."""
    plain = _ENTITY.sub(_character, plain) if "&" in plain else plain
    return _TAG.sub(lambda tag: BROKEN * len(tag[0]), plain) if "<" in plain else plain


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for, as long as it is written; one that stands for nothing as it is."""
    character = aligned(html.unescape(f"&{entity[1]};"))
    return character + BROKEN * (len(entity[0]) - 1) if len(character) == 1 else entity[0]


def _without_glosses(words: re.Match[str]) -> str:
    """Words without the pronunciation that a converter of pages put behind their characters: 鄉(xiāng)鎮(zhèn)."""
    bare = _GLOSS.sub("", words[0])
    blanks = " " * (len(words[0]) - len(bare))
    number = _NUMERAL.match(words.string, words.end()) and not _NUMERAL.match(words.string, words.start() - 1)
    return blanks + bare if number else bare + blanks


def _without_page(found: re.Match[str]) -> str:
    """A line that goes on behind the number of a page; a heading behind it begins a line of its own."""
    text, at = found.string, found.start()
    line = text[max(text.rfind("\n", 0, at) + 1, at - _LONGEST) : at]
    if NUMBERED.match(text, found.end("number")) or len(line) < _LEAST or "，" not in line:
        return found[0]
    return found["rest"] + " " * len(found["number"])


def unwrapped(plain: str) -> str:
    r"""Give a copy of an aligned text in which line feeds in the middle of sentences are marks (BROKEN) between words.

    A text is wrapped where most of its lines with a comma end in the middle of a sentence. The rest of the word that
    was broken comes before the mark, so that numbers stay where they are and words are whole.

    Args:
        plain: The aligned text.

    Returns:
        A text of the same length; the text itself where it is not wrapped.

    Example:
        >>> lines = ["一年来，我镇大力发展生产，农民收", "入2363元，建成大棚12个，农", "田水利加强，修路12公里，植树"]
        >>> unwrapped("\n".join([*lines, *lines]))[:23]
        '一年来，我镇大力发展生产，农民收入\x0b2363元'
    """
    apart = len(_BLANK.findall(plain)) > plain.count("\n") * _BLANK_LINES
    indent = min((len(line) - len(line.lstrip(" ")) for line in plain.split("\n")[1:] if line.strip()), default=0)
    gap = re.compile(rf"\n{_AND_BLANK if apart else ''} {{0,{indent}}}")
    lines, gaps = gap.split(plain), gap.findall(plain)
    broken = [
        len(line) >= _LEAST
        and "，" in line
        and not (_ENDS.search(line) or (apart and NUMBERED.match(line)))
        and bool(behind.strip())
        for line, behind in zip(lines, [*lines[1:], ""], strict=True)
    ]
    whole = sum(len(line) >= _LEAST and "，" in line and bool(_ENDS.search(line)) for line in lines)
    if sum(broken) < _FEW or sum(broken) < whole:
        return plain
    usual = median(len(line) for line, ends in zip(lines, broken, strict=True) if ends)
    return _joined(lines, gaps, _softened(lines, broken, usual))


def _softened(lines: list[str], broken: list[bool], usual: float) -> list[bool]:
    """For each line, whether it goes on in the next one."""
    softened: list[bool] = []
    for number, line in enumerate(lines):
        behind = lines[number + 1] if number + 1 < len(lines) else ""
        runs_on = broken[number] or bool(softened and softened[-1] and line.strip() and not _ENDS.search(line))
        runs_on = runs_on or (line.endswith("；") and len(line) >= _FULL * usual)
        full = len(line) >= usual and (not _ENDS.search(line) or (line.endswith("。") and bool(_PROSE.search(behind))))
        runs_on = runs_on or (full and not _APART.search(line.strip()))
        heading = NUMBERED.match(line.lstrip()) and len(line) < _FULL * usual
        begins = not behind.strip() or _BEGINS.match(behind) or NUMBERED.match(behind)
        softened.append(runs_on and not heading and not begins)
    return softened


def _joined(lines: list[str], gaps: list[str], softened: list[bool]) -> str:
    """The lines joined; behind a soft end, the rest of a broken word comes before the break."""
    parts: list[str] = []
    waiting = 0
    for line, gap, soft in zip(lines, [*gaps, ""], softened, strict=True):
        at = _word_end(line) if waiting else 0
        if waiting and (at < len(line) or not soft):
            parts += [line[:at], BROKEN * waiting, line[at:]]
            waiting = 0
        else:
            parts.append(line)
        if not soft:
            parts.append(gap)
        elif line[-1:] and _WORD.match(line[-1]):
            waiting += len(gap)
        else:
            cells = _APART.search(line) and not line[-1:].isdigit()
            parts.append((" " if cells else BROKEN) * len(gap))
    return "".join(parts)


def _word_end(line: str) -> int:
    """How many characters of a line the rest of a broken word may have."""
    return next((at for at, character in enumerate(line) if not _WORD.match(character)), len(line))
