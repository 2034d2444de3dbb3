"""The figures of a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from meum.journal.models import Door
from meum.overview.reports.week import WeekReport, week_report
from meum.people.models import Person
from nutrition.domain.adequacy import Standing
from nutrition.models import Food
from nutrition.services import WishesDraft, update_wishes
from tests.factories.diary import make_meal
from tests.factories.fitness import make_measurement
from tests.factories.nutrition import make_food
from tests.factories.weeks import at, make_whole_day, tell_body

FRIDAY = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("that_friday")


def week_of(person: Person) -> WeekReport:
    return week_report(person=person, last_day=FRIDAY, today=FRIDAY)


def test_means_are_of_whole_days_alone(ada: Person) -> None:
    make_whole_day(ada, 2)
    make_whole_day(ada, 1)
    make_meal(person=ada, at=at(4))

    week = week_of(ada)

    assert [(day.is_logged, day.is_whole) for day in week.days] == [
        (False, False),
        (False, False),
        (True, False),
        (False, False),
        (True, True),
        (True, True),
        (False, False),
    ]
    assert week.energy_kcal is not None
    assert week.energy_kcal.mid == pytest.approx(1800)


def test_nothing_is_held_against_a_target_without_a_whole_day(ada: Person) -> None:
    tell_body(ada)
    make_meal(person=ada, at=at(1))

    week = week_of(ada)

    assert (week.energy_kcal, week.nutrients, week.nearest, week.advice) == (None, (), None, "log")


def test_nutrients_stand_beside_their_targets_with_their_coverage(ada: Person) -> None:
    tell_body(ada)
    for days_ago in (1, 2, 3):
        make_whole_day(ada, days_ago)

    week = week_of(ada)

    standings = {each.nutrient.tagname: each.measured for each in week.nutrients}
    assert [standings[tag].amount.mid for tag in ("PROCNT", "FIBTG")] == pytest.approx([60, 6])
    assert [standings[tag].standing for tag in ("PROCNT", "FIBTG")] == [Standing.ENOUGH, Standing.LOW]
    assert (standings["CA"].coverage, standings["CA"].standing) == (0, Standing.NOT_KNOWN)
    assert week.advice == "more.FIBTG"


def test_an_allergy_or_a_diet_is_known_to_the_advice(ada: Person) -> None:
    make_whole_day(ada, 1)
    assert not week_of(ada).has_wishes

    update_wishes(person=ada, author=ada, door=Door.WEB, draft=WishesDraft(diet="vegan"))

    assert week_of(ada).has_wishes


def test_who_told_no_sex_gets_the_figures_and_the_reason(ada: Person) -> None:
    make_whole_day(ada, 1)

    week = week_of(ada)

    assert (week.no_targets, week.nutrients, week.whole) == ("sex_not_told", (), 1)


def test_the_day_nearest_to_the_targets_and_the_furthest_are_told(ada: Person) -> None:
    tell_body(ada)
    rich = make_food(nutrients={"PROCNT": 10, "FIBTG": 10})
    for days_ago, food in ((1, rich), (2, make_food(nutrients={"PROCNT": 1, "FIBTG": 1})), (3, rich)):
        make_whole_day(ada, days_ago, food=food)

    week = week_of(ada)

    assert week.nearest is not None
    assert week.furthest is not None
    assert (week.nearest.day, week.furthest.day) == (date(2026, 11, 17), date(2026, 11, 18))
    assert week.furthest.low == ("PROCNT", "FIBTG")


@pytest.mark.usefixtures("everyday_catalogue")
def test_kinds_of_food_are_counted_by_the_day(ada: Person) -> None:
    apple = Food.objects.get(key="everyday:apple")
    make_meal(person=ada, food=apple, at=at(1))

    fruit = next(each for each in week_of(ada).kinds if each.kind.key == "fruit")

    assert fruit.days == 1
    assert [amount > 0.5 for amount in fruit.amounts] == [False] * 5 + [True, False]


def test_weight_is_the_mean_of_the_days_of_this_week_and_the_one_before(ada: Person) -> None:
    for days_ago, kg in ((0, 61.0), (1, 62.0), (8, 63.0), (20, 70.0)):
        make_measurement(person=ada, value=kg, at=at(days_ago, "breakfast"))

    trend = week_of(ada).weight

    assert (trend.mean_kg, trend.mean_before_kg, len(trend.points)) == (61.5, 63.0, 4)


@pytest.mark.parametrize("days", [1, 6])
def test_a_week_costs_eighteen_queries_however_much_was_eaten(
    ada: Person, days: int, django_assert_max_num_queries: Any
) -> None:
    tell_body(ada)
    for days_ago in range(days):
        make_whole_day(ada, days_ago)
        make_measurement(person=ada, at=at(days_ago, "breakfast"))

    with django_assert_max_num_queries(18):
        week_of(ada)


def test_what_is_spent_stands_there_once_it_can_be_learned(ada: Person) -> None:
    tell_body(ada)
    for days_ago in range(1, 9):
        make_measurement(person=ada, value=60, at=at(days_ago, "breakfast"))
    assert week_of(ada).spent is None

    for days_ago in range(1, 15):
        make_whole_day(ada, days_ago)

    spent = week_of(ada).spent
    assert spent is not None
    assert spent.logged_kcal.mid == pytest.approx(1800, rel=0.06)
    assert spent.trend_kg == pytest.approx(60, abs=0.3)


def test_a_week_that_is_over_counts_its_last_day(ada: Person) -> None:
    tell_body(ada)
    for days_ago in range(1, 9):
        make_measurement(person=ada, value=60, at=at(days_ago, "breakfast"))
        make_whole_day(ada, days_ago)

    yesterday = FRIDAY - timedelta(days=1)

    assert week_report(person=ada, last_day=yesterday, today=FRIDAY).spent == week_of(ada).spent


@pytest.mark.usefixtures("everyday_catalogue")
def test_the_week_is_beside_the_guidelines_from_three_days_on(ada: Person) -> None:
    tell_body(ada)
    apple = Food.objects.get(key="everyday:apple")
    for days_ago in (1, 2):
        make_whole_day(ada, days_ago, food=apple)
    assert week_of(ada).eating.hei.points is None

    make_whole_day(ada, 3, food=apple)
    week = week_of(ada)

    assert ({kind.key for kind in week.eating.kinds}, week.is_scored) == ({"apple"}, True)
    assert week.eating.hei.points is not None


def test_who_gets_no_targets_or_may_be_harmed_by_counting_is_told_no_score(ada: Person) -> None:
    assert not week_of(ada).is_scored

    tell_body(ada)
    update_wishes(person=ada, author=ada, door=Door.WEB, draft=WishesDraft(conditions=["eating_disorder_history"]))

    assert not week_of(ada).is_scored
