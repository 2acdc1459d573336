"""Names of figures in lists: A和B分别达到1、2, or A 1元、B 2元，分别增长3%、4%."""

import re
from dataclasses import dataclass, replace

from township_analysis.figures.model import Figure
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.names.lines import with_trade
from township_analysis.figures.names.members import listed
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.time.stocks import is_base
from township_analysis.figures.words import alternation, is_aspect, strip_link

_RESPECTIVELY = re.compile(r"(?:分别|各(?![类项种级村界族乡镇部单个行方地站组位科]))(?=[^，。；]*\Z)")
_COMPARED_WITH = re.compile(r"(?:同比|环比|[比较](?:上年|去年|上一年)(?:同期)?|[比较]\x01+)\Z")
#: How a growth is reckoned is no word of what grows: 同口径分别增长8%、6%.
_SAME_BASIS = re.compile(r"(?:按|以)?(?:相?同|可比|老|新|原)口径(?:计算|比较)?\Z|按?(?:可比|不变)价格?(?:计算)?，?\Z")
_WITH_A_YEAR = re.compile(r"[比较]\x01{3,}\Z")
#: 分别恢复到2019年的104%和98%.
_BACK_TO = re.compile(r"恢复[到至]\x01+的")
_COMPARED_FIRST = re.compile(r"\A[\s\x01，、]*(?:同比|环比)(?=[\u4e00-\u9fff]{3})")
_THAN = re.compile(r"\A[\s\x01]*[比较](?:上年|去年|上一年|(?:[^，；]{2,9}的)?\x01+)(?:同期)?")
_ONLY_MOVES = re.compile(rf"(?:{alternation('rise')}|{alternation('fall')})")
_MOVES_AT_END = re.compile(rf"(?:同比|环比)?(?:{alternation('rise')}|{alternation('fall')})(?:了|约|近|超|超过)?\Z")
#: Words for a growth that is told without 增长: 增速分别为8%、6%.
GROWTH_WORDS = ("增速", "增幅", "降幅", "减幅", "涨幅", "跌幅", "同比增速", "同比增幅")
#: What a measure itself has: 固定资产投资总量; other aspects are of the thing measured.
OF_MEASURES = (*GROWTH_WORDS, "总量", "总额", "规模")
#: 工业产值、税收年均增长分别为7%、6%: what is said of each before 分别, and how.
_MOVED_EACH = re.compile(
    rf"(?<=..)(?:的?(?:五年|三年|历年)?(?:年均|年平均|平均每年|同比|环比)?(?:{alternation('rise')}|{alternation('fall')}|{'|'.join(GROWTH_WORDS)}))\Z"
)
_MOVES_ALONE = re.compile(rf"(?:年均|同比|环比)?(?:{alternation('rise')}|{alternation('fall')})")
_THREE = re.compile(r"(?:三次产业|(?:一、?|\x01+)二、?三[次个]?产业?)(.*)")
#: 轮胎、轴承产量从全国第7位、第3位升至第2位.
_FROM_RANK = re.compile(r"[由从](?P<where>全[国省市州县区])(?:的|排名)?第?\Z")
_RANKED = re.compile(r"\A[均稳位排名列居]+(?P<where>[^，]*?)的?第?\Z")
#: What is said of a list whose measures follow: 蔬菜、水果等发展迅猛，产量分别增长8%、6%.
_AND_SO_ON = re.compile(
    r"(?:穿境|横贯|贯穿|纵贯)(?:而过|全境|全镇|境内)?\Z|等(?![级额])|(?:生产|产业)?(?:稳步|快速|迅速|持续|全面|健康|协调)?发展|(?:喜获|再获|全面)丰收|增产"
)
_TASK_DONE = re.compile(r"\A完成.*(?:计划|任务|目标|预算)\Z")
#: 主要树种为松、杉，面积分别为…: what is listed.
_SUCH_AS = re.compile(r"\A[\u4e00-\u9fff]{2,6}(?:[为有是]|包括)(?=[^为有是]+、)")
#: 起数和人数实现双下降，分别下降20%、30%.
_BOTH_MOVE = re.compile(r"[均都皆]?(?:实现|呈现|保持)?了?“?[双齐](?:双|下降|增长|提升|上升|[升降增])”?\Z")
#: 城乡居民收入达到2.2万元和0.7万元.
_BOTH_EARN = re.compile(r"城乡居民[\u4e00-\u9fff]{0,4}收入(?:达到?|实现|为|完成)?\Z")
_RATE = re.compile(
    r"[\u4e00-\u9fff]{2,4}率|[年月]?[人户村亩]均[\u4e00-\u9fff]{2,5}|[年月]?(?:供养|补助|补贴|保障|救助|补差)(?:标准|水平)"
)
#: 土方8万方，投资6万元，占计划的103%、105%: each of its own plan.
_OF_PLAN = re.compile(r"(?:占|[是为]|完成了?)((?:全年|年度)?(?:计划|任务|目标|目标任务))的")
#: 分别占全镇的83%和79%.
_OF_PLACE = re.compile(r"占(全[国省市州县区镇乡村])(?:的比[重例])?")
_SHARE_OF = re.compile(r"占(?!比|用|地)(?:全[镇乡县市区省国])?([\u4e00-\u9fff、]{2,}?)(?:的比[重例])?")
#: Words for a number of persons, which money does not stand beside: 从业人数和产值420人、5000万元.
_HEADCOUNTS = ("数", "人口", "劳动力")
_EACH = re.compile(r"每[人户亩名头只村位](?:每?[年月天]|每?学期)?(?P<paid>[\u4e00-\u9fff]{2,4})?")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said before a list.

    Attributes:
        before: The words that may name what it is of.
        tail: What is said of each of them.
        apart: True where 分别 or 各 parts the two.
        moves: True where nothing but a movement is said (增长8%、6%).
    """

    before: str
    tail: str
    apart: bool
    moves: bool


def paired_names(figures: list[Figure]) -> dict[int, str]:
    r"""The names of the figures of such lists; ``\x02n\x02tail`` stands for the name of figure n and a tail."""
    names: dict[int, str] = {}
    for index, figure in enumerate(figures):
        if len(run := _run(figures, index)) < 2:
            continue
        if index >= len(run) and index - len(run) in names and AGAIN.fullmatch(figure.left.replace("\x01", "").strip()):
            names |= {at: f"\x02{at - len(run)}\x02" for at in run}
            continue
        told = _told(figure)
        if index - len(run) in names and is_aspect(left_phrase(told.before)):
            told = replace(told, apart=True)  # 茶叶、蔬菜面积分别达到1万亩、2万亩，实现产值3亿元、5亿元
        heads = _heads(figure, told.before, len(run), told=told.apart, counted=_counted_before(figures, index))
        heads = [] if _one_thing(figures, run, heads, told) else with_trade(figures, index, heads)
        given = _given(figures, run, heads, told)
        for at in run if given or told.apart or told.moves else []:
            figures[at].kind = figure.kind
        names |= given
    return names


#: Of what something is so many times: 分别是上个五年的3倍和2倍.
_IS_TIMES = re.compile(r"(?:(?:[是为达到]|相当于)[\u4e00-\u9fff“”]*)?")


def _told(figure: Figure) -> _Told:
    """The words before the first figure of a list, taken apart."""
    if figure.kind == "rank" and (ranked := _FROM_RANK.search(figure.left)):
        return _Told(figure.left[: ranked.start()], "居" + ranked["where"], apart=False, moves=False)
    mark = _RESPECTIVELY.search(figure.left)
    moves = not mark and _ONLY_MOVES.fullmatch(_THAN.sub("", figure.left.strip("，、 ")))
    last = _MOVES_AT_END.search(figure.left) if not mark and not moves else None
    begins, ends = mark.span() if mark else (0, 0) if moves else (last.start() if last else len(figure.left),) * 2
    words_before = figure.left[:begins].removesuffix("年均")
    yearly = figure.left[len(words_before) : begins]
    words_before = _SAME_BASIS.sub("", words_before)
    before = _COMPARED_FIRST.sub("", _COMPARED_WITH.sub("", words_before))
    several = mark and figure.unit_kind == "percent" and re.search("[、和与及]", before)
    each = _MOVED_EACH.search(before) if several else None
    if each:
        figure.kind = "growth"
        return _Told(before[: each.start()], re.sub("的|五年|三年|历年", "", each[0]), apart=True, moves=False)
    behind = _THAN.sub("", figure.left[ends:])
    with_a_year = _WITH_A_YEAR.search(words_before)  # 比2007年分别增长79%、92%
    compared = (before != words_before and not with_a_year) or (
        behind != figure.left[ends:] and "\x01" not in figure.left[ends:]
    )
    back = _BACK_TO.fullmatch(behind)
    behind = behind.strip("\x01，、： ")
    whole = _OF_PLACE.fullmatch(behind.removesuffix("的")) or _OF_PLAN.fullmatch(behind)
    behind = behind if whole else strip_link(behind)
    behind = "占" + of_plan[1] if (of_plan := _OF_PLAN.fullmatch(behind)) else behind
    tail = ("同比" if compared else "") + yearly + behind.removesuffix("的")
    tail = "恢复比例" if back else tail
    tail += "比例" if tail.endswith(("任务", "计划", "目标")) and figure.unit_kind == "percent" else ""
    return _Told(before, tail, mark is not None, bool(moves))


def _given(figures: list[Figure], run: list[int], heads: list[str], told: _Told) -> dict[int, str]:
    """The names of one list: from the things named before it, else from as many figures before it."""
    figure, before, tail = figures[run[0]], told.before, told.tail
    growing = before.strip(" \x01，")
    if told.apart and not heads and (growing in GROWTH_WORDS or _MOVES_ALONE.fullmatch(growing)):
        before, tail, figure.kind = "", growing, "growth"
    tail = "倍数" if figure.unit_kind == "multiple" and _IS_TIMES.fullmatch(tail) else tail
    tails = _tails(tail, len(run))
    if given := _with_heads(figures, run, heads, tails):
        return given
    if (told.apart or told.moves) and not before.strip(" \x01，("):
        return _paired_with_before(figures, run, tails)
    aspect = _aspect_in(before) + tail if told.apart else ""
    return _aspect_of_before(figures, run, aspect) if aspect else {}


def _tails(tail: str, count: int) -> list[str]:
    """What is said of each: 分别占总户数和总人口的93%和96% are shares of two wholes."""
    if place := _OF_PLACE.fullmatch(tail):
        return [f"占{place[1]}比重"] * count
    share = _SHARE_OF.fullmatch(tail)
    if not share or tail.endswith("比例"):
        return [tail] * count
    wholes = listed(share[1], count) or [share[1]] * count
    return [f"占{whole}比重" for whole in wholes]


def _run(figures: list[Figure], index: int) -> list[int]:
    """The figures of a list: the first, and those that follow with only 、 or 和 between, behind 分别 also ，."""
    run = [index]
    for at in range(index + 1, len(figures)):
        if figures[at].left.strip(" 、和及与") or not _listed_on(figures, at, figures[index]):
            break
        run.append(at)
    return run


def _listed_on(figures: list[Figure], at: int, first: Figure) -> bool:
    """True for the next value of a list: behind 、 or 和, or behind a comma that stands for it (分别增长5%，6%)."""
    here = figures[at]
    told = "分别" in first.left and here.unit_kind == "percent" == first.unit_kind and here.opens
    return here.clause - figures[at - 1].clause == 1 if told else here.item and here.clause == first.clause


def _heads(figure: Figure, before: str, count: int, *, told: bool, counted: bool) -> list[str]:
    """What a list of figures is of, where as many things are named before it."""
    if count == 3 and (found := _THREE.search(before)):
        return [f"第{number}产业{left_phrase(found[1])}" for number in "一二三"]
    both = told or "城乡" not in before or (figure.unit_kind == "money" and _BOTH_EARN.search(before))
    if both and (heads := listed(before, count)):
        return heads
    aspect = before.strip(" \x01，")
    if not told or counted or "，" not in figure.before or (aspect and aspect != "人口" and not is_aspect(aspect)):
        return []
    clause = _BOTH_MOVE.sub("", _SUCH_AS.sub("", re.split(r"[，。；：]", figure.before)[-2]))
    return [head + aspect for head in listed(_AND_SO_ON.split(clause)[0] if aspect else clause, count)]


def _one_thing(figures: list[Figure], run: list[int], heads: list[str], told: _Told) -> bool:
    """True where persons and money are of all that is listed: 发放护理补贴和生活补贴420人、50万元."""
    kinds = [figures[at].unit_kind for at in run]
    served = kinds[1:] == ["money"] and kinds[0] in ("person", "person-times", "household")
    return bool(heads) and served and not told.apart and not heads[0].endswith(_HEADCOUNTS)


def _counted_before(figures: list[Figure], index: int) -> bool:
    """True where the clause before has figures of its own, which are no list of names."""
    return index > 0 and figures[index].clause - figures[index - 1].clause < 2


def _aspect_in(before: str) -> str:
    """The aspect that stands alone before 分别: 合格率, 每亩补贴, 每人每月 (a rate of pay)."""
    if each := _EACH.fullmatch(before.strip("\x01，、 ")):
        return each[0] if each["paid"] else each[0] + "标准"
    phrase = left_phrase(before)
    return phrase if is_aspect(phrase) or _RATE.fullmatch(phrase) else ""


def _aspect_of_before(figures: list[Figure], run: list[int], aspect: str) -> dict[int, str]:
    """规范管理率分别为78%、74% after as many counts: the rate of what each of them counted."""
    earlier = [i for i in range(run[0]) if figures[i].kind == "level" and figures[i].core][-len(run) :]
    far = figures[run[0]].clause - figures[earlier[0]].clause if earlier else 0
    alike = len({figures[at].unit_kind for at in earlier}) == 1
    rowed = alike and len(earlier) == far and all(figures[at].opens and not figures[at].part for at in earlier)
    if len(earlier) < len(run) or (far > 1 and not rowed):
        return {}
    kept = "\x02" if aspect.startswith(OF_MEASURES) else "\x03"
    return {at: f"{kept}{before}\x02{aspect}" for at, before in zip(run, earlier, strict=True)}


def _with_heads(figures: list[Figure], run: list[int], heads: list[str], tails: list[str]) -> dict[int, str]:
    """The name of each: its head with what is said of all; bare aspects are those of the level before."""
    before = next((i for i in range(run[0] - 1, -1, -1) if figures[i].kind == "level" and figures[i].core), None)
    if heads and before is not None and all(is_aspect(head) for head in heads):
        kept = "\x02" if any(head in OF_MEASURES for head in heads) else "\x03"
        heads = [f"{kept}{before}\x02{head}" for head in heads]
    ranked = _RANKED.match(tails[0]) if figures[run[0]].mention.form == "rank" else None
    tails = (
        [f"{ranked['where']}排名"] * len(run) if ranked else [t + "比例" * bool(_TASK_DONE.search(t)) for t in tails]
    )
    names = {at: head + tail for at, head, tail in zip(run, heads, tails, strict=False)}
    return {at: n + _counted(figures[at], n) for at, n in names.items()}


def _counted(figure: Figure, name: str) -> str:
    """面积 for land that is named by what grows or is done on it, 户数 for households named by what was done."""
    if figure.kind != "level" or "\x02" in name or "\x03" in name:
        return ""
    if figure.unit_kind == "household":
        return "" if re.search(r"户|家庭|对象", name) else "户数"
    return "面积" if figure.unit_kind == "land" and not re.search(r"面积|[田地]\Z", name) else ""


def _paired_with_before(figures: list[Figure], run: list[int], tails: list[str]) -> dict[int, str]:
    """分别增长 after as many levels: each growth belongs to one of them, and each rank to one of as many figures."""
    ranked = _RANKED.match(tails[0]) if figures[run[0]].mention.form == "rank" else None
    tails = [f"{ranked['where']}排名"] * len(run) if ranked else tails
    kinds = ("level", "share", "growth", "change") if ranked else ("level", "share")
    grown = figures[run[0]].unit_kind == "percent"  # from A to B，年均分别增长6%、8%: of what was come to
    told = [i for i in range(run[0]) if figures[i].kind in kinds and figures[i].core]
    earlier = [i for i in told if not (grown and is_base(figures[i]))][-len(run) :]
    if len(earlier) < len(run):
        return {}
    return {at: f"\x02{before}\x02{tail}" for at, before, tail in zip(run, earlier, tails, strict=True)}
