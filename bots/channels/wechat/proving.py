"""Replies that were handed out and never confirmed: what the platform did afterwards tells whether it got them.

A process that is killed while its reply goes out leaves nobody who knows whether it arrived. But a push whose reply the
platform did not get comes again, five seconds later and once more after ten, and one whose reply it got does not. So
once that time is over, a reply whose push stayed away was received, if the webhook was there to take it: another push
that came in between proves that. Where nothing is proven the answer is delivered again, marked and counted.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F

from bots.channels.wechat import delivery
from bots.models import Outbound, OutboundState, Way

_ATTEMPTS_TO_COME = 2
"""A push of another person within their time proves that the latter of them would have been taken."""
_AT_ONCE = 200


def settle(*, now: datetime, identity_id: UUID | None = None) -> int:
    """Take replies whose time is over as received, or as still to be delivered; return how many there were.

    Only those to one person where told.
    """
    given = Outbound.objects.filter(state=OutboundState.GIVING, held_until__lte=now).select_related("carrier")
    given = given.filter(identity_id=identity_id) if identity_id else given
    chosen = list(given.order_by("held_until", "pk")[:_AT_ONCE])
    for row in chosen:
        unchanged = Outbound.objects.filter(pk=row.pk, state=row.state, held_until=row.held_until)
        if _was_received(row):
            way = Way.LATER_REPLY if row.carrier_id else Way.REPLY
            unchanged.update(state=OutboundState.SENT, way=way, sent_at=row.held_until - delivery.window())
        else:
            unchanged.update(
                state=OutboundState.WAITING, repeats=F("repeats") + 1, held_until=now, carrier=None, is_released=True
            )
    return len(chosen)


def _was_received(row: Outbound) -> bool:
    """Tell whether the push that got this reply stayed away though it could have come again."""
    push = row.carrier or row
    if push.attempts + _ATTEMPTS_TO_COME > settings.WECHAT_ATTEMPTS:
        return False
    given_at = row.held_until - delivery.window()
    between = (given_at + delivery.limit(), given_at + 2 * delivery.limit())
    others = Outbound.objects.filter(state__in=OutboundState.values, created_at__range=between)
    # What we say by ourselves comes in through no webhook.
    return others.exclude(cause=None).exists()
