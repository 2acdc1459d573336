"""Whose a building is: the school, home or office that its name begins with."""

import re
from functools import lru_cache

from township_analysis.figures.scope.bodies import body_at
from township_analysis.figures.words import ASKED

_BUILDING = re.compile(
    r"(?:教学|综合|宿舍|门诊|住院|办公|实验|医技|学生|教师|教职工|周转|业务|技术)+"
    r"(?:大?楼|用房|公寓|食堂|宿舍|周转房)\Z|(?:食堂|餐厅|[运活]动场|操场|围墙)\Z"
)


@lru_cache(maxsize=ASKED)
def owner_of(name: str) -> str:
    """The school, home or office whose building a name is, else the name.

    >>> owner_of("镇中心小学综合楼"), owner_of("青石大桥")
    ('镇中心小学', '青石大桥')
    """
    owner = _BUILDING.sub("", name)
    return owner if owner != name and body_at(owner) == owner else name
