"""Skin notes over REST."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from meum.people.models import Person
from skincare.models import SkinNote
from tests.clients import client_of


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def note(phone: APIClient, **told: Any) -> Any:
    return phone.post("/api/v1/skin-notes", told)


def test_a_note_is_told_back_whole(phone: APIClient) -> None:
    applied = [{"step": "sunscreen", "product": "SPF 50", "slot": "morning", "is_skipped": False}]

    told = note(phone, ratings={"oil": 3, "itch": 1}, lesions=2, condition="a bit red", applications=applied).json()

    assert told["ratings"] == {"oil": 3, "dryness": None, "redness": None, "sting": None, "itch": 1}
    assert (told["lesions"], told["condition"], told["applications"]) == (2, "a bit red", applied)


def test_ratings_and_applications_of_a_change_replace_all(phone: APIClient) -> None:
    entry = note(phone, ratings={"oil": 3}, applications=[{"step": "toner"}, {"step": "serum"}]).json()

    changed = phone.patch(
        f"/api/v1/skin-notes/{entry['id']}", {"ratings": {"itch": 4}, "applications": [{"step": "mask"}]}
    ).json()

    assert (changed["ratings"]["oil"], changed["ratings"]["itch"]) == (None, 4)
    assert [applied["step"] for applied in changed["applications"]] == ["mask"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({}, "empty_skin_note"),
        ({"ratings": {"oil": 11}}, "invalid_fields"),
        ({"ratings": {"oil": 2.5}}, "invalid_fields"),
        ({"ratings": 5}, "invalid_fields"),
        ({"applications": [{"step": "magic"}]}, "invalid_fields"),
        ({"applications": [{"step": "mask", "slot": "noon"}]}, "invalid_fields"),
        ({"applications": [{"step": "mask"}] * 31}, "invalid_fields"),
    ],
)
def test_a_note_that_cannot_be_is_refused(phone: APIClient, told: dict[str, Any], code: str) -> None:
    answer = note(phone, **told)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert not SkinNote.objects.exists()
