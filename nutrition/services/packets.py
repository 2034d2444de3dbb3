"""Every write of photos of packets: taken in, read by a worker, kept as an own food, forgotten after a day."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from meum.domain.intervals import Interval
from meum.files import queries as files
from meum.files.models import Kind, PrivateFile
from meum.files.services import erase_file, store_file
from meum.jobs import services as jobs
from meum.journal.models import Door, Evidence, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, MeumError, NotFound, Unavailable
from meum.people.models import Person
from nutrition.domain.dishes import Finding
from nutrition.domain.own_foods import Label
from nutrition.domain.packets import label_of
from nutrition.domain.panels import Panel, plain_panel
from nutrition.models.own_foods import OwnFood
from nutrition.models.packets import Packet, PacketState
from nutrition.models.photos import MealPhoto
from nutrition.services.own_foods import teach_food
from nutrition.vision.labels.packet import PacketSeen, look_at_packet

logger = logging.getLogger(__name__)

READ = "nutrition.read_packet"
WAITS = timedelta(hours=24)
"""How long what was read of a packet waits for its person; then it is deleted."""
_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """What came of reading: what was seen, None where nobody could look."""

    seen: PacketSeen | None


def send_packet(*, person: Person, door: Door, content: bytes, packet_id: UUID | None = None) -> Packet:
    """Take in a photo of a packet, to be read by a worker; return its row. Not to be called in a transaction.

    A `packet_id` chosen by the client makes this repeatable; a photo that has served is not stored again. Raises what
    `store_file` raises, and Invalid for an id that is somebody else's; of what is no photo nothing stays.
    """
    packet = _opened(person, door, packet_id or new_id())
    if packet.state != PacketState.WAITING:
        return packet
    try:
        file = store_file(owner=person, kind=Kind.PHOTO, content=content, door=door, file_id=packet.pk)
    except MeumError:
        Packet.objects.filter(pk=packet.pk, file=None, state=PacketState.WAITING).delete()
        raise
    _tie(packet, file)
    return packet


def _opened(person: Person, door: Door, packet_id: UUID) -> Packet:
    """Store that a photo was sent, before its bytes are there, so that none can lie in the store without its packet."""
    with transaction.atomic():
        locked_counter(person)
        if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            raise ConsentMissing("consent_missing", "the person has not agreed", purpose=Purpose.HEALTH_RECORDS)
        packet, _ = Packet.objects.get_or_create(
            pk=packet_id, defaults={"person": person, "door": door, "created_at": timezone.now()}
        )
        if packet.person_id != person.pk:
            raise Invalid("invalid_id", "this id cannot be used", field="id")
    return packet


def _tie(packet: Packet, file: PrivateFile) -> None:
    """Give a packet its photo and have it read; a photo that nobody waits for any more is deleted."""
    with transaction.atomic():
        locked_counter(packet.person)
        if Packet.objects.filter(pk=packet.pk, state=PacketState.WAITING, file=None).update(file=file):
            jobs.enqueue(READ, person=packet.person, packet_id=packet.pk)
        elif not Packet.objects.filter(pk=packet.pk, file=file).exists():
            # Read, or deleted, while the same photo came once more.
            erase_file(file=file)


def read_packet(*, packet_id: UUID) -> Callable[[], object] | None:
    """Read a photo of a packet, with no transaction open; return what stores it, None where nothing waits."""
    packet = Packet.objects.select_related("file").filter(pk=packet_id, state=PacketState.WAITING).first()
    if packet is None or packet.file is None:
        return None
    with files.read(file=packet.file) as kept:
        content = kept.read()
    try:
        outcome = _Outcome(seen=look_at_packet(content))
    except Unavailable as error:
        logger.error("packets cannot be read here", extra={"reason": error.detail})
        outcome = _Outcome(seen=None)
    return lambda: _note_read(packet_id, outcome)


def _note_read(packet_id: UUID, outcome: _Outcome) -> None:
    """Store what was read and delete the photo, which has served; of somebody who withdrew nothing is stored."""
    packet = Packet.objects.select_related("person", "file").filter(pk=packet_id, state=PacketState.WAITING).first()
    if packet is None:
        return
    locked_counter(packet.person)
    _erase_file_of(packet)
    if not has_consent(person=packet.person, purpose=Purpose.HEALTH_RECORDS):
        Packet.objects.filter(pk=packet_id).delete()
        return
    seen = outcome.seen
    Packet.objects.filter(pk=packet_id).update(
        file=None,
        state=PacketState.READ if seen else PacketState.UNAVAILABLE,
        gtin=seen.gtin if seen else "",
        panel_read=plain_panel(seen.panel) if seen and seen.panel.columns else None,
    )


def keep_packet(
    *,
    person: Person,
    author: Person,
    door: Door,
    at: datetime,
    packet_id: UUID,
    name: str,
    label: Label | None = None,
    portion_unit: str = "",
    portion_grams: Interval | None = None,
    entry_id: UUID | None = None,
) -> OwnFood:
    """Store what was read of a packet as the person's own food, once they confirmed it; return it.

    A `label` corrects all that was read. Raises NotFound for an unknown packet, Conflict for one that was kept or not
    yet read, Invalid where no panel was read and no label is told, and what `teach_food` raises.
    """
    if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
        raise ConsentMissing("consent_missing", "the person has not agreed", purpose=Purpose.HEALTH_RECORDS)
    with transaction.atomic():
        locked_counter(person)
        packet = _of(person, packet_id)
        panel = packet.panel
        told = label or _label(panel)
        serving = panel.serving if panel is not None else None
        own = teach_food(
            person=person,
            author=author,
            door=door,
            at=at,
            name=name,
            label=told,
            portion_unit=portion_unit,
            portion_grams=portion_grams or (Interval.exact(serving) if serving else None),
            gtin=packet.gtin,
            evidence=Evidence.PHOTO,
            entry_id=entry_id,
        )
        Packet.objects.filter(pk=packet.pk).update(state=PacketState.KEPT, own_food=own)
    return own


def _of(person: Person, packet_id: UUID) -> Packet:
    packet = Packet.objects.filter(person=person, pk=packet_id).first()
    if packet is None:
        raise NotFound("not_found", "there is no such packet for this person")
    if packet.state == PacketState.WAITING:
        raise Conflict("packet_not_read", "the packet was not read yet")
    if packet.state == PacketState.KEPT:
        raise Conflict("packet_kept", "the packet is an own food already")
    return packet


def _label(panel: Panel | None) -> Label:
    try:
        if panel is None:
            raise ValueError("no panel was read")
        return label_of(panel)
    except ValueError as error:
        raise Invalid("panel_not_read", str(error), field="label") from error


def drop_packet(*, person: Person, packet_id: UUID) -> None:
    """Delete a packet that its person does not want to keep; one that is kept or gone stays as it is."""
    with transaction.atomic():
        locked_counter(person)
        _delete(Packet.objects.filter(person=person, pk=packet_id).exclude(state=PacketState.KEPT))


def clear_packets(*, now: datetime) -> int:
    """Delete what was sent a day ago, kept or not, with its photo; return how many, a batch at most."""
    with transaction.atomic():
        return _delete(Packet.objects.filter(created_at__lt=now - WAITS).order_by("created_at")[:_AT_ONCE])


def forget_packets(person: Person) -> None:
    """Delete the packets of a person, with their photos, in the transaction of a withdrawal."""
    _delete(Packet.objects.filter(person=person).order_by("created_at"))


def _delete(packets: models.QuerySet[Packet]) -> int:
    gone = list(packets.select_related("file"))
    for packet in gone:
        _erase_file_of(packet)
    Packet.objects.filter(pk__in=[packet.pk for packet in gone]).delete()
    return len(gone)


def _erase_file_of(packet: Packet) -> None:
    """Delete the photo of a packet, also one that a killed process had no time to tie to it.

    That of a meal, in which the print was only looked for, lives as long as its meal's photo lets it.
    """
    file = packet.file or PrivateFile.objects.filter(pk=packet.pk, person=packet.person_id).first()
    if file is not None and not MealPhoto.objects.filter(file=file).exclude(finding=Finding.NOT_FOOD).exists():
        erase_file(file=file)
