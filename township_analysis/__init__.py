"""The work reports of Chinese townships (乡, 镇, 街道) as tidy tables.

>>> import township_analysis as ta
>>> report = ta.read_report("data/raw/zhulin-2019.txt")
>>> figures = report.figures()
>>> corpus = ta.load()

Names are imported when they are first used, so that ``import township_analysis`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from township_analysis.codebook.convert import convert
    from township_analysis.codebook.panel import conflicts, panel, trace
    from township_analysis.figures.numbers.quantity import parse_quantity
    from township_analysis.lang.periods import parse_period
    from township_analysis.lang.written import parse_number
    from township_analysis.pipeline import read_report, read_text
    from township_analysis.store.load import load
    from township_analysis.store.query import query

__version__ = "0.1.0"

_HOMES = {
    "conflicts": "codebook.panel",
    "convert": "codebook.convert",
    "load": "store.load",
    "panel": "codebook.panel",
    "parse_number": "lang.written",
    "parse_period": "lang.periods",
    "parse_quantity": "figures.numbers.quantity",
    "query": "store.query",
    "read_report": "pipeline",
    "read_text": "pipeline",
    "trace": "codebook.panel",
}
__all__ = [
    "__version__", "conflicts", "convert", "load", "panel", "parse_number", "parse_period", "parse_quantity",
    "query", "read_report", "read_text", "trace",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'township_analysis' has no attribute {name!r}")
    value = getattr(import_module(f"township_analysis.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
