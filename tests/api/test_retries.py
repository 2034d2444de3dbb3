"""A phone that sends an entry again under its id gets what is stored, whatever has changed meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from fitness.models import Activity, BodyMeasurement
from meum.journal.models import new_id
from meum.people.models import Person
from tests.clients import client_of


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def weigh(phone: APIClient, **told: Any) -> Any:
    return phone.post("/api/v1/measurements", {"kind": "weight", **told})


def test_an_entry_without_a_time_is_stored_once(phone: APIClient) -> None:
    entry_id = str(new_id())

    answers = [weigh(phone, id=entry_id, value=61.5) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert BodyMeasurement.objects.count() == 1


def test_a_journey_between_two_tries_changes_nothing(phone: APIClient) -> None:
    told = {"id": str(new_id()), "value": 61.5, "at": "2026-03-10T08:00:00+08:00"}
    first = weigh(phone, **told)
    phone.patch("/api/v1/me", {"time_zone": "America/New_York"})

    assert weigh(phone, **told).json() == first.json()


def test_a_weight_between_two_tries_changes_nothing(phone: APIClient) -> None:
    run = {"id": str(new_id()), "code": "12150", "minutes": 30, "at": "2026-03-10T08:00:00+08:00"}
    first = phone.post("/api/v1/activities", run)
    weigh(phone, value=80, at="2026-03-10T07:00:00+08:00")

    assert phone.post("/api/v1/activities", run).json() == first.json()
    assert Activity.objects.count() == 1


def test_another_content_under_the_same_id_is_refused(phone: APIClient) -> None:
    entry_id = str(new_id())
    weigh(phone, id=entry_id, value=61.5)

    answer = weigh(phone, id=entry_id, value=62)

    assert (answer.status_code, answer.json()["code"]) == (409, "id_in_use")
    assert BodyMeasurement.objects.get().value == 61.5
