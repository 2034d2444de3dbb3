"""The lexicon a catalogue fills, and the mending of misspelt names."""

from __future__ import annotations

import pytest

from nutrition.reading.lexicon import Candidate, MealLexicon
from nutrition.reading.spelling import Spelling


def test_candidates_of_one_name_are_put_together_heaviest_first() -> None:
    lexicon = MealLexicon(
        names=[("Milk", [Candidate("skim", 1)]), ("milk", [Candidate("whole", 3), Candidate("skim", 2)])],
        foods={},
        generic={},
    )

    assert lexicon.names.get("milk") == (Candidate("whole", 3), Candidate("skim", 2))


def test_no_more_than_five_foods_are_kept_of_a_name() -> None:
    candidates = [Candidate(f"milk {at}", at) for at in range(1, 9)]

    kept = MealLexicon(names=[("milk", candidates)], foods={}, generic={}).names.get("milk")

    assert kept is not None
    assert [candidate.weight for candidate in kept] == [8, 7, 6, 5, 4]


def test_a_candidate_without_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="weight"):
        MealLexicon(names=[("milk", [Candidate("whole", 0)])], foods={}, generic={})


SPELLING = Spelling(
    ["番茄炒蛋", "米饭", "肉丝", "牛肉面", "牛柳面"],
    {"broccoli": 9, "chicken": 9, "breast": 9, "yogurt": 9, "rice": 9},
)


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("brocoli", "broccoli"),
        ("broccolli", "broccoli"),
        ("chiken", "chicken"),
        ("yogrut", "yogurt"),
        ("yoga", None),
        ("rise", None),
        ("hogurt", None),
        ("chick", None),
    ],
)
def test_a_slip_of_the_fingers_is_mended_and_other_words_are_not(word: str, mended: str | None) -> None:
    assert SPELLING.word(word) == mended


@pytest.mark.parametrize(
    ("run", "name"),
    [("番茄炒旦", "番茄炒蛋"), ("米范", "米饭"), ("弥反", None), ("番茄炒面", None), ("牛", None), ("米", None)],
)
def test_a_name_that_only_sounds_right_is_found(run: str, name: str | None) -> None:
    assert SPELLING.sound_alike(run) == name


def test_of_two_words_as_near_none_is_taken_unless_one_is_far_rarer() -> None:
    assert Spelling([], {"pesto": 3, "pasto": 3}).word("pusto") is None
    assert Spelling([], {"pesto": 13, "pasto": 3}).word("pusto") == "pesto"


def test_a_short_word_that_few_names_hold_mends_nothing() -> None:
    assert Spelling([], {"pesto": 2}).word("pusto") is None
    assert Spelling([], {"pestos": 2}).word("pustos") == "pestos"
