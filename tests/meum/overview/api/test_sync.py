"""Pulling changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from rest_framework.test import APIClient

from meum.journal.models import Change, Counter, Recorded
from meum.journal.services import blank_old_changes
from meum.journal.snapshots import kind_of
from meum.people.api.entries import followed
from meum.people.models import Person
from tests.clients import client_of
from tests.factories.nutrition import make_food


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada)


def weigh(phone: APIClient, value: float) -> Any:
    return phone.post("/api/v1/measurements", {"kind": "weight", "value": value}).json()


def pull(phone: APIClient, **told: Any) -> Any:
    return phone.get("/api/v1/sync", told)


def test_every_recorded_model_is_followed() -> None:
    recorded = {kind_of(model) for model in apps.get_models() if issubclass(model, Recorded)}

    assert set(followed) == recorded


def test_pages_come_in_the_order_of_the_changes_and_end(phone: APIClient) -> None:
    for value in (61, 62, 63):
        weigh(phone, value)

    first = pull(phone, limit=2).json()
    second = pull(phone, limit=2, since=first["cursor"]).json()
    third = pull(phone, since=second["cursor"]).json()

    values = [[row["entry"]["value"] for row in page["changes"]] for page in (first, second, third)]
    assert values == [[61, 62], [63], []]
    assert [page["has_more"] for page in (first, second, third)] == [True, False, False]
    assert third["cursor"]


def test_an_entry_that_changed_often_comes_once_as_it_is_now(phone: APIClient) -> None:
    entry = weigh(phone, 61)
    for value in (62, 63):
        phone.patch(f"/api/v1/measurements/{entry['id']}", {"value": value})

    changes = pull(phone).json()["changes"]

    assert [(row["revision"], row["entry"]["value"]) for row in changes] == [(3, 63)]


def test_foods_that_a_page_refers_to_come_with_it_as_they_were_logged(phone: APIClient) -> None:
    eaten, other = make_food(name_zh="鸡蛋", nutrients={"ENERC_KCAL": 144}), make_food()
    for _ in range(2):
        phone.post("/api/v1/meals", {"items": [{"food_id": str(eaten.pk), "grams": 100}]})

    foods = pull(phone).json()["foods"]

    assert [(food["id"], food["name_zh"]) for food in foods] == [(str(eaten.current_id), "鸡蛋")]
    assert foods[0]["nutrients_per_100g"][0]["amount"] == 144
    assert str(other.current_id) not in {food["id"] for food in foods}


def test_the_profile_comes_too(phone: APIClient) -> None:
    phone.patch("/api/v1/profile", {"height_cm": 165})

    row = pull(phone).json()["changes"][0]

    assert (row["kind"], row["entry"]["height_cm"]) == ("profile", 165)


def test_a_cursor_older_than_the_undo_window_is_gone(phone: APIClient, ada: Person, settings: Any) -> None:
    weigh(phone, 61)
    with time_machine.travel(datetime.now(UTC) - timedelta(days=settings.UNDO_DAYS + 1), tick=False):
        cursor = pull(client_of(ada)).json()["cursor"]

    answer = pull(phone, since=cursor)

    assert (answer.status_code, answer.json()["code"]) == (410, "cursor_gone")
    assert [row["entry"]["value"] for row in pull(phone).json()["changes"]] == [61]


def test_a_first_pull_reaches_the_end_of_a_long_and_old_diary(phone: APIClient, settings: Any) -> None:
    for value in (61, 62, 63):
        weigh(phone, value)
    Change.objects.update(at=datetime.now(UTC) - timedelta(days=settings.UNDO_DAYS + 1))
    blank_old_changes(now=datetime.now(UTC))

    pages = [pull(phone, limit=1).json()]
    while pages[-1]["has_more"]:
        pages.append(pull(phone, limit=1, since=pages[-1]["cursor"]).json())

    assert [page["changes"][0]["entry"]["value"] for page in pages] == [61, 62, 63]


def test_a_cursor_from_before_a_restored_backup_is_gone(phone: APIClient, ada: Person) -> None:
    for value in (61, 62):
        weigh(phone, value)
    cursor = pull(phone).json()["cursor"]
    Change.objects.filter(number=2).delete()
    Counter.objects.filter(person=ada).update(latest_number=1)

    answer = pull(phone, since=cursor)

    assert answer.status_code == 410


@pytest.mark.parametrize("cursor", ["x", "0", "早饭", "a:b:c", "x" * 3000])
def test_a_made_up_cursor_is_refused(phone: APIClient, cursor: str) -> None:
    answer = pull(phone, since=cursor)

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")


def test_a_cursor_of_somebody_else_is_refused(phone: APIClient, chen: Person) -> None:
    cursor = pull(client_of(chen)).json()["cursor"]

    assert pull(phone, since=cursor).json()["code"] == "invalid_cursor"


def test_nobody_pulls_what_is_shared(phone: APIClient, ada: Person, chen: Person) -> None:
    weigh(phone, 61)

    assert client_of(chen).get(f"/api/v1/sync?person={ada.pk}").json()["changes"] == []


def test_two_kinds_with_the_same_id_are_both_sent(phone: APIClient) -> None:
    same, water = str(uuid4()), make_food(name_en="water", is_drink=True)
    phone.post("/api/v1/measurements", {"id": same, "kind": "weight", "value": 61})
    phone.post("/api/v1/drinks", {"id": same, "food_version_id": str(water.current_id), "volume_ml": 250})

    changes = pull(phone).json()["changes"]

    assert [(row["kind"], row["id"]) for row in changes] == [("measurement", same), ("drink", same)]
    assert ["volume_ml" in row["entry"] for row in changes] == [False, True]
