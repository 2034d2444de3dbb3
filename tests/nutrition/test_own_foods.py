"""Foods and dishes that a person teaches: what they contain, what becomes of them, and who may eat them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from django.db import transaction

from meum.domain.intervals import Interval
from meum.journal import services as journal
from meum.journal.models import Change, Door, Purpose
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound, Stale
from meum.people.models import Person
from nutrition import services
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.queries import catalogue_stamp, food_vector, visible_foods
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.own_foods import Label
from nutrition.models import Food, FoodVersion, Meal, OwnFood
from nutrition.queries import meal_summary
from nutrition.services import own_foods
from tests.factories.diary import NOON, make_meal, make_own_dish, make_own_food
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.django_db

BANANA = {"ENERC_KCAL": 90.0, "WATER": 75.0, "PROCNT": 1.0}
MILK = {"ENERC_KCAL": 60.0, "WATER": 88.0, "PROCNT": 3.0}


def contents(own: OwnFood) -> dict[str, float]:
    return amounts_of(food_vector(OwnFood.objects.get(pk=own.pk).food_version_id))


def correct(own: OwnFood, **told: Any) -> OwnFood:
    return services.correct_own_food(person=own.person, author=own.person, door=Door.WEB, own_food_id=own.pk, **told)


def eat(person: Person, own: OwnFood, *, grams: float = 45) -> Meal:
    item = MealItemDraft(food_version_id=own.food_version_id, grams=Interval.exact(grams))
    return services.log_meal(person=person, author=person, door=Door.WEB, at=NOON, items=[item])


def test_what_a_label_does_not_tell_is_unknown(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)

    assert contents(bar) == {"ENERC_KCAL": 380}


def test_a_dish_is_the_sum_of_its_parts(ada: Person) -> None:
    shake = make_own_dish(person=ada, parts={make_food(nutrients=BANANA): 100, make_food(nutrients=MILK): 300})

    assert contents(shake) == {"ENERC_KCAL": 67.5, "PROCNT": 2.5, "WATER": 84.75}
    assert shake.portion_grams == Interval.exact(400)


def test_bare_energy_is_no_part_of_a_dish(ada: Person) -> None:
    told = energy_draft(kcal=Interval.exact(200))

    with pytest.raises(Invalid) as refused:
        services.teach_food(person=ada, author=ada, door=Door.WEB, at=NOON, name="shake", items=[told])

    assert refused.value.code == "energy_or_food"


def test_what_boils_away_makes_a_dish_denser(ada: Person) -> None:
    thick = make_own_dish(person=ada, parts={make_food(nutrients=MILK): 400}, cooked_grams=200)

    assert contents(thick) == {"ENERC_KCAL": 120, "PROCNT": 6, "WATER": 76}
    assert thick.portion_grams == Interval.exact(200)


def test_what_a_part_lacks_is_unknown_in_the_dish(ada: Person) -> None:
    powder = make_own_food(person=ada, name="我的粉", kcal=400, grams=100)

    shake = make_own_dish(person=ada, parts={make_food(nutrients=MILK): 300, powder.food_version.food: 100})

    assert (
        np.isnan(food_vector(shake.food_version_id).amounts).sum()
        == len(food_vector(shake.food_version_id).amounts) - 1
    )
    assert contents(shake) == {"ENERC_KCAL": 145}


def test_the_version_names_what_it_was_computed_from(ada: Person) -> None:
    milk = make_food(nutrients=MILK, key="own:milk")

    shake = make_own_dish(person=ada, parts={milk: 250})

    version = FoodVersion.objects.get(pk=shake.food_version_id)
    assert (version.provenance, version.name_zh, version.origin) == (
        "Computed from own:milk 250 g",
        "我的奶昔",
        "taught",
    )


def test_a_correction_leaves_past_days_where_they_are(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)
    meal = eat(ada, bar, grams=50)

    correct(bar, label=Label(amounts={"ENERC_KCAL": 500}))

    eaten = meal_summary(owner=ada, meal_id=meal.pk)
    assert eaten is not None
    assert eaten.totals.mid[0] == 190
    assert contents(bar) == {"ENERC_KCAL": 500}


def test_undo_brings_back_what_it_contained(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)
    correct(bar, label=Label(amounts={"ENERC_KCAL": 500}))

    journal.undo_latest(person=ada, author=ada, door=Door.WEB)

    assert contents(bar) == {"ENERC_KCAL": 380}


def test_saying_the_same_again_makes_no_new_version(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)

    same = correct(bar, label=Label(amounts={"ENERC_KCAL": 380}))

    assert (same.revision, FoodVersion.objects.filter(food=bar.pk).count()) == (1, 1)


def test_a_new_name_alone_keeps_the_figures(ada: Person) -> None:
    bar = make_own_food(person=ada, kcal=190, grams=50)

    correct(bar, name="oat bar")

    assert contents(bar) == {"ENERC_KCAL": 380}
    assert FoodVersion.objects.get(food=bar.pk, number=2).name_en == "oat bar"


def test_portions_share_a_dish(ada: Person) -> None:
    stew = make_own_dish(person=ada, parts={make_food(): 800})

    assert correct(stew, portions=4).portion_grams == Interval.exact(200)


def test_a_label_in_place_of_parts_takes_the_parts_away(ada: Person) -> None:
    dish = make_own_dish(person=ada, parts={make_food(): 100})

    labelled = correct(dish, label=Label(amounts={"ENERC_KCAL": 50}))

    assert (labelled.items.count(), labelled.portion_grams) == (0, None)


def test_a_deleted_food_stays_in_the_meals_that_hold_it(ada: Person) -> None:
    bar = make_own_food(person=ada)
    meal = eat(ada, bar)

    journal.remove_entry(person=ada, author=ada, door=Door.WEB, model=OwnFood, entry_id=bar.pk)

    eaten = meal_summary(owner=ada, meal_id=meal.pk)
    assert eaten is not None
    assert (eaten.items[0].name_zh, eaten.totals.mid[0]) == ("我的能量棒", pytest.approx(190, rel=1e-5))


def test_nobody_eats_what_is_somebody_elses(ada: Person, chen: Person) -> None:
    bar = make_own_food(person=ada)
    meal = make_meal(person=chen)
    item = MealItemDraft(food_version_id=bar.food_version_id, grams=Interval.exact(45))

    with pytest.raises(NotFound):
        eat(chen, bar)
    with pytest.raises(NotFound):
        services.add_items(person=chen, author=chen, door=Door.WEB, meal_id=meal.pk, items=[item])
    with pytest.raises(NotFound):
        services.correct_meal(person=chen, author=chen, door=Door.WEB, meal_id=meal.pk, items=[item])
    with pytest.raises(NotFound):
        make_own_dish(person=chen, parts={bar.food_version.food: 10})

    assert meal.items.get().food_version_id != bar.food_version_id


def test_nobody_drinks_what_is_somebody_elses(ada: Person, chen: Person) -> None:
    bar = make_own_food(person=ada)

    with pytest.raises(NotFound):
        services.log_drink(
            person=chen,
            author=chen,
            door=Door.WEB,
            at=NOON,
            food_version_id=bar.food_version_id,
            volume_ml=Interval.exact(200),
        )


def test_the_catalogue_holds_nobodys_own_foods(ada: Person) -> None:
    make_food()
    stamp = catalogue_stamp()

    bar = make_own_food(person=ada)

    assert catalogue_stamp() == stamp
    assert not visible_foods().filter(pk=bar.pk).exists()


def test_a_name_is_taken_once(ada: Person, chen: Person) -> None:
    make_own_food(person=ada, name="Oat bar")
    make_own_food(person=chen, name="oat bar")

    with pytest.raises(Conflict, match="name"):
        make_own_food(person=ada, name="oat  bars")

    assert OwnFood.objects.filter(person=ada).count() == 1


def test_a_forgotten_name_is_free_again_and_then_nothing_comes_back(ada: Person) -> None:
    bar = make_own_food(person=ada)
    journal.remove_entry(person=ada, author=ada, door=Door.WEB, model=OwnFood, entry_id=bar.pk)
    group = Change.objects.filter(person=ada).order_by("-number")[0].group
    make_own_food(person=ada, kcal=100)

    with pytest.raises(Conflict, match="place"), transaction.atomic():
        journal.undo_changes(person=ada, author=ada, door=Door.WEB, group=group)


def test_there_is_an_end_to_what_can_be_kept(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_foods, "MOST_OWN_FOODS", 1)
    make_own_food(person=ada)

    with pytest.raises(Conflict, match="as many"):
        make_own_food(person=ada, name="another")


def test_without_agreement_nothing_is_kept(ada: Person) -> None:
    journal.withdraw_consent(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        make_own_food(person=ada)

    assert not Food.objects.filter(owner=ada).exists()


def test_whoever_leaves_takes_own_foods_along(ada: Person, chen: Person) -> None:
    milk = make_food(nutrients=MILK)
    eat(ada, make_own_food(person=ada))
    make_own_dish(person=ada, parts={milk: 100})
    kept = make_own_food(person=chen)

    ada.delete()

    assert [food.pk for food in Food.objects.order_by("key")] == [milk.pk, kept.pk]


def test_a_food_that_was_eaten_is_not_deleted_alone(ada: Person) -> None:
    bar = make_own_food(person=ada)
    eat(ada, bar)

    with pytest.raises(Exception, match="restricted"):
        Food.objects.filter(pk=bar.pk).delete()


def test_an_older_revision_changes_nothing(ada: Person) -> None:
    bar = make_own_food(person=ada)
    correct(bar, name="oat bar")

    with pytest.raises(Stale):
        correct(bar, name="rye bar", revision=1)

    assert OwnFood.objects.get(pk=bar.pk).name == "oat bar"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "  "}, "impossible_name"),
        ({"name": "12 3"}, "impossible_name"),
        ({"name": "x" * 61}, "impossible_name"),
        ({"label": Label(amounts={"PROCNT": 3})}, "energy_not_told"),
        ({"label": Label(amounts={"ENERC_KCAL": 950})}, "impossible_amount"),
        ({"label": Label(amounts={"ENERC_KCAL": 50, "NA": 1e39})}, "impossible_amount"),
        ({"label": Label(amounts={"ENERC_KCAL": 50}, is_per_portion=True)}, "portion_not_weighed"),
        ({"label": None}, "label_or_items"),
        ({"portion_grams": Interval.exact(0)}, "impossible_dish_weight"),
        ({"portions": 201}, "impossible_portions"),
    ],
)
def test_what_cannot_be_is_refused(ada: Person, told: dict[str, Any], code: str) -> None:
    least: dict[str, Any] = {"name": "bar", "label": Label(amounts={"ENERC_KCAL": 50})}

    with pytest.raises(Invalid) as refused:
        services.teach_food(person=ada, author=ada, door=Door.WEB, at=NOON, **{**least, **told})

    assert (refused.value.code, OwnFood.objects.count(), Food.objects.count()) == (code, 0, 0)


def test_more_water_than_there_is_cannot_boil_away(ada: Person) -> None:
    with pytest.raises(Invalid, match="water"):
        make_own_dish(person=ada, parts={make_food(nutrients=MILK): 400}, cooked_grams=20)


def test_the_portion_of_a_dish_is_not_told_beside_its_parts(ada: Person) -> None:
    dish = make_own_dish(person=ada, parts={make_food(): 100})

    with pytest.raises(Invalid, match="follows"):
        correct(dish, portion_grams=Interval.exact(30))


def test_an_own_food_cannot_take_the_id_of_a_food_of_the_catalogue(ada: Person) -> None:
    milk = make_food(nutrients=MILK)

    with pytest.raises(Invalid) as refused:
        services.teach_food(
            person=ada,
            author=ada,
            door=Door.API,
            at=NOON,
            name="my milk",
            label=Label(amounts={"ENERC_KCAL": 60.0}),
            entry_id=milk.pk,
        )

    assert refused.value.code == "invalid_id"
    assert milk.versions.count() == 1
    assert not OwnFood.objects.exists()


@pytest.mark.parametrize("grams", [Interval(-10, 20, 30), Interval(10, 20, 1e308), Interval(0, 0, 20)])
def test_a_portion_that_cannot_be_is_refused_with_the_reason(ada: Person, grams: Interval) -> None:
    bar = make_own_food(person=ada)

    with pytest.raises(Invalid) as refused:
        correct(bar, portion_grams=grams)

    assert refused.value.code == "impossible_dish_weight"


@pytest.mark.parametrize(
    ("told", "code"), [({"cooked_grams": 0.0}, "impossible_dish_weight"), ({"portions": 0.0}, "impossible_portions")]
)
def test_nothing_is_no_weight_and_no_number_of_portions(ada: Person, told: dict[str, float], code: str) -> None:
    shake = make_own_dish(person=ada, parts={make_food(nutrients=MILK): 300})

    with pytest.raises(Invalid) as refused:
        correct(shake, **told)

    assert refused.value.code == code
