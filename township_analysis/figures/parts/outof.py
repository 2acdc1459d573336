"""Counts out of a count before them without 其中: 办结21件 of 交办23件, 12个 of 40个村中, what a criterion picks."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.words import strip_lead, strip_link, verbs_only

_FOUND = re.compile(
    r"受理|排查|发现|收集|接待|收到|摸排|需征|应征|涉及|检查|接收|办理|立案|患者|参加|收件|登记|上报|接访|查出|查摆|交办|下达|任务|指标|培训|筛查|认领"
)
_DONE = re.compile(
    r"调解|化解|整改|整治|办结|解决|处理|调处|答复|消除|签约|处置|已|完成|成功|查处|回复|上示范|录取|上线|考上|达线|竣工|领到|"
    r"查出|筛出|确诊|就业|兑现|完工|入住|交付|动迁|销号"
)
#: Verbs of a deed that is always done out of something counted before.
_DONE_OF_ALL = re.compile(
    r"办结|整改(?:到位|完毕)?|已配套|消除风险|集中供养|分散供养|成灾|绝收|余下|剩余|其余|调解成功|调处成功|成功(?:调解|调处|化解)?|计划内|(?:累计|已|如期)脱贫|"
    r"列入计划|解释说明|(?<!现)已解决"
)
_JOBS = re.compile(r"就业")
#: Deeds that say of themselves what they pick: 文化成绩上示范高中230人 of 参加中考600人.
_TOLD_APART = re.compile(r"上示范|上线|录取|考上|达线|查出|筛出|确诊|领到")
_OTHER_JOBS = re.compile(r"转移|新增|城镇|劳务")
_FINISHED, _REBUILT = re.compile(r"竣工|完工|开工"), re.compile(r"改造|改厕|搬迁")
_PLANNED = re.compile(r"计划|任务|预算|目标")
_BASE = re.compile(r"(?:由|从)(?:\x01|年|的)*\Z")
_AMONG = re.compile(r"(?<![期其年月])中(?:，|已|仍|还|尚|现?有|共有)[^，；\d]{0,12}\Z")
_HAS = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:已|现)?有\Z")
_PICKED = re.compile(r"(?:的|以上|以下|以内|大关)\Z")
_ROUNDING = 0.06  # a rate has one decimal
_COUNTED = ("count", "household", "person", "land")
#: How words begin or end that say which of those counted before: 已销号, 当年竣工, 获县级表彰的.
_STATE = re.compile(r"\A(?:目前|现|均)?已(?!经?(?:有|达))|竣工|投产|完工|的(?:共?有)?\Z")
_TAIL = re.compile(r"(?:人数|户数|人次|面积|数量|次数)\Z")
_BOUND = re.compile(r"(?:以[上下内]|的)\Z")
_BESIDE = 8  # characters behind a number in which its own noun would stand
_REACH = 60  # characters of the clause
_NEAR, _CLAUSES = 6, 3  # how many figures and clauses back the whole may stand


def out_of(figures: list[Figure], index: int, before: list[Figure]) -> Figure | None:
    """The figure that a figure is a part of though nothing says 其中, or None.

    Args:
        figures: The figures of the sentence.
        index: Which one.
        before: Those of the sentences before it in the same paragraph.
    """
    here = figures[index]
    if _BASE.search(here.left):
        return None
    wholes = [f for f in reversed(figures[max(0, index - _NEAR) : index]) if here.clause - f.clause <= _CLAUSES]
    wholes = [f for f in wholes if _may_hold(f, here) and not _BASE.search(f.left)]
    if AGAIN.fullmatch(here.left.replace("\x01", "").strip()) and wholes:
        return _among(figures, index - 1, wholes)
    for rule in (_by_rate, _among, _picked, _done, _borrowed):
        if wholes and (whole := rule(figures, index, wholes)):
            return whole
    if here.clause <= 1 and not wholes and _DONE_OF_ALL.search(_deed(here)):
        return next((f for f in reversed(before[-_NEAR:]) if _may_hold(f, here) and _of_same(f, here)), None)
    return None


def _by_rate(figures: list[Figure], index: int, wholes: list[Figure]) -> Figure | None:
    """税收5410万元，占比85.5%; 竣工158户，竣工率92.9%: the rate behind it says what the whole is."""
    rate = figures[index + 1] if index + 1 < len(figures) else None
    if (
        rate is None
        or rate.kind != "share"
        or rate.clause - figures[index].clause > 1
        or not 0 < (rate.mention.value or 0) < 100
    ):
        return None
    part, share = figures[index].mention.value or 0, rate.mention.value or 0
    return next((f for f in wholes if f.mention.value and abs(100 * part / f.mention.value - share) < _ROUNDING), None)


def _may_hold(whole: Figure, part: Figure) -> bool:
    """True for a count of the same unit that is not smaller and no part or rate itself."""
    one, other = part.mention, whole.mention
    alike = one.unit.removesuffix("次") == other.unit.removesuffix("次") or part.unit_kind == whole.unit_kind not in (
        "count",
        "event",
    )
    planned = part.unit_kind == "money" and _PLANNED.search(whole.name + whole.left)
    free = whole.kind == "level" and whole.core and whole.part_of is None and not whole.per and not planned
    if not (alike and free) or part.per or one.value is None or other.value is None:
        return False
    return one.value <= other.value


def _words(figures: list[Figure], index: int) -> str:
    """The words from the last core figure before."""
    here = figures[index]
    last = next((f for f in reversed(figures[max(0, index - 3) : index]) if f.core), None)
    return here.near(here.mention.start - last.mention.end if last else here.at)


def _among(figures: list[Figure], index: int, wholes: list[Figure]) -> Figure | None:
    """40个村中已有12个, 124名老人有57名住进新院."""
    words, here = _words(figures, index), figures[index]
    near = wholes[0] if here.clause - wholes[0].clause <= 1 else None
    counted = _HAS.fullmatch(words) and near is figures[index - 1]
    return near if _AMONG.search(words) or counted else None


def _picked(figures: list[Figure], index: int, wholes: list[Figure]) -> Figure | None:
    """新引进企业40家，注册资本超千万元的12家: what a criterion picks has the noun of the whole."""
    here = figures[index]
    left = strip_link(here.left.strip("\x01 "))
    picks = here.rule in ("which", "criterion") and (not left or _PICKED.search(left))
    return next((f for f in wholes if picks and f.subject and here.name.endswith(f.subject[-2:])), None)


def _borrowed(figures: list[Figure], index: int, wholes: list[Figure]) -> Figure | None:
    """已开工12个 of 重点项目16个: a state or kind of those counted before, whose noun the name leans on."""
    here = figures[index]
    own, noun = strip_link(here.left.strip("\x01 ")), _TAIL.sub("", here.name)
    if (
        here.item
        or here.unit_kind not in _COUNTED
        or not _STATE.search(here.left.strip("\x01 "))
        or len(own) < 2
        or len(noun) < 3
        or noun[-2:] in here.left + here.right[:_BESIDE]
    ):
        return None
    for whole in wholes:
        same = whole.status == here.status and whole.period == here.period and not _PLANNED.search(whole.name)
        if same and noun != _TAIL.sub("", whole.name) and _TAIL.sub("", whole.name).endswith(noun[-2:]):
            return None if _BOUND.search(whole.left) and _BOUND.search(here.left) else whole
    return None


def _done(figures: list[Figure], index: int, wholes: list[Figure]) -> Figure | None:
    """53 settled of 62 received, in one of the next clauses, of the same thing."""
    here = figures[index]
    deed = _deed(here)
    near = wholes[0] if here.clause - wholes[0].clause <= 2 else None
    if _DONE_OF_ALL.search(deed):
        return wholes[0] if _of_same(wholes[0], here) else None
    if _JOBS.search(deed) and _OTHER_JOBS.search(deed):
        return None
    found = near and _DONE.search(deed) and _FOUND.search(near.name + near.left)
    if near and here.unit_kind in ("household", "count") and _FINISHED.search(deed):
        found = found or _REBUILT.search(near.name)
    return near if near and found and (_of_same(near, here) or _TOLD_APART.search(deed)) else None


def _deed(here: Figure) -> str:
    """The words that say what was done: before the figure in its clause where none stand directly before it."""
    left = here.left.strip("\x01 ") or re.split(r"[，。；：]", here.near(_REACH))[-1]
    return left + re.split(r"[，。；：、]", here.right)[0]


def _of_same(whole: Figure, part: Figure) -> bool:
    """True where the words of a part name no thing that the whole does not."""
    said = whole.name + whole.left + whole.right
    if "脱贫" in part.left + part.name:
        return "贫困" in said or "建档" in said
    own = strip_link(strip_lead(_DONE.sub("", _DONE_OF_ALL.sub("", part.left.strip("\x01 ")))))
    return len(own) < 2 or verbs_only(own) or any(own[k : k + 2] in said for k in range(len(own) - 1))


def twin_of_total(figures: list[Figure], index: int, total: Figure) -> Figure | None:
    """In 搬迁120户480人，其中40户160人 what the persons are part of: the persons that stand beside the total."""
    here, whole = figures[index], next((k for k, f in enumerate(figures[:index]) if f is total), None)
    if whole is None or here.left.strip("、 ") or here.mention.unit == total.mention.unit:
        return None
    if figures[index - 1].part_of is not total or here.per:
        return None
    beside = [figures[k] for k in (whole + 1, whole - 1) if 0 <= k < index - 1]
    alike = [f for f in beside if f.mention.unit == here.mention.unit and f.kind == "level" and _together(f, total)]
    return next((f for f in alike if (f.mention.value or 0) >= (here.mention.value or 0)), None)


def _together(beside: Figure, total: Figure) -> bool:
    """True for what the same things came to, or were paid: 公路6条28公里; 奖扶对象140人，兑现金额11万元."""
    return not beside.per and (
        beside.clause == total.clause or (beside.clause - total.clause == 1 and beside.unit_kind == "money")
    )
