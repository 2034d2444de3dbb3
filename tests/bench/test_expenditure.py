"""The usual ways that a learned expenditure is held against, on days that can be reckoned by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bench.expenditure import Judged, Way, by_balance, by_blend, by_formula, by_moving_average, to_best_of
from nutrition.domain.expenditure import LoggedDay
from nutrition.domain.targets import Body, Sex

MAN = Body(sex=Sex.MALE, age_years=30, region="CN", weight_kg=75, height_cm=178, activity="light")
FORMULA_KCAL = pytest.approx(1719.15 * 1.55)


def losing(number: int) -> list[LoggedDay]:
    """Return days with 2000 kcal each, on which a tenth of a kilogram is lost."""
    return [
        LoggedDay(day=date(2026, 3, 2) + timedelta(days=day), intake_kcal=2000, weight_kg=75 - day / 10)
        for day in range(number)
    ]


def test_the_balances_add_what_a_tenth_of_a_kilogram_holds() -> None:
    assert by_formula(MAN, losing(28)) == FORMULA_KCAL
    assert by_balance(MAN, losing(28)) == pytest.approx(2770)
    assert by_moving_average(MAN, losing(28)) == pytest.approx(2770)


def test_the_blend_lies_between_formula_and_balance_and_trusts_the_balance_more_with_each_week() -> None:
    formula = by_formula(MAN, ())
    after_one, after_four = by_blend(MAN, losing(7)), by_blend(MAN, losing(28))

    assert formula < after_one < after_four < 2770


@pytest.mark.parametrize("way", [by_balance, by_moving_average, by_blend])
def test_without_weights_the_usual_ways_fall_back_on_the_formula(way: Way) -> None:
    days = [LoggedDay(day=each.day, intake_kcal=each.intake_kcal) for each in losing(28)]

    assert way(MAN, days) == FORMULA_KCAL


def test_the_ratio_is_to_the_usual_way_with_the_least_mean_error() -> None:
    judged = [
        Judged(learned=100, usual=(100, 300), is_within=True),
        Judged(learned=50, usual=(300, 100), is_within=True),
        Judged(learned=60, usual=(50, 500), is_within=False),
    ]

    assert to_best_of(judged) == pytest.approx(210 / 450)
