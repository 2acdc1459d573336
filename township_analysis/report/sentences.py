"""Sentences: stretches of a text that end with 。！？, a line feed, or where a section begins."""

import bisect
import re
from collections.abc import Callable, Iterable, Sequence

from township_analysis.reading.document import Span
from township_analysis.report.model import Section, Sentence
from township_analysis.report.spans import covered

#: What may end a sentence, and what is passed over whole: a quotation or bracket that closes in time. The bound keeps
#: the search linear where nothing ever closes.
ENDS = re.compile(
    r"(?=[\n“《(。！？])(?:\n"
    r"|“[^“”\n]{0,150}”"
    r"|《[^《》\n]{0,80}》"
    r"|\([^()\n]{0,150}\)"
    r"|[。！？]+[”’》)\]】]*)"
)
#: A quotation that is a sentence of its own, as in 他说：“……。”, ends one as well.
SPOKEN = re.compile(r"[：\n。！？]\s*\Z")
FULL = "。！？"
#: Characters; a longer stretch without a full stop is no sentence and is cut into pieces behind clause marks.
LONGEST, PIECE = 900, 300


def split_sentences(
    plain: str, *, sections: Sequence[Section] = (), furniture: Iterable[Span] = ()
) -> tuple[Sentence, ...]:
    """Split an aligned text into sentences; decimals, enumerations, quotations and brackets stay whole.

    Args:
        plain: The aligned text.
        sections: The report's sections; a sentence never runs over the beginning of one.
        furniture: Spans of page furniture; a sentence that is one for the most part is marked.

    Returns:
        The sentences in order, without the blanks around them. Each has the innermost section that it stands in.

    Example:
        >>> [(s.start, s.end) for s in split_sentences("增长3.5%。共(含在建。)8个！")]
        [(0, 7), (7, 17)]
    """
    pieces = list(_pieces(plain, sorted({section.start for section in sections})))
    innermost = _innermost(sections)
    marked = covered(pieces, furniture)
    return tuple(
        Sentence(start, end, innermost(start), furnished)
        for (start, end), furnished in zip(pieces, marked, strict=True)
    )


def sentence_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch of aligned text, without the blanks around them."""
    spans, begin = [], start
    for stop in _stops(plain, start, end):
        spans += _stripped(plain, begin, stop)
        begin = stop
    return spans + _stripped(plain, begin, end)


def _stops(plain: str, start: int, end: int) -> Iterable[int]:
    for match in ENDS.finditer(plain, start, end):
        first = plain[match.start()]
        if first in "《(":
            continue
        spoken = first == "“" and plain[match.end() - 2] in FULL
        if first == "“" and not (spoken and _stands_alone(plain, match.start(), match.end(), start)):
            continue
        yield match.end()


def _stands_alone(plain: str, start: int, end: int, limit: int) -> bool:
    before = plain[max(limit, start - 2) : start]
    return bool(not before or SPOKEN.search(before)) and plain[end : end + 1] not in tuple("，。；、：！？")


def _pieces(plain: str, starts: list[int]) -> Iterable[tuple[int, int]]:
    begin, cut = 0, 0
    for stop in [*_stops(plain, 0, len(plain)), len(plain)]:
        while cut < len(starts) and starts[cut] < stop:
            if starts[cut] > begin:
                yield from _stripped(plain, begin, starts[cut])
                begin = starts[cut]
            cut += 1
        yield from _stripped(plain, begin, stop)
        begin = stop


def _stripped(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = plain[start:end]
    inner = piece.strip()
    if not inner:
        return []
    first = start + len(piece) - len(piece.lstrip())
    return _cut(plain, first, first + len(inner))


def _cut(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch as it is, or, where it is longer than any sentence, cut behind clause marks.

    What works on a sentence may look back over the whole of it for every figure, and every figure's row holds it: the
    bound keeps both linear.
    """
    spans = []
    while end - start > LONGEST:
        marks = [plain.rfind(mark, start + PIECE // 2, start + PIECE) for mark in "；，、"]
        stop = next((mark + 1 for mark in marks if mark >= 0), start + PIECE)
        spans.append((start, stop))
        start = stop
    return [*spans, (start, end)]


def _innermost(sections: Sequence[Section]) -> Callable[[int], str | None]:
    """A look-up of the innermost section at a position, by the points where the answer changes."""
    points = sorted({0} | {section.start for section in sections} | {section.end for section in sections})
    answers: list[str | None] = []
    stack: list[Section] = []
    ordered = sorted(sections, key=lambda section: (section.start, -section.end, section.level))
    following = 0
    for point in points:
        while stack and stack[-1].end <= point:
            stack.pop()
        while following < len(ordered) and ordered[following].start <= point:
            stack.append(ordered[following])
            following += 1
        while stack and stack[-1].end <= point:
            stack.pop()
        answers.append(stack[-1].section_id if stack else None)

    def section_at(position: int) -> str | None:
        return answers[bisect.bisect_right(points, position) - 1]

    return section_at
