"""Names of persons that a list tells by sex, people or schooling: 委员58人，…；男性40人；回族8人；大专18人."""

import re

#: Those whom a list can be of: what is told stands before their noun, 支部女性委员.
_WHOLE = re.compile(
    r"(?P<whose>[\u4e00-\u9fff]*?)(?P<noun>委员|党员|团员|干部|教师|代表|职工|队员|学生|儿童|人员|成员|劳动力|医生|民警|书记|村民|社员|公务员)\Z"
)

_SHORT = 3  # characters that tell whose members are told apart


def short_of(name: str) -> str:
    """Those of whom a list tells more and more, by their noun alone: 支部委员会委员 → 委员."""
    whole = _WHOLE.fullmatch(name)
    return whole["noun"] if whole and len(whole["whose"]) > _SHORT else name
