"""Deleting everything that is known of a person, after four digits that say so."""

from __future__ import annotations

import secrets

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.codes import after_wrong_try, code_typed, is_in_time, new_code
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.privacy import asks_to_erase
from meum.domain.languages import Lang
from meum.overview.erasure import ask_for_erasure, erasure_of
from meum.overview.models import Cause

MOST_TRIES = 3


class BeingErasedHandler(Handler):
    """Say to whoever is being erased that it goes on; nothing else is done with what they send."""

    carries_news = False

    def accepts(self, turn: Turn) -> bool:
        """Take every message of somebody whose account is closed for good."""
        return not turn.person.is_active and erasure_of(person=turn.person) is not None

    def answer(self, turn: Turn) -> Reply:
        """Ask for a little patience."""
        return Reply((turn.say("erase.going_on"),), is_kept=False)


class EraseHandler(Handler, Asker):
    """Ask for four digits, then close the account and have everything deleted."""

    asks = (QuestionKind.ERASE,)
    carries_news = False
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "删除我的数据", Lang.EN: "delete my data"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wish to have the account or everything deleted, and the digits that confirm it."""
        return asks_to_erase(turn.heard.plain) or bool(code_typed(turn, QuestionKind.ERASE))

    def answer(self, turn: Turn) -> Reply:
        """Tell what will be gone and ask for the code; erase once it is typed."""
        typed = code_typed(turn, QuestionKind.ERASE)
        if not typed:
            return _asking(turn)
        question = turn.question
        assert question is not None  # code_typed() has seen it
        if not is_in_time(turn):
            return Reply((turn.say("erase.expired"),))
        if not secrets.compare_digest(typed, question.facts["code"]):
            again = after_wrong_try(question, most=MOST_TRIES)
            return asking(turn.say("erase.wrong"), question=again) if again else Reply((turn.say("erase.closed"),))
        ask_for_erasure(person=turn.person, cause=Cause.ASKED, door=turn.door)
        return Reply((turn.say("erase.begun"), turn.say("erase.backups")), ends_consent=True)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the way out; the way on is the code."""
        return numbered(none=turn.say("erase.no"))

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Leave everything as it is."""
        return Reply((turn.say("erase.not_done"),))


def _asking(turn: Turn) -> Reply:
    code = new_code()
    question = Question(
        kind=QuestionKind.ERASE,
        choices=numbered(none=turn.say("erase.no")),
        asked_at=turn.incoming.at,
        facts={"code": code, "tries": 0, "since": turn.incoming.at.isoformat()},
    )
    copy = (turn.say("erase.copy_first"),) if turn.has_consent else ()
    return asking(turn.say("erase.what"), turn.say("erase.code", code=code), *copy, question=question)
