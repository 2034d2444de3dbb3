"""Keep the photos that a person confirms, remember their dishes, or learn from them: after a text and a yes alone."""

from __future__ import annotations

from django.conf import settings

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.photo_wishes import PhotoWish, Use, photo_wish
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.people import services as people
from meum.people.agreements import agreement_text

_PURPOSES = {
    Use.OWN: Purpose.PHOTOS_KEPT,
    Use.MEMORY: Purpose.PERSONAL_PHOTO_MEMORY,
    Use.IMPROVEMENT: Purpose.IMPROVEMENT,
    Use.OUTSIDE: Purpose.EXTERNAL_ENGINE,
}


class PhotoWishHandler(Handler, Asker):
    """Ask for the agreement that a use of photos needs, or end it at once."""

    asks = (QuestionKind.KEEP_PHOTOS,)
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "保留照片", Lang.EN: "keep photos"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wishes about photos."""
        return turn.incoming.event is None and photo_wish(turn.heard.plain) is not None

    def answer(self, turn: Turn) -> Reply:
        """End at once; begin after a yes."""
        wish = photo_wish(turn.heard.plain)
        assert wish is not None  # accepts() has seen it
        is_agreed = has_consent(person=turn.person, purpose=_PURPOSES[wish.use])
        if wish.is_off:
            return _ended(turn, wish, is_agreed=is_agreed)
        if is_agreed:
            return Reply((turn.say(f"photos.{wish.use}.already"),))
        if wish.use is Use.OUTSIDE and not settings.EXTERNAL_ENGINE_URL:
            return Reply((turn.say("photos.outside.missing"),))
        return _asking(turn, wish.use)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no."""
        return _choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store the agreement."""
        use = Use(question.facts["use"])
        if pick.number == 0:
            return Reply((turn.say(f"photos.{use}.none"),))
        people.agree(
            person=turn.person,
            purpose=_PURPOSES[use],
            text_version=question.facts["version"],
            door=turn.door,
            evidence=turn.incoming.text[:200],
        )
        return Reply((turn.say(f"photos.{use}.on"),))


def _ended(turn: Turn, wish: PhotoWish, *, is_agreed: bool) -> Reply:
    if not is_agreed:
        return Reply((turn.say(f"photos.{wish.use}.none"),))
    evidence = turn.incoming.text[:200]
    people.withdraw(person=turn.person, purpose=_PURPOSES[wish.use], door=turn.door, evidence=evidence)
    return Reply((turn.say(f"photos.{wish.use}.off"),))


def _asking(turn: Turn, use: Use) -> Reply:
    purpose = _PURPOSES[use]
    question = Question(
        kind=QuestionKind.KEEP_PHOTOS,
        choices=_choices(turn),
        asked_at=turn.incoming.at,
        facts={"use": use.value, "version": people.TEXT_VERSIONS[purpose]},
    )
    return asking(turn.say(f"photos.{use}.ask"), agreement_text(purpose, lang=turn.lang), question=question)


def _choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("agree"), none=turn.say("disagree"))
