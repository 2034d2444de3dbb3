"""What a person spends, learned from the diary and the weighings, and what the day's targets make of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.people.models import Person
from meum.people.services import ProfileDraft, update_profile
from nutrition.domain.expenditure import Expenditure
from nutrition.models import Food
from nutrition.queries import expenditure_of, targets_of
from nutrition.services import WishesDraft, update_wishes
from tests.clients import client_of
from tests.factories.diary import NOON, make_meal
from tests.factories.fitness import MORNING, make_measurement
from tests.factories.nutrition import make_food
from tests.factories.people import make_person
from tests.factories.weeks import tell_body

pytestmark = pytest.mark.usefixtures("that_friday")
TODAY = date(2026, 11, 20)


@pytest.fixture
def rice(db: None) -> Food:
    """Return a food of 100 kcal in 100 g."""
    return make_food(nutrients={"ENERC_KCAL": 100})


def live(person: Person, food: Food, *, days: int = 28, grams: float = 1600) -> None:
    """Let days pass until yesterday, each with one big meal and 60 kg on the scale."""
    for ago in range(1, days + 1):
        make_meal(person=person, food=food, grams=Interval.exact(grams), at=NOON - timedelta(days=ago))
        make_measurement(person=person, value=60, at=MORNING - timedelta(days=ago))


def spent(person: Person, day: date = TODAY) -> Expenditure:
    found = expenditure_of(person=person, day=day)
    assert found is not None
    return found


def test_it_is_learned_from_diary_and_scale(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice)

    found = spent(ada)

    assert found.method == "learned"
    assert found.logged_kcal.mid == pytest.approx(1600, rel=0.05)
    assert found.trend_kg == pytest.approx(60, abs=0.3)


def test_the_day_that_is_not_over_counts_by_its_weight_alone(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice)
    before = spent(ada)

    make_meal(person=ada, food=rice, grams=Interval.exact(4500))
    assert spent(ada) == before

    make_measurement(person=ada, value=60.4)
    assert spent(ada) != before


def test_what_is_deleted_or_of_another_does_not_count(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice)
    before = spent(ada)
    live(make_person(), rice, grams=3000)

    assert spent(ada) == before


def test_targets_go_by_it_in_the_units_of_the_log(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice, days=3)
    assert not targets_of(person=ada, day=TODAY).is_learned

    live(ada, rice)
    targets = targets_of(person=ada, day=TODAY)

    assert targets.is_learned
    assert targets.energy_kcal == spent(ada).logged_kcal


def test_a_log_that_holds_half_does_not_become_a_goal_to_eat_half(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice, grams=900)

    targets = targets_of(person=ada, day=TODAY)

    assert spent(ada).logged_kcal.mid < 1000
    assert targets.energy_kcal is not None
    assert targets.energy_kcal.mid == pytest.approx(1200)


@pytest.mark.parametrize("condition", ["pregnant_2", "breastfeeding", "eating_disorder_history"])
def test_it_is_not_told_where_weight_tells_of_more(ada: Person, rice: Food, condition: str) -> None:
    tell_body(ada)
    live(ada, rice)
    update_wishes(person=ada, author=ada, door=Door.WEB, draft=WishesDraft(conditions=[condition]))

    assert expenditure_of(person=ada, day=TODAY) is None
    assert not targets_of(person=ada, day=TODAY).is_learned


def test_without_height_or_activity_there_is_nothing_to_start_from(ada: Person, rice: Food) -> None:
    update_profile(person=ada, author=ada, door=Door.WEB, draft=ProfileDraft(sex_at_birth="female"))
    live(ada, rice, days=8)

    assert expenditure_of(person=ada, day=TODAY) is None


def test_it_takes_the_same_number_of_queries_however_long_the_log_is(
    ada: Person, rice: Food, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    tell_body(ada)
    live(ada, rice, days=20)

    with django_assert_max_num_queries(5):
        spent(ada)


def test_rest_tells_both_units(ada: Person, rice: Food) -> None:
    tell_body(ada)
    live(ada, rice)

    told = client_of(ada).get("/api/v1/expenditure").json()

    assert (told["day"], told["method"]) == ("2026-11-20", "learned")
    assert told["logged_kcal_per_day"]["mid"] < told["kcal_per_day"]["mid"]
    assert told["kcal_per_day"]["low"] < told["kcal_per_day"]["mid"] < told["kcal_per_day"]["high"]
    assert client_of(ada).get("/api/v1/targets").json()["energy_method"] == "learned"


def test_rest_says_what_is_missing(ada: Person) -> None:
    tell_body(ada)  # but no weight

    answer = client_of(ada).get("/api/v1/expenditure")

    assert (answer.status_code, answer.json()["code"]) == (409, "no_expenditure")


def test_nobody_sees_what_another_spends(ada: Person) -> None:
    assert client_of(ada).get(f"/api/v1/expenditure?person={make_person().pk}").status_code == 404
