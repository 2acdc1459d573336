"""For whom or where a figure holds, where it is not the township as a whole."""

import re

from township_analysis.figures.core import YEARLY
from township_analysis.figures.model import Figure
from township_analysis.figures.names.moving import PLACES
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import ALL_IN_ONE, begins_noun, split_predicate
from township_analysis.figures.scope.bodies import (
    body_at,
    headed_by,
    is_one_of_many,
    more_of_it,
)
from township_analysis.figures.scope.regions import region_at
from township_analysis.figures.scope.sites import BY_MEANS
from township_analysis.figures.scope.villages import FOR, GENERIC, OURS, place_alone, village_named, village_of
from township_analysis.figures.scope.works import building_of, object_of, tells_of, worked_on
from township_analysis.figures.words import act_pattern, strip_lead, strip_link, verbs_only

INVESTED = re.compile(r"(?:投资|引进(?:外来|省外|市外|县外)?资金|引资)(?:额|近|约|达|为|超|了|\x01|\s)*\Z")
#: What came about with a work, behind its name: 滨河风景道全线贯通.
_CAME_ABOUT = re.compile(
    r"(?<=..)(?:全[线面程部]|如期|正式|顺利|基本|主体|[已均将]|正在|建成|贯通|通车|竣工|完工|开工|投[产用入])"
)
_SIZED = re.compile(r"(?:全长|总长|总库容|总装机)(?:近|约|达|为|超|了|\x01|\s)*\Z")
_NO_NAME = re.compile(r"项目|工程|\d|(?:整理|建设|改造|治理|整治|修复|养殖|种植|加工|硬化|维修|绿化)\Z")
_NEXT_INVESTED = re.compile(r"[、和](?=(?:总|计划)?投资)")
_CLAUSE = re.compile(r"，?([^，。；：]*)")
#: A count behind a name that says how many there are of it: 幼儿园2所, and not 产业园3栋厂房, nor the one that a name
#: alone tells: 青山敬老院1所.
_COUNTS = re.compile(
    r"(?![1一][栋幢座所个处家](?![\u4e00-\u9fff]))[\d一二两三四五六七八九十几多余]+[\u4e00-\u9fff](?:[，。；、()]|\Z)"
)
#: How many there are of a kind, behind what looks like a name: 石河堰4处.
_OF_KIND = re.compile(r"[\d一二两三四五六七八九十几多余]+[处座口条所个家眼道台孔](?:[，。；、()]|\Z)")
_OF = re.compile(
    r"[\x00\x01 ]*(?:完成|的|兴建的?|建成|修建|新建|扩建|迁建|改建|改造|翻新|修缮|整修|维修"
    r"|重建|实施|建设|打造|启动)[了的]?"
    r"(?:(?:全长|日处理|年产)?[\d.]+万?(?:公里|米|平方米|吨|头|羽|亩|千瓦|兆瓦)的?)?"
)
_COUNTED = frozenset("个家座所处条项")
_GROWS = re.compile(r"(?:增加|减少|达|发展|增|累计|竣工|开工|建成|落地|投产|仍有|新增|到|至|已|中|的)*")
#: What else they are called, in a bracket whose beginning is gone: 风景林场(森林公园)4个.
_KIND_TOLD = re.compile(r"\A[^()]*\)\Z")
#: What the whole place does, and no body alone: 某某大桥建成通车，新增公路里程; its own are 新增床位, 完成投资.
DONE_BY_ALL = re.compile(
    r"(?:\x01| |累计|计划|将|要|再|高质量|全年|拟|已|共)*"
    r"(?:新增(?!床位|学位|就业|产能|产值|税收|销售|泊位|库容|生产线|固定资产|劳动力"
    r"|岗位|供[水热电]|职工|用工|停车|(?:建筑|营业|使用)?面积|装机|教室|校舍|[摊铺]位)"
    r"|新开工|新改建|新建|改造|完成(?!投资|工程量|产值|营收|税收|销售|主体|总|率|征地|动迁|拆|路基|土建|土石?方|石方|渠[道系]|混凝土|砼|浇筑|砌|衬砌|防渗|[开回]挖|回填|掘进|年度|任务)|培育|引进|实施|建设|创建|安排|消除|发放|拨付|举办|推进|化解|调解|受理)"
)
#: What turns from a body: a name in quotes, all of the township or of a class, what only a whole place has.
_OF_ALL = re.compile(
    r"\A[\x01 ，]*(?:“|选择|自愿|报名|申请)|(?<![对占居列为比向使让])[全各我本][镇乡县市区旗](?!排|第|[最首前]|平均)"
    r"|街道|辖区|各[村级地部单]|(?<!有)各类|其他|所有|的[还尚仍]?有|[百千万亿]元[楼村户]"
    r"|(?:\A[\x01 ]*|[，；])(?:另外|此外)|财政(?:[总一般公共预算地方]*)收入|社会消费品零售|地区生产总值|工农业总产值"
    r"|平均气温|年降[水雨]|无霜期|行政村|自然村|贫困(?:村|发生)|适龄|义务教育|辍学|参[保合]|森林|城镇化|登记失业"
    r"|集中供养率|(?:通畅|普及|入户|满意|达标|化解|办结|受理|入学)率"
)
_SPENDS = re.compile(r"(?:投资|投入|筹资|筹措|争取|安排)(?:资金|近|约|达|超|了|\x01|\s)*\Z")
_SHORT_NAME = 3  # characters of a kind of bodies
_SHORT = 7  # characters of a clause that breaks no thread
#: A clause that only says what the body before it is: 是县级重点学校, 位于镇区东部.
_IS = re.compile(r"[\x01 ]*(?:是|位于|地处|[坐座]落|始?建于|隶属|属于?|作为|已|于|按|由)")
_ENDS_IN_VILLAGE = re.compile(r"[\u4e00-\u9fff]{2,}的(?P<name>[\u4e00-\u9fff]{2,4}(?:村|社区|嘎查))\Z")
_REACH = 200  # characters of a sentence that are read before a figure
_FAR = 24  # characters between a body and its number
_LEANS_ON = re.compile(r"[\x00\x01 ]*(?:以(?=[^，]*为)|受|依托|围绕|利用|借助|毗邻|紧邻|紧靠|对接|借鉴|学习)")
#: 石坝村达到出列标准，5个村…: of other villages.
_COUNTS_VILLAGES = re.compile(r"(?:\A|\d个?)(?:行政|自然|贫困)?(?:村|社区|嘎查)(?!民小组)")
#: What is a firm's own, and no work with a name: 恒达公司投资600万元的精密铸造生产线.
_PART_OF_FIRM = ("生产线", "车间", "厂房")
#: What parts of a work are measured and counted by: 完成青石大桥桩基36根.
_BUILT = ("length", "floor", "land", "count", "volume", "money")
_FOR_EACH = re.compile(r"[为给向]每[村户人]")
_WITHIN = re.compile(r"\A\d+(?:天|个月|个工作日|年)内?")
_NEW = re.compile("新建|发展|启动")
_DIGIT = re.compile(r"\d")
_CLAUSES = re.compile(r"[，。；：]")
_COUNTY = re.compile(r"(?:^|[，。；：、])\s*(?P<name>全[县市区省国])(?![“]|两会|性)")


def _behind(figure: Figure, wide: bool) -> str:
    """The named project or body behind an attribute: 投资500万元的某某基地, 投资80万元，改造某某小学."""
    if figure.unit_kind in ("percent", "person", "household") or figure.mention.hedge.end > figure.mention.end:
        return ""
    invested = INVESTED.search(figure.left)
    clause = _CLAUSE.match(figure.after)
    whole = clause and invested and figure.right.strip() in ("", "的")
    right = ALL_IN_ONE.sub("", clause[1], count=1) if clause and whole else figure.right
    right = _NEXT_INVESTED.split(right)[0] if invested else right
    found = _OF.match(right)
    name = body_at(right[found.end() :]) if found else ""
    counted = name and right.endswith(name) and _COUNTS.match(figure.after.partition(name)[2])
    whose = bool(found and invested and "的" in found[0])  # 总投资3亿元的新能源基地 is one
    if not found or counted or (name and not whose and is_one_of_many(name, "", wide)):
        return ""
    sized = invested or _SIZED.search(figure.left)
    return name or (_object(right[found.end() :]) if sized and "的" in found[0] else "")


def _object(text: str) -> str:
    """What was invested in, where its name does not say of what kind it is: 投资300万元的某某果蔬."""
    noun = _CAME_ABOUT.split(re.split(r"[、，。；：()\x00\x01]|年产", split_predicate(text)[0])[0])[0]
    noun = noun.rstrip("及和与")
    return noun if 4 <= len(noun) <= 12 and not GENERIC.search(noun) and not _NO_NAME.search(noun) else ""


def goes_on(clause: str) -> bool:
    """True for a clause that may be about the body of the clause before: 占地80亩, 拆除房屋12户."""
    own = strip_lead(_WITHIN.sub("", clause.lstrip("\x01 ")), light=False)
    return says_more(clause) or bool(act_pattern().match(own) and not _NEW.match(own))


def turns_from(between: str) -> bool:
    """True for words behind a body that are no longer about it, but of all the township."""
    return bool(_OF_ALL.search(between))


def is_subject(scope: str, before: str) -> bool:
    """True for a body that its clause begins with, and that is no object of what was done or invested."""
    head, named, behind = before.rpartition(scope)
    head = re.split("[，。；：]", head)[-1].lstrip("\x00\x01 ")
    whose = head.endswith("的") and not act_pattern().match(head) and not behind.startswith("，")
    return bool(named) and (whose or not strip_lead(OURS.sub("", FOR.sub("", head)).lstrip("“"), light=False))


def says_more(clause: str) -> bool:
    """True for a clause that measures the body of the clause before: 占地80亩, 年产值600万元."""
    whole = _WITHIN.sub("", clause.lstrip("\x01 "))
    return bool(more_of_it().match(whole) or more_of_it().match(strip_lead(whole, light=False)))


def is_wider(scope: str) -> bool:
    """True for the township, a county or more, and per head: no named body."""
    return not scope or scope.startswith(("per-", "全"))


def _heading(figure: Figure, clause: str, wide: bool) -> str:
    """The body that a figure's own clause begins with, where the rest says what of it is measured."""
    name, rest = headed_by(clause)
    if not name or BY_MEANS.match(clause) or is_one_of_many(name, rest, wide):
        return ""
    measure = strip_link(_KIND_TOLD.sub("", rest))
    counted = (
        figure.mention.unit in _COUNTED
        and not begins_noun(figure.right)
        and (verbs_only(measure) or _GROWS.fullmatch(measure))
    )
    sized = figure.unit_kind in ("length", "floor", "land", "mass", "money", "person", "household")
    return name if len(rest) <= _FAR and not counted and (len(measure) >= 2 or sized) else ""


def _spent_in(figure: Figure) -> str:
    """The village whose work money was spent on: 投入36万元硬化大湾村通组路."""
    right = figure.right.strip("\x01 ") if figure.unit_kind == "money" and _SPENDS.search(figure.left) else ""
    deed = act_pattern().match(right)
    return village_named(_CLAUSES.split(right[deed.end() :])[0]) if deed else ""


def _topic(clauses: list[str], behind: str, wide: bool) -> str:
    """The body of an earlier clause without a figure that a figure's clause goes on about: 某站主体封顶，完成投资."""
    own = clauses[-1].lstrip("\x01 ")
    goes = bool(own) and (goes_on(own) or not wide) and not turns_from(own)
    for clause in reversed(clauses[-5:-1]):
        name, rest = ("", "") if _LEANS_ON.match(clause) or BY_MEANS.match(clause) else headed_by(clause)
        one = name and not _DIGIT.search(name) and not rest.startswith("等") and not _OF_KIND.match(rest)
        if one and not is_one_of_many(name, rest, wide):
            return name if own.startswith(name[-2:]) or (goes and not DONE_BY_ALL.match(own)) else ""
        if _DIGIT.search(clause) or _LEANS_ON.match(clause):
            return ""
        ends = _ENDS_IN_VILLAGE.search(clause) if not wide else None  # 县交通局帮扶的大湾村，今年新发展花椒600亩
        if ends and not GENERIC.search(ends["name"]):
            return ends["name"] if goes or verbs_only(own) else ""
        if not wide and (name := village_named(clause)) and is_subject(name, clause):
            others = _COUNTS_VILLAGES.match(behind) or _COUNTS_VILLAGES.search(own)
            return name if (goes or verbs_only(own)) and not others else ""
        if name := object_of(clause):
            return name if tells_of(name, clause, own, behind) else ""
        if not goes_on(clause) and len(clause) > _SHORT and not _IS.match(clause):
            return ""
    return ""


def clauses_of(figure: Figure) -> list[str]:
    """The clauses of the sentence up to a figure, the last its own."""
    return _CLAUSES.split(figure.near(_REACH))


def scope_of(figure: Figure, wide: bool) -> str:
    """Empty for the township as a whole; a named place or body; 全县; or ``per-capita`` and the like.

    Args:
        figure: The figure with its name and the words around it.
        wide: True where the report itself is about a county or more, so that 全县 is its whole.
    """
    if figure.rule == "place":
        return place_alone(figure) or left_phrase(figure.left)
    own = left_phrase(figure.left) if figure.item and figure.unit_kind in ("money", "mass") else ""
    if len(own) > _SHORT_NAME and body_at(own) == own and not is_one_of_many(own, "", wide):
        return own  # 其中恒源化工厂2.1亿元、远山水泥厂1.2亿元
    clauses = clauses_of(figure)
    left = clauses[-1]
    rate = _FOR_EACH.search(left)
    behind = _behind(figure, wide)
    inside = behind.endswith(_PART_OF_FIRM) and _heading(figure, left, wide)
    invested = behind if figure.right.startswith("的") and INVESTED.search(left) and not inside else ""
    if not rate and (name := invested or _heading(figure, left, wide) or village_named(left) or behind):
        return name
    if not wide and not rate and (name := village_named(figure.left) or _spent_in(figure)):
        return name  # 投入36万元硬化大湾村通组路2.6公里
    if places := village_of(figure):
        return places
    built = figure.unit_kind in _BUILT or YEARLY.search(left)  # 引进某某公司年产2万吨饮料项目
    body, part = ("", "") if wide or rate or not built else worked_on(left)
    if body and not is_one_of_many(body, part, wide):
        return body
    if built and not wide and (building := building_of(figure.left)):
        return building
    if region := region_at(left, wide):
        return region
    if not wide and (county := _COUNTY.search(left)) and figure.kind != "rank" and figure.mention.unit not in PLACES:
        return county["name"]
    per = figure.per
    if per in ("capita", "household", "village"):
        return f"per-{per}"
    return _topic(_CLAUSES.split(figure.near(_REACH).rpartition("；")[2]), figure.right, wide)
