"""A copy of one's data and its end over REST, and the link with WeChat."""

from __future__ import annotations

import pytest
from django.test import Client

from meum.jobs.running import drain
from meum.overview.models import Erasure
from meum.people.linking import offer_named
from meum.people.models import Identity, Person, Provider
from tests.clients import client_of
from tests.factories.people import PASSWORD


def test_a_copy_is_asked_for_made_and_fetched_with_its_digits(ada: Person) -> None:
    phone = client_of(ada)
    asked = phone.post("/api/v1/me/export")
    drain()

    made = phone.post("/api/v1/me/export").json()

    assert (asked.status_code, asked.json()["address"]) == (202, "")
    assert b"".join(Client().post(made["address"], {"code": made["code"]})).startswith(b"PK")
    assert phone.post("/api/v1/me/export").json()["address"] == ""


def test_the_password_ends_the_account(ada: Person) -> None:
    phone = client_of(ada)

    assert phone.post("/api/v1/me/erasure", {"password": PASSWORD}).status_code == 202

    assert phone.get("/api/v1/me").status_code == 401
    drain()
    assert not Person.objects.filter(pk=ada.pk).exists()


def test_a_wrong_password_ends_nothing(ada: Person) -> None:
    assert client_of(ada).post("/api/v1/me/erasure", {"password": "guess"}).status_code == 401

    assert not Erasure.objects.exists()


def test_a_link_is_offered_with_words_and_digits(ada: Person) -> None:
    offer = client_of(ada).post("/api/v1/wechat-link").json()

    found = offer_named(told=offer["words"])
    assert found is not None
    assert found.person == ada
    assert (len(offer["code"]), offer["picture_url"]) == (4, "")


def test_a_link_is_shown_and_ended(ada: Person) -> None:
    Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")
    phone = client_of(ada)

    assert phone.get("/api/v1/wechat-link").json() == {"is_linked": True}
    assert phone.delete("/api/v1/wechat-link").status_code == 204
    assert phone.get("/api/v1/wechat-link").json() == {"is_linked": False}
    assert phone.delete("/api/v1/wechat-link").status_code == 404


@pytest.mark.parametrize("path", ["me/export", "me/erasure", "wechat-link"])
def test_only_who_is_signed_in_is_served(path: str, db: None) -> None:
    assert Client().post(f"/api/v1/{path}").status_code == 401
