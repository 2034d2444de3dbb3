"""The same request twice at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection

from fitness.models import BodyMeasurement
from meum.people.models import Person, SignIn
from meum.people.sessions import open_sign_in
from tests.clients import client_of, stranger

CALLERS = 6

pytestmark = [pytest.mark.storage, pytest.mark.django_db(transaction=True)]


def at_once(act: Callable[[], int]) -> list[int]:
    """Return the statuses that so many callers get who begin at the same moment."""
    started, statuses = threading.Barrier(CALLERS), list[int]()

    def run() -> None:
        started.wait()
        try:
            statuses.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(CALLERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_one_id_is_one_entry_for_all(ada: Person) -> None:
    phone = client_of(ada)
    body = {"id": str(uuid4()), "kind": "weight", "value": 61, "at": "2026-11-23T08:00:00+08:00"}

    assert at_once(lambda: phone.post("/api/v1/measurements", body).status_code) == [201] * CALLERS
    assert BodyMeasurement.objects.count() == 1


def test_one_key_is_one_entry_for_all(ada: Person) -> None:
    phone, key = client_of(ada), {"Idempotency-Key": "a-random-text"}
    body = {"kind": "weight", "value": 61}

    assert at_once(lambda: phone.post("/api/v1/measurements", body, headers=key).status_code) == [201] * CALLERS
    assert BodyMeasurement.objects.count() == 1


def test_one_revision_is_changed_once(ada: Person) -> None:
    phone = client_of(ada)
    made = phone.post("/api/v1/measurements", {"kind": "weight", "value": 61})
    address, tag = f"/api/v1/measurements/{made.json()['id']}", {"If-Match": made["ETag"]}

    statuses = at_once(lambda: phone.patch(address, {"value": 62}, headers=tag).status_code)

    assert statuses == [200] + [412] * (CALLERS - 1)


def test_one_name_signs_up_once(db: None) -> None:
    told = {"username": "dora", "password": "correct horse battery", "age_band": "adult"}

    assert at_once(lambda: stranger().post("/api/v1/sign-up", told).status_code) == [201] + [409] * (CALLERS - 1)


def test_one_refresh_token_wins_once_and_the_sign_in_ends(ada: Person) -> None:
    token = open_sign_in(person=ada).refresh

    statuses = at_once(lambda: stranger().post("/api/v1/refresh", {"refresh": token}).status_code)

    assert statuses == [200] + [401] * (CALLERS - 1)
    assert SignIn.objects.get().revoked_at is not None


def test_a_refresh_with_its_key_gives_all_the_same_successor(ada: Person) -> None:
    token, key = open_sign_in(person=ada).refresh, {"Idempotency-Key": "a-random-text"}

    statuses = at_once(lambda: stranger().post("/api/v1/refresh", {"refresh": token}, headers=key).status_code)

    assert statuses == [200] * CALLERS
    assert SignIn.objects.get().revoked_at is None


def test_wrong_sign_ins_are_all_counted(ada: Person) -> None:
    cache.clear()
    wrong = {"username": "ada", "password": "wrong"}

    for _ in range(3):
        at_once(lambda: stranger().post("/api/v1/sign-in", wrong).status_code)

    assert stranger().post("/api/v1/sign-in", wrong).status_code == 429
