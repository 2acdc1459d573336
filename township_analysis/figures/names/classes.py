"""Names of persons that a list tells by sex, people or schooling: 委员58人，…；男性40人；回族8人；大专18人."""

import re

from township_analysis.figures.model import Figure

_SCHOOLING = r"(?:研究生|硕士|博士|本科|大学|大专|专科|中专|高中|初中|小学)"
_WHO = re.compile(
    rf"(?P<who>[男女]性?|(?!民族)[\u4e00-\u9fff]{{1,4}}族|(?P<school>{_SCHOOLING}(?:、?(?:或|及){_SCHOOLING})?(?:及?以[上下])?)"
    r"(?P<of>学历|文化(?:程度)?)?)(?:的|人数|占)*"
)
#: Those whom a list can be of: what is told stands before their noun, 支部女性委员.
_WHOLE = re.compile(
    r"(?P<whose>[\u4e00-\u9fff]*?)(?P<noun>教职员?工|医护人员|委员|党员|团员|干部|教师|代表|职工|队员|学生|儿童|人员|成员|劳动力|医生|民警|书记|村民|社员|公务员)\Z"
)
_TEACHERS = re.compile(r"教师|教职员?工")
_SHORT = 3  # characters that tell whose members are told apart


def class_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a class of the persons counted before: 女18人 behind 在校学生… is 在校女学生."""
    figure = figures[index]
    found = _WHO.fullmatch(left) if figure.unit_kind == "person" else None
    whole = _counted_before(figures[:index], figure) if found else None
    if not found or whole is None:
        return ""
    figure.subject = whole[0]
    if found["school"] and whole["noun"] == "学生":
        return found["who"] + "在校" * ("在校" in whole["whose"]) + "学生"
    if found["school"] in ("高中", "初中", "小学") and not found["of"] and _TEACHERS.search(whole["noun"]):
        return found["school"] + whole[0]  # 专任教师260人，其中小学140人
    schooled = "学历" if found["school"] and not found["of"] else ""
    who = found["who"] + schooled
    if whole["noun"] == "儿童":
        return who + whole[0]
    told = len(whole["whose"]) <= _SHORT or whole["whose"].endswith("在校")
    return (whole["whose"] if told else "") + who + whole["noun"]


def short_of(name: str) -> str:
    """Those of whom a list tells more and more, by their noun alone: 支部委员会委员 → 委员."""
    whole = _WHOLE.fullmatch(name)
    return whole["noun"] if whole and len(whole["whose"]) > _SHORT else name


def _counted_before(figures: list[Figure], figure: Figure) -> re.Match[str] | None:
    """The last count of more persons, or that of which the class before was one."""
    for earlier in reversed(figures):
        if earlier.unit_kind != "person" or earlier.kind != "level" or not earlier.core:
            continue
        if "岁" in earlier.name:
            continue
        if earlier.rule == "class":
            return _WHOLE.fullmatch(earlier.subject)
        if (figure.part or not earlier.part) and (earlier.mention.value or 0) > (figure.mention.value or 0):
            return _WHOLE.fullmatch(earlier.name)
    return None
