"""Names of those born, by order, policy and sex: 出生286人（男孩149人）：政策内238人，政策外48人（一孩12人）."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.suffixes import without_counted

_POLICY = r"(?:政策|计划)[内外]"
_ORDER = "[一二三四多][孩胎]"
_CHILD = re.compile(rf"(?P<class>(?:{_POLICY})?(?:{_ORDER})?)(?P<sex>[男女][孩婴])?")
_BY_ORDER = re.compile(_ORDER)
_BY_POLICY = re.compile(_POLICY)


def with_births(before: list[Figure], figures: list[Figure], index: int, name: str) -> str:
    """The name of a class of children with what is told of all before it: that they were born.

    Args:
        before: The figures of the sentences before in the same paragraph.
        figures: Those of the sentence; the ones before ``index`` have their names.
        index: Which of them.
        name: The name that the figure has by its own words: 政策内人数, 二孩, 男孩人数.
    """
    figure = figures[index]
    bare = without_counted(name)
    child = _CHILD.fullmatch(bare) if bare and figure.unit_kind == "person" and figure.kind == "level" else None
    born = [f for f in (*before, *figures[:index]) if f.unit_kind == "person" and "出生" in f.name]
    if child is None or not born:
        return name
    outside = next((f for f in reversed(born) if not f.bracket), None) if figure.bracket else None
    policy = _BY_POLICY.match(outside.name) if outside and not _BY_POLICY.match(bare) else None
    order = _BY_ORDER.match(figures[index - 1].name) if index and figure.part and _BY_POLICY.fullmatch(bare) else None
    whose = (policy[0] if policy else "") + child["class"] + (order[0] if order else "")
    sex = child["sex"] or ""
    figure.subject = f"{whose}{sex}出生"
    return f"{whose}出生{sex or '人数'}"
