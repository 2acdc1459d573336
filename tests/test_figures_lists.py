"""Names of figures that several things, or several values of one thing, share: lists, growth, ranks, breakdowns."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures in order.
NAMES: list[tuple[str, list[str]]] = [
    ("居民人均收入、财政收入达到2.1万元和860万元。", ["居民人均收入", "财政收入"]),
    ("城镇居民和农民收入分别增长8%和9.5%。", ["城镇居民收入增长", "农民收入增长"]),
    ("小麦、油菜籽产量达到4500吨和800吨。", ["小麦产量", "油菜籽产量"]),
    ("生猪存栏、出栏分别为320头和450头。", ["生猪存栏", "生猪出栏"]),
    ("核桃、花椒分别达2100亩、900亩。", ["核桃面积", "花椒面积"]),
    (
        "工业投资3亿元，总量、增速分别居全县第二和第五位。",
        ["工业投资", "工业投资总量全县排名", "工业投资增速全县排名"],
    ),
    ("其中一二三产增加值分别增长3%、6%、7%。", [f"第{n}产业增加值增长" for n in "一二三"]),
    ("城乡低保186户、302人。", ["城乡低保户数", "城乡低保人数"]),
    ("工业产值增长9%，达到3.2亿元。", ["工业产值增长", "工业产值"]),
    ("生产总值6亿元，按可比价计算增长9%。", ["生产总值", "生产总值增长"]),
    ("旅游收入800万元，受洪水影响下降6%。", ["旅游收入", "旅游收入下降"]),
    ("核桃基地1200亩，比上年多了140亩。", ["核桃基地", "核桃基地增加"]),
    (
        "税收增长6%，高于全县平均水平2个百分点，排全县第3。",
        ["税收增长", "税收增长高于全县平均水平", "税收增长全县排名"],
    ),
    ("政务处分5人（记过3人、记大过2人）。", ["政务处分人数", "政务处分记过人数", "政务处分记大过人数"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_figures_that_share_words_have_names_of_their_own(text: str, names: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [row["indicator"] for row in rows] == names
