"""Places: the gazetteer of townships and villages, and who a report is about."""

from township_analysis.places.gazetteer import place_of
from township_analysis.places.identity import identify
from township_analysis.places.model import Place

__all__ = ["Place", "identify", "place_of"]
