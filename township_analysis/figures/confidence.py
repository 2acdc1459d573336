"""How likely it is that a row is right in every field: a logistic score over what the engine knows of the figure."""

import math
import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.words import act_pattern, verbs_only, words
from township_analysis.lang.tables import load_table

BESIDE = " \x01、"  # marks between a figure and the words beside it
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


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load_table("confidence", "township_analysis.figures")}


def features_of(figure: Figure) -> list[str]:
    """What speaks for or against a row, by name; scripts/fit_confidence.py gives each its weight."""
    return sorted(_present(figure))


def _present(figure: Figure) -> set[str]:
    classes = {f"rule:{figure.rule}", f"kind:{figure.kind}", f"unit:{figure.unit_kind or 'none'}"}
    found = {**_of_name(figure), **_of_use(figure), **_of_place(figure)}
    return classes | _of_words(figure) | {feature for feature, holds in found.items() if holds}


def _of_name(figure: Figure) -> dict[str, bool]:
    """Signs in the name: its length, words that belong to sentences, and a head that fits the unit."""
    name, length = figure.name, len(figure.name)
    around = figure.left + figure.right
    fitting = _FITTING.get(figure.unit_kind)
    return {
        "name:none": length == 0,
        "name:2": 0 < length <= 2,
        "name:3": length == 3,
        "name:4": length == 4,
        "name:over 10": 10 < length <= 14,
        "name:over 14": length > 14,
        "name:with 的": "的" in name,
        "name:function words": bool(_FUNCTION.search(name)),
        "name:verb inside": bool(act_pattern().search(name, 2, max(2, length - 2))),
        "name:verb first": bool(act_pattern().match(name)),
        "name:aspect": name in words("aspect") or verbs_only(name),
        "name:list": "、" in name or "和" in name,
        "name:not here": length > 1 and name[:2] not in around,
        "name:half here": length > 3 and name[:2] not in around and name[-2:] in around,
        "name:fits the unit": bool(fitting and fitting.search(name)),
        "name:does not fit the unit": bool(fitting and not fitting.search(name)),
        "name:rate": name.endswith("率"),
    }


def _of_use(figure: Figure) -> dict[str, bool]:
    """Signs of how the name was taken from the text: in one piece, from all that stands beside the figure, or not."""
    name, left, right = figure.name, figure.left.strip(BESIDE), figure.right.strip(BESIDE)
    before = figure.before[-NEAR:]
    return {
        "name:ends left": bool(name) and left.endswith(name),
        "name:all of left": bool(name) and left == name,
        "name:begins right": bool(name) and right.startswith(name),
        "name:one piece before": name in before,
        "name:one piece": name in before + right,
        "name:pieced together": name not in before + right,
        "left:nearly all used": len(name) >= 0.8 * len(left),
        "left:short": len(left) < 3,
    }


def _of_words(figure: Figure) -> set[str]:
    """The name's characters by twos, and those beside the figure; scripts/fit_confidence.py keeps the usual ones."""
    name, left, right = figure.name, figure.left.strip(BESIDE), figure.right.strip(BESIDE)
    pairs = {f"has {name[at : at + 2]}" for at in range(len(name) - 1)}
    ends = {f"begins {name[:1]}", f"begins {name[:2]}", f"ends {name[-1:]}", f"ends {name[-2:]}"}
    beside = {f"after {left[-1:]}", f"after {left[-2:]}", f"before {right[:1]}"}
    return pairs | ends | beside | {f"in {figure.mention.unit}", f"rule:{figure.rule} {figure.unit_kind}"}


def _of_place(figure: Figure) -> dict[str, bool]:
    """Signs around the figure: what was left unused, how deep in the sentence it stands."""
    left, right = figure.left.strip(BESIDE), figure.right.strip(BESIDE)
    return {
        "left:none": not left,
        "left:long": len(left) > 12,
        "left:very long": len(left) > 20,
        "left:mostly unused": len(left) > len(figure.name) + 6,
        "left:date inside": "\x01" in figure.left.strip("\x01 "),
        "right:none": not right,
        "right:unused": bool(right) and right[:2] not in figure.name,
        "right:long": len(right) > 8,
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
    weights = _weights()
    telling = _present(figure) & weights.keys()
    score = math.fsum([weights["intercept"], *[weights[feature] for feature in telling]])  # in whatever order
    return round(1 / (1 + math.exp(-score)), 2)
