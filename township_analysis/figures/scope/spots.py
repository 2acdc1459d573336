"""Scopes that the build of a clause tells: mountains and waters, where persons moved to, bodies in pairs."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.scope.bodies import body_at, made_of
from township_analysis.figures.scope.scopes import is_wider
from township_analysis.figures.scope.villages import GENERIC

#: What is measured of a mountain or a water alone, and its name before it or behind: 云台山海拔, 海拔1560米的云台山.
_FEATURE = r"(?P<name>[\u4e00-\u9fff]{1,4}?[山岭峰岩湖河江岛泉瀑坝])"
_MEASURED = r"(?:主峰)?(?:海拔|水面|水域|蓄水|流域|最高点|堤[段防]|岸线|全长|境内长|境内段)"
_BEFORE = re.compile(
    rf"(?:^|[，。；：、]|最高[峰处点]|主峰|境内|[对在为沿])(?:[^，。；：、的]{{0,4}}的)?{_FEATURE}{_MEASURED}[^，。；：\d]{{0,4}}\Z"
)
_HIGH = re.compile(r"海拔[\u4e00-\u9fff]{0,2}\Z")
_BEHIND = re.compile(rf"的(?:主峰|最高峰)?{_FEATURE}(?=[，。；：、]|\Z)")
#: 最高峰为云台山(海拔1560米), 境内有青龙湖(水面860亩): what stands before its bracket.
_BRACKETED = re.compile(
    r"(?:^|[，。；：、有为在是于]|(?P<which>最[高低][峰处点])(?:[为在是]|位于)?)(?![为在是有位])(?P<name>[\u4e00-\u9fff]{2,5})\((?:主峰)?[\u4e00-\u9fff]{0,2}"
    r"(?:海拔|高程|水面|水域|蓄水|落差|深|周长|流域)[^()，。；：\d]{0,4}\Z"
)
_NO_FEATURE = re.compile(r"(?:最高|主)峰|荒山|青山|矿山|山河|[大小]河|全|[各两大小]江|河湖|江河|境内|平均|相对|最")
#: 120户480人搬入锦绣小区: where those counted went.
_MOVED = re.compile(
    r"[^，。；：、\d]{0,6}?(?:搬[进入迁到至]+|迁[入到至]|入住|住[进入]|安置[在到于]|[^，。；：、\d]{0,4}进(?!行|一步|城务|修))"
    r"(?:[我本全]?[县乡镇市区]{1,2}[内城]{0,2}的?|[\u4e00-\u9fff]{2,3}[县镇](?=..))?(?P<name>[\u4e00-\u9fff]{2,10})(?=[，。；：]|\Z)"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:社区|小区|新区|新村|安置点|安置区|花园|家园)")
_ONE = r"(?:[^，。；、\d]{0,8}的)?[\u4e00-\u9fff]{2,4}?(?:村|社区|嘎查|小学|中学|公司|园区)"
_PAIRED = re.compile(
    rf"(?P<names>{_ONE}(?:[、和与及]{_ONE})+)(?P<measure>[^，。；、\d]{{0,14}}，?)分别(?:[^，。；、\d]{{0,6}})\Z"
)
_PAIRED_SHORT = re.compile(
    r"(?:^|[，。；：])(?P<names>[\u4e00-\u9fff]{2,4}(?:[、和][\u4e00-\u9fff]{2,4})+)[两二三四]个?(?:村|社区)"
    r"(?:的(?P<measure>[^，。；、\d]{2,10}?)(?:建成|竣工|完工|全线|硬化|通车)[^，。；、\d]{0,8}，)?[^，。；、\d]{0,6}分别[^，。；、\d]{0,8}\Z"
)
_SPENT_ON = re.compile(
    r"[\x01 ，]*(?:用于)?(?:完成|实施|启动|改造|[新修改扩]建|整修|硬化|建[成设])了?"
    r"(?P<row>(?:[\u4e00-\u9fff]{2,4}[、和]){1,5}[\u4e00-\u9fff]{2,3}?)等?[\d两二三四五六七八九十]+个(?:行政|自然|中心|贫困)?(?:村|社区)(?!民)"
)
#: A road or ditch by its two ends: 乡场到七村的机耕道3.5公里, 省道至白音嘎查的18公里水泥路.
_WAY = (
    r"(?:[水泥沥青柏油砂石硬化通村组户产业旅游机耕生便民连接二三四级]{0,4}"
    r"(?:[公道油便]?路|[便机耕]道|连接线|水?渠|管道))"
)
_END = r"[^，。；：、\s\x00的等从由在为修建设通硬化改造铺新实施完成年月日期时]"
_ROAD = re.compile(
    rf"(?:^|[，。；：、\x01 从由]|修|建|通|硬化|改造|铺设|实施|完成|的)了?"
    rf"(?P<ends>{_END}{{2,8}}[至到]{_END}{{1,8}}?)(?P<what>的?{_WAY})?的?"
    r"(?:[全总]?长|共|计|约|达|为)*\Z"
)
#: The same with a dash: “石门—大湾”6.8公里及“东沟—西坡”11公里的水泥路; 硬化大湾—石桥通村路2公里.
_TWO_ENDS = r"[\u4e00-\u9fff]{2,6}(?:——?|[-~－])[\u4e00-\u9fff]{2,6}?"
_DASHED = re.compile(
    rf"(?:^|[，。；：、“\x01 从由及和与元]|修|建|通|硬化|改造|铺设|实施|完成|的)(?P<ends>{_TWO_ENDS})”?"
    rf"(?P<what>的?{_WAY})?的?(?:[全总]?长|共|计|约|达|为)*\Z"
)
_SAME_WAY = re.compile(
    rf"(?:[及和与、]“?(?:{_TWO_ENDS}|{_END}{{2,8}}[至到]{_END}{{1,8}}?)”?\d[\d.]*公里)*的?(?P<what>{_WAY})"
)
_REACH = 80


def feature_of(figure: Figure) -> str:
    """The mountain or water that is measured, else ``""``."""
    near = figure.near(_REACH)
    found = _BEFORE.search(near) or (_BRACKETED.search(near) if figure.bracket else None)
    if not found and figure.unit_kind == "length" and _HIGH.search(figure.left):
        found = _BEHIND.match(figure.after)
    name = found["name"] if found else ""
    common = not name or _NO_FEATURE.search(name) or GENERIC.search(name) or made_of(name[:-1], "any_body", "common")
    if not common and found and found.groupdict().get("which"):
        figure.rule, figure.name = "place", found["which"] + figure.name  # 最高处在石人坡(黄海高程86米)
    return "" if common else name


def road_of(figure: Figure) -> str:
    """The road that is told by its two ends and measured alone, which names the figure too; else ``""``."""
    dashed = _DASHED.search(figure.near(_REACH)) if figure.unit_kind == "length" else None
    found = dashed or (_ROAD.search(figure.near(_REACH)) if figure.unit_kind == "length" else None)
    if found is None or GENERIC.search(found["ends"]):
        return ""
    behind = _SAME_WAY.match(figure.after)
    if behind and not dashed and found["what"]:
        return ""  # 新修李家村到石桥路3公里水泥路
    what = found["what"] or (behind["what"] if behind else "")
    name = found["ends"] + what if what else ""
    done = what in figure.name and found["ends"] not in figure.name  # 硬化大湾至石桥3公里通村公路
    figure.name = figure.name.replace(what, name, 1) if what and done else name or figure.name
    return name


def moved_to(figure: Figure) -> str:
    """Where the persons or households that are counted moved to, else ``""``."""
    if figure.unit_kind not in ("person", "household"):
        return ""
    found = _MOVED.match(re.sub(r"\A[\d.]+[余多]?[人名口户]", "", figure.after))
    name = found["name"] if found else ""
    known = name and (_PLACE.fullmatch(name) or body_at(name) == name)
    return name if known and not GENERIC.search(name) and not made_of(name[:-2], "any_body", "common") else ""


def villages_behind(figure: Figure) -> str:
    """The villages in a row that a sum was spent on, else ``""``: 投资350万元完成塘下、后岸两个社区照料中心建设."""
    found = _SPENT_ON.match(figure.after) if figure.unit_kind == "money" else None
    return found["row"].replace("和", "、") if found and not GENERIC.search(found["row"]) else ""


def hold_pairs(figures: list[Figure]) -> None:
    """东岭村、西坡村集体收入分别达到35万元、28万元: each value is of its own body."""
    for index, figure in enumerate(figures):
        found = _PAIRED.search(figure.near(_REACH)) if "分别" in figure.left else None
        found = found or (_PAIRED_SHORT.search(figure.near(_REACH)) if "分别" in figure.left else None)
        names = re.split(r"[、和与及]", found["names"]) if found else []
        group = figures[index : index + len(names)]
        if len(group) < 2 or len(group) != len(names) or any(not f.item for f in group[1:]):
            continue
        measure = (found["measure"] or "").strip("，") if found else ""
        measure += (
            "长度" if found and found.re is _PAIRED_SHORT and measure and figures[index].left.endswith("长") else ""
        )
        row = {one.scope for one in group}
        moved = figures[index + len(names) : index + 2 * len(names)]
        moved = moved if len(moved) == len(names) and all(f.kind == "growth" and f.scope in row for f in moved) else []
        for name, one in [*zip(names, group, strict=True), *zip(names, moved, strict=False)]:
            one.scope = name.rpartition("的")[2] if is_wider(one.scope) or "、" in one.scope else one.scope
            one.name = (
                measure if len(measure) > 2 and one.kind == "level" and not one.name.endswith(measure) else one.name
            )
