"""An annotated report through the engine and the measure."""

from dataclasses import dataclass

from township_analysis import pipeline
from township_analysis.evaluation.cases import Case
from township_analysis.evaluation.scoring import Row, Score, score


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A report's name, its type and its score."""

    name: str
    doc_type: str
    score: Score


def evaluate(case: Case) -> Evaluated:
    """Score the engine on an annotated report.

    Example:
        >>> from township_analysis.evaluation import find_cases
        >>> for case in find_cases(Path("tests/gold/tune")):  # doctest: +SKIP
        ...     print(case.name, evaluate(case).score.measures()["row"])
    """
    return Evaluated(case.name, case.report.doc_type, score(case.annotated, found_in(case)))


def found_in(case: Case) -> list[Row]:
    """The figures that the engine finds in the annotated stretch."""
    rows, _ = pipeline.extract(case.report)
    return [row for row in rows if case.start <= row["start"] and row["end"] <= case.end]
