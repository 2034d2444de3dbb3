"""The people of the tests: Ada owns a diary, Ben is her nutritionist, Chen is a stranger."""

from __future__ import annotations

import pytest

from meum.people.models import Person, Role
from tests.factories.people import make_person


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
