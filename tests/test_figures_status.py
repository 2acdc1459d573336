"""Whether what a report tells of is done, set, planned or foreseen, and when."""

import pytest

from township_analysis.figures import extract
from township_analysis.pipeline import read_text

#: Text, the surface asked about, its period and status in a report on 2019.
SENTENCES = [
    # tasks that are done, and works that are only prepared
    ("完成14户困难群众危房改造任务，且已全部入住。", "14户", "2019", "actual"),
    ("全年完成120户农房改造任务、30公里村道硬化任务。", "30公里", "2019", "actual"),
    ("圆满完成县下达的48户危改任务。", "48户", "2019", "plan"),
    ("确保完成24户危房改造任务。", "24户", "2019", "plan"),
    ("危房改造任务42户，完成40户。", "42户", "2019", "plan"),
    ("通村公路硬化12公里，正在进行招投标。", "12公里", "2020", "plan"),
    ("规划面积3平方公里，已完成设计。", "3平方公里", "2019", "actual"),
    ("修建桥梁3座，计划于2020年3月开工。", "3座", "2020-03", "plan"),
    ("下路硬化4公里，预计明年实施。", "4公里", "2020", "plan"),
    ("今年计划进行的开发有四项：一是种植核桃2000亩；二是养牛300头；三是各建立2个示范园。", "2个", "2019", "plan"),
    ("按计划实施的项目进展顺利：修路3公里。", "3公里", "2019", "actual"),
    # what is to come in is foreseen, what a thing can hold stands
    ("林湾村集体经济收入可突破50万元。", "50万元", "2019", "forecast"),
    ("猪场建成，可新增出栏肉猪6万头。", "6万头", "2019", "forecast"),
    ("幼儿园扩建工程可增加学位180个。", "180个", "2019", "actual"),
    ("2019年预脱贫46户187人，贫困发生率下降至1.8%。", "187人", "2019", "forecast"),
]


@pytest.mark.parametrize(("text", "surface", "period", "status"), SENTENCES)
def test_sentences_of_a_report_on_one_year(text: str, surface: str, period: str, status: str) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [(row["period"], row["status"]) for row in rows if row["surface"] == surface] == [(period, status)]
