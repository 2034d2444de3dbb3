"""The first minutes: the age, the agreement, and taking it back."""

from __future__ import annotations

from datetime import timedelta

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick, picks_of
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.people import services as people
from meum.people.models import AgeBand

TEXT_SHOWN_FOR = timedelta(hours=24)
"""How long after the text of the agreement was shown the word 同意 alone agrees to it."""

_AGE_BANDS = {1: AgeBand.ADULT, 2: AgeBand.TEEN}


class OnboardingHandler(Asker):
    """Ask what must be known before the first log: the age group, then the agreement."""

    asks = (QuestionKind.AGE, QuestionKind.CONSENT)

    def accepts(self, turn: Turn) -> bool:
        """Take every message of somebody who has not agreed yet."""
        return not turn.has_consent

    def answer(self, turn: Turn) -> Reply:
        """Ask for what is missing next."""
        return self.consent_text(turn) if turn.person.age_band else self.welcome(turn)

    def welcome(self, turn: Turn) -> Reply:
        """Say what this is and ask for the age group."""
        labels = (turn.say("age.adult"), turn.say("age.teen"), turn.say("age.child"))
        question = Question(
            kind=QuestionKind.AGE,
            choices=numbered(*labels),
            asked_at=turn.incoming.at,
            facts={"has_unsaved": _has_unsaved(turn)},
        )
        return asking(turn.say("welcome"), turn.say("not_a_doctor"), turn.say("age"), question=question)

    def consent_text(self, turn: Turn) -> Reply:
        """Show what the person is to agree to."""
        version = people.TEXT_VERSIONS[Purpose.HEALTH_RECORDS]
        question = Question(
            kind=QuestionKind.CONSENT,
            choices=numbered(turn.say("agree"), turn.say("read_privacy"), none=turn.say("disagree")),
            asked_at=turn.incoming.at,
            facts={"version": version, "has_unsaved": _has_unsaved(turn)},
        )
        return asking(
            turn.say("consent.what"),
            turn.say("consent.where"),
            turn.say("consent.ask", version=version),
            question=question,
        )

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store the age group or the agreement."""
        if question.kind is QuestionKind.AGE:
            return self._told_age(turn, question, pick)
        if pick.number == 1:
            return agreed(turn, question)
        if pick.number == 2:
            return asking(*privacy_lines(turn), turn.say("consent.again"), question=question)
        return Reply((turn.say("declined"),))

    def _told_age(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        if pick.number == 0:
            return asking(turn.say("age"), question=question)
        band = _AGE_BANDS.get(pick.number)
        if band is None:
            return Reply((turn.say("too_young"),), is_kept=False)
        people.answer_age(person=turn.person, age_band=band)
        return self.consent_text(turn)


class AgreeHandler(Handler):
    """Take the word 同意 as the answer to a text that was shown within a day."""

    def __init__(self, onboarding: OnboardingHandler) -> None:
        """Keep the handler that shows the text."""
        self._onboarding = onboarding

    def accepts(self, turn: Turn) -> bool:
        """Take the word itself."""
        return turn.wants(Intent.AGREE)

    def answer(self, turn: Turn) -> Reply:
        """Store the agreement, or show the text first."""
        if turn.has_consent:
            return Reply((turn.say("agreed_already"),))
        question = turn.question
        shown = question is not None and question.kind is QuestionKind.CONSENT
        if question is None or not shown or turn.incoming.at - question.asked_at >= TEXT_SHOWN_FOR:
            return self._onboarding.answer(turn)
        return agreed(turn, question)


class DeclineHandler(Handler):
    """Refuse, or take an agreement back."""

    group = HelpGroup.ABOUT
    help = {Lang.ZH: "撤回同意", Lang.EN: "withdraw consent"}

    def accepts(self, turn: Turn) -> bool:
        """Take both ways of saying no."""
        return turn.wants(Intent.DECLINE, Intent.WITHDRAW)

    def answer(self, turn: Turn) -> Reply:
        """Withdraw what was agreed to; otherwise only say that nothing is kept."""
        if not turn.has_consent:
            return Reply((turn.say("declined"),))
        people.withdraw(
            person=turn.person, purpose=Purpose.HEALTH_RECORDS, door=turn.door, evidence=turn.incoming.text[:200]
        )
        return Reply((turn.say("withdrawn"), turn.say("withdrawn.data")), ends_consent=True)


def agreed(turn: Turn, question: Question) -> Reply:
    """Store that the person agreed to the text that was shown."""
    version = question.facts["version"]
    people.agree(
        person=turn.person,
        purpose=Purpose.HEALTH_RECORDS,
        text_version=version,
        door=turn.door,
        evidence=turn.incoming.text[:200],
    )
    again = (turn.say("send_again"),) if question.facts["has_unsaved"] else ()
    return Reply((turn.say("agreed", version=version), *again, turn.say("try")))


def privacy_lines(turn: Turn) -> tuple[str, ...]:
    """Return the short privacy text."""
    return tuple(turn.say(f"privacy.{part}") for part in ("what", "who", "stop"))


def _has_unsaved(turn: Turn) -> bool:
    """Tell whether the person wrote something before the agreement, which is therefore lost."""
    before = bool(turn.question and turn.question.facts.get("has_unsaved"))
    is_answer = turn.question is not None and bool(picks_of(turn.heard.plain, turn.question.labels))
    return before or (bool(turn.incoming.text) and turn.heard.command is None and not is_answer)
