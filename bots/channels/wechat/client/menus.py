"""The menu below a conversation, as the platform keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.channels.wechat.account import Capability
from bots.channels.wechat.client.calls import call
from bots.channels.wechat.client.errors import RefusedError

_NO_MENU = 46003


def put_menu(menu: Mapping[str, Any]) -> None:
    """Make this the account's menu; people see it within minutes to a day. Raises WeChatError."""
    call(path="/cgi-bin/menu/create", capability=Capability.MENU_API, json_body=menu)


def menu_there() -> Mapping[str, Any] | None:
    """Return the menu that the platform has, None without one. Raises WeChatError."""
    try:
        told = call(path="/cgi-bin/menu/get", capability=Capability.MENU_API, method="GET")
    except RefusedError as error:
        if error.code != _NO_MENU:
            raise
        return None
    found = told.get("menu")
    return found if isinstance(found, dict) else None


def take_menu_away() -> None:
    """Delete the account's menu. Raises WeChatError."""
    call(path="/cgi-bin/menu/delete", capability=Capability.MENU_API, method="GET")
