"""Which figure is a part of which: 其中, brackets, breakdowns, and what was done out of what was found."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.suffixes import ENDS_IN_PERSON, without_counted
from township_analysis.figures.words import act_pattern

_OF_WHICH = re.compile(r"其中")
_ONLY_A_GRADE = re.compile(r"\A(?P<grade>.{0,3}(?:级|类|型|籍|等|内|外|剂))(?P<tail>人次|人数|户数)?\Z")
#: What a part says of the people or things of its total, with no noun of its own.
_ONLY_WHO = re.compile(r"(?:妇女|女性|男性|少数民族|其他|其它)")
#: A class, the members of which are named by themselves: 节育措施189例(放环138例).
_CLASS = re.compile(r"(?:措施|手术|四术|疾病|传染病|病种|作物|牲畜|家畜|家禽|畜禽|特产|水果|设施|设备|车辆|物资)\Z")
_MONEY_TAIL = re.compile(r"(?:资金|投资|补助|补贴|经费|贷款)\Z")
_HAS_MONEY = re.compile(r"资金|投资|补助|补贴|经费|贷款|收入|支出|款|金|费|税|额|值|自筹|捐")
_FOUND = re.compile(r"受理|排查|发现|收集|接待|收到|摸排|检查|接收|办理|立案|患者|参加|收件|登记|上报|接访")
_DONE = re.compile(
    r"调解|化解|整改|整治|办结|解决|处理|调处|答复|消除|签约|处置|已|完成|成功|查处|回复|上示范|录取|上线|考上|达线"
)


def link_parts(figures: list[Figure], before: list[Figure]) -> None:
    """Set ``part_of`` for the figures of a sentence.

    Args:
        figures: The figures of the sentence, named.
        before: Those of the sentences before it in the same paragraph, for a sentence that begins with 其中.
    """
    total: Figure | None = None
    for index, figure in enumerate(figures):
        if figure.kind != "level" or not figure.core:
            continue
        between = _between(figures, index)
        if _OF_WHICH.search(between):
            total = _total(figures[:index] or before, figure)
        elif figure.bracket and index and not figures[index - 1].bracket:
            total = figures[index - 1] if figures[index - 1].kind == "level" else None
        elif total is not None and not _continues(figures, index, total, between):
            total = None
        if total is not None:
            figure.name = _part_name(figure, total)
        figure.part_of = total or _done_out_of(figures, index) or figure.part_of
    _link_sums(figures)


def _part_name(figure: Figure, total: Figure) -> str:
    """The name of a part that says only which: 省级2个 of 重点项目 is 省级重点项目."""
    grade = _ONLY_A_GRADE.match(figure.name)
    if grade and total.subject not in figure.name:
        return grade["grade"] + total.subject + (grade["tail"] or "")
    alike = figure.mention.unit == total.mention.unit or figure.unit_kind == total.unit_kind
    if alike and _ONLY_WHO.fullmatch(without_counted(figure.name)):
        return without_counted(figure.name) + total.subject
    same = (
        figure.bracket
        and figure.unit_kind == total.unit_kind
        and figure.unit_kind in ("count", "event", "household", "person")
    )
    if same and _CLASS.search(total.subject):
        return figure.name
    if (
        same
        and len(total.subject) <= 8
        and figure.name[-1:] != total.subject[-1:]
        and not set(figure.name) & set(total.subject)
    ):
        which = without_counted(figure.name)
        done = figure.unit_kind == "person" and not ENDS_IN_PERSON.search(total.subject)
        return f"{total.subject}{which}人数" if done else which + total.subject
    money = _MONEY_TAIL.search(total.name)
    if figure.unit_kind == total.unit_kind == "money" and money and not _HAS_MONEY.search(figure.name):
        return figure.name + money[0]
    return figure.name


def _between(figures: list[Figure], index: int) -> str:
    """The words from the figure before."""
    figure = figures[index]
    return figure.before if not index else figure.before[-(figure.mention.start - figures[index - 1].mention.end) :]


def _total(earlier: list[Figure], here: Figure) -> Figure | None:
    """The last figure before 其中 that is no part itself, of the same unit where there is one."""
    levels = [f for f in earlier if f.kind == "level" and f.core and f.part_of is None]
    same = [f for f in levels if f.mention.unit == here.mention.unit or f.unit_kind == here.unit_kind]
    return (same or levels)[-1] if levels else None


def _continues(figures: list[Figure], index: int, total: Figure, between: str) -> bool:
    """Parts go on while the unit stays the total's, no new clause with a verb begins, and they do not pass it."""
    here = figures[index]
    if here.unit_kind != total.unit_kind or here.bracket != figures[index - 1].bracket or "；" in between:
        return False
    if "，" in between and act_pattern().match(here.left) and not act_pattern().match(figures[index - 1].left):
        return False
    return here.mention.value is None or total.mention.value is None or here.mention.value <= total.mention.value


def _done_out_of(figures: list[Figure], index: int) -> Figure | None:
    """53 settled of 62 received, in the next clause, of the same thing."""
    here = figures[index]
    if not index:
        return None
    found = figures[index - 1]
    alike = found.mention.unit == here.mention.unit or found.unit_kind == here.unit_kind != "count"
    fits = (
        here.mention.value is not None and found.mention.value is not None and here.mention.value <= found.mention.value
    )
    if not alike or not fits or found.kind != "level" or here.clause - found.clause > 1:
        return None
    done = _DONE.search(here.left) and _FOUND.search(found.name + found.left)
    return found if done else None


def _link_sums(figures: list[Figure]) -> None:
    """A breakdown without 其中: two or more figures behind a total that add up to it."""
    for index, total in enumerate(figures):
        if total.kind != "level" or not total.core or not total.mention.value or total.mention.value < 3:
            continue
        parts = _adding_up(figures[index + 1 :], total)
        for part in parts:
            part.part_of = part.part_of or total
            if part.unit_kind != total.unit_kind and total.subject not in part.name:
                part.name = total.subject + part.name
            part.name = _part_name(part, total)


def _adding_up(behind: list[Figure], total: Figure) -> list[Figure]:
    """The figures directly behind a total whose sum is the total's value; empty where there are none."""
    added, parts = 0.0, []
    for figure in behind:
        if figure.kind != "level" or figure.mention.value is None or figure.part_of not in (None, total):
            break
        added += figure.mention.value
        parts.append(figure)
        if added >= (total.mention.value or 0):
            break
    return parts if len(parts) > 1 and abs(added - (total.mention.value or 0)) < 1e-6 * added else []
