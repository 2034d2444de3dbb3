"""Sharing with a nutritionist over REST, and who looked."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64decode
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.journal.models import Access, Door
from meum.people.models import Grant, Person, Role
from meum.people.services import share_with
from tests.clients import client_of
from tests.factories.people import make_person


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def share(phone: APIClient, **told: Any) -> Any:
    first = phone.get("/api/v1/nutritionists").json()["results"][0]
    return phone.post("/api/v1/grants", {"nutritionist": first["id"], **told})


def test_sharing_opens_ones_days_and_ending_closes_them(phone: APIClient, ada: Person, ben: Person) -> None:
    tablet, day = client_of(ben), f"/api/v1/days/2026-11-23?person={ada.pk}"

    grant = share(phone).json()

    assert tablet.get(day).status_code == 200
    assert phone.delete(f"/api/v1/grants/{grant['id']}").status_code == 204
    assert tablet.get(day).status_code == 404
    assert phone.get("/api/v1/grants").json()["results"][0]["ended_at"] is not None


def test_each_look_can_be_read_by_the_person(phone: APIClient, ada: Person, ben: Person) -> None:
    share(phone)
    client_of(ben).get(f"/api/v1/days/2026-11-23?person={ada.pk}")

    look = phone.get("/api/v1/looks").json()["results"][0]

    assert (look["viewer"]["name"], look["what"], look["day"], look["door"]) == ("ben", "day", "2026-11-23", "api")


def test_looking_at_oneself_is_no_look(phone: APIClient, ada: Person) -> None:
    phone.get(f"/api/v1/days/2026-11-23?person={ada.pk}")

    assert not Access.objects.exists()


def test_a_nutritionist_lists_who_shares_and_each_is_told(phone: APIClient, ada: Person, ben: Person) -> None:
    share(phone)

    people = client_of(ben).get("/api/v1/people").json()["results"]

    assert [person["id"] for person in people] == [str(ada.pk)]
    assert Access.objects.get().person_id == ada.pk


def test_only_a_nutritionist_can_be_shared_with(phone: APIClient, ada: Person, ben: Person, chen: Person) -> None:
    answers = [share(phone, nutritionist=str(who)) for who in (chen.pk, ada.pk, uuid4())]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, "not_a_nutritionist")}
    assert not Grant.objects.exists()


@pytest.mark.parametrize("name", ["ben", "", "🙂", 5, None])
def test_a_nutritionist_is_named_by_the_id_that_the_list_shows(phone: APIClient, ben: Person, name: object) -> None:
    answer = share(phone, nutritionist=name)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/nutritionist")
    assert not Grant.objects.exists()


@pytest.mark.parametrize("address", ["/api/v1/people", "/api/v1/nutritionists"])
def test_the_place_in_a_list_of_people_holds_no_sign_in_name(ada: Person, ben: Person, address: str) -> None:
    for name in ("secret-name-1", "secret-name-2"):
        other = make_person(username=name, role=Role.NUTRITIONIST)
        share_with(person=other, nutritionist=ben, door=Door.API)
    caller = client_of(ben)

    first = caller.get(address, {"limit": 1}).json()
    rest = caller.get(first["next"]).json()["results"]

    assert first["results"][0]["id"] not in [person["id"] for person in rest]
    assert b"secret" not in place_of(first["next"])


def place_of(address: str) -> bytes:
    """Return what the cursor of the next page holds."""
    place = parse_qs(urlsplit(address).query)["cursor"][0].split(":")[0].lstrip(".")
    held = urlsafe_b64decode(place + "=" * (-len(place) % 4))
    return zlib.decompress(held) if parse_qs(urlsplit(address).query)["cursor"][0].startswith(".") else held


def test_nobody_ends_somebody_elses_grant(phone: APIClient, ben: Person, chen: Person) -> None:
    grant = share(phone).json()

    answer = client_of(chen).delete(f"/api/v1/grants/{grant['id']}")

    assert answer.content == client_of(chen).delete(f"/api/v1/grants/{uuid4()}").content
    assert Grant.objects.get().ended_at is None


def test_nutritionists_are_listed_by_name_without_more(phone: APIClient, ben: Person) -> None:
    assert phone.get("/api/v1/nutritionists").json()["results"] == [{"id": str(ben.pk), "name": "ben"}]


@pytest.mark.parametrize("person", ["x", "1", "'; --", "🙂"])
def test_what_is_no_id_is_refused(phone: APIClient, person: str) -> None:
    answer = phone.get("/api/v1/days/2026-11-23", {"person": person})

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "person")


def test_a_stranger_and_nobody_get_the_same_answer(ada: Person, chen: Person) -> None:
    phone = client_of(chen)

    hers, nobodys = (phone.get(f"/api/v1/meals?person={who}") for who in (ada.pk, uuid4()))

    assert (hers.status_code, hers.content) == (404, nobodys.content)
