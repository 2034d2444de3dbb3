"""The journal in the admin site: staff see that something happened, not what was written; each look is noted."""

from __future__ import annotations

from typing import Any

import pytest

from meum.journal.models import Access, Change, Consent
from meum.people.models import Grant, Person, Role
from tests.admin_pages import share, signed_in, text_of
from tests.factories.diary import make_meal
from tests.factories.people import make_person


@pytest.fixture
def dora(db: None) -> Person:
    """Return Dora, one of the staff."""
    return make_person(username="dora", role=Role.STAFF)


def test_a_change_is_shown_without_what_was_written(dora: Person, ada: Person) -> None:
    make_meal(person=ada, words="two secret eggs")
    change = Change.objects.get()
    client = signed_in(dora)

    pages = [client.get("/admin/journal/change/"), client.get(f"/admin/journal/change/{change.pk}/change/")]

    assert ["nutrition.Meal" in text_of(page) for page in pages] == [True, True]
    assert ["secret" in text_of(page) for page in pages] == [False, False]


def test_a_look_of_staff_is_there_for_the_person_to_read(dora: Person, ada: Person) -> None:
    consent = Consent.objects.get(person=ada)

    signed_in(dora).get(f"/admin/journal/consent/{consent.pk}/change/")

    assert Access.objects.values_list("person", "viewer", "what").get() == (ada.pk, dora.pk, "journal.Consent")


def test_looking_at_who_looked_does_not_bury_the_looks(dora: Person, ada: Person, ben: Person) -> None:
    share(ada, ben)
    signed_in(ben).get("/admin/people-who-share/")

    page = text_of(signed_in(dora).get("/admin/journal/access/"))

    assert "overview.people" in page
    assert Access.objects.count() == 1


@pytest.mark.parametrize("name", ["change", "consent", "access"])
def test_nothing_in_the_journal_can_be_changed(dora: Person, ada: Person, ben: Person, name: str) -> None:
    share(ada, ben)
    make_meal(person=ada)
    signed_in(ben).get("/admin/people-who-share/")
    row = {"change": Change, "consent": Consent, "access": Access}[name].objects.latest("pk")  # type: ignore[attr-defined]  # each is a model

    assert signed_in(dora).post(f"/admin/journal/{name}/{row.pk}/change/", {}).status_code == 403
    assert signed_in(dora).post(f"/admin/journal/{name}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_grant_is_shown_and_not_changed(dora: Person, ada: Person, ben: Person) -> None:
    share(ada, ben)
    path = f"/admin/people/grant/{Grant.objects.get().pk}/change/"

    assert signed_in(dora).get(path).status_code == 200
    assert signed_in(dora).post(path, {}).status_code == 403


@pytest.mark.parametrize("name", ["change", "consent"])
def test_rows_are_found_by_how_the_owners_name_begins(dora: Person, ada: Person, chen: Person, name: str) -> None:
    make_meal(person=ada)
    make_meal(person=chen)

    page = text_of(signed_in(dora).get(f"/admin/journal/{name}/?q=ad"))

    assert "ada" in page
    assert "chen" not in page


@pytest.mark.parametrize("rows", [1, 40])
@pytest.mark.parametrize("name", ["change", "consent"])
def test_a_page_costs_as_much_for_40_rows_as_for_1(
    dora: Person, name: str, rows: int, django_assert_num_queries: Any
) -> None:
    for _ in range(rows):
        make_meal(person=make_person())
    client = signed_in(dora)

    with django_assert_num_queries(5):
        client.get(f"/admin/journal/{name}/")
