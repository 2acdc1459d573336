"""What a share is a share of: the total before it, and the age that its part is told by."""

import re

from township_analysis.figures.model import Figure

_LONG_WHOLE = 9  # characters of a whole that still goes into the name of a share of it
#: 在工业增加值中，制造业占61%; 从反映的问题看，征地类占31%.
_WITHIN = re.compile(
    r"(?:\A|[。；\x01])(?:在([\u4e00-\u9fff]{2,10}?)[之当]?中|从([\u4e00-\u9fff]{2,10}?)来?看)，[^；。]*\Z"
)
#: 总人口中，男性5200人，占51%; 女性…: what all shares of a sentence are of.
_WHOLE_TOLD = re.compile(
    r"(?:\A|[。；，\x01])(?:在|全[镇乡县市区省国])?"
    r"([\u4e00-\u9fff]{0,6}(?:人口|户数?|党员|劳动力|干部|职工|学生|面积|耕地|企业))[之当]?中，"
)
_IS_WHOLE = re.compile(
    r"(?:增加值|产值|总值|收入|支出|投资|出口|税收|贷款|人口|总数|问题|案件|来信|来访|信访件|诉求|工单)\Z"
)
FAR = 160  # characters in which that stands
#: A share of people by their schooling, that says nothing of who they are.
_DEGREE = re.compile(
    r"(?:研究生|本科|大学|大专|专科|中专|高中|初中)(?:(?:及|或)?以[上下])?(?:学历|文化|文化程度)?(?:的|者|人员)?占比"
)
_AGED = re.compile(r"([\u4e00-\u9fff“”]{2,12})平均年龄")
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


def told_whole(figure: Figure) -> str:
    """What a sentence says at its beginning that all its shares are of: 在工业增加值中，制造业增加值占61%."""
    told = _WITHIN.search(figure.near(FAR))
    whole = (told[1] or told[2]) if told else ""
    return whole if _IS_WHOLE.search(whole) else ""


def all_of_them(figures: list[Figure], index: int) -> str:
    """All the people of whom a mean age or a degree is told, and not the last class of them; ``""`` where none are."""
    here = figures[index]
    near = [f for f in figures[:index] if f.kind == "level" and "；" not in here.text[f.behind : here.at]]
    people = [f for f in near if f.unit_kind == "person" and f.core and f.name and not f.bracket]
    whole = max(people, key=lambda f: f.mention.value or 0, default=None)
    return (whole.subject if len(whole.subject) > 2 else whole.name) if whole else ""


def with_people(figures: list[Figure], index: int, name: str) -> str:
    """The share of those with a degree, with whose it is: 专职工作者71名，大专以上学历占43%."""
    aged = next((m[1] for f in figures[:index][::-1] if (m := _AGED.fullmatch(f.name))), "")
    return (aged or all_of_them(figures, index)) + name if _DEGREE.fullmatch(name) else name


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
