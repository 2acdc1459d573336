"""Named works that a clause does something to without a figure, and what the next clauses tell of them."""

import re
from functools import lru_cache

from township_analysis.figures.scope.bodies import WORKS, body_at, made_of, more_of_it, tells_own
from township_analysis.figures.scope.owners import owner_of
from township_analysis.figures.words import ASKED, act_pattern, strip_lead

_BY_WHEN = re.compile(r"\A[\x00 ]*\x01+前[，\x01 ]*")  # 9月底前建成某某站
_UNDER = re.compile(r"\A[\x00\x01 ]*[\u4e00-\u9fff]{2,4}(?:方面|[上中])(?=完成|实施|推进|启动|新)")
#: How a work was begun, before its name: 新规划了, 投资建设, 建成运营.
_BEGUN = re.compile(
    r"(?:新(?![型能材兴])|重新|再次|顺利|如期|(?:投资|出资|筹资)(?=[建新改扩兴修])|规划|设计|组织|建[设成]|投用|运营|打造|启用)+了?"
)
#: What follows a work's name: what is done to it and for it.
#: What a firm that was brought in builds: 引进恒达公司建设千亩蓝莓种植基地.
_BROUGHT = re.compile(
    r"(?:成功|新|共|全年)?引[进入][^，、]{2,12}?(?:公司|集团|企业|客商|老板|能人|厂家|[药乳牧茶酒农矿]业|科技|实业)(?:来[镇乡村])?(?:投资)?"
    r"(?:建[设立]|兴建|新建|打造|开发|发展)了?(?:[十百千万]+[亩头羽只]的?)?"
    r"(?P<name>(?P<bare>[\u4e00-\u9fff]{2,8}?)(?:种植|养殖|生产|加工)?"
    r"(?:基地|产业园|示范园|养殖场|度假区|度假村|庄园|小镇|综合体|加工厂))\Z"
)
_ONLY_A_BODY = re.compile(
    rf"(?:{WORKS}|征地|[拆搬动]迁|征[迁拆收]|清表|立项|规划|设计|招标|施工|验收|工作|任务|进度|前期"
    r"|[扫收]尾|攻坚|签约|落[户地]|奠基|注册|并?(?:投入)?(?:使用|运营)|的)*\Z"
)
#: A part of a town that is cleared: 推进城北片区征收.
_AREA = re.compile(r"(?P<name>(?P<bare>[\u4e00-\u9fff]{2,4})(?:片区|地块))(?=征|拆|搬|改造|清表|更新)")
_TAKES_LAND = re.compile("征|拆|迁|清表|腾空")
#: What is told of land that a work takes and of those who live there.
_TAKEN = re.compile(r"协议|签[约订字]|交[地付]|[征拆迁坟]|清表|补偿|腾[空退房]|涉及")
#: A work called by its kind again: 道路全长, 工程总投资.
_KIND = re.compile(r"(?:该|此)?(?:公路|道路|大?桥|水?渠|渠道|隧道|水库|管道|线路|工程|项目)(?:全线|主体)?")
#: 启动南桥小区重建，惠及居民286户: whom one work serves.
_SERVES = re.compile(r"[\x01 ]*(?:惠及|受益|涉及)(?!全)")
_NO_PART = re.compile(r"\A[等将的区及和]|、")
_LEAST, _MOST = 2, 12  # characters of what of a body was worked on
_RUNS = re.compile(r"运营|投用|使用|启用|开放|开业|挂牌|成立")
#: What a body does for others that is run: 孵化项目16个, 接待老人.
_DOES = re.compile(r"(?:孵化|服务|接待|吸纳|入驻|供养|收治|接诊|诊疗|容纳|为(?!全))")
#: A work or body by a name in quotes alone: “云创空间”.
_QUOTED = re.compile(r"“(?P<name>[^“”，。；]{1,10}(?:空间|中心|驿站|之家|园|馆|站|坊|基地|平台|广场|书房|食堂))”\Z")


@lru_cache(maxsize=ASKED)
def object_of(clause: str) -> str:
    """The work or body that a clause without a figure ends with: 启动青石大桥建设.

    >>> object_of("新规划了沙田至马坪连接道"), object_of("完成滨海公路(柳河段)征地任务"), object_of("启动公路建设")
    ('沙田至马坪连接道', '滨海公路(柳河段)', '')
    """
    quoted = _QUOTED.search(clause)
    if quoted and not _past_deeds(clause[: quoted.start()]):
        return quoted["name"]
    brought = _BROUGHT.match(_BY_WHEN.sub("", clause).lstrip("\x00\x01 "))
    if brought and not made_of(brought["bare"], "any_body", "common"):
        return brought["name"]
    head = _past_deeds(clause)
    area = _AREA.match(head)
    name = body_at(head) or (area["name"] if area and not made_of(area["bare"], "any_body", "common") else "")
    return name if name and _ONLY_A_BODY.match(head[len(name) :]) else ""


def worked_on(clause: str) -> tuple[str, str]:
    """The body that a figure's own clause does something to, and what of it: 完成青石大桥桩基; twice ``""``."""
    head = _past_deeds(clause)
    name = body_at(head) if head != strip_lead(clause, light=False) else ""
    rest = head[len(name) :]
    part = name and _LEAST <= len(rest) <= _MOST and not _NO_PART.search(rest) and not _BEGUN.fullmatch(rest)
    return (name, rest) if part else ("", "")


def building_of(clause: str) -> str:
    """The building of a school, home or office that a clause does something to: 新建镇中心小学教学楼; else ``""``."""
    head = _past_deeds(clause)
    return head if body_at(head) == head and owner_of(head) != head else ""


def _past_deeds(clause: str) -> str:
    """A clause without the verbs that it begins with."""
    head = strip_lead(_UNDER.sub("", _BY_WHEN.sub("", clause)))
    while verb := (act_pattern().match(head) or _BEGUN.match(head)):
        head = strip_lead(head[verb.end() :])
    return head


def tells_of(name: str, clause: str, own: str, behind: str) -> bool:
    """True for words around a figure that tell of the work that an earlier clause did something to.

    Args:
        name: The work.
        clause: The clause that names it.
        own: The words of the figure's own clause before it.
        behind: Those behind it.
    """
    own = own.lstrip("\x01 ")
    bare = strip_lead(own, light=False)
    again = _KIND.match(bare)
    if tells_own(own) or (again and tells_own(bare[again.end() :])) or own.startswith(name[-2:]):
        return True
    if _BROUGHT.search(clause) and more_of_it().match(bare):
        return True
    done = clause.partition(name)[2]
    if _TAKES_LAND.search(name[-_LEAST:] + done) and _TAKEN.search(own + behind):
        return True
    if _RUNS.search(clause) and _DOES.match(bare):
        return True
    return bool(_SERVES.match(own)) and not name.endswith(("项目", "工程"))


def clause_naming(scope: str, before: str) -> str:
    """The clause of a sentence that named a body last, whole."""
    head, _, behind = before.rpartition(scope)
    return re.split("[，。；：]", head)[-1] + scope + re.split("[，。；：]", behind)[0]
