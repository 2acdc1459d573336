"""Parts of the country, province or county that a clause is about: 柳州, 南疆, 中心城区, a county's 石桥镇."""

import re
from functools import cache, lru_cache

from township_analysis.figures.words import ASKED, act_pattern, strip_lead, strip_link
from township_analysis.places.gazetteer import NO_PREFECTURE, regions
from township_analysis.places.names import words_not

#: A province's sign and a direction (川南; 云南, 新东, 京东 are no such thing), and what any place has one of.
_SIDE = re.compile(
    r"[津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青]"
    r"(?:[东西][南北]|[东西南北中](?!央|国|心|学|医))|[南北东]疆|关中|陇[东中南]|胶东"
    r"|(?:中心城区|主城区|老城区|重?灾区)(?![域划])"
)
_NO_SUBJECT = re.compile(
    r"[至到—\-~]|对口|帮扶|援[助建]|捐|协作|籍|市民|省?[道际]|[大中小]学|段|线|路|港人|班列|[镇乡]|[一二两三四五六七八九十\d]|牌|式|的|内|各"
)
#: Members of a list that its number counts: 石嘴山先进材料等3个平台, 荆州、孝感、黄冈3个城市.
_LISTED = re.compile(r"等|[、和与及]")
_TOWN = re.compile(
    r"(?!其中|各|全|我|本|该|每|乡镇|集镇|城镇|建制|中心|重点|小城|特色|古|场镇|圩镇|街道)[\u4e00-\u9fff]{2,3}(?<![乡村城全集各场圩小返下家回老故进还古])(?:镇|乡|街道|苏木)(?![村企域区卫中小政财干党集镇辖级容民街创])"
)
_LONGEST = 40
#: Short names that a report says of other things as well: 日照, 阿里云.
_LONGEST_NAME = 12
_WORDS = frozenset(["日照", "阿里"])


@cache
def _names() -> frozenset[str]:
    """Provinces, prefectures and counties in full, and the first two by their short names where those are no words."""
    known = [region for region in regions().values() if region.name not in NO_PREFECTURE]
    full = {name for region in known for name in region.names if len(name) > 2}
    short = {region.short for region in known if len(region.code) < 6 and 2 <= len(region.short) <= 4}
    return frozenset(full | short - words_not("region") - _WORDS)


def _regions(text: str) -> str:
    """The regions that a text begins with, a list of them as one."""
    end, at = 0, 0
    while size := _size_at(text, at):
        end = at + size
        if not text.startswith("、", end):
            break
        at = end + 1
    return text[:end]


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:2] for name in _names())


def _size_at(text: str, at: int) -> int:
    found, names = _SIDE.match(text, at), _names() if text[at : at + 2] in _beginnings() else ()
    longest = next((k for k in range(_LONGEST_NAME, 1, -1) if text[at : at + k] in names), 0) if names else 0
    return longest or (found.end() - at if found else 0)


@lru_cache(maxsize=ASKED)
def region_at(clause: str, wide: bool) -> str:
    """The part of the country or county that a clause has for its subject, else ``""``.

    >>> region_at("南疆高校在校生达到", True), region_at("川南至黔北铁路全长", True)
    ('南疆', '')
    """
    whole = clause.lstrip("\x00\x01 ")[:_LONGEST]
    for head in (whole, strip_lead(whole, light=False)):  # 和 of 和田 is no link
        town = _TOWN.match(head) if wide else None
        name = _regions(head) or (town[0] if town else "")
        if name:
            return name if _is_told(head[len(name) :]) and not act_pattern().match(name) else ""
    return ""


def _is_told(behind: str) -> bool:
    """True for words behind a region that say what of it is measured."""
    return len(strip_link(behind)) >= 2 and not _NO_SUBJECT.match(behind) and not _LISTED.search(behind)


def is_region(scope: str) -> bool:
    """True for the scope that ``region_at`` finds, which holds for its own clause and for how its measure moved."""
    return bool(scope) and (_regions(scope) == scope or bool(_TOWN.fullmatch(scope)))
