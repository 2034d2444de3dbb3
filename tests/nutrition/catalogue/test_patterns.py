"""Food pattern equivalents: packing, and recipes worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from meum.domain.languages import Lang
from meum.kernel.errors import NotFound
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.patterns import (
    PATTERNS,
    packed_patterns,
    pattern_amounts,
    patterns_vector,
    unpacked_patterns,
)
from nutrition.catalogue.queries import patterns_of
from nutrition.catalogue.sources import SOURCES, everyday
from nutrition.catalogue.sources.base import EVERYDAY, rows_of
from nutrition.catalogue.sources.part_patterns import mixed_patterns, patterns_of_parts
from nutrition.catalogue.tables import read_table
from tests.factories.nutrition import make_food

TOMATO, EGG, OIL = (
    patterns_vector({"v_total": 0.6, "v_redor_total": 0.6, "v_redor_tomato": 0.6}),
    patterns_vector({"pf_total": 2, "pf_eggs": 2, "solid_fats": 4}),
    patterns_vector({"oils": 100}),
)
OF_PARTS = {"tomato": TOMATO, "egg": EGG, "oil": OIL}


def test_there_are_the_37_components_of_fped() -> None:
    assert len(PATTERNS) == 37
    assert (PATTERNS[0].tag, PATTERNS[0].unit, PATTERNS[0].name(Lang.ZH)) == ("f_total", "cup eq", "水果合计")
    assert (PATTERNS[-1].tag, PATTERNS[-1].unit) == ("a_drinks", "drinks")


def test_a_packed_vector_comes_back() -> None:
    vector = patterns_vector({"f_total": 0.91, "oils": 13.16})

    assert pattern_amounts(unpacked_patterns(packed_patterns(vector))) == {"f_total": 0.91, "oils": 13.16}


def test_an_unknown_component_is_refused() -> None:
    with pytest.raises(ValueError, match="no food pattern has the tag 'cake'"):
        patterns_vector({"cake": 1})


def test_a_dish_has_the_patterns_of_its_parts() -> None:
    # 200 g tomato, 150 g egg, 10 g oil make 400 g: 1.2 cup eq, 3 oz eq and 10 g in 400 g.
    dish = mixed_patterns({"tomato": 200, "egg": 150, "oil": 10}, cooked_g=400, of_parts=OF_PARTS, water="water")

    assert dish is not None
    assert pattern_amounts(dish) == pytest.approx(
        {
            "v_total": 0.3,
            "v_redor_total": 0.3,
            "v_redor_tomato": 0.3,
            "pf_total": 0.75,
            "pf_eggs": 0.75,
            "solid_fats": 1.5,
            "oils": 2.5,
        }
    )


def test_water_and_a_pinch_of_something_unknown_do_no_harm() -> None:
    soup = mixed_patterns({"tomato": 200, "water": 790, "spice": 10}, cooked_g=1000, of_parts=OF_PARTS, water="water")

    assert soup is not None
    assert pattern_amounts(soup)["v_total"] == pytest.approx(0.12)


def test_a_dish_of_which_much_is_unknown_has_no_patterns() -> None:
    assert mixed_patterns({"tomato": 90, "jam": 10}, cooked_g=100, of_parts=OF_PARTS, water="water") is None


def test_every_part_of_the_table_has_a_pattern_that_adds_up() -> None:
    at = {pattern.tag: pattern.position for pattern in PATTERNS}
    for part, vector in patterns_of_parts().items():
        for total, parts in (("g_total", ("g_whole", "g_refined")), ("d_total", ("d_milk", "d_yogurt", "d_cheese"))):
            assert vector[at[total]] == pytest.approx(sum(vector[at[tag]] for tag in parts), abs=0.06), part
        assert (vector >= 0).all(), part


def test_the_shipped_tomato_and_egg_has_its_equivalents() -> None:
    rows = read_table(SOURCES["everyday"].table, source="everyday")
    [dish] = [row for row in rows if isinstance(row, FoodDraft) and row.code == "tomato_egg"]

    assert dish.patterns is not None
    amounts = pattern_amounts(dish.patterns)
    assert 0.2 < amounts["v_redor_tomato"] < 0.5
    assert 0.4 < amounts["pf_eggs"] < 1.2


@pytest.mark.django_db
def test_patterns_are_read_by_version() -> None:
    apple, stew = make_food(name_en="apple"), make_food(name_en="stew")
    apple.versions.update(patterns=packed_patterns(patterns_vector({"f_total": 0.91})))

    found = patterns_of([apple.current_id, stew.current_id])

    assert found[stew.current_id] is None
    np.testing.assert_allclose(found[apple.current_id][0], 0.91, rtol=1e-6)  # type: ignore[index]  # it is there


@pytest.mark.django_db
def test_a_version_that_is_not_there_has_no_patterns() -> None:
    food = make_food()

    with pytest.raises(NotFound):
        patterns_of([food.current_id, food.pk])


def test_the_parts_with_patterns_carry_nearly_all_that_recipes_weigh() -> None:
    parts = [row for path in (EVERYDAY / "recipes").glob("*.csv") for row in rows_of(path)]
    grams = [(row["part"], float(row["grams"])) for row in parts if row["part"] != "sr28:14411"]
    of_parts = patterns_of_parts()

    covered = sum(weight for part, weight in grams if part in of_parts)

    assert covered / sum(weight for _, weight in grams) > 0.95


def test_every_everyday_food_has_patterns() -> None:
    foods = [row for row in read_table(everyday.SOURCE.table, source="everyday") if isinstance(row, FoodDraft)]

    assert [food.code for food in foods if food.patterns is None] == []
