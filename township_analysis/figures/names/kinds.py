"""What kind of a value a figure is: a level, a change, a growth, a share or a rank."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.moving import OF_EARNERS, at_pace, movement_of
from township_analysis.figures.words import strip_link

_NEW = re.compile(r"新增|增加到|增加至|增加值(?![^，]*[增减])")
_AGAINST = re.compile(r"(?:同比|[比较](?:上年|去年|\x01+))[^，]{0,4}增加\Z|(?:人均|每[人户亩月])[^，]{0,4}新增\Z")
_OF_FORM = {"rank": "rank", "composition": "share"}
_OF_UNIT = {"points": "change", "multiple": "growth"}
#: 同比分别-6.2%, 增幅在50%以上: moved, though no verb stands there.
_MOVED = re.compile(
    r"同[比期](?:分别)?\s*\Z|(?<!自然)增长(?:速度|幅度)?(?:稳定|保持|控制|维持)在\Z"
    r"|(?:增长|递增|上涨)的?(?:速度|幅度|预期|目标|调控|的|定)+(?:分别|均|为|是|达到?|(?:控制|保持|稳定)在)*\Z"
)
#: 涨幅仍然高达21.7%, 增速由9%回落到7%, 增幅最大，分别达7%和6%: a pace, whatever leads up to the number.
_PACE = re.compile(
    r"(?:[增涨升降减跌][幅速]|(?:增长|递增|上涨|下降)的?(?:幅度|速度|比例))(?![^，。；]*(?:占|率|比重|的[企村户项]))"
    r"(?:[^，。；]*|最?[大快高]，(?:分别)?(?:高?达到?|为)?)(?:[\d.]+%[、和与])?\Z"
)
#: 物价上涨幅度明显低于去年，控制在15%以内: a pace by its name.
_PACE_NAMED = re.compile(r"(?:[增涨升降减跌][幅速]|(?:增长|递增|上涨|下降)(?:幅度|速度))\Z")
#: 增产2200吨，即7.8%: the change told as a rate.
_THAT_IS = re.compile(r"(?:增加?|减少?|上升|下降|提高)(?:[^，。；\d]{0,4})\d[\d.]*[^，。；\d]{1,4}，即\Z")
_CHANGES = re.compile(
    r"(?P<word>净(?:增加?|减少?)|增加|减少|调减|压减|增收|减收|增产|减产(?!面积)|追加|追减|调增|上调|下调|核增|核减|削减|缩减)(?!到|至|为|值|(?<=[收产])(?:项目|渠道|工程|行动|措施))"
)
#: With people or things as its object it is a deed, and what was done a flow: 减少贫困人口300人.
_DEED = re.compile(r"(?<!净)(?:增加|减少|压减)(?:了)?(?!的)[\u4e00-\u9fff]{2,}(?<!人口)\Z")
_OF_DEEDS = ("person", "household", "count", "volume")
#: 女性占比18%（比上届提升0.3%）: a share moves by points, whatever they are called.
_A_SHARE = re.compile(r"(?:占比|比重)[^，。；\d]{0,4}\d[\d.]*%[，(]?[^，。；\d]{0,8}\Z|(?:占比|比重)[^，。；\d]{0,6}\Z")
_NEAR = 24
_FAR = 60
_SEX_RATIO = re.compile(r"性别比[^，。；]{0,6}\Z")
#: 平均压减时间58%: by how much something was cut.
_CUT = re.compile(r"(?:压减|压缩|缩短|缩减|削减|节约|节省)了?[\u4e00-\u9fff]{2,8}\Z")
_NATURAL = re.compile(r"自然(?:增长|变动)率\Z")
_BESIDE = re.compile(
    r"[比较](?!例|重|率|值|价|赛)[^，]{2,16}(?:低|少|多|高|短|长)(?:了|出|过)?\Z|超(?:[^，]{0,6}任务数?|计划|目标)|[超短]收(?!分成|财力|返还|部分)|[比较][^，]{2,10}[跌涨贵]了?\Z|(?:高于|低于|高出|低出)全[国省市州县区]平均(?:水平)?\Z"
)


def kind_of(figure: Figure) -> str:
    """``level``, ``change``, ``growth``, ``share`` or ``rank``."""
    form = figure.mention.form
    if form in _OF_FORM:
        return _OF_FORM[form]
    if figure.unit_kind in _OF_UNIT:
        return _OF_UNIT[figure.unit_kind]
    if figure.mention.unit == "/10万" or (not figure.mention.unit and _SEX_RATIO.search(figure.left)):
        return "share"
    if form == "zero" and figure.right.startswith("增长"):
        return "growth"  # 吸毒人员零增长
    zero_rate = form == "zero" and "率" in figure.before[-8:] + figure.name
    if figure.unit_kind == "percent" or form == "fraction" or zero_rate:
        return _kind_of_percent(figure)
    return _kind_of_amount(figure)


def _kind_of_percent(figure: Figure) -> str:
    near = figure.near(_FAR)
    moves = _moves(figure) or figure.kind == "growth" or _MOVED.search(figure.left)
    moves = (
        moves
        or _CUT.search(figure.left)
        or _PACE.search(near)
        or _PACE_NAMED.search(figure.name)
        or _THAT_IS.search(near)
    )
    if not moves or _NATURAL.search(strip_link(figure.left)):
        return "share"
    of_share = _A_SHARE.search(figure.near(_NEAR)) and "增长" not in figure.left
    return "change" if of_share else "growth"


def _kind_of_amount(figure: Figure) -> str:
    left = figure.left.strip("\x01 ")
    if _NEW.search(figure.left) and not _AGAINST.search(left):
        return "level"
    deed = figure.unit_kind in _OF_DEEDS and (_DEED.search(left) or left.removesuffix("的").endswith(OF_EARNERS))
    changed = _moves(figure) or _AGAINST.search(left) or _BESIDE.search(left) or (_CHANGES.search(left) and not deed)
    return "change" if changed or figure.kind == "change" else "level"


def _moves(figure: Figure) -> bool:
    return movement_of(figure) is not None or at_pace(figure) is not None
