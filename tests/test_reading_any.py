"""Whatever is written, each reader gives it back; whatever the bytes are, it reads or refuses them."""

import tempfile
from pathlib import Path

import pytest
from as_formats import FORMATS
from bad_files import docx, word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from write_pdf import set_paragraphs

from township_analysis import pipeline
from township_analysis.errors import TownshipError
from township_analysis.lang.script import aligned
from township_analysis.reading import Document, document_from_text, read_document

LETTERS = "全镇完成粮食播种面积增长农业经济社会年万亩元户人村一二三百全鎮糧畝麵積１２３％0123456789.%，。：；、（）“”"
WORDS = "全镇 粮食面积 1.2 万亩 ３００ 元 增长 8.5% 其中 ， 。 ； （ ） 麵積 畝 億 \u3000 \t \u202e 𠮷 *** 第三 2019年 一、 余 约 － 〇".split(
    " "
)
PIECES = ["<p>", "</p>", "<div class=nav>", "<table><tr><td>", "<td colspan=3>", "</table>", "<ol start=2><li>", "<!--", "-->", "<script>", "</script>", "<pre>", "&#x6751;", "<br", "全镇1.2万亩，", "增长8%。", "]]>", "<b hidden>", "\0"]  # fmt: skip
XML = ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "全镇1.2万亩", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "&#8;", "<w:br/>", "<w:numPr>"]  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
paragraphs = st.lists(
    st.text(alphabet=LETTERS, min_size=1, max_size=90).map(lambda text: f"全镇{text}。"), min_size=1, max_size=6
)


def read(name: str, data: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return read_document(path)


def read_or_refused(name: str, data: bytes) -> None:
    try:
        document = read(name, data)
    except TownshipError:
        return
    assert document.text.strip() and "\r" not in document.text
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.furniture)


@pytest.mark.parametrize("name", ["html", "gb.html", "docx"])
@given(lines=paragraphs)
@QUICK
def test_paragraphs_come_back(name: str, lines: list[str]) -> None:
    assert read(f"a.{name}", FORMATS[name](lines)).text.split("\n") == lines


@given(lines=paragraphs.filter(lambda lines: len(set(lines)) == len(lines)))
@QUICK
def test_every_character_of_a_pdf_comes_back(lines: list[str]) -> None:
    """pdfium takes a line that comes again right below (全镇啊啊啊啊) for the shadow of the first, and drops it.

    Where a paragraph of one line ends, its form does not always say: it is the characters that must be there.
    """
    text = read("a.pdf", set_paragraphs(lines, page_numbers=False)).text
    assert "".join(text.split()) == "".join("".join(lines).split())


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
@QUICK
def test_any_markup_of_a_page(pieces: list[str]) -> None:
    read_or_refused("a.html", ("<html><body>" + "".join(pieces)).encode())


@given(pieces=st.lists(st.sampled_from(XML), min_size=1, max_size=40))
@QUICK
def test_any_markup_of_a_document(pieces: list[str]) -> None:
    read_or_refused("a.docx", docx(word("".join(pieces))))


@given(
    data=st.binary(max_size=300),
    start=st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]),
)
@QUICK
def test_any_bytes(data: bytes, start: bytes) -> None:
    read_or_refused("a.txt", start + data)


@given(text=st.lists(st.sampled_from(WORDS), min_size=3, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_every_row_stands_where_it_says(text: str) -> None:
    """Offsets are into the text as it was written, whatever its script and width; every digit is in a row."""
    document = document_from_text(f"竹林镇2019年工作总结\n{text}。\n")
    report = pipeline.report_of(document, "a")
    figures, skipped = pipeline.extract(report)
    assert len(aligned(report.text)) == len(report.text)
    assert all(report.text[row["start"] : row["end"]] == row["surface"] for row in [*figures, *skipped])
    covered = {at for row in [*figures, *skipped] for at in range(row["start"], row["end"])}
    assert {at for at, character in enumerate(report.text) if character.isdigit()} <= covered


@pytest.mark.parametrize(
    "text", ["三次产业结构调整为8.3∶41.4∶50.3。", "2012.1-2013.12\t兴安县", "2019.12.311号", "关键词1234"]
)
def test_what_cuts_a_number_leaves_no_digit(text: str) -> None:
    figures, skipped = pipeline.extract(pipeline.report_of(document_from_text(text), "a"))
    rows = [*figures, *skipped]
    covered = {at for row in rows for at in range(row["start"], row["end"])}
    assert {at for at, character in enumerate(text) if character.isdigit()} <= covered
    assert len({row["start"] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", FORMATS)
def test_every_row_stands_where_it_says_in_real_reports(real_reports: Path, name: str) -> None:
    for path in sorted((real_reports / "reports").glob("*.txt")):
        lines = [line.strip() for line in read_document(path).text.split("\n") if line.strip()]
        report = pipeline.report_of(read(f"{path.stem}.{name}", FORMATS[name](lines)), path.stem)
        figures, skipped = pipeline.extract(report)
        assert len(figures) > 30
        assert all(report.text[row["start"] : row["end"]] == row["surface"] for row in [*figures, *skipped])


@pytest.mark.slow
def test_every_row_stands_where_it_says_in_the_corpus(real_reports: Path) -> None:
    import json

    for path in sorted((real_reports / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line:
                continue
            report = pipeline.report_of(document_from_text(json.loads(line)["text"]), "a")
            figures, skipped = pipeline.extract(report)
            assert len(aligned(report.text)) == len(report.text)
            assert all(report.text[row["start"] : row["end"]] == row["surface"] for row in [*figures, *skipped])
            covered = {at for row in [*figures, *skipped] for at in range(row["start"], row["end"])}
            assert {at for at, character in enumerate(report.text) if character.isdigit()} <= covered
