"""One call with the account's token: what stops it, one new token when it is refused, and what its answer means."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from bots.channels.wechat.account import Account, Capability, has, the_account
from bots.channels.wechat.client import circuits
from bots.channels.wechat.client.answers import asked
from bots.channels.wechat.client.errors import NoAnswerError, NoTokenError, RefusedError, StoppedError
from bots.channels.wechat.client.reactions import BAD_TOKEN, SYSTEM_BUSY, react
from bots.channels.wechat.client.tokens import forget, token_of
from bots.models.wechat_api import Trouble

Once = Callable[[str], Mapping[str, Any]]

_TRIES_WHEN_BUSY = 3
_BUSY_SECONDS = 0.2


def account_that_may(capability: Capability | None) -> Account:
    """Return the account; raises StoppedError when there is none that may do this."""
    account = the_account()
    if account is None or not account.secret or (capability is not None and not has(capability)):
        raise StoppedError(Trouble.RIGHT_MISSING)
    return account


def call(
    *,
    path: str,
    capability: Capability | None = None,
    method: str = "POST",
    query: Mapping[str, str] | None = None,
    json_body: Mapping[str, Any] | None = None,
    content: bytes | None = None,
    content_type: str = "application/json; charset=utf-8",
    is_repeatable: bool = True,
) -> Mapping[str, Any]:
    """Return what the platform answers to one call of the account.

    A token that it no longer takes is replaced once, with the whole body sent again, as the platform did nothing. When
    it is busy, a call that is repeatable is made three times. Raises WeChatError. Never call it in a transaction.
    """
    account = account_that_may(capability)
    troubles = circuits.open_troubles(app_id=account.app_id, path=path)
    circuits.refuse_when_stopped(troubles)

    def once(token: str) -> Mapping[str, Any]:
        return asked(
            base=account.api_base,
            path=path,
            method=method,
            query={"access_token": token, **(query or {})},
            json_body=json_body,
            content=content,
            content_type=content_type,
        )

    try:
        told = _patient(account, once, tries=_TRIES_WHEN_BUSY if is_repeatable else 1)
    except RefusedError as error:
        # What is wrong with the token was noted where it was asked for.
        if error.path == path:
            react(error, app_id=account.app_id, capability=capability)
        raise
    except NoAnswerError as error:
        if not isinstance(error, NoTokenError):
            circuits.pause(app_id=account.app_id, calls=path)
        raise
    circuits.end(troubles)
    return told


def _patient(account: Account, once: Once, *, tries: int) -> Mapping[str, Any]:
    """Ask again, a little later each time, while the platform says that it is busy; raises what the last one raised."""
    for number in range(1, tries):
        try:
            return _with_token(account, once)
        except RefusedError as error:
            if error.code != SYSTEM_BUSY:
                raise
        time.sleep(_BUSY_SECONDS * number)
    return _with_token(account, once)


def _with_token(account: Account, once: Once) -> Mapping[str, Any]:
    token = token_of(account)
    try:
        return once(token)
    except RefusedError as error:
        if error.code not in BAD_TOKEN:
            raise
    forget(account, value=token)
    return once(token_of(account))
