"""The township that a title, an author line or a signature names, also one that the gazetteer does not know.

All functions read the copy of a text for matching that ``lang.script.aligned`` gives.
"""

import re
from dataclasses import dataclass

from township_analysis.places.gazetteer import regions_in_short, regions_named, townships
from township_analysis.places.mentions import HAN, LONGEST_REGION, TOWNSHIP_END, known_township
from township_analysis.places.names import kind_of, words_not

# Words for townships at large: 特色小镇, 各乡镇, 返乡. Asked only of names that the gazetteer does not know.
NO_NAME = re.compile(
    r"(?:.*(?:特色|示范|中心|试点|重点|建制|文明|卫生|生态|文化|经济|千年|工业|商贸|旅游|农业|先进|明星|风情|我们|[乡城各全我本该个等的和及或区市县]))?"
    r"[小集古名强重村城大]?(?:[镇乡]|街道|苏木)|[我全各本该][镇乡].*|.*小镇|.*[城下返家水侨故异]乡"
)
# What may stand before a township's name in a title, besides the regions that it belongs to.
LEADS = re.compile(
    r"^(?:中国共产党|中共|共青团|关于|印发|公布|批转|现将|我代表|代表|来自|来源|作者|位于|[一二三四五六七八九十零〇]+年|年度|年|度|[上下]半年"
    r"|[一二三四]季度|时期|期间|月份|月|在|向|对|的|和|与|及|驻|镇长|乡长|书记|主任|政府网站|门户网站|人民政府|政府|县|市|区"
    r"|平安|美丽|幸福|和谐|法治|清廉|魅力|文明|大美|数字|智慧|活力|我们)(?=.{3})"
)
UNKNOWN_REGION = re.compile(r"^[㐀-鿿]{1,6}?(?:自治县|自治州|县|市|区|旗|州|省)(?=[㐀-鿿]{2,})")
LONGEST_UNKNOWN = {"镇": 5, "乡": 5, "街道": 6, "苏木": 10}  # 高望界乡; a longer run before 镇 is a phrase
AUTHOR = re.compile(
    r"(?:来源|作者|发布机构|发布单位|发布者|责任部门|责任单位|供稿|主办|承办|发文单位|发文机关|制定机关|撰稿单位|单位)"
    r"[:：] ?([^\s:：]{2,30})"
)
TITLE_WORDS = re.compile(r"总结|报告|计划|规划|要点|打算|安排|工作|概况|简介|概述|情况")
AFTER_LABEL = r"(?:人民政府|政府|党委|党工委|委员会|办事处|人大|$|[ >|/_-])"
HEAD_LINES, TAIL_LINES, HEAD_WIDTH, TAIL_WIDTH, FIRST_WORDS = 12, 6, 80, 30, 60


@dataclass(frozen=True, slots=True)
class Named:
    """A township that a title, author line or signature names.

    Attributes:
        name: As written, without the regions before it.
        known: Whether the gazetteer has a township so called.
        regions: Codes of the regions that stand right before the name.
    """

    name: str
    known: bool
    regions: tuple[str, ...] = ()


def head_lines(plain: str) -> list[str]:
    """The short lines that a text begins with."""
    lines: list[str] = []
    for line in plain[:3000].split("\n"):
        if len(line) > HEAD_WIDTH or "。" in line or len(lines) == HEAD_LINES:
            break
        if line.strip():
            lines.append(line.strip())
    return lines


def first_words(plain: str) -> str:
    """What a text begins with, up to its first stop: a title may be run into the text."""
    return re.split("[，。；\n]", plain.lstrip()[:FIRST_WORDS])[0]


def tail_lines(plain: str) -> list[str]:
    """The short lines that a text ends with: a signature, a source."""
    lines = [line.strip() for line in plain[-600:].split("\n") if line.strip()]
    return [line for line in lines[-TAIL_LINES:] if len(line) <= TAIL_WIDTH and not re.search("[，。；]", line)]


def author_lines(plain: str) -> list[str]:
    """Who is given as source, author or publisher at the beginning or the end of a page."""
    return AUTHOR.findall(plain[:2000]) + AUTHOR.findall(plain[-500:] if len(plain) > 2000 else "")


def named_in_line(line: str) -> list[Named]:
    """The townships that a title or author line names, also such as the gazetteer does not know."""
    found: dict[str, Named] = {}
    for end in TOWNSHIP_END.finditer(line):
        run = re.search(rf"[{HAN}]*$", line[: end.end()])
        named = _named_by(run[0]) if run else None
        if named and (kind_of(named.name) or (run and run.start() == 0)):  # a farm or park in mid-line is an address
            found.setdefault(named.name, named)
    return list(found.values())


def as_label(line: str) -> list[Named]:
    """The townships that a line names as its whole matter: 洪山镇 in a breadcrumb, 高峰镇人民政府 below a text."""
    return [named for named in named_in_line(line) if re.search(rf"{named.name}{AFTER_LABEL}", line)]


def _named_by(run: str) -> Named | None:
    """The township that a run of characters up to 镇, 乡, 街道 names."""
    rows = townships().rows
    regions: tuple[str, ...] = ()
    name = _spelt_out(run)
    while name not in rows:
        shorter, codes = _without_region(name)
        shorter = shorter if codes else LEADS.sub("", name, count=1)
        if shorter == name:
            break
        name, regions = shorter, codes or regions
    if name not in rows and (rest := UNKNOWN_REGION.sub("", name)) in rows:
        name = rest
    if name in rows:
        return None if name in words_not("township") else Named(name, True, regions)
    return _unknown(name, regions)


def _unknown(name: str, regions: tuple[str, ...]) -> Named | None:
    """A township that the gazetteer does not know, or one that it knows at the end of a phrase."""
    kind = kind_of(name)
    if not kind or NO_NAME.fullmatch(name):
        return None
    if len(name) <= LONGEST_UNKNOWN[kind]:
        return Named(name, False, regions)
    known = known_township(name, len(name))
    return Named(known, True) if known else None


def _spelt_out(run: str) -> str:
    """洪山街道办事处 and 洪山办事处 as 洪山街道."""
    if not run.endswith("办事处"):
        return run
    stem = run.removesuffix("办事处")
    return stem if stem.endswith("街道") else stem + "街道"


def _without_region(name: str) -> tuple[str, tuple[str, ...]]:
    """A name without the region before it, and the codes of the regions so called.

    A region's short name is taken for one only where the township lies there: 平安竹林镇 is not in 平安区.
    """
    for length in range(min(LONGEST_REGION, len(name) - 2), 1, -1):
        head, rest = name[:length], name[length:]
        if codes := regions_named().get(head):
            return rest, codes
        lying = {townships().codes[row] for row in townships().rows.get(rest, ())}
        if codes := tuple(code for code in regions_in_short().get(head, ()) if any(c.startswith(code) for c in lying)):
            return rest, codes
    return name, ()
