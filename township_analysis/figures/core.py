"""Whether a statistician would want a figure, and per what it is."""

import re
from functools import cache

from township_analysis.figures.model import Figure
from township_analysis.figures.names.predicates import begins_noun

_PER = {
    "capita": re.compile(
        r"(?<![\d万千百老青成])人年(?=\Z|，|[补供平均]|标准)|[人生]均(?!衡)|每人|人平|每[名生位]|每个(?:农民|职工|居民(?![区小组点]))|月(?:工资|薪)|平均(?:月|年)?工资|按人口平均|居民可支配收入|农民纯收入"
    ),
    "household": re.compile(r"户[均平](?!建|已|有|实|纳|签|享|方)|每户|每个(?:农户|家庭|贫困户|牧户)|[农民]户平"),
    "village": re.compile(
        r"(?<![他余各个政部有困点下])村[均平](?=\Z|，|[^原])|每村(?!级)|每个[\u4e00-\u9fff]{0,3}?(?:村|社区|居民区|居委会|嘎查)(?!级)|各村[^，、]{0,10}(?:分别|各|平?均|安排|补助|提取)|各村\(居\)"
    ),
    "area": re.compile(r"亩均|每亩|单产|亩产|每平方公里"),
}
#: What a unit itself divides by: 元/人, 公斤/亩.
_PER_UNIT = {"人": "capita", "户": "household", "村": "village", "亩": "area", "公顷": "area"}
#: 9个村各建示范点1处, 26户各补助2万元: so much for each of them.
_EACH_OF = re.compile(r"(?:\d|[两三四五六七八九十])个?(?:行政)?(村|社区|户)各(?:[建补奖安配设拨发投]|新建)[^，。；]*\Z")
#: 11个村集体经济收入均达到15万元: what each of them has.
_ALL_HAVE = re.compile(
    r"(?:\d个?|各|所有|全部|\A|[，、；])(?:行政)?(?:村|嘎查|社区)(?:级|居)?(?:村?集体)?[\u4e00-\u9fff]{0,8}(?:均|都|全部)(?:达到?|超过?|突破|在|实现)了?\Z"
)
#: 各村建立1支宣传队: each has so few; 各村新建公厕12座 have them together.
_EACH_VILLAGE = re.compile(
    r"各(?:行政)?村(?:\(社区\))?(?:都|均|要|至少|必须|分别|各)*(?:有|配[有备齐]?|建[立好成]|成立|组建|设[有立]?|选派|落实|培育|确定|发展|聘[请用]|明确)了?\Z"
)
_FEW = 5
_EACH_NEAR = 24
#: Households are not counted per household: 户均2万元，其中470户.
_COUNTS_THEM = {"capita": "person", "household": "household"}
_COUNTED = frozenset(["person", "person-times", "household", "event", "count"])
_OF_RESIDENTS = re.compile(r"\A(?:城[镇乡市]|农村|全体)?(?:常住)?(?:居民|农民|牧民)(?:可支配|纯)?收入\Z")
_A_MEAN = 300_000  # 元, below which an income is that of one
_INCOMES = re.compile(r"(?:居民|农民|牧民|渔民|人口)收入")
_NEAR = re.compile(r"[，。；：、\d]|以[上下内]的?")
#: 人均收入120元以下的困难户: households, picked by what each has.
_PICKED = re.compile(
    r".*(?:以[上下内]|(?:低于|高于|超过?|不足|不到|达到?|突破)[\d一二三四五六七八九十百千万]+[^的]*)的"
)
_OF_WHOLE = re.compile(r"占(?![有地用])")
#: A total, though its name may lean on a rate before it: 每户补助3000元，共兑付183万元.
_ALL_IN_ALL = re.compile(r"共(?!享|建)|合计|累计|全年|总计")
_AND_VOLTS = re.compile(r"[和、及][\d.]+(?:千伏|kv|kV|KV)")  # 750千伏和330千伏电网工程
_VOLTS = frozenset(["千伏", "kv", "kV", "KV", "伏"])
_AGE_NEAR = 20  # how far back the age stands of which a change speaks
#: What is counted, and no class that the number sets apart: 带动300户以上农户增收.
_ITSELF = re.compile(r"(?:贫困|脱贫)?(?:农户|群众|居民|劳动力|贫困户|脱贫户)(?![的大])")
#: What a threshold before it picks: 产值超10亿元企业5家, 收入不足10万元的还有1个.
_PICKS = re.compile(
    r"的?(?:工业|规上|重点|大型)?(?:企业|项目|村|嘎查|社区|合作社|农?户|大户|单位|商户|乡?镇)|的(?:还|共|仅|只|已)*(?:有|达到?|为)?\Z"
)
#: 北邻石桥、白沙两镇: no count of the township's own.
_NEIGHBOURS = re.compile(r"\A[^辖]*[\u4e00-\u9fff][、和与][\u4e00-\u9fff]+\Z")
#: 注册资金千万元以上46家: the money picks what is counted.
_SET_APART = ("money", "land", "mass")
#: 10至500万元项目累计投资5200万元: what they have in common.
_OF_SIZE = re.compile(r"的?(?:工业|重点|大型)?(?:项目|企业|工程)")
#: 达到100万元的村2个, 80-90万元的3个: the same.
_REACHED = re.compile(r"(?:\A|[，、])[ \x01]*(?:其中)?，?(?:达到?|在)?\Z")
_WHO = r"(?:村|嘎查|企业|项目|农?户|大户|单位|社区|合作社)"
_OF_COUNTED = re.compile(rf"(?:的{_WHO}?|{_WHO})(?:有|共有?)?\d+[多余]?[个家户]")
#: 打造3个以上的示范村 counts them; 有3个以上车间的企业12家 picks others.
_COUNTERS = frozenset("个家处座条所项名")
_COUNT_NEXT = re.compile(r"[^，。；]*\d")
_COUNT_BEHIND = re.compile(r"[的有 ]*\d")
#: What is itself counted behind a verb: 实施200项以上技改项目; 25户以上自然寨 is no such thing.
_THINGS = frozenset("个项家处座所场")
_DONE_TO = re.compile(r"(?:实施|建设|新建|改造|建成|打造|培育|新增|引进|举办|推进|创建|完成|办好|做好|好)了?\Z")


#: 新建20万吨水泥生产线1条: how large it is.
_CAPACITIES = frozenset(["mass", "power", "volume"])
_BUILT_SO_LARGE = re.compile(
    r"的?[\u4e00-\u9fffA-Za-z]{0,10}?(?:项目|工程|生产线|机组|电站|电厂|水厂|处理厂|装置|冷库|油库|粮库|变压器|电机|锅炉)(?![的、和]|[^，。；]{0,8}\d[\d.]*[%亿万])"
)
#: 年产20万件果品包装项目: the same.
YEARLY = re.compile(r"[年日](?:产|生产|加工|处理|屠宰|出栏|存栏)\Z")
_WORK = re.compile(
    r"的?[\u4e00-\u9fffA-Za-z]{0,12}?(?:项目|工程|生产线)(?![、和]|的(?!签约|建设|开工|落[地户]|引进|洽谈|竣工|投产))"
)
_IS_CAPACITY = ("能力", "产能", "规模", "新增", "容量", "装机", "生产", "投资")
#: 居全县10个乡镇第三位: among so many, which are none of the township's own.
_AMONG = re.compile(r"全[国省市州县区镇乡]\Z")
_RANKED = re.compile(r"[\u4e00-\u9fff()]{0,12}?(?:第[\d一二两三四五六七八九十]|首位|前[列茅一二三四五六七八九十\d])")
#: 按照每网格不超过30户要求: a norm by which something is done.
_BY_NORM = re.compile(r"按照?[^，。；]*\Z")
_NORM = re.compile(r"的?(?:要求|标准|原则)(?=，|\Z)")


@cache
def _any_per() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in _PER.values()))


def per_of(figure: Figure) -> str:
    """The denominator: ``capita``, ``household``, ``village``, ``area`` or ``""``."""
    if of_unit := _PER_UNIT.get(figure.mention.unit.partition("/")[2]):
        return of_unit
    if figure.kind == "growth" and _INCOMES.search(figure.name):
        return "capita"
    if figure.unit_kind == "money" and _OF_RESIDENTS.search(figure.name) and (figure.mention.value or 0) < _A_MEAN:
        return "capita"  # 农村居民收入7420元 is nobody's sum
    whole = figure.kind == "share" and _OF_WHOLE.search(figure.name)
    near = _NEAR.split(figure.before[-20:])[-1]  # ``left`` may have been cut by a rule of naming
    picked = figure.rule == "threshold" or _PICKED.match(figure.name)
    name = figure.name.rpartition("的")[2] if picked else figure.name  # 人均收入超万元的村
    words = near if _ALL_IN_ALL.search(near) else f"{name}，{figure.left}，{near}"
    words = name if picked and figure.unit_kind in ("count", "household") else words
    if whole:
        words = figure.name[: whole.start()]
    if figure.kind == "level" and figure.unit_kind == "money" and _ALL_HAVE.search(figure.near(_EACH_NEAR)):
        return "village"
    if each := _EACH_OF.search(figure.near(_EACH_NEAR)):
        return "" if figure.kind != "level" else "household" if each[1] == "户" else "village"
    few = (figure.mention.value or 0) <= _FEW and begins_noun(figure.right.lstrip())
    if few and figure.kind == "level" and _EACH_VILLAGE.search(figure.near(_EACH_NEAR)):
        return "village"
    if not _any_per().search(words):
        return ""
    per = next((per for per, pattern in _PER.items() if pattern.search(words)), "")
    return "" if _COUNTS_THEM.get(per) == figure.unit_kind else per


def is_core(figure: Figure) -> bool:
    """False for a criterion or a size inside a name: 千亩茶叶基地, 80岁以上, 5万元以上的村."""
    if figure.mention.unit in ("岁", "周岁", "级"):
        return _is_age_told(figure)
    if figure.mention.chinese and figure.mention.unit in tuple("乡镇县市区村方") and _NEIGHBOURS.search(figure.left):
        return False
    behind = figure.right.lstrip("\x01 ")
    if (
        figure.unit_kind in ("person", "household", "count")
        and _NORM.match(behind)
        and _BY_NORM.search(figure.near(_EACH_NEAR))
    ):
        return False
    if _AMONG.search(figure.left) and _RANKED.match(figure.after):
        return False
    if behind.startswith(("等深线", "等高线")):
        return False
    if YEARLY.search(figure.left) and _WORK.match(behind):
        return False
    if figure.unit_kind in _CAPACITIES and _BUILT_SO_LARGE.match(behind) and not figure.left.endswith(_IS_CAPACITY):
        return False
    bounded = figure.mention.hedge.end > figure.mention.end  # 以上, 以下, 左右 behind it
    if _picks_what_is_counted(figure, behind, bounded):
        return False
    if figure.mention.form == "bare":
        told = figure.mention.hedge.approx != "exact" and not bounded  # 上百家企业, but 亿元企业 and 千人以上村
        hedged = told and not behind.startswith("的")
        return not behind or not begins_noun(behind) or (hedged and figure.unit_kind in _COUNTED)
    if bounded and figure.mention.unit in _COUNTERS and not _COUNT_NEXT.match(figure.after):
        return True
    share = figure.unit_kind == "percent" or figure.mention.form == "fraction"
    if figure.mention.unit in _THINGS and _DONE_TO.search(figure.left) and not behind.startswith("的"):
        return True
    if figure.mention.unit in _VOLTS and (begins_noun(behind) or _AND_VOLTS.match(figure.after)):
        return False
    if figure.left.endswith("时速"):
        return not begins_noun(behind)
    return share or bool(_ITSELF.match(behind)) or not (bounded and behind and begins_noun(behind))


#: 平均年龄由51岁降至43岁.
_FROM_AGE = re.compile(r"年龄[由从][^，。；]*\d岁[^，。；\d]{0,6}\Z")


def _is_age_told(figure: Figure) -> bool:
    """True for an age that is itself told (平均年龄38岁), false for one that makes a class (年龄在35岁以下的12人)."""
    a_class = figure.mention.value_max is not None or figure.right.startswith("的")
    told = (re.search("年龄|寿命", figure.left) or _FROM_AGE.search(figure.before[-_AGE_NEAR:])) and not a_class
    return bool(told) or (figure.kind == "change" and "年龄" in figure.before[-_AGE_NEAR:])


def _picks_what_is_counted(figure: Figure, behind: str, bounded: bool) -> bool:
    """True for a sum or a size that those counted next have in common: 注册资金千万元以上46家."""
    between = figure.mention.value_max is not None and figure.unit_kind == "money"  # 30万—50万元5个
    if (bounded or between) and not behind and figure.unit_kind in _SET_APART and _COUNT_BEHIND.match(figure.after):
        return True
    if figure.unit_kind != "money":
        return False
    if figure.mention.value_max is not None and _OF_SIZE.match(behind):
        return True
    if _REACHED.search(figure.left) and _OF_COUNTED.match(figure.after):
        return True
    passed = figure.mention.hedge.start < figure.mention.start and _PICKS.match(behind)
    return bool(passed) and figure.mention.form != "bare"
