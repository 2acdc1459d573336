"""Masks and template tokens are no figures; a blank that its author never filled in is one without a value."""

import pytest

import township_analysis as ta
from township_analysis import pipeline
from township_analysis.report.model import Report

HEAD = "竹林镇2019年工作总结\n一、2019年工作回顾\n"
TAIL = "新建水渠2公里。"  # what stands beside them is read as ever
WATER = ("2公里", 2)


def read(text: str, shape: str) -> Report:
    return ta.read_text(shape.format(HEAD + text + TAIL + "\n"))


def figures_of(report: Report) -> list[tuple[str, float | None]]:
    return [(row["surface"], row["value"]) for row in pipeline.extract(report)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "以***思想为指导，", "总投资***万元，", "总投资＊＊＊万元，", "总收入达到**万元，", "完成投资1*万元，占8*%，",
        "总投资XX万元，", "总投资XX.X亿元，", "全镇现有党员XXX名，", "增收XX0元，", "总投资××万元，", "20XX年，", "2019年X月，",
        "根据洪政发〔…〕12号文件，", "投资约〔…〕万元，", "收入……万元，", "某某村和某某公司，", "共□□户，", "联系138****1234，",
        "总收入达到____万元，", "增长____%，", "引进____公司，", "收入达到＿＿＿万元，",
        "一年来，关键词2克服困难，", "{{镇名}}和关键词12上下一心，", "${count}户，",
    ],
)  # fmt: skip
@pytest.mark.parametrize("shape", ["{}", "\ufeff{}"])
def test_masks_and_tokens_are_no_figures(text: str, shape: str) -> None:
    report = read(text, shape)
    assert figures_of(report) == [WATER]
    covered = {
        at
        for row in [*pipeline.extract(report)[1], *pipeline.extract(report)[0]]
        for at in range(row["start"], row["end"])
    }
    assert {at for at, character in enumerate(report.text) if character.isdigit()} <= covered


@pytest.mark.parametrize(
    ("text", "surface", "unit", "indicator"),
    [
        ("总收入达到了   万元。", "   万元", "元", "总收入"),
        ("总收入达到了\u3000\u3000万元。", "\u3000\u3000万元", "元", "总收入"),
        ("总收入达到了\xa0\xa0\xa0\xa0万元。", "\xa0\xa0\xa0\xa0万元", "元", "总收入"),
        ("人均纯收入达到\u2002\u2002\u2002元。", "\u2002\u2002\u2002元", "元", "人均纯收入"),
        ("财政总收入同比增长    %。", "    %", "%", "财政总收入同比增长"),
    ],
)
def test_a_blank_is_a_figure_without_a_value(text: str, surface: str, unit: str, indicator: str) -> None:
    report = read(text, "{}")
    blank = next(row for row in pipeline.extract(report)[0] if row["value"] is None)
    assert (blank["surface"], blank["unit"], blank["value_max"], blank["quantity"]) == (surface, unit, None, None)
    assert report.text[blank["start"] : blank["end"]] == surface
    assert figures_of(report) == [(surface, None), WATER]
    assert blank["indicator"].replace("同比", "") == indicator.replace("同比", "")


@pytest.mark.parametrize("text", ["竹林镇人民政府  2020年，", "目  录\n", "审  核：办公室\n", "达到标准  的村，"])
def test_a_gap_is_no_blank(text: str) -> None:
    assert figures_of(read(text, "{}")) == [WATER]
