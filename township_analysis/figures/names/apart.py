"""Names of lists told 分别 whose things stand before them as figures: 2座桥，分别长30米、40米."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.listing import GROWTH_WORDS
from township_analysis.figures.time.stocks import is_base

#: What a measure itself has: 固定资产投资总量; other aspects are of the thing measured.
OF_MEASURES = (*GROWTH_WORDS, "总量", "总额", "规模")
RANKED = re.compile(r"\A[均稳位排名列居]+(?P<where>[^，]*?)的?第?\Z")
#: The first of the list, not the last.
FIRST_OF = re.compile(r"前(?:两|三|四|[2-4])(?:项|者|个指标)")


def of_those_counted(figures: list[Figure], run: list[int], tails: list[str]) -> dict[int, str]:
    """The names where as many were counted directly before: 2个帮扶单位分别落实资金18万元和9.5万元, 2座桥，分别长…."""
    at, here = run[0] - 1, figures[run[0]]
    counted = figures[at] if run[0] else None
    if counted is None or counted.unit_kind != "count" or counted.mention.value != len(run) or counted.part:
        return {}
    if here.clause - counted.clause > 1 or here.unit_kind == "percent":
        return {}
    return {one: f"\x03{at}\x02{tail}" for one, tail in zip(run, tails, strict=True)}


def aspect_of_before(figures: list[Figure], run: list[int], aspect: str) -> dict[int, str]:
    """规范管理率分别为78%、74% after as many counts: the rate of what each of them counted."""
    earlier = [i for i in range(run[0]) if figures[i].kind == "level" and figures[i].core][-len(run) :]
    far = figures[run[0]].clause - figures[earlier[0]].clause if earlier else 0
    alike = len({figures[at].unit_kind for at in earlier}) == 1
    rowed = alike and len(earlier) == far and all(figures[at].opens and not figures[at].part for at in earlier)
    if len(earlier) < len(run) or (far > 1 and not rowed):
        return {}
    kept = "\x02" if aspect.startswith(OF_MEASURES) else "\x03"
    return {at: f"{kept}{before}\x02{aspect}" for at, before in zip(run, earlier, strict=True)}


def paired_with_before(figures: list[Figure], run: list[int], tails: list[str], shares: list[int]) -> dict[int, str]:
    """分别增长 after as many levels: each growth belongs to one of them, and each rank to one of as many figures."""
    ranked = RANKED.match(tails[0]) if figures[run[0]].mention.form == "rank" else None
    tails = [f"{ranked['where']}排名"] * len(run) if ranked else tails
    kinds = ("level", "share", "growth", "change") if ranked else ("level", "share")
    grown = figures[run[0]].unit_kind in ("percent", "multiple")  # from A to B，年均分别增长6%、8%: of what was come to
    told = [i for i in range(run[0]) if figures[i].kind in kinds and figures[i].core]
    told = [i for i in told if i not in shares] if grown else told
    levels = [i for i in told if not (grown and is_base(figures[i]))]
    first = FIRST_OF.search(figures[run[0]].left)  # A 3亿元，B 2亿元，C 1亿元，前两项分别增长8%和6%
    earlier = levels[: len(run)] if first else levels[-len(run) :]
    if len(earlier) < len(run):
        return {}
    return {at: f"\x02{before}\x02{tail}" for at, before, tail in zip(run, earlier, tails, strict=True)}
