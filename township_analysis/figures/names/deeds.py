"""Deeds told without what they were done to: what was spent, who was served, what is left."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.objects import verb_on
from township_analysis.figures.names.persons import ENDS_IN_PERSON
from township_analysis.figures.names.predicates import predicate_of, verb_behind
from township_analysis.figures.names.topics import LONG, begins_member, topic_before, topic_behind
from township_analysis.figures.words import verbs_only

#: Verbs that need no object, whatever was counted before.
WHOLE_DEEDS = tuple(
    (
        "出动 接访 下访 约访 走访 入户走访 巡查 巡查走访 走访巡查 筹资 争取资金 争取项目 争取项目资金 返贫 致贫 清退"
    ).split()
)
_TIMES = ("次", "场次", "批次", "批")  # what is counted is the doing itself: 责令限期整改8次
#: What was held, for which no object is wanted: 建成农家书屋12个，开展培训24场.
_HELD = re.compile(r"(?:开展|组织|举办|举行|召开|进行)了?(?P<what>[\u4e00-\u9fff]{2,4})\Z")
_SESSIONS = ("场", "次", "期", "场次", "轮", "轮次", "班次")
_OF_PLACES = 3  # characters of what villages have come to: 通汽车
LONG_DEED = 4  # characters of verbs that say enough without persons counted before: 帮助成功创业38家
_PLACES = re.compile(r"(?:村|组|屯|社区|乡镇|学校|企业)\Z")
#: What is spent of it is told by 完成 alone: 总投资20亿元，已完成5亿元.
_DONE = re.compile(r"(?:[\x01 ]|目前|截至|现|已|累计|实际)*完成了?")
#: 五年完成投资90亿元，其中2019年完成20亿元: the same, of one year.
_YEARS_PART = re.compile(r"其中，?\x01{2,}(?:共|累计|已)?(?:完成|实现|达到?)")
#: What is left; the rest whose own state is told is named by it: 其余27处限期整改.
_REST = r"剩余|其余|余下"
_BESIDES = re.compile(r"(?:另外?|还|尚|仍)有\Z")
_LEFT_OVER = re.compile(r"(?:[\x01，、]|年底|目前)*[还仅只尚]?剩(?:余|下)?有?")
_SPENT_SO_FAR = re.compile(r"(?:目前|现|已)*完成投资")
_WHOLE_SUM = re.compile(r"(?:计划|概算)?总?投资额?\Z")


def deed_name(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """The name of a figure that a deed tells by itself; ``""`` where it needs what was counted before it."""
    told = _told(figures, index)
    return (
        _still_poor(figures, index)
        or _sum_spent(figures, index, earlier, left)
        or _people_told_of(figures, index, earlier, left, told)
        or _deed_alone(figures, index, earlier, left)
        or _rest_or_done(figures[index], earlier, told)
    )


def _still_poor(figures: list[Figure], index: int) -> str:
    """Those left behind others who came out of need: 脱贫352户1486人，还剩265户905人."""
    figure, before = figures[index], figures[index - 1] if index else None
    counted = {"household": "剩余贫困户数", "person": "剩余贫困人口"}.get(figure.unit_kind, "")
    if not before or not counted:
        return ""
    chained = before.name == "剩余贫困户数" and not figure.left.strip(" ")
    left_over = any("脱贫" in f.name for f in figures[:index]) and _LEFT_OVER.fullmatch(figure.left.strip(" "))
    return counted if chained or left_over else ""


def _sum_spent(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """What was spent of a sum before, or on what comes next: 总投资20亿元，已完成5亿元."""
    figure = figures[index]
    if figure.unit_kind != "money":
        return ""
    if earlier and _YEARS_PART.fullmatch(figure.left):
        return earlier.name
    if earlier and _DONE.fullmatch(figure.left) and _WHOLE_SUM.search(earlier.name):
        return _WHOLE_SUM.sub("完成投资", earlier.name)
    if earlier and earlier.unit_kind != "money" and _SPENT_SO_FAR.fullmatch(figure.left.strip("，\x01 ")):
        whole = next(
            (f for f in reversed(figures[:index]) if f.unit_kind == "money" and _WHOLE_SUM.search(f.name)), None
        )
        if whole and len(_WHOLE_SUM.sub("", whole.name)) > LONG_DEED:
            return _WHOLE_SUM.sub("完成投资", whole.name)  # 某某工程计划投资460万元，解决6个村饮水，完成投资320万元
    spent = figure.left.rstrip("了").endswith("投入")
    apart = begins_member(figure) or not earlier or earlier.unit_kind == "event"  # 召开会议6次，共投入…
    behind = topic_behind(figures, index) if spent and apart else ""
    return behind + "投入资金" if behind or (spent and not earlier and not topic_before(figure)) else ""


def _people_told_of(figures: list[Figure], index: int, earlier: Figure | None, left: str, told: str) -> str:
    """Persons and households behind a share, or with what is said behind them: 搬迁64户273人全部入住."""
    figure = figures[index]
    if figure.unit_kind not in COUNTED_NOUN:
        return ""
    if earlier and earlier.kind == "share" and left:
        return with_measure(left, figures, index)
    if not told or _LEFT_OVER.match(figure.left):
        return ""
    some = earlier and earlier.unit_kind == figure.unit_kind and figure.before.endswith("有")
    if earlier and some and (ENDS_IN_PERSON.search(earlier.subject) or earlier.subject.endswith(("户", "家庭"))):
        return f"{told}的{earlier.subject}"
    return _of_chain(figures, index) + told + COUNTED_NOUN[figure.unit_kind]


def _deed_alone(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """A verb that says enough, whatever was counted before it."""
    figure = figures[index]
    died = left == "死亡" and earlier and "出生" in earlier.subject  # 出生1070人，死亡307人
    out_of_need = "脱贫" in left and figure.unit_kind in COUNTED_NOUN
    times = figure.mention.unit in _TIMES and len(left) >= LONG_DEED
    held = _HELD.search(figure.left.rstrip("\x01 ")) if figure.mention.unit in _SESSIONS else None
    if held and held["what"] == left:
        return with_measure(held[0].replace("了", ""), figures, index)
    return with_measure(left, figures, index) if died or left in WHOLE_DEEDS or out_of_need or times else ""


def _rest_or_done(figure: Figure, earlier: Figure | None, told: str) -> str:
    """What is left of the things before, or what is said of them behind the figure."""
    if not earlier or earlier.mention.unit != figure.mention.unit:
        return ""
    rest = re.match(r"剩余" if told else _REST, figure.left)
    if not rest and not told:
        return ""
    figure.subject = earlier.subject
    if not rest and _BESIDES.search(figure.left) and figure.unit_kind == "count":
        going_on = "正在" * figure.right.lstrip("\x01 ").startswith("正在")
        return f"{going_on}{told}的{earlier.subject}"  # 完工67台，另有33台正在施工
    if rest and verbs_only(earlier.subject):
        return rest[0] + earlier.subject + COUNTED_NOUN.get(figure.unit_kind, "")  # 已拆除126户，剩余3户正在协商
    if not rest and len(told) >= _OF_PLACES and figure.unit_kind == "count" and _PLACES.search(earlier.subject):
        return f"{told}的{earlier.subject}"  # 16个村中，12个安装了路灯
    return rest[0] + earlier.subject if rest else verb_on(told, earlier.subject, figure)


def _told(figures: list[Figure], index: int) -> str:
    """What is said behind the last figure of a clause: its state, its verb and object, or what people are led to."""
    following = figures[index + 1] if index + 1 < len(figures) else figures[index]
    ends = following is figures[index] or following.clause != figures[index].clause or following.bracket
    right = figures[index].right
    if right.startswith("的基础上"):
        return ""  # 在去年改造120户的基础上
    return (predicate_of(right) or verb_behind(right) or _done_to(figures[index])) if ends else ""


def _of_chain(figures: list[Figure], index: int) -> str:
    """The short noun before the first of two numbers in a row: 搬迁64户273人全部入住 → 搬迁."""
    before = figures[index - 1] if index else None
    chained = before and before.clause == figures[index].clause and not figures[index].left.strip(" \x01")
    return before.subject if before and chained and len(before.subject) <= LONG and before.rule == "before" else ""


def _done_to(figure: Figure) -> str:
    """What people are led to: 扶持2268人次就业创业 → 就业创业."""
    behind = re.split(r"[，。；：、\x01]", figure.right.strip(" \x01"))[0]
    return behind if 2 <= len(behind) <= LONG and verbs_only(behind) and figure.unit_kind in COUNTED_NOUN else ""
