"""Which figure is a part of which: 其中, brackets, breakdowns, and what was done out of what was found."""

import re

from township_analysis.figures.clauses import INCLUDES
from township_analysis.figures.model import Figure
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.names.kin import name_what_parts_have, of_whole
from township_analysis.figures.names.persons import ENDS_IN_PERSON
from township_analysis.figures.names.shared import SETTLED, with_case_of_whole, with_verb_of_whole
from township_analysis.figures.names.stages import of_body
from township_analysis.figures.names.suffixes import verb_before, without_counted
from township_analysis.figures.parts.outof import out_of, twin_of_total
from township_analysis.figures.time.stocks import is_base, is_stock
from township_analysis.figures.words import act_pattern, verbs_only

_TASK = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?\Z")
_OF_WHICH = re.compile(r"其中|[从按][\u4e00-\u9fff]{2,6}(?:来?看|划?分)[：，]")
_BEGINS = re.compile(r"[\s\x01]*其中")
_CLOSED = re.compile(r"\([^()]*\)")  # a bracket that says something aside: 行政村45个(其中一个民族村)，人口3.3万
_ONLY_A_GRADE = re.compile(
    r"\A(?P<grade>.{0,3}(?:级|类|型|籍|等|内|外|剂|针)|[\u4e00-\u9fff]{2,6}型"
    r"|规模以[上下]|规[上下]|限额?以[上下]|限上|[十百千\d.]*[万亿]元及?以[上下])(?P<tail>人次|人数|户数)?\Z"
)
#: What is counted by its field alone: 项目31个，其中交通4个.
_WORKS = re.compile(r"(?:项目|工程|企业)\Z")
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,8}(?<![项目工程企业公司厂社户路桥校院站点])")
#: What a part says of the people or things of its total, with no noun of its own.
_WHERE_THEY_LIVE = re.compile("城[市镇区]|农村|牧区|乡村")
_ONLY_WHO = re.compile(
    r"(?:[镇乡]?中心)(?:小学|完小)|村级?完小|完小|村小|教学点|妇女|女性|男性|少数民族|其他|其它|(?:研究生|(?:大学)?本科|大学|大专|专科|中专|高中|初中|中学|小学|幼儿园|学前班)(?:及?以[上下])?(?:学历|文化(?:程度)?)?|[正副]?[高中初]级(?:以上)?职称"
)
#: No part of the pupils counted before them.
_TEACHERS = re.compile(r"(?:专任|代课|公办|民办|在编)?(?:教师|老师|教职工|教职员工|医务人员|医护人员)")
_MOST = 30  # parts of one breakdown
_FROM = re.compile(r"(?<=[\u4e00-\u9fff]{2})[由从][\x01的]*\Z")
_ROUNDED = 1.01  # times the whole that the parts may add up to
_SHORT_WHOLE = 6  # characters of a whole whose grade still takes 户数 behind it
_COUNTED = ("count", "event", "household", "person")
_SMALL = 200  # counts of different things add up to a small number by chance
#: Persons who are called something of their own among those of a policy.
_WHO = re.compile(r"(?<=.)(?:军人|[^残]人员|家属|遗属)\Z|(?:烈属|孤儿|遗孀)\Z")
#: What households are in, which is no noun of them.
_STATES = ("风险", "困难", "问题", "隐患")
#: A class, the members of which are named by themselves: 节育措施189例(放环138例).
_CLASS = re.compile(r"(?:措施|手术|四术|疾病|传染病|病种|作物|牲畜|家畜|家禽|畜禽|特产|水果|设施|设备|车辆|物资)\Z")
_MONEY_TAIL = re.compile(
    r"(?:资金|投资|补助|补贴|经费|贷款|产值|增加值|(?<!纯)(?:销售|营业)?收入|支出|销售额|营业额|利润)\Z"
)
_SUMS = ("资金", "投资", "补助", "补贴", "经费", "贷款")
_HAS_MONEY = re.compile(
    r"资金|投资|投入|补助|补贴|经费|贷款|收入|支出|支付|利润|销售|结余|结转|款|金|费|税|额|值|自筹|捐|筹资|集资|奖补|[内外]资\Z"
)


def link_parts(figures: list[Figure], before: list[Figure]) -> None:
    """Set ``part_of`` for the figures of a sentence.

    Args:
        figures: The figures of the sentence, named.
        before: Those of the sentences before it in the same paragraph, for a sentence that begins with 其中.
    """
    total: Figure | None = None
    last = 0  # the last part, or the figure before it
    outer: tuple[Figure, int] | None = None  # what is broken down outside of a bracket
    loose: set[int] = set()  # parts that no 其中 makes: 其中 behind them speaks of them (成灾80亩，其中绝收20亩)
    for index, figure in enumerate(figures):
        compared = is_base(figure) and "比" in figure.left
        if figure.kind != "level" or not figure.core or compared:
            continue  # 工业产值6亿元，比2005年的2亿元增长: the base is no part
        if outer and not figure.bracket:
            (total, last), outer = outer, None
        if total is not None and (twin := twin_of_total(figures, index, total)):
            figure.part_of, last = twin, index
            continue
        if _OF_WHICH.search(_CLOSED.sub("", _between(figures, index))) or (index and INCLUDES.match(figure.left)):
            if figure.bracket and total and not figures[last].bracket:
                outer = (total, last)
            within = _bracketed(figures, index) if figure.bracket else None
            total = within or _total(figures[max(0, index - _MOST) : index] or before, figure, loose)
        elif figure.bracket and (whole := _bracketed(figures, index)):
            outer = (total, last) if total and not figures[last].bracket else outer
            total = whole
        elif total is not None and not _continues(figures, index, total, last):
            total = None
        if total is not None:
            settled = SETTLED.match(verb_before(total.name))
            case = with_case_of_whole(figure, total) if settled else figure.name
            named, last = case if case != figure.name else _part_name(figure, total), index
            figure.name = with_verb_of_whole(figure, total) if named == figure.name else named
        elif whole := out_of(figures, index, before):
            loose.add(id(figure))
            figure.part_of = whole
        figure.part_of = total or figure.part_of
    _link_sums(figures)
    name_what_parts_have(figures)


def time_of_total(figures: list[Figure], before: list[Figure]) -> None:
    """What a sentence that begins with 其中 breaks down is planned or foreseen as the total is, at its time."""
    total = figures[0].part_of if figures and _BEGINS.match(figures[0].before) else None
    if total is None or not any(total is earlier for earlier in before):
        return
    if total.status == "actual":
        _at_time_of(total, figures)
        return
    for figure in figures:
        shares = figure.mention.form == "composition"  # 由2006年的36:24:40: no part, of its own year
        if figure.status == "actual" and not shares and not is_base(figure):
            figure.status, figure.period = total.status, total.period


def _at_time_of(total: Figure, figures: list[Figure]) -> None:
    """2018年产值9亿元。其中，渔业产值达到3亿元，比2010年增长6%: parts without a date, and how they moved."""
    part: Figure | None = None
    for figure in (f for f in figures if not is_base(f) and "\x01" not in f.near(f.reach)):
        again = figure.unit_kind == total.unit_kind and is_stock(total) and is_stock(figure)  # 男性…；女性…
        again = again or bool(part and _is_next(figure, part))
        if figure.kind == "level" and (figure.part_of is total or again):
            figure.period, part = total.period, figure
        elif part and figure.kind in ("growth", "change") and figure.name.startswith(part.name):
            figure.period = (part.period or "").removesuffix("-12-31") or None


def _is_next(figure: Figure, part: Figure) -> bool:
    """True for the next member of what is broken down, or its second number: 特困户21户、42间，低保户33户、79间."""
    bare = not figure.left.strip(" 、")
    noun = not act_pattern().match(figure.left) and not figure.right.strip(" 、")
    return (bare and figure.clause == part.clause) or (noun and figure.opens and figure.clause == part.clause + 1)


def _part_name(figure: Figure, total: Figure) -> str:
    """The name of a part that says only which: 省级2个 of 重点项目 is 省级重点项目."""
    if headed := of_whole(figure, total) or _of_grade(figure, total):
        return headed
    alike = figure.mention.unit == total.mention.unit or figure.unit_kind == total.unit_kind
    if (
        alike
        and not total.subject.endswith(("学校", "中学", "小学", "院校"))
        and (not total.subject.startswith("学校") or total.subject.endswith(("教师", "职工", "学生")))
        and _ONLY_WHO.fullmatch(without_counted(figure.name))
    ):
        whole = total.name if total.name == total.subject + "人口" else total.subject  # 户籍人口3万人，其中男性1.6万人
        return without_counted(figure.name) + whole
    if alike and (whose := of_body(without_counted(figure.name), total)):
        return whose
    same = figure.bracket and figure.unit_kind == total.unit_kind and figure.unit_kind in _COUNTED
    if same and _CLASS.search(total.subject):
        return figure.name
    if same and total.subject.endswith("对象") and _WHO.search(figure.left.rstrip("\x01 有共")):
        return figure.name  # 优抚对象203人（其中在乡复员军人38人）
    told = ENDS_IN_PERSON.search(total.subject) or total.subject.endswith(_STATES)
    if same and without_counted(figure.name).endswith("户") and told:
        return figure.name  # 监测对象60户（其中边缘易致贫户20户）, 消除风险21户（脱贫不稳定户3户）
    if (
        same
        and len(total.subject) <= 8
        and not _ONLY_A_GRADE.match(total.subject)
        and not set(figure.name) & set(total.subject)
    ):
        return _of_total(without_counted(figure.name), figure, total)
    if figure.unit_kind == total.unit_kind == "count" and (head := _WORKS.search(total.subject)):
        bare = _FIELD.fullmatch(figure.name) and not verbs_only(figure.name) and not verb_before(figure.name)
        return figure.name + (head[0] if bare and figure.mention.unit == total.mention.unit else "")
    return figure.name + _of_what_money(figure, total)


def _of_grade(figure: Figure, total: Figure) -> str:
    """A grade with what its total counts: 省级2个 of 重点项目 is 省级重点项目; ``""`` for any other name."""
    grade = _ONLY_A_GRADE.match(figure.name)
    if grade is None:
        return ""
    if grade["tail"] == "人数" and total.subject.endswith("人口"):
        return grade["grade"] + "人口"  # 实有人口总数6万人，其中户籍人数3万人
    if total.subject in figure.name:
        return ""
    whole = total.name if total.name.startswith(total.subject) and not grade["tail"] else total.subject
    short = len(whole) <= _SHORT_WHOLE
    return grade["grade"] + whole + ((grade["tail"] or "") if short else "")


def _of_what_money(figure: Figure, total: Figure) -> str:
    """What money a part of a sum is, where its own name does not say: 省级 of 补助资金."""
    money = _MONEY_TAIL.search(total.name)
    if not money or not figure.unit_kind == total.unit_kind == "money" or _HAS_MONEY.search(figure.name):
        return ""
    apart = bool(figure.name) and not verbs_only(figure.name) and not verb_before(figure.name)
    return money[0] if apart or money[0] in _SUMS else ""


def _of_total(which: str, figure: Figure, total: Figure) -> str:
    """A part with what its total counts: 东山镇流动人口, 政策内出生男孩, 外出务工女性人数."""
    subject = total.subject
    if _WHERE_THEY_LIVE.fullmatch(which) and figure.unit_kind == "person" and not ENDS_IN_PERSON.search(subject):
        return f"{which}{subject}人数"  # 享受低保1298人(农村1086人)
    done = figure.unit_kind == "person" and (subject.endswith("出生") or not ENDS_IN_PERSON.search(subject))
    if not done:
        return which + subject
    return subject + which + ("" if ENDS_IN_PERSON.search(which) else "人数")


def _between(figures: list[Figure], index: int, last: int | None = None) -> str:
    """The words from a figure before: by default the last that is no mere criterion (其中35岁以下11名)."""
    figure = figures[index]
    if last is None:
        near = range(index - 1, max(-1, index - 4), -1)
        last = next((k for k in near if figures[k].core), max(0, index - 1))
    return figure.near(figure.mention.start - figures[last].mention.end if index else figure.at)


def _bracketed(figures: list[Figure], index: int) -> Figure | None:
    """What a bracket breaks down: the figure before it, of several (21户52人) the one of the same unit."""
    here = figures[index]
    if here.per or _TASK.search(here.name) or _TASK.search(here.left) or re.match(r"\(?每", here.left):
        return None
    outer = [f for f in reversed(figures[max(0, index - 6) : index]) if not f.bracket and f.kind == "level"]
    near = [f for f in outer if f.clause == outer[0].clause]
    same = [f for f in near if f.mention.unit == here.mention.unit]
    if same and (same[0].mention.value or 0) < (here.mention.value or 0):
        return None
    if same and len(same[0].period or "") == len(here.period or "") == len("2019") and same[0].period != here.period:
        return None  # 产值24亿元(2020年22亿元)
    first = not figures[index - 1].bracket and near[:1] == [figures[index - 1]]
    return same[0] if same else near[0] if first else None


def _total(earlier: list[Figure], here: Figure, loose: set[int]) -> Figure | None:
    """The last figure before 其中 that is no part itself, of the same unit where there is one."""
    told = [f for f in earlier if f.kind == "level" and f.core and not is_base(f) and f.bracket <= here.bracket]
    levels = [f for f in told if f.part_of is None or id(f) in loose]
    same = [f for f in levels if f.mention.unit == here.mention.unit or f.unit_kind == here.unit_kind]
    free = [f for f in same if here.per or not (f.per or _TASK.search(f.name) or _TASK.search(f.left))]
    free = [f for f in free if (f.mention.value or 0) >= (here.mention.value or 0)]
    fitting = free if same else [f for f in levels if not f.per]
    return fitting[-1] if fitting else None


def _continues(figures: list[Figure], index: int, total: Figure, last: int) -> bool:
    """Parts go on while the unit stays the total's, no new clause with a verb begins, and they do not pass it."""
    here, between = figures[index], _between(figures, index, last)
    if is_base(here) and _FROM.search(here.left):
        return False  # 引进项目46个，其中亿元项目1个，规模以上企业由2家增加到7家
    if here.unit_kind != total.unit_kind or here.bracket != figures[last].bracket or (here.per and not total.per):
        return False
    parts = sum(f.mention.value or 0 for f in figures[max(0, index - 6) : index] if f.part_of is total)
    added = parts + (here.mention.value or 0) if here.unit_kind == "money" and not figures[last].item else 0
    if parts and (parts == total.mention.value or added > _ROUNDED * (total.mention.value or 0)):
        return False  # 农业产值1.3亿元，其中种植业0.7亿元，固定资产投资0.8亿元
    apart = any(f.kind == "share" and "占" not in f.name + f.left for f in figures[last + 1 : index])
    if "；" in between and (apart or not _a_next_class(figures, index, total)):
        return False
    if _TEACHERS.match(here.name) and not _TEACHERS.search(total.name):
        return False
    if (
        "，" in between
        and act_pattern().match(here.left, here.left.startswith("服务业"))
        and not act_pattern().match(figures[index - 1].left)
        and not _is_alike(here, total)
    ):
        return False
    return here.mention.value is None or total.mention.value is None or here.mention.value <= total.mention.value


def _is_alike(here: Figure, total: Figure) -> bool:
    """True for a measure of the total's own kind whose name begins like a verb: 养殖产值 of 渔业产值."""
    named = here.name if here.name[-2:] == total.name[-2:] and not here.right.strip() else ""
    return bool(act_pattern().match(named)) and here.left.strip("\x01 ，").startswith(named)


def _a_next_class(figures: list[Figure], index: int, total: Figure) -> bool:
    """True for the next of a row of classes that ； sets apart: 其中第一产业…；第二产业…；第三产业…."""
    here = figures[index]
    parts = [f for f in figures[max(0, index - 6) : index] if f.part_of is total and f.unit_kind == here.unit_kind]
    alike = (
        bool(parts)
        and len(here.name) > 3
        and not act_pattern().match(here.left)
        and here.name[-2:] == parts[-1].name[-2:]
        and here.name != parts[-1].name
    )
    values = [f.mention.value or 0 for f in [*parts, here]]
    return alike and sum(values) <= (total.mention.value or 0) * 1.0001


def _link_sums(figures: list[Figure]) -> None:
    """A breakdown without 其中: two or more figures behind a total that add up to it."""
    for index, total in enumerate(figures):
        beside = total.item and index + 1 < len(figures) and figures[index + 1].item  # 甲16个、乙7个、丙2个、丁5个
        if total.kind != "level" or not total.core or (total.mention.value or 0) < 3 or beside:
            continue
        behind = figures[index + 1 : index + _MOST]
        parts = _adding_up(behind, total) or _adding_up([f for f in behind if f.part_of is not total], total)
        for part in parts:
            part.part_of = part.part_of or total
            if part.unit_kind != total.unit_kind and total.subject not in part.name:
                part.name = total.subject + part.name
            part.name = with_case_of_whole(part, total)
            part.name = _part_name(part, total)


def _adding_up(behind: list[Figure], total: Figure) -> list[Figure]:
    """The figures directly behind a total whose sum is the total's value; empty where there are none."""
    added, parts = 0.0, []
    for figure in behind:
        again = AGAIN.fullmatch(figure.left.replace("\x01", "").strip())
        if figure.kind != "level" or again or figure.mention.value is None or figure.part_of not in (None, total):
            break
        added += figure.mention.value
        parts.append(figure)
        if added >= (total.mention.value or 0):
            break
    units = {f.mention.unit for f in parts if f.unit_kind in ("count", "event")}
    kinds = {f.unit_kind for f in parts}
    small = (total.mention.value or 0) < _SMALL  # 电脑24台，工作队6支18人: by chance
    other = total.unit_kind not in kinds and any(act_pattern().search(f.left) for f in parts)
    if len(kinds) > 1 or (small and (len(units) > 1 or other)):
        return []
    return parts if len(parts) > 1 and abs(added - (total.mention.value or 0)) < 1e-6 * added else []
