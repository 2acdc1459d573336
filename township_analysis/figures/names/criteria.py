"""Names of counts that stand behind a criterion: 收入达到5万元以上的有12个村, 80岁以上老人378人."""

import re
from collections.abc import Iterator
from itertools import pairwise

from township_analysis.figures.model import Figure
from township_analysis.figures.names.earlier import last_named
from township_analysis.figures.names.measures import COUNTED_NOUN, with_measure
from township_analysis.figures.names.predicates import begins_noun, predicate_of, split_predicate
from township_analysis.figures.names.topics import LONG
from township_analysis.figures.words import act_pattern, strip_lead, strip_link

#: Whose age goes without saying, by what they get: 65岁以上老年人免费体检.
_AGED = re.compile(r"\d+周?岁(?:及?以[上下])的?(?=[^，]*(?:体检|查体|养老金|高龄))")
AGES = ("岁", "周岁")
#: 集体收入达到10万元的村13个: the villages are told by what they earn.
_EARNS = re.compile(r"(?:收入|产值|税收|利润|存款)(?:达到?|过|超过?|突破|为|在)*\Z")
_OF_EARNERS = re.compile(
    r"的(?:行政村|村|嘎查|社区|农?户|[\u4e00-\u9fff]{0,6}企业|合作社|家庭|大户)(?:共?有|达到?|为)?"
)
_EARNED = re.compile(r"(?:收入|产值|税收|利润|营收|销售额)\Z")
#: Whose it was, before what is measured of others, too: 柳沟村集体收入60万元，达到10万元的村6个.
_OF_ONE = re.compile(r"\A[\u4e00-\u9fff]{2,3}村(?=年|村?集体|村级)")
_EARNERS = re.compile(
    r"(?P<over>以[上下内])?的?(?P<who>行政村|村(?:\(社区\))?|嘎查|农?户|[\u4e00-\u9fff]{0,4}企业|合作社|社区)?(?:共?有|达到?|为|共)?"
)
_WHO_EARN = re.compile(r"(?:村|嘎查|(?:规上|规模|工业)?企业|合作社)\Z")
_REACHED = re.compile(r"(?:其中)?[，：]?(达到?|超过?|在)?")
#: The criterion of the figure before, which its part replaces: 亿元以上项目12个，其中10亿元以上3个.
_BOUND = re.compile(r"\A[^的]{1,6}以上的?(?=..)")
#: Women, men and those of another age are none that an age picks from; nor does it pick a total.
_A_CLASS = re.compile(r"[男女](?:性|党员|职工|代表|干部)?(?:人[口数])?|总?人口|.*岁.*")
_AGE = re.compile(r"\d周?岁(?:及?以[上下])?\Z")
_INVESTED = re.compile(r"投资(?:额|约|近|达)*\Z")
_GROWN_OLD = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?:队伍)?(?:平均)?年龄(?:普遍|结构)?(?:老化|偏大|较大|过大)[^，。；]{0,6}，[^，。；]*\Z"
)
_OLD = 40
_NEAR = 12
_LONG = 24  # characters of a criterion in a name
_HERDS = ("头", "只", "羽")
#: What those counted reach, directly behind their number: 3个产值超亿元、5个产值5000万元的产业集群.
_REACHING = re.compile(
    r"(?:(?:年|总|主营业务|综合|工业|单项|计划|注册)*(?:产值|营收|收入|投资额?|税收|利润|利税|销售额|资产|规模|面积|产能)(?:额|总额)?(?:达到?|在|为)?)?"
)
_REACHERS = re.compile(
    r"(?:以[上下内])?级?的?(?!大关|台阶|关口|[和与及已均共用现未没被尚按])(?P<noun>[\u4e00-\u9fff“”]{2,12}.*)"
)
#: The same told of them behind their number: 8个村的总收入过2000万元，其中3个村过5000万元.
_TOLD_TO_REACH = re.compile(
    r"(?P<who>(?:行政|贫困|脱贫)?村(?:\(社区\))?|[\u4e00-\u9fff]{0,4}企业|合作社)的?"
    r"(?P<what>(?:年|村?集体(?:经济)?|总|人均|经营性|纯|可支配)*(?:收入|产值|税收|利润|营收|销售额)?)(?P<how>[均都]?(?:过|超过?|突破))"
)
_OVER = re.compile(r"及?以[上下]")
_NOUN = re.compile(r"(?:[\u4e00-\u9fff]{2,6})?")
#: Behind it may stand which they are: 收入超50万元的有东岭、西坡2个村.
_CRITERION = re.compile(
    r"(?:及?以[上下内])?(?:的)?(?:[还仅只共已仍]*有|达|达到|为)?(?:(?<=有)[\u4e00-\u9fff]{1,4}(?:[、和][\u4e00-\u9fff]{1,4})+)?\Z"
)


def criterion_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a count behind a criterion: 收入达到5万元以上的有12个村, 80岁以上老人378人."""
    figure = figures[index]
    if not index or figures[index - 1].clause != figure.clause or figure.item:
        return ""
    gap = _gap(figures[index - 1], figure)
    earning = _EARNS.search(figures[index - 1].left) and _OF_EARNERS.fullmatch(gap)
    if gap.endswith(("和", "与", "及", "、")) or not (earning or _is_criterion(figures[index - 1], figure, gap)):
        return ""
    if figure.unit_kind == "money" and figures[index - 1].mention.unit in AGES and act_pattern().match(left):
        return ""  # 为80周岁以上老人发放尊老金168万元
    phrase = _criterion_phrase(figures, index)
    if _CRITERION.fullmatch(gap):
        noun = _noun_picked(figures, index)
        return f"{phrase.removesuffix('的')}的{noun}" if len(phrase) <= _LONG and noun else ""
    noun_told = None if earning else re.match(r"(?:以[上下内])?的([\u4e00-\u9fff]{3,})\Z", gap)
    people = figure.unit_kind in ("person", "household")  # 人均纯收入2300元以下的贫困人口
    if noun_told and len(strip_link(noun_told[1])) >= 3 and len(phrase) > (LONG if people else _LONG):
        return with_measure(strip_link(noun_told[1]), figures, index)
    if len(phrase) > _LONG:
        return ""
    return phrase if earning else with_measure(phrase, figures, index)


def _gap(before: Figure, figure: Figure) -> str:
    """The words between two figures."""
    between = figure.mention.hedge.start - before.mention.end
    return figure.before[-between:] if between > 0 else ""


def _is_criterion(before: Figure, figure: Figure, gap: str) -> bool:
    """True where the figure before is what those counted have in common: an age, a bound, a size."""
    mention = before.mention
    if (
        gap == "的"
        and mention.unit == "元"
        and mention.hedge.approx in ("exact", "about")
        and _INVESTED.search(before.left)
    ):
        return False  # 投资60万元的6条油路: what was spent on them
    told_whole = not gap or mention.value_max or _NOUN.fullmatch(gap)  # 15—64岁8864人, 15周岁人口339人
    aged = mention.unit in AGES and figure.unit_kind == "person" and told_whole
    told = before.item or before.left.strip(" \x01") or mention.hedge.start < mention.start or mention.form == "bare"
    told = told or mention.value_max is not None  # 500万元至1000万元项目4个
    told = told or (figure.unit_kind == "count" and not before.core and len(gap) > 1)  # 110千伏变电站两座
    open_gap = gap.startswith("的") or (not gap and not before.core)
    between = mention.value_max is not None and open_gap  # 500万元-1000万元的项目3个, 30万—50万元5个
    bounded = re.match(r"及?以[上下内]", gap) or (gap[:1] == "的" and _CRITERION.fullmatch(gap))
    return bool(aged or bounded or between or (not before.core and gap and told))


def _noun_picked(figures: list[Figure], index: int) -> str:
    """What a criterion with no noun of its own picks from: what stands behind the count, or was counted before."""
    figure, of_age = figures[index], figures[index - 1].mention.unit in AGES
    alike = [f for f in figures[: index - 1] if f.name and f.mention.unit == figure.mention.unit and f.kind == "level"]
    alike = (
        [f for f in alike if not f.part] or alike if of_age and not figure.bracket else alike
    )  # 党员86名，其中大专学历12名，35岁以下9名
    earlier = alike[-1] if alike else None if of_age else last_named(figures, index - 1)
    noun = split_predicate(figure.right)[0] if begins_noun(figure.right) else ""
    grown = _GROWN_OLD.search(figure.near(_OLD)) if of_age and not noun else None
    if grown:
        return grown["who"]  # 村级专干年龄老化，50岁以上的有9人
    noun = noun or (_picked_from(alike or [earlier], figure) if earlier else "")
    noun = noun or COUNTED_NOUN.get(figure.unit_kind, "")
    return noun.rpartition("的")[2] or noun


#: A part told by its class alone.
_GRADE = re.compile(
    r"规模以[上下]|规[上下]|限额?以?[上下]|[\u4e00-\u9fff]{1,3}[级类]|[\u4e00-\u9fff\d]{1,4}[亩元吨头][以之][上下]"
)


def earning_name(figures: list[Figure], index: int, left: str) -> str:
    """Villages told by what they earn, the measure said before: 收入860万元，其中50万元以上的村3个，30-50万元的6个."""
    figure = figures[index]
    told = _bound_of(figures, index) if figure.unit_kind in ("count", "household") else None
    measure = next((f.name for f in reversed(figures[:index]) if _EARNED.search(f.name) and f.kind == "level"), "")
    if told is None or not measure or "的" in measure:
        return ""
    measure = _OF_ONE.sub("", measure)
    villages = "村" if measure.startswith("村") and figure.mention.unit == "个" else ""
    noun = told[1] or _same_as_before(figures, index) or villages
    figure.subject = noun
    measure = measure.removeprefix("村均")
    return f"{measure}{told[0].replace(' ', '')}的{noun}" if noun else ""


def _bound_of(figures: list[Figure], index: int) -> tuple[str, str] | None:
    """The sum that those counted reach, and their noun where it stands before their number."""
    figure, bound = figures[index], figures[index - 1] if index else None
    if bound is None or bound.clause != figure.clause or bound.mention.unit != "元":
        return None
    gap = _EARNERS.fullmatch(figure.text, bound.behind, figure.at)
    reached = _REACHED.fullmatch(bound.left.strip(" \x01、，"))
    if not gap or not reached:
        return None
    told = (reached[1] or "") + bound.text[bound.at : bound.behind] + (gap["over"] or "")
    return told, gap["who"] or ""


def _same_as_before(figures: list[Figure], index: int) -> str:
    """The noun of the count before that was told by a sum, too."""
    unit = figures[index].mention.unit
    before = next((f for f in reversed(figures[:index]) if f.mention.unit == unit and f.kind == "level"), None)
    who = _WHO_EARN.search(before.subject or before.name) if before else None
    return before.subject if before and before.rule == "earning" else who[0] if who else ""


def sized_names(figures: list[Figure]) -> dict[int, str]:
    """Names of counts by what each of those counted reaches: 3个产值超亿元的企业 → 产值超亿元的企业."""
    names: dict[int, str] = {}
    noun, fared, behind = "", "", -1
    for index in range(len(figures) - 2, -1, -1):
        figure, size = figures[index], figures[index + 1]
        if not _sizes(figure, size):
            continue
        own = _REACHERS.match(size.right.strip("\x01 "))
        if own and size.mention.form == "bare" and size.mention.hedge.approx == "exact":
            continue  # 10个万亩茶园
        if own:
            noun, predicate = split_predicate(own["noun"])
            noun, fared = noun.removesuffix("建设"), predicate_of(predicate)
        elif index + 2 != behind or not figures[index + 2].item:
            continue
        size_told = figure.text[figure.behind : size.behind].strip()
        names[index] = f"{fared}的{size_told}{noun}" if fared else f"{size_told}的{noun}"
        behind, size.core, figure.subject = index, False, noun
    return names


def reaching_names(figures: list[Figure]) -> dict[int, str]:
    """Names of counts by what each of them is told to reach: 8个村的总收入过2000万元 → 总收入过2000万元的村."""
    names: dict[int, str] = {}
    for index, told, measure in _told_to_reach(figures):
        bound = figures[index + 1]
        over = _OVER.match(bound.right)
        amount = bound.text[_at_number(bound) : bound.behind].strip() + (over[0] if over else "")
        names[index] = f"{measure}{told['how']}{amount}的{told['who']}"
    return names


def reached_by_each(figures: list[Figure]) -> list[Figure]:
    """The sums that such counts are told by, which are no figures of the township's."""
    return [figures[index + 1] for index, *_ in _told_to_reach(figures)]


def _told_to_reach(figures: list[Figure]) -> Iterator[tuple[int, re.Match[str], str]]:
    """Where such counts stand, what is told, and the measure; other measures than of a whole are thresholds.py's."""
    measure = ""
    for index, (figure, bound) in enumerate(pairwise(figures)):
        counts = figure.unit_kind in ("count", "household") and figure.kind == "level" and figure.core
        if counts and bound.clause == figure.clause and bound.mention.unit == "元":
            told = _TOLD_TO_REACH.fullmatch(figure.text[figure.behind : _at_number(bound)].strip("\x01 "))
            measure = (told["what"] or measure) if told else measure
            if told and measure.startswith("总"):
                yield index, told, measure


def _at_number(figure: Figure) -> int:
    """Where its number begins, behind a hedge."""
    return figure.at + figure.mention.start - figure.mention.hedge.start


def _sizes(figure: Figure, size: Figure) -> bool:
    """True where the second figure is what each of those that the first counts comes to."""
    told = size.clause == figure.clause and not size.item and _REACHING.fullmatch(size.left.strip())
    many = (figure.mention.value or 0) > 1 or size.mention.hedge.approx != "exact"
    counts = figure.unit_kind in ("count", "household") and figure.kind == "level" and figure.core
    herd = size.mention.unit in _HERDS and size.left.strip().startswith("规模")
    reached = size.unit_kind in ("money", "land", "floor", "mass") or herd
    return bool(told and many and counts and reached and size.kind == "level")


def _picked_from(alike: list[Figure], figure: Figure) -> str:
    """What a bare criterion picks from: an age from all that were counted, and not from another class of them."""
    aged = figure.unit_kind == "person" and _AGE.search(figure.near(_NEAR))
    wholes = [f for f in alike if not (aged and _A_CLASS.fullmatch(f.subject))]
    wholes = [f for f in wholes if not _GRADE.fullmatch(f.subject)] or wholes  # 企业52家，其中规模以上12家、亿元以上3家
    wholes = [f for f in wholes if (f.mention.value or 0) >= (figure.mention.value or 0)] or wholes
    return _BOUND.sub("", wholes[-1].subject) if wholes else "人口"


#: Behind the number of all: 11个村(社区)中年收入5万元以下的有3个.
_OF_WHOLE = re.compile(r"\A[\u4e00-\u9fff()、\x00]{1,8}?(?:[当之]中|[中里])(?=[\u4e00-\u9fff]{2})")


def _criterion_phrase(figures: list[Figure], index: int) -> str:
    """The clause up to the figure, from behind the figure before its criterion."""
    clause = re.split(r"[，。；：]", figures[index].before)[-1]
    earlier = figures[index - 2] if index > 1 and figures[index - 2].clause == figures[index].clause else None
    if earlier:
        clause = clause[-(figures[index].mention.hedge.start - earlier.mention.hedge.end) :]
    clause = _OF_WHOLE.sub("", clause) if earlier else clause
    phrase = strip_link(strip_lead(clause.replace("\x01", "").replace("\x00", "")))
    aged = _AGED.match(phrase)
    return phrase[aged.end() :] if aged and figures[index].kind == "level" else phrase
