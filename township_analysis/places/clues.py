"""All that a text says about its place, read once."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from township_analysis.lang.script import aligned
from township_analysis.places.mentions import BORDER, COUNTY_KINDS, NEIGHBOURS, OWN, PREFECTURE_KINDS, townships_in
from township_analysis.places.titles import (
    TITLE_WORDS,
    Named,
    as_label,
    author_lines,
    first_words,
    head_lines,
    named_in_line,
    tail_lines,
)
from township_analysis.places.villages import Mention, villages_in


@dataclass(frozen=True)
class Clues:
    """All that a text says about its place."""

    plain: str
    head: list[str]
    named: Named | None
    where: str
    counts: Counter[str]
    before: dict[str, set[str]]
    fellows: list[str]
    villages: list[Mention]
    kind: str
    county_kind: str
    prefecture_kinds: dict[str, str]
    borders: list[str]


def gather(plain: str, title: str | None, source: str | None) -> Clues:
    """Read all clues from a text for matching, and from a title and a source as written."""
    title, source = (aligned(line) if line else None for line in (title, source))
    head = [line for line in (title, source) if line] + head_lines(plain)
    named, where = _named(plain, title, source)
    own = NEIGHBOURS.sub(lambda found: " " * len(found[0]), plain)
    counts, before = townships_in(own)
    fellows = list(counts if own == plain else townships_in(plain)[0])
    prefectures = {
        kind: said[0].strip("、") for kind, cue in PREFECTURE_KINDS.items() if kind in own and (said := cue.search(own))
    }
    return Clues(
        own, head, named, where, counts, before, fellows, villages_in(own), _own_kind(plain), _county_kind(own),
        prefectures, BORDER.findall(own),
    )  # fmt: skip


def _named(plain: str, title: str | None, source: str | None) -> tuple[Named | None, str]:
    """The township that the title names, else the author line, another line of the head, the signature."""
    head = head_lines(plain)
    titles = [line for line in head if TITLE_WORDS.search(line)]
    places: list[tuple[str, Callable[[str], list[Named]], list[str]]] = [
        ("标题", named_in_line, [title or "", *titles]),
        ("来源", named_in_line, [source or "", *author_lines(plain)]),
        ("页首", as_label, head),
        ("落款", as_label, tail_lines(plain)),
    ]
    for where, reading, lines in places:
        for line in lines:
            named = reading(line)
            if 0 < len(named) < 3:
                return max(named, key=lambda name: (name.known, bool(name.regions))), where
    run_in = [named for named in named_in_line(first_words(plain)) if named.known]  # a title run into the text
    return (run_in[0], "开头") if len(run_in) == 1 and TITLE_WORDS.search(first_words(plain)) else (None, "")


def _times(plain: str, kind: str, cue: re.Pattern[str]) -> int:
    """How often a text says a cue, each of which has the word for its kind in it."""
    return len(cue.findall(plain)) if kind in plain else 0


def _own_kind(plain: str) -> str:
    """The kind of township that the text calls its own: 镇 where it says 我镇, 全镇."""
    counts = {kind: _times(plain, kind, cue) for kind, cue in OWN.items()}
    kind = max(counts, key=lambda kind: counts[kind])
    others = sum(counts.values()) - counts[kind]
    return kind if counts[kind] > 1 and counts[kind] >= 3 * others else ""


def _county_kind(plain: str) -> str:
    """The kind of county that the text answers to: 县 where it says 县委, 县政府."""
    counts = {kind: _times(plain, kind, cue) for kind, cue in COUNTY_KINDS.items()}
    if counts["市"] >= 2 and not counts["县"] + counts["区"] + counts["旗"]:
        return "市"
    kind = max("县区旗", key=lambda kind: counts[kind])
    return kind if counts[kind] and counts[kind] > sum(counts[other] for other in "县区旗" if other != kind) else ""
