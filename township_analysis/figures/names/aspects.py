"""Aspects (产量, 参保率, 受益群众), named with what they are the aspect of."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.begun import begun_since, told_since
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.objects import BARE_MEASURES, PER, SEXES, verb_on
from township_analysis.figures.names.outputs import (
    HOUSE,
    OF_NOTHING,
    OF_TRADE,
    OF_YIELDS,
    SHARE_TAIL,
    has_no_staff,
    is_of_all,
    of_several,
    says_nothing,
    things_before,
    yields_nothing,
)
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.rateheads import ENTERED, head_of_rate
from township_analysis.figures.names.schools import AT_SCHOOL, OF_PUPILS
from township_analysis.figures.names.suffixes import ONE_WORD, subject_of, verb_before
from township_analysis.figures.names.topics import AFFECTED, LONG, begins_member, topic_before, topic_behind
from township_analysis.figures.names.wholes import all_of_them
from township_analysis.figures.words import act_pattern, is_aspect, verbs_only

_OF_AGGREGATE = (
    "总量",
    "总额",
    "增速",
    "增幅",
    "年均增速",
    "年均增长速度",
    "年平均增长速度",
    "占比",
    "增量",
    "比重",
    "份额",
)
#: People and households have no area that is told behind them; what is paid to them has.
_OF_PEOPLE_ONLY = re.compile(r"[户人口员民众工生者]\Z|总户数|人[口数]")
#: What is told of all the works before, where these are several.
_OF_WORKS = tuple("受益群众 受益户 受益农户 受益人口 惠及群众 投资 总投资 总投资额 总投入 资金总投入".split())
_FIRM_UNITS = ("count", "household")
_AMOUNT_OF = re.compile(r"(?P<what>补贴|补助|贷款|奖补|奖励|救助)(?:总?金额|资金|总额)")
#: What trade brings, which has no trade of its own: 主营业务收入28.7亿元、利税1.96亿元.
_OUTCOMES = ("产量", "总产", "收入", "产值", "销售额", "增加值")
_TAXES = ("税金", "税收", "利税")
_CAPITAL = ("注册资金", "注册资本")
#: Money that begins a member of a list is for what follows: ；投资60万元，启动文化广场建设.
_SPENT = ("投资", "投入", "总投资", "投入资金")
#: What is of the whole place at the head of a member of a row: 服务业收入3亿元；出口额6000万元.
_OF_ECONOMY = ("出口额", "出口总额", "进出口额", "进出口总额", "用电量", "用电总量")
#: Those who come to a house, whose income it is: 门诊病人9000人次，住院400人次，业务收入30万元.
_VISITS = ("住院", "门诊", "门急诊", "就诊", "诊疗", "手术", "体检", "接诊", "收治")
_EVERYBODY = ("总人口", "总户数", "人口", "户数")
#: What a place has, whatever its area is told before.
_OF_PLACE = ("户数", "总户数", "人口", "总人口", "人数", "农户")
#: What is of the whole economy, and has no taxes or areas of its own: 地区生产总值6亿元；税收2860万元.
_AGGREGATE = re.compile(
    r"生产总值|GDP|固定资产投资|纯收入|可支配收入|经济总?收入|结转|结余|社会总产值|工农业总?产值|财政|[存贷]款余额"
)
#: 到位资金1860万元；税收213万元: the taxes of nothing that was invested.
_INVESTED = re.compile(r"到位|引资|投资\Z")
_DIMENSION = re.compile(r"(?:[长宽高深厚]度?|(?<![调查惩])处|海拔|距离|气温|降水量)\Z")
_OF_PEOPLE = re.compile(r"(?P<who>[\u4e00-\u9fff]*[农户民工员])(?P<what>收入|产值|增收|分红|工资)")
#: A member of what was counted, told without a number of its own: 其中梨子，产量398吨，柑桔，产量507吨.
_MEMBER = re.compile(r"(?:\d(?:吨|公斤|亩|元|头|只)，|其中：?)(?!其中)([\u4e00-\u9fff]{2,4})，[^，。；]*\Z")
_NEAR = 30  # characters before a figure that such a member stands in
#: 抓好油菜生产，播种面积2万亩: of the crop.
_GROWING = re.compile(r"\A(?:稳定|抓好|巩固|稳步|发展|搞好|狠抓)*(?P<crop>[\u4e00-\u9fff]{2,6}?)(?:生产|种植业)\Z")
_SHARES = ("占比", "比重", "占比重")
_SOWN = ("面积", "总面积", "播种面积", "种植面积")
_OF_CROPS = ("产量", "总产量", "总产", "单产", "亩产", "产值", "总产值")
#: What was done away with: its area is of no stock.
_GONE = re.compile(r"(?:依法|强制)?(?:拆除|拆迁|清除|征收|取缔|没收|收回|腾退)")
_PER_HEAD = re.compile(r"\A(?:人均|户均|人平|户平)")
_OF_OFFENCES = ("立案", "罚款")
#: Land that a disaster struck, of which no crop is told: 受灾面积2万亩，总产3万吨.
_STRUCK = re.compile(r"受灾|成灾|绝[收产]|重灾|遭灾")
#: 输转劳动力3000人，创收5000万元: what labour away from home earns.
_LABOUR = re.compile(r"(?:输出|输转|转移|外出|富余|剩余|农村)*(?:劳务|劳动力|务工)(?:输出|输转|转移|就业|人员)*")
#: Rates of persons, which nothing that is built has: 新建沼气池120座，参合率95%.
_OF_PERSONS = (*OF_PUPILS, *"参合率 参检率 参选率 投票率 接种率 就业率 出勤率".split())
_BUILT = ("座", "口", "眼", "处", "公里", "米", "平方米", "亩", "株", "盏", "吨", "台", "套")
_TEACHERS = re.compile(r"教师|教职员?工|[公民]办教|职工\Z")
#: Rates that say themselves what they are of: 总出生1070人，出生率4.9‰.
_OF_PEOPLE_ALONE = (
    "出生率",
    "死亡率",
    "自然增长率",
    "计划生育率",
    "综合节育率",
    "节育率",
    "通电率",
    "通水率",
    "政策符合率",
    "符合政策生育率",
    "多孩率",
    "一孩率",
    "二孩率",
)
_NUMBER_OF = re.compile(r"(?<=..)(?:户数|人数|人次)\Z")
_OF_ENTERED = ("率", "人数", "户数", "年龄", "金额")
_CASES = ("件", "起", "宗")  # 约谈干部23人次，立案6件: no cases of those
#: 全镇总面积: of the whole place, whatever was measured before.
_OF_WHOLE_PLACE = re.compile(r"全[镇乡村县区市](?:国土|土地|行政区域|区域)?总?(?:面积|人口|户数)")
_OF_ALL = ("总面积", "面积", "国土面积", "总人口", "人口", "总户数", "户数")
#: What passes those counted: 西干渠流经4个公社，全长36公里.
_PASSES = re.compile(
    r"(?:\A|[，。；：、\x01])(?P<thing>[\u4e00-\u9fff]{2,8}?)(?:流经|途经|途径|穿越|穿过|横贯|横穿|纵贯|贯穿|贯通|跨越|流过|经过|绕经|连接)"
    r"[^。；，]{1,40}，[^，。；\d]{0,6}\Z"
)
#: 秋粮受连阴雨影响，总产仅0.93万吨: the crop.
_HELD_BACK = re.compile(rf"(?:\A|[，。；：、])(?P<thing>[\u4e00-\u9fff]{{2,6}}?){AFFECTED}，[^，。；\d]{{1,8}}\Z")
_LENGTHS = ("全长", "总长", "长", "长度", "全长度", "总长度", "里程", "总里程", "流域面积", "宽", "宽度")
_PASSING = 64  # characters in which that stands
_FAR = 3  # clauses from the figure before, behind which an aspect is of something else
#: What can measure square kilometres within a township; all else that does is the township itself.
_HAS_GROUND = re.compile(r"(?<!社)(?<!小)[区园库场湖林河域地]\Z")
_IN_TOTAL = ("总数", "总量", "总数量", "总规模")
#: What says too little of the works counted, without how they came about; and how long that may be.
_ANY_WORK, _SHORT_WORK = ("项目", "工程"), 7


def aspect_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect (产量, 参保率, 受益群众) with what it is the aspect of."""
    figure, earlier = figures[index], last_level(figures, index)
    before = figures[index - 1] if index else None
    if before and left in _IN_TOTAL and before.kind == "change" and before.clause == figure.clause and figure.item:
        figure.subject = before.subject
        return before.subject + left  # 高新技术企业净增9家、总数79家
    if left in PER and earlier:
        of = subject_of(earlier.name) if len(left) > 2 else earlier.name
        return _per_head(left, figures[:index], figure) or left + of
    if left in _SHARES and before and before.part and before.kind == "level" and figure.clause - before.clause == 1:
        figure.subject = before.name
        return before.name + left  # 其中高新技术产业产值28亿元，占比达38%
    if left in _OF_PEOPLE_ALONE or (left in _OF_ECONOMY and begins_member(figure)):
        return left
    if _OF_WHOLE_PLACE.search(figure.left) and left in _OF_ALL:
        return left
    subject = _bracketed(figures, index) or _subject_before(figures, index, earlier, left)
    subject = AT_SCHOOL.sub("", subject) if left in OF_PUPILS else subject
    subject = _LABOUR.sub("劳务", subject) if left.endswith("创收") else subject
    if subject and earlier and figure.clause - earlier.clause > _FAR:
        subject = ""
    built = [f for f in figures[max(0, index - _FAR) : index] if f.subject == subject and f.mention.unit in _BUILT]
    if left in _OF_PERSONS and built:
        subject = ""
    if (
        subject in _ANY_WORK
        and left.endswith("投资")
        and earlier
        and earlier.subject == subject
        and earlier.name.endswith(subject)
    ):
        subject = earlier.name if len(earlier.name) <= _SHORT_WORK else subject  # 新开工项目87个、总投资164亿元
    if _is_no_subject(subject, left) or has_no_staff(subject, left):
        return with_measure(left, figures, index)
    return _aspect_of(subject, figures, index, left)


def _aspect_of(subject: str, figures: list[Figure], index: int, left: str) -> str:
    """The subject and its aspect in one name, nothing of it said twice."""
    figure = figures[index]
    subject = _GROWING.sub(r"\g<crop>", subject) if left in (*_OF_CROPS, *_SOWN) else subject
    subject = ENTERED.sub("", subject) if left.endswith(_OF_ENTERED) else subject
    subject = subject.removesuffix("工资总额") if left.startswith("人均") else subject
    subject = subject.removesuffix("利润") if left in _TAXES else subject  # 乡镇企业利润86万元，税金9万元
    subject = subject.removesuffix("毛") if left.endswith("率") else subject  # 初中毛入学率98%，辍学率1%
    subject = subject.removesuffix("产量") if left.endswith(("产值", "价", "收入")) else subject
    if subject.endswith(left) or left in subject:
        part = figure.part or "其中" in figure.near(len(left) + len("其中："))
        return with_measure(left if part else subject, figures, index)  # 工农业总产值…，其中：农业总产值
    if (at := subject.find(left[:2])) > 0:
        what = subject[at + 2 :]
        if verbs_only(subject[:at]) and len(what) >= 2 and left.endswith("率"):
            return what + left  # 排查化解矛盾纠纷43起，化解率98%
        return with_measure(subject[:at] + left, figures, index)
    if left.endswith("面积") and figure.mention.unit == "平方公里" and not _HAS_GROUND.search(subject):
        return left
    gone = index and left == "面积" and _GONE.match(figures[index - 1].name)  # 拆除违建412处，面积8.6万平方米
    done = verb_before(figures[index - 1].name) if (gone or (figure.item and index)) and left.endswith("面积") else ""
    subject = done + subject if figures[index - 1].name == done + subject else subject  # 拆除违建47宗、面积1.3万平方米
    verb = verbs_only(left) and not left.endswith(BARE_MEASURES)
    figure.subject = subject
    return verb_on(left, subject, figure) if verb else with_measure(subject + left, figures, index)


def _is_no_subject(subject: str, left: str) -> bool:
    """True for what has no aspects: too short or too long, a dimension, or the beginning of the aspect itself."""
    return (
        (len(subject) < 2 and subject not in ONE_WORD)
        or (subject in ("新增", "净增") and left.endswith("面积"))
        or (subject == "总人口" and left == "户数")
        or (subject.endswith("率") and left.endswith("率"))  # 毛入学率97%，辍学率1%
        or (subject in (*_EVERYBODY, "出生") and left.endswith(("人数", "人口")))
        or bool(_DIMENSION.search(subject))
        or left.startswith(subject[:2])
        or (subject in _SOWN and left in _OF_CROPS)
        or len(subject) > LONG * (1 + (left == "金额"))
    )


def _subject_before(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """What an aspect is of: the subject of the level before, or the topic of its clause, or what comes next."""
    if not earlier or (left in _SPENT and begins_member(figures[index])):
        for_what = figures[index].unit_kind == "money" and not left.endswith(OF_TRADE)  # 实现利税9万元，安置就业50人
        behind = topic_behind(figures, index) if for_what else ""
        return (not earlier and (begun_since(figures, index) or topic_before(figures[index]))) or behind
    if left in _OF_PLACE and earlier.unit_kind in ("land", "length"):
        return ""
    near = figures[index].near(_PASSING)
    passes = _PASSES.search(near) if left in _LENGTHS else _HELD_BACK.search(near)
    own = passes["thing"] if passes else begun_since(figures, index) or told_since(figures, index)
    if own:
        return own
    for rule in (_of_member, head_of_rate):
        subject = rule(figures, index, earlier, left)
        if subject is not None:
            return subject
    return _of_level(figures, index, earlier, left)


def _of_member(figures: list[Figure], index: int, earlier: Figure, left: str) -> str | None:
    """The member of a list or the head of a line that an aspect is told of, and the part that stands before it."""
    figure, before = figures[index], figures[index - 1]
    if member := _MEMBER.search(figure.near(_NEAR)):
        return member[1]
    if not before.part or before.bracket or before.clause + 1 != figure.clause:
        return None
    crop = before.unit_kind == "land" and left in _OF_CROPS
    trade = "实现" in before.left and left in (*OF_TRADE, "增加值")  # 其中糖业实现销售收入9亿元，增加值4亿元
    return before.subject if crop or trade else None


def _of_level(figures: list[Figure], index: int, earlier: Figure, left: str) -> str:
    """The subject of the last level that has aspects of this kind, or ``""``."""
    of_things = things_before(figures, index)
    if is_of_all(of_things, figures[index], left):
        return ""
    named = earlier if not says_nothing(earlier.subject) or not of_things else of_things[-1]
    if left in _OF_CROPS or left.endswith(_OF_CROPS):
        sound = [f for f in of_things if not _STRUCK.match(f.subject)]
        named = sound[-1] if sound and _STRUCK.match(named.subject) else named
        if _STRUCK.match(named.subject):
            return ""
    if left in OF_PUPILS and _TEACHERS.search(named.subject):
        others = [f for f in of_things if not _TEACHERS.search(f.subject)]
        named = others[-1] if others else named
        if not others:
            return ""
    if left in ("入学率", "入园率") and named.subject.startswith(("在校", "在园")):
        return ""  # 在校学生468人，入学率99.5%: who is at school is not to be enrolled
    if left.endswith("面积") and named.unit_kind in COUNTED_NOUN and _OF_PEOPLE_ONLY.search(named.subject):
        return ""
    if left.endswith(("建筑面积", "占地面积")) and named.unit_kind == "mass":
        return ""  # 年产9吨茶叶，总建筑面积…
    taxed = left == "税收" and (_INVESTED.search(named.name) or named.name.endswith("收入"))
    if taxed or (_AGGREGATE.search(named.name) and left not in _OF_AGGREGATE):
        return ""
    if left.endswith("年龄"):
        return all_of_them(figures, index)
    counted = [f for f in of_things if f.unit_kind != "money"] if left.endswith("率") else []
    named = counted[-1] if counted and named.unit_kind == "money" else named
    if left in _OF_WORKS and (of_all := of_several(of_things, figures, index)) is not None:
        return of_all
    if lent := _lent_for(figures[index - 1], left):
        return lent[: -len("补贴")]
    if left in _CAPITAL and (firms := _firms_in_row(figures, index)):
        return firms
    benefits = [f for f in of_things if f.unit_kind != "money"] if left.startswith("受益") else []
    if left.startswith("受益") and named.unit_kind == "money":  # 项目14个，财政资金210万元，受益人口1.1万人
        return benefits[-1].subject if benefits else ""
    yielding = [f for f in of_things if not yields_nothing(f)] if left.endswith(OF_YIELDS) else []
    named = yielding[-1] if yielding and yields_nothing(named) else named
    if left.endswith(OF_TRADE) and yields_nothing(named):
        return ""
    subject = named.subject or subject_of(named.name)
    if named.name.endswith("人口") and left.endswith(_OF_ENTERED) and named.name not in _EVERYBODY:
        subject = named.name  # 流出人口4120人，持证率83%
    subject = named.name.removesuffix("户数") if left in _CAPITAL and subject == "企业" else subject  # 引进企业47户
    subject = SHARE_TAIL.sub("", subject) if left.endswith("占比") else subject
    subject = _PER_HEAD.sub("", subject) if left.endswith(_OF_CROPS) else subject  # 茶园2万亩，人均1.2亩，产值突破亿元
    house = HOUSE.match(subject) if left.endswith((*OF_YIELDS, "收入")) else None
    subject = house[0] if house else subject
    alone = subject.endswith("资金") or left.endswith(OF_TRADE)  # 营业收入730万元，利润52万元
    unfit = subject in SEXES or subject in OF_NOTHING or (is_aspect(subject) and alone)
    unfit = unfit or (figures[index].unit_kind == "money" and subject in (*_EVERYBODY, *_VISITS))
    unfit = unfit or (figures[index].unit_kind == "money" and subject.endswith(("占比", "比重")))
    unfit = unfit or (subject.endswith("率") and figures[index].kind == "level")  # 森林覆盖率68%，活立木蓄积量…
    unfit = unfit or (figures[index].mention.unit in _CASES and named.unit_kind.startswith("person"))
    unfit = unfit or (left.endswith(OF_TRADE) and subject.endswith(_OUTCOMES))
    unfit = unfit or (left in _OF_OFFENCES and subject.endswith("书"))  # 下达整改指令书31份，立案2起
    return "" if unfit else subject


def _lent_for(before: Figure, left: str) -> str:
    """The payment that people were helped to get: 为32名农户申报交通补贴，补贴金额18万元; ``""`` for any other."""
    paid = _AMOUNT_OF.fullmatch(left)
    told = before.right.strip("\x01 ") if paid and before.unit_kind in COUNTED_NOUN else ""
    verb = max((m.end() for m in act_pattern().finditer(told[:-4])), default=0) if told else 0
    noun = told[verb:]
    return noun if paid and noun.endswith(paid["what"]) and len(noun) > len(paid["what"]) else ""


def _firms_in_row(figures: list[Figure], index: int) -> str:
    """Both sorts of firms that came new: 新增私营企业96户，个体户284户，注册资金8900万元; ``""`` for one sort."""
    rows = figures[max(0, index - 2) : index]
    verb = verb_before(rows[0].name)
    alike = len(rows) > 1 and all(f.unit_kind in _FIRM_UNITS for f in rows) and rows[1].clause - rows[0].clause < 2
    if not alike or not verb.startswith("新") or not (rows[1].item or rows[1].name.startswith(verb)):
        return ""
    return "、".join(figure.name.removeprefix(verb).removesuffix("户数") for figure in rows)


def _per_head(per: str, before: list[Figure], figure: Figure) -> str:
    """户均6万元 behind 贷款300万元，惠及50户 is 贷款户均金额; behind 烟农收入 it is 烟农户均收入."""
    if figure.unit_kind != "money" or len(per) > 2:
        return ""
    near = [f for f in before if f.name and f.kind == "level" and f.core and not _parted(f, figure)]
    alike = [f for f in near if f.unit_kind == "money"]
    if not alike:
        paid = near[-1] if near and near[-1].unit_kind in COUNTED_NOUN else None
        return f"{_NUMBER_OF.sub('', paid.name)}{per}金额" if paid else ""
    name = alike[-1].name.removesuffix("累计")
    if people := _OF_PEOPLE.fullmatch(name):
        return people["who"] + per + people["what"]
    bare = name[len(verb_before(name)) :]
    return per + bare


def _parted(before: Figure, figure: Figure) -> bool:
    """True where ； stands between two figures of a sentence."""
    return "；" in figure.text[before.behind : figure.at]


def _bracketed(figures: list[Figure], index: int) -> str:
    """What stands before a bracket that begins with an aspect: 冷库项目（总投资300万元、占地8亩）."""
    figure, earlier = figures[index], figures[index - 1] if index else None
    if not figure.bracket or not figure.left.startswith("("):
        return ""
    before = figure.before[: len(figure.before) - len(figure.left)]
    between = figure.mention.hedge.start - earlier.mention.hedge.end - len(figure.left) if earlier else len(before)
    clause = re.split(r"[，。；：]", before[len(before) - between :])[-1]
    noun = left_phrase(clause)
    return noun if 2 <= len(noun) <= LONG else ""
