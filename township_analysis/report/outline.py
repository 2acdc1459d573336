"""The outline of a report in the making: sections opened and closed block by block, and the pieces of text in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from township_analysis.report.cues import Opening, evidence, hint_of_heading, opening_of, role_of_heading
from township_analysis.report.headings import Block, Heading
from township_analysis.report.sentences import sentence_spans

#: Outer to inner, where the order in which the styles come does not tell.
RANK = {"chapter": 1, "article": 2, "part": 3, "cn": 4, "paren": 5, "arabic": 6, "figure": 7, "plain": 8, "ordinal": 9,
        "bullet": 10, "item": 11, "passage": 0}  # fmt: skip
LISTED = ("item", "arabic", "figure", "ordinal", "bullet")
#: What will be done about the problems just named: 对此，我们将高度重视.
ANSWERED = re.compile(
    r"对此|为此|(?:对于?|针对)(?:这些|上述|以上|存在)|我们(?:一定)?(?:要|将|必须)(?:正视|进一步增强|高度重视|采取|直面|以对)"
)
#: A paragraph that still speaks of the problems just named.
STILL_PROBLEMS = re.compile(rf"{ANSWERED.pattern}|(?:以上|上述|这些)(?:困难|问题|不足|矛盾)|总的来看|产生这些")
#: A year named at the head of a sentence, and whether the sentence is about that year as a whole.
YEAR_AHEAD = re.compile(
    r"(?:各位代表[，！：])?(?:对于|展望|(?:争取|力争|确保)到?)?(\d{4})年"
    r"(?P<whole>是[^。]{0,80}年|[^，。；：]{0,24}(?:目标(?:任务)?|总体要求|指导思想|工作思路)(?:是|为|：))?"
)
#: A heading over the year that a report is read out in.
THIS_YEARS_WORK = re.compile(r"今年(?:政府|全[镇乡]|我[镇乡])?的?(?:主要|重点|政府|各项)*工作$")
#: So much must the words of a sentence speak for a plan to end a look back inside a plan.
AHEAD = -1.5
#: So much of what was done must a sentence tell to be no plan, though it begins with a year to come.
DONE = 1.5
#: Words without which no opening begins: sentences that hold none are not looked at further.
MAY_OPEN = re.compile(
    r"看到|认识到|意识到|体会到|存在|面临|[还仍也]有|主要|[今明来去]年|今后|未来|下一?[步阶年]|接下来|新年度|目标是|下半年|一年|\d年|五年|三年|几年|总体"
    r"|总的|指导思想|基本|全年|年来|”[时期]|我们|各级政府|全镇|截[至止]|上述|以上目标"
)
#: The label of a paragraph: 【2003年工作思路】全乡…. One on 村镇规划 or 人口与计划 is about a field of work.
LABEL = re.compile(r"[【〔\[](?P<label>[^】〕\]\n]{2,20})(?<!规划)(?<!措施)(?<!与计划)[】〕\]]")


@dataclass(slots=True)
class Node:
    """A section in the making."""

    heading: Heading | None
    style: str
    parent: "Node | None"
    start: int
    end: int = 0
    running: str | None = None
    role: str | None = None

    @property
    def level(self) -> int:
        """1 for the outermost."""
        return 1 if self.parent is None else self.parent.level + 1


#: 一、目标任务: what was set, and where 二、完成情况 comes behind, for the time that is told of.
SET = re.compile(r"(?!明年|来年|今后|未来|下)[\u4e00-\u9fff]{0,6}(?:目标任务|任务目标|任务指标|目标|任务)(?:及?分解)?")
_CAME_OF_IT = ("情况", "进展", "成效", "做法")
#: What a first section tells, whatever its heading promises: 一、工作目标任务。石桥镇辖区面积86平方公里，….
_DESCRIBES = re.compile(
    r"\s*[^。\n]{0,24}(?:(?:辖区|国土|幅员)?总?面积|总?人口|位于|地处|下?辖|总户数)(?![^。\n]{0,12}[达到增至])"
)


@dataclass(slots=True)
class Piece:
    """A stretch of text with one role (None: undecided) in one section; ``opens`` where a part of the report begins."""

    start: int
    end: int
    role: str | None
    node: Node
    opens: bool = False


@dataclass(slots=True)
class Outline:
    """What is known after each block: the sections so far, those still open (outermost first), and the pieces.

    ``planned``: the title names a plan only, so that 主要工作 as a heading suggests nothing.
    """

    plain: str
    year: int | None
    planned: bool = False
    nodes: list[Node] = field(default_factory=list)
    stack: list[Node] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def open(self, node: Node) -> Node:
        """Open a section inside those that are open."""
        self.nodes.append(node)
        self.stack.append(node)
        return node

    def close_to(self, depth: int, position: int) -> None:
        """Close the sections but for the outermost ``depth``."""
        for node in self.stack[depth:]:
            node.end = position
        del self.stack[depth:]

    def add(self, start: int, end: int, role: str | None, opens: bool = False) -> None:
        """Add a piece of text to the innermost open section."""
        self.pieces.append(Piece(start, end, role, self.stack[-1], opens))

    def edge(self, block: Block) -> None:
        """A line before the body or after it."""
        if not self.stack or self.stack[0].style != "edge":
            self.close_to(0, block.start)
            self.open(Node(None, "edge", None, block.start, running="other"))
        self.add(block.start, block.end, "other")

    def heading(self, block: Block, heading: Heading) -> None:
        """A block that begins with a heading: it closes what it does not stand in, and opens its own section."""
        own = role_of_heading(heading.text, self.year, self.around(heading)) if heading.text else None
        if own is None and self.looked_back(heading):
            own = "plan"
        if own == "plan" and not any(node.heading for node in self.nodes) and _DESCRIBES.match(self.plain, block.end):
            own = None
        if own is None and self.came_of_it(heading):
            own = "review"
        self.close_to(self.depth_for(heading, own), block.start)
        parent = self.stack[-1] if self.stack else None
        hint = hint_of_heading(heading.text) if heading.text and not self.planned else None
        running = own or (parent.running if parent else None) or hint
        node = self.open(Node(heading, heading.style, parent, block.start, running=running))
        # Headings of one list, 一、 to 五、, mostly share a role: a part of the report begins where one begins anew.
        self.text(block, opens=parent is None and (heading.first or heading.number is None), node=node)

    def looked_back(self, heading: Heading) -> bool:
        """True for 二、今年的工作 behind 一、去年工作回顾: what comes behind a review in the same list."""
        if not heading.text or not THIS_YEARS_WORK.match(heading.text):
            return False
        return any(node.heading and node.style == heading.style and node.running == "review" for node in self.nodes)

    def came_of_it(self, heading: Heading) -> bool:
        """True for 二、生产情况 behind 一、目标任务 in the same list."""
        if not heading.text or not heading.text.endswith(_CAME_OF_IT):
            return False
        alike = ("plain", "part") if heading.style in ("plain", "part") else (heading.style,)
        last = next((node for node in reversed(self.nodes) if node.style in alike and node.heading), None)
        said = last.heading.text if last and last.heading and last.running == "plan" else None
        return bool(said and SET.fullmatch(said))

    def around(self, heading: Heading) -> str | None:
        """The role of the section that a heading stands in, as far as its style tells."""
        depth = self.depth_for(heading, None)
        return self.stack[depth - 1].running if depth else None

    def depth_for(self, heading: Heading, own: str | None) -> int:
        """How many of the open sections stay open around a heading."""
        styles = [node.style for node in self.stack]
        if not styles or styles[0] == "edge":
            return 0
        if styles[0] == "text" and heading.style not in LISTED and self.stack[0].running != "plan":
            return 0  # 2005年的预期目标是：… announces what the headings behind it plan
        if "passage" in styles and not self.goes_on(heading):
            styles = styles[: styles.index("passage")]
        if heading.style in styles:
            return styles.index(heading.style)
        part = heading.style == "part" and not ({"cn", "chapter"} & set(styles) and SET.fullmatch(heading.text or ""))
        if part or (own and heading.style in ("cn", "chapter")):
            return 1 if own == "problems" and part else self.outer(heading, styles)
        if heading.first or heading.number is None or heading.style == "bullet":
            return len(styles)
        return self.outer(heading, styles)

    def outer(self, heading: Heading, styles: list[str]) -> int:
        """The depth where sections of this rank or inner ones begin."""
        rank = RANK[heading.style]
        return next((depth for depth, style in enumerate(styles) if RANK.get(style, 0) >= rank), len(styles))

    def goes_on(self, heading: Heading) -> bool:
        """Whether a numbered line goes on with the list that a passage announced."""
        before = self.pieces[-1]
        if self.stack[-1].style != "passage":
            return heading.style in [node.style for node in self.stack if node.style in (*LISTED, "paren")]
        announced = self.plain[before.end - 1] == "：" and heading.style != "cn"
        return self.stack[-1].running == "plan" or (announced and heading.first)

    def paragraph(self, block: Block) -> None:
        """A block without a heading: a passage about problems ends before it unless it still speaks of them."""
        if not self.stack or self.stack[0].style == "edge":
            self.close_to(0, block.start)
            self.open(Node(None, "text", None, block.start))
        styles = [node.style for node in self.stack]
        if "passage" in styles:
            depth = styles.index("passage")
            passage = self.stack[depth]
            if passage.running == "problems" and not STILL_PROBLEMS.match(self.plain, block.start, block.end):
                self.close_to(depth, block.start)
        self.text(block)

    def text(self, block: Block, *, opens: bool = False, node: Node | None = None) -> None:
        """The text of a block, cut where a sentence opens another role."""
        start, role = block.start, self.stack[-1].running
        for position, opening in self.openings(block, role):
            if opening.role == role or (node and position == block.start):
                continue
            if position > start:
                self.add(start, position, role, opens)
                opens = False
            start, role = position, opening.role
            announces = opening.role == "plan" and self.plain[start : block.end].rstrip().endswith("：")
            if opening.whole or announces:  # 2020年，我们将抓好以下工作：
                self.passage(position, opening.role)
        if start < block.end:
            self.add(start, block.end, role, opens)

    def openings(self, block: Block, role: str | None) -> Iterator[tuple[int, Opening]]:
        """Where in a block the role changes; a look back inside a plan ends where the words speak of plans again."""
        label = LABEL.match(self.plain, block.start, block.end)
        if label and (own := role_of_heading(label["label"], self.year)):
            yield block.start, Opening(own, whole=False)
            return
        if role == "other" or not MAY_OPEN.search(self.plain, block.start, block.end):
            return
        back = False
        for start, end in sentence_spans(self.plain, block.start, block.end):
            opening = self.ahead(start, end) or opening_of(self.plain[start : min(end, start + 200)])
            if opening is None and role is None and self.plain.startswith(f"{self.year}年，", start):
                opening = Opening("review", whole=False)
            if back and opening is None and evidence(self.plain, start, end) < AHEAD:
                yield start, Opening("plan", whole=False)
                back = False
            if opening is None or (role == "problems" and not opening.whole and start > block.start):
                continue
            if role == "plan" and opening.role == "problems" and start > block.start:
                continue
            back = role == "plan" and opening.role == "review"
            yield start, opening

    def ahead(self, start: int, end: int) -> Opening | None:
        """``2020年，力争…`` in a report about 2019: a plan."""
        match = YEAR_AHEAD.match(self.plain, start, end) if self.year else None
        if not match or int(match[1]) <= (self.year or 0):
            return None
        whole = bool(match["whole"])
        return Opening("plan", whole) if whole or evidence(self.plain, start, end) < DONE else None

    def passage(self, position: int, role: str) -> None:
        """Problems or plans that begin without a heading: a section of its own in the outermost open one."""
        self.close_to(1, position)
        outermost = self.stack[0]
        if role == "plan":
            outermost.running = "plan"
        self.open(Node(None, "passage", outermost, position, running=role))
