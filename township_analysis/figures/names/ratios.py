"""Names of shares of a whole, of tasks done, and of multiples."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.moving import RELATIVE, movement_of
from township_analysis.figures.names.nearest import nearest
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.portions import portion_name
from township_analysis.figures.names.predicates import begins_noun, predicate_of, split_predicate, verb_behind
from township_analysis.figures.names.reaching import covered_name
from township_analysis.figures.words import alternation, strip_link, verbs_only

_SEVERAL = 2  # parts behind which a share is of their whole
_GOAL = re.compile(r"(?:年度|全年)?(?:目标|任务|计划|预算)(?:任务)?数?\Z")
_TASK = re.compile(
    r"(?P<base>.*?)(?:完成|实现|(?P<of>占)|为|是|(?<!下)达到?)(?:了)?(?P<task>[^，]{0,10}?(?:任务|目标|计划|预算|指标|进度|工程量|计划总?投资|(?<=完成)总投资量?))(?:总?数|总额)?的?\Z"
)
#: The work of which so much is built: 某某项目占地面积 before 完成工程量的65%.
_WORK = re.compile(r"[^，]+?(?:项目|工程|[路桥渠库厂站楼园])(?=[\u4e00-\u9fff]*(?:投资|面积|占地|长度|里程|项目))")
_HOW_DONE = re.compile(r"(?:超额|提前|全面|圆满|顺利|如期)+\Z")
_TIMES = re.compile(r"(?P<base>[^是]*?)(?:是|为|相当于|等于|达到?)(?P<of>[^，]*?)的\Z")
_INVESTED = re.compile(r"(?:完成)?投资额?\Z")
#: Whose share it is, before it: 全县农村80%的劳动力参加培训.
_WHOSE = ("", "农村", "城镇", "城乡", "城市", "农牧区", "山区")
_CONTRIBUTES = re.compile(r"对(?P<what>[^，]{2,10}?)的?(?P<rate>贡献率|贡献度|拉动率)\Z")
#: 完成95%的入学率: the rate itself.
_RATE_BEHIND = re.compile(r"的([\u4e00-\u9fff]{2,10}(?:率|增长(?:预期)?目标|增速))(?=[，。；、]|\Z)")
#: 低于4.5%的控制目标: what was set for the rate before it.
_SET_FOR = re.compile(
    r"的((?:年度|全年|省定|市定|县定|预期|控制)*(?:目标|指标|标准|控制线|警戒线|任务)(?:任务|值|数)?)(?=[，。；、]|\Z)"
)
_MASKED_YEAR = re.compile(r"(?<!\x01)\x01\x01(?=(?:目标|工作)?(?:任务|计划|目标))")
_SO_FAR = re.compile(r"(?:由|从)\Z|(?:到目前|迄今)为止已?")
_ASIDE = re.compile(r"\([^()\d]{1,8}\)")  # 50%的县(市、区)基本普及高中
_DATED = re.compile(r"\x01+(?:之?前|以?后)?")
_SPENT_ON = re.compile(r"(?:用于|投向)[\u4e00-\u9fff、]{2,10}(?=[，。；]|\Z)")
#: What was due to be done, of which so much was.
_DUE = re.compile(r"应(?=[\u4e00-\u9fff]{1,4}\Z)(?![急用])")
#: What became of so many of those before: 100%入学, 100%通硬化路.
_FATE = re.compile(
    r"(?:全部|以上|左右|的?实现)?(?P<how>入学|参保|参合|交付|交房|入住|签约|搬离|搬迁|脱贫|达标|合格|覆盖|入户|持证上岗|上岗|就业|办结|整改|到位|兑现|投产|开工|竣工|接种|免疫|建档|签订|落实|上市|入园|入统"
    r"|通[\u4e00-\u9fff]{1,5})(?=[，。；、]|\Z)"
)
_COUNTED = re.compile(rf"(?:{alternation('counted')})\Z")
_AHEAD_OF_TIME = re.compile(r"(?:提前|按时|如期|全部|已|均|基本)?(?:实现|达到?|完成|做到)?\Z")
#: What it is so many times of: a year, 上一个五年, 省定标准.
_TIMES_OF = re.compile(r"(?:[是为达]到?|相当于)(?P<of>[\u4e00-\u9fff“”\x01]{2,8})的\Z")
#: Of what time something is so many times: 是2015年的1.8倍, 分别是“十五”期间的2.1倍和1.9倍.
_THEN = (
    r"(?:(?:19|20)\d\d年[底末]?|“?(?:十[一二三四]?|[六七八九])五”?(?:时期|期间|期?末)|[去上]年(?:同期)?|前[三五]年"
    r"|上(?:一)?个?(?:五年|届))"
)
_OF_THEN = re.compile(rf"(?:是|为|等于|相当于|达到?|达)(?P<then>{_THEN})的?(?:[\d.]+[多余]?倍[、和与])*\Z")
_OF_ANY = re.compile(r"(?:为基年的)?倍数\Z")
#: 比2012年增长, 较2015年末净增.
_THAN_YEAR = re.compile(r"[比较与同](?P<year>(?:19|20)\d\d)年(?:末|底)?[^，。；\d]{0,6}\Z")
_MOVED = re.compile(
    r"(?:同比)?(?P<how>(?:累计|净)?(?:增[长加产收多]?|提[高升]|上升|下降|降低|减[少产]|扩大|缩小)(?:人数|户数|面积|额)?)\Z"
)
_GROWS_ALONE = ("增长", "增加", "上升", "下降", "减少", "提高")
#: 80%的劳动力: those of whom it is told.
_NOUN_BEHIND = re.compile(r"的?([\u4e00-\u9fff“”]{2,})")


def ratio_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a share of a whole, of a task done, or of a multiple of an earlier year."""
    figure = figures[index]
    if figure.unit_kind not in RELATIVE and figure.mention.form != "fraction" and figure.mention.unit != "成":
        return ""
    if movement_of(figure):
        return ""
    left = _SO_FAR.sub("", re.sub("[\x00\x01]|(?:约|大约)(?=占)", "", _whole_year(figure.left)).strip())
    for rule in (
        _of_amount,
        _of_task,
        _bare_done,
        _contribution,
        portion_name,
        _rate_behind,
        _spent_on,
        covered_name,
        _of_those_behind,
        _fate_of,
        _times,
    ):
        if name := rule(figures, index, left):
            return name
    return ""


def _whole_year(left: str) -> str:
    """The words with 全年 before a task, where it was masked as a date: 占全年任务的52%."""
    return _MASKED_YEAR.sub("全年", left)


def _of_amount(figures: list[Figure], index: int, left: str) -> str:
    """完成全年任务数4.2亿元的51.7%, 占年度计划13.8亿元的55.1%: a share of the amount before it."""
    if left != "的" or not index or figures[index - 1].clause != figures[index].clause:
        return ""
    amount = figures[index - 1]
    words = strip_link(_whole_years(amount.left))
    goal = _GOAL.search(amount.left)
    words = (
        f"完成{'全年' if '全年' in _whole_years(amount.left) else ''}{goal[0]}"
        if goal and goal[0] not in words
        else words
    )
    before = last_level(figures, index - 1) if index > 1 else None
    part, of, whole = words.partition("占")
    base = before.name if before and not (of and part) else ""
    due = re.sub("完成|占", "", whole if part and of else words)  # 渔业产值占农业总产值2.6亿元的12%
    amount.name = due if of and not goal and len(due) > len("应改") else base + due
    if before and _DUE.match(due):  # 已改造19户，占应改23户的82.6%
        noun, first = before.subject.removesuffix(due[1:]), amount.unit_kind not in (*COUNTED_NOUN, "land", "floor")
        amount.name = due + noun if first else with_measure(noun + due, figures, index - 1)
    return f"{base}{words}{'倍数' if figures[index].unit_kind == 'multiple' else '比例'}"


def _whole_years(left: str) -> str:
    """The words with 全年 where a date of two characters stood; a longer one (上半年) is told by the period."""
    return re.sub("\x01+", lambda date: "全年" if len(date[0]) == len("全年") else "", left)


def _of_task(figures: list[Figure], index: int, left: str) -> str:
    """完成全年任务的52%."""
    task = _TASK.match(left)
    base = _base(figures, index, _HOW_DONE.sub("", task["base"])) if task else ""
    base = _INVESTED.sub("", base) if task and "投资" in task["task"] else base
    work = _WORK.match(base) if task and task["task"] == "工程量" else None
    base = work[0] if work else base
    return f"{base}{task['of'] or '完成'}{task['task']}比例" if task else ""


def _bare_done(figures: list[Figure], index: int, left: str) -> str:
    """，完成52%."""
    before = nearest(figures, index) if left == "完成" else None
    return f"{before.name}完成比例" if before else ""


def _contribution(figures: list[Figure], index: int, left: str) -> str:
    """对财政收入的贡献率达62%."""
    gives, before = _CONTRIBUTES.match(strip_link(left)), last_level(figures, index)
    return f"{before.subject}对{gives['what']}{gives['rate']}" if gives and before else ""


def _rate_behind(figures: list[Figure], index: int, left: str) -> str:
    """完成95%的入学率; 低于4.5%的控制目标, of the rate before it."""
    goal, before = _SET_FOR.match(figures[index].right), figures[index - 1] if index else None
    if goal and before and before.kind == figures[index].kind and verbs_only(left):
        return before.name + goal[1]
    rate = _RATE_BEHIND.match(figures[index].right)
    return rate[1] if rate else ""


def _spent_on(figures: list[Figure], index: int, left: str) -> str:
    """财政支出75%以上用于民生: what of it goes where."""
    spent = _SPENT_ON.match(figures[index].right.lstrip("\x01 "))
    base = _base(figures, index, re.sub(r"的\Z", "", left)) if spent else ""
    return f"{base}{spent[0]}占比" if spent and base else ""


def _of_those_behind(figures: list[Figure], index: int, left: str) -> str:
    """80%的劳动力参加培训."""
    right = _DATED.sub("", _ASIDE.sub("", figures[index].right))  # 90%的项目当年投产
    behind = _NOUN_BEHIND.match(right)
    if not behind or left_phrase(left) not in _WHOSE or not begins_noun(right):
        return ""
    noun, predicate = split_predicate(behind[1])
    noun = left_phrase(left) + noun
    return f"{predicate}的{noun}占比" if len(predicate) > 2 or predicate_of(predicate) else f"{noun}占比"


def _fate_of(figures: list[Figure], index: int, left: str) -> str:
    """适龄儿童100%入学, 项目实现100%交付: how many of them fared so."""
    figure = figures[index]
    fate = _FATE.match(figure.right) if figure.unit_kind == "percent" else None
    did = predicate_of(figure.right) or verb_behind(figure.right) if figure.unit_kind == "percent" else ""
    noun = left_phrase(_AHEAD_OF_TIME.sub("", strip_link(left))) if fate or did else ""
    if len(noun) < 2 or noun.endswith(("率", "比重", "占比")) or verbs_only(noun):
        return ""
    if fate:
        return f"{noun}{fate['how']}{'率' if len(fate['how']) == 2 else '比例'}"
    return f"{did}的{noun}占比" if _COUNTED.search(noun) else ""


def _times(figures: list[Figure], index: int, left: str) -> str:
    """产值是2006年的3倍."""
    figure = figures[index]
    if figure.unit_kind != "multiple":
        return ""
    clause = figure.before.rpartition("，")[2]
    times = _TIMES.match(clause.replace("\x01", ""))
    told = _TIMES_OF.search(clause)
    of = f"为{'基年' if chr(1) in told['of'] else told['of']}的" if told else ""
    return f"{_base(figures, index, times['base'])}{of}倍数" if times else ""


def _base(figures: list[Figure], index: int, text: str) -> str:
    base = left_phrase(text)
    earlier = _whole_before(figures, index) or nearest(figures, index)
    return earlier.name if (not base or verbs_only(base)) and earlier else base


def _whole_before(figures: list[Figure], index: int) -> Figure | None:
    """The total that a clause behind several parts is of: 税收26万元，其中国税18万元，地税8万元，占计划的104%."""
    whole = next((at for at in range(index - 1, -1, -1) if not _is_part(figures[at])), None)
    if whole is None or index - whole <= _SEVERAL:
        return None
    total, last = figures[whole], figures[index - 1]
    alike = total.kind == "level" and total.mention.unit == last.mention.unit
    return total if alike and "；" not in total.text[total.behind : figures[index].at] else None


def _is_part(figure: Figure) -> bool:
    return figure.part and figure.kind == "level" and not figure.bracket


def with_then(name: str, before: str) -> str:
    """The name of a multiple with the time that it is a multiple of, as the text before the number says it.

    >>> with_then("产值为基年的倍数", "产值3.2亿元，是2015年的"), with_then("产值倍数", "产值3.2亿元，翻了")
    ('产值是2015年的倍数', '产值倍数')
    """
    told = _OF_THEN.search(before)
    return _OF_ANY.sub("", name) + f"是{told['then']}的倍数" if told and _OF_ANY.search(name) else name


def goes_on_against_it(figures: list[Figure], index: int) -> bool:
    """True for a growth against the year that the one before it was told against: 比1980年增长12%；棉花…，增长33%.

    Where one before was against the year before, those that do not say otherwise are, too.
    """
    figure = figures[index]
    if not index or (figure.item and figures[index - 1].kind == figure.kind):
        return bool(index)
    yearly = any(f.kind == "growth" and "比" not in f.name for f in figures[:index])
    return figure.left.strip("\x01 ，、") in _GROWS_ALONE and not yearly


def than_then(name: str, before: str, now: int | None) -> str:
    """The name of a growth or change with the year that it is reckoned against, where that is not the year before.

    Args:
        name: The name.
        before: The text before the number.
        now: The year that the figure is about.

    >>> than_then("生猪出栏增加", "生猪出栏1.4万头，比2003年增加", 2006), than_then("产值增长", "比2005年增长", 2006)
    ('生猪出栏比2003年增加', '产值增长')
    """
    told, moved = _THAN_YEAR.search(before), _MOVED.search(name)
    if not told or not moved or told["year"] in name or "年均" in name or int(told["year"]) + 1 == now:
        return name
    return f"{name[: moved.start()]}比{told['year']}年{moved['how']}"
