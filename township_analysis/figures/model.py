"""What the engine knows of a number, and of the figure that it is, while it works on a sentence."""

from dataclasses import dataclass

from township_analysis.figures.numbers.hedges import Hedge
from township_analysis.lang.units import unit_of


@dataclass(slots=True)
class Mention:
    """A number that measures or counts something: ``text[start:end]``.

    Attributes:
        start: Where the numeral begins.
        end: Where the unit ends.
        value: The number with its multiplier; None for a blank that was never filled in.
        value_max: The upper end of a range, or None.
        unit: As written, without multiplier; ``""`` where none stands.
        hedge: How exact it is, and where the words that say so begin and end.
        form: How it is written: ``number``, ``percent``, ``fraction``, ``rank``, ``bare`` (万亩), ``zero``, ``blank``,
            ``cell`` (of a table), ``composition`` (a part of 18:47:35).
        chinese: True where the numeral is a Chinese one.
    """

    start: int
    end: int
    value: float | None
    value_max: float | None
    unit: str
    hedge: Hedge
    form: str
    chinese: bool = False


@dataclass(slots=True, eq=False)
class Figure:
    """A mention, the words around it, and what has been found out about it.

    Attributes:
        left: The words between it and the figure or clause mark before it.
        right: The words between it and the next figure or clause mark.
        opens: True where it is the first figure of its clause (or bracket).
        item: True where 、 or 和 sets it apart from the figure before.
        clause: Number of its clause within the sentence.
        text: The whole sentence, its dates and brackets with figures masked; one for all figures of a sentence.
        at: Where the figure begins in it, with the words that hedge it.
        behind: Where it ends there.
        unit_kind: Its unit's class.
        reach: How far back the words reach that are its own, over the numbers directly before it (23户66人).
        bracket: True inside brackets.
        part: True behind 其中, in its clause or bracket.
        name: What it measures.
        rule: Which rule of rules.py gave the name.
        subject: The thing that following figures without one of their own are about.
    """

    mention: Mention
    left: str
    right: str
    opens: bool
    item: bool
    clause: int
    text: str
    at: int
    behind: int
    unit_kind: str
    reach: int = 0
    bracket: bool = False
    part: bool = False
    name: str = ""
    rule: str = ""
    subject: str = ""
    kind: str = "level"
    status: str = "actual"
    period: str | None = None
    scope: str = ""
    per: str = ""
    part_of: "Figure | None" = None
    core: bool = True

    @property
    def before(self) -> str:
        """The whole sentence up to it."""
        return self.text[: self.at]

    def near(self, reach: int) -> str:
        """The last characters of the sentence up to it, at most so many: no figure reads a long sentence again."""
        start = self.at - reach
        return self.text[start if start > 0 else 0 : self.at]

    @property
    def after(self) -> str:
        """The whole sentence behind it."""
        return self.text[self.behind :]


def kind_of_unit(unit: str, left: str, right: str) -> str:
    """A unit's class: ``person``, ``household``, ``event``, ``count``, ``money``, ``percent`` … or ``""``.

    Args:
        unit: As written.
        left: The words before the figure.
        right: Those behind it: they tell whether 口 counts persons, or wells and ponds.
    """
    if unit == "口" and not left.endswith(("人", "户", "人口")) and not right.startswith("人"):
        return "count"
    known = unit_of(unit)
    return known.kind if known else ""
