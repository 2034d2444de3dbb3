"""Who may see whom: only with a grant in time and the consent in force."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from meum.journal import services as journal
from meum.journal.models import Consent, Door, Purpose
from meum.kernel.errors import ConsentMissing, Invalid, NotFound
from meum.people import queries
from meum.people.accounts import give_role
from meum.people.models import Grant, Person, Role
from meum.people.services import TEXT_VERSIONS, agree, end_sharing, share_with, while_visible, withdraw


def sees(viewer: Person, person: Person) -> bool:
    return queries.visible_people(viewer=viewer).filter(pk=person.pk).exists()


def test_everybody_sees_themselves_and_nobody_else(ada: Person, ben: Person) -> None:
    assert sees(ada, ada)
    assert not sees(ben, ada)
    assert not sees(ada, ben)


def test_a_nutritionist_sees_whoever_shares_with_her(ada: Person, ben: Person, chen: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert list(queries.visible_people(viewer=ben).order_by("username")) == [ada, ben]


def test_ending_the_sharing_ends_the_sight_at_once(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    end_sharing(person=ada, nutritionist=ben, door=Door.API)

    assert not sees(ben, ada)


def test_withdrawing_the_agreement_to_records_ends_all_sharing(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    assert not sees(ben, ada)
    assert not Grant.objects.filter(ended_at=None).exists()
    assert not Consent.objects.filter(purpose=Purpose.SHARING).latest("id").is_given


def test_agreeing_anew_brings_no_sharing_back(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    agree(
        person=ada,
        purpose=Purpose.HEALTH_RECORDS,
        text_version=TEXT_VERSIONS[Purpose.HEALTH_RECORDS],
        door=Door.API,
    )

    assert not sees(ben, ada)


def test_nothing_is_shared_without_the_agreement_to_records(ada: Person, ben: Person) -> None:
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.API)

    with pytest.raises(ConsentMissing):
        share_with(person=ada, nutritionist=ben, door=Door.API)

    assert not Grant.objects.exists()


def test_a_grant_without_its_consent_shows_nothing(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    journal.withdraw_consent(person=ada, purpose=Purpose.SHARING, door=Door.API, recipient=ben)

    assert not sees(ben, ada)


def test_a_grant_ends_at_its_time(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API, until=timezone.now() + timedelta(days=1))
    assert sees(ben, ada)

    Grant.objects.update(until=timezone.now() - timedelta(seconds=1))

    assert not sees(ben, ada)


def test_sharing_cannot_end_before_it_begins(ada: Person, ben: Person) -> None:
    with pytest.raises(Invalid):
        share_with(person=ada, nutritionist=ben, door=Door.API, until=timezone.now() - timedelta(seconds=1))

    assert not Grant.objects.exists()


def test_sharing_twice_is_one_grant_and_may_begin_again(ada: Person, ben: Person) -> None:
    for _ in range(2):
        share_with(person=ada, nutritionist=ben, door=Door.API)
    end_sharing(person=ada, nutritionist=ben, door=Door.API)
    share_with(person=ada, nutritionist=ben, door=Door.API)

    assert Grant.objects.filter(person=ada, viewer=ben).count() == 2
    assert sees(ben, ada)


def test_only_nutritionists_are_shared_with(ada: Person, chen: Person) -> None:
    with pytest.raises(NotFound):
        share_with(person=ada, nutritionist=chen, door=Door.API)

    assert not Grant.objects.exists()


def test_whoever_was_a_nutritionist_when_she_was_chosen_must_still_be_one(ada: Person, ben: Person) -> None:
    give_role(username="ben", role=Role.PERSON)

    with pytest.raises(NotFound):
        share_with(person=ada, nutritionist=ben, door=Door.API)

    assert not Grant.objects.exists()
    assert not Consent.objects.filter(purpose=Purpose.SHARING).exists()


def test_a_closed_account_is_not_shared_with(ada: Person, ben: Person) -> None:
    Person.objects.filter(pk=ben.pk).update(is_active=False)

    with pytest.raises(NotFound):
        share_with(person=ada, nutritionist=ben, door=Door.API)


@pytest.mark.parametrize("change", [{"role": Role.PERSON}, {"role": Role.STAFF}, {"is_active": False}], ids=str)
def test_an_open_grant_shows_nothing_to_whoever_is_no_nutritionist_now(
    ada: Person, ben: Person, change: dict[str, Any]
) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)

    Person.objects.filter(pk=ben.pk).update(**change)

    assert not sees(ben, ada)
    assert queries.open_grant(person=ada, viewer=ben) is None


def test_nobody_writes_for_a_person_once_sharing_has_ended(ada: Person, ben: Person) -> None:
    share_with(person=ada, nutritionist=ben, door=Door.API)
    with while_visible(person=ada, viewer=ben):
        pass
    end_sharing(person=ada, nutritionist=ben, door=Door.API)

    with pytest.raises(NotFound), while_visible(person=ada, viewer=ben):
        pytest.fail("the write was let through")


def test_a_stranger_learns_nothing_from_asking(ada: Person, chen: Person) -> None:
    with pytest.raises(NotFound) as refused:
        queries.visible_person(viewer=chen, person_id=ada.pk)

    assert refused.value.code == "not_found"
