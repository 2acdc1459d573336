"""Headings: a text cut into blocks, each a paragraph or what begins with a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from township_analysis.reading.document import Span
from township_analysis.report.cues import role_of_part
from township_analysis.report.spans import covered

NUMERAL = "[一二三四五六七八九十百]"
NUMBERED = re.compile(
    rf"""
      (?P<chapter>第{NUMERAL}{{1,3}}(?:章|编|篇|部分|大部分)|{NUMERAL}{{1,2}}部分)[、：，]?\ *
    | (?P<article>第{NUMERAL}{{1,3}}节)[、：]?\ *
    | (?P<cn>{NUMERAL}{{1,3}})(?:[、.]|\ (?=\S))\ *(?!{NUMERAL}{{1,2}}、|[、产])
    | (?P<paren>\({NUMERAL}{{1,3}}\))[、.，。]?\ *
    | (?P<arabic>\d{{1,2}})(?:[、．]|\.(?!\d))\ *
    | (?P<figure>\(\d{{1,2}}\)|[①-⑳])[、.]?\ *
    | (?P<ordinal>第{NUMERAL}{{1,2}}|首先|其次|再次|最后)[，、：]\ *
    | (?P<item>{NUMERAL}{{1,2}}[是要])[，：]?\ *(?!否)
    | (?P<bullet>[—\-]{{1,3}}(?![—\-]|\d{{4}}年\d)|[●◆■▲★○□►▪•※◇·])\ *
    """,
    re.X,
)
#: A number alone on its line.
BARE_NUMBER = re.compile(rf"(?P<cn>{NUMERAL}{{1,2}})")
#: A numbered heading in the middle of a line: where lines were lost.
INLINE = re.compile(
    rf"[。！？”：](?:(?<!：)\ *(?=(?:{NUMERAL}{{1,3}}、(?!{NUMERAL}{{1,2}}、|产)|\({NUMERAL}{{1,3}}\))\S)"
    r"|(?<=：)(?=一、[^；。，：\n]{2,24}\(一\)))"
)
INLINE_FIRST = re.compile(r"(?<=[㐀-鿿])(?=\(一\))")
#: Where a heading that runs into its text ends: at a stop, or where a list begins.
RUN_IN = re.compile(r"[。！？：；\n]|(?<!第)一是|\(一\)|一、")
TABLE_OF_CONTENTS = re.compile(r"[.…· ]+\d{1,3}$")
#: Lines that look like headings and are none.
NO_HEADING = re.compile(
    r"^(?:各位|同志们|来源|信息来源|发布|发表|作者|时间|日期|字体|字号|【|浏览|阅读|点击|当前|首页|扫一扫|相关|打印|关闭"
    r"|分享|下载|收藏|全屏|责任编辑|编辑|索引号|文号|上一[篇页]|下一[篇页]|版权|注|国务院总理|代理总理|附)|^\W*$|[>|\t]"
    r"|\d{4}[-/年]\d{1,2}[-/月]\d{1,2}"
)
HAN = re.compile(r"[㐀-鿿]")
FULL_STOP = re.compile(r"[。！？；：]")
STOPS = "。！？；，、："
LONGEST_RUN_IN = 45
LONGEST_LINE = 50
LONGEST_PLAIN = 36
LONGEST_GLUED = 28


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's numbering and text.

    Attributes:
        style: ``chapter``, ``cn`` (一、), ``paren``, ``arabic``, … or ``plain`` and ``part`` without a number.
        number: The numbering as a whole, aligned, or None.
        first: True where the numbering begins anew.
        text: Aligned, or None where only the numbering tells that something begins.
    """

    style: str
    number: str | None
    first: bool
    text: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading with what stands on its line: ``plain[start:end]``, without blanks around it."""

    start: int
    end: int
    heading: Heading | None = None
    furniture: bool = False


def find_blocks(plain: str, furniture: Sequence[Span] = ()) -> list[Block]:
    r"""Cut an aligned text into blocks, in order.

    Example:
        >>> [b.heading and b.heading.text for b in find_blocks("一、2019年工作回顾\n全年完成造林20亩。下一步打算")]
        ['2019年工作回顾', None, '下一步打算']
    """
    lines = list(_lines(plain))
    marked = covered(lines, furniture)
    blocks: list[Block] = []
    for number, (start, end) in enumerate(lines):
        if marked[number]:
            blocks.append(Block(start, end, furniture=True))
            continue
        following = lines[number + 1] if number + 1 < len(lines) else (end, end)
        blocks += _blocks_of_line(plain, start, end, following)
    return blocks


def _lines(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in plain.split("\n"):
        inner = line.strip()
        if inner:
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(inner)
        start += len(line) + 1


def _blocks_of_line(plain: str, start: int, end: int, following: tuple[int, int]) -> Iterator[Block]:
    cuts = [start, *_cuts(plain, start, end), end]
    for first, last in pairwise(cuts):
        while last > first and plain[last - 1] == " ":
            last -= 1
        whole = first == start and last == end
        heading = _numbered(plain, first, last) or _run_in_part(plain, first, last)
        if heading is None and (whole or last == end):
            heading = _plain(plain, first, last, following) if whole else _part(plain[first:last])
        yield Block(first, last, heading)


def _cuts(plain: str, start: int, end: int) -> list[int]:
    """Where inside a line a heading begins: numbered ones, and one glued to the end of the paragraph."""
    cuts = []
    if end - start > LONGEST_LINE or INLINE_FIRST.search(plain, start + 2, min(end, start + LONGEST_RUN_IN)):
        cuts = [match.end() for match in INLINE.finditer(plain, start, end)]
        for before in [start, *cuts]:
            # 一、2019年工作总结(一)…: the first of the inner list stands right behind the outer heading.
            inner = INLINE_FIRST.search(plain, before + 2, min(end, before + LONGEST_RUN_IN))
            if inner and NUMBERED.match(plain, before, end):
                cuts.append(inner.start())
    tail = max(plain.rfind(stop, max(start, end - LONGEST_GLUED - 1), end) for stop in "。！？") + 1
    if tail > start and role_of_part(plain[tail:end].strip()):
        cuts.append(tail)
    return sorted(set(cuts) - {start, end})


def _numbered(plain: str, start: int, end: int) -> Heading | None:
    if end - start <= 2 and (bare := BARE_NUMBER.fullmatch(plain, start, end)):
        return Heading("cn", bare[0], bare[0] == "一", None)
    match = NUMBERED.match(plain, start, end)
    if not match or TABLE_OF_CONTENTS.search(plain, max(start, end - 12), end):
        return None
    style = match.lastgroup or ""
    text = _heading_text(plain, match.end(), end)
    if style == "bullet" and text is None:
        return None
    return Heading(style, match[0].strip(), _is_first(match[0]), text)


def _heading_text(plain: str, start: int, end: int) -> str | None:
    """The heading of a line or the one that runs into its text; None for a long sentence."""
    stop = RUN_IN.search(plain, start + 2, min(end, start + LONGEST_RUN_IN))
    if stop and stop.start() < end - 1:
        return None if stop[0] == "；" else plain[start : stop.start()].strip("， ") or None
    if end - start > LONGEST_LINE or plain[end - 1 : end] == "；":
        return None
    return plain[start:end].strip(STOPS + " ") or None


def _is_first(number: str) -> bool:
    return number.startswith("首先") or re.sub(r"[^\d一二三四五六七八九十百①-⑳]", "", number) in ("1", "一", "①")


def _run_in_part(plain: str, start: int, end: int) -> Heading | None:
    """``存在的问题：一是…``: a heading of a part that runs into its text."""
    stop = RUN_IN.search(plain, start, min(end, start + LONGEST_GLUED))
    if not stop or stop[0] not in "：。" or stop.end() == end:
        return None
    return _part(plain[start : stop.start()].strip())


def _part(text: str) -> Heading | None:
    text = text.strip(STOPS + " ")
    if FULL_STOP.search(text):
        return None
    return Heading("part", None, False, text) if 2 <= len(text) <= LONGEST_GLUED and role_of_part(text) else None


def _plain(plain: str, start: int, end: int, following: tuple[int, int]) -> Heading | None:
    """A short line without a number above a longer paragraph."""
    text = plain[start:end]
    if len(text) > LONGEST_PLAIN or NO_HEADING.search(text) or TABLE_OF_CONTENTS.search(text):
        return None
    if part := _part(text):
        return part
    below = following[1] - following[0]
    if len(HAN.findall(text)) < 4 or text[-1] in STOPS or FULL_STOP.search(text):
        return None
    if below < 40 and not NUMBERED.match(plain, *following):
        return None
    return Heading("plain", None, False, text)
