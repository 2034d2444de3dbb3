"""What is chosen to eat, and why: small kitchens whose best meal can be seen by eye or by trying all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition.suggestions.exact import best_possible, binding
from nutrition.suggestions.problem import Aims, Count, Floats, Mask, Problem, totals
from nutrition.suggestions.search import options, search

SECONDS = 10.0
RICE, NOODLES, TOFU, BEEF, SPINACH, MILK = range(6)
# What half a portion brings: energy in kcal, calcium in mg, sodium in mg.
KITCHEN = np.array([[115, 110, 80, 120, 15, 80], [5, 5, 150, 5, 60, 130], [0, 150, 5, 250, 30, 50]], dtype=float)


def kinds(*positions: int) -> Mask:
    """Return which of the six foods are meant."""
    return np.isin(np.arange(6), positions)


STAPLE = Count("one staple", kinds(RICE, NOODLES), 1, 1)
PROTEIN = Count("one protein food", kinds(TOFU, BEEF), 1, 1)
VEGETABLE = Count("a vegetable", kinds(SPINACH), 1, 2)


def lunch(**changed: object) -> Problem:
    """Return a lunch of about 600 kcal with 400 mg of calcium and at most 700 mg of sodium."""
    inf = np.inf
    aims = Aims(
        amounts=KITCHEN,
        low=np.array([550, 400, -inf]),
        high=np.array([650, inf, 700]),
        weight=np.ones(3),
        target=np.array([2000.0, 800.0, 2000.0]),
    )
    return replace(Problem(aims, (STAPLE, PROTEIN, VEGETABLE), np.full(6, 4)), **changed)  # type: ignore[arg-type]  # fields of Problem


def test_a_lunch_that_meets_every_aim_leaves_nothing_to_mend() -> None:
    problem = lunch()

    choice = search(problem)

    assert choice is not None
    assert choice.violation == 0
    assert 550 <= totals(problem, choice.steps)[0] <= 650


def test_a_meal_has_the_parts_that_belong_to_it() -> None:
    choice = search(lunch())

    assert choice is not None
    for count in lunch().counts:
        assert sum(count.members[at] for at in choice.steps) == 1


def test_three_options_differ_in_two_foods() -> None:
    problem = lunch(counts=(Count("three foods", kinds(*range(6)), 3, 3),))

    found = options(problem, how_many=3)

    assert len(found) == 3
    assert all(len(set(one.steps) - set(other.steps)) >= 2 for one, other in combinations(found, 2))


def test_the_better_option_comes_first() -> None:
    found = options(lunch(counts=(Count("two foods", kinds(*range(6)), 2, 2),)), how_many=3)

    assert [choice.violation for choice in found] == sorted(choice.violation for choice in found)


def test_the_same_question_has_the_same_answer() -> None:
    assert search(lunch()) == search(lunch())


def test_where_two_foods_do_alike_the_liked_one_is_chosen() -> None:
    amounts = KITCHEN.copy()
    amounts[:, NOODLES] = amounts[:, RICE]
    aims = replace(lunch().aims, amounts=amounts)

    for liked in (RICE, NOODLES):
        choice = search(lunch(aims=aims, costs=np.where(kinds(liked), -0.01, 0.0)[:, None].repeat(4, axis=1)))
        assert choice is not None
        assert liked in choice.steps


def test_of_foods_that_are_alike_one_is_taken() -> None:
    problem = lunch(counts=(Count("two foods", kinds(*range(6)), 2, 3),), alike=np.array([0, 0, 2, 2, 4, 4]))

    for choice in options(problem, how_many=3):
        assert not {RICE, NOODLES} <= choice.steps.keys()
        assert not {TOFU, BEEF} <= choice.steps.keys()


def test_where_nothing_fits_the_rule_that_binds_is_named() -> None:
    meatless = lunch(most_steps=np.where(kinds(TOFU, BEEF), 0, 4))

    assert options(meatless, how_many=3) == []
    assert binding(meatless, seconds=SECONDS) == ["one protein food"]


def test_too_little_time_is_no_sign_that_nothing_fits() -> None:
    with pytest.raises(TimeoutError):
        best_possible(lunch(), seconds=0)


def test_nothing_binds_where_something_fits() -> None:
    assert binding(lunch(), seconds=SECONDS) == []


amounts = st.lists(st.integers(0, 20).map(float), min_size=8, max_size=8).map(lambda row: np.array(row).reshape(2, 4))
lows = st.tuples(*[st.integers(0, 40)] * 2)
widths = st.tuples(*[st.integers(0, 20)] * 2)


def snack(amounts: Floats, low: tuple[int, int], width: tuple[int, int]) -> Problem:
    """Return a question for one or two of four foods with two sums."""
    lower = np.array(low, dtype=float)
    aims = Aims(amounts, lower, lower + width, np.array([1.0, 2.0]), np.array([30.0, 10.0]))
    return Problem(aims, (Count("two at most", np.ones(4, dtype=bool), 1, 2),), np.full(4, 3))


def least(problem: Problem) -> float:
    """Return the least violation of all choices, each tried."""
    tried = (np.array(steps) for steps in product(range(4), repeat=4) if 1 <= np.count_nonzero(steps) <= 2)
    return min(problem.aims.violation(problem.aims.amounts @ steps) for steps in tried)


@settings(max_examples=40, deadline=None)
@given(amounts=amounts, low=lows, width=widths)
def test_the_integer_programme_finds_the_best_that_there_is(
    amounts: Floats, low: tuple[int, int], width: tuple[int, int]
) -> None:
    problem = snack(amounts, low, width)

    choice = best_possible(problem, seconds=SECONDS)

    assert choice is not None
    assert choice.violation == pytest.approx(least(problem), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(amounts=amounts, low=lows, width=widths)
def test_of_few_foods_the_search_finds_the_best_too(
    amounts: Floats, low: tuple[int, int], width: tuple[int, int]
) -> None:
    problem = snack(amounts, low, width)

    choice = search(problem, tries=200)

    assert choice is not None
    assert choice.violation == pytest.approx(least(problem), abs=1e-6)
