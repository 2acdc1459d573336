"""HTML pages: the visible text, a line a block, the cells of a table separated by tabs."""

import re
from typing import TYPE_CHECKING

from township_analysis.reading.document import Content, Span
from township_analysis.reading.furniture import HEADING, PROSE, TITLE
from township_analysis.reading.publication import iso_date
from township_analysis.reading.rejects import Rejected
from township_analysis.reading.rows import Row, squeeze

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul".split()
)
UNSEEN = frozenset(
    "script style template noscript head iframe object embed applet svg math canvas audio video select datalist input"
    " map title meta link textarea".split()
)
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)", re.IGNORECASE
)
NAVIGATION = frozenset({"nav", "footer", "aside"})
NAVIGATION_ROLE = frozenset({"navigation", "contentinfo", "banner", "search", "menu"})
NAVIGATION_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|menus|bread|breadcrumbs?|crumbs?|footer|foot|copyright|share|sidebar|toolbar|topbar|"
    r"pagination|related|friendlink|dqwz|weizhi|position)(?:$|[\s_-])",
    re.IGNORECASE,
)
CLOSING_TAGS = re.compile(r"</(?:body|html)\s{0,9}>|<\?xml[^>]{0,200}>", re.IGNORECASE)  # what follows is seen, too
CELL_LENGTH = 300  # a longer cell makes its table the page's layout
LINKED = 0.8  # share of a line's characters that stand in links, from which on it is a list of links
META = {  # names that pages of Chinese authorities use, and the general ones
    "title": ("articletitle", "og:title"),
    "published": ("pubdate", "publishdate", "article:published_time", "publish_time", "date"),
    "source": ("contentsource", "source"),
    "url": ("url", "og:url"),
}


def read_html(text: str) -> Content:
    """Read the visible text of a page.

    Scripts, styles, comments and hidden elements are left out; nothing is fetched and no entity but the characters'
    own is expanded.

    Args:
        text: The decoded page.

    Raises:
        Rejected: Elements nested more than 256 deep or one of more than 10 MB (``too-nested``), or nothing visible.
    """
    root = _parse(text)
    page = _Page()
    page.read(root)
    return Content(page.text(), page.furniture(), _metadata(root))


def _parse(text: str) -> "_Element":
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(CLOSING_TAGS.sub("", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if parser.error_log.filter_from_errors() and "emory" in str(parser.error_log):
            raise MemoryError from error
        raise Rejected("blank") from error
    if any(entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_EXCESSIVE_DEPTH") for entry in parser.error_log):
        raise Rejected("too-nested")  # the parser has dropped what lies deeper
    if root is None:
        raise Rejected("blank")
    return root


class _Page:
    """The lines of a page, as they are read element by element."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: list[str | None] = []  # why a line is furniture, a mark a line
        self.buffer: list[str] = []
        self.linked = self.links = self.verbatim = 0
        self.navigation: list[int] = []  # from which line on each open element of navigation stands
        self.row: Row | None = None
        self.data_table: _Element | None = None
        self.numbers: list[int | None] = []
        self.number = ""

    def read(self, root: "_Element") -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if event == "start":
                if _is_unseen(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self.open(element)
            elif element is skipped:
                skipped = None
            else:
                self.close(element)
            if event == "end":
                self.add(element.tail)
        self.break_line()

    def open(self, element: "_Element") -> None:
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self.break_line()
        if _is_navigation(element):
            self.navigation.append(len(self.lines))
        self.links += tag == "a"
        self.verbatim += tag == "pre"
        if tag in ("ol", "ul", "menu"):
            start = element.get("start", "1")
            self.numbers.append(int(start) if tag == "ol" and re.fullmatch(r"\d{1,4}", start) else None)
        elif tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.number = f"{self.numbers[-1]}. "
            self.numbers[-1] += 1
        elif tag == "table" and self.data_table is None and _is_data_table(element):
            self.data_table, self.row = element, Row()
        elif self.row is not None and tag in ("td", "th"):
            self.row.open_cell(element.get("colspan"), element.get("rowspan"))
        self.add(element.text)

    def close(self, element: "_Element") -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.break_line()
        if _is_navigation(element):
            self.end_navigation(self.navigation.pop())
        self.links -= tag == "a"
        self.verbatim -= tag == "pre"
        if tag in ("ol", "ul", "menu"):
            self.numbers.pop()
        elif self.row is not None and tag == "tr":
            self.put(self.row.close(), None)
        elif self.row is not None and element is self.data_table:
            self.put(self.row.close(), None)
            self.data_table = self.row = None

    def end_navigation(self, start: int) -> None:
        """What holds sentences is no navigation, whatever its name."""
        if any(PROSE.fullmatch(line) for line in self.lines[start:]):
            self.marks[start:] = [None] * len(self.marks[start:])

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self.verbatim:
            for i, line in enumerate(text.split("\n")):
                if i:
                    self.break_line()
                self.buffer.append(line)
            return
        self.buffer.append(text)
        if self.links:
            self.linked += len(text.strip())

    def break_line(self) -> None:
        """End a line; inside a cell of a data table a break is a space."""
        line = "".join(self.buffer).strip("\r\n") if self.verbatim else squeeze("".join(self.buffer))
        if self.row is not None and self.row.in_cell:
            self.row.add(line)
        elif line.strip():
            number = "" if HEADING.match(line) else self.number
            self.put(number + line, self.mark(line))
            self.number = ""
        self.buffer.clear()
        self.linked = 0

    def mark(self, line: str) -> str | None:
        if PROSE.fullmatch(line):
            return None
        if self.navigation:
            return "navigation"
        linked = self.linked >= LINKED * len(line.replace(" ", ""))
        return "links" if linked and not TITLE.fullmatch(line) else None

    def put(self, line: str, mark: str | None) -> None:
        if line.strip():
            self.lines.append(line)
            self.marks.append(mark)

    def text(self) -> str:
        return "\n".join(self.lines)

    def furniture(self) -> tuple[Span, ...]:
        """Navigation anywhere; lists of links only before the first and after the last line of prose."""
        prose = [i for i, line in enumerate(self.lines) if PROSE.fullmatch(line) and not self.marks[i]]
        first, last = (prose[0], prose[-1]) if prose else (0, -1)
        spans, start = [], 0
        for i, (line, mark) in enumerate(zip(self.lines, self.marks, strict=True)):
            if mark == "navigation" or (mark == "links" and not first <= i <= last):
                spans.append(Span(start, start + len(line), mark))
            start += len(line) + 1
        return tuple(spans)


def _is_unseen(element: "_Element") -> bool:
    style = element.get("style")
    return element.tag in UNSEEN or element.get("hidden") is not None or bool(style and HIDDEN.search(style))


def _is_navigation(element: "_Element") -> bool:
    if element.tag in NAVIGATION or element.get("role") in NAVIGATION_ROLE:
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag not in ("body", "html") and bool(NAVIGATION_NAME.search(name))


def _is_data_table(table: "_Element") -> bool:
    """Rows of short cells; a table that holds tables, long cells or a single column lays out a page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    widest = max(map(len, rows), default=0)
    return widest > 1 and all(_length(cell) <= CELL_LENGTH for row in rows for cell in row)


def _length(cell: "_Element") -> int:
    return sum(len(part.strip()) for part in cell.itertext())


def _metadata(root: "_Element") -> dict[str, str]:
    """What the page's head states in the names that authorities use."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name, value = meta.get("name") or meta.get("property"), squeeze(meta.get("content") or "")
        if name and value:
            named.setdefault(name.lower(), value)
    facts = {fact: next((named[name] for name in names if name in named), None) for fact, names in META.items()}
    link = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    facts["url"] = next((url for url in (facts["url"], link) if url and re.match("https?://", url)), None)
    facts["published"] = iso_date(facts["published"] or "")
    facts["title"] = facts["title"] or _window_title(root)
    return {fact: value for fact, value in facts.items() if value}


def _window_title(root: "_Element") -> str | None:
    """The title element without the site's name where the rest is told by its form."""
    title = squeeze(root.findtext(".//title") or "")
    parts = [part.strip() for part in re.split(r"[_|]|\s[-—–]\s|(?<=[一-鿿])-(?=[一-鿿\d])", title)]
    return max((part for part in parts if TITLE.fullmatch(part)), key=len, default=title) or None
