"""Accounts in the admin site, and what a change of an account ends."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command

from meum.journal.models import Access
from meum.kernel.errors import Conflict, Forbidden
from meum.people.accounts import change_account
from meum.people.models import Grant, Person, Role
from meum.people.queries import visible_people
from meum.people.sessions import open_sign_in, open_sign_ins
from tests.admin_pages import share, signed_in, text_of
from tests.factories.people import make_person


@pytest.fixture
def dora(db: None) -> Person:
    """Return Dora, one of the staff."""
    return make_person(username="dora", role=Role.STAFF)


def test_staff_make_somebody_a_nutritionist(dora: Person, chen: Person) -> None:
    signed_in(dora).post(f"/admin/people/person/{chen.pk}/change/", {"role": "nutritionist", "is_active": "on"})

    chen.refresh_from_db()
    assert (chen.role, chen.is_active) == (Role.NUTRITIONIST, True)


def test_the_note_of_who_changed_an_account_does_not_keep_the_name(dora: Person, chen: Person) -> None:
    signed_in(dora).post(f"/admin/people/person/{chen.pk}/change/", {"role": "nutritionist", "is_active": "on"})

    noted = LogEntry.objects.get()
    assert (noted.user_id, noted.object_id, noted.object_repr) == (dora.pk, str(chen.pk), "")


def test_whoever_is_no_longer_a_nutritionist_sees_nobody(dora: Person, ada: Person, ben: Person) -> None:
    share(ada, ben)

    change_account(person=ben, author=dora, role=Role.PERSON, is_active=True)

    assert list(visible_people(viewer=ben)) == [ben]
    assert not Grant.objects.filter(ended_at=None).exists()


def test_a_closed_account_is_signed_out_everywhere(dora: Person, ada: Person) -> None:
    open_sign_in(person=ada)

    change_account(person=ada, author=dora, role=Role.PERSON, is_active=False)

    ada.is_active = True
    ada.save()
    assert not open_sign_ins(person=ada).exists()


def test_the_last_of_the_staff_stays(dora: Person) -> None:
    with pytest.raises(Conflict):
        change_account(person=dora, author=dora, role=Role.PERSON, is_active=True)

    dora.refresh_from_db()
    assert dora.role == Role.STAFF


def test_the_page_says_that_somebody_of_the_staff_must_stay(dora: Person) -> None:
    path = f"/admin/people/person/{dora.pk}/change/"

    page = signed_in(dora).post(path, {"role": "person", "is_active": "on"}, follow=True)

    assert "Somebody of the staff must stay." in text_of(page)


def test_a_nutritionist_changes_no_account(ada: Person, ben: Person) -> None:
    with pytest.raises(Forbidden):
        change_account(person=ada, author=ben, role=Role.STAFF, is_active=True)

    assert signed_in(ben).get("/admin/people/person/").status_code == 403


def test_accounts_are_found_by_how_the_name_begins(dora: Person, ada: Person, chen: Person) -> None:
    page = text_of(signed_in(dora).get("/admin/people/person/?q=ch"))

    assert "chen" in page
    assert ">ada<" not in page


@pytest.mark.parametrize("people", [1, 40])
def test_a_page_of_accounts_costs_as_much_for_40_as_for_1(
    dora: Person, people: int, django_assert_num_queries: Any
) -> None:
    for _ in range(people):
        make_person(has_agreed=False)
    client = signed_in(dora)

    with django_assert_num_queries(5):
        client.get("/admin/people/person/")

    # Dora's own row was on the page too; one's own looks are not noted.
    assert Access.objects.count() == people


def test_a_list_counts_no_further_than_it_pages(dora: Person, django_assert_num_queries: Any) -> None:
    client = signed_in(dora)

    with django_assert_num_queries(4) as queries:
        client.get("/admin/people/person/")

    counts = [query["sql"] for query in queries.captured_queries if "COUNT(" in query["sql"]]
    assert len(counts) == 1
    assert "LIMIT 5000" in counts[0]


def test_the_first_of_the_staff_is_made_on_the_servers_terminal(chen: Person) -> None:
    call_command("give_role", "chen", "staff", stdout=StringIO())

    assert signed_in(chen).get("/admin/jobs/job/").status_code == 200


def test_a_role_for_nobody_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody has the sign-in name 'nobody'"):
        call_command("give_role", "nobody", "staff")
