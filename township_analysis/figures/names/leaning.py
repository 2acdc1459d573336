"""Figures at the head of a sentence that lean on what the sentence before counted: 收到建议41件。已解决33件."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.deeds import WHOLE_DEEDS
from township_analysis.figures.names.measures import with_measure
from township_analysis.figures.names.objects import verb_on
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.scope.villages import place_alone
from township_analysis.figures.words import alternation, is_aspect, verbs_only, words

#: How letters, complaints and hidden dangers were dealt with, told of those that the sentence before counted.
_DEALT_WITH = re.compile(
    r"(?:(?:按[时期]|及时|限时|群众|综合|平均)*(?:响应|解决|办结|处置|化解|调[解处]|整改|回访|答复|结案|满意))率|(?:群众)?满意度"
)
_CASES = ("件", "件次", "起", "宗", "条", "单", "处", "项")
#: 镇区面积4平方公里。全镇总面积96平方公里: of all, and of nothing told before.
_OF_ALL = re.compile(r"[\x01 ]*全[镇乡村县市区]总(?!投资)")
_BARE_NOUN = 5  # characters of a noun that leans on the total before its sentence: 其中毛茶1050吨


def leans(figure: Figure) -> bool:
    """True for a count behind a bare verb, a bare aspect or a village of those before, at the head of its sentence."""
    left = left_phrase(figure.left)
    if place_alone(figure):
        return "其中" in figure.before
    if figure.part and figure.unit_kind in ("mass", "land"):
        return figure.clause < 2 and 2 <= len(left) <= _BARE_NOUN and not figure.right.strip(" \x01、")
    if figure.clause or not left or _OF_ALL.match(figure.left) or left.endswith(("投资", "资金", "投入")):
        return False
    return is_aspect(left) or (verbs_only(left) and left not in WHOLE_DEEDS + words("whole"))


def moved_name(before: list[Figure], figures: list[Figure], index: int, name: str) -> str:
    """What moved in a sentence that says only how far: 实现利润60万元，税金9万元。分别比上年增长8%和6%."""
    run = [at for at, f in enumerate(figures) if f.clause == 0 and f.kind == figures[0].kind]
    told = [f.name for f in before if f.name and f.kind == "level" and f.core][-len(run) :]
    if index not in run or len(told) < len(run):
        return name
    listed = index and figures[index].item and figures[0].name.startswith(told[0])
    moves = figures[0].name.removeprefix(told[0]) if listed else name
    return told[run.index(index)] + moves if _moves_only().fullmatch(moves) else name


@cache
def _moves_only() -> re.Pattern[str]:
    return re.compile(rf"(?:同比|环比)?(?:{alternation('rise')}|{alternation('fall')})")


def leaning_name(before: list[Figure], figure: Figure, name: str) -> tuple[str, str]:
    """The name with what the last sentence counted in the same unit: 已解决33件 behind 收到建议41件."""
    dealt = figure.kind == "share" and _DEALT_WITH.fullmatch(left_phrase(figure.left))
    if dealt and (cases := [f for f in before if f.mention.unit in _CASES and f.kind == "level" and not f.part]):
        figure.subject = cases[-1].subject
        return "leaning", figure.subject + left_phrase(figure.left)
    whole = [f for f in before if f.name and f.kind == "level" and not f.part and f.mention.unit == figure.mention.unit]
    alone = place_alone(figure)
    spoken = figure.unit_kind == "money" and is_aspect(left_phrase(figure.left))
    if not whole or spoken or figure.right.strip(" \x01、" if alone else " \x01"):
        return figure.rule, name
    figure.subject = "" if figure.part else whole[-1].subject
    if figure.part:
        return "leaning", with_measure(left_phrase(figure.left), [whole[-1], figure], 1)
    if alone:
        return "place", whole[-1].name
    return "leaning", verb_on(left_phrase(figure.left), whole[-1].subject, figure)
