"""The account's own things: menu, codes with scenes, and who follows."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from tests.wxsim.accounts import Right
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, fine, html, told
from tests.wxsim.pictures import grey_png
from tests.wxsim.world import Scene

MOST_SECONDS = 2_592_000
_WITH_KEY = frozenset(
    {"click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin"}
    | {"location_select"}
)
_OTHER_TYPES = frozenset({"view", "media_id", "view_limited", "miniprogram"})


def create_menu(asked: Asked) -> Told:
    """Keep a menu of at most three entries with five each."""
    data = asked.json()
    if asked.is_escaped:
        raise ApiError(40033)
    buttons = data.get("button")
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= 3:
        raise ApiError(40016)
    for button in buttons:
        _check_name(button, 16, 40018)
        below = button.get("sub_button") or []
        if len(below) > 5:
            raise ApiError(40023)
        for entry in below or [button]:
            _check_entry(entry, is_below=bool(below))
    asked.world.menus[asked.account.app_id] = {"button": buttons}
    return fine()


def _check_name(entry: Mapping[str, Any], most_bytes: int, code: int) -> None:
    if not 0 < len(str(entry.get("name", "")).encode()) <= most_bytes:
        raise ApiError(code)


def _check_entry(entry: Mapping[str, Any], *, is_below: bool) -> None:
    if is_below:
        _check_name(entry, 60, 40025)
    kind = str(entry.get("type", ""))
    if kind not in _WITH_KEY | _OTHER_TYPES:
        raise ApiError(40017)
    if kind in _WITH_KEY and not 0 < len(str(entry.get("key", "")).encode()) <= 128:
        raise ApiError(40019)
    if kind == "view" and not 0 < len(str(entry.get("url", "")).encode()) <= 1024:
        raise ApiError(40020)


def menu(asked: Asked) -> Told:
    """Tell the menu."""
    found = asked.world.menus.get(asked.account.app_id)
    if found is None:
        raise ApiError(46003)
    return told({"menu": found})


def delete_menu(asked: Asked) -> Told:
    """Take the menu away."""
    asked.world.menus.pop(asked.account.app_id, None)
    return fine()


def create_code(asked: Asked) -> Told:
    """Make a code with a scene."""
    data = asked.json()
    action, info = str(data.get("action_name", "")), data.get("action_info")
    scene = _scene(action, info.get("scene") if isinstance(info, dict) else None)
    seconds = min(int(data.get("expire_seconds", 60)), MOST_SECONDS)
    ends = float("inf") if action.startswith("QR_LIMIT") else asked.world.clock.now() + seconds
    code = Scene(f"gQ{secrets.token_urlsafe(70)}", scene, asked.account.app_id, ends)
    asked.world.scenes[code.ticket] = code
    lasting = {} if action.startswith("QR_LIMIT") else {"expire_seconds": seconds}
    return told({"ticket": code.ticket, **lasting, "url": f"http://weixin.qq.com/q/{code.ticket[:22]}"})


def _scene(action: str, scene: object) -> str:
    """Return the text of a scene; raises ApiError (40053) for one that cannot be."""
    wanted = scene if isinstance(scene, dict) else {}
    text, number = wanted.get("scene_str"), wanted.get("scene_id")
    if action in ("QR_STR_SCENE", "QR_LIMIT_STR_SCENE") and isinstance(text, str) and 1 <= len(text) <= 64:
        return text
    most = 2**32 - 1 if action == "QR_SCENE" else 100_000 if action == "QR_LIMIT_SCENE" else 0
    if isinstance(number, int) and 1 <= number <= most:
        return str(number)
    raise ApiError(40053)


def show_code(asked: Asked) -> Told:
    """Give the picture of a code."""
    if asked.query.get("ticket", "") not in asked.world.scenes:
        return html(404)
    return Told(grey_png(430, 430), headers={"Content-Type": "image/jpg"})


def user(asked: Asked) -> Told:
    """Tell what the platform tells of a person: no name and no picture since 2021."""
    person = asked.person(asked.query.get("openid"))
    open_id = person.open_id(asked.account.app_id)
    if not person.is_following:
        return told({"subscribe": 0, "openid": open_id, "tagid_list": []})
    shared = {"unionid": person.union_id} if asked.world.has_union_ids else {}
    return told(
        {"subscribe": 1, "openid": open_id, "nickname": "", "sex": 0, "language": "", "city": "", "headimgurl": ""}
        | {"subscribe_time": int(person.followed_at), **shared, "remark": "", "groupid": 0, "tagid_list": []}
        | {"subscribe_scene": person.came_by, "qr_scene": 0, "qr_scene_str": person.came_scene}
    )


def users(asked: Asked) -> Told:
    """Tell who follows, ten thousand at a time."""
    ids = sorted(each.open_id(asked.account.app_id) for each in asked.world.people.values() if each.is_following)
    start = asked.query.get("next_openid", "")
    page: Sequence[str] = [open_id for open_id in ids if open_id > start][:10_000]
    last = page[-1] if page else ""
    return told({"total": len(ids), "count": len(page), "data": {"openid": list(page)}, "next_openid": last})


ROUTES: Routes = {
    "/cgi-bin/menu/create": Route(create_menu, right=Right.MENU),
    "/cgi-bin/menu/get": Route(menu, "GET", right=Right.MENU),
    "/cgi-bin/menu/delete": Route(delete_menu, "GET", right=Right.MENU),
    "/cgi-bin/qrcode/create": Route(create_code, right=Right.QR_SCENE),
    "/cgi-bin/showqrcode": Route(show_code, "GET", needs_token=False),
    "/cgi-bin/user/info": Route(user, "GET", right=Right.USER_INFO),
    "/cgi-bin/user/get": Route(users, "GET", right=Right.USER_INFO),
}
