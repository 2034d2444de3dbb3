"""Who stands behind a code: of the mini program's login, and of a web page that was opened inside WeChat.

The platform wants secret and code in the address of these two; ours are never written anywhere, and what the platform
answers beside the ids stays here or, a session's key, goes into a sealed row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.channels.wechat.account import Capability, MiniProgram
from bots.channels.wechat.client import circuits
from bots.channels.wechat.client.answers import asked
from bots.channels.wechat.client.calls import account_that_may
from bots.channels.wechat.client.errors import NoAnswerError, RefusedError
from bots.channels.wechat.client.reactions import react

BAD_CODE = frozenset({40029, 40163, 41008, 42003})
BLOCKED = 40226
TOO_OFTEN = 45011


@dataclass(frozen=True, kw_only=True)
class Proven:
    """Hold whom the platform vouches for; shows none of it."""

    open_id: str = field(repr=False)
    union_id: str = field(default="", repr=False)
    session_key: str = field(default="", repr=False)


def session_of(js_code: str, *, mini_program: MiniProgram) -> Proven:
    """Return who a mini program's code stands for; a code is good once. Raises WeChatError."""
    query = {
        "appid": mini_program.app_id,
        "secret": mini_program.secret,
        "js_code": js_code,
        "grant_type": "authorization_code",
    }
    told = _asked(mini_program.api_base, "/sns/jscode2session", query, app_id=mini_program.app_id)
    return _proven(told, session_key=_text(told, "session_key"))


def web_visitor(code: str) -> Proven:
    """Return who opened a page inside WeChat; raises WeChatError, also for an account without the right."""
    account = account_that_may(Capability.OAUTH)
    query = {
        "appid": account.app_id,
        "secret": account.secret,
        "code": code,
        "grant_type": "authorization_code",
    }
    told = _asked(
        account.api_base, "/sns/oauth2/access_token", query, app_id=account.app_id, capability=Capability.OAUTH
    )
    if told.get("is_snapshotuser") == 1:
        # A page that is shown in preview is visited by an id that stands for nobody.
        raise NoAnswerError("snapshot_user")
    return _proven(told)


def _asked(
    base: str, path: str, query: Mapping[str, str], *, app_id: str, capability: Capability | None = None
) -> Mapping[str, Any]:
    troubles = circuits.open_troubles(app_id=app_id, path=path)
    circuits.refuse_when_stopped(troubles)
    try:
        told = asked(base=base, path=path, method="GET", query=query)
    except RefusedError as error:
        # Too many tries of one person say nothing about the next one.
        if error.code != TOO_OFTEN:
            react(error, app_id=app_id, capability=capability)
        raise
    except NoAnswerError:
        circuits.pause(app_id=app_id, calls=path)
        raise
    circuits.end(troubles)
    return told


def _proven(told: Mapping[str, Any], *, session_key: str = "") -> Proven:
    return Proven(open_id=_text(told, "openid"), union_id=str(told.get("unionid", "")), session_key=session_key)


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= 128:
        raise NoAnswerError("no_person")
    return value
