"""A day adds up with intervals and coverage, in the same number of queries however much was eaten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from nutrition import queries, services
from nutrition.catalogue.nutrients import position_of
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Food
from tests.factories.nutrition import FoodFactory

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
ENERGY, IRON = position_of("ENERC_KCAL"), position_of("FE")


@pytest.fixture
def egg(db: None) -> Food:
    """Return a food whose energy and iron are known."""
    return FoodFactory(name_zh="鸡蛋", name_en="egg", nutrients={"ENERC_KCAL": 144, "FE": 2})


@pytest.fixture
def mystery(db: None) -> Food:
    """Return a food of which only the energy is known."""
    return FoodFactory(name_zh="神秘小吃", name_en="mystery snack", nutrients={"ENERC_KCAL": 300})


def eat(person: Person, food: Food, grams: Interval, *, at: datetime = NOON) -> None:
    items = [MealItemDraft(food_version_id=food.current_id, grams=grams)]
    services.log_meal(person=person, author=person, door=Door.API, at=at, items=items)


def test_a_day_adds_up_with_the_interval_of_what_was_eaten(ada: Person, egg: Food) -> None:
    eat(ada, egg, Interval(80, 100, 120))
    eat(ada, egg, Interval.exact(100))

    energy = queries.day_summary(person=ada, day=TODAY).totals.interval(ENERGY)

    assert (energy.low, energy.mid, energy.high) == pytest.approx((259.2, 288, 316.8))


def test_the_oil_of_a_kitchen_widens_a_day(ada: Person, egg: Food) -> None:
    fried = FoodFactory(name_zh="炒鸡蛋", nutrients={"ENERC_KCAL": 200}, spread={"ENERC_KCAL": (0.8, 1.3)})
    eat(ada, fried, Interval(50, 100, 150))
    eat(ada, egg, Interval.exact(100))

    energy = queries.day_summary(person=ada, day=TODAY).totals.interval(ENERGY)

    assert (energy.low, energy.mid, energy.high) == pytest.approx((0.8 * 100 + 144, 200 + 144, 1.3 * 300 + 144))


def test_what_is_not_known_lowers_the_coverage_and_not_the_food(ada: Person, egg: Food, mystery: Food) -> None:
    eat(ada, egg, Interval.exact(150))
    eat(ada, mystery, Interval.exact(50))

    totals = queries.day_summary(person=ada, day=TODAY).totals

    assert (totals.coverage[ENERGY], totals.coverage[IRON]) == (1, 0.75)
    assert totals.mid[IRON] == pytest.approx(3)


def test_water_is_counted(ada: Person) -> None:
    water = FoodFactory(name_en="water", is_drink=True)
    for _ in range(2):
        services.log_drink(
            person=ada,
            author=ada,
            door=Door.API,
            at=NOON,
            food_version_id=water.current_id,
            volume_ml=Interval(200, 250, 300),
        )

    assert queries.day_summary(person=ada, day=TODAY).water_ml == Interval(400, 500, 600)


def test_days_do_not_mix_and_strangers_do_not_count(ada: Person, chen: Person, egg: Food) -> None:
    eat(ada, egg, Interval.exact(100), at=NOON - timedelta(days=1))
    eat(chen, egg, Interval.exact(100))

    days = queries.day_summaries(person=ada, since=TODAY - timedelta(days=1), until=TODAY)

    assert [len(day.meals) for day in days] == [1, 0]
    assert days[1].totals.coverage[ENERGY] == 0


def test_what_was_deleted_counts_no_more(ada: Person, egg: Food) -> None:
    eat(ada, egg, Interval.exact(100))
    meal = queries.visible_meals(owner=ada).get()

    services.remove_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=1)

    assert queries.day_summary(person=ada, day=TODAY).meals == ()


@pytest.mark.parametrize("meals", [1, 40])
def test_a_day_costs_the_same_queries_for_one_meal_and_for_forty(
    ada: Person,
    egg: Food,
    meals: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    for _ in range(meals):
        eat(ada, egg, Interval.exact(100))

    with django_assert_num_queries(3):
        summary = queries.day_summary(person=ada, day=TODAY)

    assert len(summary.meals) == meals
