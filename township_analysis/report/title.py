"""The title of a report: from its metadata, or among its first lines."""

import re
from collections.abc import Iterator, Sequence

from township_analysis.lang.script import aligned
from township_analysis.reading.document import Document
from township_analysis.report.edges import GREETING, IMPRINT
from township_analysis.report.headings import Block

#: What a report calls itself.
KIND = re.compile(
    r"(?:工作|述职|任务|完成|执行|进展|基本|发展)?(?:总结|报告|计划|规划|打算|要点|简介|介绍|概况|情况|思路|方案|汇报|回顾|安排|小结)"
    r"|目标任务|重点工作|公报|年鉴|年报|统计资料|概述|纪实"
    r"|[镇乡村县区旗]\([^()]*\d{4}年[^()]*\)$"
    r"|(?:[镇乡村]|街道|苏木)\([\u4e00-\u9fff]{2,12}(?:省|自治区|市|州|盟|县|区)[\u4e00-\u9fff]{0,12}\)$"
)
#: A yearbook's page on a field of work in a year: 竹林县1997年司法行政工作, 2003年竹林乡教育事业, 竹林镇水利(1998年).
_FIELD = (
    r"[\u4e00-\u9fff、]{0,10}(?:工作|建设|事业|发展|经济|生产|管理|机械化|[农林牧渔工商副贸]业|企业|水利|教育|卫生|[民财行]政"
    r"|政法|公安|税务|金融|交通|邮电|电力|科技|文化|体育|计划生育|扶贫|环保)"
)
_WHERE = r"[\u4e00-\u9fff]{2,8}(?:[镇乡县市区州旗]|街道)"
_IN_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年度?"
OF_A_FIELD = re.compile(rf"(?:{_WHERE}{_IN_YEAR}|{_IN_YEAR}(?:{_WHERE})?)的?{_FIELD}|{_WHERE}{_FIELD}\({_IN_YEAR}\)")
YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}年|[Xx*×]{2,4}年|(?:十[一二三四五]?)五")
PLACE = re.compile(r"[镇乡县市省区州旗]|街道|政府|国务院|办事处")
#: A website's name before or after the title.
SITE = re.compile(
    r"^[^\-—_|]{2,14}(?:人民政府|政府网|门户网站?|政务公开网?|信息公开网?|信息网)(?:门户网站|网)?\s*[-—_|]+\s*"
    r"|\s*[-_|]+\s*[^\-_|]{0,20}(?:人民政府|政府网|门户网站?|公开网?|信息网|网)[^\-_|]{0,8}$"
)
NO_TITLE = re.compile(r"[>|\t。；]|^(?:首页|当前|相关|附件|目录|法定|政府信息|公开)|：$")
#: A title that runs into its text: 2013年镇教育工作汇报我镇地处….
RUN_IN = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}(?:[镇乡]|街道))?(?:19|20)\d\d年[^，。；：\n]{2,24}?(?:总结|报告|汇报|小结)(?!如下|会|于)(?=[\u4e00-\u9fffXx×*]{2}[^，。；\n]*[，。])"
)
_CALLED = r"(?:总结|报告|汇报|小结|打算|计划|安排|要点|公示|公报|概况|思路)"
#: The same before what begins a text of itself: its first heading, a label, a year.
RUN_ON = re.compile(
    r"[^，。；：\n]{2,30}?\((?:19|20)\d\d年\)(?=[\u4e00-\u9fff])|"
    rf"(?=[^，。；：\n]{{0,40}}(?:(?:19|20)\d\d年|“))[^，。；：\n]{{4,44}}?{_CALLED}(?:[暨及和与][^，。；：\n]{{2,24}}?{_CALLED})?"
    r"(?:\([^()\n]{2,10}\))?"
    r"(?= *(?:一、|\(一\)|第一(?:部分|章)|“|【|(?:19|20)\d\d年|(?:发布|发表|公布|更新|来源|信息|字号|浏览|点击|版权)"
    r"|(?:温馨|作者|时间|日期|供稿|各位|同志们|基本情况|[一今]年来|今年|过去)))"
)
#: An entry of local annals under its chapters: 第二编 乡镇概况 第十七节 青石乡(1987年).
_ENTRY = re.compile(r"\A第[一二三四五六七八九十百\d]+[编卷篇章节]\s.*[镇乡村县区旗]\([^()]*\d{4}年[^()]*\)\Z")
LONGEST = 60
FIRST_LINES = 40
BODY_LINE = 90


def find_title(document: Document, plain: str, blocks: Sequence[Block]) -> str | None:
    r"""The title of a report as written, without a website's name around it; None where it has none.

    Args:
        document: The report as read; its metadata may carry a title.
        plain: Its aligned text.
        blocks: Its blocks.

    Example:
        >>> text = "古丈县人民政府-2020年度工作计划\n2020年度工作计划\n一、基本情况"
        >>> from township_analysis.report.headings import find_blocks
        >>> find_title(Document(text), text, find_blocks(text))
        '2020年度工作计划'
    """
    candidates = list(_front_lines(document, plain, blocks))
    for piece in re.split(r"[|｜]|_| - ", document.metadata.get("title", "")):
        candidates += _candidate(piece.strip(), aligned(piece.strip()))
    if not candidates:
        return None
    return max(candidates, key=lambda candidate: candidate[0])[1]


def _front_lines(document: Document, plain: str, blocks: Sequence[Block]) -> Iterator[tuple[float, str]]:
    for number, block in enumerate(blocks[:FIRST_LINES]):
        line = plain[block.start : block.end]
        if number == 0 and len(line) > LONGEST and (title := RUN_IN.match(line) or RUN_ON.match(line)):
            yield from _candidate(document.text[block.start : block.start + title.end()], title[0])
        numbered = block.heading is not None and block.heading.style in ("cn", "paren", "chapter", "arabic")
        numbered = numbered and not (number == 0 and _ENTRY.search(line))
        if len(line) > BODY_LINE or numbered or ("。" in line[:-1] and len(line) > LONGEST):
            return
        if GREETING.search(line):
            return
        if not block.furniture:
            yield from _candidate(document.text[block.start : block.end], line)


def _candidate(written: str, line: str) -> list[tuple[float, str]]:
    """A line with its worth as a title, if it may be one: least where it does not call itself a report."""
    if match := SITE.search(line):
        kept = slice(match.end(), None) if match.start() == 0 else slice(0, match.start())
        written, line = written[kept].strip(), line[kept].strip()
    if not 4 <= len(line) <= LONGEST or NO_TITLE.search(line) or IMPRINT.match(line) or GREETING.search(line):
        return []
    if not KIND.search(line):
        return [(-1.0, written)] if OF_A_FIELD.fullmatch(line) else []
    return [((3.0 if YEAR.search(line) else 0) + (2 if PLACE.search(line) else 0), written)]
