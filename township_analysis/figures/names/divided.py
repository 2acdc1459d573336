"""What is divided among places, in several units: 收购142担，其中东岭村185亩，49担；西坡村124亩，33担."""

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.predicates import begins_noun
from township_analysis.figures.scope.villages import place_alone

_MARKS = " \x01\x00，、；和及与(（:："
_MOST = 4  # numbers told of one place


def share_out(figures: list[Figure], before: list[Figure]) -> None:
    """Give the numbers of each place of a row the names of the totals in the same units.

    Args:
        figures: The figures of a sentence, with their names.
        before: Those of the sentences before it, which the totals may stand in.
    """
    heads = [index for index, figure in enumerate(figures) if place_alone(figure)]
    told = {head: _told_of(figures, head) for head in heads}
    if not any(len(run) > 1 for run in told.values()):
        return
    told_before = [f for f in (*before, *figures[: heads[0]]) if f.bracket <= figures[heads[0]].bracket]
    totals = [f for f in told_before if f.kind == "level" and f.name and not f.scope]
    for index in (at for run in told.values() for at in run):
        unit = figures[index].mention.unit
        whole = next((f for f in reversed(totals) if f.mention.unit == unit and not place_alone(f)), None)
        name, subject = (whole.name, whole.subject) if whole else (COUNTED_NOUN.get(figures[index].unit_kind, ""), "")
        if name:
            figures[index].name, figures[index].subject, figures[index].rule = name, subject, "place"


def _told_of(figures: list[Figure], head: int) -> list[int]:
    """The figures of one place: the one behind its name, and those behind it without a word."""
    run = [head]
    for at in range(head + 1, min(head + _MOST, len(figures))):
        figure = figures[at]
        noun = bool(figure.right) and figure.right[0] not in _MARKS and begins_noun(figure.right)
        if noun or figure.left.strip(_MARKS) or figure.clause - figures[at - 1].clause > 1:
            break
        run.append(at)
    return run
