"""A copy of one's data is there for a day, and no longer than the records that it copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from meum.files.models import Kind, PrivateFile
from meum.files.services import store_file
from meum.jobs.models import Job
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.overview.erasure import erase
from meum.overview.export import KEPT, archive_of, ask_for_export, clear_exports, make
from meum.overview.models import Erasure
from meum.overview.withdrawing import erase_withdrawn
from meum.people.models import Person
from meum.people.services import withdraw
from tests.factories.diary import make_meal


def objects_in(stored: Path) -> list[Path]:
    return [path for path in stored.rglob("*") if path.is_file()]


def before_the_file_is_looked_for(act: Callable[[], object]) -> Callable[..., Any]:
    """Return a wrapper of statements that does something once, when a copy is about to be made."""
    is_to_come = True

    def wrapper(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        nonlocal is_to_come
        if is_to_come and 'FROM "files_privatefile"' in sql:
            is_to_come = False
            act()
        return execute(sql, *arguments)

    return wrapper


def test_of_a_copy_on_its_way_while_the_records_are_erased_nothing_stays(ada: Person, stored: Path) -> None:
    make_meal(person=ada)
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB)
    export = ask_for_export(person=ada)
    erase_withdrawn(now=timezone.now() + timedelta(days=16))
    erasure = Erasure.objects.get()

    with connection.execute_wrapper(before_the_file_is_looked_for(lambda: erase(erasure_id=erasure.pk))):
        effect = make(export_id=export.pk)
    drain(now=timezone.now() + timedelta(hours=2))

    assert effect is None
    assert not PrivateFile.objects.exists()
    assert objects_in(stored) == []


def test_a_copy_that_nobody_has_any_more_is_deleted(ada: Person, stored: Path) -> None:
    store_file(owner=ada, kind=Kind.EXPORT, content=archive_of(person=ada), door=Door.SYSTEM, purpose=None)

    assert clear_exports(now=timezone.now()) == 1
    drain()

    assert objects_in(stored) == []


def test_a_copy_whose_job_gave_up_after_storing_it_is_deleted_after_a_day(ada: Person, stored: Path) -> None:
    export = ask_for_export(person=ada)
    make(export_id=export.pk)
    Job.objects.all().delete()

    assert clear_exports(now=timezone.now()) == 0
    assert clear_exports(now=timezone.now() + KEPT) == 1
