"""What is said of the members of a list before their figures: 分别增长, 占全镇的, 年均, taken apart."""

import re
from dataclasses import dataclass

from township_analysis.figures.model import Figure
from township_analysis.figures.names.members import listed
from township_analysis.figures.words import alternation, strip_link

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
#: 工业产值、税收年均增长分别为7%、6%: what is said of each before 分别, and how.
_MOVED_EACH = re.compile(
    rf"(?<=..)(?:的?(?:五年|三年|历年)?(?:年均|年平均|平均每年|同比|环比)?(?:{alternation('rise')}|{alternation('fall')}|{'|'.join(GROWTH_WORDS)}))\Z"
)
#: 轮胎、轴承产量从全国第7位、第3位升至第2位.
_FROM_RANK = re.compile(r"[由从](?P<where>全[国省市州县区])(?:的|排名)?第?\Z")
#: 土方8万方，投资6万元，占计划的103%、105%: each of its own plan.
_OF_PLAN = re.compile(r"(?:占|[是为]|完成了?)((?:全年|年度)?(?:计划|任务|目标|目标任务))的")
#: 分别占全镇的83%和79%.
_OF_PLACE = re.compile(r"占(全[国省市州县区镇乡村])(?:的比[重例])?")
_SHARE_OF = re.compile(r"占(?!比|用|地)(?:全[镇乡县市区省国])?([\u4e00-\u9fff、]{2,}?)(?:的比[重例])?")


@dataclass(frozen=True, slots=True)
class Said:
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


def said_of(figure: Figure) -> Said:
    """The words before the first figure of a list, taken apart."""
    if figure.kind == "rank" and (ranked := _FROM_RANK.search(figure.left)):
        return Said(figure.left[: ranked.start()], "居" + ranked["where"], apart=False, moves=False)
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
        return Said(before[: each.start()], re.sub("的|五年|三年|历年", "", each[0]), apart=True, moves=False)
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
    return Said(before, tail, mark is not None, bool(moves))


def tails_of(tail: str, count: int) -> list[str]:
    """What is said of each: 分别占总户数和总人口的93%和96% are shares of two wholes."""
    if place := _OF_PLACE.fullmatch(tail):
        return [f"占{place[1]}比重"] * count
    share = _SHARE_OF.fullmatch(tail)
    if not share or tail.endswith("比例"):
        return [tail] * count
    wholes = listed(share[1], count) or [share[1]] * count
    return [f"占{whole}比重" for whole in wholes]
