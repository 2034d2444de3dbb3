"""What a person spends, learned from days made by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from nutrition.domain.expenditure import FORMULA, LEARNED, Expenditure, LoggedDay, expenditure
from nutrition.domain.targets import Body, Sex, formula_energy

WOMAN = Body(sex=Sex.FEMALE, age_years=30, region="CN", weight_kg=60, height_cm=165, activity="light")
FIRST = date(2026, 3, 2)
FORMULA_KCAL = 1322.05 * 1.55


def days(
    number: int = 56, *, kcal: Callable[[int], float | None] = lambda _: 2050, kg: Callable[[int], float | None]
) -> list[LoggedDay]:
    """Return so many days, of which each figure is told by the number of the day."""
    return [
        LoggedDay(day=FIRST + timedelta(days=each), intake_kcal=kcal(each), weight_kg=kg(each))
        for each in range(number)
    ]


def steady(_: int) -> float:
    return 60.0


def logged_kcal(log: list[LoggedDay], body: Body = WOMAN) -> float:
    """Return what would be logged on days that keep the weight."""
    return expenditure(body, log).logged_kcal.mid


def test_without_a_log_it_is_the_formula_with_a_wide_interval() -> None:
    found = expenditure(WOMAN, [])

    assert (found.method, found.trend_kg) == (FORMULA, 60)
    assert found.kcal.mid == pytest.approx(FORMULA_KCAL, rel=0.001)
    assert found.kcal.low < 0.88 * found.kcal.mid
    # People log less than they eat: the same energy is fewer logged kcal.
    assert found.logged_kcal.mid < 0.95 * found.kcal.mid


def test_a_steady_weight_means_that_what_is_logged_is_what_is_spent_in_the_units_of_the_log() -> None:
    found = expenditure(WOMAN, days(kcal=lambda _: 1700, kg=steady))

    assert found.method == LEARNED
    assert found.logged_kcal.mid == pytest.approx(1700, rel=0.03)
    assert found.logged_kcal.high - found.logged_kcal.low < 0.25 * 1700


def test_what_the_body_spends_lies_between_log_and_formula() -> None:
    found = expenditure(WOMAN, days(kcal=lambda _: 1450, kg=steady))

    assert 1600 < found.kcal.mid < FORMULA_KCAL
    assert found.kcal.low > found.logged_kcal.mid


def test_half_a_kilogram_lost_each_week_was_taken_from_the_body() -> None:
    found = expenditure(WOMAN, days(kcal=lambda _: 1500, kg=lambda day: 60 - day * 0.5 / 7))

    # A kilogram holds some 5500 kcal in a body with 17 kg of fat: about 390 a day.
    assert 1500 + 340 < found.logged_kcal.mid < 1500 + 440
    assert found.trend_kg == pytest.approx(60 - 55 * 0.5 / 7, abs=0.3)


def test_days_without_a_log_are_taken_for_days_like_the_others() -> None:
    whole = days(kg=steady)
    with_gaps = [replace(each, intake_kcal=None) if number % 3 == 0 else each for number, each in enumerate(whole)]

    assert logged_kcal(with_gaps) == pytest.approx(logged_kcal(whole), rel=0.02)


def test_days_logged_in_part_are_not_taken_for_fasting() -> None:
    whole = days(kg=steady)
    in_part = [replace(each, intake_kcal=700) if number % 5 == 0 else each for number, each in enumerate(whole)]

    assert logged_kcal(in_part) == pytest.approx(logged_kcal(whole), rel=0.05)


def test_a_week_of_200_kcal_teaches_nothing() -> None:
    found = expenditure(WOMAN, days(14, kcal=lambda _: 200, kg=steady))

    assert found.method == FORMULA
    assert found.logged_kcal.mid == pytest.approx(0.88 * FORMULA_KCAL, rel=0.1)


@pytest.mark.parametrize("slip", [0, 1, 50, 55])
def test_one_slip_on_the_scale_hardly_moves_it(slip: int) -> None:
    def slipped(day: int) -> float:
        return 66.0 if day == slip else 60.0

    assert logged_kcal(days(kg=slipped)) == pytest.approx(logged_kcal(days(kg=steady)), rel=0.04)


def test_two_days_of_water_do_not_count_as_fat() -> None:
    def salty(day: int) -> float:
        return 61.5 if day in (54, 55) else 60.0

    found = expenditure(WOMAN, days(kg=salty))

    assert found.trend_kg < 60.8
    assert found.logged_kcal.mid == pytest.approx(2050, rel=0.08)


def test_who_moves_more_from_some_day_on_is_seen_to_spend_more() -> None:
    # Eating the same, the weight begins to fall after four weeks: 0.4 kg a week.
    log = days(84, kg=lambda day: 60 - max(0, day - 28) * 0.4 / 7)

    assert logged_kcal(log[:28]) == pytest.approx(2050, rel=0.03)
    assert logged_kcal(log) > 2050 + 250


@pytest.mark.parametrize(
    "log",
    [
        days(3, kg=steady),
        days(30, kcal=lambda _: None, kg=steady),
        days(30, kg=lambda _: None),
        days(30, kg=lambda day: 60 if day < 3 else None),
    ],
    ids=["three days", "nothing logged", "nobody weighed", "weighed on three days in a row"],
)
def test_too_little_to_learn_from_is_said(log: list[LoggedDay]) -> None:
    assert expenditure(WOMAN, log).method == FORMULA


def test_the_more_days_the_narrower_the_interval() -> None:
    def width(number: int) -> float:
        found = expenditure(WOMAN, days(number, kg=steady)).logged_kcal
        return found.high - found.low

    assert width(7) > width(14) > width(28)


def test_days_may_come_in_any_order_and_only_the_last_ninety_count() -> None:
    log = days(kg=steady)
    long_ago = [LoggedDay(day=FIRST - timedelta(days=each), intake_kcal=4000, weight_kg=90) for each in range(40, 80)]

    assert expenditure(WOMAN, log[::-1]) == expenditure(WOMAN, log)
    assert expenditure(WOMAN, long_ago + log) == expenditure(WOMAN, log)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"intake_kcal": -1}, "intake_kcal must be from 0 to 20000"),
        ({"intake_kcal": math.nan}, "intake_kcal"),
        ({"weight_kg": 7}, "weight_kg must be from 20 to 400"),
        ({"weight_kg": math.inf}, "weight_kg"),
    ],
)
def test_figures_that_no_day_and_no_body_has_are_refused(figures: dict[str, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        LoggedDay(day=FIRST, **figures)


def test_a_day_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        expenditure(WOMAN, [LoggedDay(day=FIRST, intake_kcal=1), LoggedDay(day=FIRST, weight_kg=60)])


def test_without_a_body_there_is_nothing_to_start_from() -> None:
    with pytest.raises(ValueError, match="height, weight and activity"):
        expenditure(replace(WOMAN, activity=None), [])


@pytest.mark.parametrize("seed", range(50))
def test_figures_stay_sensible_whatever_is_logged(seed: int) -> None:
    draw = np.random.default_rng(seed)
    kcal, kg = draw.uniform(0, 20_000, 40), draw.uniform(20, 400, 40)

    found: Expenditure = expenditure(WOMAN, days(40, kcal=lambda day: kcal[day], kg=lambda day: kg[day]))

    for interval in (found.kcal, found.logged_kcal):
        assert 0 <= interval.low < interval.mid < interval.high < 20_000


def test_the_formula_is_that_of_targets() -> None:
    formula = formula_energy(WOMAN)
    assert formula is not None
    assert formula.mid == pytest.approx(FORMULA_KCAL)
