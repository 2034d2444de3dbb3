"""Tencent's API for one account: small, bounded in time, and silent about secrets. Import what you need from here."""

from bots.channels.wechat.client.errors import (
    MediaError,
    NoAnswerError,
    Reason,
    RefusedError,
    SendRefused,
    StoppedError,
    WeChatError,
)
from bots.channels.wechat.client.media import fetch_media, upload_image
from bots.channels.wechat.client.menus import menu_there, put_menu, take_menu_away
from bots.channels.wechat.client.messages import send_image, send_text, typing
from bots.channels.wechat.client.notices import send_notice
from bots.channels.wechat.client.people import SceneCode, UserInfo, scene_code, user_info
from bots.channels.wechat.client.signing_in import Proven, session_of, web_visitor

__all__ = [
    "MediaError",
    "NoAnswerError",
    "Proven",
    "Reason",
    "RefusedError",
    "SceneCode",
    "SendRefused",
    "StoppedError",
    "UserInfo",
    "WeChatError",
    "fetch_media",
    "menu_there",
    "put_menu",
    "scene_code",
    "send_image",
    "send_notice",
    "send_text",
    "session_of",
    "take_menu_away",
    "typing",
    "upload_image",
    "user_info",
    "web_visitor",
]
