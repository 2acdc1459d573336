"""Nouns of persons: where they begin and end, and what is said of them."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.doers import begins_deed

_PERSONS = (
    r"(?:人员|对象|群众|学生|干部|老人|儿童|妇女|党员|职工|家庭|患者|户(?![籍口型外])|人口|村民|居民|教师|农民|[果茶瓜菜蔗烟蚕棉]农|牧民|渔民|劳动力|青年|残疾人|考生|学员|带头人|能手|标兵)"
    r"(?:干部|代表|群众|志愿者|家庭)?(?!会|部|数|院|园|校|委)"
)
#: Persons, and others named beside them: 党员干部、志愿者.
PERSON_NOUN = re.compile(rf".*?{_PERSONS}(?:[、和与及](?:志愿者|网格员|医护人员|(?:党员|党政|机关|镇村|村)?干部))*")
#: Two characters behind persons that say what they did; two others are part of the noun (党员干部, 贫困户子女).
_STATE_OF_PEOPLE = re.compile(
    r"入社|入股|分红|结亲|结对|受益|受灾|参保|参合|参训|参会|就业|创业|搬迁|脱贫|返贫|入住|务工|返乡|上岗|入学|获奖"
)
#: What is done with people, as a noun behind them: 适龄妇女“两癌”检查工作.
_WORK = re.compile(r"([\u4e00-\u9fff“”]{2,10})(?:工作|任务)")
#: 完成60户困难家庭适老化改造: the work on homes that was carried out.
_HOME_WORK = re.compile(r"(?:改造|加固|重建|改厕|修缮)\Z")
_CARRIED_OUT = re.compile(r"(?:完成|实施|启动|推进)了?\Z")
ENDS_IN_PERSON = re.compile(
    r"(?:[生员者人户工民师兵众部童女才商客孩婴]|[孤婴幼]儿|[能选]手|村官|对象|家庭|劳动力|人口|老年|青年|妇女|书记|委员|主任|代表|干事|专家|教授|支书|(?<![增延成生特专])长)\Z"
)
#: Of households counted as people: 贫困人口120户.
OF_THE_POOR = re.compile(r"(贫困|脱贫|低收入|低保)(?:人口|人员)\Z")


def state_of_people(noun: str) -> str:
    """What persons did, in two characters behind them: 牧户入社 → 入社; ``""`` for 党员干部."""
    people = PERSON_NOUN.match(noun)
    return noun[people.end() :] if people and _STATE_OF_PEOPLE.fullmatch(noun, people.end()) else ""


def people_first(figure: Figure, noun: str) -> str:
    """特困人员生活补助金, counted in persons, is 生活补助金的特困人员; ``""`` for any other noun."""
    people = None if begins_deed(noun) else PERSON_NOUN.match(noun)
    if figure.unit_kind not in ("person", "household") or not people or len(noun) - people.end() < 2:
        return ""
    ends = people.end() + noun.startswith("”", people.end())  # 农村“五保户”供养标准
    if len(noun) - ends == 2 and not state_of_people(noun):
        return ""
    told = noun[ends:].lstrip("的")
    if ENDS_IN_PERSON.search(told):
        return ""
    if work := _WORK.fullmatch(told):
        return noun[:ends] + work[1]
    if _HOME_WORK.search(told) and _CARRIED_OUT.search(figure.left):
        return noun
    return f"{told}的{noun[:ends]}"
