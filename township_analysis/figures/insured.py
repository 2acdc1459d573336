"""Names of those insured, or paid by insurance, with the insurance: 启动新农保试点以来，860人参保."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.suffixes import COUNTED_NOUN

_OF_INSURANCE = re.compile(
    r"(?:参保|参合|报销|(?:减免)?补偿(?=医药|医疗|住院|门诊|农民|参合|人))(?!率|缴费率)[\u4e00-\u9fff]{0,8}\Z"
)
_INSURANCE = re.compile(
    r"新农合|新农保|(?:新型)?农村合作医疗|合作医疗|(?:城乡居民|城镇居民|城镇职工|农村)?(?:基本)?"
    r"(?:养老保险|医疗保险|养老|医保)|大病保险"
)


def with_insurance(figure: Figure, name: str) -> str:
    """The name with the insurance that its sentence spoke of last, where it does not say it itself."""
    people = figure.kind == "level" and figure.unit_kind in COUNTED_NOUN
    if not people or not _OF_INSURANCE.fullmatch(name) or _INSURANCE.search(name):
        return name
    told = list(_INSURANCE.finditer(figure.before))
    return told[-1][0] + name if told else name
