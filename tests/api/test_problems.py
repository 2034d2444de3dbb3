"""Every refusal has one shape, in the caller's language, and nothing is half-stored."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from meum.kernel.problem import MEDIA_TYPE
from meum.people.models import Person
from tests.api.operations import Called, operations
from tests.clients import client_of, stranger
from tests.factories.people import make_person

WEIGHT = "/api/v1/measurements"


@pytest.fixture
def phone(ada: Person) -> APIClient:
    """Return Ada's phone."""
    return client_of(ada, language="en")


def is_problem(answer: Any, status: int, code: str) -> bool:
    told = answer.json()
    assert answer["Content-Type"] == MEDIA_TYPE
    assert {"type", "title", "status", "detail", "code"} <= set(told)
    assert told["type"] == f"urn:meum:problem:{told['code']}"
    return (answer.status_code, told["status"], told["code"]) == (status, status, code)


@pytest.mark.parametrize(
    "operation", [found for found in operations() if not found.is_open], ids=lambda operation: operation.name
)
def test_whoever_is_not_signed_in_gets_nothing(db: None, operation: Called) -> None:
    answer = stranger().generic(operation.method.upper(), operation.filled())

    assert is_problem(answer, 401, "not_signed_in")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_only_signing_up_and_in_is_open() -> None:
    assert {operation.name for operation in operations() if operation.is_open} == {
        "sign_up",
        "sign_in",
        "sign_in_wechat_mini",
        "refresh_sign_in",
    }


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.name)
def test_an_odd_method_is_refused(phone: APIClient, operation: Called) -> None:
    assert is_problem(phone.generic("TRACE", operation.filled()), 405, "method_not_allowed")


WITH_BODY = [
    operation
    for operation in operations()
    if "application/json" in operation.facts.get("requestBody", {}).get("content", {})
]
with_body = pytest.mark.parametrize("operation", WITH_BODY, ids=lambda operation: operation.name)


@with_body
@pytest.mark.parametrize("body", ["{", "", "[", "'x'", "nul", '{"a": NaN}', "\x00"])
def test_what_is_no_json_is_refused(phone: APIClient, operation: Called, body: str) -> None:
    answer = phone.generic(operation.method.upper(), operation.filled(), body, "application/json")

    if body:
        assert is_problem(answer, 400, "not_json")
    else:
        assert answer.status_code < 500


@with_body
@pytest.mark.parametrize("body", ["[]", "5", '"x"', "null", "true", "[[]]"])
def test_json_that_is_no_object_is_refused(phone: APIClient, operation: Called, body: str) -> None:
    answer = phone.generic(operation.method.upper(), operation.filled(), body, "application/json")

    assert is_problem(answer, 400, "invalid_fields")


@with_body
def test_another_type_of_body_is_refused(phone: APIClient, operation: Called) -> None:
    answer = phone.generic(operation.method.upper(), operation.filled(), "a=b", "application/x-www-form-urlencoded")

    assert is_problem(answer, 415, "unsupported_media_type")


@with_body
def test_deep_nesting_is_refused(phone: APIClient, operation: Called) -> None:
    answer = phone.generic(operation.method.upper(), operation.filled(), "[" * 50_000, "application/json")

    assert is_problem(answer, 400, "too_deep")


def test_a_body_beyond_two_mebibytes_is_refused(phone: APIClient) -> None:
    body = '{"words": "' + "x" * (2 * 1024 * 1024) + '"}'

    assert is_problem(phone.generic("POST", WEIGHT, body, "application/json"), 413, "too_large")


@pytest.mark.parametrize(
    "address",
    ["/api/v1/nothing", "/api/v2/me", "/api/", "/api/v1/meals/5", "/api/v1/meals/", "/api/v1/%00", "/api/v1/早饭"],
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_an_address_that_is_not_there_is_answered_alike(phone: APIClient, address: str, method: str) -> None:
    assert is_problem(phone.generic(method, address), 404, "not_found")


def test_another_format_is_not_offered(phone: APIClient) -> None:
    assert is_problem(phone.get("/api/v1/me", headers={"Accept": "text/html"}), 406, "not_acceptable")


@pytest.mark.parametrize(
    ("asked", "theirs", "sentence"),
    [
        ("en", "zh", "That is not there."),
        ("zh-CN,zh;q=0.9,en;q=0.8", "en", "没有找到这一条。"),
        ("fr, en;q=0.5", "zh", "That is not there."),
        ("fr", "en", "That is not there."),
        ("", "zh", "没有找到这一条。"),
        ("", "en", "That is not there."),
        ("*;q=nonsense,,;", "zh", "没有找到这一条。"),
    ],
)
def test_the_caller_is_answered_in_the_language_asked_for_else_in_their_own(
    db: None, asked: str, theirs: str, sentence: str
) -> None:
    phone = client_of(make_person(language=theirs), language=asked)

    assert phone.get(f"{WEIGHT}/01920000-0000-7000-8000-000000000000").json()["detail"] == sentence


@pytest.mark.parametrize(("language", "sentence"), [("en", "That is not there."), ("zh", "没有找到这一条。")])
@pytest.mark.parametrize("address", ["/api/v1/nothing", "/api/v1/meals/5"])
def test_what_is_not_there_is_told_in_the_persons_own_language(
    ada: Person, address: str, language: str, sentence: str
) -> None:
    Person.objects.update(language=language)

    assert client_of(ada).get(address).json()["detail"] == sentence


@pytest.mark.parametrize(("language", "sentence"), [("en", "Only JSON is offered here."), ("zh", "这里只提供 JSON。")])
def test_what_is_refused_before_it_is_known_who_asks_is_too(ada: Person, language: str, sentence: str) -> None:
    Person.objects.update(language=language)

    answer = client_of(ada).get("/api/v1/me", headers={"Accept": "text/html"})

    assert (answer.status_code, answer.json()["detail"]) == (406, sentence)


@pytest.mark.parametrize(("address", "status"), [("/api/v1/nothing", 404), ("/api/v1/me", 401)])
def test_a_token_that_is_not_good_changes_no_refusal(db: None, address: str, status: int) -> None:
    phone = APIClient(headers={"Authorization": "Bearer nonsense"})

    assert phone.get(address).status_code == status


@pytest.mark.parametrize(("language", "sentence"), [("en", "This field is required."), ("zh", "该字段是必填项。")])
def test_messages_of_fields_are_in_that_language_too(ada: Person, language: str, sentence: str) -> None:
    answer = client_of(ada, language=language).post(WEIGHT, {"value": 61})

    assert answer.json()["errors"] == [{"pointer": "/kind", "code": "required", "detail": sentence}]


def test_personal_answers_are_kept_out_of_shared_caches(phone: APIClient) -> None:
    assert phone.get("/api/v1/me")["Cache-Control"] == "private, no-cache"


def test_a_fault_of_ours_is_a_problem_without_a_trace(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_facts: object) -> None:
        raise RuntimeError("the words of a person")

    monkeypatch.setattr("meum.people.api.me.MeView.get", fail)
    phone = client_of(ada, language="en")
    phone.raise_request_exception = False

    answer = phone.get("/api/v1/me")

    assert is_problem(answer, 500, "unexpected")
    assert b"words of a person" not in answer.content


@pytest.mark.parametrize("name", ["schema", "docs"])
def test_the_schema_and_its_pages_are_open_and_need_no_outside_host(db: None, client: Client, name: str) -> None:
    answer = client.get(reverse(name))

    assert answer.status_code == 200
    assert b"https://cdn" not in answer.content
