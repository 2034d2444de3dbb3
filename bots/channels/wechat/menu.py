"""The menu of the official account: at most three entries with five each, built of what clicks mean here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from bots.channels.wechat.account import Capability, has
from bots.dialogue.clicks import SAYS

_Entry = Mapping[str, Any]


def our_menu() -> Mapping[str, Any]:
    """Return the menu as the platform takes it: with the way to one's own pages where the account can lead there."""
    about = [_click("隐私说明", "m1.privacy"), _click("怎么用", "m1.help")]
    if settings.PUBLIC_URL and has(Capability.OAUTH):
        address = settings.PUBLIC_URL + reverse("bots:wechat_sign_in")
        about.insert(0, {"type": "view", "name": "我的网页", "url": address})
    return {
        "button": [
            _below("记录", [_click("今天", "m1.today"), _click("昨天", "m1.yesterday"), _click("撤销", "m1.undo")]),
            _click("本周", "m1.week"),
            _below("我", about),
        ]
    }


def _click(name: str, key: str) -> _Entry:
    if key not in SAYS:
        raise ValueError(f"no click means {key}")
    return {"type": "click", "name": name, "key": key}


def _below(name: str, entries: Sequence[_Entry]) -> _Entry:
    return {"name": name, "sub_button": list(entries)}
