"""The village, school or project that a whole sentence is about, and those behind it that go on about it."""

import re
from collections.abc import Callable
from functools import lru_cache

from township_analysis.figures.model import Figure
from township_analysis.figures.scope.bodies import headed_by, is_one_of_many, made_of
from township_analysis.figures.scope.regions import is_region
from township_analysis.figures.scope.scopes import is_wider, turns_from
from township_analysis.figures.scope.villages import GENERIC, PLACE
from township_analysis.figures.scope.works import object_of
from township_analysis.figures.words import ASKED, act_pattern, strip_lead

#: 我镇柳沟村位于…, 柳沟村辖8个村民小组: a sentence that presents a village.
_PRESENTS = re.compile(
    r"[\x00\x01 ，]*(?:其中)?(?:[我本该][县镇乡区市]|[\u4e00-\u9fff]{2,3}[县镇乡])?"
    r"(?P<name>[\u4e00-\u9fff]{2,5}?(?:自然村|村|社区|嘎查))"
    r"(?:，?位于|，?地处|，?坐落|是(?!我|全)|距|[^，。；\d]{0,8}，?全村|，?总面积|，?国土面积|，?[现共下]?辖|下设|共有|现有|有(?=村民|农户|人口|耕地|\d+个(?:自然|村民)))"
)
#: How the next sentence goes on about it.
_GOES_ON = {
    "村": re.compile(r"[\x00\x01 ，]*(?:目前，?|[^，。；镇乡]{0,8}，)?(?:全村|该村|村内|本村|村里|全?嘎查)"),
    "校": re.compile(r"[\x00\x01 ，]*(?:全校|该校|学校|校园|现有(?=教职|学生|教师|在校|教学))"),
    "院": re.compile(r"[\x00\x01 ，]*(?:该院|全院|医院|院内|现有(?=职工|医|床位|护|在院))"),
    "": re.compile(
        r"[\x00\x01 ，]*(?:该[项工公企园基合]|项目(?=总|占|建|投|计|达|全|年)|公司(?=现|占|总|年)|园区(?=现|占|总|年))"
    ),
}
#: The villages at the heads of the members of a list.
_IN_ROW = re.compile(r"[(、，；：]\s*(?P<name>(?!其中)[\u4e00-\u9fff]{1,4}(?:村|社区|屯))(?=\d)")
_ROW_ENDS = re.compile(r"[，；)]|、(?!\d)")
_VILLAGES = re.compile(
    r"(?:^|[；：]|其中，?)\s*"
    r"(?P<what>(?P<name>(?!其中)[\u4e00-\u9fff]{1,4}(?:自然村|村|社区|屯))(?=\d|[\u4e00-\u9fff]{1,8}[，\d])[\u4e00-\u9fff]*)"
)
#: 恒兴2万吨片碱项目：总投资3000万元…: the line of one project.
_HEADED = re.compile(
    r"[\x00\x01 ，、.()\d]*(?P<name>[\u4e00-\u9fff“”][^，。；：、]{2,22}"
    r"(?:项目|工程|公司|集团|[厂园站校院库区桥]|合作社|中心))：(?=.)"
)
#: The number of an item in the text as it stands: 一是, (2), 3、.
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}(?:是[要对]?|、)|\(?[一二三四五六七八九十\d]{1,2}[、.．)])\s*")
_INNER = re.compile(r"(?<![之唯同统第])[一二三四五六七八九十]是(?!否)|[(（][一二三四五六七八九十\d]{1,2}[)）]")
_FAR = 150  # characters of an item that are read before a figure
#: 某某青龙、凤凰项目是省厅批准的, 某某工程于去年开工: the work that an item opens with, as its subject.
_OPENS = re.compile(
    r"(?P<work>[^，。；：\d\x00\x01]{5,34}?(?:项目|工程))(?=是|于|由|[已正]|自|位于|总投资|计划|涉及|目前|概算|经|如期|全面|顺利|[，：])"
)
_ITEM_HEAD = re.compile(r"[，：]|\((?![\u4e00-\u9fff]+\))")
#: The line of one village of several: 榄西村：在镇政府西面，有9个自然屯，860户.
_VILLAGE_LINE = re.compile(
    r"(?:【[^】]{1,12}】)?[\x00\x01 \n，、.()\d]*(?P<name>[\u4e00-\u9fff]{2,5}(?:村|社区|嘎查|屯))：(?=.)"
)
_SIZE = re.compile(r"(?:年产)?\d[\d.]*[万亿]?(?:吨|头|羽|只|套|台|件|千瓦|兆瓦|立方米|平方米|米|公里)的?")
#: The number of a heading or of an item: （一）, 第二节, 3.
_HEADING_NUMBER = re.compile(
    r"\s*(?:第[一二三四五六七八九十\d]+[章节条款]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])?[\s、]*"
)
_LONGEST_HEADING = 30
#: 攻坚克难上项目, 办好民生工程: no project by its name.
_SLOGAN = re.compile(r"[上抓促保办推强破攻做打创争抢聚谋引赋].*(?:项目|工程)\Z")
_VILLAGE_END = re.compile(r"(?:[村居]委会|村|嘎查|屯)\Z")
#: What tells of all the place, below a heading that names one body.
_OF_WHOLE = re.compile(r"[\x00\x01 ]*(?:[全我本][镇乡县市区省国]|目前，?全)")
_TURNS = re.compile(r"；|[，；](?:全|我|本)(?:[镇乡县区市]|街道)")


def _kind(scope: str) -> str:
    if PLACE.fullmatch(scope):
        return "村"
    return "校" if re.search(r"[学校园]\Z", scope) else "院" if scope.endswith("院") else ""


def _headed(text: str) -> str:
    """The project or firm that stands with a colon before all that is told of it."""
    village = _VILLAGE_LINE.match(text)
    if village and not GENERIC.search(village["name"]) and strip_lead(village["name"]) == village["name"]:
        return village["name"]
    found = _HEADED.match(text)
    name = _SIZE.sub("", found["name"]) if found else ""
    return found["name"] if found and headed_by(name) == (name, "") else ""


def _subject(figures: list[Figure], before: list[Figure]) -> str:
    """The village that the sentence presents, or the body that the last figures before it are about."""
    text = figures[0].text
    found = _PRESENTS.match(text)
    if head := _headed(text):
        return head
    if (
        found
        and not GENERIC.search(found["name"].replace("自然村", "村"))
        and strip_lead(found["name"]) == found["name"]
    ):
        return found["name"]
    last = before[-1].scope if before else ""
    if is_wider(last) or is_region(last) or "、" in last or before[-1].bracket:
        return ""
    of_line = any(_headed(figure.text) == last for figure in before)
    return last if of_line or _GOES_ON[_kind(last)].match(text) else ""


#: 同时，新建茶园机耕路5公里: a sentence that turns from what the one before is about.
_BESIDES = re.compile(r"[\x01 ]*(?:与此同时|同时|此外|另外)，")


def hold_items(figures: list[Figure], plain: str) -> None:
    """A numbered item that opens with one named work is about it to its end: 二是修建某某桥，桥长60米，引道300米.

    Args:
        figures: The figures of a sentence.
        plain: The text of the report, where the numbers of items are not masked.
    """
    for figure in figures:
        if figure.scope:
            continue
        begins = figure.text.rfind("；", 0, figure.at) + 1
        start = figure.mention.hedge.start - figure.at
        opens = _NUMBER.match(plain, start + begins, figure.mention.start)
        inner = _INNER.finditer(plain, max(start + begins, figure.mention.start - _FAR), figure.mention.start)
        number = [opens, *inner][-1]  # the last: 交通建设取得新成效一是实施…
        name = _work_of(figure.text[number.end() - start : figure.at]) if number else ""
        if number and name and not turns_from(plain[number.end() : figure.mention.hedge.start].partition(name)[2]):
            figure.scope = name


def _work_of(item: str) -> str:
    """The work that an item begins with, as the subject or the object of its first clause, which has no figure."""
    if item.startswith("开展"):
        return ""  # a campaign of all the township
    told, first = _OPENS.match(item), _ITEM_HEAD.split(item)
    whole = told and strip_lead(told["work"]) == told["work"]
    name = told["work"] if told and whole else object_of(first[0]) if len(first) > 1 else ""
    common = not name or made_of(re.sub("(?:项目|工程)$", "", name), "any_body", "common") or act_pattern().match(name)
    return "" if common or re.search(r"\d", name) else name


def hold_row(figures: list[Figure]) -> None:
    """In a row of villages each holds for what stands with it: (石坝村6个村民组217户、柳沟村9个村民组265户)."""
    heads = {text: list(_IN_ROW.finditer(text)) for text in dict.fromkeys(figure.text for figure in figures)}
    for figure in figures:
        row = heads[figure.text]
        head = next((h for h in reversed(row) if h.end() <= figure.at), None) if len(row) > 1 else None
        if head and not GENERIC.search(head["name"]) and not _ROW_ENDS.search(figure.text, head.end(), figure.at):
            figure.scope = figure.scope or head["name"]


def hold_villages(figures: list[Figure]) -> None:
    """In a list of villages each holds up to its ；: 其中，柳林村30户养羊16只、养猪57头；瓦房村19户养羊19只."""
    text = figures[0].text if figures else ""
    heads = [head for head in _VILLAGES.finditer(text) if not act_pattern().match(head["name"])] if "；" in text else []
    if len(heads) < 2:
        return
    for figure in figures:
        head = next((h for h in reversed(heads) if h.end() <= figure.at), None)
        if head is None or GENERIC.search(head["name"]) or "；" in text[head.end() : figure.at]:
            continue
        figure.scope = figure.scope or head["name"]
        other = next((h["what"] for h in heads if h is not head and figure.name.startswith(h["what"])), "")
        figure.name = head["what"] + figure.name[len(other) :] if len(other) > len(head["name"]) else figure.name


def heading_body(plain: str, line: int, start: int) -> str:
    """The body or village by which a line is headed: 龙泉水库灌区。1959年修建…, or the heading over it.

    Args:
        plain: The text.
        line: Where the line begins.
        start: Where the sentence asked about begins in it.
    """
    first, stop, _ = plain[line : min(start, line + 2 * _LONGEST_HEADING)].partition("。")
    above = plain[max(0, line - 2 * _LONGEST_HEADING) : line].rstrip().rpartition("\n")[2]
    return (_whole_body(first) if stop else "") or _whole_body(above)


@lru_cache(maxsize=ASKED)
def _whole_body(heading: str) -> str:
    """The body that a heading names and no more, else ``""``."""
    name = _HEADING_NUMBER.sub("", heading, count=1).strip("\x00\x01 ")
    if not 3 <= len(name) <= _LONGEST_HEADING or GENERIC.search(name) or _SLOGAN.search(name):
        return ""
    bare = _VILLAGE_END.sub("", name)
    village = bare != name and PLACE.fullmatch(name) and strip_lead(name) == name and not act_pattern().match(name)
    if village and not made_of(bare, "any_body", "common"):
        return name
    return name if headed_by(name) == (name, "") and not is_one_of_many(name, "", wide=True) else ""


def hold_subject(figures: list[Figure], before: list[Figure], heading: Callable[[], str]) -> None:
    """Give the figures of a sentence that have no body of their own the one that the whole sentence is about.

    Args:
        figures: The figures of the sentence.
        before: Those of the sentences before it in the same paragraph.
        heading: The body that the line is headed by.
    """
    if figures and _BESIDES.match(figures[0].text):
        return
    subject = _subject(figures, before) if figures else ""
    if figures and not subject and not _OF_WHOLE.match(figures[0].text):
        subject = heading()
    for figure in figures if subject else []:
        if _TURNS.search(figure.before) and not _headed(figure.text):
            return
        if (is_wider(figure.scope) or is_region(figure.scope)) and not figure.scope.startswith("全"):
            figure.scope = subject
