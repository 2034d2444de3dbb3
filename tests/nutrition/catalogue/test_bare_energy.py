"""Energy told without a food: only what was told is known of it."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.journal.models import Door
from meum.kernel.errors import Invalid
from meum.people.models import Person
from nutrition import services
from nutrition.catalogue import bare_energy
from nutrition.catalogue.bare_energy import energy_draft
from nutrition.catalogue.nutrients import position_of
from nutrition.catalogue.queries import catalogue_stamp, visible_foods
from nutrition.domain.drafts import Macros
from nutrition.models import FoodVersion, Meal
from nutrition.queries import day_summary
from tests.factories.diary import NOON, make_meal

ENERGY, PROTEIN, FAT = (position_of(tagname) for tagname in ("ENERC_KCAL", "PROCNT", "FAT"))


def log(person: Person, kcal: Interval, macros: Macros | None = None) -> Meal:
    item = energy_draft(kcal=kcal, macros=macros)
    return services.log_meal(person=person, author=person, door=Door.WEB, at=NOON, items=[item])


def test_the_energy_counts_with_its_interval_and_nothing_else_is_known(ada: Person) -> None:
    meal = log(ada, Interval(400, 500, 600))

    totals = day_summary(person=ada, day=meal.day).totals

    assert totals.interval(ENERGY) == Interval(400, 500, 600)
    assert (totals.coverage[ENERGY], totals.coverage[PROTEIN], totals.coverage[FAT]) == (1, 0, 0)


def test_a_macronutrient_told_is_known_and_the_others_are_not(ada: Person) -> None:
    meal = log(ada, Interval.exact(350), Macros(protein_g=20))

    totals = day_summary(person=ada, day=meal.day).totals

    assert totals.mid[PROTEIN] == pytest.approx(20)
    assert (totals.coverage[PROTEIN], totals.coverage[FAT]) == (1, 0)


def test_a_food_beside_it_leaves_the_energy_of_the_day_wholly_known(ada: Person) -> None:
    meal = make_meal(person=ada, grams=Interval.exact(100))
    log(ada, Interval.exact(100))

    assert day_summary(person=ada, day=meal.day).totals.coverage[ENERGY] == 1


@pytest.mark.parametrize("kcal", [Interval.exact(0), Interval.exact(5001), Interval(0, 4000, 10001)])
def test_energy_that_cannot_be_is_refused(db: None, kcal: Interval) -> None:
    with pytest.raises(Invalid, match="5000 kcal"):
        energy_draft(kcal=kcal)


def test_macronutrients_may_not_hold_more_than_the_energy(db: None) -> None:
    assert energy_draft(kcal=Interval.exact(100), macros=Macros(protein_g=25)).macros.protein_g == 25

    with pytest.raises(Invalid, match="more energy"):
        energy_draft(kcal=Interval.exact(100), macros=Macros(fat_g=15))


def test_its_food_is_made_once_and_nobody_finds_it(db: None) -> None:
    stamp = catalogue_stamp()

    energy_draft(kcal=Interval.exact(100))
    energy_draft(kcal=Interval.exact(200))

    assert FoodVersion.objects.filter(food=bare_energy.FOOD_ID).count() == 1
    assert not visible_foods().filter(pk=bare_energy.FOOD_ID).exists()
    assert catalogue_stamp() == stamp


def test_a_correction_keeps_it_energy(ada: Person) -> None:
    meal = log(ada, Interval.exact(350), Macros(protein_g=20))

    services.correct_item(person=ada, author=ada, door=Door.ADMIN, meal_id=meal.pk, number=1, grams=Interval.exact(400))

    item = meal.items.get()
    assert (item.grams_mid, item.quantity, item.measure, item.protein_g) == (400, 400, "kcal", 20)
