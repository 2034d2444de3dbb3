"""What a handler knows of its turn, and which language the answer is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bots.dialogue.hearing import Heard
from bots.dialogue.messages import Incoming
from bots.dialogue.questions import Question
from bots.models import Conversation
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang, language_of
from meum.journal.models import Door
from meum.kernel.phrases import phrase
from meum.language.scripts import clean
from meum.people.models import Person


@dataclass(frozen=True, kw_only=True)
class OpenPhotos:
    """Hold the photos that wait for the person's word: their session, and when it was asked what they show."""

    session: UUID
    asked_at: datetime | None
    times_asked: int


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Hold one message with what is known when it is answered; `question` may have run out of time."""

    person: Person
    door: Door
    incoming: Incoming
    heard: Heard
    lang: Lang
    has_consent: bool
    question: Question | None
    photos: OpenPhotos | None = None

    @property
    def open_question(self) -> Question | None:
        """Return the question that can still be answered."""
        return self.question if self.question and self.question.is_open(self.incoming.at) else None

    def wants(self, *intents: Intent) -> bool:
        """Tell whether the message is a command with one of these intents."""
        return self.heard.command is not None and self.heard.command.intent in intents

    def as_typed(self, words: str) -> str:
        """Return words of the cleaned text with the signs and capitals that they were sent with."""
        sent = clean(self.incoming.text)
        start = sent.text.find(words)
        return (sent.quote(start, start + len(words)) if start >= 0 else "") or words

    def say(self, key: str, **facts: object) -> str:
        """Return a phrase in the language of the answer."""
        return phrase(self.lang, f"chat.{key}", **facts)


def turn_beside(conversation: Conversation, *, message_id: str = "", at: datetime) -> Turn:
    """Return a turn without words, for what is said to a person beside their messages, in the language spoken last."""
    return Turn(
        person=conversation.person,
        door=Door(conversation.channel),
        incoming=Incoming(message_id=message_id, at=at),
        heard=Heard(plain=""),
        lang=Lang(conversation.reply_language or conversation.person.lang),
        has_consent=True,
        question=None,
    )


def written_in(text: str) -> Lang | None:
    """Return the language of a text, or None for one without letters."""
    zh = language_of(text, Lang.ZH)
    return zh if zh is language_of(text, Lang.EN) else None


def spoken_language(text: str, *, person_lang: Lang, text_language: str, reply_language: str) -> Lang:
    """Return the language to answer in.

    What is mostly Chinese is answered in Chinese; English in English unless it is the first English text of somebody
    who speaks Chinese with us; a text without letters as the text before it. `text_language` and `reply_language` are
    those of the text and the answer before, empty before the first.
    """
    told = written_in(text)
    if told is None:
        return Lang(reply_language or person_lang)
    if told is Lang.EN and person_lang is Lang.ZH and text_language == Lang.ZH:
        return Lang.ZH
    return told
