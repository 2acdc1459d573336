"""How much of a stretch of text is page furniture."""

from collections.abc import Iterable, Sequence

from township_analysis.reading.document import Span

#: A line or sentence is furniture where more than this share of it is: a template's token inside one is not enough.
MOST = 0.5


def covered(stretches: Sequence[tuple[int, int]], spans: Iterable[Span]) -> list[bool]:
    """Which of the stretches, in order and apart, are for the most part covered by spans.

    Example:
        >>> covered([(0, 4), (5, 9)], [Span(0, 4, "breadcrumb"), Span(5, 6, "token")])
        [True, False]
    """
    marks = sorted((span.start, span.end) for span in spans)
    answers, first = [], 0
    for start, end in stretches:
        while first < len(marks) and marks[first][1] <= start:
            first += 1
        inside, reached, mark = 0, start, first
        while mark < len(marks) and marks[mark][0] < end:
            inside += max(0, min(end, marks[mark][1]) - max(reached, marks[mark][0]))
            reached = max(reached, marks[mark][1])
            mark += 1
        answers.append(inside > MOST * (end - start))
    return answers
