"""Comparable figures: the codebook, rows → codes and quantities, and the panel (in `panel`, which needs pandas)."""

from township_analysis.codebook.book import Book, Indicator, book
from township_analysis.codebook.coding import coded

__all__ = ["Book", "Indicator", "book", "coded"]
