"""The noun behind a number, and the predicate behind that."""

import re
from functools import cache, lru_cache

from township_analysis.figures.names.doers import OF_NOUN, doer_and_deed
from township_analysis.figures.names.suffixes import NOUN_OF_VERB
from township_analysis.figures.words import ASKED, act_pattern, alternation, either, strip_lead, verbs_only, words

#: Verbs as well, but alone behind a sum the noun of it: 安排3亿元投资.
_MONEY = ("投资", "贷款", "补助", "补贴", "奖励", "捐款", "补偿")
#: A state before one of these is the first half of a noun: 创业街区, 就业岗位.
_OF_STATE = r"街区|园|企业|人员|者|项目|基地|孵化|团队|大赛|户|率|岗位|车间|平台|中心|工坊|驿站|示范|村(?!民|庄|容)"
#: 集种植、加工、销售于一体的: what all a thing is, before its noun.
ALL_IN_ONE = re.compile(r"(?:一[家个座处])?集[^，。；]{2,30}?(?:于|为)一体的")
_NOUN_END = re.compile(
    r"(?:项目|基地|班|点|站|车间|工程|机制|户|区|厂|场|池|员|队|队伍|所|中心|园|社|房|路|桥|渠|设施|设备|平台|体系|制度|活动|任务|举措|政策|事项|办法|清单|资金|补贴|合作社|企业|公司|产业|产品|品牌|对象|干部"
    r"|人才|群众|学生|建设|措施|意见|建议|方案|问题|线索|隐患|单位|部门|机构)(?:[、和及与，]|进行|\Z)"
)
#: A verb that says what kind of place it is: 5个整治村.
_WORKED_PLACE = re.compile(r"(?:整治|帮扶|搬迁|推广|改造|培育|联系)[村户点](?![容庄级居])")
#: 216个在建重点项目完成投资: how far works are, before what was invested in them.
_WORKS_ON = re.compile(
    r"(?:在建|续建|新开工|拟建|签约)[\u4e00-\u9fff]{0,6}?(?:项目|工程)(?:\x01|[年本]度|累计|已|共|全部|均|未能?|尚|仍|没有|无法|正在|即将)*(?:完成|实现|总?投资|竣工|投产|开工)"
)
_OF_MODIFIED = re.compile(r"(?:有|具有|符合|具备|用于|建在|位于|[尚仍还]?未)[^，。；]*的[\u4e00-\u9fff]{2,}")
_ADMIN = re.compile(
    r"(?:[县市镇乡]\([县市区旗镇乡特街道社\x00、]+\)|行政村|自然村|贫困村|脱贫村|薄弱村|重点村|村\(居\)|村\(社区\)|村居\(社区\)|村居|村委会|村公所|村民委员会|居民委员会|村民小?组|村小组|居民小?组|生产大?队|牧业社|农业社|合作组|居委会|大队|管理区|自然屯|自然寨|自然庄|村|社区|屯|嘎查|寨|乡镇街道|乡镇|镇街|乡|镇|街道|组|社(?=[、，0-9一二三四五六七八九十]|\Z)|队(?=[、，0-9]|\Z)|县市区?|市县|区县|县区|县|市|区"
    r"|省)(?!道(?!路)|[级干民集庄委企部镇校史容规貌办务医里场])"
)
#: What is done with a thing, as a noun behind it: 127亩示范园的管理力度.
WORK_ON = re.compile(
    r"(?:(?:日常|精细化|综合|除险)?(?:管理|管护|养护|建设|改造|整治|修复|维修|修缮|加固|清淤|(?:设备)?安装|(?:设备)?采购|选址|更换|采购|验收|(?:设备|技术)?更新|技改|检查核定|检查|核定|检修|检测|(?:综合|配套)?改革|评审|申报|认定"
    r"|帮扶|救助|慰问|救治|管控|[\u4e00-\u9fff]{0,2}(?:踏勘|审批|环评|可研|编制|设计|评估|招标|招投标|勘[察测界]|测绘|报批|备案|公示|调查|核查|核实|摸排|复核|监测|整改|确权|发证|建档|预审))(?:等?前期)?(?:力度|工作|任务)?|[\u4e00-\u9fff]{0,2}力度|(?:(?![和及与])[\u4e00-\u9fff]){2,6}(?<!试点)工作|目标|任务)"
)
_MODIFIER = re.compile(r"[\u4e00-\u9fff“”、]{1,16}?的(?=[\u4e00-\u9fff“]{2})")
#: A figure before one of these is one of several, and the predicate is not its own.
_JOINED = tuple("、，和及(")
_SHORT, _LONG = 10, 14  # characters of a state, or of a verb with its object, that still goes into a name
#: 通了硬化路, 安装了路灯.
_PAST = re.compile(r"\A([\u4e00-\u9fff]{1,2})了(?![解结])(?=.)")
#: What has become of those counted, by no verb that is known: 已销号, 均已解除隔离, 尚未移交.
_BECOME = re.compile(
    r"(?:[均都现]|全部|目前)*(?:已经?(?!婚)|(?P<not>(?:尚|仍|还)未)|(?P<soon>即将))(?:全部|成功|顺利)?(?P<deed>[\u4e00-\u9fff]{2,5})"
)

#: 43名学生可享受补助: what stands between those counted and what they do.
_WILL = re.compile(r"(?<=[生民员户人工者村])(?:可以?|均|都|已|将|能够?|仍|正|尚)+\Z")


@lru_cache(maxsize=ASKED)
def begins_noun(behind: str) -> bool:
    """True where a noun stands directly behind a number."""
    if not behind:
        return False
    if behind.startswith("的") or _OF_MODIFIED.match(behind) or _WORKS_ON.match(behind):
        return True
    clause = re.split(r"[，。；：、\n—―-]", behind)[0]
    if clause in _MONEY:
        return True
    if behind.startswith("用于"):
        return False
    if verbs_only(clause):
        return clause.endswith("办事处")
    if act_pattern().match(behind) and (not NOUN_OF_VERB.match(behind) or behind.startswith("生产能力")):
        return bool(_WORKED_PLACE.match(behind)) or bool(_NOUN_END.search(behind))
    return not _no_noun().match(behind)


#: What each of those counted has: 436户受灾户户均得到赔款4200元.
EACH = re.compile(r"(?P<noun>[\u4e00-\u9fff]{1,10}?[户人民员者工村])(?P<rest>[户人村]均.*)")


@lru_cache(maxsize=ASKED)
def split_predicate(behind: str) -> tuple[str, str]:
    """The noun behind a number and the predicate behind that.

    >>> split_predicate("初中毕业生参加中考"), split_predicate("有实力的龙头企业落户")
    (('初中毕业生', '参加中考'), ('龙头企业', '落户'))
    """
    behind = ALL_IN_ONE.sub("", behind.lstrip("的\x01 "), count=1)
    if each := EACH.match(behind):
        return each["noun"], each["rest"]
    modifier = _MODIFIER.match(behind)
    if modifier and not _ADMIN.match(behind) and not _predicate().search(behind, 2, modifier.end()):
        inner, predicate = split_predicate(behind[modifier.end() :])
        if len(modifier[0]) > 2 and WORK_ON.fullmatch(inner):
            return modifier[0][:-1], inner + predicate
        if len(inner) >= 2:
            return inner, predicate
    found = next((m for m in _predicate().finditer(behind, 1 + behind.startswith("新"))), None)  # 新开工项目
    known = doer_and_deed(behind)
    if known and (found is None or len(known[0]) <= found.start()):
        return known
    return (_WILL.sub("", behind[: found.start()]), behind[found.start() :]) if found else (behind, "")


def admin_noun(behind: str) -> str:
    """A village, group or the like at the head of a phrase: 村串户路硬化 → 村; ``""`` where there is none."""
    found = _ADMIN.match(behind)
    return found[0] if found else ""


@lru_cache(maxsize=ASKED)
def predicate_of(behind: str) -> str:
    """A short predicate behind a number: 人全部参保 → 参保; ``""`` where there is none."""
    bare = strip_lead(_own_clause(behind))
    states = _states().match(bare)
    return bare if states and states.end() == len(bare) and len(bare) <= _SHORT else ""


@lru_cache(maxsize=ASKED)
def verb_behind(behind: str) -> str:
    """A verb and its object behind a number: 312人次报销医药费 → 报销医药费; ``""`` where there is none."""
    bare = _PAST.sub(r"\1", _own_clause(behind))
    if state := predicate_of(bare):
        return state
    if _deeds().match(bare) and 2 <= len(bare) <= _LONG:
        return bare
    become = _BECOME.fullmatch(re.split(r"[，。；：、\n)]", behind.strip("\x01 "))[0]) if bare else None
    return (become["soon"] or "未" * bool(become["not"])) + become["deed"] if become else ""


def _own_clause(behind: str) -> str:
    """The rest of the clause behind a number, ``""`` where another member of a list follows it."""
    return (
        "" if behind[:1] in _JOINED else re.split(r"[，。；：、\n]|\x00|(?<=..)或", strip_lead(behind, light=False))[0]
    )


@cache
def _states() -> re.Pattern[str]:
    """What has become of those counted, or has not: 参保, 尚未完工."""
    return re.compile(rf"{alternation('state')}|(?:尚未|未|没有|没)(?:{alternation('state', 'act', 'does')})")


@cache
def _deeds() -> re.Pattern[str]:
    """Verbs that persons or things counted do: 取得证书, 升级改造."""
    opens = either(word for word in words("opens") if len(word) > 1 and "(" not in word)
    return re.compile(
        rf"{act_pattern().pattern}|{alternation('does')}|(?!全部|已经|正在|以及|合计|共计|总计|平均)(?:{opens})"
    )


@cache
def _no_noun() -> re.Pattern[str]:
    """What stands behind a number and is no noun: adverbs, particles, verbs that begin a predicate."""
    marks = r"中(?:已|现|尚|仍|还)?有|[尚仍还]未|即将|以上|以下|以内|左右|的|和(?![谐平美睦])|及|、|[，。；：()\x00]|\Z"
    marks += "|同比|比|增|减|[降升][到至为]|其中|[通用喝住吃走过搬安装修架建办养种领](?:上|起|进)?了(?![解结])"
    state = f"(?:{alternation('state')})(?!{_OF_STATE})"
    return re.compile(f"(?:{alternation('opens')}|{state}|{marks})")


@cache
def _predicate() -> re.Pattern[str]:
    """Where a predicate begins behind a noun: an adverb and verb, a strong verb, or a state at the very end."""
    opens = either(word for word in words("opens") if len(word) > 1 and "(" not in word)
    how = either(word for word in words("how") if len(word) > 1)
    done = rf"(?:{how})(?=(?:推进|实施|开展|落实|{alternation('state', 'does')})(?!{OF_NOUN}))"
    named = "(?!基本(?:医|养老|公共|农田|草原|工资|药物|口粮|生活))"
    return re.compile(rf"{named}(?:{opens}|{alternation('splits')}|{done})|(?:{alternation('state')})\Z")
