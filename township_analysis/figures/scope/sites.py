"""Named sites by where they stand in a sentence: as its subject, or as what something was done to, in or for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from township_analysis.figures.scope.bodies import SENT_TO, body_at
from township_analysis.figures.scope.sitenames import is_common, may_name_site, sites_at, verb_at
from township_analysis.figures.words import ASKED, act_pattern

_CLAUSE = re.compile(r"[^，。；：]+")
#: By what means, or with whom, the township did something: 依托某某合作社举办培训班.
BY_MEANS = re.compile(
    rf"[\x00\x01 ，]*(?:主要|重点|积极|主动)?(?:依托|{SENT_TO}|通过(?!率)|借助|利用|联合|会同|协同|委托|携手|邀请|聘请)"
)
#: How far it is from there: 距最近的火车站27公里.
_FROM_THERE = re.compile(r"[\x00\x01 ，]*(?:距|离)")
#: What is only used: 租赁镇工业集中区厂房.
_HIRED = ("租赁", "租用", "流转")
#: Before a subject: when, which of several, whose.
_LEAD = re.compile(
    r"(?:[\x00\x01 “(]|其中|仅(?=[\u4e00-\u9fff])|今年|去年|当年|年内|同年|目前|截至|一年来|[上下]半年|年时"
    r"|第[一二三四五六七八九十\d]+届|[我本][镇乡县市区]|[镇乡村]里|境内|辖区内?|到|另外|但|而)+"
)
#: What it is, before its name: 龙头企业海润阀门, 县道柳石线.
_APPOSED = re.compile(
    r"(?:[^，。；：\d]{0,4}(?:企业|安置点|国道|省道|县道|众创空间|主峰|最[高低][峰点处]|湖泊|河流|山顶|安置房|——|改桥项目)|"
    r"[^，。；：\d]{1,8}(?:所属|下辖的?|所办|东侧|南侧|西侧|北侧|内新建))(?=[“\u4e00-\u9fff])"
)
#: Which of several: 规模最大的是某某厂, 最艰巨的某某段; or what is told of it before its name: 新办的某某厂.
_WHICH = re.compile(
    r"[^，。；：\d]{1,16}?(?:的(?:一[个处座幢家条所])?(?:就?是|为|在|数)?|最大一[个处座幢家条所](?:是|在))"
)
_DIGIT = re.compile(r"\d")
_TRIES = 3  # of such words before a name
#: What is done to it, in it or for it.
_AT = re.compile(r"(?<![搬迁所])[对在为给](?=[“\u4e00-\u9fff])")
#: A sum before what it was spent on: 投资185万元建成金水湾广场.
_SUM = re.compile(r"元(?=[\u4e00-\u9fff])")
#: How many there are of a kind, behind what looks like a name, or that it is one of several.
_NOT_ONE = re.compile(r"(?:[\d两]+[余多]?[个座处所家条栋口户]|[、及等]|[两三四五\d]个)")


#: Land and beds of a kind, where a number follows: 建立洋芋良种繁育基地800亩.
_LAND = re.compile(r"(?:基地|园|小区|棚)\Z")
#: The village that a clause ends with, and how the next one goes on about it: 始于柴林村，该村现有….
_ENDS = re.compile(
    r"(?:[于在到是为](?=[\u4e00-\u9fff]{2,7}\Z)|以(?=[^，。；]*为(?:龙头|核心|中心|重点|依托)))"
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:村|社区|小学|中学|公司|厂|市场|园区|基地|景区))(?:为[\u4e00-\u9fff]{2,14})?\Z"
)
#: What a firm became: 某厂改制为某某公司.
_BECAME = re.compile(r"(?:改制|改组|更名|重组|组建)[为成](?P<name>[\u4e00-\u9fff]{4,14}(?:公司|集团|厂|合作社))\Z")
_THIS = re.compile(r"[\x00\x01 ]*[该此](?P<kind>村|社区|校|公司|厂|市场|园区|基地|景区)")


#: A work behind what was invested in it, of which the clauses behind tell: (1)客商投资1.2亿元新建的某某项目，占地65亩.
_FUNDED = re.compile(
    r"[\x00\x01 ]*(?:\([\d一二三四五六七八九十]+\)|[\d①-⑩]+[、.．]|[一二三四五六七八九]是|由|其中)?"
    r"(?P<who>[^，。；：\d]{0,14}?)"
    r"(?:计划|概算)?(?:总投资|投资|引进(?:外来|省外|市外|县外)?资金|引资)[约近达超]{0,2}[\d.]+[余多]?[百千万亿]*美?元(?:人民币)?"
    r"(?:新建|兴建|建设|扩建|改建|创办)?的(?P<name>[\u4e00-\u9fff“”()]{4,18})"
)
#: The label of an item: 1. 洋下点：硬化村道1.1公里.
_LABEL = re.compile(r"[\x00\x01 .、．①-⑩\d]*(?P<name>[\u4e00-\u9fff]{2,7}[点片园区站场厂校院路桥])\Z")


@dataclass(frozen=True)
class Site:
    """A named site in a sentence, or several in a row.

    Attributes:
        name: As the text has it; several joined by 、.
        start: Where it begins in the sentence.
        end: Where it ends.
        subject: True where its clause begins with it, or tells without a figure what is done in it, to it or for it.
    """

    name: str
    start: int
    end: int
    subject: bool


def _subject_of(clause: str) -> tuple[str, int, int]:
    """The site that a clause begins with, where, and how long it is; ``("", 0, 0)`` where there is none."""
    lead = _LEAD.match(clause)
    at = lead.end() if lead else 0
    at -= clause[:at].endswith("“")
    for _ in range(_TRIES):
        apposed = _APPOSED.match(clause, at)
        for head in (apposed.end() if apposed else at, at):
            name, size = sites_at(clause[head:], subject=True, sole=True)
            if name:
                return name, head, size
        more = apposed or _WHICH.match(clause, at)
        if not more:
            break
        at = more.end()
    return "", 0, 0


def _object_of(clause: str) -> tuple[str, int, int]:
    """The site that a clause does something to, in or for, where, and how long it is."""
    heads = [m.end() for m in _AT.finditer(clause)]
    heads += [m.end() + clause.startswith("了", m.end()) for m in act_pattern().finditer(clause)]
    lead = _LEAD.match(clause)
    begins = [lead.end() if lead else 0, *(m.end() for m in _SUM.finditer(clause))]
    for at in [*sorted(heads), *(_past_verbs(clause, begin) for begin in begins)]:
        if clause.endswith(_HIRED, 0, at):
            continue
        name, size = sites_at(clause[at:], subject=False, sole=clause[at - 1 : at] in ("为", "给", "对"))
        if name:
            return name, at, size
    return "", 0, 0


def _past_verbs(clause: str, at: int) -> int:
    """Where a clause's object begins behind the verbs at ``at``."""
    while verb := verb_at(clause[at:]):
        at += len(verb)
    return at + clause.startswith("了", at)


def _outright(clause: re.Match[str], last: str) -> Site | None:
    """The site that a clause is about by its build: this village, what a firm became, what was invested in, a label."""
    own, behind = clause[0], clause.string[clause.end() : clause.end() + 1]
    this, ends = _THIS.match(own), _ENDS.search(last)
    if this and ends and ends["name"].endswith(this["kind"][-1]):
        return Site(ends["name"], clause.start(), clause.start() + this.end(), subject=True)
    found = _BECAME.search(own)
    if not found and behind == "，" and (funded := _FUNDED.fullmatch(own)):
        begun = act_pattern().search(funded["who"]) or verb_at(funded["who"])
        found = None if begun or body_at(funded["name"]) != funded["name"] else funded
    if not found and behind == "：" and (label := _LABEL.match(own)):
        found = None if is_common(label["name"]) or verb_at(label["name"]) else label
    return Site(found["name"], clause.start() + found.start("name"), clause.end(), subject=True) if found else None


@lru_cache(maxsize=ASKED)
def sites_in(text: str) -> tuple[Site, ...]:
    """The named sites that the clauses of a sentence begin with or do something to, in their order.

    >>> [site.name for site in sites_in("投资38万元对东风渠进行清淤，装机最大的是银河电站")]
    ['东风渠', '银河电站']
    """
    out: list[Site] = []
    before = ""
    for clause in _CLAUSE.finditer(text):
        before, last = clause[0], before
        if outright := _outright(clause, last):
            out.append(outright)
            continue
        if not may_name_site(clause[0]) or BY_MEANS.match(clause[0]) or _FROM_THERE.match(clause[0]):
            continue
        name, at, size = _subject_of(clause[0])
        subject = bool(name)
        if not name:
            name, at, size = _object_of(clause[0])
        start = clause.start() + at
        subject = subject or bool(name and at and clause[0][at - 1] in "在对为" and not _DIGIT.search(clause[0]))
        if not subject and _LAND.search(name) and _DIGIT.match(text, start + size):
            continue
        if name and not _NOT_ONE.match(text, start + size):
            out.append(Site(name, start, start + size, subject))
    return tuple(out)
