"""Names of counts and sums whose words behind have a shape of their own: 对6个小区实施改造, 12个领域的重点任务."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.wanting import FUND
from township_analysis.figures.words import act_pattern, alternation

#: 对6个老旧小区实施改造: what is done stands behind what it is done to.
_TREATED = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff“”]{{2,12}}?)(?:全部|分别|全面)?(?:实施|进行)了?(?:全面|集中|逐一|统一|高标准|高质量)?(?P<deed>{alternation('act')})"
)
#: 完成5家企业的股份制改革: what is done to those counted, as a noun behind them.
_DONE_TO = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,10}?(?:企业|公司|医院|学校|院校|单位|机构|合作社|园区))的?"
    r"(?P<deed>[\u4e00-\u9fff“”]{2,10}(?:改革|改制|重组|评价|评估|评定|认证|审计|巡察|验收|换届|改造|治理))(?:工作|任务)?"
)
_DOES = re.compile(r"(?:完成|实施|启动|开展|推进|组织)了?(?:[^，。；]*等|首批)?\Z")
#: 安排12个领域的重点任务.
_FIELDS = re.compile(r"(?P<of>领域|方面|环节|行业|门类)的(?P<what>[\u4e00-\u9fff]{2,8})")


def shaped_name(figure: Figure, left: str, behind: str) -> str:
    """The name that such a shape gives, else ``""``."""
    if figure.unit_kind == "money" and (fund := FUND.match(behind)):
        return (left if fund[0] == "资金" and act_pattern().fullmatch(left) else "") + fund[0]
    if fields := _FIELDS.fullmatch(behind):
        return fields["what"] + fields["of"]
    if treated := _TREATED.fullmatch(behind):
        return treated["deed"] + treated["noun"]
    if _DOES.search(figure.left) and (done := _DONE_TO.fullmatch(behind)):
        figure.subject = done["noun"]
        return f"{done['deed']}的{done['noun']}"
    return ""
