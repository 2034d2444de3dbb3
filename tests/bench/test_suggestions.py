"""What suggestions are judged by, on foods and days whose figures can be seen by eye."""

from __future__ import annotations

import random
from itertools import islice

import numpy as np
import pytest

from bench.eaters import bodies
from bench.suggestions import added_one_by_one, hei_2020, violation
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.domain.targets import Body, Sex, day_targets
from nutrition.suggestions.menu import menu
from nutrition.suggestions.planner import Serving
from nutrition.suggestions.problem import Aims, Count, Problem
from nutrition.targets.tables import reference_intakes

WOMAN = Body(sex=Sex.FEMALE, age_years=30, region="CN", weight_kg=60, height_cm=165, activity="light")
TARGETS = day_targets(WOMAN, reference_intakes())
FOODS = {food.key: food for food in menu()}


def test_a_day_at_its_targets_violates_nothing_and_half_of_one_counts_by_its_weight() -> None:
    day = np.zeros(SIZE)
    for tag, bound in TARGETS.bounds.items():
        day[position_of(tag)] = bound.low or 0
    assert TARGETS.energy_kcal is not None
    day[position_of("ENERC_KCAL")] = TARGETS.energy_kcal.mid
    assert violation(TARGETS, day) == 0

    day[position_of("FIBTG")] /= 2
    assert violation(TARGETS, day) == pytest.approx(1.5 * 0.5)


def test_foods_are_added_one_at_a_time_and_what_belongs_to_a_meal_last() -> None:
    aims = Aims(np.array([[5.0, 4.0, 0.0]]), np.array([10.0]), np.array([11.0]), np.ones(1), np.array([10.0]))
    needed = Count("vegetable", np.array([False, False, True]), 1, 1)
    whole = Count("foods", np.ones(3, dtype=bool), 1, 5)

    assert added_one_by_one(Problem(aims, (needed, whole), np.full(3, 2))) == {0: 2, 2: 1}


def test_fruit_alone_gets_the_points_of_fruit_and_of_what_it_lacks() -> None:
    apples = [Serving(food=FOODS["everyday:apple"], portions=5)]
    with_bread = [*apples, Serving(food=FOODS["everyday:bread"], portions=20)]

    # Fruit 10, refined grains 10, sodium 10, sugar 10, saturated fat 10, unsaturated fat beside it some.
    assert 50 <= hei_2020(apples) <= 60
    assert hei_2020(with_bread) < hei_2020(apples)


def test_made_up_people_are_grown_up_and_the_same_each_time() -> None:
    def drawn() -> list[Body]:
        return list(islice(bodies(random.Random(1)), 20))

    assert drawn() == drawn()
    assert all(body.age_years >= 18 for body in drawn())
