"""The picture of a week below its words, once it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bots.channels.web.pages import page, secured
from meum.files.queries import link_to
from meum.overview.reports.keeping import report_of
from meum.people.models import Person

AWAITED_FOR = timedelta(minutes=10)
"""What is not drawn by then waits for an operator, and the page asks no more."""


@dataclass(frozen=True)
class ReportPicture:
    """Where a picture is; with neither an address nor the wait it is not shown."""

    report_id: UUID
    url: str = ""
    is_awaited: bool = False


def picture_of(report_id: UUID, *, person: Person) -> ReportPicture:
    """Return how a report of a person is shown; one that is gone, or somebody else's, is not."""
    found = report_of(person=person, report_id=report_id)
    if found is None:
        return ReportPicture(report_id)
    if found.picture is not None:
        return ReportPicture(report_id, url=link_to(file=found.picture))
    return ReportPicture(report_id, is_awaited=found.made_at is None and found.asked_at > timezone.now() - AWAITED_FOR)


@require_safe
@secured
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Show the picture alone, for the page to put in its place."""
    if not isinstance(request.user, Person):
        raise Http404
    picture = picture_of(report_id, person=request.user)
    return page(request, "_picture.html", lang=request.user.lang, picture=picture)
