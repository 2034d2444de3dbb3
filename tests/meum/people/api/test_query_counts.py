"""Lists about people cost as many queries for forty rows as for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from meum.journal.models import Access, Consent, Door, Purpose
from meum.people.models import Person, Role
from meum.people.services import ProfileDraft, end_sharing, share_with, update_profile
from meum.people.sessions import open_sign_in
from tests.clients import client_of
from tests.factories.people import make_person


def share(ada: Person) -> None:
    other = make_person(role=Role.NUTRITIONIST)
    share_with(person=ada, nutritionist=other, door=Door.API)
    end_sharing(person=ada, nutritionist=other, door=Door.API)


def be_looked_at(ada: Person) -> None:
    other = make_person(role=Role.NUTRITIONIST)
    consent = Consent.objects.filter(purpose=Purpose.HEALTH_RECORDS).latest("pk")
    Access.objects.create(person=ada, viewer=other, what="day", door=Door.API, at=consent.at)


def be_shared_with(ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(role=Role.NUTRITIONIST)
    ada.refresh_from_db()
    share_with(person=make_person(), nutritionist=ada, door=Door.API)


def change(ada: Person) -> None:
    number = Person.objects.count() * 7 % 90
    for height in (100 + number, 101 + number):
        update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(height_cm=height))


LISTS: dict[str, Callable[[Person], object]] = {
    "sign-ins": lambda ada: open_sign_in(person=ada),
    "consents": share,
    "grants": share,
    "nutritionists": lambda ada: make_person(role=Role.NUTRITIONIST),
    "people": be_shared_with,
    "looks": be_looked_at,
    "changes": change,
}


@pytest.mark.parametrize("name", LISTS)
def test_forty_rows_cost_as_many_queries_as_one(db: None, name: str, django_assert_max_num_queries: Any) -> None:
    counts = []
    for rows in (1, 40):
        ada = make_person()
        for _ in range(rows):
            LISTS[name](ada)
        client = client_of(ada)
        with django_assert_max_num_queries(10) as asked:
            assert len(client.get(f"/api/v1/{name}?limit=200").json()["results"]) >= rows
        counts.append(len(asked))

    assert counts[0] == counts[1]
