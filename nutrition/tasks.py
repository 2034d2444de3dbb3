"""The jobs of nutrition."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue
from nutrition.services import photos


@handler(photos.LOOK, queue=Queue.VISION)
def look_at_photo(*, photo_id: str, **_later: object) -> Effect | None:
    """Look at one photo."""
    looked = photos.look(photo_id=UUID(photo_id))
    return (lambda: photos.note_looked(photo_id=UUID(photo_id), looked=looked)) if looked else None


@handler("nutrition.tidy_photos", every=timedelta(minutes=1))
def tidy_photos(**_later: object) -> None:
    """Answer for what nobody looked at, and delete what nobody confirmed."""
    now = timezone.now()
    photos.give_up(now=now)
    while photos.clear_unanswered(now=now):
        continue
