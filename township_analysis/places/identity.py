"""Who a report is about: the township that its title, author line, regions and villages agree on.

A code is given where the best candidate's score is high and well above the next; else the name alone.
"""

from township_analysis.places.clues import Clues, gather
from township_analysis.places.evidence import Case, sentence
from township_analysis.places.gazetteer import place_at, regions_of, rows_of_county, townships
from township_analysis.places.mentions import regions_in_line
from township_analysis.places.model import Place
from township_analysis.places.names import stem_of
from township_analysis.places.scoring import TIES, Candidate, candidates_of, own_villages, spoken_of
from township_analysis.places.titles import TITLE_WORDS, Named

# How much there must be.
ENOUGH, ENOUGH_IF_ONLY_ONE = 4.0, 3.0
STRANGERS_TO_ONE = 1.5  # so many villages that are not its own, for each that is, are too many
ENOUGH_UNNAMED = 10.0  # neither title nor author names a township
VILLAGES_ALONE = 5  # nor does the text: so many villages tell it
FELLOWS_OF_COUNTY_REPORT = 3  # a text that names so many other townships of the county is the county's
MARGIN = 3.0
NAMED_OFTEN = 4  # times a text names its township where no village helps
RIVAL_VILLAGES, RIVAL_WEIGHT = 3, 15.0  # so many villages of another township speak against a candidate


def identify(plain: str, *, title: str | None = None, source: str | None = None) -> Place | None:
    r"""Tell which township a report is about.

    Args:
        plain: The report's text for matching (``lang.script.aligned``), page furniture included.
        title: Its title, where it is known apart from the text, as written.
        source: Who published it, where that is known apart from the text, as written.

    Returns:
        The township with its code; without a code where the evidence is too little, or where the edition has no such
        township; None where the text is not about a township. ``evidence`` says what the answer rests on.

    Example:
        >>> identify("古丈县高峰镇2020年工作总结\n一年来，我镇在镇溪村建成茶园……").township_code
        '433126107'
    """
    clues = gather(plain, title, source)
    candidates = sorted(candidates_of(clues), key=lambda c: c.score, reverse=True)
    if clues.named:
        return _of_named(clues, candidates)
    return _of_unnamed(clues, candidates)


def _of_named(clues: Clues, candidates: list[Candidate]) -> Place:
    """The place of a report whose title, author line or signature names a township."""
    named = clues.named
    assert named is not None
    bearers = [candidate for candidate in candidates if candidate.name]
    rival = _rival(candidates, bearers)
    county = _missing_in(named, bearers)
    case = Case(named.name, clues.where, bearers, rival, county, _successors(named, county))
    enough = ENOUGH_IF_ONLY_ONE if len(bearers) == 1 else ENOUGH
    if not bearers or rival or not _stands_out(bearers, enough) or not _corroborated(bearers):
        return _without_code(named, sentence(case, None))
    return place_at(bearers[0].row, sentence(case, bearers[0]))


def _corroborated(bearers: list[Candidate]) -> bool:
    """Whether a region, or enough of the villages named, ties the name in the title to the first of its bearers."""
    best = bearers[0]
    if TIES & set(best.clues):
        return True
    return (len(bearers) == 1 and own_villages(best) > 0) or _enough_villages(best)


def _enough_villages(best: Candidate) -> bool:
    """Two villages or more of the township's own, and not many of others."""
    own = own_villages(best)
    return own >= 2 and own * STRANGERS_TO_ONE >= best.strangers


def _without_code(named: Named, evidence: str) -> Place:
    """A township by its name alone, with the county that stands before it."""
    counties = [code for code in named.regions if len(code) == 6]
    above = regions_of(counties[0]) if len(counties) == 1 else {}
    return Place(named.name, evidence=evidence, **{level: region.name for level, region in above.items() if region})


def _rival(candidates: list[Candidate], bearers: list[Candidate]) -> Candidate | None:
    """A township of another name whose villages the text names rather than those of the one in the title."""
    if bearers and {"连写", "页首"} & set(bearers[0].clues):
        return None
    best = sum(bearers[0].villages.values()) if bearers else 0.0
    for candidate in candidates:
        weight = sum(candidate.villages.values())
        if not candidate.name and len(candidate.villages) >= RIVAL_VILLAGES and weight > max(RIVAL_WEIGHT, best + 8):
            return candidate
    return None


def _missing_in(named: Named, bearers: list[Candidate]) -> str:
    """The county before the name, where the edition has no township so called in it; else nothing."""
    county = next((code for code in named.regions if len(code) == 6), "")
    codes = townships().codes
    return "" if any(codes[candidate.row].startswith(county) for candidate in bearers) else county


def _successors(named: Named, county: str) -> list[int]:
    """Townships of a county that bear the stem of a name but are of another kind: 高峰镇 for 高峰乡."""
    rows = rows_of_county(county) if county else ()
    return [row for row in rows if stem_of(townships().keys[row]) == stem_of(named.name)]


def _of_unnamed(clues: Clues, candidates: list[Candidate]) -> Place | None:
    """The place of a report that names its township in the text only, or nowhere."""
    for candidate in candidates:
        candidate.score += spoken_of(candidate, clues)
    ranked = sorted(candidates, key=lambda c: c.score, reverse=True)
    if not ranked or not (clues.kind or _of_one_township(ranked[0], clues)):
        return None
    best = ranked[0]
    case = Case(best.name, "正文", ranked)
    if _stands_out(ranked, ENOUGH_UNNAMED) and (_well_grounded if best.name else _surely_by_villages)(best, clues):
        return place_at(best.row, sentence(case, best))
    if clues.kind and clues.counts[best.name] > 1:
        return Place(best.name, evidence=sentence(case, None))
    return None


def _of_one_township(best: Candidate, clues: Clues) -> bool:
    """Whether a text that never says 我镇 may be a township's: its title has no region, it no fellow townships."""
    fellows = rows_of_county(townships().codes[best.row][:6])
    others = [name for name in clues.counts if name != best.name and set(fellows) & set(townships().rows[name])]
    titles = [line for line in clues.head if TITLE_WORDS.search(line)]
    return len(others) < FELLOWS_OF_COUNTY_REPORT and not any(map(regions_in_line, titles))


def _well_grounded(best: Candidate, clues: Clues) -> bool:
    """Two villages of the township's own, or its name again and again in a text that says 我镇 and names its county."""
    named_often = clues.counts[best.name] >= NAMED_OFTEN
    return _enough_villages(best) or bool(clues.kind and named_often and TIES & set(best.clues))


def _surely_by_villages(best: Candidate, clues: Clues) -> bool:
    """Whether villages alone tell the township: many, and the text names no township that it may be instead."""
    return len(best.villages) >= VILLAGES_ALONE and bool(clues.kind) and not clues.counts


def _stands_out(ranked: list[Candidate], enough: float) -> bool:
    second = ranked[1].score if len(ranked) > 1 else float("-inf")
    return ranked[0].score >= enough and ranked[0].score - second >= MARGIN
