"""Reads of photos of packets: what was read, the products it may be, and what about it does not fit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from meum.kernel.errors import NotFound
from meum.people.models import Person
from nutrition.catalogue.search import FoodHit, foods_of_gtin
from nutrition.domain.packets import can_be_kept, packet_of_photo
from nutrition.domain.panels import Finding, Panel, problems_of
from nutrition.models.packets import Packet, PacketState

READING_TAKES = timedelta(minutes=5)
"""Far longer than reading a photo takes: after it nobody does any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRead:
    """What was read of a packet: the number of its bar code, the panel, and the findings about it."""

    id: UUID
    state: PacketState
    gtin: str
    panel: Panel | None
    problems: tuple[Finding, ...]
    own_food_id: UUID | None
    created_at: datetime

    @property
    def can_be_kept(self) -> bool:
        """Tell whether its panel was read, and well enough to make a food of it."""
        return self.state == PacketState.READ and self.panel is not None and can_be_kept(self.panel)

    @property
    def has_bars_alone(self) -> bool:
        """Tell whether a bar code was read and no panel."""
        return self.state == PacketState.READ and bool(self.gtin) and self.panel is None

    def is_awaited(self, *, now: datetime) -> bool:
        """Tell whether somebody still reads it; after far longer than that takes nobody does any more."""
        return self.state == PacketState.WAITING and now - self.created_at < READING_TAKES


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketSummary(PacketRead):
    """What a photo of a packet told, with the products that have its bar code."""

    products: tuple[FoodHit, ...]

    @property
    def needs_panel(self) -> bool:
        """Tell whether the panel's photo or the name is to be asked for: neither product nor panel was found."""
        return self.state == PacketState.READ and not self.products and self.panel is None


def packet_summary(*, owner: Person, packet_id: UUID) -> PacketSummary:
    """Return what was read of a person's packet; raises NotFound for one that is not theirs or was deleted."""
    packet = Packet.objects.filter(person=owner, pk=packet_id).first()
    if packet is None:
        raise NotFound("not_found", "there is no such packet for this person")
    products = tuple(foods_of_gtin(gtin=packet.gtin, person=owner)) if packet.gtin else ()
    return PacketSummary(products=products, **_facts(packet))


def packets_on_photos(*, photo_ids: Collection[UUID]) -> dict[UUID, PacketRead]:
    """Return what was read of packets on photos of meals, by the photo; one query."""
    photo_of = {packet_of_photo(photo_id): photo_id for photo_id in photo_ids}
    found = Packet.objects.filter(pk__in=photo_of) if photo_of else ()
    return {photo_of[packet.pk]: PacketRead(**_facts(packet)) for packet in found}


def packet_to_keep(*, owner: Person, now: datetime) -> PacketRead | None:
    """Return the latest packet of a day whose panel was read and not kept, None where there is none."""
    since = now - timedelta(hours=24)
    rows = Packet.objects.filter(person=owner, state=PacketState.READ, panel_read__isnull=False, created_at__gt=since)
    found = (PacketRead(**_facts(packet)) for packet in rows.order_by("-created_at", "-pk"))
    return next((packet for packet in found if packet.can_be_kept), None)


def is_met_again(*, owner: Person, packet: PacketRead) -> bool:
    """Tell whether a photo of the same bars came before, within the day for which it is known."""
    same = Packet.objects.filter(person=owner, gtin=packet.gtin, created_at__lte=packet.created_at)
    return same.filter(panel_read__isnull=True).exclude(pk=packet.id).exists()


def _facts(packet: Packet) -> dict[str, Any]:
    panel = packet.panel
    return {
        "id": packet.pk,
        "state": PacketState(packet.state),
        "gtin": packet.gtin,
        "panel": panel,
        "problems": tuple(problems_of(panel)) if panel is not None else (),
        "own_food_id": packet.own_food_id,
        "created_at": packet.created_at,
    }
