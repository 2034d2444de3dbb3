"""The jobs of nutrition."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue
from nutrition.services import packets


@handler(packets.READ, queue=Queue.OCR)
def read_packet(*, packet_id: str, **_later: object) -> Effect | None:
    """Read the bar code and the panel on one photo of a packet."""
    return packets.read_packet(packet_id=UUID(packet_id))


@handler("nutrition.clear_packets", every=timedelta(hours=1))
def clear_packets(**_later: object) -> Effect:
    """Delete what was read of packets a day ago."""
    return lambda: packets.clear_packets(now=timezone.now())
