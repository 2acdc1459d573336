"""Where a predicate begins behind a noun that is surely what is counted: 3家企业|集中开工, 16个村民小组|安装了路灯."""

import re
from functools import cache, lru_cache

from township_analysis.figures.words import ASKED, alternation, either, words

#: A verb before one of these is the first half of a noun: 企业服务平台, 村改造项目.
OF_NOUN = (
    r"项目|工程|基地|点|[^域]?区|班|站|室|平台|中心|机制|体系|制度|资金|补[贴助]|率|度|量|额|数|费|业|期|[员户者园房队课商生]|型|性|能力|情况|工作|任务|试点|示范|人员|对象|群众"
    r"|行动|计划|方案|措施|设[备施]|标准|成本|待遇|贷款|问题|需求|事项|[、和及与]"
)
#: Adverbs behind which nothing but a predicate stands.
_SURELY = r"(?:仍然?|依然|至今|昼夜|日夜|连夜|轮流|踊跃|纷纷|相继|先后|陆续|(?<!村村)(?<!户户)(?<!亩)均|已经?)"
#: What tells nothing of those counted.
_SAYS_NOTHING = re.compile(r"(?:推进|实施|落实|进行|开展|见效|落地见效|提质增效|落地|落地实施|发展)?")


@lru_cache(maxsize=ASKED)
def doer_and_deed(behind: str) -> tuple[str, str] | None:
    """The noun and the predicate where the first is a thing or person known to be counted; else None.

    >>> doer_and_deed("抢险队昼夜值守"), doer_and_deed("企业服务平台")
    (('抢险队', '值守'), None)
    """
    found = None if begins_deed(behind) else _told().match(behind)
    if not found:
        return None
    deed = found["how"] or found["sure"] or found["deed"]
    return found["doer"], "" if _SAYS_NOTHING.fullmatch(deed) else deed


@lru_cache(maxsize=ASKED)
def begins_deed(behind: str) -> bool:
    """True where what those counted do stands first, whatever persons it names: 参加城乡居民医疗保险."""
    return bool(_does().match(behind))


@cache
def _does() -> re.Pattern[str]:
    does = [word for word in words("does") if word not in words("state")]
    deeds = either(word for word in (*does, *words("splits")) if len(word) > 1)
    return re.compile(f"(?:{deeds})(?!{OF_NOUN}|的)")


@cache
def _told() -> re.Pattern[str]:
    """A noun known to be counted, and a verb behind it; one that may be a noun (安装) only with 了 or an adverb."""
    opens = [word for word in words("opens") if len(word) > 1 and "(" not in word]
    surely = either([*opens, *words("splits")])
    verbs = [word for kind in ("does", "act", "state", "light") for word in words(kind) if len(word) > 1]
    likely = either(word for word in verbs if word.partition("(")[0] not in words("both"))
    doubtful = alternation("both")
    deed = rf"(?:{surely}|(?:{likely})(?!{OF_NOUN})|(?:{doubtful})[了起上过])"
    done = rf"(?:{deed}|(?:{doubtful})(?!{OF_NOUN}))"
    return re.compile(
        rf"(?P<doer>[^，。；：、\x00\x01]*?(?:{alternation('counted')}))"
        rf"(?:(?:{alternation('how')})+(?P<how>{done}.*)|{_SURELY}(?P<sure>..+)|(?P<deed>{deed}.*))"
    )
