"""One call of the API and one answer, and the codes of the errors."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.wxsim.accounts import Account, Right
from tests.wxsim.people import Person
from tests.wxsim.world import World

ERRORS = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40004: "invalid media type",
    40007: "invalid media_id",
    40008: "invalid message type",
    40009: "invalid image size",
    40013: "invalid appid",
    40014: "invalid access_token",
    40016: "invalid button size",
    40017: "invalid button type",
    40018: "invalid button name size",
    40019: "invalid button key size",
    40020: "invalid button url size",
    40023: "invalid sub button size",
    40025: "invalid sub button name size",
    40029: "invalid code",
    40033: "invalid charset. please check your request, if include \\uxxxx will create fail!",
    40037: "invalid template_id",
    40053: "invalid action info",
    40125: "invalid appsecret",
    40163: "code been used",
    40164: "invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist",
    40200: "invalid account type",
    40226: "code blocked",
    41001: "access_token missing",
    41002: "appid missing",
    41004: "appsecret missing",
    41005: "media data missing",
    41008: "missing code",
    42001: "access_token expired",
    43001: "require GET method",
    43002: "require POST method",
    43004: "require subscribe",
    43101: "user refuse to accept the msg",
    44002: "empty post data",
    44004: "empty content",
    45002: "content size out of limit",
    45008: "article size out of limit",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, please retry next minute",
    45015: "response out of time limit or subscription is canceled",
    45047: "out of response count limit",
    45072: "command is not in allow list",
    45080: "user no recent message",
    45081: "already typing",
    46003: "menu no exist",
    47001: "data format error",
    47003: "argument invalid! data.thing1.value is too long",
    48001: "api unauthorized",
    48002: "user block receive message",
    48006: "forbid to clear quota because of reaching the limit",
    87009: "invalid signature",
}


class ApiError(Exception):
    """End a call with one of the platform's error codes."""

    def __init__(self, code: int) -> None:
        """Take the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Told:
    """Hold an answer."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    errcode: int = 0


@dataclass
class Asked:
    """Hold a call."""

    world: World
    method: str
    path: str
    query: dict[str, str]
    body: bytes
    headers: Mapping[str, str]
    client: str = ""
    _account: Account | None = None

    @property
    def account(self) -> Account:
        """Return the account whose token was shown; raises ApiError (40001) without one."""
        if self._account is None:
            raise ApiError(40001)
        return self._account

    @account.setter
    def account(self, account: Account | None) -> None:
        self._account = account

    def json(self) -> dict[str, Any]:
        """Return the body; raises ApiError for an empty one (44002) and for what is no JSON object (47001)."""
        if not self.body:
            raise ApiError(44002)
        try:
            data = json.loads(self.body)
        except ValueError as error:
            raise ApiError(47001) from error
        if not isinstance(data, dict):
            raise ApiError(47001)
        return data

    @property
    def is_escaped(self) -> bool:
        """Tell whether the body writes Chinese as escapes, which the platform does not understand."""
        return b"\\u" in self.body and b"multipart" not in self.headers.get("content-type", "").encode()

    def person(self, open_id: object) -> Person:
        """Return the person of an open id; raises ApiError (40003) for one that is not known."""
        found = self.world.person_of(app_id=self.account.app_id, open_id=str(open_id or ""))
        if found is None:
            raise ApiError(40003)
        return found


@dataclass(frozen=True)
class Route:
    """Hold one endpoint: which method, what right it needs, and whether a token."""

    handler: Callable[[Asked], Told]
    method: str = "POST"
    right: Right | None = None
    needs_token: bool = True


Routes = dict[str, Route]


def told(data: object, *, errcode: int = 0, content_type: str = "application/json; encoding=utf-8") -> Told:
    """Return an answer of JSON."""
    return Told(json.dumps(data, ensure_ascii=False).encode(), headers={"Content-Type": content_type}, errcode=errcode)


def fine(**more: object) -> Told:
    """Return the answer of a call that worked and has nothing to tell."""
    return told({"errcode": 0, "errmsg": "ok", **more})


def refused(code: int, *, content_type: str = "application/json; encoding=utf-8") -> Told:
    """Return the answer of an error: status 200, a code, and a `rid` for support."""
    rid = f"{secrets.token_hex(4)}-{secrets.token_hex(4)}-{secrets.token_hex(4)}"
    message = f"{ERRORS.get(code, 'error')} rid: {rid}"
    return told({"errcode": code, "errmsg": message}, errcode=code, content_type=content_type)


def html(status: int) -> Told:
    """Return a page of a gateway."""
    page = f"<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>"
    return Told(page.encode(), status=status, headers={"Content-Type": "text/html"})
