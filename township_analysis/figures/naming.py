"""What a figure measures: the noun phrase before it, behind it, or that it shares with the figures before."""

import re
from collections.abc import Callable
from itertools import pairwise

from township_analysis.figures.bearers import firms_before, told_apart, with_insurance, zero_name
from township_analysis.figures.behind import (
    AMONG,
    attributive_name,
    backed_name,
    made_up_name,
    noun_name,
    purpose_name,
    task_name,
    threshold_name,
)
from township_analysis.figures.chains import chain_names
from township_analysis.figures.classes import class_name
from township_analysis.figures.compositions import composition_name
from township_analysis.figures.criteria import classed_name, criterion_name, earning_name, sized_names
from township_analysis.figures.following import base_name, extreme_name, listed_name, taken_up_name, target_name
from township_analysis.figures.model import Figure
from township_analysis.figures.moving import again_name, movement_name, ratio_name
from township_analysis.figures.paces import goal_name, pace_name
from township_analysis.figures.pairs import paired_names
from township_analysis.figures.phrases import begins_noun, left_phrase, predicate_of, split_predicate
from township_analysis.figures.ranking import place_name, placed_name
from township_analysis.figures.rates import done_rate_name, price_name, rate_name
from township_analysis.figures.reaching import with_work
from township_analysis.figures.scopes import place_alone
from township_analysis.figures.serving import served_names
from township_analysis.figures.sharing import (
    WHOLE_DEEDS,
    aspect_name,
    inherited_name,
    last_level,
    verb_on,
)
from township_analysis.figures.sizes import sized_names as sizes_of
from township_analysis.figures.stretches import stretch_name
from township_analysis.figures.suffixes import (
    COUNTED_NOUN,
    OF_THE_POOR,
    subject_of,
    tidy_name,
    verb_before,
    with_measure,
)
from township_analysis.figures.totals import division_name, total_name
from township_analysis.figures.words import strip_lead, verbs_only, words

_DISTANCE = re.compile(
    r"(?:(?P<from>(?<![车隔距脱撤])离)|(?<!车)距(?:离|(?!离))|(?:位于|地处)(?=[\u4e00-\u9fff]*[东西南北]))"
    r"(?P<place>[\u4e00-\u9fff()]{2,12}?|[城县市省乡镇])(?:[以偏]?[东西南北])*[部面边方侧]?(?:距离|路程)?(?:均|都|在|仅|约|为|有|达|只有|\x01|\s)*\Z"
)
_APART = re.compile(r"(?P<from>(?!))?[与和同](?P<place>[\u4e00-\u9fff()]{2,12}?)(?:仅|约)?相距(?:约|仅|近|\s)*\Z")
#: What was harvested from what the last sentence grew: 夏粮面积3万亩。预计产量6万吨.
_YIELD = re.compile(r"(?:总|年)?产量|总产|单产|亩产|(?:总|年)?产值")
#: The place itself, of whose people is told what they do: 石桥镇1980人参加了合作医疗.
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}(?<![乡村城集各全])[镇乡]")
_BARE_NOUN = 5  # characters of a noun that leans on the total before its sentence: 其中毛茶1050吨
_SEX = {"男": "男性", "女": "女性"}
_GROUP = re.compile(r"(?:全体|城乡|城镇|农村|农牧区|牧区)?(?:常住)?(?:居民|农民|农牧民|牧民|渔民|市民|职工)|城镇|农村")
#: Those of whom a rate is told once more: 毛入学率达到85%，其中城市98%，农村77%.
_HALVES = ("城市", "农村", "城镇", "城区", "市区", "乡村", "牧区", "男性", "女性")
_HALF_BEFORE = re.compile(rf"\A(?:{'|'.join(_HALVES)})")
_NORM = re.compile(r"(?P<topic>[\u4e00-\u9fff]*?)按照?(?P<per>每[户人亩年月头只吨斤村次]|每公斤|人均|户均|村均)?\Z")
#: A name that is told by the number of another figure: its name, or its subject, and a tail.
_KEPT = re.compile(r"(?P<of>[\x02\x03])(?P<before>\d+)\x02(?P<tail>.*)")
_PAID = re.compile(r"奖补|补助|补贴|补偿|奖励|收购|缴纳|发放|救助|筹资|筹集|征收|收取|计发|给付")
#: The township's own bodies are part of the name where they paid and nothing else is said.
_OWN_MONEY = re.compile(r"(?:[镇乡]政府|[镇乡]财政|[镇乡]党委政府|街道办?事?处?)(?:出资|拨款|列支|配套)(?=\Z)")
_LEVEL = re.compile(r"(?:国家|全国|省|自治区|市|州|县|区|镇|乡|村)级")
_SPACE = {"land": "面积", "floor": "面积"}
_TOLD = 14  # characters of a predicate that still names
#: A rate with how soon or how it was reached: 按时办结率.
_RATED = re.compile(
    r"(?:按时|按期|及时|限时|一次|总体|综合|平均)[\u4e00-\u9fff]{2}(?:率|度)|[日月]均[\u4e00-\u9fff]{2}"
)
#: A payment for what was counted before it: 改造危房86户，兑现补助120万元.
_PAYMENT = re.compile(r"(?:兑现|兑付)(?:各[类项])?(?:补助|补贴|奖补|补偿|奖励)(?:资金|款|金)?")
#: What persons were sent into: 组织群众860人次投入抢险.
_JOINS = re.compile(r"(?:投入|参与|参加)[\u4e00-\u9fff]{2,6}(?=[，。；、]|\Z)")
#: 征地款除大桥村4户未兑现外: what those left out have not come to.
_EXCEPT = re.compile(r"(?P<topic>[\u4e00-\u9fff]{0,10}?)除[\u4e00-\u9fff]{0,8}\Z")
_NOT_YET = re.compile(r"(?P<state>[未没无][\u4e00-\u9fff]{1,6}?)以?外(?=[，。]|\Z)")
#: Of what the members of a list are shares: 口蹄疫免疫：猪100%，牛98%.
_RATE_HEAD = re.compile(r"(?P<head>[\u4e00-\u9fff]{0,8}(?:免疫|覆盖|普及|接种|入学|参保)率?)：[^；。：]*\Z")
_GAINED = re.compile(r"(?:实际)?到位资金|(?:合同|协议)(?:引?资|资金)额?")
_GATHERED = re.compile(r"(?:开展|进行|参加|参与|投入)了?(?P<what>[\u4e00-\u9fff“”]{2,20})(?=[，。；]|\Z)")
#: Area named with its verb in front: 播种棉花面积 is 棉花播种面积.
_SOWN_AREA = re.compile(r"\A(播种|种植)([\u4e00-\u9fff]{2,5})(?<!播种)(?<!种植)面积\Z")
_DONE_WITH = re.compile(
    r"(?:已经?|均|全部)*(?:完成|实现|实施)了?(?P<what>[\u4e00-\u9fff]{0,8}(?:改造|治理|流转|整治|修复|建设|绿化|覆盖|禁牧|轮作))(?=[，。；]|\Z)"
)
_IS = re.compile(r"[是为](?P<what>(?!由|在|以|因|从)[\u4e00-\u9fff]{2,6})(?=[，。；]|\Z)")
_OF_ALL = re.compile(r"\A总(?=户数|人口)")  # of the whole place, and not of its villages
_WHICH = re.compile(r"(?:其中)?(?P<which>[\u4e00-\u9fff“”]{2,12})(?<![去来先前])的(?:共?有|达到?|为|共|已达)*")


def name_figures(figures: list[Figure], before: list[Figure]) -> None:
    """Give every figure of a sentence its name; they come in order, and later ones lean on earlier ones.

    A sentence that begins with a verb without object (已解决33件) leans on the figures before it in its paragraph.

    The rule that gave the name is kept in ``Figure.rule``: some rules are surer than others (confidence.py).
    """
    given = {at: ("pair", name) for at, name in paired_names(figures).items()}
    given |= {at: ("chain", name) for at, name in chain_names(figures).items()}
    given |= {at: ("criterion", name) for at, name in sized_names(figures).items()}
    given |= {at: ("sizes", name) for at, name in sizes_of(figures).items()}
    given |= {at: ("served", name) for at, name in served_names(figures).items()}
    for index, figure in enumerate(figures):
        figure.rule, name = given[index] if index in given else _first_rule(figures, index)
        if index == 0 and index not in given and before and _leans(figure):
            figure.rule, name = _leaning(before, figure, name)
        if not name and figure.item and index and figures[index - 1].kind == figure.kind:
            figure.rule, name = "again", figures[index - 1].name
        figure.name = with_insurance(figure, with_work(figures, index, tidy_name(_resolved(name, figures))))
        figure.name = told_apart(figures, index)
        figure.subject = figure.subject or subject_of(figure.name)
    for figure, following in pairwise(figures):
        if not figure.name and following.mention.unit == figure.mention.unit and following.clause == figure.clause:
            figure.rule, figure.name = following.rule, following.name  # 首批12项和第二批14项重点改革


def _leans(figure: Figure) -> bool:
    """True for a count behind a bare verb, a bare aspect or a village of those before, at the head of its sentence."""
    left = left_phrase(figure.left)
    if place_alone(figure):
        return "其中" in figure.before
    if figure.part and figure.unit_kind in ("mass", "land"):
        return figure.clause < 2 and 2 <= len(left) <= _BARE_NOUN and not figure.right.strip(" \x01、")
    leans = verbs_only(left) and left not in WHOLE_DEEDS + words("whole")
    return (
        figure.clause == 0 and bool(left) and not left.endswith(("投资", "资金")) and (leans or left in words("aspect"))
    )


def _leaning(before: list[Figure], figure: Figure, name: str) -> tuple[str, str]:
    """The name with what the last sentence counted in the same unit: 已解决33件 behind 收到建议41件."""
    whole = [f for f in before if f.name and f.kind == "level" and not f.part and f.mention.unit == figure.mention.unit]
    alone = place_alone(figure)
    levels = [f for f in before if f.name and f.kind == "level" and not f.part]
    if levels and not whole and _YIELD.fullmatch(left_phrase(figure.left)):
        figure.subject = levels[-1].subject
        return "leaning", levels[-1].subject + left_phrase(figure.left)
    spoken = figure.unit_kind == "money" and left_phrase(figure.left) in words("aspect")
    if not whole or spoken or figure.right.strip(" \x01、" if alone else " \x01"):
        return figure.rule, name
    figure.subject = whole[-1].subject
    if figure.part:
        return "leaning", with_measure(left_phrase(figure.left), [whole[-1], figure], 1)
    if alone:
        return "place", whole[-1].name
    return "leaning", verb_on(left_phrase(figure.left), whole[-1].subject, figure)


def _resolved(name: str, figures: list[Figure]) -> str:
    """A name that was kept as the number of another figure and a tail (分别增长 after as many levels)."""
    kept = _KEPT.fullmatch(name)
    if kept is None:
        return name
    before = figures[int(kept["before"])]
    subject = before.subject if kept["of"] == "\x03" and not before.part else before.name
    return subject + kept["tail"]


def _first_rule(figures: list[Figure], index: int) -> tuple[str, str]:
    """The first rule that gives a name, and the name."""
    left = left_phrase(figures[index].left)
    if figures[index].unit_kind in COUNTED_NOUN and figures[index].right.strip(" \x01") and _TOWN.fullmatch(left):
        left = ""
    for label, rule in _RULES:
        if name := rule(figures, index, left):
            return label, name
    return "none", ""


def _among(figures: list[Figure], index: int, left: str) -> str:
    """21个重点项目中仍有4个未开工: 未开工的重点项目."""
    whole, state = AMONG.search(figures[index].left), predicate_of(figures[index].right)
    if not whole or not state:
        return ""
    noun = left_phrase(whole["whole"])
    apart = noun.endswith("户") and figures[index].unit_kind == "person"  # 贫困户中已有46人就业
    return f"{noun}{state}人数" if apart else f"{state}的{noun}"


def _excepted(figures: list[Figure], index: int, left: str) -> str:
    """征地款除大桥村4户未兑现外: 征地款未兑现户数."""
    figure = figures[index]
    topic, not_yet = _EXCEPT.fullmatch(figure.left.strip("\x01 ")), _NOT_YET.match(figure.right)
    counted = COUNTED_NOUN.get(figure.unit_kind, "")
    return left_phrase(topic["topic"]) + not_yet["state"] + counted if topic and not_yet and counted else ""


def _gathered(figures: list[Figure], index: int, left: str) -> str:
    """组织1200人次开展清洁活动: 清洁活动人次."""
    figure = figures[index]
    found = _GATHERED.match(figure.right) if left in ("组织", "发动", "动员") else None
    counted = COUNTED_NOUN.get(figure.unit_kind, "")
    return split_predicate(found["what"])[0] + counted if found and counted else ""


def _distance(figures: list[Figure], index: int, left: str) -> str:
    """距县城28公里: 距县城距离."""
    words_before = figures[index].left if figures[index].unit_kind == "length" else ""
    found = _DISTANCE.search(words_before) or _APART.search(words_before)
    return f"{found['from'] or '距'}{found['place']}距离" if found else ""


def _norm(figures: list[Figure], index: int, left: str) -> str:
    """今年新种桑园，按每亩900元的标准兑现奖补: 每亩奖补标准."""
    figure = figures[index]
    found = _NORM.search(figure.left.strip("\x01 ")) if figure.unit_kind == "money" else None
    paid = _PAID.findall(re.split("[，。；\x01]", figure.right)[0]) if found else []
    if not found or not (paid or found["topic"]):
        return ""
    return left_phrase(found["topic"]) + (found["per"] or "") + (paid[-1] if paid else "") + "标准"


def _which(figures: list[Figure], index: int, left: str) -> str:
    """98个村民小组，已通公路的94个: 通公路的村民小组."""
    figure = figures[index]
    which = _WHICH.fullmatch(figure.left.strip("\x01 "))
    if not index or not which or begins_noun(figure.right) or figures[index - 1].mention.unit != figure.mention.unit:
        return ""
    figure.subject = figures[index - 1].subject
    name = left_phrase(which["which"])
    return f"{name}{figure.subject}面积" if figure.unit_kind == "land" else f"{name}的{figure.subject}"


def _inherited(figures: list[Figure], index: int, left: str) -> str:
    return inherited_name(figures, index, left) if verbs_only(left) else ""


def _aspect(figures: list[Figure], index: int, left: str) -> str:
    if left in ("其他", "其它"):
        return _others(figures, index, left)
    paid = _PAYMENT.fullmatch(left) and index and figures[index - 1].unit_kind != "money"
    aspect = paid or left in words("aspect") or _RATED.fullmatch(left)
    return aspect_name(figures, index, left) if aspect else ""


def _others(figures: list[Figure], index: int, left: str) -> str:
    """The rest of a breakdown: 纠纷20起，其中土地12起，其他8起 ends with 其他纠纷."""
    unit = figures[index].mention.unit
    whole = next((f for f in figures[:index] if f.mention.unit == unit and f.kind == "level" and f.core), None)
    return left + whole.subject if whole else ""


def _group(figures: list[Figure], index: int, left: str) -> str:
    """城镇居民人均可支配收入28450元，农村居民12360元: 农村居民人均可支配收入."""
    rate = figures[index - 1] if index and left in _HALVES and figures[index].kind == "share" else None
    if rate and rate.kind == "share" and rate.name.endswith("率"):
        return left + _HALF_BEFORE.sub("", rate.name)
    earlier = last_level(figures, index) if _GROUP.fullmatch(left) else None
    if earlier is None or earlier.mention.unit != figures[index].mention.unit:
        return ""
    group = _GROUP.match(earlier.name)
    return left + earlier.name[group.end() :] if group and len(earlier.name) - group.end() >= 2 else ""


def _place(figures: list[Figure], index: int, left: str) -> str:
    """硬化村道5公里，其中东岭村1.2公里: 硬化村道, of a place."""
    figure = figures[index]
    earlier = last_level(figures, index) if place_alone(figure) else None
    if earlier and figure.unit_kind == "household" and earlier.unit_kind == "person":
        earlier = figures[figures.index(earlier) - 1]  # 其中东岭村86户312人、西岭村70户260人
    if earlier is None or earlier.mention.unit != figure.mention.unit:
        earlier = next((f for f in figures[index - 1 :: -1] if _beside(f, figure)), None) if earlier else None
    if earlier is None:
        return ""
    figure.subject = earlier.subject
    return _OF_ALL.sub("", earlier.name)


def _being(figures: list[Figure], index: int, left: str) -> str:
    """86户是砖瓦房: 砖瓦房户数; 1100亩已完成茶园改造: 茶园改造面积."""
    figure = figures[index]
    being = _IS.match(figure.right) if figure.unit_kind in ("person", "household") and verbs_only(left) else None
    done = _DONE_WITH.match(figure.right) if figure.unit_kind == "land" and verbs_only(left) else None
    found = being or done
    return with_measure(found["what"], figures, index) if found else ""


def _beside(earlier: Figure, figure: Figure) -> bool:
    """True for the number of the place before: 东岭村19户养羊80只；西岭村25户养羊90只."""
    return earlier.rule == "place" and earlier.mention.unit == figure.mention.unit


def _with_state(figures: list[Figure], index: int, left: str) -> str:
    """建档立卡贫困户6067人全部参保: 建档立卡贫困户参保人数."""
    figure = figures[index]
    state = predicate_of(figure.right) if figure.unit_kind in ("person", "household") else ""
    if figure.unit_kind == "person-times" and (joined := _JOINS.match(figure.right)) and len(left) >= 2:
        return with_measure(joined[0] + left[len(verb_before(left)) :], figures, index)
    return with_measure(left + state, figures, index) if state and state not in left else ""


def _fuller(figures: list[Figure], index: int, left: str) -> str:
    """缺粮 behind 因灾缺粮11户 is 因灾缺粮, too."""
    earlier = figures[index - 1] if index else None
    if not earlier or earlier.mention.unit == figures[index].mention.unit or len(left) < 2:
        return ""
    whole = left == "人口"  # 户数1756户，某村人口48人
    fuller = earlier.subject if not whole and earlier.subject != left and earlier.subject.endswith(left) else ""
    return fuller + "数量" if fuller and figures[index].unit_kind != "money" else fuller


def _doing(figures: list[Figure], index: int, left: str) -> str:
    """70万人次接受技能培训: 接受技能培训人次."""
    behind = re.split(r"[，。；：、\x01]", figures[index].right.strip("\x01 "))[0]
    told = strip_lead(behind)
    return (
        told + (COUNTED_NOUN | _SPACE).get(figures[index].unit_kind, "") if not left and 2 <= len(told) <= _TOLD else ""
    )


def _of_level(figures: list[Figure], index: int, left: str) -> str:
    """创建省级示范村2个、市级3个: 创建市级示范村."""
    before = figures[index - 1] if index and _LEVEL.fullmatch(left) else None
    if before is None or before.mention.unit != figures[index].mention.unit:
        return ""
    return _LEVEL.sub(left, before.name, count=1) if _LEVEL.search(before.name) else left + before.subject


def _before(figures: list[Figure], index: int, left: str) -> str:
    if paid := _OWN_MONEY.search(figures[index].left):
        return paid[0]
    whole = figures[index].unit_kind == "percent" or len(left) < 3
    left = _SOWN_AREA.sub(r"\2\1面积", left if whole else left.removesuffix("占"))
    figures[index].subject = left if figures[index].unit_kind == "household" and OF_THE_POOR.search(left) else ""
    left = _SEX.get(left, left) if figures[index].unit_kind == "person" else left
    head = _RATE_HEAD.search(figures[index].before) if figures[index].unit_kind == "percent" and len(left) < 5 else None
    if head and "率" not in left:
        return left + head["head"]
    before = figures[index - 1] if index and _GAINED.fullmatch(left) else None
    own = before and before.name.endswith(("项目", "企业")) and not verb_before(before.name.removeprefix("新"))
    if before and own and before.kind == "level":
        return before.name + left
    return with_measure(firms_before(figures, index) + left, figures, index)


_Rule = Callable[[list[Figure], int, str], str]
#: In this order; the label goes into Figure.rule.
_RULES: list[tuple[str, _Rule]] = [
    ("composition", composition_name),
    ("rank", place_name),
    ("extreme", extreme_name),
    ("class", class_name),
    ("pace", pace_name),
    ("goal", goal_name),
    ("again", again_name),
    ("ratio", ratio_name),
    ("movement", movement_name),
    ("earning", earning_name),
    ("criterion", criterion_name),
    ("criterion", classed_name),
    ("among", _among),
    ("excepted", _excepted),
    ("gathered", _gathered),
    ("distance", _distance),
    ("base", base_name),
    ("rate", rate_name),
    ("rate", price_name),
    ("rate", done_rate_name),
    ("norm", _norm),
    ("which", _which),
    ("threshold", threshold_name),
    ("placed", placed_name),
    ("backed", backed_name),
    ("task", task_name),
    ("made up", made_up_name),
    ("attributive", attributive_name),
    ("stretch", stretch_name),
    ("noun", noun_name),
    ("purpose", purpose_name),
    ("zero", zero_name),
    ("group", _group),
    ("group", _of_level),
    ("place", _place),
    ("being", _being),
    ("total", division_name),
    ("total", total_name),
    ("target", target_name),
    ("taken up", taken_up_name),
    ("inherited", _inherited),
    ("aspect", _aspect),
    ("state", _with_state),
    ("fuller", _fuller),
    ("fate", listed_name),
    ("before", _before),
    ("doing", _doing),
]
