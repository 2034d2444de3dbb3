"""The conversation in WeChat: the webhook of one official account, in safe mode."""

from __future__ import annotations

from bots.dialogue.messages import Reply
from meum.journal.models import Door

MOST_BYTES = 2048
"""What a passive text may hold in UTF-8."""


class WeChatChannel:
    """Show replies as one text message."""

    door = Door.WECHAT

    def render(self, reply: Reply) -> str:
        """Return the text of a passive reply: no markup in it, and never more than WeChat takes."""
        # WeChat makes links of <a href=...>; a person's own words must not become one.
        text = reply.text.replace("<", "＜").replace(">", "＞")
        return text.encode()[:MOST_BYTES].decode(errors="ignore")
