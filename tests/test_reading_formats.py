"""The same report in every format gives the same paragraphs; what each format has of its own comes out as a reader sees it."""

import io
from pathlib import Path

import pytest
from as_formats import FORMATS, as_old_office
from bad_files import docx, word
from write_pdf import Drawn, Rule, set_paragraphs, write_pdf

from township_analysis.reading import Document, read_document, read_safely

REPORT = """竹林镇2019年工作总结及2020年工作计划
一、主要工作完成情况
（一）农业生产。全镇完成粮食播种面积1.2万亩，总产量4750吨，增长8.5%；生猪存栏5075头，“一减四增”调减玉米400亩，蜂存箱300群，全年出栏商品猪1.3万头，出栏家禽35万羽，出栏牛180头。
全年投入资金464.8万元，农民人均纯收入达到8668元。新建GDP项目3个（其中：公路2条12.5公里，桥梁1座），受益群众1429户5168人，17个村脱贫出列。
二、2020年工作计划
明年力争完成种植面积2万亩以上，实现人均收入增长10%。"""


def paragraphs_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def body_of(document: Document) -> list[str]:
    """The lines that no reader of a format has set apart."""
    apart = {(span.start, span.end) for span in document.furniture if span.reason in ("page-number", "running-head")}
    lines, start = [], 0
    for line in document.text.split("\n"):
        if (start, start + len(line)) not in apart:
            lines.append(line)
        start += len(line) + 1
    return lines


@pytest.mark.parametrize("name", FORMATS)
def test_same_paragraphs_in_every_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"report.{name}"
    path.write_bytes(FORMATS[name](paragraphs_of(REPORT)))
    document = read_safely(path)
    assert document.format == name.split(".")[-1]
    assert body_of(document) == paragraphs_of(REPORT)
    assert document == read_document(path)


@pytest.mark.parametrize("name", FORMATS)
def test_real_reports_have_the_same_paragraphs_in_every_format(real_reports: Path, tmp_path: Path, name: str) -> None:
    originals = sorted((real_reports / "reports").glob("*.txt"))
    assert len(originals) >= 5
    for original in originals:
        paragraphs = paragraphs_of(read_document(original).text)
        path = tmp_path / f"{original.stem}.{name}"
        path.write_bytes(FORMATS[name](paragraphs))
        document = read_document(path)
        assert body_of(document) == paragraphs, original.stem
        assert document.truncated == read_document(original).truncated


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_old_documents_by_way_of_libre_office(tmp_path: Path, kind: str) -> None:
    data = as_old_office(paragraphs_of(REPORT), kind, tmp_path)
    if data is None:
        pytest.skip("there is no LibreOffice Writer on this machine")
    path = tmp_path / f"report.{'wps' if kind == 'doc' else kind}"
    path.write_bytes(data)
    document = read_safely(path)
    assert document.format == "docx"
    assert document.text.split("\n") == paragraphs_of(REPORT)


HTML = [
    ("<p>全镇<b>1.2</b>万亩</p>", "全镇1.2万亩"),
    ("<p>全镇\n   总户数</p><p>3200\n户</p>", "全镇总户数\n3200户"),
    ("<p>in\nall 3200</p><div>户</div>", "in all 3200\n户"),
    ("<p>全镇&nbsp;&#51;&#x32;00户&amp;&lt;b&gt;</p>", "全镇\xa03200户&<b>"),
    ("一<br>二<br/>三", "一\n二\n三"),
    ("<p>见<script>alert('全镇')</script><style>p{}</style><!-- 注 -->此</p>", "见此"),
    ("<p>见<span style='display:none'>99</span><i hidden>98</i>此</p>", "见此"),
    ("<p>见<span style='font-size: 0'>99</span><span style='font-size:0.9em'>98</span></p>", "见98"),
    ("<table><tr><td>粮食<td>吨<td>12</tr><tr><td>油料</td><td>吨</td><td></td></table>", "粮食\t吨\t12\n油料\t吨\t"),
    ("<table><tr><th rowspan=2>粮食<td>1<td>2<tr><td>3<td>4</table>", "粮食\t1\t2\n\t3\t4"),
    ("<table><tr><td colspan=2>粮食<td>1</table>", "粮食\t\t1"),
    ("<table><tr><td><p>一</p><p>二</p><td>3</table>", "一 二\t3"),
    ("<table><tr><td><table><tr><td>甲<td>乙</table><p>正文一。</p><td>侧</table>", "甲\t乙\n正文一。\n侧"),
    ("<ol><li>甲事<li>乙事</ol><ul><li>丙事</ul>", "1. 甲事\n2. 乙事\n丙事"),
    ("<ol start=3><li>丙事<li>(二)丁事</ol>", "3. 丙事\n(二)丁事"),
    ("<pre>甲  乙\n丙</pre>", "甲  乙\n丙"),
    ("<table><caption>表一</caption><tr><td>甲<td>乙</table>", "表一\n甲\t乙"),
    ("<html><body><p>正文</p></body></html><p>其后</p>", "正文\n其后"),
    ("<p>达到&nbsp;&nbsp;&nbsp;万元</p>", "达到\xa0\xa0\xa0万元"),
    ("<img src=x onerror=alert(1) alt=全镇><p>正文", "正文"),
    ("<p>正文<iframe src='http://a.cn'>内</iframe><noscript>无</noscript></p>", "正文"),
    ("<p>&#55296;正&#0;文&#13;完</p>", "\ufffd正\ufffd文 完"),
]


@pytest.mark.parametrize(("page", "text"), HTML)
def test_html(tmp_path: Path, page: str, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{page}", encoding="utf-8")
    assert read_document(path).text == text


PAGE = """<html><head><title>竹林镇2019年工作总结-某县人民政府</title><meta name="PubDate" content="2020-10-16 22:11">
<meta name="ContentSource" content="竹林镇人民政府"><link rel="canonical" href="https://example.gov.cn/a.html"></head><body>
<div class="nav"><a href="/">首页</a><a href="/a">公开</a></div><ul><li><a href="/b">通知公告</a></li></ul>
<h1>竹林镇2019年工作总结</h1><p>全镇完成粮食播种面积1.2万亩，增长8.5%。</p><p><a href="/x">附表</a></p>
<p>全年投入资金464.8万元，<a href="/c">农民人均纯收入</a>达到8668元。</p><ul><li><a href="/d">竹林镇要闻</a></li></ul>
<div id="footer"><p>某县人民政府主办</p></div></body></html>"""


def test_page_furniture_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gb18030"))
    document = read_document(path)
    marked = {document.text[span.start : span.end]: span.reason for span in document.furniture}
    assert marked == {
        "首页公开": "navigation",
        "通知公告": "links",
        "竹林镇要闻": "links",
        "某县人民政府主办": "navigation",
    }
    assert document.encoding == "gb18030"
    assert document.metadata == {
        "title": "竹林镇2019年工作总结",
        "published": "2020-10-16",
        "source": "竹林镇人民政府",
        "url": "https://example.gov.cn/a.html",
    }


def test_what_holds_sentences_is_no_navigation(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<div class='nav content'><h2>一、农业</h2><p>全镇完成粮食播种面积1.2万亩，增长8.5%。</p></div>",
        encoding="utf-8",
    )
    assert read_document(path).furniture == ()


def runs(*texts: str) -> str:
    return "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)


def paragraph(inner: str, numbered: tuple[int, int] | None = None) -> str:
    properties = (
        ""
        if numbered is None
        else (f'<w:pPr><w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr></w:pPr>')
    )
    return f"<w:p>{properties}{inner}</w:p>"


BOX = '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r>'
TABLE = "<w:tbl>{}</w:tbl>"
WORD = [
    (paragraph(runs("全镇1.", "2万亩")), "全镇1.2万亩"),
    (paragraph(f"<w:ins>{runs('加50户')}</w:ins><w:del><w:r><w:delText>减60户</w:delText></w:r></w:del>"), "加50户"),
    (paragraph(f"<w:moveTo>{runs('移来')}</w:moveTo><w:moveFrom>{runs('移走')}</w:moveFrom>"), "移来"),
    (paragraph(f"<w:hyperlink>{runs('链接')}</w:hyperlink><w:smartTag>{runs('标记')}</w:smartTag>"), "链接标记"),
    (paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + runs("见")), "见"),
    (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + runs("见")), "见"),
    (paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"), "甲\n乙\t丙"),
    (paragraph(runs("前") + BOX.format(f"<w:txbxContent>{paragraph(runs('框中'))}</w:txbxContent>") + runs("后")), "前后\n框中"),
    (f"<w:sdt><w:sdtContent>{paragraph(runs('控件'))}</w:sdtContent></w:sdt>", "控件"),
    (TABLE.format("".join(f"<w:tr><w:tc>{paragraph(runs(a))}</w:tc><w:tc>{paragraph(runs(b))}</w:tc></w:tr>" for a, b in (("户数", "3200"), ("人口", "")))), "户数\t3200\n人口\t"),
    (TABLE.format(f"<w:tr><w:tc>{paragraph(runs('一'))}{paragraph(runs('二'))}</w:tc></w:tr>"), "一\n二"),
    (paragraph(runs("甲"), (1, 0)) + paragraph(runs("乙"), (1, 0)), "一、甲\n二、乙"),
    (paragraph(runs("甲"), (1, 0)) + paragraph(runs("子"), (1, 1)) + paragraph(runs("丑"), (1, 1)) + paragraph(runs("乙"), (1, 0)) + paragraph(runs("寅"), (1, 1)), "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅"),
    (paragraph(runs("甲"), (2, 0)) + paragraph("") + paragraph(runs("乙"), (2, 0)), "5. 甲\n6. 乙"),
    (paragraph(runs("甲"), (1, 0)) + paragraph(runs("乙"), (0, 0)), "一、甲\n乙"),
    ('<w:p><w:pPr><w:pStyle w:val="Child"/></w:pPr>' + runs("甲") + "</w:p>", "①甲"),
]  # fmt: skip
NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num></w:numbering>"""
STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:styleId="Base"><w:basedOn w:val="Child2"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Child"><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Child2"><w:basedOn w:val="Child"/></w:style>
</w:styles>"""


@pytest.mark.parametrize(("body", "text"), WORD)
def test_docx(tmp_path: Path, body: str, text: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx(word(body), numbering=NUMBERING, styles=STYLES))
    assert read_document(path).text == text


def test_docx_headers_footers_and_notes(tmp_path: Path) -> None:
    def root(name: str, inner: str) -> str:
        return word("").replace("w:document", f"w:{name}").replace("<w:body></w:body>", inner)

    path = tmp_path / "report.docx"
    path.write_bytes(
        docx(
            word(paragraph(runs("全镇完成粮食播种面积1.2万亩。"))),
            header1=root("hdr", paragraph(runs("竹林镇文件"))),
            footer1=root("ftr", paragraph(runs("- 3 -"))),
            footnotes=root(
                "footnotes",
                f'<w:footnote w:type="separator"/><w:footnote>{paragraph(runs("注：含杂粮。"))}</w:footnote>',
            ),
        )
    )
    document = read_document(path)
    assert document.text == "竹林镇文件\n全镇完成粮食播种面积1.2万亩。\n注：含杂粮。\n- 3 -"
    assert [document.text[s.start : s.end] for s in document.furniture] == ["竹林镇文件", "- 3 -"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (1006, "chineseCounting", "一千零六"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "ideographDigital", "二〇"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (13, "ideographZodiac", "子"),
        (4, "decimalFullWidth", "４"),
        (7, "decimalZero", "07"),
        (4, "upperRoman", "IV"),
        (2024, "lowerRoman", "mmxxiv"),
        (28, "lowerLetter", "bb"),
        (3, "unheard-of", "3"),
    ],
)  # fmt: skip
def test_numbers_of_lists(number: int, form: str, written: str) -> None:
    from township_analysis.reading.numbering import formatted

    assert formatted(number, form) == written


def read_pdf_bytes(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    return read_document(path)


def test_pdf_sets_page_numbers_and_running_heads_apart(tmp_path: Path) -> None:
    paragraphs = [f"第{i}段：" + "全镇完成粮食播种面积1.2万亩，增长8.5%，" * 12 + "完成。" for i in range(20)]
    document = read_pdf_bytes(tmp_path, set_paragraphs(paragraphs, head="竹林镇人民政府文件"))
    assert body_of(document) == paragraphs
    reasons = [span.reason for span in document.furniture]
    assert reasons.count("running-head") == reasons.count("page-number") >= 3


def table_pdf() -> bytes:
    texts = [Drawn(96, 760, "全镇主要指标完成情况如下表所示。")]
    texts += [
        Drawn(80 + 150 * c, 705 - 30 * r, t)
        for r, row in enumerate((("指标", "数量"), ("粮食产量", "4750吨")))
        for c, t in enumerate(row)
    ]
    lines = [Rule(72, 725 - 30 * r, 372, 725 - 30 * r) for r in range(3)] + [
        Rule(72 + 150 * c, 725, 72 + 150 * c, 665) for c in range(3)
    ]
    return write_pdf([[*texts, *lines, Drawn(96, 640, "以上数据来自年报，全部核对无误。")]])


def test_pdf_table(tmp_path: Path) -> None:
    document = read_pdf_bytes(tmp_path, table_pdf())
    assert (
        document.text
        == "全镇主要指标完成情况如下表所示。\n指标\t数量\n粮食产量\t4750吨\n以上数据来自年报，全部核对无误。"
    )


def test_pdf_table_whose_font_pdfminer_takes_for_another(tmp_path: Path) -> None:
    data = table_pdf().replace(b"/Identity-H /ToUnicode", b"/UniGB-UCS2-H /ToUnicode").replace(b"(Identity)", b"(GB1)")
    text = read_pdf_bytes(tmp_path, data).text
    assert "粮食产量" in text and "4750吨" in text and "\t" not in text


def test_pdf_title_of_two_lines(tmp_path: Path) -> None:
    title = [Drawn(120, 780, "竹林镇2019年政府工作总结及2020", 20), Drawn(220, 752, "年工作计划", 20)]
    body = [Drawn(96, 700 - 20 * i, f"第{i}项工作全面完成，群众满意。") for i in range(9)]
    text = read_pdf_bytes(tmp_path, write_pdf([[*title, *body]])).text
    assert text.split("\n")[:2] == ["竹林镇2019年政府工作总结及2020年工作计划", "第0项工作全面完成，群众满意。"]


def test_pdf_joins_numbers_with_their_units(tmp_path: Path) -> None:
    lines = ["全镇总户数为" + "一" * 29 + "32", "00户，人口1.2", "万人。"]
    page = [Drawn(96 if i == 0 else 72, 700 - 20 * i, line) for i, line in enumerate(lines)]
    full = [Drawn(72, 600 - 20 * i, "实" * 37) for i in range(6)]
    text = read_pdf_bytes(tmp_path, write_pdf([[*page, *full]])).text
    assert "3200户，人口1.2" in text


def test_reading_needs_no_python_docx(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = tmp_path / "report.docx"
    path.write_bytes(FORMATS["docx"](paragraphs_of(REPORT)))
    code = "import sys; from township_analysis.reading import read_document as r; r(sys.argv[1]); print('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    assert io.BytesIO(path.read_bytes()).read(2) == b"PK"
