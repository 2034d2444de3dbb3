"""What every handler of the conversation has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import TypeVar

from django.db import transaction

from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from meum.domain.languages import Lang
from meum.kernel.errors import MeumError
from meum.kernel.phrases import as_sentence

T = TypeVar("T")


class HelpGroup(StrEnum):
    """The line of the help that a handler's words stand in."""

    LOG = "log"
    SEE = "see"
    CHANGE = "change"
    ABOUT = "about"


def safely(
    turn: Turn,
    act: Callable[[], T],
    *,
    refused: Callable[[str], T],
    within: Callable[[], AbstractContextManager[object]] = transaction.atomic,
) -> T:
    """Return what `act` returns; what a service refuses is taken back and told by `refused` in one sentence.

    `within` opens what takes everything back that was done in it, where an error leaves it.
    """
    try:
        with within():
            return act()
    except MeumError as error:
        return refused(as_sentence(error, turn.lang))


class Handler(ABC):
    """Answer the messages that concern it.

    `help` is what it adds to the help, in the line of `group`; `keeps_question` leaves an open question open, and with
    `asks_again` it is asked once more below the answer; `carries_news` lets a line follow on what others did with the
    records.
    """

    group: HelpGroup | None = None
    help: Mapping[Lang, str] = {}
    keeps_question: bool = False
    asks_again: bool = False
    carries_news: bool = True

    @property
    def is_offered(self) -> bool:
        """Tell whether the help names it: not where this deployment cannot do it."""
        return True

    @abstractmethod
    def accepts(self, turn: Turn) -> bool:
        """Tell whether the message concerns this handler."""

    @abstractmethod
    def answer(self, turn: Turn) -> Reply:
        """Do what the message asks for; return the reply."""

    def within(self, turn: Turn) -> AbstractContextManager[object]:
        """Return what `answer` is called in: it takes back what was done before a refusal."""
        return transaction.atomic()


class Asker(ABC):
    """Take the answers to the kinds of question that it `asks`; a handler too where a message of its own opens one."""

    asks: tuple[QuestionKind, ...]

    @abstractmethod
    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the choices of a question in the language of the turn, which may have changed since it was asked."""

    def sentence(self, turn: Turn, question: Question) -> str:
        """Return what asks a question once more, in the language of the turn; empty where its choices tell enough."""
        return ""

    @abstractmethod
    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Go on with what was picked; return the reply."""
