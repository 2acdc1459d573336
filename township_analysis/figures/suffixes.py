"""How a name ends: the noun of what is counted, and the thing that a name is about."""

import re
from functools import lru_cache

from township_analysis.figures.model import Figure
from township_analysis.figures.words import ASKED, act_pattern, alternation, strip_lead, words

COUNTED_NOUN = {"person": "人数", "household": "户数", "person-times": "人次"}
_PERSONS = (
    r"(?:人员|对象|群众|学生|干部|老人|儿童|妇女|党员|职工|家庭|患者|户(?![籍口型外])|人口|村民|居民|教师|农民|[果茶瓜菜蔗烟蚕棉]农|牧民|渔民|劳动力|青年|残疾人|考生|学员|带头人|能手|标兵)"
    r"(?:干部|代表|群众|志愿者)?(?!会|部|数|院|园|校|委)"
)
#: Persons, and others named beside them: 党员干部、志愿者.
PERSON_NOUN = re.compile(rf".*?{_PERSONS}(?:[、和与及](?:志愿者|网格员|医护人员|(?:党员|党政|机关|镇村|村)?干部))*")
#: Two characters behind persons that say what they did; two others are part of the noun (党员干部, 贫困户子女).
_STATE_OF_PEOPLE = re.compile(
    r"入社|入股|分红|结亲|结对|受益|受灾|参保|参合|参训|参会|就业|创业|搬迁|脱贫|返贫|入住|务工|返乡|上岗|入学|获奖"
)
#: What is done with people, as a noun behind them: 适龄妇女“两癌”检查工作.
_WORK = re.compile(r"([\u4e00-\u9fff“”]{2,10})(?:工作|任务)")
ENDS_IN_PERSON = re.compile(
    r"(?:[生员者人户工民师兵众部童女才商客孩婴]|对象|家庭|劳动力|人口|老年|青年|妇女|书记|委员|主任|代表|干事|专家|教授|支书|(?<![增延成生特专])长)\Z"
)
#: A school or hospital and what it has: 镇中心小学有教学班.
_HAVING = re.compile(
    r"(?:(?<=[学院社厂场站校])|(?<=[务究疗生出法电]所))(?:现|共|设|建|拥)?有(?=[\u4e00-\u9fff]{2,6}\Z)"
)
_LOOSE = re.compile(
    r"\A(?:[、—\-·及与的]|和(?![谐平美睦]))+|(?:[、—\-·和及与的]|(?<=..)(?<![高中初均平上下特优同对])等)+\Z"
)
_PUNCTUATION = re.compile(r"[\s，,。；;：:!！？?|\n\x00\x01]+")
_ENDS_COUNTED = re.compile(
    r"(?:总量|(?<!多)数|总产|密度|人数|户数|人口|次数|场数|场次|人次|面积|长度|里程|金额|资金|收入|产值|产量|户|人|员|者|对象|群众|学生|干部|党员|老人|儿童|患者|职工|学员|代表|委员|书记|主任|干事|专家|教授|支书|[镇乡局所站组队校院楼林河田格会]长"
    r"|劳动力|毕业生|教师|婴儿|新生儿|农民|居民|村民|嫌疑人|技师|骨干|人才|家庭|妇女|青年|军人|新生|考生|毕业生|婴幼儿|费|款|额|贷|税|支出)”?\Z"
)
#: What is said of an insurance by who takes part in it.
_INSURED = re.compile(r"(?<=医疗|保险|医保|农合|农保)参[合保]\Z")
#: Persons are not counted by what they are paid: 助学贷款86人.
_ENDS_IN_MONEY = re.compile(r"(?:款|贷|费|税|资金|补助|补贴|津贴|[慰抚学养]金)\Z")
#: Firms are counted in 户, too.
FIRMS = re.compile(r"(?:主体|企业|商户|公司|总量|总数)\Z")
#: Names that say themselves that households are counted; 入户 does not.
_HOUSEHOLDS = re.compile(r"(?:(?<![入到进])户|户数|家庭)”?\Z")
#: Of households counted as people: 贫困人口120户.
OF_THE_POOR = re.compile(r"(贫困|脱贫|低收入|低保)(?:人口|人员)\Z")
_AREA_WORK = re.compile(
    r"(?:种植|造林|改造|防治|管护|播种|整治|流转|治理|养殖|抚育|补植|绿化|硬化|建设|还林|还草|改良|复垦|复耕|恢复|种|水稻|玉米|小麦|大豆|蔬菜|油菜|马铃薯"
    r"|果园|茶园|药材|调减|低改|整地|亮化|拆除|拆违|征收|征地|套种|覆盖|改良|机耕|机播|机收|秋冬种|春播|秋播)\Z"
)
_LIVESTOCK = re.compile(r"(?:养殖|饲养|养(?!量)[\u4e00-\u9fff])\Z")
#: Land that work is done to is its own measure: 新增耕地.
_WORKED_LAND = re.compile(r"\A(?:新增|腾出|征用|平整|盘活).*(?:耕地|土地|用地|农田|绿地|湿地|宅基地|荒地|林地|草场)\Z")
VERBAL_ENDS = ("受理", "排查", "调解", "化解", "办理", "检查", "整改", "培训", "接待", "征收", "拆除", "安装", "铺设")
_ENDS_IN_ACT = re.compile(rf"(?<=..)(?:{'|'.join(VERBAL_ENDS)}|签约)\Z")
#: How far a work has come is no part of what it is.
_ENDS_IN_STATE = re.compile(
    r"(?<=..)(?:在建|新?开工|竣工|完工|投产|建成|交付|新增|净增|受灾|成灾|绝收|扩容|扩面|提质|惠及)\Z"
)
#: 12名 behind a noun counts those whom the noun names; behind a verb it needs a noun: 新增就业12名.
_ENDS_IN_VERB = re.compile(rf"(?:{alternation('act', 'state')}|从业|上岗|参军|务工|培训|脱贫|进保|征兵|录取)\Z")
_MEASURE_TAIL = re.compile(
    r"(?:总产|总播种?面积?|种植总?面积|播种面积|总面积|面积|总产量|年?产量|总产值|年?产值|增加值|总收入|存栏量?|存笼|出栏量?|饲养量|年?总量|总数|户数|人数|次数|场数|人次|批次|总户数|人口"
    r"|长度|[总全]长|里程|占地(?:面积)?|建筑面积|库容|年度计划(?:总?投资)?|计划投资|完成投资|总投资|投资|(?:完成|实现)?(?:主营业务|销售|营业)收入|投入资金|资金|金额|(?<=..)(?:开票|应税)?销售|数量|数)\Z"
)
#: Offices that stand for what they collect: 国税完成320万元.
_OFFICES = ("国税", "地税", "国税部门", "地税部门", "税务部门", "财政部门")
_HERDS = tuple("头只羽匹峰")
ONE_WORD = tuple("牛羊猪马驴鸡鸭鹅鱼")
_LIVE = re.compile(
    r"(?P<year>[年总])?(?P<what>(?:出栏|存栏)(?!率|量|数|额)|产(?!值|业|量|权|品))(?P<animal>(?![增减])[\u4e00-\u9fff]{1,6}(?<![场户区量]))\Z"
)
#: 种小麦 is no noun; 种植烤烟 is, in the text's own order.
_SOWN_BEFORE = re.compile(r"种植|播种|栽植|栽种|套种")
_SOWN = re.compile(r"\A种(?![植养])([\u4e00-\u9fff]{2,4})面积\Z")
#: 发放了补贴, 摸排出学生: the verb's end.
_VERB_END = re.compile(r"\A(?:了|出(?![栏口租让产生行入境])(?=..))")
#: The denominator of a rate of pay.
_EACH = re.compile(r"每月每人|每(?:[人户名位亩头只村生斤吨]|公斤)(?:每?[年月天次]|每?学期)?|[月年][人户]均")
_TAIL = re.compile(r"(?:对象|人员|种植面积|播种面积|面积|人口|年出栏|出栏|存栏|存笼|饲养量|年产量|总?产量|总产)\Z")
#: Verbs that are the first half of a noun.
NOUN_OF_VERB = re.compile(
    r"(?:养殖|种植|加工|安置|保障|服务|生产|培训|检测|销售|灌溉|供水|注册|救助|接种)"
    r"(?:房|性|业|总值|能力|经营|项目|工程|小区|基地|大?户|企业|厂|场|合作社|资料|安全|班|员|点|站|车间|中心|园|区|对象|资本|机构|组织|岗位|补贴)"
)
#: What is weighed and named without a verb is what was grown or made.
_PRODUCE = re.compile(
    r"(?:生产)?((?!收购|调运|销售|购|运|贩)(?:粮食|油料|肉类|原煤|原油|钾肥|化肥|水泥|碳酸锂|[\u4e00-\u9fff]{0,3}[烟蔗棉钢]|(?:猪牛羊)?肉|甜菜|蔬菜|水果|干果|茶叶|食用菌))"
)
_LONG = re.compile(r"长|里程|公里|距|宽|海[拔拨]|深|径|高|水位|雨|厚|量\Z|线\Z")
_BARE = re.compile(r"面积|规模|单产|亩产|总产|人口|人数|户数|产量|产值|出栏|存栏|存笼|养|数量|种植\Z|基地|园\Z")


_LABEL = re.compile(r"【[^】]{1,12}】|\[\d{1,2}\]|\A\d{1,2}[.、．)]")  # a heading in the line, a note
ASIDE = re.compile(r"\((?:[^()]{7,}|[^()]*[、\x00][^()]*|下同|不?(?:含|包括)[^()]*)\)")
#: 电子、家具、食品三大产业: the sum says it.
_SUMMED_UP = re.compile(
    r"\A(?:[\u4e00-\u9fff“”]{2,8}、){2,8}[\u4e00-\u9fff“”]{2,8}?(?=[两二三四五六七八九十]大[\u4e00-\u9fff]{2})"
)
_DONE_TO = re.compile(r"\A((?!为)[\u4e00-\u9fff]{1,2})了(?=[\u4e00-\u9fff“]{2})(?!了解)")


@lru_cache(maxsize=ASKED)
def tidy_name(name: str) -> str:
    """The name without punctuation, blanks, and brackets or quotes that are left open."""
    name = _PUNCTUATION.sub("", ASIDE.sub("", _LABEL.sub("", name))).replace("()", "")
    name = _SUMMED_UP.sub("", _HAVING.sub("", _LOOSE.sub("", name)))
    for left, right in ("()", "“”", "《》"):
        if name.count(left) != name.count(right):
            name = name.replace(left, "").replace(right, "")
    name = re.sub(r"\A了(?![解结却])", "", _DONE_TO.sub(r"\1", name))
    name = _SOWN.sub(r"\1种植面积", name)
    live = _LIVE.match(name)
    if not live:
        return name
    return f"{live['animal']}{live['year'] or ''}{live['what']}{'量' if live['what'] == '产' else ''}"


@lru_cache(maxsize=ASKED)
def subject_of(name: str) -> str:
    """The thing that a name is about: 粮食播种面积 → 粮食, 受理矛盾纠纷 → 矛盾纠纷."""
    bare = strip_lead(name)
    bare = (_EACH.sub("", bare).removesuffix("标准").removesuffix("售价") if _EACH.search(bare) else "") or bare
    bare = noun if "的" in bare and len(noun := bare.rpartition("的")[2]) >= 2 else bare
    behind = _VERB_END.sub("", bare[len(verb_before(bare)) :])
    kept = act_pattern().match(behind) or _MEASURE_TAIL.fullmatch(behind) or behind == "收入"
    bare = behind if len(behind) >= 2 and not kept else bare
    bare = re.sub(r"\A\d*周?岁以上的?(?=..)", "", bare)
    shorter = _INSURED.sub("", _ENDS_IN_STATE.sub("", _MEASURE_TAIL.sub("", bare)))
    if done := _ENDS_IN_ACT.search(shorter):
        shorter = shorter[: done.start()]
    return shorter if len(shorter) >= 2 or shorter in ONE_WORD else bare


def is_rate(name: str) -> bool:
    """True for the name of a rate of pay, which is no total to go on about."""
    return bool(_EACH.search(name)) or "人均" in name or "户均" in name


def total_of(name: str) -> str:
    """What a rate is of: 低保对象每人每月标准 → 低保对象."""
    return re.sub("人均|户均", "", _EACH.sub("", name)).removesuffix("标准") or name


def verb_before(name: str) -> str:
    """The verb that a name begins with, or ``""``: 新建 of 新建冷库, nothing of 安置房, 养殖小区, 退耕还林补助."""
    verb = None if NOUN_OF_VERB.match(name) or name.startswith(words("whole")) else act_pattern().match(name)
    return verb[0] if verb else ""


def without_counted(name: str) -> str:
    """The name without the noun of what is counted: 城市低保户数 → 城市低保."""
    return re.sub(r"(?:户数|人数|场数|次数|人次|批次|面积|金额|场次)\Z", "", name) or name


def state_of_people(noun: str) -> str:
    """What persons did, in two characters behind them: 牧户入社 → 入社; ``""`` for 党员干部."""
    people = PERSON_NOUN.match(noun)
    return noun[people.end() :] if people and _STATE_OF_PEOPLE.fullmatch(noun, people.end()) else ""


def people_first(figure: Figure, noun: str) -> str:
    """特困人员生活补助金, counted in persons, is 生活补助金的特困人员; ``""`` for any other noun."""
    people = PERSON_NOUN.match(noun)
    if figure.unit_kind not in ("person", "household") or not people or len(noun) - people.end() < 2:
        return ""
    if len(noun) - people.end() == 2 and not state_of_people(noun):
        return ""
    told = noun[people.end() :].lstrip("的")
    if ENDS_IN_PERSON.search(told):
        return ""
    if work := _WORK.fullmatch(told):
        return people[0] + work[1]
    return f"{told}的{people[0]}"


def with_measure(name: str, figures: list[Figure], index: int, *, chained: bool = False) -> str:
    """The name with the noun of what is counted, where it does not say it: 易地扶贫搬迁 → 易地扶贫搬迁户数."""
    figure = figures[index]
    kind, unit = figure.unit_kind, figure.mention.unit
    if kind == "money" and name in _OFFICES and figure.left.rstrip("了\x01 ").endswith(("完成", "入库", "征收")):
        return name + "收入"
    if kind == "person-times" and name and not re.search(r"人次|人数|(?:客流|流|接待|总)量\Z", name):
        return name + "人次"
    if unit == "轮次" and name:
        return name.removesuffix(unit) + unit
    if unit in ("批", "批次") and name and not name.endswith("批次"):
        return name + "批次"
    if kind == "household" and name == "人口":
        return "总户数"
    if kind == "household" and (poor := OF_THE_POOR.search(name)):
        return name[: poor.start()] + poor[1] + "户"
    if kind == "household" and FIRMS.search(name):
        return name
    if kind == "household" and name and not _HOUSEHOLDS.search(name):
        return name + "户数"
    if kind == "mass" and figure.kind == "level" and len(name) > 3 and name.startswith("生产"):
        return name[2:] + "产量"
    if tail := _borrowed_tail(name, figures, index):
        return name + tail
    if kind == "person" and _ENDS_IN_MONEY.search(name):
        return name + COUNTED_NOUN[kind]
    if not name or _ENDS_COUNTED.search(name) or (unit in ("名", "位") and not _ENDS_IN_VERB.search(name)):
        return name
    if kind in COUNTED_NOUN and not name.endswith("客运量"):
        return name + COUNTED_NOUN[kind]
    if kind == "land" and _WORKED_LAND.match(name):
        return name
    if (kind == "land" and not _BARE.search(name)) or (_AREA_WORK.search(name) and kind == "land"):
        return name + "面积"
    if kind == "mass" and (grown := _PRODUCE.fullmatch(name)):
        return f"{grown[1]}产量"
    if kind == "floor" and not _BARE.search(name) and not name.endswith(("路", "场", "院")):
        return name + "面积"
    if kind == "money" and (figure.part or figure.bracket) and name.endswith("自筹"):
        return name + "资金"
    if kind == "money" and (chained or _in_chain(figures, index)):
        return name + "金额"
    if kind == "event" and unit in ("次", "场") and name[-1:] != "量" and (len(name) > 2 or _ends_in_doing(name)):
        return f"{name}{unit}数"
    if kind == "length" and (figure.part or 2 <= len(name) <= 3) and not _LONG.search(name):
        return name + "长度"
    return name + "数量" if unit not in ("家", "户") and kind == "count" and _LIVESTOCK.search(name) else name


def _ends_in_doing(name: str) -> bool:
    return name == "学习" or bool(act_pattern().fullmatch(name))


def _borrowed_tail(name: str, figures: list[Figure], index: int) -> str:
    """The measure that the figure before is of, for a bare item of the same list: 总人口…，男性 → 男性人口."""
    figure = figures[index]
    grown = figure.unit_kind == "mass" and figures[index - 1].name.endswith("产量") if index else False
    bare = ((figure.unit_kind == "person" or grown) and len(name) <= 4) or len(name) <= 2
    listed = figure.part or figure.item or bare
    people = figure.unit_kind == "person" and name not in ("女", "女性")
    if (people and ENDS_IN_PERSON.search(name)) or name.endswith(
        ("干部", "量", "额", "数", "率", "值", "总产", "单产", "亩产")
    ):
        return ""
    if name.startswith("产") and figure.unit_kind == "mass":
        return ""
    if not index or not name or not listed or _BARE.search(name) or len(name) > 8 or act_pattern().match(name):
        return ""
    before = next((f for f in reversed(figures[:index]) if f.kind == "level"), figures[index - 1])
    same = before.mention.unit == figure.mention.unit or before.unit_kind == figure.unit_kind != "count"
    livestock = figure.mention.unit[:1] in _HERDS and before.mention.unit[:1] in _HERDS
    tail = _TAIL.search(before.name)
    fits = (figure.unit_kind in ("land", "person", "mass") and same) or (
        livestock and (figure.item or figure.part or len(name) <= 2)
    )
    sown = _SOWN_BEFORE.match(before.name) if tail and tail[0] == "面积" else None
    return (
        (sown[0] if sown else "") + (tail[0].removeprefix("总") if tail[0].endswith("量") else tail[0])
        if tail and fits
        else ""
    )


def _in_chain(figures: list[Figure], index: int) -> bool:
    """True where a figure of persons or households stands directly before this one."""
    return index > 0 and not figures[index].left.strip() and figures[index - 1].clause == figures[index].clause
