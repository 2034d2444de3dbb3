"""WeChat among the channels."""

from __future__ import annotations

from bots.abilities import Ability, told_by
from bots.channels.wechat import delivery
from bots.channels.wechat.account import may_remind, may_scan
from bots.channels.wechat.rendering import as_text
from bots.dialogue.messages import Reply
from bots.models import Inbound
from meum.journal.models import Door


class WeChatChannel:
    """Show replies as one text message."""

    door = Door.WECHAT

    def render(self, reply: Reply) -> str:
        """Return the text of a reply: no markup in it, and never more than WeChat takes."""
        return as_text(reply)

    def came(self, message: Inbound) -> None:
        """Deliver an answer that was made after its turn."""
        delivery.came(message)


told_by(Ability.REMIND, may_remind)
told_by(Ability.SCAN, may_scan)
