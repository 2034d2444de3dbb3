"""The pages themselves: who asks, one query, one template. Each look at a person is noted before it is shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from fitness.queries import weight_series
from meum.domain.days import checked_day
from meum.journal.models import Door, Mode
from meum.journal.queries import history
from meum.journal.services import note_look, note_looks, undo_latest
from meum.kernel.admin_pages import BoundedPaginator, is_nutritionist
from meum.kernel.errors import Conflict
from meum.kernel.language import active_language
from meum.overview.clients.figures import day_lines, figures
from meum.overview.clients.rows import client_rows
from meum.overview.domain.sparkline import sparkline
from meum.overview.queries import day_of
from meum.people.models import Person
from meum.people.queries import open_grant, profile_of, visible_people, visible_person
from meum.people.services import while_visible
from nutrition.queries import day_summaries, told_wishes
from nutrition.wish_phrases import named_wishes

PEOPLE_ON_A_PAGE = 40
DAYS_ON_A_PAGE = 14
TREND_DAYS = 90


def people(request: HttpRequest) -> HttpResponse:
    """Show the people who share with the nutritionist who asks."""
    viewer = nutritionist_asking(request)
    search = "".join(filter(str.isprintable, request.GET.get("q", "")))[:64].strip()
    shared = visible_people(viewer=viewer).exclude(pk=viewer.pk)
    if search:
        shared = shared.filter(Q(username__istartswith=search) | Q(name__istartswith=search))
    page = BoundedPaginator(shared.order_by("username"), PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    rows = client_rows(people=list(page.object_list), now=timezone.now())
    note_looks(people=[row.person.pk for row in rows], viewer=viewer, what="overview.people", door=Door.ADMIN)
    return shown_page(request, "list", title=_("People who share"), rows=rows, page=page, search=search)


def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show one person: profile, weight trend and the latest days."""
    viewer = nutritionist_asking(request)
    shown = visible_person(viewer=viewer, person_id=person_id)
    today = shown.clock.day_of(timezone.now())
    until = min(_day(request.GET.get("until") or str(today)), today)
    since = until - timedelta(days=DAYS_ON_A_PAGE - 1)
    note_look(person=shown, viewer=viewer, what="overview.person", door=Door.ADMIN)
    return shown_page(
        request,
        "person",
        title=str(shown),
        shown=shown,
        profile=profile_of(person=shown),
        wishes=named_wishes(told_wishes(person=shown), active_language()),
        grant=open_grant(person=shown, viewer=viewer),
        today=today,
        days=day_lines(day_summaries(person=shown, since=since, until=until), active_language()),
        until=until,
        earlier=since - timedelta(days=1),
        later=None if until == today else min(until + timedelta(days=DAYS_ON_A_PAGE), today),
        trend=_weight_trend(shown, until),
    )


class DayPage(View):
    """Show everything one person logged on one day; take back the nutritionist's own latest correction."""

    def get(self, request: HttpRequest, person_id: UUID, day: str) -> HttpResponse:
        """Show the day."""
        viewer = nutritionist_asking(request)
        shown = visible_person(viewer=viewer, person_id=person_id)
        chosen = _day(day)
        note_look(person=shown, viewer=viewer, what="overview.day", door=Door.ADMIN, day=chosen)
        whole = day_of(person=shown, day=chosen)
        today, lang = shown.clock.day_of(timezone.now()), active_language()
        return shown_page(
            request,
            "day",
            title=str(shown),
            shown=shown,
            today=today,
            day=chosen,
            previous=chosen - timedelta(days=1),
            following=chosen + timedelta(days=1) if chosen < today else None,
            whole=whole,
            figures=figures(whole.food.totals, lang),
            meals=[(meal, figures(meal.totals, lang)[:4]) for meal in whole.food.meals],
            trend=_weight_trend(shown, chosen),
            can_undo=has_own_correction(person=shown, viewer=viewer),
        )

    def post(self, request: HttpRequest, person_id: UUID, day: str) -> HttpResponse:
        """Take back the latest correction and show the day again."""
        viewer = nutritionist_asking(request)
        shown = visible_person(viewer=viewer, person_id=person_id)
        with while_visible(person=shown, viewer=viewer):
            take_back(person=shown, viewer=viewer)
        messages.success(request, _("Your latest correction is taken back."))
        return redirect("clients:day", shown.pk, _day(day))


def has_own_correction(*, person: Person, viewer: Person) -> bool:
    """Tell whether the person's very latest change is one that the viewer made and may take back."""
    latest = history(person=person).first()
    return latest is not None and latest.author_id == viewer.pk and latest.mode != Mode.UNDO


def take_back(*, person: Person, viewer: Person) -> None:
    """Take back the viewer's own correction while nothing was changed after it.

    Raises Conflict when something was, NotFound when the viewer never corrected anything.
    """
    made_some = history(person=person).filter(author_id=viewer.pk).exists()
    if made_some and not has_own_correction(person=person, viewer=viewer):
        raise Conflict("changed_since", "the latest change is not a correction of this viewer")
    undo_latest(person=person, author=viewer, door=Door.ADMIN)


def nutritionist_asking(request: HttpRequest) -> Person:
    """Return the nutritionist who asks; for anybody else these pages are not there."""
    if not (is_nutritionist(request) and isinstance(request.user, Person)):
        raise Http404
    return request.user


def shown_page(request: HttpRequest, template: str, *, title: str, **facts: Any) -> TemplateResponse:
    """Return one of these pages within the admin site."""
    context = {**admin.site.each_context(request), "title": title, "lang": active_language(), **facts}
    return TemplateResponse(request, f"clients/{template}.html", context)


def _day(text: str) -> date:
    try:
        return checked_day(date.fromisoformat(text))
    except ValueError as error:
        raise Http404 from error


def _weight_trend(person: Person, until: date) -> dict[str, Any] | None:
    """Return the weights of the last 90 days as a drawing with its ends; None without any."""
    points = weight_series(person=person, since=until - timedelta(days=TREND_DAYS - 1), until=until)
    if not points:
        return None
    weights = [(point.day, point.weight_kg) for point in points]
    return {
        "line": sparkline(weights, width=320, height=72),
        "first": points[0],
        "latest": points[-1],
        "difference": points[-1].weight_kg - points[0].weight_kg,
        "low": min(weight for _, weight in weights),
        "high": max(weight for _, weight in weights),
    }
