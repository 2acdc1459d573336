"""Sizes of a thing that is named behind the last of them: 建成占地8亩、建筑面积1500平方米的敬老院."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import split_predicate
from township_analysis.figures.words import act_pattern, strip_link, verbs_only

#: What was done to the thing whose size comes first: 新建了占地.
BUILT = re.compile(
    r"[\u4e00-\u9fff]{0,6}[建设办修进立成]了?(?=(?:占地|总?投资|(?:总?建筑)?面积|[年日]产|[全总]?长|库容)\Z)"
)
#: 兴建的, behind what was invested.
FOUNDING = re.compile(r"\A(?:[兴新修扩改]建|建设|建成|开发|打造|新上|上马|兴办|创办|购置|引进|铺设)(?=的)")
#: What ties the noun to the last of the sizes: without it there are none to be named.
_NOUN_BEHIND = re.compile(rf"[\x01 ]*(?:{FOUNDING.pattern[2:]})?的")
_SIZES = frozenset(("占地", "占地面积", "建筑面积", "总建筑面积", "总投资", "投资", "总长", "全长", "库容", "年产"))
#: The same behind a count: 修建2条长3公里的机耕路.
_BEHIND_COUNT = re.compile(
    r"(?:[各均]|合计|累计)?(?P<size>[全总]?长度?|宽|高|深|总?库容|总?容积|容量|(?:总|占地|建筑|总建筑|种植)?面积|占地|[年日](?:产|加工|处理)|总?投资|总?装机)"
)
_MOST_SIZES = 3
_LENGTHS = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度"}
_ABLE = re.compile(r"(?:可|能)(?:同时|集中)?[\u4e00-\u9fff]{2,6}")


def sized_names(figures: list[Figure]) -> dict[int, str]:
    """The names of such sizes, and of what was invested in the clause before them, by their place in the sentence."""
    names: dict[int, str] = {}
    index = 0 if any(_NOUN_BEHIND.match(figure.right) for figure in figures) else len(figures)
    while index < len(figures):
        if counted := _counted(figures, index):
            names |= counted
            index += len(counted)
            continue
        run, noun = _run(figures, index)
        if noun:
            names |= {at: noun + size for at in run if (size := _size(figures[at])) in _SIZES}
        index = run[-1] + 1 if noun else index + 1
    return names


def _counted(figures: list[Figure], index: int) -> dict[int, str]:
    """The count, and the sizes of what is counted, before its noun: 修建2条长3公里、宽5米的机耕路."""
    figure, sizes = figures[index], {}
    size = _BEHIND_COUNT.fullmatch(figure.right.strip("\x01 ")) if figure.unit_kind == "count" else None
    if not size or not verbs_only(before := left_phrase(figure.left)):
        return {}
    for at, sized in enumerate(figures[index + 1 : index + 1 + _MOST_SIZES], index + 1):
        told = size["size"] if at == index + 1 else left_phrase(sized.left)
        sizes[at] = _LENGTHS.get(told, told)
        behind = FOUNDING.sub("", sized.right.lstrip("\x01 "), count=1)
        if behind.startswith("的") or (at > index + 1 and not sized.item) or sized.clause != figure.clause:
            break
    noun = strip_link(split_predicate(behind)[0]) if sizes and behind.startswith("的") else ""
    if len(noun) < 2 or sized.clause != figure.clause:
        return {}
    verb = before if act_pattern().fullmatch(before) else ""
    return {index: verb + noun} | {at: noun + told for at, told in sizes.items()}


def _size(figure: Figure) -> str:
    phrase = left_phrase(figure.left)
    built = BUILT.match(phrase)
    own = built and phrase.endswith("投资") and not verbs_only(built[0])  # 道路建设投资 is a sum of its own
    return phrase if own else left_phrase(BUILT.sub("", phrase, count=1))


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
