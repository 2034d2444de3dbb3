"""One's own preferences, profile, agreements."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from meum.journal.models import Consent, Door, Purpose
from meum.people.models import Person
from meum.people.services import TEXT_VERSIONS, share_with
from tests.clients import client_of
from tests.factories.people import make_person

VERSION = TEXT_VERSIONS[Purpose.HEALTH_RECORDS]


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def test_preferences_change_one_by_one(phone: APIClient) -> None:
    answer = phone.patch("/api/v1/me", {"name": "Ada", "day_boundary_hour": 5})

    assert answer.status_code == 200
    assert answer.json() | {"id": ""} == {
        "id": "",
        "username": "ada",
        "role": "person",
        "age_band": "adult",
        "name": "Ada",
        "language": "zh",
        "units": "metric",
        "time_zone": "Asia/Shanghai",
        "day_boundary_hour": 5,
    }


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"time_zone": "Mars"}, "unknown_time_zone"),
        ({"day_boundary_hour": 12}, "invalid_fields"),
        ({"day_boundary_hour": "4"}, "invalid_fields"),
        ({"language": "fr"}, "invalid_fields"),
        ({"name": "x" * 65}, "invalid_fields"),
        ({"name": None}, "invalid_fields"),
    ],
)
def test_preferences_that_cannot_be_change_nothing(
    phone: APIClient, ada: Person, told: dict[str, Any], code: str
) -> None:
    answer = phone.patch("/api/v1/me", {"units": "us"} | told)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert Person.objects.get(pk=ada.pk).units == "metric"


@pytest.mark.parametrize("told", [{"role": "staff"}, {"username": "root"}, {"is_active": False}, {"age_band": ""}])
def test_what_is_not_a_preference_stays(phone: APIClient, told: dict[str, Any]) -> None:
    before = phone.get("/api/v1/me").json()

    assert phone.patch("/api/v1/me", told).json() == before


def test_a_profile_is_empty_before_anything_was_told(phone: APIClient) -> None:
    answer = phone.get("/api/v1/profile")

    assert (answer["ETag"], answer.json()["revision"], answer.json()["height_cm"]) == ('"profile:0"', 0, None)


def test_a_profile_is_told_bit_by_bit(phone: APIClient) -> None:
    first = phone.patch("/api/v1/profile", {"height_cm": 165, "sex_at_birth": "female"})
    answer = phone.patch("/api/v1/profile", {"birth_date": "1990-05-01"}, headers={"If-Match": first["ETag"]})

    assert (answer.status_code, answer["ETag"]) == (200, first["ETag"].replace(":1", ":2"))
    assert (answer.json()["height_cm"], answer.json()["birth_date"]) == (165, "1990-05-01")


@pytest.mark.parametrize("tag", ['"profile:0"', '"profile:5"'])
def test_an_old_profile_is_not_written_over(phone: APIClient, tag: str) -> None:
    phone.patch("/api/v1/profile", {"height_cm": 165})

    answer = phone.patch("/api/v1/profile", {"height_cm": 170}, headers={"If-Match": tag})

    assert (answer.status_code, phone.get("/api/v1/profile").json()["height_cm"]) == (412, 165)


def test_another_profile_has_another_tag(phone: APIClient) -> None:
    first = phone.patch("/api/v1/profile", {"height_cm": 160})
    phone.post("/api/v1/undo")
    second = phone.patch("/api/v1/profile", {"height_cm": 170})

    held = phone.get("/api/v1/profile", headers={"If-None-Match": first["ETag"]})
    changed = phone.patch("/api/v1/profile", {"height_cm": 180}, headers={"If-Match": first["ETag"]})

    assert (held.status_code, held["ETag"], held.json()["height_cm"]) == (200, second["ETag"], 170)
    assert changed.status_code == 412


def test_null_forgets_a_value_and_leaves_the_others(phone: APIClient) -> None:
    phone.patch("/api/v1/profile", {"height_cm": 165, "birth_date": "1990-05-01", "sex_at_birth": "female"})

    answer = phone.patch("/api/v1/profile", {"birth_date": None, "sex_at_birth": None})

    shown = answer.json()
    assert (answer.status_code, shown["birth_date"], shown["sex_at_birth"], shown["height_cm"]) == (200, None, "", 165)


def test_a_child_is_not_taken_in_by_the_profile(phone: APIClient) -> None:
    answer = phone.patch("/api/v1/profile", {"birth_date": "2020-01-01"})

    assert (answer.status_code, answer.json()["code"]) == (403, "too_young")


def test_two_phones_that_begin_a_profile_do_not_write_over_each_other(phone: APIClient) -> None:
    first = phone.patch("/api/v1/profile", {"height_cm": 165}, headers={"If-Match": '"profile:0"'})
    second = phone.patch("/api/v1/profile", {"height_cm": 170}, headers={"If-Match": '"profile:0"'})

    assert [first.status_code, second.status_code] == [200, 412]


@pytest.mark.parametrize(
    "told",
    [
        {"height_cm": 20},
        {"height_cm": 1e300},
        {"height_cm": "165"},
        {"birth_date": "1899-01-01"},
        {"birth_date": "2150-01-01"},
        {"sex_at_birth": "x"},
        {"region": []},
    ],
)
def test_a_profile_that_cannot_be_is_refused_with_its_place(phone: APIClient, told: dict[str, Any]) -> None:
    answer = phone.patch("/api/v1/profile", told)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, f"/{next(iter(told))}")


def test_a_nutritionist_sees_the_profile_of_who_shares(phone: APIClient, ada: Person, ben: Person) -> None:
    phone.patch("/api/v1/profile", {"height_cm": 165})
    tablet, address = client_of(ben), f"/api/v1/profile?person={ada.pk}"
    assert tablet.get(address).status_code == 404

    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert tablet.get(address).json()["height_cm"] == 165


@pytest.mark.parametrize(("language", "word"), [("en", "agree"), ("zh", "同意")])
def test_the_texts_to_agree_to_are_in_the_callers_language(ada: Person, language: str, word: str) -> None:
    offers = client_of(ada, language=language).get("/api/v1/consent-texts").json()["results"]

    assert [offer["purpose"] for offer in offers] == [
        "health_records",
        "sharing",
        "notices",
        "photos_kept",
        "personal_photo_memory",
        "improvement",
    ]
    assert all(word in offer["text"] for offer in offers)


def test_agreeing_lets_records_be_kept_and_withdrawing_stops_it(db: None) -> None:
    phone = client_of(make_person(has_agreed=False))
    weight = {"kind": "weight", "value": 61}
    assert phone.post("/api/v1/measurements", weight).status_code == 403

    agreed = phone.post("/api/v1/consents", {"purpose": "health_records", "text_version": VERSION})

    assert agreed.status_code == 201
    assert phone.post("/api/v1/measurements", weight).status_code == 201
    assert phone.delete("/api/v1/consents/health_records").status_code == 204
    assert phone.post("/api/v1/measurements", weight).status_code == 403
    assert [row["is_given"] for row in phone.get("/api/v1/consents").json()["results"]] == [False, True]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"purpose": "health_records", "text_version": "1999-01"}, "unknown_text_version"),
        ({"purpose": "sharing", "text_version": VERSION}, "invalid_fields"),
        ({"purpose": "face_search", "text_version": VERSION}, "invalid_fields"),
        ({"purpose": "health_records"}, "invalid_fields"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(phone: APIClient, told: dict[str, str], code: str) -> None:
    before = Consent.objects.count()

    answer = phone.post("/api/v1/consents", told)

    assert (answer.status_code, answer.json()["code"], Consent.objects.count()) == (400, code, before)


@pytest.mark.parametrize("purpose", ["sharing", "face_search", "nonsense"])
def test_what_was_never_agreed_to_cannot_be_withdrawn(phone: APIClient, purpose: str) -> None:
    answer = phone.delete(f"/api/v1/consents/{purpose}")

    assert (answer.status_code, answer.json()["code"]) == (404, "no_consent")
