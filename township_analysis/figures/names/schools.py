"""Of which schools a line tells that is headed by them alone: 小学：在校学生820人，入学率99%."""

import re

from township_analysis.figures.model import Figure

_HEADED = re.compile(
    r"(?:\A|[；。\n、.)）])[\x01 ]*(?P<schools>小学|初中|高中|中学|职高|幼儿园|学前)(?:阶段|教育|方面)?：[^：]*\Z"
)
#: What schools have, told without their kind.
_OF_SCHOOLS = re.compile(
    r"(?:毛|净)?(?:入学|巩固|升学|辍学|毕业|入园|完学|流失|及格|优秀|合格)率(?:[提升下降高低]{2})?"
    r"|在校学?生(?:人数)?|教学班|(?:专任)?教师|教职员?工|毕业生|招生(?:人数)?|适龄儿童(?:总数|入学率)?|(?:实际)?入学人数"
)


def with_schools(figure: Figure, name: str) -> str:
    """The name of what schools have, with the kind of school that heads its line."""
    headed = _HEADED.search(figure.before) if _OF_SCHOOLS.fullmatch(name) else None
    return headed["schools"] + name if headed else name
