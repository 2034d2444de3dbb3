"""What a handler must have, and who takes the answers to a question."""

from __future__ import annotations

import pytest

from bots.dialogue.handlers import ASKERS
from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.questions import QuestionKind
from bots.dialogue.speaking import Turn


class Deaf(Handler):
    """A handler that answers nothing."""

    def accepts(self, turn: Turn) -> bool:
        """Take everything."""
        return True


class Curious(Asker):
    """One that asks and takes no answer."""

    asks = (QuestionKind.AGE,)


@pytest.mark.parametrize("unfinished", [Deaf, Curious])
def test_what_leaves_an_answer_out_cannot_be_made(unfinished: type) -> None:
    with pytest.raises(TypeError, match="abstract"):
        unfinished()


def test_every_kind_of_question_has_somebody_who_takes_its_answer() -> None:
    assert set(ASKERS) == set(QuestionKind)
