"""Which domain of a township's work a text is about, by the cue words of lang/domains.csv."""

import re
from collections import defaultdict
from functools import cache

from township_analysis.lang.tables import load_table

#: A longer cue is a surer one: what each character beyond the second adds.
PER_CHARACTER = 0.25
#: So much of a section is read for its domain; the rest of a long one would not change it.
SAMPLED = 1_000


@cache
def domains() -> dict[str, dict[str, str]]:
    """The rows of lang/domains.csv by domain: ``zh``, ``en``, ``aim`` of rural revitalisation, ``cues``.

    Example:
        >>> domains()["environment"]["aim"]
        '生态宜居'
    """
    return {row["domain"]: row for row in load_table("domains")}


@cache
def _cues() -> dict[str, list[tuple[str, str]]]:
    """Cue words with their domains, by their first two characters, longest first."""
    by_pair: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for domain, row in domains().items():
        for cue in row["cues"].split():
            by_pair[cue[:2]].append((cue, domain))
    return {pair: sorted(cues, key=lambda cue: -len(cue[0])) for pair, cues in by_pair.items()}


@cache
def _pairs() -> re.Pattern[str]:
    """Where a cue may begin: a first character of one before a second one."""
    first, second = ({re.escape(pair[at : at + 1]) for pair in _cues()} for at in (0, 1))
    return re.compile(f"[{''.join(sorted(first))}](?=[{''.join(sorted(second))}])")


def domain_of(text: str) -> str | None:
    """The domain that most cue words of an aligned text speak for; of equal ones the first named.

    Args:
        text: A heading, sentence or section in simplified characters.

    Returns:
        A domain of lang/domains.csv, or None where no cue word stands.

    Example:
        >>> domain_of("发放低保金30.8万元，临时救助28.6万元"), domain_of("抓落实")
        ('welfare', None)
    """
    scores: dict[str, float] = {}
    cues, free = _cues(), 0
    for pair in _pairs().finditer(text):
        at = pair.start()
        for cue, domain in cues.get(text[at : at + 2], ()) if at >= free else ():
            if text.startswith(cue, at):
                scores[domain] = scores.get(domain, 0) + 1 + PER_CHARACTER * (len(cue) - 2)
                free = at + len(cue)
                break
    return max(scores, key=scores.__getitem__) if scores else None


def section_domain(heading: str | None, plain: str, start: int, end: int) -> str | None:
    """The domain of a section: that of its heading, else of the beginning of its text."""
    named = domain_of(heading) if heading else None
    return named or domain_of(plain[start : min(end, start + SAMPLED)])
