"""What the platform tells of a follower, and codes that people scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from bots.channels.wechat.account import Capability
from bots.channels.wechat.client.calls import call
from bots.channels.wechat.client.errors import NoAnswerError

MOST_SECONDS = 2_592_000
_PICTURES = "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket="


@dataclass(frozen=True, kw_only=True)
class UserInfo:
    """Hold whether somebody follows, and the id that all accounts of one owner share, where there is one."""

    is_following: bool
    union_id: str = field(default="", repr=False)
    came_by: str = ""


@dataclass(frozen=True, kw_only=True)
class SceneCode:
    """Hold a code to scan: `url` is what the code says, `picture_url` shows it. A bearer secret until it is used."""

    ticket: str = field(repr=False)
    url: str = field(repr=False)
    picture_url: str = field(repr=False)


def user_info(open_id: str) -> UserInfo:
    """Return what the platform tells of a person: neither name nor picture since 2021. Raises WeChatError."""
    told = call(
        path="/cgi-bin/user/info",
        capability=Capability.USER_INFO,
        method="GET",
        query={"openid": open_id, "lang": "zh_CN"},
    )
    return UserInfo(
        is_following=told.get("subscribe") == 1,
        union_id=str(told.get("unionid", "")),
        came_by=str(told.get("subscribe_scene", "")),
    )


def scene_code(scene: str, seconds: int) -> SceneCode:
    """Return a temporary code with a scene of 1 to 64 characters; raises ValueError for others, WeChatError.

    Whoever photographs the code has the scene: let a scan only propose, never decide.
    """
    if not 1 <= len(scene) <= 64 or not 1 <= seconds <= MOST_SECONDS:
        raise ValueError("a scene has 1 to 64 characters and lasts at most 30 days")
    told = call(
        path="/cgi-bin/qrcode/create",
        capability=Capability.QR_SCENE,
        json_body={
            "expire_seconds": seconds,
            "action_name": "QR_STR_SCENE",
            "action_info": {"scene": {"scene_str": scene}},
        },
    )
    ticket, url = told.get("ticket"), told.get("url")
    if not isinstance(ticket, str) or not isinstance(url, str):
        raise NoAnswerError("no_ticket")
    return SceneCode(ticket=ticket, url=url, picture_url=_PICTURES + quote(ticket, safe=""))
