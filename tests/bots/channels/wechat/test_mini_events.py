"""What the platform tells of people at the mini program, at an address of its own and about its own AppID."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from meum.jobs.running import drain
from meum.journal import services as journal
from meum.journal.models import Door, Evidence
from meum.people.models import Identity, Person, Provider
from tests.factories.entries import example_of
from tests.factories.people import make_person
from tests.wxsim import messages
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

pytestmark = [pytest.mark.network, pytest.mark.django_db(transaction=True)]

User = Callable[[str], tuple[Phone, Person]]


@pytest.fixture
def user(wxsim: Simulator, webhook: str) -> User:
    """Return the way to make somebody who has only the mini program: the phone and the person."""

    def make(name: str) -> tuple[Phone, Person]:
        phone, person = wxsim.phone(name), make_person(username=name)
        person.set_unusable_password()
        person.save()
        app_id = wxsim.mini_program.app_id
        Identity.objects.create(person=person, provider=Provider.WECHAT_MINI, app_id=app_id, subject=phone.mini_open_id)
        return phone, person

    return make


def walk_told_by_wechat(person: Person) -> None:
    example = example_of(apps.get_model("fitness.Activity"), at=timezone.now())
    example.entry.evidence = Evidence.IMPORT
    with journal.recording(person=person, author=person, door=Door.WECHAT) as changes:
        changes.create(example.entry)


def walks(person: Person) -> int:
    return int(apps.get_model("fitness.Activity")._default_manager.filter(person=person).count())


def test_t19_steps_that_are_taken_back_at_the_mini_program_are_deleted(wxsim: Simulator, user: User) -> None:
    (phone, person), (_, other) = user("ada"), user("chen")
    for each in (person, other):
        walk_told_by_wechat(each)

    phone.revokes("12", at=wxsim.mini_program)

    assert (walks(person), walks(other)) == (0, 1)
    wxsim.assert_clean()


def test_t19_who_closed_wechat_is_erased_where_the_mini_program_was_the_only_way_in(
    wxsim: Simulator, user: User
) -> None:
    (phone, _), (_, other) = user("ada"), user("chen")

    phone.closes_wechat(at=wxsim.mini_program)
    drain()

    assert list(Person.objects.values_list("pk", flat=True)) == [other.pk]
    wxsim.assert_clean()


def test_t19_an_app_account_forgets_the_closed_one_and_no_other(wxsim: Simulator, user: User) -> None:
    phone, person = user("ada")
    person.set_password("correct horse battery")
    person.save()
    official = wxsim.account.app_id
    Identity.objects.create(person=person, provider=Provider.WECHAT_OA, app_id=official, subject="of-somebody-else")

    phone.closes_wechat(at=wxsim.mini_program)
    drain()

    assert list(Identity.objects.values_list("provider", flat=True)) == [Provider.WECHAT_OA]
    assert Person.objects.get(pk=person.pk).is_active
    wxsim.assert_clean()


def test_an_event_at_the_official_account_is_about_whom_its_app_id_names(wxsim: Simulator, user: User) -> None:
    phone, person = user("ada")
    walk_told_by_wechat(person)
    fields = messages.authorization_revoked(open_id=phone.mini_open_id, app_id=wxsim.mini_program.app_id, revoked="12")

    phone.sends({**fields, "AppID": "wx0000000000000000"}, is_from_platform=True)
    assert walks(person) == 1
    phone.sends(fields, is_from_platform=True)

    assert walks(person) == 0
    wxsim.assert_clean()


def test_what_is_said_to_the_mini_program_is_nobodys_message(wxsim: Simulator, user: User) -> None:
    phone, _ = user("ada")

    phone.sends(messages.text("早上吃了两个鸡蛋"), account=wxsim.mini_program)

    assert phone.answers == []
    assert Person.objects.count() == 1
    wxsim.assert_clean()


def test_the_official_account_s_secrets_open_nothing_of_the_mini_program(
    wxsim: Simulator, user: User, settings: Settings
) -> None:
    phone, person = user("ada")
    walk_told_by_wechat(person)
    settings.WECHAT_MINI_TOKEN, settings.WECHAT_MINI_AES_KEY = settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY

    phone.revokes("12", at=wxsim.mini_program)

    assert walks(person) == 1


def test_without_a_token_of_its_own_there_is_no_such_address(client: Client, settings: Settings) -> None:
    settings.WECHAT_MINI_TOKEN = ""

    assert client.get("/wechat/mini/").status_code == 404
