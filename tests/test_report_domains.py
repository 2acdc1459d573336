"""Domains: the table, and what it says of sentences."""

import time

import pytest

from township_analysis.report.domains import domain_of, domains, section_domain

AIMS = {"产业兴旺", "生态宜居", "乡风文明", "治理有效", "生活富裕", ""}


def test_the_table() -> None:
    table = domains()
    assert len(table) == 14 and "other" in table
    assert {row["aim"] for row in table.values()} == AIMS
    assert all(row["zh"] and row["en"] for row in table.values())


def test_no_cue_speaks_for_two_domains() -> None:
    cues = [cue for row in domains().values() for cue in row["cues"].split()]
    assert sorted(cues) == sorted(set(cues))
    assert all(len(cue) >= 2 for cue in cues)


@pytest.mark.parametrize(
    "text, domain",
    [
        ("强化党建引领，新发展党员12名", "party"),
        ("完成固定资产投资1.2亿元，财政收入增长1.4%", "economy"),
        ("完成粮食播种面积1.2万亩，生猪存栏5075头", "agriculture"),
        ("新增规模以上工业企业3家，技改投资200万元", "industry"),
        ("全镇1429户5168人稳定脱贫，17个贫困村出列", "revitalisation"),
        ("硬化通组公路17.76公里，改造危桥2座", "infrastructure"),
        ("义务教育巩固率100%，新建幼儿园1所", "education"),
        ("家庭医生签约1527人，村级卫生室全覆盖", "health"),
        ("发放低保金30.8万元、临时救助28.6万元", "welfare"),
        ("拆除旱厕2个，清运垃圾25吨，落实河长制", "environment"),
        ("接待游客3万人次，举办歌会7场，传承非遗文化", "culture"),
        ("受理矛盾纠纷62起，成功调解53起", "governance"),
        ("加强政府自身建设，推进政务公开和依法行政", "government"),
        ("卫生整治成效明显", "environment"),
        ("抓落实，见成效", None),
        ("", None),
    ],
)
def test_domain_of(text: str, domain: str | None) -> None:
    assert domain_of(text) == domain


def test_the_heading_counts_first() -> None:
    plain = "民生保障更加完善发放农机补贴83份"
    assert section_domain("抓党建", plain, 0, len(plain)) == "party"
    assert section_domain("抓落实", plain, 0, len(plain)) == section_domain(None, plain, 0, len(plain)) == "welfare"


def test_a_million_characters_take_a_moment() -> None:
    began = time.perf_counter()
    domain_of("全镇共发放各类补贴，" * 100_000)
    assert time.perf_counter() - began < 20
