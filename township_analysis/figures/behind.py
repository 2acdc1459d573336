"""Names from the noun behind a number: 43个农村专业合作社, 603名初中毕业生参加中考, 投资680万元建成污水处理厂."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.phrases import (
    WORK_ON,
    admin_noun,
    any_verb,
    begins_noun,
    left_phrase,
    predicate_of,
    split_predicate,
)
from township_analysis.figures.sizes import BUILT, FOUNDING
from township_analysis.figures.suffixes import (
    ASIDE,
    COUNTED_NOUN,
    ENDS_IN_PERSON,
    FIRMS,
    NOUN_OF_VERB,
    PERSON_NOUN,
    people_first,
    state_of_people,
    verb_before,
    with_measure,
)
from township_analysis.figures.words import act_pattern, alternation, strip_lead, strip_link, verbs_only, words

AMONG = re.compile(r"(?P<whole>[\u4e00-\u9fff“”]{2,12})中(?:仍|还|已|共|只|就)?有\Z")
_OF_POST = ("岗位", "人员", "机构", "对象")  # a verb before them is part of a noun: 公共服务岗位
_PURPOSE = re.compile(
    r"(?:在[\u4e00-\u9fff]{1,8}?[村镇乡组区县屯寨]|为[\u4e00-\u9fff]{2,8}?(?=购置|购买|配备|添置|安装|更换|新建|修建|维修))?"
    r"再?(?:进行|用于|用作|专项用于|建成|建立|建造|修建|新建|建设|建起|兴建|开发|建|实施|完成|改造|购置|购买|采购|修缮|对|维修|翻修|整修|整治|治理|启动|完善|硬化|"
    r"绿化|亮化|拓宽|扩建|改扩建|铺设|架设|安装|更换|加固|疏浚|清淤|新修|打造|办好|办理|兴办|改善|升级|配套|修复|添置|配备|"
    r"新植|新种|新栽|栽植|栽种|种植|发展|购进|引进|推进|扶持|支持)了?"
    r"(?P<what>[\u4e00-\u9fff“”、]{2,20}?)?(?=[，。；]|、(?:[新修扩改]建|建设|硬化|维修|改造|购置)|\Z)"
)
#: 筹措120万元把卫生院门诊楼翻修一新.
_MADE_OF = re.compile(
    r"[把将对](?:[\u4e00-\u9fff\d]{2,8}[、和]){0,3}(?P<what>[\u4e00-\u9fff]{2,12}?)(?:进行了?|实施了?|予以)?(?P<how>(?:综合治理|综合整治|维修改造|翻修|改造|修缮|改建|装修|扩建|整修|维修|粉刷|整治|硬化|亮化|绿化|升级|修复|清淤|(?:除险)?加固|疏浚|拓宽))"
)
_INVESTED = re.compile(r"总?投资")
_REACHES_TO = re.compile(r"(涉及|覆盖|惠及|带动)(?:全|[\u4e00-\u9fff]{2,3})?[镇乡县]?\Z")
#: 6个党支部共有党员263名: what is counted first has what is counted next.
_OWNS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:共有|现有|拥有|设有|配有|建有)(?=[\u4e00-\u9fff]{2})")
#: 98个村民小组的干部群众: the people of a place, of whom nothing is counted.
_PEOPLE_OF = re.compile(r"干部|群众|人民|百姓|父老")
#: 对6个老旧小区实施改造: what is done stands behind what it is done to.
_TREATED = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff“”]{{2,12}}?)(?:全部|分别|全面)?(?:实施|进行)了?(?:全面|集中|逐一|统一)?(?P<deed>{alternation('act')})"
)
_THRESHOLD = re.compile(
    r"(?:(?P<village>(?:行政)?村|村?社区|嘎查)(?:的|，)?(?P<income>(?:村?级?集体|年|经营性)[\u4e00-\u9fff]{0,8}?收入)"
    r"|(?P<firm>[\u4e00-\u9fff]{0,6}?(?:企业|公司|合作社|大户|商户))(?:实现|完成)?(?P<measure>(?:年|应税|开票|主营业务|工业|入库)?"
    r"(?:产值|收入|营收|营业收入|销售收入|销售额?|税收|纳税额?|利税|利润|增幅|增速)))"
    r"(?P<bound>(?:已|全部|均|都|全)*[\u4e00-\u9fff]{0,4}[\d.]*[千万亿]*(?:元|%)(?:以[上下])?)"
)
#: What makes a sum a bound of each, and no sum of all: 8个村集体收入超50万元.
_EACH_OVER = re.compile(r"[超过破低均都全]|不足|以[上下]|[\u4e00-\u9fff][1-9]\d?0*(?:\.0+)?万?元")
#: What those counted have become: 11个县被认定为国家生态文明建设示范县.
_BECAME = re.compile(
    r"(?:成功)?(?:被|获)?(?:认定|命名|评选?|评定|列|授予|确定|成功创建|创建|创)(?:为|成为|成)(.{3,20})"
)
#: Words of an award or a list, whose name may be long: 获评省级绿色制造示范单位.
_HONOURED = re.compile(r"荣?获|入选|被|享受|列入|跻身|上榜|通过")
#: What is done to those counted, by a verb that says nothing: 6个老旧小区实施改造.
_IS_DONE = re.compile(r"(?:实施|进行|开展|予以|给予|加以)")
_LONG_NOUN = 14  # characters behind a count of villages that are no longer what is counted
_SHORT = 6  # characters of a noun between two numbers: 4个产业园31家企业
_BARE = 5  # characters of a plant or field that say nothing of its land
_LONG_LEFT = 8
_ANYBODY = ("群众", "村民", "居民", "农户", "牧民", "农民", "人家")
#: 300亩香梨等三大产业: what else is counted with it.
_AND_OTHERS = re.compile(r"(?<=..)等[两二三四五六七八九十]大.*\Z")
#: 在6个基地的基础上.
_UPON = re.compile(r"的?基础上.*\Z")
_THINGS = ("项目", "企业", "工程")
_DEED = 4  # characters behind people that say what they did to what is counted next
#: 引进江北电器、远山皮革2家企业: what is counted is named before its number.
_LISTED = re.compile(r"[\u4e00-\u9fff”]、[\u4e00-\u9fff“”]+\Z")
#: What those counted do to others: 干部200人不间断对来往人员进行排查.
_TO_PEOPLE = re.compile(r"(?:不间断|昼夜|日夜|全天候|轮流|分批|逐一|逐户|定期)[对为给向]")
_TASK = re.compile(r"(?<=[\u4e00-\u9fff”]{2})(?:任务|工作)\Z|(?<=项目)建设\Z")
_BACKED = re.compile(
    r"(?:公司|企业|集团|合作社|商会|老板|能人|业主|客商)(?:在[^，]{2,8}?)?(?:共|计划|累计|拟)?(总投资|投资|出资|注资)\Z"
)
#: The place that spent: 石桥村龙屏自然村投入22万元.
_OF_PLACE = re.compile(r"\A[\u4e00-\u9fff、]{2,20}[村组镇乡区](?=(?:共|累计)?(?:投入|投资|筹资|出资|争取))")
_MADE_UP = re.compile(r"(?:共同)?(?:组成|构成)的([\u4e00-\u9fff“”]{2,})")
_BACKED_NOUN = re.compile(r"的\*?([\u4e00-\u9fff“”]{2,})")
#: What those who were brought together do then is no part of what they are: 组成4个专班进村入户.
_FOUNDED = re.compile(r"(?:成立|组建|分成|组成|设立)了?\Z")
_HELD = ("会", "会议", "活动", "培训", "讲座", "党课", "演练")
_ONE = re.compile(r"\A了?[一二两三四五六七八九十][家个户]")
_AND_THEN = re.compile(r"并(?![网购轨联])")
#: Who gave what: 县财政下拨12万元救灾资金.
_GIVES = re.compile(
    r"(?:安排|下拨|拨付|拨出|拨给|争取|落实|投入|筹集|筹措|发放|补助|捐赠|捐助|捐献|[给向][\u4e00-\u9fff]{1,8})\Z"
)
#: Land that is something, behind the places where it lies: 新建大湾、石桥350亩茶叶基地.
_GROUND = re.compile(
    r"(?![新扩]?[建种栽植])[\u4e00-\u9fff“”]{2,14}?(?:基地|示范[区园片]|产业园|大棚|苗圃)(?:建设)?(?=[，。；、]|\Z)"
)
_FUND = re.compile(r"[\u4e00-\u9fff“”]{0,10}?(?:资金|款|补助|补贴|经费|物资|金)(?=[，。；、用]|\Z)")
#: What persons were made, or where something came to them: 3名科技人员为指导员, 120名信息员手中.
_ROLE = re.compile(r"(?<=[员户民者农人工部])(?:作?为[\u4e00-\u9fff“”]{2,}|手[中上里]|家[中里])\Z")
#: What a sum is, behind it: 省财政新增2亿元专项补助资金.
_FUNDS = re.compile(r"的?[\u4e00-\u9fff]{0,8}(?:资金|贷款|债券|经费|补助|补贴|专款)(?=[，。；、用]|\Z)")
#: What of those counted moved, before its per cent: 15个事项办理时限压缩70%.
_MEASURED = re.compile(
    r"(?:(?:审批|办理|承诺|平均|办结|施工|建设)*(?:时限|时间|材料|环节|流程|工期)|(?:年|总|工业|销售|营业)*(?:产值|产量|(?<!集体)收入|利润|税收|销售额|价格))(?=[\u4e00-\u9fff]{2,6}\Z)"
)
#: A task that stands behind its sum, and the verbs that take one.
_OF_TASK = re.compile(r"(?!的?目标)(?P<what>[\u4e00-\u9fff]{2,10}?)(?:任务|指标)(?=[，。；、]|\Z)")
_SET = re.compile(r"(?:完成|下达|落实|超额)[^，]{3,12}\Z")
_WHOSE = 2
#: 总投资5亿元的A项目、3亿元的B项目: each sum of the list is of the same sort.
_MADE_A_YEAR = re.compile(r"(?<=...)年产\Z|(?<=项目)建设\Z")
_OWNER = re.compile(r"[\u4e00-\u9fff]{3,16}?(?:公司|集团|项目|工程|基地|园区)(?=[\u4e00-\u9fff]|\Z)")
_LISTED_SUM = re.compile(r"(?:计划)?总?投资额?\Z")
_COUNTED = ("count", "person", "household", "event", "person-times")
_AGED_LAST = re.compile(r"的\d+周?岁(?:及)?以[上下]的?")
_ENDS_OPEN = re.compile(
    r"(?:的|(?<=[村组户人业目])中|(?<!平)等|对|为|在|由|从|涉及|[县镇乡村组区]|[省市县区]直|街道|办事处|苏木|三级|两级|上级)\Z"
)


def noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name where the thing counted stands behind its number; ``""`` where it does not."""
    name = _noun_name(figures, index, left) if _wants_noun(figures, index, left) else ""
    if figures[index].unit_kind == "land":
        name = _AND_OTHERS.sub("", name).removesuffix("产业")
    land = figures[index].unit_kind == "land" and figures[index].core and len(name) <= _BARE
    return with_measure(name, figures, index) if land else name


def purpose_name(figures: list[Figure], index: int, left: str) -> str:
    """Money is for what 用于 names: 安排资金50万元用于村道建设 → 村道建设资金."""
    figure = figures[index]
    made = _MADE_OF.match(figure.text[figure.behind :].lstrip("\x01 ，"))
    if made and "的" not in made["what"] and figure.unit_kind == "money" and len(left) <= 6:
        return made["what"] + made["how"] + (_INVESTED.findall(left) or ["投入资金" if "投" in left else "资金"])[-1]
    found = _PURPOSE.match(figure.right.lstrip("\x01 "))
    left = _OF_PLACE.sub("", left, count=1)
    left = backed[1] if (backed := _BACKED.search(figure.left)) else left
    if figure.unit_kind != "money" or not found or len(left) > 6:
        return ""
    named = found["what"] or ""
    what = (not named.endswith("等") and left_phrase(named)) or _counted_next(figures, index)
    return what and what + (_INVESTED.findall(left) or ["投入资金" if "投" in left else "资金"])[-1]


def _counted_next(figures: list[Figure], index: int) -> str:
    """What the next figure of the clause counts: 投入800万元办好十件民生实事."""
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.clause != figures[index].clause or not begins_noun(following.right):
        return ""
    return strip_link(split_predicate(following.right)[0])


def made_up_name(figures: list[Figure], index: int, left: str) -> str:
    """由15人组成的巡逻队: 巡逻队人数."""
    figure = figures[index]
    found = _MADE_UP.match(figure.right) if figure.left.endswith("由") else None
    counted = COUNTED_NOUN.get(figure.unit_kind, "数量")
    return split_predicate(found[1])[0] + counted if found else ""


def attributive_name(figures: list[Figure], index: int, left: str) -> str:
    """An aspect or a verb before the number, what it is of behind: 总投资1.1亿元的学校, 解决1200人的饮水问题."""
    figure = figures[index]
    behind = FOUNDING.sub("", figure.right.lstrip("\x01 "), count=1)
    if not behind.startswith("的"):
        owner = _OWNER.match(behind) if left.endswith("总投资") else None
        return owner[0] + "总投资" if owner else ""
    noun = _MADE_A_YEAR.sub("", strip_link(split_predicate(behind)[0]))
    left = BUILT.sub("", left, count=1).removeprefix("是")
    listed = index and (figure.item or re.fullmatch("的[^，；]*、", figure.left)) and not strip_lead(left, light=False)
    listed = listed or (index and figure.left.startswith("的") and figure.left.endswith("、"))
    if listed and (invested := _LISTED_SUM.search(figures[index - 1].name)):
        return noun + invested[0]
    verb = act_pattern().match(left)
    told = _ONE.sub("", left[verb.end() :]) if verb else ""
    left = told if told in words("aspect") else left
    aspect = next((word for word in words("aspect") if left.endswith(word)), "")
    left = aspect if aspect and verbs_only(left[: -len(aspect)]) else left
    if left in words("aspect") and not verbs_only(left) and len(noun) >= 2:
        return noun + left
    if figure.unit_kind in COUNTED_NOUN and left and verbs_only(left) and act_pattern().match(left):
        return left + noun.removesuffix("问题") + COUNTED_NOUN[figure.unit_kind]
    return ""


def task_name(figures: list[Figure], index: int, left: str) -> str:
    """A sum between whose it is and what for: 完成城镇职工166万元养老保险征缴任务."""
    figure = figures[index]
    task = _OF_TASK.match(figure.right) if figure.unit_kind == "money" and _SET.search(figure.left) else None
    if not task or len(left) < _WHOSE or verbs_only(left) or act_pattern().match(left):
        return ""
    return left + task["what"]


def backed_name(figures: list[Figure], index: int, left: str) -> str:
    """引进了某公司投资500万元的桃园基地: 桃园基地投资."""
    found = _BACKED.search(figures[index].left) if figures[index].unit_kind == "money" else None
    noun = _BACKED_NOUN.match(figures[index].right.lstrip("\x01 ")) if found else None
    return strip_link(split_predicate(noun[1])[0]) + found[1] if found and noun else ""


def threshold_name(figures: list[Figure], index: int, left: str) -> str:
    """8个村集体收入全部超过20万元: 集体收入超过20万元的村."""
    figure = figures[index]
    following = figures[index + 1].mention if index + 1 < len(figures) else None
    to = figure.behind + following.hedge.end - figure.mention.hedge.end if following else 0
    behind = figure.text[figure.behind : to]
    found = _THRESHOLD.fullmatch(behind) or _THRESHOLD.fullmatch(figure.right)
    measure = found and (found["income"] or found["measure"])
    if not found or not measure or "总收入" in measure or not _EACH_OVER.search(found["bound"]):
        return ""
    if following and found.end() > len(figure.right):
        figures[index + 1].left = measure
    return f"{measure}{found['bound'].lstrip('已全部均都')}的{found['village'] or found['firm']}"


def _wants_noun(figures: list[Figure], index: int, left: str) -> bool:
    """True where the noun counted stands behind the number: 43个农村专业合作社."""
    figure = figures[index]
    if figure.mention.form in ("percent", "zero", "blank") or figure.unit_kind in ("percent", "points", "multiple"):
        return False
    behind = figure.right.lstrip("\x01 ")
    if not behind and index + 1 < len(figures) and _is_size(figure, figures[index + 1]):
        return True
    if figure.unit_kind == "money" and _GIVES.search(figure.left) and _FUND.match(behind):
        return True
    named = not verbs_only(left) and not _ENDS_OPEN.search(left) and not figure.left.endswith("的")
    held = figure.unit_kind == "event" and left.endswith(_HELD)
    named = named and not (figure.unit_kind == "land" and _behind_list(figures, index))
    if named and (held or _next_takes(figures, index) or (figure.item and len(left) >= 2)):
        return False
    if figure.unit_kind == "money" and _FUNDS.match(behind) and any_verb().search(left[-2:]):
        return True
    people = figure.unit_kind in ("person", "household") and bool(PERSON_NOUN.match(behind)) and not figure.item
    people = people and behind[0] not in "、，和与及占" and not _TO_PEOPLE.match(behind)
    if not begins_noun(behind) and not people:
        return False
    return (
        verbs_only(left)
        or bool(figure.unit_kind == "land" and _GROUND.match(behind))
        or bool(_ENDS_OPEN.search(left))
        or (figure.unit_kind == "land" and _behind_list(figures, index))
        or (figure.unit_kind in _COUNTED and not behind.startswith("的"))
    )


def _behind_list(figures: list[Figure], index: int) -> bool:
    """True where what stands before a number belongs to the number before it: 800亩杨梅、600亩翠冠梨."""
    before, figure = figures[index - 1] if index else None, figures[index]
    return before is not None and before.clause == figure.clause and figure.left.endswith("、") and len(figure.left) > 1


def _next_takes(figures: list[Figure], index: int) -> bool:
    """True where the words behind a figure lead on to the next one without a mark: 缺粮11户缺粮714公斤."""
    if index + 1 >= len(figures) or figures[index + 1].clause != figures[index].clause or not figures[index].core:
        return False
    place = figures[index].right.strip(" \x01")
    if place and admin_noun(place) == place and figures[index + 1].unit_kind in ("person", "household", "count"):
        return False
    following = figures[index + 1]
    if following.mention.unit == figures[index].mention.unit and predicate_of(split_predicate(place)[1]):
        return False  # 12个项目开工8个
    share = following.mention.unit == "%" and not following.left.endswith(("率", "占"))
    if len(place) <= _SHORT and (share or (following.mention.form == "number" and begins_noun(following.right))):
        return False
    return not re.search(r"[、，和与及]", figures[index].right) and not figures[index + 1].item


def _noun_name(figures: list[Figure], index: int, left: str) -> str:
    """The name from the noun behind, with the verb before it or its predicate; what it takes is gone for the next."""
    figure = figures[index]
    behind, rest = _share(figures, index)
    behind = _UPON.sub("", ASIDE.sub("", behind))
    if treated := _TREATED.fullmatch(behind):
        return treated["deed"] + treated["noun"]
    noun, predicate = split_predicate(behind.partition("——")[0] or behind)
    noun = re.sub(r"(?<=[\u4e00-\u9fff]{2})(?<!平)等\Z", "", strip_link(noun.rstrip("、和及与")))
    noun = _ROLE.sub("", noun)
    noun = noun if PERSON_NOUN.match(noun) else _TASK.sub("", noun)
    noun = noun[:-1] if re.search(r"[^高初职其]中\Z", noun) else noun
    if not noun:
        return ""
    noun = admin_noun(noun) or noun if len(noun) > _LONG_NOUN and "的" in noun else noun
    taken = figure.core or not (rest or re.search("[占率]", behind))
    if index + 1 < len(figures) and rest is not None and taken:
        figures[index + 1].left = rest
    acts = act_pattern().match(left) and len(left) <= 6 and left not in words("light")
    verb = left if acts and not figure.left.endswith("、") else verb_before(left) if _LISTED.search(left) else ""
    if reaches := _REACHES_TO.search(left) or _reached_before(figures, index):
        verb = reaches[1]
    if (
        admin_noun(noun) == noun
        and len(left) >= 4
        and not verb
        and not _ENDS_OPEN.search(left)
        and not verbs_only(left)
        and "、" not in left
    ):
        return left + noun
    if noun in _THINGS and 4 <= len(left) <= _LONG_LEFT and not verb and not verbs_only(left) and "、" not in left:
        return left + noun
    if (
        figure.unit_kind in ("person", "household")
        and not ENDS_IN_PERSON.search(noun)
        and not people_first(figure, noun)
        and not FIRMS.search(noun)
        and not verb
    ):
        return with_measure(left_phrase(behind), figures, index)
    predicate = (
        ""
        if _FOUNDED.search(figure.left) or predicate.startswith("、") or _AND_THEN.match(predicate)
        else strip_link(strip_lead(predicate, light=False))
    )
    return _with_predicate(figure, noun, predicate, verb)


def _reached_before(figures: list[Figure], index: int) -> re.Match[str] | None:
    """The verb of the count directly before: 涉及15个行政村96个组."""
    before = figures[index - 1] if index else None
    joined = before and before.rule == "noun" and before.clause == figures[index].clause and not figures[index].left
    return re.match(_REACHES_TO.pattern.removesuffix(r"\Z"), before.name) if before and joined else None


def _with_predicate(figure: Figure, noun: str, predicate: str, verb: str) -> str:
    if split := people_first(figure, noun):
        return split.rpartition("的")[2] if _ends_list(figure) and not verb else verb + _AGED_LAST.sub("的", split)
    if (village := admin_noun(noun)) and noun[len(village) :].startswith("的"):
        if _PEOPLE_OF.search(noun):
            return village
        return f"{noun[len(village) + 1 :]}的{village}"
    if verb:
        state = predicate_of(predicate)
        return f"{verb}{state}的{noun}" if state else verb + noun
    if predicate.endswith("任务") and WORK_ON.fullmatch(predicate):
        return noun + _TASK.sub("", predicate)
    if (became := _BECAME.fullmatch(predicate)) and became[1].endswith(noun[-1]):
        return became[1]
    if _IS_DONE.match(predicate):
        return noun
    told = predicate_of(predicate) or (
        3 <= len(predicate) <= (20 if _HONOURED.match(predicate) else 14) and not _ends_list(figure)
    )
    counted = figure.unit_kind in ("count", "person", "household")
    if told and figure.unit_kind == "household" and noun in _ANYBODY:
        return predicate + "户数"
    if told and (counted or (figure.unit_kind == "land" and f"{noun}的" not in figure.right)):
        return f"{predicate}的{noun}"
    return noun


def _ends_list(figure: Figure) -> bool:
    """True for the last of a list of different things (12个党支部、268名党员), whose predicate is about them all."""
    return figure.text.endswith(("、", "和"), 0, figure.at) and figure.unit_kind in ("count", "person")


def _is_size(figure: Figure, following: Figure) -> bool:
    """True where the next figure is a size inside the noun of this one: 1个千亩茶叶观光园."""
    return not following.core and following.clause == figure.clause and not following.left.strip()


def _share(figures: list[Figure], index: int) -> tuple[str, str | None]:
    """The words behind a figure that are its own, and those left for the next figure of the clause."""
    figure = figures[index]
    behind = figure.right.lstrip("\x01 ")
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following and _is_size(figure, following):
        return re.split(r"[，。；：、\n\x01]", figure.after.lstrip())[0], None
    if following is None or following.clause != figure.clause or following.bracket != figure.bracket:
        return behind, None
    measured = _MEASURED.search(behind, 2) if following.kind == "growth" else None
    if measured:
        return behind[: measured.start()], behind[measured.start() :]
    if among := AMONG.search(behind):
        return among["whole"], behind
    if owns := _OWNS.search(behind):
        return behind[: owns.start()], behind[owns.end() :]
    verbs = (m for m in any_verb().finditer(behind, 2) if not NOUN_OF_VERB.match(behind, m.start()))
    verb = next(verbs, None)
    if verb and not begins_noun(following.right) and not predicate_of(behind[verb.start() :].rstrip("、")):
        return behind[: verb.start()], behind[verb.start() :]
    parts = re.split(r"(?:、|和(?![谐平])|以及|(?<![涉普惠])及|与|，)(?=[^、和及与，]*\Z)", behind)
    if len(parts) == 2:
        return parts[0], parts[1]
    village = admin_noun(behind)
    if village and len(behind) > len(village):
        return village, behind[len(village) :]
    noun, predicate = split_predicate(behind)
    if predicate and behind.startswith(noun) and not begins_noun(following.right):
        return noun, predicate
    people = PERSON_NOUN.match(behind)
    if people and len(behind) - people.end() >= _DEED and following.unit_kind not in ("", figure.unit_kind):
        return (people[0], behind[people.end() :]) if not ENDS_IN_PERSON.search(behind) else (behind, None)
    state = state_of_people(behind)
    return behind, state
