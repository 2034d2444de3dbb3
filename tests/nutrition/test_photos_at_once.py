"""Photos that are sent, confirmed and dropped at the same moment: no meal loses its photo, no file its owner."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from meum.domain.intervals import Interval
from meum.files.models import PrivateFile
from meum.journal.models import Door
from meum.kernel.errors import NotFound
from meum.people.models import Person
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import FoodVersion, Meal, MealPhoto, PhotoState
from nutrition.models.packets import Packet
from nutrition.services import packets, photos
from tests.factories.nutrition import FoodFactory
from tests.factories.photos import make_photo
from tests.meum.journal.test_concurrency import run_together

ROUNDS = 8
A_DAY = timedelta(hours=25)

pytestmark = [
    pytest.mark.storage,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("stored"),
]


def together(*works: Callable[[], object]) -> None:
    """Do things at the same moment; that one of them finds nothing left to do is no failure."""

    def work(number: int) -> None:
        with suppress(NotFound):
            works[number]()

    run_together(work, writers=len(works))


def send(person: Person) -> MealPhoto:
    return services.take_photo(person=person, door=Door.API, sent_at=timezone.now(), content=make_photo())


def confirm(person: Person, photo: MealPhoto) -> Meal:
    items = [MealItemDraft(food_version_id=FoodVersion.objects.get().pk, grams=Interval.exact(100))]
    return services.confirm_photos(person=person, author=person, door=Door.API, photo_ids=[photo.pk], items=items)


def drop(person: Person, photo: MealPhoto) -> None:
    services.drop_photos(person=person, photo_ids=[photo.pk])


def clear(_person: Person, _photo: MealPhoto) -> None:
    photos.clear_unanswered(now=timezone.now() + A_DAY)


@pytest.mark.parametrize("delete", [drop, clear])
def test_a_photo_is_confirmed_or_deleted_never_both(ada: Person, delete: Callable[[Person, MealPhoto], None]) -> None:
    FoodFactory()

    for _ in range(ROUNDS):
        photo = send(ada)
        together(partial(confirm, ada, photo), partial(delete, ada, photo))

    assert set(Meal.objects.values_list("source_id", flat=True)) == set(MealPhoto.objects.values_list("pk", flat=True))
    assert not MealPhoto.objects.exclude(state=PhotoState.CONFIRMED).exists()
    assert not PrivateFile.objects.exists()


def test_a_photo_dropped_while_it_is_on_its_way_leaves_no_file(ada: Person) -> None:
    for _ in range(ROUNDS):
        photo = services.open_photo(person=ada, door=Door.API, sent_at=timezone.now())
        store = partial(services.store_photo, photo=photo, person=ada, content=make_photo())
        together(store, partial(drop, ada, photo))

    assert (MealPhoto.objects.count(), PrivateFile.objects.count()) == (0, 0)


def test_a_packet_deleted_while_it_is_on_its_way_leaves_no_file(ada: Person) -> None:
    def clear_it() -> None:
        while not packets.clear_packets(now=timezone.now() + A_DAY):
            continue

    for _ in range(ROUNDS):
        together(partial(services.send_packet, person=ada, door=Door.API, content=make_photo()), clear_it)

    assert (Packet.objects.count(), PrivateFile.objects.count()) == (0, 0)
