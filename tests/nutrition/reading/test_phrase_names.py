"""English names taken apart: what the thing is, what kind of it, and what is no name at all."""

from __future__ import annotations

import pytest

from nutrition.reading.phrase_names import Term, meal_pairs, parts_of, terms_of, words_of


@pytest.mark.parametrize(
    ("said", "table"),
    [
        ("hot dogs", "frankfurter"),
        ("french fries", "fries"),
        ("soft drink", "soda"),
        ("fat-free milk", "nonfat milk"),
        ("mac & cheese", "macaroni and cheese"),
        ("pb and jelly", "peanut butter jelly"),
        ("caffeine free coffee", "decaf coffee"),
        ("prawns", "shrimp"),
        ("burgers", "hamburger"),
        ("grilled fish", "broiled fish"),
        ("spring onions", "scallions"),
        ("two apples", "two apple"),
    ],
)
def test_what_is_said_meets_what_a_table_calls_it(said: str, table: str) -> None:
    assert words_of(said) == words_of(table)


def test_words_that_name_nothing_are_left_out() -> None:
    assert words_of("a bowl of the rice in my style") == ["bowl", "rice"]


def test_numbers_stay_words_and_single_letters_do_not() -> None:
    assert words_of("2% milk b 7") == ["2%", "milk", "7"]


def test_what_is_said_after_with_counts_half() -> None:
    assert terms_of("pasta with tomato") == [Term("pasta"), Term("tomato", 0.5, is_beside=True)]


def test_the_thing_counts_most_then_what_comes_with_it_then_its_kinds_then_brackets() -> None:
    parts = parts_of("Soup with beans, tomato, canned (Campbell's)")

    weights = {term.stem: term.weight for term in parts.terms}
    assert weights == {"soup": 1.0, "bean": 0.6, "tomato": 0.45, "canned": 0.45, "campbell": 0.4}


def test_the_thing_its_first_kind_and_its_noun_are_told_apart() -> None:
    parts = parts_of("Peanut butter, smooth, with salt")

    assert (parts.thing, parts.kind) == (frozenset({"peanut", "butter"}), frozenset({"smooth"}))
    assert parts.noun == "butter"


@pytest.mark.parametrize(
    "name",
    [
        "Rice, NFS",
        "Rice, NS as to fat added in cooking",
        "Rice, all types",
        "Rice, any type",
        "Rice (any kind)",
        "Rice",
    ],
)
def test_what_nobody_told_is_no_part_of_a_name(name: str) -> None:
    assert parts_of(name).terms == (Term("rice"),)


def test_a_head_that_only_sorts_gives_way_to_the_kind() -> None:
    assert parts_of("Fish, salmon, raw").noun == "salmon"


def test_a_maker_in_capitals_before_a_name_goes_behind_it() -> None:
    cereal = parts_of("KELLOGG, Corn flakes, sugared")

    assert cereal.thing == {"corn", "flake"}
    assert Term("kellogg", 0.4) in cereal.terms


def test_a_short_word_in_capitals_is_no_maker() -> None:
    assert parts_of("BLT, on toast").thing == {"blt"}


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("Soft drink, cola, diet", {"diet"}),
        ("Coffee, decaffeinated", {"decaffeinated"}),
        ("Milk, fat free", {"fatfree"}),
        ("Yogurt, low fat", {"lowfat"}),
        ("Soft drink, cola", set()),
    ],
)
def test_marks_make_a_food_another_than_the_usual_one(name: str, marks: set[str]) -> None:
    assert parts_of(name).marks == marks


@pytest.mark.parametrize(
    ("name", "is_infant"),
    [("Bananas, baby food", True), ("Peas, strained", True), ("Cereal, toddler", True), ("Bananas, raw", False)],
)
def test_food_for_infants_is_known_by_its_words(name: str, is_infant: bool) -> None:
    assert parts_of(name).is_infant is is_infant


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("Breakfast tart, low fat", ["breakfast tart"]),
        ("Corn snacks, extruded", ["corn snacks"]),
        ("Dinner roll", ["dinner roll"]),
        ("Breakfast with egg", []),
        ("Corn, cooked", []),
    ],
)
def test_pairs_with_a_word_that_tells_a_meal_elsewhere(name: str, pairs: list[str]) -> None:
    assert list(meal_pairs(name)) == pairs
