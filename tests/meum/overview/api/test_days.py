"""Days over REST."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from meum.people.models import Person
from tests.api.kinds import DAY, all_kinds, body_of
from tests.clients import client_of
from tests.factories.nutrition import make_food


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def eat(phone: APIClient, at: str, grams: float = 100) -> Any:
    food = make_food(nutrients={"ENERC_KCAL": 150})
    return phone.post("/api/v1/meals", {"at": at, "items": [{"food_id": str(food.pk), "grams": grams}]})


def test_a_day_holds_every_kind_of_log(phone: APIClient) -> None:
    # What a food contains, or what is saved to be logged later, is of no day.
    kinds = [kind for kind in all_kinds() if kind.one not in ("own_food", "saved_meal")]
    for kind in kinds:
        phone.post(f"/api/v1/{kind.address}", body_of(kind))

    day = phone.get(f"/api/v1/days/{DAY}").json()

    assert {kind.many: len(day[kind.many]) for kind in kinds} == {kind.many: 1 for kind in kinds}
    assert (day["sleep_minutes"], day["activity_minutes"], day["water_ml"]["mid"]) == (430, 30, 250)


def test_an_empty_day_says_nothing_as_a_fact(phone: APIClient) -> None:
    day = phone.get(f"/api/v1/days/{DAY}").json()

    assert (day["meals"], day["totals"]["energy_kcal"], day["water_ml"]["mid"]) == ([], None, 0)


def test_a_day_that_is_held_already_is_not_sent_again_until_it_changes(phone: APIClient) -> None:
    eat(phone, f"{DAY}T12:00:00+08:00")
    tag = phone.get(f"/api/v1/days/{DAY}")["ETag"]

    assert phone.get(f"/api/v1/days/{DAY}", headers={"If-None-Match": tag}).status_code == 304
    eat(phone, f"{DAY}T18:00:00+08:00")
    assert phone.get(f"/api/v1/days/{DAY}", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("day", ["1899-12-31", "2200-01-01", "2026-02-30", "today", "20261123", "2026-11-23T00:00"])
def test_a_day_that_cannot_be_is_refused(phone: APIClient, day: str) -> None:
    answer = phone.get(f"/api/v1/days/{day}")

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_fields")


def test_days_are_listed_with_what_they_count_to(phone: APIClient) -> None:
    eat(phone, "2026-11-21T12:00:00+08:00", grams=200)

    days = phone.get("/api/v1/days", {"from": "2026-11-20", "to": "2026-11-21"}).json()["results"]

    assert [(day["day"], day["meals"]) for day in days] == [("2026-11-20", 0), ("2026-11-21", 1)]
    assert [day["totals"]["energy_kcal"] for day in days] == [
        None,
        {"low": 300, "mid": 300, "high": 300, "coverage": 1},
    ]


def test_without_days_the_latest_week_of_the_person_is_shown(ada: Person) -> None:
    # 19:00 UTC is already the next day in Shanghai, but before four o'clock it is still the evening before.
    with time_machine.travel("2026-11-23T19:00:00Z", tick=False):
        days = client_of(ada).get("/api/v1/days").json()["results"]

    assert [day["day"] for day in days] == [f"2026-11-{number}" for number in range(17, 24)]


@pytest.mark.parametrize(
    "told",
    [
        {"from": "2026-11-21", "to": "2026-11-20"},
        {"from": "2026-01-01", "to": "2026-12-31"},
        {"from": "1900-01-01", "to": "2199-12-31"},
        {"from": "x"},
    ],
)
def test_a_range_that_cannot_be_is_refused(phone: APIClient, told: dict[str, str]) -> None:
    assert phone.get("/api/v1/days", told).status_code == 400


@pytest.mark.parametrize("to", ["1900-01-01", "1900-01-05"])
def test_the_first_days_that_can_be_are_listed(phone: APIClient, to: str) -> None:
    answer = phone.get("/api/v1/days", {"to": to})

    assert answer.json()["results"][-1]["day"] == to


@pytest.mark.parametrize("days", ["2026-11-23", "2026-11-01"])
def test_many_days_cost_as_many_queries_as_one(phone: APIClient, days: str, django_assert_num_queries: Any) -> None:
    eat(phone, f"{DAY}T12:00:00+08:00")
    phone.get("/api/v1/days", {"from": days, "to": DAY})

    with django_assert_num_queries(4):
        phone.get("/api/v1/days", {"from": days, "to": DAY})
