"""What a report on a part of a year says of the whole of it: the rest that is planned, what is done already."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.status import tells_no_deed
from township_analysis.figures.time.setting import Setting, last_year
from township_analysis.figures.words import act_pattern, strip_lead
from township_analysis.lang.periods import PeriodMention, find_periods

_STILL = re.compile(r"再(?!生|次)|剩余|其余|余下")
_ALREADY = re.compile(r"已(?!婚|故)|目前")
_AIMS_AT = re.compile(r"力争|确保|争取|再|新|建成")
#: 奋斗目标是：确保全年…；…: all that is listed is aimed at for the year.
_GOALS = re.compile(r"目标(?:任务)?[是为]?：[^。；]{0,6}\Z")
#: 2016年度计划搬迁64户，已开工40户: of the year is what was planned.
_PLANNED = re.compile(r"度?(?:计划|任务|目标|下达|排定|安排)")
_SINCE_DONE = re.compile(r"[，；]\s*(?:目前|现)?已(?!婚|故)[^。]*\Z")
_NEAR = 16
_PARAGRAPH = 600  # characters
#: Months from January on, at the head of a paragraph or behind its topic: 经济指标平稳回升。1-5月，….
_FIRST_MONTHS = re.compile(
    r"[^，；\d\n]{0,24}(?<!预计)(?<![\d年月])(?:今年)?(?P<months>[1一元]月?份?[-—–~至到]{1,2}(?:\d{1,2}|[二三四五六七八九]|十一?)月)(?!份?[底末初])"
)
#: Another time, of which the paragraph goes on to tell.
_OTHER_TIME = re.compile(r"(?<![去上])年|[\d一二三四五六七八九十上下]月|季度|目前|如今|现(?=[有已共])|截[至止]|\n|预计")
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


def months_of_paragraph(figure: Figure, setting: Setting, plain: str) -> str | None:
    """The months that a paragraph begins with, where no other time is told of since; None where it has none."""
    if "-" not in (setting.period or "") or figure.status != "actual" or act_pattern().match(figure.left):
        return None  # a year's report goes on to its year, and what was done is of all the time reported
    at = figure.mention.start
    line = plain.rfind("\n", max(0, at - _PARAGRAPH), at) + 1
    begins = line or at <= _PARAGRAPH
    months = _FIRST_MONTHS.match(plain, line, at) if begins else None
    if months is None or _OTHER_TIME.search(plain, months.end(), at):
        return None
    return next(map(setting.resolve, find_periods(months["months"])), None)


def _is_another_task(before: str, between: str) -> bool:
    """True behind the year's total for what is to be done next: 确保全年出栏突破5万只，建成草料库3座."""
    *others, last = re.split("[，；]", between)
    own = strip_lead(last, light=False)
    deeds = "；" in between and not all(map(tells_no_deed, others[1:]))
    anew = deeds or _AIMS_AT.match(own) or act_pattern().match(own)
    return before not in _OPENS and bool(others) and bool(anew)


def is_done_of_year(figure: Figure, date: PeriodMention, setting: Setting, plain: str) -> bool:
    """What is done already of a year's projects, in a report on a part of it: 全年排定项目16个，已开工12个."""
    if "-" not in (setting.period or "") or figure.status != "actual":
        return False
    if plain.startswith(("全年", "年内"), date.start):
        return bool(_ALREADY.search(figure.left))
    return bool(_PLANNED.match(plain, date.end) and _SINCE_DONE.search(plain, date.end, figure.mention.start))
