"""How well a township fits what a text says.

Every clue adds to or takes from a candidate's score, in natural logarithms of how much likelier it makes the candidate.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from math import log

from township_analysis.places import mentions as say
from township_analysis.places.clues import Clues
from township_analysis.places.gazetteer import Region, regions, regions_above, rows_of_county, townships
from township_analysis.places.names import kind_of, stem_of, words_not
from township_analysis.places.villages import Mention, Village, similar_village

# How much a clue counts.
RIGHT_BEFORE, NOT_RIGHT_BEFORE = 8.0, -8.0  # 古丈县高峰镇
IN_ANOTHER_COUNTY = -30.0  # the title says 沅陵县高峰镇
IN_HEAD, NOT_IN_HEAD = {6: 6.0, 4: 4.0, 2: 2.0}, -4.0  # the site is that of 古丈县; by the digits of its code
NAMED_IN_FULL = {"county": 4.0, "prefecture": 3.0, "province": 1.5}
NAMED_IN_SHORT = {"county": 1.5, "prefecture": 1.5, "province": 0.7}
SPOKEN = {"county": "县名", "prefecture": "市名", "province": "省名"}
TIES = {"连写", "页首", "边界", "县名", "市名"}  # clues that tie a name to a region
COUNTY_KIND, PREFECTURE_KIND = 2.0, 2.0  # the text answers to 县委, to 州委
BORDER_PROVINCE = 3.0  # 湘黔边界
FELLOW_TOWNSHIP = 0.4  # times the surprise at a county's having a township so called
NAMESAKE_VILLAGE = 0.15  # every 竹林镇 has a 竹林村
UNMATCHED_VILLAGE = -1.0
UNSPOKEN = -6.0  # the text has the township's villages but never its name
OWN_KIND, OTHER_KIND = 2.0, -4.0  # 全乡 in the text of a 乡, of a 镇

VOTES, VOTES_AT_MOST = 3, 400  # so many villages call up a candidate; not those that more townships have
WEIGHTY = 3.0  # a village of less weight says nothing


@dataclass
class Candidate:
    """A township that the report may be about, with what speaks for it.

    Attributes:
        row: Its row in the gazetteer.
        name: The name by which the text calls it, or "" where only its villages are named.
        score: The sum of all clues.
        clues: What speaks for it, as the text says it.
        villages: The villages named that are its own, and the weight of each.
        strangers: How many villages named are not its own.
    """

    row: int
    name: str
    score: float = 0.0
    clues: dict[str, list[str]] = field(default_factory=dict)
    villages: dict[str, float] = field(default_factory=dict)
    strangers: int = 0

    def add(self, clue: str, score: float, said: str = "") -> None:
        """Count a clue, and note what the text says where it speaks for the candidate."""
        self.score += score
        if said and score > 0:
            self.clues.setdefault(clue, []).append(said)


def candidates_of(clues: Clues) -> list[Candidate]:
    """The townships that the report may be about, with their scores."""
    rows = townships().rows
    names = [clues.named.name] if clues.named else [name for name in clues.counts if kind_of(name)]
    found = {row: Candidate(row, name) for name in names for row in rows.get(name, ())}
    for row in village_votes(clues.villages):
        found.setdefault(row, Candidate(row, ""))
    for candidate in found.values():
        _score(candidate, clues)
    return list(found.values())


def village_votes(villages: Iterable[Mention]) -> list[int]:
    """The townships that have three or more of the villages that the text mentions."""
    votes: Counter[int] = Counter()
    for mention in villages:
        votes.update({row for village in mention.options if len(village.rows) <= VOTES_AT_MOST for row in village.rows})
    return [row for row, count in votes.most_common(5) if count >= VOTES]


def _score(candidate: Candidate, clues: Clues) -> None:
    _score_villages(candidate, clues)
    _score_regions(candidate, clues)
    _score_kinds(candidate, clues)
    _score_fellows(candidate, clues)


def _score_villages(candidate: Candidate, clues: Clues) -> None:
    stem = stem_of(townships().keys[candidate.row])
    for mention in clues.villages:
        village = _village_of(candidate.row, mention)
        if village:
            weight = village.weight * (NAMESAKE_VILLAGE if village.stem in (stem, stem + "街") else 1)
            candidate.villages[village.stem] = weight
        elif mention.written and mention.options:
            candidate.strangers += 1
    candidate.score += sum(candidate.villages.values()) + UNMATCHED_VILLAGE * candidate.strangers


def _village_of(row: int, mention: Mention) -> Village | None:
    """The village of a township that a mention means, perhaps misspelt."""
    village = next((village for village in mention.options if row in village.rows), None)
    similar = None if village or not mention.written else similar_village(mention.written)
    return village or (similar if similar and row in similar.rows else None)


def _score_regions(candidate: Candidate, clues: Clues) -> None:
    above = regions_above(candidate.row)
    own = {region.code for region in above.values() if region}
    _score_right_before(candidate, clues, own)
    stem = stem_of(townships().keys[candidate.row])
    for level, region in above.items():
        if region and region.short != stem:
            _score_named_region(candidate, clues, level, region)
    provinces = {say.PROVINCE_OF[sign] for border in clues.borders for sign in border}
    if townships().codes[candidate.row][:2] in provinces:
        candidate.add("边界", BORDER_PROVINCE, clues.borders[0])


def _score_right_before(candidate: Candidate, clues: Clues, own: set[str]) -> None:
    """Regions that stand right before the township's name, or in the head of the page."""
    titled = clues.named.regions if clues.named else ()
    if any(len(code) == 6 for code in titled) and not own & set(titled):
        candidate.add("连写", IN_ANOTHER_COUNTY)
    codes = set(titled) | set(clues.before.get(candidate.name, ()))
    if codes:
        candidate.add("连写", RIGHT_BEFORE if codes & own else NOT_RIGHT_BEFORE, _names(codes & own))
        return
    named = {name: set(codes) for line in clues.head for name, codes in say.regions_in_line(line).items()}
    agreeing = {name: max(map(len, codes & own)) for name, codes in named.items() if codes & own}
    if agreeing:
        nearest = max(agreeing, key=lambda name: agreeing[name])
        candidate.add("页首", IN_HEAD[agreeing[nearest]], nearest)
    elif named:
        candidate.add("页首", NOT_IN_HEAD)


def _score_named_region(candidate: Candidate, clues: Clues, level: str, region: Region) -> None:
    full = next((name for name in region.names if name not in words_not("region") and name in clues.plain), None)
    if full:
        said = region.name if full == region.names[0] else full
        candidate.add(SPOKEN[level], NAMED_IN_FULL[level], said)
    elif region.short not in words_not("region") and (times := _said_of_region(region.short, clues.plain)):
        often = times > 1
        candidate.add(SPOKEN[level] if often else "偶及", NAMED_IN_SHORT[level] / (1 if often else 2), region.short)


def _said_of_region(short: str, plain: str) -> int:
    """How often a short name stands for a region, not for a village or township of that name."""
    said = plain.count(short)
    return said and said - sum(plain.count(short + other) for other in ("村", "社区", "镇", "乡", "街道"))


def _names(codes: set[str]) -> str:
    return "".join(regions()[code].name for code in sorted(codes))


def _score_kinds(candidate: Candidate, clues: Clues) -> None:
    """Whether the text answers to the kind of county and prefecture that the candidate belongs to."""
    above = regions_above(candidate.row)
    county, prefecture = above["county"], above["prefecture"]
    kind = clues.county_kind
    if kind and county:
        agrees = county.name.endswith(kind)
        candidate.add("层级", COUNTY_KIND if agrees else -COUNTY_KIND, f"{kind}委、{kind}政府")
    for kind, said in clues.prefecture_kinds.items():
        agrees = bool(prefecture and prefecture.name.endswith(kind))
        candidate.add("层级", PREFECTURE_KIND if agrees else -PREFECTURE_KIND, said)
    own = kind_of(townships().keys[candidate.row])
    if clues.kind and not clues.named:
        candidate.add("自称", OWN_KIND if own == clues.kind else OTHER_KIND, f"全{own}")


@cache
def _counties() -> int:
    """How many counties there are."""
    return sum(len(code) == 6 for code in regions())


def _score_fellows(candidate: Candidate, clues: Clues) -> None:
    """Other townships of the candidate's county that the text names, as neighbours for example."""
    county = townships().codes[candidate.row][:6]
    fellows = rows_of_county(county)
    for name in clues.fellows:
        bearers = townships().rows[name]
        if candidate.row not in bearers and any(row in fellows for row in bearers):
            candidate.add("邻近", FELLOW_TOWNSHIP * log(_counties() / len(bearers)), name)


def spoken_of(candidate: Candidate, clues: Clues) -> float:
    """How much the text speaks of a township, by its name and by its stem."""
    stem = stem_of(townships().keys[candidate.row])
    full = clues.counts[candidate.name] if candidate.name else 0
    alone = clues.plain.count(stem) - full if len(stem) > 1 else 0
    if not full + alone:
        return UNSPOKEN
    return 2.2 * log(1 + min(full, 8)) + 0.7 * log(1 + min(alone, 8))


def own_villages(candidate: Candidate) -> int:
    """How many of the villages named are the candidate's own, namesakes of townships not counted."""
    return sum(weight > WEIGHTY for weight in candidate.villages.values())
