"""What a clause is about: the noun of the clause before a figure, and what money before it is for."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import any_verb, left_phrase, past_means, without_list
from township_analysis.figures.names.predicates import begins_noun, split_predicate
from township_analysis.figures.names.stretches import stretch_of
from township_analysis.figures.names.suffixes import subject_of
from township_analysis.figures.words import alternation, strip_lead, strip_link, verbs_only

#: Verbs that carry no name, before what is furthered.
_FURTHERS = re.compile("推进|推动|加强|改善|提升|完善|深化|抓好|做好")
#: Only a few words before a figure that ； sets apart from what stood before.
_SEGMENT = re.compile(r"(?:；|\A)[^，；]{0,8}\Z")
#: 投资28万元开展果园整治工作: in its own clause.
_DONE_BEHIND = re.compile(r"((?:开展|实施|启动|推进|建设|打造|完善|改善)[^，。；：\d]{4,20})(?:[，。；]|\Z)")
_DONE_NEXT = re.compile(r"，([^，。；：\d]{4,24})(?:[，。；]|\Z)")
LONG = 14  # characters of a clause that can still be a topic
_BUILDING = r"(?:[新改扩续修重]建|维修|改造|整修)"
ENDED = re.compile(
    rf"(?<=..)(?:(?:成功|顺利|正式|如期|全面|全部|相继|陆续|先后|已经?|均|都)*(?:{alternation('state')})|的情况|情况|(?:开工|动工|启动)建设|(?:{_BUILDING}[、和及与]){{1,3}}{_BUILDING}(?:工作|工程|任务)?)\Z"
)
_BRANCH = r"的[\u4e00-\u9fff]{2,6}(?:产业|基地|经济)"
_FIELD = re.compile(
    r"在([\u4e00-\u9fff]{2,8}?)(?:领域|方面|产业上|工作上|工作中(?=，|\Z)|生产上)|(?:\A|，)在(“[\u4e00-\u9fff]{2,6}”[\u4e00-\u9fff]{0,4}?)[上中](?=，|\Z)"
    rf"|从([\u4e00-\u9fff]{{2,8}}?)来?看|(?:把|将|以)([\u4e00-\u9fff、]{{2,8}}?)(?:作为|为多|为最|居多|为主(?!{_BRANCH}(?:，|\Z))|为重点|为龙头|为支柱)"
    r"|扩大([\u4e00-\u9fff]{3,12}?)覆盖(?:范围|面|率)"
)
_BEFORE_PREDICATE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:于(?=\x01)|\x01+(?:开始|起)|正在|连续|基本(?!农田|建设|公共|养老|医疗)|喜获|再获|(?:经济|社会|生态)?效益(?!农业)|亮点|成效|风起|发展迅|始建|建于|始于|位于|[坐座]落"
    r"|地处|隶属"
    r"|发源|源于|起源|流经|起于|止于|穿境|穿越|贯穿|横贯|纵贯|途经|由|为|是|创(?=历史|新|下|近|同期)|(?<![人户村亩年月日平])均|都|已|被|将|把|按照|本着|坚持|毗邻|紧邻|紧靠|相邻|接壤|濒临"
    r"|在(?![校建册职编岗])|因(?=[旱涝灾雨病虫洪冻受遭])|以|对|实现|完成|得到|进一步|全面"
    r"|有(?=[^，]*、)|向(?![日阳上])|优先|全部|连年|逐[步年月渐]|再[上获添]|加[快速]|平稳|协调|繁荣|活跃|强劲|见(?:到?[实成])?效|初[见具]|扎实|有序|有力|顺利|如期|稳中|喜人|推进(?=，|\Z)|偏[大小高低多少]|薄弱|沉重|滞后|匮乏|突出|壮大"
    r"|力度(?:[加增]大|加强|不减)"
    r"|(?:提质|扩[面围容]|增[量效]|提速|做[大强优])(?![的工行])"
    r"|突破|跨[过上越]|克服|战胜|遭[受遇]|继续|日益|日趋|日渐|普遍|有所|有了|迈[上入过]|站上|再创|创下|更加|明显|显著|稳步|持续|不断|大幅|快速|蓬勃|从无到有"
    r"|(?:支撑|引领|带动|主导|龙头)作用|(?:主体|主导)地位|(?:增|走|态|发展)势|发展(?:势头|步伐))"
)
#: A clause that has a figure itself: 外贸进出口增长8.4%.
_COUNTED_UP = re.compile(rf"(?:同比|环比)?(?:{alternation('rise')}|{alternation('fall')})?[约近超]?\d")
#: What all did their best by, which names nothing: 街道与公司合力攻坚, 鼓足干劲、力争上游.
CALLS = (
    "干劲|力争上游|攻坚克难|合力攻坚|克难攻坚|真抓实干|担当作为|锐意进取|开拓(?:进取|创新|奋进)|埋头苦干|众志成城"
    "|同心同德|同心协力|齐心协力|通力合作|团结(?:一心|协作|拼搏)|砥砺(?:前行|奋进)|奋力(?:拼搏|前行)|顽强拼搏|迎难而上"
    "|不眠不休|昼夜奋战|连续奋战|求真务实|负重(?:前行|奋进)|上下(?:一心|同心)"
)
#: How something was done, which is no topic: 按照先易后难的原则，经多方努力.
_MANNER = re.compile(
    r"[\x00\x01 ]*在[^，]*(?:领导|支持|帮助|指导|关心|配合|努力|形势|背景|条件|前提|基础|范围)[上下内]\Z"
    r"|[\x00\x01 ]*(?:面对|克服|立足|抢抓|抓住|抓好机遇|会同|联合|协同|动员|发动|充分|多方|由[^，]*出资"
    r"|沿[^，]*[侧线边]\Z)"
    r"|[^，]*(?:产销|购销|供销)两旺\Z"
    rf"|[\x00\x01 ]*(?:下一?(?:步|阶段)|今后|接下来|与此同时)\Z|[^，]*(?:前后|之际|时节|冬闲时间|农闲时间|{CALLS})\Z"
    r"|[\x00\x01 ]*(?:经(?!济|营|果|贸|费|开|销)|按照?|坚持|本着|秉持)"
    r"|[^，]*(?:改革|调整|合并|撤并|改制|换届|整合|划转|(?<=[\u4e00-\u9fff]{2})(?:建成|投产|完工|竣工|结束))(?:之|以)?后\Z"
    r"|(?:不(?:包括|含|计)[^，]*|(?:包括|含)[^，]*在内)\Z|(?![^，]*(?:按照|本着|坚持))[^，]*的(?:原则|思路|要求|方针|办法)\Z"
)
#: A field that a clause or an item turns to: 烤烟方面：….
FIELD_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:(?<!安全)生产|建设|发展)?(?:方面|领域)\Z")
#: What held it back: 秋粮受干旱影响，总产1.2万吨.
AFFECTED = (
    r"(?:(?:因|由于)?(?:受|遭受?)[^，。；\d]{2,10}的?影响|因[^，。；\d]{1,6}(?:减产|歉收)"
    r"|[受遭]灾(?:减产|歉收)?|减产|歉收)"
)
_AFFECTED_AT_END = re.compile(rf"{AFFECTED}\Z")
_FEW = 5
#: 服务业在全镇产值中所占的比重，由…: whose share of what; whose may stand a clause before.
_SHARE = re.compile(
    r"(?:它们?的|其)?(?P<part>[^，]{0,24}?)(?:在(?P<of>[^，]{2,16}?)中)?(?:占(?P<own>[^，]{2,12}?)|所占?|占)?的(?P<what>比重|比例|份额)"
)
_BRACKET = re.compile(r"\([^()]*\)")
#: 钢：由135万吨增加到…: the one character that the line is about.
_ONE_WORD = re.compile(r"(?:\A|\n)[\s\x01]*([\u4e00-\u9fff])：[^，：]*\Z")
#: Whom the money reaches is not what it is for.
_WHOM = re.compile(r"动用|投工|投劳|动土|(?:共|已|累计|直接)?(?:惠及|受益|涉及|覆盖|带动|吸纳|受众)")
#: A clause that tells of the amount before it, and of nothing else.
_COMPARES = re.compile(r"[\s\x01]*(?:同比|环比|[比较占]|为[全上去计预年\x01]|完成(?:年|全年|任务|计划|预算|目标))")
_OF_BEFORE = (
    *("占", "比", "较", "为", "同比", "环比", "毗邻", "紧邻", "紧靠", "濒临", "地处", "位于", "坐落", "座落", "经"),
    *(side + lies for side in "东南西北" for lies in "接临邻靠与起至抵"),
)  # a clause about what stands before it has no topic
#: By whose word something was done, which is no topic: 按县里安排，落实种植面积300亩.
_AS_TOLD = re.compile(r"[\x01 ]*(?:按照?|根据|依据|遵照|依照)")
#: What came of it, which is no topic: 增强了财力，税收完成386万元.
_EFFECT = re.compile(r"(?:增强|提高|促进|带动|扩大|增加|夯实|激发|调动|改变|缓解|减轻|方便|丰富|满足|赢得|受到|得到)了")
_NO_TOPIC = ("力度", "位置", "地势", "地形", "地貌", "气候", "交通")
#: 巩固以水稻为主的粮食产业: the industry.
_CHIEFLY = re.compile(rf"\A[^，]*为(?:主|重点|龙头|核心)(?={_BRANCH}\Z)的")
_IN_ALL = re.compile(r"[，\x01 ]*(?:共|累计|已)")
#: 山顶有一石台，长3米: the platform.
_HAS_ONE = re.compile(r"\A[^，]{0,8}?有一(?![定些批系种直切])[座处个条口方块棵株栋眼]?(?=[\u4e00-\u9fff]{2})")
#: 建于1958年的老桥，长30米: the bridge.
_BUILT_IN = re.compile(r"\A[\x00\x01 ]*(?:始?建|修建|创[建办]|成立|建成|兴建|竣工|落成|投产)于?[\x01年]+的")
#: A clause that says where something lies, or how it was ranked, is no topic.
_LIES = re.compile(
    r"[\x01 ]*(?:[坐座]落|位于|地处|始建|[东南西北]+[与邻临接靠起至达到抵连界枕]"
    r"|[^，]*(?:名列|位列|相连|接壤|毗邻|交界))"
)
#: How a task was met: 超额完成目标任务.
_HOW_MET = ("超额", "圆满", "全面", "提前", "顺利", "如期")


def topic_before(figure: Figure) -> str:
    """The noun of the clause before, where that is short enough to be one."""
    clauses = re.split(r"[，。；：]", _BRACKET.sub("", figure.before))[:-1]
    if field := _FIELD.findall("，".join(clauses[-2:])):
        return "".join(field[-1])
    if word := _ONE_WORD.search(figure.before):
        return word[1]
    if figure.unit_kind == "percent" and (share := _share_told(clauses)):
        return share
    for clause in reversed([clause for clause in clauses[-_FEW:] if not _MANNER.match(clause)][-2:]):
        clause = _AFFECTED_AT_END.sub("", _HAS_ONE.sub("", clause))
        clause = _BUILT_IN.sub("", ENDED.sub("", _CHIEFLY.sub("", clause)))
        bare = _COUNTED_UP.split(strip_lead(clause.strip("\x01\x00 ")))[0]
        noun = without_list(strip_link(_BEFORE_PREDICATE.split(bare, maxsplit=1)[0])).replace(" ", "")
        noun = FIELD_END.sub("", noun)
        if len(noun) > LONG and noun.endswith("率"):
            noun = noun.rpartition("的")[2]  # 普及九年义务教育的人口覆盖率
        longest = 2 * LONG if noun.endswith(("项目", "工程", "金", "补贴")) else LONG
        if (
            _EFFECT.match(bare)
            or noun.startswith(_OF_BEFORE)
            or _LIES.match(clause)
            or _AS_TOLD.match(clause)
            or noun in _HOW_MET
            or noun.endswith(_NO_TOPIC)
        ):
            continue
        if 2 <= len(noun) <= longest and not verbs_only(noun) and not re.search(r"[_*]", noun):
            return noun
    return ""


def before_predicate(clause: str) -> str:
    """What a clause says something of: 乡镇企业 of 乡镇企业稳步发展; all of it where it tells of nothing."""
    return strip_link(_BEFORE_PREDICATE.split(clause, maxsplit=1)[0])


def _share_told(clauses: list[str]) -> str:
    """The share that the clause before names: 服务业在全镇产值中所占的比重，由…."""
    share = _SHARE.fullmatch(clauses[-1].strip("\x00\x01 ")) if clauses else None
    part = share and (share["part"] or (left_phrase(clauses[-2]) if len(clauses) > 1 else ""))
    whole = share and (share["own"] or share["of"])
    if not share or not part:
        return ""
    return f"{strip_lead(part)}占{whole}{share['what']}" if whole else f"{strip_lead(part)}所占{share['what']}"


def topic_behind(figures: list[Figure], index: int) -> str:
    """Money without a topic is for what the next figure counts: 投资75.5万元，实施危房改造33户."""
    figure = figures[index]
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is None or not _is_for(figure, following):
        return _done_next(figure)
    verbs = verbs_only(left_phrase(following.left))
    if (verbs or following.left.endswith("的")) and begins_noun(following.right):
        return strip_link(split_predicate(following.right)[0]).rstrip("、和及与")
    return "" if verbs else stretch_of(following) or subject_of(left_phrase(following.left))


def begins_member(figure: Figure) -> bool:
    """True where a figure stands at the beginning of what a ； sets apart."""
    return bool(_SEGMENT.search(figure.before))


def _is_for(figure: Figure, following: Figure) -> bool:
    """True for money that the next clause says the use of, and not its growth or whom it reaches."""
    return (
        figure.unit_kind == "money"
        and following.unit_kind != "money"
        and following.kind == "level"
        and following.clause == figure.clause + 1
        and not _COMPARES.match(following.left)
        and not _WHOM.match(following.left.strip("，\x01 "))
        and not ("累计" in figure.left and _IN_ALL.match(following.left))
    )


def _done_next(figure: Figure) -> str:
    """What the next clause says was done, without a number: 投资60万元，启动文化广场建设."""
    clause = _DONE_NEXT.match(figure.after) or _DONE_BEHIND.match(figure.after)
    done = past_means(strip_lead(clause[1], light=False)) if clause else ""
    return subject_of(left_phrase(done)) if any_verb().match(done) or _FURTHERS.match(done) else ""
