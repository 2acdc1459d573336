"""Those counted with what they did to the sum or the things told next: 5个单位超预算支出接待费23.6万元."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.predicates import begins_noun, split_predicate

#: Whom an audit names, what they did wrong, and with what.
_WHO = (
    r"(?P<who>[\u4e00-\u9fff]{0,6}?(?:单位|部门|乡镇|镇街|街道|村|社区|学校|幼儿园|食堂|医院|卫生院|卫生室|企业|合作社|公司"
    r"|机构|站所|项目|干部|党员|人员|农?户))"
)
_WRONG = re.compile(
    rf"{_WHO}(?P<deed>(?:存在)?(?:超(?:预算|标准|范围|限额|进度|编制)|违[规反法]|挪用|套取|骗取|截留|坐[收支]|滞留|虚[列报增开]"
    r"|[少多][计缴列报收领付]|[欠漏]缴|拖欠|拖延|未(?:及时|按|经|将|实行|足额|纳入|入账)|无(?:预算|依据|票据|证)|擅自|私[设存分]|重复|侵占|隐瞒"
    r"|挤占|公款|账外)[\u4e00-\u9fff]{2,14})"
)
#: 3个单位将收入46.85万元坐收坐支: what was done stands behind.
_TOOK = re.compile(rf"{_WHO}[将把](?P<what>[\u4e00-\u9fff]{{2,10}})")
_DONE = re.compile(r"(?!用于|投入|作为|分配|拨付|安排)[\u4e00-\u9fff]{4,8}")
#: 126位业主回乡兴办了98家企业: what persons founded.
_FOUNDED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?P<deed>(?:(?:回乡|返乡|回村|自主)(?:创业)?)?(?:兴办|创办|领办|开办|创建|注册|兴建)(?:起|成立)?)了?"
)


def committed_names(figures: list[Figure]) -> dict[int, str]:
    """The names of those counted and of what they did: 超预算支出接待费的单位, 超预算支出接待费."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures[:-1]):
        following = figures[index + 1]
        if figure.unit_kind not in ("count", "person", "household") or not figure.right or following.item:
            continue
        if following.clause == figure.clause and figure.bracket == following.bracket and following.kind == "level":
            names |= _names_of(figure, following, index)
    return names


def _names_of(figure: Figure, following: Figure, index: int) -> dict[int, str]:
    """The names of both, ``{}`` where the words between tell of no such deed."""
    between, behind = figure.right.strip("\x01 "), following.right.strip("\x01 ")
    noun = split_predicate(behind)[0] if begins_noun(behind) else ""
    if (wrong := _WRONG.fullmatch(between)) and (noun or not behind):
        deed = wrong["deed"].removeprefix("存在") + noun
        return {index: f"{deed}的{wrong['who']}", index + 1: deed}
    if (took := _TOOK.fullmatch(between)) and following.unit_kind == "money" and _DONE.fullmatch(behind):
        return {index: f"将{took['what']}{behind}的{took['who']}", index + 1: f"{behind}的{took['what']}"}
    founded = _FOUNDED.fullmatch(between) if noun and figure.unit_kind != "count" else None
    if founded and not following.left.strip().endswith(("的", "、")):
        figure.subject = founded["who"]
        return {index: f"{founded['deed']}{noun}的{founded['who']}", index + 1: founded["deed"] + noun}
    return {}
