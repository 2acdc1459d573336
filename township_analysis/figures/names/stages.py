"""The stage of schools that is named once for all that is told of them: 初中教学班23个，在校学生1383人."""

import re

from township_analysis.figures.model import Figure

#: Kinds of schools, as the head of what is counted.
_STAGE = re.compile(
    r"[镇乡村]?(?:公办|民办|普通|职业|中心|完全?|寄宿制|九年一贯制)?"
    r"(?:高等(?:学校|院校)|中等专业学校|中专|技工学校|高中|初中|(?:高级|初级|普通|职业)中学|中学|小学|幼儿园)(?:校(?!长|舍|车))?"
)
#: What schools have, without saying which of them.
_OF_SCHOOLS = re.compile(
    r"(?:现有|共有|本期|设)?(?:新招生|招生|毕业(?:学生|生)?|在校(?:学生|生)|(?:在职|在编|专任|代课)?(?:教师|教职工)|教学班|班级)"
    r"(?:总?数|人数|学历合格率)?(?:同比)?(?:增长|增加|减少|下降)?"
)


def with_stage(figures: list[Figure], index: int, name: str) -> str:
    """The name with the stage of schools that was told before it in its sentence, where only one was."""
    if not _OF_SCHOOLS.fullmatch(name):
        return name
    stage = _stage_before(figures, index)
    return stage + name if stage else name


def _stage_before(figures: list[Figure], index: int) -> str:
    """The last kind of schools named; ``""`` where none was, or several were counted together: 中学1所、小学5所."""
    last = ""
    for figure in (f for f in reversed(figures[:index]) if f.kind != "share"):  # and no 小学升学率
        stage = None if figure.part or figure.bracket else _STAGE.match(figure.name)
        if "；" in figure.text[figure.behind : figures[index].at]:
            break
        if last and not stage:
            return "" if figure.mention.unit == "所" else last
        schools = stage is not None and stage[0] == figure.name
        if stage and last not in ("", stage[0]):
            return "" if schools else last
        last = stage[0] if stage else last
        if last and not schools:
            break
    return last
