"""Plain texts: what the bytes are decoded to, which files of a folder are reports."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from township_analysis.errors import TownshipError
from township_analysis.lang.script import aligned
from township_analysis.reading import document_from_text, find_reports, read_document
from township_analysis.reading.decode import decode

TEXT = "竹林镇2019年工作总结\n全镇完成粮食播种面积1.2万亩，增长8.5%。\n"
TRADITIONAL = "洪山鎮2019年工作總結\n全鎮完成糧食播種面積1.2萬畝，增長8.5%。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (TEXT, "utf-8", "utf-8"),
        (TEXT, "utf-8-sig", "utf-8"),
        (TEXT, "utf-16", "utf-16-le"),
        (TEXT, "utf-16-le", "utf-16-le"),
        (TEXT, "utf-16-be", "utf-16-be"),
        (TEXT, "utf-32", "utf-32-le"),
        (TEXT, "gb18030", "gb18030"),
        (TEXT, "gbk", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TEXT + "𠮷㐂", "gb18030", "gb18030"),
        ("联通", "gbk", "gb18030"),  # valid in no other encoding, and short
        ("GDP 8.5%", "ascii", "utf-8"),
    ],
)
def test_encodings(text: str, encoding: str, told: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, told, 0)


@pytest.mark.parametrize(
    "declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "rot13", "no-such", "utf-16", "idna", ""]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_declared_encoding_is_believed_only_if_it_fits(encoding: str, declared: str) -> None:
    assert decode(TEXT.encode(encoding), declared=declared).text == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode()[:-2], TEXT[:-2] + "\ufffd"),  # broken off inside a character
        (TEXT.encode("gb18030") * 40 + b"\xff", TEXT * 40 + "\ufffd"),
        ("全镇\r\n总户数\r3200户\r\r\n".encode(), "全镇 \n总户数\n3200户\n \n"),
        ("\ufeff全镇\ufeff".encode(), "全镇\ufeff"),
        ("全镇\u2028总户数\x0c\x1b[31m3200户\u202e".encode(), "全镇\u2028总户数\x0c\x1b[31m3200户\u202e"),
    ],
)
def test_code_point_for_code_point(data: bytes, text: str) -> None:
    assert decode(data).text == text


COMMON = "的全镇完成粮食播种面积增长发展建设工作农业和经济社会年万亩元户人，。、“”（）12345.%\n "


@given(st.text(alphabet=COMMON, min_size=12), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
@settings(max_examples=300)
def test_any_text_of_common_characters_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
@settings(max_examples=500)
def test_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data).text, str)
    except TownshipError as error:
        assert error.rule in ("binary", "encoding")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1))
@settings(max_examples=200)
def test_spans_hold_in_any_text(text: str) -> None:
    document = document_from_text(text)
    assert document.text == text and len(aligned(text)) == len(text)
    for span in document.furniture:
        assert 0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_real_reports_in_every_encoding(real_reports: Path, tmp_path: Path, encoding: str) -> None:
    for original in sorted((real_reports / "reports").glob("*.txt")):
        text = original.read_bytes().decode("utf-8").replace("\r\n", " \n")
        if encoding == "big5hkscs":
            import opencc

            text = opencc.OpenCC("s2t").convert(text).encode(encoding, "ignore").decode(encoding)
        path = tmp_path / original.name
        path.write_bytes(text.encode(encoding))
        assert read_document(path).text == text


def test_metadata_and_path(tmp_path: Path) -> None:
    path = tmp_path / "名字'\"\n<b>.txt"
    path.write_bytes(TEXT.encode())
    document = read_document(path)
    assert (document.format, document.encoding, document.path) == ("txt", "utf-8", str(path))
    assert document.sha256 and len(document.sha256) == 64


def test_format_is_told_by_the_content(tmp_path: Path) -> None:
    for name, content, told in [
        ("a.html", TEXT, "txt"),
        ("a.txt", f"<!DOCTYPE html><p>{TEXT}", "html"),
        ("b.txt", f"<script>alert(1)</script><p>{TEXT}</p>", "html"),
        ("c.txt", f"{TEXT}<b>粗</b>", "txt"),
        ("d.docx", TEXT, "txt"),
        ("BMW.txt", f"BM{TEXT}", "txt"),
    ]:
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert read_document(tmp_path / name).format == told, name


def test_find_reports(tmp_path: Path) -> None:
    raw, outside = tmp_path / "raw", tmp_path / "outside"
    for name in (
        "a.txt", "B.HTML", "sub/deep/a.txt", "sub/c.docx", "无后缀", "README", "README.md", "readme.txt", "sources.csv",
        "corrections.yml", "x.yaml", ".hidden", ".git/config.txt", "~$c.docx", "Thumbs.db", "desktop.ini", "c.docx~",
    ):  # fmt: skip
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text("全镇", encoding="utf-8")
    outside.mkdir()
    (outside / "secret.txt").write_text("密", encoding="utf-8")
    expected = ["B.HTML", "a.txt", "sub/c.docx", "sub/deep/a.txt", "无后缀"]
    if os.name == "posix":
        (raw / "out.txt").symlink_to(outside / "secret.txt")
        (raw / "folder").symlink_to(outside)
        (raw / "sub" / "circle").symlink_to(raw)
        (raw / "inside.txt").symlink_to(raw / "a.txt")
        expected.insert(2, "inside.txt")
    assert [path.relative_to(raw).as_posix() for path in find_reports(raw)] == expected
