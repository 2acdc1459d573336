"""Names as reports of many trades tell them: a case a construction."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and for each figure that is asked about: surface, indicator.
NAMED: list[tuple[str, dict[str, str]]] = [
    ("实施饮水项目3个，争取到位资金76万元。", {"76万元": "争取到位资金"}),
    ("引进大华、新源等养殖企业6家。", {"6家": "引进养殖企业"}),
    ("人均产值6.2万元，比上年增加0.3万元，比全市平均高0.8万元。", {"0.8万元": "人均产值比全市平均高"}),
    ("蔬菜面积扩大到耕地面积的32%。", {"32%": "蔬菜面积占耕地面积比重"}),
    ("健康码申领率为常住人口的98%。", {"98%": "健康码申领率"}),
    ("接待客流总量12万人次，营业收入860万元。", {"12万人次": "接待客流总量", "860万元": "营业收入"}),
    ("完成税收620万元，占全年任务的51%。", {"51%": "税收占任务比例"}),
    ("工业总产值(含园区企业)6.2亿元。", {"6.2亿元": "工业总产值"}),
    ("新增1个潜在增长点。", {"1个": "新增潜在增长点"}),
    ("我镇离市区12公里，面积86平方公里。", {"12公里": "离市区距离", "86平方公里": "面积"}),
    (
        "选举产生村委会委员58人，其中主任12人；男性40人、女性18人；回族8人；大专12人。",
        {"12人": "村委会大专学历委员", "40人": "村委会男性委员", "18人": "村委会女性委员", "8人": "村委会回族委员"},
    ),
    ("在校学生1200人，其中女560人；15周岁人口339人。", {"560人": "在校女学生", "339人": "15周岁人口"}),
    ("5家企业纳税超千万元，其中3家企业增幅在20%以上。", {"5家": "纳税超千万元的企业", "3家": "增幅在20%以上的企业"}),
    ("全镇21个行政村村集体经济总收入达3826万元。", {"21个": "行政村", "3826万元": "村集体经济总收入"}),
    ("直播点击量260万次，带动销售特色果品800吨。", {"800吨": "带动销售特色果品"}),
    ("全乡有9个行政村，42个自然庄，1860户。", {"1860户": "总户数"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text[:20] for text, _ in NAMED])
def test_figures_have_the_name_that_an_analyst_gives(text: str, expected: dict[str, str]) -> None:
    """Each figure asked about has the name that heads its column."""
    rows, _ = extract(read_text(text, title="某镇2020年工作总结"))
    names = {row["surface"]: row["indicator"] for row in rows}
    assert {surface: names.get(surface) for surface in expected} == expected
