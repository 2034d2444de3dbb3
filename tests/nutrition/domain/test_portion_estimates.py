"""How much a portion on a photo is: bounds beyond the household measure, and what a person's own amounts change."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meum.domain.intervals import Interval
from nutrition.domain.portion_estimates import Calibration, any_of, first_portion, next_portion

BOWL = Interval(400, 600, 900)
TWICE = Calibration(below=math.log(2), above=math.log(1.5))
"""Half the lower bound, one and a half times the upper one."""


def test_the_first_portion_reaches_beyond_its_household_measure() -> None:
    first = first_portion(BOWL, by=TWICE)

    assert (first.low, first.mid, first.high) == pytest.approx((200, 600, 1350))


def test_a_measure_that_was_weighed_stays_what_it_is() -> None:
    assert first_portion(Interval.exact(50)) == Interval.exact(50)


def test_one_amount_that_was_told_moves_the_next_portion_most_of_the_way() -> None:
    assert 300 < next_portion(BOWL, exactly(300)).mid < 400


def test_a_habit_narrows_the_next_portion() -> None:
    widths = [ratio(next_portion(BOWL, exactly(*[500] * count))) for count in (0, 1, 3, 12)]

    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 1.5


def test_amounts_that_differ_keep_the_next_portion_wide() -> None:
    assert ratio(next_portion(BOWL, exactly(200, 500, 1000))) > 1.5 * ratio(next_portion(BOWL, exactly(480, 500, 520)))


def test_a_vague_amount_moves_the_next_portion_less_than_an_exact_one() -> None:
    vague, exact = (next_portion(BOWL, [told]) for told in (Interval(150, 300, 600), Interval.exact(300)))

    assert vague.mid > exact.mid
    assert ratio(vague) > ratio(exact)


def test_of_one_dish_the_bounds_are_its_own() -> None:
    sure = any_of([(0.7, BOWL)])

    assert (sure.low, sure.mid, sure.high) == pytest.approx((400, 600, 900))


def test_of_dishes_that_are_alike_probable_the_bounds_span_both() -> None:
    either = any_of([(0.5, BOWL), (0.4, Interval(30, 50, 80))])

    assert 30 < either.low < 50
    assert (either.mid, 600 < either.high < 900) == (600, True)


def test_what_is_hardly_probable_moves_no_bound_far() -> None:
    almost = any_of([(0.97, BOWL), (0.03, Interval(30, 50, 80))])

    assert (almost.low, almost.high) == pytest.approx((400, 900), rel=0.15)


def test_a_dish_without_energy_is_one_of_several() -> None:
    assert any_of([(0.5, Interval.exact(0)), (0.5, BOWL)]).low == pytest.approx(0, abs=1e-6)


@given(st.lists(st.floats(1, 3000), min_size=1, max_size=12))
def test_the_estimate_lies_between_the_measure_and_what_was_told(told: list[float]) -> None:
    known = [BOWL.mid, *told]

    assert min(known) * 0.999 <= next_portion(BOWL, exactly(*told)).mid <= max(known) * 1.001


def exactly(*grams: float) -> list[Interval]:
    return [Interval.exact(each) for each in grams]


def ratio(grams: Interval) -> float:
    return grams.high / grams.low
