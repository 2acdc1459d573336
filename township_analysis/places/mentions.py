"""The townships and regions that a text names, and the level of government that it speaks from.

All functions read the copy of a text for matching that ``lang.script.aligned`` gives.
"""

import re
from collections import Counter

from township_analysis.places.gazetteer import regions_named, townships
from township_analysis.places.names import words_not

HAN = "㐀-鿿〇"
LONGEST_TOWNSHIP, LONGEST_REGION = 14, 15
TOWNSHIP_END = re.compile(
    r"镇(?!村|域|区划)|乡(?![镇村土亲贤愁情音里间])|街道(?:办事处)?|苏木|办事处|场(?<=[林农牧渔]场)|开发区|管理区"
)

# Places that the text only borders on.
NEIGHBOURS = re.compile(
    r"(?=[与和同邻接连靠抵临至毗东南西北])"  # looked for first, so that most characters cost one step
    r"(?:(?:与|和|同|邻|接|连|靠|抵|临|至|毗邻)[^，。；\n]{1,25}?(?:接壤|毗邻|交界|相邻|相连|为邻|相接|相望|毗连|为界|相交|搭界)"
    r"|[东南西北](?:面|部|边|方)?(?:邻|接|连|靠|抵|临|毗邻|至)[^，。；、\n]{2,20})"
)
SIGNS = (
    "京11 津12 冀13 晋14 蒙15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37 豫41 鄂42 湘43 粤44 桂45 琼46 "
    "渝50 川51 蜀51 黔52 贵52 滇53 云53 藏54 陕61 秦61 甘62 陇62 青63 宁64 新65"
)
PROVINCE_OF = {sign[0]: sign[1:] for sign in SIGNS.split()}  # by the sign of a province, as in 湘黔边界
BORDER = re.compile(rf"([{''.join(PROVINCE_OF)}]{{2,4}})(?=边|交界|[两三]省|毗邻|接合|结合部)")

# Whom the text calls its own, and which level it answers to.
OWN = {
    "镇": re.compile(
        r"我(?<![乡城集]我)镇|全(?<![乡城集]全)镇|本(?<![乡城集]本)镇|镇(?<![乡城集]镇)(?:党委|政府|人大)"
    ),
    "乡": re.compile(r"我乡|全乡(?!镇|村)|本乡(?!镇|村|土)|乡党委|乡政府|乡人大"),
    "街道": re.compile(r"我街道|全街道|本街道|街道党工委|街道办|街道各"),
    "苏木": re.compile(r"我苏木|全苏木|苏木党委|苏木政府"),
}
COUNTY_KINDS = {
    "县": re.compile(r"县委|县政府|县人民政府|县人大|县政协|全县|我县|县直|县城"),
    "区": re.compile(r"区委(?!员)|区政府|区人民政府|区人大|区政协|我区|区直"),
    "市": re.compile(r"市委|市政府|市人民政府|市人大|全市|我市|市直"),
    "旗": re.compile(r"旗委|旗政府|旗人大|全旗|我旗"),
}
PREFECTURE_KINDS = {
    "州": re.compile(r"州委|州政府|州人大|全州(?!县)|省州县|州县[两、]|州级"),
    "盟": re.compile(r"盟委|全盟|盟行署"),
}


def known_township(text: str, end: int) -> str | None:
    """The longest name of a township in the gazetteer that ends at ``end``."""
    rows = townships().rows
    for length in range(min(LONGEST_TOWNSHIP, end), 1, -1):
        name = text[end - length : end]
        if name in rows and name not in words_not("township") and (length > 2 or _stands_alone(text, end - length)):
            return name
    return None


def _stands_alone(text: str, start: int) -> bool:
    return not re.match(f"[{HAN}]", text[max(0, start - 1) : start])


def townships_in(plain: str) -> tuple[Counter[str], dict[str, set[str]]]:
    """How often a text names each township of the gazetteer, and the regions that stand right before the name."""
    counts: Counter[str] = Counter()
    regions: dict[str, set[str]] = {}
    for end in TOWNSHIP_END.finditer(plain):
        name = known_township(plain, end.end())
        if name:
            counts[name] += 1
            before = plain[max(0, end.end() - len(name) - LONGEST_REGION) : end.end() - len(name)]
            regions.setdefault(name, set()).update(_regions_ending(before))
    return counts, regions


def _regions_ending(text: str) -> tuple[str, ...]:
    """The codes of the regions whose full name a text ends with."""
    heads = (regions_named().get(text[start:]) for start in range(len(text) - 1))
    return next((codes for codes in heads if codes), ())


def regions_in_line(line: str) -> dict[str, tuple[str, ...]]:
    """The regions that a title names in full, and their codes."""
    found = {}
    for end in re.finditer("[省市县区旗州盟]", line):
        for start in range(max(0, end.end() - LONGEST_REGION), end.start()):
            codes = regions_named().get(line[start : end.end()])
            if codes:
                found[line[start : end.end()]] = codes
                break
    return found
