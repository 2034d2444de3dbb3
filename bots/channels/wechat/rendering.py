"""A reply as WeChat shows it: one text, no markup in it."""

from __future__ import annotations

from bots.channels.wechat.texts import shortened
from bots.dialogue.messages import Reply


def as_text(reply: Reply) -> str:
    """Return the text of a reply, never more than WeChat takes."""
    # WeChat makes links of <a href=...>; a person's own words must not become one.
    return shortened(reply.text.replace("<", "＜").replace(">", "＞"))
