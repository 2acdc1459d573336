"""The unit of a number that is written without one: money, persons, or an index that has none."""

import re
from functools import cache

from township_analysis.lang.numerals import multiplier
from township_analysis.lang.units import unit_pattern

_APART = re.compile(r"(?:分别|依次|各)[^，。；]*\Z")
_ENDS = re.compile(
    r"[和与](?=\d)|[，。；、)\s]|任务|的(?:目标|任务|\d)|以上|以下|以内|左右|上下|增|大关|(?:两个)?台阶|关口|\+|\Z"
)
_CLAUSE = re.compile(r"[，。；：\n]")
_MONEY = re.compile(
    r"资金|投资|投入|补[贴助]|收入|支出|产值|贷款|救助|优抚|发放|款|经费|奖|税|营业额|销售额|金额|利润|工资|供养|抚恤|价值|总额|筹[集资]|集资|自筹|垫资|捐|成本|增收|社零|费|总值|经济总量|GDP|交易额|营收|余额|存款|(?:产业|经济|投资)规模|(?:工业|服务业|批零住餐|商贸业|餐饮业|零售业)完成"
)
_PERSONS = re.compile(
    r"人口|劳动力|党员|人数|职工|学生|居民|群众|游客|员额|裁员|脱贫|粉丝|用户|乡亲|[侨台]胞|华侨|侨眷"
)
_PEOPLE_BEHIND = re.compile(
    r"(?:以上|余|多|左右)?(?:\d\d周?岁(?:以上|以下)?)?(?:的|名)?[\u4e00-\u9fff“”]{0,10}?"
    r"(?:群众|人口|居民|农民|外来工|务工者|学生|职工|婴幼儿|幼儿|孩子|观众|读者|网民|粉丝|医生|[师新学]生|毕业生|大学生|在校生|侨[民胞]|[业营费愿工]者|乡亲|父老|官兵|民工|壮年|劳动[力者]|游客|百姓|儿童|老人|党员|青年|老年人|残疾人|市民|村民|牧民|妇女|[男女]生|群体|大军"
    r"|人员|移民|人才|工人|干部|教师|旅客|用户|考生|患者|对象|儿女|同胞|文盲|纳税人|中国人|从业者|参保人|人民(?!币|政府|银行|法院|检察|医院|代表|调解))"
    r"(?!之家|活动|公寓|之友|服务|培训|住房|学校|家园|食堂|驿站)"
)
_HOUSEHOLDS_BEHIND = re.compile(
    r"[余多]?(?:[\u4e00-\u9fff“]{0,4}(?:五保|低保|贫困|特困|困难|脱贫|移民|养殖)户|(?:农牧?户|(?:[\u4e00-\u9fff]{0,4}(?:农户|家庭)|户)(?=[，。；、]))(?!均|型|数))"
)
#: What money is for, behind a sum without 元: 投入20万改造老人食堂.
_SPENT = re.compile(
    r"[余多]?元?(?:用于|完成|新修|硬化|铺设|安装|打造|拓宽|改造|建设|实施|兴建|开发|修建|修缮|新建|购买|购置|支持|帮助|慰问|补助|补贴|资助|救助|为|给|对|奖励)"
)
#: 一万六, 两千三: a spoken digit that counts the next power; of money where nothing else is said.
_SPOKEN = re.compile(r"(?:[一二两三四五六七八九\d][十百千]?[千百万]|十[一二三四五六七八九]?万)[一二两三四五六七八九\d]")
#: 报名人数482，录取…: counted by the word before.
_HEADCOUNT = re.compile(r"(?:(?:总|(?<=[\u4e00-\u9fff]{2}))(?P<of>[人户])[数口])(?:共|为|达|约)?\Z")
#: Persons behind a number that has no unit at all: 解决近6000富余劳动力就业.
_WORKERS = re.compile(
    r"[余多]?(?:富余|剩余|农村|贫困|失地|下岗|受灾|在校|留守|困难|特困|外来|外出|返乡){0,2}(?:劳动力|务工人员|(?<=外来)工|民兵|民工|工人|游客|观众|家长|青年|残疾人|(?:大学)?毕业生|大学生|群众|老人|儿童|学生|村民|居民|牧民|渔民|乡亲|志愿者|干群|党员|妇女|职工|师生|农民工|(?:非?农业|贫困)人口)(?!人均|收入|数|总|小?组|委|代表|议事|自治|中心|之家|活动|公寓|驿站|协会)"
)
#: Bodies that some clerks count without a measure word: 下辖12支部, 18村3居委会.
_BODIES = re.compile(r"(?:党(?:支部|总支|委|小组|组织)|支部|总支|[村居]委会|村民小?组)(?![书委会]|活动|成员)")
_HAS_BODIES = re.compile(r"(?:[辖有设建含共、，和及]|[村区组部会]|总支)\Z")
#: 阅读量超10万+.
_READ = re.compile(r"(?:阅读|浏览|点击|播放|观看|访问|点赞|转发|曝光)(?:总?量|数|次数)")
#: 旅游人次由800万增加到1200万.
_VISITS = re.compile(r"人次(?:数|达到?|约|为|突破|超过?|已)*(?:[由从增加长至到了上升提高]|\d[\d.千万亿]*)*\Z")
_MANY = 99
#: 投资3737万的土地整治: money, whatever it was spent on.
_MONEY_OF = re.compile(r"(?:投资|投入|资金|价值|产值|资产|贷款|款|(?<=年)(?:任务|目标|计划))(?:约|近|超|达)?\Z")
_INCOME = re.compile(r"[人户]均[^，。；\d]{0,8}(?:收入|支出)(?:已?达到?了?|为|增加?到|约|近|超过?|突破)?\Z")
#: 6.3个和2.1个百分点: what the last says of all.
_POINTS_LAST = re.compile(r"(?:[、和与及] ?\d+(?:\.\d+)?个)+百分点")
#: 增加值1.2亿元，占年计划的57.2，同比增长21.5；: the sign was lost.
_GROWS = re.compile(
    r"(?:(?:同比|环比|[比较](?:上年|去年)(?:同期)?|年均|分别)(?:实际|名义)?(?:增长|上升|上涨|下降|增幅|降幅)"
    r"|占(?:全?年度?|年初|年内)?(?:计划|任务|目标|预算)数?的)\Z"
)
#: 比去年同期(301)少生14人: the base in brackets, counted as the difference is.
_THAN_THEN = re.compile(r"[比较](?:去年|上年|前年)(?:同期)?\((?:为|的)?\Z")
_CLAUSE_ENDS = re.compile(r"[，。；、()\s]|和(?=\d)|\Z")
_SHARED_OUT = re.compile(r"[人户村亩]均|每[人户村亩]")
_RATIO = r"(?:指数|性别比|收入比|倍差|之比|系数|容积率|复种指数|抚养比|死亡率)"
_INDEX = re.compile(
    rf"{_RATIO}(?:\([^()]{{0,24}}\))?[^，。；%元\n]{{0,20}}(?:，[由从][^，。；\d\n]{{0,10}})?(?<![:：\d.])\Z"
)
_AGAINST_INDEX = re.compile(rf"{_RATIO}[^。；%]{{0,24}}[高低升降小大][低高]?[了到至为]?\Z")
#: Behind an index: the end, what it moves to, or the one that it is set against (收入比缩小到2.3∶1).
_INDEX_ENDS = re.compile(rf"(?:{_ENDS.pattern})|缩小|扩大|下降|上升|提高|降|升| ?[:：] ?1(?:00)?(?![\d.])")
_EARTH = re.compile(r"(?:土石方|土方|石方)(?:量|工程)?(?:达|约|近|为)?\Z")
_POWERS = tuple("万亿")
_SHORT = 8  # characters of a clause that names nothing by itself: 必须控制在12万


def unit_left_out(match: re.Match[str], plain: str) -> str | None:
    """元 or 人 where the text leaves it out, ``""`` for an index, None for a number that measures nothing.

    A multiplier needs a word that says which (优抚100余万, 人口控制在12万), or a noun of persons behind it
    (420万困难群众); a spoken numeral a word of money or of sharing out (人均一万六).
    """
    before = plain[max(0, match.start() - 40) : match.start()]
    if _GROWS.search(before) and match["n1"].replace(".", "").isdecimal() and not match["m1"]:
        return "%" if _CLAUSE_ENDS.match(plain, match.end()) else None
    if (match["m1"] or match["n1"]).endswith(_POWERS):
        return _of_many(match, plain, before)
    if _THAN_THEN.search(before) and (moved := _and_moved().match(plain, match.end())):
        return {"百分点": "%", "比值": ""}.get(moved["unit"].removeprefix("个"), moved["unit"])
    ends = _ENDS.match(plain, match.end()) and not match["m1"]
    if ends and (_INCOME.search(before) or (_SPOKEN.fullmatch(match["n1"]) and _is_money(before))):
        return "元"
    if ends and match["n1"].isdecimal() and (told := _HEADCOUNT.search(before)):
        return told["of"]
    if match["n1"].isdecimal() and _BODIES.match(plain, match.end()) and _HAS_BODIES.search(before):
        return "个"
    if _is_many(match["n1"]):
        if _WORKERS.match(plain, match.end()):
            return "人"
        if _HOUSEHOLDS_BEHIND.match(plain, match.end()):
            return "户"
    indexed = _INDEX.search(before) or _AGAINST_INDEX.search(before)
    return "" if indexed and _INDEX_ENDS.match(plain, match.end()) else None


@cache
def _and_moved() -> re.Pattern[str]:
    """How far something moved from a base in brackets: 比去年同期(301)少生14人."""
    return re.compile(rf"\)[^，。；\d%]{{1,8}}\d+(?:\.\d+)?(?P<unit>个比值|{unit_pattern()})(?![\u4e00-\u9fff])")


def money_left_out(start: int, plain: str) -> str:
    """元 of a bare 百亿大关 behind a word of money, else ""."""
    return "元" if _MONEY.search(_CLAUSE.split(plain[max(0, start - 40) : start])[-1]) else ""


#: 东街0.7、西街0.5公里: what each is of, where both are decimals.
_NAMED = r"(?P<of>(?<=\d\.\d、)[\u4e00-\u9fff]{2,4}(?=\d\.\d))?"


@cache
def _listed() -> re.Pattern[str]:
    """The numbers of a list up to its last, which has the unit of all: 提高0.9和0.1个百分点."""
    return re.compile(
        rf"(?: ?[、和与及] ?{_NAMED}\d+(?:\.\d+)?"
        rf"(?P<scale>[十百千]?[万亿]{{0,2}})[余多]?){{1,9}}(?P<unit>{unit_pattern()})"
    )


def unit_of_list(match: re.Match[str], plain: str) -> tuple[float, str] | None:
    """The multiplier and unit of the last of a list, for those before it: 分别为3、5万元."""
    scaled = (match["m1"] or "").endswith(_POWERS)  # 分别达1.2万亿、8000亿元: each has its own
    bare = match["n1"].replace(".", "").isdecimal() and (scaled or not match["m1"]) and not match["n2"]
    found = _listed().match(plain, match.end()) if bare else None
    if found is None:
        return None
    if scaled:
        return 1, found["unit"]
    told = found["of"] or _APART.search(plain, max(0, match.start() - 40), match.start())
    return (multiplier(found["scale"]), found["unit"]) if told or found["unit"].endswith("分点") else None


def points_of_list(match: re.Match[str], plain: str) -> str:
    """个 as the 百分点 of the last of a list: 6.3 of 分别提高6.3个和2.1个百分点; else ``""``."""
    return "百分点" if _POINTS_LAST.match(plain, match.end()) else ""


def unit_of_bracket(match: re.Match[str], plain: str) -> tuple[float, str] | None:
    """The multiplier and unit behind a bracket, for the number before it and its parts within: 2150（国税1280）万元."""
    if not match["n1"].replace(".", "").isdecimal() or match["m1"] or match["n2"]:
        return None
    broken = plain.startswith("(", match.end())
    within = not broken and _IN_BROKEN.search(plain, max(0, match.start() - _BRACKET), match.start())
    found = _behind_bracket().match(plain, match.end()) if broken or within else None
    return (multiplier(found["scale"]), found["unit"]) if found else None


#: What stands in a bracket between a number and its unit, up to a part of it.
_IN_BROKEN = re.compile(r"\d\([^()\n]*[\u4e00-\u9fff]\Z")
_BRACKET = 48


@cache
def _behind_bracket() -> re.Pattern[str]:
    return re.compile(
        rf"\(?[^()\n]{{0,{_BRACKET}}}\)(?P<scale>[十百千]?[万亿]{{0,2}})(?P<unit>{unit_pattern()})(?![\u4e00-\u9fff]{{0,2}}[化级])"
    )


def _of_many(match: re.Match[str], plain: str, before: str) -> str | None:
    """The unit of a number of 万 or 亿."""
    if _HOUSEHOLDS_BEHIND.match(plain, match.end()):
        return "户"
    if _EARTH.search(before) and _ENDS.match(plain, match.end()):
        return "方"
    ends = _ENDS.match(plain, match.end())
    clauses = _CLAUSE.split(before)
    if not ends or plain.startswith(("以上", "左右"), match.end()):
        spent = bool(_MONEY.search(clauses[-1]) and _SPENT.match(plain, match.end()))
        spent = spent or bool(_MONEY_OF.search(before) and plain.startswith("的", match.end()))
        if spent or _PEOPLE_BEHIND.match(plain, match.end()):
            return "元" if spent else "人"
    if not ends:
        return None
    if _VISITS.search(clauses[-1]):
        return "人次"
    if _READ.search(clauses[-1]):
        return "次"
    own = clauses[-1] if len(clauses) == 1 or len(clauses[-1]) > _SHORT else "".join(clauses[-2:])
    persons, money = (max((m.end() for m in word.finditer(own)), default=0) for word in (_PERSONS, _MONEY))
    return None if not persons + money else "人" if persons > money else "元"


def _is_many(numeral: str) -> bool:
    """True for a number too large to be a rank or a part of a name, and no year."""
    year = numeral[:2] in ("19", "20") and len(numeral) == 4
    return not year and (int(numeral) > _MANY if numeral.isdecimal() else numeral[-1:] in tuple("百千"))


def _is_money(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    return bool(_MONEY.search(clause) or _SHARED_OUT.search(clause))
