"""How names of places are built: kinds, stems, short forms; alike when tables are made and when texts are read."""

import re
from functools import cache

from township_analysis.lang.tables import load_table

PEOPLES = (
    "乌孜别克|柯尔克孜|哈萨克|维吾尔|俄罗斯|达斡尔|鄂温克|鄂伦春|塔吉克|塔塔尔|土家|布依|朝鲜|蒙古|哈尼|傈僳|东乡|仡佬|拉祜|纳西|"
    "仫佬|锡伯|景颇|撒拉|布朗|毛南|普米|阿昌|基诺|德昂|保安|裕固|门巴|独龙|赫哲|珞巴|高山|壮|回|满|苗|彝|藏|侗|瑶|白|黎|傣|畲|佤|水|羌|"
    "土|怒|京|各|民"
)
# 高峰土家族乡 is 高峰乡 to those who live there; 通道侗族自治县 is 通道县 or 通道.
OF_PEOPLES = re.compile(rf"(?<=[㐀-鿿])(?:(?:{PEOPLES})族)+(?=乡|镇|街道|苏木|自治)")
PLAIN_PEOPLE = re.compile(r"(?<=[㐀-鿿]{2})(?:哈萨克|蒙古|柯尔克孜|锡伯|塔吉克|达斡尔|鄂温克|鄂伦春)(?=自治)")
REGION_KIND = re.compile(
    r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|自治旗|地区|矿区|林区|新区|省|市|县|区|旗|州|盟)$"
)
SHORT_OF_SELF_RULED = {"自治区": ("自治区",), "自治州": ("州", "自治州"), "自治县": ("县",), "自治旗": ("旗",)}
VILLAGE_BODY = re.compile(r"(?:村民委员会|居民委员会|家属委员会|村委会|居委会|家委会|委员会|委会)$")
VILLAGE_KINDS = ("社区", "嘎查", "村")


def township_names(key: str) -> tuple[str, ...]:
    """The names under which a text may speak of a township, given its official one.

    Example:
        >>> township_names("高峰土家族乡")
        ('高峰土家族乡', '高峰乡')
    """
    if key.endswith("街道办事处"):
        key = key.removesuffix("办事处")
    if "族" not in key:
        return (key,)
    common = OF_PEOPLES.sub("", key)
    return (key,) if common == key else (key, common)


def kind_of(township: str) -> str:
    """镇, 乡, 街道, 苏木, or nothing for farms, parks and the like.

    Example:
        >>> kind_of("洪山街道办事处")
        '街道'
    """
    name = township.removesuffix("办事处")
    return next((kind for kind in ("街道", "苏木", "镇", "乡") if name.endswith(kind)), "")


def stem_of(township: str) -> str:
    """A township's name without its kind, as in 平安竹林 or 新县溪.

    Example:
        >>> stem_of("高峰土家族乡")
        '高峰'
    """
    name = OF_PEOPLES.sub("", township.removesuffix("办事处"))
    return name.removesuffix(kind_of(township)) or name


def region_names(key: str) -> tuple[str, ...]:
    """The full names of a county, prefecture or province: 湘西土家族苗族自治州, 湘西自治州, 湘西州."""
    if "自治" not in key:
        return (key,)
    common = PLAIN_PEOPLE.sub("", OF_PEOPLES.sub("", key))
    stem = region_stem(key)
    ends = next((ends for kind, ends in SHORT_OF_SELF_RULED.items() if common.endswith(kind)), ())
    return tuple(dict.fromkeys((key, *(stem + end for end in ends))))


def region_stem(key: str) -> str:
    """The short name of a county, prefecture or province, or its full one where one character would be left.

    Example:
        >>> region_stem("湘西土家族苗族自治州"), region_stem("古丈县"), region_stem("乾县")
        ('湘西', '古丈', '乾县')
    """
    common = PLAIN_PEOPLE.sub("", OF_PEOPLES.sub("", key)) if "自治" in key else key
    stem = REGION_KIND.sub("", common)
    return stem if len(stem) > 1 else key


def village_stem(name: str) -> str:
    """A village's or residents' community's name without what kind of body it is.

    A name that would be left with one character keeps its 村 (张村).

    Example:
        >>> village_stem("龙凤村村民委员会"), village_stem("东厂社区居委会"), village_stem("张村委会")
        ('龙凤', '东厂', '张村')
    """
    stem = VILLAGE_BODY.sub("", name)
    if len(stem) == 1 and name.startswith("村", 1):
        return stem + "村"
    for kind in VILLAGE_KINDS:
        if stem.endswith(kind) and len(stem) - len(kind) > 1:
            return stem.removesuffix(kind)
    return stem


@cache
def words_not(place: str) -> frozenset[str]:
    """Words that are no name of a ``region``, ``village`` or ``township``, though the gazetteer has one so called."""
    return frozenset(row["word"] for row in load_table("words", "township_analysis.places") if row["not_a"] == place)
