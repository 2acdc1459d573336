"""Headings, nesting and roles in small texts in the genre's register."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from township_analysis.lang.script import aligned
from township_analysis.reading.document import Span
from township_analysis.report.cues import opening_of, role_of_heading
from township_analysis.report.headings import find_blocks
from township_analysis.report.model import Section
from township_analysis.report.sections import find_sections

DONE = "全年完成造林20亩，累计发放补贴3万元，群众满意度明显提高，各项任务圆满完成。"
TO_DO = "要继续加强基础设施建设，力争造林30亩，切实抓好春耕备耕，确保全面完成任务。"
LACKING = "经济总量小，产业层次低，财力薄弱，干部作风有待改进。"


def sections(text: str, year: int | None = 2019) -> list[Section]:
    return list(find_sections(aligned(text), "r", year=year))


def role_at(text: str, words: str, year: int | None = 2019) -> str:
    """The role of the innermost section in which the words stand."""
    place = text.index(words)
    return next(s.role for s in reversed(sections(text, year)) if s.start <= place < s.end)


@pytest.mark.parametrize(
    "line, number, heading",
    [
        ("一、工作回顾", "一、", "工作回顾"),
        ("（一）基础设施完善。我镇修路3公里。", "(一)", "基础设施完善"),
        ("(一)抓落实，脱贫攻坚成效显著", "(一)", "抓落实，脱贫攻坚成效显著"),
        ("1.狠抓招商引资。引进企业3家。", "1.", "狠抓招商引资"),
        ("2、狠抓项目建设。开工项目3个。", "2、", "狠抓项目建设"),
        ("（1）农业生产。播种面积200亩。", "(1)", "农业生产"),
        ("一是农业产能不断增强。扩建养殖场2个。", "一是", "农业产能不断增强"),
        ("第一，突出产业发展。种植辣椒902亩。", "第一，", "突出产业发展"),
        ("——发展特色产业。种植烟叶2200亩。", "——", "发展特色产业"),
        ("●人居环境整治", "●", "人居环境整治"),
        ("◆人居环境整治", "◆", "人居环境整治"),
        ("第三章 重点任务", "第三章", "重点任务"),
        ("第二部分：2020年工作打算", "第二部分：", "2020年工作打算"),
        ("(五)统筹社会事业，构建“平安洪山”一是严格落实责任。", "(五)", "统筹社会事业，构建“平安洪山”"),
        ("一是产业基础薄弱，发展后劲不足；", "一是", None),
        ("1.77万亩耕地已经播种。", None, None),
        ("2019年全镇完成造林20亩。", None, None),
        ("一、二、三产业增加值分别增长5%、6%、7%。", None, None),
        ("——2024年3月5日在第十四届人民代表大会上", None, None),
        ("一、发展回顾\t12", None, None),
    ],
)
def test_a_line(line: str, number: str | None, heading: str | None) -> None:
    found = find_blocks(aligned(line + "\n" + DONE * 3))[0].heading
    assert (found.number if found else None, found.text if found else None) == (number, heading)


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"一、回顾\n(一)农业\n{DONE}\n(二)工业\n{DONE}\n二、打算\n(一)农业\n{TO_DO}", [1, 2, 2, 1, 2]),
        (f"一、回顾\n(一)农业\n1.粮食。{DONE}\n2.油料。{DONE}\n(二)工业\n{DONE}", [1, 2, 3, 3, 2]),
        (f"第一章 回顾\n第一节 农业\n一、粮食\n{DONE}\n第二章 打算\n{TO_DO}", [1, 2, 3, 1]),
        (f"(一)农业\n{DONE}\n(一)工业\n{DONE}\n(四)教育\n{DONE}", [1, 1, 1]),
        (f"(二)农业\n{DONE}\n二、工业\n{DONE}\n(一)食品\n{DONE}", [1, 1, 2]),
        (f"一、回顾\n一是农业。{DONE}\n二是工业。{DONE}\n二、打算\n{TO_DO}", [1, 2, 2, 1]),
    ],
)
def test_levels(text: str, expected: list[int]) -> None:
    assert [section.level for section in sections(text) if section.heading] == expected


def test_parents_contain_their_sections() -> None:
    found = {s.section_id: s for s in sections(f"一、回顾\n(一)农业\n{DONE}\n(二)工业\n{DONE}\n二、打算\n{TO_DO}")}
    inner = [s for s in found.values() if s.parent]
    assert [found[s.parent].heading for s in inner if s.parent] == ["回顾", "回顾"]
    assert all(found[s.parent].start <= s.start < s.end <= found[s.parent].end for s in inner if s.parent)


@pytest.mark.parametrize(
    "heading, role",
    [
        ("2019年政府工作回顾", "review"),
        ("主要工作完成情况", "review"),
        ("工作开展情况", "review"),
        ("主要目标任务完成情况", "review"),
        ("存在的问题", "problems"),
        ("存在的主要困难和问题", "problems"),
        ("问题与不足", "problems"),
        ("面临的挑战", "problems"),
        ("当前工作中的薄弱环节", None),
        ("下一步工作打算", "plan"),
        ("下半年工作安排", "plan"),
        ("2020年政府工作打算", "plan"),
        ("2020年工作", "plan"),
        ("关于2020年工作", "plan"),
        ("2019年工作", "review"),
        ("总体要求", "plan"),
        ("主要预期目标", "plan"),
        ("明年工作思路", "plan"),
        ("基本情况", "other"),
        ("基本情况介绍", "other"),
        ("全镇概况", "other"),
        ("结束语", "other"),
        ("工作措施及成效", "review"),
        ("主要成效和做法", "review"),
        ("抓落实，脱贫攻坚成效显著", None),
        ("聚焦问题导向，确保工作落实", None),
        ("2019年工作总结及2020年工作计划", None),
    ],
)
def test_headings_tell_roles(heading: str, role: str | None) -> None:
    assert role_of_heading(heading, 2019) == role


@pytest.mark.parametrize(
    "sentence, role",
    [
        ("在看到成绩的同时，我们也清醒地认识到，工作中还存在不少困难和问题。", "problems"),
        ("同时，我镇经济社会发展还面临一些困难和挑战，主要是：财力薄弱。", "problems"),
        ("当然，我镇的发展仍然存在一些不足。", "problems"),
        ("存在的主要问题是：财力薄弱。", "problems"),
        ("针对群众反映仍存在的饮水问题，投入资金12万元。", None),
        ("政府工作的总体要求是：坚持稳中求进。", "plan"),
        ("今年的主要预期目标是：农民人均可支配收入增长8%。", "plan"),
        ("下一步，我们将继续加大投入。", "plan"),
        ("一年来，全镇各项事业取得了长足进步。", "review"),
        ("全镇共发放补贴3万元。", None),
    ],
)
def test_openings(sentence: str, role: str | None) -> None:
    opening = opening_of(sentence)
    assert (opening.role if opening else None) == role


@pytest.mark.parametrize(
    "text, words, role",
    [
        # problems inside a review, with and without a paragraph of their own
        (
            f"一、2019年工作回顾\n(一)农业\n{DONE}\n在看到成绩的同时，我们也清醒地看到，工作中还存在不少问题：{LACKING}\n二、2020年工作打算\n{TO_DO}",
            LACKING,
            "problems",
        ),
        (
            f"一、2019年工作回顾\n{DONE}在取得成绩的同时，我们更应看到存在的差距和不足：{LACKING}\n二、2020年工作打算\n{TO_DO}",
            LACKING,
            "problems",
        ),
        (
            f"一、2019年工作回顾\n{DONE}\n但我们也清醒地看到存在的不足：\n一是财力薄弱。\n二是作风不实。\n二、2020年工作\n{TO_DO}",
            "作风不实",
            "problems",
        ),
        (
            f"一、2019年工作回顾\n{DONE}\n我们也看到还存在一些不足。{LACKING}\n对此，我们将认真加以解决。\n二、2020年工作\n{TO_DO}",
            "对此",
            "problems",
        ),
        # after them the review goes on
        (
            f"一、2019年工作回顾\n(一)农业\n{DONE}\n我镇农业还存在一些短板。\n(二)工业\n引进企业3家。\n",
            "引进企业",
            "review",
        ),
        # a heading glued to the paragraph before it
        (f"2019年政府工作回顾\n{DONE}\n关键词2将尽力加以解决。2020年政府工作打算\n{TO_DO}", "力争造林", "plan"),
        # 下一步 at the end of one passage does not make the next one a plan
        (
            f"一、2019年工作回顾\n(一)农业。{DONE}下一步，我镇将新建大棚5个。\n(二)工业。引进企业3家。",
            "引进企业",
            "review",
        ),
        (
            f"一、2019年工作回顾\n(一)农业。{DONE}下一步，我镇将新建大棚5个。\n(二)工业。引进企业3家。",
            "新建大棚",
            "plan",
        ),
        # what a review calls a task was done
        (
            f"一、2019年工作回顾\n(一)聚力落实重大任务\n{DONE}\n(二)全面完成主要目标任务\n引进企业3家。",
            "引进企业",
            "review",
        ),
        # what a plan calls an achievement is to be done
        (f"三、2020年工作计划\n(一)持续用力，巩固扶贫成效\n{TO_DO}", "力争造林", "plan"),
        # no cue in any heading, and no heading at all: the words tell
        (f"一、农业\n{DONE}\n二、教育\n{DONE}\n三、明年\n{TO_DO}", "全年完成", "review"),
        (f"{DONE}\n{DONE}\n{TO_DO}\n{TO_DO}", "全年完成", "review"),
        (f"{DONE}\n{DONE}\n{TO_DO}\n{TO_DO}", "力争造林", "plan"),
        (f"{DONE}\n{DONE}\n2020年是收官之年。{TO_DO}\n继续修路。", "继续修路", "plan"),
        # aims and an announcement without a heading plan what the headings behind them list
        (
            f"{DONE}\n2020年全镇的主要预期目标是：收入增长8%。\n一、农业\n新建大棚9个。\n二、工业\n引进企业2家。",
            "引进企业",
            "plan",
        ),
        (
            f"{DONE}\n今年，我们要着力抓好以下工作：\n一、农业\n新建大棚9个。\n二、工业\n引进企业2家。",
            "引进企业",
            "plan",
        ),
        (f"{DONE}\n为实现上述目标，重点抓好以下工作。\n一、农业\n新建大棚9个。", "新建大棚", "plan"),
        (f"一、去年工作回顾\n{DONE}\n二、今年的工作\n新建大棚9个。", "新建大棚", "plan"),
        # a review inside a plan
        (f"一、2020年工作安排\n{TO_DO}\n过去一年，全镇取得了显著成绩，新增就业12人。\n{TO_DO}", "新增就业", "review"),
        # title, greeting and closing
        (
            f"竹林镇政府工作报告\n各位代表：\n现在，我代表镇人民政府向大会报告工作，请予审议。\n一、2019年工作回顾\n{DONE}",
            "请予审议",
            "other",
        ),
        (
            f"一、2019年工作回顾\n{DONE}\n二、2020年工作打算\n{TO_DO}\n各位代表，让我们携手前进，为建设美丽竹林而努力奋斗！",
            "携手前进",
            "other",
        ),
        (
            f"一、2019年工作回顾\n{DONE}\n二、2020年工作打算\n{TO_DO}\n各位代表！\n使命在肩。让我们携手前进！",
            "使命在肩",
            "other",
        ),
        # a profile among the sections
        (f"一、基本情况\n全镇辖17个村，3175户。\n二、工作情况\n{DONE}", "3175户", "other"),
    ],
)
def test_roles(text: str, words: str, role: str) -> None:
    assert role_at(text, words) == role


def test_lines_lost() -> None:
    text = f"竹林镇工作总结。一、2019年工作总结(一)农业发展。{DONE}二、存在的问题。{LACKING}三、2020年工作计划。{TO_DO}"
    found = [(s.number, s.heading, s.role) for s in sections(text) if s.heading]
    assert found == [
        ("一、", "2019年工作总结", "review"),
        ("(一)", "农业发展", "review"),
        ("二、", "存在的问题", "problems"),
        ("三、", "2020年工作计划", "plan"),
    ]


def test_text_before_the_first_heading_has_a_section_without_heading() -> None:
    first, *_ = sections(f"过去一年，{DONE * 2}\n一、农业生产情况\n{DONE}")
    assert (first.heading, first.number, first.role, first.start) == (None, None, "review", 0)


def test_domain_from_heading_before_text() -> None:
    found = sections(f"一、强化党建引领\n{DONE}\n二、其他\n发放低保金30.8万元，医疗保险参保率95%。")
    assert [section.domain for section in found] == ["party", "welfare"]


def test_furniture_is_other() -> None:
    text = f"首页 > 政务公开\n一、工作回顾\n{DONE}\n扫一扫在手机打开"
    furniture = (Span(0, 9, "breadcrumb"), Span(len(text) - 8, len(text), "share"))
    found = find_sections(text, "r", blocks=find_blocks(text, furniture))
    assert [section.role for section in found] == ["other", "review", "other"]


LINES = st.lists(
    st.sampled_from(["一、回顾", "(一)农业", "1.粮食。播种。", "一是修路。", "——桥", "二、打算", "(三)工业。", DONE, TO_DO,
                     "我们也看到存在的问题：", "下一步，我们将修路。", "各位代表！", "让我们奋斗！", "", "第一章 总则", "2020年是关键之年，要努力。"]),
    max_size=14,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_sections_nest_and_cover_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = {section.section_id: section for section in sections(text)}
    covered = [False] * len(text)
    for section in found.values():
        assert section.role in ("review", "problems", "plan", "other")
        assert 0 <= section.start < section.end <= len(text)
        covered[section.start : section.end] = [True] * (section.end - section.start)
        if section.parent:
            around = found[section.parent]
            assert around.start <= section.start and section.end <= around.end and section.level == around.level + 1
    assert all(covered[place] for place, character in enumerate(text) if not character.isspace())


@pytest.mark.slow  # shaky beside other work
@pytest.mark.parametrize("unit", ["中", "一、", "(一)中", "我们看到", "“", "中\n", "。看到", "一、中文标题\n"])
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        began = time.perf_counter()
        find_sections(text, "r")
        return time.perf_counter() - began

    seconds(100)
    assert seconds(40_000) < 30 * max(seconds(5_000), 0.005)  # eight times the length; a square would be 64 times


@pytest.mark.parametrize("heading", ["主要工作", "重点工作", "党建工作"])
def test_a_plans_sections_are_plans_whatever_a_report_would_call_so(heading: str) -> None:
    plain = aligned(f"一、总体要求\n{TO_DO}\n二、{heading}\n{TO_DO}")
    found = find_sections(plain, "r", title="竹林镇2020年工作计划")
    assert [section.role for section in found if section.heading] == ["plan", "plan"]
