"""What a rate (成功率, 完成率, 到位率) is of: a deed, those counted before, an amount."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.suffixes import subject_of, verb_before
from township_analysis.figures.words import is_aspect

#: How well a deed went, which is of the deed and not of what it was done to.
_DEED_RATE = re.compile(r"(?:调[解处]|化解|受理|办理|处置|查处)(?=率\Z)")
_OF_DEEDS = ("成功率", "及时率")
_NEXT_PART = 60  # characters in which the next part has the same
#: How much of an amount was reached or spent.
_OF_AMOUNTS = ("完成率", "完成任务率", "到位率", "支出率", "入库率", "征缴率", "使用率", "拨付率")
_RATE_AT_END = re.compile(r"(?:按[时期]|限时|及时|(?<=..))[\u4e00-\u9fff]{2}率\Z")
#: How those counted were entered in a list, which is no part of who they are: 孕产妇建卡201人，系统管理率94%.
ENTERED = re.compile(r"(?<=..)(?:建[卡册档]|登记|录入|管理档案)\Z")


def head_of_rate(figures: list[Figure], index: int, _earlier: Figure, left: str) -> str | None:
    """What a rate is of: the deed that it names, what the rate before it is of, or an amount."""
    if (own := _of_part(figures, index, left)) is not None:
        return own
    before = figures[index - 1]
    if before.mention.unit == "分" and left.endswith("率"):
        return ""  # 最高分587分，上线率52%
    if left in _OF_DEEDS and (rate := _DEED_RATE.search(before.name)):
        return before.name[: rate.end()]  # 调解纠纷90件，调解率100%，成功率96%
    if left in _OF_DEEDS and before.unit_kind == "event" and (deed := verb_before(before.name)):
        return before.subject + deed  # 排查纠纷90起，调处88起，成功率97.8%
    if left.endswith("率") and (
        deeds := [f for f in figures[:index] if f.kind == "level" and _names_deed(f.name, left[:2])]
    ):
        return deeds[-1].subject  # 受理纠纷93件，调处92件，防止案件12起，调处率98%
    if left.endswith("率") and before.kind == "share" and before.name.endswith(("占比", "比重")):
        return ""
    if left.endswith("率") and before.kind == "share" and before.name.endswith("率") and not before.part:
        bare = is_aspect(before.name)
        return before.subject if bare and before.rule == "leaning" else "" if bare else of_rate(before)
    amount = before.kind == "level" and before.unit_kind == "money"
    return before.name if left in _OF_AMOUNTS and amount else None


def of_rate(rate: Figure) -> str:
    """What a rate is of: 矛盾纠纷 of 矛盾纠纷调处率."""
    told = rate.subject if rate.name.startswith(rate.subject) and rate.subject != rate.name else ""
    return told or _RATE_AT_END.sub("", rate.name)


def _of_part(figures: list[Figure], index: int, left: str) -> str | None:
    """The part directly before, where the next has the same: 其中高血压60人，管理率78%；糖尿病…，管理率."""
    figure, before = figures[index], figures[index - 1]
    follows = before.part and not before.bracket and before.clause + 1 == figure.clause
    if not follows or left not in figure.text[figure.behind : figure.behind + _NEXT_PART]:
        return None
    return ENTERED.sub("", before.subject or subject_of(before.name))


def _names_deed(name: str, deed: str) -> bool:
    """True for a name that tells of the deed, and not of those who do it: 调解纠纷, but not 调解组织."""
    return bool(re.search(rf"{deed}(?!组织|委员|机构|中心|室|员|队|站|通知|意见|指令|任务|台账)", name))
