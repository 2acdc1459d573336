"""The work that a heading run into its line names: 1、危房改造。下达任务60户 is the 危房改造任务."""

import re
from collections.abc import Callable

from township_analysis.figures.model import Figure
from township_analysis.figures.names.lines import NUMBERED

_LONGEST = 24  # characters of a sentence that is a heading
#: What a heading says is done, and with which work.
_WORK = re.compile(
    r"(?:抓好|抓实|抓紧|狠抓|做好|搞好|实施|推进|开展|加快|加强|完成|全面|积极|认真|扎实|深入|大力)*"
    r"(?P<work>(?![的和与及])[\u4e00-\u9fff“”]{2,12}?(?:工程|项目|改造|搬迁|收购|征收|种植|造林|还林|整治|行动|建设))(?:工作|任务)?(?:方面)?"
)
#: What such a work has, with no word for which.
_OF_WORK = re.compile(
    r"(?:[国省市县州区]级?)?(?:下达|完成|分解|落实|承担)*"
    r"(?P<what>(?:建设|收购|改造|种植|搬迁|征收|造林|年度|全年)?任务数?(?:户数|面积)?|[户亩人]均补[助贴]"
    r"|(?:计划|拟)?(?:改造|搬迁|开工|竣工|完工|入住|验收|拆除)户数"
    r"|(?:改造|搬迁|建设)?(?:拨付|兑付|兑现|下拨|发放)(?:补[助贴]|奖补)?(?:资金|款))"
)


def with_work_of_line(told: Callable[[Callable[[str], str]], str], figure: Figure, name: str) -> str:
    """The name of what a work has, with the one that the heading of its line names.

    Args:
        told: Asks the first sentence of a line, or the heading over it, for what it names.
        figure: The figure.
        name: Its name so far.
    """
    bare = _OF_WORK.fullmatch(name)
    work = told(_work_of) if bare else ""
    if not bare or not work:
        return name
    figure.subject = work
    at = work.find(bare["what"][:2])
    return (work[:at] if at > 0 else work) + bare["what"]  # 烤烟收购 and 收购任务


def _work_of(sentence: str) -> str:
    bare = NUMBERED.sub("", sentence.strip(), count=1)
    work = _WORK.fullmatch(bare) if len(bare) <= _LONGEST else None
    return work["work"] if work else ""
