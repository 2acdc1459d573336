"""The rules that name figures, in the order in which they are asked: the label of a rule goes into Figure.rule."""

import re
from collections.abc import Callable

from township_analysis.figures.model import Figure
from township_analysis.figures.names.again import again_name
from township_analysis.figures.names.bearers import zero_name
from township_analysis.figures.names.behind import noun_name
from township_analysis.figures.names.borrowing import (
    bare_aspect_name,
    bare_verb_name,
    fuller_name,
    group_name,
    of_each_name,
    of_level_name,
    of_place_name,
    which_name,
)
from township_analysis.figures.names.bounds import bound_name
from township_analysis.figures.names.chains import chain_names
from township_analysis.figures.names.complements import complement_name
from township_analysis.figures.names.criteria import criterion_name, earning_name, reaching_names, sized_names
from township_analysis.figures.names.doings import among_name, doing_name, fared_name, picked_name, state_name
from township_analysis.figures.names.following import extreme_name, listed_name, taken_up_name, target_name
from township_analysis.figures.names.headlists import headed_list_name
from township_analysis.figures.names.heads import attributive_name, made_up_name
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.moving import moved_too_name, movement_name, pace_name
from township_analysis.figures.names.offenders import committed_names
from township_analysis.figures.names.outputs import yield_names
from township_analysis.figures.names.pairs import paired_names
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.preceding import before_name
from township_analysis.figures.names.predicates import begins_noun
from township_analysis.figures.names.ranking import place_name, placed_name
from township_analysis.figures.names.rates import norm_name, rate_name
from township_analysis.figures.names.ratios import ratio_name
from township_analysis.figures.names.serving import served_names
from township_analysis.figures.names.sites import site_names
from township_analysis.figures.names.sizes import sized_names as sizes_of
from township_analysis.figures.names.spending import backed_name, purpose_name
from township_analysis.figures.names.stretches import distance_name, ground_behind, stretch_name
from township_analysis.figures.names.tasks import done_name, set_name, task_name
from township_analysis.figures.names.thresholds import others_name, threshold_name
from township_analysis.figures.names.totals import division_name, ground_name, total_name
from township_analysis.figures.numbers.compositions import composition_name
from township_analysis.figures.scope.villages import VILLAGES
from township_analysis.figures.words import verbs_only

#: How something moved, and nothing that did: 逆势增长突破400亿元.
_ONLY_MOVED = re.compile(
    r"(?:依然|仍然|仍|持续|逆势|稳步|快速|大幅|继续|一路|再次|再度|平稳|稳定|不断){1,3}(?:增长|上升|攀升|提升|壮大|扩大|增加)"
)
#: The place itself, of whose people is told what they do: 石桥镇1980人参加了合作医疗.
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}(?<![乡村城集各全])[镇乡]")
#: A village or community, of which is told what it did: 东风村新建2公里机耕路.
_VILLAGE = re.compile(
    r"[\u4e00-\u9fff“”]{1,8}?(?<![农乡行政自然各全本该新])(?:村|社区|组|屯|寨)(?![委民级镇容组村社屯])(?:\([^()]*\))?"
)
#: Villages in a row, before how many they are: 在大湾、石桥2个村种植烤烟100亩.
_ROW = re.compile(r"[在以对为]?(?:[\u4e00-\u9fff]{1,4}、){1,6}[\u4e00-\u9fff]{2,4}等?")
_Rule = Callable[[list[Figure], int, str], str]
#: Rules that name several figures of a sentence at once, by their place; later ones overrule earlier ones.
TOGETHER: list[tuple[str, Callable[[list[Figure]], dict[int, str]]]] = [
    ("pair", paired_names),
    ("chain", chain_names),
    ("criterion", sized_names),
    ("criterion", reaching_names),
    ("sizes", sizes_of),
    ("served", served_names),
    ("place", site_names),
    ("doing", committed_names),
    ("yield", yield_names),
]
#: Rules that name one figure: the first that knows a name gives it.
_RULES: list[tuple[str, _Rule]] = [
    ("composition", composition_name),
    ("rank", place_name),
    ("extreme", extreme_name),
    ("among", picked_name),
    ("pace", pace_name),
    ("again", again_name),
    ("ratio", ratio_name),
    ("movement", moved_too_name),
    ("movement", movement_name),
    ("criterion", bound_name),
    ("earning", earning_name),
    ("criterion", criterion_name),
    ("among", among_name),
    ("distance", distance_name),
    ("rate", rate_name),
    ("norm", norm_name),
    ("done", done_name),
    ("before", headed_list_name),
    ("task", task_name),
    ("task", set_name),
    ("inherited", complement_name),
    ("which", which_name),
    ("made up", made_up_name),
    ("threshold", threshold_name),
    ("before", others_name),
    ("placed", placed_name),
    ("backed", backed_name),
    ("attributive", attributive_name),
    ("stretch", stretch_name),
    ("stretch", ground_behind),
    ("among", fared_name),
    ("noun", noun_name),
    ("purpose", purpose_name),
    ("zero", zero_name),
    ("group", group_name),
    ("group", of_level_name),
    ("place", of_each_name),
    ("place", of_place_name),
    ("total", division_name),
    ("total", total_name),
    ("total", ground_name),
    ("target", target_name),
    ("taken up", taken_up_name),
    ("inherited", bare_verb_name),
    ("aspect", bare_aspect_name),
    ("state", state_name),
    ("fuller", fuller_name),
    ("fate", listed_name),
    ("before", before_name),
    ("doing", doing_name),
]


def first_rule(figures: list[Figure], index: int) -> tuple[str, str]:
    """The first rule that gives a name, and the name."""
    left = _without_place(figures[index], left_phrase(figures[index].left))
    left = "" if _ONLY_MOVED.fullmatch(left) else left
    for label, rule in _RULES:
        if name := rule(figures, index, left):
            return label, name
    return "none", ""


def _without_place(figure: Figure, left: str) -> str:
    """The words before a figure without the place that says nothing of it, where the noun stands behind."""
    if not figure.right.strip(" \x01"):
        return left
    if figure.unit_kind in COUNTED_NOUN and _TOWN.fullmatch(left):
        return ""
    if "、" in left and figure.mention.unit == "个" and VILLAGES.match(figure.right) and _ROW.fullmatch(left):
        return ""
    village = _VILLAGE.match(left)
    deed = left[village.end() :] if village else ""
    return deed if deed and verbs_only(deed) and begins_noun(figure.right.lstrip("\x01 ")) else left
