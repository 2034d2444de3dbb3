"""Raw pushes, kept for disputes where an operator wants them: sealed, only of who agrees, a week at most."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from bots.channels.wechat.sealing import seal, unseal
from bots.models import Inbound, RawPush

_USE = "wechat raw pushes"


def keep(row: Inbound, *, xml: str) -> None:
    """Keep a push of somebody whose words are kept, if raw pushes are kept at all; in the caller's transaction."""
    if settings.WECHAT_RAW_DAYS and row.words:
        RawPush.objects.create(inbound=row, sealed=seal(xml, use=_USE))


def xml_of(push: RawPush) -> str:
    """Return a push as it came; raises cryptography's InvalidToken when SECRET_KEY is another one by now."""
    return unseal(bytes(push.sealed), use=_USE)


def clear(*, now: datetime, batch: int = 1000) -> int:
    """Delete pushes that are kept long enough, one batch; return how many were deleted."""
    old = RawPush.objects.filter(created_at__lt=now - timedelta(days=settings.WECHAT_RAW_DAYS)).order_by("created_at")
    return RawPush.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:batch])).delete()[0]
