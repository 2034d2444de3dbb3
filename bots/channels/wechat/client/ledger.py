"""How many customer messages may still go to a person: what the platform counts, counted here before it refuses.

A message allows five for 48 hours; a menu click, following and scanning a code three for a minute. Quotas do not add
up: an action lifts what is left to its own number, and the end to its own end where that is later.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest
from django.utils import timezone

from bots.channels.wechat.account import open_id_hash, the_account
from bots.models import WeChatWindow

_SENDING = timedelta(seconds=15)


class Scene(StrEnum):
    """Name what a person did, with the messages and the time that it allows."""

    MESSAGE = "message"
    CLICK = "click"
    FOLLOW = "follow"
    SCAN = "scan"

    @property
    def most(self) -> int:
        """Return how many messages it allows."""
        return 5 if self is Scene.MESSAGE else 3

    @property
    def lasts(self) -> timedelta:
        """Return for how long."""
        return timedelta(hours=48) if self is Scene.MESSAGE else timedelta(minutes=1)


def opened(*, open_id: str, scene: Scene, at: datetime) -> None:
    """Note that a person acted; in the caller's transaction."""
    if _lift(open_id, scene, at):
        return
    first = WeChatWindow(**_key(open_id), remaining=scene.most, expires_at=at + scene.lasts)
    WeChatWindow.objects.bulk_create([first], ignore_conflicts=True)
    # Of two first actions at once the other one may have stored it.
    _lift(open_id, scene, at)


def _lift(open_id: str, scene: Scene, at: datetime) -> int:
    still_open = When(expires_at__gt=at, then=Greatest("remaining", Value(scene.most)))
    return WeChatWindow.objects.filter(**_key(open_id)).update(
        remaining=Case(still_open, default=Value(scene.most)),
        expires_at=Greatest("expires_at", Value(at + scene.lasts)),
    )


def remaining(open_id: str) -> int:
    """Return how many messages may go to a person now."""
    window = _open(open_id).first()
    return window.remaining if window is not None else 0


def is_open(open_id: str) -> bool:
    """Tell whether the person has acted lately enough, whether or not anything is left."""
    return _open(open_id).exists()


def reserve(open_id: str) -> bool:
    """Take one message out before it is sent and hold the person, to whom one goes at a time; tell whether it may go.

    A process that dies in between has lost one message of the quota, never sent one too many; the hold ends by itself.
    """
    now = timezone.now()
    idle = Q(sending_until=None) | Q(sending_until__lte=now)
    free = _open(open_id).filter(idle, remaining__gt=0)
    return bool(free.update(remaining=F("remaining") - 1, sending_until=now + _SENDING))


def settled(open_id: str, *, is_given_back: bool = False) -> None:
    """Let the person's next message go; one that surely never went out does not count."""
    rows = WeChatWindow.objects.filter(**_key(open_id))
    rows.update(sending_until=None, **({"remaining": F("remaining") + 1} if is_given_back else {}))


def spent(open_id: str) -> None:
    """Note that the platform says nothing is left (45047)."""
    WeChatWindow.objects.filter(**_key(open_id)).update(remaining=0, sending_until=None)


def closed(open_id: str) -> None:
    """Note that the time is over, or that the person left (45015)."""
    WeChatWindow.objects.filter(**_key(open_id)).delete()


def clear(*, now: datetime, batch: int = 1000) -> int:
    """Delete windows that are over, one batch; return how many there were."""
    chosen = list(WeChatWindow.objects.filter(expires_at__lt=now).values_list("pk", flat=True)[:batch])
    return WeChatWindow.objects.filter(pk__in=chosen, expires_at__lt=now).delete()[0]


def _open(open_id: str) -> models.QuerySet[WeChatWindow]:
    return WeChatWindow.objects.filter(**_key(open_id), expires_at__gt=timezone.now())


def _key(open_id: str) -> dict[str, str]:
    account = the_account()
    return {"app_id": account.app_id if account else "", "open_id_hash": open_id_hash(open_id)}
