"""What an identity rests on, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from township_analysis.places.gazetteer import EDITION, full_name, regions, townships

if TYPE_CHECKING:
    from township_analysis.places.scoring import Candidate

VILLAGES_SHOWN, OTHERS_SHOWN = 5, 3
SAID = {
    "连写": "名前写明{0}",
    "页首": "页首写明{0}",
    "地名": "文中提到{0}",
    "边界": "文中说到{0}边界",
    "层级": "行文对上称{0}，层级相符",
    "自称": "自称{0}",
    "邻近": "文中提到同县的{0}",
}
REGION_CLUES = ("县名", "市名", "省名", "偶及")


@dataclass(frozen=True)
class Case:
    """What an answer is about.

    Attributes:
        name: The township's name as the report has it.
        where: Where it stands: 标题, 来源, 页首, 落款, 开头 or 正文.
        bearers: The townships so called, the likeliest first.
        rival: A township of another name whose villages the text names.
        county: The county before the name that has no township so called in the edition, or "".
        successors: Rows of townships of that county that bear the stem.
    """

    name: str
    where: str
    bearers: list[Candidate]
    rival: Candidate | None = None
    county: str = ""
    successors: list[int] = field(default_factory=list)


def sentence(case: Case, chosen: Candidate | None) -> str:
    """The evidence for the township chosen, or the reason why none is, in a Chinese sentence."""
    said = [f"{case.where}写明“{case.name}”" if case.where != "正文" else f"正文称“{case.name}”"] if case.name else []
    if chosen:
        said += _for(chosen)
        others = [candidate for candidate in case.bearers if candidate is not chosen]
        return f"{'；'.join(said)}；{EDITION}年版区划中为{full_name(chosen.row)}{_others(others)}。"
    return f"{'；'.join([*said, *_against(case)])}，故不给代码。"


def _for(candidate: Candidate) -> list[str]:
    clues = {clue: words for clue, words in candidate.clues.items() if clue not in REGION_CLUES}
    regions = [word for clue in REGION_CLUES for word in candidate.clues.get(clue, ())]
    if regions:
        clues["地名"] = regions
    said = [SAID[clue].format("、".join(dict.fromkeys(words))) for clue, words in clues.items()]
    villages = sorted(candidate.villages, key=lambda stem: -candidate.villages[stem])
    if villages:
        more = "等" if len(villages) > VILLAGES_SHOWN else ""
        said.insert(0, f"所提村、社区中{'、'.join(villages[:VILLAGES_SHOWN])}{more}{len(villages)}个在其名下")
    return said


def _others(others: list[Candidate]) -> str:
    if not others:
        return ""
    shown = "、".join(_with_code(candidate.row) for candidate in others[:OTHERS_SHOWN])
    return f"；同名或相近的还有{shown}{'等' if len(others) > OTHERS_SHOWN else ''}，依据不及"


def _against(case: Case) -> list[str]:
    said = []
    if not case.bearers or case.county:
        within = regions()[case.county].name if case.county else ""
        said.append(f"{EDITION}年版区划代码中{within}没有此名，可能已撤并或更名")
    elif not case.rival:
        said.append(f"{EDITION}年版中这样叫的有{_several(case.bearers)}，依据不足以断定")
    if case.successors:
        said.append(f"同县现有{'、'.join(map(_with_code, case.successors))}")
    if case.rival:
        said.append(f"所提的{'、'.join(list(case.rival.villages)[:VILLAGES_SHOWN])}现属{_with_code(case.rival.row)}")
    return said


def _several(bearers: list[Candidate]) -> str:
    shown = "、".join(_with_code(candidate.row) for candidate in bearers[:OTHERS_SHOWN])
    return f"{shown}等{len(bearers)}处" if len(bearers) > OTHERS_SHOWN else shown


def _with_code(row: int) -> str:
    return f"{full_name(row)}（{townships().codes[row]}）"
