"""What is found once in a report and holds for every sentence of it."""

import re
from dataclasses import dataclass

from township_analysis.figures.model import Figure
from township_analysis.figures.tabular.tablerows import with_stops
from township_analysis.figures.time.dates import Dates
from township_analysis.figures.time.setting import TERM
from township_analysis.figures.wording import reworded
from township_analysis.lang.periods import PeriodMention
from township_analysis.reading.document import Span
from township_analysis.report.model import Report, Section

_WIDE = re.compile(r"全[省市县区国](?!.{0,2}[镇乡])")
#: 石阳县概况, 2016年石阳县统计公报: the whole county, however often its streets and towns are told of.
_WIDE_TITLE = re.compile(
    r"(?:(?:19|20)\d\d年)?[\u4e00-\u9fff]{2,9}?[省市县](?:(?:19|20)\d\d年)?(?:[简概][介况]|县情|国民经济|政府工作|人民政府工作|统计|第[五六七]次)"
)
_LOCAL = re.compile(r"[全我本][镇乡村]|街道|苏木|[镇乡](?:党委|政府|人大|域|区内)")
#: 总人口32560人(2021年统计数，下同).
_FROM_HERE = re.compile(r"\([^()]{0,6}(?P<year>(?:19|20)\d\d)[^()]{0,8}下同\)")

#: 预计(下同)全年实现…, 产值3亿元(预计数，下同): all that is told of the year from there on is foreseen.
_EXPECTED = re.compile(r"预计[数为]?\(以?下同\)|\([^()]{0,6}预计[^()]{0,4}，?以?下同\)|\(以下[均皆]?[为是]预计数?\)")


#: 2016年换届以来，…: what the words of a review begin with.
_TERM_SINCE = re.compile(r"(?:[，。：；\n]|自|从)((?:19|20)\d\d)年[^，。；\d]{0,14}以来，")
#: That a report is on a term, and no report on one year that looks back on more.
_ON_A_TERM = re.compile(
    r"第一次(?:会议|全体会议)|过去(?:的)?五年|[一二三四五六七八九十]届(?:人民)?政府工作|党(?:员)?代表大会"
)
_BEGINNING = 1_200
_NAMED = re.compile(r"(?<!\d)(?:19[5-9]|20\d)\d(?= ?年)")
#: What is earned or made in a year, in money.
_EARNED = re.compile(r"收入|产值|生产总值|增加值|税|利润")


@dataclass(frozen=True, slots=True)
class Known:
    """The report with its dates and with what holds no figure.

    Attributes:
        report: The report itself.
        stopped: Its aligned text in one wording, with stops behind the rows of tables.
        sections: Its sections by their ids.
        dates: Its dates by what they are good for.
        spans: What holds no figure, in order.
        wide: True for the report of a county, province or country.
        years: Where the text says that what follows is of a year (2021年统计数，下同), and the year.
        named: Where a text that has no period of its own names a year, and the year.
        term: The five years under review, from the one in which the text says that they began (2016年以来).
        expected: Where the text says that what it tells of the year reported is foreseen (预计，下同), or None.
    """

    report: Report
    stopped: str
    sections: dict[str, Section]
    dates: Dates
    spans: list[Span]
    wide: bool
    years: list[tuple[int, str]]
    expected: int | None = None
    named: tuple[tuple[int, str], ...] = ()
    term: PeriodMention | None = None

    def term_from(self, at: int) -> PeriodMention | None:
        """The term under review, at a place behind the words that open its review in a report on all of it."""
        opens = self.term is not None and self.term.start < at and _ON_A_TERM.search(self.report.plain, 0, _BEGINNING)
        return self.term if opens else None

    def last_told(self, figure: Figure) -> str | None:
        """The last year named before an income, an output in money or a growth, in a text that has no year of its own.

        What a place is goes without a year; what it earned is of the year told last, if none before was later.
        """
        earned = figure.kind in ("growth", "change") or (figure.unit_kind == "money" and _EARNED.search(figure.name))
        if self.report.period or figure.status != "actual" or figure.kind == "rank" or not earned:
            return None
        told = [year for start, year in self.named if start < figure.mention.start]
        return told[-1] if told and told[-1] == max(told) else None

    def foresees(self, figure: Figure) -> bool:
        """True for what is told as done in the year of which the text has said that its numbers are expected."""
        behind = self.expected is not None and figure.mention.start > self.expected
        return (
            behind and figure.status == "actual" and (figure.period or "").removesuffix("-12-31") == self.report.period
        )


def known_of(report: Report, dates: Dates, spans: list[Span]) -> Known:
    """All that is known of a report before its sentences are read."""
    sections = {section.section_id: section for section in report.sections}
    years = [(said.start(), said["year"]) for said in _FROM_HERE.finditer(report.plain)]
    told = _EXPECTED.search(report.plain)
    stopped = reworded(with_stops(report.plain, report.text), report.place.township if report.place else None)
    expected = max(report.plain.rfind(mark, 0, told.start()) for mark in "，。；\n") if told else None
    named = () if report.period else tuple((said.start(), said[0]) for said in _NAMED.finditer(report.plain))
    return Known(report, stopped, sections, dates, spans, _is_wide(report), years, expected, named, _term(report))


def _term(report: Report) -> PeriodMention | None:
    period = report.period or ""
    told = _TERM_SINCE.search(report.plain, 0, _BEGINNING) if period.isdigit() else None
    if told is None or int(period) - int(told[1]) != TERM:
        return None
    return PeriodMention(told.start(1), told.end(), int(told[1]), None, "", last=int(period))


def _is_wide(report: Report) -> bool:
    title, place = report.title or "", report.place
    if _WIDE_TITLE.match(title):
        return True
    if place and place.township and place.township in title:
        return False  # 某某街道2013年工作总结, though 全区第二 and 全市 stand in it more often than 街道
    return len(_WIDE.findall(report.plain)) > len(_LOCAL.findall(report.plain))
