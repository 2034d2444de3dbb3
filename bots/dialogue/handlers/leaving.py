"""Who leaves, comes back, takes back what the platform may tell of them, or closes the account there."""

from __future__ import annotations

from bots import services
from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.consent import OnboardingHandler
from bots.dialogue.messages import Event, Reply
from bots.dialogue.speaking import Turn
from meum.overview.erasure import STEP_CODES, ask_for_erasure, forget_revoked
from meum.overview.models import Cause
from meum.people.identities import forget_identity, leave_by
from meum.people.models import Role


class LeavingHandler(Handler):
    """Do what a leave, a revocation or a closed account asks for; nobody reads an answer."""

    keeps_question = False
    carries_news = False

    def accepts(self, turn: Turn) -> bool:
        """Take the three events of going."""
        return turn.incoming.event in (Event.LEFT, Event.REVOKED, Event.CANCELLED)

    def answer(self, turn: Turn) -> Reply:
        """Stop, delete what was named, or erase whoever has no password to come in by."""
        event, sender = turn.incoming.event, turn.incoming.sender
        assert sender is not None  # the platform names who goes
        if event is Event.LEFT:
            leave_by(person=turn.person, identity_id=sender, at=turn.incoming.at)
        elif event is Event.CANCELLED and turn.person.has_usable_password():
            forget_identity(person=turn.person, identity_id=sender, door=turn.door, evidence="closed")
        elif event is Event.CANCELLED and turn.person.role == Role.PERSON:
            ask_for_erasure(person=turn.person, cause=Cause.CANCELLED, door=turn.door)
        elif event is Event.REVOKED:
            codes = [code.strip() for code in turn.incoming.argument.replace("，", ",").split(",")]
            forget_revoked(person=turn.person, codes=codes)
            if not STEP_CODES.isdisjoint(codes):
                services.forget_session_keys(turn.person)
        return Reply(ends_consent=True)


class ReturnHandler(Handler):
    """Welcome back who had left, and ask anew: the agreement from before is not taken for granted."""

    carries_news = False

    def __init__(self, onboarding: OnboardingHandler) -> None:
        """Keep the handler that shows the text."""
        self._onboarding = onboarding

    def accepts(self, turn: Turn) -> bool:
        """Take the joining of somebody who is known and had left."""
        return turn.incoming.event is Event.JOINED and turn.incoming.is_return

    def answer(self, turn: Turn) -> Reply:
        """Show the text again unless another way in kept the agreement."""
        if turn.has_consent:
            return Reply((turn.say("hello"), turn.say("try")))
        if turn.person.age_band:
            return self._onboarding.again(turn, "left.back")
        return self._onboarding.answer(turn)
