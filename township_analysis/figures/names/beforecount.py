"""What stands before a count and goes into its name: a verb (新建12个大棚), or what tells those counted apart."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import verbs_before
from township_analysis.figures.names.predicates import admin_noun
from township_analysis.figures.names.suffixes import NOUN_OF_VERB, verb_before
from township_analysis.figures.names.wanting import ENDS_OPEN
from township_analysis.figures.words import act_pattern, alternation, verbs_only, words

_REACHES_TO = re.compile(r"(涉及|覆盖|惠及|带动|(?<=可)容纳)(?:全|[\u4e00-\u9fff]{2,3})?[镇乡县]?\Z")
_TELLS, _LONG_LEFT, _LONG_OF = 4, 8, 18  # characters before a count that tell villages or things apart
_VERB = 6  # characters of a verb with what goes with it
#: A verb with what it raises or where it is done before it: 提标改建9家, 异地新建2所.
_BETTERED = re.compile(rf"(?:[提扩增][标档质面容效量]|[异易原就][地址]|升级)(?:{alternation('act')}|升级|改造|建设)")
_AND = ("、", "和", "及", "与")  # behind the member of a list before
_SAYS_NOTHING = ("建成", "落户", "上线")
_PLACES, _WORKED = ("小区", "学校", "院落", "路段"), ("改造", "整治", "建设", "治理", "创建", "提升")
_THINGS = ("项目", "企业", "工程")
#: Nouns that say nothing of what they are for or whose they are: 出台支持就业18条措施, 网格员制度试点扩大到12个社区.
_GENERIC = re.compile(
    r"(?:主要|重点|具体|配套|惠企|惠民|便民|政策|提升|优化|改进|创新|支持|扶持|帮扶)*(?:措施|举措|政策|指标|事项|标准|规范|办法|意见|方案|清单|场景|国家(?:和|、)?地区|省份|省区市|省市|城市"
    r"|地区|学校|学生|信访件|问题|线索|学科)"
)
#: Of whom those counted are, before their number: 县属23户工业企业.
_CLASS = re.compile(
    r"(?:[国省市县区]|地区|乡镇?|镇|村)(?:属|直|办|管)|国有|集体|个体|私营|民营|外资|规模?以上|规上|限额?以上|限上"
)
#: Who says or does a thing, before it.
_SAYS = re.compile(r"提出|安排|部署|制定|印发|国务院|政府|党委|全国|全省|先后|访问|设立|汇聚|[我这该]")
#: 引进江北电器、远山皮革2家企业: what is counted is named before its number.
_LISTED = re.compile(r"[\u4e00-\u9fff”]、[\u4e00-\u9fff“”]+\Z|(?<=..)(?<![高中初均平上下优特同对])等\Z")


def verb_of_count(figures: list[Figure], index: int, left: str) -> str:
    """The verb before the number that is part of the name: 新建12个大棚, 涉及15个行政村96个组."""
    if reaches := _REACHES_TO.search(left) or _reached_before(figures, index):
        return reaches[1]
    if left in words("state") and not left.startswith(_SAYS_NOTHING):
        return left  # 出列2个村
    if len(left) <= _VERB and (better := _BETTERED.fullmatch(left)):
        return better[0]
    acts = (act_pattern().match(left) or _deed().fullmatch(left)) and not NOUN_OF_VERB.match(left)
    acts = acts and len(left) <= _VERB and left not in words("light")
    if acts and not figures[index].left.endswith(_AND):
        return left
    told = "、" in left or "、" not in figures[index].left  # and not a verb within what is listed
    return verb_before(left) and verbs_before(left) if told and _LISTED.search(left) else ""


@cache
def _deed() -> re.Pattern[str]:
    """A verb by which something is done to what is counted behind it: 检修86盏路灯."""
    return re.compile(f"(?!建设)(?:{alternation('does', 'deed')})了?")


def goes_before(left: str, noun: str) -> bool:
    """True where villages or things are told apart by what stands before their number: 农村电网改造12个村."""
    place = admin_noun(noun) == noun and not ENDS_OPEN.search(left) and not left.startswith(("分布", "遍布"))
    thing = (noun in _THINGS or (noun in _PLACES and left.endswith(_WORKED))) and len(left) <= _LONG_LEFT
    classed = _CLASS.fullmatch(left) and not place
    return bool(classed) or ((place or thing) and noun not in left and _tells(left))


def is_generic(left: str, noun: str) -> bool:
    """True for a noun that says nothing of what it is for, which stands before its number: 支持就业18条措施."""
    return bool(_GENERIC.fullmatch(noun)) and len(left) <= _LONG_OF and not _SAYS.search(left) and _tells(left, 3)


def _tells(left: str, least: int = _TELLS) -> bool:
    caused = left.endswith(("造成", "导致", "致使"))  # 洪灾造成12个村受灾
    return len(left) >= least and "、" not in left and left[-1] != "等" and not verbs_only(left) and not caused


def _reached_before(figures: list[Figure], index: int) -> re.Match[str] | None:
    """The verb of the count directly before: 涉及15个行政村96个组."""
    before = figures[index - 1] if index else None
    here = figures[index]
    if not before or before.rule != "noun" or before.clause != here.clause or here.left.strip("、和及"):
        return None
    return re.match(_REACHES_TO.pattern.removesuffix(r"\Z"), before.name.removeprefix(before.subject))
