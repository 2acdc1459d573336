"""Lists behind a colon, whose head says what is measured or done: 机械化程度：整地100%、播种91%."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.words import strip_lead, strip_link

#: What a list is of, and its members up to the figure.
_MEASURE_LIST = re.compile(
    r"(?P<head>[\u4e00-\u9fff“”]{0,10}?(?P<measure>程度|密度|率|免疫|覆盖|普及|接种|入学|参保"
    r"|(?:播种|种植|栽植)?面积|单产|亩产|总?产量|[存出]栏量?|收?购?[单价]价|价格))"
    r"(?:分别|依次|各)?[为是达有]?：(?P<members>[^；。：]*)\Z"
)
#: Rates have more words that say of what: 良种覆盖率; land and yields only those of their measure.
_RATES = ("程度", "密度", "率", "免疫", "覆盖", "普及", "接种", "入学", "参保")
#: In what such a measure is told.
_UNITS = (
    (_RATES, ("percent",)),
    (("面积",), ("land",)),
    (("单产", "亩产", "产量"), ("mass", "count", "floor", "length", "volume", "energy")),
    (("存栏", "出栏", "栏量"), ("count",)),
)
_MEMBER = re.compile(r"[\u4e00-\u9fff“”]{1,8}(?<![率量值额积高低加少降])")
_ANIMALS = tuple("猪牛羊鸡鸭鹅犬禽畜马驼鸽兔")
#: Of whom a rate is told directly behind it: 入学率小学99%、初中97%.
_CLASS = (
    "(?:小学|初中|高中|中学|幼儿园?|学前|城[镇市区]|[农乡]村|牧区|男性?|女性?"
    f"|[家骆]?[{''.join(_ANIMALS)}]|小麦|玉米|水稻|大豆|棉花|油菜)"
)
_RATE_BEFORE = re.compile(
    rf"(?P<head>[\u4e00-\u9fff“”]{{0,10}}?(?P<measure>程度|密度|率))(?P<members>{_CLASS}(?:[\d.]+%[、，和]{_CLASS})*)\Z"
)
#: Things of schools or of town and country, by their head: 图书：小学21300册，生均9.7册；初中1.08万册.
_OF_CLASS = re.compile(
    r"(?:\A|[，。；\n])(?P<head>[\u4e00-\u9fff]{0,10}(?:图书|支出|经费|校舍|仪器|设备|电脑|计算机|住房|低保|补助))："
    r"(?:[^。：]*[，；、])?(?P<which>小学|初中|高中|幼儿园|城镇|农村)\Z"
)
#: What says no more than that these are crops or animals.
_AT_HAND = re.compile(r"\A(?:其中|即)")
#: Against what the animals of a list were made immune: 免疫口蹄疫：猪7万头次.
_IMMUNE = re.compile(r"(?:免疫|接种|注射|防疫)(?P<against>[\u4e00-\u9fff]{2,9}?)(?:疫苗)?：(?P<members>[^；。：]*)\Z")
_PARTED = ("", "、", "，", "和")
_FAR = 90  # characters back to the head of a list


def headed_list_name(figures: list[Figure], index: int, left: str) -> str:
    """The member of a list with what its head says of all of them: 整地机械化程度, 口蹄疫免疫猪."""
    figure = figures[index]
    if figure.right.strip(" \x01")[:1] not in _PARTED:
        return ""
    near = figure.near(_FAR)
    found = _MEASURE_LIST.search(near) if "：" in near else None
    found = found or (_RATE_BEFORE.search(near) if figure.unit_kind == "percent" else None)
    if found and strip_link(figure.left.strip("\x01 ，")) == found["head"]:
        return ""  # 辍学率：…，辍学率为0.41%
    if found and (member := _member(found["members"])) and _fits(figure, found["measure"]):
        figure.subject = member
        head = strip_lead(found["head"]) if found["measure"] in _RATES else found["measure"]
        return member + head
    if classed := _OF_CLASS.search(near) if "：" in near else None:
        figure.subject = classed["which"] + classed["head"]
        return figure.subject
    immune = _IMMUNE.search(near) if "：" in near else None
    animal = _member(immune["members"]) if immune else ""
    if immune and animal.endswith(_ANIMALS):
        figure.subject = animal
        return f"{immune['against']}免疫{animal}"
    return ""


def _member(members: str) -> str:
    """The last member's own noun; ``""`` where a clause with more words stands there."""
    noun = _AT_HAND.sub("", re.split("[、，]", members)[-1].strip(" \x01"))
    return noun if _MEMBER.fullmatch(noun) else ""


def _fits(figure: Figure, measure: str) -> bool:
    """True for a value in a unit of the measure."""
    kinds = next((kinds for ends, kinds in _UNITS if measure.endswith(ends)), ("money",))
    return figure.unit_kind in kinds and figure.kind in ("level", "share")
