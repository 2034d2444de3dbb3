"""What is not words: joining, photos, voice; and words that are too many."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler
from bots.dialogue.handlers.consent import OnboardingHandler
from bots.dialogue.messages import MOST_WORDS, Event, Reply
from bots.dialogue.speaking import Turn

_UNREAD = frozenset(
    {Event.PHOTO, Event.VOICE, Event.VIDEO, Event.FILE, Event.LINK, Event.LOCATION, Event.STICKER, Event.UNREADABLE}
)


class EventHandler(Handler):
    """Answer what came without words."""

    keeps_question = True

    def __init__(self, onboarding: OnboardingHandler) -> None:
        """Keep the handler that greets newcomers."""
        self._onboarding = onboarding

    def accepts(self, turn: Turn) -> bool:
        """Take every event."""
        return turn.incoming.event is not None

    def answer(self, turn: Turn) -> Reply:
        """Greet who joins; say what to do instead of what cannot be read; nothing to the rest.

        A photo of whoever did not agree yet is answered with what there is to agree to.
        """
        event = turn.incoming.event
        if event is Event.PHOTO and not turn.has_consent:
            return self._onboarding.answer(turn)
        if event is Event.JOINED:
            return Reply((turn.say("hello"), turn.say("try"))) if turn.has_consent else self._onboarding.answer(turn)
        return Reply((turn.say(f"event.{event}"),)) if event in _UNREAD else Reply()


class TooLongHandler(Handler):
    """Ask for a shorter message; a long one is neither read nor kept."""

    keeps_question = True

    def accepts(self, turn: Turn) -> bool:
        """Take what is longer than is read."""
        return turn.incoming.is_too_long

    def answer(self, turn: Turn) -> Reply:
        """Say how long a message may be."""
        return Reply((turn.say("too_long", most=MOST_WORDS),))
