"""What the conversations store, and what the WeChat channel knows of its account."""

from bots.models.conversations import Conversation, Inbound, InboundState
from bots.models.photos import PhotoMessage
from bots.models.reminders import Reminder
from bots.models.wechat_api import WeChatCircuit, WeChatLimit, WeChatNotice, WeChatSession, WeChatToken, WeChatWindow
from bots.models.wechat_inbox import UNDELIVERED, Outbound, OutboundState, RawPush, Way

__all__ = [
    "UNDELIVERED",
    "Conversation",
    "Inbound",
    "InboundState",
    "Outbound",
    "OutboundState",
    "PhotoMessage",
    "RawPush",
    "Reminder",
    "Way",
    "WeChatCircuit",
    "WeChatLimit",
    "WeChatNotice",
    "WeChatSession",
    "WeChatToken",
    "WeChatWindow",
]
