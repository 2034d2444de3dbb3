"""The conversation on a web page."""

from __future__ import annotations

from django.template.loader import render_to_string

from bots.dialogue.messages import Reply
from bots.models import Inbound
from meum.journal.models import Door


class WebChannel:
    """Show replies as bubbles."""

    door = Door.WEB

    def render(self, reply: Reply) -> str:
        """Return the bubble of a reply as HTML, everything in it escaped."""
        return render_to_string("bots/_reply.html", {"reply": reply})

    def came(self, message: Inbound) -> None:
        """Do nothing: the page shows it when it is looked at again."""
