"""Things counted by their size, whose noun stands behind the last: 3个千亿级、5个百亿级产业集群."""

import re
from itertools import pairwise

from township_analysis.figures.model import Figure

_GRADE = re.compile(r"(?P<before>[\u4e00-\u9fff]*?)(?P<grade>[十百千万亿]+(?:元)?级)(?P<noun>[\u4e00-\u9fff]*)")


def share_grades(figures: list[Figure]) -> None:
    """Give the noun behind the last of such counts to those before it."""
    for figure, following in reversed(list(pairwise(figures))):
        own, last = _GRADE.fullmatch(figure.name), _GRADE.search(following.name) or _GRADE.match(following.right)
        listed = following.clause - figure.clause < 2 and figure.mention.unit == following.mention.unit
        if own and not own["noun"] and last and last["noun"] and listed:
            following.name = following.name if _GRADE.search(following.name) else last["grade"] + following.name
            noun = _GRADE.search(following.name)
            figure.name += noun["noun"] if noun else ""
