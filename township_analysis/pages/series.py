"""The panel in long form, in a reader's words, for the pages that compare and look back."""

from typing import TYPE_CHECKING

from township_analysis.codebook import book

if TYPE_CHECKING:
    import pandas as pd

    from township_analysis.codebook.panel import Panel
    from township_analysis.store.model import Corpus

NAMES = {"township": "place", "township_name": "township", "quantity": "value", "base_unit": "unit"}


def results(corpus: "Corpus") -> "Panel":
    """The panel of what was reached, or is expected for the period that a report is about."""
    from township_analysis.codebook.panel import panel

    return panel(corpus, status=("actual", "forecast"), form="long")


def plans(corpus: "Corpus") -> "Panel":
    """The panel of what was planned."""
    from township_analysis.codebook.panel import panel

    return panel(corpus, status="plan", form="long")


def values(cells: "Panel", language: str) -> "pd.DataFrame":
    """A long panel with the columns that plots and tables ask for.

    Returns:
        ``place`` (a township's code, else a report_id), ``township`` (its name), ``code``, ``name`` (in the language),
        ``year`` (a number), ``value`` in ``unit``, ``approx``, ``derived``, ``report_id``.
    """
    import pandas as pd

    plain = pd.DataFrame(cells).rename(columns=NAMES)
    named = [book()[code].name(language) for code in plain["code"]]
    return plain.assign(name=named, year=plain["year"].astype(int), value=plain["value"].astype(float))


def joined(done: "pd.DataFrame", planned: "pd.DataFrame") -> "pd.DataFrame":
    """Results and plans in one frame, told apart by ``status``."""
    import pandas as pd

    return pd.concat([done.assign(status="actual"), planned.assign(status="plan")], ignore_index=True)


def persons(found: "pd.DataFrame") -> dict[tuple[str, int], float]:
    """The population by place and year, of the first indicator for it that a township gives."""
    from township_analysis.codebook.panel import DENOMINATORS

    known: dict[tuple[str, int], float] = {}
    for code in reversed(DENOMINATORS["capita"]):
        rows = found[found["code"].eq(code)]
        known |= dict(zip(zip(rows["place"], rows["year"], strict=True), rows["value"], strict=True))
    return known
