"""Signing up, in and out."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import override_settings

from meum.people import throttles
from meum.people.models import Person, SignIn
from tests.clients import client_of, stranger
from tests.factories.people import PASSWORD

NEWCOMER = {"username": "dora", "password": "correct horse battery", "age_band": "adult", "language": "en"}


def sign_in(username: str = "ada", password: str = PASSWORD) -> Any:
    return stranger().post("/api/v1/sign-in", {"username": username, "password": password})


def refresh(token: str, **headers: str) -> Any:
    return stranger().post("/api/v1/refresh", {"refresh": token}, headers=headers)


def me(access: str) -> int:
    return int(stranger().get("/api/v1/me", headers={"Authorization": f"Bearer {access}"}).status_code)


@pytest.mark.django_db
def test_whoever_signs_up_is_signed_in_at_once() -> None:
    answer = stranger().post("/api/v1/sign-up", NEWCOMER)

    assert answer.status_code == 201
    assert me(answer.json()["access"]) == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "status", "code"),
    [
        ({"age_band": "under_14"}, 403, "too_young"),
        ({"age_band": "old"}, 400, "invalid_fields"),
        ({"password": "password"}, 400, "weak_password"),
        ({"username": "a b"}, 400, "invalid_fields"),
        ({"username": "d" * 65}, 400, "invalid_fields"),
        ({"time_zone": "Mars/Base"}, 400, "unknown_time_zone"),
        ({"time_zone": "../../etc/passwd"}, 400, "unknown_time_zone"),
        ({"language": "fr"}, 400, "invalid_fields"),
    ],
)
def test_a_sign_up_that_cannot_be_leaves_nobody(told: dict[str, str], status: int, code: str) -> None:
    answer = stranger().post("/api/v1/sign-up", NEWCOMER | told)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Person.objects.exists()


def test_a_taken_name_is_a_conflict(ada: Person) -> None:
    answer = stranger().post("/api/v1/sign-up", NEWCOMER | {"username": "ada"})

    assert (answer.status_code, answer.json()["code"]) == (409, "username_taken")


def test_nobody_signs_up_as_staff(db: None) -> None:
    stranger().post("/api/v1/sign-up", NEWCOMER | {"role": "staff", "is_staff": True})

    assert Person.objects.get().role == "person"


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(ada: Person) -> None:
    wrong, unknown = sign_in(password="wrong"), sign_in(username="nobody")

    assert (wrong.status_code, wrong.content) == (401, unknown.content)
    assert wrong["WWW-Authenticate"] == "Bearer"


class CountingHasher(MD5PasswordHasher):
    """Count how often a password was hashed."""

    done = 0

    def encode(self, password: str, salt: str) -> str:
        """Hash as usual."""
        type(self).done += 1
        return super().encode(password, salt)


@override_settings(PASSWORD_HASHERS=[f"{__name__}.CountingHasher"])
@pytest.mark.parametrize(("username", "is_active"), [("ada", True), ("ada", False), ("nobody", True)])
def test_every_refusal_costs_one_hash(ada: Person, username: str, is_active: bool) -> None:
    Person.objects.update(is_active=is_active)
    CountingHasher.done = 0

    assert sign_in(username=username, password="wrong").status_code == 401
    assert CountingHasher.done == 1


def test_somebody_who_left_cannot_sign_in_nor_go_on(ada: Person) -> None:
    access = sign_in().json()["access"]
    Person.objects.update(is_active=False)

    assert (sign_in().status_code, me(access)) == (401, 401)


def test_too_many_wrong_tries_for_a_name_are_answered_later(ada: Person) -> None:
    for _ in range(throttles.MOST_FOR_NAME):
        assert sign_in(password="wrong").status_code == 401

    answer = sign_in()

    assert (answer.status_code, answer["Retry-After"]) == (429, "900")


def test_too_many_wrong_tries_from_an_address_are_answered_later(ada: Person) -> None:
    for number in range(throttles.MOST_FROM_ADDRESS):
        assert sign_in(username=f"guess-{number}").status_code == 401

    assert sign_in().status_code == 429


@override_settings(PASSWORD_HASHERS=[f"{__name__}.CountingHasher"])
def test_too_many_sign_ups_from_an_address_are_answered_later_and_cost_no_hash(db: None) -> None:
    for number in range(throttles.MOST_SIGN_UPS_FROM_ADDRESS):
        assert stranger().post("/api/v1/sign-up", NEWCOMER | {"username": f"dora-{number}"}).status_code == 201
    CountingHasher.done = 0

    answer = stranger().post("/api/v1/sign-up", NEWCOMER)

    assert (answer.status_code, answer["Retry-After"], CountingHasher.done) == (429, "900", 0)
    assert answer.json()["code"] == "too_many_sign_ups"
    assert not Person.objects.filter(username="dora").exists()


def test_sign_ups_for_a_taken_name_count_and_those_refused_at_once_do_not(ada: Person) -> None:
    for _ in range(throttles.MOST_SIGN_UPS_FROM_ADDRESS):
        stranger().post("/api/v1/sign-up", NEWCOMER | {"password": "password"})
        stranger().post("/api/v1/sign-up", NEWCOMER | {"username": "ada"})

    assert stranger().post("/api/v1/sign-up", NEWCOMER).status_code == 429


@override_settings(BEHIND_TLS_PROXY=True)
def test_sign_ups_from_one_address_do_not_hold_up_another(db: None) -> None:
    for _ in range(throttles.MOST_SIGN_UPS_FROM_ADDRESS):
        throttles.count_sign_up(address="203.0.113.9")

    answer = stranger().post("/api/v1/sign-up", NEWCOMER, headers={"X-Forwarded-For": "203.0.113.9, 203.0.113.10"})

    assert answer.status_code == 201


@override_settings(BEHIND_TLS_PROXY=True)
def test_behind_our_proxy_the_address_is_the_one_that_the_proxy_saw(ada: Person) -> None:
    for number in range(throttles.MOST_FROM_ADDRESS):
        told = {"username": f"guess-{number}", "password": "wrong"}
        stranger().post("/api/v1/sign-in", told, headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.9"})

    assert sign_in().status_code == 200


def test_a_right_password_forgets_the_wrong_ones(ada: Person) -> None:
    for _ in range(throttles.MOST_FOR_NAME - 1):
        sign_in(password="wrong")
    sign_in()

    assert sign_in(password="wrong").status_code == 401


def test_a_refresh_token_is_good_once(ada: Person) -> None:
    first = sign_in().json()["refresh"]
    second = refresh(first).json()["refresh"]

    assert refresh(second).status_code == 200


def test_a_refresh_token_used_twice_ends_the_whole_sign_in(ada: Person) -> None:
    first = sign_in().json()["refresh"]
    second = refresh(first).json()

    reused = refresh(first)

    assert (reused.status_code, reused.json()["code"]) == (401, "signed_out")
    assert (me(second["access"]), refresh(second["refresh"]).status_code) == (401, 401)


def test_a_lost_answer_can_be_asked_for_again_with_the_same_key(ada: Person) -> None:
    first = sign_in().json()["refresh"]
    lost = refresh(first, **{"Idempotency-Key": "a-random-text"}).json()["refresh"]

    again = refresh(first, **{"Idempotency-Key": "a-random-text"})

    assert SignIn.objects.get().revoked_at is None
    assert refresh(again.json()["refresh"]).status_code == 200
    assert refresh(lost).status_code == 401


def test_the_key_of_a_refresh_helps_no_longer_once_its_successor_was_used(ada: Person) -> None:
    first = sign_in().json()["refresh"]
    second = refresh(first, **{"Idempotency-Key": "a-random-text"}).json()["refresh"]
    refresh(second)

    assert refresh(first, **{"Idempotency-Key": "a-random-text"}).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "é", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x" * 1900])
def test_what_is_no_token_signs_nobody_in(ada: Person, token: str) -> None:
    assert me(token.encode().decode("latin-1")) == 401
    assert refresh(token or "x").status_code == 401


def test_an_access_token_does_not_refresh_and_a_refresh_token_does_not_open(ada: Person) -> None:
    tokens = sign_in().json()

    assert refresh(tokens["access"]).status_code == 401
    assert me(tokens["refresh"]) == 401


def test_signing_out_ends_this_device_only(ada: Person) -> None:
    here, there = sign_in().json(), sign_in().json()

    answer = stranger().post("/api/v1/sign-out", headers={"Authorization": f"Bearer {here['access']}"})

    assert answer.status_code == 204
    assert (me(here["access"]), me(there["access"])) == (401, 200)


def test_a_device_can_be_signed_out_from_another_one(ada: Person) -> None:
    lost = sign_in().json()
    client = client_of(ada)

    assert client.delete(f"/api/v1/sign-ins/{lost['sign_in_id']}").status_code == 204
    assert me(lost["access"]) == 401
    assert [row["device_name"] for row in client.get("/api/v1/sign-ins").json()["results"]] == ["phone"]


def test_nobody_signs_out_somebody_else(ada: Person, chen: Person) -> None:
    tokens = sign_in().json()

    answer = client_of(chen).delete(f"/api/v1/sign-ins/{tokens['sign_in_id']}")

    assert (answer.status_code, me(tokens["access"])) == (404, 200)


def test_an_access_token_costs_one_query(ada: Person, django_assert_num_queries: Any) -> None:
    client = client_of(ada)

    with django_assert_num_queries(1):
        assert client.get("/api/v1/me").status_code == 200
