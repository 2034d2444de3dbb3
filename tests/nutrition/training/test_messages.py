"""Messages for training, as they stand in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutrition.training.messages import MarkedMessage, marked_message, read_messages


def test_marks_are_taken_out_and_say_what_was_eaten() -> None:
    message = marked_message("wanted {pizza}, had [tomato soup]")

    assert message == MarkedMessage("wanted pizza, had tomato soup", (("pizza", False), ("tomato soup", True)))


@pytest.mark.parametrize(
    ("words", "is_eaten"), [("soup", True), ("tomato soup", True), ("pizza", False), ("cake", None), ("", None)]
)
def test_a_food_is_found_by_its_words(words: str, is_eaten: bool | None) -> None:
    assert marked_message("wanted {pizza}, had [tomato soup]").is_eaten(words) is is_eaten


def test_a_food_both_eaten_and_mentioned_is_not_known() -> None:
    assert marked_message("his {rice}, my [rice]").is_eaten("rice") is None


def test_files_hold_marked_lines_or_json(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("had [rice]\n\n{rice}?\n", "utf-8")
    (tmp_path / "dev.jsonl").write_text('{"text": "rice", "meals": 1}\n', "utf-8")

    marked = [message.is_eaten("rice") for message in read_messages(tmp_path / "talk.txt")]
    whole = [message.is_eaten("rice") for message in read_messages(tmp_path / "dev.jsonl")]

    assert (marked, whole) == ([True, False], [True])
