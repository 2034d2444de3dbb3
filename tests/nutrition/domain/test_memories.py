"""What was eaten before, blended with what an engine sees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutrition.domain.dishes import NO_GROUP, Finding, Imprint, Recognition
from nutrition.domain.memories import MOST_GUESSES, Example, blended
from tests.factories.engines import NOODLE_SOUP, dishes, looks


def example(degrees: float, *foods: str) -> Example:
    return Example(foods=foods, vector=looks(degrees).vector)


def seen(degrees: float = 0, *, is_known: bool = False) -> Recognition:
    """Return noodles or rice, of which the engine is unsure."""
    return dishes("own:noodles", "own:rice", is_known=is_known, group=NOODLE_SOUP, imprint=looks(degrees))


def first(recognition: Recognition) -> str:
    return recognition.guesses[0].food


def test_a_photo_like_one_of_before_shows_what_that_showed() -> None:
    answer = blended(seen(), [example(2, "own:pie")])

    assert (first(answer), answer.guesses[0].code) == ("own:pie", "")
    assert answer.guesses[0].probability > 0.9
    assert (answer.finding, answer.group) == (Finding.DISHES, NO_GROUP)


def test_a_photo_unlike_all_of_before_is_what_the_engine_sees() -> None:
    answer = blended(seen(), [example(80, "own:pie")])

    assert [guess.food for guess in answer.guesses] == ["own:noodles", "own:rice", "own:pie"]
    assert answer.guesses[0].probability == pytest.approx(0.6, abs=1e-3)
    assert (answer.finding, answer.group) == (Finding.UNSURE, NOODLE_SOUP)


def test_what_the_engine_sees_second_is_first_when_it_was_eaten_before() -> None:
    answer = blended(seen(), [example(0, "own:rice")])

    assert (first(answer), answer.guesses[0].code) == ("own:rice", "rice")


def test_of_two_dishes_of_before_the_nearer_one_is_first() -> None:
    answer = blended(seen(), [example(9, "own:pie"), example(3, "own:stew")])

    assert [guess.food for guess in answer.guesses[:2]] == ["own:stew", "own:pie"]


def test_a_photo_of_two_dishes_stands_for_both() -> None:
    answer = blended(seen(), [example(0, "own:pie", "own:tea")])

    assert {guess.food for guess in answer.guesses[:2]} == {"own:pie", "own:tea"}


def test_what_looks_like_the_engines_own_dishes_needs_more_likeness() -> None:
    common = replace(looks(0), commonness=0.95)

    rare, usual = (blended(replace(seen(), imprint=each), [example(12, "own:pie")]) for each in (looks(0), common))

    assert (first(rare), first(usual)) == ("own:pie", "own:noodles")


def test_being_odd_alone_makes_a_photo_like_nothing_of_before() -> None:
    odd = replace(looks(0), commonness=0.1)

    assert first(blended(replace(seen(), imprint=odd), [example(60, "own:pie")])) == "own:noodles"


def test_a_dish_is_the_mean_of_its_examples() -> None:
    around = [example(-20, "own:pie"), example(20, "own:pie")]

    one = blended(seen(), around[:1])
    both = blended(seen(), around)

    assert both.guesses[0].probability > one.guesses[0].probability
    assert first(both) == "own:pie"


@pytest.mark.parametrize("told", [[], [example(0, "own:pie")]])
def test_without_likeness_to_tell_nothing_changes(told: list[Example]) -> None:
    bare = dishes("own:noodles")

    assert blended(bare, told) == bare


def test_a_known_dish_stays_known_beside_what_is_remembered() -> None:
    assert blended(seen(is_known=True), [example(80, "own:pie")]).finding is Finding.DISHES


@given(degrees=st.lists(st.floats(0, 180), min_size=1, max_size=8), here=st.floats(0, 180))
def test_probabilities_stay_probabilities_in_order(degrees: list[float], here: float) -> None:
    examples = [example(each, f"own:{number}") for number, each in enumerate(degrees)]

    chances = [guess.probability for guess in blended(seen(here), examples).guesses]

    assert chances == sorted(chances, reverse=True)
    assert len(chances) <= MOST_GUESSES
    assert min(chances) >= 0
    assert sum(chances) <= 1 + 1e-9


def test_an_imprint_of_another_length_is_refused() -> None:
    other = Imprint(embedder="eye-1", vector=looks(0).vector * 2, commonness=0.8)

    with pytest.raises(ValueError, match="mismatch"):
        blended(replace(seen(), imprint=other), [example(0, "own:pie")])
