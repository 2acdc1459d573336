"""What on a page is no report: breadcrumbs, publication lines, share buttons, footers, reprint notices, repeats.

Furniture is marked, not deleted. Body text is never marked: the rules of furniture.csv (``zone`` edge and tail) hold
only before the first and after the last line of prose or table; what is alike inside the report stays.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from township_analysis.lang.script import aligned
from township_analysis.reading.document import Span

HEAD_LINES = 60  # a page's head is shorter; a table without a sentence in it is not all head
TAIL_LINES = 200
LINE = re.compile(r"[^\n]+")
PROSE = re.compile(r".{12,}[。；！？].*|.{10,}[。！？]|.{45,}|.*\S\t+\S.*", re.DOTALL)
HEADING = re.compile(r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.章节部]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])")
TEMPLATE_TOKEN = re.compile(
    r"(?=[关關{$%])(?:[关關](?:键词|鍵詞)\d{1,3}(?!\d|\.?\d*[万萬亿億元%])|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|\{\$?[A-Za-z_][\w.:]{0,40}\}|%[sd]\b)"
)
REPEATED = 30  # characters from which on an equal paragraph is the page's repeat and not the author's
TITLE = re.compile(r".*\d{4}.*|.*(?:总结|报告|计划|规划|要点|安排|汇报|方案|打算).*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands, as aligned text without outer spaces."""

    start: int
    end: int
    plain: str


def find_furniture(text: str, known: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Mark what on the page is not the report, and template tokens inside it.

    Args:
        text: The whole visible text.
        known: Spans that the reader of the format knows already (running heads, navigation).

    Returns:
        Spans by their start; a ``template-token`` may stand inside a sentence, the others cover whole lines.
    """
    known = tuple(known)
    begun = {span.start for span in known}  # a reader marks whole lines
    lines = [line for line in _lines(text) if line.start not in begun]
    head, tail = edges(lines)
    spans = [*known, *_named(lines, head, tail), *_tail_blocks(lines, tail), *_titles(lines[:head]), *_repeats(lines)]
    spans += [Span(found.start(), found.end(), "template-token") for found in TEMPLATE_TOKEN.finditer(text)]
    first: dict[tuple[int, int], Span] = {}
    for span in spans:  # the first reason given for a stretch is the more telling one
        first.setdefault((span.start, span.end), span)
    return tuple(sorted(first.values(), key=lambda span: (span.start, span.end)))


def edges(lines: list[Line]) -> tuple[int, int]:
    """How many lines stand before the first line of prose or table, and from which on there is none any more."""
    body = [i for i, line in enumerate(lines) if PROSE.fullmatch(line.plain) and not _is_edge(line.plain)]
    if not body:
        return min(len(lines), HEAD_LINES), len(lines)
    return min(body[0], HEAD_LINES), max(body[-1] + 1, len(lines) - TAIL_LINES)


@cache
def _rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    table = files("township_analysis.reading").joinpath("furniture.csv").read_text(encoding="utf-8")
    return tuple((row["reason"], row["zone"], re.compile(row["pattern"])) for row in csv.DictReader(table.splitlines()))


def _reason(plain: str, zones: tuple[str, ...]) -> str | None:
    if len(plain) > 400:
        return None
    return next((reason for reason, zone, rule in _rules() if zone in zones and rule.fullmatch(plain)), None)


def _is_edge(plain: str) -> bool:
    return _reason(plain, ("any", "edge", "tail")) is not None


def _lines(text: str) -> list[Line]:
    plain = aligned(text)
    found = (Line(match.start(), match.end(), match[0].strip()) for match in LINE.finditer(plain))
    return [line for line in found if line.plain]


def _named(lines: list[Line], head: int, tail: int) -> list[Span]:
    """Lines that a rule of furniture.csv names."""
    spans = []
    for i, line in enumerate(lines):
        zones = ("any", "edge") if i < head else ("any", "edge", "tail") if i >= tail else ("any",)
        if zones == ("any",) and not line.plain.startswith("示例"):  # the one rule that holds anywhere, told cheaply
            continue
        if reason := _reason(line.plain, zones):
            spans.append(Span(line.start, line.end, "footer" if reason == "block" else reason))
    return spans


def _tail_blocks(lines: list[Line], tail: int) -> list[Span]:
    """Below 相关文档, 上一篇 or 版权所有 there are only links and the site's own lines."""
    opened = next((i for i in range(tail, len(lines)) if _reason(lines[i].plain, ("tail",)) == "block"), len(lines))
    return [Span(line.start, line.end, "footer") for line in lines[opened:]]


def _titles(head: list[Line]) -> list[Span]:
    """The title of the browser's window (site and title), and a title that is printed twice."""
    spans, seen = [], set()
    for i, line in enumerate(head):
        if len(line.plain) >= 8 and any(_frames(line.plain, other.plain) for other in head[i + 1 : i + 12]):
            spans.append(Span(line.start, line.end, "page-title"))
        elif line.plain in seen:
            spans.append(Span(line.start, line.end, "repeat"))
        elif len(line.plain) >= 8 and TITLE.fullmatch(line.plain):
            seen.add(line.plain)
    return spans


def _frames(window: str, title: str) -> bool:
    """Whether a line is a title with the site's name before or after it."""
    if len(title) < 8 or not TITLE.fullmatch(title) or len(window) <= len(title):
        return False
    before, found, after = window.partition(title)
    rest = before.strip() or after.strip()
    return bool(found) and not (before.strip() and after.strip()) and rest.strip("-_|—>· ") != rest


def _repeats(lines: list[Line]) -> list[Span]:
    """Paragraphs that the page shows a second time."""
    seen: set[str] = set()
    spans = []
    for line in lines:
        if len(line.plain) < REPEATED or "\t" in line.plain:
            continue
        if line.plain in seen:
            spans.append(Span(line.start, line.end, "repeat"))
        seen.add(line.plain)
    return spans
