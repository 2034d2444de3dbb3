"""Names as they read inside a sentence."""

import pytest

from meum.language.running_text import within_sentence


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Root beer", "root beer"),
        ("Raw broccoli", "raw broccoli"),
        ("Sugar-free gum", "sugar-free gum"),
        ("Almonds", "almonds"),
        ("egg", "egg"),
        ("100% orange juice", "100% orange juice"),
        ("牛肉面", "牛肉面"),
    ],
)
def test_a_common_noun_begins_small(name: str, shown: str) -> None:
    assert within_sentence(name) == shown


@pytest.mark.parametrize(
    "name",
    ["Greek yogurt", "Caesar salad", "European-style cheese", "Big Mac", "Bird's nest soup", "BBQ sauce", "S'more"],
)
def test_proper_names_titles_and_owners_keep_their_capital(name: str) -> None:
    assert within_sentence(name) == name


def test_that_any_kind_is_meant_is_not_said_of_what_was_eaten() -> None:
    assert within_sentence("Coffee (any kind)") == "coffee"
