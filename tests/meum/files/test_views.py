"""A link shows a file for a quarter of an hour, to be looked at and not to be run."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from meum.files import queries, services
from meum.files.models import Kind, PrivateFile
from meum.journal.models import Door
from meum.people.models import Person
from tests.factories.photos import make_photo


@pytest.fixture
def photo(ada: Person, stored: Path) -> PrivateFile:
    """Return a photo of Ada's."""
    return services.store_file(owner=ada, kind=Kind.PHOTO, content=make_photo(), door=Door.API)


def test_a_link_shows_the_photo_without_sign_in(client: Client, photo: PrivateFile) -> None:
    response = client.get(queries.link_to(file=photo))

    assert len(b"".join(response)) == photo.size_bytes
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("inline")


def test_what_is_shown_is_neither_kept_nor_run_nor_guessed_at(client: Client, photo: PrivateFile) -> None:
    response = client.get(queries.link_to(file=photo))

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    response.close()


def test_what_is_no_photo_is_saved_not_shown(client: Client, ada: Person, stored: Path) -> None:
    file = services.store_file(owner=ada, kind=Kind.IMPORT, content=b"<script>alert(1)</script>", door=Door.API)

    response = client.get(queries.link_to(file=file))

    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "text/plain"
    response.close()


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 404)])
def test_a_link_lasts_a_quarter_of_an_hour(client: Client, photo: PrivateFile, minutes: int, status: int) -> None:
    link = queries.link_to(file=photo)

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        response = client.get(link)

    assert response.status_code == status
    response.close()


@pytest.mark.parametrize("token", ["x", "x:y:z", "1:2", "🙂", "%00", "a" * 5000])
def test_a_forged_link_finds_nothing(client: Client, photo: PrivateFile, token: str) -> None:
    assert client.get(f"/files/{token}").status_code == 404


def test_a_link_for_one_file_cannot_be_turned_to_another(client: Client, photo: PrivateFile) -> None:
    forged = queries.link_to(file=photo).replace(photo.pk.hex[-1] + ":", "0:" if photo.pk.hex[-1] != "0" else "1:")

    assert client.get(forged).status_code == 404


def test_a_link_to_an_erased_file_finds_nothing(client: Client, photo: PrivateFile) -> None:
    link = queries.link_to(file=photo)
    services.erase_file(file=photo)

    assert client.get(link).status_code == 404


def test_a_link_is_only_for_reading(client: Client, photo: PrivateFile) -> None:
    assert client.post(queries.link_to(file=photo)).status_code == 405
