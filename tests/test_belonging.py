"""The second opinion on names: which characters beside a figure look like parts of one."""

import math

import pytest

from township_analysis.figures.belonging import chances, second_opinion, signs_of, taken_from, window
from township_analysis.figures.extract import find_figures
from township_analysis.figures.model import Figure
from township_analysis.lang.tables import load_table
from township_analysis.pipeline import read_text


def figure_of(text: str) -> Figure:
    return find_figures(read_text(text, period="2020"))[-1][0]


def test_the_window_is_two_clauses_before_and_the_rest_of_its_own() -> None:
    figure = figure_of("春耕早，全镇新修山塘，共清淤12公里的沟渠，群众满意。")
    assert window(figure) == ("全镇新修山塘，共清淤", "的沟渠")


@pytest.mark.parametrize(
    ("before", "behind", "name", "taken"),
    [
        ("共种茶", "", "种茶", "01 1"),
        ("修建", "渠道", "修建渠道", "11 11"),
        ("渠道，渠道", "", "渠道", "000 11"),
        ("甲", "乙", "丙丁", "0 0"),
    ],
)
def test_a_name_is_found_nearest_to_its_figure(before: str, behind: str, name: str, taken: str) -> None:
    expected = [mark == "1" for mark in taken.replace(" ", "")]
    assert taken_from(before, behind, name)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("before", "behind"), [("春耕早，共种茶", ""), ("", "名党员"), ("全镇，今年，修渠", "公里的沟渠")]
)
def test_chances_weigh_the_signs_that_the_weights_were_fitted_on(before: str, behind: str) -> None:
    weights = {row["sign"]: float(row["weight"]) for row in load_table("belonging", "township_analysis.figures")}
    scores = [sum(weights.get(sign, 0.0) for sign in ("", *signs)) for signs in signs_of(before, behind, "land")]
    assert chances(before, behind, "land") == pytest.approx([1 / (1 + math.exp(-score)) for score in scores])


def test_nouns_beside_a_figure_belong_to_its_name_more_than_what_is_said_of_them() -> None:
    before = "去年我们努力工作，粮食总产量达到"
    chance = chances(before, "", "mass")
    noun = chance[before.index("粮食") : before.index("达到")]
    assert len(chance) == len(before) and min(noun) > 0.5 > max(chance[-2:])


def test_a_name_that_leaves_its_nouns_out_is_in_doubt() -> None:
    figure = figure_of("粮食总产量达到3600吨。")
    whole = second_opinion(figure)
    figure.name = "达到"
    assert "left likely 0" in whole and "left likely 0" not in second_opinion(figure)
