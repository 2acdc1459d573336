"""Sites that a sentence names, by where they stand in it, and how long they hold."""

import pytest

from township_analysis import read_text
from township_analysis.figures import extract
from township_analysis.figures.scope.sitenames import is_common, site_at
from township_analysis.figures.scope.sites import sites_in

#: Sentence, and the sites in it with whether each is a subject.
SITES: list[tuple[str, list[tuple[str, bool]]]] = [
    ("35千伏柳湾变电站投运，安装主变2台", [("35千伏柳湾变电站", True)]),
    ("投资38万元对青泥渠进行清淤，衬砌4.6公里", [("青泥渠", False)]),
    ("装机最大的是飞云电站，有机组2台", [("飞云电站", True)]),
    ("投资86万元建成临溪广场，占地3600平方米", [("临溪广场", False)]),
    ("龙头企业海腾阀门拥有专利63项", [("海腾阀门", True)]),
    ("“山之味”网店销售核桃60吨", [("“山之味”网店", True)]),
    ("石坳桥和白塔桥相继竣工", [("石坳桥、白塔桥", True)]),
    ("稻渔共作始于芦塘村，该村有稻田3800亩", [("芦塘村", True)]),
    ("上湾点：硬化村道1.1公里", [("上湾点", True)]),
    ("新建农贸市场2个，背街小巷8条", []),
    ("依托青禾合作社举办培训班6期", []),
    ("建立脱毒洋芋良种基地800亩", []),
]


@pytest.mark.parametrize(("sentence", "sites"), SITES)
def test_sites_in_a_sentence(sentence: str, sites: list[tuple[str, bool]]) -> None:
    assert [(site.name, site.subject) for site in sites_in(sentence)] == sites


#: What a clause begins with, and the name in it.
NAMES = [
    ("泥湾淤地坝高17米", "泥湾淤地坝"),
    ("镇敬老院迁入新址", "镇敬老院"),
    ("街道图书馆接入市馆", "街道图书馆"),
    ("翠屏家园一期分房926套", "翠屏家园一期"),
    ("红星砖厂日产砖坯9万块", "红星砖厂"),
    ("居民小区覆盖率", ""),
    ("低产茶园改造", ""),
    ("通村公路硬化", ""),
    ("新建农家书屋", ""),
    ("果沟牧业村下设3个社", ""),
    ("柳溪镇位于县境西部", ""),
]


@pytest.mark.parametrize(("clause", "name"), NAMES)
def test_a_name_has_a_part_that_is_no_common_word(clause: str, name: str) -> None:
    assert site_at(clause, subject=True, sole=True) == name


def test_common_words_alone_name_nothing() -> None:
    assert is_common("老旧居民") and is_common("高标准农田") and not is_common("柳湾") and not is_common("泥湾")


#: Text, and the scope of each figure in turn.
SCOPES: list[tuple[str, list[str]]] = [
    ("泥湾淤地坝高17米，可淤地85亩，动土6.4万方。全乡新修梯田1200亩。", ["泥湾淤地坝"] * 3 + [""]),
    ("投资38万元对青泥渠进行清淤砌护，完成衬砌4.6公里。", ["青泥渠"] * 2),
    ("镇造船厂实行股份制，职工入股108万元，半年盈利37万元。全镇企业41家。", ["镇造船厂"] * 2 + [""]),
    ("规模较大的是飞云机砖厂，有职工74人，年产红砖800万块。", ["飞云机砖厂"] * 2),
    ("引进云岭茶业在芦塘村流转土地1100亩，总投资3200万元。", ["云岭茶业"] * 2),
    ("在芦塘村、石坳村实施整村推进项目，新修村道9公里，新建卫生厕所75座。", ["芦塘村、石坳村"] * 2),
    ("规划建设临溪大道。大道设计全长7.5公里，路基宽24米。", ["临溪大道"] * 2),
    ("芦塘小学投入45万元建校史馆，全乡巩固率98.9%。", ["芦塘小学", ""]),
    ("中小学在校生860人，其中：芦塘小学204人、石坳小学116人。", ["", "芦塘小学", "石坳小学"]),
    ("1. 上湾点：硬化村道1.1公里，装修外立面37栋。", ["上湾点"] * 2),
    ("石坳大桥年底合龙，新建公厕3座。", [""]),
    ("芦塘村、石坳村列入示范村，每村补助5万元。", ["per-village"]),
    ("芦塘村依托青泥合作社种植黄精300亩，带动贫困户60户。", ["芦塘村"] * 2),
    ("引进青泥桃园基地、石坳养鸭基地，投资额分别为500万元和300万元。", ["青泥桃园基地", "石坳养鸭基地"]),
    ("村容村貌明显改善，硬化串户路3.8万平方米，设防汛抗旱指挥部，村里设指挥所17个。", ["", ""]),
    ("便民服务中心覆盖13个村，认真落实“一河一策”方案，清理河道10公里。", ["", ""]),
    ("位于石坳嘎查的青泥育肥场占地380亩。", ["青泥育肥场"]),
    ("乡办企业普遍推行厂长承包，共收押金16万元。", [""]),
    ("青泥合作社带动脱贫户60人，月人均工资2600元。", ["青泥合作社"] * 2),
]


@pytest.mark.parametrize(("text", "scopes"), SCOPES)
def test_a_site_holds_until_the_words_turn_from_it(text: str, scopes: list[str]) -> None:
    figures, _ = extract(read_text(f"广源镇2019年工作总结\n{text}"))
    assert [figure["scope"] for figure in figures] == scopes


def test_money_of_a_market_is_not_its_stalls() -> None:
    text = "农贸市场占地6.8亩，设摊位150个，总投资240万元，日交易额8万元。"
    figures, _ = extract(read_text(f"广源镇2019年工作总结\n{text}"))
    assert [figure["indicator"] for figure in figures][2:] == ["农贸市场总投资", "农贸市场日交易额"]


def test_what_a_factory_became_and_what_an_item_is_headed_by() -> None:
    text = "五金厂改制为临溪电器公司，职工入股312万元。\n2.石坳新城片区。该片区征地1580亩，已交地1490亩。"
    figures, _ = extract(read_text(f"广源镇2019年工作总结\n{text}"))
    assert [figure["scope"] for figure in figures] == ["临溪电器公司", "石坳新城片区", "石坳新城片区"]
