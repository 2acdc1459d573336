"""Sections: how a report is built, and whether a passage reviews, names problems, plans or does neither."""

from collections.abc import Iterator, Sequence

from township_analysis.report.cues import plans_only
from township_analysis.report.domains import domain_of, section_domain
from township_analysis.report.edges import body_start, closing_start
from township_analysis.report.headings import Block, find_blocks
from township_analysis.report.model import Section
from township_analysis.report.outline import Node, Outline, Piece
from township_analysis.report.undecided import decide


def find_sections(
    plain: str,
    report_id: str,
    *,
    year: int | None = None,
    title: str | None = None,
    blocks: Sequence[Block] | None = None,
) -> tuple[Section, ...]:
    r"""The sections of a report, in order; those inside another come after it.

    Every paragraph stands in one. A passage whose role differs from that of the section around it (problems at the end
    of a review) is a section without a heading inside it.

    Args:
        plain: The aligned text.
        report_id: Goes before the number of each section.
        year: The year that the report is about: a later one in a heading tells a plan.
        title: The aligned title: lines that repeat it are no headings.
        blocks: The text's blocks, where they are known already; lines of page furniture among them are ``other``.

    Example:
        >>> [(s.heading, s.role) for s in find_sections("一、工作回顾\n造林20亩。\n二、存在的问题\n财力不足。", "r")]
        [('工作回顾', 'review'), ('存在的问题', 'problems')]
    """
    outline = Outline(plain, year, plans_only(title))
    blocks = find_blocks(plain) if blocks is None else blocks
    begin, (close, close_at) = body_start(plain, blocks, title), closing_start(plain, blocks)
    last = max((number for number, block in enumerate(blocks) if not block.furniture), default=-1)
    for number, block in enumerate(blocks):
        if number < begin or number > min(close, last) or (number == close and close_at == block.start):
            outline.edge(block)
        elif number == close:
            outline.paragraph(Block(block.start, close_at))
            outline.edge(Block(close_at, block.end))
        elif block.heading:
            outline.heading(block, block.heading)
        else:
            outline.paragraph(block)
    outline.close_to(0, len(plain))
    decide(plain, outline.pieces, title)
    return tuple(_numbered(report_id, plain, outline.nodes + _passages(outline)))


def _passages(outline: Outline) -> list[Node]:
    """Sections for runs of pieces whose role is not that of their section, after settling the sections' own roles."""
    for piece in outline.pieces:
        node: Node | None = piece.node
        while node and node.role is None:
            node.role, node = piece.role, node.parent
    found: list[Node] = []
    before: Piece | None = None
    for piece in outline.pieces:
        if piece.role != piece.node.role:
            if before and before.node is piece.node and before.role == piece.role and found:
                found[-1].end = piece.end
            else:
                found.append(Node(None, "passage", piece.node, piece.start, piece.end, role=piece.role))
        before = piece
    return found


def _numbered(report_id: str, plain: str, nodes: list[Node]) -> Iterator[Section]:
    ordered = sorted(nodes, key=lambda node: (node.start, node.level))
    ids = {id(node): f"{report_id}:s{index}" for index, node in enumerate(ordered)}
    divided = {id(node.parent) for node in ordered if node.parent and node.heading and node.heading.text}
    for node in ordered:
        heading = node.heading.text if node.heading else None
        yield Section(
            section_id=ids[id(node)],
            parent=ids[id(node.parent)] if node.parent else None,
            number=node.heading.number if node.heading else None,
            heading=heading,
            role=node.role or "other",
            domain=_domain(plain, node, heading, id(node) in divided),
            start=node.start,
            end=node.end,
            level=node.level,
        )


def _domain(plain: str, node: Node, heading: str | None, divided: bool) -> str | None:
    """A section that is divided further has the domain that its heading names, or none: its parts have theirs."""
    if node.style == "edge":
        return None
    if divided:
        return domain_of(heading) if heading else None
    return section_domain(heading, plain, node.start, node.end)
