"""Reports are drawn by a job, kept for a month, and drawn anew when the week has changed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from meum.domain.languages import Lang
from meum.files.models import Kind, PrivateFile
from meum.jobs.models import Job, State
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.kernel.errors import Conflict, ConsentMissing, Unavailable
from meum.overview.models import Report
from meum.overview.reports.keeping import DRAW, KEPT, ask_for_report, clear_reports, draw, report_of, week_asked
from meum.people.models import Person
from meum.people.services import withdraw
from tests.factories.diary import make_meal
from tests.factories.weeks import make_whole_day

FRIDAY = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("that_friday", "stored")


def ask(person: Person, lang: Lang = Lang.ZH) -> Report:
    week = week_asked(person=person, ending=None, now=timezone.now())
    return ask_for_report(person=person, week=week, lang=lang)


def test_a_job_draws_the_picture_and_the_document(ada: Person) -> None:
    make_whole_day(ada, 1)
    report = ask(ada)

    drain(now=timezone.now())

    found = report_of(person=ada, report_id=report.pk)
    assert found is not None
    assert found.picture is not None
    assert found.document is not None
    assert (found.picture.content_type, found.document.content_type) == ("image/png", "application/pdf")
    assert found.made_at is not None


def test_the_same_figures_are_drawn_once(ada: Person) -> None:
    make_whole_day(ada, 1)

    assert ask(ada) == ask(ada)
    assert Job.objects.filter(name=DRAW).count() == 1


def test_another_meal_makes_another_report(ada: Person) -> None:
    make_whole_day(ada, 1)
    before = ask(ada)
    make_meal(person=ada)

    assert ask(ada) != before


def test_each_language_has_its_report(ada: Person) -> None:
    make_whole_day(ada, 1)

    assert ask(ada, Lang.ZH) != ask(ada, Lang.EN)


def test_of_an_empty_week_there_is_no_report(ada: Person) -> None:
    with pytest.raises(Conflict, match="nothing was logged"):
        ask(ada)

    assert not Report.objects.exists()


def test_without_a_font_nothing_is_promised(ada: Person, settings: Settings) -> None:
    make_meal(person=ada)
    settings.REPORT_FONT = "/nowhere/font.ttc"

    with pytest.raises(Unavailable):
        ask(ada)

    assert not Job.objects.filter(name=DRAW).exists()


def test_after_a_withdrawal_nothing_is_drawn(ada: Person) -> None:
    make_meal(person=ada)
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB)

    with pytest.raises(ConsentMissing):
        ask(ada)


def test_a_withdrawal_before_the_job_leaves_no_file(ada: Person) -> None:
    make_meal(person=ada)
    ask(ada)
    withdraw(person=ada, purpose=Purpose.HEALTH_RECORDS, door=Door.WEB)

    drain(now=timezone.now())

    assert not PrivateFile.objects.exists()
    assert Job.objects.get(name=DRAW).state != State.DONE


def test_drawing_twice_keeps_the_first(ada: Person) -> None:
    make_meal(person=ada)
    report = ask(ada)
    first, second = draw(report_id=report.pk), draw(report_id=report.pk)
    assert first is not None
    assert second is not None
    first()
    picture = Report.objects.get().picture_id

    second()

    assert Report.objects.get().picture_id == picture
    assert draw(report_id=report.pk) is None


def test_nobody_else_gets_a_report(ada: Person, chen: Person) -> None:
    make_meal(person=ada)

    assert report_of(person=chen, report_id=ask(ada).pk) is None


def test_a_month_later_the_files_are_gone(ada: Person, stored: Path) -> None:
    make_meal(person=ada)
    ask(ada)
    drain(now=timezone.now())

    assert clear_reports(now=timezone.now() + KEPT - timedelta(minutes=1)) == 0
    assert clear_reports(now=timezone.now() + KEPT + timedelta(minutes=1)) == 2
    drain(now=timezone.now() + timedelta(hours=2))

    assert not PrivateFile.objects.filter(kind=Kind.REPORT).exists()
    assert [path for path in stored.rglob("*") if path.is_file()] == []
