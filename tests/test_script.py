"""The aligned copy: the same length always, and the forms that all rules are written in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_analysis.lang.script import aligned, script_of

CASES = [
    # traditional characters that a machine made of simplified ones, character by character
    ("播種麵積", "播种面积"),
    ("五公裏", "五公里"),
    ("製度", "制度"),
    ("係列活動", "系列活动"),
    ("黨員乾部", "党员干部"),
    ("鬆木", "松木"),
    ("老麵面館", "老面面馆"),
    ("骨乾企業", "骨干企业"),
    ("恢複重建", "恢复重建"),
    ("台賬", "台账"),
    ("涉嚮", "涉向"),
    # converted by phrases, not by characters
    ("乾坤", "乾坤"),
    ("乾縣", "乾县"),
    ("瞭望塔", "瞭望塔"),
    ("隨著發展", "随着发展"),
    ("甚麼", "什么"),
    # variants and look-alikes that OpenCC leaves
    ("城门巿场", "城门市场"),
    ("⼈⺠", "人民"),
    ("債劵", "债券"),
    # width
    ("１．２万亩", "1.2万亩"),
    ("ＧＤＰ增长８．５％", "GDP增长8.5%"),
    ("（一）", "(一)"),
    ("1200㎡、5℃", "1200㎡、5℃"),
    ("①、②", "①、②"),
    # clause punctuation is full-width, number punctuation half-width
    ("你好,世界;好!吗?是:", "你好，世界；好！吗？是："),
    ("1,234.5万元,3户", "1,234.5万元，3户"),
    ("1，234户", "1,234户"),
    ("2018，2019年", "2018，2019年"),
    ("2019,2020,2021", "2019，2020，2021"),
    ("22:11:05 22：11", "22:11:05 22:11"),
    ("发布时间:2020-10-16", "发布时间：2020-10-16"),
    ("http://a.cn/x.html", "http://a.cn/x.html"),
    ("完成任务.下一步", "完成任务。下一步"),
    ("1.加强 一.加强", "1.加强 一.加强"),
    ("努力...前进", "努力...前进"),
    # ranges
    ("85%—90%", "85%-90%"),
    ("1000－1500", "1000-1500"),
    ("2～3户", "2-3户"),
    ("2019——2020", "2019--2020"),
    ("目标——小康", "目标——小康"),
    ("−4.1", "-4.1"),
    # quotes
    ('"平安洪山"的"新格局"', "“平安洪山”的“新格局”"),
    ('狠抓"六稳工作', '狠抓"六稳工作'),
    ('狠抓 "六稳工作', "狠抓 “六稳工作"),
    ("「平安」", "“平安”"),
    ("‚平安‛", "“平安”"),
    # spaces, invisible characters; the line feed stays
    ("达到\u3000\xa0\u2003万元\t\n", "达到   万元 \n"),
    ("12\u200b3", "12 3"),
    ("\u202e反", " 反"),
    # years and digits of other scripts
    ("二○一九年", "二〇一九年"),
    ("二OO八年", "二〇〇八年"),
    ("٣户", "3户"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "plain"), CASES)
def test_aligned(written: str, plain: str) -> None:
    assert aligned(written) == plain


@given(st.text())
def test_aligned_keeps_the_length_of_any_text(text: str) -> None:
    assert len(aligned(text)) == len(text)


TELLING = '麵積乾坤瞭望裏,，.:："“()（）１2３%％—～ \u3000\n一○二年傢俱著藉鍾﹐⺠\U0002f800\u200b'


@given(st.text(alphabet=TELLING, max_size=60))
def test_aligned_keeps_length_and_lines_and_is_stable(text: str) -> None:
    plain = aligned(text)
    assert len(plain) == len(text)
    assert [i for i, c in enumerate(plain) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@given(st.text(alphabet=TELLING, max_size=30), st.text(alphabet=TELLING, max_size=30))
def test_offsets_found_in_the_copy_hold_in_the_text(before: str, after: str) -> None:
    text = f"{before}糧食產量１２３４噸{after}"
    start = aligned(text).index("粮食产量")
    assert start in (len(before), text.find("糧食產量"))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("全镇粮食播种面积", "hans"),
        ("全鎮糧食播種麵積", "hant"),
        ("公裏", "hant"),
        ("2019", "hans"),
        ("", "hans"),
        ("全镇发展；出版《說文》", "hans"),
    ],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script


def test_the_real_reports(real_reports: Path) -> None:
    paths = sorted((real_reports / "reports").glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    assert [stem for stem, text in texts.items() if script_of(text) == "hant"] == ["hongshan-2019"]
    for text in texts.values():
        assert len(aligned(text)) == len(text)
    assert "面积" in aligned(texts["hongshan-2019"])
