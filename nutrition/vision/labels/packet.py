"""All that a photo of a packet tells."""

from __future__ import annotations

from dataclasses import dataclass

from meum.files.photos import MAX_SIDE, opened
from nutrition.domain.panels import Panel
from nutrition.vision.labels.bars import gtin_in
from nutrition.vision.labels.reading import panel_in


@dataclass(frozen=True, kw_only=True)
class PacketSeen:
    """The number of the bar code, empty where there is none, and the panel, without columns where there is none."""

    gtin: str
    panel: Panel


def look_at_packet(content: bytes) -> PacketSeen:
    """Return what stands on a photo of a packet; the same photo gives the same answer.

    Raises Invalid when the bytes are no photo that is taken in, Unavailable where the readers are not installed.
    """
    picture = opened(content, side=MAX_SIDE)
    return PacketSeen(gtin=gtin_in(picture), panel=panel_in(picture))
