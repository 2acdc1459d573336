"""Names that lack the head which their sibling or their whole has: 养鹅专业村2个、专业屯3个 → 养鹅专业屯."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.suffixes import verb_before, without_counted
from township_analysis.figures.words import verbs_only

#: Members of one sort that differ in their last character alone: 专业村, 专业屯, 专业户.
_SORTS = tuple("村屯户组镇乡区点片园校家所店")
_OF_ONE_SORT = re.compile(rf"[\u4e00-\u9fff]{{2}}[{''.join(_SORTS)}]")
#: A grade, or what came new, before the noun that its whole has in full.
_WHICH = re.compile(r"(?:国家|国|省|自治区|市|州|县|区|镇|乡|村)级|[一二三四五]星级|新(?:申报|认定|评定|获评|通过)")
_ANY = re.compile(r"\A各[类种级项]")
#: Those for whom a house or a household is worked on.
_WHO = re.compile(r"[\u4e00-\u9fff“”]{1,8}(?:对象|户|家庭|人口|人员|老人|群众)")
_HOUSE_WORK = re.compile(
    r"(?:危房|危旧房|农房|住房|旧房|户厕|厕所|旱厕|适老化|易地|扶贫|生态|避险){1,2}(?:改造|搬迁|重建|修缮)"
)
#: Land of a crop that says how far it has come, and not of which crop.
_STAGE_OF_CROP = re.compile(
    r"(?:集中)?(?:连片|核心|高标准|标准化)(?:示范)?(?:基地|示范[区片])|示范(?:基地|[片点])|挂果|盛果|盛产|丰产"
)
_CROP = re.compile(r"[\u4e00-\u9fff]{2,4}")
#: Land by what was done on it: 机收面积12.8万亩（小麦7.4万亩）.
_DONE_ON = re.compile(r"(?:机[收播耕插种防]|统?防统?治|飞防|投保|参保|受灾|成灾|绝收|流转|节水灌溉|测土配方)面积")
#: Measures of which one owner has two.
_OWNED = re.compile(r"(?:总|纯|净|经营|经营性|货物|旅客|存款|贷款)*(?P<what>收入|周转量|运输量|余额)")
_OWNED_AT_END = re.compile(rf"(?<=..){_OWNED.pattern}\Z")
#: Taxes that a firm paid, behind what it earned: 乡镇企业实现利税870万元，上交税金236万元.
_PAID = re.compile(r"(?:上[交缴]|缴纳|入库|实缴|创)(?:国家)?(?:税[金收款]|利税|利润)")
_EARNED = re.compile(r"(?<=..)(?:总产值|产值|利税|利润|(?:营业|销售|经营)?收入|销售额|税[金收款])\Z")
_OWNER = re.compile(
    r"(?:村组|两级|三级|企业|机构|银行|信用社|合作社|公司|集团|农村经济|集体|铁路|公路|水路|内河|沿海|轮驳船|汽车|民航|园区|开发区)\Z"
)
#: Classes of people that a part of them is told without.
_CLASS = re.compile(r"(?:五保|供养|优抚|监测|帮扶)?对象|五保(?:户|老人)|(?<!\A输转)(?<!\A输送)劳动力|监测户|育龄妇女")
_HOW_THEY_LIVE = re.compile(r"(?:有组织|集中|分散|已|未|尚未|自主)?[\u4e00-\u9fff]{2,6}")
_IS_SOMEBODY = re.compile(
    r"(?:[人员户者生属工民众兵女男孩]|老年|残疾|劳务|务工|人口|家庭|对象|就业|创业|岗位|脱贫|贫)\Z"
)
_NEAR = 2  # clauses from one measure to the other
_PARTS = (*COUNTED_NOUN, "count")
_TAKES_PART = ("参加", "参与")


def with_sort(figures: list[Figure], index: int, name: str) -> str:
    """The name of a member of a list with what says of which sort its members are: 养鹅专业屯."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or figure.rule == "noun" or before.kind != "level" or not name.endswith(_SORTS):
        return name
    verb = verb_before(name)
    noun = name[len(verb) :]
    if not _OF_ONE_SORT.fullmatch(noun):
        return name
    apart = before.clause + 1 < figure.clause or "；" in figure.text[before.behind : figure.at]
    sort = before.subject[: -len(noun)]
    alike = before.subject[-len(noun) :][:-1] == noun[:-1]
    if apart or not alike or len(sort) < 2 or verbs_only(sort):
        return name
    figure.subject = sort + noun
    return verb + figure.subject


def with_owner(figures: list[Figure], index: int, name: str) -> str:
    """A second measure of one owner: 金融机构存款余额4亿元，贷款余额2亿元 → 金融机构贷款余额."""
    if _PAID.fullmatch(name):
        return _taxpayer(figures, index) + name
    bare = _OWNED.fullmatch(name)
    before = next((f for f in reversed(figures[:index]) if f.kind == "level"), None) if bare else None
    if before is None or figures[index].part or "；" in figures[index].text[before.behind : figures[index].at]:
        return name
    first = _OWNED_AT_END.search(before.name)
    owner = before.name[: first.start()] if first and figures[index].clause - before.clause <= _NEAR else ""
    if not bare or not first or bare["what"] != first["what"] or not _OWNER.search(owner):
        return name
    return owner + name


def _taxpayer(figures: list[Figure], index: int) -> str:
    """The firms whose earnings were told in the clause before; ``""`` where none were."""
    figure = figures[index]
    before = next((f for f in reversed(figures[:index]) if f.kind == "level"), None)
    if before is None or figure.clause - before.clause > _NEAR or "；" in figure.text[before.behind : figure.at]:
        return ""
    earned = _EARNED.search(before.name) if before.unit_kind == "money" else None
    owner = before.name[: earned.start()] if earned else ""
    return owner if _OWNER.search(owner) else ""


def of_whole(figure: Figure, total: Figure) -> str:
    """The name of a part with the head of its whole; ``""`` where it needs none, or a guess would be wanted."""
    bare, whole = without_counted(figure.name), _ANY.sub("", total.subject)
    if figure.unit_kind == total.unit_kind == "land" and _DONE_ON.fullmatch(total.name) and _CROP.fullmatch(bare):
        return bare.removesuffix(total.name[:2]) + total.name
    if people := _class_of_people(figure, total, bare):
        return people
    if figure.rule != "before" or figure.mention.unit != total.mention.unit or not whole or figure.bracket:
        return ""
    which = _WHICH.match(bare)
    noun = bare[which.end() :] if which else ""
    if which and whole.endswith(noun) and (len(noun) > 1 or (not noun and which[0][0] == "新")):
        return which[0] + whole
    if _WHO.fullmatch(bare) and _HOUSE_WORK.fullmatch(whole):
        return bare + whole + figure.name[len(bare) :]
    if figure.unit_kind == "land" and _STAGE_OF_CROP.fullmatch(bare) and _CROP.fullmatch(whole):
        return f"{whole}{bare}面积"
    if figure.unit_kind == "person" and total.name.startswith(_TAKES_PART) and _WHO.fullmatch(figure.name):
        return f"{without_counted(total.name)}的{figure.name}"
    return ""


def _class_of_people(figure: Figure, total: Figure, bare: str) -> str:
    """Those of a class that a word for how they live tells: 五保对象214人，其中集中供养76人 → 集中供养五保对象."""
    head = _CLASS.search(without_counted(total.name)) if figure.mention.unit == total.mention.unit else None
    told = figure.rule in ("before", "inherited", "chain") and _HOW_THEY_LIVE.fullmatch(bare)
    if head is None or not told or _IS_SOMEBODY.search(bare) or bare[-2:] in total.name[2:]:
        return ""
    return bare + head[0] + total.name[head.end() :]


def name_what_parts_have(figures: list[Figure]) -> None:
    """What each part has is told in the words of what all have: 发放救助金90万元，其中城市60户，发放救助金30万元."""
    for index, figure in enumerate(figures[1:], 1):
        part = figures[index - 1]
        counts = part.kind == figure.kind == "level" and part.unit_kind in _PARTS and figure.unit_kind not in _PARTS
        if counts and figure.clause - part.clause == 1 and part.subject and _is_of_a_part(figures[: index - 1], figure):
            figure.name = _joined(without_counted(part.subject), figure.name)


def _is_of_a_part(earlier: list[Figure], figure: Figure) -> bool:
    """True for a sum told of one part in the words in which it was told of the whole."""
    alike = [f for f in earlier if f.name == figure.name and f.mention.unit == figure.mention.unit and not f.part]
    told = alike[0] if alike else None
    return told is not None and "其中" in figure.text[told.behind : figure.at]


def _joined(part: str, name: str) -> str:
    """A part and what it has in one name: 城市低保 and 发放低保金 → 发放城市低保金."""
    for size in range(len(part) - 1, 1, -1):
        if (tail := part[-size:]) in name:
            return name.replace(tail, part, 1)
    return part + name
