"""Names of those for whom something is done: 为32户发放补贴, 解决860名群众饮水困难问题, 对12处隐患点进行整治."""

import re
from collections.abc import Callable
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.persons import PERSON_NOUN
from township_analysis.figures.names.phrases import any_verb
from township_analysis.figures.names.suffixes import NOUN_OF_VERB
from township_analysis.figures.words import act_pattern, strip_lead

_FOR = re.compile(
    r"(?:(?<![作成认设分称])为|给|替|(?<![面反])对|(?<![方走导])向|使|让|帮助|协助|(?<![面反])对[\u4e00-\u9fff、]{2,20}等"
    r"|(?<![面反])对(?:[排摸自普检巡][查排]|查|发现|发生|反映|梳理|收集|检测)[^，。；]{0,6}的"
    r"|(?:(?<![作成认设分称])为|给)[\u4e00-\u9fff、]{2,20}(?:[小中]学|幼儿园|敬老院|福利院|村|社区)的?)(?:了|全[镇乡县村]|辖区|镇区|境内|[内的]|我[镇乡])*\Z"
)
_SOLVED = re.compile(
    r"解决了?(?:[\u4e00-\u9fff]{2,8}[及和与])?(?:周边|附近|沿线|邻近|(?:全[国省市县])?(?:农村|城镇|城乡|山区|库区|牧区))?\Z"
)
#: Those named before their number: 解决了东院、西院等两个家属院居民取暖难的问题.
_NAMED_FIRST = re.compile(r"解决了?[^，。；：\d]{2,24}(?:、[^，。；：\d]{2,10}|等)\Z")
_SERVED = ("person", "household", "person-times", "count", "event")
_AGED = re.compile(r"\A\d+周?岁(?:及?以上)?的?")
_DOES = re.compile(
    r"(?:进行|给予|开展(?=了?(?:安全)?(?:检查|排查|抽查|巡查|督查|整治|监测))|实施(?=改造|整治|提升|修缮|治理|救助))了?|予以"
)
#: How something is done for persons: 老人免费体检.
_WHOLLY = re.compile(r"(?:已经?|[均都]|全面|全部|逐一|统一|集中|依法|及时)+\Z")
#: By when it was done: 问题已于6月底前整改到位.
_BY_WHEN = re.compile("[于在]?\x01+前?")
_HOW = re.compile(r"(?:免费|集中|无偿|上门|代办)\Z")
_HOLDS = ("进行", "开展", "实施")
_BODY = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:学校|行政村|自然村|社区|村|企业|小区|屯|组|院落?|安置点|居民点|乡镇|寨|楼栋|大队)(?![务长校坝])"
)
_BEASTS = re.compile(r"大?牲畜|家畜|畜禽")
_INSURANCE = re.compile("(?:城乡居民|城镇居民|城镇职工)?(?:基本)?(?:新型)?(?:农村)?(?:新农合|合作医疗|医疗保险|医保)")
_PEOPLE_OF = re.compile(r"(?<=[村屯组区院落点寨])(?<!农村)(?<![山牧林]区)的?(?:村民|居民|群众|百姓)\Z")
_AND_OTHERS = re.compile(r"[及和与、](?:农村)?(?:师生|学生|教师|职工|居民|群众)")
_GAP = re.compile(r"[\u4e00-\u9fff“”]{0,8}[、和与及]?|[、和与及](?:大?牲畜|家畜|畜禽)")
_PAID = re.compile(r"(?P<how>发放|兑现|兑付|拨付|支付)了?(?P<what>(?!资金)[\u4e00-\u9fff]{1,4}[金费款贴助偿])")
LONG = 14  # characters of a deed that still goes into a name

_Split = Callable[[str], tuple[str, str]]


def served_names(figures: list[Figure]) -> dict[int, str]:
    """The names of the figures behind 为, 对, 解决, by their place in the sentence."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        left = figure.left.strip("\x01 ")
        listed = _NAMED_FIRST.search(left) and _BODY.match(figure.right)
        split = _trouble if listed or _SOLVED.search(left) else _deed if _FOR.search(left) else None
        if split and index not in names and figure.unit_kind in _SERVED:
            names |= _named(figures, _run(figures, index), split)
    return names


#: 24人的饮水问题和39头牲畜的饮水困难: what is solved for the first of them.
_ITS_TROUBLE = re.compile(r"\A的.*(?:问题|困难|难)\Z")


def _run(figures: list[Figure], index: int) -> list[int]:
    """The figures that have in common what stands behind the last of them: 3个村860户群众."""
    run = [index]
    for at in range(index + 1, len(figures)):
        gap = figures[at - 1].right.strip("\x01 ")
        joined = figures[at].clause == figures[at - 1].clause or not figures[at].left.strip("\x01 ，")
        near = figures[at].clause - figures[at - 1].clause < 2
        alike = joined and near and figures[at].unit_kind in _SERVED
        if not alike or not _GAP.fullmatch(gap) or any_verb().search(gap) or gap.endswith(_HOLDS):
            break
        run.append(at)
    return run


def _named(figures: list[Figure], run: list[int], split: _Split) -> dict[int, str]:
    """The deed, and those it was done for: a noun of their own each, or what their unit counts."""
    behind = _BY_WHEN.sub("", figures[run[-1]].right.lstrip("\x01 "))
    behind = re.split("[，。；：、\x00(]", behind)[0]
    last, deed = split(behind)
    if not 2 <= len(deed) <= LONG or deed.endswith("任务"):
        return {}
    last = _AGED.sub("", last)
    own = figures[run[-1]].left.strip("、和与及\x01 ")  # 480人、大牲畜320头的饮水困难
    last = own if not last and _BEASTS.fullmatch(own) else last
    nouns = [
        _BEASTS.sub("", _ITS_TROUBLE.sub("", figures[at].right.strip("\x01 、和及与"))) or _of_age(figures, at, last)
        for at in run[:-1]
    ] + [last]
    names = {at: _name(figures[at], noun, deed) for at, noun in zip(run, nouns, strict=True)}
    _leave_deed(figures, run, deed, last)
    names = {at: _insurance(figures[at]) + name for at, name in names.items() if name}
    return {at: name for at, name in names.items() if name}


def _insurance(figure: Figure) -> str:
    """The insurance that the sentence is about, where what it paid for is counted in 人次."""
    told = _INSURANCE.findall(figure.before) if figure.unit_kind == "person-times" else []
    return str(told[-1]) if told else ""


def _of_age(figures: list[Figure], at: int, last: str) -> str:
    """The noun with the age that stands between: 215名70岁以上老人 is 70岁以上老人; ``""`` where none stands there."""
    figure, age = figures[at], figures[at + 1].mention
    return figure.after[: age.hedge.end - figure.mention.hedge.end] + last if age.unit in ("岁", "周岁") else ""


def _leave_deed(figures: list[Figure], run: list[int], deed: str, whom: str) -> None:
    """The next figure of the clause is of the deed alone, money of whom it was for: 为126户独生子女户发放保健费."""
    following = figures[run[-1] + 1] if run[-1] + 1 < len(figures) else None
    if following and following.left.endswith((deed, deed + "了")):
        paid = _PAID.fullmatch(deed) if whom and following.unit_kind == "money" else None
        apart = paid is not None and not set(whom) & set(paid["what"]) and not whom.startswith("老")
        following.left = f"{paid['how']}{whom}{paid['what']}" if paid and apart else deed


def _name(figure: Figure, noun: str, deed: str) -> str:
    counted = COUNTED_NOUN.get(figure.unit_kind, "")
    if not noun or figure.unit_kind == "person-times":
        return deed + counted if counted else ""
    name = deed + noun if len(deed) <= 3 else f"{deed}的{noun}"
    return name + counted if counted != "人数" and not noun.endswith("户") else name


@cache
def _done() -> re.Pattern[str]:
    return re.compile(f"{_DOES.pattern}|{any_verb().pattern}|实行|采取|推行")


def _deed(behind: str) -> tuple[str, str]:
    """Whom, and what was done: 低保户发放慰问金 → 低保户, 发放慰问金."""
    people = None if act_pattern().match(behind) else PERSON_NOUN.match(behind)
    verbs = _done().finditer(behind, people.end() if people else 0)
    verb = next((found for found in verbs if not NOUN_OF_VERB.match(behind, found.start())), None)
    if not verb or verb.start() == 1:
        return "", ""
    noun, deed = (
        _WHOLLY.sub("", behind[: verb.start()].removesuffix("各")),
        _DOES.sub("", behind[verb.start() :], count=1),
    )
    how = _HOW.search(noun)
    noun, deed = (noun[: how.start()], how[0] + deed) if how and (people or how.start() == 0) else (noun, deed)
    if people and strip_lead(noun[people.end() :], light=False):
        return "", ""
    deed = re.sub(r"\A(?:实施|进行)(?=..)", "", re.sub(r"\A(..)了", r"\1", deed))
    return people[0] if people else noun, deed.rstrip("、和及与的")


def _trouble(behind: str) -> tuple[str, str]:
    """Whom, and what was solved: 群众饮水不便的问题 → 群众, 解决饮水不便问题."""
    people = PERSON_NOUN.match(behind) or _BODY.match(behind) or _BEASTS.match(behind)
    others = _AND_OTHERS.match(behind, people.end()) if people else None
    begins = others.end() if others else people.end() if people else 0
    what = behind[begins:].replace("的", "")
    what = what.rstrip("、和及与")
    return _PEOPLE_OF.sub("", people[0]) + (others[0] if others else "") if people else "", "解决" + what if len(
        what
    ) >= 2 else ""
