"""What a channel is: a door, and the way its people see a reply."""

from __future__ import annotations

from typing import Protocol

from bots.dialogue.messages import Reply
from bots.models import Inbound
from meum.journal.models import Door


class Channel(Protocol):
    """Render replies for one platform; what comes in is parsed where it arrives, in the channel's own folder."""

    @property
    def door(self) -> Door:
        """Return the door that entries made here carry."""
        ...

    def render(self, reply: Reply) -> str:
        """Return a reply as the channel delivers it; people's own words in it must do no harm there."""
        ...

    def came(self, message: Inbound) -> None:
        """Deliver an answer that was made after its turn, where people do not see it by looking again."""
        ...
