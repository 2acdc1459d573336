"""The words around numbers (cues.csv), and how they are taken off a phrase."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby

from township_analysis.lang.tables import load_table

_GUARD = re.compile(r"\(\?<?[!=][^)]*\)")
_FIRST = re.compile(r"([\u4e00-\u9fff](?![?*{]))[^()|]*\Z")
#: A cue that begins with one character, and has no alternatives outside brackets of one level.
_ONE_FIRST = re.compile(r"[\u4e00-\u9fff](?![?*{+])(?:[^()|]|\([^()]*\))*")
_ANY = re.compile(r"[.-]|\\(?!Z)|\[\^")
_ANY_END = re.compile(r"(?:\.|\\[a-z]|u9fff[^\]]*\])[?*+{}\d,]*\Z")  # of a pattern that any character can end
_SYNTAX = frozenset("()[]{}<>?*+|\\^$:=!")
_FEW = 6  # cues that are tried one by one
#: Phrases whose answer is kept: the rules ask the same of a figure's words again and again.
ASKED = 512
#: A word before one of these is part of a measure's name (成功率, 任务数), not an opening.
_OF_MEASURE = tuple("率数额量度")
#: How something was done, before what the rate is of: 规范管理率.
_RATED_HOW = "保健|系统|规范|综合|按[时期]|及时|限时|全程|动态|集中|一次"
#: Names that look like verbs.
_NOUNS = frozenset("转移就业 劳务输出 植树造林 退耕还林 安全检查 技能培训 就业培训 创业培训 安全饮水 饮水安全".split())
#: Where 完成 and the like are part of a name.
_NAMED = "发展党员|完成投资|完成率|完成比例|实施方案|组织部"


@cache
def words(kind: str) -> tuple[str, ...]:
    """The cues of a class of cues.csv, longest first; guards do not count."""
    cues = [row["cue"] for row in load_table("cues") if row["class"] == kind]
    return tuple(sorted(cues, key=lambda cue: len(_GUARD.sub("", cue)), reverse=True))


@cache
def alternation(*kinds: str) -> str:
    """The cues of one or more classes as an alternation, longest first."""
    return either(cue for kind in kinds for cue in words(kind))


def either(cues: Iterable[str]) -> str:
    """Cues as an alternation in their order, which are tried only where one of them can begin.

    >>> either(["修建", "拆(?!迁)"]), either(["甲乙", "甲丙", *"乙丙丁戊"])
    ('修建|拆(?!迁)', '(?=[丁丙乙戊甲])(?:甲(?:乙|丙)|乙|丙|丁|戊)')
    """
    runs = ((begun, list(run)) for begun, run in groupby(cues, key=lambda cue: bool(_begins(cue))))
    return "|".join(
        f"(?=[{''.join(sorted(set().union(*map(_begins, run))))}])(?:{'|'.join(_by_first(run))})"
        if begun and len(run) >= _FEW
        else "|".join(run)
        for begun, run in runs
    )


def _by_first(cues: list[str]) -> list[str]:
    """Cues as alternatives, with those that begin with one character told by it once: 修建, 修缮 is 修(?:建|缮).

    A cue never overtakes one that may begin as it does.
    """
    groups: list[list[str]] = []
    open_ones: dict[str, list[str]] = {}
    for cue in cues:
        first = cue[0] if _ONE_FIRST.fullmatch(cue) else ""
        if first in open_ones:
            open_ones[first].append(cue)
            continue
        groups.append([cue])
        if first:
            open_ones[first] = groups[-1]
        else:
            for character in _begins(cue):
                open_ones.pop(character, None)
    return [
        group[0] if len(group) == 1 else f"{group[0][0]}(?:{'|'.join(cue[1:] for cue in group)})" for group in groups
    ]


@cache
def _begins(cue: str) -> frozenset[str]:
    """The characters that a cue can begin with, or all that it can have; none where it can begin with any."""
    bare = _GUARD.sub("", cue)
    if first := _FIRST.match(bare):
        return frozenset(first[1])
    return frozenset() if _ANY.search(bare) else frozenset(bare) - _SYNTAX


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation('lead')}|〔[^〕]{{1,12}}〕|[\s、，“”·—\-\x00\x01()]|——)+")


@cache
def _light() -> re.Pattern[str]:
    return re.compile(rf"(?!{_NAMED})(?:{alternation('light')})+")


@cache
def _relative() -> re.Pattern[str]:
    """What those did or reached that are counted: 完成环境整治的村, where the verb is no verb of the report's."""
    of = r"了?[^的]{2,}的[^的]{0,6}"
    return re.compile(
        rf"(?:(?:达到|通过|取得|存在|具有|具备|参加|享受){of}|(?:完成|实现){of}(?!任务|项目|工程|指标|改革|成果))"
        rf"(?:{alternation('counted')})\Z"
    )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation('link')}|(?:{alternation('moves')})(?:到|至|为(?!主))了?|[\s、，：—\-\x00\x01(])+\Z"
    )


@cache
def act_pattern() -> re.Pattern[str]:
    """Verbs that carry a name: 新建, 发放, 拆除."""
    return re.compile(f"(?:{alternation('act')})")


@cache
def _verbs_only() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation('act', 'light', 'lead', 'state')}|剩余|剩下?|其余|余下|现有|[了的共已尚仍还])*\Z"
    )


@lru_cache(maxsize=ASKED)
def strip_lead(text: str, *, light: bool = True) -> str:
    """The phrase without the words before it that say nothing of it (全镇共, 其中, 截至目前, 完成).

    >>> strip_lead("全镇共完成旱改厕"), strip_lead("成功率")
    ('旱改厕', '成功率')
    """
    last, whole = None, text
    while text != last:
        last = text
        if _relative().match(text):
            break
        lead = _lead().match(text)
        measure = lead and text.startswith(_OF_MEASURE, lead.end()) and not lead[0].endswith("其中")
        text = text[lead.end() :] if lead and not measure else text
        text = text[m.end() :] if light and (m := _light().match(text)) and m.end() < len(text) else text
    opened = whole[: len(whole) - len(text)].endswith("“") and (text.endswith("”") or text[:1].isdigit())
    return "“" + text if opened and "“" not in text else text


@lru_cache(maxsize=ASKED)
def strip_link(text: str) -> str:
    """The phrase without the words that tie it to its number (达到, 共有, 为).

    >>> strip_link("耕地面积达到"), strip_link("统计")
    ('耕地面积', '统计')
    """
    ends = _link_ends()
    if not text or (ends is not None and text[-1] not in ends and not text[-1].isspace()):
        return text
    return text[: m.start()] if (m := _link().search(text)) else text


@cache
def _link_ends() -> frozenset[str] | None:
    """The characters that such words can end with; None where they can end with any."""
    bare = [_GUARD.sub("", cue) for cue in words("link")]
    if any(_ANY_END.search(cue) for cue in bare):
        return None
    return frozenset("到至为了、，：—-\x00\x01(").union(*bare) - _SYNTAX


@cache
def _aspects() -> re.Pattern[str]:
    deed = alternation("act", "state")
    of_people = "[年全]*[人户劳]均[年纯净]*收入"  # that say themselves whose they are
    measured = rf"(?!{of_people})(?:{alternation('taken')})+(?:{alternation('measure')})"
    rated = alternation("rated")
    rate = rf"(?!绿化覆盖)(?:{_RATED_HOW})*(?:{deed}|{rated}){{1,2}}[率面]|(?:{rated}){{1,2}}[人户]数"
    return re.compile(
        rf"{measured}|{rate}|(?:{alternation('measure')}|装机|用地|参保)(?:占比|比重|总规模|规模|总量|增速|增幅)|(?:年|月|日|[年月日]均)(?:{deed}|{alternation('output')})|(?:{deed})(?:率|总?金额|总额)"
    )


@lru_cache(maxsize=ASKED)
def is_aspect(text: str) -> bool:
    """True for what needs a word for what it is of: 产量, 月均收益, 日供水, 收缴金额, 完工率.

    >>> is_aspect("户均收益"), is_aspect("收益分红")
    (True, False)
    """
    if text in _aspect_words():
        return True
    may_be = bool(text) and (text[-1] in _aspect_ends() or text[0] in "年月日")
    return may_be and bool(_aspects().fullmatch(text))


@cache
def _aspect_words() -> frozenset[str]:
    return frozenset(words("aspect"))


@cache
def _aspect_ends() -> frozenset[str]:
    """The last characters of what _aspects matches, but for 年产 and the like."""
    return frozenset("率面数比重模量速幅额").union(*(frozenset(cue) - _SYNTAX for cue in words("measure")))


@lru_cache(maxsize=ASKED)
def verbs_only(text: str) -> bool:
    """True for a phrase that names nothing: empty, or verbs and adverbs alone."""
    return text not in _NOUNS and bool(_verbs_only().match(text))
