"""The cues of lang/roles.csv, compiled: what a heading, the head of a sentence or running text says of its role."""

import re
from dataclasses import dataclass
from functools import cache

from township_analysis.lang.tables import load_table

#: A heading that announces both: the text under it decides.
BOTH = re.compile(
    r"(?:回顾|总结|情况|成效|成就|形势).*[和及与暨、].*(?:打算|计划|安排|要求|思路|任务|目标|规划|方针|建议|部署|重点)"
)
#: A heading that only names a year's work: before or after the year that the report is about.
YEARS_WORK = re.compile(
    r"^(?:关于|对)?(\d{4})年度?的?"
    r"(?:(?:重点|主要|政府|全镇|全乡|经济|发展|各项){0,3}工作)?(?:重点)?$"
)
#: A year that a heading begins with, whatever it goes on to say (2021年，我们干什么).
YEAR_FIRST = re.compile(r"(?:19|20)\d\d年")
#: A short line that tells of tasks as done: 圆满完成了年初确定的目标任务, 2001年完成的主要任务.
REACHED = re.compile(r"(?:完成|实现)(?:了|年初|既定)|(?<![要需应待须])完成的")
#: Openings are looked for at the head of a sentence only, so that a text without a full stop costs no more.
OPENING = 160
#: Every opening of problems has one of these words: looked for first, as few sentences have one.
PROBLEM = re.compile("问题|困难|不足|差距|短板|挑战|缺点|薄弱")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a sentence opens: ``whole`` for the rest of the part of the report, else for the paragraph."""

    role: str
    whole: bool


@cache
def _rows(where: str) -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    rows = (row for row in load_table("roles") if row["where"] == where)
    return tuple((row["role"], float(row["weight"] or 0), re.compile(row["cue"])) for row in rows)


def role_of_heading(heading: str, year: int | None = None, inside: str | None = None) -> str | None:
    """The role that a heading's words tell, or None.

    Args:
        heading: Aligned, without its numbering.
        year: The year that the report is about, where it is known.
        inside: The role of the section around it: what a review calls a task is one that was done.

    Example:
        >>> role_of_heading("存在的问题"), role_of_heading("2020年工作", 2019), role_of_heading("抓落实")
        ('problems', 'plan', None)
    """
    if BOTH.search(heading):
        return None
    done = inside == "review" or REACHED.search(heading)
    role = _first_match("heading", heading) or (None if done else _first_match("goal", heading))
    if role:
        return role
    named = YEARS_WORK.match(heading)
    if named and year is not None:
        return "plan" if int(named[1]) > year else "review"
    return "plan" if year is not None and YEAR_FIRST.match(heading) and int(heading[:4]) > year else None


def plans_only(title: str | None) -> bool:
    """Whether a title names a plan and nothing that is looked back on.

    Example:
        >>> plans_only("竹林镇2020年工作计划"), plans_only("竹林镇2019年工作总结及2020年工作计划")
        (True, False)
    """
    return bool(title) and role_of_heading(title or "") == "plan"


def hint_of_heading(heading: str) -> str | None:
    """The role that a heading suggests where the section around it tells none.

    Example:
        >>> hint_of_heading("脱贫攻坚成效显著")
        'review'
    """
    return None if BOTH.search(heading) else _first_match("hint", heading)


def _first_match(where: str, text: str) -> str | None:
    return next((role for role, _, cue in _rows(where) if cue.search(text)), None)


def role_of_part(line: str) -> str | None:
    """The role of a short line that heads a whole part of a report, or None where it is no such line."""
    if BOTH.search(line):
        return None
    return _first_match("part", line)


@cache
def _openings(problems: bool) -> tuple[re.Pattern[str], tuple[Opening, ...]]:
    """The openings of problems, or all others, as one expression, a group each, in order; and what each opens."""
    rows = [row for row in _rows("opening") if (row[0] == "problems") == problems]
    joined = "|".join(f"(?P<opening{number}>{cue.pattern})" for number, (_, _, cue) in enumerate(rows))
    return re.compile(joined), tuple(Opening(role, weight == 2) for role, weight, _ in rows)


def opening_of(sentence: str) -> Opening | None:
    """What the first words of an aligned sentence open.

    Example:
        >>> opening_of("在看到成绩的同时，我们也清醒地认识到还存在不少困难").role
        'problems'
    """
    head = sentence[:OPENING]
    for problems in (True, False) if PROBLEM.search(head) else (False,):
        pattern, openings = _openings(problems)
        if found := pattern.match(head):
            return openings[int((found.lastgroup or "").removeprefix("opening"))]
    return None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, float]]:
    """All content words as one expression, the longest first, and the evidence of each: positive for a review."""
    weights = {
        row["cue"]: float(row["weight"]) * (-1 if row["role"] == "plan" else 1)
        for row in load_table("roles")
        if row["where"] == "word"
    }
    words = sorted(weights, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), weights


def evidence(plain: str, start: int, end: int) -> float:
    """How much the words of a stretch speak for a review (positive) or a plan (negative), as log odds.

    Example:
        >>> evidence("累计完成了3处", 0, 7) > 0 > evidence("要继续加强", 0, 5)
        True
    """
    pattern, weights = _words()
    return sum(weights[match[0]] for match in pattern.finditer(plain, start, end))
