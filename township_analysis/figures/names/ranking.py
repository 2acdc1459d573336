"""Names of ranks, and of things counted by the place that they take: 5项指标增速居全县前三 → 增速居全县前三的指标."""

import re

from township_analysis.figures.model import Figure
from township_analysis.figures.names.again import above_other
from township_analysis.figures.names.chains import AGAIN
from township_analysis.figures.names.earlier import last_level
from township_analysis.figures.names.moving import PLACES
from township_analysis.figures.names.phrases import left_phrase
from township_analysis.figures.words import is_aspect, verbs_only

_RANK = re.compile(
    r"(?P<base>.*?)(?:(?:(?:均|稳|位|排|名|跃|仍|继续|连续(?:[一二两三四五六七八九十\d]{1,2}(?:年|次|届|个季度|个月)|\x01+)?|历史性|双双)*(?:列|居|排|排名|名列|跃升|跃居|跃进|升|进入|上升|提升|攀升|[前上]移|下滑|滑落|下降|退|降|获得?|取得|夺得|保持|蝉联|由|从|为|至|到)+)|(?=全[国省市州县区镇乡](?:的|第)?\Z))"
    r"(?P<where>(?:全[国省市州县区镇乡]|[国省市州县区]内|世界|全球|[中西东][部北南]|华[北东南中]|沿海|同类)[^，、]{0,5}?)?(?:的|第|倒数)?\Z"
)
#: 基础设施投入是倒数第一, 增速在全县的排位是第三.
_TOLD = re.compile(
    r"(?P<base>[^，]{2,}?)(?:(?:位居|位列|排名?|居|列|处于|由|从|在)*(?P<where>全[国省市州县区镇乡]))?(?:的?(?:排[名位序]|位次|名次))?(?:是|是?倒数)"
)
#: Among how many: 居全县11个乡镇首位.
_FIELD_OF = re.compile(
    r"(?P<base>[^，。；：]*?)[居列位排名]+(?P<where>全[国省市州县区镇乡])(?:\d+|[一二三四五六七八九十]+)个?[\u4e00-\u9fff\(\)]{1,6}[之中的]?\Z"
)
#: 汽车产量增长8%，出口量居全国第二: of the cars.
_MADE = re.compile(r"(?:产量|销量|产值|销售收入|面积)\Z")
#: The same with the verb behind: 在全区12个街道中排名第二, 在全市60个参评单位里综合得分排第三.
_FIELD_FIRST = re.compile(
    r"(?P<base>[^，。；：]*?)在(?P<where>全[国省市州县区镇乡])(?:\d+|[一二三四五六七八九十]+)个[\u4e00-\u9fff\(\)]{1,8}?"
    r"(?:[中里间](?P<what>[^，。；：]{0,8}?)[居列位排名]+第?|的(?:位次|排名|名次)[由从]?)\Z"
)
_WHERE = re.compile(r"(?:\A[\x01，]*|(?<=总量)|(?<=[增降涨][速幅]))(全[国省市州县区镇乡])\Z")
_OF_PLAN = re.compile(r"计划|任务|目标|预算(?!收入|支出)")
_REACH = 40  # characters of a clause
#: Among whom, where no verb says that it is a rank: 总量全市第三.
_AMONG = re.compile(r"(?P<base>(?!位次|排位|名次)[^，]*?)(?P<where>全[国省市州县区镇乡])[均稳]?")
#: 在全县各乡镇中居第二: among its like.
_AMONG_ALL = re.compile(
    r"(?:\A[，、 ]*在?|(?<=[\u4e00-\u9fff])在)(全[省市州县区])(?:各|同类)?"
    r"[\u4e00-\u9fff、()]{0,8}[中里间](?=[居列位排名])"
)
#: What is ranked behind those among whom it is: 全县综合评比第9名.
_CONTEST = re.compile(
    r"(?:并|又|还)?在?(?P<among>全[国省市州县区镇乡])?(?:的|中)?(?P<contest>[^，、]{0,14}(?:评比|考核|评估|测评|评价|竞赛|比赛))(?:排名)?(?:中|上)?(?:名列[^，]{0,6})?"
)
#: The contest, in the clause before: 在全县年度考核中，获得第三名.
_CONTEST_BEFORE = re.compile(
    r"(?:在|于)(?P<contest>[\u4e00-\u9fff“”]{2,16}(?:评比|考核|评估|测评|评价|竞赛|比赛|检查|排名))(?:中|上)?，(?:[^，\d]{0,6})\Z"
)
#: Among whom it is one, in the clause before: 入选全国千强镇，排名第862位.
_LISTED_IN = re.compile(r"(?:入选|入围|跻身|进入|上榜)(?P<contest>[\u4e00-\u9fff“”]{3,14})，(?:[^，\d]{0,4})\Z")
#: How it moves compared with others of its kind: 全市同类乡镇增速排名第一.
_AMONG_TOWNS = re.compile(
    r"(?P<where>全[省市州县区][^，]{0,6}(?:乡镇|镇街|街道))(?P<what>增速|增幅|总量|增量)(?:排名|排|位居|位列|居|列)*"
)
#: 全市位次第27位: a rank of the place itself.
_PLACES_AMONG = re.compile(r"全[国省市州县区镇乡](?:综合|总体|考核)*(?:位次|名次|排名|排位)\Z")
#: Among others as well: 增速居全国第6位、中部第2位.
_ALSO = re.compile(r"(?:[中西东][部北南]|华[北东南中]|沿海)(?:地区|省份|城市)?")
#: A rank that is of the whole before it: 综合排名全县第三.
_OVERALL = re.compile(r"(?:综合|总体)(?:排名|成绩|得分|考核)?\Z")

#: The things, what of them is ranked, and where.
_PLACED = re.compile(
    r"(?P<noun>[\u4e00-\u9fff“”]{2,10}?)(?P<what>(?:增速|增幅|总?产量|产值|总量|规模|面积|水平|[\u4e00-\u9fff]{2}资源量|储量)?)"
    r"(?P<takes>(?:均|都|全部|分别)?(?:稳居|位居|位列|排名|排在|进入|跻身|居|列|排|获|夺得)"
    r"(?:全[国省市州县区镇乡]|[国省市州县区]内|世界|全球)[\u4e00-\u9fff]{0,4}?)"
)


def placed_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of what is counted by its rank, where the rank is the next figure of the clause."""
    figure = figures[index]
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.mention.form != "rank" or following.clause != figure.clause:
        return ""
    found = _PLACED.fullmatch(figure.right.strip("\x01 "))
    if not found or figure.unit_kind != "count":
        return ""
    rank = figure.text[following.at : following.behind]
    figure.subject = found["noun"]
    return f"{found['what']}{found['takes'].lstrip('均都')}{rank}的{found['noun']}"


def place_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a rank: what is ranked, and among whom."""
    figure = figures[index]
    if figure.mention.form != "rank":
        return ""
    if name := _among_counted(figures, index):
        return name
    told = _AMONG_ALL.sub(r"\1", re.sub(r"(?:由|从)(?:全|世)[^，倒]*\Z|\x01", "", figure.left) or figure.left)
    found = _TOLD.fullmatch(told) or _RANK.match(told) or _AMONG.fullmatch(figure.left.replace("\x01", ""))
    base = left_phrase(_WHERE.sub("", found["base"])) if found else ""
    where = (found["where"] or "".join(_WHERE.findall(found["base"]))) if found else ""
    base = "" if base.endswith("情况") and len(base) <= len("完成情况") else base
    alone = not index or figures[index - 1].kind == "rank"
    if not base and alone and (places := _PLACES_AMONG.search(figure.left.replace("\x01", ""))):
        figure.subject = ""
        return places[0]
    if contest := _CONTEST.fullmatch(where or figure.left.strip("\x01 ")) if not base else None:
        where, base = contest["among"] or "", contest["contest"]
    near = figure.near(_REACH)
    if not base and (contest := _CONTEST_BEFORE.search(near) or _LISTED_IN.search(near)):
        base = contest["contest"]
    before = next((f for f in reversed(figures[:index]) if not above_other(f)), None)
    also = _ALSO.fullmatch(figure.left.strip("\x01 ，、")) if before and before.kind == "rank" else None
    if before and also and before.subject:
        figure.subject = before.subject
        return f"{before.subject}{also[0]}排名"
    if before and before.kind == "rank" and AGAIN.fullmatch(figure.left.strip("\x01 ，")):
        return before.name
    if (level := last_level(figures, index)) and _OVERALL.match(base):
        return level.subject + base.removesuffix("排名") + (found["where"] or "" if found else "") + "排名"
    if not base and (ratio := _ratio_before(figures, index)):
        figure.subject = ratio.name
        return f"{ratio.name}{where}排名"
    figure.subject = base = _ranked(figures, index, base, before) if before else base
    return base if base.endswith(("排名", "位次", "名次")) and not where else f"{base}{where}排名"


def _among_counted(figures: list[Figure], index: int) -> str:
    """The name of a rank among so many, or among others of its kind: 居全县11个乡镇首位, 全市同类乡镇增速排名第一."""
    left, level = figures[index].left.strip("\x01 "), last_level(figures, index)
    near = figures[index].near(_REACH) if index else ""
    if field := _FIELD_OF.search(near) or _FIELD_FIRST.search(near):
        before = _ratio_before(figures, index) or last_level(figures, index - 1)
        own = left_phrase(field["base"]) + (field.groupdict().get("what") or "")
        whose = before.name if before and (not own or is_aspect(own)) else ""
        return whose + own + field["where"] + "排名"
    towns = _AMONG_TOWNS.fullmatch(left)
    return level.name + towns["what"] + towns["where"] + "排名" if towns and level else ""


def _ratio_before(figures: list[Figure], index: int) -> Figure | None:
    """The share of the clause before, which is ranked: 税收占比69.4%，居全市第二; but for that of a plan."""
    before = figures[index - 1] if index else None
    if before is None or before.kind != "share" or figures[index].clause - before.clause != 1:
        return None
    of_all = before.rule == "ratio" and "占比" not in before.left  # 产值4亿元，占全部的9成，列全县第五
    return None if of_all or _OF_PLAN.search(before.name) else before


def _ranked(figures: list[Figure], index: int, base: str, before: Figure) -> str:
    """What is ranked, where its own words do not say it: the figure before, or what of it they name."""
    if not base or (verbs_only(base) and f"{base}排名" not in figures[index].left):
        whose = last_level(figures, index) if before.rule == "ratio" else None  # 产值4亿元，占全部的9成，列全县第五
        bare = (
            before.kind == "rank" or before.unit_kind == "points" or before.mention.unit in PLACES
        )  # 满意率提高2个百分点，全区排名由…
        return before.subject if bare else (whose or before).name
    if is_aspect(base):
        whole = last_level(figures, index) if before.kind in ("rank", "share") else None
        if base in ("增幅", "增速") and before.kind == "level" and not whole:
            return before.name + base  # 工业性投资6亿元，增幅列全区第一
        return (
            _MADE.sub("", (whole or before).subject) + base if base.endswith("量") else (whole or before).subject + base
        )
    return base
