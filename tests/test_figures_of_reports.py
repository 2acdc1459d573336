"""Names of figures as half-year and work reports tell of them: poverty, teams, epidemics, mediation, services."""

import pytest

from township_analysis.pipeline import extract, read_text

#: Text, and the names of its figures in order.
NAMES: list[tuple[str, list[str]]] = [
    (
        "零售总额2亿元。实现税收500万元，超任务60万元，居全县12个乡镇首位。",
        ["零售总额", "税收", "税收超任务", "乡镇", "税收全县排名"],
    ),
    ("境内有县道14.4千米。", ["县道长度"]),
    ("人均可支配收入2.1万元（上年1.9万元），增长8%。", ["人均可支配收入", "人均可支配收入", "人均可支配收入增长"]),
    ("通过政府购买服务方式为困难老年人50户安装扶手。", ["困难老年人户数"]),
    ("完成税收700万元，完成预期目标（500万元）140%。", ["税收", "税收", "税收完成预期目标比例"]),
    ("向减免部门推送困难群体数据80条，村居（社区）33个。", ["推送困难群体数据", "村居(社区)"]),
    ("未脱贫78户；有4个建档立卡贫困村。", ["未脱贫户数", "建档立卡贫困村"]),
    (
        "新增2家限上企业；完成招商引资3000万元，其中省外资金1200万元，完成率40%。",
        ["新增限上企业", "招商引资", "省外资金", "省外资金完成率"],
    ),
    ("累计投入资金90万元，共安装摄像头80个。", ["投入资金", "安装摄像头"]),
    ("工业投资2亿元，完成情况列全区第一。", ["工业投资", "工业投资完成情况全区排名"]),
    (
        "对需还贷的“户贷户用”6户30万元和“户贷企用”44户148万元。",
        ["需还贷的“户贷户用”户数", "需还贷的“户贷户用”金额", "“户贷企用”户数", "“户贷企用”金额"],
    ),
    ("实有人口822户2259人。", ["实有人口户数", "实有人口"]),
    ("摸排出21名学生，补助资金3.2万元。", ["摸排出学生", "学生补助资金"]),
    ("甘薯按照每亩100元的标准为43户补助6万元。", ["甘薯每亩标准", "补助户数", "补助金额"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_figures_of_work_reports_have_names(text: str, names: list[str]) -> None:
    rows, _ = extract(read_text(text, period="2019"))
    assert [row["indicator"] for row in rows] == names
