"""Which foods of a message its writer ate, by the words around them."""

from __future__ import annotations

from itertools import chain

import pytest

from meum.domain.intervals import Interval
from nutrition.reading.eaten import BUCKETS, eaten_in, features_of, learned, odds_in, places_of
from nutrition.reading.lexicon import Candidate
from nutrition.reading.pieces import Food, Spans
from nutrition.reading.telling import untold_in
from nutrition.training.eaten import LEAST_ROWS, fit, kept_in_folds
from tests.nutrition.reading.american import american
from tests.nutrition.reading.conftest import Read

NOTHING = Spans(())


def food(text: str, words: str) -> Food:
    start = text.index(words)
    return Food(start, start + len(words), (Candidate("rice"),), "rice")


def odds(text: str, words: str) -> float:
    ((_, groups),) = features_of(text, [food(text, words)], [], untold_in(text))
    return odds_in(learned(), places_of(groups))


def test_the_words_around_a_food_tell_and_its_own_name_does_not() -> None:
    text = "he said rice is dull, i had beans"
    pieces = [food(text, "rice"), food(text, "beans")]

    rice, beans = (set(chain(*groups)) for _, groups in features_of(text, pieces, [], NOTHING))

    assert {"left said", "right is dull ,", "clause before he said", "later had"} <= rice
    assert {"left i had", "clause before i had", "earlier said", "clause after $"} <= beans
    assert not any(name in feature for feature in rice | beans for name in ("rice", "beans"))


def test_what_was_left_out_is_masked_and_not_asked_about() -> None:
    text = "coffee without milk"

    found = dict(features_of(text, [food(text, "coffee")], [food(text, "milk")], NOTHING))

    assert [each.start for each in found] == [0]
    assert "right without <denied> $" in set(chain(*found[food(text, "coffee")]))


@pytest.mark.parametrize(
    ("told", "talk"),
    [
        ("just had rice", "he wants rice"),
        ("刚吃完米饭", "他想吃米饭"),
        ("lunch: rice", "is rice good for me?"),
        ("中午米饭配青菜", "米饭多少钱一碗"),
    ],
)
def test_what_is_told_is_likelier_eaten_than_talk(told: str, talk: str) -> None:
    words = "rice" if "rice" in told else "米饭"

    assert odds(told, words) > 0 > odds(talk, words)


def test_of_one_message_some_foods_are_eaten_and_others_only_mentioned() -> None:
    text = "my son ordered pizza, i had soup"
    pieces = [food(text, "pizza"), food(text, "soup")]

    assert eaten_in(text, pieces, [], untold_in(text)) == {text.index("soup")}


def test_an_amount_goes_with_the_food_that_was_only_mentioned(read: Read) -> None:
    (item,) = read("my dog stole 3 eggs, i had rice").items

    assert (item.food, item.is_amount_told) == ("rice", False)


def test_training_finds_the_words_that_tell_foods_apart() -> None:
    had, why, the = (places_of([[word]]) for word in ("had", "why", "the"))

    table = fit([(*had, *the)] * 5 + [(*why, *the)] * 5, [True] * 5 + [False] * 5)

    assert table[had[0]] > 0 > table[why[0]]
    assert abs(table[the[0]]) < 0.1


def test_a_word_beside_too_few_foods_is_not_weighed() -> None:
    often, once = places_of([["often"]]), places_of([["once"]])

    table = fit([often] * LEAST_ROWS + [once], [True, True, False])

    assert table.shape == (BUCKETS + 1,)
    assert table[once[0]] == 0 != table[often[0]]


def test_each_food_is_judged_by_a_table_that_did_not_see_its_message() -> None:
    had, why = places_of([["had"]]), places_of([["why"]])

    kept = kept_in_folds([had, why] * 10, [True, False] * 10, [number // 2 for number in range(20)])

    assert kept.tolist() == [True, False] * 10


@pytest.mark.parametrize(
    "text",
    [
        "log the rice my husband wanted",
        "记一下他想吃的米饭",
        "记 平时的米饭",
        "add rice to my lunch",
        "log rice from the fridge",
        "could you log a bowl of rice?",
        "能帮我记一下一碗米饭吗？",
        "记一下儿子剩的米饭",
        "log my son's leftover rice",
        "log rice for my son and me",
    ],
)
def test_who_asks_to_log_is_not_asked_whether_it_was_eaten(text: str, read: Read) -> None:
    assert [item.food for item in read(text).items] == ["rice"]


@pytest.mark.parametrize(
    "text",
    [
        "add rice to the shopping list",
        "add rice to my cart",
        "把米饭加到购物车",
        "add 2 cups of rice to the pan then simmer",
        "track my kid's rice",
        "log rice for my son",
        "记录我儿子的米饭",
        "record how many calories in rice?",
        "记录一下米饭多少钱",
        "log what my kid ate: rice",
        "记一下我妈吃了一碗米饭",
        "记录显示我妈吃了一碗米饭",
        "帮我记 明天要买米饭",
    ],
)
def test_who_asks_to_log_of_others_of_prices_or_in_a_list_has_nothing_logged(text: str, read: Read) -> None:
    assert read(text).items == ()


def test_what_is_asked_beside_what_is_to_be_logged_is_left_out(read: Read) -> None:
    assert [item.food for item in read("log 2 eggs, is rice healthy?").items] == ["egg"]


def test_the_moment_that_noting_takes_is_no_amount(read: Read) -> None:
    (item,) = read("记一下两碗米饭").items

    assert item.amount == Interval.exact(2)


def test_foods_of_a_message_about_no_meal_are_quoted() -> None:
    reading = american("my husband wants Rice and pizza")

    assert (reading.items, reading.mentioned) == ((), ("Rice", "pizza"))
