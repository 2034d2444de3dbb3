"""What is heeded of a person, over REST, and the meals that follow from it."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from meum.journal.models import Door
from meum.people.models import Person, SexAtBirth
from meum.people.services import ProfileDraft, share_with, update_profile
from nutrition.models import Meal
from nutrition.queries import told_wishes
from tests.clients import client_of


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def test_nothing_is_heeded_before_anything_was_told(phone: APIClient) -> None:
    answer = phone.get("/api/v1/wishes")

    assert (answer["ETag"], answer.json()["revision"], answer.json()["allergies"]) == ('"wishes:0"', 0, [])


def test_it_is_told_bit_by_bit_and_forgotten_by_null(phone: APIClient) -> None:
    first = phone.patch("/api/v1/wishes", {"allergies": ["peanut", "虾"], "diet": "halal"})
    answer = phone.patch("/api/v1/wishes", {"diet": None, "goal": "gain"}, headers={"If-Match": first["ETag"]})

    shown = answer.json()
    assert (answer.status_code, shown["revision"]) == (200, 2)
    assert (shown["allergies"], shown["diet"], shown["goal"]) == (["peanut", "虾"], "", "gain")


def test_an_old_answer_is_not_written_over(phone: APIClient) -> None:
    phone.patch("/api/v1/wishes", {"diet": "vegan"})

    assert phone.patch("/api/v1/wishes", {"diet": "halal"}, headers={"If-Match": '"wishes:0"'}).status_code == 412
    assert phone.get("/api/v1/wishes").json()["diet"] == "vegan"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"allergies": ["unobtainium"]}, "unknown_wish"),
        ({"dislikes": ["unobtainium"]}, "unknown_wish"),
        ({"diet": "breatharian"}, "invalid_fields"),
        ({"conditions": ["tired"]}, "invalid_fields"),
        ({"allergies": "peanut"}, "invalid_fields"),
        ({"allergies": [5]}, "invalid_fields"),
        ({"goal": "shred"}, "invalid_fields"),
    ],
)
def test_what_nobody_knows_is_an_error_and_never_left_out(
    phone: APIClient, ada: Person, told: dict[str, Any], code: str
) -> None:
    answer = phone.patch("/api/v1/wishes", told)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert told_wishes(person=ada).revision == 0


def test_a_nutritionist_sees_the_allergies_of_who_shares(phone: APIClient, ada: Person, ben: Person) -> None:
    phone.patch("/api/v1/wishes", {"allergies": ["milk"]})
    tablet, address = client_of(ben), f"/api/v1/wishes?person={ada.pk}"
    assert tablet.get(address).status_code == 404

    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert tablet.get(address).json()["allergies"] == ["milk"]


def test_sync_brings_them(phone: APIClient) -> None:
    phone.patch("/api/v1/wishes", {"allergies": ["milk"]})

    (row,) = phone.get("/api/v1/sync").json()["changes"]

    assert (row["kind"], row["entry"]["allergies"]) == ("wishes", ["milk"])


def test_meals_are_suggested_that_heed_them(phone: APIClient, ada: Person) -> None:
    update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(sex_at_birth=SexAtBirth.FEMALE))
    phone.patch("/api/v1/wishes", {"diet": "vegetarian", "allergies": ["egg"]})

    answer = phone.post("/api/v1/suggestions", {"meal": "dinner", "without": ["tofu"]}).json()

    assert (answer["meal"], answer["is_usual_size"], len(answer["options"])) == ("dinner", True, 3)
    assert all(option["reasons"] for option in answer["options"])
    names = " ".join(item["name_en"] for option in answer["options"] for item in option["items"])
    assert not any(word in names for word in ("egg ", "tofu", "pork", "beef"))
    assert not Meal.objects.exists()


def test_a_meal_is_not_suggested_before_the_sex_is_told(phone: APIClient) -> None:
    answer = phone.post("/api/v1/suggestions", {})

    assert (answer.status_code, answer.json()["code"]) == (409, "sex_not_told")


def test_a_word_for_no_food_is_refused(phone: APIClient, ada: Person) -> None:
    update_profile(person=ada, author=ada, door=Door.API, draft=ProfileDraft(sex_at_birth=SexAtBirth.MALE))

    answer = phone.post("/api/v1/suggestions", {"at_hand": ["unobtainium"]})

    assert (answer.status_code, answer.json()["code"]) == (400, "unknown_wish")
