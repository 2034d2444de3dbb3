"""What is printed on a photo of a meal: where no dish is surely seen, it is read as a packet's."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from meum.jobs.services import enqueue
from meum.journal.recording import locked_counter
from meum.people.models import Person
from nutrition.catalogue.search import foods_of_gtin
from nutrition.domain.dishes import Finding
from nutrition.domain.packets import packet_of_photo
from nutrition.models.packets import Packet, PacketState
from nutrition.models.photos import MealPhoto
from nutrition.services.packets import READ

BESIDE = timedelta(minutes=10)
"""Bars and a panel sent within so long of each other are of one packet."""


def open_label(photo: MealPhoto, finding: str) -> bool:
    """Let what is printed on a photo be read where no dish was surely seen; tell whether it is to be.

    In the caller's transaction. To read takes a second or so, to look for dishes much less: so a surely seen dish is
    never read.
    """
    if photo.file is None or finding not in (Finding.NOT_FOOD, Finding.UNSURE):
        return False
    told = {"person": photo.person, "door": photo.door, "file": photo.file, "created_at": timezone.now()}
    return Packet.objects.get_or_create(pk=packet_of_photo(photo.pk), defaults=told)[0].state == PacketState.WAITING


def label_to_read(*, photo_id: UUID) -> Packet | None:
    """Return the packet on a photo that waits to be read, None where there is none."""
    rows = Packet.objects.select_related("person").filter(state=PacketState.WAITING)
    return rows.filter(pk=packet_of_photo(photo_id)).first()


def have_label_read(*, photo_id: UUID) -> None:
    """Have a worker read what is printed on a photo, where that waits, once, in the caller's transaction."""
    packet = label_to_read(photo_id=photo_id)
    if packet is not None:
        enqueue(READ, key=f"{READ}:{packet.pk}", person=packet.person, packet_id=packet.pk)


def take_bars(*, person: Person, packet_id: UUID) -> None:
    """Give a panel the number of bars that were sent beside it, where its own photo shows none.

    Bars of a product that is known are of another packet.
    """
    with transaction.atomic():
        locked_counter(person)
        packet = Packet.objects.filter(person=person, pk=packet_id, state=PacketState.READ, gtin="").first()
        if packet is None:
            return
        near = (packet.created_at - BESIDE, packet.created_at + BESIDE)
        bars = Packet.objects.filter(person=person, door=packet.door, state=PacketState.READ, created_at__range=near)
        latest = bars.filter(panel_read__isnull=True).exclude(gtin="").order_by("-created_at", "-pk").first()
        if latest is not None and not foods_of_gtin(gtin=latest.gtin, person=person):
            Packet.objects.filter(pk=packet.pk).update(gtin=latest.gtin)
