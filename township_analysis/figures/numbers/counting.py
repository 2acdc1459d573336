"""Whether a number counts something or only stands in a manner of speaking."""

import re

from township_analysis.figures.model import Mention
from township_analysis.lang.units import unit_of

#: A duration measures something only where such a word stands before it.
_DURATION_BEFORE = re.compile(
    r"(?:增加|净增|增多|天数|日数|缩短|压缩|减少|延长|平均|期限|工期|日照|无霜期|时限|寿命|年龄|[树店教馆厂]龄|提前|车程|(?<!时)期|时数|时长|天数|学制|需|最[长短](?:可?达|为)?|最[多少](?:可?达|为)|(?:交通|通[信讯]|供[水电气])中断|停[电水产课])[^，。；]{0,12}\Z"
    r"|[由从][^，。；]{0,14}\d(?:个?工作日|天|个月|小时|分钟|年)[\u4e00-\u9fff]{1,4}[到至为](?:\d{4}年的?)?\Z|时间[由从][^，。；]{0,8}\Z|(?:年限|寿命)[^，。；]{0,30}\Z|志愿服务\Z|持续了?(?:达|时间)?\Z|[比较][^，。；]{1,8}加快\Z|(?:播放|播出)(?:广播|节目|电视|录音)?\Z|(?:服务|开放|安保|巡查|培训|授课|播放|播出|播报|宣讲|学习)[^，。；]{0,6}(?:累计|共|达)有?\Z|\d[余多]?人次[，、]\Z"
)
_CENTURY = re.compile(r"世纪|代(?![表理办销管养耕])|周年|级(?!别)|型(?!号)|版(?![块面画])")
_ONLY = re.compile(r"(?:仅|只|就)有?\Z")


def counts(mention: Mention, plain: str) -> bool:
    """False for a number that only stands in a manner of speaking."""
    known = unit_of(mention.unit)
    if known is None:
        return mention.form != "number" or "/" in mention.unit or not mention.unit
    if known.kind == "duration" and not _DURATION_BEFORE.search(plain, max(0, mention.start - 34), mention.start):
        return False
    if _CENTURY.match(plain, mention.end):
        return False
    if mention.chinese and mention.form == "number":
        if plain.startswith("“", mention.end) and mention.unit == "个":
            return False  # 三个“翻一番”
        if mention.unit in ("次", "届") and plain.endswith("连续", 0, mention.start):
            return False
        small = abs(mention.value or 0) < 10_000
        if _FORMAL_WORD.match(plain, mention.start) or _QUOTED.match(plain, mention.start):
            return False
        if mention.unit == "元" and (mention.value or 0) < 10 and _NAMED_SO.match(plain, mention.end):
            return False
        held = mention.unit == "期" and _HELD_BEFORE.search(plain, max(0, mention.start - 14), mention.start)
        if (small and mention.unit in _NEVER_CHINESE and not held) or _VAGUE.match(plain, max(0, mention.start - 1)):
            return False
    return not (mention.form == "number" and mention.chinese) or _chinese_counts(mention, plain, known.chinese_digit)


#: Formal numerals that are part of a word: 干部队伍担当, 大陆户籍, 收拾.
_FORMAL_WORD = re.compile(r"(?<=队)伍|(?<=[大内登着])陆|(?<=[收捡])拾")
#: 几十万, 数百户; but 总数十二个.
_VAGUE = re.compile(r"几|数(?=[十百千万亿]+(?![一二三四五六七八九零]))")
#: 三元核桃专业合作社: what stands behind a coin is no noun.
_NAMED_SO = re.compile(r"(?![以左的钱整和至到多])[\u4e00-\u9fff]{2}")
#: “三个80%”要求: the name of a goal.
_QUOTED = re.compile(r"(?<=“)[二两三四五六七八九]个(?=\d)")
#: 培训农民技术员二十四期: how often something was held or printed, and no number of a phase.
_HELD_BEFORE = re.compile(r"(?:培训|举办|开办|编印|刊出|出刊|印发|简报|专栏|板报|墙报)[^，。；、\d]{0,10}\Z")
_NEVER_CHINESE = frozenset([*"届级代层度轮期号字版省国区月日", "大类"])
_OBJECT_BEFORE = re.compile(r"[\u4e00-\u9fff”)](?<![每第同这那任各统唯逐另某上下前后再迈了样])\Z")
_ENDS = re.compile(
    r"[，。；、)\n\d]|以上|以下|左右|[共计](?=\d)|\Z"
    r"|[一二两三四五六七八九十百千]+[余多万]*(?:公里|华里|里|米|亩|平方|间|人|户|元|斤|吨)"  # 三条十二华里
)
_ABSTRACT = re.compile(
    r"(?:个|不(?!锈)|体系|龙头|高地|不同|重要|主要|重大|新的|更|突出|关键)?(?:方面|环节|层面|阶段|层次|台阶|目标|坚持|必须|确保|全面|维护|文明|基本|着力|突破|转变|统筹|结合|到位|百年|五年|环境|问题|特点|原则|战略|积极性|能力|重点任务|抓手|要素|维度|领域|关系|意识|自信|五(?![保十百千])|一(?![般线级类档期十百千])|账(?![户目])|问题|月|大(?![队学棚型中户院桥坝厅楼厦件])|季度|时期|过程|高潮|世界|市场(?!主体)|国家(?!级)|中心(?![村小校城镇社卫幼])|根本|难题|重点(?=[，。；、(：])|转折|历史|伟大|成功|胜利|良好|好|美好|现代化|制度|样板|样子)"
)


_THINGS = re.compile(r"个?(?:大(?!方面|领域|环节|问题)|国家|市场|中心)")


#: 一个 counts beside a number of its kind: 辖14个行政村、一个居委会; 一所中学，三所小学.
_LISTED_BEFORE = re.compile(
    r"(?:[\d二两三四五六七八九十]|十一)余?[个所座家处](?:[\u4e00-\u9fff()]{1,8}(?:\([^()\d]{2,30}\))?[，、和及与]|[\u4e00-\u9fff]{2,4}|(?:行政|建制|自然)?村)\Z|辖有?\Z"
)
#: 有一所初级中学，在校学生303人.
_HAS_ONE = re.compile(r"(?:\A|[\n，。；：]|[设建内]|[镇乡村]|现)有\Z")
_LIST_REACH = 48  # characters
_HAD = re.compile(r"[\u4e00-\u9fff]{2,8}[，。；、]")
_LISTED_BEHIND = re.compile(r"(?<=[个所座家处])[\u4e00-\u9fff()]{1,8}[，、和及与][\d两三四五六七八九十]+[个所座家处]")
#: 引进两家企业 counts, and so does 新建两条产业路; 三家班子, 两条主线 do not.
_THINGS_BEHIND = re.compile(
    r"(?<=[两三四五六七八九]家)[\u4e00-\u9fff]{0,8}?(?:企业|公司|合作社|超市|商户|商场|单位|门店|工厂|机构|银行|医院|农场|酒店|协会|日托点|基地)"
    r"|(?<!以[两三四五六七八九]条)(?<=[两三四五六七八九]条)[\u4e00-\u9fff]{0,6}?(?:(?<![之新线思出])路(?![径线子]|自信|选择)|大街|步?道(?![理路])|[水干支沟]渠|河[道流]|生产线|管[道网]|线路)"
)
#: 灌区有干渠一条: one of what the unit counts; 走出新路一条 is none.
_THING_BEFORE = re.compile(
    r"(?:渠|[公铁耕业]路|街|[国省县乡村街水步索栈管隧渠河航]道|(?<=[小大有溪沟])河|河流|(?<=[\u4e00-\u9fff])[江溪沟]|线路|(?:生产|流水|输电)线)(?=一条\Z)"
    r"|(?:[坝堤闸墙槽沟])(?=一道\Z)|(?:电话|总机|电梯|汽车|[县镇乡村]志)(?=一部\Z)"
    r"|(?:死亡|受伤|[重轻]伤|失踪|牺牲|党籍|公职|处分|警告|记过|免职|撤职|察看|逮捕|拘留|判刑|提拔)(?=一[人名]\Z)"
)
_EACH_ONE = re.compile(r"[\u4e00-\u9fff]各\Z")


def _is_listed(mention: Mention, plain: str) -> bool:
    """True for 一个 in a list of counts."""
    many = plain.startswith(mention.unit, mention.end)  # 一个个村庄
    if many or _ABSTRACT.match(plain, mention.end) or plain[mention.start - 1 : mention.start] == "到":
        return False
    had = mention.unit in ("所", "座") and _HAD.match(plain, mention.end)
    if had and _HAS_ONE.search(plain, max(0, mention.start - 2), mention.start):
        return True
    before = _LISTED_BEFORE.search(plain, max(0, mention.start - _LIST_REACH), mention.start)
    return bool(mention.unit in tuple("个所座家处") and (before or _LISTED_BEHIND.match(plain, mention.end)))


def _chinese_counts(mention: Mention, plain: str, digit_counts: bool) -> bool:
    """Whether a Chinese numeral counts: not 一个 before a noun, no 三个方面; 垃圾填埋场一个 does."""
    ends = bool(_ENDS.match(plain, mention.end))
    if (mention.value == 1 and _is_listed(mention, plain)) or (
        ends and _EACH_ONE.search(plain, max(0, mention.start - 2), mention.start)
    ):
        return True
    after_it = ends and bool(_OBJECT_BEFORE.search(plain, max(0, mention.start - 1), mention.start))
    if mention.unit == "倍" or (ends and _ONLY.search(plain, max(0, mention.start - 2), mention.start)):
        return True
    single = mention.value is not None and abs(mention.value) < 10
    if single and not digit_counts and not _THINGS_BEHIND.match(plain, mention.end):
        one_thing = mention.value != 1 or _THING_BEFORE.search(plain, max(0, mention.start - 4), mention.end)
        return after_it and bool(one_thing)
    if mention.value == 1:
        return after_it
    things = not single and _THINGS.match(plain, mention.end)  # 十二个大型项目, 三十个国家
    return bool(after_it or things or not _ABSTRACT.match(plain, mention.end))
