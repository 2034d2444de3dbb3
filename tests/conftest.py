"""The people of the tests: Ada owns a diary, Ben is her nutritionist, Chen is a stranger."""

from __future__ import annotations

import pytest

from meum.people.models import Person, Role
from tests.factories.people import make_person

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database as `storage`, so that nobody forgets; let `network` tests reach loopback only."""
    for item in items:
        fixtures = item.fixturenames if isinstance(item, pytest.Function) else []
        if item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(fixtures):
            item.add_marker(pytest.mark.storage)
        if item.get_closest_marker("network"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


@pytest.fixture
def ada(db: None) -> Person:
    """Return Ada, who keeps a diary and has agreed to health records."""
    return make_person(username="ada")


@pytest.fixture
def ben(db: None) -> Person:
    """Return Ben, a nutritionist with whom nobody shares yet."""
    return make_person(username="ben", role=Role.NUTRITIONIST)


@pytest.fixture
def chen(db: None) -> Person:
    """Return Chen, a stranger who keeps a diary of his own."""
    return make_person(username="chen")
