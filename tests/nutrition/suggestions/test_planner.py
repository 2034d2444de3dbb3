"""Meals for a person: what belongs in one, what rules keep out, what a day still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from meum.language.times import MealSlot
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.domain.targets import Body, Sex, day_targets, with_conditions
from nutrition.suggestions.meals import EVERY_DAY, Situation
from nutrition.suggestions.menu import Role
from nutrition.suggestions.planner import Offer, days, missing_parts, offers, week_of_days
from nutrition.suggestions.rules import refusal
from nutrition.suggestions.wishes import Wishes, parse_wishes
from nutrition.targets.tables import reference_intakes

SECONDS = 3.0
WOMAN = Body(sex=Sex.FEMALE, age_years=30, region="CN", weight_kg=60, height_cm=165, activity="light")
TARGETS = day_targets(WOMAN, reference_intakes())
LATER = (MealSlot.LUNCH, MealSlot.DINNER)


def situation(
    slot: MealSlot = MealSlot.LUNCH, *, wishes: Wishes | None = None, eaten: Mapping[str, float] | None = None
) -> Situation:
    """Return who is to eat a meal, with the amounts eaten before by tagname."""
    amounts = np.zeros(SIZE)
    for tag, amount in (eaten or {}).items():
        amounts[position_of(tag)] = amount
    later = LATER[LATER.index(slot) + 1 :] if slot in LATER else LATER
    return Situation(targets=TARGETS, wishes=wishes or Wishes(), slot=slot, later=later, eaten=amounts, had={})


def roles(offer: Offer) -> list[Role]:
    return [serving.food.role for serving in offer.servings]


def kcal(offer: Offer) -> float:
    return float(offer.amounts[position_of("ENERC_KCAL")])


@pytest.mark.parametrize("slot", [MealSlot.LUNCH, MealSlot.DINNER])
def test_a_meal_has_a_staple_something_with_protein_and_vegetables(slot: MealSlot) -> None:
    for offer in offers(situation(slot, eaten={"ENERC_KCAL": 500})):
        told = roles(offer)
        assert sum(role in (Role.STAPLE, Role.MIXED) for role in told) == 1
        assert 1 <= sum(role in (Role.PROTEIN, Role.MIXED) for role in told) <= 2
        assert 1 <= told.count(Role.VEGETABLE) <= 2
        assert len(told) <= 5


def test_breakfast_is_made_of_breakfast_foods() -> None:
    found = offers(situation(MealSlot.BREAKFAST))

    assert len(found) == 3
    assert all(MealSlot.BREAKFAST in serving.food.slots for offer in found for serving in offer.servings)


def test_three_meals_differ_in_two_foods() -> None:
    keys = [{serving.food.key for serving in offer.servings} for offer in offers(situation())]

    assert len(keys) == 3
    assert all(len(one - other) >= 2 for one in keys for other in keys if one is not other)


@pytest.mark.parametrize(
    "wishes",
    [
        parse_wishes(allergens=["peanut", "芒果"]),
        parse_wishes(allergens=["shellfish", "egg"]),
        parse_wishes(diet="vegetarian"),
        parse_wishes(diet="halal", conditions=["gout"]),
        parse_wishes(conditions=["type2_diabetes", "hypertension"]),
    ],
)
def test_no_rule_is_broken(wishes: Wishes) -> None:
    found = offers(situation(wishes=wishes))

    assert found
    assert [refusal(serving.food, wishes) for offer in found for serving in offer.servings] == [None] * sum(
        len(offer.servings) for offer in found
    )


def test_what_lacks_most_is_mended_and_said() -> None:
    enough = {tag: bound.low for tag, bound in TARGETS.bounds.items() if bound.low and tag != "CA"}
    found = offers(situation(MealSlot.DINNER, eaten={"ENERC_KCAL": 1200, **enough}))

    assert [offer.gains[0].tag for offer in found] == ["CA"] * len(found)
    assert found[0].gains[0].lacked == 800
    assert found[0].gains[0].brings > 200


@pytest.mark.parametrize(("eaten", "share"), [(0, 1.0), (100, 2.0), (5000, 0.5)])
def test_a_meal_is_never_less_than_half_nor_more_than_twice_an_ordinary_one(eaten: float, share: float) -> None:
    assert TARGETS.energy_kcal is not None
    enough = {tag: bound.low for tag, bound in TARGETS.bounds.items() if bound.low}

    best = offers(situation(MealSlot.DINNER, eaten={"ENERC_KCAL": eaten, **enough}))[0]

    assert kcal(best) == pytest.approx(0.35 * TARGETS.energy_kcal.mid * share, rel=0.12)


def test_where_nothing_fits_the_part_that_is_missing_is_named() -> None:
    strict = parse_wishes(diet="vegan", allergens=["soy", "wheat", "鹰嘴豆", "芸豆", "小扁豆", "红豆"])

    assert offers(situation(wishes=strict)) == []
    assert missing_parts(situation(wishes=strict), seconds=SECONDS) == ["protein"]


def test_the_other_kitchen_stands_in_where_the_own_one_has_nothing_left() -> None:
    strict = parse_wishes(diet="vegan", allergens=["soy", "tree_nut", "sesame"])

    (best, *_) = offers(situation(wishes=strict))
    assert any("豆" in each.food.name_zh for each in best.servings if each.food.role is Role.PROTEIN)


def test_without_eggs_and_milk_soy_milk_makes_a_chinese_breakfast() -> None:
    (best, *_) = offers(situation(MealSlot.BREAKFAST, wishes=parse_wishes(diet="vegan")))

    assert any("豆" in each.food.name_zh for each in best.servings if each.food.role in (Role.DAIRY, Role.MIXED))


def test_a_day_has_its_meals_and_no_dish_twice() -> None:
    for day in days(situation(MealSlot.BREAKFAST)):
        dishes = [each.food.key for _, offer in day for each in offer.servings if each.food.role not in EVERY_DAY]
        assert [slot for slot, _ in day] == [MealSlot.BREAKFAST, MealSlot.LUNCH, MealSlot.DINNER]
        assert len(dishes) == len(set(dishes))


def test_a_day_holds_its_energy_and_what_it_should_hold() -> None:
    assert TARGETS.energy_kcal is not None
    day = days(situation(MealSlot.BREAKFAST), how_many=1)[0]

    total = sum((offer.amounts for _, offer in day), np.zeros(SIZE))
    assert total[position_of("ENERC_KCAL")] == pytest.approx(TARGETS.energy_kcal.mid, rel=0.05)
    for tag in ("PROCNT", "FIBTG", "CA", "FE", "ZN", "VITC", "VITA_RAE", "FOLDFE"):
        bound = TARGETS.bounds[tag]
        assert bound.low is not None
        assert total[position_of(tag)] >= 0.95 * bound.low
    assert total[position_of("NA")] <= 2000


def test_a_week_has_no_dish_twice_and_many_foods() -> None:
    week = list(week_of_days(situation(MealSlot.BREAKFAST), how_many=7))

    foods = [serving.food for day in week for _, offer in day for serving in offer.servings]
    dishes = [food.key for food in foods if food.role not in EVERY_DAY]
    assert [len(day) for day in week] == [3] * 7
    assert len(dishes) == len(set(dishes))
    assert len({food.key for food in foods}) >= 25


def test_under_strict_rules_dishes_come_again_before_a_week_ends_early() -> None:
    strict = parse_wishes(diet="vegan", allergens=["soy"])

    assert len(list(week_of_days(situation(MealSlot.BREAKFAST, wishes=strict), how_many=7))) == 7


def test_losing_weight_has_a_floor_and_is_not_for_everybody() -> None:
    assert TARGETS.energy_kcal is not None
    keeps = TARGETS.energy_kcal.mid

    def losing(body: Body, *conditions: str) -> float:
        energy = day_targets(body, reference_intakes(), goal="lose", conditions=frozenset(conditions))
        assert energy.energy_kcal is not None
        return energy.energy_kcal.mid

    assert losing(WOMAN) == pytest.approx(keeps * 0.8)
    small = replace(WOMAN, weight_kg=45, height_cm=150, age_years=60, activity="sedentary")
    assert losing(small) == 1200
    assert losing(WOMAN, "eating_disorder_history") == keeps
    assert losing(WOMAN, "pregnant_2") == keeps + 250
    thin = replace(WOMAN, weight_kg=48)
    kept = day_targets(thin, reference_intakes()).energy_kcal
    assert kept is not None
    assert losing(thin) == kept.mid


def test_a_condition_lowers_limits() -> None:
    kidney = with_conditions(TARGETS, frozenset({"ckd3_no_dialysis"}))

    assert (kidney.bounds["PROCNT"].low, kidney.bounds["PROCNT"].high) == (48, 48)
    assert kidney.bounds["NA"].high == 2000


def test_a_goal_of_another_name_is_an_error() -> None:
    with pytest.raises(ValueError, match="lose, maintain, gain"):
        day_targets(WOMAN, reference_intakes(), goal="shred")


def test_shares_of_energy_are_of_the_energy_of_the_goal() -> None:
    losing = day_targets(WOMAN, reference_intakes(), goal="lose")

    assert TARGETS.bounds["FAT"].high is not None
    assert losing.bounds["FAT"].high == pytest.approx(TARGETS.bounds["FAT"].high * 0.8)
