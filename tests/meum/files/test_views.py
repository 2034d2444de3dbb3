"""A link shows a file to its owner for a quarter of an hour, to be looked at and not to be run."""

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
from meum.people.services import share_with
from tests.clients import client_of, stranger
from tests.factories.photos import make_photo


@pytest.fixture
def photo(ada: Person, stored: Path) -> PrivateFile:
    """Return a photo of Ada's."""
    return services.store_file(owner=ada, kind=Kind.PHOTO, content=make_photo(), door=Door.API)


@pytest.fixture
def browser(client: Client, ada: Person) -> Client:
    """Return a browser in which Ada is signed in."""
    client.force_login(ada)
    return client


def test_a_link_shows_the_photo_to_its_owner_s_browser(browser: Client, photo: PrivateFile) -> None:
    response = browser.get(queries.link_to(file=photo))

    assert len(b"".join(response)) == photo.size_bytes
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("inline")


def test_a_link_shows_the_photo_to_its_owner_s_phone(ada: Person, photo: PrivateFile) -> None:
    response = client_of(ada).get(queries.link_to(file=photo))

    assert len(b"".join(response)) == photo.size_bytes


def test_who_is_not_signed_in_sees_nothing(photo: PrivateFile) -> None:
    assert stranger().get(queries.link_to(file=photo)).status_code == 401


def test_a_stranger_with_the_link_sees_nothing(chen: Person, photo: PrivateFile) -> None:
    assert client_of(chen).get(queries.link_to(file=photo)).status_code == 404


@pytest.mark.parametrize("shares", [False, True])
def test_a_nutritionist_with_the_link_sees_nothing(ada: Person, ben: Person, photo: PrivateFile, shares: bool) -> None:
    if shares:
        share_with(person=ada, nutritionist=ben, door=Door.API)

    assert client_of(ben).get(queries.link_to(file=photo)).status_code == 404


def test_what_is_shown_is_neither_kept_nor_run_nor_guessed_at(browser: Client, photo: PrivateFile) -> None:
    response = browser.get(queries.link_to(file=photo))

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    response.close()


def test_what_is_no_photo_is_saved_not_shown(browser: Client, ada: Person, stored: Path) -> None:
    file = services.store_file(owner=ada, kind=Kind.IMPORT, content=b"<script>alert(1)</script>", door=Door.API)

    response = browser.get(queries.link_to(file=file))

    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "text/plain"
    response.close()


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 404)])
def test_a_link_lasts_a_quarter_of_an_hour(browser: Client, photo: PrivateFile, minutes: int, status: int) -> None:
    link = queries.link_to(file=photo)

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        response = browser.get(link)

    assert response.status_code == status
    response.close()


@pytest.mark.parametrize("token", ["x", "x:y:z", "1:2", "🙂", "%00", "a" * 5000])
def test_a_forged_link_finds_nothing(browser: Client, photo: PrivateFile, token: str) -> None:
    assert browser.get(f"/files/{token}").status_code == 404


def test_a_link_for_one_file_cannot_be_turned_to_another(browser: Client, photo: PrivateFile) -> None:
    forged = queries.link_to(file=photo).replace(photo.pk.hex[-1] + ":", "0:" if photo.pk.hex[-1] != "0" else "1:")

    assert browser.get(forged).status_code == 404


def test_a_link_to_an_erased_file_finds_nothing(browser: Client, photo: PrivateFile) -> None:
    link = queries.link_to(file=photo)
    services.erase_file(file=photo)

    assert browser.get(link).status_code == 404


def test_a_link_is_only_for_reading(browser: Client, photo: PrivateFile) -> None:
    assert browser.post(queries.link_to(file=photo)).status_code == 405
