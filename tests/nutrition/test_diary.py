"""Meals and drinks are stored whole, corrected by number, and refused when they cannot be."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Change, Door
from meum.kernel.errors import Invalid, MeumError, NotFound
from meum.people.models import Person
from nutrition import services
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.domain.drafts import Macros, MealItemDraft
from nutrition.models import Drink, Food, FoodVersion, Meal
from tests.factories.nutrition import FoodFactory
from tests.factories.people import agree_to_sharing

NOON = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai


@pytest.fixture
def egg(db: None) -> Food:
    """Return a food to eat."""
    return FoodFactory(name_zh="鸡蛋", name_en="egg", nutrients={"ENERC_KCAL": 144, "PROCNT": 13})


def grams(food: Food, *, low: float = 50, mid: float = 50, high: float = 50) -> MealItemDraft:
    return MealItemDraft(food_version_id=food.current_id, grams=Interval(low, mid, high))


def log(person: Person, *items: MealItemDraft, slot: str = "") -> Meal:
    return services.log_meal(person=person, author=person, door=Door.API, at=NOON, items=items, slot=slot)


def weights(meal: Meal) -> list[float]:
    return list(meal.items.order_by("position").values_list("grams_mid", flat=True))


def test_a_meal_at_noon_is_lunch_unless_told_otherwise(ada: Person, egg: Food) -> None:
    assert log(ada, grams(egg)).slot == "lunch"
    assert log(ada, grams(egg), slot="snack").slot == "snack"


def test_an_item_is_corrected_by_its_number(ada: Person, egg: Food) -> None:
    meal = log(ada, grams(egg), grams(egg))

    services.correct_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=2, grams=Interval.exact(150))

    assert weights(meal) == [50, 150]


def test_bare_energy_is_not_corrected_below_its_macronutrients(ada: Person) -> None:
    meal = log(ada, energy_draft(kcal=Interval.exact(350), macros=Macros(protein_g=40)))

    with pytest.raises(Invalid) as refused:
        services.correct_item(
            person=ada, author=ada, door=Door.ADMIN, meal_id=meal.pk, number=1, grams=Interval.exact(50)
        )

    assert refused.value.code == "macros_beyond_energy"
    assert weights(meal) == [350]


def test_a_correction_keeps_the_version_that_was_eaten(ada: Person, egg: Food) -> None:
    meal = log(ada, grams(egg))
    eaten = egg.current
    egg.current = FoodVersion.objects.create(
        food=egg, number=2, name_zh="鸡蛋", nutrients=b"", edition="x", provenance="x"
    )
    egg.save()

    services.correct_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=1, grams=Interval.exact(60))

    assert meal.items.get().food_version == eaten


def test_taking_the_only_item_out_deletes_the_meal(ada: Person, egg: Food) -> None:
    meal = log(ada, grams(egg), grams(egg))

    services.remove_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=1)
    services.remove_item(person=ada, author=ada, door=Door.API, meal_id=meal.pk, number=1)

    meal.refresh_from_db()
    assert meal.deleted_at is not None


def test_another_bowl_joins_the_same_meal(ada: Person, egg: Food) -> None:
    meal = log(ada, grams(egg))

    services.add_items(person=ada, author=ada, door=Door.API, meal_id=meal.pk, items=[grams(egg, high=80)])

    assert weights(meal) == [50, 50]
    assert [change.revision for change in Change.objects.order_by("number")] == [1, 2]


def test_a_nutritionist_may_correct_and_it_says_so(ada: Person, ben: Person, egg: Food) -> None:
    meal = log(ada, grams(egg))
    agree_to_sharing(ada, ben)

    services.correct_meal(person=ada, author=ben, door=Door.ADMIN, meal_id=meal.pk, slot="breakfast")

    latest = Change.objects.order_by("-number")[0]
    assert (latest.author, latest.door, latest.person) == (ben, "admin", ada)


def test_a_drink_is_counted_by_its_volume(ada: Person) -> None:
    water = FoodFactory(name_en="water", is_drink=True)
    drink = services.log_drink(
        person=ada,
        author=ada,
        door=Door.API,
        at=NOON,
        food_version_id=water.current_id,
        volume_ml=Interval(200, 250, 300),
    )

    services.correct_drink(person=ada, author=ada, door=Door.API, drink_id=drink.pk, volume_ml=Interval.exact(500))

    assert Drink.objects.get().volume == Interval.exact(500)


@pytest.mark.parametrize(
    ("low", "mid", "high"), [(0, 0, 0), (-1, 10, 20), (1, 5001, 5001), (1, 2, 10001), (0, 1e300, 1e300)]
)
def test_an_impossible_weight_is_refused_and_nothing_is_stored(
    ada: Person, egg: Food, low: float, mid: float, high: float
) -> None:
    with pytest.raises(Invalid) as refused:
        log(ada, grams(egg), grams(egg, low=low, mid=mid, high=high))

    assert refused.value.code == "impossible_grams"
    assert not Meal.objects.exists()


@pytest.mark.parametrize(("count", "code"), [(0, "no_items"), (services.MOST_ITEMS + 1, "too_many_items")])
def test_a_meal_has_some_items_and_not_too_many(ada: Person, egg: Food, count: int, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        log(ada, *[grams(egg)] * count)

    assert refused.value.code == code


def test_an_unknown_food_or_slot_is_refused(ada: Person, egg: Food) -> None:
    with pytest.raises(NotFound):
        log(ada, grams(egg), MealItemDraft(food_version_id=uuid4(), grams=Interval.exact(10)))
    with pytest.raises(Invalid):
        log(ada, grams(egg), slot="elevenses")

    assert not Meal.objects.exists()


@pytest.mark.parametrize("slot", ["", "elevenses"])
def test_a_meal_is_not_put_into_a_slot_that_is_none(ada: Person, egg: Food, slot: str) -> None:
    meal = log(ada, grams(egg), slot="lunch")

    with pytest.raises(Invalid) as refused:
        services.correct_meal(person=ada, author=ada, door=Door.API, meal_id=meal.pk, slot=slot)

    assert refused.value.code == "unknown_slot"
    assert Meal.objects.get().slot == "lunch"


def test_a_stranger_can_change_nothing(ada: Person, chen: Person, egg: Food) -> None:
    meal = log(ada, grams(egg))

    with pytest.raises(MeumError) as refused:
        services.remove_item(person=chen, author=chen, door=Door.API, meal_id=meal.pk, number=1)

    assert refused.value.code == "not_found"
    assert weights(meal) == [50]
