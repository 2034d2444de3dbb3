"""Erasing a person: every table that is somebody's, every file, and nothing of anybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.utils import timezone

from meum.files.store import object_store
from meum.jobs.models import Job
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.kernel.errors import Forbidden
from meum.overview.erasure import ask_for_erasure, begin_overdue, erase, erase_those_who_left, erasure_of
from meum.overview.models import Cause, Erasure
from meum.overview.ownership import personal_models, rows_of
from meum.people.identities import clear_tombstones, leave, note_sign_of_life, was_erased_after
from meum.people.models import Identity, Person, Provider, Tombstone
from meum.people.services import TEXT_VERSIONS, agree
from tests.factories.diary import make_meal
from tests.factories.everything import CANARY, fill_every_table, tables_with

OURS = ("meum.", "fitness", "nutrition", "skincare", "bots")
EVERY = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith(OURS)]


def follower(person: Person) -> Identity:
    person.set_unusable_password()
    person.save()
    return Identity.objects.create(person=person, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")


def test_every_table_that_is_somebodys_is_filled_and_then_empty(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)
    assert [m._meta.label for m in personal_models() if not rows_of(m, person=ada).exists()] == []

    ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.WECHAT)
    drain(now=timezone.now() + timedelta(hours=2))

    assert [m._meta.label for m in personal_models() if rows_of(m, person=ada).exists()] == []
    assert tables_with(CANARY, every=EVERY) == []


def test_the_receipt_holds_counts_and_no_name(ada: Person) -> None:
    make_meal(person=ada)

    erasure = ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.WECHAT)
    erase(erasure_id=erasure.pk)

    erasure.refresh_from_db()
    assert erasure.person_id is None
    assert erasure.counts["nutrition.Meal"] == 1
    assert erasure.counts["files"] == 0
    assert all(isinstance(count, int) for count in erasure.counts.values())


def test_the_files_leave_the_store(ada: Person, ben: Person) -> None:
    fill_every_table(ada, nutritionist=ben)
    names = list(ada_files(ada))

    ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.WECHAT)
    drain()

    assert len(names) == 2
    for name in names:
        with pytest.raises(FileNotFoundError):
            object_store().open(name)


def ada_files(ada: Person) -> models.QuerySet[models.Model, str]:
    model = apps.get_model("files.PrivateFile")
    names: models.QuerySet[models.Model, str] = rows_of(model, person=ada).values_list("object_name", flat=True)
    return names


def test_nothing_of_others_is_touched(ada: Person, chen: Person) -> None:
    kept = make_meal(person=chen)

    erase(erasure_id=ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.API).pk)

    kept.refresh_from_db()
    assert kept.deleted_at is None
    assert Person.objects.filter(pk=chen.pk, is_active=True).exists()


def test_an_erasure_that_is_asked_for_twice_is_one(ada: Person) -> None:
    first = ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.API)

    assert ask_for_erasure(person=ada, cause=Cause.CANCELLED, door=Door.WECHAT) == first
    erase(erasure_id=first.pk)
    erase(erasure_id=first.pk)
    assert Erasure.objects.count() == 1


def test_a_table_that_would_keep_rows_stops_the_erasure(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    # A table without a foreign key would be such a one; here the tombstones play its part.
    erasure = ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.API)
    monkeypatch.setattr(Tombstone, "personal", "erased_only")
    monkeypatch.setattr(Tombstone, "owner_path", "subject_digest")
    Tombstone.objects.create(subject_digest=str(ada.pk), erased_at=timezone.now())

    with pytest.raises(Exception, match=r"people\.Tombstone"):
        erase(erasure_id=erasure.pk)

    assert Person.objects.filter(pk=ada.pk).exists()


def test_an_erasure_whose_job_gave_up_is_begun_again(ada: Person) -> None:
    erasure = ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.API)
    Job.objects.all().delete()

    assert begin_overdue(now=timezone.now() + timedelta(minutes=59)) == 0
    assert begin_overdue(now=timezone.now() + timedelta(minutes=61)) == 1
    drain()
    erasure.refresh_from_db()
    assert erasure.done_at is not None


def test_whoever_works_here_is_not_erased_by_a_word(ben: Person) -> None:
    with pytest.raises(Forbidden):
        ask_for_erasure(person=ben, cause=Cause.ASKED, door=Door.WEB)

    assert erasure_of(person=ben) is None


def test_a_late_message_of_an_erased_person_is_known_for_a_month(ada: Person) -> None:
    follower(ada)
    before = timezone.now()
    erase(erasure_id=ask_for_erasure(person=ada, cause=Cause.ASKED, door=Door.WECHAT).pk)

    def is_late() -> bool:
        return was_erased_after(provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1", sent_at=before)

    assert is_late()
    assert not was_erased_after(provider=Provider.WECHAT_OA, app_id="wx1", subject="open-2", sent_at=before)
    assert clear_tombstones(now=timezone.now() + timedelta(days=31)) == 1
    assert not is_late()


def test_who_left_is_erased_after_a_month(ada: Person) -> None:
    leave(identity=follower(ada), at=timezone.now())

    assert erase_those_who_left(now=timezone.now() + timedelta(days=29)) == 0
    assert erase_those_who_left(now=timezone.now() + timedelta(days=31)) == 1
    drain()
    assert not Person.objects.filter(pk=ada.pk).exists()


def test_who_came_back_stays(ada: Person) -> None:
    identity = follower(ada)
    leave(identity=identity, at=timezone.now())
    note_sign_of_life(identity=identity, at=timezone.now())

    assert erase_those_who_left(now=timezone.now() + timedelta(days=31)) == 0


def test_who_agreed_after_leaving_is_not_erased(ada: Person) -> None:
    leave(identity=follower(ada), at=timezone.now())
    text = TEXT_VERSIONS[Purpose.HEALTH_RECORDS]
    agree(person=ada, purpose=Purpose.HEALTH_RECORDS, text_version=text, door=Door.WECHAT)

    erase_those_who_left(now=timezone.now() + timedelta(days=31))

    assert erasure_of(person=ada) is None
    assert Identity.objects.get(person=ada).left_at is None


def test_a_leave_from_before_a_sign_of_life_is_over(ada: Person) -> None:
    identity = follower(ada)
    note_sign_of_life(identity=identity, at=timezone.now())

    leave(identity=identity, at=timezone.now() - timedelta(minutes=1))

    identity.refresh_from_db()
    assert identity.left_at is None


def test_who_has_an_app_account_loses_only_the_wechat_identity(ada: Person) -> None:
    identity = Identity.objects.create(person=ada, provider=Provider.WECHAT_OA, app_id="wx1", subject="open-1")
    meal = make_meal(person=ada)
    leave(identity=identity, at=timezone.now())

    erase_those_who_left(now=timezone.now() + timedelta(days=31))
    drain()

    meal.refresh_from_db()
    assert not ada.identities.exists()


def test_the_clock_of_who_left_twice_goes_on_from_the_first_time(ada: Person) -> None:
    identity = follower(ada)
    leave(identity=identity, at=timezone.now())
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        leave(identity=identity, at=timezone.now())

    assert erase_those_who_left(now=timezone.now() + timedelta(days=31)) == 1
