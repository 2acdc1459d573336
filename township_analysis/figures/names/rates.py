"""Names of rates of pay and norms: 低保对象120人，每人每月300元; 按每户500元的标准发放; 月人均补助180元."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.names.suffixes import is_rate
from township_analysis.figures.words import strip_lead, verbs_only

_RATE = re.compile(
    r"(?P<topic>[^，]*?)(?P<each>每月每[人户名]|每年每[人户名]|[月年][人户]均|每(?:[人户名位亩头只村生斤吨]|公斤)(?:每?[年月天次]|每?学期)?)"
    r"(?P<paid>[\u4e00-\u9fff]{0,8}?)(?:了|已|为|约|达到?|有|可|分别|近|各|均|\s)*\Z"
)
_STANDARD = re.compile(r"\s*的?标准(?P<paid>[\u4e00-\u9fff]{0,8})")
_PAID = re.compile(
    r"补助|补贴|补偿|补奖|奖补|奖励|工资|报酬|收入|缴费|缴纳|收缴|筹资|救助|资助|分红|保障|津贴|赔付|代缴|增收|保费|租金|劳务费|生活费|发放"
)
_EARNS = re.compile(r"挣|领到?|拿到?|到手|收到")
_SELLS = re.compile(r"卖|售")
_TIES = re.compile(r"(?:[由从的按为给]|按照|平均)+\Z")
#: What the people of a name are paid: 按月领取奖励金的家庭 → 奖励金.
_PAY_OF = re.compile(
    r"(?:领取|享受|发放|领到|兑付|兑现|落实)(?P<what>[\u4e00-\u9fff]{2,14}?(?:金|补贴|补助|津贴|费|款|扶助))(?:的|对象|人[数员]|\Z)"
)
_OF_CLASS = dict.fromkeys("人名位生", "person") | {"户": "household", "亩": "land", "斤": "mass", "吨": "mass"}
_INSURED = re.compile(r"(?<=..)参[合保](?:人[数员])?\Z")
#: 全村年人均纯收入 is no pay of those counted before.
_WHOLE_PLACE = re.compile(r"全[村镇乡县区市旗州省]\Z")
#: What each of something costs or brings, and what it is for.
_NORM = re.compile(r"(?P<topic>[\u4e00-\u9fff]*?)按照?(?P<per>每[户人亩年月头只吨斤村次]|每公斤|人均|户均|村均)?\Z")
_PAID_OUT = re.compile(r"奖补|补助|补贴|补偿|奖励|收购|缴纳|发放|救助|筹资|筹集|征收|收取|计发|给付")
#: Each of the places or bodies that share a sum.
_EACH_PLACE = re.compile(
    r"(?P<each>(?:平均)?每个?(?:行政|自然|贫困|重点)?(?:村|社区|[居村]委会|[村党]?支部|乡镇|镇|乡|街道|小?组|项目|企业|合作社|学校|点|站|试点村|示范[村点]))"
    r"(?:安排|补助|投入|补贴|平均|投资)?(?:约|为|各|达到?|近)?"
)
#: What was done with a sum, which is no part of what it is: 发放慰问金.
_PAID_AS = re.compile(r"\A(?:共|累计)*(?:使用|投入|安排|落实|下达|下拨|拨付|发放|兑现|兑付|支付|筹集|争取)(?=..)")
_BARE_SUMS = ("资金", "投资", "总投资", "投入", "金额", "投入资金")
_SHORT, _LONG = 5, 10


def rate_name(figures: list[Figure], index: int, left: str) -> str:
    """每人每月300元 behind a count of persons is their 每人每月标准; ``""`` for what is no rate."""
    figure = figures[index]
    if each := _each_place(figures, index):
        return each
    found = _RATE.fullmatch(figure.left.replace("\x01", "").strip("、 ")) if figure.unit_kind == "money" else None
    if found is None or not (paid := _paid(found["paid"], figure)):
        return ""
    if _WHOLE_PLACE.search(found["topic"]):
        return ""
    topic = left_phrase(_TIES.sub("", found["topic"]))
    if len(topic) >= 2 and not verbs_only(topic):
        of_topic = _PAID.search(topic, len(topic) - 2)
        return topic[:-2] + found["each"] + of_topic[0] if of_topic and len(topic) <= _SHORT else ""
    before = figures[index - 1] if index else None
    if before and before.unit_kind == "money" and paid == "标准" and not is_rate(before.name):
        return found["each"] + _PAID_AS.sub("", before.name)
    subject = _payee(figures, index, found["each"])
    agreed = found["topic"].strip().endswith(("按", "按照"))
    return f"{subject}{found['each']}{paid}" if subject or agreed else ""


def _each_place(figures: list[Figure], index: int) -> str:
    """How much of a sum each place has: 投入自治金270万元，每个居委会10万元 → 每个居委会自治金."""
    figure, before = figures[index], figures[index - 1] if index else None
    each = _EACH_PLACE.fullmatch(figure.left.strip("，、\x01 "))
    if not each or not before or not figure.unit_kind == before.unit_kind == "money" or is_rate(before.name):
        return ""
    sum_of = _PAID_AS.sub("", before.name)
    return each["each"] + sum_of if sum_of not in _BARE_SUMS else ""


def norm_name(figures: list[Figure], index: int, left: str) -> str:
    """今年新种桑园，按每亩900元的标准兑现奖补: 每亩奖补标准."""
    figure = figures[index]
    found = _NORM.search(figure.left.strip("\x01 ")) if figure.unit_kind == "money" else None
    paid = _PAID_OUT.findall(re.split("[，。；\x01]", figure.right)[0]) if found else []
    if not found or not (paid or found["topic"]):
        return ""
    return left_phrase(found["topic"]) + (found["per"] or "") + (paid[-1] if paid else "") + "标准"


def _paid(words: str, figure: Figure) -> str:
    """What a rate is of: 补助, 工资; 标准 where the text does not say; ``""`` where something else stands there."""
    words = strip_lead(words)
    if words in ("", "标准"):
        behind = _STANDARD.match(figure.right)
        told = _PAID.findall(behind["paid"]) if behind else []
        return "".join(told[-1:]) + "标准"
    if _SELLS.match(words):
        return "售价"
    return words if _PAID.search(words) or words.endswith("标准") else "收入" if _EARNS.search(words) else ""


def pay_of(name: str) -> str:
    """What those of a name are paid: 奖励扶助 of 享受奖励扶助对象; ``""`` where it does not say."""
    pay = _PAY_OF.search(name)
    return pay["what"] if pay else ""


def _payee(figures: list[Figure], index: int, each: str) -> str:
    """Those who are paid: the figure before that counts in the rate's own denominator."""
    letter = next((letter for letter in each[::-1] if letter in "人户名位亩头只村生斤吨"), "")
    kind = _OF_CLASS.get(letter)
    near = figures[index - 1 : index] if kind == "land" else figures[:index]
    apart = figures[index].before.rfind("；")
    near = [figure for figure in near if len(figure.before) > apart]
    for figure in reversed(near):
        outside = figure.bracket and not figures[index].bracket
        if figure.name and figure.kind == "level" and not is_rate(figure.name) and not outside:
            alike = figure.unit_kind == kind if kind else letter in (figure.mention.unit, figure.name[-1:])
            alike = alike or (kind == "person" and figure.name.endswith("岗位"))  # 公益性岗位120个，每人年补助6000元
            if alike:
                return pay_of(figure.name) or _INSURED.sub("", figure.subject or figure.name)
    return ""
