"""What is told of those counted, and where it goes before their noun: 获评省级示范的合作社."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.predicates import predicate_of
from township_analysis.figures.words import act_pattern, alternation, strip_lead, strip_link

#: What those counted have become: 11个县被认定为国家生态文明建设示范县.
_BECAME = re.compile(
    r"成为(.{3,20})|(?:成功)?(?:被|获)?(?:认定|命名|评选?|评定|列|授予|确定|成功创建|创建|创)(?:为|成为|成)(.{3,20})"
)
#: Words of an award or a list, whose name may be long: 获评省级绿色制造示范单位.
_HONOURED = re.compile(r"荣?获|入选|进入|被|享受|列入|跻身|上榜|通过")
#: How well it goes with them, which is no part of what they are: 3个产业园建设扎实推进.
_GOES_WELL = re.compile(
    r"(?:建设|实施)?(?:稳步|扎实|有序|加快|顺利|深入|全面|持续|加速|有力|蓬勃)*(?:推进|发展|壮大|实施)\Z|提质增效\Z|提档升级\Z"
)
#: What is done to those counted, by a verb that says nothing: 6个老旧小区实施改造.
_IS_DONE = re.compile(
    rf"(?:是(?:我们|我[镇乡]|全)|予以|给予|加以|进行|(?:实施|开展)了?(?=(?:[\u4e00-\u9fff]{{0,4}})(?:{alternation('act')})\Z|\Z))"
)
#: 获批上市、数量居全国前列: the second thing told.
_MORE_TOLD = re.compile(
    rf"(?<=[\u4e00-\u9fff”]{{2}})(?:并(?![网购轨联列])"
    rf"|、(?:数量|金额|规模|位居?|居|全部|所有|{alternation('act', 'opens', 'light')}))[^”]*\Z"
)
#: By what means or for what reason: no adverb.
_WHEREBY = ("通过", "因", "由于")
#: Another figure in the clause.
_NEXT = re.compile(r"[^，。；：、\n]*\d")
SHORT_TOLD, _LONG_TOLD, _LONG_HONOUR = 3, 14, 20  # characters of what is told of those counted
_ANYBODY = ("群众", "村民", "居民", "农户", "牧民", "农民", "人家")


def bare_told(predicate: str) -> str:
    """What is told of those counted, the first of several things alone, without adverbs."""
    told = _MORE_TOLD.sub("", predicate)
    told = told if told.startswith(_WHEREBY) else strip_lead(told, light=False)
    bare = strip_link(told)
    return told if act_pattern().fullmatch(bare) else bare  # 获得突破


def told_of(figure: Figure, noun: str, predicate: str) -> str:
    """The noun behind what is told of it, where that names: 获评省级示范的合作社; or what those counted became."""
    if (became := _BECAME.fullmatch(predicate)) and (became[1] or became[2]).endswith(noun[-1]):
        return became[1] or became[2]
    if _IS_DONE.match(predicate):
        return noun
    theirs = _theirs().fullmatch(noun) if 0 < len(predicate) <= _LONG_TOLD else None
    if theirs:
        figure.subject = noun
        return f"{theirs['what']}{predicate}的{theirs['whose']}"
    if _GOES_WELL.match(predicate):
        return noun
    longest = _LONG_HONOUR if _HONOURED.match(predicate) else _LONG_TOLD
    told = _is_whole(predicate, figure) or (SHORT_TOLD <= len(predicate) <= longest and not ends_list(figure))
    if told and figure.unit_kind == "household" and noun in _ANYBODY:
        return predicate + "户数"
    counted = figure.unit_kind in ("count", "person", "household", "length")
    if told and (counted or (figure.unit_kind == "land" and f"{noun}的" not in figure.right)):
        return f"{predicate}的{noun}"
    return noun


@cache
def _theirs() -> re.Pattern[str]:
    """Those counted and what of them fared so: 市州空气质量 of 14个市州空气质量达标."""
    return re.compile(
        rf"(?P<whose>[^的]*?(?:{alternation('counted')}))(?!”)(?P<what>[^的及和与、]{{0,8}}?(?:质量|水质|环境|面貌|收入|产值|营收|利润|税收|经济|水平"
        r"|校舍|设施|条件|换届|安全|服务|发展|创建|改造|建设|治理|整治|延包|工作|评估|率))"
    )


def _is_whole(predicate: str, figure: Figure) -> bool:
    """True for a short predicate that needs no object: 关停, 入住; not for the verb of what is counted next."""
    if predicate_of(predicate):
        return True
    if ends_list(figure) or figure.right.endswith("的" + predicate) or _NEXT.match(figure.after):
        return False
    return bool(_verbs().fullmatch(predicate))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation('act', 'does', 'state')}|建成|完成|建设)+")


def ends_list(figure: Figure) -> bool:
    """True for the last of a list of different things (12个党支部、268名党员), whose predicate is about them all."""
    return figure.text.endswith(("、", "和"), 0, figure.at) and figure.unit_kind in ("count", "person")
