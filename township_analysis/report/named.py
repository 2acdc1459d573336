"""The periods that a title or heading names, each told by the words after it: what it reviews, what it plans."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from township_analysis.lang.periods import PeriodMention, find_periods
from township_analysis.report.years import written_out

REVIEWS = re.compile(
    r"总结|回顾|小结|完成情况|运行情况|运行分析|情况(?=[及和暨与])|工作情况|执行情况|进展情况|开展情况|汇报|述职|成效|自查|(?:取得|创造)的[^，]{0,6}成[绩就]"
)
PLANS = re.compile(
    r"计划|打算|安排|规划|思路|要点|部署|目标|任务|重点|建议|方案|设想|谋划|展望|总体要求|主要工作$|工作意见|的?工作$"
)
REPORT = re.compile(r"工作(?:的)?报告")
#: 第十四个五年规划, “十三五”工作总结, as a period. Without quotation marks 十五 may belong to another number.
FIVE_YEARS = re.compile(
    r"第?(十[一二三四五]|[一二三四五六七八九十])个五年"
    r"|“?(十[一二三四五]|[六七八九十])五”?(?=[^，。]{0,14}(?:规划|计划))"
    r"|“(十[一二三四五]|[六七八九十])五”(?=的?(?:工作|发展|总结|回顾|概述|成就))"
)
#: 半年 that is neither 上半年 nor 下半年: a title of July.
HALF_YEAR = re.compile(r"(?<![上下])半年(?!来)|年中(?=工作|总结|小结|述职)")
#: What makes a month in a title the time that is reported, and no date.
MONTHS_WORK = re.compile(
    r"份?(?:全[国省市州县区镇乡]|[\u4e00-\u9fff]{2,4}[省市州县区镇乡])?(?:重点|主要)?(?:工作|总结|小结|计划|(?:国民)?经济|农业|工业|统计|生产|财政)"
)
SUMMED_UP = re.compile(r"(?:总结|回顾|工作情况|完成情况)[和及与暨、]$")
#: 首先报告2001年的工作, 回顾2008年工作: a heading that begins with its verb.
_TELLS = re.compile(r"\A(?:首先|先|下面)?，?(?:报告|汇报|回顾|总结)(?:一下|了)?\Z")
#: 2020年工作和“十三五”发展回顾: what is said of the second is said of both.
JOINED = re.compile(r"^(?:政府|全年)?(?:的)?工作[和及与暨、][“\"]?$")
BOTH_TIMES = re.compile(r"(?:的?工作)?[及和与暨、]")
YEARS_WORK = re.compile(r"度?(?:政府)?(?:的)?(?:主要)?工作(?:情况|回顾|总结)?\Z")
NEXT_YEAR = re.compile(r"^(?:明年|来年|下一?年度?)|[和及暨、](?:明年|来年|下一?年度?)")


@dataclass(slots=True)
class Named:
    """Periods as a title or the headings name them.

    Attributes:
        review: The first that is looked back on.
        plan: The first that is planned.
        year: The year in force behind the last one.
        stated: The first one, whatever is said of it.
        part: A part of a year that is not named (前三季度): the text may tell it.
    """

    review: str | None = None
    plan: str | None = None
    year: int | None = None
    stated: str | None = None
    part: PeriodMention | None = None

    @property
    def only_plan(self) -> bool:
        """Whether something is planned and nothing reviewed."""
        return self.plan is not None and self.review is None


def read_named(text: str, year: int | None = None) -> Named:
    """The periods of a title or heading, each told by the words after it.

    Args:
        text: Aligned.
        year: The year in force before it.

    Example:
        >>> found = read_named("竹林镇2019年工作总结及2020年工作计划")
        >>> found.review, found.plan
        ('2019', '2020')
    """
    found = Named(year=year)
    text = written_out(text)
    text = FIVE_YEARS.sub(lambda match: f"{match[1] or match[2] or match[3]}五时期", text)
    mentions = [mention for mention in find_periods(text) if _may_be_reported(mention, text)]
    for mention, following in zip_longest(mentions, mentions[1:]):
        if not (mention.full or (mention.part and found.year)) or mention.offset:
            found.part = found.part or (mention if mention.part and mention.offset is None else None)
            continue
        found.year = mention.last or mention.year or found.year
        named = resolved(mention, found.year)
        words = text[mention.end : following.start if following else len(text)]
        if following and JOINED.search(words):
            words = text[mention.end :]
        if named and named.isdigit() and HALF_YEAR.search(words):
            named += "-H1"
        found.stated = found.stated or named
        told = mention is mentions[0] and _TELLS.match(text[: mention.start])
        spanned = mention.last and following and following.year == mention.last and BOTH_TIMES.fullmatch(words)
        if spanned and not found.review and YEARS_WORK.match(text, following.end if following else 0):
            found.review = str(mention.last)  # “十三五”时期及2020年工作
        elif (REVIEWS.search(words) or told) and (not found.review or found.review.endswith(f"/{named}")):
            found.review = named  # “十一五”期间工作回顾和2010年工作情况
        elif PLANS.search(words) and not REPORT.search(words) and not found.plan and named != found.review:
            found.plan = named
        elif REPORT.search(words) and (mention.part or "-H" in (named or "")):
            found.review = found.review or named
    if found.only_plan and (found.plan or "").isdigit() and SUMMED_UP.search(text[: mentions[0].start]):
        found.review = str(int(found.plan or 0) - 1)  # 工作总结及2023年工作思路
    if found.review and not found.plan and NEXT_YEAR.search(text) and found.year:
        found.plan = str(found.year + 1)
    return found


def _may_be_reported(mention: PeriodMention, text: str) -> bool:
    """False for a date, a month that is one (2020年12月), and a time without an end (2018年以来)."""
    part = mention.part
    if mention.since:
        return False
    if len(part) == 2 and part.isdigit():
        return bool(MONTHS_WORK.match(text, mention.end))
    return "/" in part or part[:1] not in ("0", "1") or (part == "12-31" and mention.until)


def resolved(mention: PeriodMention, year: int | None) -> str | None:
    """The period of a mention, the end of a year (2022年底) as the year."""
    period = mention.resolve(year)
    return period.replace("-12-31", "") if period else None
