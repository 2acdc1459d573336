"""For whom or where a figure holds: named projects, works, firms, schools, villages, and rates per head."""

import pytest

from township_analysis import read_text
from township_analysis.figures import extract
from township_analysis.figures.bodies import body_at

#: Text, and the scope of each of its figures in turn.
SCOPES: list[tuple[str, list[str]]] = [
    ("双河污水处理厂日处理能力由5000吨提高到8000吨。", ["双河污水处理厂"] * 2),
    ("总投资3.6亿元的恒丰纸业二期建成投产，新上生产线2条，安置职工180人。", ["恒丰纸业二期"] * 3),
    ("投资260万元实施白龙水库除险加固工程，改善灌溉面积800亩。", ["白龙水库除险加固工程"] * 2),
    ("总投资180万元、全长6.4公里的石门至柳树坪公路竣工通车。", ["石门至柳树坪公路"] * 2),
    ("天合面粉加工项目（总投资4200万元、占地35亩）主体完工。", ["天合面粉加工项目"] * 2),
    ("敬老院新增床位30张，集中供养五保老人52名。", ["敬老院"] * 2),
    ("青龙大桥顺利合龙，完成投资860万元。", ["青龙大桥"]),
    ("启动青龙大桥建设，大桥全长120米，总投资900万元。", ["青龙大桥"] * 2),
    ("兴隆食品公司，计划投资1200万元，该项目占地40亩。", ["兴隆食品公司"] * 2),
    ("投资800万元的鑫源果蔬，投资500万元的明达木业。", ["鑫源果蔬", "明达木业"]),
    ("县城北工业园入驻企业由12家增加到31家，对全县工业的贡献率为46%。", ["县城北工业园"] * 3),
    ("石坝、核桃坪两村种植烤烟900亩，收购烟叶1800担。全镇种植玉米2万亩。", ["石坝、核桃坪", "石坝、核桃坪", ""]),
    ("养老金由每人每月55元提高到70元，惠及1200人。", ["per-capita", "per-capita", ""]),
    ("筹资标准每人300元，其中财政补助220元。", ["per-capita"] * 2),
    ("每户补助2000元，共兑付36万元。", ["per-household", ""]),
    ("服务消费支出占居民人均消费支出比重达45%。", [""]),
    ("长岭村党支部牵头成立劳务队，流转土地260亩。", ["长岭村"]),
    ("年收入超过5万元的村达到9个，柳坪村最多，为31万元。", ["", "", "柳坪村"]),
    ("投资300万元，改造青石小学教学楼。", ["青石小学教学楼"]),
    ("引进的兴农公司流转土地900亩，吸纳务工120人。", ["兴农公司"] * 2),
    ("星光米业全年开票1.2亿元，同比下滑4%，入库税收600万元。", ["星光米业"] * 3),
    # of the township as a whole, though a kind of body is named
    ("新建敬老院1所，入住老人46人。", ["", ""]),
    ("重点项目完成投资3.2亿元。", [""]),
    ("农民专业合作社发展到36家。", [""]),
    ("农村饮水安全工程解决饮水困难人口1200人。", [""]),
    ("小学适龄儿童入学率100%。", [""]),
    ("启动投资900万元的集镇开发项目，新建停车场2个。", ["集镇开发项目", ""]),
    ("社会矛盾纠纷调处化解中心接待群众320人次。", [""]),
    ("争取项目资金1200万元。", [""]),
]


@pytest.mark.parametrize(("text", "scopes"), SCOPES)
def test_figures_have_scopes(text: str, scopes: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [row["scope"] for row in rows] == scopes


def test_a_bare_measure_has_the_name_of_its_project() -> None:
    rows, _ = extract(read_text("青龙大桥顺利合龙，总投资860万元。", period="2019"))
    assert rows[0]["indicator"] == "青龙大桥总投资"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青石大桥全长", "青石大桥"),
        ("重点项目完成投资", ""),
        ("新建学校", ""),
        ("民营医院床位", ""),
        ("镇中学宿舍楼投用", "镇中学宿舍楼"),
    ],
)
def test_a_body_is_one_with_a_name_of_its_own(text: str, name: str) -> None:
    assert body_at(text) == name
