"""The households and people of a whole place, which a text counts without a noun: 全镇2100户8600人."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.predicates import admin_noun
from township_analysis.figures.words import verbs_only

TOTALS = {"household": "总户数", "person": "总人口"}
#: The words before what is counted of the place as a whole.
_WHOLE_PLACE = re.compile(
    r"[\x01，、 ]*(?:截[至止])?(?:目前|现在)?[\x01，、 ]*"
    r"(?:[全本我](?:[镇乡村县区市旗州街]|街道|社区|苏木))?(?:现|共|总|实|有|计|辖|下辖|管辖)*[\x01 ]*"
)

#: The place itself, before how large it is: 辖区6.2平方公里.
_GROUND = re.compile(r"(?:全?辖区|全境|[镇乡县]域|全(?:[镇乡县区]|街道|苏木|域))(?:共|总|约)?\Z")
_OF_PLACE = re.compile("全(?:[镇乡村]|街道|苏木)")
#: What a place is divided into is both unit and name: 辖6镇5乡.
_DIVISIONS = ("镇", "乡", "街道", "县", "区", "市")
#: And those of a township, where nothing else can be meant: 全镇辖9村、44组.
_PARTS = ("村", "社区", "组", "屯", "嘎查", "居委会")


def counts_place(figure: Figure) -> bool:
    """True for a count of the villages or groups of the place as a whole: 全村共有18个组."""
    return admin_noun(figure.name) == figure.name and bool(_WHOLE_PLACE.fullmatch(figure.left))


def total_name(figures: list[Figure], index: int, left: str) -> str:
    """The households or people of the whole place: 全镇2100户8600人."""
    figure = figures[index]
    whole = not left and not figure.right.strip(" \x01、和人口家") and _WHOLE_PLACE.fullmatch(figure.left)
    after = index and figures[index - 1].name.endswith("总户数") and not figure.left.strip(" \x01、，共")
    told = figure.left.strip(" \x01、，共有现计目前截至止在") or _both(figures, index)
    if not (whole and told) and not after:
        return ""
    place = _OF_PLACE.search(figures[index - 1].name if after else figure.left)
    return (place[0] if place else "") + TOTALS[figure.unit_kind] if figure.unit_kind in TOTALS else ""


_HAS = ("", "有", "共有", "现有")


def _both(figures: list[Figure], index: int) -> bool:
    """True for the households of a sentence that goes on with the people: 有2100户，8600人."""
    following = figures[index + 1] if not index and len(figures) > 1 else None
    apart = following is None or following.left.strip(" \x01、，共") or following.unit_kind != "person"
    return not apart and figures[index].unit_kind == "household" and figures[index].left.strip() in _HAS


def ground_name(figures: list[Figure], index: int, left: str) -> str:
    """How large the place is, where no noun says what is measured: 辖区6.2平方公里."""
    figure = figures[index]
    alone = verbs_only(left) and not figure.right.strip(" \x01") and "平方" in figure.mention.unit
    ground = _GROUND.search(figure.left.strip(" \x01")) if alone else None
    return ground[0].rstrip("共总约") + "面积" if ground else ""


def division_name(figures: list[Figure], index: int, left: str) -> str:
    """辖6镇5乡: towns and townships; 全镇辖9村: villages."""
    figure, before = figures[index], figures[index - 1] if index else None
    unit, bare = figure.mention.unit, not figure.right.strip("、和 ")
    after = before and admin_noun(before.name) == before.name and not figure.left.strip("、，和 ")
    part = unit in _PARTS and (after or (figure.left.strip() and _WHOLE_PLACE.fullmatch(figure.left)))
    return unit if bare and (part or (unit in _DIVISIONS and verbs_only(left))) else ""
