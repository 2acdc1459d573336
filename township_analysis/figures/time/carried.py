"""The year that a figure of a text without a period of its own (a profile) has from those before it."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.time.setting import month_of
from township_analysis.figures.time.stocks import is_base, is_stock, owns_date
from township_analysis.figures.words import act_pattern

#: What a profile tells without a time: heights, distances, areas, the climate.
_LASTING = ("length", "duration", "temperature")
_LASTING_NAMES = re.compile(r"总面积|国土|幅员|版图|海拔|气温|降水|降雨|无霜期|日照")
_NOWADAYS = re.compile(r"(?<![实体出表呈])现(?![代场金役实行价])|目前|至今|如今|截至")
_GROWS_NOW = re.compile(r"(?<![实体出表呈])现(?=[发种养栽])|目前|如今")
#: The year of an event is that of nothing behind it: 1958年建成的水库.
_FOUNDED = re.compile(
    r"\x01[^\x01]{0,30}(?:[建修]于|建成|始建|创[建办]|成立|设立|撤|并入|改[称为设]|迁|开工|竣工|通车|投产)[^\x01]*\Z"
)
#: A paragraph that turns to a year: 2011年，在县委的领导下，….
_OPENS_LINE = re.compile(
    r"\s*(?:【[^】]{1,12}】|[\u4e00-\u9fff]{2,6}[。：]|(?:[\u4e00-\u9fff]{2,4}[ \u3000]+){1,3}|[该全我本][镇乡县区村])?"
    r"\s*(?:截?[至止]|到)?(?:19|20)\d\d年"
)
_TELLS_OF = re.compile(r"，(?:在[^，。]{2,16}下|全[镇乡县区]|我[镇乡们])")
#: 全年, in a text that has no year of its own, is the year last told of.
THAT_YEAR = re.compile(r"全年|年内|当年")
_YEAR = re.compile(r"(?<![到至比较])((?:19|20)\d\d)年")
#: 1993年建镇。去年…，全年…: no year that the text names.
_OTHER_YEAR = re.compile(r"去年|今年|上年")
_AT_YEARS_END = re.compile(r"(?:\A|(?<=[，；。\n ]))年[末底](?![^，。；]*年[末底])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SINCE_THEN = re.compile(r"\A[\x01 ]*(?:[比较](?!\x01{5})|同比|净?增|下降|减少)")
#: 比1955年的23万元增加120倍: the base's year is that of nothing behind it.
_COMPARED_WITH = re.compile(r"[比较]\x01+的?\Z")
#: What the people counted in the sentence before are made of.
_OF_TOTAL = re.compile(r"[\x00\x01 ]*(?:总?人口中|其中|另有|以[\u4e00-\u9fff]{1,4}族?为主)")
_OF_PEOPLE = ("person", "household", "percent")
_NEAR = 120
_REACH = 400  # characters of a sentence, and of a line, that are read before a figure
_LINE = 3_000


def carried_period(figure: Figure, earlier: list[Figure], opening: int | None, plain: str) -> str | None:
    """The year that a paragraph begins with or turns to, in a text that has none of its own (a profile)."""
    at = figure.mention.start
    line = max(plain.rfind("\n", max(0, at - _LINE), at) + 1, at - _LINE)
    opened = plain.rfind(f"{opening}年", line, at) if opening else -1
    turns = opened >= line and _TELLS_OF.match(plain, opened + 5)
    told = re.split(r"[，。；]", figure.near(_NEAR))[-1] + figure.left
    if figure.status == "plan":
        return None
    if THAT_YEAR.search(plain, max(line, plain.rfind("。", line, at), at - _REACH), at) and (
        years := list(_YEAR.finditer(plain, line, at)) or list(_YEAR.finditer(plain, max(0, line - 2 * _REACH), line))
    ):
        return None if _OTHER_YEAR.search(plain, years[-1].end(), at) else years[-1][1]
    near = (f for f in reversed(earlier) if f.core and f.status == "actual" and f.mention.start > opened)
    near = (f for f in near if figure.bracket or not f.bracket)
    before = next((f for f in near if not (_COMPARED_WITH.search(f.left) or is_base(f))), None)
    together = before is not None and _together(before, figure, plain)
    goes_on = together and before is not None and (before.period or "").removesuffix("-12-31").isdigit()
    of_total = before is not None and before.unit_kind in _OF_PEOPLE and _OF_TOTAL.match(figure.text)
    # 2011年，花生产量452吨。蔬菜产量8635吨: the sentence before begins with its year
    begun = before is not None and (before.period or "")[:4] == str(opening) and opened >= line
    stands = is_stock(figure, dated=True, standing=True)
    goes_on = goes_on or (begun and not figure.per and (not stands or bool(_AT_YEARS_END.search(told))))
    opens = _OPENS_LINE.match(plain, line, at)  # 截至2005年底，…: the stocks of the whole paragraph are of that day
    if figure.status != "actual" or not (turns or goes_on or of_total or opens):
        return None
    if before is None:
        return str(opening) if turns else None
    if not before.period or "/" in before.period:
        return None
    done = figure.unit_kind == "length" and act_pattern().search(figure.name)
    apart = not together  # 2020年，投入资金80万元，现有贫困户12户脱贫 is all of that year
    lasts = (figure.unit_kind in _LASTING and apart and not done) or _LASTING_NAMES.search(figure.name)
    now = (apart or _GROWS_NOW.search(told)) and (_NOWADAYS.search(told) or "近年" in figure.near(_NEAR))
    if lasts or now or _FOUNDED.search(before.near(_NEAR)) or is_base(figure):
        return None
    year = opens.end() - len("2005年") if opens else at
    closed = plain.startswith((f"{before.period}年末", f"{before.period}年底"), year)
    closed = closed or bool(_AT_YEARS_END.search(plain, plain.rfind("。", line, at) + 1 or line, at))
    if before.period.isdigit() and stands and closed and not figure.name.endswith("密度"):
        return f"{before.period}-12-31"
    return before.period[:4] if before.period.endswith("-12-31") and not stands else before.period


def _together(before: Figure, figure: Figure, plain: str) -> bool:
    """True for figures of one sentence, the later of which a bracket may set apart."""
    aside = figure.bracket and "。" not in plain[before.mention.end : figure.mention.start]
    return before.text is figure.text or aside


def period_shared(figure: Figure, before: list[Figure]) -> str | None:
    """The months of the flow that a growth of the year's own is told of: 截至10月底，产值23亿元，增长4%."""
    if between := _years_between(figure, before):
        return between
    if day := _day_within(figure, before):
        return day
    if years := _years_after(figure, before):
        return years
    levels = (f for f in reversed(before) if f.kind == "level" and f.name and not is_base(f))
    own = next((f for f in levels if figure.name.startswith(f.name)), None)
    if (
        own
        and figure.kind == "share"
        and "占" in figure.left
        and not is_base(figure)
        and own.clause == figure.clause - 1
    ):
        return own.period
    dated = "\x01" in figure.near(figure.reach)  # 五年脱贫936户3087人，其中2020年82户114人
    whole = figure.part_of if figure.kind == "level" and not dated else None
    if whole and whole.mention.unit == figure.mention.unit and (whole.period or "").endswith(f"/{figure.period}"):
        return whole.period  # 五年新增装机5万千瓦，其中水电3万千瓦
    if whole and whole.mention.unit == figure.mention.unit and _DAY.fullmatch(whole.period or ""):
        return whole.period if (whole.period or "")[:4] == figure.period else figure.period  # 年末车辆2辆，其中客车1辆
    if own and figure.unit_kind == "multiple" and (own.period or "").endswith(f"/{figure.period}"):
        return own.period  # 五年造林5万亩，是前五年的1.7倍
    grown = before[-1] if before and figure.unit_kind == "points" and before[-1].kind == "growth" else None
    if grown and (grown.period or "").endswith(f"/{figure.period}") and figure.name.startswith(grown.name):
        return grown.period  # 年均增长9%，比“九五”时期高2个百分点
    if figure.kind not in ("growth", "change") or own is None or not figure.period or len(figure.period) > len("2019"):
        return figure.period
    months = own.period and own.period.startswith(f"{figure.period}-01/") and own.clause == figure.clause - 1
    return own.period if months else figure.period


def _years_after(figure: Figure, before: list[Figure]) -> str | None:
    """As many years as those of the base: 由“十一五”时期的1.5亿元增长到3.6亿元."""
    base = before[-1] if before else None
    first, _, last = (base.period or "").partition("/") if base and is_base(base) else ("", "", "")
    if not (base and first.isdigit() and last.isdigit() and (figure.period or "").isdigit()):
        return None
    follows = base.mention.unit == figure.mention.unit and base.name == figure.name and base.clause == figure.clause
    ends = int(last) + int(last) - int(first) + 1
    return f"{int(last) + 1}/{ends}" if follows and figure.period == str(ends) else None


def _day_within(figure: Figure, before: list[Figure]) -> str | None:
    """The day within the period at which a stock stood that a change is told of: 6月末存栏3万头，比上年同期多300头."""
    level = before[-1] if before and figure.kind in ("growth", "change") else None
    if (
        level is None
        or not figure.period
        or not _DAY.fullmatch(level.period or "")
        or not _SINCE_THEN.search(figure.left)
    ):
        return None
    ends = month_of(figure.period.rpartition("/")[2], first=False)
    last = (level.period or "")[:7] == f"{ends[0]}-{ends[1]:02}"
    near = level.kind == "level" and level.clause == figure.clause - 1 and not is_base(level)
    last = last and figure.kind == "change"  # 年末存栏3万头，比上年多300头: the year's; 下降4%: as it stood
    return level.period if near and not last and (level.period or "")[:4] == figure.period[:4] else None


def yearly_as_before(figure: Figure, before: list[Figure]) -> str | None:
    """The span of the yearly growth before it, for a base the year before: 税收由2亿元增加到3亿元."""
    since = is_base(figure) and not owns_date(figure)
    if not (since or ("年均" in figure.name and figure.kind == "growth")) or not (figure.period or "").isdigit():
        return None
    dated = "\x01" in figure.near(_NEAR)
    near = (f for f in reversed(before) if figure.mention.start - f.mention.start < _NEAR)
    near = (f for f in near if f.text is figure.text or not dated)
    span = next((f.period for f in near if f.kind == "growth" and "年均" in f.name and f.status != "plan"), None) or ""
    first, _, last = span.partition("/")
    if since:
        return str(int(first) - 1) if last == str(int(figure.period or 0) + 1) else None
    return span if last == figure.period else None


def _years_between(figure: Figure, before: list[Figure]) -> str | None:
    """The years of a growth a year from a base to a level: 由1996年的69万元上升到2000年的186万元，年均增长42%."""
    base, level = before[-2:] if len(before) > 1 else (figure, figure)
    spanned = "/" in (figure.period or "")  # told of years that a heading names
    dated = not spanned and base.period and level.period and base.period.isdigit() and level.period.isdigit()
    if (
        "年均" not in figure.name
        or not dated
        or not is_base(base)
        or int(base.period or 0) + 1 >= int(level.period or 0)
    ):
        return None
    return f"{int(base.period or 0) + 1}/{level.period}"
