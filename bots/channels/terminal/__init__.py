"""The conversation in a terminal."""

from __future__ import annotations

from bots.dialogue.messages import Reply
from bots.models import Inbound
from meum.journal.models import Door


class TerminalChannel:
    """Show replies as plain lines."""

    door = Door.TERMINAL

    def render(self, reply: Reply) -> str:
        """Return the lines; what could steer a terminal was taken out when the words came in."""
        return reply.text

    def came(self, message: Inbound) -> None:
        """Do nothing: the terminal shows only what comes at once."""
