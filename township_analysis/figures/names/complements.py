"""What completes a number told before: posts that are filled or free (编制22名，在编17名), what became of a budget."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN

_POSTS = re.compile(r"(?:核定)?(?P<of>[\u4e00-\u9fff]{0,10}?(?:编制|(?P<rank>职数)|岗位|员额|名额))(?:总?数|人数)?")
#: How many posts are filled, free or too many; and who there is at all, with no word for whom.
_FILLED = re.compile(r"(?:[在空缺超满][编岗员]|空缺|缺额|实有|现有|实际?配备|在职)(?:在岗)?(?:人员|人数)?")
_THERE_ARE = ("现有", "实有")
_BUDGET = re.compile(
    r"(?P<of>[\u4e00-\u9fff“”]{2,12}?(?P<end>收入|支出)?)(?:年初|年度|本年|全年|(?:调整|变动|追加)后?的?|\x01)*预算数?"
)
#: The budget once more, and what came of it.
_BECAME = re.compile(r"(?P<budget>(?:调整|变动|追加)后?的?预算数?)|(?:完成|实现|实际|累计)*(?P<end>收入|支出)数?")
#: What came in of what was due: 国家免疫规划疫苗应种4318针次，实种4296针次.
_DEEDS = (
    "(?P<deed>[种征缴收检到参交还付发补训换查改]|参保|接种|入库|结案|办结|征收|收缴|缴纳|整改"
    "|检测|检验|换届|培训|入学|持证|办证|验证|领证)"
)
_DUE = re.compile(rf"(?P<of>[\u4e00-\u9fff“”]{{0,12}}?)应{_DEEDS}(?:总?[人户]?数|人次|金额)?")
_PAID_IN = re.compile(rf"(?:实际?|已|(?=..)){_DEEDS}")
#: Those of whom something is due.
_GROUP = re.compile(r"(?:人口|人员|妇女|儿童|对象|群众|居民|村民)\Z")
#: What is spent of an income, and what is left: 财政收入3000万元，支出2500万元，结余500万元.
_INCOME = re.compile(r"(?P<of>[\u4e00-\u9fff“”]{2,14}?)(?:纯|可支配|总)?(?:收入|支出|收支结余|结余)(?:总额)?")
_SPENT = re.compile(r"(?:当年|本年|年末|累计|总)*(?P<what>(?:收支|滚存|累计)*(?:支出|结余|结转))")
_SERVED = ("person", "household", "person-times")
_NEAR = 4  # figures back to the income
_LINKS = " ，、\x00\x01"


def complement_name(figures: list[Figure], index: int, left: str) -> str:
    """行政编制22名，在编17名，空编5名: of these posts; 水利支出年初预算30万元，调整预算36万元: of this budget."""
    figure = figures[index]
    told = figure.left.strip(_LINKS).removeprefix("其中").rstrip("共为达到了")
    if not told or figure.right.strip(_LINKS):
        return ""
    rules = (
        (_FILLED, _of_posts),
        (_BECAME, _of_budget),
        (_DUE, _of_group),
        (_PAID_IN, _of_due),
        (_SPENT, _of_income),
    )
    names = (rule(figures, index, told) for told_by, rule in rules if told_by.fullmatch(told))
    return next(filter(None, names), "")


def _of_posts(figures: list[Figure], index: int, told: str) -> str:
    figure, posts = figures[index], _last(figures, index, _POSTS)
    if posts is None or figure.unit_kind not in ("person", "count"):
        return ""
    figure.subject = posts["of"].removesuffix("职数") if posts["rank"] else posts["of"] + "人员"
    if posts["rank"] and told in _THERE_ARE:
        return told + figure.subject + COUNTED_NOUN["person"]
    return (figure.subject if posts["rank"] else posts["of"]) + told


def _of_budget(figures: list[Figure], index: int, told: str) -> str:
    budget, became = _last(figures, index, _BUDGET), _BECAME.fullmatch(told)
    if budget is None or became is None or figures[index].unit_kind != "money":
        return ""
    if became["budget"]:
        return budget["of"] + told
    return budget["of"] if became["end"] == budget["end"] else ""


def _of_group(figures: list[Figure], index: int, told: str) -> str:
    """流出人口3126人，应持证1184人: of those counted before."""
    figure, due = figures[index], _DUE.fullmatch(told)
    counted = COUNTED_NOUN.get(figure.unit_kind, "")
    if due is None or due["of"] or not counted:
        return ""
    alike = (f for f in reversed(figures[:index]) if f.mention.unit == figure.mention.unit and f.kind == "level")
    whole = next((f for f in alike if (f.mention.value or 0) >= (figure.mention.value or 0)), None)
    figure.subject = whole.name if whole and _GROUP.search(whole.name) else told
    return (figure.subject if figure.subject != told else "") + told + counted


def _of_due(figures: list[Figure], index: int, told: str) -> str:
    due, paid = _last(figures, index, _DUE), _PAID_IN.fullmatch(told)
    if due is None or paid is None or due["deed"] != paid["deed"]:
        return ""
    figures[index].subject = due["of"] or due["deed"]
    return due["of"] + told + (COUNTED_NOUN.get(figures[index].unit_kind) or "")


def _of_income(figures: list[Figure], index: int, told: str) -> str:
    near = figures[max(0, index - _NEAR) : index]
    income = next(filter(None, (_INCOME.fullmatch(f.name) for f in reversed(near) if f.kind == "level")), None)
    spent = _SPENT.fullmatch(told)
    served = (
        index and figures[index - 1].unit_kind in _SERVED and figures[index].clause - figures[index - 1].clause == 1
    )
    if income is None or spent is None or figures[index].unit_kind != "money" or served:
        return ""  # 低保126户，支出78万元；五保36人，支出12万元
    figures[index].subject = income["of"] + spent["what"]
    return income["of"] + spent["what"]


def _last(figures: list[Figure], index: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The last name before a figure that fits, where no ； parts the two."""
    for earlier in reversed(figures[:index]):
        if "；" in earlier.text[earlier.behind : figures[index].at]:
            return None
        if found := pattern.fullmatch(earlier.name):
            return found
    return None
