"""A verb without an object takes that of the figure before: 受理矛盾纠纷90件，化解85件."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.measures import COUNTED_NOUN
from township_analysis.figures.names.persons import ENDS_IN_PERSON
from township_analysis.figures.names.predicates import admin_noun
from township_analysis.figures.words import act_pattern, strip_lead, verbs_only, words

#: 日清运垃圾268吨，半年清运4.9万吨: how much a day is told no more.
_DAILY = re.compile(r"\A[日月年](?=[\u4e00-\u9fff]{4})(?![常用后报历份租薪度])")
PER = ("生均", "人均", "户均", "人平", "户平", "亩平", "村均", "村平", "亩均", "人均占有", "人均拥有")
BARE_MEASURES = ("面积", "资金", "金额", "人数", "户数", "产值", "投资")
#: Of whom births were counted; deaths behind them are of all: 女孩169人，死亡178人.
SEXES = ("男孩", "女孩", "男婴", "女婴", "男性", "女性", "男", "女")
#: Persons who came to be what those before them are: 党员86名，其中新发展5名.
NEW_ONES = ("新增", "新发展", "新纳入", "新招", "新聘", "新招聘", "新认定", "新当选", "新任", "新进", "连任", "留任")
#: What is done to a road or a street, as the end of its name.
_WORKED = re.compile(r"(?<=..)(?:[绿亮硬美净黑白]化|拓宽|改造|整治|修缮|养护|扩建)\Z")
_WHOLE = 3  # characters of a noun with 面积 that is what is left of one
#: A rate or an income has nobody behind it; what it is of has: 合作医疗参合率99%，报销420万元.
_EARNED = re.compile(r"(?<=..)(?:参[保合]率|(?:综合|经营|年|总)*(?:收入|产值|收益))\Z")
#: What a sum of money is already called by its verb.
_SAYS_MONEY = ("资金", "金额", "款", "额", "费", "金", "投资", "收入")
_CASES = ("起", "件", "宗")
_REBUILT = re.compile("重建|翻建")
_HALF_A_NOUN = ("生产", "消费", "服务", "交通")  # 生产安全事故
#: How far a project has come.
_PROGRESS = re.compile(r"新?(?:签约|洽谈|引进|落户|落地|注册|开工|竣工|投产|达产)")


def verb_on(verb: str, subject: str, figure: Figure, after: str = "") -> str:
    """A verb without object takes the subject of the figure before: 成功调解 + 矛盾纠纷.

    Args:
        verb: The verb phrase.
        subject: What it is done to.
        figure: The figure to be named.
        after: The name of the figure before: after 矛盾纠纷受理 follows 矛盾纠纷化解.
    """
    subject = _DAILY.sub("", subject.removesuffix(verb)) if verb in subject[:4] else subject.removesuffix(verb)
    subject = subject.removeprefix(verb) if len(subject) > len(verb) + 1 else subject
    subject = "" if subject in BARE_MEASURES or subject in SEXES else _without_verb(subject, verb)
    subject = _EARNED.sub("", subject) if figure.unit_kind in (*COUNTED_NOUN, "money") else subject
    if figure.unit_kind == "person" and verb in NEW_ONES and ENDS_IN_PERSON.search(subject):
        return verb + subject
    if figure.mention.unit in _CASES and subject in words("whole") and verbs_only(verb):
        return verb  # 立案21起，结案17起
    if figure.unit_kind in COUNTED_NOUN:
        subject = "" if verbs_only(subject) else subject  # 脱贫33户，搬迁5户
        deed = _REBUILT.match(subject) or act_pattern().match(subject)  # 重建农房2814户，维修加固3962户
        deed = None if deed and deed[0] in _HALF_A_NOUN else deed
        subject = subject[deed.end() :] if deed and len(subject) - deed.end() > 1 and verbs_only(verb) else subject
        return f"{subject}{verb}{COUNTED_NOUN[figure.unit_kind]}"
    if figure.unit_kind in ("land", "floor"):
        return _area_of(verb, subject)
    if figure.unit_kind == "mass" and figure.bracket and verb in ("养殖", "种植", "捕捞", "加工"):
        return f"{subject}{verb}产量"  # 水产总量3650吨(养殖3100吨)
    if figure.unit_kind == "money":
        return _money_of(verb, subject)
    if figure.unit_kind == "length" and figure.part:
        return f"{subject}{verb}长度"
    if figure.item and (work := _WORKED.search(subject)) and verb != work[0]:
        return subject[: work.start()] + verb  # 主街道绿化3公里、亮化2公里
    behind = after != subject and after.startswith(subject) and verbs_only(after[len(subject) :])
    return subject + verb if behind else verb + subject


def _area_of(verb: str, subject: str) -> str:
    """Land that something was done to: 新增耕地面积, 玉米播种面积."""
    subject = "" if admin_noun(subject) == subject else subject  # 9个村民小组，累计移栽1256亩
    subject = subject.removesuffix("面积") if len(subject) > _WHOLE else "" if subject.endswith("面积") else subject
    first = verb.startswith(("新", "可")) or (verb.startswith("挂") and subject.endswith("园"))
    return f"{verb}{subject}面积" if first else f"{subject}{verb}面积"


def _money_of(verb: str, subject: str) -> str:
    """Money that something was done with or came to: 项目到位资金, 补贴发放金额."""
    subject = "" if verbs_only(subject) or subject.endswith(("费用", "金额")) else subject.removesuffix(verb)
    return subject + verb + ("" if verb.endswith(_SAYS_MONEY) else "金额")


def _without_verb(subject: str, verb: str) -> str:
    """Projects without how far others of them came, and courses whose trainees are counted: 培训 of 技能培训班."""
    if _PROGRESS.match(verb) and (other := _PROGRESS.match(subject)) and subject.endswith("项目"):
        return subject[other.end() :]  # 新签约亿元以上项目5个，新开工3个
    bare = subject.removesuffix("班")
    return strip_lead(bare.removesuffix(verb)) if bare != subject and bare.endswith(verb) else subject
