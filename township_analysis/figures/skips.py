"""Numbers that measure nothing: identifiers, numbering, slogans, names, dates written as digits."""

import re
from functools import cache

from township_analysis.lang.tables import load_table
from township_analysis.reading.document import Span

_CN = "一二三四五六七八九十百零〇"
_LETTER_UNITS = r"(?:[kcm]?m[23²³]?|k?g|t|[kKMG]?W|[kK]W[hH]|[kK]V?A?|TEU|KM|KG)(?![A-Za-z\d])"
_ORDINAL_OF = "届批轮章条款次阶段季集期卷版线组产代道步块者步层议临梯类人个"

#: Every shape and slogan begins with one of these characters; what stands before it is a look-behind.
_BEGINS = r"[0-9A-Za-z一二三四五六七八九十百千万两双零〇“\"《〔\[【(①-⒛㈠-㈩第其关*×xX \t]"

#: Shapes of numbers that are no figures, with the reason; earlier ones win.
_SHAPES: list[tuple[str, str]] = [
    (r"https?://\S+|www\.\S+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+", "identifier"),
    (r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?|(?<!\d)\d{1,2}:\d\d(?::\d\d)?", "date"),
    (r"[〔\[【(](?:19|20)\d\d[〕\]】)]第?\d+号", "identifier"),
    (r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{3,4}-\d{7,8}|400-?\d{3}-?\d{4})(?!\d)", "identifier"),
    (r"(?:(?<=[话线真编码号案][：: ])|(?<=[话线真编码号案]))\d[\d-]{4,}", "identifier"),
    (r"(?<!\d)(?:12345|12348|12315|12388|12369|12356|12329|12333|12309|110|119|120|122)(?=[^\d.,]{0,4}(?:热线|平台|电话|指挥|接处警|投诉|举报|工单|服务))", "identifier"),
    (r"[GSXYC]\d{1,4}(?:[国省县乡]道|线|高速)?|\d{2,4}(?:国道|省道|县道|乡道|线(?=[^路杆]))|(?<=[国省县乡]道)\d{2,4}", "identifier"),
    (r"第?\d+(?:号)(?:线|楼|地块|井|桥|台风|文件?|令|院|馆|机组|公路|码头|泊位|矿|墓|坑|公告|渠|热线|城区|商业|通知)?", "identifier"),
    (r"(?<!\d)\d{6,8}(?=[^\d，。；、.]{0,8}(?:案|专案|案件|行动|项目代码))", "identifier"),
    (r"[“\"《]\d{1,2}[.·•]\d{1,2}[^”\"》]{0,10}[”\"》]|(?<![\d.])\d{1,2}[.·•]\d{1,2}(?=[^\d，。；、]{0,3}(?:特大|专案|案件|事故|事件|洪灾|洪水|疫情|地震|讲话|世界))", "name"),
    (r"\d{1,2}[·•]\d{1,2}", "name"),
    (r"[1-5]A(?:级|(?![A-Za-z]))|AAA+", "name"),
    (rf"[A-Za-z]+[-+]?\d+(?:\.\d+)?[A-Za-z]*|(?<![\d.])\d+(?:\.\d+)?(?!{_LETTER_UNITS})[A-Za-z]+\d*", "name"),
    (r"\d*[xX×*]{2,}\d*", "identifier"),
    (r"\d+(?:\+\d+)+(?:\+[A-Za-z])?|\d+\+[A-Za-zN\u4e00-\u9fff]", "name"),
    (r"\d\.0(?![\d%万亿])版?", "name"),
    (rf"[{_CN}]+届(?:[{_CN}]中|[^，。；]{{0,6}}(?:[{_CN}]+次|大会|全会|会议)|历次|人大|政协)?(?:[^，。；]{{0,4}}?[{_CN}]+次(?:会议|全会)?)?", "numbering"),
    (rf"第?[{_CN}]+次(?=会议|全会|全国|代表|党代|人代|产业|能源|集体|集团|创业|污染|会上|常委|党委|人口普查|普查|经济普查|农业普查|国土|党员)", "numbering"),
    (r"[①-⑳⑴-⒇⒈-⒛㈠-㈩]", "numbering"),
    (rf"(?:(?<=\n)|\A)[ \t]*(?:第[{_CN}\d]+[章节条款项部]|[(\[]?[{_CN}]{{1,3}}[)\]、.．]|[(]?\d{{1,2}}(?:[)\]、]|\.(?!\d)))", "numbering"),
    (rf"(?<=[。；：！？\n”])[ ]*(?:[(]?\d{{1,2}}(?:[)、]|\.(?!\d))|[(][{_CN}]{{1,3}}[)])", "numbering"),
    (rf"[(](?:[{_CN}]{{1,3}}|\d{{1,2}})[)]", "numbering"),
    (rf"(?<![{_CN}\d])[{_CN}]{{1,2}}(?:是|要|抓|则|来|靠|方面|曰)(?![个\d])", "numbering"),
    (rf"(?:^|(?<=[。；，：\n]))第[{_CN}]{{1,2}}[，、：]|其[一二三四五六][，、：是]", "numbering"),
    (rf"第[{_CN}\d]+(?:个)?(?:五年|[{_ORDINAL_OF}](?![名位])|届|书记|产业|责任|时间|方|医院|中学|小学|幼儿园|党支部|村民小组|工程|师|机械|地质|人民|实验|采区|高级|初级|污水|水厂|污染源|大队)", "numbering"),
    (rf"(?:二〇|二○|二零|一九)[{_CN}○]{{2}}(?!年)", "date"),
    (r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?(?=学年|年度|财年|款)", "date"),
    (r"(?<![\d.])(?:[1-9]0|[一二三四五六七八九]十)年代|(?:1\d|2[01]|[一二十]+)世纪(?:[一二三四五六七八九]十年代|\d0年代)?|(?<!\d)\d{1,3}周年|[一二三四五六七八九十]+周年", "date"),
    (rf"[“《][^”》，。]{{0,12}}?(?:[{_CN}两双]|\d)[^”》，。]{{0,14}}[”》]", "slogan"),
    (r"关键词\d+|第\d+页|(?<=共)\d+页|\d+ ?/ ?\d+页|P\d+", "identifier"),
    (rf"[{_CN}](?:等奖|星级|级(?!干部|网格|联动)|本以上|本(?=上线)|类区|期工程|期项目|号文件)", "name"),
]  # fmt: skip


@cache
def _pattern() -> tuple[re.Pattern[str], list[str]]:
    """One expression of all shapes and slogans, and the reason of each of its groups."""
    shapes = _SHAPES + [(row["pattern"], row["reason"]) for row in load_table("slogans")]
    joined = "|".join(f"({shape})" for shape, _ in shapes)
    return re.compile(f"(?={_BEGINS})(?:{joined})"), [reason for _, reason in shapes]


#: A quotation that holds a number with a unit of measure is talk about figures, not a name.
_MEASURE_INSIDE = re.compile(r"\d[\d.]*(?:[万亿]?(?:元|亩|公里|吨|平方米|户|人)|%)")


def non_figures(plain: str) -> list[Span]:
    """The stretches of an aligned text that hold numbers of no measure, in order, with the reason of each.

    >>> [(s.reason, "国发〔2018〕16号文件，“三变”改革"[s.start:s.end]) for s in non_figures("国发〔2018〕16号文件，“三变”改革")]
    [('identifier', '〔2018〕16号'), ('slogan', '“三变”')]
    """
    pattern, reasons = _pattern()
    spans = []
    for match in pattern.finditer(plain):
        reason = reasons[(match.lastindex or 1) - 1]
        if not (reason == "slogan" and _MEASURE_INSIDE.search(match[0])):
            spans.append(Span(match.start(), match.end(), reason))
    return spans
