"""The access token of an account, fetched by one process at a time and shared by all through one row.

`stable_token` gives the same token to everybody until five minutes before its end; then it gives the next one, and
both are good. So it is asked again inside those five minutes, some seconds later in some processes than in others:
asked before, it would give the old one once more. Whoever fetches holds the row for some seconds by a fencing number;
who comes back later than that writes nothing, so an older token never takes the place of a newer one.
"""

from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

from bots.channels.wechat.account import Account
from bots.channels.wechat.client import circuits
from bots.channels.wechat.client.answers import asked
from bots.channels.wechat.client.errors import NoAnswerError, NoTokenError, RefusedError, StoppedError, WeChatError
from bots.channels.wechat.client.reactions import react
from bots.models import WeChatToken

logger = logging.getLogger(__name__)

PATH = "/cgi-bin/stable_token"
BOTH_GOOD = timedelta(seconds=300)
_JITTER = (5.0, 60.0)
_LEASE = timedelta(seconds=10)
_LEAST = timedelta(seconds=5)
_POLL_SECONDS, _POLLS = 0.1, 30
"""Others wait for the one who fetches, three seconds at most."""


@dataclass(frozen=True)
class _Lease:
    app_id: str
    fence: int


def token_of(account: Account) -> str:
    """Return a token that is good; raises WeChatError when there is none to be had.

    Never call it inside a transaction: the network is slow, and others wait for the row.
    """
    for _ in range(_POLLS):
        row = WeChatToken.objects.filter(pk=account.app_id).first()
        now = timezone.now()
        if row is not None and row.value and row.refresh_at is not None and row.refresh_at > now:
            return row.value
        good = row.value if row is not None and row.expires_at is not None and row.expires_at - _LEAST > now else ""
        lease = _leased(account.app_id)
        if lease is not None:
            return _fetched_or(good, account, lease)
        if good:
            return good
        time.sleep(_POLL_SECONDS)
    raise NoTokenError("token_not_in_time")


def forget(account: Account, *, value: str) -> None:
    """Let the next call fetch, after the platform refused this token; a newer one in the row stays."""
    WeChatToken.objects.filter(pk=account.app_id, value=value).update(value="", refresh_at=None, expires_at=None)


def replace_by_force(account: Account) -> bool:
    """Make the platform end the token in use and give another one, after a leak; tell whether it did.

    The platform allows it 20 times a day and not twice in 30 seconds; otherwise it gives the same one. Raises
    WeChatError when no token comes, StoppedError while another process fetches.
    """
    before = WeChatToken.objects.filter(pk=account.app_id).values_list("value", flat=True).first()
    lease = _leased(account.app_id, is_forced=True)
    if lease is None:
        raise StoppedError("another process is fetching the token")
    return _fetched(account, lease, is_forced=True) != before


def _leased(app_id: str, *, is_forced: bool = False) -> _Lease | None:
    """Take the row for some seconds, unless somebody has it or has just filled it."""
    WeChatToken.objects.get_or_create(pk=app_id)
    with transaction.atomic():
        row = WeChatToken.objects.select_for_update().get(pk=app_id)
        now = timezone.now()
        is_taken = row.leased_until is not None and row.leased_until > now
        is_fresh = bool(row.value) and row.refresh_at is not None and row.refresh_at > now
        if is_taken or (is_fresh and not is_forced):
            return None
        row.fence += 1
        row.leased_until = now + _LEASE
        row.save(update_fields=["fence", "leased_until"])
        return _Lease(app_id, row.fence)


def _fetched_or(good: str, account: Account, lease: _Lease) -> str:
    """Return a new token, or the one that is still good for a while when none is to be had."""
    try:
        return _fetched(account, lease)
    except WeChatError as error:
        if good:
            return good
        if isinstance(error, NoAnswerError):
            raise NoTokenError(error.kind) from error
        raise


def _fetched(account: Account, lease: _Lease, *, is_forced: bool = False) -> str:
    """Return the token that the platform gives now, kept in the row unless the lease was lost meanwhile."""
    started = timezone.now()
    try:
        value, seconds = _asked(account, is_forced=is_forced)
    except WeChatError:
        _holding(lease).update(leased_until=None)
        raise
    expires_at = started + timedelta(seconds=seconds)
    jitter = timedelta(seconds=random.uniform(*_JITTER))  # noqa: S311 - spreads load, guards nothing
    refresh_at = max(expires_at - BOTH_GOOD + jitter, started + _LEAST)
    kept = _holding(lease).update(value=value, expires_at=expires_at, refresh_at=refresh_at, leased_until=None)
    if not kept:
        logger.warning("a token came after its lease was over and was not kept")
    return value


def _holding(lease: _Lease) -> models.QuerySet[WeChatToken]:
    return WeChatToken.objects.filter(pk=lease.app_id, fence=lease.fence)


def _asked(account: Account, *, is_forced: bool) -> tuple[str, int]:
    """Return a token with its seconds; raises WeChatError, and keeps what an operator should know."""
    troubles = circuits.open_troubles(app_id=account.app_id, path=PATH)
    circuits.refuse_when_stopped(troubles)
    form = {
        "grant_type": "client_credential",
        "appid": account.app_id,
        "secret": account.secret,
        "force_refresh": is_forced,
    }
    try:
        told = asked(base=account.api_base, path=PATH, json_body=form)
        value, seconds = told.get("access_token"), told.get("expires_in")
        if not isinstance(value, str) or not value or not isinstance(seconds, int):
            raise NoAnswerError("no_token")
    except RefusedError as error:
        react(error, app_id=account.app_id)
        raise
    except NoAnswerError:
        circuits.pause(app_id=account.app_id, calls=PATH)
        raise
    circuits.end(troubles)
    return value, seconds
