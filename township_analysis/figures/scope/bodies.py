"""Named projects, works, firms, schools and the like in a clause: what a figure can be about alone."""

import re
from functools import cache, lru_cache

from township_analysis.figures.words import ASKED, act_pattern, either, strip_lead, verbs_only
from township_analysis.lang.tables import load_table

#: What is done to a work, as part of its name: 青石大桥改造提升工程.
WORKS = (
    r"(?:[一二三四五]期|易地|异地|智能化|新建|扩建|改建|改扩建|迁建|除险|硬化|拓宽|绿化|亮化|综合整治|整治|环境|风貌|"
    r"改造|提升|升级|翻新|翻建|拆除|重建|治理|修复|保护|加固|建设|技改|扩能)"
)
#: A part of a school or hospital that was built.
_PART = (
    r"(?:(?:学生|教师|教工)?新?(?:教学|综合|宿舍|住院|门诊|办公|实验|医技)(?:综合)?(?:大)?楼|"
    r"公寓|食堂|餐厅|塑胶操场|操场|运动场|新?校区|新院区)"
)
_SUFFIX = re.compile(rf"(?:[一二三]期)?{_PART}?(?:{WORKS}*(?:项目|工程))?")
#: The part of a road or bank that lies in the township: 滨海公路(柳河段).
_SECTION = r"(?<=[\u4e00-\u9fff]{2})[路道线街堤渠河桥速]\([\u4e00-\u9fff]{2,6}段\)(?:项目|工程)?"
_PART_OF_WAY = re.compile(r"\([\u4e00-\u9fff]{2,6}段\)(?:项目|工程)?")
#: What a firm or the like undertakes, as the last part of a name: 某某米业稻壳发电项目.
_UNDERTAKING = (
    r"(?:(?!.{0,9}(?:引进|实施|落户|签约|在建|投资|入驻|开工|竣工|投产|完成|新增|新建|重点|等))"
    r"[\u4e00-\u9fff]{2,9}?(?:项目|工程)(?!资金|建设用地))?"
)
_BREAK = re.compile(
    r"以(?!色列)|历来|年里|[今一]年内|依托|入选|推介|获评|获批|跻身|位列|上市公司|这个|^[是距被]|被[国省市县区]|命名为|完成|给(?![水排])|价格|其[它他]|我[镇乡县市区]|[人户村]均|[的及与了从在等各每由，、]|(?<=..)(?<![县市区镇乡(])和|其中|作为|"
    r"(?:[村区]|[村居]委会)(?:试点|实施|开展|推行|建设|引进|打造|启动|种植|养殖|新建)|全[镇乡县市区省国]|[\d百千万亿一二两三四五六七八九十几]+[万亿个家座所处条项亩元]|"
    r"^[东西南北]+[至到抵达起邻临接靠连依与]|^向上|^上级|省定|[市县]定|累计|牵头|成立|采取|带动|加入|党支部|党委"
)
_NOT_AFTER = re.compile(
    r"[、和及与]|\d|以[上下]|\([所室站点园]\)|[一二两三四五六七八九十]+[所个家座处条]|危房|服务体系|(?:[农牧渔林]业|自然|行政|中心)?村|适龄|资金|[硕博]|师|技术|建设用地|化|户|级|库|面向|(?:全|总)?覆盖|普及率|[升入]学率|巩固率|辍学率|毕业率|生(?![态产物])|虫"
)
#: What persons do with the place that they move to, or the firm that they put money into, before its name.
WENT = (
    r"(?:(?:自愿|意向|报名|申请|选择|要求|愿意|登记(?![站点处中所])){1,2}(?:搬迁|安置|入住|搬|迁)?[入进到至往在]?"
    r"|(?:搬迁?|迁|入?住|安置)[入进到至在]|入住(?!率)|(?:入股|参股|加入|注资)[到至于]?)"
)
_FIRM_END = re.compile(r"(?:公司|集团|(?<![工水电理])厂|企业|合作社|银行|信用社|超市|酒店|商场|[^行产事工农]业)\Z")
_VERB_FIRST = re.compile(
    rf"(?:{WENT}|“|考[入取上]|升入|录取|输送|投资(?=[建新改扩兴修])|建[成好]|投[用入]|启用|打造|(?:阳光|民生|安居|希望|雪亮|暖心|惠民)工程|列出|做大做强|做[大强]|制定|梳理|分[类步批期](?=实施|推进|建设|改造)|筛选|复制推广|推广|扩大|挖掘|谋划|包装|储备|申报|"
    r"结转|深化|强化|优化|推动|完善|健全|促进|支持|服务|保障|打[好赢]|建好|加[大快]|继续|超过|相当于|偿还|组成|新晋|面向|出让|国外|改扩建|两年|用[足活好]|抓[好紧实]|盯[紧住])"
)
#: 向某某产业园输送劳动力29人: whom something was given, and nothing that is told of.
SENT_TO = "向[^，。；]{2,12}?(?:输送|转移|推荐|选派|推送)"
#: 全镇光伏项目占地80亩: all that the township has of a kind.
_OF_TOWN = re.compile(
    r"[\x00\x01 ]*(?:(?:目前，?|截至目前，?|现)?全[镇乡县市区州](?![最第首])|与[\u4e00-\u9fff]|建[镇乡村县]"
    rf"|{SENT_TO})"
)
#: What was done to it lately, before a body that is the subject: 新近通车的某某高速.
_BROUGHT_IN = re.compile(
    r"\A(?:[^，。；的\d]{0,4}(?:引进|落户|兴建|建成|创办|培育|组建|成立|通车|竣工|投产|启用|投用|落成|挂牌|开业|开工|在建|运营|[新改扩迁翻]建|(?:改造|修缮|整修|升级|提升)后?)的"
    rf"|{WENT}"
    r"|[^，。；的]{1,8}(?:至|到|通往|连接)[^，。；的]{1,10}的(?=[^，。；的]{2,6}[路桥渠])|(?:全[球国省市县区镇乡])?最[大高早好]的|(?:全[球国省市县区])?[首第]一?[个座条家所批]的?)"
)
#: Where a profile finds a body, or what it is: 境内有龙泉寺, 镇域西部的青石岭, 骨干企业某某公司.
_PRESENTED = re.compile(
    r"\A(?:其中|境内|辖区内?|[全本]?[镇乡][内域]|(?:[东西南北中]+部?|[山村镇乡][东西南北上下])?(?:还?[有为是]|建有)"
    r"|位于[^，。；]{1,14}的|[^，。；\d的]{1,8}[部内侧边]的|(?:骨干|龙头|重点|规上|规模|明星)企业|重点文物|名胜(?:古迹)?|文物古迹|景[点区])+"
)
#: The heading of a yearbook's paragraph: 【扶贫建设】.
_LABEL = re.compile(r"\A[\x00\x01 ]*【[^】]{1,12}】")
#: 完善堰坝, 巩固河堤: what is done to banks and ditches, and no name of one.
_DONE_TO = ("完善", "巩固", "优化", "健全", "护砌", "疏通", "恢复", "开通")
#: What says of what kind things are, before 项目: 公益性项目, 产业类项目, 责任单位项目.
_CLASS_OF = re.compile(r"(?<=.)(?:[性类型]|单位|部门|方面)\Z")
#: A factory by its trade alone, where it does something: 纺织厂自筹资金; how many there are is told otherwise.
_FACTORY = re.compile(r"(?!加工|小|各|乡镇|工)[\u4e00-\u9fff]{1,4}厂")
_MORE = re.compile(r"[增减达]|发展|扩大到|恢复")
#: How a factory does something, before what it does: 在完成一期改造的基础上, 克服资金困难.
_MANNER = re.compile(r"自筹|在[^，。；、]{2,16}(?:基础上|同时|[下中后])\Z|(?:通过|依靠|克服|坚持|采取|狠抓|瞄准|面对)")
#: 骨干企业恒力泵阀产值…: what a firm is, before a name that does not say so.
_FIRM_PRESENTED = re.compile(
    r"[\x00\x01 ，]*(?:其中)?(?:骨干|龙头|重点|规上|明星|驻[镇乡]|辖区|主导|核心)企业"
    r"“?(?P<name>[\u4e00-\u9fff]{2,6}?)”?"
    r"(?:全年|上半年|年内)?(?:(?:完成|实现|上缴|缴纳)?(?:工业)?(?:产值|销售|税[收金]|利税|营业|营收|开票|利润|增加值)|纳税|投资(?!额))"
)
#: A firm by its own name and its trade alone: 宏远机械总投资2.2亿元, 恒通彩印(投资8000万元)主体完工.
_FIRM_BY_TRADE = re.compile(
    r"[\x00\x01 ，]*(?P<name>[\u4e00-\u9fff]{2}"
    r"(?:机械|彩印|印务|纺织|针织|食品|电子|科技|药业|制药|建材|化工|电器|电气|服饰|制衣|家具|陶瓷"
    r"|塑[业胶]|铝业|纸业|面业|米业|粮油|乳业|茶业|酒业|木业|矿业|牧业|禽业|铸造|钢构|重工|汽配|鞋业|饲料|光电|新材料|新能源|实业))"
    r"(?:[一二三]期)?(?=\(?(?:计划|已|累计)?(?:总投资|完成投资|投资\d|投资额|占地|年产|厂房|设备)"
    r"|(?:全年)?(?:实现|完成|上缴|缴纳)?(?:产值|销售收入|利税|税[收金])|纳税)"
)
_LONGEST = 34
_LONGEST_WORD = 6  # characters of a word of any_body or common


@cache
def _words(kind: str) -> str:
    """The cues of a class of bodies.csv as an alternation, longest first."""
    return either(_cues_of(kind))


@cache
def _cues_of(kind: str) -> list[str]:
    cues = [row["cue"] for row in load_table("bodies", "township_analysis.figures") if row["class"] == kind]
    return sorted(cues, key=len, reverse=True)


@cache
def _end() -> re.Pattern[str]:
    """The end of a name: a kind of body, or a phase, and what is done to it."""
    return re.compile(
        rf"(?:(?:{_words('body')}|{_words('firm')}){_SUFFIX.pattern}{_UNDERTAKING}|(?<=[\u4e00-\u9fff]{{3}})[一二三]期{_SUFFIX.pattern}|{_SECTION})"
    )


@cache
def _cues(*kinds: str) -> frozenset[str]:
    return frozenset(cue for kind in kinds for cue in _cues_of(kind))


@cache
def _spot() -> re.Pattern[str]:
    """A place, troop or event by a short proper name (青莲寺), or by one in quotes with what it is (“飞鹰”民兵连)."""
    kinds = _words("spot")
    return re.compile(
        rf"(?:(?P<bare>[\u4e00-\u9fff]{{2,4}}?)(?:{kinds})|“[^”]{{2,8}}(?:”[\u4e00-\u9fff]{{0,2}}(?:{kinds})|(?:{kinds})”))"
        r"”?(?!(?:[农牧渔林]业|自然|行政|中心|新)村|[村组屯乡镇社区县湾口深河牌、和与及等的])"
    )


def _spot_at(text: str) -> str:
    """The place or troop with a short name that a phrase begins with, else ``""``."""
    found = _spot().match(text)
    bare = found["bare"] or "" if found else ""
    done = found and (act_pattern().match(found[0]) or found[0].startswith(_DONE_TO))
    common = not found or done or (bare and verbs_only(bare)) or _BREAK.search(found[0]) or strip_lead(bare) != bare
    return "" if not found or common or (bare and made_of(bare, "any_body", "common")) else found[0]


def made_of(text: str, *kinds: str) -> bool:
    """True for a phrase of words of these classes alone: it has no part that a name would bring.

    >>> made_of("三级公立", "any_body", "common"), made_of("柳河公立", "any_body", "common")
    (True, False)
    """
    known, ends = _cues(*kinds), {0}
    for start in range(len(text)):
        if start in ends:
            ends.update(start + size for size in range(1, _LONGEST_WORD + 1) if text[start : start + size] in known)
    return len(text) in ends and "中国" not in text


def is_one_of_many(name: str, rest: str, wide: bool) -> bool:
    """True for a kind of bodies and no single one: 三级公立医院转诊量, but not 智能仓储物流园项目总投资.

    Args:
        name: What a clause begins with, a body's name or a kind of bodies.
        rest: The words behind it: the size or sum of one thing tells that there is but one.
        wide: True in the report of a county or more, which has many of what a township has once.
    """
    found = _end().search(name)
    bare = name[: found.start()] if found else name
    if wide and not found and _spot().fullmatch(name):
        return True
    if _CLASS_OF.search(bare):
        return True
    if _FACTORY.fullmatch(name) and not _MORE.match(rest) and (act_pattern().match(rest) or _MANNER.match(rest)):
        return False
    if (not bare and not wide) or (bare and _only().match(name)) or _own().match(rest):
        return False
    return made_of(bare, "any_body", "common")


def tells_own(clause: str) -> bool:
    """True for a clause that tells a body's own size or sum: 计划总投资1200万元."""
    return bool(_own().match(strip_lead(clause.lstrip("\x01 "), light=False)) or _own().match(clause.lstrip("\x01 ")))


@cache
def _own() -> re.Pattern[str]:
    """How the words behind a body begin that tell its own size or sum."""
    return re.compile(rf"(?:{_words('own_measure')})")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(_words("firm"))


@lru_cache(maxsize=ASKED)
def is_firm(name: str) -> bool:
    """True for the name of a firm, by what it ends in: 鸿达竹业, 恒宇集团, 顺达冷冻厂.

    >>> is_firm("恒宇集团"), is_firm("顺达冷冻厂"), is_firm("青石大桥")
    (True, True, False)
    """
    return bool(_FIRM_END.search(name)) or any(m.end() == len(name) for m in _firm().finditer(name))


@cache
def _only() -> re.Pattern[str]:
    return re.compile(_words("only_body"))


@cache
def more_of_it() -> re.Pattern[str]:
    """How a clause begins that says more about the body of the clause before."""
    return re.compile(_words("of_body"))


@lru_cache(maxsize=ASKED)
def body_at(text: str) -> str:
    """The named body or work at the very head of a phrase, else ``""``.

    >>> body_at("青石大桥全长"), body_at("重点项目完成投资"), body_at("新建学校")
    ('青石大桥', '', '')
    """
    found = _end().search(text, 0, _LONGEST)
    if found and not found.start():  # 开发区白岳大道
        found = _end().search(text, found.end(), _LONGEST) or found
    if not found:
        return ""
    bare = text[: found.start()]
    while longer := _end().match(text, found.end(), _LONGEST):  # 临港 of 临港产业园 is no end
        found = longer
    end = section.end() if (section := _PART_OF_WAY.match(text, found.end())) else found.end()
    name, behind = text[:end], text[end:]
    only = _only().match(name)
    if (
        "\x01" in name
        or _BREAK.search(name)
        or _NOT_AFTER.match(behind)
        or strip_lead(name) != name
        or act_pattern().match(name)
    ):
        return ""
    if _VERB_FIRST.match(name) or any(name.count(a) != name.count(b) for a, b in ("“”", "()")):
        return ""
    branch = _firm().match(text, len(bare))
    named = len(bare) >= 2 and not made_of(bare, "any_body", "common" if branch else "any_body")
    work = only and (_SUFFIX.fullmatch(name, only.end()) or name.endswith(("项目", "工程")))
    return name if named or work else ""


def _presented_firm(clause: str) -> str:
    """A firm by a short name behind what it is: 骨干企业恒力泵阀产值下降, 龙头企业青禾纳税300万元."""
    found = _FIRM_PRESENTED.match(clause) or _FIRM_BY_TRADE.match(clause)
    name = found["name"] if found else ""
    common = (
        not name
        or name.endswith("均")
        or made_of(name, "any_body", "common")
        or act_pattern().match(name)
        or verbs_only(name[-2:])
    )
    return "" if common or strip_lead(name) != name or _BREAK.search(name) else name


@lru_cache(maxsize=ASKED)
def headed_by(clause: str) -> tuple[str, str]:
    """The body that a clause is about, as its subject, and the words behind it; twice ``""`` where it names none."""
    if _OF_TOWN.match(clause):
        return "", ""
    clause = _LABEL.sub("", clause)
    head = _BROUGHT_IN.sub("", strip_lead(clause.lstrip("\x00\x01 "), light=False))
    told = _PRESENTED.sub("", clause.lstrip("\x00\x01 "))
    name = max(_spot_at(told), body_at(told) or body_at(head) or _presented_firm(clause), key=len)
    return (name, clause.partition(name)[2].strip("\x00\x01 (")) if name else ("", "")
