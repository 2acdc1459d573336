"""The villages, hamlets and communities that a figure is about, by how a clause names them."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun
from township_analysis.figures.scope.bodies import WENT, made_of
from township_analysis.figures.words import act_pattern, strip_lead, strip_link, verbs_only
from township_analysis.lang.numerals import number_value

#: A village called by its committee, as in Yunnan, and not who is on it or where it sits: 木瓜箐村委会种植烤烟.
_COMMITTEE = r"(?:村|居)委会(?![换选主任书班成干副办院楼公牵组带发作负])"
_NAMED = re.compile(
    r"(?:^|[，。；：、仅和与及对为由向\x00\x01]|(?<!所)在|投入|建成|实施|完成|新建|其中)"
    r"(?P<name>(?!位于|地处|坐落)[\u4e00-\u9fff“”*]{1,14}?(?:社区(?!矫正|戒毒|康复|服刑|团购)|[^的、行各全每个贫农出新示邻自乡镇城美该两多本我通进下驻入离到整回返及]村"
    rf"|[^各全每个等由县乡镇村两的、]{_COMMITTEE}|[^各全每个]嘎查|[^村各每通个]屯(?![田积兵门区])|[家湾坪冲坡沟坝坳岭寨庄]组|[^个各]片区)"
    r"(?![级委庄民镇组社干部规容两医]|矫正|戒毒|康复|服刑|团购|居(?!民(?:\Z|\d|户|人))|支[部书]|集(?!体(?:(?:经济)?(?:总|纯|经营性)?收入|流转|种植|投资|出资|领办|创办|兴办|新建))))"
)
#: Villages whose names are words of the genre, where they do or have something: 前进村新建公厕, 平安村集体经济.
_WORDS_FOR_NAMES = re.compile(
    r"(?:^|[，。；：\x01]|其中|在)(?P<name>(?:(?:前进|平安|幸福|和谐|民主|先锋|[东南西北]?[东南西北上下中])村"
    r"(?=集体|党[支总员]|支部|的(?![创建评])|投资|新建|种植|流转|改造|硬化|发展|完成|实施|引进|争取|利用|依托|率先)"
    r"|(?:建设|新建)村(?=投资|新建|种植|流转|改造|硬化|发展|完成|实施|引进|争取)))"
)
#: Places without a word for what they are, in a row where something was done: 沿大湾、石桥连片, 大湾、石桥等村.
_DONE_IN = re.compile(
    r"(?:\A[\x01 ]*|[在沿于\x01])(?:(?<=沿)[海江河湖])?(?![在沿于对])"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}?)+?)"
    r"(?:等村(?![级民])|一带|(?=(?:集中)?[连成]片))"
)
#: 以石桥村为中心的辣椒基地: where it lies.
_AROUND = re.compile(r"以(?P<names>[\u4e00-\u9fff、]{1,12}[村组屯寨])为(?:中心|核心)")
#: What such a place is, looked for first.
_KINDS = re.compile("[村区查屯组]|居委")
_LISTED = re.compile(
    r"(?:^|[，。；：\x01的])(?:其中|全面|重点|顺利|高标准)?(?:[在对为给以]|涉及|支持|帮助|指导|扶持|引导|完成|改造|新建|建成|启动|修通|硬化|整修|维修|扩建)?了?(?!.{0,2}辖)(?P<names>[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{1,4})+)(?P<count>\d+|[两二三四五])(?:[个所]?(?:村|社区|行政村|嘎查)(?![级民])|[个家所处座条][^，。；、\d]{0,6}?"
    r"(?:市场|[小中]学|学校|幼儿园|小区|水库|水电站|卫生院|景区|煤矿|渔港|水厂))"
)
#: 启动东浜、梅园等3个小区改造: the next row.
_OTHER_ROW = re.compile(r"、[\u4e00-\u9fff]{1,6}等(?:\d|\Z)")
#: 确定东洼、后屯2个村为试点: what they were chosen for, and nothing that was done there.
_CHOSEN = re.compile(r"确定|选定|选[择取]|推荐|申报|列入")
#: What villages are counted as.
VILLAGES = re.compile(r"(?:行政|自然|中心|贫困|示范)?(?:村|社区)(?!民|级|集)")
#: Before the name of a body that a clause is about.
FOR = re.compile(
    r"\A(?:其中|例?如|而|但)?(?:[在对由为给除]|向(?!阳)|支持|帮助|指导|扶持|引导|协助|鼓励|入股|参股|加入)?"
)
OURS = re.compile(r"\A(?:(?:[我本全该]|[\u4e00-\u9fff]{2,3}?(?=[县镇乡](?:\Z|..[村社])))[镇乡县区]|[我本]街道)")
#: 改造完善前锋村、金花村农田: what was done there.
_DONE_THERE = re.compile(r"\A(?:完善|改造|建设|新建|修建|实施|完成|硬化|启动|推进)+")
#: What a village did, before what it did: 柳沟村完成了400亩荒地复耕.
_DID = re.compile(r"就?占了?|最[多高大少低好]|(?:已|共|又|就)?(?:完成|实施|新建|建成|流转|硬化|修建|发展)了?")
_OTHERS = re.compile(r"(?:[\u4e00-\u9fff]{2,9}、)*[\u4e00-\u9fff]{2,9}(?:、|(?<=[村区屯组查])(?:和|与|以?及))\Z")
#: Before the row, what was measured elsewhere: 弄坎村道路硬化1.8公里、帮幸村团坡道路硬化2.2公里.
_ELSEWHERE = re.compile(r"\A.*\d[^\d、和与及]*[、和与及]")
_HOUSE = r"(?:[小中]学|幼儿园|敬老院|福利院|养老院)"
_ONE = re.compile(rf"[\u4e00-\u9fff]{{1,4}}(?:[村组屯]|社区)|[\u4e00-\u9fff]{{2,6}}{_HOUSE}|[^村]{{2,3}}")
GENERIC = re.compile(
    r"^(?:新?建[成设]?|完善|启用|投用|优化|规范|巩固|提升|整合|改造|打造|成立|组建|设立|开办|创建|升级|配备|完成)(?:村|社区|屯|组)$|^[一二三四五六七八九十百]+[家户个]|^村社区|^村容|^[山渔]村|农[林牧渔]村|^合并村|^撤并村|^村级|[人户劳村]均|^建制村|相关|有关|扶贫|重点|薄弱|空壳|^通|各|全|每|的|有|级|(?:卫生|生态|文明|小康|美丽|先进|合格|达标|特色|平安|信用|试点|和谐|法治|幸福|淘宝|电商|明星|移民|亿元|宜居|森林|长寿|节水|无讼|共富)村|所有|个|部分|其他|贫困|行政|自然|农村|示范|本村|贫困村|新型|专业|农民|企业|[进入驻到]社区|家庭|公办|民办|特色|[业游出]村|(?:^|[个设型业的向往到])中心村|标准化|规模|大型|该|城乡|乡村|以及|新[型增建]|新农村|新时代|等|(?:干部|领导|[正副]职|队员|党员|人员|一把手)[下到进驻入]村"
)
_TOWN = re.compile(r"；|，(?:全|我|本)(?:[镇乡县区市]|街道)")
_TOWNSHIP = re.compile(r"(?!乡|镇)[\u4e00-\u9fff]{2,4}(?<![乡村城全集各])(?:镇|乡|农场|林场|牧场|街道)")
#: A school where a name would stand: 学生860名，其中柳河小学120名.
_SCHOOL = re.compile(
    r"(?!职业|九年|完全|其他)(?:[\u4e00-\u9fff]{2,6}(?:小学|中学|幼儿园|学校|教学点)|[\u4e00-\u9fff]{0,6}中心校)"
)
#: 其中城北安置点50户201人: where those moved live now.
SETTLED = re.compile(r"(?!集中|分散|易地|搬迁|移民)[\u4e00-\u9fff]{2,6}(?:安置点|安置区)")
PLACE = re.compile(
    r"[\u4e00-\u9fffXx×*]{1,6}(?:村委会|(?<!街道)办事处|村|社区|居委会|嘎查|屯|片区|[家湾坪冲坡沟坝坳岭寨庄]组)"
)
#: Villages in a row, or one.
PLACES = re.compile(rf"{PLACE.pattern}|[\u4e00-\u9fff]{{2,6}}(?:、[\u4e00-\u9fff]{{2,6}})+")
_KIND = re.compile(r"(?:[村居]委会|村|社区|屯|片区|组)\Z")
_SPENT = re.compile(r"投[资入]|筹[资集]|争取|整合|出资|拨付|安排|资金")
_IN_PLACE = re.compile(r"[\x01 ]*[在为给对](?P<name>[\u4e00-\u9fff]{2,4}?(?:村|社区))(?![级委庄民集镇组社干部、和])")
_LIGHTLY = re.compile(r"\A(?:全面|扎实|继续|大力|顺利)?(?:完成|实施|推进|实现|落实|争取|建成|打造|培育)了?")
_OF_PLACE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:村|社区|片区|嘎查|屯)|(?<=、)[\u4e00-\u9fff]{{2,8}}{_HOUSE})(?:剩余|余下|尚有)?\Z"
)
#: 最高的石门村达到86万元: of that village; 其中报名集镇安置点33户: of that place.
_FOREMOST = re.compile(rf"\A(?:最[高多大好少低]的(?:是)?|{WENT})")
_BARE_PLACE = re.compile(r"(?![其剩余另])[\u4e00-\u9fff]{2,6}(?<![户人年类])")
_SHORT_NAME = re.compile(rf"[^到搬迁]{{2,4}}(?:村|社区|片区|嘎查|屯|{_HOUSE})")
_THINGS = 2  # characters of what is counted
_SIZES = ("length", "land", "floor", "volume", "mass")
_REACH = 200  # characters of a sentence that are read before a figure


def village_named(clause: str) -> str:
    """The named place or body that a clause begins with or speaks of, with words of its own behind it."""
    if told := _WORDS_FOR_NAMES.search(clause):
        return told["name"]
    found = list(_NAMED.finditer(clause)) if _KINDS.search(clause) else []
    while len(found) > 1 and _is_common(found[-1]["name"]) and "、" not in clause[found[-2].end() :]:
        found.pop()  # 石桥村为特种养殖村
    if not found:
        return ""
    name, behind = OURS.sub("", FOR.sub("", found[-1]["name"])), clause[found[-1].end() :]
    there = behind and ("在" in name or clause[: found[-1].start("name")].endswith("在"))
    if "所在地" in name:
        return ""  # 政府所在地石桥村距县城30公里
    name = name.rpartition("在")[2]  # 率先在石桥村开展
    name = _LIGHTLY.sub("", name)
    built = act_pattern().match(name)
    name = name[built.end() :] if built and len(behind) > 1 else name
    if (
        act_pattern().match(name)
        or strip_lead(name) != name
        or "的" in name
        or name.count("“") != name.count("”")
        or _is_common(name)
        or len(behind) > 24
        or (len(strip_link(behind)) < 2 and not _DID.fullmatch(behind) and not (there and verbs_only(behind)))
        or re.match(
            r"、|\d|[一二两三四五六七八九十]+[所个家座处]|[^，]{0,12}、[^，]*等|为(?:中心|重点|核心|主|代表)", behind
        )
    ):
        return ""
    return _others_before(clause[: found[-1].start("name")]) + name


def _others_before(head: str) -> str:
    """The villages before the last of a row: 高家湾、 of 硬化高家湾、李沟村道路, 石门村、 of 石门村和柳沟村."""
    others = _OTHERS.search(_ELSEWHERE.sub("", head))
    row = FOR.sub("", _DONE_THERE.sub("", strip_lead(others[0] if others else "")))
    deed = act_pattern().match(row)
    row = row[deed.end() :] if deed else row
    names = re.split("、|[和与]|以?及", row)[:-1]
    one_by_one = all(_ONE.fullmatch(one) and not _is_common(one) for one in names)
    return "、".join([*names, ""]) if one_by_one else ""


def _is_common(name: str) -> bool:
    """True for a kind of villages, and none by its name: 特种养殖村."""
    return bool(GENERIC.search(name)) or made_of(_KIND.sub("", name), "any_body", "common")


def place_alone(figure: Figure) -> str:
    """The village or community that stands where a name would (其中东岭村1.2公里), else empty."""
    phrase = _FOREMOST.sub("", left_phrase(figure.left))
    farm = phrase.endswith("场") and figure.unit_kind == "count" and not figure.right  # 其中用材林场11个
    place = PLACE.fullmatch(phrase) or (figure.part and not farm and _TOWNSHIP.fullmatch(phrase))
    if figure.unit_kind == "person" and "其中" in figure.near(_REACH):
        place = place or _SCHOOL.fullmatch(phrase)
    if figure.unit_kind in ("person", "household") and "其中" in figure.near(_REACH):
        place = place or SETTLED.fullmatch(phrase)
    if not place or _is_common(phrase):
        return ""
    return phrase


def is_office_or_school(scope: str) -> bool:
    """True for a township, farm or school: 柳湾农场, 中心小学."""
    return bool(_TOWNSHIP.fullmatch(scope) or _SCHOOL.fullmatch(scope))


def place_in_row(figures: list[Figure], index: int) -> str:
    """A place without a word for what it is, in a row with others that have one: 桥东片区21户、老粮站37户."""
    figure, before = figures[index], figures[index - 1] if index else None
    name = left_phrase(figure.left)
    if before is None or before.rule != "place" or not figure.item or figure.mention.unit != before.mention.unit:
        return ""
    common = not _BARE_PLACE.fullmatch(name) or name != figure.left.strip() or act_pattern().search(name)
    return "" if common or figure.right.strip("、 \x01)") or made_of(name, "any_body", "common") else name


def _where(figure: Figure) -> str:
    """The village that money was spent in: 投资150万元在石门村建养殖小区."""
    money = figure.unit_kind == "money"
    told = figure.right.strip("\x01 ") or figure.after.lstrip("，\x01 ")  # 投资18万元，在石门村安装路灯
    found = _IN_PLACE.match(told) if money and _SPENT.search(figure.left) else None
    return found["name"] if found and not GENERIC.search(found["name"]) else ""


def _bare(name: str) -> str:
    """A village without what stands before it: 实现桥东片区剩余32户签约, 除石门村6户外."""
    name = _LIGHTLY.sub("", FOR.sub("", re.split("[的在除为对]", name)[-1]))
    deed = act_pattern().match(name)
    name = name[deed.end() :] if deed else name
    return name if _SHORT_NAME.fullmatch(name) else ""


def _counted_place(figure: Figure) -> str:
    """The village whose people or things are counted or measured: 柳沟村86户喝上自来水, 石坝村3公里村道完工."""
    things = figure.unit_kind == "count" and len(figure.right) >= _THINGS
    things = things or (figure.unit_kind in _SIZES and begins_noun(figure.right.strip("\x01 ")))
    found = _OF_PLACE.search(figure.left) if things or figure.unit_kind in ("person", "household") else None
    name = _bare(found["name"]) if found else ""
    if not found or len(name) < 3 or _is_common(name) or strip_lead(name) != name:
        return ""
    before = (
        figure.near(_REACH)[: -len(figure.left) or None]
        if "、" in figure.near(_REACH)[-2 * _THINGS - len(figure.left) :]
        else ""
    )
    if figure.left.startswith(name):
        return _others_before(before) + name
    return _others_before(figure.left[: found.start()]) + name  # 为大湾村、石桥村60名老人


def _listed_places(figure: Figure) -> str:
    """The villages that are named before their number (在白岩、黄泥坝2个村…): what follows is about them."""
    before = figure.near(_REACH)
    found = _LISTED.search(before) if "、" in before else None
    built = found and re.search("新建|建成|扩建|[座条]", found[0])  # 新建东桥、西桥两所小学，农家书屋1个
    if found and (_OTHER_ROW.search(before, found.end()) or _CHOSEN.match(found["names"])):
        return ""
    if found and (_TOWN.search(before, found.end()) or ("，" if built else "，\x01") in before[found.end() :]):
        return ""  # 西坪、柳树两个村退出，年底还剩265户: a time of its own turns to all again
    return found["names"] if found and found["names"].count("、") + 1 == number_value(found["count"]) else ""


def _where_done(figure: Figure) -> str:
    """The places that something was done in, by their bare names: 沿大湾、石桥连片种植, 大湾、石桥等村种植."""
    clause = re.split("[，。；：]", figure.near(_REACH))[-1]
    found = (_DONE_IN.search(clause) if "、" in clause else None) or _AROUND.search(clause)
    name = found["names"] if found else ""
    return "" if any(GENERIC.search(one) or made_of(one, "any_body", "common") for one in name.split("、")) else name


def village_of(figure: Figure) -> str:
    """The villages that what a figure counts or measures is in, where no subject tells them."""
    named = _listed_places(figure) or _where_done(figure)
    return named or _counted_place(figure) or _where(figure)
