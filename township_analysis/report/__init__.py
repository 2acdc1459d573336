"""Reports: title, period, sections and sentences of a document."""

from township_analysis.report.build import make_report
from township_analysis.report.domains import domain_of, domains
from township_analysis.report.model import Report, Section, Sentence

__all__ = ["Report", "Section", "Sentence", "domain_of", "domains", "make_report"]
