"""Signing in: mini programs by code, web pages by OAuth; and what a mini program may ask besides."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from tests.wxsim.accounts import Right
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, fine, told
from tests.wxsim.api.tokens import proven
from tests.wxsim.world import Code


def _taken(asked: Asked, value: str, app_id: str) -> Code:
    """Return a code and use it up; raises ApiError for one that is missing, unknown, over or used."""
    if not value:
        raise ApiError(41008)
    with asked.world.lock:
        code = asked.world.codes.get(value)
        if code is None or code.app_id != app_id or code.expires_at < asked.world.clock.now():
            raise ApiError(40029)
        if code.is_used:
            raise ApiError(40163)
        code.is_used = True
    return code


def session(asked: Asked) -> Told:
    """Exchange a mini program's code for the person and a session's key."""
    account = proven(asked.world, asked.query)
    code = _taken(asked, asked.query.get("js_code", ""), account.app_id)
    open_id = code.person.open_id(account.app_id)
    key = asked.world.session_keys[open_id] = base64.b64encode(secrets.token_bytes(16)).decode()
    shared = {"unionid": code.person.union_id} if asked.world.has_union_ids else {}
    return told({"openid": open_id, "session_key": key, **shared})


def _check_signature(asked: Asked) -> str:
    """Return the open id of a session that was proven; raises ApiError (87009) otherwise."""
    open_id = asked.query.get("openid", "")
    key = asked.world.session_keys.get(open_id, "")
    right = hmac.new(key.encode(), b"", hashlib.sha256).hexdigest()
    if not key or not hmac.compare_digest(asked.query.get("signature", ""), right):
        raise ApiError(87009)
    return open_id


def check_session(asked: Asked) -> Told:
    """Tell whether a session's key is still good."""
    _check_signature(asked)
    return fine()


def reset_session(asked: Asked) -> Told:
    """Replace a session's key."""
    open_id = _check_signature(asked)
    key = asked.world.session_keys[open_id] = base64.b64encode(secrets.token_bytes(16)).decode()
    return fine(openid=open_id, session_key=key)


def phone_number(asked: Asked) -> Told:
    """Exchange a code for a number."""
    _taken(asked, str(asked.json().get("code", "")), asked.account.app_id)
    mark = {"timestamp": int(asked.world.clock.now()), "appid": asked.account.app_id}
    number = "13800000000"
    info = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86", "watermark": mark}
    return fine(phone_info=info)


def check_text(asked: Asked) -> Told:
    """Let every text pass."""
    data = asked.json()
    asked.person(data.get("openid"))
    return fine(result={"suggest": "pass", "label": 100}, detail=[], trace_id=secrets.token_hex(12))


def check_media(asked: Asked) -> Told:
    """Take a picture to check later."""
    asked.json()
    return fine(trace_id=secrets.token_hex(12))


def web_token(asked: Asked) -> Told:
    """Exchange a web page's code for the person."""
    account = proven(asked.world, asked.query)
    if Right.OAUTH not in account.rights:
        raise ApiError(48001)
    if asked.query.get("grant_type") != "authorization_code":
        raise ApiError(40002)
    code = _taken(asked, asked.query.get("code", ""), account.app_id)
    value = f"web_{secrets.token_urlsafe(80)}"
    asked.world.web_tokens[value] = code
    shared = {"unionid": code.person.union_id} if asked.world.has_union_ids else {}
    snapshot = {"is_snapshotuser": 0}
    person = {"openid": code.person.open_id(account.app_id), "scope": code.scope, **shared, **snapshot}
    return told({"access_token": value, "expires_in": 7200, "refresh_token": f"re_{value}", **person})


def web_refresh(asked: Asked) -> Told:
    """Give a web page a new token."""
    value = asked.query.get("refresh_token", "").removeprefix("re_")
    code = asked.world.web_tokens.get(value)
    if code is None:
        raise ApiError(40029)
    person = {"openid": code.person.open_id(code.app_id), "scope": code.scope}
    return told({"access_token": value, "expires_in": 7200, "refresh_token": f"re_{value}", **person})


def web_user(asked: Asked) -> Told:
    """Tell a web page who the person is; needs the larger scope."""
    code = asked.world.web_tokens.get(asked.query.get("access_token", ""))
    if code is None:
        raise ApiError(40001)
    if code.scope != "snsapi_userinfo":
        raise ApiError(48001)
    if asked.query.get("openid") != code.person.open_id(code.app_id):
        raise ApiError(40003)
    return told({"openid": code.person.open_id(code.app_id), "nickname": "微信用户", "unionid": code.person.union_id})


ROUTES: Routes = {
    "/sns/jscode2session": Route(session, "GET", needs_token=False),
    "/wxa/checksession": Route(check_session, "GET", right=Right.MINI_PROGRAM),
    "/wxa/resetusersessionkey": Route(reset_session, "GET", right=Right.MINI_PROGRAM),
    "/wxa/business/getuserphonenumber": Route(phone_number, right=Right.MINI_PROGRAM),
    "/wxa/msg_sec_check": Route(check_text, right=Right.MINI_PROGRAM),
    "/wxa/media_check_async": Route(check_media, right=Right.MINI_PROGRAM),
    "/sns/oauth2/access_token": Route(web_token, "GET", needs_token=False),
    "/sns/oauth2/refresh_token": Route(web_refresh, "GET", needs_token=False),
    "/sns/userinfo": Route(web_user, "GET", needs_token=False),
}
