"""Drawn reports: asked for, drawn by a job, kept for a month; whatever changes in the week makes a new one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from meum.domain.languages import Lang
from meum.files.models import Kind, PrivateFile
from meum.files.services import erase_file, store_file
from meum.jobs import services as jobs
from meum.journal.models import Door, Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.errors import Conflict, ConsentMissing
from meum.overview.models import Report
from meum.overview.reports.drawing.fonts import font_path
from meum.overview.reports.drawing.sheet import document_of, picture_of
from meum.overview.reports.week import WeekReport, week_report
from meum.people.models import Person

DRAW = "overview.draw_report"
KEPT = timedelta(days=30)
DRAWING_TAKES = timedelta(hours=1)
"""Far longer than any drawing: a file of no report is one that a killed process left."""


def ask_for_report(*, person: Person, week: WeekReport, lang: Lang) -> Report:
    """Have a week drawn, in the caller's transaction; return it, the one there is of the same figures.

    Raises Conflict for a week without a meal, Unavailable where nothing can be drawn, ConsentMissing without consent.
    """
    if week.is_empty:
        raise Conflict("empty_week", "nothing was logged in that week")
    font_path()
    purpose = Purpose.HEALTH_RECORDS
    if not has_consent(person=person, purpose=purpose):
        raise ConsentMissing("consent_missing", f"the person has not agreed to {purpose}", purpose=purpose)
    with transaction.atomic():
        locked_counter(person)
        report, is_new = Report.objects.get_or_create(
            person=person,
            last_day=week.last,
            language=lang,
            version=_version_of(week),
            defaults={"asked_at": timezone.now()},
        )
        if is_new:
            jobs.enqueue(DRAW, person=person, report_id=report.pk)
    return report


def _version_of(week: WeekReport) -> str:
    """Return a text that changes whenever a figure of the week does."""
    return hashlib.sha256(repr(week).encode()).hexdigest()[:32]


def draw(*, report_id: UUID) -> Callable[[], object] | None:
    """Draw a report and keep it in the store; return what notes that it is there. Not to be called in a transaction.

    None for one that is drawn, or was erased meanwhile. Raises Unavailable without a font.
    """
    report = Report.objects.select_related("person").filter(pk=report_id, made_at=None).first()
    if report is None:
        return None
    person, lang = report.person, Lang(report.language)
    week = week_report(person=person, last_day=report.last_day, today=person.clock.day_of(report.asked_at))
    picture, document = (_store(person, content) for content in (picture_of(week, lang), document_of(week, lang)))
    undrawn = Report.objects.filter(pk=report.pk, made_at=None)
    return lambda: undrawn.update(picture=picture, document=document, made_at=timezone.now())


def _store(person: Person, content: bytes) -> PrivateFile:
    return store_file(owner=person, kind=Kind.REPORT, content=content, door=Door.SYSTEM)


def report_of(*, person: Person, report_id: UUID) -> Report | None:
    """Return a report of a person with its files, or None."""
    return Report.objects.select_related("picture", "document").filter(person=person, pk=report_id).first()


def clear_reports(*, now: datetime) -> int:
    """Delete the reports of a month ago, and files that belong to none; return how many files."""
    Report.objects.filter(asked_at__lt=now - KEPT).delete()
    shown = Report.objects.filter(Q(picture=OuterRef("pk")) | Q(document=OuterRef("pk")))
    left = PrivateFile.objects.filter(~Exists(shown), kind=Kind.REPORT, created_at__lt=now - DRAWING_TAKES)
    over = list(left.order_by("pk"))
    for file in over:
        erase_file(file=file)
    return len(over)


def week_asked(*, person: Person, ending: date | None, now: datetime) -> WeekReport:
    """Return the week that ends with a day, today where none is told."""
    today = person.clock.day_of(now)
    return week_report(person=person, last_day=ending or today, today=today)
