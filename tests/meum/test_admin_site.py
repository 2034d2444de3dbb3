"""The admin site: who gets in, what each role finds there, in which language and by whose clock."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.test import Client

from meum.journal.admin_pages import PeoplePage
from meum.kernel.admin_pages import BoundedPaginator, Page, Section
from meum.people import throttles
from meum.people.models import Person, Role
from tests.admin_pages import share, signed_in, text_of
from tests.factories.diary import make_meal
from tests.factories.people import PASSWORD, make_person

PAGES = list(admin.site._registry.values())


@pytest.fixture
def dora(db: None) -> Person:
    """Return Dora, one of the staff."""
    return make_person(username="dora", role=Role.STAFF)


def _sign_in(username: str, password: str) -> int:
    return Client().post("/admin/login/", {"username": username, "password": password}).status_code


def test_a_nutritionist_signs_in_and_stands_before_her_people(ben: Person) -> None:
    client = Client()

    client.post("/admin/login/?next=/admin/", {"username": "ben", "password": PASSWORD})

    assert client.get("/admin/").headers["Location"] == "/admin/people-who-share/"


def test_a_person_with_a_diary_only_does_not_get_in(ada: Person) -> None:
    assert signed_in(ada).get("/admin/").status_code == 302
    assert signed_in(ada).get("/admin/people-who-share/").status_code == 302


def test_ten_wrong_tries_close_the_door_for_a_while_even_with_the_right_password(ben: Person) -> None:
    for _ in range(throttles.MOST_FOR_NAME):
        assert _sign_in("ben", "wrong") == 200

    assert _sign_in("ben", PASSWORD) == 200

    throttles.forget_wrong(username="ben")
    assert _sign_in("ben", PASSWORD) == 302


def test_the_page_says_why_the_door_is_closed(ben: Person) -> None:
    for _ in range(throttles.MOST_FOR_NAME):
        throttles.count_wrong(username="ben", address="elsewhere")

    page = Client(headers={"accept-language": "en"}).post("/admin/login/", {"username": "ben", "password": PASSWORD})

    assert "Too many wrong tries" in text_of(page)


def test_staff_find_the_engine_room_and_no_diaries(dora: Person) -> None:
    page = text_of(signed_in(dora).get("/admin/"))

    assert "/admin/jobs/job/" in page
    assert "/admin/nutrition/meal/" not in page
    assert "/admin/people-who-share/" not in page


def test_nutritionists_find_diaries_and_no_engine_room(ben: Person) -> None:
    page = text_of(signed_in(ben).get("/admin/people-who-share/"))

    assert "/admin/nutrition/meal/" in page
    assert "/admin/jobs/job/" not in page
    assert "/admin/journal/change/" not in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.model.__name__)
def test_every_page_is_one_of_ours(page: ModelAdmin[Person]) -> None:
    assert isinstance(page, Page)
    assert page.paginator is BoundedPaginator
    assert page.list_per_page <= 50


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.model.__name__)
@pytest.mark.parametrize("role", [Role.NUTRITIONIST, Role.STAFF])
def test_every_list_opens_for_its_roles_and_for_nobody_else(page: Page[Person], role: Role, db: None) -> None:
    somebody = make_person(role=role)
    client = signed_in(somebody)
    path = f"/admin/{page.model._meta.app_label}/{page.model._meta.model_name}/"

    is_offered = path in text_of(client.get("/admin/", follow=True))

    assert client.get(path).status_code == (200 if is_offered else 403)
    assert client.get(f"{path}?q=somebody").status_code == (200 if is_offered else 403)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.model.__name__)
def test_no_list_fetches_more_than_a_page(
    page: Page[Person], dora: Person, ben: Person, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(dora if is_for_staff(page) else ben)

    with django_assert_max_num_queries(10) as queries:
        client.get(f"/admin/{page.model._meta.app_label}/{page.model._meta.model_name}/")

    # The filter by source names every source: there are a handful.
    asked = [
        query["sql"] for query in queries.captured_queries if 'FROM "nutrition_cataloguesource"' not in query["sql"]
    ]
    selects = [sql for sql in asked if sql.startswith("SELECT") and " IN (" not in sql]
    assert [sql for sql in selects if " LIMIT " not in sql] == []


def is_for_staff(page: Page[Person]) -> bool:
    """Tell whether a page is one of the engine room."""
    return page.section in (Section.RUNNING, Section.HISTORY)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.model.__name__)
def test_no_page_adds_or_deletes(page: Page[Person], ben: Person, dora: Person) -> None:
    for somebody in (ben, dora):
        path = f"/admin/{page.model._meta.app_label}/{page.model._meta.model_name}/add/"
        assert signed_in(somebody).get(path).status_code in (403, 404)


def test_whoever_owns_rows_gets_to_know_of_each_look() -> None:
    without_owner = {"Job", "Food", "CatalogueSource", "Outbound", "WeChatCircuit", "WeChatLimit", "Erasure"}

    assert {page.model.__name__ for page in PAGES if not isinstance(page, PeoplePage)} == without_owner


GUESSES = [
    ("journal/change", "after__icontains", "secret"),
    ("journal/change", "after__words", "two secret eggs"),
    ("journal/change", "author__username", "ada"),
    ("journal/change", "door__startswith", "we"),
    ("journal/change", "pk__gt", "0"),
    ("people/person", "password__startswith", "argon2"),
    ("people/person", "profile__height_cm__gt", "160"),
]


@pytest.mark.parametrize(("page", "column", "guess"), GUESSES, ids=str)
def test_a_page_cannot_be_asked_about_what_it_leaves_out(
    dora: Person, ada: Person, page: str, column: str, guess: str
) -> None:
    make_meal(person=ada, words="two secret eggs")

    answer = signed_in(dora).get(f"/admin/{page}/", {column: guess})

    assert answer.status_code in (302, 400)
    assert guess not in answer.headers.get("Location", "")


def test_a_guess_leads_to_the_whole_list(dora: Person, ada: Person) -> None:
    make_meal(person=ada)

    page = signed_in(dora).get("/admin/journal/change/?after__icontains=nothing", follow=True)

    assert "nutrition.Meal" in text_of(page)


def test_every_filter_that_a_page_offers_can_be_used(ada: Person, ben: Person, dora: Person) -> None:
    share(ada, ben)
    make_meal(person=ada)

    for page in PAGES:
        assert isinstance(page, Page)
        client = signed_in(dora if is_for_staff(page) else ben)
        path = f"/admin/{page.model._meta.app_label}/{page.model._meta.model_name}/"
        answer: Any = client.get(path)
        filters = answer.context_data["cl"].filter_specs
        for name in {name for spec in filters for name in spec.expected_parameters() if "isnull" not in name}:
            assert client.get(path, {name: "1"}).status_code == 200, f"{path} {name}"


UNFIT_ADDRESSES = [
    "people-who-share/?q=%00",
    "nutrition/meal/?door__exact=%00",
    "nutrition/meal/?period=%01",
    "nutrition/food/?group=%00",
    "nutrition/food/?group__exact=%00",
    "nutrition/food/?%00=x",
    "nutrition/food/?q=%00",
    "search/?s=%00",
]


@pytest.mark.parametrize("address", UNFIT_ADDRESSES)
def test_characters_that_no_text_may_hold_lead_to_the_page_without_them(ben: Person, address: str) -> None:
    path, _, _ = address.partition("?")

    answer = signed_in(ben).get(f"/admin/{address}")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/{path}")


def test_the_page_says_what_was_wrong_with_the_address(ben: Person) -> None:
    page = signed_in(ben).get("/admin/nutrition/food/?group__exact=%00", follow=True)

    assert "characters" in text_of(page)


@pytest.mark.parametrize("path", ["nutrition/cataloguesource/%00/change/", "nutrition/food/%00/", "%00/"])
def test_a_path_with_such_characters_leads_nowhere(ben: Person, path: str) -> None:
    assert signed_in(ben).get(f"/admin/{path}").status_code == 404


def test_the_sidebar_speaks_chinese(ben: Person) -> None:
    page = text_of(signed_in(ben, language="zh-hans").get("/admin/people-who-share/"))

    assert "与你共享的人" in page
    assert "还没有人与你共享" in page


@pytest.mark.parametrize("path", ["password_change/", "jsi18n/", "search/?s=food", "nutrition/"])
def test_the_pages_around_open_for_both_roles(path: str, ben: Person, dora: Person) -> None:
    assert [signed_in(somebody).get(f"/admin/{path}").status_code for somebody in (ben, dora)] == [200, 200]


def test_the_language_can_be_chosen_on_the_page(ben: Person) -> None:
    client = signed_in(ben, language="en")

    client.post("/i18n/setlang/", {"language": "zh-hans", "next": "/admin/"})

    assert "与你共享的人" in text_of(client.get("/admin/people-who-share/"))
