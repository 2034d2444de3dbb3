"""Sharing with a nutritionist over REST, and who looked."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.journal.models import Access
from meum.people.models import Grant, Person
from tests.clients import client_of


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def share(phone: APIClient, **told: Any) -> Any:
    return phone.post("/api/v1/grants", {"nutritionist": "ben", **told})


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


@pytest.mark.parametrize("name", ["chen", "ada", "nobody", "BEN", "🙂"])
def test_only_a_nutritionist_can_be_shared_with(phone: APIClient, ben: Person, chen: Person, name: str) -> None:
    answer = share(phone, nutritionist=name)

    assert (answer.status_code, answer.json()["code"]) == (404, "not_a_nutritionist")
    assert not Grant.objects.exists()


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
