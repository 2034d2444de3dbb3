"""Where a run of English words begins and ends, and what a number before or after it counts."""

from __future__ import annotations

import pytest

from meum.domain.intervals import Interval
from meum.language.measures import MEASURES
from meum.language.quantities import Quantity
from nutrition.reading.cutting import cut
from nutrition.reading.pieces import Amount, Food, Piece, Unknown, Word
from nutrition.reading.runs import Run, runs_in
from nutrition.reading.words import Role
from tests.nutrition.reading.american import american, american_lexicon, eaten, told
from tests.nutrition.reading.conftest import NOW

POPCORN = "Popcorn, microwave, butter flavored"
APPLE, BANANA, COCONUT = "Apple, raw", "Banana, raw", "Coconut water, unsweetened"


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("two bags of popcorn", 160),
        ("two microwave bags of popcorn", 160),
        ("two mini microwave bags of popcorn", 160),
        ("three white microwave bags of popcorn", 240),
    ],
)
def test_a_count_before_words_of_a_container_counts_the_container(text: str, grams: float) -> None:
    assert told(text) == {POPCORN: grams}


def test_a_count_of_another_food_does_not_count_the_container() -> None:
    assert told("two apples and bags of popcorn") == {APPLE: 364, POPCORN: 80}


@pytest.mark.parametrize("text", ["a soft 26g bagel", "a lovely soft 26 g bagel"])
def test_words_between_an_article_and_a_weight_only_dress_what_is_weighed(text: str) -> None:
    assert told(text) == {"Bagel, NFS": 26}
    assert american(text).unknown == ()


def test_an_amount_behind_a_joint_counts_the_food_after_it() -> None:
    text, one = "rice and 2 cups", Quantity(Interval.exact(2), MEASURES["cup"], None, 9, 15)
    rice, joint, amount = Unknown(0, 4), Word(5, 8, Role.JOINT), Amount(9, 15, one)
    with_joint: list[Piece] = [rice, joint, amount]
    without: list[Piece] = [rice, amount]

    (parted, _), (touched, _) = (
        list(runs_in(text, pieces, american_lexicon(), ())) for pieces in (with_joint, without)
    )

    assert isinstance(parted, Run)
    assert isinstance(touched, Run)
    assert (parted.after, touched.after) == (None, amount)


def test_an_article_inside_a_name_begins_no_other_food() -> None:
    assert told("a burger on a bun") == {"Hamburger, on bun, NFS": 165}


def test_an_article_after_and_begins_another_food() -> None:
    assert told("a burger and a bagel") == {"Hamburger, on bun, NFS": 165, "Bagel, NFS": 105}


@pytest.mark.parametrize(
    ("text", "food", "slot"),
    [
        ("a breakfast tart", "Breakfast tart", None),
        ("a breakfast tart for lunch", "Breakfast tart", "lunch"),
        ("corn snacks", "Corn snacks, extruded", None),
        ("corn for breakfast", "Corn, cooked, NS as to form", "breakfast"),
        ("breakfast corn", "Corn, cooked, NS as to form", "breakfast"),
    ],
)
def test_a_meal_word_is_a_time_where_no_food_is_called_so(text: str, food: str, slot: str | None) -> None:
    (item,) = american(text).items

    assert (item.food, item.when.slot) == (food, slot)


@pytest.mark.parametrize(
    ("text", "grams"), [("a soft drink", 370), ("two soft drinks", 740), ("soft drink and an apple", 370)]
)
def test_a_drink_after_what_is_drunk_is_a_noun(text: str, grams: float) -> None:
    assert told(text)["Soft drink, cola"] == grams


def test_a_drink_before_what_is_drunk_is_a_verb() -> None:
    assert eaten("for breakfast I drank milk") == ["Milk, whole"]


@pytest.mark.parametrize(
    ("text", "foods", "water_ml"),
    [
        ("coconut water", [COCONUT], []),
        ("coconut water and water", [COCONUT], [250]),
        ("an apple with water", [APPLE], [250]),
        ("apple, water", [APPLE], [250]),
        ("two glasses of water", [], [500]),
    ],
)
def test_water_beside_a_word_may_be_a_part_of_its_name(text: str, foods: list[str], water_ml: list[float]) -> None:
    reading = american(text)

    assert [item.food for item in reading.items] == foods
    assert [drink.volume_ml.mid for drink in reading.drinks] == water_ml


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("coffee without milk", ["Coffee, brewed"]),
        ("no milk, coffee", ["Coffee, brewed"]),
        ("popcorn without butter", [POPCORN]),
        ("bananas, no peanut butter, apples", [BANANA, APPLE]),
    ],
)
def test_what_was_left_out_is_no_part_of_a_name(text: str, foods: list[str]) -> None:
    assert eaten(text) == foods


def test_no_name_goes_on_across_a_fence() -> None:
    text = "popcorn microwave butter"

    def foods(*fences: int) -> list[str]:
        pieces = cut(text, lexicon=american_lexicon(), now=NOW, fences=fences)
        return [text[piece.start : piece.end] for piece in pieces if isinstance(piece, Food)]

    assert foods() == ["popcorn microwave butter"]
    assert foods(len("popcorn microwave ")) == ["popcorn microwave", "butter"]


def test_words_of_another_matter_part_two_names() -> None:
    assert eaten("banana then movie popcorn") == [BANANA, POPCORN]
    assert eaten("butter party popcorn") == ["Butter, stick", POPCORN]


@pytest.mark.parametrize(
    ("text", "grams"),
    [("a 12 inch cheese pizza", 900), ('a 12" cheese pizza', 900), ("12寸的 cheese pizza", 900)],
)
def test_the_width_of_a_pizza_is_not_their_number(text: str, grams: float) -> None:
    assert told(text) == {"Pizza, cheese, medium crust": grams}
