"""What a piece of work reaches is named with the work: 改造老旧小区4个，惠及居民960户 → 老旧小区惠及居民户数."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import begun_since
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun, split_predicate
from township_analysis.figures.names.suffixes import tidy_name
from township_analysis.figures.words import is_aspect, strip_lead, verbs_only

REACHES = re.compile(
    r"(?:惠及|受益(?!区)|涉及|覆盖|带动|拉动|撬动|吸纳|辐射|受教育|吸引(?=游客|观众|客商|群众)|受众|参[与加](?=群众|居民|市民|人数|人次|党员|学生))(?!面|率|能力|资金|金额)"
)
#: What stands before the verb in its own clause, behind a comma or the number before.
_OWN = re.compile(r"(?P<work>[\u4e00-\u9fff“”]{3,12}?)(?:再|共|已|将|可|直接|累计|预计|(?<!换)新)*\Z")
_WORK_UNITS = ("count", "length", "land", "floor", "event", "money", "mass", "volume", "")
#: 光缆覆盖80%的自然村: how many of those behind are reached.
_COVERS = re.compile(r"(?P<work>.*?)(?P<verb>覆盖|惠及|通达)(?:到|至)?(?:全[国省市州县区镇乡])?")
_GROWN = re.compile(r"(?:种植|播种)?面积\Z")
#: Sums, amounts and places are no work.
_LISTED = ("等资金", "等各类资金", "等补助", "等补贴")  # 发放低保、临时救助等资金: told apart by their list
_NO_WORK = tuple(
    "量 率 额 资金 投资 收入 产值 利税 税收 税金 税款 利润 土石方 工资 报酬 行政村 自然村 小组 的村 委会".split()
)
_MAKES = (
    "日加工",
    "日处理",
    "日产",
    "年产",
    "年加工",
)  # what a firm can make, behind which those that it employs stand
#: 用去财政资金13万元，受益村17个: what was spent is no work either.
_SPENDS = re.compile(r"用去|使用|动用|耗[资用]|花[费去]|支[出付]")
#: What has parts that are told behind it: 完成小区改造2个，改造管网3公里、雨棚40个，惠及居民640户.
_WHOLE_WORKS = ("改造", "项目", "工程", "整治", "治理", "重建", "改建", "扩建", "提升")
#: Those whom a work is done for, and not what comes of it: 带动, 吸纳.
_TOUCHES = re.compile(r"涉及|受益|惠及|覆盖")
#: 举办各类活动场数 says nothing of whom it reaches.
_HELD = re.compile(r"\A(?:举办|开展|组织)?(?:各[类种项])?活动[场次期批]?数?\Z|[场次期批]数\Z")
_LONGEST = 12  # characters of a piece of work in a name


def with_work(figures: list[Figure], index: int, name: str) -> str:
    """The name of what is reached (惠及居民户数), with the work that reaches it before it; other names as they are."""
    figure = figures[index]
    if figure.kind != "level":
        return name
    if reached := _reached_too(figures, index):
        return reached
    if not REACHES.match(name):
        return name
    work = _in_clause(figure, name) or begun_since(figures, index) or _counted_before(figures, index)
    work = _HELD.sub("", work)
    if not work or work[:2] in name or work.endswith("标准"):
        return name
    figure.subject = work
    return work + name


def covered_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a share of those that a work reaches: 光缆覆盖80%的自然村 → 光缆覆盖自然村比例."""
    behind = figures[index].right.lstrip("的 ")
    covers = _COVERS.fullmatch(left) if figures[index].unit_kind == "percent" and begins_noun(behind) else None
    if not covers:
        return ""
    before = last_level(figures, index)
    work = left_phrase(covers["work"]) or (before.subject if before else "")
    return f"{work}{covers['verb']}{split_predicate(behind)[0]}比例"


def _reached_too(figures: list[Figure], index: int) -> str:
    """The name of households or persons directly behind what a piece of work reaches: 涉及6个村、217户."""
    figure, earlier = figures[index], figures[index - 1] if index else None
    counted = COUNTED_NOUN.get(figure.unit_kind)
    if not earlier or not counted or figure.left.strip(" \x01、") or earlier.clause != figure.clause:
        return ""
    if figure.rule == "noun" and earlier.right.endswith("、"):  # 惠及86户果农、42户渔民
        return ""
    verb = REACHES.match(earlier.name.removeprefix(earlier.subject))
    figure.subject = earlier.subject if verb else figure.subject
    if verb and earlier.name.startswith(verb[0] + earlier.subject):
        return verb[0] + earlier.subject.removeprefix(verb[0]) + counted  # 涉及茶农320户1100人
    return earlier.subject + verb[0] + counted if verb else ""


def _in_clause(figure: Figure, name: str) -> str:
    """The work that stands before the verb in the clause: 污水治理再覆盖10个村."""
    head = figure.left.partition(name[:2])[0]
    found = _OWN.fullmatch(strip_lead(head)) if not re.search(r"\d", head) else None
    return tidy_name(found["work"]) if found and not verbs_only(found["work"]) else ""


def _counted_before(figures: list[Figure], index: int) -> str:
    """The work that the figures before in the sentence counted or cost."""
    here, last = figures[index], ""
    for earlier in reversed(figures[:index]):
        if (
            "；" in here.text[earlier.at : here.at]
            or here.clause - earlier.clause > 3
            or (earlier.part and not here.part)
            or (earlier.item and earlier.unit_kind == "money")
        ):
            return last
        work = earlier.subject
        work = work if len(work) > 2 else _GROWN.sub("", earlier.name)
        spent = earlier.rule == "aspect" and earlier.unit_kind == "money" and here.clause - earlier.clause < 3
        spent = spent and _TOUCHES.search(here.left) is not None
        if spent and earlier.subject.endswith(_WHOLE_WORKS) and _is_work(earlier.subject):
            return earlier.subject  # 实施玉米良种补贴项目，投资57万元，涉及13个村
        leans = earlier.rule in ("aspect", "inherited", "again") or earlier.name.startswith("每")
        if earlier.kind == "level" and earlier.unit_kind in _WORK_UNITS and not leans and _is_work(work):
            if earlier.name.endswith(_WHOLE_WORKS):
                return work if work.endswith(_WHOLE_WORKS) else earlier.name
            last = last or work
    return last


def _is_work(subject: str) -> bool:
    if subject.endswith(_LISTED):
        return len(subject) <= 2 * _LONGEST
    return (
        3 <= len(subject) <= _LONGEST
        and not is_aspect(subject)
        and not verbs_only(subject)
        and not REACHES.match(subject)
        and not _SPENDS.match(subject)
        and not subject.endswith(_NO_WORK)
        and not subject.startswith(_MAKES)
    )
