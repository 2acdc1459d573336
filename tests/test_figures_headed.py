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
    ("全乡有9个行政村，42个自然庄，1860户。", {"1860户": "总户数"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text[:20] for text, _ in NAMED])
def test_figures_have_the_name_that_an_analyst_gives(text: str, expected: dict[str, str]) -> None:
    """Each figure asked about has the name that heads its column."""
    rows, _ = extract(read_text(text, title="某镇2020年工作总结"))
    names = {row["surface"]: row["indicator"] for row in rows}
    assert {surface: names.get(surface) for surface in expected} == expected
