"""One call from the address to the answer: faults, token, rights, quota, handler, record."""

from __future__ import annotations

import json
import time
from typing import Any

from tests.wxsim.api import account, media, sending, signing_in, tokens
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, html, refused
from tests.wxsim.api.media import NOT_AN_IMAGE
from tests.wxsim.record import Call, masked

ROUTES: Routes = {**tokens.ROUTES, **sending.ROUTES, **media.ROUTES, **account.ROUTES, **signing_in.ROUTES}
PREFIXES = ("/cgi-bin/", "/sns/", "/wxa/")
HANG_SECONDS = 60.0


class ResetError(Exception):
    """Ask the server to break the connection without an answer."""


def answer(asked: Asked) -> Told:
    """Return the answer to a call and keep it in the record; raises ResetError when a fault breaks the connection."""
    started = time.perf_counter()
    body = _body(asked)
    open_id = str(body.get("touser") or asked.query.get("openid", "")) if isinstance(body, dict) else ""
    struck = asked.world.faults.of_call(asked.path, open_id)
    is_reset = False
    try:
        reply = _answered(asked, struck)
    except ResetError:
        reply, is_reset = Told(b"", status=0), True
    _note(asked, reply, body, open_id, started, is_faulty=bool(struck.keys() - {"delay"}))
    if is_reset:
        raise ResetError
    return reply


def _answered(asked: Asked, struck: dict[str, float]) -> Told:
    early = _early(asked, struck)
    if early is not None:
        return early
    reply = _handled(asked)
    if "not_an_image" in struck:
        return Told(NOT_AN_IMAGE, headers={"Content-Type": "image/jpeg"})
    if "truncate" in struck:
        return Told(
            reply.body[: int(struck["truncate"])], headers={**reply.headers, "Content-Length": str(len(reply.body))}
        )
    return reply


def _early(asked: Asked, struck: dict[str, float]) -> Told | None:
    """Let the faults strike that need no handler; raises ResetError for a broken connection."""
    world = asked.world
    if "token_expire_now" in struck:
        world.tokens.expire_now()
    if "token_kill_other" in struck:
        world.tokens.kill()
    if "delay" in struck:
        time.sleep(world.clock.wait_of(struck["delay"]))
    if "hang" in struck:
        world.stopping.wait(HANG_SECONDS)
        raise ResetError
    if "reset" in struck:
        raise ResetError
    if "http" in struck:
        return html(int(struck["http"]))
    if "html200" in struck:
        return html(200)
    code = int(struck.get("errcode", 0)) or (40164 if "ip_not_whitelisted" in struck else 0)
    code = code or (45009 if "quota_zero" in struck else 0)
    return refused(code) if code else None


def _handled(asked: Asked) -> Told:
    route = ROUTES.get(asked.path)
    if route is None:
        return html(404)
    try:
        _admit(asked, route)
        return route.handler(asked)
    except ApiError as error:
        return refused(error.code)
    except (TypeError, ValueError, AttributeError, KeyError):
        # A value of the wrong kind somewhere in the body.
        return refused(47001)


def _admit(asked: Asked, route: Route) -> None:
    """Raise ApiError for a wrong method, a bad token, a missing right or a day that is over."""
    if asked.method != route.method:
        raise ApiError(43001 if route.method == "GET" else 43002)
    if not route.needs_token:
        return
    value = asked.query.get("access_token", "")
    fault = asked.world.tokens.fault_of(value)
    if fault:
        raise ApiError(fault)
    asked.account = asked.world.account_of(asked.world.tokens.owner_of(value))
    if route.right is not None and route.right not in asked.account.rights:
        raise ApiError(48001)
    over = asked.world.quota.count_call(asked.account.app_id, asked.path)
    if over:
        raise ApiError(over)


def _body(asked: Asked) -> Any:
    """Return what the record keeps of a body."""
    if "multipart" in asked.headers.get("content-type", ""):
        return f"{len(asked.body)} bytes"
    try:
        return json.loads(asked.body) if asked.body else ""
    except ValueError:
        return asked.body.decode(errors="replace")[:500]


def _note(asked: Asked, reply: Told, body: Any, open_id: str, started: float, *, is_faulty: bool) -> None:
    value = asked.query.get("access_token", "")
    asked.world.record.add_call(
        Call(
            path=asked.path,
            method=asked.method,
            status=reply.status,
            errcode=reply.errcode,
            started=started,
            ended=time.perf_counter(),
            open_id=open_id,
            body=masked(body),
            app_id=asked.world.tokens.owner_of(value),
            family=asked.world.tokens.family_of(value),
            is_faulty=is_faulty,
            is_escaped=asked.is_escaped,
            at=asked.world.clock.now(),
        ),
        asked.query,
    )
