"""Lines that were broken in the middle of sentences."""

import pytest

import township_analysis as ta
from township_analysis import read_text
from township_analysis.figures.extract import find_figures
from township_analysis.lang.numerals import BROKEN
from township_analysis.report.unwrap import unwrapped

WRAPPED = """某镇2021年工作总结
一年来，全镇大力发展生产，茶园面积扩大到1.2万亩，完成年产
量360吨，产值达4800万元，农民人均可支配收
入12363元，增长8%。新修村组公路
12公里，植树32万株。
一、加快产业结构调整，产业不断壮大
全镇建成蔬菜大棚126个，带动农户320户，发放农
业补贴86万元，改造卫生厕所
420座，安装路灯560盏。
"""


def test_words_are_whole_and_numbers_stay() -> None:
    plain = unwrapped(WRAPPED.replace(",", "，"))
    assert len(plain) == len(WRAPPED)
    assert [at for at, character in enumerate(plain) if character.isdigit()] == [
        at for at, character in enumerate(WRAPPED) if character.isdigit()
    ]
    assert f"年产量{BROKEN}360吨" in plain
    assert f"可支配收入{BROKEN}12363元" in plain
    assert "。\n一、加快产业结构调整，产业不断壮大\n全镇" in plain


def test_figures_of_wrapped_lines() -> None:
    rows = ta.read_text(WRAPPED).figures()
    assert rows["indicator"].tolist() == [
        "茶园面积", "茶园年产量", "茶园产值", "农民人均可支配收入", "农民人均可支配收入增长", "新修村组公路", "植树",
        "蔬菜大棚", "蔬菜大棚带动农户", "发放农业补贴", "改造卫生厕所", "安装路灯",
    ]  # fmt: skip
    assert all(WRAPPED[start:end] == surface for start, end, surface in rows[["start", "end", "surface"]].to_numpy())


def test_a_number_that_a_line_end_broke() -> None:
    text = WRAPPED.replace("12363元", "1\n2363元")
    assert 12363 in ta.read_text(text).figures()["value"].tolist()


def test_paragraphs_stay_as_they_are() -> None:
    text = "全镇发展生产，成效明显。\n一、抓产业，促增收\n建成茶园，面积1200亩。\n二、抓基础，强保障\n修路12公里，植树3万株。\n"
    assert unwrapped(text) == text


def test_pronunciations_are_left_out() -> None:
    rows = ta.read_text("鄉(xiāng)鎮(zhèn)企業(yè)總產值4508萬元，建設(shè)二十個(gè)村級活動室。").figures()
    assert rows[["indicator", "value"]].to_numpy().tolist() == [["乡镇企业总产值", 45080000], ["村级活动室", 20]]


@pytest.mark.parametrize("page", ["- 1 -", "—12—", "第3页", "第 3 页 共 5 页"])
def test_the_number_of_a_page_in_the_middle_of_a_sentence(page: str) -> None:
    report = read_text(
        "石桥镇2019年工作总结\n一、2019年工作回顾\n"
        f"各项存款余额达到3916万元，同比\n{page}\n增长21.3%，修建村道8公里，全镇农民收\n\n{page}\n\n入1873元。\n{page}\n二、2020年计划\n"
    )
    figures = [figure for figure, _ in find_figures(report)]
    assert [figure.name for figure in figures] == ["存款余额", "存款余额同比增长", "修建村道", "农民收入"]
    assert [section.role for section in report.sections][-1] == "plan"
    assert len(report.plain) == len(report.text)
