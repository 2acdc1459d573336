"""Reports that try to act: markup, scripts, formulas, terminal escapes, overrides of direction, characters not seen."""

import html
from pathlib import Path

from as_formats import as_docx

SCRIPT = "<script>document.title='evil';alert(1)</script>"
IMAGE = '<img src="http://evil.example/a.png" onerror="alert(2)">'
BREAKOUT = "\"'></td></table></pre>--><svg onload=alert(3)>"
TEMPLATE = "{{7*7}}${alert(4)}</script><iframe src=javascript:alert(5)></iframe>"
FORMULA = "=cmd|' /C calc'!A0"
ESCAPE = "\x1b]0;evil\x07\x1b[31m\x9b2J"
OVERRIDE = "\u202e\u2066"
UNSEEN = "\u200b\u200d\ufeff"
HOMOGLYPHS = "農村居民人均可支配收入Ａ\u0430\u0435\u043e"
ACTIVE = "\x1b\x07\x9b\u202e\u2066"  # what a terminal or a line of text would obey

REPORT = """竹林镇{year}年<img src=x onerror=alert(0)>工作总结和{next}年工作计划
发布时间：{year}-12-30 来源：竹林镇{IMAGE}

一、{year}年工作回顾{BREAKOUT}
（一）{SCRIPT}农业
全镇{SCRIPT}总户数4200户，总人口16800人。农业总产值7400万元，增长4.8%。东岭村{IMAGE}茶园{TEMPLATE}1.2万亩{OVERRIDE}，{ESCAPE}粮食产量{UNSEEN}4700吨。
{FORMULA}投资300万元，其中{BREAKOUT}公路12公里、{HOMOGLYPHS}8000元。@SUM村水渠3公里，+1+2项目5个，-2+3项目6个。
{IMAGE}总收入达到了    万元。年末生猪存栏5000头{SCRIPT}；{TEMPLATE}危房改造30户。
指标{SCRIPT}	单位	数量
{FORMULA}茶叶产量	吨	120
{IMAGE}油菜产量	吨	{OVERRIDE}90
二、存在的问题{SCRIPT}
一是{BREAKOUT}产业规模不大，龙头企业带动能力不强。二是部分水利设施年久失修{ESCAPE}。
三、{next}年工作计划
力争{TEMPLATE}粮食产量达到4800吨，农村居民人均可支配收入达到{FORMULA}9900元{IMAGE}，改造危房30户。
原文链接：https://evil.example/"onmouseover="alert(6)
"""
PARTS = {
    "SCRIPT": SCRIPT, "IMAGE": IMAGE, "BREAKOUT": BREAKOUT, "TEMPLATE": TEMPLATE, "FORMULA": FORMULA, "ESCAPE": ESCAPE,
    "OVERRIDE": OVERRIDE, "UNSEEN": UNSEEN, "HOMOGLYPHS": HOMOGLYPHS,
}  # fmt: skip
NAMES = ("=1+1<img src=x onerror=alert(7)>\u202e.txt", "'\"><svg onload=alert(8)>\x1b[31m.docx", "report.html")


def text_of(year: int) -> str:
    return REPORT.format(year=year, next=year + 1, **PARTS)


def raw_hostile(folder: Path) -> Path:
    """A folder with three such reports of one township: a text, a Word document, a page that also has a script."""
    folder.mkdir(parents=True)
    first, second, third = (folder / name for name in NAMES)
    first.write_text(text_of(2019), encoding="utf-8")
    word = "".join(c for c in text_of(2020) if c >= " " or c in "\n\t")  # XML has no other control characters
    second.write_bytes(as_docx(word.split("\n")))
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text_of(2021).split("\n"))
    third.write_text(
        f"<html><head><title>{SCRIPT}</title></head><body onload=alert(9)>{SCRIPT}{body}{IMAGE}</body>",
        encoding="utf-8",
    )
    lines = [f'"{name.replace(chr(34), chr(34) * 2)}",522627112,{2019 + i},,' for i, name in enumerate(NAMES)]
    (folder / "sources.csv").write_text(
        "\n".join(["file,township_code,period,url,retrieved", *lines]), encoding="utf-8"
    )
    return folder
