"""Names of figures in sentences as real reports have them: parts, places, what a rise sets out from."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures in order.
NAMES: list[tuple[str, list[str]]] = [
    ("团结带领全乡三万多人民群众，齐心抗旱。", ["人民群众"]),
    ("全鄉(xiāng)企業(yè)利潤560萬元，茶 園 面 積300畝。", ["企业利润", "茶园面积"]),
    ("茶叶收入860万元，人均增收420元。", ["茶叶收入", "人均增收"]),
    ("渔业产值要在去年860万元的基础上增长6%，达到910万元。", ["渔业产值", "渔业产值增长", "渔业产值"]),
    ("三次产业比调整为16:48:36。", [f"三次产业比第{n}产业比重" for n in "一二三"]),
    ("外来人口820人（其中青石镇500人、柳湾农场320人）。", ["外来人口", "青石镇外来人口", "柳湾农场外来人口"]),
    ("计划内出生86人（男孩45人、女孩41人）。", ["计划内出生人数", "计划内出生男孩", "计划内出生女孩"]),
    ("我镇地处县境东部，毗邻云溪，面积86平方公里。", ["面积"]),
    ("“四季鹅”饲养量6万只，上市量4万只。", ["四季鹅饲养量", "四季鹅上市量"]),
    ("脱贫人口120户、460人。", ["脱贫户", "脱贫人口"]),
    ("8个行政村中有3个重点村(青石村、柳湾村和都山村)。", ["行政村", "重点村"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_names_say_what_is_measured_and_no_more(text: str, names: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [row["indicator"] for row in rows] == names
