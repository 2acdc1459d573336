"""Names of figures in lists: A和B分别达到1、2, or A 1元、B 2元，分别增长3%、4%."""

import re
from dataclasses import replace

from township_analysis.figures.model import Figure
from township_analysis.figures.names.apart import (
    FIRST_OF,
    OF_MEASURES,
    RANKED,
    aspect_of_before,
    of_those_counted,
    paired_with_before,
)
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.names.lines import with_trade
from township_analysis.figures.names.listing import GROWTH_WORDS, Said, said_of, tails_of
from township_analysis.figures.names.measures import SECTOR, TAX_OFFICES, is_sector
from township_analysis.figures.names.members import listed
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun
from township_analysis.figures.names.schools import of_each_school
from township_analysis.figures.words import alternation, is_aspect, verbs_only

_MOVES_ALONE = re.compile(rf"(?:年均|同比|环比)?(?:{alternation('rise')}|{alternation('fall')})")
_MOVE_LAST = re.compile(rf"(?:{alternation('rise')}|{alternation('fall')})\Z")
_THREE = re.compile(r"(?:三次产业|(?:一、?|\x01+)二、?三[次个]?产业?)(.*)")
#: 三次产业结构由20%、30%和50%调整为…: the share of each.
_MAKE_UP = re.compile(r"\A(?:结构|构成)\Z")
#: What is said of a list whose measures follow: 蔬菜、水果等发展迅猛，产量分别增长8%、6%.
_AND_SO_ON = re.compile(
    r"(?:穿境|横贯|贯穿|纵贯)(?:而过|全境|全镇|境内)?\Z|等(?![级额])|(?:生产|产业)?(?:稳步|快速|迅速|持续|全面|健康|协调)?发展|(?:喜获|再获|全面)丰收|增产"
)
#: A thing counted by its own number, in a list.
_ITS_NOUN = re.compile(r"[\u4e00-\u9fff“”]{2,10}[、和与及]?")
_OUTPUT = re.compile(r"生产总值|GDP")
#: Shares of what was planned or of a larger whole: 占年度计划比例.
_OF_PLAN = re.compile(
    r"(?:计划|任务|目标|预算|总量|总额|全[国省市州县区])数?[\u4e00-\u9fff]{0,3}(?:比例|比重)\Z"
    r"|(?:计划|任务|目标|预算)数?\Z"
)
_TASK_DONE = re.compile(r"\A完成.*(?:计划|任务|目标|预算)\Z")
#: 主要树种为松、杉，面积分别为…: what is listed.
_SUCH_AS = re.compile(r"\A[\u4e00-\u9fff]{2,6}(?:[为有是]|包括)(?=[^为有是]+、)")
#: 起数和人数实现双下降，分别下降20%、30%.
_BOTH_MOVE = re.compile(r"[均都皆]?(?:实现|呈现|保持)?了?“?[双齐](?:双|下降|增长|提升|上升|[升降增])”?\Z")
#: 城乡居民收入达到2.2万元和0.7万元.
_BOTH_EARN = re.compile(r"城乡居民[\u4e00-\u9fff]{0,7}收入(?:达到?|实现|为|完成|(?:年均|同比)?(?:分别)?增长)?\Z")
_RATE = re.compile(
    r"[\u4e00-\u9fff]{2,4}率|[年月]?[人户村亩]均[\u4e00-\u9fff]{2,5}|[年月]?(?:供养|补助|补贴|保障|救助|补差)(?:标准|水平)"
)
#: Words for a number of persons, which money does not stand beside: 从业人数和产值420人、5000万元.
_HEADCOUNTS = ("数", "人口", "劳动力")
_PER = re.compile(r"每[十百千万]+[人户名亩]口?(?=[\u4e00-\u9fff]{2})")
_EACH = re.compile(r"每[人户亩名头只村位](?:每?[年月天]|每?学期)?(?P<paid>[\u4e00-\u9fff]{2,4})?")
#: 实际分别增长8%、6%: not as the prices of the day have it.
_HOW_RECKONED = ("实际", "名义")
_COMES_TO = re.compile(r"(?:分别)?(?:达到?|为|是)")
_HOW_MOVED = re.compile(r"(?:年均|同比|环比|五年|累计)+\Z")
_SHARE_TOLD = re.compile(r"占[^，]{2,12}(?:比[重例]|份额)|[^，]{0,4}(?:贡献率|占有率)")
#: Of what something is so many times: 分别是上个五年的3倍和2倍.
_IS_TIMES = re.compile(r"(?:(?:[是为达到]|相当于)[\u4e00-\u9fff“”]*)?")

#: 2019年、2020年分别实施项目3个、2个: the years stand apart, and not what was told before.
_YEARS_APART = re.compile(r"\x01{10,}分别")


def paired_names(figures: list[Figure]) -> dict[int, str]:
    r"""The names of the figures of such lists; ``\x02n\x02tail`` stands for the name of figure n and a tail."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        if len(run := _run(figures, index)) < 2:
            continue
        if index >= len(run) and index - len(run) in names and AGAIN.fullmatch(figure.left.replace("\x01", "").strip()):
            names |= {at: f"\x02{at - len(run)}\x02" for at in run}
            continue
        if stood := _before_it_grew(names, run, figure):
            names |= stood
            continue
        told = said_of(figure)
        if index - len(run) in names and is_aspect(left_phrase(told.before)):
            told = replace(told, apart=True)  # 茶叶、蔬菜面积分别达到1万亩、2万亩，实现产值3亿元、5亿元
        heads = _heads(figure, told.before, len(run), told=told.apart, counted=_counted_before(figures, index))
        heads = _of_output(figures, index, heads)
        of_one = _one_thing(figures, run, heads, told) or _two_deeds(heads, told)
        heads = [] if of_one else with_trade(figures, index, heads)
        given = _given(figures, run, heads, told, _of_plans(names)) or _of_run_before(names, run, told)
        for at in run if given or told.apart or told.moves else []:
            figures[at].kind = figure.kind
        names |= given
    return names


def _before_it_grew(names: dict[int, str], run: list[int], figure: Figure) -> dict[int, str]:
    """总产值、税收分别增长8%、6%，达到3亿元、5000万元: what they came to."""
    grown = [names.get(at - len(run), "") for at in run]
    comes_to = _COMES_TO.fullmatch(figure.left.strip("\x01 ，")) and figure.kind == "level"
    if not comes_to or not all(_MOVE_LAST.search(name) for name in grown):
        return {}
    return {at: _HOW_MOVED.sub("", _MOVE_LAST.sub("", name)) for at, name in zip(run, grown, strict=True)}


def _of_run_before(names: dict[int, str], run: list[int], told: Said) -> dict[int, str]:
    """甲、乙增加值分别增长8%、6%，占工业比重分别提高1个和2个百分点: of what grew in the list before."""
    before, earlier = told.before.strip(" \x01，"), [names.get(at - len(run), "") for at in run]
    share = _SHARE_TOLD.fullmatch(before) if told.apart and all(earlier) else None
    if not share or not all(_MOVE_LAST.search(name) for name in earlier):
        return {}
    bare = (_MOVE_LAST.sub("", name).removesuffix("同比") for name in earlier)
    return {at: f"{name}{before}{told.tail}" for at, name in zip(run, bare, strict=True)}


def _of_plans(names: dict[int, str]) -> list[int]:
    """The shares of a plan, which nothing grows by: 分别完成计划的98%和95%，分别增长8%和6%."""
    return [at for at, name in names.items() if name.startswith("\x02") and _OF_PLAN.search(name)]


def _given(figures: list[Figure], run: list[int], heads: list[str], told: Said, shares: list[int]) -> dict[int, str]:
    """The names of one list: from the things named before it, else from as many figures before it."""
    figure, before, tail = figures[run[0]], told.before, told.tail
    growing = before.strip(" \x01，")
    if told.apart and not heads and (growing in GROWTH_WORDS or _MOVES_ALONE.fullmatch(growing)):
        before, tail, figure.kind = "", growing, "growth"
    before = "" if FIRST_OF.fullmatch(growing) else before
    if growing in _HOW_RECKONED:
        before, tail = "", growing + tail
    tail = "倍数" if figure.unit_kind == "multiple" and _IS_TIMES.fullmatch(tail) else tail
    tails = _turned(tails_of(tail, len(run)), [figures[at].left.strip(" 、和及与") for at in run[1:]])
    if given := _with_heads(figures, run, heads, tails):
        return given
    bare = not before.strip(" \x01，(")
    if told.apart and bare and (of_those := of_those_counted(figures, run, tails)):
        return of_those
    years = _YEARS_APART.search(figure.left) and not told.moves
    if (told.apart or told.moves) and bare and not years:
        return paired_with_before(figures, run, tails, shares)
    if told.apart and (in_each := of_each_school(figures, run, left_phrase(before))):
        return in_each
    aspect = _aspect_in(before) + tail if told.apart else ""
    counted = of_those_counted(figures, run, [aspect] * len(run)) if aspect else {}
    return counted or (aspect_of_before(figures, run, aspect) if aspect else {})


def _turned(tails: list[str], own: list[str]) -> list[str]:
    """What is said of each, where a later one moved the other way: 同比分别下降12%、上升7%."""
    return [
        *tails[:1],
        *(_MOVE_LAST.sub(word, tail) if word else tail for tail, word in zip(tails[1:], own, strict=True)),
    ]


def _run(figures: list[Figure], index: int) -> list[int]:
    """The figures of a list: the first, and those that follow with only 、 or 和 between, behind 分别 also ，."""
    run, first = [index], figures[index]
    each = ("分别" in first.left and not first.left.endswith("分别")) or _moves_each(figures, index)
    for at in range(index + 1, len(figures)):
        own = figures[at].left.strip(" 、和及与")
        turned = each and _MOVES_ALONE.fullmatch(own)
        if (own and not turned) or not _listed_on(figures, at, first):
            break
        run.append(at)
    return run


def _moves_each(figures: list[Figure], index: int) -> bool:
    """甲、乙分别完成产值2亿元、9千万元，增长17%、下降6%: how each of those before moved."""
    first = figures[index]
    clause = [f for f in figures[:index] if first.clause - f.clause == 1]
    return bool(clause and _MOVES_ALONE.fullmatch(first.left.strip("\x01 ，")) and "分别" in clause[0].left)


def _listed_on(figures: list[Figure], at: int, first: Figure) -> bool:
    """True for the next value of a list: behind 、 or 和, or behind a comma that stands for it (分别增长5%，6%)."""
    here = figures[at]
    told = "分别" in first.left and here.unit_kind == "percent" == first.unit_kind and here.opens
    if here.unit_kind != first.unit_kind and _ITS_NOUN.fullmatch(here.right) and begins_noun(here.right):
        return False  # 完成乡、村便道4.2公里、四处人饮工程
    return here.clause - figures[at - 1].clause == 1 if told else here.item and here.clause == first.clause


def _heads(figure: Figure, before: str, count: int, *, told: bool, counted: bool) -> list[str]:
    """What a list of figures is of, where as many things are named before it."""
    if count == 3 and (found := _THREE.search(before)):
        of_each = _MAKE_UP.sub("占比", left_phrase(found[1]))
        return [f"第{number}产业{of_each}" for number in "一二三"]
    both = told or "城乡" not in before or (figure.unit_kind in ("money", "percent") and _BOTH_EARN.search(before))
    if both and (heads := listed(before, count)):
        per = _PER.match(heads[0])  # 每千人床位数、医师数
        return [head if head.startswith("每") else per[0] + head for head in heads] if per else heads
    aspect = before.strip(" \x01，")
    if not told or counted or "，" not in figure.before or (aspect and aspect != "人口" and not is_aspect(aspect)):
        return []
    clause = re.split(r"[，。；：]", figure.before)[-2].removesuffix("从无到有")
    clause = _BOTH_MOVE.sub("", _SUCH_AS.sub("", clause))
    return [head + aspect for head in listed(_AND_SO_ON.split(clause)[0] if aspect else clause, count)]


def _of_output(figures: list[Figure], index: int, heads: list[str]) -> list[str]:
    """The sectors whose output grew, where that of all did: 国内生产总值年均递增9.8%，其中一二三产分别递增…."""
    before, figure = figures[index - 1] if index else None, figures[index]
    output = before and figure.part and figure.unit_kind == before.unit_kind == "percent"
    if not before or not output or not all(SECTOR.fullmatch(head) for head in heads) or not _OUTPUT.search(before.left):
        return heads
    yearly = "年均" if "年均" in before.left and "年均" not in figure.left else ""
    return [f"{head}增加值{yearly}" for head in heads]


def _one_thing(figures: list[Figure], run: list[int], heads: list[str], told: Said) -> bool:
    """True where persons and money are of all that is listed: 发放护理补贴和生活补贴420人、50万元."""
    kinds = [figures[at].unit_kind for at in run]
    served = kinds[1:] == ["money"] and kinds[0] in ("person", "person-times", "household")
    return bool(heads) and served and not told.apart and not heads[0].endswith(_HEADCOUNTS)


def _two_deeds(heads: list[str], told: Said) -> bool:
    """True where what is listed are deeds done to one thing: 新建、改建道路12条、18.6公里."""
    return not told.apart and any(verbs_only(head) for head in heads[:-1])


def _counted_before(figures: list[Figure], index: int) -> bool:
    """True where the clause before has figures of its own, which are no list of names."""
    return index > 0 and figures[index].clause - figures[index - 1].clause < 2


def _aspect_in(before: str) -> str:
    """The aspect that stands alone before 分别: 合格率, 每亩补贴, 每人每月 (a rate of pay)."""
    if each := _EACH.fullmatch(before.strip("\x01，、 ")):
        return each[0] if each["paid"] else each[0] + "标准"
    phrase = left_phrase(before)
    return phrase if is_aspect(phrase) or _RATE.fullmatch(phrase) else ""


def _with_heads(figures: list[Figure], run: list[int], heads: list[str], tails: list[str]) -> dict[int, str]:
    """The name of each: its head with what is said of all; bare aspects are those of the level before."""
    before = next((i for i in range(run[0] - 1, -1, -1) if figures[i].kind == "level" and figures[i].core), None)
    if heads and before is not None and all(is_aspect(head) for head in heads):
        kept = "\x02" if any(head in OF_MEASURES for head in heads) else "\x03"
        heads = [f"{kept}{before}\x02{head}" for head in heads]
    ranked = RANKED.match(tails[0]) if figures[run[0]].mention.form == "rank" else None
    tails = (
        [f"{ranked['where']}排名"] * len(run) if ranked else [t + "比例" * bool(_TASK_DONE.search(t)) for t in tails]
    )
    names = {at: head + tail for at, head, tail in zip(run, heads, tails, strict=False)}
    sectors = all(is_sector(n, figures, run[0]) for n in names.values())
    return {at: n + ("增加值" if sectors else _counted(figures[at], n)) for at, n in names.items()}


def _counted(figure: Figure, name: str) -> str:
    """面积 for land that is named by what grows or is done on it, 户数 for households named by what was done."""
    if figure.kind != "level" or "\x02" in name or "\x03" in name:
        return ""
    if figure.unit_kind == "money" and name in TAX_OFFICES:
        return "收入"
    if figure.unit_kind == "household":
        return "" if re.search(r"户|家庭|对象", name) else "户数"
    return "面积" if figure.unit_kind == "land" and not re.search(r"面积|[田地]\Z", name) else ""
