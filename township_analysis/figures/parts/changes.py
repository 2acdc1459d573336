"""The parts of what was added: 净增经营主体2.4万户，其中企业5700户."""

from itertools import pairwise

from township_analysis.figures.model import Figure

#: The longer word first: the part takes the whole of it.
_ADDED = ("净增加", "净增", "净减少", "净减")


def link_changes(figures: list[Figure]) -> None:
    """Parts of a net increase are net increases: they take its word, its kind and its time."""
    total: Figure | None = None
    for before, figure in pairwise(figures):
        begins = figure.part and before.kind == "change" and before.name.startswith(_ADDED)
        goes_on = total is not None and figure.item and figure.clause == before.clause
        total = before if begins else total if goes_on else None
        if total and figure.kind == "level" and figure.mention.unit == total.mention.unit:
            word = next(word for word in _ADDED if total.name.startswith(word))
            figure.name = figure.name if figure.name.startswith(_ADDED) else word + figure.name
            figure.kind, figure.part_of, figure.period = total.kind, total, total.period
