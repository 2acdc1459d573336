"""What a figure measures: the noun phrase before it, behind it, or that it shares with the figures before."""

import re
from collections.abc import Callable
from itertools import pairwise

from township_analysis.figures.model import Figure
from township_analysis.figures.names.bearers import with_insurance
from township_analysis.figures.names.begun import with_head
from township_analysis.figures.names.births import with_births
from township_analysis.figures.names.classes import with_measure_of_sum
from township_analysis.figures.names.criteria import reached_by_each
from township_analysis.figures.names.divided import share_out
from township_analysis.figures.names.graded import share_grades
from township_analysis.figures.names.kin import with_owner, with_sort
from township_analysis.figures.names.leaning import leaning_name, leans, moved_name
from township_analysis.figures.names.lines import measure_before, with_line
from township_analysis.figures.names.measures import sector_name
from township_analysis.figures.names.moving import name_of_class
from township_analysis.figures.names.reaching import with_work
from township_analysis.figures.names.rules import TOGETHER, first_rule
from township_analysis.figures.names.runins import with_work_of_line
from township_analysis.figures.names.schools import with_schools
from township_analysis.figures.names.shared import with_shared_verb
from township_analysis.figures.names.stages import with_stage
from township_analysis.figures.names.structure import of_people_counted
from township_analysis.figures.names.suffixes import subject_of, tidy_name
from township_analysis.figures.names.thresholds import bounds_of
from township_analysis.figures.time.stocks import reaches

#: 52人中党员27人: some of those counted before.
_AMONG = re.compile(r"[当之]?中，?(?P<which>(?![心小学国央医草低高])[\u4e00-\u9fff]{2,6})\Z")
#: A name that is told by the number of another figure: its name, or its subject, and a tail.
_KEPT = re.compile(r"(?P<of>[\x02\x03])(?P<before>\d+)\x02(?P<tail>.*)")


def name_figures(figures: list[Figure], before: list[Figure], topic: Callable[..., str]) -> None:
    """Give every figure of a sentence its name; they come in order, and later ones lean on earlier ones.

    A sentence that begins with a verb without object (已解决33件) leans on the figures before it in its paragraph.

    What the line is about (asked of ``topic``) is whose taxes and output are told without a word for that.

    The rule that gave the name is kept in ``Figure.rule``: some rules are surer than others (confidence.py).
    """
    given = _named_together(figures)
    for index, figure in enumerate(figures):
        figure.rule, name = given[index] if index in given else first_rule(figures, index)
        if index == 0 and index not in given and before and leans(figure):
            figure.rule, name = leaning_name(before, figure, name)
        name = name if index else sector_name(before, figure, name_of_class(before, figure, name))
        name = moved_name(before, figures, index, name)
        if not name and figure.item and index and figures[index - 1].kind == figure.kind:
            figure.rule, name = "again", figures[index - 1].name
        name = _counted_once_more(before, figures, index) or name
        if not (name or index) and figure.kind == "level" and reaches(figure):
            figure.rule, name = "before", topic(measure_before, of_last=True)
        name = with_line(topic, figures, index, with_measure_of_sum(figures, index, name))
        name = with_work_of_line(topic, figure, name)
        name = of_people_counted(before, figures, index, _resolved(name, figures))
        name = with_owner(figures, index, name) if figure.rule in ("before", "aspect") else name
        name = with_births(before, figures, index, with_schools(figure, name))
        name = name if figure.rule == "yield" else tidy_name(name)  # 年产茶叶, in the text's own order
        figure.name = with_insurance(figure, with_head(figures, index, with_work(figures, index, name)))
        figure.name = with_shared_verb(figures, index, with_sort(figures, index, figure.name))
        figure.subject = figure.subject or subject_of(figure.name)
        figure.name = with_stage(figures, index, figure.name)
    share_grades(figures)
    share_out(figures, before)
    for bound in [*bounds_of(figures), *reached_by_each(figures)]:
        bound.core = False  # only now: 其中柳沟村86万元 leans on what is measured by it
    for figure, following in pairwise(figures):
        if not figure.name and following.mention.unit == figure.mention.unit and following.clause == figure.clause:
            figure.rule, figure.name = following.rule, following.name  # 首批12项和第二批14项重点改革


def _named_together(figures: list[Figure]) -> dict[int, tuple[str, str]]:
    """The figures that are named with others of their sentence, with the rule that named them."""
    return {at: (label, name) for label, rule in TOGETHER for at, name in rule(figures).items()}


def _counted_once_more(before: list[Figure], figures: list[Figure], index: int) -> str:
    """The name of those counted before, of whom some are told next: 村干部52名。52人中党员27人."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    among = _AMONG.match(figure.right) if following and following.clause == figure.clause else None
    alike = (f for f in reversed((*before, *figures[:index])) if f.name and f.mention.value == figure.mention.value)
    whole = next((f for f in alike if f.unit_kind == figure.unit_kind), None) if among else None
    if following is None or among is None or whole is None:
        return ""
    following.left, figure.rule, figure.subject = among["which"] + following.left, "again", whole.subject
    return whole.name


def _resolved(name: str, figures: list[Figure]) -> str:
    """A name that was kept as the number of another figure and a tail (分别增长 after as many levels)."""
    kept = _KEPT.fullmatch(name)
    if kept is None:
        return name
    before = figures[int(kept["before"])]
    subject = before.subject if kept["of"] == "\x03" and not before.part else before.name
    return subject.removesuffix(kept["tail"][:2]) + kept["tail"]  # 分散供养 and 供养标准
