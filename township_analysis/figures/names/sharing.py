"""Names that a figure without one has from the figures and clauses before it."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import begun_since
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.objects import verb_on
from township_analysis.figures.names.predicates import predicate_of, verb_behind
from township_analysis.figures.names.suffixes import VERBAL_ENDS, is_rate, total_of, verb_before
from township_analysis.figures.names.topics import LONG, begins_member, topic_before, topic_behind
from township_analysis.figures.names.wordless import SUMS, wordless_name
from township_analysis.figures.words import is_aspect, verbs_only, words

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
_CASES = ("处", "条", "件", "起", "宗", "例")  # found by a deed, which is no noun of theirs: 清查整改到位39处
#: What is meant where nothing is said of what these are done to.
_OF_PROJECTS = ("签约", "新签约", "开工", "新开工", "竣工", "投产", "在建", "续建", "落地", "新引进", "引进", "洽谈")
_EMPLOYS = ("安置就业", "带动就业", "吸纳就业", "解决就业", "新增就业")
_DEED = 4  # characters of verbs that say enough without persons counted before: 帮助成功创业38家
#: 出生236人，发放奖扶资金12万元，惠及136人: those reached are of what came last.
_BENEFITS = ("惠及", "受益", "带动", "吸纳", "覆盖", "辐射")
_REACHED = re.compile(r"(?:达到?|升至|增至|实际达到?)(?:了)?")
_GOT = re.compile(r"完成|实现")
_PAYS = ("发放", "兑现", "兑付", "支付", "补助", "报销", "救助", "资助")
_TAXES = re.compile(r"(?:税[金收款]?|利税|利润)\Z")
_PLACES = re.compile(r"(?:村|组|屯|社区|乡镇|学校|企业)\Z")
_AIM = re.compile(r"(?<=..)(?:年度|全年|年初|调整后?)?(?:指标|目标)?(?:总?任务|目标|计划|预算)数?(?:面积)?\Z")
_ANY_KIND = re.compile(r"各[类项种]")
#: What is spent of it is told by 完成 alone: 总投资20亿元，已完成5亿元.
_DONE = re.compile(r"(?:[\x01 ]|目前|截至|现|已|累计|实际)*完成了?")
#: 五年完成投资90亿元，其中2019年完成20亿元: the same, of one year.
_YEARS_PART = re.compile(r"其中，?\x01{2,}(?:共|累计|已)?(?:完成|实现|达到?)")
#: 在职教师35人，退休12人: 退休教师.
_RETIRED = ("退休", "离休", "离退休", "内退", "退养", "退职", "临聘", "编外")
_ON_DUTY = re.compile(r"\A(?:在职|在岗|在编|现有|现职|(?:行政|事业|机关|工勤)(?=人员|编制人员))+")
#: What is left; the rest whose own state is told is named by it: 其余27处限期整改.
_REST = r"剩余|其余|余下"
_BESIDES = re.compile(r"(?:另外?|还|尚|仍)有\Z")
_LEFT_OVER = re.compile(r"(?:[\x01，、]|年底|目前)*[还仅只尚]?剩(?:余|下)?有?")
_SPENT_SO_FAR = re.compile(r"(?:目前|现|已)*完成投资")
_WHOLE_SUM = re.compile(r"(?:计划|概算)?总?投资额?\Z")


def inherited_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a figure that has none of its own: that of the figure before, or of the clause before."""
    figure = figures[index]
    if (name := _like_before(figures, index, left)) is not None:
        return name
    if figure.unit_kind == "money" or left:
        figures = _without_rates(figures, index)
        index = figures.index(figure)
    earlier, told = last_level(figures, index), _told(figures, index)
    name = (
        _still_poor(figures, index)
        or _sum_spent(figures, index, earlier, left)
        or _people_told_of(figures, index, earlier, left, told)
        or _deed_alone(figures, index, earlier, left)
        or _rest_or_done(figure, earlier, told)
    )
    if name:
        return name
    if earlier is None and left in words("whole"):
        return with_measure(left, figures, index)
    begun = begun_since(figures, index)
    if begun and left and _begins_anew(figure, earlier):
        figure.subject = begun
        return verb_on(left, begun, figure)
    topic = begun if begun and left else topic_before(figure)
    topic = "" if topic.endswith(("任务", "目标")) else topic
    left = "" if topic and _GOT.fullmatch(left) else left  # 税收逐年增长，2005年完成121万元
    if earlier is None or (topic and figure.clause - earlier.clause > 1 and not left):
        # 建成扶贫车间，吸纳就业32人；开展消防清查，整改到位39处
        behind = is_aspect(left) or figure.unit_kind in COUNTED_NOUN
        behind = behind or (topic == begun and figure.mention.unit in _CASES and not figure.right.strip(" \x01"))
        return with_measure(topic + left if behind else left + topic, figures, index)
    return _leaning_name(figures, index, earlier, left)


def _begins_anew(figure: Figure, earlier: Figure | None) -> bool:
    """True for a figure of what was begun since the one before: another unit, or another member of a row."""
    if earlier is None:
        return figure.unit_kind == "money"
    return earlier.mention.unit != figure.mention.unit or "；" in figure.text[earlier.at : figure.at]


def _like_before(figures: list[Figure], index: int, left: str) -> str | None:
    """The name of the figure directly before, of which this one is another value or the total."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None:
        return None
    if _again(figures, index):
        more = (figure.mention.value or 0) > (before.mention.value or 0)
        return before.name.removeprefix("新增") if more else before.name  # 新增店铺8家，达到90家
    if figure.bracket and not before.bracket and not left and before.mention.unit == figure.mention.unit:
        return before.name  # 人均收入2万元(去年1.8万元)
    if figure.unit_kind == "money" and not left and is_rate(before.name) and before.kind == "level":
        return total_of(before.name) + ("合计" if SUMS.search(figure.left) else "金额")
    return left if figure.item and left and figure.unit_kind == before.unit_kind == "percent" else None


def _without_rates(figures: list[Figure], index: int) -> list[Figure]:
    """The figures without those before that money and a verb do not go on about: rates, and what a bracket told."""
    open_ones = [f for f in figures[:index] if figures[index].bracket or not f.bracket]
    return [f for f in open_ones if not is_rate(f.name)] + figures[index:]


def _told(figures: list[Figure], index: int) -> str:
    """What is said behind the last figure of a clause: its state, its verb and object, or what people are led to."""
    following = figures[index + 1] if index + 1 < len(figures) else figures[index]
    ends = following is figures[index] or following.clause != figures[index].clause or following.bracket
    right = figures[index].right
    if right.startswith("的基础上"):
        return ""  # 在去年改造120户的基础上
    return (predicate_of(right) or verb_behind(right) or _done_to(figures[index])) if ends else ""


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
        if whole and len(_WHOLE_SUM.sub("", whole.name)) > _DEED:
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
    if earlier and some and not verbs_only(earlier.subject):
        return f"{told}的{earlier.subject}"
    return _of_chain(figures, index) + told + COUNTED_NOUN[figure.unit_kind]


def _deed_alone(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """A verb that says enough, whatever was counted before it."""
    figure = figures[index]
    died = left == "死亡" and earlier and "出生" in earlier.subject  # 出生1070人，死亡307人
    out_of_need = "脱贫" in left and figure.unit_kind in COUNTED_NOUN
    times = figure.mention.unit in _TIMES and len(left) >= _DEED
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
    if not rest and len(told) >= _DEED and figure.unit_kind == "count" and _PLACES.search(earlier.subject):
        return f"{told}的{earlier.subject}"  # 16个村中，12个安装了路灯
    return rest[0] + earlier.subject if rest else verb_on(told, earlier.subject, figure)


def _leaning_name(figures: list[Figure], index: int, earlier: Figure, left: str) -> str:
    """The name of a figure that goes on about the last one of its kind, or about the last level."""
    figure = figures[index]
    alike = _alike(figures, index, earlier, left)
    same = alike[-1] if alike else earlier
    paid = figure.item and left in _PAYS and figures[index - 1].unit_kind in COUNTED_NOUN
    same = figures[index - 1] if paid else same  # 高龄津贴1860人、发放236万元
    if _needs_nothing(figure, earlier, left, alike=bool(alike)):
        return with_measure(left, figures, index)
    if (aim := _AIM.search(same.name)) and _GOT.search(figure.left) and same.mention.unit == figure.mention.unit:
        figure.subject = same.name[: aim.start()]
        return with_measure(figure.subject, figures, index)
    if left and not alike and figure.unit_kind == "count":
        if left in _OF_PROJECTS:
            figure.subject = "项目"
            return left + "项目"
        if earlier.unit_kind in COUNTED_NOUN and len(left) >= _DEED:
            return with_measure(left, figures, index)
    figure.subject = (same if left else earlier).subject
    if left in _RETIRED and figure.unit_kind == "person":
        figure.subject = left + _ON_DUTY.sub("", figure.subject)
        return figure.subject
    deed = verb_before(same.name)
    if figure.left.strip("\x01 ") == "成功" and deed in VERBAL_ENDS:
        return f"{deed}成功{same.subject}"
    told = same.unit_kind == "money" and is_aspect(same.subject or same.name)
    taxed = same.unit_kind == "money" and _TAXES.search(same.name)  # 上缴税金360万元，吸纳就业260人
    if left.removeprefix("可") in _EMPLOYS and (told or taxed or same.name.startswith("年")):
        figure.subject = left
        return with_measure(left.removeprefix("可"), figures, index)  # 利税1200万元，安置就业500人
    if left:
        return verb_on(left, same.subject or same.name, figure, same.name)
    return wordless_name(figures, index, earlier)


def _alike(figures: list[Figure], index: int, earlier: Figure, left: str) -> list[Figure]:
    """The levels before in the same kind of unit; only things counted go back over a ；: a bare 竣工5个."""
    figure = figures[index]
    if left.endswith("投资") and earlier.unit_kind != "money":
        return []  # 资金6亿元，实施项目12个，完成投资3亿元: of the projects
    if left in _BENEFITS:
        return []
    levels = [f for f in figures[:index] if f.name and f.kind == "level" and (not f.part or figure.part)]
    alike = [f for f in levels if f.unit_kind == figure.unit_kind]
    near = [f for f in alike if "；" not in figure.before[len(f.before) :]]
    return near or (alike if figure.unit_kind == "count" else [])


def _needs_nothing(figure: Figure, earlier: Figure, left: str, *, alike: bool) -> bool:
    """True for words that name the figure alone, where those before it are of something else."""
    if _ANY_KIND.sub("", left) in words("whole") and not (alike and left in words("state")):
        return True
    if left and not alike and figure.unit_kind == "land" and "；" in figure.text[earlier.at : figure.at]:
        return True
    if len(left) > len("新增") and left.startswith("新增") and not alike and figure.unit_kind in ("land", "floor"):
        return True
    # 下发整改通知书42份，整改到位42处
    return left.endswith("到位") and earlier.mention.unit != figure.mention.unit and left[:2] in earlier.subject


def _of_chain(figures: list[Figure], index: int) -> str:
    """The short noun before the first of two numbers in a row: 搬迁64户273人全部入住 → 搬迁."""
    before = figures[index - 1] if index else None
    chained = before and before.clause == figures[index].clause and not figures[index].left.strip(" \x01")
    return before.subject if before and chained and len(before.subject) <= LONG and before.rule == "before" else ""


def _again(figures: list[Figure], index: int) -> bool:
    """The same thing once more: 突破1万亿元、达1.19万亿元."""
    before = figures[index - 1] if index else None
    figure = figures[index]
    if not before or not before.name or before.mention.unit != figure.mention.unit:
        return False
    follows = figure.item or (before.kind == figure.kind == "level" and figure.clause - before.clause == 1)
    left = figure.left.strip(" \x01")
    return bool(_REACHED.fullmatch(left) if left else figure.item) and follows


def _done_to(figure: Figure) -> str:
    """What people are led to: 扶持2268人次就业创业 → 就业创业."""
    behind = re.split(r"[，。；：、\x01]", figure.right.strip(" \x01"))[0]
    return behind if 2 <= len(behind) <= LONG and verbs_only(behind) and figure.unit_kind in COUNTED_NOUN else ""
