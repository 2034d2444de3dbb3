"""Switch reminders on, after a text and a yes, and off."""

from __future__ import annotations

from datetime import time

from bots import reminding
from bots.abilities import Ability, can
from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.reminders import asks_for_other_reminder, reminder_wish
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.people import services as people
from meum.people.agreements import agreement_text

_USUAL = time(20, 0)


class RemindHandler(Handler, Asker):
    """Keep a time of the day, outside the night; the first time the agreement to notices is asked for."""

    asks = (QuestionKind.REMIND,)
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "提醒 20:00", Lang.EN: "remind me at 8 pm"}

    @property
    def is_offered(self) -> bool:
        """Tell whether anything can be said to people who have not just written."""
        return can(Ability.REMIND)

    def accepts(self, turn: Turn) -> bool:
        """Take the wish to be reminded, of whatever, or to be reminded no more."""
        plain = turn.heard.plain
        return turn.incoming.event is None and (reminder_wish(plain) is not None or asks_for_other_reminder(plain))

    def answer(self, turn: Turn) -> Reply:
        """Switch off at once; on after a yes. Say what can be reminded of where it is something else."""
        wish = reminder_wish(turn.heard.plain)
        if wish is None:
            return Reply((turn.say("remind.meals_only"), turn.say("remind.how")))
        if wish.is_off:
            was_on = reminding.end_reminder(person=turn.person, door=turn.door)
            return Reply((turn.say("remind.off" if was_on else "remind.none"),))
        if not self.is_offered:
            return Reply((turn.say("remind.impossible"),))
        at = wish.at or reminding.reminder_of(person=turn.person) or _USUAL
        reminding.refuse_night(at)
        if has_consent(person=turn.person, purpose=Purpose.NOTICES):
            return _set(turn, at)
        return _asking(turn, at)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no."""
        return _choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store the agreement and the time."""
        if pick.number == 0:
            return Reply((turn.say("remind.not_set"),))
        people.agree(
            person=turn.person,
            purpose=Purpose.NOTICES,
            text_version=question.facts["version"],
            door=turn.door,
            evidence=turn.incoming.text[:200],
        )
        return _set(turn, time.fromisoformat(question.facts["at"]))


def _asking(turn: Turn, at: time) -> Reply:
    question = Question(
        kind=QuestionKind.REMIND,
        choices=_choices(turn),
        asked_at=turn.incoming.at,
        facts={"at": f"{at:%H:%M}", "version": people.TEXT_VERSIONS[Purpose.NOTICES]},
    )
    text = agreement_text(Purpose.NOTICES, lang=turn.lang)
    return asking(turn.say("remind.ask", at=f"{at:%H:%M}"), text, question=question)


def _choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("agree"), none=turn.say("disagree"))


def _set(turn: Turn, at: time) -> Reply:
    reminding.set_reminder(person=turn.person, at=at)
    return Reply((turn.say("remind.set", at=f"{at:%H:%M}"), turn.say("remind.where")))
