"""What stands at a date, and what was done up to it or over years."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.words import act_pattern

#: Stocks are counted at a date; everything else runs up to it.
_ALWAYS_STOCK = re.compile(r"人均储蓄|建有|距离|固定资产[总净原]值|蓄积|存栏|存笼|[圈结]存|余额|脱贫|出列|建成区")
_STOCK = re.compile(
    r"总动力|饲养(?![员场户])|结转和?结余|人口|户数|总户|党员|支部|总支|劳动力|保有量|在册|在校|床位|库存|储备|拥有|现有|共有|实有|参保人数|网格|耕地|林地|小组|通公路"
    r"|覆盖率|普及率|参保率|硬化率|面积达|流转土地|存箱|总数|蓄水|机构|村庄|行政村|管理区|村公所|村委会\Z|嘎查\Z|自然[村屯]|居委会|水田|旱地|草场|山林|水域|园地|会员|注册|里程|合作社\Z|农场\Z|辖|(?<!新修)(?<!投资)有[\u4e00-\u9fff]{0,8}(?:[路渠道]|水库|桥梁)\Z"
)
_FLOW = re.compile(
    r"发放|引进|投入|出生|死亡|新增|受理|收入|产值|产量|开展|举办|化解|完成投资|出栏|饲养量|上市(?!公司|企业)|办理|接待|排查|销售|查处|增长|下降|检查|培训|发展(?![到至为])|新建|救助"
    r"|外调|调[出运]|外销|[出交]售|售[出给]|卖出|收购|自食|宰杀|屠宰|采样|补贴|补助|资金|签订|解决|搬迁|补偿|受益|缴费|接种(?!率)|签约(?!率)|完成|[散分下印]发|发[布出送]|张贴|悬挂|制止|劝[阻返导退]|走访|巡[查河]|清[理运]|出动|[开完动]工|竣工|改造(?!面)|整改|改[水厕灶圈]|植树"
)
#: What was given up to a day, with no verb beside it: 其中第一剂300人，第二剂280人.
_DOSE = re.compile(r"第[一二三四1-4]剂|加强[针剂]")
_SOWN = re.compile(r"种|植|造林|收|治理|整治|改造|流转")
#: Those that have come so far: 完成电网改造的村.
_FARED = re.compile(r"的(?:行政村|自然村|管理区|嘎查|村|社区|村?组)\Z")
#: Of what a township always has so many.
_ALWAYS_THERE = re.compile(
    r"(?:行政村|自然村|管理区|村公所|村委会|嘎查|村|社区|村\([^()]*\)|村民小组|(?:农村)?(?:基层)?党(?:总?支部|组织)|总?户数|总人口)"
)
#: The land that something stands on, whatever was done to come to it: 油茶面积.
_AREA = re.compile(r"\A[^种植播造治整改流收复垦开发征]*面积\Z")
_STANDS = re.compile(r"(?:达到?|增加到|稳定在|控制在|保持在|超过?|突破|拥有|现有)\Z")
_REACHES = re.compile(r"突破|[跨迈站跃登][上过越]|高达")
HELD = re.compile(
    r"[还仍尚]有|[还仍]剩|负债|在册|登记注册|总数|(?<![理讨追缴付还清决收回])(?:滞留|滚存|沉淀|挂账|拖欠|尾欠|结欠|欠(?:拨|付|缴|发|款|税|费))"
)
#: 现有拖拉机140台，摩托车120辆: the next of what a place has.
_HAS = re.compile(r"(?:现有|拥有|共有)[^。；]*，[\u4e00-\u9fff]{2,8}\Z")
#: A rate of what was done over the years, and no state at their end.
RATE_OF_DEEDS = re.compile(
    r"(?:办[结复理]|答复|签约|调[处解]|成功|化解|满意|合格|破案|查处|面商|回复|履约)率"
    r"|(?:任务|计划|预算|目标)数?比[例重]\Z"
)
_OF_TASK = re.compile(r"任务|目标|计划|预算")
#: What stands before the base of a change: 由每人每月50元提高到100元, 比上年的600万元增加20万元.
_BASE = re.compile(
    r"(?:[由从]|[比较]\x01+的?)\x01*的?(?:原来|[\u4e00-\u9fff“”]{2,10}?(?:初期?|之初|第一年|末期?|前夕|(?<=[收校立动查底])时)|原先|以前|过去|起初|最初|现在|现有|目前|当前)?的?(?:每[人户亩吨斤年月日天生名件张例台头只次公平方米]+|[年月]?[人户亩]均|居?(?:世界|全球|全[国省市州县区])|[年月]标准|不足|不到|近|约)*\Z"
)
_BASE_TOLD = re.compile(r"(?<=[由从])(?:年初|现在|现有|目前|当前)的?\Z")
#: 计划生育率99.5%，比去年同期(98.4%)上升1.1个百分点.
_LAST_YEARS = re.compile(r"[比较](?:去年|上年|\x01+)(?:同期)?\(\Z")
_NEAR = 12
_LIST = 80
#: 由19个村合并而成 is no change.
_CHANGES = re.compile(
    r"[^，。；]{0,14}?(?:[达提增升降减涨扩调拓缩变上下跌跃优充延压精攀锐骤猛激倍培壮突放细]|发展|恢复|回|(?:整合|合并|撤并|兼并|归并|重组|精简|优化|转)[为到成至])|，(?:提高|增[长加]|上升|发展|扩大|下降|减少|降低?)[到至]"
)


def base_told(figure: Figure, plain: str) -> str:
    """The words 年初 or 现在 that a base of a change stands behind (由现在的5个减少到2个), else ``""``."""
    at = figure.mention.start
    told = _BASE_TOLD.search(plain, max(0, at - _NEAR), at)
    return told[0].rstrip("的") if told and is_base(figure) else ""


def owns_date(figure: Figure) -> bool:
    """True for a base that its own date stands before (由2018年的6家增加到9家)."""
    base = _BASE.search(figure.left.rstrip("\x01 "))
    return bool(base and "\x01" in figure.left[base.start() :])


def is_base(figure: Figure) -> bool:
    """True for the figure that a change sets out from."""
    aside = figure.bracket and _LAST_YEARS.search(figure.near(_NEAR))
    return bool(aside or (_BASE.search(figure.left.rstrip("\x01 ")) and _CHANGES.match(figure.after)))


def reaches(figure: Figure) -> bool:
    """True for what something comes to (达到, 稳定在, 突破)."""
    hedge = figure.text[figure.at :][: figure.mention.start - figure.mention.hedge.start]
    return bool(_STANDS.search(figure.left.rstrip("\x01 ")) or _REACHES.match(hedge))


def is_one_count(before: Figure, figure: Figure) -> bool:
    """True for 66人 in 23户66人, and 5亿元 in 达到3亿元、5亿元: both are of one time."""
    follows = before.kind == "level" and before.core and before.mention.hedge.end == figure.mention.hedge.start
    bare = not figure.left.strip() and figure.mention.hedge.start == figure.mention.start
    listed = figure.item and bare and figure.clause == before.clause
    return before.kind == figure.kind and (follows or listed)


def is_stock(figure: Figure, *, dated: bool = False, standing: bool = False) -> bool:
    """True for what is counted at a date (人口, 存栏, 余额), false for what was done up to it.

    Args:
        figure: The figure with the words around it.
        dated: True under a closing date: a verb (发放, 投入) makes it something done only behind that, and near by.
        standing: True under a date that is a day alone (2016年末): things counted stand then.
    """
    if figure.kind in ("growth", "change"):
        return False
    words = figure.name + figure.left
    if _ALWAYS_STOCK.search(words) or HELD.search(re.split(r"[，；：]", figure.before)[-1]):
        return True
    if (standing and _FARED.search(figure.name)) or _ALWAYS_THERE.fullmatch(figure.name):
        return True
    if (figure.kind == "share" and _OF_TASK.search(words)) or (figure.kind == "level" and _DOSE.search(words)):
        return False
    people = figure.unit_kind in ("person", "household") or (standing and figure.unit_kind in ("count", "floor"))
    people = people or (standing and figure.unit_kind == "land" and not _SOWN.search(words))
    people = people or (figure.unit_kind == "land" and _AREA.search(figure.name) is not None)
    has = figure.unit_kind == "count" and _HAS.search(figure.near(_LIST)) and not act_pattern().search(figure.left)
    people = people or bool(has)
    return (
        not _FLOW.search(_of_earners(figure, figure.name + figure.left))
        and not _FLOW.search(_of_earners(figure, _told_before(figure, dated=dated)))
        and not RATE_OF_DEEDS.search(words)
        and bool(people or _STOCK.search(words) or figure.name.endswith("企业") or figure.kind == "share")
    )


def _of_earners(figure: Figure, told: str) -> str:
    """What is told of a figure, without what firms earn by which they are told: 收入超2000万元的规模企业."""
    earners = figure.unit_kind == "count" and figure.name.endswith("企业") and "的" in figure.name
    return told.rpartition("的")[2] if earners else told


def _told_before(figure: Figure, *, dated: bool) -> str:
    """The words before a figure in which a verb makes it something done: under a date two clauses, behind it."""
    before = figure.near(_LIST)
    if not dated:
        return before
    return "，".join(before.rpartition("\x01")[2].split("，")[-2:])
