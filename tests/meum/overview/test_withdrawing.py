"""Records whose agreement was taken back: 15 days for a change of mind, then nothing of them, and the account stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.apps import apps
from django.utils import timezone

from bots.models import Conversation
from meum.jobs.running import drain
from meum.journal.models import Consent, Door, Purpose
from meum.journal.queries import consents
from meum.overview.clearing import LeftBehindError, cleared_models
from meum.overview.erasure import ask_for_erasure, erase, erasure_of
from meum.overview.models import Cause, Erasure
from meum.overview.ownership import rows_of
from meum.overview.withdrawing import erase_withdrawn
from meum.people.identities import leave, note_sign_of_life
from meum.people.models import Identity, Person, Provider, Role, SignIn
from meum.people.services import TEXT_VERSIONS, agree, withdraw
from nutrition.models import Meal
from tests.clients import client_of
from tests.factories.diary import make_meal
from tests.factories.everything import CANARY, fill_every_table, tables_with
from tests.factories.people import PASSWORD, make_person

EVERY = [model for model in apps.get_models() if model._meta.app_label not in ("contenttypes", "jobs")]


def withdraws(person: Person) -> None:
    withdraw(person=person, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB, evidence="撤回同意")


def agrees(person: Person) -> None:
    purpose = Purpose.HEALTH_RECORDS
    agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.WEB)


def days_later(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


def test_records_are_kept_for_15_days_and_then_erased(ada: Person) -> None:
    make_meal(person=ada)
    withdraws(ada)

    assert erase_withdrawn(now=days_later(14.9)) == 0
    assert Meal.objects.filter(person=ada).exists()
    assert erase_withdrawn(now=days_later(15.1)) == 1
    drain()

    assert not Meal.objects.filter(person=ada).exists()
    assert erase_withdrawn(now=days_later(16)) == 0


def test_who_agrees_again_in_time_keeps_everything(ada: Person) -> None:
    make_meal(person=ada)
    withdraws(ada)
    agrees(ada)

    assert erase_withdrawn(now=days_later(16)) == 0
    assert Meal.objects.filter(person=ada).exists()


def test_who_agrees_again_in_the_last_minute_keeps_everything(ada: Person) -> None:
    make_meal(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    agrees(ada)

    drain()

    assert Meal.objects.filter(person=ada).exists()
    assert not Erasure.objects.exists()


def test_the_clock_begins_with_the_latest_withdrawal(ada: Person) -> None:
    withdraws(ada)
    agrees(ada)
    with time_machine.travel(days_later(10)):
        withdraws(ada)

    assert erase_withdrawn(now=days_later(16)) == 0
    assert erase_withdrawn(now=days_later(25.1)) == 1


def test_of_every_table_nothing_stays_but_how_the_person_is_known(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)
    identity = Identity.objects.get(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))

    drain()

    assert [model._meta.label for model in cleared_models() if rows_of(model, person=ada).exists()] == []
    identity.refresh_from_db()
    assert identity.union_id == ""
    Identity.objects.all().update(subject="open-1")
    Person.objects.filter(username=f"{CANARY}-resting").delete()
    assert tables_with(CANARY, every=EVERY) == []


def test_a_conversation_that_stays_waits_for_nothing(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)
    withdraws(ada)
    assert Conversation.objects.exclude(question=None).exclude(photo_session=None).exists()
    erase_withdrawn(now=days_later(15.1))

    drain()

    kept = Conversation.objects.get(person=ada)
    assert (kept.question, kept.photo_session, kept.photos_asked_at, kept.photos_times_asked) == (None, None, None, 0)


def test_the_account_stays_and_agrees_anew_as_at_first(ada: Person) -> None:
    phone = client_of(ada)
    make_meal(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    drain()

    ada.refresh_from_db()
    assert (ada.is_active, ada.check_password(PASSWORD)) == (True, True)
    assert phone.get("/api/v1/me").status_code == 200
    assert not consents(person=ada).exists()
    agrees(ada)
    assert make_meal(person=ada).person == ada


def test_a_phone_that_synced_before_pulls_anew(ada: Person) -> None:
    phone = client_of(ada)
    make_meal(person=ada)
    cursor = phone.get("/api/v1/sync").json()["cursor"]
    make_meal(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    drain()

    assert phone.get("/api/v1/sync", {"since": cursor}).status_code == 410
    anew = phone.get("/api/v1/sync").json()
    assert anew["changes"] == []
    agrees(ada)
    make_meal(person=ada)
    assert phone.get("/api/v1/sync", {"since": cursor}).status_code == 410
    assert len(phone.get("/api/v1/sync", {"since": anew["cursor"]}).json()["changes"]) == 1


def test_who_works_here_keeps_what_was_done_with_the_records_of_others(ada: Person) -> None:
    dora = make_person(role=Role.NUTRITIONIST)
    make_meal(person=dora)
    withdraws(dora)
    erase_withdrawn(now=days_later(15.1))

    drain()

    assert not Meal.objects.filter(person=dora).exists()
    assert Person.objects.get(pk=dora.pk).is_nutritionist


def test_who_left_has_as_long_as_for_the_return(ada: Person) -> None:
    ada.set_unusable_password()
    ada.save()
    make_meal(person=ada)
    identity = Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")
    leave(identity=identity, at=timezone.now())
    note_sign_of_life(identity=identity, at=days_later(20))

    assert erase_withdrawn(now=days_later(29.9)) == 0
    assert erase_withdrawn(now=days_later(30.1)) == 1


def test_who_wants_everything_deleted_while_the_records_are_being_erased_gets_that(ada: Person) -> None:
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))

    erasure = ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.WEB)
    drain()

    assert not Person.objects.filter(pk=ada.pk).exists()
    assert Erasure.objects.get() == erasure


def test_a_receipt_counts_what_was_erased(ada: Person) -> None:
    make_meal(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    drain()

    receipt = Erasure.objects.get()
    assert (receipt.cause, receipt.person_id, receipt.counts["nutrition.Meal"]) == (Cause.WITHDRAWN, None, 1)


def test_a_table_that_would_keep_rows_stops_it(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    make_meal(person=ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    monkeypatch.setattr(Meal, "owner_path", "pk")
    erasure = erasure_of(person=ada)
    assert erasure is not None

    with pytest.raises(LeftBehindError):
        erase(erasure_id=erasure.pk)

    assert Consent.objects.filter(person=ada).exists()


def test_a_device_forgets_the_name_that_it_was_given(ada: Person) -> None:
    client_of(ada)
    withdraws(ada)
    erase_withdrawn(now=days_later(15.1))
    drain()

    assert SignIn.objects.get(person=ada).device_name == ""
