"""Files are taken in by what they are, kept for their owner alone, and leave nothing behind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import models
from django.utils import timezone
from pytest_django import Settings

from meum.files import queries, services
from meum.files.models import Kind, PrivateFile
from meum.jobs.models import Job, State
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose, new_id
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, NotFound
from meum.people.models import Person
from meum.people.services import withdraw
from tests.factories.people import make_person
from tests.factories.photos import make_photo

LATER = timedelta(hours=2)


def keep(person: Person, content: bytes | None = None, *, kind: Kind = Kind.PHOTO, **told: object) -> PrivateFile:
    content = make_photo() if content is None else content
    return services.store_file(owner=person, kind=kind, content=content, door=Door.API, **told)  # type: ignore[arg-type]  # passed on as given


def objects(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_a_photo_is_kept_with_what_is_known_of_it(ada: Person, stored: Path) -> None:
    file = keep(ada)

    assert (file.kind, file.content_type) == (Kind.PHOTO, "image/jpeg")
    with queries.read(file=file) as opened:
        assert len(opened.read()) == file.size_bytes
    assert objects(stored) == 1


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [
        (Kind.PHOTO, b"%PDF-1.7", "file_type_not_accepted"),
        (Kind.PHOTO, b"<svg onload=alert(1)>", "file_type_not_accepted"),
        (Kind.PHOTO, b"MZ\x90\x00 a program called photo.jpg", "file_type_not_accepted"),
        (Kind.PHOTO, b"GIF89a\x01\x00", "file_type_not_accepted"),
        (Kind.PHOTO, b"", "file_empty"),
        (Kind.PHOTO, b"\xff\xd8\xff\x00", "photo_unreadable"),
        (Kind.PHOTO, b"\xff\xd8\xff" + b"\x00" * 1024 * 1024, "file_too_big"),
        (Kind.IMPORT, b"MZ\x90\x00", "file_type_not_accepted"),
        (Kind.IMPORT, make_photo(), "file_type_not_accepted"),
    ],
)
def test_what_the_kind_does_not_take_is_refused_and_leaves_nothing(
    ada: Person, stored: Path, settings: Settings, kind: Kind, content: bytes, code: str
) -> None:
    settings.UPLOAD_MAX_MIB = 1

    with pytest.raises(Invalid) as refused:
        keep(ada, content, kind=kind)

    assert refused.value.code == code
    assert not PrivateFile.objects.exists()
    assert objects(stored) == 0


def test_an_empty_file_is_refused(ada: Person, stored: Path) -> None:
    with pytest.raises(Invalid) as refused:
        services.store_file(owner=ada, kind=Kind.IMPORT, content=b"", door=Door.API)

    assert refused.value.code == "file_empty"


def test_before_consent_nothing_is_kept(db: None, stored: Path) -> None:
    with pytest.raises(ConsentMissing):
        keep(make_person(has_agreed=False))

    assert objects(stored) == 0
    assert not PrivateFile.objects.exists()


def test_a_purpose_of_its_own_needs_its_own_consent(ada: Person, stored: Path) -> None:
    with pytest.raises(ConsentMissing):
        keep(ada, purpose=Purpose.PHOTOS_KEPT)


def test_the_same_file_sent_twice_is_kept_once(ada: Person, stored: Path) -> None:
    file_id = new_id()

    assert keep(ada, file_id=file_id) == keep(ada, file_id=file_id)

    assert objects(stored) == PrivateFile.objects.count() == 1


def test_another_file_under_the_same_id_is_refused(ada: Person, stored: Path) -> None:
    file_id = new_id()
    keep(ada, file_id=file_id)

    with pytest.raises(Conflict):
        keep(ada, make_photo(size=(9, 9)), file_id=file_id)


def test_an_id_of_somebody_else_is_an_invalid_one(ada: Person, chen: Person, stored: Path) -> None:
    file = keep(ada)

    with pytest.raises(Invalid) as refused:
        keep(chen, file_id=file.pk)

    assert refused.value.code == "invalid_id"


def test_what_has_a_row_is_left_alone_by_the_guard(ada: Person, stored: Path) -> None:
    keep(ada)

    drain(now=timezone.now() + LATER)

    assert objects(stored) == 1


def test_an_object_whose_row_never_came_is_deleted_later(ada: Person, stored: Path) -> None:
    keep(ada)
    PrivateFile.objects.all().delete()  # As if the process had died before the row was written.

    drain(now=timezone.now() + LATER)

    assert objects(stored) == 0


def test_an_erased_file_leaves_neither_row_nor_object(ada: Person, stored: Path) -> None:
    file = keep(ada)

    services.erase_file(file=file)
    drain()

    assert not PrivateFile.objects.exists()
    assert objects(stored) == 0


def test_a_person_with_files_cannot_be_deleted_before_them(ada: Person, stored: Path) -> None:
    keep(ada)

    with pytest.raises(models.RestrictedError):
        ada.delete()


def test_objects_are_deleted_even_when_their_owner_is_gone(ada: Person, chen: Person, stored: Path) -> None:
    keep(ada)
    keep(ada, make_photo(size=(9, 9)))
    keep(chen)

    assert services.erase_files_of(person=ada) == 2
    drain()

    assert objects(stored) == 1
    assert PrivateFile.objects.get().person == chen


def test_a_withdrawn_consent_stops_the_next_file(ada: Person, stored: Path) -> None:
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        keep(ada)

    assert objects(stored) == 0


def test_files_are_seen_by_their_owner_only(ada: Person, ben: Person, chen: Person, stored: Path) -> None:
    file = keep(ada)

    assert queries.visible_file(viewer=ada, file_id=file.pk) == file
    for other in (ben, chen):
        with pytest.raises(NotFound):
            queries.visible_file(viewer=other, file_id=file.pk)
    assert list(queries.visible_files(viewer=chen)) == []


def test_the_job_that_deletes_names_no_person(ada: Person, stored: Path) -> None:
    file = keep(ada)

    services.erase_file(file=file)

    job = Job.objects.get(state=State.READY, name=services.DELETE_UNOWNED, due_at__lte=timezone.now())
    assert (job.person_id, job.arguments) == (None, {"object_name": file.object_name})
