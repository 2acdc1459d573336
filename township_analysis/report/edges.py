"""Where the body of a report begins, after title and greeting, and where it ends, before the closing call."""

import re
from collections.abc import Sequence

from township_analysis.report.headings import Block

GREETING = re.compile(
    r"^(?:各位(?:代表|领导|同志|委员)|同志们|尊敬的)[^。]{0,24}[：:！，]?$|(?:我|现)在?，?(?:代表|受|向)[^。]{0,60}(?:报告|汇报)[^。]{0,80}"
    r"(?:审议|审查|意见|指正)"
)
#: The call to the assembly with which a report closes.
CALL = re.compile(r"让(?:我们|关键词\d)|紧密地?团结在|(?:奋斗|前进|贡献|篇章|胜利|辉煌)！$")
ADDRESS = re.compile(r"^(?:各位代表|同志们|各位同志)[，！：]?")
CLOSING_HEADING = re.compile(r"结束语|结语")
#: A summing-up that stands last under a plan and plans nothing.
SUMMARY = re.compile(r"^(?:总之|综上|在[^。，]{2,40}领导下)")
IMPRINT = re.compile(r"(?:信息)?来源|发布|发表|作者|时间|日期|字体|浏览")
#: A number with its unit: a short last block that still tells or plans something is no mere closing.
COUNTED = re.compile(r"\d[\d.]*\s?(?!年|[\d.])[\u4e00-\u9fff%％‰]")
LONGEST_IMPRINT = 120
FRONT = 30
BODY_LINE = 60
#: A closing stands in the last characters, or in the last blocks before what a website adds.
CLOSING = 2_500
TRAILING = 14
SHORT = 20


def body_start(plain: str, blocks: Sequence[Block], title: str | None = None) -> int:
    r"""The index of the first block of the body: no furniture, title, author, date or greeting.

    Example:
        >>> from township_analysis.report.headings import find_blocks
        >>> text = "竹林镇工作报告\n各位代表：\n一、工作回顾\n……"
        >>> body_start(text, find_blocks(text))
        2
    """
    begin = _after_greeting(plain, blocks)
    for number in range(begin, len(blocks)):
        block = blocks[number]
        line = plain[block.start : block.end]
        if block.furniture or line == title or (len(line) < LONGEST_IMPRINT and IMPRINT.match(line)):
            continue
        style = block.heading.style if block.heading else ""
        if (style in ("plain", "part") and not _is_title(line)) or style not in ("", "plain", "part", "bullet"):
            return number
        if len(line) >= BODY_LINE or ("。" in line and len(line) > 20):
            return number
    return begin


def _after_greeting(plain: str, blocks: Sequence[Block]) -> int:
    """The index after the address and the sentence that hands the report over, both within the first lines."""
    after = 0
    for number, block in enumerate(blocks[:FRONT]):
        line = plain[block.start : block.end]
        if block.heading and block.heading.style in ("cn", "paren", "chapter"):
            break
        if len(line) < 200 and GREETING.search(line):
            after = number + 1
        elif after and len(line) >= BODY_LINE:
            break
    return after


def _is_title(line: str) -> bool:
    return "工作报告" in line or bool(re.search(r"[镇乡]|街道|人民政府|办事处", line[:12]))


def closing_start(plain: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """The index of the block in which the closing begins, and the position; the ends of both without one."""
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if len(plain) - block.start > CLOSING:
            break
        if block.end - block.start < 8 and CLOSING_HEADING.search(plain[block.start : block.end]):
            return number, block.start
    last = len(blocks) - 1
    while last > 0 and (blocks[last].furniture or _is_trailer(plain[blocks[last].start : blocks[last].end])):
        last -= 1
    for number in range(last, max(-1, last - TRAILING), -1):
        block = blocks[number]
        if block.heading and block.heading.style not in ("item", "plain"):
            break
        text = plain[block.start : block.end]
        if CALL.search(text):
            return _with_address(plain, blocks, number, text)
    text = plain[blocks[last].start : blocks[last].end] if blocks else ""
    if last > 1 and len(text) < 300 and not blocks[last].heading and SUMMARY.match(text):
        return last, blocks[last].start
    return len(blocks), len(plain)


def _is_trailer(line: str) -> bool:
    """What a website adds below a text: short lines."""
    return len(line) < SHORT and not CALL.search(line)


def _with_address(plain: str, blocks: Sequence[Block], number: int, text: str) -> tuple[int, int]:
    block = blocks[number]
    if number:
        before = blocks[number - 1]
        address = plain[before.start : before.end]
        if len(address) < 12 and ADDRESS.match(address):
            return number - 1, before.start
    call = max((match.start() for match in CALL.finditer(text)), default=0)
    if ADDRESS.match(text) or (len(text) < 400 and not COUNTED.search(text, 0, call)):
        return number, block.start
    addressed = max(text.rfind(address, max(0, call - 300), call) for address in ("各位代表", "同志们"))
    if addressed >= 0:
        return number, block.start + addressed
    return number, block.start + max(text.rfind(stop, 0, call) for stop in "。！？") + 1
