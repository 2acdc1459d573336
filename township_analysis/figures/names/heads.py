"""Names from a noun that the figure only describes: 总投资1.1亿元的学校, 由15人组成的巡逻队, 8个村集体收入超20万元."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.predicates import split_predicate
from township_analysis.figures.names.sizes import BUILT, FOUNDING
from township_analysis.figures.words import act_pattern, is_aspect, strip_lead, strip_link, verbs_only, words

#: Those of whom a body is made up.
_MADE_UP = re.compile(r"(?:(?:共同)?(?:组成|构成))?的([\u4e00-\u9fff“”]{2,})")
_SET_GOING = re.compile(r"启动|推进|加快|实施|谋划|开工|续建|完成")
_ONE = re.compile(r"\A了?[一二两三四五六七八九十][家个户]")
#: From where to where: 铺设从石坝到柳沟长3公里的水泥路.
_ROUTE = re.compile(r"\A.*[\u4e00-\u9fff][到至][\u4e00-\u9fff]{2,10}?(?=[全总]?长\Z)")
#: The measure of the next of two things, which is no part of the first: 总投资2亿元的A项目和总投资1亿元的B厂.
_NEXT_SIZE = re.compile(r"\A(?P<noun>.*)[、和及与](?P<size>[全总]?长|宽|总?投资|占地(?:面积)?|总?(?:建筑)?面积)\Z")
_SIZED_SO = re.compile(
    r"的(?:[\u4e00-\u9fff]{2,14}?(?=[年日]))?(?:[年日](?:产|加工|处理|出栏|存栏|屠宰|生产|发电)量?)?"
)
#: 总投资5亿元的A项目、3亿元的B项目: each sum of the list is of the same sort.
#: 1.5亿元的建材项目和2千万的大米项目: another sum, and what it is of.
_NEXT_SUM = re.compile(r"[、和及与](?=\d)")
_LISTED_SUM = re.compile(r"(?:计划)?总?投资额?\Z")


def made_up_name(figures: list[Figure], index: int, left: str) -> str:
    """由15人组成的巡逻队, 一支15人的巡逻队: 巡逻队人数."""
    figure = figures[index]
    made = _MADE_UP.match(figure.right) if figure.left.endswith(("由", "一支", "一个")) else None
    return split_predicate(made[1])[0] + COUNTED_NOUN.get(figure.unit_kind, "数量") if made else ""


def attributive_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect or a verb before the number, what it is of behind: 总投资1.1亿元的学校, 解决1200人的饮水问题."""
    figure = figures[index]
    behind = FOUNDING.sub("", figure.right.lstrip("\x01 "), count=1)
    if not behind.startswith("的"):
        return ""
    behind = _whole_noun(figures, index) or behind
    behind, left = _NEXT_SIZE.sub(r"\g<noun>", behind), _NEXT_SIZE.sub(r"\g<size>", left)
    noun = strip_link(split_predicate(_NEXT_SUM.split(behind)[0])[0])
    noun = noun.removesuffix("等") if "、" not in noun else noun
    left = BUILT.sub("", left, count=1).removeprefix("是")
    invested = _LISTED_SUM.search(figures[index - 1].name) if index and _is_listed(figure, left) else None
    if invested:
        return noun + invested[0]
    left = _aspect_of(_ROUTE.sub("", left))
    if (is_aspect(left) or left in ("长", "宽")) and not verbs_only(left) and len(noun) >= 2:
        return noun + left
    return ""


def _whole_noun(figures: list[Figure], index: int) -> str:
    """The noun behind another number that tells of it: 投资60万元的6条油路, 投资48万元的年加工3万吨魔芋项目."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    apart = following is None or following.clause != figure.clause or following.bracket != figure.bracket
    if following is None or apart or figure.unit_kind != "money" or not _SIZED_SO.fullmatch(figure.right):
        return ""
    return "的" + following.right.lstrip("的\x01 ")


def _is_listed(figure: Figure, left: str) -> bool:
    """True for a sum that goes on with a list of the same sort: 总投资5亿元的A项目、3亿元的B项目."""
    goes_on = bool(figure.item or re.fullmatch("的[^，；]*、", figure.left)) and not strip_lead(left, light=False)
    return goes_on or (figure.left.startswith("的") and figure.left.endswith("、"))


def _aspect_of(left: str) -> str:
    """The aspect alone, where only verbs stand before it: 引进一家总投资."""
    verb = (act_pattern().match(left) or _SET_GOING.match(left)) if not is_aspect(left) else None
    told = _ONE.sub("", left[verb.end() :]) if verb else ""
    left = told if is_aspect(told) else left
    aspect = next((word for word in words("aspect") if left.endswith(word)), "")
    return aspect if aspect and verbs_only(left[: -len(aspect)]) else left
