"""What a share is a share of: the total before it, and the age that its part is told by."""

import re

from township_analysis.figures.model import Figure

_LONG_WHOLE = 9  # characters of a whole that still goes into the name of a share of it
#: 总人口中，男性5200人，占51%; 女性…: what all shares of a sentence are of.
_WHOLE_TOLD = re.compile(
    r"(?:\A|[。；，\x01])(?:在|全[镇乡县市区省国])?"
    r"([\u4e00-\u9fff]{0,6}(?:人口|户数?|党员|劳动力|干部|职工|学生|面积|耕地|企业))[之当]?中，"
)
FAR = 160  # characters in which that stands
_OF_PLACE = re.compile(r"\A全(?:[镇乡村]|街道|苏木)(?=总)")


def whole_of(figures: list[Figure], index: int, own: str) -> str:
    """What a bare 占 is a share of: the total before the part."""
    part = None if own else next((i for i in range(index - 1, -1, -1) if figures[i].kind == "level"), None)
    if part is not None and (told := _WHOLE_TOLD.findall(figures[index].near(FAR))):
        return str(told[-1])
    parts = {i for i in range(index - 1) if figures[i + 1].kind == "share" and "占" in figures[i + 1].left}
    levels = [f for i, f in enumerate(figures[:index]) if f.kind == "level" and f.core and i not in {part, *parts}]
    named = [f for f in levels if f.name and not f.part]
    if part is not None:
        named = [f for f in named if f.mention.unit == figures[part].mention.unit and len(f.name) <= _LONG_WHOLE]
        named = [f for f in named if _is_share_of(figures[part], f, figures[index])] or named
        named = [f for f in named if (f.mention.value or 0) >= (figures[part].mention.value or 0)]
    return _OF_PLACE.sub("", named[-1].name) if named else ""


def criterion_before(figures: list[Figure], index: int) -> str:
    """The criterion directly before a share: 60岁以上 of 60岁以上老人占总人口的21%; ``""`` where none stands there."""
    before = figures[index - 1] if index else None
    if (
        before is None
        or before.core
        or before.clause != figures[index].clause
        or before.mention.unit not in ("岁", "周岁")
    ):
        return ""
    return before.text[before.at : before.behind]


def _is_share_of(part: Figure, whole: Figure, share: Figure) -> bool:
    """True where the numbers themselves say that the part is this share of the whole."""
    value = whole.mention.value or 0
    return value > 0 and abs(100 * (part.mention.value or 0) / value - (share.mention.value or 0)) < 1
