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
_LINKS = " ，、\x00\x01"


def complement_name(figures: list[Figure], index: int, left: str) -> str:
    """行政编制22名，在编17名，空编5名: of these posts; 水利支出年初预算30万元，调整预算36万元: of this budget."""
    figure = figures[index]
    told = figure.left.strip(_LINKS).removeprefix("其中").rstrip("共为达到了")
    rule = _of_posts if _FILLED.fullmatch(told) else _of_budget if _BECAME.fullmatch(told) else None
    return rule(figures, index, told) if rule and not figure.right.strip(_LINKS) else ""


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


def _last(figures: list[Figure], index: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The last name before a figure that fits, where no ； parts the two."""
    for earlier in reversed(figures[:index]):
        if "；" in earlier.text[earlier.behind : figures[index].at]:
            return None
        if found := pattern.fullmatch(earlier.name):
            return found
    return None
