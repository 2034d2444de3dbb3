"""The index that weeks are judged by is written down twice, so that neither can go wrong alone."""

from __future__ import annotations

import numpy as np
import pytest

from bench.suggestions import hei_2020
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.patterns import PATTERNS
from nutrition.domain import indices
from nutrition.suggestions.menu import MenuFood, menu
from nutrition.suggestions.planner import Serving

NUTRIENTS = ("ENERC_KCAL", "NA", "FASAT", "FAMS", "FAPU")
FOODS = {food.key: food for food in menu()}


def _sums(food: MenuFood) -> dict[str, float]:
    told = {tag: float(np.nan_to_num(food.nutrients.amounts[position_of(tag)])) for tag in NUTRIENTS}
    return told | {pattern.tag: float(food.patterns[pattern.position]) for pattern in PATTERNS}


@pytest.mark.parametrize("key", ["apple", "bread", "milk", "mapo_tofu", "fried_rice"])
def test_both_give_a_food_the_same_points(key: str) -> None:
    food = FOODS[f"everyday:{key}"]

    assert indices.points_of(indices.hei_2020(_sums(food))) == pytest.approx(
        hei_2020([Serving(food=food, portions=5)]), abs=0.5
    )
