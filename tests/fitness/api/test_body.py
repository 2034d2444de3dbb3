"""Body measurements, activities and sleep over REST."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from fitness.models import BodyMeasurement
from meum.people.models import Person
from tests.clients import client_of

MORNING = "2026-11-23T07:10:00+08:00"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def test_a_blood_pressure_has_two_figures(phone: APIClient) -> None:
    told = {"kind": "blood_pressure", "value": 118, "diastolic_mmhg": 76, "at": MORNING}

    entry = phone.post("/api/v1/measurements", told).json()

    assert (entry["value"], entry["diastolic_mmhg"], entry["unit"]) == (118, 76, "mmHg")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"kind": "weight", "value": 0}, "impossible_weight"),
        ({"kind": "weight", "value": 1e300}, "impossible_weight"),
        ({"kind": "weight", "value": "61"}, "invalid_fields"),
        ({"kind": "mood", "value": 5}, "invalid_fields"),
        ({"kind": "blood_pressure", "value": 118}, "impossible_blood_pressure"),
        ({"value": 61}, "invalid_fields"),
    ],
)
def test_a_measurement_that_cannot_be_is_refused(phone: APIClient, told: dict[str, Any], code: str) -> None:
    answer = phone.post("/api/v1/measurements", told)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert not BodyMeasurement.objects.exists()


def test_the_kind_of_a_measurement_stays(phone: APIClient) -> None:
    entry = phone.post("/api/v1/measurements", {"kind": "weight", "value": 61}).json()

    changed = phone.patch(f"/api/v1/measurements/{entry['id']}", {"kind": "waist", "value": 62}).json()

    assert (changed["kind"], changed["value"]) == ("weight", 62)


def test_an_activity_without_minutes_takes_a_usual_pace(phone: APIClient) -> None:
    entry = phone.post("/api/v1/activities", {"code": "12020", "distance_m": 5000, "at": MORNING}).json()

    assert entry["is_duration_assumed"] is True
    assert entry["minutes"] > 0
    assert entry["energy_kcal"]["low"] < entry["energy_kcal"]["mid"] < entry["energy_kcal"]["high"]


def test_activities_are_found_in_both_languages(phone: APIClient) -> None:
    for typed in ("running", "跑步"):
        found = phone.get("/api/v1/activity-kinds", {"q": typed, "limit": 5}).json()["results"]
        assert 0 < len(found) <= 5
        assert phone.post("/api/v1/activities", {"code": found[0]["code"], "minutes": 20}).status_code == 201


def test_sleep_belongs_to_the_day_of_waking(phone: APIClient) -> None:
    told = {"asleep_at": "2026-11-22T23:10:00+08:00", "at": MORNING}

    entry = phone.post("/api/v1/sleeps", told).json()

    assert (entry["day"], entry["minutes"], entry["asleep_at"]) == ("2026-11-23", 480, "2026-11-22T15:10:00Z")


def test_sleep_needs_a_length(phone: APIClient) -> None:
    assert phone.post("/api/v1/sleeps", {"at": MORNING}).json()["code"] == "sleep_length_missing"
