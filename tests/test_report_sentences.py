"""Sentences: where they end, what stays whole, and that nothing is lost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from township_analysis.lang.script import aligned
from township_analysis.reading.document import Span
from township_analysis.report.sections import find_sections
from township_analysis.report.sentences import sentence_spans, split_sentences


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split_sentences(aligned(text))]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("增长3.5%。投资1.2亿元。", ["增长3.5%。", "投资1.2亿元。"]),
        ("修路3.5公里;造林20亩;改厕8个。", ["修路3.5公里;造林20亩;改厕8个。"]),
        ("修路，造林，改厕。", ["修路，造林，改厕。"]),
        ("发放1,234元.惠及35人.", ["发放1,234元.", "惠及35人."]),
        ("真的完成了吗？完成了！", ["真的完成了吗？", "完成了！"]),
        ("真的完成了吗?完成了!", ["真的完成了吗?", "完成了!"]),
        ("共18个(含在建的。)村。", ["共18个(含在建的。)村。"]),
        ("落实“早发现。早帮扶。”工作机制。", ["落实“早发现。早帮扶。”工作机制。"]),
        ("他说：“完成了。”随后离开。", ["他说：“完成了。”", "随后离开。"]),
        ("落实《关于农业。若干意见》，造林20亩。", ["落实《关于农业。若干意见》，造林20亩。"]),
        ("开发“石门寨旅游。造林20亩。", ["开发“石门寨旅游。", "造林20亩。"]),
        ("一、工作回顾\n全年造林20亩", ["一、工作回顾", "全年造林20亩"]),
        ("  全年造林20亩。　\n\n  改厕8个。", ["全年造林20亩。", "改厕8个。"]),
        ("完成得怎么样？！很好。", ["完成得怎么样？！", "很好。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sections_cut_sentences_and_name_them() -> None:
    text = "一、2019年工作总结(一)农业发展。造林20亩。"
    sections = find_sections(text, "r", year=2019)
    found = split_sentences(text, sections=sections)
    assert [(text[s.start : s.end], s.section_id) for s in found] == [
        ("一、2019年工作总结", "r:s0"),
        ("(一)农业发展。", "r:s1"),
        ("造林20亩。", "r:s1"),
    ]


def test_furniture_is_marked_and_a_token_inside_is_not_enough() -> None:
    text = "来源：竹林镇\n关键词2全年造林20亩。"
    found = split_sentences(text, furniture=[Span(0, 6, "imprint"), Span(7, 11, "template-token")])
    assert [sentence.furniture for sentence in found] == [True, False]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="中1.。！？“”()《》\n ；，：", max_size=60))
def test_nothing_is_lost_and_nothing_overlaps(text: str) -> None:
    plain = aligned(text)
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(plain)]
    assert "".join(plain[start:end] for start, end in spans).split() == [] or spans
    inside = [place for start, end in spans for place in range(start, end)]
    assert inside == sorted(set(inside))
    assert all(place in set(inside) for place, character in enumerate(plain) if not character.isspace())
    assert spans == sentence_spans(plain, 0, len(plain))


@pytest.mark.parametrize("character", ["中", "1", "“", "(", "《", "。"])
def test_a_text_that_never_ends(character: str) -> None:
    began = time.perf_counter()
    split_sentences(character * 1_000_000)
    assert time.perf_counter() - began < 30
