"""Troubles that an operator must know of, and the calls that are not made while one lasts.

A trouble is told once when it begins: a line in the log, a row in the admin site, a number at /metrics. It ends by
itself with the first call that works.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone as clock

from bots.channels.wechat.client.errors import StoppedError
from bots.models import WeChatCircuit
from bots.models.wechat_api import Trouble

logger = logging.getLogger(__name__)

_CHINA = timezone(timedelta(hours=8))
_BORNE = 2
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=5), timedelta(minutes=5)


def midnight_in_china(now: datetime) -> datetime:
    """Return when the daily quotas begin anew."""
    local = now.astimezone(_CHINA)
    return (local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)).astimezone(UTC)


def open_troubles(*, app_id: str, path: str) -> list[WeChatCircuit]:
    """Return what is wrong now with a call."""
    concerns = Q(calls=path) | Q(calls="", trouble=Trouble.ACCOUNT_PUNISHED)
    return list(WeChatCircuit.objects.filter(concerns, app_id=app_id, ended_at=None))


def open_of(*, app_id: str, trouble: Trouble) -> list[WeChatCircuit]:
    """Return the open troubles of one kind."""
    return list(WeChatCircuit.objects.filter(app_id=app_id, trouble=trouble, ended_at=None))


def refuse_when_stopped(troubles: list[WeChatCircuit]) -> None:
    """Raise StoppedError when one of the troubles forbids the call for now."""
    now = clock.now()
    for trouble in troubles:
        if trouble.until is not None and trouble.until > now:
            raise StoppedError(trouble.trouble)


def note(
    *,
    app_id: str,
    trouble: Trouble,
    calls: str = "",
    code: int = 0,
    request_number: str = "",
    server_address: str = "",
    until: datetime | None = None,
) -> None:
    """Keep a trouble and stop its calls until then; it is told only when it begins."""
    now = clock.now()
    facts = {"code": code, "request_number": request_number, "address": server_address, "latest_at": now}
    open_one = WeChatCircuit.objects.filter(app_id=app_id, trouble=trouble, calls=calls, ended_at=None)
    if open_one.update(**facts, until=until, count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            WeChatCircuit.objects.create(app_id=app_id, trouble=trouble, calls=calls, since=now, until=until, **facts)
    except IntegrityError:
        # Another process met it at the same moment and has told of it.
        open_one.update(**facts, until=until, count=F("count") + 1)
        return
    told = {"reason": trouble.value, "code": code, "route": calls, "server_address": server_address}
    logger.error("trouble with WeChat", extra=told)


def pause(*, app_id: str, calls: str) -> None:
    """Note that calls get no answer; from the third in a row on they rest, for five seconds to five minutes."""
    before = WeChatCircuit.objects.filter(app_id=app_id, trouble=Trouble.NO_ANSWER, calls=calls, ended_at=None).first()
    further = before.count - _BORNE if before is not None else -1
    lasts = min(_FIRST_PAUSE * 2 ** min(max(further, 0), 8), _LONGEST_PAUSE)
    until = clock.now() + lasts if further >= 0 else None
    note(app_id=app_id, trouble=Trouble.NO_ANSWER, calls=calls, until=until)


def end(troubles: list[WeChatCircuit]) -> None:
    """Note that a call worked, which ends what was wrong with it."""
    if troubles and close(troubles):
        logger.info("trouble with WeChat is over", extra={"count": len(troubles)})


def close(troubles: Iterable[WeChatCircuit]) -> int:
    """Take troubles as mended; return how many were still open."""
    chosen = [trouble.pk for trouble in troubles]
    return WeChatCircuit.objects.filter(pk__in=chosen, ended_at=None).update(ended_at=clock.now())
