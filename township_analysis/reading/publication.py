"""What a page says about itself: when it was published, by whom and where; and whether its text breaks off."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from township_analysis.lang.script import aligned
from township_analysis.reading.document import Span
from township_analysis.reading.furniture import HEADING

PUBLISHED = (  # the first of these that the page has
    re.compile(r"(?:发布|发表|公开)(?:时间|日期)\s*：\s*"),
    re.compile(r"(?:更新|生成|录入|成文|发文)(?:时间|日期)\s*：\s*"),
    re.compile(r"(?:^|(?<=[\s\[(【|]))(?:时间|日期)\s*：\s*"),
    re.compile(r"^(?:发布于|发表于)?\s*(?=\d{4}[-年/.])"),
)
DATE = re.compile(r"\s*((?:19|20)\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)")
SOURCE = re.compile(
    r"(?:(?:信息|文章|稿件|内容)?来源|(?:发布|发文|信息提供)(?:机构|单位|机关))\s*：\s*([^\s：|\]】)]{2,40})(?=[\s|\]】)]|$)"
)
ADDRESS = re.compile(r"https?://[^\s\"'<>（）()，。；]{4,500}")
SAYS_WHERE = re.compile(r"转载|出处|原文|本文|链接|网址|来源|来自|地址")
CLOSED = re.compile(r".*[。！？；…!?;.”’\"'」』）)】\]》〉：:]\s*", re.DOTALL)
SIGNED = re.compile(
    r"[^，。；]{0,40}(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|[〇零一二三四五六七八九]{4}年.{1,8}|政府|委员会|办公室|党委)\s*"
)
LONG = 30  # characters from which on a line without a comma is no heading or list item any more
STATING = ("meta-line", "footer", "reprint")  # furniture that says something of the page


def published_facts(text: str, furniture: Iterable[Span]) -> dict[str, str]:
    """Read publication date, source and address from the furniture of a page.

    Args:
        text: The whole visible text.
        furniture: Its furniture spans.

    Returns:
        Those of ``published`` (``YYYY-MM-DD``), ``source`` and ``url`` that the page states.

    Example:
        >>> published_facts("发布时间：2020-10-16 22:11", [Span(0, 21, "meta-line")])
        {'published': '2020-10-16'}
    """
    spans = [span for span in furniture if span.reason in STATING]
    stated = [aligned(text[span.start : span.end]).strip() for span in spans if span.reason != "reprint"]
    joined = _joined(stated)
    facts = {"published": _published(joined), "source": _source(joined), "url": _address(text, spans)}
    return {name: value for name, value in facts.items() if value}


def iso_date(text: str) -> str | None:
    """The first date of a text as ``YYYY-MM-DD``, or None where there is none or no such day.

    Example:
        >>> iso_date("2020年3月5日 8:00")
        '2020-03-05'
    """
    found = DATE.search(aligned(text))
    try:
        return found and date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def breaks_off(text: str, furniture: Iterable[Span]) -> bool:
    """Whether the report's last sentence is cut off: it has no end, and it is no heading, table or signature."""
    hidden = {span.start for span in furniture if span.reason != "template-token"}
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if line and start not in hidden:
            return _is_cut(line)
        end = start - 1
    return False


def _is_cut(line: str) -> bool:
    plain = aligned(line).strip()
    if "\t" in line or CLOSED.fullmatch(plain) or SIGNED.fullmatch(plain):
        return False
    if HEADING.match(plain) and len(plain) <= 2 * LONG and "。" not in plain:
        return False
    return len(plain) >= LONG or bool(re.search("[，。；]", plain))


def _joined(lines: list[str]) -> list[str]:
    """A label and its value may stand in two lines of the page (``发布时间：`` / ``2020-10-16``)."""
    pairs = [before + after for before, after in pairwise(lines) if before.endswith("：")]
    return [*lines, *pairs]


def _published(lines: list[str]) -> str | None:
    for label in PUBLISHED:
        for line in lines:
            for found in label.finditer(line):
                if DATE.match(line, found.end()) and (day := iso_date(line[found.end() :])):
                    return day
    return None


def _source(lines: list[str]) -> str | None:
    return next((found[1] for line in lines if (found := SOURCE.search(line))), None)


def _address(text: str, spans: list[Span]) -> str | None:
    for span in spans:
        line = text[span.start : span.end]
        if SAYS_WHERE.search(aligned(line)) and (found := ADDRESS.search(line)):
            return found[0].rstrip("，。；、.,;")
    return None
