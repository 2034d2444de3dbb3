"""Allergens: the two lists, and that what is not known is not free of anything."""

from __future__ import annotations

from meum.domain.languages import Lang
from nutrition.domain.allergens import Allergen, AllergenFacts, allergens_of_codes, together

BREAD = AllergenFacts(frozenset({Allergen.WHEAT}), is_known=True)
FILLING = AllergenFacts(frozenset({Allergen.PEANUT}), is_known=False)


def test_china_names_eight_and_the_union_fourteen() -> None:
    assert len(Allergen) == 14
    assert [one.value for one in Allergen if one.is_chinese] == [
        "wheat",
        "crustaceans",
        "fish",
        "egg",
        "peanut",
        "soy",
        "milk",
        "tree_nuts",
    ]


def test_what_is_not_known_may_hold_anything() -> None:
    assert FILLING.may_hold(Allergen.MILK)
    assert not BREAD.may_hold(Allergen.MILK)
    assert BREAD.may_hold(Allergen.WHEAT)


def test_a_dish_holds_what_its_parts_hold() -> None:
    sandwich = together([BREAD, FILLING])

    assert sandwich.contains == {Allergen.WHEAT, Allergen.PEANUT}
    assert not sandwich.is_known
    assert together([BREAD, BREAD]).is_known


def test_codes_go_there_and_back() -> None:
    facts = AllergenFacts(frozenset({Allergen.MOLLUSCS, Allergen.EGG}), is_known=True)

    assert facts.codes == "egg,molluscs"
    assert allergens_of_codes(facts.codes) == facts.contains
    assert allergens_of_codes("") == frozenset()


def test_they_are_named_in_both_languages() -> None:
    assert BREAD.named(Lang.ZH) == ["含麸质的谷物"]
    assert BREAD.named(Lang.EN) == ["cereals with gluten"]
