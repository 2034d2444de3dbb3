"""The jobs of nutrition."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue
from nutrition.services import have_label_read, memories, outside_looks, packets, photos


@handler(photos.LOOK, queue=Queue.VISION)
def look_at_photo(*, photo_id: str, **_later: object) -> Effect | None:
    """Look at one photo."""
    looked = photos.look(photo_id=UUID(photo_id))
    return (lambda: _note_looked(UUID(photo_id), looked)) if looked else None


def _note_looked(photo_id: UUID, looked: photos.Looked) -> None:
    photos.note_looked(photo_id=photo_id, looked=looked)
    have_label_read(photo_id=photo_id)


@handler("nutrition.tidy_photos", every=timedelta(minutes=1))
def tidy_photos(**_later: object) -> None:
    """Answer for what nobody looked at, and delete what nobody confirmed."""
    now = timezone.now()
    photos.give_up(now=now)
    while photos.clear_unanswered(now=now):
        continue


@handler("nutrition.tidy_memories", every=timedelta(hours=1))
def tidy_memories(**_later: object) -> None:
    """Delete how meals looked that no undo brings back, and how often was asked outside on days long over."""
    memories.forget_deleted_meals(now=timezone.now())
    outside_looks.clear_outside_days(now=timezone.now())


@handler(packets.READ, queue=Queue.OCR)
def read_packet(*, packet_id: str, **_later: object) -> Effect | None:
    """Read the bar code and the panel on one photo of a packet."""
    return packets.read_packet(packet_id=UUID(packet_id))


@handler("nutrition.clear_packets", every=timedelta(hours=1))
def clear_packets(**_later: object) -> Effect:
    """Delete what was read of packets a day ago."""
    return lambda: packets.clear_packets(now=timezone.now())
