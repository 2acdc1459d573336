"""Sizes of a thing that is named behind the last of them: 建成占地8亩、建筑面积1500平方米的敬老院."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import split_predicate
from township_analysis.figures.words import strip_link

#: What was done to the thing whose size comes first: 新建了占地.
BUILT = re.compile(
    r"[\u4e00-\u9fff]{0,6}[建设办修进立成]了?(?=(?:占地|总?投资|(?:总?建筑)?面积|[年日]产|[全总]?长|库容)\Z)"
)
#: 兴建的, behind what was invested.
FOUNDING = re.compile(r"\A(?:[兴新修扩改]建|建设|建成|开发|打造)(?=的)")
_SIZES = frozenset(("占地", "占地面积", "建筑面积", "总建筑面积", "总投资", "投资", "总长", "全长", "库容", "年产"))
_ABLE = re.compile(r"(?:可|能)(?:同时|集中)?[\u4e00-\u9fff]{2,6}")


def sized_names(figures: list[Figure]) -> dict[int, str]:
    """The names of such sizes, and of what was invested in the clause before them, by their place in the sentence."""
    names: dict[int, str] = {}
    index = 0
    while index < len(figures):
        run, noun = _run(figures, index)
        if noun:
            names |= {at: noun + size for at in run if (size := _size(figures[at])) in _SIZES}
        index = run[-1] + 1 if noun else index + 1
    return names


def _size(figure: Figure) -> str:
    return left_phrase(BUILT.sub("", left_phrase(figure.left), count=1))


def _run(figures: list[Figure], index: int) -> tuple[list[int], str]:
    """The figures of such sizes one behind the other, and the thing that 的 ties to the last."""
    run: list[int] = []
    for at in range(index, len(figures)):
        size = _size(figures[at])
        goes_on = not run or figures[at].clause - figures[run[-1]].clause < 2
        if not goes_on or not (size in _SIZES or (run and _ABLE.fullmatch(size))):
            break
        run.append(at)
        behind = FOUNDING.sub("", figures[at].right.lstrip("\x01 "), count=1)
        if behind.startswith("的"):
            noun = strip_link(split_predicate(behind)[0])
            return run, noun if len(noun) > 1 and len(run) > 1 else ""
        following = figures[at + 1] if at + 1 < len(figures) else None
        if behind and not (following and following.clause == figures[at].clause):
            break
    return run or [index], ""
