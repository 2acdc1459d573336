"""Make the sample reports of data/raw from the texts beside this script, each in the state that the web leaves it in.

    python tests/make_samples.py

One stays as it is (UTF-8), one becomes GB18030, one a page of a county's site, one a Word document with automatic
numbers, one a PDF in the traditional characters that a site's converter makes.
"""

import html
import io
import re
import zipfile
from functools import cache
from pathlib import Path

from write_pdf import set_paragraphs

TEXTS = Path(__file__).parent / "samples"
RAW = Path(__file__).resolve().parents[1] / "data" / "raw"
# What a converter writes that knows one traditional form for each character, whatever the word.
ONE_FORM = dict(zip("面里制系干松后扎准划", "麵裏製係乾鬆後紮準劃", strict=True))
TOKEN = "关键词2"  # a site's template was filled in after the conversion
NUMBERED = (re.compile(r"[一二三四五六七八九]、"), re.compile(r"\([一二三四五六七八九]\)"), re.compile(r"\d\.(?!\d)"))
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "(%2)"), ("decimal", "%3."))
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>{title}-某某侗族自治县人民政府</title>
<meta name="PubDate" content="2022-01-20 16:47">
<style>.article p {{ text-indent: 2em }}</style>
<script>var size = 16; function zoom(by) {{ document.querySelector(".article").style.fontSize = (size += by) + "px"; }}</script>
</head>
<body>
<p>{note}</p>
<div class="nav"><a href="#">网站首页</a><a href="#">政务公开</a><a href="#">政务服务</a><a href="#">互动交流</a></div>
<div class="breadcrumb">当前位置：<a href="#">首页</a> &gt; <a href="#">乡镇信息公开目录</a> &gt; <a href="#">县溪镇</a> &gt; 规划总结</div>
<div class="main">
<h1>{title}</h1>
<div class="info"><span>发布时间：2022-01-20 16:47</span>&nbsp;&nbsp;<span>信息来源：县溪镇人民政府</span>&nbsp;&nbsp;<span>字体：[<a href="javascript:zoom(4)">大</a> <a href="javascript:zoom(0)">中</a> <a href="javascript:zoom(-2)">小</a>]</span></div>
<div class="article">
{body}
</div>
<div class="code"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><p>扫一扫在手机打开当前页</p></div>
<div class="tools"><a href="javascript:print()">打印本页</a> <a href="javascript:close()">关闭窗口</a></div>
<p>上一篇：<a href="#">县溪镇2021年度部门预算公开</a></p>
<p>下一篇：<a href="#">县溪镇召开人居环境整治推进会</a></p>
</div>
<div class="footer"><p>主办：某某侗族自治县人民政府办公室　网站标识码：0000000000</p><p>版权所有 未经许可不得转载</p></div>
</body>
</html>
"""


def text_of(name: str) -> str:
    """The text of a sample as its author left it."""
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def paragraphs_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def as_gb18030(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("gb18030")


def as_page(text: str) -> bytes:
    """A page of a county's site, its furniture around the text."""
    note, title, *body = paragraphs_of(text)
    lines = (f"<p>{html.escape(line)}</p>" for line in body)
    return PAGE.format(note=note, title=title, body="\n".join(lines)).encode()


def as_traditional_pdf(text: str) -> bytes:
    """Pages with numbers, in machine-made traditional characters."""
    return set_paragraphs(map(converted, paragraphs_of(text)), viewable=True)


def converted(line: str) -> str:
    return TOKEN.join("".join(map(_traditional, part)) for part in line.split(TOKEN))


@cache
def _traditional(character: str) -> str:
    import opencc

    return ONE_FORM.get(character) or opencc.OpenCC("s2t").convert(character)


def as_numbered_docx(text: str) -> bytes:
    """A Word document whose numbers of headings and items stand in no text of the file."""
    import docx

    document, out = docx.Document(), io.BytesIO()
    _add_list(document)
    for line in paragraphs_of(text):
        level = next((i for i, number in enumerate(NUMBERED) if number.match(line)), None)
        paragraph = document.add_paragraph(line if level is None else NUMBERED[level].sub("", line, count=1))
        if level is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, 99
    document.save(out)
    return _undated(out.getvalue())


def _add_list(document) -> None:
    from docx.oxml import parse_xml

    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (form, text) in enumerate(LEVELS)
    )
    definition = f'<w:abstractNum xmlns:w="{WORDML}" w:abstractNumId="99"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    use = f'<w:num xmlns:w="{WORDML}" w:numId="99"><w:abstractNumId w:val="99"/></w:num>'
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(definition))
    numbering.append(parse_xml(use))


def _undated(data: bytes) -> bytes:
    """The same archive without the time of its making, so that it is the same on every day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


# name of the file: how it is made of the text with its stem
SAMPLES = {
    "zhulin-2019.txt": str.encode,
    "gaofeng-2020.txt": as_gb18030,
    "xianxi-2021.html": as_page,
    "dachong-2023h1.docx": as_numbered_docx,
    "hongshan-2019.pdf": as_traditional_pdf,
}


def main() -> None:
    for name, make in SAMPLES.items():
        (RAW / name).write_bytes(make(text_of(name.partition(".")[0])))
        print(f"data/raw/{name}")


if __name__ == "__main__":
    main()
