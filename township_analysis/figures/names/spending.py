"""Names of sums from what they were spent on: 投资680万元建成污水处理厂, 企业投资500万元的桃园基地."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.predicates import begins_noun, split_predicate
from township_analysis.figures.words import strip_link

_PURPOSE = re.compile(
    r"(?:在[\u4e00-\u9fff]{1,8}?(?:[村镇乡组区县屯寨]|嘎查|苏木|分场)|为[\u4e00-\u9fff]{2,8}?(?=购置|购买|配备|添置|安装|更换|新建|修建|维修))?"
    r"再?(?:进行|用于|用作|专项用于|建成|建立|建造|修建|新建|建设|建起|兴建|开发|建|实施|完成|改造|购置|购买|采购|修缮|对|维修|翻修|整修|整治|治理|启动|完善|硬化|"
    r"绿化|亮化|拓宽|扩建|改扩建|铺设|架设|安装|更换|更新|重建|迁建|续建|修筑|衬砌|开挖|新购|新添|装修|粉刷|加固|疏浚|清淤|新修|打造|办好|办理|兴办|改善|升级|配套|修复|添置|配备|"
    r"打(?=[深机水旱]*[井窖])|修(?=[\u4e00-\u9fff]{0,4}[桥路渠])|新植|新种|新栽|保障|栽植|栽种|种植|发展|购进|引进|推进|扶持|支持|新增|增设|增添|布设|提升|(?=资助|救助|慰问|奖励|表彰|扶助))(?:好(?!转|评))?[了的]?"
    r"(?P<what>[\u4e00-\u9fff“”、]{2,20}?)?(?=[，。；]|、(?:[新修扩改]建|建设|硬化|维修|改造|购置)|\Z)"
)
#: 筹措120万元把卫生院门诊楼翻修一新.
_MADE_OF = re.compile(
    r"[把将对](?:[\u4e00-\u9fff\d]{2,12}[、和]){0,3}(?P<what>[\u4e00-\u9fff]{2,12}?)(?:进行了?|实施了?|予以)?(?P<how>(?:综合治理|综合整治|维修改造|翻修|改造|修缮|改建|装修|扩建|整修|维修|粉刷|养护|维护|整治|硬化|亮化|绿化|升级|修复|清淤|(?:除险)?加固|疏浚|拓宽))"
)
_INVESTED = re.compile(r"总?投资")
_BACKED = re.compile(
    r"(?:公司|企业|集团|合作社|商会|老板|能人|业主|客商)(?:在[^，]{2,8}?)?(?:共|计划|累计|拟)?(总投资|投资|出资|注资)\Z"
)
#: The place that spent: 石桥村龙屏自然村投入22万元.
_OF_PLACE = re.compile(
    r"\A[\u4e00-\u9fff、]{2,20}(?:[村组镇乡区校院]|[小中]学|公司|合作社)(?=(?:共|累计)?(?:投入|投资|筹资|出资|争取))"
)
_BACKED_NOUN = re.compile(r"的\*?([\u4e00-\u9fff“”]{2,})")
#: 铺设了长3公里的水泥路: what a size stands before.
_SIZE = re.compile(r"(?:[全总]?长|宽|占地|面积)\Z")
#: Where it is alone is no purpose: 完成镇区4条主街绿化.
_WHERE = re.compile(r"(?:[镇集圩城村街]+[区镇内]|全[镇乡村]|辖区|境内)内?|[\u4e00-\u9fff]{2,4}(?:村|社区|组)")
#: What came about with what was built, behind its name: 兴建的某某教学楼竣工使用.
_CAME_ABOUT = re.compile(r"(?<=....)(?:已经?|如期|顺利|正式|全面|全部)*(?:竣工|完工|落成|通车|投入使用|投用|启用)")
#: Villages in a row, and the work in them behind how many they are.
_VILLAGES = re.compile(r"(?:[\u4e00-\u9fff]{2,4}[、和]){1,5}[\u4e00-\u9fff]{2,4}")
_WORK_IN = re.compile(r"(?:中心|行政|自然|贫困|示范)?(?:村|社区|屯|组)的?(?P<work>[\u4e00-\u9fff“”]{3,})")
#: Whose money a part of a sum is, which is no purpose: 财政列支50万元，社会捐助36万元，对教学楼进行加固.
_SOURCE = re.compile(r"(?:捐[助赠资款]|列支|自筹|集资|配套|出资|补助|拨款|筹资)\Z")
_BARE_DEED = 3  # characters of a deed that says what it was done to: 扩能改造
_SPENDS = 6  # characters before a sum that say no more than that it was spent


def purpose_name(figures: list[Figure], index: int, left: str) -> str:
    """Money is for what 用于 names: 安排资金50万元用于村道建设 → 村道建设资金."""
    figure = figures[index]
    given = _SOURCE.search(left)
    if figure.unit_kind != "money" or (given and (figure.part or given[0].startswith("捐"))):
        return ""
    made = _MADE_OF.match(figure.text[figure.behind :].lstrip("\x01 ，"))
    if made and "的" not in made["what"] and len(left) <= _SPENDS:
        return made["what"] + made["how"] + _sort_of_sum(left)
    found = _PURPOSE.match(figure.right.lstrip("\x01 "))
    left = _OF_PLACE.sub("", left, count=1)
    left = backed[1] if (backed := _BACKED.search(figure.left)) else left
    if not found or len(left) > _SPENDS:
        return ""
    named = _CAME_ABOUT.split(found["what"] or "", maxsplit=1)[0]
    sized = _SIZE.search(named)
    counted = bool(sized or _WHERE.fullmatch(named))
    what = (
        (_VILLAGES.fullmatch(named) and _in_villages(figures, index))
        or (counted and _counted_next(figures, index))
        or (not named.endswith("等") and (left_phrase(named) or (len(named) > _BARE_DEED and named)))
        or _counted_next(figures, index)
    )
    figure.subject = what
    return what and what + _sort_of_sum(left)


def backed_name(figures: list[Figure], index: int, left: str) -> str:
    """引进了某公司投资500万元的桃园基地: 桃园基地投资."""
    found = _BACKED.search(figures[index].left) if figures[index].unit_kind == "money" else None
    noun = _BACKED_NOUN.match(figures[index].right.lstrip("\x01 ")) if found else None
    return strip_link(split_predicate(noun[1])[0]) + found[1] if found and noun else ""


def _counted_next(figures: list[Figure], index: int) -> str:
    """What the next figure of the clause counts: 投入800万元办好十件民生实事."""
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.clause != figures[index].clause or not begins_noun(following.right):
        return ""
    return strip_link(split_predicate(following.right)[0])


def _in_villages(figures: list[Figure], index: int) -> str:
    """The work in villages that are told by name and counted: 完成枫林、金盆两个村的农网改造."""
    found = _WORK_IN.fullmatch(_counted_next(figures, index))
    return found["work"] if found else ""


def _sort_of_sum(left: str) -> str:
    """What a sum is called after the verb before it: 投资, 投入资金, or 资金 of those who only give."""
    if left.startswith("争取"):
        return "争取资金"
    return (_INVESTED.findall(left) or ["投入资金" if "投" in left else "筹资" if "筹" in left else "资金"])[-1]
