"""Names from the noun behind a number: 43个农村专业合作社, 603名初中毕业生参加中考."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.between import share_between, worked_on
from township_analysis.figures.names.measures import FIRMS, with_measure
from township_analysis.figures.names.persons import ENDS_IN_PERSON, PERSON_NOUN, people_first
from township_analysis.figures.names.phrases import left_phrase, verbs_before
from township_analysis.figures.names.predicates import admin_noun, predicate_of, split_predicate
from township_analysis.figures.names.spending import spent_on
from township_analysis.figures.names.suffixes import ASIDE, NOUN_OF_VERB, verb_before
from township_analysis.figures.names.telling import SHORT_TOLD, bare_told, deed_between, ends_list, told_of
from township_analysis.figures.names.wanting import ENDS_OPEN, FUND, SOWS, wants_noun
from township_analysis.figures.words import act_pattern, alternation, strip_lead, strip_link, verbs_only, words

_REACHES_TO = re.compile(r"(涉及|覆盖|惠及|带动)(?:全|[\u4e00-\u9fff]{2,3})?[镇乡县]?\Z")
#: 98个村民小组的干部群众: the people of a place, of whom nothing is counted.
_PEOPLE_OF = re.compile(r"的(?:所有|全部|每)|干部|群众|人民|百姓|父老")
#: 对6个老旧小区实施改造: what is done stands behind what it is done to.
_TREATED = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff“”]{{2,12}}?)(?:全部|分别|全面)?(?:实施|进行)了?(?:全面|集中|逐一|统一|高标准|高质量)?(?P<deed>{alternation('act')})"
)
#: 24户未开工的危房改造全部开工: what they were not before.
_NOT_YET = re.compile(r"\A(?:未|尚未|剩余|余下|正在)[\u4e00-\u9fff]{0,4}的(?=[\u4e00-\u9fff]{4})")
#: 完成5家企业的股份制改革: what is done to those counted, as a noun behind them.
_DONE_TO = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,10}?(?:企业|公司|医院|学校|院校|单位|机构|合作社|园区))的?"
    r"(?P<deed>[\u4e00-\u9fff“”]{2,10}(?:改革|改制|重组|评价|评估|评定|认证|审计|巡察|验收|换届|改造|治理))(?:工作|任务)?"
)
_DOES = re.compile(r"(?:完成|实施|启动|开展|推进|组织)了?(?:[^，。；]*等|首批)?\Z")
#: 改变4个小区居民行路难的状况: how the people of the places counted fared.
_FARED = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,4}(?:小区|社区|村|组|屯))的?(?:居民|村民|群众|百姓)[\u4e00-\u9fff]{2,10}的(?:状况|局面|历史|现状|问题|难题|困难)"
)
#: Verbs that let others do what they did: 支持5家企业实施技改.
_LETS = re.compile(r"(?:支持|推动|帮助|引导|带动|动员|鼓励|促进|指导|协助|督促|确保|扶持|使|让)\Z")
_LONG_NOUN = 14  # characters behind a count of villages that are no longer what is counted
_BARE = 5  # characters of a plant or field that say nothing of its land
_TELLS, _LONG_LEFT, _LONG_OF = 4, 8, 18  # characters before a count that tell villages or things apart
_VERB = 6  # characters of a verb with what goes with it
#: What is done to all that are counted in a row, behind the last.
_WORK_OF_ALL = re.compile(r"(?<=[\u4e00-\u9fff)]{2})(?:建设|改造|整治|创建)\Z")
#: 安排12个领域的重点任务.
_FIELDS = re.compile(r"(?P<of>领域|方面|环节|行业|门类)的(?P<what>[\u4e00-\u9fff]{2,8})")
#: Where something is spread or sold: no part of what it is, for what is told of it next.
_SPREADS = re.compile(r"(?:拓展|扩大|推广|延伸|远销|畅销|销往|出口|覆盖|辐射|遍布|遍及)(?:[到至])?\Z")
#: 300亩香梨等三大产业: what else is counted with it.
_AND_OTHERS = re.compile(r"(?<=..)等[两二三四五六七八九十]大.*\Z")
#: 2个脱贫村及所有脱贫户: others that are not counted.
_AND_ALL = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=所有|全体|全部|其[他它]|广大)")
#: 在6个基地的基础上.
_UPON = re.compile(r"的?基础上.*\Z")
#: A verb with what it raises or where it is done before it: 提标改建9家, 异地新建2所.
_BETTERED = re.compile(rf"(?:[提扩增][标档质面容效量]|[异易原就][地址]|升级)(?:{alternation('act')}|升级|改造|建设)")
_SAYS_NOTHING = ("建成", "落户", "上线")
_THINGS = ("项目", "企业", "工程")
#: Nouns that say nothing of what they are for or whose they are: 出台支持就业18条措施, 网格员制度试点扩大到12个社区.
_GENERIC = re.compile(
    r"(?:主要|重点|具体|配套|惠企|惠民|便民|政策|提升|优化|改进|创新|支持|扶持|帮扶)*(?:措施|举措|政策|指标|事项|标准|规范|办法|意见|方案|清单|场景|国家(?:和|、)?地区|省份|省区市|省市|城市"
    r"|地区|学校|学生|信访件|问题|线索|学科)"
)
#: Who says or does a thing, before it.
_SAYS = re.compile(r"提出|安排|部署|制定|印发|国务院|政府|党委|全国|全省|先后|访问|设立|汇聚|[我这该]")
#: 引进江北电器、远山皮革2家企业: what is counted is named before its number.
_LISTED = re.compile(r"[\u4e00-\u9fff”]、[\u4e00-\u9fff“”]+\Z|(?<=..)(?<![高中初均平上下优特同对])等\Z")
_TASK = re.compile(r"(?<=[\u4e00-\u9fff”]{2})(?:任务|(?<!前期)工作)\Z|(?<=项目)建设\Z")
#: What kind of works or aims: 12项重点工作, 9个主要目标.
_SORT = re.compile(
    r"重点|具体|主要|中心|基础|核心|日常|专项|常规|临时|关键|年度|预期性?|约束性?|阶段性?|考核|单项|工作|目标"
)
#: What those who were brought together do then is no part of what they are: 组成4个专班进村入户.
#: 每周2次定期开展巡查, 每月6场高频率开展法治宣传: what was held so often.
_HELD_SO = re.compile(
    r"\A(?:高频率?|不?定期|常态化|轮流|集中|深入|全面|全覆盖|地毯式|拉网式)地?(?:开展|进行|组织|举办)了?(?=[\u4e00-\u9fff]{2})"
)
_FOUNDED = re.compile(r"(?:成立|组建|分成|组成|设立)了?\Z")
_AND_THEN = re.compile(r"并(?![网购轨联])|以?及(?![时格])")
_FOR = re.compile(r"用于(?P<what>[\u4e00-\u9fff“”]{2,12}?)(?:等|工作)?(?=[，。；、]|\Z)")
#: What persons were made, or where something came to them: 3名科技人员为指导员, 120名信息员手中.
_ROLE = re.compile(r"(?<=[员户民者农人工部])(?:作?为[\u4e00-\u9fff“”]{2,}|手[中上里]|家[中里])\Z")
_LEFT_OVER = re.compile(r"(?:其余|其他|剩余|余下|剩下)的?\Z")
#: A work that was done in the villages counted: 3个村饮用水管网改造.
_WORK_IN = re.compile(
    r"(?:农[民户田村]|饮|自来|道|村|组|巷|污|管|环)[\u4e00-\u9fff]{2,10}(?:改造|建设|硬化|安装|亮化|绿化|整治|治理|提升)"
)
_AGED_LAST = re.compile(r"的\d+周?岁(?:及)?以[上下]的?")


#: 38户茶农中, 之 behind a noun: no part of it.
_AMONG = re.compile(r"(?<=[^高初职其公邻])[中里](?:[居列位排名]+)?\Z|(?<=..)之\Z")


#: 分布在6个乡镇区域内.
_INSIDE = re.compile(r"(?<=[村镇乡县市区])(?:区域|范围|境)?内\Z")


def noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name where the thing counted stands behind its number; ``""`` where it does not."""
    sown = SOWS.search(left) if figures[index].unit_kind == "land" else None
    name = _noun_name(figures, index, sown[0] if sown else left) if wants_noun(figures, index, left) else ""
    if figures[index].unit_kind == "land":
        name = _AND_OTHERS.sub("", name).removesuffix("产业")
    land = figures[index].unit_kind == "land" and figures[index].core and len(name) <= _BARE
    return with_measure(name, figures, index) if land else name


def _noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name from the noun behind, with the verb before it or its predicate; what it takes is gone for the next."""
    figure = figures[index]
    if worked := worked_on(figures, index):
        figures[index + 1].left, figure.subject = worked["what"], worked["who"]
        return f"{worked['what']}的{worked['who']}"
    behind, rest = share_between(figures, index)
    behind = _AND_ALL.split(_UPON.sub("", ASIDE.sub("", behind)))[0]
    behind = _HELD_SO.sub("", behind) if figure.unit_kind == "event" else behind
    behind = _whose(figure, behind.replace("\x00", ""))
    if figure.unit_kind == "money" and (fund := FUND.match(behind)):
        return _fund(left, fund[0], behind[fund.end() :])
    if fields := _FIELDS.fullmatch(behind):
        return fields["what"] + fields["of"]
    if treated := _TREATED.fullmatch(behind):
        return treated["deed"] + treated["noun"]
    if _DOES.search(figure.left) and (done := _DONE_TO.fullmatch(behind)):
        figure.subject = done["noun"]
        return f"{done['deed']}的{done['noun']}"
    if fared := _FARED.match(behind):
        return fared["noun"]
    noun, predicate = split_predicate((behind.partition("——")[0] or behind).replace("\x01", ""))
    predicate = predicate or deed_between(behind, rest)
    noun = _bare_noun(noun)
    if _ends_a_list(figures, index) and (work := _WORK_OF_ALL.search(noun)):
        noun = noun[: work.start()]
    if not noun:
        return ""
    shared = index + 1 < len(figures) and figure.right.endswith(figures[index + 1].left)
    if shared and rest is not None and (figure.core or not (rest or re.search("[占率]", behind))):
        figures[index + 1].left = rest
    verb = _verb_of(figures, index, left)
    spread = _SPREADS.search(left)
    if not verb and _goes_before(left, noun):
        figure.subject = left[: spread.start()] if spread else ""
        return left + noun
    if not verb and _says_no_people(figure, noun):
        if firms := _firms_before(figures, index):
            return f"{behind}的{firms}"
        return with_measure(left_phrase(_NOT_YET.sub("", _AMONG.sub("", behind))), figures, index)
    no_part = _FOUNDED.search(figure.left) or predicate.startswith("、") or _AND_THEN.match(predicate)
    name = _with_predicate(figure, noun, "" if no_part else bare_told(predicate), verb)
    if verb or not _is_generic(left, noun) or (name != noun and not predicate_of(predicate)):
        return name
    figure.subject = left[: spread.start()] if spread else noun if len(noun) > len("学生") else ""
    return left + noun


def _ends_a_list(figures: list[Figure], index: int) -> bool:
    """True for the last of things counted in a row: 推进20个样板村、200个补短村建设."""
    before, figure = figures[index - 1] if index else None, figures[index]
    alike = before is not None and before.rule == "noun" and before.mention.unit == figure.mention.unit
    return bool(before and alike and before.right.endswith(("、", "和")) and not figure.left.strip("\x01 "))


def _fund(left: str, fund: str, behind: str) -> str:
    """What a sum is, with what it is for: 安排30万元资金用于村道建设 → 村道建设资金, 投入30万元资金 → 投入资金."""
    if purpose := _FOR.match(behind):
        return strip_lead(purpose["what"]) + fund
    if fund == "资金" and (spent := spent_on(left, behind)):
        return spent  # 投入30万元资金修建文化广场
    return left + fund if fund == "资金" and act_pattern().fullmatch(left) else fund


def _whose(figure: Figure, behind: str) -> str:
    """The persons counted, and not what is said to be theirs: 34名专职委员的工作成绩."""
    who, _, theirs = behind.partition("的")
    if figure.unit_kind != "person" or not theirs or not ENDS_IN_PERSON.search(who):
        return behind
    return behind if ENDS_IN_PERSON.search(split_predicate(theirs)[0]) else who


def _bare_noun(noun: str) -> str:
    """The noun without what links it to the next, what its people were made, and the work on it."""
    whole = noun.rstrip("、和及与")
    noun = re.sub(r"(?<=[\u4e00-\u9fff]{2})(?<!平)等\Z", "", strip_link(whole))
    noun = _ROLE.sub("", noun)
    noun = noun if PERSON_NOUN.match(noun) else _TASK.sub("", noun)
    noun = whole if _SORT.fullmatch(noun) else noun
    noun = _INSIDE.sub("", _AMONG.sub("", noun))
    return admin_noun(noun) or noun if len(noun) > _LONG_NOUN and "的" in noun else noun


def _verb_of(figures: list[Figure], index: int, left: str) -> str:
    """The verb before the number that is part of the name: 新建12个大棚, 涉及15个行政村96个组."""
    if reaches := _REACHES_TO.search(left) or _reached_before(figures, index):
        return reaches[1]
    if left in words("state") and not left.startswith(_SAYS_NOTHING):
        return left  # 出列2个村
    if len(left) <= _VERB and (better := _BETTERED.fullmatch(left)):
        return better[0]
    acts = (
        act_pattern().match(left) and not NOUN_OF_VERB.match(left) and len(left) <= _VERB and left not in words("light")
    )
    if acts and not figures[index].left.endswith("、"):
        return left
    told = "、" in left or "、" not in figures[index].left  # and not a verb within what is listed
    return verb_before(left) and verbs_before(left) if told and _LISTED.search(left) else ""


def _goes_before(left: str, noun: str) -> bool:
    """True where villages or things are told apart by what stands before their number: 农村电网改造12个村."""
    place = admin_noun(noun) == noun and not ENDS_OPEN.search(left) and not left.startswith(("分布", "遍布"))
    thing = noun in _THINGS and len(left) <= _LONG_LEFT
    return (place or thing) and noun not in left and _tells(left)


def _is_generic(left: str, noun: str) -> bool:
    """True for a noun that says nothing of what it is for, which stands before its number: 支持就业18条措施."""
    return bool(_GENERIC.fullmatch(noun)) and len(left) <= _LONG_OF and not _SAYS.search(left) and _tells(left, 3)


def _tells(left: str, least: int = _TELLS) -> bool:
    caused = left.endswith(("造成", "导致", "致使"))  # 洪灾造成12个村受灾
    return len(left) >= least and "、" not in left and left[-1] != "等" and not verbs_only(left) and not caused


def _says_no_people(figure: Figure, noun: str) -> bool:
    """True where people or households are counted, and the words behind do not say which."""
    if figure.unit_kind not in ("person", "household"):
        return False
    return not (ENDS_IN_PERSON.search(noun) or people_first(figure, noun) or FIRMS.search(noun))


def _firms_before(figures: list[Figure], index: int) -> str:
    """The firms counted before, of which so many 户 are told: 破产企业62户，其中19户破产终结."""
    before = figures[index - 1] if index and figures[index].part else None
    firms = FIRMS.search(before.name.removesuffix("户数")) if before else None
    return firms[0] if firms and before and before.mention.unit == figures[index].mention.unit else ""


def _reached_before(figures: list[Figure], index: int) -> re.Match[str] | None:
    """The verb of the count directly before: 涉及15个行政村96个组."""
    before = figures[index - 1] if index else None
    here = figures[index]
    if not before or before.rule != "noun" or before.clause != here.clause or here.left.strip("、和及"):
        return None
    return re.match(_REACHES_TO.pattern.removesuffix(r"\Z"), before.name.removeprefix(before.subject))


def _with_predicate(figure: Figure, noun: str, predicate: str, verb: str) -> str:
    """The noun with what is said of it before or behind; ``predicate`` is what is told, ``verb`` what was done."""
    if split := people_first(figure, noun):
        return split.rpartition("的")[2] if ends_list(figure) and not verb else verb + _AGED_LAST.sub("的", split)
    if (village := admin_noun(noun)) and figure.mention.unit == "个" and _WORK_IN.fullmatch(noun, len(village)):
        figure.subject = noun[len(village) :]  # 完成3个村农户改厕任务, 3个村饮用水管网改造
        return f"{figure.subject}的{village}"
    if (village := admin_noun(noun)) and noun[len(village) :].startswith("的"):
        if left := _LEFT_OVER.search(figure.left):
            return left[0] + village  # 挖掘其余13个村的资源优势
        if _PEOPLE_OF.search(noun):
            return village
        figure.subject = noun[len(village) + 1 :]  # 24个村的粮款全部兑现，兑现金额…: of the grain
        return f"{figure.subject}{predicate_of(predicate)}的{village}"
    if verb and not (_LETS.search(figure.left) and len(predicate) >= SHORT_TOLD):
        state = predicate_of(predicate)
        return f"{verb}{state}的{noun}" if state else verb + noun
    return told_of(figure, noun, predicate)
