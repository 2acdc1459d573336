"""The frames of the genre with every word of a class in them: how values move, who did what, where it holds."""

from itertools import product
from typing import Any

import pytest

from township_analysis.pipeline import read_text

Rows = list[Any]


def rows_of(lines: list[str], *, plan: bool = False) -> list[Rows]:
    """The figures of each line; the lines are read as one report, a line a paragraph."""
    heading = "二、2020年工作安排\n" if plan else "一、2019年工作回顾\n"
    text = heading + "\n".join(lines)
    figures = read_text(text, title="石桥镇2019年工作总结及2020年工作计划").figures()
    ends = [len(heading) + len("\n".join(lines[: at + 1])) for at in range(len(lines))]
    found: list[Rows] = [[] for _ in lines]
    for row in figures.itertuples():
        found[next(at for at, end in enumerate(ends) if row.start < end)].append(row)
    return found


#: Verbs by which a value comes to another.
MOVES = (
    "增至 升至 降至 减至 增加到 上升到 提高到 提升至 下降到 降低至 减少到 压减至 缩减到 缩小至 扩大到 扩展到 拓展到 发展到 "
    "攀升到 跃升至 跌至 回落到 回升至 增长到 缩短到 延长至 调整到 调整为 调高到 上调至 下调至 精简到 精简为 压缩至 优化到 "
    "恢复到 变为 扩充到 扩增到 猛增到 骤降至 锐减到 提速到 增为 减为 降为 升为 涨到 跃至 上涨到 下跌到 壮大到 充实到"
).split()
MOVED = (
    ("合作社", "12家", "36家"),
    ("城镇化率", "42.1%", "45.3%"),
    ("党员", "442名", "486名"),
    ("财政收入", "86万元", "132万元"),
)
FROM_TO = (
    "{what}由2015年的{one}{verb}{other}。",
    "{what}从2015年的{one}{verb}2019年的{other}。",
    "{what}由{one}{verb}{other}。",
)


@pytest.mark.parametrize("frame", FROM_TO)
def test_what_moves_from_one_value_to_another(frame: str) -> None:
    told = list(product(MOVES, MOVED))
    lines = [frame.format(what=what, one=one, verb=verb, other=other) for verb, (what, one, other) in told]
    base = "2015" if "2015" in frame else "2018"
    assert [
        (line, [(row.indicator, row.period) for row in rows])
        for line, rows, (_, (what, _one, _other)) in zip(lines, rows_of(lines), told, strict=True)
        if [(row.indicator, row.period) for row in rows] != [(what, base), (what, "2019")]
    ] == []


HEDGES = {
    "约": "about", "近": "about", "将近": "about", "接近": "about", "直逼": "about", "逼近": "about", "达到近": "about",
    "超": "more", "超过": "more", "突破": "more", "一举突破": "more", "首次突破": "more", "成功突破": "more", "逾": "more",
    "不低于": "more", "不得低于": "more", "至少": "more", "破": "more", "不足": "less", "不到": "less", "不超过": "less",
    "不得超过": "less", "达": "exact", "达到": "exact", "高达": "exact", "稳定在": "exact", "为": "exact",
}  # fmt: skip


def test_hedges_say_how_exact_a_number_is_and_leave_the_name_alone() -> None:
    told = list(product(HEDGES.items(), (("农民人均纯收入", "8600元"), ("茶园面积", "3200亩"), ("参保率", "98%"))))
    lines = [f"{what}{hedge}{value}。" for (hedge, _), (what, value) in told]
    assert [
        (line, [(row.indicator, row.approx) for row in rows])
        for line, rows, ((_, approx), (what, _value)) in zip(lines, rows_of(lines), told, strict=True)
        if [(row.indicator, row.approx) for row in rows] != [(what, approx)]
    ] == []


STATUS = {
    "计划": "plan", "拟": "plan", "将": "plan", "将要": "plan", "力争": "plan", "确保": "plan", "争取": "plan", "准备": "plan",
    "打算": "plan", "预计": "forecast", "有望": "forecast", "已": "actual", "现已": "actual", "先后": "actual", "正在": "actual",
}  # fmt: skip
DONE = (
    ("新建", "文化广场", "3个"),
    ("完成", "造林", "1200亩"),
    ("改造", "农村危房", "86户"),
    ("硬化", "村道", "12公里"),
)


def test_words_before_a_deed_say_whether_it_is_done() -> None:
    told = list(product(STATUS.items(), DONE))
    lines = [f"{word}{verb}{thing}{value}。" for (word, _), (verb, thing, value) in told]
    assert [
        (line, [row.status for row in rows])
        for line, rows, ((_, status), _done) in zip(lines, rows_of(lines), told, strict=True)
        if [row.status for row in rows] != [status]
    ] == []


DID = (
    "住进新房 用上自来水 走上致富路 摘掉贫困帽 加入合作社 签订协议 种上花椒 养上肉牛 外出务工 参加培训 通过验收 受到表彰 "
    "获得贷款 纳入低保 办理贷款 缴纳保费 扭亏为盈 上缴税金 购置设备 迎来客商 引来客商 列为试点 通上公路 接通光纤 惠及群众"
).split()


@pytest.mark.parametrize("noun", ["个村", "家企业", "名党员", "个项目"])
def test_those_counted_are_named_behind_what_they_did(noun: str) -> None:
    lines = [f"36{noun}{did}。" for did in DID]
    names = [[row.indicator for row in rows] for rows in rows_of(lines)]
    assert [
        (line, name) for line, name in zip(lines, names, strict=True) if not "".join(name).endswith(f"的{noun[1:]}")
    ] == []


INSURED = "参加城乡居民基本医疗保险 参加城镇职工养老保险 享受农村居民最低生活保障 领取城乡居民养老金 参加新型农民技能培训".split()


def test_what_persons_take_part_in_is_whole() -> None:
    lines = [f"{lead}26840人{told}。" for lead, told in product(("全乡有", "全镇", ""), INSURED)]
    assert [
        (line, [row.indicator for row in rows])
        for line, rows in zip(lines, rows_of(lines), strict=True)
        if [row.indicator for row in rows] != [line.partition("人")[2].rstrip("。") + "人数"]
    ] == []


SHARES = (
    ("适龄儿童100%入学。", "适龄儿童入学率"),
    ("项目100%交付。", "项目交付率"),
    ("20户以上自然寨实现100%通硬化路。", "自然寨通硬化路比例"),
    ("企业86%加入协会。", "加入协会的企业占比"),
    ("党员442人，约占全镇的26%。", "党员占比"),
    ("全镇常住人口12000人，其中0—14岁占16%，60岁及以上占24%。", "0—14岁常住人口占比 60岁及以上常住人口占比"),
    ("全镇总人口12000人，60岁以上的占21%。", "60岁以上人口占比"),
    ("满意和基本满意率分别达97%和96%。", "满意率 基本满意率"),
)


@pytest.mark.parametrize(("sentence", "names"), SHARES)
def test_shares(sentence: str, names: str) -> None:
    assert [row.indicator for row in rows_of([sentence])[0] if row.kind == "share"] == names.split()


BEGUN = (
    ("修建", "文化广场"), ("新建", "桥梁"), ("整治", "河道"), ("安装", "路灯"), ("硬化", "村道"), ("开展", "户厕改造"),
    ("举办", "技能培训"), ("发展", "乡村旅游"), ("种植", "油茶"), ("维修", "水渠"), ("引进", "电商企业"), ("组织", "文艺汇演"),
)  # fmt: skip
SPENT = (
    ("投入", "86万元"), ("投资", "120万元"), ("完成投资", "86万元"), ("筹资", "36万元"), ("支出", "12万元"), ("惠及群众", "860户"),
    ("受益", "1260人"), ("带动农户", "320户"), ("覆盖", "12个村"), ("占地", "36亩"), ("总投资", "420万元"),
)  # fmt: skip


@pytest.mark.parametrize("first", ["改造自来水厂，投入42万元；", "培训农民320人；", ""])
def test_what_a_clause_began_has_what_is_told_of_it(first: str) -> None:
    told = list(product(BEGUN, SPENT))
    lines = [f"{first}{verb}{thing}，{how}{value}。" for (verb, thing), (how, value) in told]
    assert [
        (line, [row.indicator for row in rows])
        for line, rows, ((_verb, thing), (how, _)) in zip(lines, rows_of(lines), told, strict=True)
        if thing not in rows[-1].indicator or how[:2] not in rows[-1].indicator
    ] == []


def test_sums_of_each_have_their_denominator() -> None:
    each = {
        "人均": "per-capita",
        "户均": "per-household",
        "村均": "per-village",
        "每个农户": "per-household",
        "亩均": "",
    }
    lines = [f"种植大户36户，{word}{told}。" for word, told in product(each, ("增收1200元", "补助300元", "分红560元"))]
    scopes = [scope for scope, _ in product(each.values(), range(3))]
    assert [
        (line, rows[-1].scope)
        for line, rows, scope in zip(lines, rows_of(lines), scopes, strict=True)
        if rows[-1].scope != scope
    ] == []


VILLAGE_FRAMES = (
    "投入36万元硬化{}通组路2.6公里。", "为{}争取农网改造资金120万元。", "{}居民1860户5600人。", "{}集体流转土地1200亩。",
    "县交通局帮扶的{}，今年新发展花椒600亩。", "在{}试点光伏项目，装机容量300千瓦。", "人口自然增长率，{}由7‰降到5‰。",
    "对{}86户危房进行改造。", "改造{}小学校舍860平方米。",
)  # fmt: skip


@pytest.mark.parametrize("frame", VILLAGE_FRAMES)
def test_village_is_the_scope(frame: str) -> None:
    villages = "大湾村 柳沟村 石坝村 东风村 新庄村 王家村 团结村 三合村 龙泉村 双桥村 大湾社区 河东社区".split()
    lines = [frame.format(village) for village in villages]
    found = rows_of(lines)
    assert [
        (line, [row.scope for row in rows])
        for line, rows, village in zip(lines, found, villages, strict=True)
        if not rows or any(not (row.scope or "").startswith(village) for row in rows if row.core)
    ] == []


BODIES = "恒源化工公司 石河养殖合作社 青龙水库 柳河大桥 石桥小学 凤凰山景区 大坪光伏电站 滨河公园 远达水泥厂 大湾安置点 石桥汽车站".split()
TOWNS = (
    "，全镇硬化村道12公里。", "；硬化村道12公里。", "，各村新建公厕36座。", "，财政收入完成4120万元。", "，森林覆盖率达到68%。",
    "，全镇农民人均纯收入8600元。", "，另外新建便民桥3座。", "，社会消费品零售总额3.1亿元。",
)  # fmt: skip


def test_body_holds_up_to_what_is_of_the_township() -> None:
    lines = [f"{body}投资1260万元{town}" for body, town in product(BODIES, TOWNS)]
    found = rows_of(lines)
    assert [
        (line, [row.scope for row in rows])
        for line, rows, (body, _) in zip(lines, found, product(BODIES, TOWNS), strict=True)
        if rows[0].scope != body or rows[-1].scope not in ("", "per-capita")
    ] == []


def test_what_was_formed_or_opened_is_no_named_body() -> None:
    deeds = "组建 成立 建立 打造 完善 启用 投用 开办 优化 规范".split()
    things = "志愿服务队 救援队 社区食堂 社区书屋 社区服务中心 村史馆 腰鼓队".split()
    lines = [f"{deed}{thing}3个，共有人员120人，服务群众860人次。" for deed, thing in product(deeds, things)]
    assert [
        (line, [row.scope for row in rows])
        for line, rows in zip(lines, rows_of(lines), strict=True)
        if any(row.scope for row in rows)
    ] == []


#: Sentences that put several things together: the names of their figures in order.
SENTENCES = (
    ("茶叶、蔬菜、药材三大产业面积分别达到1.1万亩、6800亩、4200亩，实现产值7200万元、3100万元和1900万元。",
     "茶叶面积 蔬菜面积 药材面积 茶叶产值 蔬菜产值 药材产值"),
    ("行政编制外，财政供养人员142人，其中行政38人、事业67人、退休37人。", "财政供养人员 行政人员 事业人员 退休人员"),
    ("建成高标准农田1.2万亩，铺设管道36公里，打机井42眼，投资1800万元。", "高标准农田面积 铺设管道 打机井 高标准农田投资"),
    ("农业产值3亿元，工业产值2亿元，财政收入300万元，前两项分别增长8.5%和17%。",
     "农业产值 工业产值 财政收入 农业产值增长 工业产值增长"),
    ("粮经比例由68∶32调整为63∶37。",
     "粮经比例中粮食作物比重 粮经比例中经济作物比重 粮经比例中粮食作物比重 粮经比例中经济作物比重"),
    ("建成全国文明村1个、省级文明村2个，有全国重点文物保护单位1处。", "全国文明村 省级文明村 全国重点文物保护单位"),
    ("436户受灾户户均得到赔款4200元，卫生院添置设备9台件。", "受灾户 户均得到赔款 卫生院添置设备"),
    ("东堡、寺后两村的通村油路建成通车，分别长4.2公里和3.5公里。", "东堡通村油路长度 寺后通村油路长度"),
    ("重点抓好三件事，一是修路5公里，二是建桥2座。", "修路长度 建桥"),
    ("实施项目31个，其中交通4个、水利9个、教育3个、其他15个。", "项目 交通项目 水利项目 教育项目 其他项目"),
    ("整治村庄105个，其中基本整治型96个、精品示范型9个。", "整治村庄 基本整治型村庄 精品示范型村庄"),
    ("全乡办起各类企业86个，其中乡办6个、村办80个，安置劳力1860人，实现产值4200万元。", "办起各类企业 乡办企业 村办企业 安置劳力人数 办起各类企业产值"),
    ("共生产原煤21.4万吨，其中红岩煤矿12.5万吨，新安煤矿8.9万吨。", "原煤产量 原煤产量 原煤产量"),
    ("修通了86条共142.5公里的屯级硬化路。", "修通屯级硬化路 修通屯级硬化路"),
    ("市场主体8620户，新增市场主体1120户，注销236户，净增884户，增长11.4%。",
     "市场主体 新增市场主体 注销户数 市场主体净增 市场主体增长"),
    ("满意率96.8%，较上年提高2.1个百分点，全区排名由第8位上升至第3位。", "满意率 满意率提高 满意率全区排名 满意率全区排名"),
    ("工业总产值4.2亿元，占工农业总产值的90.5%，列全县第五。",
     "工业总产值 工业总产值占工农业总产值比重 工业总产值全县排名"),
    ("118个村民小组中，有102个通了硬化路。", "村民小组 通硬化路的村民小组"),
    ("解决了126户480人、大牲畜320头的饮水困难。", "解决饮水困难户数 解决饮水困难人数 解决饮水困难的大牲畜"),
    ("约谈干部23人次，立案6件。", "约谈干部人次 立案"),
    ("学生1952年有三百万人，1957年已有七百万人，也增加一倍多，1958年又比1957年增加百分之七十，达到了一千二百万人。",
     "学生 学生 学生增加 学生增加 学生"),
    ("产值3.2亿元，是2015年的1.8倍。", "产值 产值是2015年的倍数"),
    ("安全饮水工程计划投资460万元，解决6个村4200人饮水问题，完成投资320万元。",
     "安全饮水工程计划投资 解决饮水问题的村 解决饮水问题人数 安全饮水工程完成投资"),
    ("全年降水量860毫米，较常年偏多12%。", "降水量 降水量偏多"),
    ("修订村规民约14个，创作歌曲3首，播放广播126小时。", "修订村规民约 创作歌曲 播放广播"),
    ("冬修水利共投工8.6万工。", "冬修水利投工"),
    ("对26个行政村、312个村民小组的低保户逐户核查。", "行政村 村民小组"),
    ("项目14个，财政奖补资金210万元，群众筹资88万元，受益人口1.1万人。", "项目 财政奖补资金 群众筹资 项目受益人口"),
    ("玉米亩产560公斤，增24公斤。", "玉米亩产 玉米亩产增加"),
    ("人均纯收入8600元，增620元，增长7.8%。", "人均纯收入 人均纯收入增加 人均纯收入增长"),
    ("茶园0.8万亩（减500亩）。", "茶园面积 茶园面积减少"),
    ("投入86万元，增车位24个。", "增车位投入资金 增车位"),
    ("发放护理补贴和生活补贴420人、50.4万元。", "发放护理补贴和生活补贴人数 发放护理补贴和生活补贴金额"),
    ("慰问老党员和困难群众320户、6.4万元。", "慰问老党员和困难群众户数 慰问老党员和困难群众"),
    ("出生236人，兑现奖扶资金12.8万元，惠及136人。", "出生人数 兑现奖扶资金 奖扶惠及人数"),
    ("安装路灯，12个村共320盏。", "村 路灯"),
    ("中学1120人，小学1640人，幼儿500人。", "中学人数 小学人数 幼儿人数"),
    ("从业人数和产值420人、5000万元。", "从业人数 从业产值"),
    ("生猪出栏62万头，占计划数60万头的103%，较2018年59万头增长5%。", "生猪出栏 生猪出栏计划数 生猪出栏占计划数比例 生猪出栏 生猪出栏增长"),
    ("总人口31264人；死亡人数187人，比去年同期增加11人，死亡率5.98‰，比去年同期上升0.31个千分点。",
     "总人口 死亡人数 死亡人数增加 死亡率 死亡率上升"),
    ("3岁以下儿童系统管理人数为612人。", "3岁以下儿童系统管理人数"),
    ("60岁以上老年人疫苗接种1200人，接种率92%。", "60岁以上老年人疫苗接种人数 60岁以上老年人疫苗接种率"),
    ("下拨救灾资金265万元、棉被1200床、大米35吨。", "下拨救灾资金 下拨棉被 下拨大米"),
    ("新增私营企业96户，个体工商户284户。", "新增私营企业 新增个体工商户"),
    ("拆除违法建筑11860平方米，其中存量违建10240平方米，在建违建1620平方米。",
     "拆除违法建筑面积 拆除存量违建面积 拆除在建违建面积"),
    ("收到建议41件，其中道路交通类15件，教育类7件。", "收到建议 道路交通类建议 教育类建议"),
    ("新引进企业617户，注册资本28亿元，比去年同期增加104户，同比增长20.3%。",
     "新引进企业 新引进企业注册资本 新引进企业增加 新引进企业同比增长"),
    ("财政收入3000万元，支出2500万元，结余500万元。", "财政收入 财政支出 财政结余"),
    ("社会抚养费应征18.6万元，实征14.3万元，征收率76.9%。", "社会抚养费应征 社会抚养费实征 社会抚养费征收率"),
    ("粮食总产保3亿公斤，争3.2亿公斤。", "粮食总产 粮食总产力争目标"),
    ("办理积分申请612件，通过率为88.5%。", "办理积分申请 积分申请通过率"),
    ("城镇居民收入1.6万元，农村居民收入0.5万元，实际分别增长10%和9%。",
     "城镇居民收入 农村居民收入 城镇居民收入实际增长 农村居民收入实际增长"),
    ("投资1.4亿元，新建、改建道路12条、18.6公里。", "新建、改建道路投资 新建、改建道路 新建、改建道路"),
    ("调处纠纷84起，成功71起。", "调处纠纷 调处成功纠纷"),
    ("在出生的298人当中，一孩183人。", "出生人数 一孩出生人数"),
    ("打掉犯罪团伙19个73人。", "打掉犯罪团伙 犯罪团伙人数"),
    ("全年检修86盏路灯，聘任4名科技人员为指导员。", "检修路灯 聘任科技人员"),
    ("为老服务综合体建筑面积2100平方米，全县因特网用户达93户。", "为老服务综合体建筑面积 因特网用户"),
    ("五年中完成实事工程38件，农民人均收入可增至2136元。", "实事工程 农民人均收入"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), SENTENCES)
def test_figures_of_one_sentence(sentence: str, names: str) -> None:
    assert [row.indicator for row in rows_of([sentence])[0] if row.core] == names.split()


TIMED = (
    ("一、二月份完成税收120万元。", "2019-01/2019-02"),
    ("1、2月份用电30万度。", "2019-01/2019-02"),
    ("截止6月底，签约793户。", "2019-H1"),
    ("截至8月底，油茶面积达到8600亩。", "2019-08-31"),
    ("2011年底，全镇有通村公路106公里。", "2011-12-31"),
    ("开展“一村一月一场”电影放映252场。", "2019"),
    ("供水能力由每日1200吨提高到3000吨。", "2018 2019"),
)


@pytest.mark.parametrize(("sentence", "periods"), TIMED)
def test_period(sentence: str, periods: str) -> None:
    assert [row.period for row in rows_of([sentence])[0]] == periods.split()


@pytest.mark.parametrize("sentence", ["床位由现有的24张增加到40张。", "目前，全镇还有土坯房320户，今年改造120户。"])
def test_what_stands_now_is_actual_in_a_plan_and_the_rest_is_planned(sentence: str) -> None:
    assert [row.status for row in rows_of([sentence], plan=True)[0]] == ["actual", "plan"]


def test_term_that_ends_before_its_last_year_does() -> None:
    text = (
        "政府工作报告\n——2021年9月16日在柳河乡第十四届人民代表大会第一次会议上\n各位代表：\n一、过去五年工作回顾\n"
        "五年来，全乡累计投入扶贫资金1.36亿元。今年1—8月固定资产投资完成9640万元。\n"
        "二、今后五年的工作\n到2026年农业总产值达到7.2亿元。\n"
    )
    rows = read_text(text).figures()
    assert list(zip(rows["period"], rows["status"], strict=True)) == [
        ("2017/2021", "actual"), ("2021-01/2021-08", "actual"), ("2026", "plan"),
    ]  # fmt: skip
