"""What an error code means for the calls that come after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from bots.channels.wechat.account import Capability, lower
from bots.channels.wechat.client import circuits
from bots.channels.wechat.client.errors import RefusedError
from bots.models.wechat_api import Trouble

BAD_TOKEN = frozenset({40001, 40014, 42001})
NO_RIGHT = frozenset({48001, 40200})
SYSTEM_BUSY = -1
_WRONG_SECRET = frozenset({40013, 40125, 41002, 41004})
_NOT_LISTED = frozenset({40164, 61004, 61007, 89501, 89503})
_DAY_QUOTA, _MINUTE_QUOTA = 45009, 45011
_RESTS: Mapping[int, tuple[Trouble, timedelta]] = {
    **dict.fromkeys(BAD_TOKEN, (Trouble.TOKEN_REFUSED, timedelta(minutes=1))),
    **dict.fromkeys(NO_RIGHT, (Trouble.RIGHT_MISSING, timedelta(hours=1))),
    **dict.fromkeys(_WRONG_SECRET, (Trouble.WRONG_SECRET, timedelta(minutes=5))),
    **dict.fromkeys(_NOT_LISTED, (Trouble.ADDRESS_NOT_LISTED, timedelta(minutes=5))),
    48004: (Trouble.ACCOUNT_PUNISHED, timedelta(hours=1)),
}
_MISTAKES = frozenset({40033, 40037, 41001, 41030, 43001, 43002, 44002, 44004, 47001, 47003})
"""Ours or of the set-up; the account goes on, somebody should look."""


def react(error: RefusedError, *, app_id: str, capability: Capability | None = None) -> None:
    """Lower a capability, stop calls or tell the operator, as the code demands; most codes concern one person only."""
    now = timezone.now()
    if error.code in NO_RIGHT and capability is not None:
        if lower(app_id=app_id, capability=capability, code=error.code):
            _note(Trouble.RIGHT_MISSING, error, app_id, None)
        return
    if error.code == SYSTEM_BUSY:
        circuits.pause(app_id=app_id, calls=error.path)
        return
    trouble, until = _trouble_of(error.code, now)
    if trouble is not None:
        _note(trouble, error, app_id, until)


def _trouble_of(code: int, now: datetime) -> tuple[Trouble | None, datetime | None]:
    """Return what is wrong and until when the calls are left out; they are tried again from time to time."""
    if code in _RESTS:
        trouble, lasts = _RESTS[code]
        return trouble, now + lasts
    if code == _DAY_QUOTA:
        return Trouble.DAY_QUOTA, circuits.midnight_in_china(now)
    if code == _MINUTE_QUOTA:
        return Trouble.MINUTE_QUOTA, (now + timedelta(minutes=1)).replace(second=0, microsecond=0)
    return (Trouble.CALL_REFUSED, None) if code in _MISTAKES else (None, None)


def _note(trouble: Trouble, error: RefusedError, app_id: str, until: datetime | None) -> None:
    circuits.note(
        app_id=app_id,
        trouble=trouble,
        # A punished account may do nothing at all.
        calls="" if trouble is Trouble.ACCOUNT_PUNISHED else error.path,
        code=error.code,
        request_number=error.request_number,
        server_address=error.server_address,
        until=until,
    )
