"""The work or thing that a clause without a number turns to: 启动老旧小区改造，惠及居民286户."""

import re
from functools import cache, lru_cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.persons import ENDS_IN_PERSON
from township_analysis.figures.names.phrases import without_list
from township_analysis.figures.names.predicates import begins_noun, split_predicate
from township_analysis.figures.names.topics import CALLS, ENDED, before_predicate
from township_analysis.figures.words import (
    ASKED,
    act_pattern,
    alternation,
    is_aspect,
    strip_lead,
    strip_link,
    verbs_only,
    words,
)

#: Verbs by which a clause turns to a work, an event or a measure: what stands behind them is what comes next is of.
_BEGINS = (
    r"(?:(?:组织|全面|继续|扎实|深入|积极|成功|稳步|加快|有序|统筹|率先|精心)*"
    r"(?:启动|实施|推进|推动|推行|组织(?![部机])|开展|举办|举行|承办|召开|办好|办理|落实|出台|兑现|引进|引入|招引|建设(?!项目|用地|工程)|建(?![设成立议档言筑])|新建|改建|扩建|续建|迁建|修建|新修|修筑|兴建|重建|建成|安装|架设|铺设|埋设|硬化|拓宽|开挖|疏浚|维修|加固|更换|购置|栽植"
    r"|建立|打造|创建|创办|开设|开办|设立|成立|组建|开通|投用|启用|改造|整治|治理|修缮|修复|完成|发展|培育|种植|养殖|推广|争取|发放|抓好|做好|狠抓"
    r"|抓实|抓牢|加强|强化|健全|完善|深化|加大)(?:实施|开展|推进|落实|启动|举办|建设)?了?)"
)
#: Who does it, for whom and where, before the verb.
_BY_WHOM = (
    r"(?:(?:[为给向在]|对(?!口)|依托|利用|结合|围绕|联合|会同|组织)[\u4e00-\u9fff“”、]{2,12}?"
    r"|[\u4e00-\u9fff]{1,6}?(?:[镇乡村县市区街道办校]|公司|企业|中心|[里们]))"
)
_CLAUSE = re.compile(
    rf"(?:{_BY_WHOM})?{_BEGINS}(?:[对向给为](?=[\u4e00-\u9fff]{{3}}))?"
    r"(?:一?系列)?(?P<thing>(?![的好出到、])[\u4e00-\u9fffA-Za-z\d“”‘’《》+·、()]{2,})\Z"
)
#: Works, events and houses that a clause can tell of: 柳河小区改造项目于3月启动, 镇卫生院整体搬迁.
_DONE_TO = (
    r"工程|项目|改造|重建|改建|扩建|修缮|整治|治理|革命|行动|搬迁|创建|试点|普查|换届|征迁|征收|建设|[节赛]|比赛|[^社]会(?!员)|夜市|集市|保险|医保|政策|补贴|津贴"
    r"|[大楼][厅楼]|楼|[大石]?桥|[路渠坝堤馆院厂库站]"
)
#: Whom or where a clause tells of, and no thing.
_NO_THING = re.compile(
    r"(?:企业|单位|部门|机构|村|社区|小组|屯|寨|乡镇|街道|县区|区县|市县|城市|户|问题|隐患|成果|指标|任务|改革|做法|经验|(?:全|我|本|该)[镇乡村])\Z"
)
#: What is no work: how it was done, and what a place is like.
_NO_WORK = re.compile(
    r"(?:措施|责任|机制|体制|体系|力量|思路|方式|方法|办法|模式|理念|作用|优势|水平|能力|意识|宣传|发动|动员|督导|调度|协调|沟通|指导|引导|部署|安排|任务|目标|要求|格局|氛围|环境|效果"
    rf"|成效|突破|进展|工作|服务|管理|监管|保障|原则|精神|决策|方针|战略|经济|事业|民生|发展|生产|要素|步伐|{CALLS})\Z"
)
#: A number, or a second verb with an object of its own.
_COUNTED = re.compile(r"\d(?!\d*热线)|[一二两三四五六七八九十几][个条座家批所台大项]|并[给进]|给予|提供|、参与|转变")
_ENDS = re.compile(r"(?<=...)(?:(?:前期)?工作|任务|力度|等|主体|提质|扩[围面容量]|增[量效收]|提速|提档|升级)+\Z")
#: 引进优良品种黄精: what kind of thing it is.
_SORT_OF = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:品种|良种)(?!改良|更新|选育|培育|繁育|推广|结构|示范|试验|基地|保护|权|补[贴助]|工程|项目)(?=[\u4e00-\u9fff]{2,4}\Z)"
)
_DO_WORK = re.compile(
    r"(?:实施|开展|推行|推进|启动|承担|参与)了?(?P<work>[\u4e00-\u9fff“”]{3,12}?(?:项目|工程|试点|行动|改造|整治|建设|治理))的"
)
_AFTER = re.compile(r"(?<=...)(?:之?后|以来|期间)\Z")
_NUMBERED = re.compile(r"[①-⑳]|\(?[\d一二三四五六七八九十]{1,2}[)）.．]")
#: A clause with a verb in it, or an example.
_NO_NOUN = re.compile(r"[把将为使让被]|分[一二两三四五六]期|\A如")
_DOES = re.compile(
    r"(?<=..)(?:启动|实施|推进|推动|开展|举办|落实|完成|新建|改建|建成|打造|引进|成立|通过|参加|获|进行)"
)
#: Who found it so, and what of a thing is measured, which is no name for it.
_WHOSE = (
    r"市民|群众|居民|服务对象|首[日批]|现场|已|可|[园厂校库景]区|[馆校]舍|厂房|房屋|住房|校园|场地|主体|[一二三首]期"
    r"|项目|工程"
)
#: A clause that says how, why or than what, and so has no subject.
_NO_SUBJECT = re.compile(
    r"[受因由随通据按与比较占为同经扣剔在以对从把将其这该]|克服|面对|其中|坚持|采取|再[创上]|再次|首次|连续|创"
)
_FIELD = re.compile(r"(?<=..)(?:生产|建设|发展|工作|事业)\Z")
#: A noun that a clause can be all of, where the next one tells how much it is.
_NAMED = re.compile(
    r"(?:总[额量值产]|[产余份总金数]额|[产销存总]量|产值|收入|投资|支出|存款|贷款|资金|能耗|面积|产品|用品|作物|资料|成本|人口)\Z"
)
#: Parts of a house, and those who are there or came.
_PARTS = (
    r"床位|病床|[摊铺展座席工]位|停?车位|(?:停车)?泊位|[学托]位|馆?藏书(?:量)?|图书|观众|[学队会社]员|骑手|选手|运动员|演职人员|受众|客流量?|人流量?|游客量"
    r"|[桥路坝][长宽高]|(?:受益|参与|服务)?(?:群众|居民|村民|市民|农户|牧户|住户|农民|学生|师生|幼儿|老人|职工|员工|工人|游客|农民工|贫困户|党员|干部)"
)
#: By when it came to be.
_WHEN = re.compile(r"[于在自]?\x01+[起前底]?")
_BRACKET = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"[，；：。]")
_LONGEST = 16  # characters of a thing that still goes into a name
_FAR = 80  # characters before a figure in which such a clause stands
_SHORT = 8  # characters of a clause that only says how it went
_SHORT_NAME = 12  # characters of a name that still wants a head
#: 超额完成目标任务: that the task was met, and nothing new.
_TASK_MET = re.compile(
    r"(?:均|都|已|全部|提前|超额|圆满|顺利|如期|全面|较好地|基本)*完成了?[\u4e00-\u9fff\x01]{0,8}(?:任务|目标|指标|计划)"
)


def begun_since(figures: list[Figure], index: int) -> str:
    """The work or thing that a whole clause since the figure before turned to; ``""`` where none did."""
    clauses = _clauses_since(figures, index)
    if len(clauses) > 1 and len(clauses[-1]) <= _SHORT and not thing_of(clauses[-1]):
        clauses = clauses[:-1]  # 举办夜市，场面火爆，客流3万人次
    return thing_of(clauses[-1]) if clauses else ""


def told_since(figures: list[Figure], index: int) -> str:
    """What the clause since the figure before says something of, or names alone: 居民储蓄大幅增加，增长9%."""
    clauses = _clauses_since(figures, index)
    bare = strip_lead(clauses[-1].strip("\x00\x01 "), light=False) if clauses else ""
    if _TASK_MET.fullmatch(bare):
        return ""
    noun = before_predicate(bare).rstrip("也都仍还却则均")
    names = noun != bare or _NAMED.search(noun)
    noun = _FIELD.sub("", noun)
    no_subject = _NO_SUBJECT.match(bare) or act_pattern().match(noun) or is_aspect(noun) or _NO_WORK.search(noun)
    return without_list(noun) if names and not no_subject and 2 <= len(noun) <= _LONGEST + _SHORT else ""


def _clauses_since(figures: list[Figure], index: int) -> list[str]:
    """The whole clauses between the figure before, or the beginning of the sentence, and a figure's own clause."""
    figure = figures[index]
    begin = max(figures[index - 1].behind if index else 0, figure.at - _FAR)
    clauses = _MARK.split(_BRACKET.sub("", figure.text[begin : figure.at]))[:-1]
    if begin and clauses and not clauses[0].startswith("的"):
        return clauses[1:]  # goes on behind a figure, and not with what that figure sizes: 投资1.1亿元的学校启用
    return clauses


def with_head(figures: list[Figure], index: int, name: str) -> str:
    """A name that leans on nothing yet (新增学位, 客流, 群众满意率), with what the clause before turned to."""
    own = figures[index].rule == "noun" or (figures[index].rule == "before" and not begins_noun(figures[index].right))
    head = (begun_since(figures, index) or _work_of_those(figures, index)) if own and len(name) <= _SHORT_NAME else ""
    again = range(4 if head and "、" not in head else 0, 1, -1)  # 青石大桥通车，大桥全长320米
    short = next((size for size in again if name.startswith(head[-size:])), 0)
    if not head or not _leaning().fullmatch(name[short:]) or (not short and head[-2:] in name):
        return name
    figures[index].subject = head
    return head + name[short:]


def _work_of_those(figures: list[Figure], index: int) -> str:
    """The work that those counted in the clause before do: 6个村实施“一事一议”项目，筹集资金41万元."""
    before = figures[index - 1] if index else None
    near = before is not None and before.rule == "noun" and figures[index].clause - before.clause == 1
    does = _DO_WORK.match(before.name) if before and near and figures[index].unit_kind == "money" else None
    return does["work"] if does else ""


@cache
def _leaning() -> re.Pattern[str]:
    """What says nothing without a word for whose it is: a measure, a part of a house, those who came to an event."""
    nouns = "|".join(word for word in words("aspect") if not verbs_only(word))
    verbs = alternation("act", "light", "taken")
    measured = rf"(?:{verbs}|{_WHOSE})*(?:{alternation('measure')}|{nouns})"
    had = rf"(?:新增|可?增加|设置?|内设|现场|提供)*(?:{_PARTS})(?:总?数|人数|人次|户数)?"
    theme = (
        r"(?:组织|举办|开展|召开)?专题(?:宣讲|读书班|党课|学习|研讨|讲座|辅导|培训|(?:民主|组织)生活会)(?:[场期次]数)?"
    )
    came = r"(?:参[赛展演会训]|到场|进场|报名|受训)[\u4e00-\u9fff]{0,5}"
    raised = r"筹资|集资|出资|列支|支出"
    return re.compile(rf"(?!(?:{alternation('whole')}))(?:{measured}|{had}|{came}|{theme}|{raised})")


@lru_cache(maxsize=ASKED)
def thing_of(clause: str) -> str:
    """What a clause says was begun, held or done: 老旧小区改造 of 扎实推进老旧小区改造工作."""
    clause = _AFTER.sub("", clause)
    bare = strip_lead(_NUMBERED.sub("", clause.strip("\x00\x01 "), count=1).removeprefix("的"), light=False)
    found = _CLAUSE.fullmatch(bare)
    thing = _ENDS.sub("", without_list(found["thing"] if found else _told_of(ENDED.sub("", bare))))
    sort = _SORT_OF.match(thing)
    thing = thing[sort.end() :] if sort else thing
    fits = (3 - bool(sort or found)) <= len(thing) <= _LONGEST and not verbs_only(thing) and not _NO_WORK.search(thing)
    thing = thing if thing.count("“") == thing.count("”") else thing.replace("“", "").replace("”", "")
    return thing if fits and not _COUNTED.search(thing) else ""


def _told_of(clause: str) -> str:
    """The work, event or house that a clause says something of, or that it names and no more."""
    told = strip_link(_WHEN.split(clause)[0])
    noun = told if _things().search(told) and not _DOES.search(told) else strip_link(split_predicate(told)[0])
    if not told.startswith(noun):
        return ""
    no_thing = (
        _NO_NOUN.search(noun) or act_pattern().match(noun) or ENDS_IN_PERSON.search(noun) or _NO_THING.search(noun)
    )
    return noun if not no_thing and _things().search(noun) else ""


@cache
def _things() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u4e00-\u9fff”]{{2}})(?:{alternation('counted')}|{_DONE_TO})”?\Z")
