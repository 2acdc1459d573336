"""Numbers in a report: where they stand, what they measure, and which are none."""

from township_analysis.figures.extract import extract

__all__ = ["extract"]
