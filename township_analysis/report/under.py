"""What a heading that only names a year stands over: what was done in it, or what is planned."""

import re
from collections.abc import Sequence

from township_analysis.report.cues import YEARS_WORK, evidence
from township_analysis.report.headings import Block
from township_analysis.report.named import Named

#: A heading that is a sentence: 2020年，我镇紧紧围绕…抓好各项工作.
SENTENCE = re.compile(r"\d{4}年，[^，]{0,6}[镇乡]")
#: A heading that is a clause on the year it begins with: 2001年全镇经济保持活力，各项事业全面进步.
TOLD_OF = re.compile(r"(?:刚刚)?(?:过去的)?(?P<year>(?:19|20)\d\d)年(?!来|前|[底末]|\d{1,2}月)")
#: What lies ahead of a report: behind such a heading 2012年主要工作 is planned, too.
AHEAD = re.compile(r"(?:今后|未来)[\d一二三四五几]{0,2}年|奋斗目标")
#: So many characters tell what is done or planned.
SAMPLE = 20_000


def reports_under(plain: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether a heading such as ``2019年的工作`` stands over what was done; one that is a sentence says no other."""
    heading = blocks[number].heading
    words = (heading and heading.text) or ""
    sentence = SENTENCE.match(words)
    if not (sentence or YEARS_WORK.match(words)):
        return False
    if any(block.heading and AHEAD.search(block.heading.text or "") for block in blocks[:number]):
        return False
    done = _evidence_under(plain, blocks, number)
    return done >= 0 if sentence else done > 0


def told_under(plain: str, blocks: Sequence[Block], number: int, found: Named) -> str | None:
    """The year of a report's first heading that is a clause on it, where what stands below is told as done."""
    heading = blocks[number].heading
    first = heading is not None and heading.first and heading.style in ("cn", "chapter")
    told = TOLD_OF.match((heading and heading.text) or "") if first else None
    if told is None or "/" not in (found.plan or "/") or found.stated != told["year"]:
        return None  # the years of “十五” in 实现了“十五”计划的良好开局 are not what is told of
    return told["year"] if _evidence_under(plain, blocks, number) > 0 else None


def _evidence_under(plain: str, blocks: Sequence[Block], number: int) -> float:
    """How much what stands under a heading, up to the next of its kind, speaks for a review."""
    start, heading = blocks[number].start, blocks[number].heading
    style = heading and heading.style
    below = (block.start for block in blocks[number + 1 :] if block.heading and block.heading.style == style)
    return evidence(plain, start, min(next(below, len(plain)), start + SAMPLE))
