"""Dates that no figure stands under: told by the way, compared with, or over."""

import re

from township_analysis.figures.time.dates import COMPARED
from township_analysis.lang.periods import PeriodMention

#: 上年结余 is an income of this year's budget, and 上年 no date.
_CARRIED_OVER = re.compile(
    r"[上去]年(?=[\u4e00-\u9fff]{0,4}结[转余]|滚存|库存|遗留)|(?<=结转)下年|当年(?=(?:现行)?价)|(?:1[0-2]|[1-9]|[一七])月份?(?=(?:月?平?均)?(?:最[高低])?气?温)"
)
_BASE_OF = re.compile(r"[比较][^，。；]{2,12}的\Z")
_COMPARED_YEAR = re.compile(r"[与同比较](?:19|20)\d\d年的?\Z")
#: 4月、9月开展两次排查: neither month is the time of all that was done.
_MONTH_BEFORE = re.compile(r"\d月份?[、和及]\Z")
_MONTH_BEHIND = re.compile(r"[、和及]\d{1,2}月份?(?![底末初\d])")
_BASE_ALONE = re.compile(r"[比较与同]\Z")  # 比1955年23万元增加120倍, 比上年6.1亿元增长8%
_COMPARED_BEHIND = re.compile(
    r"(?:年)?同期|同比|相比|的?(?:基础|基数|水平)上?|为(?:基数|基期|基准)|的?(?:不变|可比)价|的(?:近|约)?[\d.一二三四五六七八九十百两点]{1,8}[多余]?倍"
)
_THAN_THE_BEST = re.compile(r"[比较超][^，。；\d\x01]{2,9}的\Z")  # 比大丰收的1990年增长, 较受灾的去年回升
_OF_A_PROGRAMME = re.compile(r"(?:年度)?(?:中央|省级|市级|县级)|年度|级|届")
_BY_THE_WAY = re.compile(r"(?:面对|针对|克服|应对)[^，。；]{0,24}\Z|(?:遭受|因|受|入选|列入|纳入|荣?获|评为)\Z")
#: A disaster is no aside: what follows in its sentence happened then (面对4月下旬的冻害).
_DISASTER = re.compile(r"[^，。；]{0,8}(?:[冻旱洪涝雪雹寒风汛火震]|暴雨|强降雨|降温|疫)")
#: 厂房于10月竣工，日产20吨: the day of the event, and no period of what follows.
_EVENT = re.compile(
    r"[才就便即][^，。；：\d]{1,6}(?=，)|[^，。；：\d]{0,6}?(?:竣工|完工|放行|合龙|贯通|并网|点火|奠基|[开动]工|启[动用]|开[业园馆街]|投[产用]|试?运[行营]|通[车水电气航]|挂牌|揭牌|成立|建[成立]|上线|落成|交付"
    r"|投入使用|试生产|封顶|开始|实施|推行|开采|开挖|架设)[^，。；：\d]{0,6}(?:、(?:19|20)\d\d年[\d月日]{0,6}[^，。；\d]{1,6})?(?=[，；])"
    r"|撤[^，。；\d]{1,16}(?=[，；])|[^，。；\d]{0,12}?(?:设立|更名|改[称名为]|合并|并入|划归|[改设建]镇)[^，。；\d]{0,10}(?=[，；])"
)
#: 始建于1958年，占地30亩: the same, with its verb before it.
_FOUNDED = re.compile(r"(?:建|成立|创办|设立|组建|建成|建制|投产|投用|开业|落成|合并|迁入?|竣工)于\Z")
#: 2018年被评为4A级景区，年接待游客30万人次: what it has every year, or now.
_HONOURED = re.compile(
    r"(?:被|荣?获|入选|跻身|列入|评为|授予|命名)[^，；。]{2,24}，(?:[^，；。]*，)*(?:年(?![内底末度])|现[有存]|常年|日均|占地|拥有|规划面积|总面积)"
)
#: …的基础上 ends what was told of the date; 在2014年的基础上 speaks of another.
_ON_TOP_OF = re.compile(
    r"(?:\A|\d)[^，；：]*(?<!年)(?<!年的)(?<!年度的)基础上|\A[^，；：]*(?:[^。；]{2,24}的)(?:不利|困难)*(?:情况|条件|影响|局面|形势)下，"
)
#: A date behind the subject of a clause that has no number of its own is of that clause.
_MID_CLAUSE = re.compile(
    r"(?<!全)(?<!我)(?<![年月日])[\u4e00-\u9fff]{2}(?<![在到从自于至截止据按比较以对为是])(?<!以来)(?<!全[镇乡县区村市省国])(?<!我[镇乡县区们])(?:[于在到])?\Z"
)
_NO_FIGURE = re.compile(r"[^，。；\d一二三四五六七八九十百千万]{2,16}，")
_NOW = re.compile(r"[，；、](?:现(?![代场金役实行价任象成状])|目前|如今|至今)")
_BY_NOW = re.compile(r"[，；](?:现在|目前|如今|至今)")
CLAUSE_HEAD = re.compile(r"[，；：、]")


def is_carried_over(start: int, plain: str) -> bool:
    """True for the 上年 of 上年结余."""
    return bool(_CARRIED_OVER.match(plain, start))


def is_aside(date: PeriodMention, plain: str) -> bool:
    """面对4月下旬低温冻害, 年初承诺的: told by the way, and no period of what follows."""
    if (date.part == "01-01" and not date.year) or is_carried_over(date.start, plain):
        return True
    if date.part and not date.until and _is_month_of_several(date, plain):
        return True
    by_the_way = _BY_THE_WAY.search(plain, max(0, date.start - 26), date.start)
    return bool(by_the_way and not (date.part[:2].isdigit() and _DISASTER.match(plain, date.end)))


def _is_month_of_several(date: PeriodMention, plain: str) -> bool:
    """True for a month in a list of months that no year stands before."""
    before = _MONTH_BEFORE.search(plain, max(0, date.start - 4), date.start)
    return not date.year and bool(before or _MONTH_BEHIND.match(plain, date.end))


def is_over(date: PeriodMention, between: str, plain: str) -> bool:
    """True for a date that holds no longer: of an event told in its own clause, or of what stands otherwise now."""
    if _ON_TOP_OF.search(between) or (_BY_NOW if date.until else _NOW).search(between):
        return True
    if _FOUNDED.search(plain, max(0, date.start - 4), date.start) and CLAUSE_HEAD.search(between):
        return True
    if date.until or date.years is not None or date.last is not None:
        return False
    if date.year and not date.part and _HONOURED.match(between):
        return True
    if date.since and "以来" in between:
        return False  # 自3月开园以来，接待游客5万人次
    if not date.year and _MID_CLAUSE.search(plain, max(0, date.start - 8), date.start) and _NO_FIGURE.match(between):
        return True  # 茶园去年遭了灾，…
    told = bool(date.part) or plain[date.start : date.start + 1] in "自从" or plain[date.start - 1 : date.start] == "于"
    return bool(told and _EVENT.match(between) and CLAUSE_HEAD.search(between))


def is_comparison(date: PeriodMention, plain: str, figure_at: int) -> bool:
    """True for a date that a figure is compared with, but for the base that stands right behind it."""
    if (
        figure_at == date.end
        and (date.year or date.offset)
        and _BASE_ALONE.search(plain, max(0, date.start - 1), date.start)
    ):
        return False
    if figure_at == date.end + 1 and _BASE_OF.search(plain, max(0, date.start - 1), figure_at):
        return False
    if _COMPARED_YEAR.search(plain, max(0, date.start - 6), date.start):
        return figure_at > date.end + 1  # 与2010年第六次人口普查的7万人相比，增加…
    if COMPARED.search(plain, max(0, date.start - 3), date.start) and plain[date.start] != "截":
        return True
    if (date.year or date.offset) and _THAN_THE_BEST.search(plain, max(0, date.start - 12), date.start):
        return True
    if _COMPARED_BEHIND.match(plain, date.end):
        return True
    return bool(date.year and _OF_A_PROGRAMME.match(plain, date.end))
