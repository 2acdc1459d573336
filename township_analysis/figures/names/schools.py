"""Of which schools a line tells that is headed by them alone: 小学：在校学生820人，入学率99%."""

import re

from township_analysis.figures.model import Figure

#: Rates of pupils, whom teachers may be told before: 在校学生3260人，教师186人，入学率99.8%.
OF_PUPILS = tuple("入学率 巩固率 升学率 辍学率 毕业率 入园率 完学率 流失率 及格率 优秀率".split())
#: That they go to school, at the end of who they are: 小学在校学生, 实际入学人数.
AT_SCHOOL = re.compile(r"(?:实际|应|已)?(?:入学|在校|就读)(?:学?生)?(?:人数)?\Z")
_HEADED = re.compile(
    r"(?:\A|[；。\n、.)）])[\x01 ]*(?P<schools>小学|初中|高中|中学|职高|幼儿园|学前)(?:阶段|教育|方面)?：[^：]*\Z"
)
#: Who is in them, and in what.
_WHO = r"(?:专任)?教师|教职员?工|毕业生|教学班"
#: What schools have, told without their kind.
_OF_SCHOOLS = re.compile(
    rf"(?:毛|净)?(?:{'|'.join(OF_PUPILS)}|合格率)(?:提高|上升|下降|降低)?"
    rf"|在校学?生(?:人数)?|{_WHO}|招生(?:人数)?|适龄儿童(?:总数|入学率)?|(?:实际)?入学人数"
)
#: Of several kinds of schools or homes counted before, who is in them: 中学2所、小学17所，在校生分别为864人和1521人.
_IN_THEM = re.compile(
    rf"(?:(?:在校|在园|在读|住校)?(?:中小)?学?生|{_WHO}|班级"
    r"|(?:病)?床位?|医[务护]人员|入住老人)(?:人?数|总数)?"
)
_HOUSES = ("所", "处", "家")


def with_schools(figure: Figure, name: str) -> str:
    """The name of what schools have, with the kind of school that heads its line."""
    headed = _HEADED.search(figure.before) if _OF_SCHOOLS.fullmatch(name) else None
    return headed["schools"] + name if headed else name


def of_each_school(figures: list[Figure], run: list[int], phrase: str) -> dict[int, str]:
    """The names of a list that tells who is in each of as many kinds of schools counted before; else empty."""
    houses = [i for i in range(run[0]) if figures[i].mention.unit in _HOUSES and figures[i].kind == "level"]
    if not _IN_THEM.fullmatch(phrase) or len(houses) != len(run):
        return {}
    return {at: f"\x03{house}\x02{phrase}" for at, house in zip(run, houses, strict=True)}
