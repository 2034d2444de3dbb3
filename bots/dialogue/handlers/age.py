"""An age told by somebody who has agreed: its group is noted; one that may be under 14 is asked about first."""

from __future__ import annotations

from bots import services
from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.handlers.consent import age_of, too_young
from bots.dialogue.handlers.feelings import care_for_weight
from bots.dialogue.messages import Reply
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.ages import AgeTold, says_age
from bots.nlu.answers import Pick
from bots.nlu.births import birth_told
from meum.journal.models import Purpose
from meum.people import services as people
from meum.people.models import AgeBand
from meum.people.queries import profile_of

_NAMES = {AgeBand.ADULT: "age.adult", AgeBand.TEEN: "age.teen"}


class AgeHandler(Handler, Asker):
    """Ask who tells an age under 14 whether it is so: a slip of the keys ends nothing, a child's word ends recording.

    Neither the question nor its answer is kept, so that nothing stays of what was told but the time of a refusal.
    """

    asks = (QuestionKind.UNDER_AGE,)

    def accepts(self, turn: Turn) -> bool:
        """Take an age that is told as one; beside a log only one that may be under 14."""
        age = _age_told(turn)
        return age is not None and (age.low < people.YOUNGEST or not _tells_more(turn))

    def answer(self, turn: Turn) -> Reply:
        """Note the group, or ask; told once more after the question, the age is the answer."""
        age = _age_told(turn)
        assert age is not None  # accepts() has seen it
        band = people.age_band_of(low=age.low, high=age.high)
        is_asked = turn.open_question is not None and turn.open_question.kind is QuestionKind.UNDER_AGE
        if band == people.UNDER_14 and is_asked:
            return _ended(turn)
        if band is None or band == people.UNDER_14:
            return _asking(turn)
        people.answer_age(person=turn.person, age_band=band)
        if band == AgeBand.ADULT:
            _keep_birth(turn)
        return Reply((turn.say("age.noted", band=turn.say(_NAMES[AgeBand(band)])), *care_for_weight(turn)))

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no."""
        return _yes_or_no(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """End recording for a child; go on where it was a slip."""
        return _ended(turn) if pick.number else Reply((turn.say("under_age.no"),), is_kept=False)


def _age_told(turn: Turn) -> AgeTold | None:
    """Return an age told in so many words: after the agreement a number may be of anything."""
    return age_of(turn) if says_age(turn.heard.plain) else None


def _keep_birth(turn: Turn) -> None:
    """Keep when a grown-up was born, for what a body needs depends on it; what is known already stays."""
    profile = profile_of(person=turn.person)
    born = birth_told(turn.heard.plain, today=turn.person.clock.day_of(turn.incoming.at))
    if born is not None and (profile is None or profile.birth_date is None):
        draft = people.ProfileDraft(birth_date=born)
        people.update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)


def _tells_more(turn: Turn) -> bool:
    return turn.heard.has_food or bool(turn.heard.body) or turn.heard.skin is not None


def _yes_or_no(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("under_age.yes"), none=turn.say("under_age.none"))


def _asking(turn: Turn) -> Reply:
    question = Question(
        kind=QuestionKind.UNDER_AGE,
        choices=_yes_or_no(turn),
        asked_at=turn.incoming.at,
    )
    return Reply((turn.say("under_age.ask"),), question.choices, question, is_kept=False)


def _ended(turn: Turn) -> Reply:
    people.withdraw(person=turn.person, purpose=Purpose.HEALTH_RECORDS, door=turn.door)
    services.note_refusal(person=turn.person, door=turn.door, at=turn.incoming.at)
    people.forget_age(person=turn.person)
    return too_young(turn)
