"""Names from the noun behind a number: 43个农村专业合作社, 603名初中毕业生参加中考."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.beforecount import goes_before, is_generic, verb_of_count
from township_analysis.figures.names.between import share_between, worked_on
from township_analysis.figures.names.measures import COUNTED_NOUN, FIRMS, with_measure
from township_analysis.figures.names.persons import ENDS_IN_PERSON, PERSON_NOUN, people_first
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import admin_noun, predicate_of, split_predicate
from township_analysis.figures.names.shapes import shaped_name
from township_analysis.figures.names.suffixes import ASIDE
from township_analysis.figures.names.telling import SHORT_TOLD, bare_told, ends_list, told_of
from township_analysis.figures.names.wanting import SOWS, wants_noun
from township_analysis.figures.words import act_pattern, strip_link

#: 24户未开工的危房改造全部开工: what they were not before.
_NOT_YET = re.compile(r"\A(?:未|尚未|剩余|余下|正在)[\u4e00-\u9fff]{0,4}的(?=[\u4e00-\u9fff]{4})")
#: Verbs that let others do what they did: 支持5家企业实施技改.
_LETS = re.compile(r"(?:支持|推动|帮助|引导|带动|动员|鼓励|促进|指导|协助|督促|确保|扶持|使|让)\Z")
_OF_THEM = ("中", "里", "当中", "之中")  # 全镇86户中，有36户种植烤烟
_LONG_NOUN = 14  # characters behind a count of villages that are no longer what is counted
_BARE = 5  # characters of a plant or field that say nothing of its land
#: What is done to all that are counted in a row, behind the last.
_WORK_OF_ALL = re.compile(r"(?<=[\u4e00-\u9fff)]{2})(?:建设|改造|整治|创建)\Z")
#: 公厕等基础设施: what it is an example of.
_AND_SUCH = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})等(?:一批|一系列|若干|多[个项处])?[\u4e00-\u9fff]{0,8}(?:设施|设备|项目|工程|建设|建筑|场所|物资|用品)\Z"
)
#: What any things are counted by: 12个高标准农田等项目 are projects.
_ANY_KIND = ("个", "项", "类", "家", "批", "件", "处")
#: Where something is spread or sold: no part of what it is, for what is told of it next.
_SPREADS = re.compile(r"(?:拓展|扩大|推广|延伸|远销|畅销|销往|出口|覆盖|辐射|遍布|遍及)(?:[到至])?\Z")
#: 2个脱贫村及所有脱贫户: others that are not counted.
_AND_ALL = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=所有|全体|全部|其[他它]|广大)")
#: 在6个基地的基础上.
_UPON = re.compile(r"的?基础上.*\Z")
_TASK = re.compile(r"(?<=[\u4e00-\u9fff”]{2})(?:任务|(?<!前期)工作)\Z|(?<=项目)建设\Z")
#: What kind of works or aims: 12项重点工作, 9个主要目标.
_SORT = re.compile(
    r"重点|具体|主要|中心|基础|核心|日常|专项|常规|临时|关键|年度|预期性?|约束性?|阶段性?|考核|单项|工作|目标"
)
#: What those who were brought together do then is no part of what they are: 组成4个专班进村入户.
_FOUNDED = re.compile(r"(?:成立|组建|分成|组成|设立)了?\Z")
_AND_THEN = re.compile(r"并(?![网购轨联])|以?及(?![时格])")
#: What persons were made, or where something came to them: 3名科技人员为指导员, 120名信息员手中.
_ROLE = re.compile(r"(?<=[员户民者农人工部])(?:作?为[\u4e00-\u9fff“”]{2,}|手[中上里]|家[中里])\Z")
#: What those counted can do: 25家试点企业的带动作用.
_EFFECT = re.compile(r"的[\u4e00-\u9fff]{0,4}(?:作用|优势|潜力|潜能|积极性|主动性)\Z")
#: 8个方面主要目标: of so many sorts.
_ASPECTS = re.compile(r"\A(?:大?方面|领域)(?!的)(?=[\u4e00-\u9fff]{2})")
_LEFT_OVER = re.compile(r"(?:其余|其他|剩余|余下|剩下)的?\Z")
#: A work that was done in the villages counted: 3个村饮用水管网改造, 2个村省级美丽乡村中心村建设.
_WORK_IN = re.compile(
    r"(?!的)[\u4e00-\u9fff“”]{2,12}(?:改造|建设|硬化|安装|亮化|绿化|整治|治理|提升|改厕|改水|改电|编制|创建|流转|清理)(?:任务|工作)?"
)
#: What is told has a figure of its own: 63个20户以上自然寨实现100%通硬化路.
_COUNTS = re.compile(r"\d[\d.]*[%‰万亿]")
#: When it comes about, behind those counted; 建于某年的 is part of what they are.
_BY_DATE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![于自在至到由从以与和、])\x01+年?[底末初]?(?:之?前|以前|前后|内|底)?(?![年的]|[^，]*的)"
)
_DONE_TO = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,8})的(?P<deed>[\u4e00-\u9fff]{2,4}?)(?:工作|任务)?[和及与、]?")
_DOES = re.compile(r"(?:完成|开展|实施|进行|启动|推进)了?(?:对)?\Z")
#: 38户茶农中, 之 behind a noun: no part of it.
_AMONG = re.compile(r"(?<=[^高初职其公邻])[当之]?[中里](?:[居列位排名]+)?\Z|(?<=..)之\Z")

#: 两个村的责任制很不完善: how much they lack, and what.
_HOW_MUCH = re.compile(r"(?<=..)(?:很|较|比较|十分|非常|还|仍|都|均)+\Z")
#: 惠及3个村群众出行: the villages that are reached.
_REACHES = re.compile(r"(?:惠及|受益|涉及|覆盖|带动)\Z")
_THEIR_PEOPLE = re.compile(r"的?(?:村民|居民|群众|百姓|农户|农民)")
_LACKS = re.compile(r"不[\u4e00-\u9fff]{1,3}")


def noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name where the thing counted stands behind its number; ``""`` where it does not."""
    sown = SOWS.search(left) if figures[index].unit_kind == "land" else None
    name = _noun_name(figures, index, sown[0] if sown else left) if wants_noun(figures, index, left) else ""
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
    behind = _ASPECTS.sub("", behind)
    behind = _whose(figure, behind.replace("\x00", ""))
    if _REACHES.search(left) and (village := admin_noun(behind)) and _THEIR_PEOPLE.match(behind, len(village)):
        behind = village
    if shaped := shaped_name(figure, left, behind):
        return shaped
    if done := _done_to(figure, behind):
        return done
    behind, dated = _at_its_date(behind.partition("——")[0] or behind)
    noun, predicate = split_predicate(behind.replace("\x01", ""))
    dated = "" if dated.startswith("正在") else dated
    predicate = "" if _COUNTS.search(predicate or dated) else predicate or dated
    noun = _in_full(figures, index, _bare_noun(noun))
    if _ends_a_list(figures, index) and (work := _WORK_OF_ALL.search(noun)):
        noun = noun[: work.start()]
    noun = _AND_SUCH.sub("", noun) if _is_of_one_kind(figures, index) else noun
    if not noun:
        return ""
    shared = index + 1 < len(figures) and figure.right.endswith(figures[index + 1].left)
    if shared and rest is not None and (figure.core or not (rest or re.search("[占率]", behind))):
        figures[index + 1].left = rest
    verb = verb_of_count(figures, index, left)
    spread = _SPREADS.search(left)
    if not verb and goes_before(left, noun):
        figure.subject = left[: spread.start()] if spread else ""
        return left + noun
    if not verb and _says_no_people(figure, noun):
        if firms := _firms_before(figures, index):
            return f"{behind}的{firms}"
        who = "" if behind in _OF_THEM else left_phrase(_NOT_YET.sub("", _AMONG.sub("", behind)))
        return with_measure(who, figures, index) if who else COUNTED_NOUN[figure.unit_kind]
    over = _LEFT_OVER.search(figure.left)
    if over and not admin_noun(noun):
        figure.subject = noun
        return over[0].removesuffix("的") + noun  # 剩余46户重建户全部入住
    no_part = _FOUNDED.search(figure.left) or predicate.startswith("、") or _AND_THEN.match(predicate)
    name = _with_predicate(figure, noun, "" if no_part else bare_told(predicate), verb)
    if verb or not is_generic(left, noun) or (name != noun and not predicate_of(predicate)):
        return name
    figure.subject = left[: spread.start()] if spread else noun if len(noun) > len("学生") else ""
    return left + noun


def _in_full(figures: list[Figure], index: int, noun: str) -> str:
    """What some of those counted before are, told by its last character: 5个秀美乡村点开工，其中2个点完工."""
    if len(noun) != 1 or not figures[index].part or admin_noun(noun):
        return noun
    whole = next((f for f in reversed(figures[:index]) if f.mention.unit == figures[index].mention.unit), None)
    return whole.subject if whole and whole.subject.endswith(noun) else noun


def _done_to(figure: Figure, behind: str) -> str:
    """What was done to those counted, told behind them: 完成了76艘渔船的整治 is 整治渔船; else ``""``."""
    told = _DONE_TO.fullmatch(behind) if _DOES.search(figure.left) else None
    if not told or not act_pattern().fullmatch(told["deed"]) or admin_noun(told["noun"]) == told["noun"]:
        return ""
    figure.subject = told["noun"]
    return told["deed"] + told["noun"]


def _at_its_date(behind: str) -> tuple[str, str]:
    """The noun behind a number and what was or will be done by a date behind it: 2个村年底前完工."""
    found = _BY_DATE.search(behind)
    return (behind[: found.start()], behind[found.end() :]) if found else (behind, "")


def _ends_a_list(figures: list[Figure], index: int) -> bool:
    """True for the last of things counted in a row: 推进20个样板村、200个补短村建设."""
    before, figure = figures[index - 1] if index else None, figures[index]
    alike = before is not None and before.rule == "noun" and before.mention.unit == figure.mention.unit
    return bool(before and alike and before.right.endswith(("、", "和")) and not figure.left.strip("\x01 "))


def _is_of_one_kind(figures: list[Figure], index: int) -> bool:
    """True for what is counted by itself, though more of its like is told of: 12座水塔、8座公厕等基础设施."""
    figure = figures[index]
    in_a_row = index > 0 and figures[index - 1].rule == "noun" and not figure.left.strip("\x01 ")
    return in_a_row or figure.mention.unit not in _ANY_KIND


def _whose(figure: Figure, behind: str) -> str:
    """The persons counted, and not what is said to be theirs: 34名专职委员的工作成绩."""
    if effect := _EFFECT.search(behind):
        return behind[: effect.start()]
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
    noun = _AMONG.sub("", noun)
    return admin_noun(noun) or noun if len(noun) > _LONG_NOUN and "的" in noun else noun


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


def _with_predicate(figure: Figure, noun: str, predicate: str, verb: str) -> str:
    """The noun with what is said of it before or behind; ``predicate`` is what is told, ``verb`` what was done."""
    if split := people_first(figure, noun):
        return split.rpartition("的")[2] if ends_list(figure) and not verb else verb + split
    village = admin_noun(noun)
    if village.endswith("村") and figure.mention.unit == "个" and _WORK_IN.fullmatch(noun, len(village)):
        figure.subject = _TASK.sub("", noun[len(village) :])  # 完成3个村农户改厕任务
        return f"{figure.subject}的{village}"
    if village and noun[len(village) :].startswith("的"):
        if left := _LEFT_OVER.search(figure.left):
            return left[0] + village  # 挖掘其余13个村的资源优势
        if figure.text.endswith("、", 0, figure.at) and ENDS_IN_PERSON.search(noun):
            return village  # 26个村、312个小组的低保户
        figure.subject = _HOW_MUCH.sub("", noun[len(village) + 1 :])  # 24个村的粮款全部兑现，兑现金额…: of the grain
        state = predicate_of(predicate) or (predicate if _LACKS.fullmatch(predicate) else "")
        return f"{verb}{figure.subject}{state}的{village}"
    if verb and not (_LETS.search(figure.left) and len(predicate) >= SHORT_TOLD):
        state = predicate_of(predicate)
        return f"{verb}{state}的{noun}" if state else verb + noun
    return told_of(figure, noun, predicate)
