"""Names of figures that lean on those before: aspects, criteria, and verbs without an object."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.phrases import (
    any_verb,
    begins_noun,
    left_phrase,
    predicate_of,
    split_predicate,
    verb_behind,
    without_list,
)
from township_analysis.figures.stretches import stretch_of
from township_analysis.figures.suffixes import (
    COUNTED_NOUN,
    ENDS_IN_PERSON,
    OF_THE_POOR,
    ONE_WORD,
    VERBAL_ENDS,
    is_rate,
    subject_of,
    total_of,
    verb_before,
    with_measure,
    without_counted,
)
from township_analysis.figures.totals import TOTALS, counts_place
from township_analysis.figures.words import act_pattern, alternation, strip_lead, strip_link, verbs_only, words

#: Verbs that need no object, whatever was counted before.
WHOLE_DEEDS = (
    "出动",
    "接访",
    "下访",
    "约访",
    "走访",
    "入户走访",
    "巡查",
    "筹资",
    "争取资金",
    "争取项目资金",
    "返贫",
    "致贫",
    "清退",
)
_TIMES = ("次", "场次", "批次", "批")  # what is counted is the doing itself: 责令限期整改8次
_OF_AGGREGATE = ("总量", "增速", "增幅", "年均增速", "占比", "增量", "比重", "份额")
_OF_GROWTH = ("增速", "增幅", "降幅", "涨幅")
_PER = ("人均", "户均", "户平", "村均", "亩均", "人均占有", "人均拥有")
_ADMINISTERED = re.compile(r"村|社区|组|街|寨|屯|庄|嘎查|牧业社|生产队|居委会|居民委员会|面积|场")
#: What firms have, and not those who work in them.
_OF_TRADE = ("产值", "利润", "税收", "利税", "营收", "营业收入", "销售收入", "销售额")
#: What a plan or a sum is called; aspects are of what stood before it.
_OF_NOTHING = ("年度计划", "全年计划", "计划", "年计划", "利税", "总投资", "投资", "占地", "占地面积")
#: How much of an amount was reached or spent.
_OF_AMOUNTS = ("完成率", "到位率", "支出率", "入库率", "征缴率", "使用率", "拨付率")
#: Money that begins a member of a list is for what follows: ；投资60万元，启动文化广场建设.
_SPENT = ("投资", "投入", "总投资", "投入资金")
_SEGMENT = re.compile(r"；[^，；]{0,8}\Z")
_DONE_NEXT = re.compile(r"，([^，。；：\d]{4,24})(?:[，。；]|\Z)")
#: What is meant where nothing is said of what these are done to.
_OF_PROJECTS = ("签约", "新签约", "开工", "新开工", "竣工", "投产", "在建", "续建", "落地", "新引进", "引进", "洽谈")
#: What a place has, whatever its area is told before.
_OF_PLACE = ("户数", "总户数", "人口", "总人口", "人数", "农户")
_BARE_MEASURES = ("面积", "资金", "金额", "人数", "户数", "产值", "投资")
#: Of whom births were counted; deaths behind them are of all: 女孩169人，死亡178人.
_SEXES = ("男孩", "女孩", "男婴", "女婴", "男性", "女性", "男", "女")
#: What is of the whole economy, and has no taxes or areas of its own: 地区生产总值6亿元；税收2860万元.
_AGGREGATE = re.compile(r"生产总值|GDP|固定资产投资|纯收入|可支配收入|经济总?收入|社会总产值|工农业总?产值|财政")
_DIMENSION = re.compile(r"(?:长|宽|高|处|海拔|距离|气温|降水量)\Z")
LONG = 14  # characters of a clause that can still be a topic
_BUILDING = r"(?:[新改扩续修重]建|维修|改造|整修)"
_ENDED = re.compile(
    rf"(?<=..)(?:{alternation('state')}|的情况|情况|(?:{_BUILDING}[、和及与]){{1,3}}{_BUILDING}(?:工作|工程|任务)?)\Z"
)
_BRANCH = r"的[\u4e00-\u9fff]{2,6}(?:产业|基地|经济)"
_FIELD = re.compile(
    r"在([\u4e00-\u9fff]{2,8}?)(?:领域|方面|产业上|工作上|生产上)"
    rf"|从([\u4e00-\u9fff]{{2,8}}?)来?看|(?:把|将|以)([\u4e00-\u9fff、]{{2,8}}?)(?:作为|为主(?!{_BRANCH}(?:，|\Z))|为重点|为龙头|为支柱)"
    r"|扩大([\u4e00-\u9fff]{3,12}?)覆盖(?:范围|面|率)"
)
_BEFORE_PREDICATE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:正在|连续|基本(?!农田|建设|公共|养老|医疗)|喜获|再获|(?:经济|社会|生态)?效益(?!农业)|亮点|成效|风起|发展迅|始建|建于|始于|位于|坐落|地处|隶属|穿境|穿越|贯穿|横贯|纵贯|途经|由|为|是|创(?=历史|新|下|近|同期)|(?<![人户村亩年月日平])均|都|已|被|将|把|按照|本着|坚持|毗邻|紧邻|紧靠|相邻|接壤|濒临|在(?![校建册职编岗])|以|对|实现|完成|得到|进一步|全面"
    r"|突破|跨[过上越]|迈[上入过]|站上|再创|创下|更加|明显|显著|稳步|持续|不断|大幅|快速|蓬勃|从无到有"
    r"|(?:支撑|引领|带动|主导|龙头)作用|(?:主体|主导)地位|(?:增|走|态|发展)势|发展(?:势头|步伐))"
)
#: A clause that has a figure itself: 外贸进出口增长8.4%.
_COUNTED_UP = re.compile(rf"(?:同比|环比)?(?:{alternation('rise')}|{alternation('fall')})?[约近超]?\d")
_OF_PEOPLE = re.compile(r"(?P<who>[\u4e00-\u9fff]*[农户民工员])(?P<what>收入|产值|增收|分红|工资)")
#: How something was done, which is no topic: 按照先易后难的原则，经多方努力.
_MANNER = re.compile(
    r"[\x00\x01 ]*(?:经(?!济|营|果|贸|费|开|销)|按照?|坚持|本着|秉持)"
    r"|(?![^，]*(?:按照|本着|坚持))[^，]*的(?:原则|思路|要求|方针|办法)\Z"
)
_FEW = 5
_DEED = 4  # characters of verbs that say enough without persons counted before: 帮助成功创业38家
#: A head in the line: 大棚蔬菜：….
_LABELLED = re.compile(r"[\x00\x01\d.、．() ]*([\u4e00-\u9fff]{3,6})：")
#: Persons who came to be what those before them are: 党员86名，其中新发展5名.
_OF_CROPS = ("产量", "总产量", "总产", "单产", "亩产", "产值", "总产值")
_NEW_ONES = ("新增", "新发展", "新纳入", "新招", "新聘", "新招聘", "新认定")
_NEWLY = re.compile(r"\A新(?:成立|[建增植造种辟扩改]|建成?|发展|培育|注册|登记|认定|引进|开办)(?=..)")
#: Whom the money reaches is not what it is for.
_WHOM = re.compile(r"动用|投工|投劳|动土|(?:共|已|累计|直接)?(?:惠及|受益|涉及|覆盖|带动|吸纳|受众)")
#: A clause that tells of the amount before it, and of nothing else.
_COMPARES = re.compile(r"[\s\x01]*(?:同比|环比|[比较占为]|完成(?:年|全年|任务|计划|预算|目标))")
#: A mean is of what it is the mean of: 大棚亩均收益, 带动农户1350户.
_PER_HEAD = re.compile(r"(?<=..)(?:[人户村亩]均|每[人户亩])[\u4e00-\u9fff]{2,4}\Z")
_WHOLE = 3  # characters of a noun with 面积 that is what is left of one
_RATE_AT_END = re.compile(r"(?:按[时期]|限时|及时|(?<=..))[\u4e00-\u9fff]{2}率\Z")
#: Rates that say themselves what they are of: 总出生1070人，出生率4.9‰.
_OF_PEOPLE_ALONE = ("出生率", "死亡率", "自然增长率", "计划生育率", "多孩率", "一孩率", "二孩率")
_OF_BEFORE = (
    *("占", "比", "较", "为", "同比", "环比", "毗邻", "紧邻", "紧靠", "濒临", "地处", "位于", "坐落", "经"),
    *(side + lies for side in "东南西北" for lies in "接临邻靠与"),
)  # a clause about what stands before it has no topic
_BUDGETED = re.compile(r"(?:预算|任务|计划|目标)(?:任务|目标)?数?\Z")
#: By whose word something was done, which is no topic: 按县里安排，落实种植面积300亩.
_AS_TOLD = re.compile(r"[\x01 ]*(?:按照?|根据|依据|遵照|依照)")
#: A member of what was counted, told without a number of its own: 其中梨子，产量398吨，柑桔，产量507吨.
_MEMBER = re.compile(r"(?:\d(?:吨|公斤|亩|元|头|只)，|其中：?)(?!其中)([\u4e00-\u9fff]{2,4})，[^，。；]*\Z")
_NEAR = 30
_NO_TOPIC = ("力度", "位置", "地势", "地形", "地貌", "气候", "交通")
#: 巩固以水稻为主的粮食产业: the industry.
_CHIEFLY = re.compile(rf"\A[^，]*为(?:主|重点|龙头|核心)(?={_BRANCH}\Z)的")
_REACHED = re.compile(r"(?:达到?|升至|增至|实际达到?)(?:了)?")
_MANY = 2  # different things done before, of which the money is not for the last alone
_GOT = re.compile(r"完成|实现")
_AIM = re.compile(r"(?<=..)(?:年度|全年)?(?:指标|目标)?(?:总?任务|目标|计划|预算)数?(?:面积)?\Z")
_OF_ALL_CROPS = ("播种面积", "总播种面积", "种植面积", "总面积")
_IN_ALL = re.compile(r"[，\x01 ]*(?:共|累计|已)")
#: A clause that says where something lies, or how it was ranked, is no topic.
_LIES = re.compile(r"[\x01 ]*(?:坐落|位于|地处|始建|[东南西北]+[与邻临接靠]|[^，]*(?:名列|位列|相连|接壤|毗邻|交界))")
#: What can measure square kilometres within a township; all else that does is the township itself.
_HAS_GROUND = re.compile(r"[区园库场湖林河域地]\Z")
_ANY_KIND = re.compile(r"各[类项种]")
#: What is spent of it is told by 完成 alone: 总投资20亿元，已完成5亿元.
_DONE = re.compile(r"(?:[\x01 ]|目前|截至|现|已|累计|实际)*完成了?")
#: What is left; the rest whose own state is told is named by it: 其余27处限期整改.
_REST = r"剩余|其余|余下"
_WHOLE_SUM = re.compile(r"(?:计划|概算)?总?投资额?\Z")
_SUMS = re.compile(r"合计|共计|总计")


def last_level(figures: list[Figure], index: int) -> Figure | None:
    """The figure before that is a level; else the last that is no growth or rank."""
    levels = [
        f for f in figures[:index] if f.name and f.core and f.kind == "level" and (not f.part or figures[index].part)
    ]
    levels = [f for f in levels if not is_budgeted(f)] or levels
    return levels[-1] if levels else last_named(figures, index)


def is_budgeted(figure: Figure) -> bool:
    """True for what was budgeted, which what comes behind is not about: 完成年初预算数3000万元的41%，增长8%."""
    return bool(_BUDGETED.search(figure.name))


def last_named(figures: list[Figure], index: int) -> Figure | None:
    """The figure before with a name of its own that is no growth or rank."""
    named = [f for f in figures[:index] if f.name and f.core and f.kind in ("level", "share", "change")]
    whole = [f for f in named if not f.part] if not figures[index].part and not figures[index].item else named
    named = whole or named
    named = [f for f in named if not is_budgeted(f)] or named
    return named[-1] if named else None


def inherited_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a figure that has none of its own: that of the figure before, or of the clause before."""
    figure = figures[index]
    if _again(figures, index):
        return figures[index - 1].name
    rate = figures[index - 1] if index else None
    if rate and figure.bracket and not rate.bracket and not left and rate.mention.unit == figure.mention.unit:
        return rate.name  # 人均收入2万元(去年1.8万元)
    if figure.unit_kind == "money" and not left and rate and is_rate(rate.name) and rate.kind == "level":
        return total_of(rate.name) + ("合计" if _SUMS.search(figure.left) else "金额")
    if figure.unit_kind == "money":
        open_ones = [f for f in figures[:index] if figure.bracket or not f.bracket]
        figures = [f for f in open_ones if not is_rate(f.name)] + figures[index:]
        index = figures.index(figure)
    if figure.item and left and figure.unit_kind == "percent" and rate and rate.unit_kind == "percent":
        return left
    earlier = last_level(figures, index)
    if earlier and _DONE.fullmatch(figure.left) and figure.unit_kind == "money" and _WHOLE_SUM.search(earlier.name):
        return _WHOLE_SUM.sub("完成投资", earlier.name)
    topic = topic_before(figure)
    topic = "" if topic.endswith(("任务", "目标")) else topic
    if earlier and earlier.kind == "share" and figure.unit_kind in COUNTED_NOUN and left:
        return with_measure(left, figures, index)
    ends = index + 1 >= len(figures) or figures[index + 1].clause != figure.clause
    told = (predicate_of(figure.right) or verb_behind(figure.right) or _done_to(figure)) if ends else ""
    put_in = left == "投入" and figure.unit_kind == "money" and _SEGMENT.search(figure.before)
    if put_in and (behind := _topic_behind(figures, figures.index(figure))):
        return behind + "投入资金"
    if figure.unit_kind in COUNTED_NOUN and told:
        some = earlier and earlier.unit_kind == figure.unit_kind and figure.before.endswith("有")
        if earlier and some and not verbs_only(earlier.subject):
            return f"{told}的{earlier.subject}"
        return _of_chain(figures, index) + told + COUNTED_NOUN[figure.unit_kind]
    out_of_need = "脱贫" in left and figure.unit_kind in COUNTED_NOUN
    if left == "死亡" and earlier and "出生" in earlier.subject:
        return with_measure(left, figures, index)  # 出生1070人，死亡307人
    if left in WHOLE_DEEDS or out_of_need or (figure.mention.unit in _TIMES and len(left) >= 4):
        return with_measure(left, figures, index)
    rest = re.match(r"剩余" if told else _REST, figure.left)
    if earlier and rest and earlier.mention.unit == figure.mention.unit:
        figure.subject = earlier.subject
        return rest[0] + earlier.subject
    if earlier and told and earlier.mention.unit == figure.mention.unit:
        figure.subject = earlier.subject
        return verb_on(told, earlier.subject, figure)
    if earlier is None and left in words("whole"):
        return with_measure(left, figures, index)
    if earlier is None or (topic and figure.clause - earlier.clause > 1 and not left):
        return with_measure(topic + left if left in words("aspect") else left + topic, figures, index)
    alike = [
        f
        for f in figures[:index]
        if f.name and f.unit_kind == figure.unit_kind and f.kind == "level" and (not f.part or figure.part)
    ]
    if left.endswith("投资") and earlier.unit_kind != "money":
        alike = []  # 资金6亿元，实施项目12个，完成投资3亿元: of the projects
    alike = [f for f in alike if "；" not in figure.before[len(f.before) :]] or _counted(alike, figure)
    bare = _ANY_KIND.sub("", left)
    if bare in words("whole") and not (alike and left in words("state")):
        return with_measure(left, figures, index)
    if left and not alike and figure.unit_kind == "land" and "；" in figure.text[earlier.at : figure.at]:
        return with_measure(left, figures, index)
    if left.endswith("到位") and earlier.mention.unit != figure.mention.unit and left[:2] in earlier.subject:
        return with_measure(left, figures, index)  # 下发整改通知书42份，整改到位42处
    same = alike[-1] if alike else earlier
    if (aim := _AIM.search(same.name)) and _GOT.search(figure.left) and same.mention.unit == figure.mention.unit:
        figure.subject = same.name[: aim.start()]
        return with_measure(figure.subject, figures, index)
    if left in _OF_PROJECTS and not alike and figure.unit_kind == "count":
        figure.subject = "项目"
        return left + "项目"
    if left and not alike and figure.unit_kind == "count" and earlier.unit_kind in COUNTED_NOUN and len(left) >= _DEED:
        return with_measure(left, figures, index)
    figure.subject = (same if left else earlier).subject
    deed = verb_before(same.name)
    if figure.left.strip("\x01 ") == "成功" and deed in VERBAL_ENDS:
        return f"{deed}成功{same.subject}"
    if left:
        return verb_on(left, same.subject or same.name, figure, same.name)
    if (
        not left
        and earlier.unit_kind == "household"
        and figure.unit_kind == "count"
        and same.mention.unit == figure.mention.unit
    ):
        return earlier.name + same.subject  # 建房860间，其中五保户46户、90间
    if figure.unit_kind == "money" and _SUMS.search(figure.left):
        return earlier.name + "合计"
    if "累计" in figure.left and earlier.mention.unit == figure.mention.unit:
        tail = {"count": "数量", "land": "面积"}.get(figure.unit_kind, "")
        return f"{_NEWLY.sub('', earlier.subject)}累计{tail}"
    if figure.unit_kind in ("household", "person") and not _people(earlier):
        if verb := verb_before(_first_of_list(figures, index).name):
            return verb + COUNTED_NOUN[figure.unit_kind]
        alone = _ADMINISTERED.search(earlier.name) if figure.opens else counts_place(earlier)
        alone = alone or (figure.opens and "辖" in figures[0].left)
        return TOTALS[figure.unit_kind] if alone else earlier.subject + COUNTED_NOUN[figure.unit_kind]
    if figure.unit_kind == "person" and earlier.name.endswith("总户数"):
        return earlier.name.replace("总户数", "总人口")
    head = without_counted(earlier.name)
    if figure.unit_kind in COUNTED_NOUN and act_pattern().match(head):
        head = re.sub(r"(?<=..)(?:行政村|自然村|村|屯|(?<!团)组|社区)\Z", "", head)
    if figure.unit_kind == "person" and OF_THE_POOR.search(earlier.subject):
        return earlier.subject  # 贫困人口120户、460人
    if figure.unit_kind == "person" and earlier.unit_kind == "household":
        return head if head.endswith("人口") else head + "人数"
    if figure.unit_kind == "floor" and earlier.unit_kind == "count":
        return head + "面积"
    same_money = figure.unit_kind == earlier.unit_kind == "money" and not earlier.part
    return with_measure(head, figures, index, chained=not same_money)


def _first_of_list(figures: list[Figure], index: int) -> Figure:
    """The first of the places that a list counts: 搬迁3个行政村、12个自然村、415户."""
    clause = figures[index].clause
    while index and figures[index - 1].clause == clause and not figures[index].left.strip(" \x01、"):
        index -= 1
    return figures[index]


def _of_chain(figures: list[Figure], index: int) -> str:
    """The short noun before the first of two numbers in a row: 搬迁64户273人全部入住 → 搬迁."""
    before = figures[index - 1] if index else None
    chained = before and before.clause == figures[index].clause and not figures[index].left.strip(" \x01")
    return before.subject if before and chained and len(before.subject) <= LONG and before.rule == "before" else ""


def _again(figures: list[Figure], index: int) -> bool:
    """The same thing once more: 突破1万亿元、达1.19万亿元."""
    before = figures[index - 1] if index else None
    figure = figures[index]
    if not before or not before.name or before.mention.unit != figure.mention.unit:
        return False
    follows = figure.item or (before.kind == figure.kind == "level" and figure.clause - before.clause == 1)
    left = figure.left.strip(" \x01")
    return bool(_REACHED.fullmatch(left) if left else figure.item) and follows


def _done_to(figure: Figure) -> str:
    """What people are led to: 扶持2268人次就业创业 → 就业创业."""
    behind = re.split(r"[，。；：、\x01]", figure.right.strip(" \x01"))[0]
    return behind if 2 <= len(behind) <= LONG and verbs_only(behind) and figure.unit_kind in COUNTED_NOUN else ""


def _counted(alike: list[Figure], figure: Figure) -> list[Figure]:
    """Things counted before a 、 or ； that a bare 竣工5个 goes back to, over money that stands between."""
    return alike if figure.unit_kind == "count" else []


def _people(figure: Figure) -> bool:
    return figure.unit_kind in ("household", "person", "money", "person-times", "event") or "户" in figure.name


def verb_on(verb: str, subject: str, figure: Figure, after: str = "") -> str:
    """A verb without object takes the subject of the figure before: 成功调解 + 矛盾纠纷.

    Args:
        verb: The verb phrase.
        subject: What it is done to.
        figure: The figure to be named.
        after: The name of the figure before: after 矛盾纠纷受理 follows 矛盾纠纷化解.
    """
    if verb in _PER:
        return verb + subject
    subject = subject.removesuffix(verb)
    subject = "" if subject in _BARE_MEASURES or subject in _SEXES else _without_verb(subject, verb)
    if figure.unit_kind == "person" and verb in _NEW_ONES and ENDS_IN_PERSON.search(subject):
        return verb + subject
    if figure.unit_kind in COUNTED_NOUN:
        return f"{subject}{verb}{COUNTED_NOUN[figure.unit_kind]}"
    if figure.unit_kind in ("land", "floor"):
        subject = subject.removesuffix("面积") if len(subject) > _WHOLE else "" if subject.endswith("面积") else subject
        return f"{verb}{subject}面积" if verb.startswith(("新", "可", "挂")) else f"{subject}{verb}面积"
    if figure.unit_kind == "money":
        subject = "" if verbs_only(subject) or subject.endswith(("费用", "金额")) else subject.removesuffix(verb)
        return (
            subject + verb + ("" if verb.endswith(("资金", "金额", "款", "额", "费", "金", "投资", "收入")) else "金额")
        )
    if figure.unit_kind == "event":
        return subject + verb if after and after.endswith(VERBAL_ENDS) else verb + subject
    if figure.unit_kind == "length" and figure.part:
        return f"{subject}{verb}长度"
    behind = after != subject and after.startswith(subject) and verbs_only(after[len(subject) :])
    return subject + verb if behind else verb + subject


def _without_verb(subject: str, verb: str) -> str:
    """Courses whose trainees are counted: 培训 + 技能培训班 is 技能培训."""
    bare = subject.removesuffix("班")
    return strip_lead(bare.removesuffix(verb)) if bare != subject and bare.endswith(verb) else subject


def topic_before(figure: Figure) -> str:
    """The noun of the clause before, where that is short enough to be one."""
    clauses = re.split(r"[，。；：]", figure.before)[:-1]
    if field := _FIELD.findall("，".join(clauses[-2:])):
        return "".join(field[-1])
    for clause in reversed([clause for clause in clauses[-_FEW:] if not _MANNER.match(clause)][-2:]):
        clause = _ENDED.sub("", _CHIEFLY.sub("", clause))
        bare = _COUNTED_UP.split(strip_lead(clause.strip("\x01\x00 ")))[0]
        noun = without_list(strip_link(_BEFORE_PREDICATE.split(bare, maxsplit=1)[0]))
        longest = 2 * LONG if noun.endswith(("项目", "工程", "金", "补贴")) else LONG
        if noun.startswith(_OF_BEFORE) or _LIES.match(clause) or _AS_TOLD.match(clause) or noun.endswith(_NO_TOPIC):
            continue
        if 2 <= len(noun) <= longest and not verbs_only(noun) and not re.search(r"[_*]", noun):
            return noun
    return ""


def aspect_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect (产量, 参保率, 受益群众) with what it is the aspect of."""
    figure = figures[index]
    earlier = last_level(figures, index)
    subject = _bracketed(figures, index) or _subject_before(figures, index, earlier, left)
    if left in _PER and earlier:
        of = subject_of(earlier.name) if len(left) > 2 else earlier.name
        return _per_head(left, figures[:index], figure) or left + of
    if subject and earlier and figure.clause - earlier.clause > 3:
        subject = ""
    if left in _OF_PEOPLE_ALONE:
        return left
    short = (len(subject) < 2 and subject not in ONE_WORD) or _is_all_told(figures, index, left)
    if (
        short
        or _DIMENSION.search(subject)
        or left.startswith(subject[:2])
        or len(subject) > LONG * (1 + (left == "金额"))
    ):
        return with_measure(left, figures, index)
    if subject.endswith(left) or left in subject:
        part = figure.part or "其中" in figure.near(len(left) + len("其中："))
        return with_measure(left if part else subject, figures, index)  # 工农业总产值…，其中：农业总产值
    if (at := subject.find(left[:2])) > 0:
        return with_measure(subject[:at] + left, figures, index)
    if left.endswith("面积") and figure.mention.unit == "平方公里" and not _HAS_GROUND.search(subject):
        return left
    verb = verbs_only(left) and not left.endswith(_BARE_MEASURES)
    figure.subject = subject
    return verb_on(left, subject, figure) if verb else with_measure(subject + left, figures, index)


def _is_all_told(figures: list[Figure], index: int, left: str) -> bool:
    """True for the area of the whole place behind its people and villages: 总人口2万人，总面积86平方公里."""
    wide = figures[index].mention.unit in ("平方公里", "平方千米")
    apart = left == "总面积" and (wide or figures[index - 1].unit_kind in ("person", "household"))
    return apart or (left == "户数" and figures[index - 1].name == "总人口")


def _subject_before(figures: list[Figure], index: int, earlier: Figure | None, left: str) -> str:
    """What an aspect is of: the subject of the level before, or the topic of its clause, or what comes next."""
    if not earlier or (left in _SPENT and _SEGMENT.search(figures[index].before)):
        behind = _topic_behind(figures, index) if figures[index].unit_kind == "money" else ""
        return (not earlier and topic_before(figures[index])) or behind
    if left.endswith(_OF_GROWTH):
        return earlier.name
    if left in _OF_PLACE and earlier.unit_kind in ("land", "length"):
        return ""
    if own := _own_topic(figures[index], earlier):
        return own
    if left.endswith(_OF_TRADE) and earlier.unit_kind in ("person", "household"):
        firms = [f for f in figures[:index] if f.name and f.kind == "level" and f.unit_kind == "count"]
        return (firms[-1] if firms else earlier).subject
    if member := _MEMBER.search(figures[index].near(_NEAR)):
        return member[1]
    before = figures[index - 1]
    if left.endswith(_OF_TRADE) and before.unit_kind == "person-times":
        return ""
    if (label := _LABELLED.match(figures[index].text)) and earlier.subject in label[1]:
        return label[1]
    if figures[index].bracket and before.part and left.endswith("面积") and before.name.endswith("面积"):
        whole = [f for f in figures[:index] if f.name and f.kind == "level" and not f.part]
        return whole[-1].subject if whole else ""
    if left in _OF_CROPS and before.part and before.unit_kind == "land" and before.clause + 1 == figures[index].clause:
        return before.subject
    if left.endswith("率") and (deeds := [f for f in figures[:index] if left[:2] in f.name and f.kind == "level"]):
        return deeds[-1].subject  # 受理纠纷93件，调处92件，防止案件12起，调处率98%
    if left.endswith("率") and before.kind == "share" and before.name.endswith(("占比", "比重")):
        return ""
    if left.endswith("率") and before.kind == "share" and before.name.endswith("率") and not before.part:
        return _RATE_AT_END.sub("", before.name)
    if left in _OF_AMOUNTS and before.kind == "level" and before.unit_kind == "money":
        return before.name
    of_things = [f for f in figures[:index] if f.name and f.kind == "level" and f.subject not in _OF_NOTHING]
    done = {f.subject for f in of_things if f.unit_kind != "money" and not f.part}
    crops = {f.subject for f in of_things if f.unit_kind == figures[index].unit_kind == "land" and not f.part}
    if (left.endswith("投入资金") and len(done) > _MANY) or (left in _OF_ALL_CROPS and len(crops) > _MANY):
        return ""
    named = earlier if earlier.subject not in _OF_NOTHING or not of_things else of_things[-1]
    if left.endswith("面积") and named.unit_kind in COUNTED_NOUN:
        return ""
    if _AGGREGATE.search(named.name) and left not in _OF_AGGREGATE:
        return ""
    counted = [f for f in of_things if f.unit_kind != "money"] if left.endswith("率") else []
    named = counted[-1] if counted and named.unit_kind == "money" else named
    subject = _PER_HEAD.sub("", named.subject or subject_of(named.name))
    alone = subject.endswith("资金") or left.endswith(_OF_TRADE)  # 营业收入730万元，利润52万元
    last = [f.name for f in figures[max(0, index - 2) : index] if f.unit_kind == "mass"]
    yields = left.endswith(_OF_TRADE) and len(last) > 1 and all(name.endswith(("产量", "总产")) for name in last)
    return "" if yields or subject in _SEXES or (subject in words("aspect") and alone) else subject


def _own_topic(figure: Figure, earlier: Figure) -> str:
    """What the member of a row that ； sets apart begins with: 甲村花椒，面积120亩；乙村核桃，面积300亩."""
    between = figure.text[earlier.behind : figure.at]
    clauses = between.rpartition("；")[2].split("，") if "；" in between else []
    topic = topic_before(figure) if len(clauses) == 2 and not re.search(r"\d", clauses[0]) else ""
    return topic if topic and topic in clauses[0] and not verb_before(topic) else ""


def _per_head(per: str, before: list[Figure], figure: Figure) -> str:
    """户均6万元 behind 贷款300万元，惠及50户 is of the loans; behind 烟农收入 it is 烟农户均收入."""
    alike = [f for f in before if f.name and f.kind == "level" and f.core and f.unit_kind == figure.unit_kind]
    if figure.unit_kind != "money" or not alike or len(per) > 2:
        return ""
    name = alike[-1].name
    people = _OF_PEOPLE.fullmatch(name)
    return people["who"] + per + people["what"] if people else per + name[len(verb_before(name)) :]


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


def _measured(figure: Figure) -> str:
    """What stands behind a figure with its size: 建成占地15亩的停车场 → 停车场."""
    sized = left_phrase(figure.left) in words("aspect") and figure.right.startswith("的")
    return split_predicate(figure.right)[0] if sized else ""


def _topic_behind(figures: list[Figure], index: int) -> str:
    """Money without a topic is for what the next figure counts: 投资75.5万元，实施危房改造33户."""
    if (
        figures[index].unit_kind == "money"
        and index + 1 < len(figures)
        and figures[index + 1].unit_kind != "money"
        and figures[index + 1].kind == "level"
        and figures[index + 1].clause == figures[index].clause + 1
        and not _COMPARES.match(figures[index + 1].left)
        and not _WHOM.match(figures[index + 1].left.strip("，\x01 "))
        and not ("累计" in figures[index].left and _IN_ALL.match(figures[index + 1].left))
    ):
        following = figures[index + 1]
        bare = following.left.endswith("的") or (
            verbs_only(left_phrase(following.left)) and following.left.endswith("了")
        )
        if bare and begins_noun(following.right):
            return strip_link(split_predicate(following.right)[0])
        return stretch_of(following) or _measured(following) or subject_of(left_phrase(following.left))
    clause = _DONE_NEXT.match(figures[index].after)
    done = strip_lead(clause[1], light=False) if clause else ""
    return subject_of(left_phrase(done)) if any_verb().match(done) else ""
