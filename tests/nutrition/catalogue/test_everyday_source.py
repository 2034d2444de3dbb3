"""The everyday foods: what dishes are computed from, and figures that anybody would expect."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from meum.domain.intervals import Interval
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.naming import folded
from nutrition.catalogue.nutrients import NUTRIENTS, factors_of, position_of
from nutrition.catalogue.sources import everyday, fndds
from nutrition.catalogue.sources.recipes import Part
from nutrition.catalogue.tables import read_table
from nutrition.domain.allergens import Allergen, AllergenFacts, allergens_of_codes
from tests.nutrition.catalogue.drafts import draft


@pytest.fixture(scope="module")
def shipped() -> dict[str, FoodDraft]:
    """Return the everyday foods of the shipped table by code."""
    rows = read_table(everyday.SOURCE.table, source="everyday")
    return {row.code: row for row in rows if isinstance(row, FoodDraft)}


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
        ("big_mac", (250, 270)),
        ("full_english", (160, 210)),
        ("cobb_salad", (110, 160)),
        ("snickers", (480, 500)),
        ("nonfat_greek", (55, 62)),
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

    facts = everyday._allergens(row, [Part(noodles, Interval.exact(200)), Part(sauce, Interval.exact(20))], {})

    assert facts == AllergenFacts(frozenset({Allergen.WHEAT, Allergen.SESAME}), is_known=True)


def test_a_food_that_rests_on_fndds_has_its_pattern(shipped: dict[str, FoodDraft]) -> None:
    eaten = {row.code: row for row in read_table(fndds.SOURCE.table, source="fndds") if isinstance(row, FoodDraft)}

    own, theirs = shipped["snickers"].patterns, eaten["91715100"].patterns

    assert own is not None
    assert theirs is not None
    assert own.tolist() == pytest.approx(theirs.tolist())


def test_where_a_part_is_not_known_the_name_of_the_dish_counts_too() -> None:
    row = {"zh": "花生酱面", "en": "", "of": "recipe"}

    facts = everyday._allergens(row, [Part(draft("stew"), Interval.exact(200))], {})

    assert facts == AllergenFacts(frozenset({Allergen.WHEAT, Allergen.PEANUT}), is_known=False)


@pytest.mark.parametrize(("code", "edible_g"), [("crayfish", (75, 110, 150)), ("watermelon", (250, 290, 375))])
def test_what_is_bought_by_the_jin_has_its_shell_or_peel(
    shipped: dict[str, FoodDraft], code: str, edible_g: tuple[float, float, float]
) -> None:
    [jin] = [portion for portion in shipped[code].portions if portion.unit == "斤"]

    assert jin.grams == Interval(*edible_g)
    assert shipped[code].edible_share == pytest.approx(edible_g[1] / 500)


def test_every_food_told_as_bought_is_one_of_ours(shipped: dict[str, FoodDraft]) -> None:
    assert set(everyday._edible_shares()) <= set(shipped)


def test_every_food_told_otherwise_in_english_is_one_of_ours(shipped: dict[str, FoodDraft]) -> None:
    assert set(everyday._english_portions()) <= set(shipped)


@pytest.mark.parametrize(("unit", "grams"), [("瓶", 500), ("bottle", 360)])
def test_a_bottle_of_beer_is_that_of_the_language(shipped: dict[str, FoodDraft], unit: str, grams: float) -> None:
    assert [one.grams.mid for one in shipped["beer"].portions if one.unit == unit] == [grams]


@pytest.mark.parametrize(
    ("name", "code"),
    [("英式奶茶", "tea_with_milk"), ("tea with milk", "tea_with_milk"), ("奶茶", "milk_tea"), ("猪血", "pig_blood")],
)
def test_a_name_means_the_dish_and_not_its_neighbour(shipped: dict[str, FoodDraft], name: str, code: str) -> None:
    assert [key for key, food in shipped.items() if name in {one.text for one in food.names}] == [code]


@pytest.mark.parametrize(
    ("code", "tagname", "amount"),
    [
        # Worked by hand from the printed tables: grams x amount x what stir-frying keeps / weight when done.
        ("stir_fried_greens", "VITC", (300 * 45 * 0.85 + 5 * 31.2 * 0.80) / 270),
        ("stir_fried_greens", "FOL", (300 * 66 * 0.85 + 5 * 3 * 0.80) / 270),
        ("stir_fried_greens", "ENERC_KCAL", (300 * 13 + 15 * 884 + 5 * 149) / 270),
        ("stir_fried_greens", "NA", (300 * 65 + 5 * 17 + 3 * 38758) / 270),
        ("tomato_egg", "FOL", (150 * 47 * 0.75 + 300 * 15 * 0.70) / 430),
        ("tomato_egg", "VITC", 300 * 13.7 * 0.95 / 430),
        ("tomato_egg", "ENERC_KCAL", (150 * 143 + 300 * 18 + 20 * 884 + 3 * 387) / 430),
        ("congee", "THIA", 60 * 0.07 * 0.80 / 500),
    ],
)
def test_dishes_are_what_the_sum_by_hand_gives(
    shipped: dict[str, FoodDraft], code: str, tagname: str, amount: float
) -> None:
    assert shipped[code].nutrients.amounts[position_of(tagname)] == pytest.approx(amount, rel=1e-4)


def test_the_oil_of_fried_greens_makes_the_range_that_the_sum_by_hand_gives(shipped: dict[str, FoodDraft]) -> None:
    # 7.5 to 25.5 g of oil instead of 15 g: 262.5 to 280.5 g of greens.
    low = (300 * 13 + 7.5 * 884 + 5 * 149) / 262.5
    mid = (300 * 13 + 15 * 884 + 5 * 149) / 270
    high = (300 * 13 + 25.5 * 884 + 5 * 149) / 280.5

    spread = shipped["stir_fried_greens"].nutrients.spread

    assert spread is not None
    assert factors_of(spread)["ENERC_KCAL"] == pytest.approx((low / mid, high / mid), abs=0.001)


def test_a_dish_tells_its_parts_its_yield_and_what_cooking_took(shipped: dict[str, FoodDraft]) -> None:
    assert shipped["stir_fried_greens"].provenance == (
        "Computed from sr28:11116 300 g, sr28:04044 15 (7.5-25.5) g, sr28:11215 5 g, sr28:02047 3 g; "
        "270 g when done, yield 0.84; stir_fry, USDA retention factors r6"
    )


def test_nearly_every_cooked_dish_with_oil_has_a_range(shipped: dict[str, FoodDraft]) -> None:
    oily = [food for food in shipped.values() if "sr28:04044" in food.provenance and "(" in food.provenance]

    assert sum(food.nutrients.spread is not None for food in oily) / len(oily) > 0.95
