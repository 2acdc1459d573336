"""The dirt of copied pages costs next to no rows: annotated reports, each kind of dirt over all of them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dirt import DIRT, Dirt

from township_analysis import pipeline
from township_analysis.evaluation import find_cases
from township_analysis.evaluation.cases import Case
from township_analysis.evaluation.scoring import Score, score
from township_analysis.figures.extract import find_figures
from township_analysis.figures.names.shared import with_shared_verb
from township_analysis.pipeline import extract, read_text

BLIND = Path(__file__).parent / "gold" / "tune" / "blind"
EVERY = 8  # of 250 texts
#: So many rows of a hundred may be lost; a table's thousands that are set apart are not put together again.
LOST = {"digits apart": 1.0}


@cache
def cases() -> list[Case]:
    return list(find_cases(BLIND))[::EVERY]


def soiled(case: Case, dirt: Dirt) -> Score:
    """The score of a report's text with dirt in it, its annotations moved to where they stand then."""
    text = case.report.text
    pieces = dirt(text)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    rows, _ = pipeline.extract(read_text("".join(pieces)))
    first, last = ends[case.start], ends[case.end]
    found = [row for row in rows if first <= row["start"] and row["end"] <= last]
    return score([moved(row, pieces, ends) for row in case.annotated], found)


def moved(row: dict[str, Any], pieces: list[str], ends: list[int]) -> dict[str, Any]:
    """An annotated row where its figure stands among the pieces."""
    start = pieces[row["start"]]
    blank = len(start) - len(start.removeprefix("\n&nbsp;&nbsp;").lstrip("\n\t \xa0\u3000"))
    return {**row, "start": ends[row["start"]] + blank, "end": ends[row["end"]]}


@cache
def right(name: str) -> tuple[int, int]:
    """The rows that are right, and those asked for."""
    dirt = DIRT[name] if name else list
    total = sum((soiled(case, dirt) for case in cases()), Score())
    return total.counts["row"], total.counts["core"]


@pytest.mark.parametrize("name", DIRT)
def test_dirt_costs_next_to_no_rows(name: str) -> None:
    clean, asked = right("")
    assert asked > 1500
    assert right(name)[0] >= clean - LOST.get(name, 0.3) * asked / 100


#: What pages do to a text, and the values of its figures.
VALUES = [
    ("全镇 2019 年完成产值 3.2 亿元,增长 8%。", [320000000, 8]),
    ("产业稳步推进.2019年底全镇有贫困户126户.1-9月出生68人。", [126, 68]),
    ("全镇完成产值3. 2亿元，GDP48. 6亿元，工业产值4,217. 5万元。", [320000000, 4860000000, 42175000]),
    ("1 9 9 7 年全县完成产值7 4 7 7 亿元，增长8 .8 ％，出生1 2 6 人。", [747700000000, 8.8, 126]),
    ("全镇完成产\u200b值3\u200b2\u200b0万元。", [3200000]),
    ("\t全镇完成产值320万元。\n\t修路3公里。", [3200000, 3]),
    ("&nbsp;&nbsp;全镇完成&ldquo;三改&rdquo;产值32&nbsp;万元<br>修路3公里。</p>", [320000, 3]),
    ("火灾死亡人数为零\n\n全镇有村12个", [0, 12]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), VALUES, ids=[text for text, _ in VALUES])
def test_values_of_copied_pages(text: str, values: list[float]) -> None:
    rows, _ = extract(read_text(text))
    assert [row["value"] for row in rows] == values


TABLE = "序号\t村名\t户数（户）\t金额（万元）\n1\t洪家垅村\t462\t18.93\n2\t大坪村\t397\t16.17"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n　　", "\n\t"])
def test_tables_with_blank_lines_and_indentation(gap: str) -> None:
    rows, _ = extract(read_text(gap + TABLE.replace("\n", gap), period="2016"))
    assert [row["value"] for row in rows] == [462, 189300, 397, 161700]


def test_a_report_is_where_its_blanks_are() -> None:
    text = (
        "竹林镇工作报告\n——在 2020 年 1 月 11 日镇人民代表大会上\n各位代表：\n一、工作回顾\n　　2019 年，修路 3 公里。"
    )
    report = read_text(text)
    assert report.period == "2019"
    assert [text[s.start : s.end] for s in report.sentences][-1] == "2019 年，修路 3 公里。"
    assert [row["surface"] for row in extract(replace(report, title="竹林镇工作報告"))[0]] == ["3 公里"]


def test_a_figure_without_a_name_ends_no_reading() -> None:
    figures = [figure for figure, _ in find_figures(read_text("新建活动场所9处，整顿支部4个。", period="2006"))]
    figures[1].name = ""
    assert with_shared_verb(figures, 1, "") == ""


def test_since_a_month_in_a_text_without_a_year() -> None:
    rows, _ = extract(read_text("自6月试运营以来，接待游客3万人。"))
    assert [(row["value"], row["period"]) for row in rows] == [(30000, None)]
