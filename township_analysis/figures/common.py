"""The words that work reports have in common (common_words.csv): what is made of them is no proper name."""

from functools import cache, lru_cache

from township_analysis.figures.words import ASKED
from township_analysis.lang.tables import load_table

_LONGEST = 4  # characters of a verb


@cache
def common_words(*kinds: str) -> frozenset[str]:
    """The words of one or more classes: ``word``, and ``verb`` for verbs, adverbs and the like."""
    rows = load_table("common_words", "township_analysis.figures")
    return frozenset(row["cue"] for row in rows if row["class"] in kinds)


@lru_cache(maxsize=ASKED)
def deeds_only(text: str) -> bool:
    """True for words that are nothing but common verbs and adverbs: what is done, and to nothing that they name.

    >>> deeds_only("陆续复种"), deeds_only("复种大葱"), deeds_only("")
    (True, False, False)
    """
    verbs, ends = common_words("verb"), {0}
    for start in range(len(text)):
        if start in ends:
            ends.update(start + n for n in range(2, _LONGEST + 1) if text[start : start + n] in verbs)
    return bool(text) and len(text) in ends and not text.endswith("期")
