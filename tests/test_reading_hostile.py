"""Texts made to hold up a matcher: whatever repeats, reading takes time in proportion to the length."""

import contextlib
import time
from pathlib import Path

import pytest

from township_analysis.errors import TownshipError
from township_analysis.lang.script import aligned
from township_analysis.reading import document_from_text, read_document
from township_analysis.reading.publication import published_facts

PIECES = [
    "-", "——", "1，111", "1，1111，", "：", ".", '"', "\t", " ", "　", "。", ">", "首页>", " > ", "时间：x ", "来源：", "法定主动公开内容",
    "打印本页", "大", "关键词2", "{{", "{a", "*", "_", "达到  万元", "转载", "ICP备", "https://", "当前位置：", "<", "<!--", "<!---->", "<div ",
    "<?xml ", "</body", "〇○", "2019年", "1", "一、", "裏", "𠮷", "\u200b", "\n", "扫一扫", "相关文档：", "上一篇\n", "来源：\n", "首页\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "shape", ["{}", "时间：{}。", "首页{}。", "全镇{}万元", "{}\n全镇完成粮食播种面积1.2万亩，增长。\n{}"]
)
def test_lines_of_repeats(tmp_path: Path, piece: str, shape: str) -> None:
    start = time.perf_counter()
    for times in (20, 60, 400 // len(piece), 5_000):
        repeated = (piece * times)[: 400 if times < 5_000 else None]
        text = shape.replace("{}", repeated)
        document = document_from_text(text)
        published_facts(text, document.furniture)
        assert len(aligned(text)) == len(text)
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        with contextlib.suppress(TownshipError):
            read_document(path)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "\n",
        "a",
        "A1",
        "ab-",
        "1",
        "1.",
        "1-",
        "一",
        "一、",
        "村",
        "（",
        "“",
        "12万亩，",
        "2019年",
        "达到",
        "东岭村",
        "0 ",
    ],
)
def test_every_step_takes_time_in_proportion(piece: str) -> None:
    """With a step whose time grows by the square, 60,000 characters would take minutes."""
    from township_analysis import pipeline

    text = ("全镇工作" + piece * 60_000)[:60_000]
    start = time.perf_counter()
    pipeline.extract(pipeline.report_of(document_from_text(text), "a"))
    assert time.perf_counter() - start < 20


FIGURES = "全镇新建水渠3.5公里，改造危房120户，粮食产量达到9500吨，增长6.5%，2019年投资30万元，"


def test_a_stretch_without_an_end_is_cut_where_a_sentence_would_be_too_long() -> None:
    from township_analysis import pipeline

    rows, _ = pipeline.extract(pipeline.report_of(document_from_text(FIGURES * 200), "a"))
    assert len(rows) == 5 * 200
    assert max(len(row["sentence"]) for row in rows) < 900
    assert len({row["sentence"] for row in rows}) < 50  # one string for all the figures of a sentence


@pytest.mark.slow  # shaky beside other work
@pytest.mark.parametrize(
    "piece",
    [
        FIGURES, "2019年120户", "12户、", "12户35人", "12户；其中", "（12户", "（12户）", "“12户", "占35%的", "分别增长3%、4%，",
        "为12户解决3处，", "东岭村、西岭村2个村12户，", "新建某某大桥3公里，",
    ],
)  # fmt: skip
def test_figures_without_an_end_cost_no_more_each(piece: str) -> None:
    from township_analysis import pipeline

    def seconds(characters: int) -> float:
        document = document_from_text((piece * characters)[:characters])
        start = time.process_time()
        pipeline.extract(pipeline.report_of(document, "a"))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 12 * seconds(5_000)


@pytest.mark.slow  # shaky beside other work
def test_time_grows_with_the_length_only() -> None:
    def seconds(lines: int) -> float:
        text = "\n".join(f"发布时间：2020-10-{i % 28 + 1} 来源：第{i}村" for i in range(lines))
        start = time.perf_counter()
        document_from_text(text)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(40_000) < 30 * max(seconds(4_000), 0.01)
