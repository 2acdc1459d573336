"""What is known of a scope only behind it, and the names of figures that are about a project or body alone."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.reaching import REACHES
from township_analysis.figures.names.suffixes import ASIDE, ONE_OF
from township_analysis.figures.scope.bodies import body_at, is_firm, is_one_of_many
from township_analysis.figures.scope.owners import owner_of
from township_analysis.figures.scope.regions import is_region
from township_analysis.figures.scope.scopes import is_wider
from township_analysis.figures.scope.villages import PLACE, PLACES, SETTLED, VILLAGES, is_office_or_school
from township_analysis.figures.words import act_pattern, verbs_only

_THIS = "[该此](?:项目|工程|[路桥厂园站校院])"
_BARE = re.compile(
    r"(?:工程|项目)?(?:计划|概算|已|累计|年内|完成)*(?:总投资|投资|投入资金|总?投资额|占地面积|占地|[全总]?长|宽|总?建筑面积|"
    r"面积|长度|里程|日处理能力|年产值|产值|总库容|装机容量|年?(?:税收|利税|利润|销售收入|营业收入))"
)
#: A work called by its kind, before what is measured of it: 道路全长.
_KIND = re.compile(r"(?:公路|道路|大?桥|水?渠|渠道|隧道|水库|管道|工程|项目)(?:全线|主体)?")
#: What was done to a body, which a name that is long enough goes without.
_WORKS_END = re.compile(r"(?:易地|异地)?(?:新建|扩建|改建|改扩建|迁建|改造|提升|建设)+(?:项目|工程)\Z")
_MAKER = re.compile(r"(?:项目|工程|公司|厂|企业|集团)\Z")
#: Words that the name of a firm's measure goes without: 恒宇集团实现销售收入.
_BROUGHT_ABOUT = re.compile(
    r"\A(?:预计|累计|共|已|可|年内|就)*(?:实现|完成|达到?|拥有|现有|共有|设有|有)(?=[\u4e00-\u9fff]{2})"
)
#: What a work or firm makes of things, which a row with the work in its scope says without it.
_MADE = re.compile(
    r"新[建修打挖植铺架栽]|新增(?=学位|床位|泊位|车位|停车)|修[建缮筑复]|整治|建[成设](?!任务|规模|工期)|铺设|安装|栽[植种]|清[理淤除]|衬砌|硬化|更[换新]|[架埋敷]设|平整|加固|改造|疏浚|绿化|增添|添置|购置|购进"
)
#: What a body is, before its name: 最大的一家企业某某公司, 渡改桥项目某某大桥.
_PRESENTED = re.compile(r"(?:企业|项目|安置[房点]|——|主峰|空间|[是在])\Z")
#: 石门嘎查有牧户87户: what a village has.
_HAS = re.compile(r"\A(?:现|共|拥)?有(?=..)(?!机|色|关|线)")
_MEASURED = ("mass", "money", "volume", "energy", "land")
#: A road by its two ends.
_TWO_ENDS = re.compile("[至到—-].*[路道渠线管]")
_GOES_ON = tuple("至到及和与、")
_MEAN_OF_VILLAGES = re.compile(r"\A(?:村均|村平|平均每村)")
_NOUN = 2  # characters of what was made
_LONG_NAME = 10
_SAME = 4  # characters of a body that tell that a name has it already


def settle_scopes(figures: list[Figure]) -> None:
    """What is only known from the figures behind: 总投资236万元、全长12.4公里的某某公路 is two of one road.

    A figure of a project that is named by a bare measure gets the project's name: 总投资 is 某某公路总投资.
    """
    for figure, behind in zip(figures[-2::-1], figures[:0:-1], strict=False):
        linked = (
            behind.right.startswith("的")
            and not figure.right.startswith("的")
            and not figure.right.removesuffix(behind.left).strip("、 ")
            and behind.clause - figure.clause <= 1
        )
        paid = figure.name.removesuffix("投资") if behind.clause - figure.clause <= 1 and not figure.scope else ""
        if _TWO_ENDS.search(behind.scope) and paid and behind.scope.endswith(paid):
            figure.scope, figure.name = behind.scope, f"{behind.scope}投资"  # 投资64万元，完成大湾至石桥7公里村级公路
        if linked and not figure.scope and _BARE.fullmatch(left_phrase(figure.left)) and not is_wider(behind.scope):
            figure.scope = behind.scope
    for index, figure in enumerate(figures):
        if figure.scope and _names_a_kind(figures, index):
            figure.name = figure.subject = figure.scope
            figure.scope = ""
        elif figure.scope and _is_one_of_a_kind(figures, index):
            figure.scope = ""
        figure.scope = figure.scope or _told_before(figures, index)
        figure.scope = ONE_OF.sub("", figure.scope) if "一" in figure.scope else figure.scope
        if PLACE.fullmatch(figure.scope) and figure.name in ("总户数", "总人口"):
            figure.name = figure.name[1:]  # 榄西村：…860户3400人
        of_village = figure.per == "village" or figure.name.startswith("村均")
        if PLACE.fullmatch(figure.scope) and of_village:  # 村均30万元，其中石门村80万元
            figure.per, figure.name = "", re.sub(r"\A(?:村均|平均每村)", "", figure.name)
        figure.name = _without_villages(figure)
        alone = figure.rule == "place" and not is_office_or_school(figure.scope)  # 老粮站37户 in a row of places
        alone = alone or _named_as_whole(figures, index)
        named = not is_wider(figure.scope) and "、" not in figure.scope and not _lives_there(figures, index)
        if named and not alone:
            body = ASIDE.sub("", figure.scope)  # 青石桥(省道S207线)拓宽工程
            own = figure.rule == "attributive" and (figure.name.startswith(body) or figure.scope not in figure.right)
            spent = own or (figure.rule == "purpose" and figure.scope not in figure.name and figure.clause)
            built = figure.rule == "purpose"  # 投资86万元兴建石英砂厂
            figure.name = figure.name if spent else _of_body(body, _own_measure(figures, index), built=built)
    for figure in figures:
        figure.scope = "" if _counts_them(figure) else owner_of(figure.scope)


def _counts_them(figure: Figure) -> bool:
    """True for how many villages in a row there are, each of which is named: 大湾、石桥两个村."""
    row = "、" in figure.scope and figure.left.rstrip("\x01等 ").endswith(figure.scope.rpartition("、")[2])
    return row and figure.mention.unit == "个" and bool(VILLAGES.match(figure.right))


def _names_a_kind(figures: list[Figure], index: int) -> bool:
    """True for the next kind of a row, and no body: 优质稻基地1.8万亩、油菜基地1.5万亩."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or not figure.item or before.scope or before.mention.unit != figure.mention.unit:
        return False
    alone = figure.left.strip("\x01 、和及与") == figure.scope
    return alone and before.name.endswith(figure.scope[-_NOUN:])


def _is_one_of_a_kind(figures: list[Figure], index: int) -> bool:
    """True for a kind of things, and no body: 棚菜小区发展到21个、暖棚1130栋."""
    figure = figures[index]
    if (
        figure.mention.unit == "个"
        and VILLAGES.match(figure.right.lstrip("\x01 "))
        and not PLACE.fullmatch(figure.scope)
    ):
        left = figure.left.strip("\x01 ，")
        return (
            figure.scope not in left and verbs_only(left) and not REACHES.search(left)
        )  # 某路完工，有34个行政村通了油路
    return any(
        one.name.endswith(figure.scope) and one.unit_kind == "count" and (one.mention.value or 0) > 1
        for one in figures[:index]
    )


def _told_before(figures: list[Figure], index: int) -> str:
    """The body that a name begins with, where a figure just before is of it or counts it as one: 镇敬老院1所，床位."""
    body = body_at(figures[index].name)
    itself = figures[index].name == body and owner_of(body) == body
    for before in figures[max(0, index - 3) : index] if body and not itself else ():
        counted = before.mention.value == 1 and before.unit_kind == "count" and before.name.endswith(body)
        if before.scope == body or (counted and not is_one_of_many(body, "", wide=True)):
            return body
    return ""


def _named_as_whole(figures: list[Figure], index: int) -> bool:
    """Give a figure that only says of whom it is the name of the total: 原煤21万吨，其中红岩煤矿12万吨."""
    figure = figures[index]
    told = figure.name.rpartition("的")[2].removesuffix("产量")
    whole = last_level(figures, index) if figure.scope and told == figure.scope else None
    if whole and PLACE.fullmatch(figure.scope) and whole.mention.unit != figure.mention.unit:
        alike = (f for f in figures[:index] if f.mention.unit == figure.mention.unit and f.kind == "level" and f.core)
        whole = [whole, *alike][-1]  # 村均15万元，10万元以上的村9个，石门村达61万元
    if (
        whole is None
        or whole.mention.unit != figure.mention.unit
        or (figure.unit_kind not in _MEASURED and not figure.part)
    ):
        return False
    figure.name, figure.subject = _MEAN_OF_VILLAGES.sub("", whole.name), whole.subject
    return True


def _without_villages(figure: Figure) -> str:
    """The name without the village of its scope: 硬化石桥、李沟村道路 is 硬化道路, 大湾村户均面积 the mean alone."""
    if PLACE.fullmatch(figure.scope) and figure.name.startswith(figure.scope):
        rest = figure.name.removeprefix(figure.scope).lstrip("的")
        if (has := _HAS.sub("", rest)) != rest:
            return has
        return figure.name if len(rest) <= _NOUN or rest.startswith(_GOES_ON) else rest
    deed = act_pattern().match(figure.name) if PLACES.fullmatch(figure.scope) else None
    verb, bare = (deed[0], figure.name[deed.end() :]) if deed else ("", figure.name)
    row = "(?:[、和与]|以?及)".join(figure.scope.split("、"))
    several = "、" in figure.scope and (PLACE.fullmatch(figure.scope.rpartition("、")[2]) or is_region(figure.scope))
    inside = re.match(rf"(?:[\u4e00-\u9fff]{{2,5}}、)*{row}的?(?=..)", bare) if deed or several else None
    return verb + bare[inside.end() :] if inside else figure.name


def _lives_there(figures: list[Figure], index: int) -> bool:
    """True for a village, and for where some of those moved live now: its name is no part of theirs."""
    figure, near = figures[index], figures[max(0, index - 1) : index + 1]
    told = any(one.rule == "place" and one.scope == figure.scope for one in near)
    return bool(PLACE.fullmatch(figure.scope) or (told and SETTLED.fullmatch(figure.scope)))


def _own_measure(figures: list[Figure], index: int) -> str:
    """The name without what it leaned on, where its own words say enough: 其中完成投资; 8600万元的某某厂."""
    figure = figures[index]
    if figure.rule == "pair" and figure.name.endswith("长度"):
        return figure.name  # 东堡、寺后两村的通村油路建成通车，分别长4.2公里…
    own = left_phrase(figure.left)
    last = own.rpartition("、")[2]
    if last != own and _BARE.fullmatch(last):
        return last  # …的甲项目、投资8000万元的乙项目
    here = figure.scope in figure.name and (figure.scope in figure.left or figure.rule == "purpose")
    stretch = index + 1 < len(figures) and figures[index + 1].rule == "stretch"
    here = here or (stretch and figure.scope[:_SAME] in figure.name)
    kind = _KIND.match(own)
    if kind and figure.name == own and _BARE.fullmatch(own, kind.end()):
        return own[kind.end() :]
    return own if _BARE.fullmatch(own) and not here else re.sub(rf"\A{_THIS}", "", figure.name)


def _of_body(scope: str, name: str, *, built: bool) -> str:
    """The name with the body that it is about: 全长 of 青石大桥 is 青石大桥全长, and 大桥全长 is, too."""
    if (at := name.find(scope)) > 0 and (name[at - 1] in "的是" or _PRESENTED.search(name[:at])):
        return name[at:]  # 兴建的某某园占地
    rest = name.removeprefix(scope)
    if is_firm(scope) and not built:
        own = _BROUGHT_ABOUT.sub("", rest)
        return own if len(own) >= _NOUN and own not in ("年产", "日产") else name  # in whose row the firm is the scope
    if _MAKER.search(scope) and (made := _MADE.match(rest)) and len(rest) - made.end() >= _NOUN:
        return rest  # 新修蓄水池, in whose row the work is the scope
    if rest != name and len(scope) > _LONG_NAME and rest and not _BARE.fullmatch(rest):
        return _WORKS_END.sub("", scope) + rest
    if scope[:3] in name:
        return name
    if len(scope) > _LONG_NAME and not _BARE.fullmatch(name):
        scope = _WORKS_END.sub("", scope)
        if len(scope) > _LONG_NAME:
            return name
    shared = next((k for k in range(min(len(scope), len(name)), 1, -1) if scope.endswith(name[:k])), 0)
    return scope + name[shared:]
