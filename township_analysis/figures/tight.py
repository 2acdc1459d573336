"""A report without the blanks that copied pages leave around numbers: 产值 3.2 亿元, 2019 年."""

from collections.abc import Callable
from dataclasses import replace

from township_analysis.report.model import Report
from township_analysis.report.tight import tight_of


def tightened(report: Report) -> tuple[Report, Callable[[int], int]]:
    """The report without blanks around the numbers of its prose, and where each character stands in it as read.

    Args:
        report: The report as read.

    Returns:
        The report without them, the report itself where there are none; and a function from a place in it to the one
        in the report as read.

    Example:
        >>> from township_analysis import read_text
        >>> report, place = tightened(read_text("全镇完成产值 3.2 亿元，增长 8%。"))
        >>> report.plain, place(report.plain.index("亿"))
        ('全镇完成产值3.2亿元，增长8%。', 11)
    """
    tight = tight_of(report.plain, report.text)
    if not tight.loose:
        return report, int
    return replace(
        report,
        document=tight.cut_document(report.document),
        plain=tight.cut_plain(report.plain),
        sections=tuple(map(tight.cut_piece, report.sections)),
        sentences=tuple(map(tight.cut_piece, report.sentences)),
    ), tight.place
