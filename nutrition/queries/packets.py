"""Reads of photos of packets: what was read, the products it may be, and what about it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from meum.kernel.errors import NotFound
from meum.people.models import Person
from nutrition.catalogue.search import FoodHit, foods_of_gtin
from nutrition.domain.panels import Finding, Panel, problems_of
from nutrition.models.packets import Packet, PacketState


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketSummary:
    """What a photo of a packet told: products with its bar code, the panel, and the findings about it."""

    id: UUID
    state: PacketState
    gtin: str
    products: tuple[FoodHit, ...]
    panel: Panel | None
    problems: tuple[Finding, ...]
    own_food_id: UUID | None

    @property
    def is_known(self) -> bool:
        """Tell whether a product has the number; otherwise the label's photo or the name is asked for."""
        return bool(self.products)


def packet_summary(*, owner: Person, packet_id: UUID) -> PacketSummary:
    """Return what was read of a person's packet; raises NotFound for one that is not theirs or was deleted."""
    packet = Packet.objects.filter(person=owner, pk=packet_id).first()
    if packet is None:
        raise NotFound("not_found", "there is no such packet for this person")
    panel = packet.panel
    return PacketSummary(
        id=packet.pk,
        state=PacketState(packet.state),
        gtin=packet.gtin,
        products=tuple(foods_of_gtin(gtin=packet.gtin, person=owner)) if packet.gtin else (),
        panel=panel,
        problems=tuple(problems_of(panel)) if panel is not None else (),
        own_food_id=packet.own_food_id,
    )
