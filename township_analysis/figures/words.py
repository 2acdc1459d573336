"""The words around numbers: tables of verbs, openings and links, and how they are taken off a phrase."""

import re
from functools import cache

from township_analysis.lang.tables import load_table

#: Single characters open or close a phrase only where they are not part of a word.
_LEAD_SINGLE = (
    "共(?!青|产|享|同|建|治|和|有林|富|生|商)|约(?!定)|计划(?!生育|内|外|免疫|完成|经济)|并(?!网|购|轨|联)|和(?!谐|平|美|睦)|及(?!格|时)|与(?!会)|或|已|均(?!价|等|衡|值)|都(?!市|江)|也"
    "|还(?!款|建|林|田|湖)|又|现(?!代|场|金|役|实)|仅|将(?!军)|要(?!素|求|件)|拟|的|了|计(?!划|生|量|提|件)|在(?!校|建|册|岗|职|编|外|籍|读|园)"
    "|对(?!虾|口|外|接)|由|为(?!民)|把(?!关)|让(?!利)|使(?!用)|向|以(?!工|上|下)|从(?!业)|等(?!级)|后(?!备|勤|续)|前(?!景|沿)|其中?|则|即|再(?!生)|仍|尚|另"
)
_LINK_SINGLE = (
    "达|(?<![行作])为|是|(?<![国所私特保享公])有|(?<!公)共|(?<![设统审会预])计|(?<![签预节公条大制特相合履违契])约|近|超|至|到|(?<![存所现])在|(?<![用属])于|了|已|(?<![户人村亩年月日平])均|都|仅|还|各|的|由|从|(?<![涉普])及|和|(?<!参)与|一|也"
)


#: A word before one of these is part of a measure's name (成功率, 任务数), not an opening.
_OF_MEASURE = tuple("率数额量度")
_NOUNS = frozenset(["转移就业", "劳务输出", "植树造林", "退耕还林", "安全检查", "技能培训"])


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a class of words.csv, longest first."""
    return tuple(sorted((row["word"] for row in load_table("words") if row["class"] == kind), key=len, reverse=True))


@cache
def alternation(kind: str, shortest: int = 1) -> str:
    """The words of a class as an alternation, longest first."""
    return "|".join(re.escape(word) for word in words(kind) if len(word) >= shortest)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation('lead', 2)}|{_LEAD_SINGLE}|[\s、，“”·—\-\x00\x01()]|——)+")


@cache
def _light() -> re.Pattern[str]:
    return re.compile(rf"(?!完成投资|完成率|完成比例|实施方案|组织部)(?:{alternation('light', 2)}|共|达|辖|有(?!机|色|效|线|害|限|轨|偿))+")


@cache
def _link() -> re.Pattern[str]:
    each = r"(?:为|达)?每(?:平方公里|亩|万人|千人|百户|户|人|年|月|天|日|村|个村)"
    return re.compile(rf"(?:{alternation('link', 2)}|{_LINK_SINGLE}|{each}|[\s、，：—\-\x00\x01(])+\Z")


@cache
def act_pattern() -> re.Pattern[str]:
    """Verbs that carry a name: 新建, 发放, 拆除."""
    return re.compile(f"(?:{alternation('act', 2)})")


@cache
def _verbs_only() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation('act', 2)}|{alternation('light', 2)}|{alternation('lead', 2)}|{alternation('state', 2)}|剩余|其余|现有|[了的共已尚仍还])*\Z")


def strip_lead(text: str, *, light: bool = True) -> str:
    """The phrase without the words before it that say nothing of it (全镇共, 其中, 截至目前, 完成)."""
    last = None
    while text != last:
        last = text
        text = text[m.end() :] if (m := _lead().match(text)) and text[m.end() : m.end() + 1] not in _OF_MEASURE else text
        text = text[m.end() :] if light and (m := _light().match(text)) and m.end() < len(text) else text
    return text


def strip_link(text: str) -> str:
    """The phrase without the words that tie it to its number (达到, 共有, 为)."""
    return text[: m.start()] if (m := _link().search(text)) else text


def verbs_only(text: str) -> bool:
    """True for a phrase that names nothing: empty, or verbs and adverbs alone."""
    return text not in _NOUNS and bool(_verbs_only().match(text))
