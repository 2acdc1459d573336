"""Names of growth, fall and change: what moves, and which way."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import told_since
from township_analysis.figures.names.earlier import is_budgeted
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.nearest import nearest
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.suffixes import verb_before
from township_analysis.figures.names.topics import topic_before
from township_analysis.figures.words import alternation, is_aspect, verbs_only

#: 完工67台，比上年多装19台: the deed that there was more of, and the state that it replaces.
_BY_DEED = re.compile(r"[多少](?!出\Z)[\u4e00-\u9fff]{1,2}")
_STATED = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{alternation('state')}|出栏|人次|批次|场次)\Z")
RELATIVE = ("percent", "points", "multiple")
_TO_LEVEL = re.compile(r"(?:[到至为]|达到?|控制在|保持在|稳定在)\Z")
#: 增幅达8%: with a rate a level is none that it moved to.
_IS_RATE = re.compile(r"幅|增速|率(?:为|达到?)?\Z|\A年均")
#: 增长比例达75%, 增长幅度为34%: how much it grew.
_SIZE_OF_MOVE = re.compile(r"(?:幅度|比例)(?:达到?|为)?\Z")
_COMPARED = re.compile(
    r"(?:仍然?|又|再|还|也|则|却|将|实际)*(?:同比|环比|(?:[同与和较比]\x01+)?相比|(?<![可占])比(?!例|重|率|值|价|赛)|较|(?<!参)与)[^，]*\Z"
)
_LAST_YEAR = re.compile(r"同比|[比较]上[一]?年|[比较]去年|上年同期|去年同期")
#: A comparison that stands before what is compared: 同比发案率下降12%.
_COMPARED_FIRST = re.compile(
    r"\A(?:全年|年内)?(?:同比|环比|[比较与](?:上年|去年|\x01+)(?:同期)?(?:相比)?[，、]?)"
    r"(?!的?(?:年初|调整)?(?:同?口径|预算|决算|执行|完成|实际|计划|基数)(?:数字?|额|情况)?\Z)(?!实际|净|新|又|再|平均|大幅|明显|[增降涨减]幅|增速|[宗件起批人户]数|[人批]次)(?=[\u4e00-\u9fff]{2,}\Z)"
)
_THAN = re.compile(r"[比较]|同期")
_CLAUSES = 28  # characters in which the base of a movement stands
_SPOKEN = {"多": "增加", "少": "减少", "增": "增加", "减": "减少"}
#: 比上年少生13人: how births are compared.
_BORN = {"多生": "增加", "少生": "减少"}
#: 粮食4万吨，增3.8%: the word in full, as a column is headed.
_IN_FULL = {"增": "增长", "减": "减少", "降": "下降", "升": "上升", "涨": "上涨"}
#: And what is only said so of a year before: 比2019年高2.1个百分点.
_THAN_THEN = {"高": "提高", "低": "降低"}
#: 同比+6%, 同比-3%.
_SIGNED = re.compile(r"(?:同比|环比)\Z")
_THAN_BEFORE = re.compile(r"[比较](?:上[一]?年|去年|往年|\x01+)(?:同期)?\Z")
#: 比去年的64550亩增3120亩: the base stands before.
_THAN_BASE = re.compile(r"[比较][^，。；]{1,12}\d[^，。；]{1,8}[增减]\Z")
#: 玉米亩产560公斤，增24公斤: the level that it moved to.
_LEVEL_BEFORE = re.compile(r"\d[万亿]?(?P<unit>[\u4e00-\u9fff]{1,4})[，、(][增减]\Z")
#: 超县下达任务50人: how far beyond what was set.
_BEYOND = re.compile(
    r"(?P<over>超额?)(?:出|过)?(?:[\u4e00-\u9fff“”\x01]{0,8}?(?P<set>(?:任务|计划|目标|预算)[数量]?)(?:完成|的)?|(?<=额)完成)\Z"
)
_GOES_BACK = 3  # clauses from a change to what it is a change of
#: 以年均8%的速度增长: the movement stands behind its number.
_AT_PACE = re.compile(
    r"(?:左右|以上)?的(?:速度|幅度|增速|比例)(?:快速|持续|稳步)?(?P<how>增长|递增|上升|提高|提升|增加|下降|递减|减少)"
)
#: 同比下降(同口径)12.7%: how it is reckoned, between the word and the number.
_HOW_RECKONED = re.compile(r"\((?:[按剔扣][^()]{0,12}|同口径|可比(?:口径|价格?)|不变价格?)(?:计算)?\)\Z")
_BY = re.compile(r"以(?:每年|年均|平均每年|每年平均|年)?\Z")
#: How long it moved: 二十八年间平均每年增长.
_YEARS_LONG = re.compile(
    r"的?[近这前]?(?<!连续)(?:[一二两三四五六七八九十]{1,3}|(?<!\d)\d{1,2})(?:\x01{1,3}|年)[间中来内]?(?:累计|共|平均)?\Z"
)
#: 三年平均递增16%: what it grew a year.
_A_YEAR = re.compile(r"(?:(?:\x01|年)平均|平均每年|每年平均)[只仅]?\Z")
_NO_TOPIC = re.compile(r"\A[一二三四五六七八九十两]?年\Z|受[^，]{2,8}影响\Z")
#: Means of persons that are told of them alone: 茶叶收入860万元，人均增收420元.
_OF_NOBODY = ("人均", "户均", "人平", "户平")
_ON_TOP = re.compile(r"(?<=[\u4e00-\u9fff]{2})[是要]?在[^，]{2,24}基础上")
#: 产量在1953年到1978年间平均每年只增长500万吨.
_WITHIN = re.compile(r"(?<=..)在\x01+(?=(?:平均)?(?:每年|年均))")
#: 由上年下降2%转为增长8%: what it turned from is told before.
_TURNED = re.compile(r"(?:转为|转而|转)\Z")
#: Those that are no more, which nothing that grows is of.
_LEFT = re.compile(r"注销|吊销|退出|迁出|死亡|减员|清退|关停|倒闭")
_PACES = ("增速", "增幅", "降幅", "减幅", "涨幅", "跌幅", "增长速度", "增长幅度")
#: What has no taxes of its own: 生产总值增长8%；税收增长9%.
_OF_ECONOMY = re.compile(r"生产总值|GDP|总产值|固定资产|收入\Z")
#: A measure that the first of a row of branches names for all.
_IN_A_ROW = re.compile(
    r"[\u4e00-\u9fff、]{1,15}?(?:业|企业)(?:完成|实现)?(?P<measure>增加值|总?产值|投资|利润总额|零售额)"
)
_BRANCH = re.compile(r"[\u4e00-\u9fff、]{1,13}(?:业|企业)")
#: 分经济类型看，国有企业增长3%: classes of what was told before.
_BY_CLASS = re.compile(r"(?:[，；]|\A)(?:分|按)[^，。；\d]{2,10}[看分]，")
_NET = re.compile(r"净(?:增|减)\Z")
#: 除外贸出口增长3.1%未达计划外.
_BUT_FOR = re.compile(r"[^，。；]{0,12}外(?=[，。；])")
OF_GROWTH = ("年均", "增速", "增幅", "降幅", "减幅", "涨幅", "跌幅")
#: Those who came to earn more or less, and not by how much: 带动增收38户.
OF_EARNERS = ("增收", "减收")
#: What a rank rises or falls by: 前移3位, 上升9个位次.
PLACES = ("位", "位次", "名次")
#: What was done to a road or an orchard, and is no rise: 绿化提升4.8公里, 提质增效3000亩.
_BETTERED = ("提升", "增效", "精简", "改善")


def movement_of(figure: Figure) -> tuple[str, str] | None:
    """The words before a growth or change and its direction in words, or None for a figure that is neither."""
    left = _HOW_RECKONED.sub("", figure.left.replace(" ", "").strip("\x01"))
    if figure.unit_kind in RELATIVE and (signed := _SIGNED.search(left)):
        return left[: signed.start()], signed[0] + "增长"
    beyond = _BEYOND.search(left)
    if (
        beyond
        and not (beyond["over"] == "超额" and left.endswith("的"))
        and not figure.right.startswith(("目标", "任务", "的目标", "的任务"))
    ):
        done = "完成" if beyond["over"] == "超额" and not beyond["set"] else ""
        return left[: beyond.start()], beyond["over"] + (beyond["set"] or done)
    found = _moving().search(left)
    if not found or figure.mention.form == "rank" or _leads_to_level(left, found["word"]):
        return None
    word = found["word"][:-1] if found["word"].endswith(("了", "达", "为")) else found["word"]
    if figure.unit_kind not in RELATIVE:
        if figure.text.startswith("突破", figure.at):
            return None  # 逆势增长突破400亿元: what was reached
        word = _SPOKEN.get(word, word)
        if _moves_no_amount(figure, left, found, word):
            return None
    else:
        then = _THAN_THEN if _THAN_BEFORE.search(left[: found.start()]) else {}
        word = (_IN_FULL | then).get(word, word)
    if _LAST_YEAR.search(left) and not word.startswith(("同比", "环比", "年均")):
        word = "同比" + word
    return left[: found.start()], word


def movement_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a growth, fall or change: what moves, and which way."""
    figure = figures[index]
    movement = movement_of(figure)
    if movement is None:
        return ""
    head, word = movement
    if _A_YEAR.search(figure.left.removesuffix(movement[1])) and not word.startswith("年均"):
        head, word = _A_YEAR.sub("", head), f"年均{word}"
    head = _TURNED.sub("", head)
    if figure.mention.unit in PLACES and index and figures[index - 1].kind == "rank":
        return figures[index - 1].name + word
    head = _WITHIN.sub("", _ON_TOP.sub("", head))
    base = left_phrase(_COMPARED.sub("", _YEARS_LONG.sub("", _COMPARED_FIRST.sub("", head))))
    base = _NO_TOPIC.sub("", base)
    base = base.removeprefix("除") if _BUT_FOR.match(figure.after) else base
    base = _what_moved(figures, index, base)
    base += _measure_before(figures, index, base)
    base = _STATED.sub("", base) if _BY_DEED.fullmatch(word) else base
    base = base.removesuffix("增长") if word.startswith("年均") else base  # 经济增长目标是年均增长7%
    word = _BORN.get(word, word) if "出生" in base else word
    figure.subject = base.removesuffix(word) or base
    return base if base.endswith(word) else f"{base}{word}"


def pace_name(figures: list[Figure], index: int, left: str) -> str:
    """How fast something moved: 以年均8%的速度增长."""
    figure = figures[index]
    found = at_pace(figure)
    base = left_phrase(_BY.sub("", figure.left)) if found else ""
    figure.subject = base or figure.subject
    return f"{base}年均{found['how']}" if found and base else ""


def at_pace(figure: Figure) -> re.Match[str] | None:
    """The movement that stands behind its number."""
    return _AT_PACE.match(figure.right) if figure.unit_kind in RELATIVE and _BY.search(figure.left) else None


def moved_too_name(figures: list[Figure], index: int, left: str) -> str:
    """The persons of households that moved: 比上年减少12户40人 is a fall by both."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or before.kind != "change" or left or figure.unit_kind not in COUNTED_NOUN:
        return ""
    counted = COUNTED_NOUN.get(before.unit_kind)
    if not counted or before.mention.hedge.end != figure.mention.hedge.start:
        return ""
    figure.kind, figure.subject = "change", before.subject
    own = COUNTED_NOUN[figure.unit_kind] if before.name.endswith(counted) else ""
    return before.name.removesuffix(counted) + own


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>{alternation('rise')}|{alternation('fall')})(?:了|约|近|均|达到?|为|超过?|(?:幅度|比例)(?:达到?|为)?|(?<=[幅速])(?:控制|保持|稳定)在|\s)*\Z"
    )


def _leads_to_level(left: str, word: str) -> bool:
    """True for 增长到 and the like, where what moved is the level that stands behind."""
    return bool(_TO_LEVEL.search(left) and not (_IS_RATE.search(word) or _SIZE_OF_MOVE.search(left)))


def _moves_no_amount(figure: Figure, left: str, found: re.Match[str], word: str) -> bool:
    """True where the word before an amount tells of no movement of it: 新增, what was bettered, 增 without a base."""
    if len(found["word"]) < 2:
        compared = _THAN_BEFORE.search(left[: found.start()]) or _THAN_BASE.search(figure.near(_CLAUSES))
        if not compared and not _goes_on(figure):
            return True
    if word in OF_EARNERS and figure.unit_kind in ("person", "household"):
        return True
    if word in _BETTERED and figure.unit_kind in ("length", "land", "floor", "count"):
        return True
    behind = figure.right.strip(" \x01")
    return bool(behind) and behind[0] not in "，。；、)以左"


def _goes_on(figure: Figure) -> bool:
    """True for a bare 增 or 减 behind a figure in the same unit: 玉米亩产560公斤，增24公斤."""
    level = _LEVEL_BEFORE.search(figure.near(_CLAUSES))
    return bool(level and figure.text[figure.at : figure.behind].endswith(level["unit"]))


def _what_moved(figures: list[Figure], index: int, base: str) -> str:
    """What moves: the words before it, or where they say too little the figure that it goes on from."""
    figure, earlier = figures[index], _in_its_unit(figures[index], nearest(figures, index), figures)
    alone = not base and not _THAN.search(figure.left)  # 新增1120户，注销236户，净增884户
    if earlier in figures and alone and _LEFT.search(earlier.name):
        earlier = next((f for f in figures[:index] if f.mention.unit == earlier.mention.unit and f.name), earlier)
        return "人口" if earlier.subject.startswith("出生") else earlier.subject
    if not base and earlier and _NET.search(figure.left) and (deed := verb_before(earlier.name)):
        return earlier.name[len(deed) :] or earlier.name  # 认定家庭牧场47家，净增6家
    moved = figures[index - 1] if index and figure.unit_kind == "percent" and not base else None
    counted = moved and moved.kind == "change" and moved.unit_kind in ("count", "person", "household", "event")
    if moved and counted and moved.subject and figure.clause - moved.clause == 1:
        return moved.subject  # 注册资本28亿元，比上年增加104户，增长20%: of the households
    grown = figures[index - 1] if index and figure.unit_kind == "points" else None
    if grown and grown.kind == "growth" and figure.clause - grown.clause == 1 and (not base or base in _PACES):
        return grown.subject + base if base else grown.name  # 增长8%，增速比上年快2个百分点
    if not base or verbs_only(base) or (_moving().fullmatch(base) and not is_aspect(base)):
        told = told_since(figures, index) or _moved_before(figures, index)
        base = told or (earlier.name if earlier else base or topic_before(figure))
    elif (
        is_aspect(base)
        and earlier
        and not _says_enough(base, figure, earlier)
        and not _other_moved(figures, index, earlier)
    ):
        base = (earlier.name if base in OF_GROWTH else earlier.subject) + base
    return base


def _other_moved(figures: list[Figure], index: int, level: Figure) -> bool:
    """True where something else moved since the level: 新建监控90支，盗窃警情下降17%，破案率提高6个百分点."""
    at = figures.index(level) + 1 if level in figures else index
    return any(f.kind == "growth" and f.rule == "movement" and level.subject not in f.name for f in figures[at:index])


def _measure_before(figures: list[Figure], index: int, base: str) -> str:
    """The measure that the first of a row of branches names: 采矿业增加值增长4%，制造业增长6%."""
    figure, before = figures[index], figures[index - 1] if index else None
    if not before or before.kind != "growth" or figure.unit_kind not in ("percent", "multiple"):
        return ""
    near = figure.clause - before.clause < 2 or _BY_CLASS.search(figure.text, before.behind, figure.at)
    row = _IN_A_ROW.fullmatch(before.subject) if near else None
    return row["measure"] if row and _BRANCH.fullmatch(base) else ""


def name_of_class(before: list[Figure], figure: Figure, name: str) -> str:
    """The name with the measure that moved in the sentence before: 分三大门类看，采矿业增长3%."""
    grown = next((f for f in reversed(before) if f.kind == "growth" and f.rule == "movement"), None)
    if not grown or figure.rule != "movement" or not _BY_CLASS.match(figure.before):
        return name
    row = _IN_A_ROW.fullmatch(grown.subject)
    if not row or not _BRANCH.fullmatch(figure.subject) or not name.startswith(figure.subject):
        return name
    move = name[len(figure.subject) :]
    figure.subject += row["measure"]
    return figure.subject + move


def _says_enough(base: str, figure: Figure, earlier: Figure) -> bool:
    """True for means of persons behind money, and for a number of persons behind a sum (损失6万元、死亡人数下降)."""
    taxes = base == "税收" and _OF_ECONOMY.search(earlier.name)
    return bool(taxes or (base in _OF_NOBODY and figure.unit_kind == "money")) or (
        earlier.unit_kind == "money" and base.endswith("人数")
    )


def _in_its_unit(figure: Figure, earlier: Figure | None, figures: list[Figure]) -> Figure | None:
    """The households of 贫困户86户230人, where households moved; what a change was of, where its growth follows."""
    alike = [f for f in figures[: figures.index(figure)] if f.mention.unit == figure.mention.unit and f.kind == "level"]
    alike = [f for f in alike if not is_budgeted(f)]
    alike = [f for f in alike if not f.bracket or figure.bracket] or alike  # 新增企业9家（工业3家），净增6家
    if earlier and alike and figure.unit_kind not in RELATIVE and figure.clause - alike[-1].clause <= _GOES_BACK:
        return alike[-1]
    if earlier not in figures or {earlier.unit_kind, figure.unit_kind} - COUNTED_NOUN.keys():
        return earlier
    at = figures.index(earlier)
    one = figures[at - 1] if at else None
    beside = one and one.unit_kind == figure.unit_kind and one.mention.hedge.end == earlier.mention.hedge.start
    return one if beside else earlier


def _moved_before(figures: list[Figure], index: int) -> str:
    """What the figure before moved, where no level stands before either: 增长22%，平均每年递增4%."""
    before = figures[index - 1] if index else None
    levels = any(f.kind in ("level", "share") and f.name and f.core for f in figures[:index])
    return before.subject if before and not levels and (movement_of(before) or before.rule == "goal") else ""
