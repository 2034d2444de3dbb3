"""The conversations of the tutorial are what Meum answers, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from meum.people.models import Person
from tests.bots.conftest import Say

TUTORIAL = Path(settings.BASE_DIR) / "docs/tutorial/first-ten-minutes.md"


def turns_of(text: str) -> list[tuple[str, list[str]]]:
    """Return what is said and what is answered in the chat blocks of a page, in order."""
    turns: list[tuple[str, list[str]]] = []
    for block in text.split("```chat\n")[1:]:
        for line in block.split("```")[0].splitlines():
            if line.startswith("> "):
                turns.append((line[2:], []))
            else:
                turns[-1][1].append(line)
    return turns


@pytest.mark.usefixtures("everyday_catalogue")
def test_every_reply_of_the_tutorial_is_the_one_given(ada: Person, say: Say) -> None:
    turns = turns_of(TUTORIAL.read_text(encoding="utf-8"))

    replies = [list(say(ada, said, at=f"09:{minute:02}").lines) for minute, (said, _) in enumerate(turns)]

    assert len(turns) == 8
    assert replies == [told for _, told in turns]
