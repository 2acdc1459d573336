"""What a report on a part of a year says of the whole of it: the rest that is planned, what is done already."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.status import tells_no_deed
from township_analysis.figures.time.setting import Setting, last_year
from township_analysis.figures.words import act_pattern, strip_lead
from township_analysis.lang.periods import PeriodMention

_STILL = re.compile(r"再(?!生|次)|剩余|其余|余下")
_ALREADY = re.compile(r"已(?!婚|故)|目前")
_AIMS_AT = re.compile(r"力争|确保|争取|再|新|建成")
#: 奋斗目标是：确保全年…；…: all that is listed is aimed at for the year.
_GOALS = re.compile(r"目标(?:任务)?[是为]?：[^。；]{0,6}\Z")
_NEAR = 16
#: The year at the head of a sentence holds for all of it: 全年收入突破3000万元，引进项目2个.
_OPENS = "。；：是\n"


def is_rest_of_year(figure: Figure, date: PeriodMention, setting: Setting, plain: str) -> bool:
    """What is still to be done by the year's end is planned for the rest of it: 年底前完成剩余30户, 年内再化解5件."""
    rest = setting.role == "plan" and "-" in (setting.plans_for or "") and figure.status == "plan"
    if not rest or setting.resolve(date) == setting.plans_for or last_year(setting.resolve(date)) != setting.year:
        return False
    if plain.startswith("全年", date.start):
        if _GOALS.search(plain, max(0, date.start - _NEAR), date.start):
            return False
        return _is_another_task(plain[date.start - 1], plain[date.end : figure.mention.start])
    return plain.startswith("前", date.end) or bool(_STILL.search(plain, date.end, figure.mention.start))


def _is_another_task(before: str, between: str) -> bool:
    """True behind the year's total for what is to be done next: 确保全年出栏突破5万只，建成草料库3座."""
    *others, last = re.split("[，；]", between)
    own = strip_lead(last, light=False)
    deeds = "；" in between and not all(map(tells_no_deed, others[1:]))
    anew = deeds or _AIMS_AT.match(own) or act_pattern().match(own)
    return before not in _OPENS and bool(others) and bool(anew)


def is_done_of_year(figure: Figure, date: PeriodMention, setting: Setting, plain: str) -> bool:
    """What is done already of a year's projects, in a report on a part of it: 全年排定项目16个，已开工12个."""
    of_part = (
        "-" in (setting.period or "") and figure.status == "actual" and plain.startswith(("全年", "年内"), date.start)
    )
    return of_part and bool(_ALREADY.search(figure.left))
