"""Whose a figure is, where its own words leave that out: the insurance of the insured, the firms that earned."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.numbers.shapes import NONE_OF
from township_analysis.figures.words import strip_lead

#: What firms do with money, that the township does not do for them.
_OF_FIRMS = re.compile(r"共?(?:完成|实现|上缴|缴纳|入库|创造|亏损)")
_NONE_OF = re.compile(NONE_OF)
#: 进京零上访、安全零事故: what the zero before was of.
_NONE_BEFORE = re.compile(rf"\A(?:{NONE_OF})[、和](?=..)")
_OF_INSURANCE = re.compile(
    r"(?:参保|参合|缴费|(?:待遇)?领取|享受待遇|待遇享受|报销|(?:减免)?补偿(?=医药|医疗|住院|门诊|农民|参合|人))(?!率|缴费率)[\u4e00-\u9fff]{0,8}\Z"
)
_INSURANCE = re.compile(
    r"新农合|新农保|(?:新型)?农村合作医疗|合作医疗|(?:城乡居民|城镇居民|城镇职工|农村)?(?:社会|基本)*"
    r"(?:养老保险|医疗保险|养老|医保)|大病保险"
)

#: What an insurance takes in and pays, with no word for which.
_INSURANCE_MONEY = re.compile(
    r"(?:共|累计)?(?:(?:收缴|征收|筹集|代缴|代收|补缴)?(?:保费|参[保合]费)|代缴(?:资金|费用|金额)"
    r"|(?:发放|支付|兑现)?补偿(?:资金|金额|款)|(?:减免补偿|补偿|报销)(?:医药|医疗)费用?|报销(?:资金|金额))"
)
_PAID_TO = re.compile(r"(?:获得|得到|享受)(?:补偿|报销|减免)人[次数]")
#: 做好医保征收和报销工作，参保2.1万人: the insurance, and not the work on it.
_INSURANCE_WORK = re.compile(
    rf"(?P<of>{_INSURANCE.pattern})(?:[征收缴费报销待遇发放住院门诊筹资扩面和与及、]{{2,}})(?P<what>(?:参保|参合).*)"
)


#: Who is helped, by what help: 农村低保户612户、保障对象1043人.
_AIDED = re.compile(r"(?:保障|供养|救助|享受)(?:对象|人数|人口|人员)")
_AID = re.compile(r"(?:(?:城乡|城镇|城市|农村|分散|集中)(?:供养)?)?(?:低保|五保|特困|最低生活保障|临时救助|孤儿)")
#: 为3万名居民办理城镇居民医疗保险，参保率83%: of the insurance that the clause before names.
_INSURED_RATE = re.compile(r"参[保合]率\Z")
_INSURED_BEFORE = re.compile(rf"(?P<of>{_INSURANCE.pattern})，[^，。；]{{0,6}}\Z")
_NEAR = 60  # characters back to the help that is told of


def with_insurance(figure: Figure, name: str) -> str:
    """The name with the insurance that its sentence spoke of last, where it does not say it itself."""
    rate = _INSURED_RATE.search(name) if figure.kind == "share" else None
    if rate and (own := _INSURED_BEFORE.search(figure.near(_NEAR))):
        return own["of"] + rate[0]
    people = figure.kind == "level" and figure.unit_kind in COUNTED_NOUN
    if people and (long := _INSURANCE_WORK.fullmatch(name)):
        return long["of"] + long["what"]
    if people and _AIDED.fullmatch(name):
        return (aid[-1] if (aid := _AID.findall(figure.near(_NEAR))) else "") + name
    paid = figure.kind == "level" and (_INSURANCE_MONEY.fullmatch(name) or _PAID_TO.fullmatch(name))
    if not paid and (not people or not _OF_INSURANCE.fullmatch(name) or _INSURANCE.search(name)):
        return name
    told = list(_INSURANCE.finditer(figure.near(_NEAR) if paid else figure.before))
    return told[-1][0] + name if told else name


#: How many of the firms fare so, and how they do.
_FIRM_RATE = re.compile(
    r"(?:(?:产销|产品销售|开工|达产|资产负债|产能利用)率|(?:亏损|停产|减产|增产|下降|增长|达产|开工)面)[达为约是]*"
)
_FIRMS_NEAR = 4  # figures back to the firms
_LINKS = " \x01，、"


def firms_before(figures: list[Figure], index: int) -> str:
    """The firms counted directly before what they earned: 5户规模以上企业完成工业产值3亿元."""
    earlier, figure = figures[index - 1] if index else None, figures[index]
    if figure.unit_kind == "percent" and _FIRM_RATE.fullmatch(figure.left.strip(_LINKS)):
        near = [f for f in figures[max(0, index - _FIRMS_NEAR) : index] if f.name.endswith("企业")]
        return near[-1].name if near and "；" not in figure.text[near[-1].behind : figure.at] else ""
    if earlier is None or earlier.clause != figure.clause or figure.unit_kind != "money" or figure.item:
        return ""
    firms = earlier.name.removesuffix("户数") if _OF_FIRMS.match(figure.left) else ""
    return firms if earlier.unit_kind in ("count", "household") and firms.endswith(("企业", "合作社", "公司")) else ""


def zero_name(figures: list[Figure], index: int, left: str) -> str:
    """命案零发生, 进京零上访: 命案发生数, 进京上访数."""
    figure = figures[index]
    if figure.mention.form != "zero":
        return ""
    left = strip_lead(left.rpartition("”")[2].strip("“、"))  # 实现“零事故”、“零上访”
    left = _NONE_BEFORE.sub("", left)
    if left and figure.right.startswith("增长"):
        return left + "增长"
    found = _NONE_OF.match(figure.right)
    return left + found[0] + "数" if found else ""
