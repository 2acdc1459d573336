"""Proper names of sites: what ends in a word for a site and has a part of its own that is no common word."""

import re
from functools import cache, lru_cache

from township_analysis.figures.common import common_words
from township_analysis.figures.scope.villages import GENERIC
from township_analysis.figures.words import ASKED, act_pattern, either, strip_lead
from township_analysis.lang.tables import load_table

_LONGEST = 18  # characters of a name
_LONGEST_WORD = 6  # characters of a common word
_LONGEST_VERB = 4
_LONGEST_SOLE = 7
#: Characters that stand beside common words without making them a name.
_SINGLE = frozenset(
    "新老旧大小中高低多各全县市区镇乡村组户省国年月日以上下内外类级型化性生业品工人民学校农林牧渔水电路气网两三几"
    "一二四五六七八九十百千万亿余公里米亩元个名"
)
#: What no name holds: function words, and what a township or its people do.
_BREAK = re.compile(
    r"[，。；：、\x00\x01 的了或并等各每已均现有为被把将由从于到在我全其该此非且与及（）()]|(?<=..)[和达]|[搬撤是距毗]"
    r"|共(?!体)|至(?![^至]*[路线])|[东西南北][邻接连靠临依与]|^[东西南北]+[至到抵达起]|通[村组户屯寨油水硬]|矫|率|拖欠|^最[高低大]|正[在式]|^[可受占靠]|^[架铺修盖建搭拉栽种养办打挖开装立买做搞][起好完成掉]|(?<=..)比[旧老原上去]"
    r"|不|位于|始建|成立|开展|实行|驻|交办|提出|先后|聚居|连户|获批|铺筑|限上|回头看|始设|所在地|所属|年[间里]|升入|考入|录取|加入|参与|[一二三四五六七八九]成[农企村居牧渔]"
)
#: Numbers that a name may begin with: 35千伏柳河变电站; names in quotes hold any.
_NUMBERED = re.compile(r"\d+千伏")
_DIGIT = re.compile(r"[\d%]")
#: Whose office or firm it is, of which there is but one: 镇敬老院, 县汽车站.
_OFFICE = re.compile(r"(?:[镇乡县](?![村级区镇属办域直内上下里])|街道|县域)")
_NO_OFFICE = re.compile(r"(?:[村路桥渠段山湖河坝组街巷]|(?<![小园])区|企业|人民政府)\Z")
#: What is done, in one character before what it is done to: 修油路, 建蔬菜基地.
_DONE = re.compile(r"[修建打挖通连放占][^，。；：]{0,4}[路渠桥线]\Z")
_DOES = frozenset("建修打挖种养改扩续办开设上升")
#: How it goes on behind a road, a bridge, a mountain by its name, where this is the subject.
_TOLD = re.compile(
    r"[一二三]期|[长宽高深有为是位因依利靠始建现于总已全横起原跨海水面占落开改穿地设新可流年主绝残自贯投安铺拓两沿完被由经每日最、和与相]|治理|整治"
    r"|工程|[\u4e00-\u9fff]{1,4}[顶内上口下边畔岸中](?![游级])|[顶内上口下](?![游级])|，|\Z"
)
#: The same where something is done to it.
_WORKED = re.compile(
    r"\Z|，|[一二三]期|进行|实施|改造|建设|修|工程|拓宽|整治|治理|清淤|加固|征|段|\d|[\u4e00-\u9fff]{2,8}\d"
)
_VILLAGES = ("村", "社区", "组", "屯", "嘎查")
#: What is told of all of a kind behind its name: 便民服务中心覆盖13个村.
_OF_KIND = re.compile(r"毕业|全?覆盖|建设|规范化|标准化")
_PHASE = re.compile("[一二三]期")
_COMPANY = re.compile("(?:股份)?有限(?:责任)?公司")


@cache
def _cues(kind: str) -> frozenset[str]:
    rows = load_table("sites", "township_analysis.figures")
    return frozenset(row["cue"] for row in rows if row["class"] == kind)


@cache
def _kinds() -> re.Pattern[str]:
    site, feature = (either(sorted(_cues(kind), key=len, reverse=True)) for kind in ("site", "feature"))
    return re.compile(rf"(?:(?P<site>{site})|(?P<feature>{feature}))(?![镇乡县市])")


@cache
def _sole() -> re.Pattern[str]:
    return re.compile(either(sorted(_cues("sole"))))


@cache
def _common() -> frozenset[str]:
    bodies = load_table("bodies", "township_analysis.figures")
    of_bodies = {row["cue"] for row in bodies if row["class"] in ("any_body", "common")}
    return common_words("word", "verb") | _cues("ordinary") | of_bodies


def may_name_site(text: str) -> bool:
    """True for words in which a site can be named at all: a quick look before a long one."""
    return bool(_kinds().search(text) or _sole().search(text))


@lru_cache(maxsize=ASKED)
def is_common(text: str) -> bool:
    """True for a phrase that is made of common words alone.

    >>> is_common("高考二本以上"), is_common("柳河")
    (True, False)
    """
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            ends.update(start + n for n in range(1, _LONGEST_WORD + 1) if text[start : start + n] in _common())
            ends.update({start + 1} if text[start] in _SINGLE else ())
    return len(text) in ends


def verb_at(text: str) -> str:
    """What is done or how, at the head of a phrase, else ``""``: 规划建设镇区环路."""
    heads = (text[:size] for size in range(_LONGEST_VERB, 1, -1))
    return next((head for head in heads if head in common_words("verb") or head in _cues("verb")), "")


def _is_given(text: str) -> bool:
    return text[:2] in _cues("given")


def _is_name(name: str, kind: int, *, sole: bool) -> bool:
    """True for a name whose word for what it is begins at ``kind`` and which has a part of its own."""
    bare = name[:kind].strip("“”")
    if name in _cues("sole") or (_OFFICE.match(name) and len(name) > 2 and not _NO_OFFICE.search(name)):
        return sole and not _BREAK.search(name) and not _DIGIT.search(name)
    if "“" in name or "”" in name:
        return name.startswith("“") and (name[kind] == "”" or name.endswith("”")) and len(bare) >= 2
    inner = _NUMBERED.sub("", name, count=1)
    village = name.endswith(_VILLAGES) and GENERIC.search(name)
    if _BREAK.search(inner) or _DIGIT.search(inner) or village or _DONE.fullmatch(name):
        return False
    if bare[:1] in _DOES and is_common(bare[1:]):
        return False
    bare, least = _NUMBERED.sub("", bare, count=1), 1 if len(name) - kind > 1 else 2
    return len(bare) >= least and (_is_given(bare) or not is_common(bare))


@lru_cache(maxsize=ASKED)
def site_at(text: str, *, subject: bool, sole: bool) -> str:
    """The named site at the very head of a phrase, else ``""``.

    Args:
        text: The phrase.
        subject: True where it would be the subject of a clause.
        sole: True where it may be what a township has but one of, without a proper name.

    >>> site_at("黄土湾淤地坝高17米", subject=True, sole=True), site_at("镇敬老院迁入新址", subject=True, sole=True)
    ('黄土湾淤地坝', '镇敬老院')
    >>> site_at("农贸市场改造", subject=False, sole=False), site_at("产业路硬化", subject=True, sole=True)
    ('', '')
    """
    quoted, office = text.startswith("“"), sole and _OFFICE.match(text)
    if not (quoted or office) and (strip_lead(text, light=False) != text or act_pattern().match(text)):
        return ""
    deed, best = bool(verb_at(text)), _sole_at(text) if sole else ""
    for found in _kinds().finditer(text, 1, _LONGEST):
        name = text[: found.end()]
        done = best and (verb_at(text[len(best) :]) or act_pattern().search(text, len(best), found.end()))
        if done or (_BREAK.search(name) and not quoted):
            break
        if found["feature"] and not (_TOLD if subject else _WORKED).match(text, found.end()):
            continue
        whole = not deed or text[: found.start()] in _cues("given")
        whole = whole and not (name in _cues("sole") and _OF_KIND.match(text, found.end()))
        best = name if whole and _is_name(name, found.start(), sole=sole) else best
    more = (_COMPANY.match(text, len(best)) or _PHASE.match(text, len(best))) if best else None
    return best + (more[0] if more else "")


def _sole_at(text: str) -> str:
    heads = (text[:size] for size in range(_LONGEST_SOLE, 1, -1))
    return next((head for head in heads if head in _cues("sole") and not _OF_KIND.match(text, len(head))), "")


def sites_at(text: str, *, subject: bool, sole: bool) -> tuple[str, int]:
    """The named site or sites in a row at the head of a phrase, joined by 、, and how long they are in the text.

    >>> sites_at("麻柳桥和观音桥相继竣工", subject=True, sole=True)
    ('麻柳桥、观音桥', 7)
    """
    names, end = [], 0
    while name := site_at(text[end:], subject=subject, sole=sole):
        names.append(name)
        end += len(name)
        if text[end : end + 1] not in ("、", "和", "与"):
            return "、".join(names), end
        end += 1
    return "", 0
