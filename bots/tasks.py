"""The jobs of the conversations."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from bots import services
from meum.jobs.registry import handler


@handler("bots.clear_keys", lease_seconds=900, every=timedelta(hours=1))
def clear_keys(**_later: object) -> None:
    """Delete the keys of messages without words that no longer come again, batch by batch; each stands by itself.

    Refusals that are over go with them.
    """
    services.clear_refusals(now=timezone.now())
    while services.clear_keys(now=timezone.now()):
        continue
