"""From logits to a verdict: the dish, a group, no food, or nothing known."""

from __future__ import annotations

import numpy as np
import pytest

from nutrition.vision.answers import Answer, Verdict, answer_of, dish_probabilities, food_probabilities, with_cells
from nutrition.vision.card import Card, Rules

RULES = Rules(temperature=0.5, least_food=0.4, least_dish=0.5, least_group=0.6)
CARD = Card(codes=("ramen", "pho", "steak", "apple"), names={}, side=64, rules=RULES, sha256="", embedder="", facts={})
GROUPS = {"ramen": "noodle_soup", "pho": "noodle_soup", "steak": "grilled_meat", "apple": "fruit"}


@pytest.mark.parametrize(
    ("chances", "food", "verdict"),
    [
        ([0.7, 0.1, 0.1, 0.1], 0.9, Verdict.DISH),
        ([0.4, 0.35, 0.15, 0.1], 0.9, Verdict.GROUP),
        ([0.3, 0.2, 0.3, 0.2], 0.9, Verdict.UNKNOWN),
        ([0.7, 0.1, 0.1, 0.1], 0.3, Verdict.NOT_FOOD),
    ],
)
def test_the_verdict_says_no_more_than_is_known(chances: list[float], food: float, verdict: Verdict) -> None:
    assert answer_of(np.array(chances), food, CARD, GROUPS).verdict is verdict


def test_candidates_are_there_even_when_nothing_is_known() -> None:
    answer = answer_of(np.array([0.3, 0.2, 0.3, 0.2]), 0.9, CARD, GROUPS)

    assert [dish.code for dish in answer.dishes] == ["ramen", "steak", "pho", "apple"]
    assert [(group.code, round(group.probability, 2)) for group in answer.groups] == [
        ("noodle_soup", 0.5),
        ("grilled_meat", 0.3),
        ("fruit", 0.2),
    ]


def test_a_dish_without_a_group_is_a_candidate_all_the_same() -> None:
    answer = answer_of(np.array([0.1, 0.1, 0.1, 0.7]), 0.9, CARD, {"ramen": "noodle_soup"})

    assert answer.dishes[0].code == "apple"
    assert [group.code for group in answer.groups] == ["noodle_soup"]


def test_views_are_averaged_and_the_temperature_sharpens() -> None:
    logits = np.array([[[1.0, 0.0], [1.0, 0.0], [-2 / 3, 0.0]]], np.float32)

    (chances,) = dish_probabilities(logits, Rules(temperature=0.5, least_food=0, least_dish=0, least_group=0))

    assert chances.tolist() == pytest.approx([np.e / (1 + np.e), 1 / (1 + np.e)])


def test_food_is_told_from_the_mean_of_the_views() -> None:
    # The shrunk view counts a little less than each of the sharp ones.
    assert food_probabilities(np.array([[3.0, 3.0, -7.0]], np.float32)).tolist() == pytest.approx([0.5])


def _of_cells(whole: list[float], cells: list[list[float]]) -> Answer:
    return with_cells(answer_of(np.array(whole), 0.9, CARD, GROUPS), np.array(whole), np.array(cells), CARD)


def test_parts_that_show_different_dishes_are_several_dishes() -> None:
    answer = _of_cells([0.4, 0.3, 0.2, 0.1], [[0.94, 0.02, 0.02, 0.02], [0.02, 0.02, 0.02, 0.94]])

    assert answer.has_several
    assert answer.verdict is Verdict.DISH
    assert [dish.code for dish in answer.dishes[:2]] == ["ramen", "apple"]


@pytest.mark.parametrize(
    "cells",
    [
        [[0.9, 0.05, 0.03, 0.02], [0.8, 0.1, 0.05, 0.05]],
        [[0.9, 0.05, 0.03, 0.02], [0.25, 0.25, 0.25, 0.25]],
        [[0.25, 0.25, 0.25, 0.25]] * 4,
    ],
    ids=["the same dish twice", "a dish and its rim", "nothing to be seen"],
)
def test_parts_of_one_dish_change_nothing(cells: list[list[float]]) -> None:
    whole = [0.7, 0.1, 0.1, 0.1]

    assert _of_cells(whole, cells) == answer_of(np.array(whole), 0.9, CARD, GROUPS)


def test_several_dishes_of_which_none_is_likely_are_only_guesses() -> None:
    far = [[0.45, 0.45, 0.05, 0.05], [0.05, 0.05, 0.45, 0.45], [0.45, 0.05, 0.45, 0.05]]
    seen = _of_cells([0.3, 0.3, 0.3, 0.1], [*far, *([[0.0, 0.49, 0.02, 0.49]])])

    assert not seen.has_several
    sure = _of_cells([0.3, 0.3, 0.3, 0.1], [[0.49, 0.49, 0.01, 0.01], [0.01, 0.01, 0.49, 0.49]])
    assert (sure.has_several, sure.verdict) == (True, Verdict.UNKNOWN)
