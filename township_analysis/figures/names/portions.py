"""Names of shares told by 占: what has the share, and of what."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.nearest import nearest
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.topics import topic_before
from township_analysis.figures.names.wholes import FAR, criterion_before, told_whole, whole_of, with_people
from township_analysis.figures.words import strip_link, verbs_only

#: 壮族人口最多，占总人口的86%; 以汉族为主，占82%: what the clause before says is most.
_MOST_OF = re.compile(
    r"[，。；、以](?!以)([\u4e00-\u9fff]{2,8}?)(?:最多|居多|为多|为主|居首位?)，"
    r"[约均近]*[占\u4e00-\u9fff]{0,8}\Z"
)
_SHARE_OF = re.compile(
    r"(?P<base>.*?)占(?!有率)(?:到|了|全部)?(?P<whole>[^，]*?)(?:的)?(?:比重|比例|份额)?(?:的|为|达到?|提高到|提升到|上升到|降至|约|近|超过)*\Z"
)
_SHARE_NOUN = re.compile(r"占比(?![重例])")
#: 渔业产值在农业总产值中所占的比重.
_WITHIN = re.compile(r"(?P<part>.*?)在(?P<whole>[\u4e00-\u9fff]{2,16}?)中所?")
#: Taxes are a share of the revenue just told.
_OF_REVENUE = re.compile(r"(税收(?:收入)?|税性收入)占比\Z")
#: 财政用于民生方面的支出，占财政支出的…: 民生支出.
_SPENT_FOR = re.compile(r"\A[\u4e00-\u9fff]{0,6}?用于([\u4e00-\u9fff“”]{2,8}?)(?:事业|方面|领域)?的?支出\Z")
_BARE_SHARE = ("占比", "占", "占比由", "占比为")
_SHARE_NAME = re.compile(r"[^占]+占(?P<whole>[^占]+)比重")
#: What stands between an age and the share of those who have it.
_AGED_ARE = ("占", "的占")


def portion_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a share by the part and the whole told; ``""`` where the words before it tell of none."""
    named = (rule(figures, index, left) for rule in (_of_an_age, _share_before, _of_revenue, _of_whole))
    return next(filter(None, named), "")


def _of_an_age(figures: list[Figure], index: int, left: str) -> str:
    """常住人口12000人，其中0—14岁占16%; 60岁以上的占24%: of those counted before."""
    aged = criterion_before(figures, index) if left in _AGED_ARE else ""
    people = last_level(figures, index) if aged else None
    return f"{aged}{people.name.removeprefix('总')}占比" if people and people.unit_kind == "person" else ""


def _share_before(figures: list[Figure], index: int, left: str) -> str:
    """The name of a bare 占 or 占比: what stands before it, and of what it is a share where that is of its unit."""
    if left not in _BARE_SHARE or not index:
        return ""
    told = "比" in left
    before = nearest(figures, index)
    bare = told and not figures[index].left.strip(" \x01").removeprefix("占比")
    if bare and (aged := criterion_before(figures, index)):
        return f"{aged}占比"
    if before is None:
        return "占比"
    whole = "" if told and not before.part else whole_of(figures, index, "")
    return f"{before.name}占{whole}比重" if whole and not before.name.endswith(whole) else f"{before.name}占比"


def _of_revenue(figures: list[Figure], index: int, left: str) -> str:
    tax, before = _OF_REVENUE.search(left), nearest(figures, index)
    return f"{tax[1]}占{before.name}比重" if tax and before and before.name.endswith("收入") else ""


def _of_whole(figures: list[Figure], index: int, left: str) -> str:
    """壮族占总人口的86%: a part, told here or before, of a whole."""
    share = _SHARE_OF.match(strip_link(left))
    if not share or _SHARE_NOUN.search(left):
        return ""
    figure = figures[index]
    within = _WITHIN.fullmatch(share["base"])
    own = re.sub(r"将\Z", "", left_phrase(within["part"] if within else share["base"]))
    told = share["whole"] or (within["whole"] if within else "")
    base = _part(figures, index, own, told)
    whole = told or (whole_of(figures, index, own) if figure.part or base != own else told_whole(figure))
    whole = whole or (_whole_of_row(figures, index) or _of_all_people(figures, index, own) if own else "")
    base = _SPENT_FOR.sub(r"\1支出", base) if "支出" in whole else base
    base = re.sub(r"(?<=[\u4e00-\u9fff][性族力])人数\Z", "", base) if whole else base  # 男性占总人口比重
    return f"{base}占{whole}比重" if whole else with_people(figures, index, f"{base}占比")


def _whole_of_row(figures: list[Figure], index: int) -> str:
    """What the share in the clause before is of: 土族占总人口的38%，藏族占11%."""
    figure, before = figures[index], figures[index - 1] if index else None
    if (
        before is None
        or before.kind != "share"
        or figure.clause - before.clause > 1
        or before.bracket != figure.bracket
    ):
        return ""
    row = _SHARE_NAME.fullmatch(before.name)
    return row["whole"] if row else ""


def _of_all_people(figures: list[Figure], index: int, own: str) -> str:
    """The people that a share of one nationality is of: 总人口1236人，哈萨克族占86%."""
    before = figures[index - 1] if index and own.endswith("族") else None
    return before.name if before and before.name in ("总人口", "户籍人口", "常住人口", "人口") else ""


def _part(figures: list[Figure], index: int, own: str, whole: str) -> str:
    """What has the share: its own words, the figure before, or what the clause before says is most."""
    figure = figures[index]
    before = nearest(figures, index)
    grown = figures[index - 1] if index and not own and figure.item else None
    if grown and grown.kind == "growth" and grown.rule == "movement" and grown.subject:
        return grown.subject  # 产值12亿元，机器人产量增长31%、占全国4成: of what grew
    listed = before is None or figures[index - 1].rule == "ratio"
    base = own if own and (listed or not verbs_only(own)) else before.name if before else topic_before(figure)
    most = _MOST_OF.search(figure.near(FAR)) if not own else None
    base = most[1] + "人口" * (most[1][-1] == "族") if most else base
    return criterion_before(figures, index) + base
