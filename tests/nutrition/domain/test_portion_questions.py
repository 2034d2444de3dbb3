"""The one question about a portion: what it asks, and when it is not worth asking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meum.domain.intervals import Interval
from nutrition.domain.portion_questions import Asked, best_question

BOWL = Interval(400, 600, 900)


def test_the_size_is_asked_in_three_parts_that_touch() -> None:
    question = best_question(grams=BOWL, kcal_per_gram=1, is_shared=False)

    assert question is not None
    assert question.asked is Asked.SIZE
    assert question.answers == (Interval(400, 450, 500), Interval(500, 600, 750), Interval(750, 825, 900))


def test_of_a_dish_for_several_the_people_are_asked() -> None:
    question = best_question(grams=BOWL, kcal_per_gram=1, is_shared=True)

    assert question is not None
    assert question.asked is Asked.PEOPLE
    assert [answer.mid for answer in question.answers] == [600, 300, 200]


def test_what_narrows_the_energy_by_little_is_not_asked() -> None:
    assert best_question(grams=Interval(180, 200, 220), kcal_per_gram=1.2, is_shared=False) is None
    assert best_question(grams=Interval.exact(300), kcal_per_gram=5, is_shared=False) is None


@given(
    st.lists(st.floats(1, 2000), min_size=3, max_size=3).map(sorted),
    st.floats(0, 9),
    st.booleans(),
)
def test_no_answer_is_wider_than_the_estimate(bounds: list[float], kcal_per_gram: float, is_shared: bool) -> None:
    grams = Interval(*bounds)
    question = best_question(grams=grams, kcal_per_gram=kcal_per_gram, is_shared=is_shared)

    for answer in question.answers if question else ():
        assert answer.high - answer.low <= grams.high - grams.low
