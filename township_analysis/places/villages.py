"""The villages and residents' communities that a text names, and the townships that have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from township_analysis.places.gazetteer import townships, townships_with_similar_village, townships_with_village
from township_analysis.places.mentions import HAN
from township_analysis.places.names import words_not

LONGEST_VILLAGE = 8
NUMERALS = "0-9一二三四五六七八九十两几"
VILLAGE_END = re.compile(
    rf"(?=[等村社嘎居{NUMERALS}])"  # looked for first, so that most characters cost one step
    rf"(?:(?:等|等?(?:[0-9]{{1,6}}|[{NUMERALS[3:]}]{{1,6}})个)(?:行政)?(?:村|社区)|(?:村|社区|嘎查)?[村居](?:民委员|委)会"
    r"|(?<![农乡全我各本该个名两城行])村(?!镇|庄)|社区|嘎查)"
)
RUN = re.compile(rf"[{HAN}、]*+")
BEFORE_NAME = re.compile(rf"[^{HAN}]|[在到对至和与及为是以由从含即区乡镇道]")
LONGEST_SURE = 3  # a run of so many characters before 村 is a name, not the end of a phrase


@dataclass(frozen=True, slots=True)
class Village:
    """A name that a village mentioned in the text may bear, and the townships that have one so called.

    Attributes:
        stem: The name without 村 or 社区.
        rows: The townships.
        weight: The surprise (natural logarithm) at a township's having a village so called.
    """

    stem: str
    rows: frozenset[int]
    weight: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A village that the text mentions.

    Attributes:
        options: What its name may be, of those that the gazetteer has, the longest first.
        written: What stands before 村 or 社区, where that is surely a name; else nothing.
    """

    options: tuple[Village, ...]
    written: str = ""


def villages_in(plain: str) -> list[Mention]:
    """The villages and residents' communities that a text mentions, each once."""
    found: dict[tuple[str, ...], Mention] = {}
    for stems, written in dict(_village_runs(plain)).items():
        options = tuple(village for stem in stems if (village := _village(stem)))
        if written in words_not("village") or not (options or written):
            continue
        known = tuple(village.stem for village in options) or (written,)
        if written or known not in found:
            found[known] = Mention(options, written)
    return list(found.values())


def _village_runs(plain: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """For every 村 or 社区, and every item of a list before one: the stems that may stand there, and the sure name."""
    for end in VILLAGE_END.finditer(plain):
        *listed, last = _run_before(plain, end.start()).split("、")
        sure = 1 < len(last) <= LONGEST_SURE or (bool(listed) and len(last) > 1)
        yield _stems(last, end[0].startswith("村")), last[-LONGEST_SURE:] if sure else ""
        # Items that end in 村 themselves are found as such.
        bare = [item for item in listed if len(item) > 1 and not item.endswith(("村", "社区"))]
        yield from ((_stems(item[-4:], False), "") for item in bare)


def _run_before(plain: str, at: int) -> str:
    """The characters and list marks that a stretch of the text ends with."""
    backwards = plain[max(0, at - 80) : at][::-1]
    run = RUN.match(backwards)
    return run[0][::-1] if run else ""


def _stems(run: str, is_village: bool) -> tuple[str, ...]:
    """What may be the village's name at the end of a run of characters, the longest first."""
    stems = [run[-length:] for length in range(min(LONGEST_VILLAGE, len(run)), 1, -1)]
    if is_village and run and (len(run) == 1 or BEFORE_NAME.match(run[-2])):
        stems.append(run[-1] + "村")
    return tuple(stems or [run])


@cache
def _village(stem: str) -> Village | None:
    if len(stem) < 2 or stem in words_not("village"):
        return None
    rows = frozenset(townships_with_village(stem))
    return Village(stem, rows, _surprise(rows)) if rows else None


@cache
def similar_village(stem: str) -> Village | None:
    """The townships with a village whose name differs from a stem in one character, for half the weight."""
    rows = frozenset(townships_with_similar_village(stem)) if len(stem) > 1 else frozenset()
    return Village(stem, rows, _surprise(rows) / 2) if rows else None


def _surprise(rows: frozenset[int]) -> float:
    return min(8.0, log(len(townships().codes) / len(rows)))
