"""The parts of the codebook's page, in its order: what notebooks/codebook.ipynb calls."""

from dataclasses import dataclass
from pathlib import Path

from township_analysis.codebook import Indicator, book
from township_analysis.pages import html
from township_analysis.pages.html import Block, Cell
from township_analysis.pages.view import Cells, Row, View, in_order, opened, report_link


@dataclass(frozen=True)
class CodebookView(View):
    """The codebook, and where its indicators occur.

    Attributes:
        figures: Code → how many figures have it.
        reports: Code → the reports that have it, by county, township and period.
    """

    figures: dict[str, int]
    reports: dict[str, list[Row]]

    def split(self) -> tuple[list[Indicator], list[Indicator]]:
        """The indicators that occur, and the others."""
        known = list(book())
        return [one for one in known if one.code in self.figures], [
            one for one in known if one.code not in self.figures
        ]


def view(processed: str | Path = "", language: str = "zh") -> CodebookView:
    """The codebook beside some tables, for the parts below.

    Args:
        processed: Folder of the tables; empty as in `township_analysis.load`.
        language: ``zh`` or ``en``.

    Raises:
        DataError: If there are no tables, or no such language.
    """
    corpus = opened(processed, language)
    coded = corpus.figures[corpus.figures["code"].notna()]
    by_code = {str(code): set(group) for code, group in coded.groupby("code")["report_id"]}
    counts = {str(code): len(group) for code, group in coded.groupby("code")}
    ordered = in_order(corpus.reports)
    reports = {code: [row for row in ordered if row["report_id"] in ids] for code, ids in by_code.items()}
    return CodebookView(corpus, language, counts, reports)


def summary(view: CodebookView) -> Block:
    """How many indicators there are, and how many occur."""
    used, _ = view.split()
    said = view.say("indicators.summary", all=len(book()), used=len(used), figures=sum(view.figures.values()))
    return view.top(view.say("indicators.title"), html.paragraph(said))


def occurring(view: CodebookView) -> Block:
    """The indicators that occur: definition, aliases, how often and in which reports."""
    heads = view.heads("indicator", "definition", "code", "base_unit", "statistic", "figures", "report")
    rows = [
        [*_about(view, one), Cell(str(view.figures[one.code]), view.figures[one.code]), _reports(view, one)]
        for one in view.split()[0]
    ]
    return view.section("indicators.occurring", html.table(heads, rows, numeric=[5]) if rows else "")


def others(view: CodebookView) -> Block:
    """The indicators that no report of these tables gives."""
    heads = view.heads("indicator", "definition", "code", "base_unit", "statistic")
    rows = [_about(view, one) for one in view.split()[1]]
    return view.section("indicators.others", html.table(heads, rows) if rows else "")


def _about(view: CodebookView, one: Indicator) -> Cells:
    definition = one.definition_en if view.language == "en" and one.definition_en else one.definition_zh
    aliases = [alias for alias in one.aliases if len(alias) > 1 and alias != one.name_zh]
    also = view.say("codebook.aliases", aliases=view.say("text.comma").join(aliases)) if aliases else ""
    return [
        html.text(one.name(view.language)),
        html.text(definition) + (f"<br><small>{html.text(also)}</small>" if also else ""),
        html.nowrap(one.code),
        html.text(one.base_unit),
        html.text(view.say(f"statistic.{one.statistic}")),
    ]


def _reports(view: CodebookView, one: Indicator) -> str:
    return "<br>".join(report_link(row, str(row["report_id"])) for row in view.reports[one.code])
