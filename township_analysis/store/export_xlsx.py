"""The workbook: panel, figures, findings, reports and codebook as sheets that can be filtered and followed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from township_analysis.codebook import book
from township_analysis.errors import DataError
from township_analysis.fields import FIELDS
from township_analysis.lang.labels import label, label_or
from township_analysis.store.cells import safe_cell
from township_analysis.store.model import Corpus

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 1_048_575  # that a sheet holds below its head
CELL = 32_767  # characters that a cell holds
WIDEST, NARROWEST, WRAPPED = 60, 8, 18  # widths in digits; a head of the panel is wrapped
PAGE = "township-profile-{report_id}.html#f{start}"  # a figure's mark on its report's page
FIGURES = (
    "figure_id report_id indicator code value value_max unit quantity base_unit approx kind status period scope per "
    "role domain core confidence surface sentence"
).split()
REPORTS = (
    "report_id title township township_code county prefecture province period plan_period doc_type published path "
    "url characters truncated"
).split()
_PLAIN = frozenset(("year", "start", "end"))  # numbers without thousands separators


def write_workbook(corpus: Corpus, path: Path, language: str = "zh", pages: str = "") -> None:
    """Write the tables as a workbook: heads frozen and filtered, numbers formatted, figures linked to their page.

    Text stays text: nothing from a report is a formula, a link or a control character.

    Args:
        corpus: The tables.
        path: The file.
        language: Of sheet names and heads.
        pages: Folder of the pages as seen from the workbook; empty for no links.

    Raises:
        DataError: If a table has more rows than a sheet holds.
    """
    from openpyxl import Workbook

    from township_analysis.store.export import codebook_frame, panel_frame

    workbook = Workbook()
    workbook.remove(workbook.active)
    _panel_sheet(workbook.create_sheet(label("sheet.panel", language)), panel_frame(corpus, "wide"), language)
    figures = workbook.create_sheet(label("sheet.figures", language))
    _sheet(figures, corpus.figures[FIGURES], language)
    if pages:
        _link(figures, corpus.figures, pages)
    _sheet(workbook.create_sheet(label("sheet.findings", language)), _findings(corpus), language)
    _sheet(workbook.create_sheet(label("sheet.reports", language)), corpus.reports[REPORTS], language)
    _sheet(workbook.create_sheet(label("sheet.codebook", language)), codebook_frame(), language)
    workbook.save(path)


def _panel_sheet(sheet: "Worksheet", wide: "pd.DataFrame", language: str) -> None:
    """Two head lines: the indicator's name with its unit, and its code."""
    known, wide = book(), wide.rename(columns={"township": "township_code"})
    columns = [str(name) for name in wide]
    names = [f"{known[n].name(language)}({known[n].base_unit})" if n in known else _head(n, language) for n in columns]
    _fill(sheet, [names, [n if n in known else "" for n in columns]], wide.itertuples(index=False))
    _dress(sheet, heads=2, columns=columns, fixed=3)


def _sheet(sheet: "Worksheet", frame: "pd.DataFrame", language: str) -> None:
    columns = [str(name) for name in frame]
    _fill(sheet, [[_head(name, language) for name in columns]], frame.itertuples(index=False))
    _dress(sheet, heads=1, columns=columns, fixed=1)


def _findings(corpus: Corpus) -> "pd.DataFrame":
    return corpus.findings.assign(figure_ids=[" ".join(ids) for ids in corpus.findings["figure_ids"]])


def _head(name: str, language: str) -> str:
    described = FIELDS[name].zh if language == "zh" and name in FIELDS else name
    return label_or(f"column.{name}", language, described if len(described) <= 12 else name)


def _fill(sheet: "Worksheet", heads: Sequence[Sequence[str]], rows: Iterable[Sequence[Any]]) -> None:
    for head in heads:
        sheet.append(list(head))
    for number, row in enumerate(rows, 1):
        if number > ROWS:
            raise DataError(
                f"The sheet {sheet.title} would have more than {ROWS:,} rows", remedy="export to .parquet or .duckdb"
            )
        sheet.append([None] * len(row))
        for column, value in enumerate(row, 1):
            _put(sheet.cell(number + len(heads), column), value)


def _put(cell: "Cell", value: Any) -> None:
    """A value in a cell: null is an empty cell, text is never anything but text."""
    import pandas as pd

    if value is None or value is pd.NA or value != value:
        return
    if isinstance(value, str):
        cell.value = safe_cell(value)[:CELL]
        cell.data_type = "s"
    elif isinstance(value, (bool, int, float)):
        cell.value = value
    else:
        cell.value = value.item() if hasattr(value, "item") else safe_cell(str(value))[:CELL]


def _dress(sheet: "Worksheet", *, heads: int, columns: Sequence[str], fixed: int) -> None:
    """Heads frozen, bold and filtered; columns as wide as their text; numbers in formats."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties()
    last = get_column_letter(max(1, len(columns)))
    sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{heads + 1}"
    sheet.auto_filter.ref = f"A{heads}:{last}{max(sheet.max_row, heads)}"
    sheet.print_title_rows, sheet.page_setup.orientation = f"1:{heads}", "landscape"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, heads == 1
    for row in sheet.iter_rows(max_row=heads):
        for cell in row:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF2")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for place, name in enumerate(columns, 1):
        cells = [row[0] for row in sheet.iter_rows(min_col=place, max_col=place, max_row=min(sheet.max_row, 300))]
        width = max((_width(cell.value) for cell in cells), default=0)
        widest = WIDEST if heads == 1 else WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = min(widest, max(NARROWEST, width + 2))
        _format(sheet, place, heads, name)


def _format(sheet: "Worksheet", place: int, heads: int, name: str) -> None:
    for row in sheet.iter_rows(min_col=place, max_col=place, min_row=heads + 1):
        value = row[0].value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            whole = float(value).is_integer()
            row[0].number_format = "0" if name in _PLAIN else "#,##0" if whole else "#,##0.00####"


def _width(value: Any) -> int:
    """Columns that a value takes: a Chinese character takes two."""
    text = "" if value is None else str(value)[:WIDEST]
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)


def _link(sheet: "Worksheet", figures: "pd.DataFrame", pages: str) -> None:
    """The first column of the figures leads to the figure's mark on the page of its report."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    folder = Path(pages).as_posix()
    for number, (report_id, start) in enumerate(zip(figures["report_id"], figures["start"], strict=True), 2):
        cell = sheet.cell(number, 1)
        page = PAGE.format(report_id=report_id, start=start)
        name, _, mark = page.partition("#")
        cell.hyperlink = Hyperlink(cell.coordinate, target=f"{quote(folder)}/{quote(name)}", location=mark)
        cell.font = Font(color="0B5CAD", underline="single")
