"""The everyday foods: what dishes are computed from, and figures that anybody would expect."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.naming import folded
from nutrition.catalogue.nutrients import NUTRIENTS, amounts_of, position_of
from nutrition.catalogue.sources import everyday
from nutrition.catalogue.sources.everyday import mixed
from nutrition.catalogue.tables import read_table
from nutrition.domain.allergens import Allergen, AllergenFacts, allergens_of_codes
from tests.nutrition.catalogue.drafts import draft

WATER = draft("14411", source="sr28", amounts={"ENERC_KCAL": 0, "WATER": 99.9})
MILLET = draft("20031", source="sr28", amounts={"ENERC_KCAL": 378, "WATER": 8.7, "FE": 3.0})


@pytest.fixture(scope="module")
def shipped() -> dict[str, FoodDraft]:
    """Return the everyday foods of the shipped table by code."""
    rows = read_table(everyday.SOURCE.table, source="everyday")
    return {row.code: row for row in rows if isinstance(row, FoodDraft)}


def test_porridge_is_millet_thinned_by_water() -> None:
    porridge = mixed([(MILLET, 60), (WATER, 480)], cooked_g=500)

    amounts = amounts_of(porridge)

    assert amounts["ENERC_KCAL"] == pytest.approx(45.36)
    assert amounts["FE"] == pytest.approx(0.36)


def test_what_boils_away_is_water() -> None:
    thin, thick = (mixed([(MILLET, 60), (WATER, 480)], cooked_g=done) for done in (540, 400))

    water = position_of("WATER")

    assert thin.amounts[water] * 5.4 - thick.amounts[water] * 4 == pytest.approx(140)


def test_a_nutrient_that_a_real_part_lacks_is_unknown_in_the_dish() -> None:
    sugar = draft("19335", source="sr28", amounts={"ENERC_KCAL": 387, "WATER": 0})

    dish = mixed([(MILLET, 50), (sugar, 50)])

    assert np.isnan(dish.amounts[position_of("FE")])


def test_water_without_a_figure_makes_nothing_unknown() -> None:
    assert amounts_of(mixed([(MILLET, 50), (WATER, 50)]))["FE"] == pytest.approx(1.5)


def test_more_water_than_there_is_cannot_go() -> None:
    with pytest.raises(ValueError, match="more water would go than there is"):
        mixed([(MILLET, 60), (WATER, 100)], cooked_g=20)


def test_the_shipped_foods_are_what_their_recipes_give(shipped: dict[str, FoodDraft]) -> None:
    for food in everyday.build(Path()):
        np.testing.assert_allclose(food.nutrients.amounts, shipped[food.code].nutrients.amounts, rtol=1e-4, atol=1e-9)


def test_no_name_means_two_everyday_foods(shipped: dict[str, FoodDraft]) -> None:
    names = Counter(
        name
        for food in shipped.values()
        for name in {folded(one.text) for one in food.names if one.kind not in ("pinyin", "initials")}
    )

    assert [name for name, times in names.items() if times > 1] == []


def test_every_everyday_food_can_be_eaten_without_an_amount_said(shipped: dict[str, FoodDraft]) -> None:
    assert [code for code, food in shipped.items() if not any(one.is_default for one in food.portions)] == []


def test_every_everyday_food_has_energy_and_the_three_that_give_it(shipped: dict[str, FoodDraft]) -> None:
    main = [position_of(tagname) for tagname in ("ENERC_KCAL", "PROCNT", "CHOCDF")]

    assert [code for code, food in shipped.items() if np.isnan(food.nutrients.amounts[main]).any()] == []


@pytest.mark.parametrize(
    ("code", "energy_kcal"),
    [
        ("egg", (140, 150)),
        ("rice", (115, 135)),
        ("millet_congee", (40, 55)),
        ("congee", (40, 55)),
        ("steamed_bun", (220, 250)),
        ("fried_dough", (380, 400)),
        ("noodles", (105, 130)),
        ("soy_milk", (30, 40)),
        ("milk", (60, 66)),
        ("apple", (50, 56)),
        ("banana", (86, 94)),
        ("tofu", (75, 95)),
        ("chicken_breast", (150, 170)),
        ("oatmeal", (65, 75)),
        ("cola", (40, 45)),
        ("coffee", (0, 3)),
        ("green_tea", (0, 2)),
        ("tomato_egg", (90, 125)),
        ("fried_rice", (150, 190)),
        ("glass_noodles", (70, 110)),
        ("cooking_oil", (880, 900)),
        ("dal_tadka", (90, 130)),
        ("chicken_biryani", (160, 230)),
        ("laksa", (100, 150)),
        ("kopi_o_kosong", (0, 3)),
        ("pho_bo", (50, 80)),
        ("california_roll", (120, 165)),
        ("jollof_rice", (150, 200)),
        ("falafel", (320, 345)),
        ("pierogi", (180, 230)),
    ],
)
def test_figures_that_anybody_would_expect(
    shipped: dict[str, FoodDraft], code: str, energy_kcal: tuple[float, float]
) -> None:
    least, most = energy_kcal

    assert least <= shipped[code].nutrients.amounts[NUTRIENTS[0].position] <= most


@pytest.mark.parametrize(
    ("code", "holds", "is_known"),
    [
        ("noodles", "wheat", True),
        ("peanut_butter", "peanut", False),
        ("shrimp", "crustaceans", True),
        ("soy_milk", "soy", True),
        ("milk", "milk", True),
        ("cake", "wheat,egg,milk", False),
        ("egg_tart", "wheat,egg,milk", False),
        ("apple", "", True),
        ("rice", "", True),
        ("tomato_egg", "egg,soy", True),
        ("dumpling", "wheat", False),
    ],
)
def test_allergens_of_everyday_foods(shipped: dict[str, FoodDraft], code: str, holds: str, is_known: bool) -> None:
    assert shipped[code].allergens == AllergenFacts(allergens_of_codes(holds), is_known)


def test_a_food_that_stands_on_fndds_keeps_its_pattern(shipped: dict[str, FoodDraft]) -> None:
    patterns = shipped["pad_thai"].patterns

    assert patterns is not None
    assert patterns.any()


def test_a_dish_holds_every_allergen_of_its_parts() -> None:
    noodles = draft("noodles", allergens=AllergenFacts(frozenset({Allergen.WHEAT}), is_known=True))
    sauce = draft("sauce", allergens=AllergenFacts(frozenset({Allergen.SESAME}), is_known=True))
    row = {"zh": "麻酱面", "en": "", "of": "recipe"}

    facts = everyday._allergens(row, [(noodles, 200), (sauce, 20)], {})

    assert facts == AllergenFacts(frozenset({Allergen.WHEAT, Allergen.SESAME}), is_known=True)


def test_where_a_part_is_not_known_the_name_of_the_dish_counts_too() -> None:
    row = {"zh": "花生酱面", "en": "", "of": "recipe"}

    facts = everyday._allergens(row, [(draft("stew"), 200)], {})

    assert facts == AllergenFacts(frozenset({Allergen.WHEAT, Allergen.PEANUT}), is_known=False)
