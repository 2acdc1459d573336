"""A named site holds for the figures behind it in its sentence, until the words turn from it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import groupby
from operator import attrgetter

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.scope.carrying import WORK
from township_analysis.figures.scope.scopes import DONE_BY_ALL, INVESTED, is_wider, says_more, turns_from
from township_analysis.figures.scope.sitenames import site_at
from township_analysis.figures.scope.sites import Site, sites_in
from township_analysis.figures.scope.villages import PLACE, VILLAGES
from township_analysis.figures.words import is_aspect, strip_lead, verbs_only

_COUNTED = frozenset("个家座所处条项栋幢")
#: What it is among all of the place, and whom of the place it takes in: no turn from it.
_PRAISE = re.compile(
    r"[是为]?(?:全[镇乡县市区]|[我本][镇乡县])[^，。；]{0,10}?最[^，。；]*"
    r"|[我本][镇乡县](?=女工|农民|劳动力|村民|群众|职工|劳力)"
)
#: What is about others again, or about the whole place.
_OTHERS = re.compile(
    r"(?:[两三四五]个?|\d个)(?:村(?!民)|社区|单位|企业|镇|乡)|相对高差|平均海拔|另有|平均气温|降[水雨]量|无霜期|森林覆盖率|日照"
)
_SPENT = re.compile(r"(?:投资|投入|筹资|筹措|筹集|出资|拨款|争取|安排|挤出|拿出|资金|集资)[^，。；：\d]{0,6}\Z")
#: How the next sentence goes on about the site of the one before: by its kind, a part of it, or what was done to it.
_AGAIN = (
    r"[\x00\x01 ，]*(?:目前|去年|今年)?"
    r"(?:[该本此全](?:{last}|{kind}|村)|(?:该|本|此|全)?(?:{kind}|{last}(?=[内上面口中顶下里]))|[一二三]期"
    r"|(?:改造|建成|完工|投产|扩建|开业)后|项目|工程)"
)
_BECAME = re.compile(r"(?:改制|改组|更名|重组|组建)[为成]\Z")
_LEASED = re.compile(r"(?:租[赁用]|流转)[^，]{0,4}\Z")
_PAID = re.compile(r"(?:投资|投入|筹资|出资|耗资)[近约达超\x01 ]*\Z")
_DIGIT = re.compile(r"\d")
_STOP = re.compile("[，。；：]")
_RATE = re.compile("[人户亩棚村]均|人平|户平|每|月|日")
_FAR = 300  # characters between a site and a figure
_SHORT = 6  # characters of what is measured, in a member of a row
_BUILT = ("length", "floor", "volume")


def hold_sites(figures: list[Figure], before: list[Figure], said: Callable[[], str], *, wide: bool) -> None:
    """Give figures without a body of their own the named site that their sentence tells of.

    Args:
        figures: The figures of a sentence, with the scopes that their own clauses give.
        before: Those of the sentences before it in the same paragraph.
        said: Gives the sentence before it in the same line.
        wide: True in the report of a county or more, where what is named is one example of many.
    """
    if not figures or wide:
        return
    sites = _with_last(sites_in(figures[0].text), figures, before, said)
    for figure in figures:
        figure.scope = _own(figure) or _bare(figure.scope, sites)
        if not figure.core:
            continue
        site = None if figure.scope.startswith("全") else _site_of(figure, sites)
        if site is not None and _comes_first(site, figure) and not _ends_row(site, figure, figures):
            figure.scope = site.name
            own = left_phrase(figure.left)
            bare = is_aspect(own) and figure.name.endswith(own) and site.end <= figure.at
            figure.name = own if bare else figure.name  # 设摊位150个，总投资240万元: of the market
    _give_each_its_own(figures)


def _give_each_its_own(figures: list[Figure]) -> None:
    """Sites in a row and as many values, and how each moved: 甲公司、乙公司分别完成产值500万元、300万元，增长8%、6%."""
    for scope, run in groupby(figures, key=attrgetter("scope")):
        group, names = list(run), scope.split("、")
        lists = [group[at : at + len(names)] for at in range(0, len(group), len(names))]
        in_lists = all(len(one) == len(names) and all(f.item for f in one[1:]) for one in lists)
        if len(names) > 1 and in_lists and "分别" in group[0].left:
            for figure, name in zip(group, names * len(lists), strict=True):
                figure.scope = name


def _own(figure: Figure) -> str:
    """The site that a member of a row begins with: 中心校516人、龙湾小学288人, else ``""``."""
    own = figure.left.strip("\x00\x01 ") if figure.item else ""
    name = site_at(own, subject=True, sole=True) if own else ""
    counted = name == own and figure.mention.unit in _COUNTED
    return name if name and len(own) - len(name) <= _SHORT and not counted else ""


def _bare(scope: str, sites: tuple[Site, ...]) -> str:
    """The scope without what stands before its name: 规模较大的是红星砖厂, 渡改桥项目石门大桥."""
    inner = (site.name for site in sites if site.subject and scope.endswith(site.name))
    return min(inner, key=len, default=scope)


def _comes_first(site: Site, figure: Figure) -> bool:
    """True where a site comes before the scope that a figure has: 引进某某公司在石门村流转土地, and per head."""
    between = figure.text[site.end : figure.at]
    if not is_wider(figure.scope) and _BECAME.search(figure.text, max(0, site.start - _SHORT), site.start):
        return True  # 五金厂改制为某某公司
    if not is_wider(figure.scope) and _LEASED.search(between.partition(figure.scope)[0]) and figure.scope in between:
        return True  # 某某项目，流转石门村土地480亩
    if not is_wider(figure.scope) and not PLACE.fullmatch(figure.scope):
        return False
    if PLACE.fullmatch(figure.scope):
        return not PLACE.fullmatch(site.name) and f"在{figure.scope}" in between
    told = PLACE.fullmatch(site.name) or _RATE.match(strip_lead(figure.left.strip("\x00\x01 ")))
    return not figure.scope or bool(told and site.subject and "、" not in site.name)


def _ends_row(site: Site, figure: Figure, figures: list[Figure]) -> bool:
    """True behind places in a row, each with its own: 大湾村800亩茶园、石坝村600亩果园，带动农户300户."""
    between = [f.scope for f in figures if site.end <= f.at < figure.at]
    return any(not is_wider(scope) and scope != site.name for scope in between)


def _with_last(
    sites: tuple[Site, ...], figures: list[Figure], before: list[Figure], said: Callable[[], str]
) -> tuple[Site, ...]:
    """The sites of a sentence, behind the last of those before it where the sentence goes on about that one."""
    last = before[-1].scope if before else ""
    if is_wider(last):
        earlier = sites_in(said())
        last = earlier[-1].name if earlier else ""
    if not last or "、" in last:
        return sites
    again = re.match(_AGAIN.format(kind=re.escape(last[-2:]), last=re.escape(last[-1])), figures[0].text)
    if not again and said() != last:
        return sites
    return (Site(last, 0, again.end() if again else 0, subject=True), *sites)


def _site_of(figure: Figure, sites: tuple[Site, ...]) -> Site | None:
    """The site that holds for a figure, else ``None``: the last one before it, or the one that money is spent on."""
    at = bisect_left(sites, figure.behind, key=attrgetter("start"))
    ahead = sites[at] if at < len(sites) else None
    spent = figure.unit_kind == "money" and (_SPENT.search(figure.left) or INVESTED.search(figure.left))
    if ahead and spent and ahead.start - figure.behind <= _FAR and _is_spent_on(ahead, figure):
        return ahead
    last = bisect_right(sites, figure.at, key=attrgetter("end")) - 1
    site = sites[last] if last >= 0 else None
    return site if site and figure.at - site.end <= _FAR and _holds(site, figure) else None


def _is_spent_on(site: Site, figure: Figure) -> bool:
    """True for the site behind a sum that is spent on it: 投资38万元对青泥渠进行清淤."""
    if site.subject and figure.text[site.start - 1] not in "在对为给":
        return False
    between = figure.text[figure.behind : site.start]
    paid = _PAID.search(figure.left) and between not in ("，为", "，给")
    done = between == "，对" or (bool(paid) and between.startswith("，") and verbs_only(between[1:]))
    return done or not _STOP.search(between)  # 争取资金90万元，对石门敬老院实施改造


def _holds(site: Site, figure: Figure) -> bool:
    """True where nothing between a site and a figure turns from it."""
    between = figure.text[site.end : figure.at]
    own, here = between.rpartition("，")[2], "，" not in between
    item = figure.text.startswith("：", site.end)
    if (
        ("；" in between and not item)
        or turns_from(_PRAISE.sub("", between))
        or _OTHERS.search(between)
        or _is_counted(site, figure)
    ):
        return False
    if not here and ((_DIGIT.match(between) and not says_more(own)) or INVESTED.fullmatch(own.strip("\x01 "))):
        return False  # 柳河小学165名，民办幼儿园40名; 硬化柳沟村村道，投资12万元维修敬老院
    if WORK.search(site.name) and not here and DONE_BY_ALL.match(own):
        return False  # 石门大桥年底合龙，新建公厕3座
    if "、" in site.name and figure.per == "village":
        return False  # 石坝村、柳沟村…，每村补助5万元
    if site.subject or (here and not _DIGIT.search(between)) or says_more(own):
        return True
    next_clause = between.count("，") == 1 and not DONE_BY_ALL.match(own)
    return next_clause and figure.unit_kind in _BUILT


def _is_counted(site: Site, figure: Figure) -> bool:
    """True for a figure that counts sites of the kind: 农贸市场1个; 石坝村达到标准，5个村…."""
    between = figure.text[site.end : figure.at]
    counts = figure.mention.unit in _COUNTED
    whole = "，" not in between and verbs_only(between) and not figure.right.strip("\x01 ")
    whole = whole and not PLACE.fullmatch(site.name)
    alike = whole or figure.name.endswith(site.name[-1]) or "的村" in figure.name
    return (counts and alike) or bool(PLACE.fullmatch(site.name) and VILLAGES.match(figure.right))
