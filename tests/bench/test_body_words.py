"""A fact counts when it was told and heard; its figures count apart."""

from __future__ import annotations

from bench.body_words import Heard, told_of_body, told_of_skin
from bench.datasets import Row

WEIGHT = {"kind": "weight", "day": 0, "value": 62.5, "unit": "kg"}
CHIN = {"kind": "skin", "day": 0, "zone": "chin", "symptom": "acne"}


def note(words: str, **ratings: int) -> Row:
    return {"kind": "skin", "day": 0, "ratings": ratings, "lesions": None, "words": words}


def test_a_right_figure_is_a_right_fact() -> None:
    heard = [{"kind": "weight", "day": 0, "value": 62.5}]

    assert told_of_body({"facts": [WEIGHT]}, heard) == Heard(right=1, figures=[True])


def test_a_figure_of_another_day_is_a_right_fact_with_a_wrong_figure() -> None:
    heard = [{"kind": "weight", "day": -1, "value": 62.5}]

    assert told_of_body({"facts": [WEIGHT]}, heard) == Heard(right=1, figures=[False])


def test_what_is_understood_but_not_kept_has_no_figure_to_be_right() -> None:
    fact = {"kind": "glucose", "day": 0, "value": 5.6, "unit": "mmol/L"}

    assert told_of_body({"facts": [fact]}, [{"kind": "blood_sugar", "day": 0, "is_kept": False}]) == Heard(right=1)


def test_food_that_nobody_ate_is_a_false_fact() -> None:
    assert told_of_body({"facts": []}, [{"kind": "food", "day": 0, "ml": 40}]) == Heard(wrong=1)


def test_a_symptom_without_a_scale_counts_by_the_words_that_are_kept() -> None:
    assert told_of_skin({"facts": [CHIN]}, [note("下巴长痘")]) == Heard(right=1, figures=[True])
    assert told_of_skin({"facts": [CHIN]}, [note("长痘")]) == Heard(right=1, figures=[False])
    assert told_of_skin({"facts": [CHIN]}, []) == Heard(missed=1)


def test_a_rating_of_what_nobody_told_is_false() -> None:
    assert told_of_skin({"facts": [CHIN]}, [note("下巴长痘", redness=5)]) == Heard(right=1, wrong=1, figures=[True])
    assert told_of_skin({"facts": []}, [note("太没面子了")]) == Heard(wrong=1)
