"""What stands between an account's settings and its first message: each point with its fix, for whoever runs Meum."""

from __future__ import annotations

import secrets
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from bots.channels.wechat.account import (
    PROFILES,
    Account,
    Capability,
    Mode,
    the_account,
    the_mini_account,
    the_mini_program,
)
from bots.channels.wechat.client import NoAnswerError, RefusedError, StoppedError, WeChatError, menu_there
from bots.channels.wechat.client.calls import call
from bots.channels.wechat.client.reactions import NO_RIGHT
from bots.channels.wechat.client.tokens import token_of
from bots.channels.wechat.client.transport import CONNECT_SECONDS, exchange
from bots.channels.wechat.envelope import signature_of
from bots.channels.wechat.menu import our_menu
from bots.models import WeChatCircuit, WeChatLimit

MOST_SECONDS_APART = 60
LEAST_LEFT = timedelta(days=14)
_FIXES = {
    40164: "add this server's address ({address}) to the IP list in the console, under basic configuration",
    40013: "WECHAT_APP_ID is not known; copy the AppID anew",
    40125: "WECHAT_APP_SECRET is wrong; reset it in the console and copy it anew",
    40001: "another system uses this AppID, or WECHAT_APP_SECRET is wrong",
    45009: "the day's quota is used up; it begins anew at 00:00 in China",
    48001: "the account may not do this; is WECHAT_ACCOUNT_KIND right, is the verification in force?",
    48004: "the account is punished; the console's messages tell why",
    89503: "an administrator of the account must confirm this server's address",
}


_NOBODY = {"touser": "nobody"}
_Probe = dict[str, Any]
_PROBES: dict[Capability, _Probe] = {
    Capability.CUSTOMER_MESSAGE: {
        "path": "/cgi-bin/message/custom/typing",
        "json_body": {**_NOBODY, "command": "CancelTyping"},
    },
    Capability.MEDIA: {"path": "/cgi-bin/media/get", "method": "GET", "query": {"media_id": "none"}},
    Capability.USER_INFO: {"path": "/cgi-bin/user/info", "method": "GET", "query": {"openid": "nobody"}},
    # A code that nobody scans, for a minute.
    Capability.QR_SCENE: {
        "path": "/cgi-bin/qrcode/create",
        "json_body": {
            "expire_seconds": 60,
            "action_name": "QR_STR_SCENE",
            "action_info": {"scene": {"scene_str": "check"}},
        },
    },
}
_NOT_THERE = frozenset({40003, 40007, 45080})


class State(StrEnum):
    """Say how a point stands."""

    OK = "ok"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True)
class Point:
    """Hold one point: what was looked at, what was found, and how to mend it."""

    state: State
    what: str
    found: str
    fix: str = ""

    def __str__(self) -> str:
        """Return the line that is printed."""
        mended = f" -> {self.fix}" if self.fix else ""
        return f"{self.state:<5} {self.what}: {self.found}{mended}"


def points() -> Iterator[Point]:
    """Look at everything, one point after the other; the network is asked."""
    account = the_account()
    if account is None:
        yield Point(State.WRONG, "account", "none", "set WECHAT_APP_ID, WECHAT_TOKEN and WECHAT_AES_KEY")
        return
    yield from _of_settings(account)
    yield from _of_address(account)
    if not account.secret:
        yield Point(State.NOTE, "calls", "none are made", "set WECHAT_APP_SECRET to call Tencent's API")
        return
    token = _tried("access token", lambda: token_of(account))
    yield token
    yield _of_clock(account)
    if token.state is State.OK:
        yield _tried("Tencent's addresses", _addresses)
        yield from _of_rights(account)
        yield from _of_menu(account)
    yield from _of_troubles(account)


def _of_settings(account: Account) -> Iterator[Point]:
    yield Point(State.OK, "account", f"{account.kind}, {account.mode} mode")
    if not account.gh_id:
        yield Point(State.NOTE, "original id", "not set", "set WECHAT_GH_ID (gh_...), so that other pushes are refused")
    if account.mode is not Mode.SAFE and Capability.ENCRYPTION in PROFILES[account.kind]:
        yield Point(
            State.NOTE,
            "encryption",
            "pushes are not in safe mode",
            "choose safe mode in the console, then WECHAT_MODE=safe",
        )
    if account.mode is Mode.PLAIN and not settings.WECHAT_ADDRESSES:
        fix = "set WECHAT_ADDRESSES to Tencent's addresses: a plain push can be forged by whoever has seen one"
        yield Point(State.NOTE, "addresses", "any is taken", fix)
    if account.previous_aes_key:
        yield Point(State.NOTE, "previous key", "still taken", "unset WECHAT_PREVIOUS_AES_KEY a day after the change")
    if the_mini_program() is None:
        yield Point(State.NOTE, "mini program", "none", "set WECHAT_MINI_APP_ID and WECHAT_MINI_APP_SECRET for one")
    elif the_mini_account() is None:
        fix = "set WECHAT_MINI_TOKEN and WECHAT_MINI_AES_KEY: what people take back there must be deleted"
        yield Point(State.NOTE, "mini program", "its events are not taken", fix)


def _of_address(account: Account) -> Iterator[Point]:
    """Ask our own webhook as the console's button does."""
    if not settings.PUBLIC_URL:
        yield Point(State.WRONG, "address", "not set", "set PUBLIC_URL, for example https://meum.example")
        return
    url = settings.PUBLIC_URL + reverse("bots:wechat")
    if urlsplit(url).port not in (None, 80, 443):
        yield Point(State.WRONG, "address", url, "Tencent calls ports 80 and 443 only; put a proxy before Meum")
    if urlsplit(url).scheme == "https":
        yield _of_certificate(urlsplit(url).hostname or "")
    else:
        yield Point(State.NOTE, "address", url, "use https, so that nobody on the way reads or changes messages")
    echo = secrets.token_hex(8)
    timestamp, nonce = str(int(timezone.now().timestamp())), secrets.token_hex(8)
    signature = signature_of(account.token, timestamp, nonce)
    query = urlencode({"signature": signature, "timestamp": timestamp, "nonce": nonce, "echostr": echo})
    yield _tried("verification", lambda: _echoed(f"{url}?{query}", echo), found=f"{url} is what the console needs")


def _of_certificate(host: str) -> Point:
    """Look until when the certificate of our own address is good."""
    try:
        with (
            socket.create_connection((host, 443), timeout=CONNECT_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secured,
        ):
            ends = (secured.getpeercert() or {}).get("notAfter", "")
        left = timedelta(seconds=ssl.cert_time_to_seconds(str(ends)) - timezone.now().timestamp())
    except (OSError, ValueError) as error:
        return Point(
            State.WRONG, "certificate", type(error).__name__, "is the proxy up, is its certificate of this host?"
        )
    state = State.OK if left > LEAST_LEFT else State.WRONG
    return Point(state, "certificate", f"good for {left.days} days", "" if state is State.OK else "renew it")


def _echoed(url: str, echo: str) -> None:
    answer = exchange(method="GET", url=url)
    if answer.status != 200 or answer.body != echo.encode():
        raise NoAnswerError(f"status_{answer.status}")


def _of_clock(account: Account) -> Point:
    try:
        date = exchange(method="GET", url=f"{account.api_base}/").date
        apart = abs((datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds())
    except (WeChatError, TypeError, ValueError):
        return Point(State.NOTE, "clock", "Tencent's server tells no time", "")
    if apart > MOST_SECONDS_APART:
        return Point(State.WRONG, "clock", f"{apart:.0f} s apart from Tencent's", "let the system keep time (NTP)")
    return Point(State.OK, "clock", "as Tencent's")


def _addresses() -> None:
    call(path="/cgi-bin/getcallbackip", method="GET")


def _of_rights(account: Account) -> Iterator[Point]:
    """Tell of each capability whether the type has it, and whether the platform takes a call that changes nothing."""
    for capability in sorted(set(Capability) - {Capability.ENCRYPTION, Capability.MENU_API}):
        if capability not in PROFILES[account.kind]:
            yield Point(State.NOTE, capability, "not of this type of account")
        elif capability in _PROBES:
            yield _probed(account, capability, _PROBES[capability])
    if Capability.BIZSEND in PROFILES[account.kind] and not settings.WECHAT_NOTICE_TEMPLATE:
        fix = "choose a template in the console, set WECHAT_NOTICE_TEMPLATE"
        yield Point(State.NOTE, "notices", "none are sent", fix)
    if Capability.OAUTH in PROFILES[account.kind]:
        host = urlsplit(settings.PUBLIC_URL).hostname
        fix = f"name {host} as the web authorization domain"
        yield Point(State.NOTE, "web sign-in", "cannot be tried from here", fix)


def _probed(account: Account, capability: Capability, probe: _Probe) -> Point:
    """Ask for somebody or something that is not there: the want of a right is told before that."""
    limit = WeChatLimit.objects.filter(app_id=account.app_id, capability=capability).first()
    if limit is None:
        try:
            call(capability=capability, is_repeatable=False, **probe)
        except RefusedError as error:
            if error.code in NO_RIGHT:
                return Point(State.WRONG, capability, f"refused with {error.code}", _FIXES[48001])
            if error.code not in _NOT_THERE:
                return Point(State.WRONG, capability, f"refused with {error.code}", _fix(error.code, ""))
        except WeChatError as error:
            return Point(State.WRONG, capability, f"not known: {error}", "try again later")
        return Point(State.OK, capability, "allowed")
    return Point(State.WRONG, capability, f"refused on {limit.learned_at:%Y-%m-%d} ({limit.code})", _FIXES[48001])


def _of_menu(account: Account) -> Iterator[Point]:
    if Capability.MENU_API not in PROFILES[account.kind]:
        yield Point(State.NOTE, "menu", "not by the API", "make one in the console; people can type the same words")
        return
    found: list[object] = []
    asked = _tried("menu", lambda: found.append(menu_there()))
    if asked.state is State.OK and not _is_ours(found[0]):
        yield Point(State.NOTE, "menu", "another one, or none", "run manage.py wechat_menu")
    else:
        yield asked


def _is_ours(menu: object) -> bool:
    """Compare by the keys alone: the platform adds empty fields of its own."""
    return sorted(_keys(menu)) == sorted(_keys(our_menu()))


def _keys(menu: object) -> Iterator[str]:
    if isinstance(menu, dict):
        yield from [str(menu[name]) for name in ("key", "url") if menu.get(name)]
        for value in menu.values():
            yield from _keys(value)
    elif isinstance(menu, list):
        for value in menu:
            yield from _keys(value)


def _of_troubles(account: Account) -> Iterator[Point]:
    for trouble in WeChatCircuit.objects.filter(app_id=account.app_id, ended_at=None).order_by("since"):
        since = f"{trouble.trouble} since {trouble.since:%Y-%m-%d %H:%M} UTC, {trouble.count} times"
        yield Point(State.WRONG, trouble.calls or "all calls", since, _fix(trouble.code, trouble.address))


def _tried(what: str, ask: Callable[[], object], *, found: str = "works") -> Point:
    try:
        ask()
    except RefusedError as error:
        rid = f", rid {error.request_number}" if error.request_number else ""
        return Point(State.WRONG, what, f"refused with {error.code}{rid}", _fix(error.code, error.server_address))
    except NoAnswerError as error:
        return Point(State.WRONG, what, f"no answer ({error.kind})", "is there a way out of this network, is it up?")
    except StoppedError as error:
        return Point(State.WRONG, what, f"not asked: {error.trouble}", "see the troubles below")
    return Point(State.OK, what, found)


def _fix(code: int, address: str) -> str:
    return _FIXES.get(code, "see docs/how-to/when-wechat-does-not-work.md").format(address=address or "unknown")
