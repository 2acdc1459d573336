"""Names from what those counted are, did or were not: 86户是砖瓦房, 70万人次接受技能培训, 仍有4个未开工."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.between import AMONG
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import predicate_of, verb_behind
from township_analysis.figures.names.suffixes import verb_before
from township_analysis.figures.time.stocks import is_base
from township_analysis.figures.words import strip_lead

_SPACE = {"land": "面积", "floor": "面积"}
#: What picks some of those whom the clause before names: 村干部中，大专以上学历的有12人.
_PICKED = re.compile(
    r"(?:\A|[，。；：\x01])(?P<whole>[^，。；：\x01]{2,20}?)[之当]?中，(?:其中)?(?P<which>[^，。；：\x01]{2,20})的(?:只有|仅有|就有|共有|也有|还有|有|占|仅|只|达)+\Z"
)
_CAN_PICK = ("count", "person", "household", "")
_NEAR = 48  # characters in which those told apart and those they are of stand
_NEXT = 2  # clauses from the firms to some of them
_TOLD = 14  # characters of a predicate that still names
#: What persons were sent into: 组织群众860人次投入抢险.
_JOINS = re.compile(r"(?:投入|参与|参加)[\u4e00-\u9fff]{2,6}(?=[，。；、]|\Z)")


def among_name(figures: list[Figure], index: int, left: str) -> str:
    """21个重点项目中仍有4个未开工: 未开工的重点项目."""
    whole = AMONG.search(figures[index].left) if "中" in figures[index].left else None
    state = whole and (predicate_of(figures[index].right) or verb_behind(figures[index].right))
    if not whole or not state:
        return ""
    noun = left_phrase(whole["whole"])
    apart = noun.endswith("户") and figures[index].unit_kind == "person"  # 贫困户中已有46人就业
    return f"{noun}{state}人数" if apart else f"{state}的{noun}"


def picked_name(figures: list[Figure], index: int, left: str) -> str:
    """46名村干部中，大专以上学历的有12人: 大专以上学历的村干部."""
    figure = figures[index]
    near = figure.near(_NEAR) if figure.unit_kind in _CAN_PICK else ""
    found = _PICKED.search(near) if "中，" in near else None
    if not found:
        return ""
    whole = next((f for f in figures[:index] if _is_whole(f, found["whole"])), None)
    noun = whole.subject or whole.name if whole else left_phrase(found["whole"])
    figure.subject = noun
    return f"{strip_lead(found['which'])}的{noun}" if noun and len(noun) <= _TOLD else ""


def _is_whole(figure: Figure, phrase: str) -> bool:
    """True for the number of those whom a phrase ends with: 74 of 74个社 in 74个社中."""
    noun = figure.right.strip("\x01 ")
    return noun.endswith("中") and phrase.endswith(noun[:-1])


def state_name(figures: list[Figure], index: int, left: str) -> str:
    """建档立卡贫困户820人全部参保: 建档立卡贫困户参保人数."""
    figure = figures[index]
    state = predicate_of(figure.right) if figure.unit_kind in ("person", "household") else ""
    if figure.unit_kind == "person-times" and (joined := _JOINS.match(figure.right)) and len(left) >= 2:
        return with_measure(joined[0] + left[len(verb_before(left)) :], figures, index)
    return with_measure(left + state, figures, index) if state and state not in left else ""


def fared_name(figures: list[Figure], index: int, left: str) -> str:
    """57户亏损企业，有31户扭亏为盈: 扭亏为盈的亏损企业, where firms are counted by 户."""
    figure, firms = figures[index], last_level(figures, index)
    if firms is None or not figure.mention.unit == firms.mention.unit == "户" or not firms.name.endswith("企业"):
        return ""
    told = strip_lead(re.split(r"[，。；：、\x01]", figure.right.strip("\x01 "))[0], light=False)
    some = (figure.mention.value or 0) <= (firms.mention.value or 0) and figure.clause - firms.clause <= _NEXT
    if not some or figure.part or not 2 <= len(told) <= _TOLD or "企业" in told or left not in ("", "有"):
        return ""
    figure.subject = firms.subject or firms.name
    return f"{told}的{figure.subject}"


def doing_name(figures: list[Figure], index: int, left: str) -> str:
    """70万人次接受技能培训: 接受技能培训人次."""
    behind = re.split(r"[，。；：、\x01]", figures[index].right.strip("\x01 "))[0]
    told = strip_lead(behind)
    if left or told.endswith(("在", "达", "达到")) or not 2 <= len(told) <= _TOLD or is_base(figures[index]):
        return ""
    return told + (COUNTED_NOUN | _SPACE).get(figures[index].unit_kind, "")
