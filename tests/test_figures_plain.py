"""Plain sentences by the hundred: every noun and every verb of a list in every place that the genre puts it."""

from itertools import product

import pytest

from township_analysis.pipeline import read_text

#: Nouns that begin with a verb, with what counts them.
VERB_NOUNS = {
    "个": "种植基地 养殖场 加工厂 加工车间 服务窗口 检测室 检查站 维修店 宣传栏 调解室 调解委员会 储备库 接访室 "
    "安置点 监测点 示范点 收购点 回收站 转运站 供水站 蓄水池 停车位 阅览室 活动中心 健身广场 就业车间 扶贫项目 "
    "督查组 联络站 办事处 互助社 采摘园 填埋场 育秧中心 交易市场",
    "条": "生产线 灌溉渠 排水沟 引水渠",
    "名": "调解员 保洁员 巡查员 管理员",
    "户": "示范户 养殖大户 流转大户 监测户",
    "辆": "清运车 宣传车 救护车 运输车",
    "台": "播种机 收割机 插秧机 变压器",
}
BEFORE_NOUN = ("新建", "新增", "全镇有")
#: Verb, object, unit.
DEEDS = (
    "新建 公厕 座|硬化 村道 公里|亮化 街道 公里|疏浚 沟渠 公里|安装 路灯 盏|拆除 违建 处|清运 渣土 吨|引进 企业 家|"
    "创建 示范村 个|召开 会议 次|发展 党员 名|培训 农民 人次|化解 积案 件|调处 纠纷 起|排查 隐患 处|查处 案件 起|"
    "慰问 老党员 名|走访 群众 户|流转 耕地 亩|栽植 苗木 株|出栏 生猪 头|防治 病虫害 亩|签订 责任书 份|悬挂 横幅 条|"
    "配备 保洁员 名|购置 垃圾箱 个|搬迁 农户 户|改造 危房 户|选派 干部 名|组建 志愿队 支|"
    "成立 合作社 家|接种 疫苗 剂|取缔 摊点 个|转运 物资 吨"
).split("|")
AROUND_DEED = (
    "{verb}{thing}36{unit}。",
    "全镇累计{verb}{thing}36{unit}。",
    "建成农家书屋12个，{verb}{thing}36{unit}。",
    "建成农家书屋12个，共{verb}{thing}36{unit}，增长8%。",
)
#: What is held, and needs no object.
HELD = "培训 宣传 检查 巡查 督查 慰问 演练 招聘 义诊 整治 排查 调解".split()


def names_of(lines: list[str], value: float) -> list[list[str]]:
    """The names of the figures with a value, line by line; the lines are read as one report."""
    text = "\n".join(lines)
    rows = read_text(text, title="石桥镇2019年政府工作报告", period="2019").figures()
    rows = rows[rows["value"] == value]
    ends = [len("\n".join(lines[: at + 1])) for at in range(len(lines))]
    found: list[list[str]] = [[] for _ in lines]
    for row in rows.itertuples():
        found[next(at for at, end in enumerate(ends) if row.start < end)].append(row.indicator)
    return found


@pytest.mark.parametrize("before", BEFORE_NOUN)
def test_a_noun_that_begins_with_a_verb_is_what_is_counted(before: str) -> None:
    nouns = [(unit, noun) for unit, several in VERB_NOUNS.items() for noun in several.split()]
    found = names_of([f"{before}36{unit}{noun}。" for unit, noun in nouns], 36)
    assert [(noun, names) for (_, noun), names in zip(nouns, found, strict=True) if noun not in "".join(names)] == []


@pytest.mark.parametrize("frame", AROUND_DEED)
def test_a_deed_and_its_object_name_their_number(frame: str) -> None:
    deeds = [deed.split() for deed in DEEDS]
    lines = [frame.format(verb=verb, thing=thing, unit=unit) for verb, thing, unit in deeds]
    found = names_of(lines, 36)
    wrong = [
        (line, names)
        for line, names, (_, thing, _unit) in zip(lines, found, deeds, strict=True)
        if thing not in "".join(names) or "农家书屋" in "".join(names)
    ]
    assert wrong == []


def test_what_is_held_is_not_done_to_what_was_counted_before() -> None:
    lines = [f"建成农家书屋12个，开展{held}24{unit}。" for held, unit in product(HELD, ("场", "次"))]
    found = names_of(lines, 24)
    held = [held for held, _ in product(HELD, ("场", "次"))]
    assert [
        (line, names)
        for line, names, what in zip(lines, found, held, strict=True)
        if len(names) != 1 or what not in names[0] or "农家书屋" in names[0]
    ] == []


@pytest.mark.parametrize(
    ("sentence", "surface", "name"),
    [
        ("硬化庭院1682平方米，用去财政资金13万元，受益村17个。", "17个", "硬化庭院受益村"),
        ("物价涨幅要从14.8%降到10%左右。", "10%", "物价涨幅"),
        ("外贸出口从7月份开始大幅度回升，全年达到1949万美元。", "1949万美元", "外贸出口"),
        ("财政收入比上年增加1501万元，总额首次突破1.2亿元。", "1.2亿元", "财政收入总额"),
        ("工业营业收入突破20亿元，玻璃产量增长39%、占全市9成。", "9成", "玻璃产量占全市比重"),
        ("发挥石桥糖厂、石桥酒厂等25家循环经济试点企业的带动作用。", "25家", "循环经济试点企业"),
        ("努力实现以下8个方面主要目标。", "8个", "主要目标"),
        ("保持了100%的参保率。", "100%", "参保率"),
        ("集镇和各村建起文化广场17个。", "17个", "文化广场"),
        ("新建公厕3座、两条产业路。", "两条", "产业路"),
        ("贫困户86户230人，比上年减少12户40人。", "40人", "贫困户减少"),
        ("组建一支15人的扑火队。", "15人", "扑火队人数"),
        ("全镇创汇126万美元。", "126万美元", "创汇"),
        ("工业增加值以年均9%的速度增长。", "9%", "工业增加值年均增长"),
        ("城镇调查失业率为5.1%，低于5.5%的控制目标。", "5.5%", "城镇调查失业率控制目标"),
        ("采矿业增加值增长4%，制造业增长6%。", "6%", "制造业增加值增长"),
        ("建档立卡210户中因病致贫的有90户。", "210户", "建档立卡户数"),
        ("在职教师35人，退休8人。", "8人", "退休教师"),
        ("农村低保户61户、保障对象104人。", "104人", "农村低保保障对象"),
        ("水果产量816吨，其中桃子，产量312吨，枇杷，产量504吨。", "504吨", "枇杷产量"),
        ("粮食生产再获丰收，总产达到3860万斤。", "3860万斤", "粮食总产"),
        ("全镇86户中，有36户种植烤烟。", "86户", "户数"),
        ("入园率达到91%，其中城镇96%，农村84%。", "84%", "农村入园率"),
        ("西干渠流经石桥、白沙2个村，全长36公里。", "36公里", "西干渠全长"),
        ("调处纠纷20起，其中土地12起，其他8起。", "8起", "其他纠纷"),
    ],
)
def test_plain_sentence(sentence: str, surface: str, name: str) -> None:
    rows = read_text(sentence, title="石桥镇2019年政府工作报告", period="2019").figures()
    assert rows.loc[rows["surface"] == surface, "indicator"].tolist() == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "完成1%人口抽样调查。",
        "第8.6代线加快实施。",
        "走好三条路子，抓住两条主线。",
        "坚持两条道路自信。",
        "走出新路一条，群众反映意见一条。",
        "东邻五峰街道、三台镇、四门县。",
        "一条跑道、一个公交站、一个充电桩都方便群众。",
    ],
)
def test_no_figure(sentence: str) -> None:
    assert read_text(sentence, title="石桥镇2019年政府工作报告", period="2019").figures().empty


def test_domain_is_that_of_the_sentence() -> None:
    """A section on the economy, and a sentence in it on culture; where no cue word stands the section's holds."""
    text = "一、工业经济\n引进企业3家。新建农家书屋12个，放映电影24场。另有6处。"
    rows = read_text(text, title="石桥镇2019年政府工作报告", period="2019").figures()
    assert rows["domain"].tolist() == ["industry", "culture", "culture", "industry"]


VILLAGES = "青石村 王家庄村 八里铺村 东风社区 红旗屯 柳河嘎查 五星村 高山村 城关社区 向阳花村 双龙村 前进村 平安村 头道沟村".split()
WHERE = (
    "{village}新建公厕36座。",
    "在{village}新建公厕36座。",
    "{village}集体经济收入达到36万元。",
    "{village}流转土地36亩，建成大棚6个。",
    "{village}党支部发展党员36名。",
)


@pytest.mark.parametrize("frame", WHERE)
def test_village_is_the_scope_of_what_it_did(frame: str) -> None:
    lines = [frame.format(village=village) for village in VILLAGES]
    rows = read_text("\n".join(lines), title="石桥镇2019年政府工作报告", period="2019").figures()
    first = rows[rows["value"].isin([36, 360_000])]
    assert first["scope"].tolist() == VILLAGES


@pytest.mark.parametrize("village", ["青石村", "红旗屯", "东风社区"])
def test_village_before_a_size_is_where_the_thing_lies(village: str) -> None:
    rows = read_text(f"{village}3公里村道硬化完工，{village}600亩茶园受灾。", period="2019").figures()
    assert rows["scope"].tolist() == [village, village]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("明珠广场占地36亩。", "明珠广场"),
        ("百汇超市总投资360万元。", "百汇超市"),
        ("青山烈士陵园占地36亩。", "青山烈士陵园"),
        ("文化广场占地36亩。", ""),
        ("村民休闲广场占地36亩。", ""),
        ("爱心超市投入36万元。", ""),
        ("农村公益性公墓占地36亩。", ""),
    ],
)
def test_square_or_shop_by_its_proper_name(sentence: str, scope: str) -> None:
    rows = read_text(sentence, title="石桥镇2019年政府工作报告", period="2019").figures()
    assert rows["scope"].tolist() == [scope]


def test_growth_told_behind_or_as_a_rate() -> None:
    text = "工业增加值以年均9%的速度增长。粮食增产2200吨，即7.8%。"
    rows = read_text(text, title="石桥镇2019年政府工作报告", period="2019").figures()
    assert rows["kind"].tolist() == ["growth", "change", "growth"]


def test_change_of_a_stock_has_the_day_of_the_stock() -> None:
    text = "6月末存栏牲畜18万头，比上年同期多6200头。"
    rows = read_text(text, title="石桥镇2019年政府工作报告", period="2019").figures()
    assert rows["period"].tolist() == ["2019-06-30", "2019-06-30"]


@pytest.mark.parametrize("plan", ["二、明年工作打算\n明年将新建公厕5座。", "明年将新建公厕5座。"])
def test_next_year_that_opens_the_plan_is_the_year_after_the_review(plan: str) -> None:
    text = f"石桥镇2019年政府工作报告\n\n一、2019年工作回顾\n新建公厕12座。\n{plan}"
    rows = read_text(text, title="石桥镇2019年政府工作报告").figures()
    assert rows["period"].tolist() == ["2019", "2020"]
