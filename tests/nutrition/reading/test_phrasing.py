"""Runs of English words cut into foods: what begins another food, what belongs to the one before, what only dresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition.reading.lexicon import MealLexicon
from nutrition.reading.phrase_names import PhraseName, Term
from nutrition.reading.phrases import PhraseHit, PhraseIndex
from nutrition.reading.reader import read_meal
from tests.nutrition.reading.american import american, american_lexicon, eaten, index_of, told
from tests.nutrition.reading.conftest import NOW

RICE, EGGS = "Rice, white, cooked, NS as to fat", "Egg, whole, fried, NS as to fat"
BREAD, BANANA, APPLE = "Bread, white", "Banana, raw", "Apple, raw"
SANDWICH = "Peanut butter and jelly sandwich, NFS"
_WORDS = ["rice", "eggs", "peanut", "butter", "jelly", "sandwich", "salad", "water", "qzx", "nice", "large", "brocolli"]
_WORDS += [
    "and",
    "with",
    "on",
    "in",
    "from",
    "made with",
    ",",
    "(",
    ")",
    "a",
    "two",
    "a tbsp of",
    "slices",
    "no",
    "100 g",
]


@pytest.mark.parametrize("text", ["had leftover rice", "had frozen rice", "had frozen leftover rice"])
def test_how_a_food_was_dressed_up_leaves_it_the_food(text: str) -> None:
    names = ["Rice", *(f"Rice with beans, number {at}" for at in range(60)), "Leftover turkey", "Frozen turkey"]
    lexicon = MealLexicon(names=[], foods={}, generic={}, phrases=index_of(*names))

    assert [item.food for item in read_meal(text, lexicon=lexicon, now=NOW).items] == ["Rice"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("peanut butter and jelly sandwich", [SANDWICH]),
        ("sandwich with peanut butter and jelly", [SANDWICH]),
        ("rice and eggs", [RICE, EGGS]),
        ("rice, eggs", [RICE, EGGS]),
        ("rice then eggs", [RICE, EGGS]),
        ("rice followed by eggs", [RICE, EGGS]),
        ("bread with peanut butter", [BREAD, "Peanut butter"]),
        ("coffee with milk", ["Coffee, brewed", "Milk, whole"]),
        ("bread in tomato soup", [BREAD, "Soup, tomato"]),
        ("apple banana", [APPLE, BANANA]),
        ("fried egg rice", [EGGS, RICE]),
    ],
)
def test_a_joint_begins_another_food_only_where_no_food_is_called_by_both(text: str, foods: list[str]) -> None:
    assert eaten(text) == foods


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("eggs on toast", ["Eggs on toast"]),
        ("2 eggs and toast", [EGGS, "Toast, white"]),
        ("2 eggs, toast, a banana", [EGGS, "Toast, white", BANANA]),
    ],
)
def test_things_told_one_after_the_other_are_one_food_only_where_a_name_has_both(text: str, foods: list[str]) -> None:
    assert eaten(text) == foods


def test_a_list_that_ends_with_the_dish_it_goes_into_is_one_food() -> None:
    assert eaten("ate a meat, bean and rice burrito") == ["Meat, bean and rice burrito"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("a ham sandwich on white bread with mayonnaise", ["Ham sandwich, NFS"]),
        ("a ham sandwich with a beer", ["Ham sandwich, NFS", "Beer"]),
        ("tomato soup with a ham sandwich", ["Soup, tomato", "Ham sandwich, NFS"]),
        ("a kale salad w/ chickpeas, feta", ["Salad, kale, with dressing"]),
        ("rice with a banana", [RICE, BANANA]),
        ("kale salad: chickpeas, tomatoes", ["Chickpeas, NFS", "Tomatoes, raw"]),
    ],
)
def test_what_goes_into_a_dish_is_told_from_what_goes_beside_it(text: str, foods: list[str]) -> None:
    assert eaten(text) == foods


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("tomato soup and a roll", {"Soup, tomato": 244}),
        ("pancakes with a side of strawberries", {"Pancakes, NFS": 100, "Strawberries, raw": 75}),
        ("a splash of milk", {"Milk, whole": 98}),
        ("163 g of qzx rice", {RICE: 163}),
        ("163 g of gloriously drenched rice", {RICE: 163}),
    ],
)
def test_an_amount_stays_with_its_own_food(text: str, grams: dict[str, float]) -> None:
    assert told(text) == pytest.approx(grams, rel=0.02)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a burger on a bun", "Hamburger, on bun, NFS"),
        ("a hamburger in a white roll", "Hamburger, on bun, NFS"),
        ("a chocolate chip cookie from the bakery", "Cookie, chocolate chip"),
        ("a cookie from Zabar", "Cookie, oatmeal"),
        ("fries made from corn", "French fries, NFS"),
        ("bread made with honey", BREAD),
    ],
)
def test_what_a_food_lies_on_comes_from_or_is_made_of_is_no_other_food(text: str, food: str) -> None:
    assert eaten(text) == [food]


def test_two_foods_that_only_a_longer_name_holds_stay_two() -> None:
    assert eaten("jelly and peanut butter") == ["Jelly, all flavors", "Peanut butter"]


def test_a_spoon_of_one_thing_goes_into_another() -> None:
    assert told("a tbsp of honey in green tea") == {"Honey": 21, "Tea, hot, leaf, green": 240}


@pytest.mark.parametrize(
    "text",
    [
        "kale salad with chickpeas, feta",
        "kale salad with chickpeas, feta and cucumber",
        "kale salad topped with chickpeas, feta and cucumber",
    ],
)
def test_a_list_of_what_a_dish_has_in_it_is_no_list_of_foods(text: str) -> None:
    assert eaten(text) == ["Salad, kale, with dressing"]


def test_a_list_after_what_is_no_mixed_dish_is_a_list_of_foods() -> None:
    assert eaten("oatmeal with apple and banana")[1:] == [APPLE, BANANA]


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("diet coke", "Soft drink, cola, diet"),
        ("coffee", "Coffee, brewed"),
        ("decaf coffee", "Coffee, brewed, decaffeinated"),
        ("caffeine-free coffee", "Coffee, brewed, decaffeinated"),
        ("a soft drink", "Soft drink, cola"),
        ("root beer", "Soft drink, root beer"),
        ("beer", "Beer"),
        ("tomato soup", "Soup, tomato"),
        ("tomato", "Tomatoes, raw"),
        ("egg", EGGS),
        ("raw egg", "Egg, whole, raw"),
        ("bananas", BANANA),
        ("strained bananas", "Bananas, strained, baby food"),
        ("pbj", SANDWICH),
    ],
)
def test_a_food_is_found_by_its_words(text: str, food: str) -> None:
    assert eaten(text) == [food]


def test_a_size_that_is_no_part_of_the_name_tells_how_much() -> None:
    assert told("large fries") == {"French fries, NFS": 154}


def test_a_size_that_is_a_part_of_the_name_does_not() -> None:
    assert told("medium crust cheese pizza") == told("cheese pizza") == {"Pizza, cheese, medium crust": 226}


@pytest.mark.parametrize(
    ("text", "grams"),
    [("cucumber slice", 7), ("5 cucumber slices", 35), ("pizza slice", 113), ("two bread slices", 52)],
)
def test_a_measure_after_its_food_counts_it(text: str, grams: float) -> None:
    assert list(told(text).values()) == [grams]


def test_slices_that_nobody_counted_are_a_serving() -> None:
    (item,) = american("cucumber slices").items

    assert (item.grams.mid, item.is_amount_told) == (50, False)


@pytest.mark.parametrize("text", ["a glass of red", "glass of red and a banana", "2 glasses of red", "a bottle of red"])
def test_a_colour_told_by_the_glass_is_wine(text: str) -> None:
    assert eaten(text)[0] == "Wine, red"


@pytest.mark.parametrize("text", ["a plate of red", "something red in a glass"])
def test_a_colour_told_otherwise_is_no_wine(text: str) -> None:
    assert eaten(text) == []


@pytest.mark.parametrize("half", ["and a half", "n a half", "& a half"])
def test_a_measure_and_a_half_without_a_number(half: str) -> None:
    assert told(f"slice {half} of white bread") == {"Bread, white": 39}


@pytest.mark.parametrize("text", ["a nice bright beautiful apple", "a delicious crunchy apple from the garden party"])
def test_words_that_dress_a_food_are_passed_over(text: str) -> None:
    assert eaten(text) == [APPLE]


@pytest.mark.parametrize("text", ["a beautiful evening", "delightful, simply perfect", "what a great finish"])
def test_words_that_only_dress_name_no_food_and_are_not_quoted(text: str) -> None:
    reading = american(text)

    assert (reading.items, reading.unknown) == ((), ())


@pytest.mark.parametrize("word", ["dressing", "icing"])
def test_a_word_that_is_only_a_small_part_of_a_name_does_not_mean_its_food(word: str) -> None:
    reading = american(f"I ate {word}")

    assert (reading.items, reading.unknown) == ((), (word,))


def test_a_mended_word_is_found_with_less_confidence() -> None:
    right, mended = american("200 g broccoli").items[0], american("200 g brocolli").items[0]

    assert mended.food == right.food
    assert mended.confidence == pytest.approx(0.8 * right.confidence)


def test_everyday_words_and_what_dresses_are_not_mended() -> None:
    assert american("a lovely breath").items == american("200 g bred").items == ()


def test_a_food_that_explains_less_is_less_sure() -> None:
    whole, part = american("cheese pizza").items[0], american("cheese pizza from Zabar").items[0]

    assert whole.food == part.food
    assert part.confidence < whole.confidence


def test_foods_that_fit_nearly_as_well_are_offered() -> None:
    (item,) = american("a soft drink").items

    assert item.food == "Soft drink, cola"
    assert "Soft drink, root beer" in item.alternatives
    assert item.confidence < american("two apples").items[0].confidence


def test_foods_that_fit_worse_are_not_offered() -> None:
    assert american("chocolate chip cookie").items[0].alternatives == ()


def test_the_unit_told_makes_a_food_that_is_so_counted_likelier() -> None:
    assert eaten("a tbsp of jelly") == ["Jelly, all flavors"]


class CountedIndex(PhraseIndex):
    """An index that counts how often it is asked."""

    asked = 0

    def find(self, terms: Sequence[Term], *, limit: int, owns: Callable[[str], bool] | None = None) -> list[PhraseHit]:
        """Find as every index does."""
        self.asked += 1
        return super().find(terms, limit=limit, owns=owns)


def _times_asked(clauses: int) -> int:
    index = CountedIndex(PhraseName(food, food, 0.5) for food in american_lexicon().foods)
    lexicon = MealLexicon(names=[], foods={}, generic={}, phrases=index)
    read_meal("burger on a bun with rice and eggs. " * clauses, lexicon=lexicon, now=NOW)
    return index.asked


def test_a_clause_more_costs_the_same_however_long_the_message() -> None:
    few, some, many = _times_asked(4), _times_asked(8), _times_asked(16)

    assert some - few == (many - some) / 2 > 0


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_any_run_of_words_and_joints_is_read(text: str) -> None:
    reading = american(text)

    assert all(0 < item.confidence <= 1 for item in reading.items)
    assert all(item.name and item.name in text for item in reading.items)


def test_a_dish_that_no_table_has_is_taken_for_its_kind() -> None:
    assert eaten("a bowl of mulligatawny soup") == ["Soup, tomato"]


def test_what_goes_beside_a_dish_is_no_part_of_it() -> None:
    assert eaten("tomato soup with white bread") == ["Soup, tomato", "Bread, white"]


def test_what_is_told_with_a_thing_does_not_name_it() -> None:
    assert eaten("pancakes with syrup and butter") == ["Pancakes, NFS", "Pancake syrup", "Butter, stick"]


@pytest.mark.parametrize("text", ["rice, small plate", "came home and had rice"])
def test_a_word_that_only_counts_or_names_a_place_is_no_food(text: str) -> None:
    assert eaten(text) == ["Rice, white, cooked, NS as to fat"]
