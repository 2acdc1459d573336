"""The rows of the figures and skipped tables."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from township_analysis.figures.confidence import confidence_of
from township_analysis.figures.model import Figure, Mention
from township_analysis.reading.document import Span
from township_analysis.report.domains import domain_of
from township_analysis.report.model import Report, Section, Sentence

Row = dict[str, Any]
_WIDE_BRACKETS = str.maketrans("()", "（）")
_RANGE = re.compile(r"(\d+)-(\d+)")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def figure_rows(report: Report, figures: list[tuple[Figure, Sentence]]) -> list[Row]:
    """The rows of the figures table, with every column; what only the codebook knows is None.

    The domain is that of the sentence, or of its section where no cue word stands in the sentence; coding.py puts the
    domain of the code in its place.
    """
    sections = {section.section_id: section for section in report.sections}
    told: dict[int, tuple[str, str | None]] = {}  # one string and domain for all the figures of a sentence
    for _, sentence in figures:
        if sentence.start not in told:
            whole = slice(sentence.start, sentence.end)
            told[sentence.start] = (report.text[whole].strip(), domain_of(report.plain[whole]))
    return [
        _row(report, figure, *told[sentence.start], sections.get(sentence.section_id or ""))
        for figure, sentence in figures
    ]


def _row(report: Report, figure: Figure, sentence: str, domain: str | None, section: Section | None) -> Row:
    mention, total = figure.mention, figure.part_of
    surface = report.text[mention.start : mention.end]
    unit = mention.unit.translate(_WIDE_BRACKETS) if "（" in surface else mention.unit
    return {
        "figure_id": f"{report.report_id}:{mention.start}",
        "report_id": report.report_id,
        "start": mention.start,
        "end": mention.end,
        "surface": surface,
        "sentence": sentence,
        "section_id": section.section_id if section else None,
        "role": section.role if section else None,
        "domain": domain or (section.domain if section else None),
        "indicator": _with_its_dash(figure.name, sentence) or None,
        "code": None,
        "value": mention.value,
        "value_max": mention.value_max,
        "unit": unit,
        "quantity": None,
        "base_unit": None,
        "approx": mention.hedge.approx,
        "kind": figure.kind,
        "status": figure.status,
        "period": figure.period,
        "scope": _as_printed(figure.scope, sentence),
        "per": figure.per,
        "part_of": f"{report.report_id}:{total.mention.start}" if total else None,
        "core": figure.core,
        "confidence": confidence_of(figure),
        "corrected": None,
        "value_extracted": None,
    }


def _as_printed(scope: str, sentence: str) -> str:
    """A scope with the brackets of the text, where a name has some: 云岭（二期）项目."""
    wide = scope.translate(_WIDE_BRACKETS) if "(" in scope else scope
    return wide if wide in sentence else scope


def _with_its_dash(name: str, sentence: str) -> str:
    """A name with the dash that the text has in a range, where its aligned copy has a hyphen: 15—64岁人口."""
    for first, last in _RANGE.findall(name):
        if printed := re.search(f"{first}[—–~～]{last}", sentence):
            name = name.replace(f"{first}-{last}", printed[0])
    return name


def skipped_rows(report: Report, mentions: list[Mention], spans: list[Span]) -> list[Row]:
    """Every run of digits that is in no figure, with the reason of the span that it stands in."""
    covered = sorted([(m.start, m.end, "") for m in mentions] + [(s.start, s.end, s.reason) for s in spans])
    starts = [c[0] for c in covered]
    rows: list[Row] = []
    for match in _DIGITS.finditer(report.plain):
        at = bisect_right(starts, match.start()) - 1
        start, end, reason = covered[at] if at >= 0 and covered[at][1] > match.start() else (*match.span(), "name")
        if not reason:
            continue
        if rows and rows[-1]["start"] == start:
            end = max(end, rows.pop()["end"])
        rows.append(_skipped_row(report, start, max(end, match.end()), reason))  # a span may end inside a number
    numerals = [s for s in spans if s.reason != "furniture" and not _DIGITS.search(report.plain, s.start, s.end)]
    rows += [_skipped_row(report, s.start, s.end, s.reason) for s in numerals]
    return sorted(rows, key=lambda row: row["start"])


def placed(rows: list[Row], report: Report, place: Callable[[int], int]) -> list[Row]:
    """Rows that were found in a report without its blanks, with their places and words as they stand in the report."""
    sentences = [sentence.start for sentence in report.sentences]
    out = []
    for row in rows:
        start, end = place(row["start"]), place(row["end"] - 1) + 1
        row |= {"start": start, "end": end, "surface": report.text[start:end]}
        if "figure_id" in row:
            sentence = report.sentences[max(0, bisect_right(sentences, start) - 1)]
            total = row["part_of"] and int(row["part_of"].rpartition(":")[2])
            row["figure_id"] = f"{report.report_id}:{start}"
            row["part_of"] = None if total is None else f"{report.report_id}:{place(total)}"
            row["sentence"] = report.text[sentence.start : sentence.end].strip()
        out.append(row)
    return out


def _skipped_row(report: Report, start: int, end: int, reason: str) -> Row:
    return {
        "report_id": report.report_id,
        "start": start,
        "end": end,
        "surface": report.text[start:end],
        "reason": reason,
    }
