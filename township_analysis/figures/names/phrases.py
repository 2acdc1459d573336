"""The phrase before a number: its noun, or its verb and object."""

import re
from functools import cache, lru_cache

from township_analysis.figures.names.doers import OF_NOUN
from township_analysis.figures.words import ASKED, act_pattern, is_aspect, strip_lead, strip_link, verbs_only, words

TOPIC = 10  # characters of a noun that a bare verb can lean on
_BARE_VERB = 2  # characters behind an adverb that need the noun before it: 班列累计开行
LONG = 8  # characters of what a verb's own words may stand behind
_CUT = re.compile(
    r"(?=[对后前、全境合共总年计可已累先分各建设配拥主内现有])(?:[对后前]全[镇乡村县区市]|(?<=..)、全[镇乡县](?=[\u4e00-\u9fff]{3})|(?<=投产|投运|投用|通车|竣工|完工|开通|启用|挂牌|落成|封顶)、(?!新?(?:开工|在建|续建|竣工|完工|投产|通车))|(?<=[\u4e00-\u9fff]{2})(?:全[镇乡]|境内)(?:现|共)?有|(?<=[\u4e00-\u9fff]{2})全[镇乡](?=国土|总面积|总人口|耕地)|(?<=民族)(?:主要)?有|(?<=[灌园景库厂矿林镇]区)内?现?有|合计|共计|总共|年内再?|(?<=..)(?<!或)(?<![万千百]人)(?<![万千百]户)(?<![人户]均)共?[建设配拥]有|计划(?=完成|实施|新[建增修]|改造|投入)|(?<=..)可(?:实现|使)|(?<!公)共(?=生产)|(?<!公)共|累计|已经?+(?!婚"
    r"|故|知)|先后|分别|全年|(?<![高低快慢优]于)全部|各(?=争取|发放|补助|奖励|赠送|安排))(?=[\u4e00-\u9fff“]{2})(?!共?(?:青|产(?![出生粮茶果鱼煤蔗])|享(?!受)|同|建(?![成设起立有造房档制池])|治(?![理愈疗])|和|富|生(?!产)|商|作(?!出)|养(?![殖护猪牛羊鸡鱼蚕])|栽(?![植种])|聚(?!集)|用(?![去于工款电水])|赢(?!得)|育(?![苗秧种])|管(?![护理])|性|体|通(?![过车水电邮气])|识)|有产权)"
)
#: A clause that opens so has its verb and object behind it.
_CLAUSE_HEAD = re.compile(
    r"(?:由|通过(?!率)|配合(?!率|度|比)|会同|对|在|沿(?![海江边线街河湖])|按|以(?![上下内外])|利用|围绕|依托|与|为|给|使|向|从|因|按照|根据|把|将)[^，]"
)
#: By whom or by what means, behind what it is about: 剩余款项由养殖户购进种羊.
_BY_WAY = re.compile(r"(?:(?<![自理缘])由(?!于)|(?<!审议)通过(?!率)|依托|按照?|围绕)[^，]")
#: Who does things in such reports.
_ACTOR = re.compile(
    r"(?:政府|党委|专班|部门|公司|合作社|支部|组织|单位|学校|派出所|干部|我们|中心|期间|业主|能人|调委会|[村居]委会"
    r"|[村居]两委|司法所|财政所|[工商]会|妇联|团委|[治访政经发民城]办|办公室|工作[站队组]|服务站|红十字会|指挥部"
    r"|领导小组|法庭|网格员)\Z"
)
#: Places, times and offices, which say nothing of what was done.
_NO_DOER = re.compile(
    r"(?:[村组镇乡县市区省国]|街道|社区|国务院|委员会|群众|人员|党员|村民|居民|[上下半]年|季度?|来|中|[前后]|[项类个批轮年月]|连续|[《》])\Z|[、，“]"
)
_THIS_SEASON = re.compile(r"\A(?:今[年春夏秋冬]|去[冬秋]今春|当年|近期|先后)+")
#: Where: 大湾、石桥两村连片种植烤烟.
_PLACES = re.compile(
    r"(?:\A[^“”]*(?:[、两等]|[和与及]各)[^“”]*[村组]|沿线|两侧|等地|安置点)(?:连片|集中|相继|先后|陆续|纷纷|分别|共同|[均都也已]|全部)*\Z"
)
#: What these take is an object, which a verb that is as often a noun ends: 对地方转移支付.
_TAKES = re.compile(r"[对将把使与因从]")
#: A verb before such a word is part of a noun: 完成比例, 补贴资金, 培训班.
_OF_NOUN = re.compile(
    r"(?:率|比例|额|量|总投入|面积|里程|长度|规模|产值|总值|值(?![得班守])|收入|资金|金额|业|厅|器|物|价|权|期|型|性|链|商|数|情况|任务|投资|标准|工程|项目|工作|体系|机制|基地|中心"
    r"|站|所(?!有|在|需|得|属)|班|费|款|点|户|车间|家庭(?!农场|医生|作坊|旅馆)|对象|建设(?=完成|累计|投资))"
)
#: Likewise, behind a verb that is as often a noun.
_OF_DEED = re.compile(OF_NOUN + "|方面|水平|指数|单位|机构|场景|扶助|保障")
_AND_SUCH = re.compile(
    r"[^，]*[\u4e00-\u9fff”](?<![上中下优初高同对均特平])等(?!级|额|次|高[线度]|待|外|[^“”]*”)(?:各类|各项|各种)?(?=[\u4e00-\u9fff“]{2})"
)
#: 药材有党参、大黄等170余种: of what these are examples.
_EXAMPLES = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:主要)?有[\u4e00-\u9fff]+、[\u4e00-\u9fff、]+等")
#: By what means something was done: 通过土地整治新增耕地.
_MEANS = re.compile(
    r"(?:[全我本][镇乡村])?(?:通过|利用|依托|围绕|结合|借助)(?:(?!的)[\u4e00-\u9fff]){2,8}?(?:整治|改造|整合|项目|工程|政策|资金|平台|机遇|活动|[方形]式|途径|渠道|模式|建设)"
    r"|以[\u4e00-\u9fff“”]{2,12}的?(?:形式|方式|名义)(?:向[\u4e00-\u9fff、]{2,8}?(?=报送|发放|提供|赠送))?"
    r"|在[\u4e00-\u9fff、]{2,14}的(?:情况|形势|背景|条件|前提)下(?:[仍依]然?)?"
    r"|与[\u4e00-\u9fff]{2,10}?(?:联合|共同|合作|(?=合办|合建|联办|联建))"
    r"|(?:[镇乡村]?(?:党委|政府))?与各?[\u4e00-\u9fff、]{1,14}(?=签[订定])"
    r"|(?:围绕|结合|依托|按照)“[^”]{2,16}”(?:要求|目标|行动|活动)?"
    r"|从[^，]{2,18}?(?:方面|环节|层面|角度)(?:入手|着手|发力)?"
)
#: What was made use of, before what was done with it: 流转土地建设示范园, 组织群众清理垃圾.
_USED = re.compile(
    r"(?:流转|整合|盘活|筹集|筹措|争取|利用|引进|引入|组织|动员|发动|聘请|邀请)(?:外[地来]|本地|社会|闲置|各类|上级|广大)?"
    r"(?:土地|荒[山地坡]|资金|资源|客商|业主|能人|老板|(?:党员|干部|群众|村民|劳力|民工|专家|技术人员|志愿者)+)(?!投资|出资)"
    r"|资金(?=[修新改建硬购添])"
)
#: What was done against the law is no deed of the report: 整治非法安装遮阳伞摩托车.
_UNLAWFUL = ("非法", "违法", "违规", "违章", "私自", "擅自")
_FOR = ("", "为", "对", "给", "向")
#: Money that went into what stands before it, verb or not: 人居环境整治累计投入资金.
_SPENT = re.compile(r"(?:投入|完成|到位|下达|拨付|筹集|筹措)(?:各[类项级]|财政|专项|建设|总)*(?:资金|投资|经费)")
#: 煤炭已探明储量, 茶园已投产面积.
_FOUND = re.compile(r"(?:探明|查明|保有|投产|开发|挂果)(?:总|地质)?(?:储量|资源量|面积)")
_INVESTED = ("完成投资", "完成工程量", "完成总投资")
#: Where calls and reports come in, which is part of what came in there: 12345热线共受理工单.
_SERVICE = re.compile(r"[\u4e00-\u9fff\d“”]{0,10}(?:热线”?|举报电话|投诉电话|平台|信箱)")
_RECEIVES = re.compile(r"受理|接[到收听访]|收到|上报|转办|办理|办结|处置|派发|交办")
#: 工业园区(不包括小微园)已开发面积.
_ASIDE = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?:不?(?:含|包括|计)[^()\d]*|[鲜干原净毛皮籽折][\u4e00-\u9fff]"
    r"|(?:按|以)?\x01+年?(?:不变|可比)价格?(?:计算)?)\)"
)
#: 工农业总产值按1990年不变价计算完成: at which prices.
_AT_PRICES = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:按照?|以)(?:\x01|\d\d|年)*(?:当年|现行|不变|可比|现)价格?(?:计算|核算|口径)?(?=[\u4e00-\u9fff]|\Z)"
)
#: What most of it is, before what it is: 以养猪为主的养殖小区.
_MAINLY = re.compile(r"\A.*(?:为主[导体]?|为龙头|为核心|为代表|为重点|为支撑|为特色)的(?=[\u4e00-\u9fff“]{3})")
#: 1146户3025人中已有782户脱贫: of those before.
_AMONG_THEM = re.compile(r"\A中(?=(?:已|现|尚|仍|还)?有)")
#: [概况]全市辖5个镇: the head of the paragraph.
_LABELLED = re.compile(r"\A[^\[\]]{0,4}\[[\u4e00-\u9fff]{2,8}\]")
_MEAN = re.compile(r"的?((?:年|月)?(?:人均|户均|亩均|村均|人平|户平))")
_THOSE_AMONG = re.compile(r"(?<=[\u4e00-\u9fff][村区户人业目校])[当之]?中\Z")
#: What was to be done, behind the year that it was set for: 农村改厕全年任务860户.
_AIM = re.compile(r"(?:目标|工作)?(?:任务|计划|指标|目标)数?")
#: 村由2019年的14个优化为9个.
_OF_ONE_WORD = re.compile(r"[，\x00 ]*[村镇乡县组社屯][由从]")
#: How long something took, before what was done.
_DURATION = re.compile(r"\A(?:历时|用时|耗时|仅用|用)?\d+(?:天|年|个月|小时|个工作日)内?")
#: 科技在农业生产中的贡献份额: whose, and what of it.
_WITHIN = re.compile(
    r"(?:使|让)?(?P<who>[\u4e00-\u9fff]{2,6})在[\u4e00-\u9fff]{2,12}中(?:的|所占的?)(?P<what>[\u4e00-\u9fff]{2,6})"
)
#: 在人居环境整治中投入经费: what was spent, and on what.
_IN_WORK = re.compile(
    r"(?:.*在)?(?P<work>[\u4e00-\u9fff]{2,8}(?:整治|改造|建设|治理|创建))(?:工作)?中(?P<spent>(?:累计|共)?投入[\u4e00-\u9fff]{0,4})"
)
#: 对超市、学校等重点地段进行安全检查.
_TO_SUCH = re.compile(
    r"\A[\u4e00-\u9fff]{0,6}?(?:地段|场所|部位|领域|区域|行业|单位|路段|点位|环节|地点)(?:进行|开展|实施)了?(?=[\u4e00-\u9fff]{2})"
)
#: 按每人180元标准共代缴: what was paid at that rate.
_AT_THE_RATE = re.compile(r"\A标准(?=(?:共|累计)?(?:代缴|缴纳|发放|补助|补贴|兑[现付]|奖励))")
#: 新引进了入驻园区的某某塑胶项目投资: what was brought in, and nothing of how.
_INVESTMENT = ("投资", "注册资本", "注册资金")
_BROUGHT_IN = re.compile(r"\A新?(?:引进|招引|签约)了?[^，。；]*的(?=[\u4e00-\u9fff“”]{6,}\Z)")
#: 项目 alone says too little: 争取项目.
_LIST_OF = re.compile(
    r"[^，]{4,}、[^，]{2,}(?<![上中下优初高同对均特平])等(?:各类|各项|一批)?(?P<kind>[\u4e00-\u9fff]{2,4})"
)
#: Sums that only their list tells apart: 发放低保金、临时救助等资金.
_SUMS = ("资金", "经费", "款项", "补贴", "补助", "补助资金", "补贴资金", "作物", "树种", "品种", "项目", "工程")
_WORKS, _BROUGHT = ("项目", "工程"), ("引进", "招引", "签约", "洽谈", "落户")  # 引进某某公司等项目: firms
_LONG_LIST = 24  # characters of such a list that still goes into a name
_GAINED = re.compile(r"(?:争取到?(?:上级|项目|专项|各类|财政|补助)*(?:项目|资金)|实施各[类项](?:重点)?项目)\Z")
#: Verbs that open a list as the first of the works that it lists: 种植、养殖等产业.
_KINDS = tuple("种植 养殖 加工 销售 培训 服务 生产 安置 保障 检测 宣传 参保 治理 整治".split())


@lru_cache(maxsize=ASKED)
def left_phrase(left: str) -> str:
    """The noun phrase, or verb and object, that stands before a number.

    >>> left_phrase("2019年巡查队共制止非法采砂行为"), left_phrase("全镇耕地面积达到")
    ('制止非法采砂行为', '耕地面积')
    """
    left = left.rpartition("】")[2] or left
    left = _LABELLED.sub("", left, count=1) if "]" in left else left
    left = _AT_PRICES.sub("", left) if "价" in left else left
    whole = _DURATION.sub("", _after_date(_ASIDE.sub("", left) if "(" in left else left).strip("\x00\x01 、，"))
    whole = _MAINLY.sub("", whole) if "为" in whole else whole
    whole = _AMONG_THEM.sub("", whole) if whole.startswith("中") else whole
    if is_aspect(whole):
        return whole
    phrase = strip_link(whole)
    inside = "中" in phrase
    if inside and (spent := _IN_WORK.fullmatch(phrase)):
        return strip_lead(spent["work"]) + spent["spent"]
    if inside and (within := _WITHIN.fullmatch(phrase)):
        return strip_lead(within["who"]) + within["what"]
    phrase = _BROUGHT_IN.sub("", phrase) if phrase.endswith(_INVESTMENT) else phrase
    phrase = _AT_THE_RATE.sub("", phrase) if phrase.startswith("标准") else phrase
    marks = [m for m in _CUT.finditer(phrase) if len(phrase) - m.end() >= 2]
    if marks:
        phrase = _topic(phrase[: marks[-1].start()], phrase[marks[-1].end() :])
    phrase = strip_lead(_at_verb(_of_list(phrase)))
    gained = _GAINED.search(whole)
    # 按每亩900元的标准为43户…; 洪灾造成260亩大棚倒塌
    phrase = "" if phrase == "标准" or phrase.endswith(("造成", "导致", "致使")) else phrase
    return gained[0] if gained else without_list(_THOSE_AMONG.sub("", phrase))


def without_list(phrase: str) -> str:
    """What a list is a list of, with the verb before it: 引进电商、物流等企业 → 引进企业; 资金 alone says nothing."""
    if examples := _EXAMPLES.fullmatch(phrase):
        return examples[1]
    listed = _AND_SUCH.match(phrase)
    if listed is None:
        return phrase
    verb, kind = verbs_before(phrase), phrase[listed.end() :]
    kind = _TO_SUCH.sub("", kind)
    if kind in _SUMS and len(phrase) <= _LONG_LIST and not (kind in _WORKS and verb in _BROUGHT):
        return phrase
    return verb + kind if verb and verb not in _KINDS and verb not in kind else kind


def verbs_before(phrase: str) -> str:
    """The verbs in a row before a list, or ``""``: 协调解决 of 协调解决用工、用地等问题."""
    verbs = _verbs_in_row().match(phrase)
    return verbs[0] if verbs else ""


@cache
def _verbs_in_row() -> re.Pattern[str]:
    verb = act_pattern().pattern
    return re.compile(rf"(?:{verb})(?:{verb}(?!还)(?=[\u4e00-\u9fff“]{{2}}))?")


@cache
def any_verb() -> re.Pattern[str]:
    """Verbs that open a verb phrase, those that carry a name and those that do not."""
    return re.compile(
        rf"{act_pattern().pattern}|建设|建成|建起|建立|兴办|开展|组织|实施|实现|落实|完成|成立|组建|设立|配备|送去|划分"
    )


def _of_list(phrase: str) -> str:
    """What a list stands for, with its verb: 引进甲公司、乙公司等项目 → 引进项目."""
    found = _LIST_OF.fullmatch(phrase)
    verb = verbs_before(phrase) if found and found["kind"] not in _SUMS else ""
    return verb + found["kind"] if found and verb else phrase


def _topic(head: str, told: str) -> str:
    """What is told behind an adverb, with the noun before it where it is a bare verb: 玉米已播种 → 玉米播种."""
    noun = strip_lead(head)
    spent = bool(_SPENT.fullmatch(told))
    # 危房改造已竣工: a work that ends in its verb is a noun
    ends = len(noun) - (spent or verbs_only(told))
    acts = any(not _OF_NOUN.match(noun, verb.end()) for verb in any_verb().finditer(noun, 0, ends))
    short = 2 <= len(noun) <= TOPIC and not acts and not (_CLAUSE_HEAD.search(noun) or _ACTOR.search(noun))
    told = strip_lead(told) if is_aspect(strip_lead(told)) else told
    short = (
        short
        if spent or verbs_only(_bare_deed(told)) or (len(_bare_deed(told)) == _BARE_VERB and not is_aspect(told))
        else is_aspect(told) and 2 <= len(noun) <= 2 * LONG
    )
    short = short or (bool(_FOUND.fullmatch(told)) and 2 <= len(noun) <= TOPIC)
    short = short or (told in _INVESTED and noun.endswith(("项目", "工程")) and len(noun) <= 2 * LONG)
    short = short or bool(_RECEIVES.match(told) and _SERVICE.fullmatch(noun))
    short = short or (_does(head.strip("\x01 ")) and noun not in told and told[0] != "有")
    return noun + told if short and not verbs_only(noun) else told


def _bare_deed(told: str) -> str:
    """What was done, without the area that it was done on: 播栽 of 旱粮已播栽面积."""
    return told.removesuffix("面积") or told


def _does(head: str) -> bool:
    """True for what does or has something itself, and is no place or office that the report speaks for: 农机服务队."""
    noun = strip_lead(head)
    doer = 3 <= len(noun) <= TOPIC and not (_CLAUSE_HEAD.match(head) or _CLAUSE_HEAD.search(noun))
    return doer and not (_ACTOR.search(noun) or _NO_DOER.search(noun) or any_verb().search(noun))


def _after_date(left: str) -> str:
    """What stands behind the last date, where it says enough."""
    if "\x01" not in left:
        return left if left.strip() else ""
    parts = [part for part in left.split("\x01") if part.strip()]
    if len(parts) > 1 and (mean := _MEAN.fullmatch(parts[-1])) and parts[-2].endswith(("由", "从")):
        return parts[-2][:-1] + mean[1]  # 村干部报酬由2015年的人均1.2万元提高到1.8万元
    if len(parts) > 1 and (is_aspect(strip_link(parts[-1])) or _AIM.fullmatch(strip_link(parts[-1]))):
        return strip_link(parts[-2]) + parts[-1]
    if len(parts) > 1 and verbs_only(parts[-1]) and act_pattern().search(parts[-1]):
        told = strip_lead(parts[-1]).removeprefix("再")
        whole = _topic(parts[-2], told)
        return whole if whole != told else parts[-1]
    if len(parts) > 1 and len(strip_link(parts[-1])) >= 2 and strip_link(parts[-2]) == parts[-2] and _does(parts[-2]):
        return strip_lead(parts[-2]) + strip_lead(parts[-1], light=False)
    telling = (p for p in reversed(parts) if len(strip_link(p)) >= 2 or _OF_ONE_WORD.fullmatch(p))
    return next(telling, parts[-1] if parts else "")


def past_means(phrase: str) -> str:
    """The clause behind the means by which something was done: 从软硬件两方面改善环境 → 改善环境."""
    means = _MEANS.match(phrase)
    return phrase[means.end() :] if means else phrase


def _at_verb(phrase: str) -> str:
    """A clause cut down to its verb and object: 在集镇建设文化广场 → 建设文化广场."""
    means = _MEANS.match(phrase)
    spent = means is not None and means.end() == len(phrase) and means[0].startswith("利用")  # 利用省外资金3亿元
    if means and not spent and (phrase[means.end() :][:1] in _FOR or any_verb().match(phrase, means.end())):
        return phrase[means.end() :]
    phrase = _done_by_use(phrase)
    for verb in any_verb().finditer(phrase):
        head = phrase[: verb.start()]
        if head.endswith((*_UNLAWFUL, "被")) or (head.endswith("政府") and verb[0].startswith(("采购", "购买"))):
            continue
        if _SERVICE.fullmatch(head):
            return phrase
        behind = phrase[verb.end() :]
        if is_aspect(behind) and 2 <= len(head) <= 2 * LONG and not _CLAUSE_HEAD.match(head):
            return phrase
        opens = len(behind) >= 2 and not _OF_NOUN.match(behind) and behind[0] not in "、和与及的"
        if opens and _leads_on(head, verb):
            return _done_by_use(phrase[verb.start() :])
    return phrase


def _done_by_use(phrase: str) -> str:
    """What was done, without what was made use of for it: 流转土地建设示范园 → 建设示范园."""
    used = _USED.match(phrase)
    deed = any_verb().match(phrase, used.end()) if used else None
    takes = deed is not None and len(phrase) - deed.end() >= 2 and not _OF_NOUN.match(phrase, deed.end())
    return phrase[used.end() :] if used and (takes or phrase.startswith("在", used.end())) else phrase


def _leads_on(head: str, verb: re.Match[str]) -> bool:
    """True for how, where, for whom or by whom something was done, before its verb; what did it belongs to the name.

    A verb that is as often a noun (转移支付, 服务机构) is none behind what that noun is of.
    """
    noun = verb[0] in words("both")
    if noun and (_OF_DEED.match(verb.string, verb.end()) or _TAKES.match(head)):
        return False
    if (
        _CLAUSE_HEAD.match(_THIS_SEASON.sub("", head))
        or _BY_WAY.search(head)
        or _ACTOR.search(head)
        or _PLACES.search(head)
    ):
        return True
    return not noun and len(head) > LONG and bool(_AND_SUCH.match(verb.string, verb.end()))
