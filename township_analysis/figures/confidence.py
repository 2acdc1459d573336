"""How likely it is that a row is right in every field: a logistic score over what the engine knows of the figure."""

import math
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.lang.tables import load_table


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load_table("confidence", "township_analysis.figures")}


def features_of(figure: Figure) -> list[str]:
    """What speaks for or against a row, by name; scripts/fit_confidence.py gives each its weight."""
    name, length = figure.name, len(figure.name)
    found = {
        f"rule:{figure.rule}": True,
        f"kind:{figure.kind}": True,
        f"unit:{figure.unit_kind or 'none'}": True,
        "name:none": length == 0,
        "name:short": 0 < length <= 3,
        "name:long": length > 12,
        "name:very long": length > 18,
        "name:with 的": "的" in name,
        "name:borrowed": bool(name) and figure.mention.form != "rank" and name[:2] not in figure.left + figure.right,
        "name:open": name.endswith(("的", "和", "对", "为", "从", "了")) or name[:1] in tuple("的了等中"),
        "left:long": len(figure.left) > 14,
        "left:verbs": not figure.left.strip(" \x01、"),
        "right:long": len(figure.right) > 8,
        "clause:late": figure.clause > 3,
        "item": figure.item,
        "part": figure.part,
        "bracket": figure.bracket,
        "scope": bool(figure.scope) and not figure.scope.startswith("per-"),
        "status:plan": figure.status != "actual",
        "chinese": figure.mention.chinese,
        "no core": not figure.core,
    }
    return [feature for feature, holds in found.items() if holds]


def confidence_of(figure: Figure) -> float:
    """The probability that value, unit, indicator, kind, status, period and scope are all right, to two digits."""
    weights = _weights()
    score = weights["intercept"] + sum(weights.get(feature, 0.0) for feature in features_of(figure))
    return round(1 / (1 + math.exp(-score)), 2)
