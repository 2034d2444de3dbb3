"""Every channel people can talk through; a new one is a folder and one line here."""

from __future__ import annotations

from bots.channels.base import Channel
from bots.channels.terminal import TerminalChannel
from bots.channels.web import WebChannel
from bots.channels.wechat.channel import WeChatChannel

CHANNELS: tuple[Channel, ...] = (TerminalChannel(), WebChannel(), WeChatChannel())
