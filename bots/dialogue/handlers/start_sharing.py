"""Let a nutritionist see one's records: the person is named back with what will be seen, then agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import override

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.sharing import EVERYBODY, who_text
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick, is_no, is_yes
from bots.nlu.keywords import Intent
from bots.nlu.privacy import sharing_to_start
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.kernel.language import DJANGO_NAMES
from meum.people import services as people
from meum.people.agreements import agreement_text
from meum.people.models import Person
from meum.people.queries import nutritionist, nutritionists, nutritionists_named, open_grant

_MOST_CHOICES = 8
_ROLE = re.compile(r"营养师|\b(?:nutritionist|dietitian|dietician)\b")


class StartSharingHandler(Handler, Asker):
    """Ask before anything is shared, and store the agreement with the words that gave it.

    Only nutritionists are looked for: a name that is somebody else's is answered as one that nobody has.
    """

    asks = (QuestionKind.SHARE_WITH,)
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "分享给营养师 名字", Lang.EN: "share my diary with NAME"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wish to share, and a plain yes or no to the question about it."""
        is_answered = self._is_agreed(turn) or self._is_refused(turn)
        return turn.has_consent and (sharing_to_start(turn.heard.plain) is not None or is_answered)

    def answer(self, turn: Turn) -> Reply:
        """Ask whether the one who is named may see the records; without a name ask for it."""
        if self._is_agreed(turn):
            assert turn.open_question is not None  # what was agreed to
            return self.resolve(turn, turn.open_question, Pick(1))
        if self._is_refused(turn):
            return Reply((turn.say("share.not_begun"),))
        name = sharing_to_start(turn.heard.plain) or ""
        # The name of her work may be her name as well.
        role = _ROLE.search(turn.heard.plain) if not name else None
        found = self._called(turn, role.group() if role else name)
        if not found and (not name or name in EVERYBODY):
            return Reply((turn.say("share.with_whom"),))
        if not found:
            return Reply((turn.say("share.nobody", name=turn.as_typed(name)),))
        return _asking_whether(turn, found[0]) if len(found) == 1 else _asking_which(turn, found)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return those who may be meant, or the agreement to the one who is."""
        asked = question.facts["nutritionists"]
        found = sorted(nutritionists().filter(pk__in=asked), key=lambda each: asked.index(str(each.pk)))
        if len(found) < len(asked):
            # One of them is none any longer; the numbers stay what they were.
            return question.choices
        return _choices(turn, found, is_asking_whether=bool(question.facts["version"]))

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Share after a yes to the text that was shown; go on to it where the one was picked."""
        if pick.number == 0:
            return Reply((turn.say("share.not_begun"),))
        chosen = nutritionist(nutritionist_id=UUID(question.facts["nutritionists"][pick.number - 1]))
        if question.facts["version"] != people.TEXT_VERSIONS[Purpose.SHARING]:
            return _asking_whether(turn, chosen, words=question.facts["words"])
        people.share_with(
            person=turn.person,
            nutritionist=chosen,
            door=turn.door,
            evidence=f"{question.facts['words']} / {turn.incoming.text}"[:200],
        )
        shown = () if turn.person.name else (_shown_as(turn),)
        return Reply((turn.say("share.begun", who=who_text(turn, chosen)), *shown, turn.say("share.next")))

    def _called(self, turn: Turn, name: str) -> list[Person]:
        if not name or name in EVERYBODY:
            return []
        return [each for each in nutritionists_named(name=name)[:_MOST_CHOICES] if each.pk != turn.person.pk]

    def _is_agreed(self, turn: Turn) -> bool:
        question = turn.open_question
        is_asked = question is not None and question.kind is QuestionKind.SHARE_WITH and question.facts["version"]
        return bool(is_asked) and (turn.wants(Intent.AGREE) or is_yes(turn.heard.plain))

    def _is_refused(self, turn: Turn) -> bool:
        """Tell whether the question got a no, also a late one: 不同意 takes no other agreement back."""
        is_asked = turn.question is not None and turn.question.kind is QuestionKind.SHARE_WITH
        return is_asked and (turn.wants(Intent.DECLINE) or is_no(turn.heard.plain))


def _shown_as(turn: Turn) -> str:
    """Say by what somebody without a name is told from others."""
    with override(DJANGO_NAMES[turn.lang]):
        return turn.say("name.shown", label=turn.person.label)


def _asking_whether(turn: Turn, chosen: Person, *, words: str = "") -> Reply:
    who = who_text(turn, chosen)
    if open_grant(person=turn.person, viewer=chosen) is not None:
        return Reply((turn.say("share.already", who=who), turn.say("share.next")))
    question = _question(
        turn,
        [chosen],
        words=words or turn.incoming.text[:100],
        version=people.TEXT_VERSIONS[Purpose.SHARING],
    )
    text = agreement_text(Purpose.SHARING, lang=turn.lang)
    return asking(turn.say("share.ask", who=who), text, question=question)


def _asking_which(turn: Turn, found: Sequence[Person]) -> Reply:
    question = _question(turn, found, words=turn.incoming.text[:100], version="")
    return asking(turn.say("share.which"), question=question)


def _choices(turn: Turn, found: Sequence[Person], *, is_asking_whether: bool) -> tuple[Choice, ...]:
    labels = [
        turn.say("share.yes", who=who_text(turn, each))
        if is_asking_whether
        else f"{who_text(turn, each)} ({each.username})"
        for each in found
    ]
    return numbered(*labels, none=turn.say("share.no"))


def _question(turn: Turn, found: Sequence[Person], *, words: str, version: str) -> Question:
    """Return a question; `version` is that of the text shown with it, empty where none was."""
    return Question(
        kind=QuestionKind.SHARE_WITH,
        choices=_choices(turn, found, is_asking_whether=bool(version)),
        asked_at=turn.incoming.at,
        facts={"nutritionists": [str(each.pk) for each in found], "words": words, "version": version},
    )
