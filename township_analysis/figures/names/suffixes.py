"""A name made tidy, and the thing that it is about."""

import re
from functools import lru_cache

from township_analysis.figures.words import ASKED, act_pattern, alternation, strip_lead, words

#: A school or hospital and what it has: 镇中心小学有教学班.
_HAVING = re.compile(
    r"(?:(?<=[学院社厂场站校])|(?<=[务究疗生出法电]所))(?:现|共|设|建|拥)?有(?=[\u4e00-\u9fff]{2,6}\Z)"
)
_LOOSE = re.compile(
    r"\A(?:[、—\-·与的]|及(?![时格])|和(?![谐平美睦]))+"
    r"|(?:[、—\-·和与的]|(?<![涉普惠白波])及|(?<=..)(?<![高中初均平上下特优同对])等|(?<=目标)设?定为?|(?<=..)(?<![自理缘事])由)+\Z"
)
_PUNCTUATION = re.compile(r"[\s，,。；;：:!！？?|\"\n\x00\x01]+|(?<!\d)\.")
#: What is said of an insurance by who takes part in it.
_INSURED = re.compile(r"(?<=医疗|保险|医保|农合|农保)参[合保]\Z")
VERBAL_ENDS = ("受理", "排查", "调解", "化解", "办理", "检查", "整改", "接待", "征收", "拆除", "安装", "铺设")
_ENDS_IN_ACT = re.compile(rf"(?<=..)(?:{'|'.join(VERBAL_ENDS)}|签约)\Z")
#: How far a work has come is no part of what it is.
_ENDS_IN_STATE = re.compile(
    r"(?<=..)(?:在建|新?开工|竣工|完工|投产|建成|交付|新增|净增|受灾|成灾|绝收|扩容|扩面|提质|惠及|涉及|覆盖)\Z"
)
_MEASURE_TAIL = re.compile(
    r"(?:平均)?(?:总产|单产|亩产|总播种?面积?|种植总?面积|播种面积|总面积|面积|总产量|年?产量|总产值|年?产值|增加值|总收入|存栏量?|存笼|出栏量?|出笼|饲养量|(?:年|总)?收购量|年?总量|总数|(?<!用)户数|人数|次数|场数|人次|批次|总户数|人口"
    r"|长度|[总全]长|里程|占地(?:面积)?|(?<!违法)(?<!违章)建筑面积|库容|年度计划(?:总?投资)?|计划投资|完成投资|总投资|(?<!固定资产)投资|(?:完成|实现)?(?:主营业务|销售|营业)收入|(?<=[社店场厂站区业])(?:销售额|营业额|交易额)|投入资金|资金|金额|规模总量|规模|(?<=..)(?:下达|目标|年度|全年)?任务数?(?:户数|人数|面积)?"
    r"|(?<=..)(?:开票|应税)?销售|数量|个数|(?<!指)数)\Z"
)
ONE_WORD = tuple("牛羊猪马驴鸡鸭鹅鱼")
_LIVE = re.compile(
    r"(?P<year>[年总])?(?P<what>(?:出栏|存栏|出笼|存笼|圈存|存圈)(?!率|量|数|额)|产(?![仔羔犊崽驹雏值业量权品学教销地区假妇科供能]))(?P<animal>(?![增减]|规模|总量)[\u4e00-\u9fff]{1,6}(?<![场户区量]))\Z"
)
_SOWN = re.compile(r"\A种(?![植养])([\u4e00-\u9fff]{2,4})面积\Z")
#: 种植黄烟面积, as a column is headed: 黄烟种植面积.
_PLANTED = re.compile(r"\A(种植|栽植|栽种|播种)([\u4e00-\u9fff]{2,8})(?<!种植)(?<!栽植)(?<!播种)面积\Z")
#: 纳入监测户: who is on the list of those watched.
_ON_LIST = re.compile(r"\A(?:新增?)?纳入(?=监测(?:户|对象))")
_INFANTS = re.compile(r"\A(?=[男女]婴(?:人数)?\Z)")
#: 发放了补贴, 摸排出学生: the verb's end.
_VERB_END = re.compile(r"\A(?:了|出(?![栏口租让产生行入境])(?=..))")
#: Who it came in to: 乡纪委收到群众信访.
_RECEIVED = re.compile(r"\A[\u4e00-\u9fff]{2,8}?(?:收到|接到)(?=[\u4e00-\u9fff]{2})")
#: The denominator of a rate of pay.
_EACH = re.compile(r"每月每人|每(?:[人户名位亩头只村生斤吨股]|公斤)(?:每?[年月天次]|每?学期)?|[月年][人户]均")
#: 边民补助每户每年补助, without the denominator.
_TWICE = re.compile(r"(补[助贴]|奖励|工资|收入)\1\Z")
_MEAN = re.compile("[人户劳][均平](?!衡)")
#: Verbs that are the first half of a noun.
NOUN_OF_VERB = re.compile(
    r"(?:养殖|种植|加工|安置|保障|服务|生产|培训|检测|销售|灌溉|供水|注册|救助|接种)"
    r"(?:房|性|业|总值|能力|经营|项目|工程|设备|小区|基地|大?户|企业|厂|场|合作社|资料|安全|班|[员队]|点|站|车间|中心|园|区|对象|资本|机构|组织|岗位|补贴)"
    r"|(?:生产|服务|检测|检查|监测|维修|宣传|调解|打捞|储备|储藏|清运|播种|收割|接待|接访|督查|巡查|施工|收购|运输|展示|销售|分拣|烘干)"
    r"(?:线|室|店|栏|牌|厅|船|库|车(?![间辆])|机(?![制关构])|组(?!织)|队|站|点(?!位)|窗口|委员会)"
)
_LABEL = re.compile(r"【[^】]{1,12}】|\[\d{1,2}\]|\A\d{1,2}[.、．)]")  # a heading in the line, a note
ASIDE = re.compile(
    r"(?<![县市镇乡村])\([^()]*[、\x00][^()]*\)|\((?:[^()]{7,}|(?:以下)?[简统]称[^()]*|[^()]*\d(?:号|[国省县乡]道|线|路)[^()]*|下同|不?(?:含|包括)[^()]*)\)|(?<=海拔|气温|温度|雨量|水量)\([^()]*\)|\([A-Za-z]+\)"
)
#: 12个县(市、区), whose mark was masked.
_OR_TOWN = re.compile(r"(?<=[县市镇乡村])\((?:特区|街道|社区|[县市区旗州镇乡]){2,}\)")
_KIND_OF_TOWN = re.compile("特区|街道|社区|[县市区旗州镇乡]")
#: 电子、家具、食品三大产业: the sum says it.
_SUMMED_UP = re.compile(
    r"\A(?:[\u4e00-\u9fff“”]{2,8}、){2,8}[\u4e00-\u9fff“”]{2,8}?(?=[两二三四五六七八九十]大[\u4e00-\u9fff]{2})"
)
#: 镇村工业完成工业总产值, 规上企业实现利税: what was reached, without the verb.
_DONE_INSIDE = re.compile(
    r"(?:(?<=[\u4e00-\u9fff]业)|(?<=[社店场厂站区]))(?:完成|实现)(?=[\u4e00-\u9fff]{0,4}(?:产值|总值|增加值|收入|利[润税]|税|销售额|营业额|交易额)\Z)"
)
_SAID_TWICE = re.compile(r"(工业|农业|企业)(?=\1总?产值)|总(?=总[存出产])")
#: 工业投资将增加, 农户只占: an adverb between what is measured and its verb.
_ADVERB_INSIDE = re.compile(
    rf"(?=[还又也仍将只已必可应])(?<=[\u4e00-\u9fff”]{{2}})(?<![大名])(?:还|又|也|仍)?(?:将(?!军)|也|仍然?|只(?!读)|已经?|必须|可以|应[当该])+(?:要|再)?"
    rf"(?=(?:{alternation('act', 'rise', 'fall', 'light')}|占|安排))"
)
#: Why there was less of it is no part of what it is: 棉花因秋季风灾总产.
_BECAUSE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:因|由于|受)[\u4e00-\u9fff]{1,6}?(?:[风水旱雪冻虫霜雹涝]灾|灾害|干旱|洪涝|影响)(?=[\u4e00-\u9fff]{2})"
)
#: How it was reckoned is no part of what it is: 按常住人口计算的人均生产总值.
_RECKONED = re.compile(r"\A按[\u4e00-\u9fff]{2,8}(?:计算|核算|测算|统计)的?(?=[\u4e00-\u9fff]{4})")
_BEGUN = re.compile(r"\A了(?![解结却])")
#: When it was done is no part of what: 艺术团在春节期间演出.
_MEANWHILE = re.compile(
    r"在(?:[\u4e00-\u9fff]{2,6}?(?:期间|之际|前夕)|传统节日|节假日|节日|假期)(?=[\u4e00-\u9fff]{2})"
)
_DONE_TO = re.compile(r"\A((?!为)[\u4e00-\u9fff]{1,2})了(?=[\u4e00-\u9fff“]{2})(?!了解)")


_COUNTED = re.compile(r"(?:(?<!用)户数|人数|场数|次数|人次|批次|面积|金额|场次)\Z")


#: 建成一座滨河公园: one, which is not counted.
ONE_OF = re.compile(
    r"(?:\A|(?<=[建成设立办引进修了购置]))一[座所条家处栋幢口眼间个台支](?=[\u4e00-\u9fff]{2})(?!家亲|条龙|条街|条心|个中心)"
)


@lru_cache(maxsize=ASKED)
def tidy_name(name: str) -> str:
    """The name without punctuation, blanks, and brackets or quotes that are left open."""
    name = _PUNCTUATION.sub("", ASIDE.sub("", _LABEL.sub("", name))).replace("()", "")
    name = _OR_TOWN.sub(lambda towns: f"({'、'.join(_KIND_OF_TOWN.findall(towns[0]))})", name)
    name = _SUMMED_UP.sub("", _HAVING.sub("", _LOOSE.sub("", name)))
    for left, right in ("()", "“”", "《》"):
        if name.count(left) != name.count(right):
            name = name.replace(left, "").replace(right, "")
    name = ONE_OF.sub("", name) if "一" in name else name
    if "了" in name[:3]:
        name = _BEGUN.sub("", _DONE_TO.sub(r"\1", name))
    name = _ADVERB_INSIDE.sub("", _MEANWHILE.sub("", name))
    name = _RECKONED.sub("", name)
    name = _BECAUSE.sub("", name) if "因" in name or "由于" in name or "受" in name else name
    name = _SAID_TWICE.sub("", _DONE_INSIDE.sub("", name))
    if name.endswith("面积"):
        name = _PLANTED.sub(r"\2\1面积", _SOWN.sub(r"\1种植面积", name))
    name = _INFANTS.sub("出生", _ON_LIST.sub("", name))
    live = _LIVE.match(name)
    if not live:
        return name
    return f"{live['animal']}{live['year'] or ''}{live['what']}{'量' if live['what'] == '产' else ''}"


@lru_cache(maxsize=ASKED)
def subject_of(name: str) -> str:
    """The thing that a name is about: 粮食播种面积 → 粮食, 受理矛盾纠纷 → 矛盾纠纷."""
    bare = _RECEIVED.sub("", strip_lead(name).removesuffix("累计"))
    bare = bare if bare.count("“") == bare.count("”") else re.sub("[“”]", "", bare)
    bare = (
        _TWICE.sub(r"\1", _EACH.sub("", bare)).removesuffix("标准").removesuffix("售价") if _EACH.search(bare) else ""
    ) or bare
    bare = noun if "的" in bare and len(noun := bare.rpartition("的")[2]) >= 2 else bare
    behind = _VERB_END.sub("", bare[len(verb_before(bare)) :])
    kept = (
        behind.startswith(("、", "和", "及"))
        or act_pattern().match(behind)
        or _MEASURE_TAIL.fullmatch(behind)
        or behind == "收入"
    )
    bare = behind if len(behind) >= 2 and not kept else bare
    shorter = _INSURED.sub("", _ENDS_IN_STATE.sub("", _MEASURE_TAIL.sub("", bare)))
    if done := _ENDS_IN_ACT.search(shorter):
        shorter = shorter[: done.start()]
    shorter = bare if shorter.endswith("等") else shorter  # 低保、临时救助等资金
    shorter = shorter.removesuffix("最高") if len(shorter) > 3 else shorter  # 牲畜最高饲养量
    return shorter if len(shorter) >= 2 or shorter in ONE_WORD else bare


def is_rate(name: str) -> bool:
    """True for the name of a rate of pay, which is no total to go on about."""
    return bool(_EACH.search(name)) or bool(_MEAN.search(name))


def total_of(name: str) -> str:
    """What a rate is of: 低保对象每人每月标准 → 低保对象."""
    return _TWICE.sub(r"\1", re.sub(_MEAN, "", _EACH.sub("", name)).removesuffix("标准")) or name


@lru_cache(maxsize=ASKED)
def verb_before(name: str) -> str:
    """The verb that a name begins with, or ``""``: 新建 of 新建冷库, nothing of 安置房, 养殖小区, 退耕还林补助."""
    verb = None if NOUN_OF_VERB.match(name) or name.startswith(words("whole")) else act_pattern().match(name)
    return verb[0] if verb else ""


def without_counted(name: str) -> str:
    """The name without the noun of what is counted: 城市低保户数 → 城市低保."""
    return _COUNTED.sub("", name) or name
