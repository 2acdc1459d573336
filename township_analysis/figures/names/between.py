"""Which of the words between two figures belong to the first, and which are left for the next: 4个产业园31家企业."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.doers import doer_and_deed
from township_analysis.figures.names.persons import ENDS_IN_PERSON, PERSON_NOUN, state_of_people
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.names.predicates import EACH, admin_noun, begins_noun, predicate_of, split_predicate
from township_analysis.figures.names.suffixes import NOUN_OF_VERB
from township_analysis.figures.words import alternation

AMONG = re.compile(
    r"(?P<whole>[\u4e00-\u9fff“”]{2,12})[中里](?:仍|还|已|共|只|就)?有(?:[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})+等?)?\Z"
)
#: 6个党支部共有党员263名: what is counted first has what is counted next.
_OWNS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:共有|现有|拥有|设有|配有|建有)(?=[\u4e00-\u9fff]{2})")
#: 3座电站上半年发电2万度: a date stands between what was counted and what it did then.
_DATED = re.compile(r"(?P<who>[一-鿿“”]{2,})+(?P<what>[一-鿿]{2,6})")
#: 69家企业污水排放量为300吨: what those counted put out.
_EMITTED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{0,8}(?:企业|合作社|公司|工厂|园区|家庭农场))(?P<what>[\u4e00-\u9fff]{2,12}?(?:量|值|收入|额))(?:为|达到?|约)*"
)
#: 216个在建重点项目完成投资928亿元: the works, and what was invested in all of them.
_INVESTED = re.compile(
    r"(?P<who>[\u4e00-\u9fff“”]*(?:项目|工程|[渠路桥坝库站]))(?:\x01|[年本]度|累计|已|共)*(?:完成|实现)?(?:总?投资额?|工程量|产值|税收)(?:超|过|达)*"
)
#: 3条干渠总长18公里: what those counted measure.
_SIZED = re.compile(
    r"(?P<who>[\u4e00-\u9fff“”]{2,10}?)(?P<what>[总全]长度?|总里程|总?(?:建筑|占地|种植|经营)?面积)(?:约|为|达到?)*"
)
#: 2个居委会和东埔、北埔等11个村委会: those counted next are named before their number.
_NAMED_NEXT = re.compile(
    r"(?P<own>[\u4e00-\u9fff]{0,6}(?:[村居]委会|社区|村|镇|乡|街道|小学|中学|学校|企业|公司|项目))[和及与]"
    r"(?P<named>(?!村)[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})+)"
)
_LAST_LINK = re.compile(r"(?:、|和(?![谐平])|以及|(?<![涉普惠])及|与|，)(?=[^、和及与，]*\Z)")
_DEED = 4  # characters behind people that say what they did to what is counted next
#: 9个村村集体收入增长12%: the place counted, and what is measured of it begins with the same word.
#: 12个村集体经营性收入达418万元.
_COLLECTIVE = re.compile(r"村集体(?:经济|经营性?|总|年)*收入")
_DOUBLED = re.compile(r"(村|乡|镇|县|区|校)(?=\1[\u4e00-\u9fff]{2})")
#: What of those counted moved, before its per cent: 15个事项办理时限压缩70%.
_MEASURED = re.compile(
    r"(?:(?:审批|办理|承诺|平均|办结|施工|建设)*(?:时限|时间|材料|环节|流程|工期)|(?:年|总|工业|销售|营业)*(?:产值|产量|(?<!集体)收入|利润|税收|销售额|价格))(?=[\u4e00-\u9fff]{2,6}\Z)"
)


#: 9个村道路硬化12公里: the places, and the work that was done there, of which so much is told next.
_WORKED = re.compile(
    r"(?P<who>(?:行政|自然|(?:建档立卡)?贫困|脱贫|重点|中心|易迁)?(?:村民小组|村|社区|小区|屯|嘎查|乡镇))的?"
    r"(?P<what>(?!集体)[\u4e00-\u9fff]{2,10}(?:硬化|改造|整治|建设|亮化|绿化|治理|铺设|安装|修缮|清淤|拆除|维修|加固|拓宽|提升|修复|防渗|改厕|流转))"
)


def worked_on(figures: list[Figure], index: int) -> re.Match[str] | None:
    """The places counted and the work done there, where the next figure says how much of it: 9个村道路硬化12公里."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.clause != figure.clause or following.kind != "level" or figure.item:
        return None
    return _WORKED.fullmatch(figure.right.strip("\x01 ")) if following.unit_kind != "money" else None


def is_size(figure: Figure, following: Figure) -> bool:
    """True where the next figure is a size inside the noun of this one: 1个千亩茶叶观光园."""
    return not following.core and following.clause == figure.clause and not following.left.strip()


def share_between(figures: list[Figure], index: int) -> tuple[str, str | None]:
    """The words behind a figure that are its own, and those left for the next figure of the clause."""
    figure = figures[index]
    behind = figure.right.lstrip("\x01 ")
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following and is_size(figure, following):
        return re.split(r"[，。；：、\n\x01]", figure.after.lstrip())[0], None
    if following is None or following.clause != figure.clause or following.bracket != figure.bracket:
        return behind, None
    if following.unit_kind == "money" and _COLLECTIVE.match(behind):
        return "村", behind
    if doubled := _DOUBLED.match(behind):
        return doubled[0], behind[doubled.end() :]
    rated = _rate_of().fullmatch(behind) if following.kind == "share" else None
    if rated:
        return rated["who"], behind
    sized = _SIZED.fullmatch(behind) if following.unit_kind in ("length", "land", "floor") else None
    if sized and figure.unit_kind == "count":
        return sized["who"], sized["what"]
    measured = _MEASURED.search(behind, 2) if following.kind == "growth" else None
    emitted = _EMITTED.fullmatch(behind) if figure.unit_kind == "count" else None
    if following.unit_kind == "money" and (invested := _INVESTED.fullmatch(behind)):
        return invested["who"], None
    if emitted:
        return emitted["who"], emitted["what"]
    if measured:
        return behind[: measured.start()], behind[measured.start() :]
    if each := EACH.match(behind):
        return each["noun"], each["rest"]
    if among := AMONG.search(behind):
        return among["whole"], behind
    if owns := _OWNS.search(behind):
        return behind[: owns.start()], behind[owns.end() :]
    apart = (_having().fullmatch(behind) or _DATED.fullmatch(behind)) if following.kind == "level" else None
    if apart:
        return apart["who"], apart["what"]
    return (
        _in_villages(behind, figure, following)
        or _before_verb(behind, following)
        or _first_part(behind)
        or _before_state(behind, figure, following)
    )


@cache
def _having() -> re.Pattern[str]:
    """A noun known to be counted, and what it has: 一所小学有教职工60人."""
    return re.compile(rf"(?P<who>[^，。；：\x00\x01]*?(?:{alternation('counted')}))有(?P<what>[\u4e00-\u9fff]{{2,8}})")


@cache
def _rate_of() -> re.Pattern[str]:
    """What is counted, and a rate of it: 23个国考断面水质优良率达100%."""
    return re.compile(
        rf"(?P<who>[^，。；：的\x00\x01]*(?:{alternation('counted')}))[\u4e00-\u9fff]{{2,6}}率(?:均|都)?(?:达到?|为|稳定在|保持在)?"
    )


def _in_villages(behind: str, figure: Figure, following: Figure) -> tuple[str, str] | None:
    """Divided behind villages, where things in them are counted next: 6个村易地扶贫搬迁安置点8个."""
    things = following.unit_kind == figure.unit_kind == "count" and following.kind == "level"
    village = admin_noun(behind) if things and not begins_noun(following.right) else ""
    rest = behind[len(village) :]
    counted = _thing().search(rest) if village and len(rest) > len(village) else None
    return (village, rest) if counted else None


@cache
def _thing() -> re.Pattern[str]:
    """What ends in a noun that is counted."""
    return re.compile(rf"[^的有](?:{alternation('counted')})\Z")


def _before_verb(behind: str, following: Figure) -> tuple[str, str] | None:
    """Divided before the verb of the next figure; ``None`` where the verb is of this one."""
    verbs = (m for m in any_verb().finditer(behind, 2) if not NOUN_OF_VERB.match(behind, m.start()))
    verb, known = next(verbs, None), doer_and_deed(behind) if following.kind == "level" else None
    at = len(known[0]) if known and "、" not in behind else verb.start() if verb else 0
    if at and not begins_noun(following.right) and not predicate_of(behind[at:].rstrip("、")):
        return behind[:at], behind[at:]
    return None


def _first_part(behind: str) -> tuple[str, str] | None:
    """Divided at the last link, or behind villages; ``None`` where there is neither."""
    if named := _NAMED_NEXT.fullmatch(behind):
        return named["own"], named["named"]
    parts = _LAST_LINK.split(behind)
    if len(parts) == 2:
        return parts[0], parts[1]
    village = admin_noun(behind)
    return (village, behind[len(village) :]) if village and len(behind) > len(village) else None


def _before_state(behind: str, figure: Figure, following: Figure) -> tuple[str, str | None]:
    """Divided before what those counted did or were, which is counted next; else all is of this figure."""
    noun, predicate = split_predicate(behind)
    if predicate and behind.startswith(noun) and not begins_noun(following.right):
        return noun, predicate
    people = PERSON_NOUN.match(behind)
    if people and len(behind) - people.end() >= _DEED and following.unit_kind not in ("", figure.unit_kind):
        return (people[0], behind[people.end() :]) if not ENDS_IN_PERSON.search(behind) else (behind, None)
    return behind, state_of_people(behind)
