"""From a document to a report: its text aligned, its title, period, place, sections and sentences found."""

from dataclasses import replace

from township_analysis.errors import DataError
from township_analysis.lang.periods import parse_period
from township_analysis.lang.script import aligned, script_of
from township_analysis.places import identify, place_of
from township_analysis.places.model import Place
from township_analysis.reading.document import Document
from township_analysis.report.headings import find_blocks
from township_analysis.report.late import as_planned, period_told, plan_told
from township_analysis.report.model import Report
from township_analysis.report.period import Timing, find_timing, type_of_period
from township_analysis.report.sections import find_sections
from township_analysis.report.sentences import split_sentences
from township_analysis.report.session import year_read
from township_analysis.report.tight import tight_of
from township_analysis.report.title import find_title
from township_analysis.report.unwrap import plain_of
from township_analysis.report.years import in_digits


def make_report(
    document: Document,
    report_id: str,
    *,
    title: str | None = None,
    period: str | None = None,
    township_code: str | None = None,
) -> Report:
    r"""Find out what a document is about and how it is built.

    Args:
        document: As ``read_document`` or ``document_from_text`` gives it.
        report_id: The report's name; the ids of its sections begin with it.
        title: Instead of the one that the document carries.
        period: Instead of the one that title and text tell, as in ``2023-H1`` or ``2023年上半年``.
        township_code: Nine digits, instead of what the text tells.

    Returns:
        The report; what the text does not tell is None.

    Raises:
        NotAQuantity: ``period`` is no period.
        DataError: There is no township with this code.

    Example:
        >>> from township_analysis.reading import document_from_text
        >>> report = make_report(document_from_text("竹林镇2019年工作总结\n一、存在的问题\n财力不足。"), "zhulin")
        >>> report.period, report.sections[-1].role
        ('2019', 'problems')
    """
    written, loose = document, in_digits(plain_of(document.text))
    tight = tight_of(loose, document.text)
    document, plain = tight.cut_document(document), in_digits(tight.cut_plain(loose)) if tight.loose else loose
    blocks = find_blocks(plain, document.furniture)
    title = title or find_title(document, plain, blocks)
    plain_title = in_digits(aligned(title)) if title else None
    timing = find_timing(plain, blocks, plain_title)
    if period:
        timing = _with_period(timing, parse_period(period))
    sections = find_sections(plain, report_id, year=_year_told(timing, plain_title), title=plain_title, blocks=blocks)
    timing = as_planned(timing, plain_title, {section.role for section in sections})
    plans = [(section.start, section.end) for section in sections if section.role == "plan"]
    timing = period_told(timing, plain_title, plain, plans)
    sentences = split_sentences(plain, sections=sections, furniture=document.furniture)
    return Report(
        document=written,
        report_id=report_id,
        plain=loose,
        title=title,
        period=timing.period,
        plan_period=plan_told(timing, plain_title, plain, plans),
        doc_type=timing.doc_type,
        script=script_of(written.text),
        place=_place(plain, plain_title, document, township_code),
        sections=tuple(map(tight.placed, sections)),
        sentences=tuple(map(tight.placed, sentences)),
    )


def _with_period(timing: Timing, period: str) -> Timing:
    """A period that is known better than the text tells; a plan that would not come after it falls away."""
    plan = timing.plan_period if timing.plan_period and timing.plan_period > period else None
    kept = "annual" if timing.doc_type == "other" else timing.doc_type
    return replace(timing, period=period, plan_period=plan, doc_type=type_of_period(period) or kept)


def _place(plain: str, title: str | None, document: Document, code: str | None) -> Place | None:
    if not code:
        return identify(plain, title=title, source=document.metadata.get("source"))
    place = place_of(code)
    if place is None:
        raise DataError(
            f"There is no township with the code {code!r}",
            expected="nine digits of the statistics bureau, as in 522627112",
            remedy="look the township up with the command: township doctor",
        )
    return place


def _year_told(timing: Timing, title: str | None) -> int | None:
    """The last year that a report may tell of as done: a plan of five years is read out years into it."""
    read = year_read(title, timing.year)
    return read if read and timing.year and read > timing.year + 1 else timing.year
