"""A verb said once, before the first of a list: 新建农贸市场1个、公厕3座; 淘汰炼铁产能20万吨、水泥产能30万吨."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.names.suffixes import subject_of, verb_before
from township_analysis.figures.words import alternation, is_aspect

#: Verbs by which there is one more, or one less: without them the name would be of all there are.
_MAKES = re.compile(
    r"新|打|挖|凿|修[建筑]|建成|架设|改[建造]|扩[建种]|重建|兴建|启动|淘汰|退出|关[停闭]|取[缔消]|引进|招引|获[评批]|荣获|评选|表彰|治理|修复|拆除|推广"
    r"|创建|培育|栽[植种]|铺设|购置|添置|配备|安装|清[理运]|疏浚|硬化|整[治修]|维修|检修|冲[毁垮走]|损[毁坏]|毁坏"
)
#: What one verb is done to in different units: 整治水库6座、干渠15公里.
_THINGS = ("count", "length", "mass", "volume", "land", "floor")
#: Money that is given with other things: 下拨救灾资金86万元、棉被200床.
_FUNDS = re.compile(r"(?:资金|款|金)\Z")
#: What came new, a clause for each class of it: 新增私营企业96户，个体工商户284户.
_NEW = re.compile(r"(?:新增|净增|新登记|新发展|新注册)(?=..)")
#: The same of what was made, and differs only in its sort: 打砖井218眼，竹井26眼.
_MADE = re.compile(r"打|挖|凿|修[建筑]|[新改扩兴]建|建成|开挖|铺设|栽[植种]|架设|购[置买]")
#: What is no noun: 注销236户.
_DEED = re.compile(r"..户数|..人数")
#: What came in and was taken up, whoever brought it.
_TAKEN_UP = re.compile(r"受理|接[到收]|收到|办理|承办|巡查|排查|摸排|上报|发现|处置|处理")
#: How disputes were settled, which are told apart by what they were about: 化解5起：土地2起.
SETTLED = re.compile(r"化解|调解|调处|解决|排除|查处|破获|整改")
_CASE = re.compile(r"(?:案件|(?:信访)?积案|隐患|事故|线索|建议|提案|纠纷|问题|信件|诉求|工单)\Z")
#: Verbs by which money is paid out, in parts too.
_PAYS = re.compile(r"发放|兑[现付]|支付|拨付|下拨|报销")
_TAKES_PART = ("参加", "参与", "参保", "解决")  # 参加医疗保险5万人，其中退休人员6000人
_LONGEST = 16  # characters of a member of a list


def with_shared_verb(figures: list[Figure], index: int, name: str) -> str:
    """The name of a member of a list with the verb that its first member has."""
    figure, before = figures[index], figures[index - 1] if index else None
    if not before or not name or len(name) > _LONGEST or not _is_member(figure, before):
        return name
    verbs = _verbs().match(before.name)
    own = bool(any_verb().match(figure.left.strip(" \x01")) or verb_before(name)) or bool(verbs and verbs[0] in name)
    own = own or is_aspect(name) or name.endswith(("种植面积", "播种面积", "人次", "金额", "资金"))
    own = own or (name.endswith("里程") and "里程" in figure.left)
    if (
        not verbs
        or own
        or not (_MAKES.match(verbs[0]) or (figure.item and verb_before(before.name)))
        or name[:2] in before.name
    ):
        return name
    figure.subject = figure.subject or subject_of(name)
    return verbs[0] + name


def with_verb_of_whole(figure: Figure, whole: Figure) -> str:
    """The name of a part with the verb of its whole: 拆除违建3000平方米，其中在建违建600平方米 is 拆除在建违建."""
    name, verb = figure.name, verb_before(whole.name)
    alike = figure.mention.unit == whole.mention.unit and figure.kind == whole.kind == "level"
    if alike and figure.rule == "before" and not figure.bracket and name.endswith("类"):
        return name + whole.subject  # 承办建议41件，其中道路交通类15件
    if (case := with_case_of_whole(figure, whole)) != name:
        return case
    own = bool(any_verb().search(name)) or is_aspect(name) or verb[:1] in name or figure.unit_kind == "land"
    own = own or (figure.unit_kind == "money" and not _PAYS.match(verb))  # 投入86万元，其中社会捐助36万元
    own = own or "或" in whole.name  # 安装固定电话或拥有移动电话的农户
    own = own or verb in ("投入", "参加", "参与")  # 投入工作人员30人，其中技术员8人
    own = own or verb in _TAKES_PART or bool(_TAKEN_UP.match(verb))
    return name if not verb or not alike or own or figure.rule != "before" or figure.bracket else verb + name


def with_case_of_whole(figure: Figure, whole: Figure) -> str:
    """The name of a part by what it was about, with the word for such cases: 化解纠纷5起：土地2起 is of 土地纠纷."""
    verb = verb_before(whole.name)
    case = _CASE.search(whole.subject) if _TAKEN_UP.match(verb) or SETTLED.match(verb) else None
    alike = figure.mention.unit == whole.mention.unit and figure.kind == whole.kind == "level"
    told = alike and figure.rule in ("before", "chain") and case and case[0][-1] not in figure.name
    return figure.name + case[0] if case and told else figure.name


def _came_new_too(figure: Figure, before: Figure) -> bool:
    """True for another class of those that came new: 新增私营企业96户，个体工商户284户."""
    again = figure.mention.unit == before.mention.unit and figure.clause - before.clause == 1
    again = again and figure.unit_kind in ("count", "household") and not _DEED.fullmatch(figure.name)
    made = _NEW.match(before.name) or (_MADE.match(before.name) and before.name[-1:] == figure.name[-1:])
    return bool(again and made) and figure.text[before.behind : figure.at].strip("，") == figure.name


def _is_member(figure: Figure, before: Figure) -> bool:
    """True for what 、 or 和 sets beside the figure before it, and no bracket, part or share of it."""
    things = figure.unit_kind in _THINGS and before.unit_kind in _THINGS
    things = things or (figure.unit_kind in _THINGS and bool(_FUNDS.search(before.name)))
    people = {figure.unit_kind, before.unit_kind} == {"household", "person"}
    alike = figure.kind == before.kind == "level" and (things or people or figure.unit_kind == before.unit_kind)
    joined = (figure.item or figure.text.endswith(("、", "和"), 0, figure.at)) and figure.clause == before.clause
    together = (joined or _came_new_too(figure, before)) and figure.bracket == before.bracket
    behind = figure.rule == before.rule == "noun"
    told = behind or (figure.rule == "before" and bool(figure.left.strip(" \x01")))
    return alike and together and told and not figure.part


@cache
def _verbs() -> re.Pattern[str]:
    """The verbs in a row that a name begins with: 新建改建 of 新建改建公路."""
    verb = (
        rf"(?:{alternation('act')}|改扩建|新改建|淘汰(?:落后)?|推广|退出|打(?=[^，]{{1,4}}井)|冲[毁垮走]|损[毁坏]|毁坏)"
    )
    return re.compile(rf"(?:{verb}|新{verb})(?:[、及和与]?(?!供[水电热气]){verb})*(?=..)")
