"""A photo of a packet is read by a worker, shown to its owner alone, and kept once they say so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from meum.files.models import PrivateFile
from meum.files.services import HIDE_FACES
from meum.jobs.models import Job
from meum.jobs.running import drain
from meum.journal.models import Door, Evidence, Purpose, new_id
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound
from meum.kernel.queues import Queue
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from nutrition import queries, services
from nutrition.catalogue.search import foods_of_gtin
from nutrition.domain.own_foods import Label
from nutrition.models.own_foods import OwnFood
from nutrition.models.packets import Packet, PacketState
from nutrition.services import packets
from nutrition.vision.labels import spotting
from tests.factories.packets import make_bar_photo, make_panel_photo
from tests.factories.people import make_person
from tests.factories.photos import make_photo

GTIN = "6901234567892"


def send(person: Person, content: bytes) -> Packet:
    return services.send_packet(person=person, door=Door.API, content=content)


def send_again(person: Person, packet: Packet) -> Packet:
    return services.send_packet(person=person, door=Door.API, content=make_photo(), packet_id=packet.pk)


def keep(person: Person, packet: Packet, name: str = "苏打饼干", **told: object) -> OwnFood:
    return services.keep_packet(
        person=person,
        author=person,
        door=Door.API,
        at=timezone.now(),
        packet_id=packet.pk,
        name=name,
        **told,  # type: ignore[arg-type]  # passed on as given
    )


@pytest.fixture
def panel(ada: Person, stored: Path) -> Packet:
    """Return a photo of a panel, read."""
    packet = send(ada, make_panel_photo())
    drain()
    return packet


@pytest.fixture
def bars(ada: Person, stored: Path) -> Packet:
    """Return a photo of a bar code, read."""
    packet = send(ada, make_bar_photo())
    drain()
    return packet


def test_a_packet_waits_for_its_own_queue(ada: Person, stored: Path) -> None:
    packet = send(ada, make_panel_photo())

    assert packet.state == PacketState.WAITING
    assert Job.objects.get(name=packets.READ).queue == Queue.OCR


def test_in_a_packet_nobody_looks_for_faces(ada: Person, panel: Packet) -> None:
    assert not Job.objects.filter(name=HIDE_FACES).exists()


def test_once_read_the_photo_is_gone_and_what_it_told_is_there(ada: Person, panel: Packet, stored: Path) -> None:
    told = queries.packet_summary(owner=ada, packet_id=panel.pk)

    assert told.state == PacketState.READ
    assert told.panel is not None
    assert told.panel.columns[0].amounts["energy_kj"] == 1850
    assert told.problems == ()
    assert not PrivateFile.objects.exists()
    assert not any(path.is_file() for path in stored.rglob("*"))


def test_a_confirmed_panel_is_an_own_food(ada: Person, panel: Packet) -> None:
    own = keep(ada, panel)

    shown = queries.own_food_summary(owner=ada, own_food_id=own.pk)
    assert shown is not None
    assert (shown.name, shown.evidence) == ("苏打饼干", Evidence.PHOTO)
    assert shown.totals.mid[0] == pytest.approx(442.2, abs=0.1)
    panel.refresh_from_db()
    assert (panel.state, panel.own_food) == (PacketState.KEPT, own)


def test_what_the_person_corrects_counts(ada: Person, panel: Packet) -> None:
    own = keep(ada, panel, label=Label(amounts={"ENERC_KCAL": 400.0}))

    shown = queries.own_food_summary(owner=ada, own_food_id=own.pk)
    assert shown is not None
    assert shown.totals.mid[0] == 400


def test_nothing_is_kept_unconfirmed(panel: Packet) -> None:
    assert not OwnFood.objects.exists()


def test_a_number_that_no_product_has_is_told_as_unknown(ada: Person, bars: Packet) -> None:
    told = queries.packet_summary(owner=ada, packet_id=bars.pk)

    assert (told.gtin, told.products, told.panel, told.needs_panel) == (GTIN, (), None, True)


def test_a_packet_kept_once_is_found_by_its_bars_the_next_time(ada: Person, chen: Person, bars: Packet) -> None:
    own = keep(ada, bars, label=Label(amounts={"ENERC_KCAL": 400.0}))

    assert [hit.food_id for hit in foods_of_gtin(gtin=GTIN, person=ada)] == [own.pk]
    assert foods_of_gtin(gtin=GTIN, person=chen) == []
    again = send(ada, make_bar_photo())
    drain()
    told = queries.packet_summary(owner=ada, packet_id=again.pk)
    assert ([product.food_id for product in told.products], told.needs_panel) == ([own.pk], False)


def test_bars_alone_tell_no_figures(ada: Person, bars: Packet) -> None:
    with pytest.raises(Invalid) as refused:
        keep(ada, bars)

    assert refused.value.code == "panel_not_read"
    assert not OwnFood.objects.exists()


def test_a_packet_is_kept_once(ada: Person, panel: Packet) -> None:
    keep(ada, panel)

    with pytest.raises(Conflict) as refused:
        keep(ada, panel, name="另一个")

    assert refused.value.code == "packet_kept"


def test_a_packet_not_yet_read_is_not_kept(ada: Person, stored: Path) -> None:
    with pytest.raises(Conflict) as refused:
        keep(ada, send(ada, make_photo()))

    assert refused.value.code == "packet_not_read"


def test_nobody_else_sees_a_packet(ada: Person, ben: Person, chen: Person, panel: Packet) -> None:
    for other in (ben, chen):
        with pytest.raises(NotFound):
            queries.packet_summary(owner=other, packet_id=panel.pk)
        with pytest.raises(NotFound):
            keep(other, panel)


def test_the_same_photo_under_the_same_id_is_read_once(ada: Person, stored: Path) -> None:
    packet_id = new_id()

    for _ in range(2):
        services.send_packet(person=ada, door=Door.API, content=make_photo(), packet_id=packet_id)

    assert Packet.objects.count() == Job.objects.filter(name=packets.READ).count() == 1


def test_a_packet_that_was_read_and_is_sent_again_is_not_stored_again(ada: Person, panel: Packet, stored: Path) -> None:
    again = services.send_packet(person=ada, door=Door.API, content=make_panel_photo(), packet_id=panel.pk)

    assert (again.pk, again.state) == (panel.pk, PacketState.READ)
    assert not PrivateFile.objects.exists()
    assert Job.objects.filter(name=packets.READ).count() == 1


def test_an_id_of_somebody_else_is_an_invalid_one_whatever_became_of_it(
    ada: Person, chen: Person, panel: Packet, stored: Path
) -> None:
    waiting = send(ada, make_photo())

    for packet in (panel, waiting):
        with pytest.raises(Invalid) as refused:
            send_again(chen, packet)
        assert refused.value.code == "invalid_id"
    assert set(PrivateFile.objects.values_list("pk", "person")) == {(waiting.pk, ada.pk)}
    assert set(Packet.objects.values_list("person", flat=True)) == {ada.pk}


def test_without_consent_no_id_tells_whether_somebody_has_it(db: None, panel: Packet, stored: Path) -> None:
    newcomer = make_person(has_agreed=False)

    for packet_id in (panel.pk, new_id()):
        with pytest.raises(ConsentMissing):
            services.send_packet(person=newcomer, door=Door.API, content=make_photo(), packet_id=packet_id)


def test_without_consent_nothing_is_taken_in(db: None, stored: Path) -> None:
    with pytest.raises(ConsentMissing):
        send(make_person(has_agreed=False), make_photo())

    assert not Packet.objects.exists()


def test_of_somebody_who_withdrew_meanwhile_nothing_is_stored(ada: Person, stored: Path) -> None:
    send(ada, make_photo())
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    drain()

    assert not Packet.objects.exists()
    assert not PrivateFile.objects.exists()


def test_a_withdrawal_deletes_packets_and_their_photos_at_once(
    ada: Person, chen: Person, panel: Packet, stored: Path
) -> None:
    send(ada, make_photo())
    other = send(chen, make_photo())

    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    assert [packet.pk for packet in Packet.objects.all()] == [other.pk]
    assert [file.pk for file in PrivateFile.objects.all()] == [other.pk]


def test_the_end_of_another_agreement_leaves_packets_alone(ada: Person, panel: Packet) -> None:
    agree(person=ada, purpose=Purpose.NOTICES, text_version=TEXT_VERSIONS[Purpose.NOTICES], door=Door.API)

    withdraw(person=ada, purpose=Purpose.NOTICES, door=Door.API)

    assert Packet.objects.get() == panel


def test_where_packets_cannot_be_read_that_is_said(ada: Person, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spotting._engine.cache_clear()
    monkeypatch.setattr(spotting, "_MODELS", {"Det": ("no_such.onnx", "0" * 64)})
    packet = send(ada, make_photo())

    drain()

    told = queries.packet_summary(owner=ada, packet_id=packet.pk)
    assert (told.state, told.panel) == (PacketState.UNAVAILABLE, None)
    assert not PrivateFile.objects.exists()


def test_after_a_day_what_was_read_is_deleted_and_what_was_kept_stays(ada: Person, panel: Packet) -> None:
    own = keep(ada, panel)

    packets.clear_packets(now=timezone.now() + timedelta(hours=25))

    assert not Packet.objects.exists()
    assert OwnFood.objects.get() == own


def test_a_photo_that_nobody_read_is_deleted_with_its_packet(ada: Person, stored: Path) -> None:
    send(ada, make_photo())

    packets.clear_packets(now=timezone.now() + timedelta(hours=25))
    drain(now=timezone.now() + timedelta(hours=26))

    assert not PrivateFile.objects.exists()
    assert not any(path.is_file() for path in stored.rglob("*"))


def test_a_photo_that_a_killed_process_left_untied_is_deleted_with_its_packet(ada: Person, stored: Path) -> None:
    packet = send(ada, make_photo())
    Packet.objects.update(file=None)  # As if the process had died before it told the packet of its photo.

    assert send_again(ada, packet).state == PacketState.WAITING
    Packet.objects.update(file=None)
    packets.clear_packets(now=timezone.now() + timedelta(hours=25))

    assert not PrivateFile.objects.exists()
