"""What came about over several years, and what stands at their end."""

import re
from functools import cache
from itertools import pairwise

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import split_predicate
from township_analysis.figures.time.stocks import is_stock, reaches
from township_analysis.figures.words import alternation, strip_lead, strip_link

#: Deeds that add up, at the head of a name, whatever they come to: 建成5G基站超过20万个.
DONE_OVER_YEARS = re.compile(
    r"新增|累计|入选|获评|开行|组建|总投资|引进|形成|探明|净增|建成|投用|投产|培育|完成|实施|解决|创建|打造|获批|获得|排除|下拨|脱贫|出列|处分|平整|修[整建通筑复]|清淤|撤并|兴建|衬砌|架设|铺设|安装|拆除|硬化|整治|栽植|改[厕水灶圈]|(?<![\u4e00-\u9fff])[建修](?![筑制国党])"
)
OVER_YEARS = re.compile(
    r"年均(?!浓度|值|气温|降[水雨]|工资|薪)|累计|五年(?![计规]划)|平均每年|每年|年平均(?!工资|薪|收入|气温|降[水雨])"
)
#: What is told of one year, or of the day that closes it, whatever the years of its paragraph: a yearly total, a stock.
_TOTAL = re.compile(
    r"(?:(?:总|产|增加|销售)值|总?产量?|(?<!新增)收入|余额|(?:总|存|体|保有|拥有|吞吐|运输)量|总[数额]|(?:成交|销售|交易|进出口|贸易)额|里程|规模|容量|装机|人口|面积|能力|标准|价格?"
    r"|水平|寿命|人数|户数|人员)\Z"
)
#: What a thing yields in one year.
_YEARLY = re.compile(r"[年日][产出销创](?!业)|日(?:供|处理)|年(?=[\u4e00-\u9fff]{0,4}(?:量|额|值|营收|收入))")
#: What is told of one year in a report on several, unless a word says that it adds up.
OF_A_YEAR = re.compile(r"(?<!新增)(?:(?:产|增加|总)值|产量|总产|单产)\Z|人均[\u4e00-\u9fff]{0,4}收入\Z")
#: What a year brings in is no deed of the years, though a verb leads it: 完成工业总产值8亿元.
_BRINGS = re.compile(r"\A(?:完成|实现)(?=[^，]{0,8}(?:(?:产|增加|总)值|收入|产量|总产)\Z)")
#: What a deed brings in: 累计接待游客168万人次，实现旅游收入14亿元.
_BROUGHT = re.compile(r"实现(?![^，]*(?:人均|增加值))|创(?:造|收|汇|税)|取得|获得?")
#: What is spent adds up, whatever it comes to: 水利投资达到20亿元.
_SPENT = re.compile(r"(?:投资(?:总?额|规模)?|投入|资金|经费|事业费|(?:安排|介绍).{0,8}(?:就业|劳动力)(?:人数)?)\Z")
#: How large a thing is, right behind it.
_SIZE = re.compile(r"[全总]?长(?:度)?|宽|总?占地(?:面积)?|(?:总?建筑)?面积|总?库容|总?容积|储量|使用面积")
_NEXT = 2  # clauses
_ADDED = re.compile(r"新[增建]|净增")
_NEW = re.compile(rf"(?:{_ADDED.pattern})(?=..)|[竣完]工")
_LED_BY_A_DEED = re.compile(rf"\A(?:{DONE_OVER_YEARS.pattern})")
#: Verbs of what stands, and of what a thing came to: 参保8000人, 合作社发展到32家、农场18家.
_NO_DEED = re.compile(
    r"(?<!新增)(?:参保|参合|存栏|享受)|参加(?=[^，]{0,10}(?:医疗|保险|医保))|(?:发展|增加|扩大|壮大|增长)[到至]"
)
#: 仍有300人没有脱贫: what stands at the end.
_STILL = re.compile(r"[还仍尚][有剩余]")
#: What takes place, however often it is told of: 两次来我县考察.
_TAKES_PLACE = ("次", "场", "场次", "届")
_CLAUSE = 120  # characters that a clause may have on either side of a number
_END = 3  # characters before a number in which 新增 is told of it
#: A state behind a count: 3所学校位居前列 stand there at the end.
_STATE_BEHIND = re.compile(
    r"(?:均|都|全部)?(?:位[居列于]|居|排名?|处于|占|进入[^，。；]*(?:排名|前|行列|强)|达到?[\d\x00近约]|[规数]模?量?(?:超|达)"
    r"|有(?!了)|是|为|在)"
)
_EVENT_BEHIND = re.compile(
    r"获|被|入选|入围|[入跻]身|当选|上榜|挂牌|揭牌|上市|晋[升级]|列入|纳入|全线|全部|成为|成功|清零|[消退]出|贯通|投[用产运]|重组|启用"
)


@cache
def _act() -> re.Pattern[str]:
    return re.compile(f"{DONE_OVER_YEARS.pattern}|{alternation('act')}")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(f"{DONE_OVER_YEARS.pattern}|{alternation('deed')}")


@cache
def _deed() -> re.Pattern[str]:
    """Verbs of what is done once and adds up."""
    return re.compile(f"{DONE_OVER_YEARS.pattern}|{alternation('act', 'deed')}")


def is_done(figure: Figure) -> bool:
    """True for what was done over the years (新建, 发放, 累计), false for what stands at their end.

    What a verb leads, or a predicate follows (3家水厂投产供水), came about in those years; a thing with its number
    alone (国家级合作社12家), a total (通车里程) and what something comes to (达到, 稳定在) stand at the end.
    """
    if reaches(figure):
        return any(told.search(figure.name) for told in (_LED_BY_A_DEED, _SPENT, _NEW))
    if OVER_YEARS.search(figure.name + figure.left) or figure.mention.unit in _TAKES_PLACE:
        return True
    clause = re.split(r"[，；：]", figure.near(_CLAUSE))[-1]
    if _STILL.search(clause):
        return False
    before = _NO_DEED.sub("", clause)
    own = left_phrase(figure.left)
    if _SPENT.fullmatch(own):
        return True
    if _YEARLY.search(own) or (_TOTAL.search(own) and not _leads(strip_lead(before, light=False))):
        return bool(_ADDED.search(figure.left[-_END:]))
    after = figure.right if figure.right.strip() else figure.text[figure.behind : figure.behind + _CLAUSE]
    behind = re.split(r"[，。；：、]", after)[0]
    return bool(_deed().search(before) or _act().search(behind)) or _came_about(behind)


def _leads(clause: str) -> bool:
    """True where a verb leads the clause (治理流域面积), and is not half of a noun (种植面积, 加工产值)."""
    clause = _BRINGS.sub("", strip_link(clause))
    if _led().match(clause):
        return True
    total = _TOTAL.search(clause)
    verbs = (verb.end() for verb in _act().finditer(clause, 0, total.start() if total else len(clause)))
    return any(not _TOTAL.fullmatch(clause[end:].lstrip("业总年区")) for end in verbs)


def _came_about(behind: str) -> bool:
    """True for an event behind a count: 3家水厂投产供水, and not 3所学校位居前列."""
    predicate = split_predicate(behind)[1] if behind else ""
    return bool((predicate and not _STATE_BEHIND.match(predicate)) or _EVENT_BEHIND.search(behind))


def hold_years(figures: list[Figure]) -> None:
    """3家水厂、5家电站并网: what came about over the years is told of all in the list."""
    for figure, following in reversed(list(pairwise(figures))):
        if (following.period or "").endswith(f"/{figure.period}") and _share_a_deed(figure, following):
            figure.period = following.period
        elif (following.period or "").endswith(f"/{figure.period}") and _stand_together(figure, following):
            following.period = figure.period


def hold_sums(figures: list[Figure]) -> None:
    """累计接待游客168万人次，实现旅游收入14亿元: what came of a sum over years is one, too."""
    for summed, figure in pairwise(figures):
        told = "累计" in summed.left and not reaches(summed) and (summed.period or "").endswith(f"/{figure.period}")
        if told and figure.clause == summed.clause + 1 and figure.status == summed.status and _comes_of(figure):
            figure.period = summed.period


def hold_sizes(figures: list[Figure]) -> None:
    """新建校舍7所，建筑面积6240平方米: the size of what came about over the years is told of them, too."""
    for built, figure in pairwise(figures):
        spanned = (built.period or "").endswith(f"/{figure.period}") and built.kind == "level"
        beside = figure.clause - built.clause < _NEXT and figure.status == built.status
        if spanned and beside and _SIZE.fullmatch(figure.left.strip("\x01 、，")):
            figure.period = built.period


def _comes_of(figure: Figure) -> bool:
    """True for a clause of its own verb that tells of no state: 实现收入14亿元, 处罚违法行为300起."""
    led = _BROUGHT.match(figure.left) or _led().match(strip_lead(figure.left, light=False))
    of_a_year = "\x01" in figure.left or "一年" in figure.left
    return figure.kind == "level" and bool(led) and not (of_a_year or reaches(figure) or is_stock(figure))


def _stand_together(figure: Figure, following: Figure) -> bool:
    """True for two stocks of one clause: 300名贫困人口和500名特困人口纳入低保."""
    listed = figure.clause == following.clause and not following.left.strip("和及、 ")
    return listed and figure.status == following.status and is_stock(figure) and is_stock(following)


def _share_a_deed(figure: Figure, following: Figure) -> bool:
    """True for two counts of one clause with nothing but what is counted between them, and an event behind."""
    listed = figure.clause == following.clause and figure.kind == following.kind == "level"
    if not listed or figure.status != following.status or reaches(figure) or is_stock(figure):
        return False
    behind = re.split(r"[，。；：、]", following.right)[0]
    return not _deed().search(following.left) and _came_about(behind)
