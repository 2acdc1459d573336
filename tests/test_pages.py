"""What a reader sees: marks, words, charts, the page around them."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import nbformat
import pytest
from town import REPORT, built

import township_analysis as ta
from township_analysis import pipeline
from township_analysis.errors import DataError
from township_analysis.lang.labels import label
from township_analysis.lang.tables import load_table
from township_analysis.pages import html, profile, words
from township_analysis.pages.index import Card, index_body
from township_analysis.pages.render import Frame, in_language, notebook_page, overview_page
from township_analysis.pages.source import marked_report, marked_text
from township_analysis.text.keywords import keywords, keywords_by_role

PARTS = ("identity", "headline", "domains", "growth", "shares", "targets", "problems", "keywords", "source")
FIGURE = {"value": 17700.0, "value_max": None, "unit": "亩", "surface": "1.77万亩", "approx": "exact", "kind": "level"}
FRAME = Frame("标题", "画像", "首页", ("数据版本 1",))


class Page(HTMLParser):
    """The tags of a page, its text, and whether they close as they open."""

    VOID = frozenset({"meta", "link", "img", "br", "source"})

    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(page)
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag in self.VOID or self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "script"):
            self.text += data


@pytest.fixture(scope="module")
def report():
    return ta.read_text(REPORT)


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    return built(tmp_path_factory.mktemp("project"))


def test_the_marked_text_is_the_text(report):
    page = Page(marked_text(report, *pipeline.extract(report)))
    shown = "".join(page.text.split())
    assert "".join(REPORT.split()) in shown


def test_every_figure_is_marked_once(report):
    figures, skipped = pipeline.extract(report)
    page = Page(marked_report(report))
    spans = [attributes for tag, attributes in page.tags if tag == "span" and "title" in attributes]
    assert {span["id"] for span in spans if "id" in span} == {f"f{row['start']}" for row in figures}
    assert len(spans) == len(figures) + len(skipped)


@pytest.mark.parametrize("said", ["指标: ", "数值: ", "类别: ", "状态: ", "时期: ", "范围: "])
def test_a_figure_tells_what_it_is(report, said):
    titles = re.findall(r'class="ta-figure[^"]*" title="([^"]*)"', marked_report(report))
    assert titles and all(said in title for title in titles)


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "&lt;b&gt;", "\u202e"],
)
def test_a_report_cannot_write_html(evil):
    page = Page(marked_report(ta.read_text(f"石桥镇{evil}2021年工作总结\n全镇种植{evil}茶叶300亩。\n")))
    assert not [tag for tag, _ in page.tags if tag in ("script", "img", "svg", "b")]
    assert evil.replace("\u202e", "⟨U+202E⟩") in page.text


def test_overlapping_marks_lose_no_text(report):
    figures, _ = pipeline.extract(report)
    twice = [*figures, {**figures[0], "start": figures[0]["start"] - 2}]
    assert "".join(REPORT.split()) in "".join(Page(marked_text(report, twice, [])).text.split())


def test_sections_have_the_colour_of_their_role(report):
    page = marked_report(report)
    for role in ("review", "problems", "plan"):
        assert re.search(rf'<p class="ta-role-{role}', page)


def test_furniture_is_dimmed():
    page = marked_report(ta.read_text(f"示例文本（非原文，请勿引用）\n{REPORT}"))
    assert re.search(r'<p class="[^"]*ta-furniture">[^/]*示例文本', page)


@pytest.mark.parametrize(
    ("figure", "language", "said"),
    [
        (FIGURE, "zh", "1.77万亩"),
        (FIGURE, "en", "17,700 mu"),
        ({**FIGURE, "approx": "more"}, "zh", "> 1.77万亩"),
        ({**FIGURE, "value": None}, "zh", "（未填）"),
        ({**FIGURE, "value": 3.0, "unit": "", "kind": "rank", "surface": "第3位"}, "zh", "第3位"),
        ({**FIGURE, "value": 2.0, "value_max": 3.0, "unit": "个", "surface": "2-3个"}, "zh", "2–3个"),
        ({**FIGURE, "value": 4.1, "unit": "%", "surface": "4.1%"}, "en", "4.1%"),
        ({**FIGURE, "value": 7.5e8, "unit": "元", "surface": "7.5億元"}, "zh", "7.5亿元"),
    ],
)
def test_values_in_words(figure, language, said):
    assert words.amount(figure, language) == said


@pytest.mark.parametrize("row", load_table("labels"), ids=lambda row: row["key"])
def test_labels_say_the_same_in_both_languages(row):
    assert row["zh"] and row["en"]
    assert set(re.findall(r"{(\w+)", row["zh"])) == set(re.findall(r"{(\w+)", row["en"]))


@pytest.mark.parametrize(("key", "language"), [("role.plans", "zh"), ("role.plan", "de")])
def test_an_unknown_label_or_language_is_an_error(key, language):
    with pytest.raises(DataError, match=r"role\.plans|de"):
        label(key, language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_profile_is_whole_html(processed, part, language):
    for report_id in ("shiqiao-2021", "qingshan-2020"):
        Page(getattr(profile, part)(profile.view(processed, report_id, language))._repr_html_())


def test_the_profile_in_english_has_no_chinese_of_its_own(processed):
    view = profile.view(processed, "shiqiao-2021", "en")
    for part in PARTS[1:-1]:
        headings = re.findall(r"<(?:h2|th|summary)[^>]*>(.*?)</", getattr(profile, part)(view).html)
        assert not re.search("[一-鿿]", "".join(headings)), part


def test_parts_without_content_are_empty(processed):
    view = profile.view(processed, "qingshan-2020")
    assert profile.problems(view).html == profile.growth(view).html == profile.targets(view).html == ""


def test_the_headline_holds_results_for_the_whole_township(processed):
    shown = profile.headline(profile.view(processed, "shiqiao-2021")).html.partition("<details>")[0]
    assert ">1.2亿</td><td>元<" in shown and "9,500" not in shown and "东岭村" not in shown


def test_problems_are_the_reports_own_sentences(processed):
    shown = profile.problems(profile.view(processed, "shiqiao-2021")).html
    assert "产业规模不大" in shown and "存在的问题" not in shown


@pytest.mark.parametrize("answer", ["对此，我们将认真研究，逐项整改。", "针对这些问题，要采取有力措施。"])
def test_what_will_be_done_about_the_problems_is_none_of_them(answer):
    text = f"石桥镇2020年工作总结\n一、存在的问题\n产业规模不大，农民增收渠道不多。{answer}\n"
    assert profile.problem_sentences(ta.read_text(text)) == ["产业规模不大，农民增收渠道不多。"]


def test_few_shares_are_a_sentence(processed):
    shown = profile.shares(profile.view(processed, "shiqiao-2021")).html
    assert "98.5%" in shown and "<img" not in shown


def test_growth_has_the_sign_that_its_words_give_it(processed):
    view = profile.view(processed, "shiqiao-2021")
    rates = view.figures[view.figures["kind"].eq("growth")]
    signs = dict(zip(rates["surface"], profile._signed(rates), strict=True))
    assert signs == {"6.5%": 6.5, "1.5%": -1.5, "9.1%": 9.1}
    shown = profile.growth(view).html
    assert "6.5%" in shown and "<img" not in shown


def test_keywords_of_each_part(report):
    parts = keywords_by_role(report)
    assert set(parts) <= {"review", "problems", "plan"}
    assert keywords("油茶改造。油茶基地。油茶加工。工作，工作，工作。") == [("油茶", 3)]


def _page(cells):
    return notebook_page(nbformat.v4.new_notebook(cells=cells), FRAME)


def test_a_page_shows_results_and_its_code_behind_a_switch():
    code = nbformat.v4.new_code_cell(
        "secret = '<1>'",
        outputs=[
            nbformat.v4.new_output("execute_result", data={"text/html": "<b>表</b>", "text/plain": "plain"}),
            nbformat.v4.new_output("stream", name="stdout", text="<i>out</i>"),
            nbformat.v4.new_output("display_data", data={"text/plain": "only <plain>"}),
        ],
    )
    notes = nbformat.v4.new_markdown_cell("给分析人员", metadata={"tags": ["analyst"]})
    page = _page([notes, nbformat.v4.new_markdown_cell("## 小结"), code])
    shown = Page(page)
    for said in ("表", "<i>out</i>", "only <plain>", "小结", "数据版本 1", "secret = '<1>'"):
        assert said in shown.text
    for hidden in ("给分析人员", "plain\n"):
        assert hidden not in shown.text
    assert '<pre class="ta-code"' in page and ".ta-code{display:none" in page


def test_the_head_names_the_parameters_and_the_foot_how_to_cite():
    notebook = nbformat.v4.new_notebook()
    given = {"report_id": "zhulin-2019", "language": "zh", "codes": "", "processed": "/somewhere/processed"}
    notebook.metadata["papermill"] = {"parameters": given}
    shown = Page(notebook_page(notebook, FRAME)).text
    assert "报告 zhulin-2019" in shown and "语言 中文" in shown and "somewhere" not in shown and "指标" not in shown
    assert re.search(r"引用：标题。首页，数据版本 1.*township_analysis \d", shown)


def test_the_contents_list_leads_to_every_heading():
    cells = [nbformat.v4.new_markdown_cell("## 一\n\n## 二\n")]
    page = _page(cells)
    listed = re.findall(r'<li><a href="#([^"]+)">(.*?)</a></li>', page)
    assert [name for _, name in listed] == ["一", "二"] and all(f'id="{anchor}"' in page for anchor, _ in listed)
    assert '<nav class="contents"' not in _page([nbformat.v4.new_markdown_cell("## 一")])


@pytest.mark.parametrize("page", [_page([]), overview_page("<p>卡片</p>", FRAME)], ids=["notebook", "overview"])
def test_a_page_asks_no_host_and_runs_only_its_own_script(page):
    parsed = Page(page)
    assert [tag for tag, _ in parsed.tags if tag in ("script", "iframe", "object")] == ["script"]
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page) and "@import" not in page and "url(" not in page
    script = re.search(r"<script>(.*?)</script>", page, re.S)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'" in page
    assert 'lang="zh-Hans"' in page


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ("报告总览 · Corpus overview", "zh", "报告总览"),
        ("报告总览 · Corpus overview", "en", "Corpus overview"),
        ("竹林镇 2019", "en", "竹林镇 2019"),
    ],
)
def test_a_title_in_both_languages_is_shown_in_one(title, language, said):
    assert in_language(title, language) == said
    assert f"<title>{said}</title>" in overview_page("", Frame(title, "", "", (), language))


def test_frames_are_escaped():
    page = Page(overview_page("", Frame("<b>", "<b>", "<b>", ("<b>",))))
    assert "b" not in [tag for tag, _ in page.tags]


def test_tables_set_numbers_right_and_keep_what_is_not_shown_twice():
    made = html.table(["甲", "乙"], [["a", html.Cell("1万", 10000)], ["a", "2"]], numeric=[1], grouped=True)
    assert made.count('<td class="ta-number"') == 2 and 'data-key="10000"' in made
    assert made.count('<span class="ta-same">a</span>') == 1


CARDS = [
    Card("township-profile-a", "竹林镇 2020", {"county": "天柱县", "township": "竹林镇", "period": "2020"}, "3 个数字"),
    Card(
        "township-profile-b", "竹林镇 2019", {"county": "天柱县", "township": "竹林镇", "period": "2019"}, "<b>", True
    ),
    Card("corpus-overview", "报告总览 · Corpus overview"),
    Card("township-history-c", "竹林镇历年", {"county": "天柱县", "township": "竹林镇", "period": "2019"}),
    Card("township-profile-c", "无名 报告", {"county": None, "township": None, "period": None}),
]


def test_the_index_has_a_card_for_each_page_by_county_and_period():
    shown = Page(index_body(CARDS, "zh", summary="四页"))
    assert re.findall(r"总览与比较|报告总览|天柱县|竹林镇(?: \d{4}|历年)|地区未定|无名 报告", shown.text) == [
        "总览与比较", "报告总览", "天柱县", "竹林镇历年", "竹林镇 2019", "竹林镇 2020", "地区未定", "无名 报告",
    ]  # fmt: skip
    links = [attributes["href"] for tag, attributes in shown.tags if tag == "a"]
    assert links[2] == "township-profile-b.html" and ("div", {"class": "search"}) in shown.tags
    assert "card bad" in index_body(CARDS, "zh") and "b" in [tag for tag, _ in shown.tags] and "<b>" in shown.text
