"""Names that take their head from a clause without a number: the work, event or house that it turned to."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and for each figure that is asked about: surface, indicator.
NAMED: list[tuple[str, dict[str, str]]] = [
    ("加装电梯60台，启动柳河小区成套改造，惠及居民286户。", {"286户": "柳河小区成套改造惠及居民户数"}),
    ("柳河小区改造项目于3月启动签约，涉及居民412户。", {"412户": "柳河小区改造项目涉及居民户数"}),
    ("新建文化广场3个，扎实推进厕所革命，改造860户。", {"860户": "厕所革命改造户数"}),
    ("发展油茶3000亩，举办油茶文化节，场面热烈，客流2万人次。", {"2万人次": "油茶文化节客流人次"}),
    ("接待来访86批，认真办理12345热线，满意率98%。", {"98%": "12345热线满意率"}),
    ("发放补贴120万元，全面落实尊老金，惠及1742人。", {"1742人": "尊老金惠及人数"}),
    ("建成农家书屋，藏书3200册。", {"3200册": "农家书屋藏书"}),
    ("青河大桥竣工通车，大桥全长320米。", {"320米": "青河大桥全长"}),
    ("总投资1.1亿元的青山实验学校建成启用，新增学位1080个。", {"1080个": "青山实验学校新增学位"}),
    ("组织开展全民健身运动会，参赛人数800余人。", {"800余人": "全民健身运动会参赛人数"}),
    ("开展技能培训，培训320人次。", {"320人次": "技能培训人次"}),
    ("完成危房改造任务，改造86户。", {"86户": "危房改造户数"}),
    ("工业总产值8亿元，居民储蓄大幅度增加，余额达到3.2亿元。", {"3.2亿元": "居民储蓄余额"}),
    ("粮食总产1.2万吨，烤烟生产喜获丰收，比上年增长12%。", {"12%": "烤烟增长"}),
    # what says enough, and clauses that only say how
    ("成功举办杨梅采摘节，接待游客5万人次。", {"5万人次": "接待游客人次"}),
    ("推进殡葬改革，火化率100%。", {"100%": "火化率"}),
    ("养蚕户1200户，采取“公司+农户”模式，产值6900万元。", {"6900万元": "养蚕户产值"}),
    ("受理矛盾纠纷90件，全面落实包案责任，化解85件。", {"85件": "化解矛盾纠纷"}),
    ("广大群众积极参与，筹集资金32万元。", {"32万元": "筹集资金"}),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_head_from_a_clause_without_a_number(text: str, names: dict[str, str]) -> None:
    """Each figure asked about has the head that a clause before told, and no other."""
    rows, _ = extract(read_text(text, title="某镇2020年工作总结"))
    found = {row["surface"]: row["indicator"].replace("同比", "") for row in rows}
    assert {surface: found.get(surface) for surface in names} == names
