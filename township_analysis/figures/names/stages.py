"""Whose pupils, beds and staff are counted: the schools or houses counted before them, 敬老院2所，床位80张."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.suffixes import verb_before, without_counted
from township_analysis.figures.words import strip_lead

#: Kinds of schools, as the head of what is counted.
_STAGE = re.compile(
    r"[镇乡村]?(?:公办|民办|普通|职业|中心|完全?|寄宿制|九年一贯制)?"
    r"(?:高等(?:学校|院校)|中等专业学校|中专|技工学校|高中|初中|(?:高级|初级|普通|职业)中学|中学|小学|幼儿园)(?:校(?!长|舍|车))?"
)
#: What schools have, without saying which of them.
_OF_SCHOOLS = (
    r"(?:新招生|招生|毕业(?:学生|生)?|(?:在校|住[宿校]|寄宿|走读)(?:学生|生)|在[园校]幼儿|在园(?:儿童)?|入园(?:幼儿|儿童)|(?:在职|在编|专任|代课)?(?:教师|教职工)|教学班|班级|学生|幼儿)"
    r"(?:总?数|人数|学历合格率)?(?:同比)?(?:增长|增加|减少|下降)?"
)
#: What other houses and bodies have.
_OF_HOUSES = (
    r"(?:编制|开放|新增|设置?)?(?:床位|病床)(?:总?数)?|入住老人|(?:卫生|专业)技术人员|医[护务]人员|执业(?:\(?助理\)?)?医师"
    r"|注册护士|在[职岗]职工|职工|员工|会员|社员|演职人员|馆?藏书|藏书量"
    r"|队员|成员|[从就]业人员|在[职岗](?:贫困户|贫困人口|脱贫户|人员|工人)"
)
#: Those of a staff that was counted itself: 卫生技术人员42人，其中执业医师12人.
_OF_STAFF, _STAFF = re.compile(r"医师|护士"), re.compile(r"(?:技术|医[护务])人员|职工")
_HAVE = re.compile(rf"(?:目前|现有|共有|本期|设)?(?:{_OF_SCHOOLS}|{_OF_HOUSES})(?:总?数|人数|户数)?")
_OF_ALL = re.compile(r"全[国省市州县区乡镇村]")
_HAVE_AT_END = re.compile(rf"(?:{_OF_SCHOOLS}|{_OF_HOUSES})\Z")
#: Beds say by themselves of what they are.
_BEDS = re.compile(r"(?:开放|编制)?(?:病床|床位)(?:总?数)?")
_UNITS = ("count", "household")
_OWN_NAME = 5  # characters of a house's name that is more than its kind
#: Schools, houses and bodies, at the end of what is counted.
_BODY = re.compile(
    r"(?:企业|工厂|公司|合作社|车间|(?:[^部军连梯]|[巡防突])队|学校|院校|[大中小村]学|[高初]中|中专|[村完]小|幼儿园|医院|[卫敬福养光保][\u4e00-\u9fff]{0,4}院|卫生[室所站]|保健院|(?<!分支)(?<!组织)机构|收养性单位|服务中心|养老中心|团体|剧团|网点|协会|商会|文化站|书屋|图书[馆室])(?:\([^()]*\))?\Z"
)


def with_stage(figures: list[Figure], index: int, name: str) -> str:
    """The name with the schools or houses that were counted before it in its sentence, where only one kind was."""
    if not _HAVE.fullmatch(name) or _OF_ALL.search(figures[index].left):
        return name
    if _OF_STAFF.search(name) and any(_STAFF.search(f.name) for f in figures[:index] if f.unit_kind == "person"):
        return name
    whose = _body_before(figures, index, name)
    if whose is None:
        whose = _stage_before(figures, index) if re.search(_OF_SCHOOLS, name) else ""
    if _BEDS.fullmatch(name) and not any(_is_one(figure, whose) for figure in figures[:index]):
        return name
    if "幼儿" in name and "幼" not in whose:
        return name  # 小学1640人、幼儿500人
    return whose + name


def _is_one(figure: Figure, whose: str) -> bool:
    """True for the one house of its own name that has them: 中心卫生院1所，床位40张."""
    return figure.mention.value == 1 and len(whose) >= _OWN_NAME and without_counted(figure.name).endswith(whose)


def of_body(name: str, total: Figure) -> str:
    """What the whole counts, in the schools or houses that are a part of it: 床位90张，其中卫生院60张."""
    what = _HAVE_AT_END.search(total.name)
    return name + what[0] if what and _BODY.search(name) else ""


def _body_before(figures: list[Figure], index: int, name: str) -> str | None:
    """The schools or houses counted last; ``""`` where several kinds were counted together, None for none."""
    here, later, told = figures[index], None, False
    for figure in reversed(figures[:index]):
        if "；" in figure.text[figure.behind : here.at]:
            break
        body = figure.unit_kind in _UNITS and figure.kind == "level" and _BODY.search(without_counted(figure.name))
        if later is None and (not body or figure.bracket != here.bracket):
            continue
        if later is None:
            later = figure
        elif not body:
            told = told or figure.name.endswith(name)
        elif figure.name == later.name:
            continue  # 学校由12所增加到15所
        elif not later.part:
            return "" if later.clause - figure.clause < 2 and not told else _kind(later)
        elif figure.part and figure.clause == later.clause:
            return _whole_of(figures, figure)  # 机构15个，其中卫生院1个、卫生室14个，病床60张
        elif figure.part:
            break
        else:
            listed = "其中：" in figure.text[figure.behind : later.at]
            return _kind(later if told or listed else figure)
    return _kind(later) if later else None


def _whole_of(figures: list[Figure], part: Figure) -> str:
    """The houses that those of several kinds are parts of; ``""`` where they were not counted."""
    wholes = (f for f in reversed(figures[: figures.index(part)]) if f.mention.unit == part.mention.unit and not f.part)
    whole = next(wholes, None)
    return _kind(whole) if whole and _BODY.search(without_counted(whole.name)) else ""


def _kind(figure: Figure) -> str:
    """What a count is of, without the verb before it: 敬老院 of 新建敬老院."""
    kind = without_counted(strip_lead(figure.name[len(verb_before(figure.name)) :]))
    return "" if kind == "学校" else kind


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
