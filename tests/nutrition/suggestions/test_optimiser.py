"""What is chosen to eat, and why: small kitchens whose best meal can be seen by eye or by trying all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition.suggestions.optimiser import Choice, Mended, binding, choose, mended, options, totals
from nutrition.suggestions.problem import Aims, Count, Floats, Mask, Problem, share_of_rest
from nutrition.suggestions.pruning import pruned

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

    choice = choose(problem, seconds=SECONDS)

    assert choice is not None
    assert choice.violation == 0
    assert choice.is_best
    assert 550 <= totals(problem, choice.steps)[0] <= 650


def test_a_meal_has_the_parts_that_belong_to_it() -> None:
    choice = choose(lunch(), seconds=SECONDS)

    assert choice is not None
    for count in lunch().counts:
        assert sum(count.members[at] for at in choice.steps) == 1


def test_three_options_differ_in_two_foods() -> None:
    problem = lunch(counts=(Count("three foods", kinds(*range(6)), 3, 3),))

    found = options(problem, how_many=3, seconds=3 * SECONDS)

    assert len(found) == 3
    assert all(len(set(one.steps) - set(other.steps)) >= 2 for one, other in combinations(found, 2))


def test_the_better_option_comes_first() -> None:
    found = options(lunch(counts=(Count("two foods", kinds(*range(6)), 2, 2),)), how_many=3, seconds=3 * SECONDS)

    assert [choice.violation for choice in found] == sorted(choice.violation for choice in found)


def test_where_two_foods_do_alike_the_liked_one_is_chosen() -> None:
    alike = KITCHEN.copy()
    alike[:, NOODLES] = alike[:, RICE]
    aims = replace(lunch().aims, amounts=alike)

    for liked in (RICE, NOODLES):
        choice = choose(lunch(aims=aims, bonus=np.where(kinds(liked), 0.01, 0.0)), seconds=SECONDS)
        assert choice is not None
        assert liked in choice.steps


def test_where_nothing_fits_the_rule_that_binds_is_named() -> None:
    meatless = lunch(most_steps=np.where(kinds(TOFU, BEEF), 0, 4))

    assert options(meatless, how_many=3, seconds=SECONDS) == []
    assert binding(meatless, seconds=SECONDS) == ["one protein food"]


def test_too_little_time_is_no_sign_that_nothing_fits() -> None:
    with pytest.raises(TimeoutError):
        options(lunch(), how_many=3, seconds=0)


def test_nothing_binds_where_something_fits() -> None:
    assert binding(lunch(), seconds=SECONDS) == []


def test_what_a_choice_mends_is_told_with_what_lacked() -> None:
    problem = lunch()

    told = mended(problem, Choice({RICE: 2, TOFU: 2, SPINACH: 1}, violation=0.11, is_best=False))

    # 230 + 160 + 15 kcal of 550; 10 + 300 + 60 mg calcium of 400. Calcium weighs more against its day of 800 mg.
    assert told == [Mended(aim=1, lacked=400, lacks=30), Mended(aim=0, lacked=550, lacks=145)]


amounts = st.lists(st.integers(0, 20).map(float), min_size=8, max_size=8).map(lambda row: np.array(row).reshape(2, 4))


@settings(max_examples=40, deadline=None)
@given(amounts=amounts, low=st.tuples(*[st.integers(0, 40)] * 2), width=st.tuples(*[st.integers(0, 20)] * 2))
def test_no_other_choice_does_better(amounts: Floats, low: tuple[int, int], width: tuple[int, int]) -> None:
    lower = np.array(low, dtype=float)
    aims = Aims(amounts, lower, lower + width, np.array([1.0, 2.0]), np.array([30.0, 10.0]))
    problem = Problem(aims, (Count("two at most", np.ones(4, dtype=bool), 1, 2),), np.full(4, 3))

    choice = choose(problem, seconds=SECONDS)

    tried = (np.array(steps) for steps in product(range(4), repeat=4) if 1 <= np.count_nonzero(steps) <= 2)
    assert choice is not None
    assert choice.violation == pytest.approx(min(aims.violation(amounts @ steps) for steps in tried), abs=1e-6)


def test_the_foods_that_alone_help_most_stay_of_each_kind() -> None:
    problem = lunch()

    kept = pruned(problem, each=1)

    # Rice brings a little more energy than noodles, tofu calcium; milk is of no kind and stays.
    assert list(np.flatnonzero(kept)) == [RICE, TOFU, SPINACH, MILK]
    assert problem.only(kept).size == 4


def test_pruning_keeps_the_best_choice_of_the_whole_kitchen() -> None:
    whole, problem = choose(lunch(), seconds=SECONDS), lunch()

    smaller = choose(problem.only(pruned(problem, each=2)), seconds=SECONDS)

    assert whole is not None
    assert smaller is not None
    assert smaller.violation == whole.violation


def test_a_meal_is_asked_for_its_share_of_what_is_still_missing() -> None:
    rest = share_of_rest(goal=np.array([800.0, 2000.0]), eaten=np.array([380.0, 2500.0]), share=0.5)

    assert list(rest) == [210.0, 0.0]
    with pytest.raises(ValueError, match="share"):
        share_of_rest(goal=np.ones(1), eaten=np.ones(1), share=0)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"amounts": np.full((3, 6), np.nan)}, "known"),
        ({"low": np.array([700.0, 0, 0])}, "above"),
        ({"target": np.zeros(3)}, "positive"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(changed: dict[str, Floats], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        replace(lunch().aims, **changed)
