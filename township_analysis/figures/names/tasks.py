"""Names of what was set to be done: 完成县下达的30名征兵任务, 较区下达指标的180户超额完成12.8%."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import with_measure

#: A task that stands behind its number, and the verbs that take one.
_OF_TASK = re.compile(r"的?(?!目标)(?P<what>[\u4e00-\u9fff]{2,10}?)(?P<task>任务|指标)(?=[，。；、]|\Z)")
_TAKEN = re.compile(r"(?:完成|下达|交办|分解|落实|承担|领受|超额)[^，。；]{0,10}\Z")
#: A task that nobody is said to have set, and that is done: 完成14户危房改造任务, not 超额完成县下达的30名征兵任务.
_DONE = re.compile(r"(?<!超额)(?<!确保)(?<!力争)(?<!争取)(?<![要将])完成了?\Z")
_SET = re.compile(r"下达|分配|交办|确定|安排的|年度|全年|今年的?")
#: What is still to be done of it.
_REST = re.compile(r"(?P<rest>剩余|余下|剩下|其余)的?\Z")
#: Units that count tasks themselves: 完成5项改革任务.
_OF_TASKS = tuple("个项件类批次大条")
#: What was set, before its number, where what was done is compared with it.
_COMPARED = re.compile(
    r"[，、]?[较比](?P<set>[\u4e00-\u9fff\x01]{0,8}?(?:下达|确定|核定|签订|[计规]划|任务|指标|目标)(?:任务|指标|目标|计划)?数?)的"
)


def task_name(figures: list[Figure], index: int, left: str) -> str:
    """What was set: 完成县下达的30名征兵任务."""
    figure = figures[index]
    task = _OF_TASK.match(figure.right)
    if not task or figure.unit_kind == "money" or figure.mention.unit in _OF_TASKS:
        return ""
    rest = _REST.search(figure.left)
    taken = _TAKEN.search(figure.left) and figure.kind == "level"
    return (rest["rest"] if rest else "") + task["what"] + task["task"] if taken else ""


def done_name(figures: list[Figure], index: int, left: str) -> str:
    """What was done, where the task is told of as done: 完成14户危房改造任务 is 危房改造户数."""
    figure = figures[index]
    listed = index > 0 and figures[index - 1].rule == "done" and figure.left.endswith("任务、")
    done = listed or (_DONE.search(figure.left) and not _SET.search(figure.left))
    task = _OF_TASK.match(figure.right) if done and figure.kind == "level" else None
    if not task or figure.unit_kind == "money" or figure.mention.unit in _OF_TASKS:
        return ""
    return with_measure(task["what"], figures, index)


def set_name(figures: list[Figure], index: int, left: str) -> str:
    """What was set of the thing before: 改造203户，较区下达指标的180户超额完成12.8%."""
    figure, told = figures[index], _COMPARED.fullmatch(figures[index].left.strip(" "))
    alike = [f for f in figures[:index] if f.kind == "level" and f.mention.unit == figure.mention.unit]
    if not told or not alike:
        return ""
    figure.subject = alike[-1].subject
    return alike[-1].subject + told["set"].replace("\x01", "")
