"""Packaged food over REST: a photo is sent, looked at later, and kept as an own food."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meum.jobs.running import drain
from meum.journal.models import new_id
from meum.people.models import Person
from tests.clients import client_of, stranger
from tests.factories.packets import make_bar_photo, make_panel_photo


def photo_of(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"photo": SimpleUploadedFile("photo.jpg", content, "image/jpeg")}


def test_a_panel_goes_from_its_photo_to_an_own_food(ada: Person, stored: Path) -> None:
    phone = client_of(ada, language="en")

    sent = phone.post("/api/v1/packets", photo_of(make_panel_photo()), format="multipart")
    assert (sent.status_code, sent.json()["state"]) == (202, "waiting")
    drain()
    read = phone.get(sent["Location"]).json()
    assert read["panel"]["columns"][0]["amounts"]["fat_g"] == 18
    assert (read["state"], read["gtin"], read["problems"]) == ("read", "", [])
    kept = phone.post(f"{sent['Location']}/keep", {"name": "soda cracker"})

    assert kept.status_code == 201
    assert kept.json()["totals"]["fat_g"]["mid"] == 18
    assert phone.get(sent["Location"]).json()["own_food_id"] == kept.json()["id"]


def test_bars_of_an_own_food_are_found(ada: Person, stored: Path) -> None:
    phone = client_of(ada)
    label = {"per": "100g", "energy_kcal": 400}
    own = phone.post("/api/v1/own-foods", {"name": "饼干", "gtin": "6901234567892", "label": label}).json()

    sent = phone.post("/api/v1/packets", photo_of(make_bar_photo()), format="multipart")
    drain()

    assert [product["id"] for product in phone.get(sent["Location"]).json()["products"]] == [own["id"]]
    [found] = phone.get("/api/v1/foods", {"gtin": "6901234567892"}).json()["results"]
    assert found["id"] == own["id"]


def test_somebody_else_s_bars_find_nothing(ada: Person, chen: Person) -> None:
    label = {"per": "100g", "energy_kcal": 400}
    client_of(ada).post("/api/v1/own-foods", {"name": "饼干", "gtin": "6901234567892", "label": label})

    assert client_of(chen).get("/api/v1/foods", {"gtin": "6901234567892"}).json() == {"results": []}


def test_a_number_with_a_wrong_check_digit_is_refused(ada: Person) -> None:
    told = {"name": "饼干", "gtin": "6901234567890", "label": {"per": "100g", "energy_kcal": 400}}

    refused = client_of(ada).post("/api/v1/own-foods", told)

    assert (refused.status_code, refused.json()["code"]) == (400, "impossible_gtin")


@pytest.mark.parametrize(
    ("content", "code"), [(b"MZ\x90\x00", "file_type_not_accepted"), (b"\xff\xd8\xff\x00", "photo_unreadable")]
)
def test_what_is_no_photo_is_refused_and_leaves_nothing(ada: Person, stored: Path, content: bytes, code: str) -> None:
    refused = client_of(ada).post("/api/v1/packets", photo_of(content), format="multipart")

    assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert not stored.exists()


def test_a_form_without_a_photo_says_what_is_missing(ada: Person) -> None:
    refused = client_of(ada).post("/api/v1/packets", {}, format="multipart")

    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "/photo")


def test_a_packet_is_its_owner_s_alone(ada: Person, ben: Person, stored: Path) -> None:
    sent = client_of(ada).post("/api/v1/packets", photo_of(make_bar_photo()), format="multipart")

    assert stranger().get(sent["Location"]).status_code == 401
    assert client_of(ben).get(sent["Location"]).status_code == 404
    assert client_of(ben).post(f"{sent['Location']}/keep", {"name": "x y"}).status_code == 404


def test_a_photo_may_be_sent_again_under_its_id(ada: Person, stored: Path) -> None:
    phone, packet_id = client_of(ada), str(new_id())

    answers = [
        phone.post("/api/v1/packets", {"id": packet_id, **photo_of(make_bar_photo())}, format="multipart")
        for _ in range(2)
    ]

    assert [(answer.status_code, answer.json()["id"]) for answer in answers] == [(202, packet_id)] * 2
