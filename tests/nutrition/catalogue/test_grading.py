"""How sound the figures of a food are, and why: each rule on a food that can be worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from nutrition.catalogue.grading import CORE, Reason, judgement_of, judgements_of, reasons_of
from nutrition.catalogue.nutrients import vector_of
from nutrition.domain.foods import FoodGroup, Grade
from tests.nutrition.catalogue.drafts import draft

# 4 x 10 + 9 x 10 + 4 x (20 - 5) + 2 x 5 = 200 kcal; 58 + 10 + 10 + 20 + 2 = 100 g.
SOUND = dict.fromkeys(CORE, 1.0) | {
    "ENERC_KCAL": 200,
    "WATER": 58,
    "PROCNT": 10,
    "FAT": 10,
    "CHOCDF": 20,
    "FIBTG": 5,
    "ASH": 2,
}


def reasons(
    changes: Mapping[str, float | None] | None = None, *, group: FoodGroup = FoodGroup.DISH, without: str = ""
) -> tuple[Reason, ...]:
    amounts = {tag: amount for tag, amount in {**SOUND, **(changes or {})}.items() if tag not in without.split()}
    return judgement_of(group=group, nutrients=vector_of(amounts), density_g_per_ml=0.95).reasons


def test_a_food_that_agrees_with_itself_is_sound() -> None:
    assert reasons() == ()
    assert judgement_of(group=FoodGroup.DISH, nutrients=vector_of(SOUND)).grade is Grade.A


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ENERC_KCAL": 210}, None),
        ({"ENERC_KCAL": 165}, Reason.ENERGY_DIFFERS),
        ({"ENERC_KCAL": 100}, Reason.ENERGY_FAR_OFF),
        ({"ENERC_KCAL": None}, Reason.ENERGY_UNKNOWN),
        ({"FAT": None, "ENERC_KCAL": 100}, None),
        ({"WATER": 59}, None),
        ({"WATER": 60}, Reason.SUM_DIFFERS),
        ({"WATER": 50}, Reason.SUM_FAR_OFF),
        ({"WATER": 50, "ASH": None}, None),
        ({"NA": 3900}, None),
        ({"NA": 4000}, Reason.VERY_SALTY),
    ],
)
def test_each_rule_has_its_bound(changes: dict[str, float | None], reason: Reason | None) -> None:
    assert reasons(changes) == (() if reason is None else (reason,))


def test_energy_may_count_fibre_as_two_or_as_four_kilocalories() -> None:
    assert reasons({"ENERC_KCAL": 230, "FIBTG": 20}) == ()
    assert reasons({"ENERC_KCAL": 175, "FIBTG": 20}) == ()


def test_alcohol_gives_energy_too() -> None:
    assert reasons({"ALC": 10, "ENERC_KCAL": 270, "WATER": 48}, group=FoodGroup.ALCOHOL) == ()


def test_seasonings_may_be_salty_and_hold_what_no_column_has() -> None:
    assert reasons({"NA": 9000}, group=FoodGroup.SEASONING) == ()
    assert reasons({"WATER": 50}, group=FoodGroup.SEASONING) == (Reason.SUM_DIFFERS,)


@pytest.mark.parametrize(
    ("group", "changes"),
    [
        (FoodGroup.VEGETABLE, {"FAT": 75, "PROCNT": 1, "CHOCDF": 6, "FIBTG": 1, "WATER": 16, "ENERC_KCAL": 703}),
        (FoodGroup.FRUIT, {"PROCNT": 30, "WATER": 38, "ENERC_KCAL": 280}),
        (FoodGroup.EGG, {"PROCNT": 1, "WATER": 67, "ENERC_KCAL": 165}),
    ],
)
def test_what_no_food_of_its_group_holds_is_doubtful(group: FoodGroup, changes: Mapping[str, float]) -> None:
    assert reasons(changes, group=group) == (Reason.UNLIKE_ITS_GROUP,)


def test_a_drink_is_mostly_water() -> None:
    dry = vector_of(SOUND | {"WATER": 30, "ASH": None})

    assert judgement_of(group=FoodGroup.BEVERAGE, nutrients=dry, is_drink=True).reasons == (Reason.UNLIKE_ITS_GROUP,)


def test_alcohol_is_judged_by_volume() -> None:
    # 70 g in 100 g at 0.95 g/ml are 84 % by volume.
    liquor: dict[str, float] = {
        "ALC": 70,
        "ENERC_KCAL": 490,
        "WATER": 30,
        "PROCNT": 0,
        "FAT": 0,
        "CHOCDF": 0,
        "FIBTG": 0,
        "ASH": 0,
    }

    assert reasons(liquor, group=FoodGroup.ALCOHOL) == (Reason.TOO_STRONG,)
    assert reasons(liquor | {"ALC": 60, "ENERC_KCAL": 420, "WATER": 40}, group=FoodGroup.ALCOHOL) == ()
    assert reasons(group=FoodGroup.ALCOHOL) == (Reason.ALCOHOL_UNKNOWN,)


def test_few_known_nutrients_make_a_food_less_useful() -> None:
    assert reasons(without="VITC THIA FE") == ()
    assert reasons(without="VITC THIA FE CA") == (Reason.PARTLY_KNOWN,)
    assert reasons(without="VITC THIA FE CA K NA FASAT SUGAR FIBTG VITA_RAE") == (Reason.HARDLY_KNOWN,)


def test_a_food_that_the_table_has_before_is_told() -> None:
    rice: dict[str, Any] = {"name_zh": "米饭", "name_en": ""}
    twice = [
        draft("a", amounts=SOUND, **rice),
        draft("b", amounts=SOUND | {"FAT": 10.2}, **rice),
        draft("c", amounts=SOUND | {"FAT": 12, "WATER": 56, "ENERC_KCAL": 218}, **rice),
    ]

    assert [judged.reasons for judged in judgements_of(twice)] == [(), (Reason.REPEATED,), ()]


def test_one_small_thing_makes_b_and_one_grave_thing_c() -> None:
    small, grave = (judgement_of(group=FoodGroup.DISH, nutrients=vector_of(SOUND | {"WATER": w})) for w in (60, 50))

    assert (small.grade, grave.grade) == (Grade.B, Grade.C)
    assert reasons_of(grave.codes) == [Reason.SUM_FAR_OFF]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert phrase(Lang.ZH, f"quality.{reason.value}").endswith("。")
    assert phrase(Lang.EN, f"quality.{reason.value}").endswith(".")
