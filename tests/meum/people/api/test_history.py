"""What changed, and taking it back, over REST."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from meum.people.models import Person
from tests.clients import client_of


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def weigh(phone: APIClient, value: float) -> Any:
    return phone.post("/api/v1/measurements", {"kind": "weight", "value": value}).json()


def weights(phone: APIClient) -> list[float]:
    return [row["value"] for row in phone.get("/api/v1/measurements").json()["results"]]


def test_the_history_tells_what_was_before_and_after(phone: APIClient) -> None:
    entry = weigh(phone, 61)
    phone.patch(f"/api/v1/measurements/{entry['id']}", {"value": 62})

    latest = phone.get("/api/v1/changes", {"entry": entry["id"]}).json()["results"][0]

    assert (latest["number"], latest["action"], latest["door"]) == (2, "update", "api")
    assert (latest["before"]["value"], latest["after"]["value"]) == (61, 62)
    assert latest["author"]["name"] == "ada"


def test_undo_and_redo_go_back_and_forth(phone: APIClient) -> None:
    weigh(phone, 61)

    undone = phone.post("/api/v1/undo")
    assert (undone.status_code, undone.json()["changes"][0]["kind"]) == (200, "fitness.BodyMeasurement")
    assert weights(phone) == []
    phone.post("/api/v1/redo")
    assert weights(phone) == [61]


def test_a_repeated_undo_with_the_same_key_takes_back_one_thing_only(phone: APIClient) -> None:
    weigh(phone, 61)
    weigh(phone, 62)

    for _ in range(2):
        assert phone.post("/api/v1/undo", headers={"Idempotency-Key": "once"}).status_code == 200

    assert weights(phone) == [61]


def test_an_older_group_can_be_taken_back_alone(phone: APIClient) -> None:
    weigh(phone, 61)
    weigh(phone, 62)
    oldest = phone.get("/api/v1/changes").json()["results"][-1]

    assert phone.post(f"/api/v1/changes/{oldest['group']}/undo").status_code == 200
    assert weights(phone) == [62]


def test_a_group_that_was_changed_since_is_refused_with_a_reason(phone: APIClient) -> None:
    entry = weigh(phone, 61)
    created = phone.get("/api/v1/changes").json()["results"][0]
    phone.patch(f"/api/v1/measurements/{entry['id']}", {"value": 62})

    answer = phone.post(f"/api/v1/changes/{created['group']}/undo")

    assert (answer.status_code, answer.json()["code"]) == (409, "changed_since")


@pytest.mark.parametrize(("act", "code"), [("undo", "nothing_to_undo"), ("redo", "nothing_to_redo")])
def test_nothing_to_take_back_is_told(phone: APIClient, act: str, code: str) -> None:
    answer = phone.post(f"/api/v1/{act}")

    assert (answer.status_code, answer.json()["code"]) == (404, code)


def test_nobody_takes_back_what_somebody_else_did(phone: APIClient, chen: Person) -> None:
    weigh(phone, 61)
    group = phone.get("/api/v1/changes").json()["results"][0]["group"]
    other = client_of(chen)

    hers, nobodys = (other.post(f"/api/v1/changes/{which}/undo") for which in (group, uuid4()))

    assert (hers.status_code, hers.content) == (404, nobodys.content)
    assert weights(phone) == [61]
