"""Names of growth, fall, change, shares of a whole, and ranks."""

import re
from functools import cache

from township_analysis.figures.chains import AGAIN
from township_analysis.figures.model import Figure
from township_analysis.figures.paces import AT_PACE
from township_analysis.figures.phrases import begins_noun, left_phrase, split_predicate
from township_analysis.figures.sharing import is_budgeted, last_level, last_named, topic_before
from township_analysis.figures.words import alternation, strip_link, verbs_only, words

_RELATIVE = ("percent", "points", "multiple")
_TO_LEVEL = re.compile(r"(?:[到至为]|达到?|控制在|保持在|稳定在)\Z")
_COMPARED = re.compile(r"(?:同比|环比|(?<!可)比(?!例|重|率|值|价|赛)|[较与])[^，]*\Z")
_LAST_YEAR = re.compile(r"同比|[比较]上[一]?年|[比较]去年|上年同期|去年同期")
#: A comparison that stands before what is compared: 同比发案率下降12%.
_COMPARED_FIRST = re.compile(
    r"\A(?:全年|年内)?(?:同比|环比|[比较与](?:上年|去年|\x01+)(?:同期)?(?:相比)?[，、]?)(?=[\u4e00-\u9fff]{3,}\Z)"
)
_LONG_WHOLE = 9  # characters of a whole that still goes into the name of a share of it
#: The value of the year before, to which this one is compared: 较上年的6318元净增918元.
_FORMER = re.compile(r"[较比与](?:上年|去年|\x01+)(?:同期)?的?")
_GOAL = re.compile(r"(?:年度|全年)?(?:目标|任务|计划|预算)(?:任务)?数?\Z")
#: 总人口中，男性5200人，占51%; 女性…: what all shares of a sentence are of.
_WHOLE_TOLD = re.compile(
    r"(?:\A|[。；，\x01])(?:在|全[镇乡县市区省国])?"
    r"([\u4e00-\u9fff]{0,6}(?:人口|户数?|党员|劳动力|干部|职工|学生|面积|耕地|企业))[之当]?中，"
)
#: 壮族人口最多，占总人口的86%; 以汉族为主，占82%: what the clause before says is most.
_MOST_OF = re.compile(
    r"[，。；、以](?!以)([\u4e00-\u9fff]{2,8}?)(?:最多|居多|为多|为主|居首位?)，"
    r"[约均近]*[占\u4e00-\u9fff]{0,8}\Z"
)
_FAR = 160  # characters in which that stands
_WHOLES = {"村总数": "count", "总村数": "count", "总户数": "household", "总人口": "person", "农户总数": "household"}
_SPOKEN = {"多": "增加", "少": "减少"}
#: 同比+6%, 同比-3%.
_SIGNED = re.compile(r"(?:同比|环比)\Z")
_THAN_BEFORE = re.compile(r"[比较](?:上[一]?年|去年|往年|\x01+)(?:同期)?\Z")
#: 比去年的64550亩增3120亩: the base stands before.
_THAN_BASE = re.compile(r"[比较][^，。；]{1,12}\d[^，。；]{1,8}[增减]\Z")
#: 超县下达任务50人: how far beyond what was set.
_BEYOND = re.compile(
    r"(?P<over>超额?)(?:出|过)?(?:[\u4e00-\u9fff“”]{0,6}?(?P<set>(?:任务|计划|目标)[数量]?)(?:完成)?|(?<=额)完成)\Z"
)
_SHARE_OF = re.compile(
    r"(?P<base>.*?)占(?!有率)(?:到|了|全部)?(?P<whole>[^，]*?)(?:的)?(?:比重|比例|份额)?(?:的|为|达到?|提高到|提升到|上升到|降至|约|近|超过)*\Z"
)
_TASK = re.compile(
    r"(?P<base>.*?)(?:完成|实现|(?P<of>占)|为|达到?)(?:了)?(?P<task>[^，]{0,10}?(?:任务|目标|计划|预算|指标|进度|工程量|(?<=完成)总投资量?))(?:数|总数)?的?\Z"
)
_TIMES = re.compile(r"(?P<base>[^是]*?)(?:是|为|相当于|达到?)(?P<of>[^，]*?)的\Z")
#: A share whose whole stands behind what it reaches: 种植面积增至耕地面积的51%, 注册率为总人口的73%.
_REACHES_OF = re.compile(
    r"(?P<base>[^，]*?(?P<rate>率)?)(?:已)?(?:增|升|扩大|提高|达|占|降)?(?:至|到|为)(?:了)?(?P<whole>[^，]*(?:面积|人口|总数|总量|总额|总值|收入|总户数|户数|人数))的\Z"
)
#: 确保1200万元、力争1250万元: the second is a further target of the first.
_STRIVEN = re.compile(r"[，、]?(?:力争|争取)(?:达到?|完成|突破)?")
_REACHES = re.compile(r"(?:总量|总数|累计|首次|成功)?(?:达到?|至|突破|超过?|跨过|跃上|迈上)")
#: 净增合作社3家，总数达21家: all there are, and not those that were added.
_IN_ALL = re.compile(r"总量|总数|累计")
_ADDED = re.compile(r"\A(?:净增加?|新增|增加)(?:各[类种])?(?=..)")
#: Whose share it is, before it: 全县农村80%的劳动力参加培训.
_WHOSE = ("", "农村", "城镇", "城乡", "城市", "农牧区", "山区")
#: How long it moved: 二十八年间平均每年增长.
_YEARS_LONG = re.compile(r"的?[一二三四五六七八九十]{1,3}(?:\x01{1,3}|年)[间中来内]?\Z")
_NO_TOPIC = re.compile(r"\A[一二三四五六七八九十两]?年\Z|受[^，]{2,8}影响\Z")
#: Means of persons that are told of them alone: 茶叶收入860万元，人均增收420元.
_OF_NOBODY = ("人均", "户均")
#: 要在去年860万元的基础上增长6%: what it sets out from, before what moves.
_UPON = re.compile(r"\A(?:\x01|[\u4e00-\u9fff]{0,4}的?)基础上[，、]?(?:再|又|将|力争|确保)?")
_OF_GROWTH = ("年均", "增速", "增幅", "降幅", "涨幅", "跌幅")
_CONTRIBUTES = re.compile(r"对(?P<what>[^，]{2,10}?)的?(?P<rate>贡献率|贡献度|拉动率)\Z")
#: Taxes are a share of the revenue just told.
_OF_REVENUE = re.compile(r"(税收(?:收入)?|税性收入)占比\Z")
#: 同比分别-6.2%, 增幅在50%以上: moved, though no verb stands there.
_MOVED = re.compile(r"同[比期](?:分别)?\s*\Z|(?:增|涨|降|跌)[幅速](?:分别|均)?在\Z")
#: 完成95%的入学率: the rate itself.
_RATE_BEHIND = re.compile(r"的([\u4e00-\u9fff]{2,10}率)(?=[，。；、]|\Z)")
_OF_PLACE = re.compile(r"\A全(?:[镇乡村]|街道|苏木)(?=总)")
_DATED = re.compile("在?\x01+年?")
_ABOVE = re.compile(
    r"(?P<base>[^，]*?)(?P<rest>(?:高于|低于|快于|慢于|好于|高出|多于|领先|超出|超过(?=[^，]*(?:任务|目标|计划|预期)))[\u4e00-\u9fff]{2,12}?)"
)
#: The same of an amount: 比全省平均高1.2万元.
_THAN_OTHERS = re.compile(
    r"(?P<base>)(?P<rest>[比较](?:全[国省市州县区]|周边|省里|市里)(?:平均(?:水平)?)?(?:要?[高低]|多|少)出?"
    r"|(?:高于|低于|高出|低出|领先)全[国省市州县区](?:平均(?:水平)?)?)"
)
_CHANGES = re.compile(
    r"(?P<word>净增加?|增加|减少|调减|压减|增收|减收|增产|减产(?!面积))(?!到|至|值|项目|渠道|工程|行动|措施)"
)
#: With people or things as its object it is a deed, and what was done a flow: 减少贫困人口300人.
_DEED = re.compile(r"(?<!净)(?:增加|减少|压减)(?:了)?(?!的)[\u4e00-\u9fff]{2,}\Z")
_OF_DEEDS = ("person", "household", "count", "volume")
_NEW = re.compile(r"新增|增加到|增加至|增加值")
_AGAINST = re.compile(r"(?:同比|[比较](?:上年|去年|\x01+))[^，]{0,4}增加\Z")
#: 女性占比18%（比上届提升0.3%）: a share moves by points, whatever they are called.
_A_SHARE = re.compile(r"(?:占比|比重)[^，。；\d]{0,4}\d[\d.]*%[，(]?[^，。；\d]{0,8}\Z|(?:占比|比重)[^，。；\d]{0,6}\Z")
_NEAR = 24
_MASKED_YEAR = re.compile(r"(?<!\x01)\x01\x01(?=(?:目标|工作)?(?:任务|计划|目标))")
_NATURAL = re.compile(r"自然(?:增长|变动)率\Z")
#: What was done to a road or an orchard, and is no rise: 绿化提升4.8公里, 提质增效3000亩.
_BETTERED = ("提升", "增效", "精简", "改善")
_BESIDE = re.compile(
    r"[比较](?!例|重|率|值|价|赛)[^，]{2,16}(?:低|少|多|高|短|长)(?:了|出|过)?\Z|超(?:[^，]{0,6}任务数?|计划|目标)|[超短]收|[比较][^，]{2,10}[跌涨贵]了?\Z|(?:高于|低于|高出|低出)全[国省市州县区]平均(?:水平)?\Z"
)


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>{alternation('rise')}|{alternation('fall')})(?:了|约|近|均|达到?|为|超过?|幅度达?|(?<=[幅速])(?:控制|保持|稳定)在|\s)*\Z"
    )


def movement_of(figure: Figure) -> tuple[str, str] | None:
    """The words before a growth or change and its direction in words, or None for a figure that is neither."""
    left = figure.left.replace(" ", "").strip("\x01")
    if figure.unit_kind in _RELATIVE and (signed := _SIGNED.search(left)):
        return left[: signed.start()], signed[0] + "增长"
    found = _moving().search(left)
    if (beyond := _BEYOND.search(left)) and not figure.right.startswith(("目标", "任务", "的目标", "的任务")):
        return left[: beyond.start()], beyond["over"] + (beyond["set"] or "")
    if (
        not found
        or (_TO_LEVEL.search(left) and not re.search(r"幅|增速|率为?\Z|\A年均", found["word"]))
        or figure.mention.form == "rank"
    ):
        return None
    word = found["word"][:-1] if found["word"].endswith(("了", "达", "为")) else found["word"]
    word = _SPOKEN.get(word, word) if figure.unit_kind not in _RELATIVE else word
    if figure.unit_kind not in _RELATIVE and (
        (
            len(found["word"]) < 2
            and not (_THAN_BEFORE.search(left[: found.start()]) or _THAN_BASE.search(figure.near(28)))
        )
        or (_NEW.search(left) and not _AGAINST.search(left))
        or (word in _BETTERED and figure.unit_kind in ("length", "land", "floor", "count"))
        or (figure.right.strip(" \x01")[:1] not in tuple("，。；、)以左") and figure.right.strip(" \x01"))
    ):
        return None
    if _LAST_YEAR.search(left) and not word.startswith(("同比", "环比", "年均")):
        word = "同比" + word
    return left[: found.start()], word


def kind_of(figure: Figure) -> str:
    """``level``, ``change``, ``growth``, ``share`` or ``rank``."""
    if figure.mention.form == "rank":
        return "rank"
    if figure.mention.form == "composition":
        return "share"
    if figure.unit_kind == "points":
        return "change"
    if figure.unit_kind == "multiple":
        return "growth"
    if not figure.mention.unit and figure.left.rstrip("为达到是\x01 ").endswith("性别比"):
        return "share"
    moves = movement_of(figure) is not None or AT_PACE.match(figure.right)
    if (
        figure.unit_kind == "percent"
        or figure.mention.form == "fraction"
        or (figure.mention.form == "zero" and "率" in figure.before[-8:] + figure.name)
    ):
        grows = (moves or figure.kind == "growth" or _MOVED.search(figure.left)) and not _NATURAL.search(
            strip_link(figure.left)
        )
        of_share = grows and _A_SHARE.search(figure.near(_NEAR)) and "增长" not in figure.left
        return "change" if of_share else "growth" if grows else "share"
    left = figure.left.strip("\x01 ")
    deed = figure.unit_kind in _OF_DEEDS and _DEED.search(left)
    changed = moves or _BESIDE.search(left) or (_CHANGES.search(left) and not deed) or figure.kind == "change"
    new = _NEW.search(figure.left) and not _AGAINST.search(left)
    return "change" if changed and not new else "level"


def again_name(figures: list[Figure], index: int, left: str) -> str:
    """由A增长到B: both have one name; and 相当于某年的91%."""
    figure = figures[index]
    earlier = last_named(figures, index)
    moved = figures[index - 1] if index and figures[index - 1].kind in ("change", "growth") else None
    words_between = _DATED.sub("", figure.left).strip("、， ")
    hedged = not words_between and figure.mention.hedge.start < figure.mention.start  # 增长8%，突破1.2亿元
    if moved and _of_one_kind(moved, figure) and (hedged or _REACHES.fullmatch(words_between)):
        figure.subject = _ADDED.sub("", moved.subject) if _IN_ALL.match(words_between) else moved.subject
        return figure.subject
    if earlier and _FORMER.fullmatch(figure.left.strip("、，（( ")) and earlier.mention.unit == figure.mention.unit:
        figure.subject = earlier.subject
        return earlier.name
    if index and _STRIVEN.fullmatch(figure.left) and "确保" in figures[index - 1].left:
        return figures[index - 1].name + "力争目标"
    if earlier and AGAIN.fullmatch(figure.left.replace("\x01", "").strip()):
        alike = [f for f in figures[:index] if f.name and f.mention.unit == figure.mention.unit and f.kind != "growth"]
        earlier = alike[-1] if alike else earlier
        figure.subject = earlier.subject
        return earlier.name
    if earlier and figure.unit_kind == "percent" and re.fullmatch(r"(?:相当于|是|为)\x01+的", figure.left.strip()):
        return f"{earlier.name}相当于比例"
    above = above_other(figure)
    if above and index and not above["base"]:
        than = figures[index - 1] if figure.unit_kind in _RELATIVE else _nearest(figures, index) or figures[index - 1]
        figure.subject = than.subject
        return than.name + above["rest"]
    return ""


def above_other(figure: Figure) -> re.Match[str] | None:
    """高于全县平均水平1.2个百分点: a distance to something else, which other words of the sentence pass over."""
    told = figure.left.strip(" \x01")
    return _ABOVE.fullmatch(told) if figure.unit_kind in _RELATIVE else _THAN_OTHERS.fullmatch(told)


def _of_one_kind(moved: Figure, figure: Figure) -> bool:
    """True where a level can be what a change or growth leads to: 增加12户，达到85户; 增长8%，达到1.2亿元."""
    return moved.mention.unit == figure.mention.unit or (moved.kind == "growth" and figure.kind == "level")


def movement_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a growth, fall or change: what moves, and which way."""
    figure = figures[index]
    movement = movement_of(figure)
    if movement is None:
        return ""
    head, word = movement
    if figure.mention.unit == "位" and index and figures[index - 1].kind == "rank":
        return figures[index - 1].name + word
    base = left_phrase(_COMPARED.sub("", _YEARS_LONG.sub("", _COMPARED_FIRST.sub("", head))))
    base = _UPON.sub("", _NO_TOPIC.sub("", base))
    earlier = _nearest(figures, index)
    if not base or verbs_only(base) or (_moving().fullmatch(base) and base not in words("aspect")):
        base = _moved_before(figures, index) or (earlier.name if earlier else base or topic_before(figure))
    elif base in _OF_NOBODY and figure.unit_kind == "money":
        pass
    elif base in words("aspect") and earlier:
        base = (earlier.name if base in _OF_GROWTH else earlier.subject) + base
    if base.startswith("占") and earlier:
        base = (earlier.name if earlier.kind == "level" else earlier.subject) + base
    figure.subject = base.removesuffix(word) or base
    return base if base.endswith(word) else f"{base}{word}"


def _moved_before(figures: list[Figure], index: int) -> str:
    """What the figure before moved, where no level stands before either: 增长22%，平均每年递增4%."""
    before = figures[index - 1] if index else None
    levels = any(f.kind in ("level", "share") and f.name and f.core for f in figures[:index])
    return before.subject if before and not levels and (movement_of(before) or before.rule == "goal") else ""


def _whole_year(left: str) -> str:
    """The words with 全年 before a task, where it was masked as a date: 占全年任务的52%."""
    return _MASKED_YEAR.sub("全年", left)


def ratio_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of a share of a whole, of a task done, or of a multiple of an earlier year."""
    figure = figures[index]
    if figure.unit_kind not in _RELATIVE and figure.mention.form not in ("fraction",) and figure.mention.unit != "成":
        return ""
    left = re.sub(r"(?:由|从)\Z|(?:到目前|迄今)为止已?", "", re.sub("[\x00\x01]", "", _whole_year(figure.left)).strip())
    if movement_of(figure):
        return ""
    if left == "的" and index and figures[index - 1].clause == figure.clause:
        return _of_amount(figures, index)
    if task := _TASK.match(left):
        return f"{_base(figures, index, task['base'])}{task['of'] or '完成'}{task['task']}比例"
    if (reached := _REACHES_OF.fullmatch(left)) and (own := left_phrase(reached["base"])):
        return own if reached["rate"] else f"{own}占{reached['whole']}比重"
    if left == "完成" and (before := _nearest(figures, index)):
        return f"{before.name}完成比例"
    if left in ("占比", "占", "占比由", "占比为") and index:
        return _share_before(figures, index, told="比" in left)
    if (gives := _CONTRIBUTES.match(strip_link(left))) and (before := _nearest(figures, index)):
        return f"{before.subject}对{gives['what']}{gives['rate']}"
    if (tax := _OF_REVENUE.search(left)) and (before := _nearest(figures, index)) and before.name.endswith("收入"):
        return f"{tax[1]}占{before.name}比重"
    if (share := _SHARE_OF.match(strip_link(left))) and "占比" not in left:
        own = re.sub(r"将\Z", "", left_phrase(share["base"]))
        before = _nearest(figures, index)
        before = _counted_in(figures[:index], share["whole"]) or before
        listed = before is None or figures[index - 1].rule == "ratio"
        base = own if own and (listed or not verbs_only(own)) else before.name if before else topic_before(figure)
        most = _MOST_OF.search(figure.near(_FAR)) if not own else None
        base = most[1] + "人口" * (most[1][-1] == "族") if most else base
        base = _criterion(figures, index) + base
        whole = share["whole"] or (_whole(figures, index, own) if figure.part or base != own else "")
        return f"{base}占{whole}比重" if whole else f"{base}占比"
    if rate := _RATE_BEHIND.match(figure.right):
        return rate[1]
    behind = re.match(r"的?([\u4e00-\u9fff“”]{2,})", figure.right)
    if behind and left_phrase(left) in _WHOSE and begins_noun(figure.right):
        noun, predicate = split_predicate(behind[1])
        noun = left_phrase(left) + noun
        return f"{predicate}的{noun}占比" if len(predicate) > 2 else f"{noun}占比"
    times = (
        _TIMES.match(figure.before.rpartition("，")[2].replace("\x01", "")) if figure.unit_kind == "multiple" else None
    )
    return f"{_base(figures, index, times['base'])}倍数" if times else ""


def _nearest(figures: list[Figure], index: int) -> Figure | None:
    """The level or share before, out of brackets that are closed: what a bare 增长 or 占 is about."""
    closed = index and figures[index].bracket and not figures[index - 1].bracket  # 占比65%(比上届提升7%)
    share = figures[index - 1] if index and (figures[index].unit_kind == "points" or closed) else None
    if share and share.kind == "share" and figures[index].clause - share.clause < 2:
        return share
    settled = [
        f
        for f in figures[:index]
        if f.name and f.kind in ("level", "share") and f.rule != "ratio" and (not f.bracket or figures[index].bracket)
    ]
    settled = [f for f in settled if not is_budgeted(f)]
    return settled[-1] if settled else last_named(figures, index)


def _of_amount(figures: list[Figure], index: int) -> str:
    """完成全年任务数4.2亿元的51.7%, 占年度计划13.8亿元的55.1%: a share of the amount before it."""
    amount = figures[index - 1]
    words = strip_link(re.sub("\x01+", "全年", amount.left))
    goal = _GOAL.search(amount.left)
    words = f"完成{'全年' if chr(1) in amount.left else ''}{goal[0]}" if goal and goal[0] not in words else words
    before = last_level(figures, index - 1) if index > 1 else None
    base = before.name if before else ""
    amount.name = f"{base}{re.sub('完成|占', '', words)}"
    return f"{base}{words}比例"


def _base(figures: list[Figure], index: int, text: str) -> str:
    base = left_phrase(text)
    earlier = _nearest(figures, index)
    return earlier.name if (not base or verbs_only(base)) and earlier else base


def _share_before(figures: list[Figure], index: int, *, told: bool) -> str:
    """The name of a bare 占 or 占比: what stands before it, and of what it is a share where that is of its unit."""
    before = _nearest(figures, index)
    if told and (aged := _criterion(figures, index)) and not figures[index].left.strip(" \x01").removeprefix("占比"):
        return f"{aged}占比"
    if before is None:
        return "占比"
    whole = "" if told and not before.part else _whole(figures, index, "")
    return f"{before.name}占{whole}比重" if whole and not before.name.endswith(whole) else f"{before.name}占比"


def _whole(figures: list[Figure], index: int, own: str) -> str:
    """What a bare 占 is a share of: the total before the part."""
    part = None if own else next((i for i in range(index - 1, -1, -1) if figures[i].kind == "level"), None)
    if part is not None and (told := _WHOLE_TOLD.findall(figures[index].near(_FAR))):
        return str(told[-1])
    parts = {i for i in range(index - 1) if figures[i + 1].kind == "share" and "占" in figures[i + 1].left}
    levels = [f for i, f in enumerate(figures[:index]) if f.kind == "level" and f.core and i not in {part, *parts}]
    named = [f for f in levels if f.name and not f.part]
    if part is not None:
        named = [f for f in named if f.mention.unit == figures[part].mention.unit and len(f.name) <= _LONG_WHOLE]
        named = [f for f in named if _is_share_of(figures[part], f, figures[index])] or named
        named = [f for f in named if (f.mention.value or 0) >= (figures[part].mention.value or 0)]
    return _OF_PLACE.sub("", named[-1].name) if named else ""


def _is_share_of(part: Figure, whole: Figure, share: Figure) -> bool:
    """True where the numbers themselves say that the part is this share of the whole."""
    value = whole.mention.value or 0
    return value > 0 and abs(100 * (part.mention.value or 0) / value - (share.mention.value or 0)) < 1


def _counted_in(figures: list[Figure], whole: str) -> Figure | None:
    """The last count of what a whole of villages, households or persons is made of: 13个村…，占行政村总数的72%."""
    kind = next((kind for end, kind in _WHOLES.items() if end in whole), "")
    return next((f for f in reversed(figures) if f.unit_kind == kind and f.name and f.core), None) if kind else None


def _criterion(figures: list[Figure], index: int) -> str:
    """The criterion directly before a share: 60岁以上 of 60岁以上老人占总人口的21%; ``""`` where none stands there."""
    before = figures[index - 1] if index else None
    if (
        before is None
        or before.core
        or before.clause != figures[index].clause
        or before.mention.unit not in ("岁", "周岁")
    ):
        return ""
    return before.text[before.at : before.behind]
