"""Grounds in a row, each behind the place where it lies: 清水河4000亩示范园区、高峰3000亩示范园区."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.scope.bodies import made_of
from township_analysis.figures.words import strip_lead, verbs_only

_KIND = (
    r"(?:基地|示范[园片点带区方]区?|园区?|产业[园带区]|[果茶桑花竹药菜]园|(?:生态|经济|用材|公益|水源)林|果林|大棚|苗圃"
    r"|养殖场|牧场|核心区|样板田|良田|水面|鱼塘|湿地)"
)
_NOUN = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff“”]{{0,8}}?{_KIND})(?:建设)?"
    r"(?=[，。；、\x01()]|\Z|建成|投[产入用]|全[部面]|[已均正初]|带动|覆盖|辐射)"
)
_PLACES = r"[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}"
_PLACE = re.compile(rf"(?:了|在)?(?P<place>{_PLACES}?)(?:等村)?的?")
#: What one is and where the next lies: 示范园区和龙坪、茅坝.
_BETWEEN = re.compile(rf"(?P<noun>[\u4e00-\u9fff“”]{{0,8}}?{_KIND})(?:建设)?(?:、|和|与|以?及)(?P<place>{_PLACES})")
_SIZES = ("land", "floor")


def site_names(figures: list[Figure]) -> dict[int, str]:
    """The names of grounds in a row by what they are; where each lies stands before it, and is its scope."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures[:-1]):
        following = figures[index + 1]
        between = _between(figure, following)
        last = between and _noun_behind(figures, index + 1)
        if between is None or not last or _is_no_place(between["place"]):
            continue
        if index not in names:
            names[index] = _named(figures, index, between["noun"])
            figure.left = _place_before(figure.left)
        names[index + 1] = _named(figures, index + 1, last)
        following.left = between["place"]
    return names


def _between(figure: Figure, following: Figure) -> re.Match[str] | None:
    """What the first is and where the second lies, of two grounds in a row."""
    apart = following.clause != figure.clause or following.mention.unit != figure.mention.unit
    if apart or figure.unit_kind not in _SIZES or figure.bracket != following.bracket:
        return None
    return _BETWEEN.fullmatch(figure.right.strip("\x01 的"))


def _noun_behind(figures: list[Figure], index: int) -> str:
    """What a ground is, before the place of the next or the end of the clause."""
    figure = figures[index]
    following = figures[index + 1] if index + 1 < len(figures) else None
    goes_on = _between(figure, following) if following else None
    found = goes_on or _NOUN.match(figure.right.strip("\x01 的"))
    return found["noun"] if found else ""


def _place_before(left: str) -> str:
    """Where the first of the row lies, behind what was done: 大湾 of 打造了大湾; ``""`` where no place stands there."""
    place = strip_lead(left)
    while verb := any_verb().match(place):
        place = place[verb.end() :]
    found = _PLACE.fullmatch(place)
    return found["place"] if found and not _is_no_place(found["place"]) else ""


def _is_no_place(text: str) -> bool:
    """True for verbs and words of the genre, which no place is called by: 改造, 优质."""
    return any(
        verbs_only(one) or any_verb().search(one) or made_of(one, "any_body", "common") for one in text.split("、")
    )


def _named(figures: list[Figure], index: int, noun: str) -> str:
    """What a ground is, with what those counted before it are called: 三个烟叶示范园区：清水河4000亩示范园区."""
    counted = (f.subject or f.right.strip("：\x01 ") for f in figures[:index] if f.unit_kind == "count")
    whole = next((name for name in counted if name.endswith(noun)), noun)
    figures[index].subject = whole
    return whole + "面积"
