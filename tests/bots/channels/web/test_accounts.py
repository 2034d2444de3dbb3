"""The pages around the chat."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from meum.people.models import AgeBand, Person
from meum.people.throttles import (
    MOST_FOR_NAME,
    MOST_FROM_ADDRESS,
    MOST_SIGN_UPS_FROM_ADDRESS,
    count_sign_up,
    count_wrong,
)
from tests.factories.people import PASSWORD, make_person

pytestmark = pytest.mark.django_db

FORM = {"username": "dora", "password": PASSWORD, "age_band": "adult"}


@pytest.mark.parametrize(
    ("asked", "shown"), [("zh-CN,zh;q=0.9", "说一句，就记好了"), ("en-GB,en;q=0.9", "Say it once")]
)
def test_the_front_page_speaks_the_language_of_the_browser(client: Client, asked: str, shown: str) -> None:
    response = client.get("/", headers={"Accept-Language": asked})

    assert shown in response.content.decode()


def test_the_language_of_the_page_can_be_changed(client: Client) -> None:
    client.post("/language/", {"language": "en", "next": "/"}, headers={"Accept-Language": "zh-CN"})

    assert "Say it once" in client.get("/", headers={"Accept-Language": "zh-CN"}).content.decode()


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/sign-up/"])
def test_a_language_chosen_in_the_chat_is_that_of_every_page(client: Client, ada: Person, path: str) -> None:
    client.force_login(ada)
    client.post("/chat/", {"choice": "English please"})

    assert '<html lang="en">' in client.get(path, headers={"Accept-Language": "zh-CN"}).content.decode()


@pytest.mark.parametrize("path", ["/", "/sign-in/"])
def test_the_language_stays_after_signing_out(client: Client, path: str) -> None:
    client.force_login(make_person(language="en"))
    client.get("/chat/")
    client.post("/sign-out/")

    assert '<html lang="en">' in client.get(path, headers={"Accept-Language": "zh-CN"}).content.decode()


def test_a_person_who_chooses_a_language_on_the_front_page_is_spoken_to_in_it(client: Client, ada: Person) -> None:
    client.force_login(ada)

    client.post("/language/", {"language": "en", "next": "/"})

    assert '<html lang="en">' in client.get("/chat/").content.decode()


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_choosing_a_language_never_leads_to_another_site(client: Client, back: str) -> None:
    assert client.post("/language/", {"language": "en", "next": back})["Location"] == "/"


def test_signing_up_leads_to_the_chat(client: Client) -> None:
    response = client.post("/sign-up/", FORM, headers={"Accept-Language": "en"})

    person = Person.objects.get(username="dora")
    assert response["Location"] == "/chat/"
    assert (person.age_band, person.language) == (AgeBand.ADULT, "en")


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"age_band": "under_14"}, 403, "未满 14 周岁"),
        ({"age_band": ""}, 400, "请先告诉我你的年龄段"),
        ({"age_band": "adult; DROP"}, 400, "请先告诉我你的年龄段"),
        ({"password": "12345678"}, 400, "密码太简单了"),
        ({"password": ""}, 400, "密码太简单了"),
    ],
)
def test_a_sign_up_that_cannot_be_says_why_and_stores_nobody(
    client: Client, change: dict[str, str], status: int, sentence: str
) -> None:
    response = client.post("/sign-up/", FORM | change, headers={"Accept-Language": "zh-CN"})

    assert response.status_code == status
    assert sentence in response.content.decode()
    assert not Person.objects.exists()


def test_a_taken_name_is_told(client: Client) -> None:
    make_person(username="dora")

    assert client.post("/sign-up/", FORM).status_code == 409


@pytest.mark.parametrize("username", ["", "x" * 65, "a\x00b", "\x1b[31m", "a b<c>"])
def test_an_impossible_name_is_refused(client: Client, username: str) -> None:
    response = client.post("/sign-up/", FORM | {"username": username})

    assert response.status_code == 400
    assert not Person.objects.exists()


def test_signing_in_leads_to_the_chat(client: Client, ada: Person) -> None:
    response = client.post("/sign-in/", {"username": "ada", "password": PASSWORD})

    assert response["Location"] == "/chat/"


@pytest.mark.parametrize("username", ["ada", "nobody", "", "\x00"])
def test_a_wrong_sign_in_does_not_tell_what_was_wrong(client: Client, ada: Person, username: str) -> None:
    response = client.post("/sign-in/", {"username": username, "password": "x"}, headers={"Accept-Language": "en"})

    assert response.status_code == 403
    assert "The sign-in name or the password is wrong." in response.content.decode()


def test_after_ten_wrong_tries_even_the_right_password_waits(client: Client, ada: Person) -> None:
    for _ in range(10):
        client.post("/sign-in/", {"username": "ada", "password": "x"})

    response = client.post("/sign-in/", {"username": "ada", "password": PASSWORD})

    assert (response.status_code, response["Retry-After"]) == (429, "900")


def test_wrong_tries_through_other_doors_count_too(client: Client, ada: Person) -> None:
    for _ in range(MOST_FOR_NAME):
        count_wrong(username="ada", address="192.0.2.1")

    response = client.post("/sign-in/", {"username": "ada", "password": PASSWORD})

    assert response.status_code == 429


def test_an_address_that_tries_many_names_waits(client: Client, ada: Person) -> None:
    for number in range(MOST_FROM_ADDRESS):
        count_wrong(username=f"name{number}", address="127.0.0.1")

    response = client.post("/sign-in/", {"username": "ada", "password": PASSWORD})

    assert response.status_code == 429


@pytest.mark.parametrize(
    ("asked", "told"), [("zh-CN", "从这个网络注册的次数太多了"), ("en", "Too many sign-ups from this network.")]
)
def test_an_address_that_signs_up_too_many_is_told_to_wait(client: Client, asked: str, told: str) -> None:
    for _ in range(MOST_SIGN_UPS_FROM_ADDRESS):
        count_sign_up(address="127.0.0.1")

    response = client.post("/sign-up/", FORM, headers={"Accept-Language": asked})

    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert told in response.content.decode()
    assert not Person.objects.exists()


def test_signing_out_ends_the_session(client: Client, ada: Person) -> None:
    client.force_login(ada)

    client.post("/sign-out/")

    assert client.get("/chat/").status_code == 302


def test_the_demo_is_there_with_debug_only(client: Client, settings: Settings) -> None:
    make_person(username="demo")

    assert client.post("/demo/").status_code == 404
    settings.DEBUG = True
    assert client.post("/demo/")["Location"] == "/chat/"


@pytest.mark.parametrize(("asked", "told"), [("zh-CN", "没有这个页面"), ("en", "This page is not there")])
def test_an_address_that_is_not_there_is_told_in_the_language_of_the_browser(
    client: Client, asked: str, told: str
) -> None:
    response = client.get("/diary/", headers={"Accept-Language": asked})

    assert response.status_code == 404
    assert told in response.content.decode()


def test_a_page_that_was_open_for_too_long_says_what_to_do(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/sign-in/", FORM, headers={"Accept-Language": "zh-CN"})

    assert response.status_code == 403
    assert "请重新打开页面再试一次" in response.content.decode()
