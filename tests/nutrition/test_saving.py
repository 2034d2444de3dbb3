"""Saved meals: kept under a name, replaced, changed, logged again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Door, Purpose, new_id
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound
from meum.people.models import Person
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import Food, Meal, SavedMeal
from nutrition.queries import frequent_meals, saved_meal_named, saved_meals
from tests.factories.diary import NOON, make_meal
from tests.factories.nutrition import make_food


def save(
    person: Person,
    name: str,
    *,
    slot: str = "",
    grams: float = 100,
    entry_id: UUID | None = None,
    food: Food | None = None,
) -> SavedMeal:
    item = MealItemDraft(food_version_id=(food or make_food()).current_id, grams=Interval.exact(grams))
    return services.save_meal(
        person=person, author=person, door=Door.API, name=name, slot=slot, items=[item], at=NOON, entry_id=entry_id
    )


def test_one_name_is_one_meal_for_each_slot(ada: Person) -> None:
    save(ada, "老样子")
    save(ada, "老样子", slot="breakfast")
    replaced = save(ada, "老样子", grams=250)

    assert [(meal.slot, meal.items[0].grams.mid) for meal in saved_meals(person=ada)] == [
        ("", 250),
        ("breakfast", 100),
    ]
    assert replaced.revision == 2


def test_a_name_is_found_in_its_plain_form_for_the_slot_that_fits_best(ada: Person) -> None:
    any_meal = save(ada, "Gym  Food")
    breakfast = save(ada, "gym food", slot="breakfast")

    found = [saved_meal_named(person=ada, key="gym food", slot=slot) for slot in ("breakfast", "dinner")]

    assert [meal.id for meal in found if meal] == [breakfast.pk, any_meal.pk]


@pytest.mark.parametrize("name", ["", " ", "!!", "x" * 41])
def test_a_name_that_cannot_be_used_is_refused(ada: Person, name: str) -> None:
    with pytest.raises(Invalid):
        save(ada, name)

    assert not SavedMeal.objects.exists()


def test_another_id_may_not_take_a_name_that_is_there(ada: Person) -> None:
    save(ada, "老样子")

    with pytest.raises(Invalid, match="has this name"):
        save(ada, "老样子", entry_id=new_id())


def test_a_save_that_is_told_again_changes_nothing_though_there_is_no_room(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id, egg = new_id(), make_food()
    saved = [save(ada, "gym food", food=egg, entry_id=entry_id)]
    monkeypatch.setattr("nutrition.services.saved_meals.MOST_SAVED", 1)

    saved.append(save(ada, "gym food", food=egg, entry_id=entry_id))

    assert [meal.revision for meal in saved] == [1, 1]


def test_a_save_under_its_id_does_not_take_back_a_later_change(ada: Person) -> None:
    entry_id, egg = new_id(), make_food()
    save(ada, "gym food", food=egg, entry_id=entry_id)
    save(ada, "gym food", grams=250)

    with pytest.raises(Conflict):
        save(ada, "gym food", food=egg, entry_id=entry_id)

    assert [meal.items[0].grams.mid for meal in saved_meals(person=ada)] == [250]


def test_a_change_may_not_take_the_name_of_another(ada: Person) -> None:
    save(ada, "one")
    other = save(ada, "two")

    with pytest.raises(Invalid, match="has this name"):
        services.correct_saved_meal(person=ada, author=ada, door=Door.API, saved_meal_id=other.pk, name="ONE")


def test_there_is_an_end_to_saved_meals(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutrition.services.saved_meals.MOST_SAVED", 1)
    save(ada, "one")

    with pytest.raises(Invalid, match="already"):
        save(ada, "two")


def test_without_agreement_nothing_is_saved(ada: Person) -> None:
    journal.withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        save(ada, "老样子")


def test_a_saved_meal_is_logged_so_many_times(ada: Person) -> None:
    saved = save(ada, "老样子", slot="dinner", grams=80)

    meal = services.log_saved_meal(person=ada, author=ada, door=Door.API, saved_meal_id=saved.pk, at=NOON, times=2.5)

    assert (meal.slot, meal.items.get().grams_mid) == ("dinner", 200)


def test_a_stranger_cannot_log_it(ada: Person, chen: Person) -> None:
    saved = save(ada, "老样子")

    with pytest.raises(NotFound):
        services.log_saved_meal(person=chen, author=chen, door=Door.API, saved_meal_id=saved.pk, at=NOON)

    assert not Meal.objects.exists()


def test_a_forgotten_meal_does_not_come_back_over_one_of_its_name(ada: Person) -> None:
    saved = save(ada, "老样子")
    journal.remove_entry(person=ada, author=ada, door=Door.API, model=SavedMeal, entry_id=saved.pk)
    later = save(ada, "老样子", grams=300)

    assert [meal.id for meal in saved_meals(person=ada)] == [later.pk]


def test_what_is_eaten_most_often_comes_first_and_the_latest_of_equals(ada: Person) -> None:
    rice, noodles, bread = (make_food() for _ in range(3))
    for days, food in ((5, rice), (4, noodles), (3, bread), (2, rice), (40, noodles)):
        make_meal(person=ada, food=food, at=NOON - timedelta(days=days), slot="lunch")

    found = frequent_meals(person=ada, slot="lunch", today=ada.clock.day_of(NOON))

    assert [(frequent.meal.items[0].food_id, frequent.days) for frequent in found] == [
        (rice.pk, 2),
        (bread.pk, 1),
        (noodles.pk, 1),
    ]
