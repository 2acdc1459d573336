"""Classes of people whom an earlier sentence counted: 社区干部46名。从年龄结构看：55岁以上的有7人."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.suffixes import without_counted

#: By what they are divided, at the head of a sentence or of what a ； sets apart.
_DIVIDED = re.compile(r"(?:\A|[；。])[\s\x01]*[从按][\u4e00-\u9fff]{2,8}?(?:来?看|划?分)[：，][^；。]*\Z")
RULE = "structure"
_PEOPLE = ("person", "household")
_BOUND = ("以上", "以下", "以内")


def of_people_counted(before: list[Figure], figures: list[Figure], index: int, name: str) -> str:
    """The name of a class of people with whom it is a class of.

    Args:
        before: The figures of the sentences before in the same paragraph.
        figures: Those of the sentence; the ones before ``index`` have their names.
        index: Which of them.
        name: The name that the figure has by its own words: 55岁以上的人数, 退休人员.
    """
    figure = figures[index]
    if figure.unit_kind not in _PEOPLE or not name or not _DIVIDED.search(figure.before):
        return name
    counted = [f for f in (*before, *figures[:index]) if f.unit_kind == figure.unit_kind and f.kind == "level"]
    classes = [f for f in counted if f.rule == RULE]
    whole = classes[-1] if classes else max(counted, key=lambda f: f.mention.value or 0, default=None)
    who = (whole.subject or whole.name) if whole else ""
    bare = without_counted(name).removesuffix("的")
    less = whole and (classes or (whole.mention.value or 0) >= (figure.mention.value or 0))
    if not less or len(who) < 2 or who in name:
        return name
    figure.rule, figure.subject = RULE, who
    return bare + who if bare.endswith(_BOUND) else f"{bare}的{who}"
