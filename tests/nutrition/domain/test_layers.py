"""The layers of the Chinese food pagoda."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from nutrition.domain.layers import STEPS, Kind, Layer, kinds_counted, layer_grams, purines_mg, step_grams

PORK = Kind("pork", Layer.RED_MEAT, "猪肉", "pork")
SPINACH = Kind("spinach", Layer.DARK_VEGETABLES, "菠菜", "spinach")
CUCUMBER = Kind("cucumber", Layer.VEGETABLES, "黄瓜", "cucumber")
OIL = Kind("oil", Layer.OIL, "食用油", "cooking oil")


def test_dark_vegetables_are_vegetables_too() -> None:
    of_layers = layer_grams({SPINACH: Interval(80, 100, 120), CUCUMBER: Interval.exact(50)})
    steps = {step.key: step_grams(step, of_layers) for step in STEPS}

    assert steps["vegetables"] == Interval(130, 150, 170)
    assert steps["dark_vegetables"] == Interval(80, 100, 120)
    assert steps["fruits"] == Interval.exact(0)


def test_a_garnish_and_the_oil_are_no_kinds_of_food() -> None:
    eaten = {PORK: Interval.exact(60), SPINACH: Interval(2, 9, 30), OIL: Interval.exact(20)}

    assert kinds_counted(eaten) == {PORK}


def test_only_animal_food_and_oil_can_be_too_much() -> None:
    assert [step.key for step in STEPS if step.bound.high is not None] == ["animal_foods", "oil"]


def test_purines_are_summed_where_they_are_told() -> None:
    liver = Kind("pork_offal", Layer.RED_MEAT, "猪肝", "pork liver", purine_mg=Interval.exact(250))

    told, coverage = purines_mg({liver: Interval(40, 50, 60), SPINACH: Interval.exact(150)})

    # 250 mg in 100 g: 125 in 50 g; a fifth less in 40 g, a fifth more in 60 g.
    assert (told.low, told.mid, told.high) == pytest.approx((80, 125, 180))
    assert coverage == 0.25


def test_of_nothing_no_purines_are_known() -> None:
    assert purines_mg({}) == (Interval.exact(0), 0.0)
