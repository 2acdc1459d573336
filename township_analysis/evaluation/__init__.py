"""How far the figures can be trusted: scored against figures that a reader annotated, and drafts to annotate by."""

from township_analysis.evaluation.cases import Case, find_cases
from township_analysis.evaluation.draft import draft
from township_analysis.evaluation.run import Evaluated, evaluate
from township_analysis.evaluation.scoring import Mistake, Score, score

__all__ = ["Case", "Evaluated", "Mistake", "Score", "draft", "evaluate", "find_cases", "score"]
