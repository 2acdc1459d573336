"""How likely it is that a row is right in every field: a logistic score over what the engine knows of the figure."""

import math
import re
from functools import cache, lru_cache
from itertools import compress

from township_analysis.figures.belonging import second_opinion
from township_analysis.figures.model import Figure
from township_analysis.figures.words import ASKED, act_pattern, is_aspect, verbs_only
from township_analysis.lang.tables import load_table

BESIDE = " \x00\x01、"  # marks between a figure and the words beside it
NEAR = 60  # characters before a figure from which a name may have been taken in one piece
#: Words that belong to a sentence, not to the head of a column.
_FUNCTION = re.compile(r"[在对为由从使让把被将已均都并且其各了着过将也仍还]|进行|通过|以及|等")
#: How the name of a figure in such a unit usually ends.
_FITTING = {
    "money": re.compile(r"(?:资金|收入|投资|[金款费额税价值]|补[贴助]|支出|贷款|存款|利润|成本|工资|增收)\Z"),
    "land": re.compile(r"(?:面积|减|增加)\Z"),
    "person": re.compile(r"(?:人数|人口|[员生者人工民师兵众童女才商]|对象|干部|党员|劳动力|老年|青年|就业)\Z"),
    "household": re.compile(r"(?:户数|户|家庭)\Z"),
    "person-times": re.compile(r"人次\Z"),
    "mass": re.compile(r"(?:产量|产|量|垃圾|粮|鱼|肉|奶|料|油|物)\Z"),
    "length": re.compile(r"(?:公路|道路|里程|长度|路|渠|管网|道|线|距离|海拔|河|堤|长)\Z"),
    "event": re.compile(r"(?:次数|场数|活动|培训|纠纷|案件|隐患|检查|信访|事项|会|演练|问题|救助|件|起)\Z"),
    "percent": re.compile(r"(?:率|比重|占比|比例|增长|下降|增幅|提高|度|降低|减少|上升|面)\Z"),
}  # fmt: skip
_LENGTHS = {0: "none", 1: "2", 2: "2", 3: "3", 4: "4", **dict.fromkeys(range(11, 15), "over 10")}


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load_table("confidence", "township_analysis.figures")}


def features_of(figure: Figure, opinion: list[str] | None = None) -> list[str]:
    """What speaks for or against a row, by name; scripts/fit_confidence.py gives each its weight.

    Args:
        figure: The figure with its name.
        opinion: What belonging.py says of the name; None for what its shipped weights say.
    """
    opinion = second_opinion(figure) if opinion is None else opinion
    return sorted({*_of_name(figure.name, figure.unit_kind), *_of_words(figure.name), *_of_figure(figure), *opinion})


def _of_figure(figure: Figure) -> set[str]:
    """Signs of all but the name alone."""
    left, right = figure.left.strip(BESIDE), figure.right.strip(BESIDE)
    found = {
        f"rule:{figure.rule}", f"kind:{figure.kind}", f"unit:{figure.unit_kind or 'none'}",
        f"rule:{figure.rule} {figure.unit_kind}", f"in {figure.mention.unit}",
        f"after {left[-1:]}", f"after {left[-2:]}", f"before {right[:1]}",
    }  # fmt: skip
    for signs in (_of_use(figure, left, right), _of_words_beside(figure, left, right), _of_place(figure)):
        found.update(compress(signs, signs.values()))
    return found


@lru_cache(maxsize=ASKED)
def _of_name(name: str, unit_kind: str) -> frozenset[str]:
    """Signs in the name: its length, words that belong to sentences, and a head that fits the unit."""
    length, fitting = len(name), _FITTING.get(unit_kind)
    fits = bool(fitting and fitting.search(name))
    signs = {
        f"name:{_LENGTHS.get(length, 'over 14')}": not 5 <= length <= 10,
        "name:with 的": "的" in name,
        "name:function words": bool(_FUNCTION.search(name)),
        "name:verb inside": bool(act_pattern().search(name, 2, max(2, length - 2))),
        "name:verb first": bool(act_pattern().match(name)),
        "name:aspect": is_aspect(name) or verbs_only(name),
        "name:list": "、" in name or "和" in name,
        "name:fits the unit": fits,
        "name:does not fit the unit": bool(fitting) and not fits,
        "name:rate": name.endswith("率"),
    }
    return frozenset(compress(signs, signs.values()))


@lru_cache(maxsize=ASKED)
def _of_words(name: str) -> frozenset[str]:
    """The name's characters by twos; scripts/fit_confidence.py keeps the usual ones."""
    pairs = {f"has {name[at : at + 2]}" for at in range(len(name) - 1)}
    return frozenset(pairs | {f"begins {name[:1]}", f"begins {name[:2]}", f"ends {name[-1:]}", f"ends {name[-2:]}"})


def _of_use(figure: Figure, left: str, right: str) -> dict[str, bool]:
    """Signs of how the name was taken from the text: in one piece, from all that stands beside the figure, or not."""
    name, around, before = figure.name, figure.left + figure.right, figure.text[max(0, figure.at - NEAR) : figure.at]
    begins, in_one = name[:2] in around, name in before + right
    return {
        "name:not here": len(name) > 1 and not begins,
        "name:half here": len(name) > 3 and not begins and name[-2:] in around,
        "name:ends left": bool(name) and left.endswith(name),
        "name:all of left": bool(name) and left == name,
        "name:begins right": bool(name) and right.startswith(name),
        "name:one piece before": name in before,
        "name:one piece": in_one,
        "name:pieced together": not in_one,
    }


def _of_words_beside(figure: Figure, left: str, right: str) -> dict[str, bool]:
    """Signs in the words beside the figure: how many there are, and whether the name has used them."""
    used = len(figure.name)
    return {
        "left:nearly all used": used >= 0.8 * len(left),
        "left:short": len(left) < 3,
        "left:none": not left,
        "left:long": len(left) > 12,
        "left:very long": len(left) > 20,
        "left:mostly unused": len(left) > used + 6,
        "left:date inside": "\x01" in figure.left.strip("\x01 "),
        "right:none": not right,
        "right:unused": bool(right) and right[:2] not in figure.name,
        "right:long": len(right) > 8,
    }


def _of_place(figure: Figure) -> dict[str, bool]:
    """Signs of where the figure stands, and of what else is known of it."""
    return {
        "clause:first": figure.clause == 0,
        "clause:late": figure.clause > 3,
        "clause:very late": figure.clause > 7,
        "opens": figure.opens,
        "item": figure.item,
        "part": figure.part,
        "bracket": figure.bracket,
        "scope": bool(figure.scope) and not figure.scope.startswith("per-"),
        "per": bool(figure.per),
        "status:plan": figure.status != "actual",
        "span of years": bool(figure.period and "/" in figure.period),
        "closing date": bool(figure.period and figure.period.count("-") == 2),
        "chinese": figure.mention.chinese,
        "no core": not figure.core,
    }


def confidence_of(figure: Figure) -> float:
    """The probability that value, unit, indicator, kind, status, period and scope are all right, to two digits."""
    weigh = _weights().get
    signs = [*_of_figure(figure), *second_opinion(figure)]
    score = math.fsum([_score_of_name(figure.name, figure.unit_kind), *[weigh(sign, 0.0) for sign in signs]])
    return round(1 / (1 + math.exp(-score)), 2)


@lru_cache(maxsize=ASKED)
def _score_of_name(name: str, unit_kind: str) -> float:
    """What the name alone speaks for, with what speaks for any row."""
    signs = ("intercept", *_of_name(name, unit_kind), *_of_words(name))
    return math.fsum([_weights().get(sign, 0.0) for sign in signs])
