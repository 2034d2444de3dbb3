"""What a week says of its days."""

from __future__ import annotations

from datetime import date

import pytest

from meum.domain.intervals import Interval
from meum.overview.domain.weeks import DayBeside, Measured, advice_of, day_beside, extremes, is_whole
from nutrition.domain.targets import Bound


def measured(tag: str, amount: Interval, *, low: float | None = None, high: float | None = None) -> Measured:
    return Measured(amount, 1.0, Bound(tag=tag, low=low, high=high, certainty="A"))


def beside(day: int, met: int) -> DayBeside:
    return DayBeside(date(2026, 11, day), met, 10, (), ())


@pytest.mark.parametrize(
    ("slots", "is_today", "expected"),
    [
        (["breakfast", "lunch", "dinner"], False, True),
        (["lunch", "dinner"], True, True),
        (["breakfast", "lunch"], False, True),
        (["breakfast", "lunch"], True, False),
        (["breakfast", "snack"], False, False),
        ([], False, False),
    ],
)
def test_a_day_is_whole_with_two_of_its_meals_and_today_with_its_dinner(
    slots: list[str], is_today: bool, expected: bool
) -> None:
    assert is_whole(slots, is_today=is_today) is expected


def test_a_day_counts_what_fits_and_names_what_is_furthest_off_first() -> None:
    day = [
        measured("PROCNT", Interval.exact(60), low=55),
        measured("CA", Interval.exact(600), low=800),
        measured("FIBTG", Interval.exact(5), low=25),
        measured("NA", Interval.exact(4000), high=2000),
    ]

    told = day_beside(date(2026, 11, 20), day)

    assert told == DayBeside(date(2026, 11, 20), 1, 4, ("FIBTG", "CA"), ("NA",))


def test_two_days_are_too_few_to_set_one_apart() -> None:
    assert extremes([beside(1, 9), beside(2, 2)]) is None


def test_of_equal_days_none_is_set_apart() -> None:
    assert extremes([beside(1, 5), beside(2, 5), beside(3, 5)]) is None


def test_the_nearest_and_the_furthest_day_are_told() -> None:
    assert extremes([beside(1, 5), beside(2, 9), beside(3, 2)]) == (beside(2, 9), beside(3, 2))


def test_what_is_furthest_off_is_advised() -> None:
    week = [measured("CA", Interval.exact(700), low=800), measured("FIBTG", Interval.exact(5), low=25)]

    assert advice_of(whole_days=3, measured=week, seldom={}) == "more.FIBTG"


def test_too_much_salt_is_advised_against_only_where_it_is_sure() -> None:
    sure = [measured("NA", Interval(2100, 3000, 4000), high=2000)]
    unsure = [measured("NA", Interval(1900, 3000, 4000), high=2000)]

    assert advice_of(whole_days=3, measured=sure, seldom={}) == "less.NA"
    assert advice_of(whole_days=3, measured=unsure, seldom={}) == "fine"
    assert unsure[0].is_maybe_high


def test_more_potassium_is_never_advised() -> None:
    week = [measured("K", Interval.exact(100), low=2000)]

    assert advice_of(whole_days=3, measured=week, seldom={"fruit": 0.2, "vegetables": 0.9}) == "group.fruit"


def test_of_too_few_days_logging_is_advised() -> None:
    week = [measured("FIBTG", Interval.exact(5), low=25)]

    assert advice_of(whole_days=2, measured=week, seldom={}) == "log"
