"""How figures look: font, colours, labels, and a figure of every kind without a warning."""

import itertools
import warnings

import pytest
from county import built_county

import township_analysis as ta
from township_analysis.pages import comparison, history, overview, plots, series, style

# What is left of linear red, green and blue for a reader who lacks a kind of cone (Machado, Oliveira, Fernandes 2009).
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
APART = 25  # CIE76: two bars of a chart that differ by less are easily mistaken
CONTRAST = 3.0  # of a mark on white (WCAG 1.4.11)


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour, eye):
    """CIE L*a*b* of a colour as an eye sees it."""
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in EYES[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eye", EYES)
def test_colours_are_told_apart(eye):
    assert {style.RISE, style.FALL, *style.STATUS_COLOURS.values()} <= set(style.PALETTE)
    for one, other in itertools.combinations(style.PALETTE, 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen(one, eye), seen(other, eye), strict=True)) ** 0.5
        assert distance > APART, (one, other, distance)


@pytest.mark.parametrize("colour", [style.INK, style.MUTED, style.BLUE, style.ORANGE, style.PLUM])
def test_marks_stand_out_from_white(colour):
    red, green, blue = linear(colour)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) > CONTRAST


@pytest.mark.parametrize("script", ["hans", "hant"])
@pytest.mark.parametrize("characters", ["竹林镇工作总结", "洪山鎮產值億元", "㎡％㐂𠮷", "农业－增长", "ABC 12.5%"])
def test_the_font_has_every_character(characters, script):
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    style.set_theme(script)
    assert rcParams["font.sans-serif"][0] == style.FACES[script]
    figure = Figure()
    figure.add_subplot().set_title(characters)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert style.svg(figure).startswith("data:image/svg+xml;base64,")


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    return built_county(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def frames(processed):
    """What each plot draws, out of the invented county."""
    corpus = ta.load(processed)
    figures, reports = corpus.figures, corpus.reports
    values = series.values(series.results(corpus), "zh")
    one = values["place"].eq("522627112")
    planned = series.values(series.plans(corpus), "zh")
    return {
        plots.by_domain: figures,
        plots.by_year: reports.assign(year=reports["period"].map(overview.year_of)),
        plots.growth: figures[figures["kind"].eq("growth")].head(9),
        plots.shares: figures[figures["kind"].eq("growth")].head(9),
        plots.dots: values[values["year"].eq(2021)],
        plots.lines: series.joined(values[one], planned[planned["place"].eq("522627112")]),
    }


@pytest.mark.parametrize("width", [style.WIDE, style.NARROW])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "plot",
    [plots.by_domain, plots.by_year, plots.growth, plots.shares, plots.dots, plots.lines],
    ids=lambda p: p.__name__,
)
def test_a_plot_says_its_source_and_cuts_no_label(frames, plot, language, width):
    figure = plot(frames[plot], language, source="示例来源", width=width)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure.savefig("/dev/null", format="svg")
    foot = figure.get_supxlabel().replace("\n", "")
    assert "示例来源" in foot and ("单位" if language == "zh" else "Unit") in foot
    edges = figure.bbox
    for axes in figure.axes:
        for words in [*axes.get_yticklabels(), *axes.texts, axes.title, axes._left_title]:
            box = words.get_window_extent()
            assert not words.get_text() or (box.x0 >= edges.x0 - 1 and box.x1 <= edges.x1 + 1), words.get_text()
            assert "…" not in words.get_text()


@pytest.mark.parametrize(
    ("name", "columns", "lines"),
    [
        ("粮食产量", 12, ["粮食产量"]),
        ("农村居民人均可支配收入", 12, ["农村居民人均", "可支配收入"]),
        ("Poverty alleviation and rural", 16, ["Poverty", "alleviation and", "rural"]),
        ("硬化道路（高寨村）", 16, ["硬化道路（高寨村）"]),
        ("", 12, [""]),
    ],
)
def test_a_long_label_has_more_lines(name, columns, lines):
    assert plots.wrapped(name, columns).split("\n") == lines


@pytest.mark.parametrize(("low", "high"), [(16680, 16800), (100, 100), (0, 50), (-5, 5), (0, 0)])
def test_an_axis_does_not_blow_up_a_small_change(low, high):
    bottom, top = plots._honest(low, high)
    assert bottom < low <= high < top and (top - bottom) * 2 >= max(abs(low), abs(high))


def test_the_comparison_ranks_all_and_divides_totals(processed):
    view = comparison.view(processed)
    assert view.townships == 6 and view.values["code"].nunique() == comparison.MOST
    income = view.values[view.values["code"].eq("income.rural_disposable_per_capita")]
    assert len(income) == 6 and income["head"].isna().all() and set(income["year"]) == {2021}
    grain = view.values[view.values["code"].eq("agri.grain_output") & view.values["place"].eq("522627112")].iloc[0]
    assert grain["head"] == pytest.approx(4982 / 16680)
    assert "<img" in comparison.charts(view).html
    assert comparison.view(processed, codes="agri.grain_output", year="2019").values["value"].max() == 7670


def test_few_townships_are_compared_in_a_sentence(processed):
    view = comparison.view(processed, codes="agri.grain_output")
    few = comparison.ComparisonView(view.corpus, "zh", view.values.head(3), view.others, 3)
    shown = comparison.charts(few).html
    assert "<img" not in shown and "最高" in shown and "相差" in shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"codes": "agri.grain_outputs"}, "did you mean 'agri.grain_output'"),
        ({"county_code": "110101"}, "110101"),
        ({"year": "last"}, "last"),
        ({"language": "de"}, "de"),
    ],
)
def test_a_wrong_parameter_is_an_error(processed, given, said):
    with pytest.raises(ta.errors.TownshipError, match=said):
        comparison.view(processed, **given)


def test_the_history_takes_the_report_of_the_year_and_names_the_restatement(processed):
    view = history.view(processed, "522627112")
    income = view.results[view.results["code"].eq("income.rural_disposable_per_capita")].set_index("year")
    assert income.loc[2020, "value"] == 11431
    shown = history.restated(view).html
    assert "2020年的报告为 11,431元，2021年的报告为 11,551元" in shown


def test_plans_stand_beside_their_results(processed):
    shown = history.targets(history.view(processed, "522627112", "agri.grain_output")).html
    assert "3 项计划" in shown and shown.index("4,841") < shown.index("4,794") and "99%" in shown


def test_an_indicator_that_never_changes_has_no_line(processed):
    view = history.view(processed, "522627112", "population.households")
    assert history.lines(view).html == "" and "4,200" in history.table(view).html


def test_the_overview_tells_what_there_is(processed):
    view = overview.view(processed)
    assert "天柱县" in overview.places(view).html and overview.places(view).html.count("township-profile-") == 24
    assert "<td>粮食产量</td>" in overview.coverage(view).html and overview.rejects(view).html == ""
    assert overview.years(view).html == ""  # four years are read in the table
