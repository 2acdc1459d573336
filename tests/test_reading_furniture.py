"""Page furniture: what is marked, what never is, and what it says of the page."""

import json
from pathlib import Path

import pytest

from township_analysis.reading import Document, document_from_text, read_document
from township_analysis.reading.publication import iso_date

BODY = "过去一年，全镇完成粮食播种面积1.2万亩，增长8.5%，农民收入稳定增长。"
END = "在县委、县政府的领导下，全镇各项工作迈上了新台阶。"


def marked(document: Document) -> dict[str, str]:
    return {document.text[span.start : span.end]: span.reason for span in document.furniture}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("示例文本（据公开数据改写，非原文，请勿引用）", "sample-note"),
        ("当前位置：首页 > 政务公开 > 竹林镇", "breadcrumb"),
        ("您现在的位置: 首页", "breadcrumb"),
        ("當前頁麵: 首頁 > 洪山鎮 > 規劃總結", "breadcrumb"),
        ("首页>>信息公开>>乡镇>>竹林镇", "breadcrumb"),
        ("发布时间: 2020-10-16 22:11 字体:[]", "meta-line"),
        ("来源:高峰镇人民政府 作者: 发布时间:2020-09-22 20:11:55 字体大小:", "meta-line"),
        ("【字体：大 中 小】", "meta-line"),
        ("索引号：431230/2020-001 发布机构：县溪镇 文号：无", "meta-line"),
        ("索 引 号:008421/2025-00012  文号:青政〔2025〕3号  浏览:286 次", "meta-line"),
        ("2022-01-20 16:47 浏览次数：128", "meta-line"),
        ("发布日期：2021年3月5日 | 点击数：95", "meta-line"),
        ("首页 | 政务公开 | 网站地图", "menu"),
        ("下载", "menu"),
        ("打印本页 关闭窗口", "menu"),
        ("分享到：朋友圈", "share"),
    ],
)
def test_head(line: str, reason: str) -> None:
    assert marked(document_from_text(f"{line}\n竹林镇2019年工作总结\n{BODY}\n{END}")) == {line: reason}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("扫一扫在手机打开当前页", "share"),
        ("相关文档:", "footer"),
        ("上一篇：竹林镇2018年工作总结", "footer"),
        ("版权所有：某县人民政府 ICP备05000001号", "footer"),
        ("主办：某县人民政府办公室", "footer"),
        ("责任编辑：办公室", "meta-line"),
        ("（来源：某县人民政府网）", "meta-line"),
        ("如若转载,请注明出处:https://www.example.com/59192.html", "reprint"),
        ("原文链接：https://www.example.com/59192.html", "reprint"),
        ("声明：本站文章均来自网络，版权归作者所有。", "footer"),
        ("关闭 打印", "menu"),
        ("联系电话：0000-1234567", "footer"),
    ],
)
def test_tail(line: str, reason: str) -> None:
    assert marked(document_from_text(f"竹林镇2019年工作总结\n{BODY}\n{END}\n{line}\n")) == {line: reason}


def test_all_below_the_links_of_a_page_is_furniture() -> None:
    lines = ["相关稿件", "洪山镇2018年总结", "县政府召开会议", "地址：某县某路1号"]
    spans = marked(document_from_text("\n".join([BODY, END, *lines])))
    assert spans == dict.fromkeys(lines, "footer")


@pytest.mark.parametrize(
    "lines",
    [
        [BODY, "来源：自筹资金30万元", END],
        [BODY, "时间：3月至6月", END],
        [BODY, "二维码应用", END],
        [BODY, "下一篇章", END],
        [BODY, "首页建设 > 栏目建设 > 内容建设", END],
        [BODY, "关闭", END],
        [BODY, "一、农业", BODY.replace("粮食", "油料"), "一、农业", END],
        ["一、农业", BODY, "二、工业", END, "三、下一步打算", "（一）加强领导"],
        [BODY, END, "竹林镇人民政府", "2020年1月5日"],
        [BODY, "指标\t数量", "粮食\t4750吨", "来源\t年报"],
        ["各位代表：", BODY, "大", END],
    ],
)
def test_body_is_never_marked(lines: list[str]) -> None:
    assert marked(document_from_text("\n".join(lines))) == {}


def test_repeats_and_window_title() -> None:
    title = "2020年度高峰镇示范乡镇创建工作计划"
    text = f"古丈县人民政府-{title}\n{title}\n{title}\n{BODY}\n{END}\n{BODY}"
    reasons = [(span.reason, text[span.start : span.end]) for span in document_from_text(text).furniture]
    assert reasons == [("page-title", f"古丈县人民政府-{title}"), ("repeat", title), ("repeat", BODY)]


def test_template_tokens() -> None:
    text = f"一年来，关键词2克服困难，{{{{镇名}}}}完成关键词12产业。\n{END}"
    spans = document_from_text(text).furniture
    assert [(text[s.start : s.end], s.reason) for s in spans] == [
        ("关键词2", "template-token"),
        ("{{镇名}}", "template-token"),
        ("关键词12", "template-token"),
    ]


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("发布时间: 2020-10-16 22:11 字体:[]", {"published": "2020-10-16"}),
        (
            "来源:高峰镇人民政府 作者: 发布时间:2020-09-22 20:11",
            {"published": "2020-09-22", "source": "高峰镇人民政府"},
        ),
        ("发文日期：2019年12月1日 发布日期：2020年1月5日", {"published": "2020-01-05"}),
        ("发布时间：\n2026-02-09 09:45:30", {"published": "2026-02-09"}),
        ("信息来源：县溪镇 时间：2022/1/20", {"published": "2022-01-20", "source": "县溪镇"}),
        ("发布时间：2020-13-45", {}),
        ("当前位置：首页 > 2020-01-01", {}),
    ],
)
def test_what_the_page_says_of_itself(head: str, facts: dict[str, str]) -> None:
    assert document_from_text(f"{head}\n{BODY}\n{END}").metadata == facts


def test_address() -> None:
    text = f"{BODY}\n{END}\n如若转载，请注明出处：https://www.example.com/59192.html。"
    assert document_from_text(text).metadata == {"url": "https://www.example.com/59192.html"}


@pytest.mark.parametrize(
    ("last", "cut"),
    [
        (END, False),
        (END[:-1], True),
        ("推进法治政府建设,把政府", True),
        (f"{END}今年", True),
        ("（二）加强领导", False),
        ("竹林镇人民政府", False),
        ("二〇二〇年一月五日", False),
        ("让我们共同努力，为建设美好竹林而奋斗！", False),
        ("做到“两不愁三保障”", False),
        ("粮食\t4750吨", False),
        (f"{END[:-1]}\n相关文档:\n扫一扫在手机打开", True),
        (f"{END}\n相关文档:\n扫一扫在手机打开", False),
        ("让关键词2", False),
    ],
)
def test_breaks_off(last: str, cut: bool) -> None:
    assert document_from_text(f"{BODY}\n{last}").truncated is cut


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020年3月5日", "2020-03-05"),
        ("2020/3/5 8:00", "2020-03-05"),
        ("２０２０－０３－０５", "2020-03-05"),
        ("2020-02-30", None),
        ("", None),
    ],
)
def test_iso_date(written: str, day: str | None) -> None:
    assert iso_date(written) == day


def test_real_reports(real_reports: Path) -> None:
    read = {path.stem: read_document(path) for path in sorted((real_reports / "reports").glob("*.txt"))}
    assert [stem for stem, document in read.items() if document.truncated] == ["dachong-2023h1"]
    marks = {stem: [span.reason for span in document.furniture] for stem, document in read.items()}
    assert marks == {
        "dachong-2023h1": ["reprint"],
        "gaofeng-2020": ["page-title", "meta-line", "footer", "share", "menu"],
        "hongshan-2019": ["breadcrumb", "repeat", *["template-token"] * 6, "share", "footer"],
        "xianxi-2021": ["meta-line"],
        "zhulin-2019": [*["menu"] * 4, "meta-line"],
    }
    assert read["gaofeng-2020"].metadata == {"published": "2020-09-22", "source": "高峰镇人民政府"}
    assert read["dachong-2023h1"].metadata["url"].startswith("https://")


def test_no_sentence_of_the_corpus_is_furniture(real_reports: Path) -> None:
    files = [path.read_text(encoding="utf-8") for path in (real_reports / "corpus").glob("*.jsonl")]
    texts = [json.loads(line)["text"] for file in files for line in file.split("\n") if line]
    assert len(texts) > 50
    for text in texts:
        for span in document_from_text(text).furniture:
            assert span.end - span.start < 60 or span.reason == "repeat"
            assert "。" not in text[span.start : span.end]
